import type { Intent } from '../understanding/summary.ts';
import { STOP_WORDS } from './stop-words.ts';
import { words } from './vocabulary.ts';

interface Spoken {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** A message with fewer informative words than this leans on what was said before it. */
const STANDS_ALONE_FROM = 3;

/** How many of the assistant's last messages may hold what "tell me more" is about, when it is asked repeatedly. */
const REPLIES_LOOKED_BACK = 3;
/** An answer to a question of ours is short, and that question followed an answer of some length, not small talk. */
const MOST_WORDS_OF_A_SHORT_ANSWER = 6;
const LEAST_WORDS_OF_AN_ANSWER = 30;
const POINTS_BACK = /\b(it|its|that|this|they|them|those|these|one|ones|there)\b/i;

/** "How exactly?", "why?", "like what?": nothing but a wish for more of the last answer. */
const MORE =
  /^(but |and |ok |okay |so )?(how|why)( exactly| come| so| not| is that)?[?!. ]*$|^(go on|continue|more( please)?|and then|like what|such as|for example|example|elaborate)[?!. ]*$/i;

/** Whether a message asks for more of what was said last, by its intent or by its words alone. */
export function asksForMore(message: string, intent: Intent): boolean {
  return intent === 'elaborate' || MORE.test(message.trim());
}

/**
 * What to search the knowledge for, given where the conversation stands. "Tell me more" and "yes please" search for
 * what was last answered; "low, I think" searches together with the question it replies to; "will it grow back?"
 * together with what "it" was; a whole question searches for itself.
 */
export function conversationQuery(message: string, intent: Intent, history: readonly Spoken[]): string {
  const replies = history.filter((spoken) => spoken.role === 'assistant').map((spoken) => spoken.text);
  const lastReply = replies.at(-1);
  if (lastReply === undefined) return message;
  const informative = words(message).filter((word) => !STOP_WORDS.has(word));
  if (informative.length >= STANDS_ALONE_FROM) return message;
  if (asksForMore(message, intent) || intent === 'agree') {
    return [message, ...replies.slice(-REPLIES_LOOKED_BACK)].join(' ');
  }
  const isShort = words(message).length <= MOST_WORDS_OF_A_SHORT_ANSWER;
  if (isShort && (intent === 'share' || intent === 'decline') && words(lastReply).length >= LEAST_WORDS_OF_AN_ANSWER) {
    const question = lastReply.match(/[^.!?]+\?\s*$/)?.[0];
    const opening = lastReply.match(/^[^.!?]+[.!?]/)?.[0] ?? '';
    if (question !== undefined) return `${message} ${question} ${opening}`;
  }
  const asks = intent === 'question' || intent === 'ask-for-help' || message.includes('?');
  const lastMessage = history.findLast((spoken) => spoken.role === 'user')?.text;
  return asks && POINTS_BACK.test(message) && lastMessage !== undefined ? `${message} ${lastMessage}` : message;
}
