import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createBrowserClient } from './client/client.ts';
import { ClientProvider } from './client-context.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <ClientProvider value={createBrowserClient()}>
        <App />
      </ClientProvider>
    </ErrorBoundary>
  </StrictMode>,
);
