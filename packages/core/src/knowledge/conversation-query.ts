import type { Intent } from '../understanding/summary.ts';
import { STOP_WORDS } from './stop-words.ts';
import { words } from './vocabulary.ts';

interface Spoken {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** A message with fewer informative words than this leans on what was said before it. */
const STANDS_ALONE_FROM = 3;

/**
 * What to search the knowledge for, given where the conversation stands. "Tell me more" and "yes please" search for
 * what was last answered; "low, I think" searches together with the question it replies to; a whole question searches
 * for itself.
 */
export function conversationQuery(message: string, intent: Intent, history: readonly Spoken[]): string {
  const lastAnswer = history.findLast((spoken) => spoken.role === 'assistant')?.text;
  if (lastAnswer === undefined) return message;
  const informative = words(message).filter((word) => !STOP_WORDS.has(word));
  if (intent === 'elaborate' || (intent === 'agree' && informative.length < STANDS_ALONE_FROM)) {
    return `${message} ${lastAnswer}`;
  }
  const askedLast = lastAnswer.match(/[^.!?]+\?\s*$/)?.[0];
  if (informative.length >= STANDS_ALONE_FROM || askedLast === undefined) return message;
  return `${message} ${askedLast}`;
}
