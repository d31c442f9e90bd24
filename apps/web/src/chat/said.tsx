import { lazy, memo, Suspense, useRef, useState } from 'react';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { CopyButton, MessageAction } from './message-actions.tsx';
import type { ThreadMessage } from './thread.ts';

const EditMessage = lazy(async () => ({ default: (await import('./edit-message.tsx')).EditMessage }));
const EarlierCourse = lazy(async () => ({ default: (await import('./earlier-course.tsx')).EarlierCourse }));

interface SaidProps {
  readonly message: ThreadMessage;
  /** True while nothing is under way: then a message can be sent again or said anew. */
  readonly isFree: boolean;
  readonly retry: (messageId: string) => void;
  /** Says something in place of a message. */
  readonly sayAnew: (messageId: string, text: string) => void;
  /** Takes back a message that waits to be sent. */
  readonly discard: (messageId: string) => void;
}

/** What the person said. Shown as they wrote it, marks and all. */
export const Said = memo(function Said({ message, isFree, retry, sayAnew, discard }: SaidProps) {
  const { t } = useTranslation('talk');
  const [isEditing, setIsEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const { state, key } = message;
  const close = () => {
    setIsEditing(false);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  if (isEditing) {
    return (
      <article className="ms-auto w-full max-w-[34rem]">
        <h2 className="sr-only">{t('youSaid')}</h2>
        <Suspense fallback={<p className="whitespace-pre-wrap">{message.text}</p>}>
          <EditMessage text={message.text} onCancel={close} onSay={(text) => sayAnew(key, text)} />
        </Suspense>
      </article>
    );
  }
  return (
    <article className="group/message ms-auto grid max-w-[min(85%,34rem)] justify-items-end">
      <h2 className="sr-only">{t('youSaid')}</h2>
      <Pictures message={message} />
      <p
        className={`max-w-full rounded-3xl rounded-ee-lg px-4.5 py-2.5 break-words whitespace-pre-wrap ${LOOKS[state] ?? 'bg-accent text-on-accent'}`}
      >
        {message.text}
      </p>
      {state === 'queued' && (
        <p className="mt-1 flex items-center gap-2 text-sm text-muted">
          {t('waitingToBeSent')}
          <Button shape="link" className="px-1 py-1 font-medium" onClick={() => discard(key)}>
            {t('discard')}
          </Button>
        </p>
      )}
      {state === 'failed' && (
        <p className="mt-1 flex items-center gap-2 text-sm text-alarm">
          {t('notSent')}
          {isFree && (
            <Button shape="link" className="px-1 py-1 font-medium" onClick={() => retry(key)}>
              {t('sendAgain')}
            </Button>
          )}
        </p>
      )}
      {state === 'complete' && (
        <p className="mt-0.5 -me-1.5 flex">
          <CopyButton text={message.text} />
          {isFree && (message.imageCount ?? 0) === 0 && (
            <MessageAction
              ref={pencil}
              label={t('edit')}
              icon={<Pencil className="size-4" />}
              onClick={() => setIsEditing(true)}
            />
          )}
        </p>
      )}
      {message.replaces !== undefined && (
        <Suspense fallback={null}>
          <EarlierCourse messageId={key} />
        </Suspense>
      )}
    </article>
  );
});

const LOOKS: Partial<Record<ThreadMessage['state'], string>> = {
  failed: 'border border-alarm',
  queued: 'border border-dashed border-edge text-muted',
};

/** The pictures that came with a message; once the page has them no more, how many there were. */
function Pictures({ message: { pictures, imageCount } }: { readonly message: ThreadMessage }) {
  const { t } = useTranslation('talk');
  if (pictures !== undefined) {
    return (
      <ul className="mb-1.5 flex flex-wrap justify-end gap-1.5">
        {pictures.map((address, index) => (
          <li key={address}>
            <img
              src={address}
              alt={t('pictureOf', { number: index + 1, count: pictures.length })}
              className="max-h-56 max-w-full rounded-2xl border border-line object-cover"
            />
          </li>
        ))}
      </ul>
    );
  }
  if (imageCount === undefined) return null;
  return <p className="mb-1 text-sm text-muted">{t('withPictures', { count: imageCount })}</p>;
}
