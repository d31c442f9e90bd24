import type { Assistant, InboxMessage } from '@rapport/wire';
import { Link } from '@tanstack/react-router';
import { ChevronDown, MessageCircle } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BUTTON_LOOKS } from '../../components/button.tsx';
import { AssistantFace } from '../../components/assistant-face.tsx';
import { applyTheme } from '../../theme.ts';

interface InboxItemProps {
  readonly message: InboxMessage;
  /** Undefined when it isn't served any more: then there is nobody to answer. */
  readonly assistant: Assistant | undefined;
  readonly noteRead: () => void;
}

/** A message in a line, which opens to the whole of it and counts as read from then on. */
export function InboxItem({ message: { text, createdAt, readAt, ...message }, assistant, noteRead }: InboxItemProps) {
  const { t, i18n } = useTranslation('about-me');
  const id = useId();
  const face = useRef<HTMLSpanElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useLayoutEffect(
    () => (face.current === null || assistant === undefined ? undefined : applyTheme(face.current, assistant.theme)),
    [assistant],
  );
  const toggle = () => {
    if (!isOpen && readAt === null) noteRead();
    setIsOpen(!isOpen);
  };
  const sender = assistant?.name ?? message.assistant;
  return (
    <li>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-text`}
          className="flex w-full items-center gap-4 rounded-xl px-2 py-3 text-start transition hover:bg-tint"
          onClick={toggle}
        >
          <span ref={face} className="themed">
            {assistant !== undefined && <AssistantFace assistant={assistant} className="size-9" />}
          </span>
          <span className="min-w-0 grow">
            <span className={`flex items-center gap-2 ${readAt === null ? 'font-semibold' : ''}`}>
              {sender}
              {readAt === null && (
                <span className="rounded-full bg-accent px-2 text-xs text-on-accent">{t('inbox.new')}</span>
              )}
            </span>
            {!isOpen && <span className="block truncate text-muted">{text}</span>}
          </span>
          <time dateTime={createdAt} className="shrink-0 text-sm text-muted">
            {new Date(createdAt).toLocaleDateString(i18n.language, { day: 'numeric', month: 'short' })}
          </time>
          <ChevronDown className={`size-4.5 shrink-0 transition ${isOpen ? 'rotate-180' : ''}`} />
        </button>
      </h2>
      <div id={`${id}-text`} hidden={!isOpen} className="ps-2 pb-4 sm:ps-15">
        <p className="max-w-prose whitespace-pre-wrap text-pretty">{text}</p>
        {assistant !== undefined && (
          <Link
            to="/a/$assistant"
            params={{ assistant: assistant.id }}
            className={`mt-3 inline-flex items-center gap-2 ${BUTTON_LOOKS.outlined}`}
          >
            <MessageCircle className="size-4.5" />
            {t('inbox.answer', { assistant: assistant.name })}
          </Link>
        )}
      </div>
    </li>
  );
}
