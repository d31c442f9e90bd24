import type { Assistant, Conversation } from '@rapport/wire';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNDO_MS } from '../client/deletions.ts';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { ConversationRow } from './conversation-row.tsx';
import type { Conversations } from './use-conversations.ts';

const RenameDialog = lazy(async () => ({ default: (await import('./rename-dialog.tsx')).RenameDialog }));

interface ConversationListProps {
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  readonly openId: string | null;
  /** What is searched for; empty: nothing. */
  readonly words: string;
  readonly onSearch: (words: string) => void;
}

/** The way to other conversations, a new one, and the other assistants. */
export function ConversationList({ assistant, conversations, openId, words, onSearch }: ConversationListProps) {
  const { t } = useTranslation(['talk', 'common']);
  const { deletions } = useClient();
  const navigate = useNavigate();
  const id = useId();
  const [renaming, setRenaming] = useState<Conversation | null>(null);
  const [deleted, setDeleted] = useState<Conversation | null>(null);
  const spoken = conversations.items.filter((item) => item.title !== null || item.id === openId);
  const remove = (conversation: Conversation) => {
    deletions.request(conversation.id);
    setDeleted(conversation);
    if (conversation.id === openId) void navigate({ to: '/a/$assistant', params: { assistant: assistant.id } });
  };
  return (
    <nav aria-label={t('conversations')} className="flex min-h-0 grow flex-col gap-1 p-3">
      <Link
        to="/"
        className="flex min-h-11 items-center gap-2.5 rounded-xl px-3 font-semibold tracking-tight hover:bg-tint"
      >
        <img src="/favicon.svg" alt="" className="size-6" />
        {t('common:allAssistants')}
      </Link>
      <Link
        to="/a/$assistant"
        params={{ assistant: assistant.id }}
        className="flex min-h-11 items-center gap-2.5 rounded-xl px-3 transition hover:bg-tint"
      >
        <Plus className="mx-0.5 size-5" />
        {t('newConversation')}
      </Link>
      <div className="relative mt-1">
        <Search className="pointer-events-none absolute start-3 top-3 size-4.5 text-muted" />
        <input
          id={id}
          type="search"
          value={words}
          maxLength={200}
          aria-label={t('searchConversations')}
          placeholder={t('searchConversations')}
          className="min-h-11 w-full rounded-xl border border-soft bg-transparent ps-10 pe-3 text-base placeholder:text-muted"
          onChange={(event) => onSearch(event.target.value)}
        />
      </div>
      <h2 className="mt-3 px-3 pb-1 text-sm font-semibold text-muted">{t('with', { name: assistant.name })}</h2>
      <p className="px-3 text-sm text-muted" role="status">
        {spoken.length === 0 && t(emptyWords(conversations.status, words))}
      </p>
      <ul className="-mx-1 min-h-0 grow overflow-y-auto px-1 pb-2">
        {spoken.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isOpen={conversation.id === openId}
            onRename={() => setRenaming(conversation)}
            onDelete={() => remove(conversation)}
          />
        ))}
        {conversations.hasMore && (
          <li>
            <Button shape="quiet" className="w-full text-sm" onClick={conversations.loadMore}>
              {t('common:more')}
            </Button>
          </li>
        )}
      </ul>
      {deleted !== null && (
        <UndoBar
          key={deleted.id}
          conversation={deleted}
          undo={() => {
            deletions.undo(deleted.id);
            setDeleted(null);
          }}
          onOver={() => setDeleted(null)}
        />
      )}
      <Suspense fallback={null}>
        {renaming !== null && (
          <RenameDialog conversation={renaming} rename={conversations.rename} onClose={() => setRenaming(null)} />
        )}
      </Suspense>
    </nav>
  );
}

function emptyWords(status: Conversations['status'], words: string) {
  if (status === 'loading') return 'listLoading';
  if (status === 'failed') return 'listFailed';
  return words.trim() === '' ? 'listEmpty' : 'nothingFound';
}

interface UndoBarProps {
  readonly conversation: Conversation;
  readonly undo: () => void;
  readonly onOver: () => void;
}

/** Says what was deleted, and takes it back while it can be. */
function UndoBar({ conversation, undo, onOver }: UndoBarProps) {
  const { t } = useTranslation(['talk', 'common']);
  useEffect(() => {
    const timer = setTimeout(onOver, UNDO_MS);
    return () => clearTimeout(timer);
  }, [onOver]);
  return (
    <p
      role="status"
      className="flex animate-arrive items-center gap-2 rounded-2xl border border-line bg-raised py-1.5 ps-4 pe-1.5 text-sm shadow-lifted"
    >
      <span className="min-w-0 grow truncate">
        {t('wasDeleted', { title: conversation.title ?? t('newConversation') })}
      </span>
      <Button shape="quiet" className="min-h-11 shrink-0 font-medium underline underline-offset-4" onClick={undo}>
        {t('common:undo')}
      </Button>
    </p>
  );
}
