import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// Where `npm run dev` has the API, on the port that PORT chooses.
const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

const LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|@tanstack\/(react-router|router-core|history|react-store|store))\//;
const ICONS =
  /lucide-react\/dist\/esm\/(Icon|createLucideIcon|defaultAttributes|context|shared\/.*|icons\/(arrow-down|arrow-up|arrow-left|chevron-right|circle-user-round|copy|check|ellipsis|heart|image-plus|info|menu|pencil|plus|search|thumbs-down|thumbs-up|trash-2|triangle-alert|x))\.m?js/;
const OWN =
  /apps\/web\/src\/(components\/(assistant-face|button|dots|drawer|modal|notice)|client\/(?!query-client|upload-photo)[a-z-]+|account\/account-dialog|language\/languages?|[a-z-]+(?<!home-page|main|router))\.tsx?$/;

const isOfEveryPage = (id: string): boolean => LIBRARIES.test(id) || ICONS.test(id) || OWN.test(id);

/** Smaller than this a file gains nothing by being compressed, in bytes. */
const WORTH_COMPRESSING = 1_024;

/**
 * Compresses code and styles once, as hard as can be, beside each file: while people wait a server can afford to do it
 * by half only.
 */
const compressAhead = (): Plugin => ({
  name: 'compress-ahead',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const output of Object.values(bundle)) {
        const source = output.type === 'chunk' ? output.code : output.source;
        const isText = /\.(js|css)$/.test(output.fileName);
        if (!isText || source.length < WORTH_COMPRESSING) continue;
        this.emitFile({ type: 'asset', fileName: `${output.fileName}.br`, source: brotliCompressSync(source) });
        this.emitFile({ type: 'asset', fileName: `${output.fileName}.gz`, source: gzipSync(source, { level: 9 }) });
      }
    },
  },
});

export default defineConfig({
  plugins: [react(), tailwindcss(), compressAhead()],
  resolve: {
    // React has had it since version 18; libraries still bring their own for older ones.
    alias: [{ find: /^use-sync-external-store\/shim$/, replacement: 'react' }],
  },
  build: {
    target: 'es2022',
    // The page runs under `default-src 'self'`: nothing may be inlined as a data URL.
    assetsInlineLimit: 0,
    // What every page loads comes as one file: left to itself the bundler makes a file of each icon and small module that
    // two rooms share, and some forty requests with their headers weigh more than the code in them.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'page', test: isOfEveryPage }] } } },
  },
  server: {
    proxy: {
      '/api': server,
      '/v1': server,
      '/docs': server,
      '/openapi.json': server,
      '/health': server,
      '/healthz': server,
    },
  },
});
