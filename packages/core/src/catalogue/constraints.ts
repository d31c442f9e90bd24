import { type IngredientWord, ingredientsIn } from './ingredients.ts';
import type { Product, ProductClaim, ScalpState } from './product.ts';

/** What a product must not break, read from the person's own words. */
export interface Constraints {
  /** What they must not or will not have, as the lexicon has it. */
  readonly avoids: readonly IngredientWord[];
  /** What they react to that the lexicon doesn't know, in their words. */
  readonly avoidsUnknown: readonly string[];
  /** True for an allergy or a reaction: a list that is not on file is then no ground to recommend on. */
  readonly isAllergic: boolean;
  /** Age in years of whose hair it is about; null when nobody's is told. */
  readonly ageYears: number | null;
  readonly scalp: readonly ScalpState[];
  /** Most it may cost, in whole units of a currency; null when nothing was said. */
  readonly budget: number | null;
  readonly claims: readonly ProductClaim[];
}

const ALLERGY =
  /\b(?:allerg(?:ic|y|ies)(?: reactions?)? (?:to|are|is|include)|allerg(?:y|ies) ?[:=-]|alergic[oa]s? al?|alergias? (?:al?|son)|alergias? ?[:=-]|no (?:puedo|debo) (?:usar|comer|tocar|tomar|tolerar)|sensitive to|sensitivity to|intoleran\w+ (?:to|of)|react(?:s|ed|ion)? (?:badly )?to|can'?t (?:use|have|do|tolerate)|breaks? out from|hives from)[\s,:]{1,4}(?<list>[^.?!;\n]{2,120})|\b(?<before>[a-z][a-z -]{2,24}) (?:allerg(?:y|ies)|intolerance|sensitivity)\b/g;
const HARM =
  '(?:rash(?:es|y)?|hives|welts?|blisters?|bumps|swell\\w*|swollen|itch\\w*|burn\\w*|anaphyla\\w+|(?:break|broke|breaks|breaking)(?: \\w+){0,2} out|reactions?|throat (?:\\w+ )?(?:clos|swell|tight)\\w*|urticaria|ronchas|sarpullido|picazon)';
/** Harm and what it came from: "I get a rash from …". Only what the lexicon knows counts, for rashes come of wigs too. */
const HARM_FROM = new RegExp(
  `\\b(?:${HARM}(?: \\w{1,12}){0,2} (?:from|to|with|after|because of|when(?:ever)?|by|por|con)|(?:skin|scalp|body|face) (?:hates?|rejects?|(?:can'?t|cannot) (?:stand|take|handle)|(?:doesn'?t|does not|won'?t) (?:like|tolerate|take))|(?:must not|mustn'?t|(?:can'?t|cannot) (?:even )?(?:touch|go near))|epi-?pen for|anaphyla\\w+)[\\s,:]{1,4}(?<list>[^.?!;\\n]{2,120})`,
  'g',
);
/** What is said of something named before it: "… gives me hives". */
const DOES_HARM = new RegExp(
  `\\b(?:(?:giv(?:es?|ing)|gave|makes?|made|caus(?:es?|ed)|triggers?|triggered|brings?|leaves?|left|cause)(?: [\\w']{1,12}){0,4} ${HARM}|(?:break|broke|breaks) (?:me|my \\w+|him|her|them) out|(?:sends?|sent|puts?|lands?|landed) (?:me|him|her|them|us) (?:to|in|into) (?:the )?(?:er|a ?& ?e|hospital|emergency(?: room)?)|(?:is|are)(?: \\w{1,12}){0,2} (?:no[- ]?go|off[- ]limits|out of the question|deadly|lethal|poison)|(?:could|can|will|would|might|almost|nearly) kill(?:ed|s)? (?:me|him|her)|anaphyla\\w+|me (?:da|dan|causa|produce) (?:\\w+ )?(?:alergia|${HARM}))\\b`,
  'g',
);
/** So far before it what does harm is looked for, in the same sentence. */
const REACH = 80;
/** What ends the list of an allergy: "…, which of yours can I use". */
const LIST_END =
  /\b(?:which|what|so|but|can|could|is|are|do|does|throat|hives|because|any)\b|,(?= (?:i|it|my|and (?:all|everything)))/;
const WITHOUT =
  /\b(?:without|no|free of|free from|(?:i|must|have to) avoid|avoiding|not? any)\s+(?<list>[a-z][a-z ,/&-]{2,50})|\b(?<free>[a-z]+(?: [a-z]+)?)[- ]free\b/g;

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = `\\d{1,2}|${NUMBERS.join('|')}`;
const AGE = [
  new RegExp(`\\b(?<years>${NUMBER})[- ]?(?:years?|yrs?)[- ]?olds?\\b`),
  new RegExp(`\\b(?<years>${NUMBER})[- ]?y\\/?o\\b`),
  new RegExp(
    `\\b(?:daughter|son|niece|nephew|kid|child|girl|boy|granddaughter|grandson|she|he)(?:'s| is| just turned| turned|,)? (?<years>${NUMBER})\\b(?! (?:inch|week|month|day|time|hour|of|product|year|kid)\\w*)`,
  ),
];
const MONTHS = new RegExp(
  `\\b(?:${NUMBER})[- ]?(?:months?|weeks?|mos?)[- ]?old\\b|\\b(?:son|daughter|niece|nephew|kid|child|he|she)(?:'s| is) \\w+(?:-\\w+)? months?\\b|\\b(?:new-?born|infant|bab(?:y|ies)(?! hairs?)|toddlers?)\\b`,
);
const CHILD =
  /\b(?:my (?:little |own |two |three |four |oldest |eldest |youngest |middle )?(?:daughter|son|kid|child|children|girl|boy|niece|nephew|granddaughter|grandson|little one|youngest|oldest|eldest|twin|triplet)s?(?:'s)?|kids?'?(?:s'?)? (?:hair|curls|head)|children'?s? hair)\b/;
/** "My retwist is two weeks old": the age of a style is nobody's. */
const AGE_OF_A_STYLE =
  /\b(?:retwist|braids?|twists?|style|install|locs|wig|relaxer|colou?r|perm|trim|bottle|wash)\b(?: \w+){0,3} (?:is|are|was|were|about)(?: \w+){0,3}[- ]old\b/;
/** Of a child whose age is not told. */
const UNTOLD_CHILD_YEARS = 6;

const BUDGET =
  /\b(?:under|below|less than|cheaper than|max(?:imum)?(?: of)?|up to|at most|no more than|within|budget(?: is| of)?|only have|spend)\s*(?:[$£€]|usd )?\s?(?<most>\d{1,4}(?:\.\d{1,2})?)\b(?! ?(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|times|inch))|\b(?:i've |i )?(?:only )?(?:got|have) (?:only |maybe |about |like |around )?[$£€]?(?<purse>\d{1,4}) ?(?:bucks|dollars|pounds|euros|quid)\b|[$£€]\s?(?<limit>\d{1,4}(?:\.\d{1,2})?) (?:budget|or less|max|limit|tops)/;

const SCALP: readonly (readonly [ScalpState, RegExp])[] = [
  ['broken', /\b(?:open (?:sores?|cuts?|wounds?)|broken skin|raw|bleed\w*|scabs?|blister\w*|cracked)\b/],
  ['burning', /\bburn(?:s|ing|ed|t)?\b/],
  ['infected', /\b(?:pus|ooz\w+|infect\w+|weeping|ringworm|crusty)\b/],
  ['sensitive', /\bsensitive (?:scalp|skin)|scalp (?:is )?(?:so |really |very )?sensitive\b/],
  ['itchy', /\bitch\w*\b/],
  ['flaky', /\b(?:flak(?:es|y|ing)|dandruff)\b/],
  ['oily', /\b(?:oily|greasy) (?:scalp|roots)|scalp (?:is |gets )?(?:so )?(?:oily|greasy)\b/],
  ['dry', /\bdry scalp|scalp (?:is |feels |gets )?(?:so |really )?dry\b/],
];

const CLAIMS: readonly (readonly [ProductClaim, RegExp])[] = [
  ['vegan', /\bvegan\b/],
  ['cruelty-free', /\bcruelty[- ]free|tested on animals\b/],
  ['organic', /\borganic\b/],
  ['gluten-free', /\bgluten[- ]free\b/],
  ['color-safe', /\bcolou?r[- ]safe\b/],
];

/**
 * Reads what products must not break. `texts`: cleaned, in lower case, the message last. Only allergies outlast a message;
 * `known`: those known already, each by its name; `conversation`: what was said before in it, where a child may be whose hair it is.
 */
export function constraintsOf(
  texts: readonly string[],
  known: readonly string[] = [],
  conversation: readonly string[] = [],
): Constraints {
  const message = texts.at(-1) ?? '';
  const allergies = [...known.map(unaccented), ...texts.map(unaccented).flatMap(allergyLists)];
  const unwanted = lists(message, WITHOUT);
  return {
    avoids: [...new Set([...allergies, ...unwanted].flatMap(ingredientsIn))],
    avoidsUnknown: allergies.filter((list) => ingredientsIn(list).length === 0),
    isAllergic: allergies.length > 0,
    ageYears: ageInTalk(message, conversation),
    scalp: SCALP.filter(([, says]) => says.test(message)).map(([state]) => state),
    budget: budgetIn(message),
    claims: CLAIMS.filter(([, says]) => says.test(message)).map(([claim]) => claim),
  };
}

function allergyLists(text: string): string[] {
  const said = lists(text, ALLERGY).map(listOf);
  const harmful = [...lists(text, HARM_FROM).map(listOf), ...[...text.matchAll(DOES_HARM)].map(namedBefore)];
  return [...said, ...harmful.filter((list) => ingredientsIn(list).length > 0)];
}

function listOf(list: string): string {
  const end = LIST_END.exec(list);
  return (end === null || end.index === 0 ? list : list.slice(0, end.index)).trim();
}

/** The words of the same sentence that stand before a match. */
function namedBefore({ input, index }: RegExpExecArray): string {
  return (
    input
      .slice(Math.max(0, index - REACH), index)
      .split(/[.?!;\n]/)
      .at(-1) ?? ''
  );
}

const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const lists = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(({ groups }) => groups?.list ?? groups?.before ?? groups?.free ?? []);

function ageIn(text: string): number | null {
  if (AGE_OF_A_STYLE.test(text)) return null;
  if (MONTHS.test(text)) return 0;
  for (const pattern of AGE) {
    const years = pattern.exec(text)?.groups?.years;
    if (years !== undefined) return /\d/.test(years) ? Number(years) : NUMBERS.indexOf(years) + 1;
  }
  return CHILD.test(text) ? UNTOLD_CHILD_YEARS : null;
}

/** Someone else's hair is still meant where only a word points at them. */
const OF_THEM = /\b(?:she|her|hers|he|him|his|they|them|their|kids?|child(?:ren)?|daughter|son|twins|little one)\b/;
/** The person's own. */
const OF_SELF =
  /\b(?:my (?:own |natural )?(?:hair|curls?|coils?|scalp|edges|locs?|ends|fro|afro|hairline|roots|braids|twists|length|routine|wash day)|for me|myself|mine|i'?m (?:transitioning|natural|balding|pregnant))\b/;

/** The person's own head, said so that nobody else's can be meant. */
const PLAINLY_OF_SELF =
  /\b(?:my own \w+|(?:on|at|to|in) my (?:head|crown|scalp|temples?|nape|hairline|beard)|myself|for me|mine)\b/;
/** What is for several people has to be fit for the youngest of them. */
const OF_BOTH = /\b(?:we|us|our|both)\b/;
const CLAUSE_END = /[.,;:!?\n]+|\b(?:and|but|while|whereas)\b/;

/** Whether a message turns to the person's own head: of its clauses that say whose hair it is, the last decides. */
function turnsToSelf(message: string): boolean {
  if (OF_BOTH.test(message)) return false;
  const isOfThem = (clause: string) => OF_THEM.test(clause) || ageIn(clause) !== null;
  const last = message.split(CLAUSE_END).findLast((clause) => PLAINLY_OF_SELF.test(clause) || isOfThem(clause));
  return last !== undefined && !isOfThem(last);
}

/** Whose hair a message is about, once a child was spoken of: theirs until the person speaks of their own. */
function ageInTalk(message: string, conversation: readonly string[]): number | null {
  if (turnsToSelf(message)) return null;
  const said = ageIn(message);
  const isOwn = OF_SELF.test(message) && !OF_THEM.test(message);
  if (isOwn || AGE_OF_A_STYLE.test(message)) return said;
  if (said !== null && said !== UNTOLD_CHILD_YEARS) return said;
  const ages: number[] = [];
  for (const before of conversation.toReversed()) {
    if (turnsToSelf(before) && !OF_THEM.test(message) && ages.length === 0) return said;
    if (OF_SELF.test(before) && !OF_THEM.test(before) && !OF_THEM.test(message) && ages.length === 0) return said;
    const age = ageIn(before);
    if (age !== null) ages.push(age);
  }
  // What was told outright goes before what was only taken for it.
  return ages.find((age) => age !== UNTOLD_CHILD_YEARS) ?? ages[0] ?? said;
}

/** The most that may be spent, as the message says it; null when it says nothing of it. */
export function budgetIn(text: string): number | null {
  const groups = BUDGET.exec(text)?.groups;
  const said = groups?.most ?? groups?.purse ?? groups?.limit;
  return said === undefined ? null : Number(said);
}

/** From this age on a product without a stated age is offered: under it, skin and habits are a child's. */
const ADULT_ENOUGH_YEARS = 13;

/** Why a product is not recommended to this person; null when nothing stands against it. Words that can be told. */
export function objectionTo(product: Product, constraints: Constraints): string | null {
  const { ingredients, forWhom, price, category } = product;
  const { avoids, avoidsUnknown, isAllergic, ageYears, budget, claims, scalp } = constraints;
  const touches = category !== 'tool_accessory';
  if (touches && isAllergic && ingredients === null) return 'its ingredients are not on file';
  if (touches && ingredients !== null) {
    const held = avoids.find(({ inci }) => ingredients.some((name) => inci.test(name)));
    if (held !== undefined) return `it contains ${held.name}`;
    const lower = ingredients.join(' ').toLowerCase();
    if (avoidsUnknown.some((said) => said.split(/[^a-z]+/).some((word) => word.length > 3 && lower.includes(word))))
      return 'it may contain what they react to';
  }
  if (touches && avoids.length > 0 && ingredients === null) return 'its ingredients are not on file';
  if (
    ageYears !== null &&
    ageYears < ADULT_ENOUGH_YEARS &&
    (forWhom.fromYears === null || ageYears < forWhom.fromYears)
  )
    return 'it is not stated for that age';
  if (scalp.some((state) => forWhom.notOnScalp.includes(state))) return 'it is not for that scalp';
  if (scalp.some((state) => state === 'broken' || state === 'burning' || state === 'infected'))
    return 'nothing belongs on that scalp';
  if (budget !== null && price === null) return 'its price is not on file';
  if (budget !== null && price !== null && price.amount > budget * 100) return 'it costs more';
  if (claims.some((claim) => !product.claims.includes(claim))) return `whether it is ${claims[0]} is not on file`;
  return null;
}
