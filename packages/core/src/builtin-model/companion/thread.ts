import type { Mood } from '@rapport/wire';
import type { Mention, Topic } from '../../understanding/summary.ts';
import { understand } from '../../understanding/understand.ts';
import type { Situation } from './situation.ts';
import { lossOf, situationOf } from './situations.ts';

/** What the last messages of a person were about: what a message that names nothing itself goes on with. */
export interface Thread {
  /** Mixed feelings are of their moment and don't carry over: `mixed` is never a thread's. */
  readonly polarity: 'positive' | 'negative' | 'neutral';
  readonly topic: Topic | undefined;
  readonly situation: Situation | null;
  /** Whom the last messages named: whom "he" and "she" go on about. */
  readonly mention: Mention | null;
  /** Somebody's death was told in them. */
  readonly isOfLoss: boolean;
}

/** Three messages back people still mean the same; further back it reads as stubborn. */
const MESSAGES_LOOKED_BACK = 3;

/** A mood is carried on less far than a matter: two messages later people are often elsewhere. */
const MESSAGES_OF_ONE_MOOD = 2;

/** Reads the thread from the person's earlier messages, oldest first: the latest word on each of its sides counts. */
export function threadOf(personSaid: readonly string[]): Thread {
  const recent = personSaid.slice(-MESSAGES_LOOKED_BACK).reverse();
  const summaries = recent.map((text) => ({ text, ...understand(text, { nameAsked: false }) }));
  const felt = summaries
    .slice(0, MESSAGES_OF_ONE_MOOD)
    // Boredom is over with the next thing said.
    .map(({ text, mood }) =>
      mood?.primary === 'bored' || mood?.label === 'bored' ? 'neutral' : feltPolarity(text, mood),
    )
    .find((polarity) => polarity !== 'neutral');
  const polarity = felt === undefined || felt === 'mixed' ? 'neutral' : felt;
  const topic = summaries.flatMap(({ topics }) => topics.slice(0, 1))[0];
  const situations = recent.map((text) => situationOf(text, felt ?? 'neutral'));
  const mention = summaries.flatMap(({ mentions }) => mentions.filter(({ kind }) => kind !== 'place').slice(-1))[0];
  return {
    polarity,
    topic,
    situation: situations.find((found) => found !== null) ?? null,
    mention: mention ?? null,
    isOfLoss: recent.some((text) => lossOf(text) !== null),
  };
}

/** What people say of what annoys them without naming the feeling. */
const COMPLAINT =
  /(?<!\w)(is|'s|are|was|were) (such |being |just |really |literally )*(an? )?(\w+ )?(dick|jerk|asshole|ass|bitch|prick|bully|tyrant|nightmare|creep|liar|snake|control freak|pain)\b|\b(we|i) (fought|argued|had (a|an|another|our) (big |huge |stupid )?(fight|argument|row))\b|\b(keeps? (on )?\w+ing|didn'?t even|won'?t (stop|shut up|listen)|ruined|refuses? to|forgot (my|our)|haven'?t (eaten|slept)|(nobody|no ?one) (came|cares|called|noticed|listens|helped|stood up))\b/i;

/** A turn for the good, told by its punctuation where no word names the feeling. */
const GLAD =
  /\b(replied|answered|said yes|(called|texted|wrote|messaged) (me )?back|made it|it worked|(we|i|they|she|he) won|passed|is coming|are coming|(is|'s|s|are|'re|was|were) (really |so |actually |totally |all |doing )*(home|safe|okay|ok|fine|well|better|awake|cool( about it)?|nice( about it)?|sweet( about it)?|kind|happy|healthy))\b[^?]*!\s*$/i;

/** Others' luck, told as one's own lack of it. */
const COMPARISON =
  /\b(everyone else|everybody else|all my friends|the only one (who|that)|except me|but not me|and not me)\b/i;
/** Everyday words of pleasure that make no mood yet, and yet don't belong to a heavy thread. */
const PLEASANT =
  /\b(nice|best|good|great|lovely|sweet|love|fun|happy|better|glad|cute|yay|beautiful|gorgeous|adorable|perfect|smil\w+|proud|funny|kind|helped)\b/i;

/** How a message is to be met: in its own mood, or in that of the thread it goes on with. */
export function polarityInThread(message: string, felt: Mood['polarity'], thread: Thread): Mood['polarity'] {
  // "He fixed clocks", of a father who died: a word that sounds relieved is none.
  if (felt === 'positive' && thread.isOfLoss && !PLEASANT.test(message)) return 'negative';
  if (felt !== 'neutral') return felt;
  return thread.polarity === 'negative' && PLEASANT.test(message) ? 'neutral' : thread.polarity;
}

/** The polarity of a message: its mood's, or that of a complaint that names no feeling. */
export function feltPolarity(message: string, mood: Mood | null): Mood['polarity'] {
  const polarity = mood?.polarity ?? 'neutral';
  if (COMPARISON.test(message)) return 'negative';
  if (polarity === 'neutral' && GLAD.test(message)) return 'positive';
  return polarity === 'neutral' && COMPLAINT.test(message) ? 'negative' : polarity;
}
