import { TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { useProblemWords } from '../problem-words.ts';
import { OneMessage } from './one-message.tsx';
import { Suggestions } from './reply-details.tsx';
import type { MessageListProps } from './message-list-props.ts';

const LongMessageList = lazy(async () => ({ default: (await import('./long-message-list.tsx')).LongMessageList }));

/** From so many messages on only those near the screen are drawn. */
const LONG = 60;

/** What was said, in order, and what one might say next. */
export function MessageList(props: MessageListProps) {
  const { assistant, thread, choose, retry, isHandedOver } = props;
  const { t } = useTranslation('talk');
  const { messages, turn, failure } = thread;
  const last = messages.at(-1);
  const hasSpoken = messages.some(({ role }) => role === 'user');
  const suggestions = hasSpoken ? (last?.details?.suggestions ?? []) : assistant.starters;
  const isUnanswered =
    !isHandedOver && turn === null && failure === null && last?.role === 'user' && last.state === 'complete';
  const plain = (
    <ol aria-label={t('messages')} className="grid gap-5">
      {messages.map((message) => (
        <li key={message.key} className="grid min-w-0 animate-arrive">
          <OneMessage {...props} message={message} />
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {messages.length < LONG ? (
        plain
      ) : (
        <Suspense fallback={plain}>
          <LongMessageList {...props} />
        </Suspense>
      )}
      {failure !== null && <Failure error={failure.error} retry={() => retry(failure.messageId)} />}
      {isUnanswered && (
        <p className="mt-4 flex flex-wrap items-center justify-end gap-x-3 text-sm text-muted">
          {t('noAnswerCame')}
          <Button shape="link" className="py-1 font-medium text-ink" onClick={() => retry(last.key)}>
            {t('askAgain')}
          </Button>
        </p>
      )}
      {!isHandedOver && turn === null && failure === null && suggestions.length > 0 && (
        <Suggestions label={t(hasSpoken ? 'youMightSay' : 'toBeginWith')} suggestions={suggestions} choose={choose} />
      )}
    </>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly retry: () => void;
}

function Failure({ error, retry }: FailureProps) {
  const { t } = useTranslation('common');
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
            {t('tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
