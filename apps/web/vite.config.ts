import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    target: 'es2022',
    // The page runs under `default-src 'self'`: nothing may be inlined as a data URL.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': server, '/v1': server } },
});
