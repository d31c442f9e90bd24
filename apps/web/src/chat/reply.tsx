import type { Assistant } from '@rapport/wire';
import { Heart, Info, ThumbsDown, ThumbsUp } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssistantFace } from '../components/assistant-face.tsx';
import { Dots } from '../components/dots.tsx';
import { CopyButton, MessageAction } from './message-actions.tsx';
import { ReplyDetails } from './reply-details.tsx';
import { toPlainText } from './rich-text.ts';
import { RichTextView } from './rich-text-view.tsx';
import type { MessageState, ThreadMessage } from './thread.ts';

const FeedbackDialog = lazy(async () => ({ default: (await import('./feedback-dialog.tsx')).FeedbackDialog }));
const WhyDialog = lazy(async () => ({ default: (await import('./why-dialog.tsx')).WhyDialog }));

const STATE_NOTES = {
  cancelled: 'stopped',
  partial: 'cutShort',
  failed: 'cutShort',
} as const satisfies Partial<Record<MessageState, string>>;

interface ReplyProps {
  readonly message: ThreadMessage;
  readonly assistant: Assistant;
  /** What it shows is void, and the reply begins again. */
  readonly isReplacing: boolean;
}

/** What the assistant said, with what belongs to it. */
export const Reply = memo(function Reply({ message, assistant, isReplacing }: ReplyProps) {
  const { t } = useTranslation('talk');
  const { text, state, details } = message;
  const isCrisis = details?.safety === 'crisis';
  const isConcerned = isCrisis || details?.safety === 'concern';
  const note = state in STATE_NOTES ? STATE_NOTES[state as keyof typeof STATE_NOTES] : null;
  const isUnderWay = state === 'waiting' || state === 'streaming';
  return (
    <article className="flex gap-4" aria-busy={isUnderWay}>
      <AssistantFace assistant={assistant} className="size-9 max-sm:hidden" />
      <div
        className={`min-w-0 grow sm:pt-1 ${isCrisis ? 'rounded-3xl border-2 border-accent bg-tint p-5 text-lg sm:pt-5' : ''}`}
      >
        <h2 className="sr-only">{t('said', { name: assistant.name })}</h2>
        {isCrisis && <Heart className="mb-2 size-7" />}
        {state === 'waiting' ? (
          <p>
            <span className="sr-only">{t('isWriting', { name: assistant.name })}</span>
            <Dots />
          </p>
        ) : (
          <div className={`transition-opacity ${isReplacing ? 'opacity-60' : ''}`} aria-hidden={isReplacing}>
            <RichTextView text={text} findContacts={isConcerned} />
          </div>
        )}
        {isReplacing && (
          <p className="mt-2 flex items-center gap-3 text-sm text-muted">
            {t('startingAgain')} <Dots />
          </p>
        )}
        {note !== null && <p className="mt-2 text-sm text-muted italic">{t(note)}</p>}
        {details !== null && <ReplyDetails details={details} assistant={assistant} />}
        {!isUnderWay && details !== null && text !== '' && <ReplyActions message={message} />}
      </div>
    </article>
  );
});

/** What can be done with a reply. */
function ReplyActions({ message }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation('talk');
  const [rated, setRated] = useState<'up' | 'down' | null>(null);
  const [open, setOpen] = useState<'up' | 'down' | 'why' | null>(null);
  const { details, text } = message;
  const close = () => setOpen(null);
  const canRate = details !== null && details.kept !== false;
  return (
    <div className="-ms-1.5 mt-1 flex">
      <CopyButton text={toPlainText(text)} />
      {canRate && (
        <>
          <MessageAction
            label={t('goodReply')}
            icon={<ThumbsUp className="size-4" fill={rated === 'up' ? 'currentColor' : 'none'} />}
            isPressed={rated === 'up'}
            opensDialog
            onClick={() => setOpen('up')}
          />
          <MessageAction
            label={t('badReply')}
            icon={<ThumbsDown className="size-4" fill={rated === 'down' ? 'currentColor' : 'none'} />}
            isPressed={rated === 'down'}
            opensDialog
            onClick={() => setOpen('down')}
          />
        </>
      )}
      {details !== null && (
        <MessageAction label={t('why')} icon={<Info className="size-4" />} opensDialog onClick={() => setOpen('why')} />
      )}
      <Suspense fallback={null}>
        {open === 'why' && details !== null && <WhyDialog details={details} onClose={close} />}
        {(open === 'up' || open === 'down') && details !== null && (
          <FeedbackDialog
            messageId={details.message.id}
            direction={open}
            onRated={() => setRated(open)}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}
