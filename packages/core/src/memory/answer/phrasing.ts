import { completed, turned } from '../../understanding/gist.ts';
import type { QuestionReading } from '../question-reading.ts';

/** Words in a row that an answer may not share with a message: seven and more read as parroting. */
const MOST_IN_A_ROW = 6;
const TOKEN = /[\p{L}\p{N}']+/gu;

const tokens = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .match(TOKEN) ?? [];

/** Whether the answer holds seven or more words in a row of any message. */
export function copies(answer: string, messages: readonly string[], inARow = MOST_IN_A_ROW + 1): boolean {
  return firstCopy(tokens(answer), messages, inARow) >= 0;
}

function firstCopy(said: readonly string[], messages: readonly string[], inARow: number): number {
  if (said.length < inARow) return -1;
  const runs = new Set<string>();
  for (const message of messages) {
    const words = tokens(message);
    for (let index = 0; index + inARow <= words.length; index += 1)
      runs.add(words.slice(index, index + inARow).join(' '));
  }
  for (let index = 0; index + inARow <= said.length; index += 1)
    if (runs.has(said.slice(index, index + inARow).join(' '))) return index;
  return -1;
}

/** How many words a text has, as answers are measured. */
export function countTokens(text: string): number {
  return tokens(text).length;
}

/** Words that can go without a loss, so that a long run of the person's words breaks. */
const DISPENSABLE =
  /^(?:just|really|actually|very|so|quite|still|finally|already|all|basically|literally|totally|absolutely|pretty|kinda|like|apparently|honestly|definitely|probably|then|also|today|that|now)$/i;
/** Ways to say the same in other words, for what can't be left out. */
const REWORDED: Readonly<Record<string, string>> = {
  because: 'since',
  but: 'though',
  every: 'each',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tmw: 'tomorrow',
  tomoz: 'tomorrow',
  tonite: 'tonight',
  wknd: 'weekend',
};

/** Put between words that can be neither left out nor said otherwise; once an answer, since a second one stutters. */
const ASIDE = 'you said';
/** The second, where one is not enough. */
const SECOND_ASIDE = 'as you told me';
const SECOND_ASIDE_END = 'me,';
const SEAM = /^(?:in|at|on|to|for|with|from|by|who|which|that|when|where|because|since|is|are|was)$/;

/** An aside behind these would part them from what they say. */
const BEING = /^(?:is|are|was|were|am|be)$/;
/** Nothing parts these from the word they are about: "a, you said, vet visit". */
const LEANING =
  /^(?:an?|the|this|these|those|my|your|our|his|her|their|its|no|some|any|not|to|be|been|very|too|more|most)$/;
/** A number goes with what follows: "four on, four off". */
const COUNTED = /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)$/i;
/** Words that join what follows already. */
const JOINING = /^(?:and|or|but|so|then|though|since|which|who|plus)$/;

/** The same of more than one word. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:is|are|'s|'re) (?:going to|gonna) (?=\p{Ll})/iu, ' will '],
  [/\b(?:have|has|got) to (?=\p{Ll})/iu, 'must '],
];

/** The clause so that no seven words in a row are a message's: words that add little go first, then one is said otherwise. */
export function inOtherWords(clause: string, messages: readonly string[]): string {
  return withoutRuns(clause.split(/\s+/), messages, false).words.join(' ');
}

interface Reworded {
  readonly words: readonly string[];
  /** How many words had to go so that no run was left. */
  readonly lost: number;
}

