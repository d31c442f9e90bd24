import { clean, sentences } from '../understanding/text.ts';
import { DAY_MS, type Outcome } from './advice.ts';
import type { NamedAdvice } from './given-advice.ts';
import { outcomeIn } from './outcome-words.ts';
import { namedInClause } from './which-advice.ts';

/** What a message says came of one advice. */
export interface OutcomeReport {
  readonly adviceId: string;
  readonly outcome: Outcome;
  /** The sentences it was read from, in their own words. */
  readonly quote: string;
  /** 0 to 1: asked for or named, or taken to go on about what was named before. */
  readonly confidence: number;
}

export interface OutcomeReading {
  /** One for each advice that is spoken of. */
  readonly reports: readonly OutcomeReport[];
  /** Advice that may be meant, where something is told and it is not clear of which; empty where it is clear. */
  readonly whichOf: readonly string[];
}

export interface OutcomeInput {
  readonly text: string;
  /** What the person was advised, the latest given first. */
  readonly advised: readonly NamedAdvice[];
  /** The id of what was just asked after; null when nothing was. */
  readonly asked: string | null;
  readonly now: Date;
}

export const NOTHING_TOLD: OutcomeReading = { reports: [], whichOf: [] };

const SURE = 0.9;
const NAMED = 0.8;
const TAKEN = 0.65;
const LONGEST_QUOTE = 300;
const MOST_READ = 2_000;
/** What was advised within the hour can't have been tried; thanks for it are no outcome. */
const FRESH_MS = 0.8 * DAY_MS;

/** Asked, wished, supposed or announced: nothing came of anything yet. */
const NOT_SO_YET =
  /\b(?:if|hope|hopes|hoping|hopefully|wish|wishing|wonder(?:ing)?|would(?:nt)?(?! (?:do|use|recommend) it again)|might|maybe it|perhaps|could it|should|fingers crossed|let you know|keep you posted|supposed to|meant to (?:help|work|make)|expect(?:ing)?|will (?:it|that|this|they|the|my)|(?:it|that|this) will|(?:it|that|this) (?:can|could|may|should)|itll|thatll|im sure it|looking for|need something|want something|i want|i need|help me|any (?:tips|ideas|advice|chance)|does (?:it|that|this)|do (?:you|they|i)|did (?:it|that) work|is (?:it|that|this|there) (?:ok|good|bad|safe|better|supposed|normal)|can (?:i|you|it)|how (?:do|does|long|often|much|would|can|to|come|is)|what (?:if|about|is|do|does|should|would|can|are)|whats|which|when (?:do|should|will|can)|why|where|has (?:it|that) worked for|who else|explain|tell me)\b/;
/** Announced, and so not done: the one thing of these that tells something where it was asked. */
const ANNOUNCED =
  /\b(?:ill|i will|im gonna|going to|gonna|plan(?:ning)? to|imma|hoping to|want to|need to|still|havent|hopefully (?:this|next))\b/;
/** Somebody else's hair or word. */
const OF_OTHERS =
  /\b(?:(?:my|our|her|his|their|a) (?:[\w-]+ )?(?:daughters?|sons?|kids?|child(?:ren)?|baby|sisters?|brothers?|moms?|mums?|mothers?|dads?|husbands?|wife|boyfriends?|girlfriends?|partners?|friends?|nieces?|nephews?|aunts?|aunties?|clients?|cousins?|grandma|coworkers?|colleagues?|bestie|roommates?|stylists?)(?! (?:noticed|asked|keeps|complimented|told me (?:it|my)))|(?:she|he|they) (?:said|says|swears|told|loves|loved|tried|uses|used)|people (?:say|said)|everyone (?:says|said|online|on)|reviews?|(?:i (?:read|heard|saw)) (?:that|it|on|online|somewhere|people)|for (?:her|him|them|you|others|some people|everyone|most people))\b/;
