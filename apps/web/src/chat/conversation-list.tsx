import { Link, useNavigate } from '@tanstack/react-router';
import { Plus, Trash2, X } from 'lucide-react';
import type { Assistant, Conversation } from '@rapport/wire';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { describeDay } from '../calendar.ts';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../problem-words.ts';
import type { Conversations } from './use-conversations.ts';

interface ConversationListProps {
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  readonly openId: string | null;
}

/** The way to other conversations, a new one, and the other assistants. */
export function ConversationList({ assistant, conversations, openId }: ConversationListProps) {
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState<Conversation | null>(null);
  const spoken = conversations.items.filter(({ id, title }) => title !== null || id === openId);
  return (
    <nav aria-label="Conversations" className="flex min-h-0 grow flex-col gap-1 p-3">
      <Link
        to="/"
        className="flex min-h-11 items-center gap-2.5 rounded-xl px-3 font-semibold tracking-tight hover:bg-tint"
      >
        <img src="/favicon.svg" alt="" className="size-6" />
        All assistants
      </Link>
      <Link
        to="/a/$assistant"
        params={{ assistant: assistant.id }}
        className="flex min-h-11 items-center gap-2.5 rounded-xl px-3 transition hover:bg-tint"
      >
        <Plus className="mx-0.5 size-5" />
        New conversation
      </Link>
      <h2 className="mt-4 px-3 pb-1 text-sm font-semibold text-muted">With {assistant.name}</h2>
      {spoken.length === 0 && (
        <p className="px-3 text-sm text-muted" role="status">
          {conversations.status === 'loading' && 'Loading…'}
          {conversations.status === 'ready' && 'What you talk about will be listed here.'}
          {conversations.status === 'failed' && 'Your conversations can’t be listed right now.'}
        </p>
      )}
      <ul className="-mx-1 min-h-0 grow overflow-y-auto px-1 pb-2">
        {spoken.map((conversation) => (
          <Row
            key={conversation.id}
            conversation={conversation}
            isOpen={conversation.id === openId}
            onDelete={() => setDeleting(conversation)}
          />
        ))}
        {conversations.hasMore && (
          <li>
            <Button shape="quiet" className="w-full text-sm" onClick={conversations.loadMore}>
              Show more
            </Button>
          </li>
        )}
      </ul>
      {deleting !== null && (
        <DeleteDialog
          conversation={deleting}
          remove={conversations.remove}
          onDeleted={() => {
            if (deleting.id === openId) void navigate({ to: '/a/$assistant', params: { assistant: assistant.id } });
          }}
          onClose={() => setDeleting(null)}
        />
      )}
    </nav>
  );
}

interface RowProps {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  readonly onDelete: () => void;
}

function Row({ conversation, isOpen, onDelete }: RowProps) {
  const { i18n } = useTranslation();
  const title = conversation.title ?? 'New conversation';
  return (
    <li className={`group flex items-center rounded-xl transition hover:bg-tint ${isOpen ? 'bg-tint' : ''}`}>
      <Link
        to="/a/$assistant/c/$conversation"
        params={{ assistant: conversation.assistant, conversation: conversation.id }}
        aria-current={isOpen ? 'page' : undefined}
        className="min-w-0 grow rounded-xl px-3 py-2.5 leading-snug"
      >
        <span className="block truncate">{title}</span>
        <time dateTime={conversation.updatedAt} className="block text-xs text-muted">
          {describeDay(conversation.updatedAt, new Date(), i18n.language)}
        </time>
      </Link>
      <Button
        shape="icon"
        className="pointer-fine:opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
        aria-label={`Delete “${title}”`}
        aria-haspopup="dialog"
        onClick={onDelete}
      >
        <Trash2 className="size-5" />
      </Button>
    </li>
  );
}

interface DeleteDialogProps {
  readonly conversation: Conversation;
  readonly remove: (id: string) => Promise<void>;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

function DeleteDialog({ conversation, remove, onDeleted, onClose }: DeleteDialogProps) {
  const headingId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const describeProblem = useProblemWords();
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    setIsBusy(true);
    try {
      await remove(conversation.id);
      onClose();
      onDeleted();
    } catch (error) {
      const { title, advice } = describeProblem(error);
      setFailure(`${title}. ${advice}`);
      setIsBusy(false);
    }
  };
  return (
    <Modal labelledBy={headingId} role="alertdialog" className={DIALOG_LOOK} onClose={onClose}>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight">
        Delete this conversation?
      </h2>
      <p className="mt-2 text-muted text-pretty">
        “{conversation.title ?? 'New conversation'}” goes for good, with everything said in it.
      </p>
      <p role="alert" className="mt-3 text-alarm empty:hidden">
        {failure}
      </p>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button shape="outlined" onClick={onClose}>
          Keep it
        </Button>
        <Button shape="primary" disabled={isBusy} onClick={confirm}>
          {isBusy ? 'Deleting…' : 'Delete'}
        </Button>
      </div>
    </Modal>
  );
}

interface ConversationDrawerProps {
  readonly openId: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The list on a narrow screen. Closes by itself when another conversation opens. */
export function ConversationDrawer({ openId, onClose, children }: ConversationDrawerProps) {
  const headingId = useId();
  const openedOn = useRef(openId);
  useEffect(() => {
    if (openedOn.current !== openId) onClose();
  }, [openId, onClose]);
  return (
    <Modal
      labelledBy={headingId}
      className="m-0 h-dvh max-h-none w-[min(20rem,calc(100vw-3rem))] max-w-none border-r border-line bg-surface text-ink shadow-lifted open:flex open:flex-col"
      onClose={onClose}
    >
      <div className="flex items-center justify-between py-2 pr-2 pl-6">
        <h2 id={headingId} className="text-lg font-semibold">
          Conversations
        </h2>
        <Button shape="icon" aria-label="Close" onClick={onClose}>
          <X className="size-5" />
        </Button>
      </div>
      {children}
    </Modal>
  );
}
