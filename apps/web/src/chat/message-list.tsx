import { Heart, TriangleAlert } from 'lucide-react';
import type { Assistant } from '@rapport/wire';
import { memo } from 'react';
import { AssistantFace } from '../components/assistant-face.tsx';
import { Button } from '../components/button.tsx';
import { Dots } from '../components/dots.tsx';
import { useProblemWords } from '../problem-words.ts';
import { HumanMessage } from './human-message.tsx';
import { ReplyDetails, Suggestions } from './reply-details.tsx';
import { RichTextView } from './rich-text-view.tsx';
import type { MessageState, Thread, ThreadMessage } from './thread.ts';

interface MessageListProps {
  readonly assistant: Assistant;
  readonly thread: Thread;
  /** Says a suggestion. */
  readonly choose: (text: string) => void;
  readonly retry: (messageId: string) => void;
  /** True while a person of the team answers: then no reply is missing, and none is suggested. */
  readonly isHandedOver: boolean;
}

/** What was said, in order, and what one might say next. */
export function MessageList({ assistant, thread, choose, retry, isHandedOver }: MessageListProps) {
  const { messages, turn, failure } = thread;
  const last = messages.at(-1);
  const hasSpoken = messages.some(({ role }) => role === 'user');
  const suggestions = hasSpoken ? (last?.details?.suggestions ?? []) : assistant.starters;
  const isUnanswered =
    !isHandedOver && turn === null && failure === null && last?.role === 'user' && last.state === 'complete';
  return (
    <>
      <ol aria-label="Messages" className="grid gap-6">
        {messages.map((message) => (
          <li key={message.key} className="grid min-w-0 animate-arrive">
            {message.role === 'user' ? (
              <Said message={message} canRetry={turn === null && failure?.messageId !== message.key} retry={retry} />
            ) : message.humanName !== undefined ? (
              <HumanMessage message={message} />
            ) : (
              <Reply
                message={message}
                assistant={assistant}
                isReplacing={turn?.isReplacing === true && message === last}
              />
            )}
          </li>
        ))}
      </ol>
      {failure !== null && <Failure error={failure.error} retry={() => retry(failure.messageId)} />}
      {isUnanswered && (
        <p className="mt-4 flex flex-wrap items-center justify-end gap-x-3 text-sm text-muted">
          No answer came.
          <Button shape="link" className="py-1 font-medium text-ink" onClick={() => retry(last.key)}>
            Ask again
          </Button>
        </p>
      )}
      {!isHandedOver && turn === null && failure === null && suggestions.length > 0 && (
        <Suggestions label={hasSpoken ? 'You might say' : 'To begin with'} suggestions={suggestions} choose={choose} />
      )}
    </>
  );
}

interface SaidProps {
  readonly message: ThreadMessage;
  readonly canRetry: boolean;
  readonly retry: (messageId: string) => void;
}

/** What the person said. Shown as they wrote it, marks and all. */
const Said = memo(function Said({ message, canRetry, retry }: SaidProps) {
  return (
    <article className="ml-auto grid max-w-[min(85%,34rem)] justify-items-end">
      <h2 className="sr-only">You said</h2>
      <p
        className={`max-w-full rounded-3xl rounded-br-lg px-4.5 py-2.5 break-words whitespace-pre-wrap ${message.state === 'failed' ? 'border border-alarm' : 'bg-accent text-on-accent'}`}
      >
        {message.text}
      </p>
      {message.state === 'failed' && (
        <p className="mt-1 flex items-center gap-2 text-sm text-alarm">
          Not sent
          {canRetry && (
            <Button shape="link" className="px-1 py-1 font-medium" onClick={() => retry(message.key)}>
              Send again
            </Button>
          )}
        </p>
      )}
    </article>
  );
});

const STATE_NOTES: Partial<Record<MessageState, string>> = {
  cancelled: 'You stopped this reply.',
  partial: 'This reply was cut short.',
  failed: 'This reply was cut short.',
};

interface ReplyProps {
  readonly message: ThreadMessage;
  readonly assistant: Assistant;
  /** What it shows is void, and the reply begins again. */
  readonly isReplacing: boolean;
}

/** What the assistant said, with what belongs to it. */
const Reply = memo(function Reply({ message, assistant, isReplacing }: ReplyProps) {
  const { text, state, details } = message;
  const isCrisis = details?.safety === 'crisis';
  const isConcerned = isCrisis || details?.safety === 'concern';
  const note = STATE_NOTES[state];
  return (
    <article className="flex gap-4" aria-busy={state === 'waiting' || state === 'streaming'}>
      <AssistantFace assistant={assistant} className="size-9 max-sm:hidden" />
      <div
        className={`min-w-0 grow sm:pt-1 ${isCrisis ? 'rounded-3xl border-2 border-accent bg-tint p-5 text-lg sm:pt-5' : ''}`}
      >
        <h2 className="sr-only">{assistant.name} said</h2>
        {isCrisis && <Heart className="mb-2 size-7" />}
        {state === 'waiting' ? (
          <p>
            <span className="sr-only">{assistant.name} is writing</span>
            <Dots />
          </p>
        ) : (
          <div className={isReplacing ? 'opacity-60 transition-opacity' : undefined} aria-hidden={isReplacing}>
            <RichTextView text={text} findContacts={isConcerned} />
          </div>
        )}
        {isReplacing && (
          <p className="mt-2 flex items-center gap-3 text-sm text-muted">
            Let me start that again <Dots />
          </p>
        )}
        {note !== undefined && <p className="mt-2 text-sm text-muted italic">{note}</p>}
        {details !== null && <ReplyDetails details={details} />}
      </div>
    </article>
  );
});

interface FailureProps {
  readonly error: unknown;
  readonly retry: () => void;
}

function Failure({ error, retry }: FailureProps) {
  const describeProblem = useProblemWords();
  const { title, advice, canRetry } = describeProblem(error);
  return (
    <div role="alert" className="mt-6 flex animate-arrive gap-3 rounded-2xl border border-line bg-raised p-4">
      <TriangleAlert className="mt-0.5 size-5 text-alarm" />
      <div className="grow">
        <p className="font-medium">{title}</p>
        <p className="text-muted">{advice}</p>
        {canRetry && (
          <Button shape="outlined" className="mt-3 text-sm" onClick={retry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
