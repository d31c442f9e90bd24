import { HumanMessage } from './human-message.tsx';
import type { MessageListProps } from './message-list-props.ts';
import { Reply } from './reply.tsx';
import { Said } from './said.tsx';
import type { ThreadMessage } from './thread.ts';

interface OneMessageProps extends Pick<MessageListProps, 'assistant' | 'thread' | 'retry' | 'sayAnew' | 'discard'> {
  readonly message: ThreadMessage;
}

/** A message, as whoever said it has it shown. */
export function OneMessage({ assistant, thread, message, retry, sayAnew, discard }: OneMessageProps) {
  const { turn, failure } = thread;
  if (message.role === 'user') {
    const isFree = turn === null && failure?.messageId !== message.key;
    return <Said message={message} isFree={isFree} retry={retry} sayAnew={sayAnew} discard={discard} />;
  }
  if (message.humanName !== undefined) return <HumanMessage message={message} />;
  const isReplacing = turn?.isReplacing === true && message.state !== 'complete' && message.details === null;
  return <Reply message={message} assistant={assistant} isReplacing={isReplacing} />;
}
