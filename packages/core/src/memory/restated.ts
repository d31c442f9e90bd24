import { editDistance } from './edit-distance.ts';

/** What a person wrote, and what they then say it should have been. */
export interface Restated {
  readonly wrong: string;
  readonly right: string;
}

const CUE =
  '(?:(?:oh|ooh|no|nope|wait|sorry|actually|oops|whoops|correction|hang on|hold on|scratch that|my bad|i lied|tell a lie|ugh|argh|hmm+|edit|wrong|um+|er+m?|lol|haha|well|ok|okay|update)\\b[\\s,.!:;\u2014\u2013-]*)';
const SAYS =
  "(?:(?:i (?:mean|meant)|it'?s|its|it is|it was|that'?s|make (?:it|that)|should be|they'?re|s?he'?s|was|is)\\s+)";
const SMALL = '(?:(?:actually|really|the|on|at|in|from|for|only|just|more like)\\s+)';
const ENDS =
  '(?=\\s*(?:$|[.,!;(]|sorry\\b|lol\\b|not\\b|actually\\b|my bad\\b|oops\\b|haha\\b|ugh\\b|i (?:mean|think)\\b))';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const NUMBER = '\\d{1,6}(?:[.,]\\d{1,3})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?)`;
const UNIT =
  'kilos?|kg|grams?|g|pounds?|lbs?|litres?|liters?|ml|cups?|miles?|km|metres?|meters?|feet|inches|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|people|guests|kids|eggs|degrees|percent|quid|dollars|euros';

interface Kind {
  /** The new one as it is said. */
  readonly right: string;
  /** The old one as it was. */
  readonly wrong: string;
  /** Said on its own it may be the day, or how things are: it puts something right only where that is said. */
  readonly isCommon?: boolean;
}

/** Of what kinds a thing may be that is put right by naming it anew. */
const KINDS: readonly Kind[] = [
  { right: DATE, wrong: DATE },
  {
    right: `\\d{1,2}(?:st|nd|rd|th)`,
    wrong: `\\d{1,2}(?:st|nd|rd|th)?(?=(?: of)? (?:${MONTH})\\b)|\\d{1,2}(?:st|nd|rd|th)`,
  },
  { right: `\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)`, wrong: `\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)` },
  { right: `\\d{1,2}[:.]\\d\\d`, wrong: `\\d{1,2}[:.]\\d\\d` },
  { right: `(?:${NUMBER}) (?:${UNIT})`, wrong: `(?:${NUMBER}) (?:${UNIT})` },
  { right: DAY, wrong: DAY, isCommon: true },
  { right: MONTH, wrong: MONTH, isCommon: true },
  { right: `\\d{1,4}[A-Za-z]`, wrong: `\\d{1,4}[A-Za-z]` },
  { right: `(?:${NUMBER})`, wrong: `(?:${NUMBER})(?![\\d:.])`, isCommon: true },
];

/** That something was wrong or is otherwise now, said of whatever it is. */
const PUTS_RIGHT =
  /\b(?:mis-? ?(?:read|heard|typed|spoke|remembered|counted)|wrong|sorry|oops|whoops|correction|typo|i meant|(?:s?he|they|mum|mom|dad|it) (?:just )?(?:reminded|corrected|told) me|(?:they|s?he|we) (?:just )?(?:rang|called|emailed|texted|messaged|wrote|moved|changed|pushed|bumped|rescheduled)|(?:been|got|was|has) (?:moved|changed|pushed|bumped|rescheduled)|good thing i|double[- ]?checked|just checked|looked it up|turns out|instead|not the|my mistake|my bad)\b/i;

