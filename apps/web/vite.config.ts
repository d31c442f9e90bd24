import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Where `npm run dev` has the API, on the port that PORT chooses.
const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    target: 'es2022',
    // The page runs under `default-src 'self'`: nothing may be inlined as a data URL.
    assetsInlineLimit: 0,
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