/** About something of life that no advice was on, unless hair stands beside it. */
const OF_LIFE =
  /\b(?:my|the|this|last|your|our) (?:[\w-]+ )?(?:work|job|boss|trip|vacation|holiday|week|weekend|day|weather|exam|school|class|family|life|movie|dinner|sleep|app|website|site|order|shipping|package|delivery|login|password|account|code|coupon|event|wedding|party|dog|cat|car|house|interview|workout|month|year|morning|birthday|phone|game|concert|chat|conversation)\b|^(?:and |but |oh |hi |hey |hello )?(?:work|life|school|things|everything else|today|business|the kids|kids)(?: (?:has|have|is|was|s)\b|s\b)/;
const OF_SELF =
  /^(?:hi |hey |hello |oh |aw+ |ok |okay |well |good \w+ )*(?:(?:im|i am|ive been|i have been|i was|i feel|im doing|doing) (?:(?:doing|so|very|pretty|really|all|just|feeling) )*(?:great|good|fine|well|ok|okay|alright|better|happy|wonderful|amazing|fantastic)|(?:(?:its|so|really|very) )*(?:great|good|nice|lovely|happy) to (?:see|hear|be|meet|talk)|good (?:morning|evening|afternoon|day|question|point|night|to know))/;
const OF_THEIR_HAIR =
  /\b(?:hair|curls?|coils?|ends|tips|roots|scalp|edges|strands?|hairline|locs?|twists?|braids?|breakage|wash ?days?)\b/;

const isOfLife = (clause: string): boolean => OF_LIFE.test(clause) && !OF_THEIR_HAIR.test(clause);
/** Thanks for words: they were of use, not what they advise. */
const THANKS_FOR_WORDS =
  /\b(?:thanks|thank you|thx|ty|tysm|appreciate|cheers)\b[^.!?]{0,40}\b(?:helps?|helpful|useful|info\w*|explain\w*|answer\w*|clear\w*)\b|\b(?:that|this|it|you)(?:s| is| was| were| are|re)? (?:\w+ )?(?:helpful|useful|informative|clear|interesting)\b|\bgood (?:to know|advice|tip|info|idea)|great (?:advice|tip|info|idea)|makes sense|^(?:that|this) helps?(?: a lot| so much)?(?: thanks| thank you)?$/;

/** Points to what was advised without naming it. */
const OF_ADVICE =
  /\b(?:you (?:\w+ )?(?:told|suggested|recommended|recommend|said|mentioned|gave|advised|taught|had me|showed)|your (?:\w+ )?(?:advice|tips?|suggestions?|recommendations?|recs?|ideas?|tricks?|method|routine|plan|instructions|steps)|(?:we|we had|weve) (?:talked|spoke|chatted|discussed)|(?:from|since|after) (?:last time|our last|the last time)|last time (?:you|we)|as you (?:said|told|suggested)|what i was told)\b/;
/** Used or done, so that even what was advised today may be told of. */
const TRIED = /\b(?:tried|used|did|done|doing|using|been|started|followed|applied|put)\b/;

/** Before what may be a new matter of its own: "it helped, but …", "…, what should I do next?". */
const CLAUSE_ENDS =
  /\s*(?:;|—|–| - |:\s|\((?=\w)|\)|,?\s+(?=(?:but|though|although|however|yet|except that|while|whereas|only that)\b)|,\s*(?=(?:and |so )?(?:what|how|should|can|could|do|does|is there|any|when|where|which|why|will|would|the|my|that|it|i|im|ive|havent|didnt|still|just|now|no|not|its|they|your|this|then|thanks|thank)\b)|\s+and (?=(?:the|my|your|that|it|i|now|then|this|they|its|im|ive|havent|didnt) )|\s+so (?=(?:what|how|should|can|i|my|now) )|\s+(?=because\b|since i have\b))\s*/;

interface Told {
  readonly adviceIds: readonly string[];
  readonly outcome: Outcome;
  readonly quote: string;
  readonly confidence: number;
}

/**
 * Reads what a message says came of advice: clause by clause, each of what it names, of what was named before it, or of what was
 * just asked after. Nothing of what is asked, hoped, announced, told of others or thanked for. Pure; any text.
 */