/** "Actually it's the 4th", after "my birthday is the 3rd of March": the last of its kind in what was said before; null when nothing is put right. */
export function restatedIn(text: string, before: string | undefined): Restated | null {
  if (before === undefined) return null;
  const said = text.slice(0, 120);
  const isPutRight = PUTS_RIGHT.test(text.slice(0, 300));
  for (const { right, wrong, isCommon = false } of KINDS) {
    const opening = new RegExp(
      `^\\s*(?:${CUE}{1,4}${SAYS}?|i (?:mean|meant)\\s+|make (?:it|that)\\s+)${SMALL}{0,3}(?<right>${right})${ENDS}`,
      'iu',
    );
    // "They rang, it's Wednesday now": what is put right stands further in, or bare.
    const within = new RegExp(
      `(?:^|[\\s,.!;:\u2014\u2013-])(?:${SAYS}${SMALL}{0,3}|(?<=[,.!:;]\\s{0,3}))(?<right>${right})(?:\\s+now\\b)?${ENDS}`,
      'iu',
    );
    const named =
      opening.exec(said)?.groups?.right ??
      (isPutRight || (!isCommon && /\bit'?s\b/i.test(said)) ? within.exec(said)?.groups?.right : undefined);
    // "Ugh, it's only Tuesday" is about the week.
    if (named === undefined || (isCommon && new RegExp(`\\b(?:only|just) ${named}\\b`, 'iu').test(said))) continue;
    const old = [
      ...before.slice(-600).matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${wrong})(?![\\p{L}\\p{N}])`, 'giu')),
    ].at(-1)?.[0];
    if (old === undefined || old.toLowerCase() === named.toLowerCase() || !isOfOneUnit(old, named)) continue;
    return { wrong: old, right: named };
  }
  return null;
}

/** Two kilos put three kilos right, and not three hours. */
function isOfOneUnit(one: string, other: string): boolean {
  const unit = new RegExp(`^(?:${NUMBER}) (?<unit>${UNIT})$`, 'iu');
  const [first, second] = [one, other].map((words) => unit.exec(words)?.groups?.unit?.toLowerCase().replace(/s$/, ''));
  return first === second;
}

const TITLE = '(?:(?:mr|mrs|ms|miss|dr|frau|herr|señora?|madame|uncle|aunt|auntie|coach|professor|prof) )';
/** That a name was written wrongly. */
const MISSPELT =
  /\bwith (?:an?|one|two|no) ["'“]?\p{L}{1,2}["'”]?(?=$|[\s,.!])|\bspel(?:led|t|ling)\b|\btypo\b|\bautocorrect\w*\b|\bmisspel\w*|\bcalling (?:her|him|them) the wrong\b|\bgot (?:her|his|their|the) name wrong\b/iu;
/** At most so many capitalised words are compared; a name is put right in a short message. */
const MOST_NAMES = 12;

/**
 * "Sorry, Annelise, with an e", after "padel with Annalise": a name that is nearly one said before, where the message says that
 * it puts one right; null otherwise. Two names that are near each other are two people, unless that is said.
 */
export function respeltIn(text: string, before: readonly string[]): Restated | null {
  const said = text.slice(0, 160);
  const names = namesOf(said);
  const earlier = namesOf(before.map((words) => words.slice(0, 600)).join(' \n '));
  for (const right of names) {
    if (earlier.includes(right)) continue;
    const near = earlier.findLast((wrong) => isNear(wrong, right));
    if (near === undefined || !putsNameRight(said, near, right)) continue;
    return { wrong: near, right };
  }
  return null;
}

function namesOf(text: string): readonly string[] {
  return (text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'-]{2,29}/gu) ?? [])
    .map((name) => name.replace(/'s$/u, ''))
    .slice(-MOST_NAMES * 4);
}

/** One or two letters apart, and so few of a longer name; "Carmel" and "Carmela". */
function isNear(one: string, other: string): boolean {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()];
  if (first === second || first.length < 4 || second.length < 4 || first[0] !== second[0]) return false;
  return editDistance(first, second) <= (Math.min(first.length, second.length) < 6 ? 1 : 2);
}

function putsNameRight(said: string, wrong: string, right: string): boolean {
  const isStillSaid = new RegExp(`(?<!not )(?<![\\p{L}])${escapedName(wrong)}(?![\\p{L}])`, 'u').test(said);
  if (isStillSaid) return false;
  const name = `${TITLE}?${escapedName(right)}`;
  return (
    MISSPELT.test(said) ||
    new RegExp(`\\bnot ${TITLE}?${escapedName(wrong)}(?![\\p{L}])`, 'iu').test(said) ||
    new RegExp(
      `^\\s*(?:${CUE}{0,3}(?:it'?s|it is|s?he'?s|that'?s|the name'?s|i meant)\\s+(?:actually )?${name}|${CUE}{1,3}${name}(?=\\s*(?:$|[,.!])))`,
      'iu',
    ).test(said)
  );
}

const escapedName = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
