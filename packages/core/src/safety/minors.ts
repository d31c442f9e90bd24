import { clean, plain } from '../understanding/text.ts';

/** Under this age in years someone is a minor: New York, California and most laws draw the line here. */
export const ADULT_AGE = 18;
/** Younger than this, a number is no age someone tells of themselves in a chat. */
const YOUNGEST_AGE = 7;

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
};
const AGE = `(\\d{1,2}|${Object.keys(NUMBER_WORDS).join('|')})`;
/** What makes "I'm 15" something else: minutes late, weeks along, a size, a share. */
const NO_AGE =
  '(?! ?(?:%|st|nd|rd|th|min\\w*|hours?|hrs?|days?|weeks?|months?|km|kgs?|kilos?|lbs?|pounds|miles?|metres?|meters?|cm|feet|foot|euros?|dollars?|bucks|percent|episodes?|pages?|chapters?|points?|times|people|steps|in (?:line|queue)|down|up|over|behind|ahead|stone|weeks pregnant|years? (?:sober|clean|older|younger|in|into|married|deep|late|ago|away|out|free|as|at|with)))';

/** Ways to tell one's own age, in the text as `plain` makes it; the group is the age. */
const TELLS_AGE: readonly RegExp[] = [
  new RegExp(
    `\\b(?:im|i am|am|im only|im just|i just turned|i turned|just turned|as a) ${AGE}(?!\\d|[.,:/]\\d)${NO_AGE}\\b`,
  ),
  new RegExp(`\\b(?:i am|im|am)(?: \\S+){0,2} ${AGE} (?:years? old|yrs? old|y ?o|yo)\\b`),
  new RegExp(`^${AGE} ?(?:years? old|yo|y ?o|[mf])\\b`),
  new RegExp(`\\b(?:my age is|age:?) ${AGE}\\b`),
  new RegExp(`\\btengo ${AGE} anos\\b`),
  new RegExp(`\\bmain ${AGE} saal\\b|\\bmeri (?:umar|umr|age) ${AGE}\\b`),
];
/** A school year, or a word, that only a minor says of themselves. */
const TELLS_SCHOOL =
  /\b(?:im|i am) (?:(?:still )?in (?:the )?(?:[3-9]th|1[01]th|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh) grade|in year (?:[5-9]|1[01])\b|in (?:middle school|primary school|elementary school|junior high)|(?:a|still a) (?:minor|kid|child)\b(?! (?:at heart|again|of the|in a candy))|under ?(?:age|18)\b|not 18 yet)/;
/** Told of another time or of somebody else. */
const NOT_NOW =
  /\b(?:when i was|since i was|back when|i was|as if|like|feel like|feels like|look like|my \S+ is|years ago when)\b[^.!?]{0,24}$/;

/**
 * Whether the person is under 18: by what they say of themselves in this message, or by their profile's year of birth. A year
 * alone counts only when it leaves no doubt. Pure; any text.
 */
export function isMinor({
  text,
  birthYear,
  now,
}: {
  readonly text: string;
  /** As the profile has it; null when it is not known. */
  readonly birthYear: number | null;
  readonly now: Date;
}): boolean {
  if (birthYear !== null && now.getUTCFullYear() - birthYear < ADULT_AGE) return true;
  const read = plain(clean(text))
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
  if (TELLS_SCHOOL.test(read)) return true;
  return TELLS_AGE.some((pattern) => {
    const match = pattern.exec(read);
    if (match === null || NOT_NOW.test(read.slice(Math.max(0, match.index - 40), match.index))) return false;
    const told = match.slice(1).find((group) => group !== undefined) ?? '';
    const age = NUMBER_WORDS[told] ?? Number(told);
    return age >= YOUNGEST_AGE && age < ADULT_AGE;
  });
}

/**
 * What a prompt says where the person is a minor; the reply checks hold a model to it. California SB 243 (Business and
 * Professions Code § 22602) asks for the breaks and forbids what is sexual.
 */
export const MINOR_INSTRUCTIONS =
  'This person is under 18. Be a kind, plain-spoken grown-up: nothing romantic, flirting or sexual, no secrets, no pet names, no being anyone’s girlfriend or boyfriend. Point to grown-ups they trust. Never encourage staying up to talk; late in the evening, wish them a good night.';

/** Said with the disclosure to a minor: the reminder to take a break (the same § 22602). */
export const MINOR_BREAK_REMINDER =
  "You've been here a while: a good moment for a break, some water, or someone in the room with you.";
