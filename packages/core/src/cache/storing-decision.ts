import { hasUnsafeMarkup, leadsElsewhere } from './reply-markup.ts';
import { hidesText, visibleLength } from './visible-text.ts';

/** Shorter replies say too little to be worth keeping, in signs that a reader sees, without spaces. */
const SHORTEST_STORED_REPLY = 32;
/** Longer ones than 600 tokens of text can be: something went wrong. In UTF-16 code units. */
const LONGEST_STORED_REPLY = 8_000;

/** What came of a turn whose question may be cached. */
export interface StoringFacts {
  /** As the chain says it; only a whole attempt is a reply. */
  readonly outcome: 'completed' | 'cancelled' | 'exhausted' | 'scripted';
  /** The model's words alone, without what `plan` puts before and after. */
  readonly text: string;
  /** Whether the model that wrote it runs in this process. */
  readonly isLocalModel: boolean;
  /** Whether the chain holds a vendor's model: then the local one wrote because they failed. */
  readonly hasVendors: boolean;
  /** Addresses of what the reply drew on: it may lead to their hosts, and to no others. */
  readonly sources: readonly string[];
}

export type UnstoredReason =
  | 'unfinished'
  | 'fallback'
  | 'too-short'
  | 'too-long'
  | 'hidden-text'
  | 'unsafe-markup'
  | 'foreign-link'
  | 'cut'
  | 'refusal'
  | 'of-the-day'
  | 'of-the-person';

export type StoringDecision = { readonly stored: true } | { readonly stored: false; readonly reason: UnstoredReason };

/** Ends in the middle of something. A list may end without a full stop. */
const CUT = /(?:[,:;([{\-–—/&+=]|\b(?:and|or|but|the|a|an|to|of|with|for|in|on|if|is|are|your|that|which|because))$/i;
/** Says no, or that it has nothing to say: another try may do better. */
const REFUSAL =
  /\b(?:i (?:can(?:no|')?t|cannot|am (?:not able|unable)|'m (?:not able|unable)|won't|will not)(?: \w+)? (?:help|assist|answer|discuss|provide|comply|do that|say|share|give|find|access|process)|i'm (?:sorry|afraid)[,.]? (?:but )?(?:i|there|that)|i apologi[sz]e|i (?:do not|don't|dont)(?: \w+)? (?:have|know|find|see) (?:that|this|any|enough|information|the answer|details|anything|an answer|a)|i'm not (?:sure|certain|allowed)|i don't know|not on file|no information (?:on|about)|outside (?:of )?(?:my|what i)|as an ai(?: language)? (?:model|assistant)|could you (?:clarify|rephrase|tell me (?:more|what))|can you (?:clarify|rephrase|tell me (?:more|what))|something went wrong|try again (?:later|in a)|please rephrase)\b/i;
/** Speaks of this person's turn: their words, their past, the time of their day. */
const OF_THE_PERSON =
  /\b(?:you (?:said|told me|mentioned|shared|asked (?:me )?(?:earlier|before|last))|as you (?:said|mentioned|know)|welcome back|good (?:morning|afternoon|evening|night)|nice to (?:meet|see) you|last time|earlier you|we (?:talked|spoke|discussed|chatted)|since you(?:'re| are| have|'ve)|your (?:daughter|son|child|kid|baby|husband|wife|partner|doctor|mother|father|mum|mom|dad|sister|brother)|happy birthday|congratulations|i remember)\b/i;

/** Speaks of the day it was written on, which prompts tell and the next reader may not share. */
const OF_THE_DAY =
  /\b(?:today|tonight|tomorrow|yesterday|right now|(?:this|last|next) (?:morning|afternoon|evening|night|week|weekend|month|year|winter|summer|spring|autumn|fall|season)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december|20[2-9]\d)\b/i;

/** In the order in which they decide. */
const RULES: readonly (readonly [UnstoredReason, (facts: StoringFacts) => boolean])[] = [
  ['unfinished', ({ outcome }) => outcome !== 'completed'],
  ['fallback', ({ isLocalModel, hasVendors }) => isLocalModel && hasVendors],
  ['too-long', ({ text }) => text.length > LONGEST_STORED_REPLY],
  ['too-short', ({ text }) => visibleLength(text) < SHORTEST_STORED_REPLY],
  ['hidden-text', ({ text }) => hidesText(text)],
  ['unsafe-markup', ({ text }) => hasUnsafeMarkup(text)],
  ['foreign-link', ({ text, sources }) => leadsElsewhere(text, sources)],
  ['cut', ({ text }) => isCut(text.trim())],
  ['refusal', ({ text }) => REFUSAL.test(straight(text))],
  ['of-the-day', ({ text }) => OF_THE_DAY.test(text)],
  ['of-the-person', ({ text }) => OF_THE_PERSON.test(straight(text))],
];

/** Whether a reply is good enough to be given to others for a day. Pure. */
export function decideStoring(facts: StoringFacts): StoringDecision {
  const broken = RULES.find(([, holds]) => holds(facts));
  return broken === undefined ? { stored: true } : { stored: false, reason: broken[0] };
}

function isCut(text: string): boolean {
  const opened = text.match(/```/g)?.length ?? 0;
  const bold = text.match(/\*\*/g)?.length ?? 0;
  return CUT.test(text) || opened % 2 === 1 || bold % 2 === 1;
}

const straight = (text: string): string => text.replace(/[\u2018\u2019]/g, "'");
