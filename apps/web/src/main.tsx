import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserClient } from './client/client.ts';
import { keepPage } from './client/keep-page.ts';
import { ClientProvider } from './client-context.ts';
import { keepInstallOffer } from './client/installation.ts';
import { openLanguage } from './language/language.ts';
import { openRouter } from './router.tsx';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

keepInstallOffer();
const client = createBrowserClient();
await openLanguage(client.store);
createRoot(root).render(
  <StrictMode>
    <ClientProvider value={client}>
      <RouterProvider router={openRouter()} />
    </ClientProvider>
  </StrictMode>,
);

// After everything that is wanted at once.
const keep = () => keepPage(window, import.meta.env.PROD);
if (document.readyState === 'complete') keep();
else window.addEventListener('load', keep);
