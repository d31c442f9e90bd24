import { Link, useNavigate } from '@tanstack/react-router';
import { Menu, Plus } from 'lucide-react';
import type { Assistant } from '@rapport/wire';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { AccountButton } from '../account/account-dialog.tsx';
import { AssistantFace } from '../components/assistant-face.tsx';
import { useClient, useSession } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { Dots } from '../components/dots.tsx';
import { useFocusOnArrival } from '../navigation.tsx';
import { Notice } from '../components/notice.tsx';
import { useProblemWords } from '../problem-words.ts';
import { applyPageTheme } from '../theme.ts';
import { ConversationDrawer, ConversationList } from './conversation-list.tsx';
import { ConversationView } from './conversation-view.tsx';
import { useConversations } from './use-conversations.ts';

interface ChatPageProps {
  readonly assistant: Assistant;
  /** Null while the conversation is yet to begin. */
  readonly conversationId: string | null;
}

/** Talking with one assistant: the conversations so far, and the one that is open. */
export function ChatPage({ assistant, conversationId }: ChatPageProps) {
  const session = useSession();
  const navigate = useNavigate();
  const conversations = useConversations(assistant.id);
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  usePageOf(assistant);
  const list = <ConversationList assistant={assistant} conversations={conversations} openId={conversationId} />;
  return (
    <div className="flex min-h-dvh">
      <a
        href="#conversation"
        className="sr-only z-30 rounded-full bg-accent px-5 py-2.5 text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to the conversation
      </a>
      <aside className="sticky top-0 hidden h-dvh w-72 shrink-0 flex-col border-r border-line lg:flex">{list}</aside>
      <div className="flex min-w-0 grow flex-col">
        <ChatHeader assistant={assistant} onOpenDrawer={() => setIsDrawerOpen(true)} />
        <main id="conversation" tabIndex={-1} className="mx-auto flex w-full max-w-3xl grow flex-col">
          {conversationId === null && <Opening key={assistant.id} assistant={assistant} />}
          {conversationId !== null && session.status === 'none' && <NotHere assistant={assistant} />}
          {conversationId !== null && session.status !== 'none' && (
            <ConversationView
              key={conversationId}
              assistant={assistant}
              conversationId={conversationId}
              startNew={() => void navigate({ to: '/a/$assistant', params: { assistant: assistant.id } })}
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

interface ChatHeaderProps {
  readonly assistant: Assistant;
  readonly onOpenDrawer: () => void;
}

function ChatHeader({ assistant, onOpenDrawer }: ChatHeaderProps) {
  return (
    <header className="sticky top-0 z-20 flex items-center gap-1 border-b border-line bg-surface/90 px-2 py-2 backdrop-blur-md sm:gap-2 sm:px-4">
      <Button
        shape="icon"
        className="lg:hidden"
        aria-label="Conversations"
        aria-haspopup="dialog"
        onClick={onOpenDrawer}
      >
        <Menu className="size-5" />
      </Button>
      <AssistantFace assistant={assistant} className="size-10 max-[22rem]:hidden" />
      <div className="mx-1 min-w-0 grow leading-tight">
        <h1 ref={useFocusOnArrival()} tabIndex={-1} className="flex items-center gap-2 font-semibold">
          <span className="truncate">{assistant.name}</span>
          <span className="rounded-md border border-edge px-1.5 text-xs font-medium text-muted">
            AI<span className="sr-only"> assistant</span>
          </span>
        </h1>
        <p className="truncate text-sm text-muted max-sm:hidden">{assistant.tagline}</p>
      </div>
      <Link
        to="/a/$assistant"
        params={{ assistant: assistant.id }}
        aria-label="New conversation"
        title="New conversation"
        className="grid size-11 shrink-0 place-items-center rounded-full transition hover:bg-tint lg:hidden"
      >
        <Plus className="size-5" />
      </Link>
      <AccountButton />
    </header>
  );
}

/** Opens a conversation and goes to it. */
function Opening({ assistant }: { readonly assistant: Assistant }) {
  const { starter } = useClient();
  const describeProblem = useProblemWords();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const open = useCallback(async () => {
    setError(null);
    try {
      const { id } = await starter.open(assistant.id);
      if (window.location.pathname.replace(/\/$/, '') === `/a/${assistant.id}`) {
        void navigate({
          to: '/a/$assistant/c/$conversation',
          params: { assistant: assistant.id, conversation: id },
          replace: true,
        });
      }
    } catch (failure) {
      setError(failure);
    }
  }, [assistant, starter, navigate]);
  useEffect(() => {
    void open();
  }, [open]);
  if (error !== null) {
    const { title, advice } = describeProblem(error);
    return (
      <div className="grid grow place-items-center p-6">
        <Notice isWithinPage title={title} advice={advice} action={{ label: 'Try again', run: open }} />
      </div>
    );
  }
  return (
    <p role="status" className="px-5 py-8 sm:px-8">
      <span className="sr-only">{assistant.name} is coming</span>
      <Dots />
    </p>
  );
}

/** Said to who has no session: reading a conversation must not make them a guest. */
function NotHere({ assistant }: { readonly assistant: Assistant }) {
  const navigate = useNavigate();
  return (
    <div className="grid grow place-items-center p-6">
      <Notice
        isWithinPage
        title="This conversation isn’t here"
        advice="It may have been deleted, or belong to an account: sign in to see it."
        action={{
          label: 'Start a new one',
          run: () => navigate({ to: '/a/$assistant', params: { assistant: assistant.id } }),
        }}
      />
    </div>
  );
}
