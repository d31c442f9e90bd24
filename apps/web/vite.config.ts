import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Where `npm run dev` has the API, on the port that PORT chooses.
const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

const LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|@tanstack\/(react-router|router-core|history|react-store|store))\//;
const ICONS =
  /lucide-react\/dist\/esm\/(Icon|createLucideIcon|defaultAttributes|context|shared\/.*|icons\/(arrow-down|arrow-up|arrow-left|chevron-right|circle-user-round|copy|check|ellipsis|heart|image-plus|info|menu|pencil|plus|search|thumbs-down|thumbs-up|trash-2|triangle-alert|x))\.m?js/;
const OWN =
  /apps\/web\/src\/(components\/(assistant-face|button|dots|modal|notice)|client\/(?!query-client|upload-photo)[a-z-]+|account\/account-dialog|language\/languages?|[a-z-]+(?<!home-page|main|router))\.tsx?$/;

const isOfEveryPage = (id: string): boolean => LIBRARIES.test(id) || ICONS.test(id) || OWN.test(id);

export default defineConfig({
  plugins: [react(), tailwindcss()],
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
