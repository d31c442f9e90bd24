import type { SafetyLevel } from '@rapport/wire';
import type { Summary } from '../understanding/summary.ts';
import { type AssistantFacts, familiarWords, wordsVersionOf } from './assistant-words.ts';
import { type CacheKey, normaliseQuestion } from './cache-key.ts';
import { isLetter, namesSomeone } from './question-names.ts';
import { traitsOf } from './question-rules.ts';

/** Longer messages tell a story, and no two people tell the same. In UTF-16 code units. */
export const LONGEST_CACHED_QUESTION = 200;
/** A mood that is read with less certainty is a word that happens to be one: "is it bad to". From 0 to 1. */
const LEAST_MOOD_CONFIDENCE = 0.5;
/** A cheerful one needs more than a single word, which reads as 0.7: "without tears", "is it good for". */
const LEAST_CHEER = 0.75;

/** What `plan` knows of a turn, as far as caching hangs on it. */
export interface CachingFacts {
  readonly assistant: AssistantFacts;
  readonly text: string;
  readonly summary: Summary;
  /** What was said before in the conversation, as the prompt holds it; without `sequence` by the caller's own account. */
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly sequence?: number }[];
  readonly locale: string;
  /** False for scripted words: nothing of them is worth keeping. */
  readonly isWrittenByModel: boolean;
  /** Whether the assistant's knowledge answers the question: without it a model says what it likes, or that it can't. */
  readonly isKnown: boolean;
  /** True when a name is known, was asked for in this conversation, or is learnt in this turn. */
  readonly nameTookPart: boolean;
  /** True when the prompt holds anything remembered about the person, or should have been given it. */
  readonly memoryTookPart: boolean;
  /** True when the prompt holds anything of the person's profile besides `persona` and `journeyStage`. */
  readonly profileTookPart: boolean;
  /** The person's standing with this assistant. */
  readonly careLevel: SafetyLevel;
  readonly imageCount: number;
  /** Null when they did not shape the prompt. */
  readonly persona: string | null;
  readonly journeyStage: string | null;
  readonly variant: string | null;
  /** True for a variant that is tried without the cache. */
  readonly isCacheOff: boolean;
  readonly knowledgeVersion: string;
  readonly promptVersion: string;
  readonly chainVersion: string;
}

/** Why a reply is never kept. The first that holds is told; the name goes into logs. */
export type UncacheableReason =
  | 'scripted'
  | 'experiment'
  | 'companion'
  | 'risk'
  | 'in-care'
  | 'image'
  | 'name'
  | 'memory'
  | 'profile'
  | 'mood'
  | 'earlier-talk'
  | 'too-long'
  | 'no-question'
  | 'unread-language'
  | 'unknown'
  | 'mentions'
  | 'urgent'
  | 'personal'
  | 'identifying'
  | 'steers'
  | 'time-bound'
  | 'refers-back';

export type CachingDecision =
  | { readonly cacheable: true; readonly key: CacheKey }
  | { readonly cacheable: false; readonly reason: UncacheableReason };

/** In the order in which they decide: whose turn it is, then what shaped the reply, then what the question says. */
const RULES: readonly (readonly [UncacheableReason, (facts: CachingFacts) => boolean])[] = [
  ['scripted', ({ isWrittenByModel }) => !isWrittenByModel],
  ['experiment', ({ isCacheOff }) => isCacheOff],
  ['companion', ({ assistant }) => assistant.kind !== 'guide'],
  ['risk', ({ summary }) => summary.risk.level !== 'none'],
  ['in-care', ({ careLevel }) => careLevel !== 'none'],
  ['image', ({ imageCount }) => imageCount > 0],
  ['name', ({ nameTookPart, summary }) => nameTookPart || summary.name.kind !== 'none'],
  ['memory', ({ memoryTookPart }) => memoryTookPart],
  ['profile', ({ profileTookPart }) => profileTookPart],
  ['mood', ({ summary }) => hasMood(summary)],
  ['earlier-talk', ({ history }) => history.length > 1 || !history.every(isGreeting)],
  ['too-long', ({ text }) => text.length > LONGEST_CACHED_QUESTION],
  ['no-question', ({ summary }) => !asksSomething(summary)],
  // The rules below read English: in what they can't read, they find nothing personal.
  ['unread-language', ({ summary }) => summary.language !== 'en'],
  ['unknown', ({ isKnown }) => !isKnown],
  ['mentions', ({ summary }) => summary.mentions.some(({ name, relation }) => name !== null || relation !== null)],
  ['mentions', ({ text, assistant }) => namesSomeone(text, familiarWords(assistant))],
  ['personal', ({ text }) => isLetter(text)],
];

/**
 * Whether a turn's reply may be given to another person, and under which key. Pure. It says no in doubt: a reply made
 * twice costs a moment, one person's words in another's reply can't be taken back.
 */
export function decideCaching(facts: CachingFacts): CachingDecision {
  const broken = RULES.find(([, holds]) => holds(facts));
  if (broken !== undefined) return { cacheable: false, reason: broken[0] };
  const question = normaliseQuestion(facts.text);
  if (question === '') return { cacheable: false, reason: 'no-question' };
  const { language } = facts.summary;
  const traits = traitsOf(question);
  const [first] = traits;
  if (first !== undefined && first !== 'safety-relevant') return { cacheable: false, reason: first };
  const { locale, persona, journeyStage, variant, knowledgeVersion, promptVersion, chainVersion } = facts;
  return {
    cacheable: true,
    key: {
      brand: facts.assistant.brand.id,
      assistant: facts.assistant.id,
      locale,
      language,
      persona,
      journeyStage,
      variant,
      knowledgeVersion,
      promptVersion,
      wordsVersion: wordsVersionOf(facts.assistant),
      chainVersion,
      question,
      allowsNear: first === undefined,
    },
  };
}

/** Where the assistant greets, its greeting is the first message. A caller can say anything in its name. */
const GREETING_SEQUENCE = 1;
const isGreeting = ({ role, sequence }: CachingFacts['history'][number]): boolean =>
  role === 'assistant' && sequence === GREETING_SEQUENCE;

/** "How do I stop frizz" is read as a call for help, and asks what everyone may. */
function asksSomething({ intent, asks }: Summary): boolean {
  return intent === 'question' || (intent === 'ask-for-help' && asks !== null);
}

function hasMood({ mood }: Summary): boolean {
  if (mood === null || mood.polarity === 'neutral') return false;
  return mood.confidence >= (mood.polarity === 'positive' ? LEAST_CHEER : LEAST_MOOD_CONFIDENCE);
}