const bareOf = (word: string | undefined): string => (word ?? '').toLowerCase().replace(/[^\p{L}']/gu, '');

function withoutRuns(clause: readonly string[], messages: readonly string[], isAside: boolean): Reworded {
  let words = clause;
  for (let round = 0; round < 12; round += 1) {
    const run = runIn(words, messages);
    if (run === null) return { words, lost: 0 };
    const { from, to, inside } = run;
    const spare = inside.find((index) => DISPENSABLE.test(bareOf(words[index])));
    const reworded = inside.find((index) => REWORDED[bareOf(words[index])] !== undefined);
    const said = words.slice(from, to).join(' ');
    const phrase = PHRASES.find(([pattern]) => pattern.test(said));
    if (spare !== undefined) words = words.filter((_, index) => index !== spare);
    else if (reworded !== undefined && round < 8)
      words = words.map((word, index) => (index === reworded ? (REWORDED[bareOf(word)] ?? '') : word));
    else if (phrase !== undefined && round < 8)
      words = [
        ...words.slice(0, from),
        ...said
          .replace(...phrase)
          .trim()
          .split(/\s+/),
        ...words.slice(to),
      ];
    else if (!isAside) return withAsideAtBest(words, run, messages);
    else {
      const joined = joinedIn(words, inside, from);
      // A second aside in other words reads better than half a sentence; after that the answer ends at a seam.
      const seam = seamsIn(words, inside, from)[0];
      if (joined === null && seam !== undefined && !words.includes(SECOND_ASIDE_END))
        words = withAside(words, seam, SECOND_ASIDE);
      else if (joined === null) {
        const end = seam ?? Math.ceil((from + to) / 2);
        return { words: endedAt(words, end), lost: words.length - end };
      } else words = joined;
    }
  }
  return { words, lost: 0 };
}

/** The words up to a place, without a comma or a preposition left hanging. */
function endedAt(words: readonly string[], end: number): string[] {
  let last = end;
  while (
    last > 3 &&
    (SEAM.test(bareOf(words[last - 1])) || LEANING.test(bareOf(words[last - 1])) || bareOf(words[last - 1]) === 'of')
  )
    last -= 1;
  return [...words.slice(0, last - 1), (words[last - 1] ?? '').replace(/[,;:]$/, '')];
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** Its places, the middle first. */
  readonly inside: readonly number[];
}

/** The first seven words in a row that are a message's. */
function runIn(words: readonly string[], messages: readonly string[]): Run | null {
  const copied = firstCopy(tokens(words.join(' ')), messages, MOST_IN_A_ROW + 1);
  if (copied < 0) return null;
  const [from, to] = rangeOf(
    words.map((word) => tokens(word).length),
    copied,
    MOST_IN_A_ROW + 1,
  );
  const inside = Array.from({ length: to - from }, (_, offset) => from + offset).sort(
    (one, other) => Math.abs(one - (from + to) / 2) - Math.abs(other - (from + to) / 2),
  );
  return { from, to, inside };
}

/** Where an aside can stand, best first: behind a mark, before a preposition, anywhere. */
function seamsIn(words: readonly string[], inside: readonly number[], from: number): number[] {
  const within = inside.filter((index) => index > from);
  const commas = within.filter((index) => /[,;:]$/.test(words[index - 1] ?? ''));
  const seams = within.filter(
    (index) =>
      SEAM.test(bareOf(words[index])) && !BEING.test(bareOf(words[index - 1])) && !COUNTED.test(words[index - 1] ?? ''),
  );
  return [...new Set([...commas, ...seams])];
}

/** An aside at the first seam that leaves no other run, or at the one that loses fewest words. */
function withAsideAtBest(words: readonly string[], { from, inside }: Run, messages: readonly string[]): Reworded {
  const seams = seamsIn(words, inside, from);
  const places = inside.filter((index) => index > from && !LEANING.test(bareOf(words[index - 1])));
  const tried = (seams.length > 0 ? seams : places.length > 0 ? places : inside).map((seam) =>
    withoutRuns(withAside(words, seam, ASIDE), messages, true),
  );
  return tried.reduce((best, one) => (one.lost < best.lost ? one : best));
}

/** Behind an aside "and" after a comma or "also" after "and" breaks a run; null where neither can stand. */
function joinedIn(words: readonly string[], inside: readonly number[], from: number): readonly string[] | null {
  const comma = inside.find(
    (index) => index > from && /[,;]$/.test(words[index - 1] ?? '') && !JOINING.test(bareOf(words[index])),
  );
  if (comma !== undefined) return [...words.slice(0, comma), 'and', ...words.slice(comma)];
  const and = inside.find((index) => bareOf(words[index]) === 'and' && bareOf(words[index + 1]) !== 'also');
  return and === undefined ? null : [...words.slice(0, and + 1), 'also', ...words.slice(and + 1)];
}

/** "Max broke his arm, you said, at school": an aside stands between commas, or takes over the mark before it. */
function withAside(words: readonly string[], at: number, aside: string): string[] {
  const before = words[at - 1] ?? '';
  const mark = /[,;:]$/.exec(before)?.[0] ?? ',';
  return [...words.slice(0, at - 1), `${before.replace(/[,;:]$/, '')},`, `${aside}${mark}`, ...words.slice(at)];
}

function rangeOf(sizes: readonly number[], firstToken: number, count: number): [number, number] {
  let token = 0;
  let from = -1;
  for (const [index, size] of sizes.entries()) {
    if (from < 0 && token + size > firstToken) from = index;
    token += size;
    if (token >= firstToken + count) return [Math.max(0, from), index + 1];
  }
  return [Math.max(0, from), sizes.length];
}

const OPENERS =
  /^(?:(?:hi+|hey+|hello|ok(?:ay)?|oh|ah|aw+|well|so|um+|uh+|hmm+|honestly|actually|basically|anyway|lol|haha+|omg|ugh+|wow|yes|yeah|yep|no|nope|and|but|because|cause|tbh|ngl|psa|fyi|btw|look|guess what|big news|good news|bad news|news|update|fun fact|you know|i mean|sorry|please|also|then|apparently|oops|wait|damn|man|dude|bro|right|heads up|turns out|plot twist|confession|not gonna lie|to be honest|before you ask|remember)[\s,.!:;\u2014\u2013-]+){1,5}/i;
const FILLERS =
  /(?:,?\s+(?:lol|haha+|ugh+|omg|help|btw|tbh|ngl|save me|don'?t judge|yay|woo+|i think|i guess|you know|damn|smh|fml|xx+|x))+$/i;

/** What the person said, said to them: pronouns turned, openers and laughs left out, with a subject; no closing mark. */
export function saidToThem(clause: string): string {
  const flat = clause
    .replace(/\p{Extended_Pictographic}|\ufe0f/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'*_>-]+/, '')
    .replace(/[\s.!?\u2026,;:*_-]+$/u, '')
    .replace(ENDING_MARK, '');
  const opened = flat.replace(OPENERS, '');
  const bare = (/\p{L}/u.test(opened) ? opened : flat).replace(FILLERS, '');
  const quotes: string[] = [];
  const unquoted = bare.replace(QUOTED, (quote) => {
    quotes.push(quote);
    return QUOTE_PLACE;
  });
  return contracted(completed(turned(unquoted))).replaceAll(QUOTE_PLACE, () => quotes.shift() ?? '');
}

/** Another's words stay as they were said: who "I" is in them is not the person. */
const QUOTED = /"[^"]{1,300}"/g;
/** Stands for a quote while the words around it are turned: no letter, and in no text (private use). */
const QUOTE_PLACE = '\ue000';
/** A mark that closes no quote. */
const ENDING_MARK = /(?<=^[^"]*(?:"[^"]*"[^"]*)*)"$/;

/** "you'm", "you is": what turning leaves behind in clipped writing. */
function contracted(text: string): string {
  return text.replace(/\byou is\b/g, 'you are').replace(/\byou has\b/g, 'you have');
}

/** The same for a noun phrase: `my cousin Tobi` → `your cousin Tobi`. */
export function phraseToThem(phrase: string): string {
  return turned(
    phrase
      .replace(/\s+/g, ' ')
      .replace(/[\s.!?\u2026,;:"-]+$/u, '')
      .trim(),
  );
}

/** A capital at its start, a stop at its end. */
export function asSentence(text: string, mark = '.'): string {
  const trimmed = text.trim().replace(/[\s,;:\u2014-]+$/u, '');
  const [first = ''] = trimmed;
  const capital = first.toUpperCase() + trimmed.slice(first.length);
  return /[.!?\u2026]$/.test(capital) ? capital : capital + mark;
}

/** `Ama`, `Ama and Kofi`, `Ama, Kofi and Esi`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** At most so many words; cut at a clause where there is one. */
export function atMost(text: string, most: number): string {
  const words = text.split(/\s+/);
  if (countTokens(text) <= most) return text;
  const head = words.slice(0, most).join(' ');
  const clause = Math.max(
    head.lastIndexOf(', '),
    head.lastIndexOf('; '),
    head.lastIndexOf(' but '),
    head.lastIndexOf('. '),
  );
  return (clause > head.length / 3 ? head.slice(0, clause) : head)
    .replace(/[\s,;:]+$/u, '')
    .replace(/\s+(?:and|but|or|the|a|an|to|of|with|in|at|for|my|your|so|because)$/i, '');
}

/** One of the wordings, the same for the same seed. */
export function chosen(seed: string, wordings: readonly string[]): string {
  let hash = 0;
  for (let index = 0; index < Math.min(seed.length, 200); index += 1) hash = (hash * 31 + seed.charCodeAt(index)) >>> 0;
  return wordings[hash % wordings.length] ?? '';
}

const MINE =
  /^(?<word>what|who|when|where)(?<verb>'s|s| is| are| was| were) (?:my|our) (?<mine>[\p{L}\p{N}' -]{2,40})$/iu;
/** What stays behind the verb: "where my flatmate is from". */
const BEHIND_VERB = / (?:from|due|going|moving|living|working|based|coming|staying|leaving|starting|born)$/i;

/** The question as part of a sentence: "where is my flatmate from" → "where your flatmate is from". */
function saidAsTold(word: string, verb: string, mine: string): string {
  const bare = mine.replace(/\s*\bagain$/i, '');
  const behind = BEHIND_VERB.exec(bare)?.[0] ?? '';
  const said = /^'?s$/i.test(verb) ? 'is' : verb.trim().toLowerCase();
  return `${word.toLowerCase()} your ${bare.slice(0, bare.length - behind.length)} ${said}${behind}`;
}

/** "my daughters name": whose it is, with the mark left out in a hurry. */
const apostrophed = (phrase: string): string =>
  phrase.replace(/(?<=\p{L}[^s'’])s(?= (?:name|birthday|age|job|number|address)$)/iu, "'s");

/** Says that it was never told, naming what is asked for where that can be said simply, and asks. */
export function notTold(reading: QuestionReading, seed: string): string {
  const { text } = reading;
  const { word = '', verb = '', mine } = MINE.exec(text)?.groups ?? {};
  if (mine !== undefined && /\b(?:called|named)$/i.test(mine))
    return `You haven't told me what your ${mine.replace(/\s*\b(?:called|named)$/i, '')} is called. Would you like to?`;
  if (mine !== undefined && word.toLowerCase() !== 'what')
    return `You haven't told me ${saidAsTold(word, verb, mine)} yet. Would you like to?`;
  if (mine !== undefined)
    return `You haven't told me your ${apostrophed(mine.replace(/\bagain$/i, '').trim())} yet. Would you like to?`;
  const who = /^who(?:'s|s| is| was) ([\p{L}' -]{2,40})$/iu.exec(text)?.[1];
  if (who !== undefined && !/\b(?:the|a|an|this|that|my|our|ing)\b|ing\b/i.test(who))
    return `You haven't told me who ${who} is. Who is it?`;
  const have = /^(?:do|have) (?:i|we) (?:have|own|got) (?:an? |any )([\p{L}' -]{2,30})$/iu.exec(text)?.[1];
  if (have !== undefined)
    return `You haven't mentioned ${/s$/.test(have) ? 'any' : /^[aeiou]/i.test(have) ? 'an' : 'a'} ${have} to me. Do you?`;
  return chosen(seed, [
    "You haven't told me that yet. I'd like to hear it, if you feel like sharing.",
    "I don't know that one, you haven't told me. Would you like to?",
    "That hasn't come up between us, so I don't know. Tell me?",
    "You haven't told me, and I'd rather not guess. What should I know?",
  ]);
}
