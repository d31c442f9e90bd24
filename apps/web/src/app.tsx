import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AssistantsProvider, useClient, useSession } from './client-context.ts';
import { LINK_BUTTON } from './components/button.tsx';
import { Dots } from './components/dots.tsx';
import { Notice } from './components/notice.tsx';
import { useProblemWords } from './problem-words.ts';
import { useLoad } from './use-load.ts';

const SessionEndedDialog = lazy(async () => ({
  default: (await import('./account/session-ended-dialog.tsx')).SessionEndedDialog,
}));

/** Loads what every page needs, then shows the page that the address names. */
export function App() {
  const { api } = useClient();
  const { t } = useTranslation('common');
  const describeProblem = useProblemWords();
  const session = useSession();
  const { loaded, reload } = useLoad(useCallback(() => api.assistants(), [api]));
  if (loaded.status === 'loading') {
    return (
      <main className="grid min-h-dvh place-items-center">
        <p role="status">
          <span className="sr-only">{t('loading')}</span>
          <Dots />
        </p>
      </main>
    );
  }
  if (loaded.status === 'failed') {
    const { title, advice } = describeProblem(loaded.error);
    return (
      <main className="grid min-h-dvh place-items-center p-6">
        <Notice title={title} advice={advice} action={{ label: t('tryAgain'), run: reload }} />
      </main>
    );
  }
  return (
    <AssistantsProvider value={loaded.value}>
      <Outlet />
      <Suspense fallback={null}>
        {session.status === 'ended' && <SessionEndedDialog wasGuest={session.wasGuest} />}
      </Suspense>
    </AssistantsProvider>
  );
}

/** Shown for an address that names nothing here. */
export function UnknownPage() {
  const { t } = useTranslation('common');
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <Notice title={t('unknownPage.title')} advice={t('unknownPage.advice')}>
        <Link to="/" className={LINK_BUTTON}>
          {t('unknownPage.action')}
        </Link>
      </Notice>
    </main>
  );
}

/** Shown in place of a page whose code threw, or could not be loaded. React has already logged the error. */
export function PageBroke() {
  const { t } = useTranslation('common');
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <Notice
        title={t('pageBroke.title')}
        advice={t('pageBroke.advice')}
        action={{ label: t('pageBroke.action'), run: () => window.location.reload() }}
      />
    </main>
  );
}
