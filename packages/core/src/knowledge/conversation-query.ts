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
  /^(but |and |ok |okay |so )?(how|why)( exactly| come| so| not| is that)?[?!. ]*$|^(go on|continue|more( please)?|and then|like what|such as|for example|example|elaborate|sources?( please)?|says who|proof)[?!. ]*$/i;

/** Whether a message asks for more of what was said last, by its intent or by its words alone. */
export function asksForMore(message: string, intent: Intent): boolean {
  return intent === 'elaborate' || MORE.test(message.trim());
}

const YEARS = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: and a half)?';
/** "She's 4", "my son is six now", "7 years old": how old somebody else is, and nothing more. */
const AGE = new RegExp(
  `^(?:(?:oh|well|yes|yeah|sure),? )?(?:(?:she|he|they|it|my \\w+)(?:['’]?s|['’]?re| is| are| just turned| turns) (?:only |just |about |almost |nearly |turning )*${YEARS}(?:[ -](?:years?|yrs?|yo)(?:[ -]old)?)?|${YEARS}[ -](?:(?:years?|yrs?)[ -]old|yo))(?: now)?[.! ]*$`,
  'i',
);
/** Whether a message tells a child's age, or what may be one, and nothing more. */
export const tellsAge = (message: string): boolean => AGE.test(message.trim());
/** What that leans on beside what was answered: the same care is not for every age. */
const BY_AGE = "children's hair age by age";

/** What nothing of the knowledge answers, whatever it points back to. */
const ABOUT_NOTHING: ReadonlySet<Intent> = new Set(['greeting', 'farewell', 'thanks', 'identity', 'memory-command']);

/**
 * What to search the knowledge for, given where the conversation stands: the message on the first line and, on further
 * lines, what it leans on. "Tell me more" and "yes please" lean on what was last answered; "low, I think" on the
 * question it replies to; "will it grow back?" on what "it" was; a whole question on nothing.
 */
export function conversationQuery(message: string, intent: Intent, history: readonly Spoken[]): string {
  return [message, ...contextOf(message, intent, history)].map((text) => text.replace(/\s*\n\s*/g, ' ')).join('\n');
}

function contextOf(message: string, intent: Intent, history: readonly Spoken[]): readonly string[] {
  const replies = history.filter((spoken) => spoken.role === 'assistant').map((spoken) => spoken.text);
  const lastReply = replies.at(-1);
  if (lastReply === undefined || ABOUT_NOTHING.has(intent)) return [];
  if (tellsAge(message)) return [BY_AGE, openingOf(lastReply)];
  const informative = informativeWords(message).length;
  if (informative >= STANDS_ALONE_FROM) return [];
  if (asksForMore(message, intent) || intent === 'agree') return replies.slice(-REPLIES_LOOKED_BACK);
  const isShort = words(message).length <= MOST_WORDS_OF_A_SHORT_ANSWER;
  if (isShort && (intent === 'share' || intent === 'decline') && isAnswer(lastReply)) {
    const question = lastReply.match(/[^.!?]+\?\s*$/)?.[0];
    if (question !== undefined) return [question, openingOf(lastReply)];
  }
  if (informative > 0 && !POINTS_BACK.test(message)) return [];
  const lastMessage = history.findLast((spoken) => spoken.role === 'user' && informativeWords(spoken.text).length > 0);
  const answers = replies.slice(-REPLIES_LOOKED_BACK).filter(isAnswer);
  return [...(lastMessage === undefined ? [] : [lastMessage.text]), ...answers.map(openingOf)];
}

const informativeWords = (text: string) => words(text).filter((word) => !STOP_WORDS.has(word));
const isAnswer = (reply: string) => words(reply).length >= LEAST_WORDS_OF_AN_ANSWER;
const openingOf = (reply: string) => reply.match(/^[^.!?]+[.!?]/)?.[0] ?? '';