export function readOutcomes({ text, advised, asked, now }: OutcomeInput): OutcomeReading {
  if (advised.length === 0) return NOTHING_TOLD;
  const told: Told[] = [];
  let topic: readonly string[] | null = null;
  let isPointedTo = false;
  for (const sentence of sentences(clean(text.slice(0, MOST_READ)))) {
    const isQuestion = /\?["')\]]*$/.test(sentence);
    const clauses = clausesOf(sentence);
    let isElsewhere = false;
    clauses.forEach((clause, place) => {
      const named = namedInClause(clause, advised);
      isElsewhere = named.length === 0 && (isOfLife(clause) || (isElsewhere && !OF_THEIR_HAIR.test(clause)));
      if (named.length > 0) topic = named;
      const pointsTo = OF_ADVICE.test(clause);
      isPointedTo ||= pointsTo;
      if (isQuestion && place === clauses.length - 1) return;
      const subject: readonly string[] | null = topic ?? (asked === null ? null : [asked]);
      const outcome = toldBy(clause, subject, { advised, asked });
      if (outcome === null || (isElsewhere && outcome !== 'not_tried')) return;
      const isNamed = named.length > 0 || topic !== null;
      if (!isNamed && asked === null && !isPointedTo) return;
      // "No time" tells of advice only where that was asked or is spoken of.
      if (outcome === 'not_tried' && asked === null && !isPointedTo) return;
      const about = subject ?? openIds(advised, now);
      const settled = about.filter((id) => mayBeTold(id, { clause, outcome, advised, asked, now }));
      if (settled.length === 0) return;
      told.push({
        adviceIds: asked !== null && settled.includes(asked) ? [asked] : settled,
        outcome,
        quote: sentence,
        confidence: named.length > 0 ? (asked === null && !isPointedTo ? NAMED : SURE) : asked === null ? TAKEN : SURE,
      });
    });
  }
  return combined(told);
}

const clausesOf = (sentence: string): string[] =>
  sentence
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/[.!?…"“”*]+/g, ' ')
    .split(CLAUSE_ENDS)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause !== '');

interface Asking {
  readonly advised: readonly NamedAdvice[];
  readonly asked: string | null;
}

/** What a clause tells, once what only looks like it is left out. */
function toldBy(clause: string, subject: readonly string[] | null, { advised, asked }: Asking): Outcome | null {
  if (OF_OTHERS.test(clause)) return null;
  const isCare =
    subject?.every((id) => advised.find(({ advice }) => advice.id === id)?.advice.kind === 'care') ?? false;
  if (isCare) return careTold(clause, asked !== null);
  const outcome = outcomeIn(clause);
  if (outcome === null) return asked === null ? null : briefly(clause);
  if (outcome === 'not_tried') return NOT_SO_YET.test(clause) && !ANNOUNCED.test(clause) ? null : outcome;
  if (NOT_SO_YET.test(clause)) return null;
  if (outcome === 'harmed') return outcome;
  if (OF_SELF.test(clause) || isOfLife(clause)) return null;
  if (asked === null && THANKS_FOR_WORDS.test(clause) && !TRIED.test(clause)) return null;
  return outcome;
}

/** "Great!", "not much", "nope": an answer by itself where something was asked. */
function briefly(clause: string): Outcome | null {
  if (
    /^(?:(?:really|so|pretty|actually|very|honestly|oh|um|well|its|been|going|doing|all) )*(?:good|great|amazing|well|wonderful|fantastic|awesome|excellent|perfect|perfectly|brilliant|lovely|incredible|nicely|beautifully|so good)(?: (?:so far|actually|thanks|thank you|honestly|really|ty|thx|girl|sis))*$/.test(
      clause,
    )
  )
    return 'worked';
  if (
    /^(?:(?:honestly|um|well|its|been|just|pretty|really) )*(?:alright|so so|fine|meh|decent|okayish|(?:its|been|just|pretty) (?:ok|okay)|(?:ok|okay) (?:i guess|so far))(?: (?:i guess|so far|thanks|honestly))*$/.test(
      clause,
    )
  )
    return /meh/.test(clause) ? 'did_not' : 'partly';
  if (
    /^(?:(?:honestly|um|well|its|been|just|pretty|really|not) )*(?:bad|badly|terrible|awful|horrible|not (?:good|great|well|much)|not so (?:good|great|well)|not at all)$/.test(
      clause,
    )
  )
    return 'did_not';
  return null;
}

const SEEN =
  /\b(?:saw|seen|went|visited|been (?:to|seen|checked|there)|had (?:it|them|my|an|the|a) (?:\w+ )?(?:looked at|checked|appointment|biopsy|test)|got (?:it|them|my \w+) (?:looked at|checked|tested)|(?:doctor|derm\w*|gp|specialist|nurse|pharmacist)(?: \w+){0,3} (?:said|says|gave|looked|prescribed|told|thinks|checked|ordered|confirmed)|diagnosed|prescribed)\b/;
const NOT_SEEN =
  /\b(?:not yet|havent|have not|didnt|couldnt|could not|cant|wasnt able|no appointments?|no insurance|no time|waiting(?: list)?|appointment (?:is|isnt|next|on|in|for)|booked|next (?:week|month)|scheduled|forgot|too expensive|afford|scared|afraid|nervous|still need|on the list|havent been)\b/;

/** Whether somebody was seen: `worked` when they were. */
function careTold(clause: string, isAsked: boolean): Outcome | null {
  if (NOT_SEEN.test(clause)) return 'not_tried';
  if (SEEN.test(clause)) return 'worked';
  if (!isAsked) return null;
  if (/^(?:yes|yeah|yep|yup|i did|i was|we did|finally did)\b/.test(clause)) return 'worked';
  return /^(?:no|nope|nah)\b/.test(clause) ? 'not_tried' : null;
}

/** What is open: advised some time ago, and nothing told of it since. */
const openIds = (advised: readonly NamedAdvice[], now: Date): readonly string[] =>
  advised.filter(({ advice }) => isOpen(advice, now)).map(({ advice }) => advice.id);

const isOpen = ({ givenAt, report }: NamedAdvice['advice'], now: Date): boolean =>
  now.getTime() - new Date(givenAt).getTime() >= FRESH_MS &&
  (report === null || new Date(report.reportedAt) < new Date(givenAt));

function mayBeTold(
  id: string,
  about: Asking & { readonly clause: string; readonly outcome: Outcome; readonly now: Date },
): boolean {
  if (id === about.asked) return true;
  const advice = about.advised.find((each) => each.advice.id === id)?.advice;
  if (advice === undefined) return false;
  const isFresh = about.now.getTime() - new Date(advice.givenAt).getTime() < FRESH_MS;
  return !isFresh || about.outcome === 'harmed' || (TRIED.test(about.clause) && about.outcome !== 'not_tried');
}

/** Several clauses on one advice make one report. */
function combined(told: readonly Told[]): OutcomeReading {
  const sure = told.filter(({ adviceIds }) => adviceIds.length === 1);
  const ids = [...new Set(sure.flatMap(({ adviceIds }) => adviceIds))];
  const reports = ids.map((adviceId): OutcomeReport => {
    const of = sure.filter(({ adviceIds }) => adviceIds.includes(adviceId));
    return {
      adviceId,
      outcome: together(of.map(({ outcome }) => outcome)),
      quote: [...new Set(of.map(({ quote }) => quote))].join(' ').slice(0, LONGEST_QUOTE),
      confidence: Math.max(...of.map(({ confidence }) => confidence)),
    };
  });
  const unsure = told.filter(({ adviceIds }) => adviceIds.length > 1 && !adviceIds.some((id) => ids.includes(id)));
  return { reports, whichOf: [...new Set(unsure.flatMap(({ adviceIds }) => adviceIds))] };
}

/** Harm is never outweighed; good and nothing make some; what was not always done and yet worked, worked. */
function together(outcomes: readonly Outcome[]): Outcome {
  const all = new Set(outcomes);
  if (all.has('harmed')) return 'harmed';
  if (all.has('partly') || (all.has('worked') && all.has('did_not'))) return 'partly';
  if (all.has('worked')) return 'worked';
  return all.has('did_not') ? 'did_not' : 'not_tried';
}
