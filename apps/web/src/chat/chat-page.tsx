import { useNavigate } from '@tanstack/react-router';
import type { Assistant } from '@rapport/wire';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useSession } from '../client-context.ts';
import { Dots } from '../components/dots.tsx';
import { Notice } from '../components/notice.tsx';
import { useProblemWords } from '../problem-words.ts';
import { applyPageTheme } from '../theme.ts';
import { ChatHeader } from './chat-header.tsx';
import { ConversationDrawer } from './conversation-drawer.tsx';
import { ConversationList } from './conversation-list.tsx';
import { ConversationView } from './conversation-view.tsx';
import { type ShownPanel, useShortcuts } from './use-shortcuts.ts';
import { useConversations } from './use-conversations.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }));

interface ChatPageProps {
  readonly assistant: Assistant;
  /** Null while the conversation is yet to begin. */
  readonly conversationId: string | null;
}

/** Talking with one assistant: the conversations so far, and the one that is open. */
export function ChatPage({ assistant, conversationId }: ChatPageProps) {
  const { t } = useTranslation('talk');
  const session = useSession();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const conversations = useConversations(assistant.id, useDeferredValue(words));
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const [panel, setPanel] = useState<ShownPanel>(null);
  usePageOf(assistant);
  const startNew = useCallback(
    () => void navigate({ to: '/a/$assistant', params: { assistant: assistant.id } }),
    [navigate, assistant.id],
  );
  useShortcuts({ startNew, show: setPanel });
  const list = (
    <ConversationList
      assistant={assistant}
      conversations={conversations}
      openId={conversationId}
      words={words}
      onSearch={setWords}
    />
  );
  return (
    <div className="flex min-h-dvh">
      <a
        href="#conversation"
        className="sr-only z-30 rounded-full bg-accent px-5 py-2.5 text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {t('skipToConversation')}
      </a>
      <aside className="sticky top-0 hidden h-dvh w-72 shrink-0 flex-col border-e border-line lg:flex">{list}</aside>
      <div className="flex min-w-0 grow flex-col">
        <ChatHeader assistant={assistant} onOpenDrawer={() => setIsDrawerOpen(true)} show={setPanel} />
        <main id="conversation" tabIndex={-1} className="mx-auto flex w-full max-w-3xl grow flex-col">
          {conversationId === null && <Opening key={assistant.id} assistant={assistant} />}
          {conversationId !== null && session.status === 'none' && <NotHere startNew={startNew} />}
          {conversationId !== null && session.status !== 'none' && (
            <ConversationView
              key={conversationId}
              assistant={assistant}
              conversationId={conversationId}
              startNew={startNew}
              onTurnEnded={conversations.noteTurn}
            />
          )}
        </main>
      </div>
      {isDrawerOpen && (
        <ConversationDrawer openId={conversationId} onClose={() => setIsDrawerOpen(false)}>
          {list}
        </ConversationDrawer>
      )}
      <Suspense fallback={null}>
        {panel === 'palette' && <Palette onClose={() => setPanel(null)} />}
        {panel === 'shortcuts' && <ShortcutList onClose={() => setPanel(null)} />}
      </Suspense>
    </div>
  );
}

/** Gives the whole page the assistant's colours and its title. */
function usePageOf(assistant: Assistant): void {
  useLayoutEffect(() => applyPageTheme(assistant.theme), [assistant]);
  useEffect(() => {
    document.title = `${assistant.name} · Rapport`;
  }, [assistant]);
}

/** Opens a conversation and goes to it. */
function Opening({ assistant }: { readonly assistant: Assistant }) {
  const { starter } = useClient();
  const { t } = useTranslation(['talk', 'common']);
  const navigate = useNavigate();
  const describeProblem = useProblemWords();
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is not read; a new one asks for another try.
  useEffect(() => {
    let isCurrent = true;
    setError(null);
    starter.open(assistant.id).then(
      ({ id }) => {
        if (!isCurrent) return;
        const params = { assistant: assistant.id, conversation: id };
        void navigate({ to: '/a/$assistant/c/$conversation', params, replace: true });
      },
      (failure: unknown) => isCurrent && setError(failure),
    );
    return () => {
      isCurrent = false;
    };
  }, [starter, assistant.id, navigate, round]);
  if (error === null) {
    return (
      <p role="status" className="px-5 py-8 sm:px-8">
        <span className="sr-only">{t('isComing', { name: assistant.name })}</span>
        <Dots />
      </p>
    );
  }
  const { title, advice } = describeProblem(error);
  return (
    <div className="grid grow place-items-center p-6">
      <Notice
        isWithinPage
        title={title}
        advice={advice}
        action={{ label: t('common:tryAgain'), run: () => setRound(round + 1) }}
      />
    </div>
  );
}

/** For the address of a conversation opened by someone who is nobody here yet. */
function NotHere({ startNew }: { readonly startNew: () => void }) {
  const { t } = useTranslation('talk');
  return (
    <div className="grid grow place-items-center p-6">
      <Notice
        isWithinPage
        title={t('notHere.title')}
        advice={t('notHere.advice')}
        action={{ label: t('startNewOne'), run: startNew }}
      />
    </div>
  );
}
