import type { Conversation } from '@rapport/wire';
import { Link } from '@tanstack/react-router';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { describeDay } from '../calendar.ts';
import { Button } from '../components/button.tsx';

interface ConversationRowProps {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

/** One conversation of the list, with what can be done to it: shown to a mouse that is over it, and always to a finger. */
export function ConversationRow({ conversation, isOpen, onRename, onDelete }: ConversationRowProps) {
  const { t, i18n } = useTranslation('talk');
  const title = conversation.title ?? t('newConversation');
  const look =
    'size-9 pointer-coarse:size-11 pointer-fine:sr-only group-focus-within:not-sr-only group-hover:not-sr-only group-focus-within:size-9 group-hover:size-9';
  return (
    <li className={`group flex items-center rounded-xl transition hover:bg-tint ${isOpen ? 'bg-tint' : ''}`}>
      <Link
        to="/a/$assistant/c/$conversation"
        params={{ assistant: conversation.assistant, conversation: conversation.id }}
        aria-current={isOpen ? 'page' : undefined}
        className="min-w-0 grow rounded-xl px-3 py-2.5 leading-snug"
      >
        <span className="block truncate">{title}</span>
        {conversation.excerpt !== undefined && (
          <span className="block truncate text-sm text-muted">{conversation.excerpt}</span>
        )}
        <time dateTime={conversation.updatedAt} className="block text-xs text-muted">
          {describeDay(conversation.updatedAt, new Date(), i18n.language)}
        </time>
      </Link>
      <span className="flex shrink-0 pe-1">
        {conversation.title !== null && (
          <Button
            shape="icon"
            className={look}
            aria-label={t('rename', { title })}
            aria-haspopup="dialog"
            onClick={onRename}
          >
            <Pencil className="size-4" />
          </Button>
        )}
        <Button shape="icon" className={look} aria-label={t('delete', { title })} onClick={onDelete}>
          <Trash2 className="size-4" />
        </Button>
      </span>
    </li>
  );
}
