import { FUNCTION_WORDS, isOrdinary, wordSet } from '../../understanding/name-words.ts';
import type { Fact } from '../fact.ts';
import { restatedIn } from '../restated.ts';
import { lemmaOf } from './lemma.ts';
import { numberOf, ordinalOf, readWords } from './words.ts';

/**
 * What later messages do to earlier ones before any is read for an answer: "not Lou, Lu" puts Lu where Lou stood; "forget
 * what I said about my landlord" takes it out.
 */

interface Amendment {
  readonly wrong: string;
  readonly right: string;
}

const TERM = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'.:-]{0,29}[\\p{L}\\p{N}])?";
/** How people put a thing right. Bounded parts, so matching is linear. */
const WRONG_FIRST = new RegExp(
  `\\bnot (?:the |a |on |in |at )?(${TERM})(?:,| but|;| -| \u2014|\\.)+ ?(?:it'?s |it is |he'?s |she'?s |the |a |on |in |at |i meant )?(${TERM})`,
  'giu',
);
const RIGHT_FIRST = new RegExp(
  `(?:^|[\\s,.:!(])(?:the |a |on |in |at )?(${TERM}),? (?:and )?not (?:the |a |on |in |at )?(${TERM})`,
  'giu',
);
const SAID_WRONG = new RegExp(
  `\\b(?:said|wrote|typed|put|called (?:her|him|it|them)) (?:the |a )?(${TERM}) (?:but|and|when) (?:it|she|he|that|they)(?:'s| is| was|'re| are)? (?:actually |really |meant )?(${TERM})`,
  'giu',
);
const CUE = /\b(?:not|said|meant|mean|sorry|actually|wait|oops|wrong|typo|correction|messed up|mixed up|misspoke|\*)/i;
/** "not yet", "not good": words after "not" that put nothing right. */
const NO_TERM = wordSet(
  'the a an my so too very really just only even yet sure going gonna good bad great happy sad ok okay that this it me him her them any much many well fine allowed able to in on at for with because all quite exactly',
);

/** The messages with what was put right later put right where it was said. */
export function amended<Message extends { readonly text: string }>(messages: readonly Message[]): Message[] {
  const result = [...messages];
  for (let index = 1; index < result.length; index += 1) {
    const message = result[index];
    if (message === undefined) continue;
    const own = CUE.test(message.text) ? amendmentsIn(message.text) : [];
    const last = result[index - 1];
    const restated = own.length > 0 ? null : restatedIn(message.text, last?.text);
    if (restated !== null && last !== undefined) result[index - 1] = { ...last, text: replaced(last.text, restated) };
    for (const amendment of [...own, ...starred(message.text, last?.text)]) {
      const earlier = result.slice(0, index);
      const holds = earlier.findLastIndex(({ text }) => replaced(text, amendment) !== text);
      if (holds < 0) continue;
      for (let place = 0; place < index; place += 1) {
        const other = result[place];
        if (other !== undefined) result[place] = { ...other, text: replaced(other.text, amendment) };
      }
      result[index] = { ...message, text: withoutWrong(message.text, amendment) };
    }
  }
  return result;
}

/** "It's the 19th of October, not the 9th", "Thomas with an h, not Tomas": the right word stands a few words before. */
function looselyIn(text: string): Amendment[] {
  const words = readWords(text);
  return words.flatMap(({ lower }, index): Amendment[] => {
    if (lower !== 'not') return [];
    const next = words[index + 1];
    const wrong = next !== undefined && /^(?:the|a|an|on|in|at)$/.test(next.lower) ? words[index + 2] : next;
    if (wrong === undefined) return [];
    const value = numberOf(wrong.lower) ?? ordinalOf(wrong.lower);
    for (let place = index - 1; place >= Math.max(0, index - 6); place -= 1) {
      const right = words[place];
      if (right === undefined || right.lower === wrong.lower) continue;
      const other = numberOf(right.lower) ?? ordinalOf(right.lower);
      if (
        value !== null
          ? other !== null
          : wrong.isCapital && right.isCapital && areSpelledAlike(wrong.lower, right.lower)
      )
        return [{ wrong: wrong.raw, right: right.raw }];
    }
    return [];
  });
}

/** Names that share their first letter and most of the others. */
function areSpelledAlike(one: string, other: string): boolean {
  const shared = [...one].filter((letter) => other.includes(letter)).length;
  return one[0] === other[0] && shared >= Math.min(one.length, other.length) - 1;
}

/** Facts as later messages put them right, for corrections that learning did not take up. */
export function amendedFacts(
  facts: readonly Fact[],
  messages: readonly { readonly text: string; readonly saidAt: Date }[],
): Fact[] {
  const amendments = messages.flatMap(({ text, saidAt }, index) => {
    const own = CUE.test(text) ? amendmentsIn(text) : [];
    return [...own, ...starred(text, messages[index - 1]?.text)].map((amendment) => ({ amendment, saidAt }));
  });
  if (amendments.length === 0) return [...facts];
  return facts.map((fact) => {
    let read = fact;
    for (const { amendment, saidAt } of amendments) {
      const text = replaced(read.text, amendment);
      if (saidAt <= fact.saidAt || text === read.text) continue;
      read = {
        ...read,
        text,
        value: read.value === null ? null : replaced(read.value, amendment),
        subject: {
          ...read.subject,
          name: read.subject.name === null ? null : replaced(read.subject.name, amendment),
        },
      };
    }
    return read;
  });
}

/** "*Tess", "it's Noah, with an h": the word of the message before that it is spelled most like. */
function starred(text: string, before: string | undefined): Amendment[] {
  const head = text.slice(0, 200);
  const right =
    /^\s{0,4}\*\s?(\p{L}[\p{L}'-]{1,30})/u.exec(head)?.[1] ??
    /^(?:(?:sorry|oops|no|wait|argh|ugh|haha)[,. ]+){0,2}[Ii] (?:mean|meant) (\p{Lu}[\p{L}'-]{1,30})/u.exec(
      head,
    )?.[1] ??
    /\b[Ii]t'?s (\p{Lu}[\p{L}'-]{1,30}),? with (?:an?|the|two|one|no)\b/u.exec(head)?.[1];
  if (right === undefined || before === undefined) return [];
  const wrong = readWords(before.slice(0, 600)).findLast(
    ({ lower }) => lower !== right.toLowerCase() && isTypedAlike(lower, right.toLowerCase()),
  );
  return wrong === undefined ? [] : [{ wrong: wrong.raw, right }];
}

/** Words of nearly one length that differ in one letter or two. */
function isTypedAlike(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 3) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= 2 && start + end >= 2;
}

function amendmentsIn(text: string): Amendment[] {
  const read = text.slice(0, 600);
  const found: Amendment[] = [];
  for (const match of read.matchAll(WRONG_FIRST)) found.push({ wrong: match[1] ?? '', right: match[2] ?? '' });
  for (const match of read.matchAll(RIGHT_FIRST)) found.push({ wrong: match[2] ?? '', right: match[1] ?? '' });
  for (const match of read.matchAll(SAID_WRONG)) found.push({ wrong: match[1] ?? '', right: match[2] ?? '' });
  found.push(...looselyIn(read));
  return found.filter(({ wrong, right }) => isTerm(wrong) && isTerm(right) && areAlike(wrong, right));
}

/** "We're not friends" puts nothing right: neither a contraction nor a word of grammar is what was meant. */
const isTerm = (word: string): boolean =>
  word !== '' &&
  !NO_TERM.has(word.toLowerCase()) &&
  !FUNCTION_WORDS.has(word.toLowerCase()) &&
  !/^\p{L}+'(?:re|m|s|ve|ll|d|t)$/iu.test(word);

/** Two names, two numbers, two days, two things: never a name for a verb. */
function areAlike(wrong: string, right: string): boolean {
  const numbers = [wrong, right].map((word) => numberOf(word.toLowerCase()) ?? ordinalOf(word.toLowerCase()));
  if (numbers.some((value) => value !== null)) return numbers.every((value) => value !== null);
  const lower = [wrong.toLowerCase(), right.toLowerCase()];
  if (lower[0] === lower[1]) return false;
  return (
    lower.every((word) => word.length > 1) &&
    (lower.some((word) => !isOrdinary(word)) || lower.every((word) => word.length > 2))
  );
}

/** The text with the wrong word replaced, in the form it had: `4 march` becomes `14 march` for "the 14th not the 4th". */
function replaced(text: string, { wrong, right }: Amendment): string {
  const wrongNumber = numberOf(wrong.toLowerCase()) ?? ordinalOf(wrong.toLowerCase());
  const rightNumber = numberOf(right.toLowerCase()) ?? ordinalOf(right.toLowerCase());
  let result = '';
  let end = 0;
  for (const word of readWords(text)) {
    const value = numberOf(word.lower) ?? ordinalOf(word.lower);
    const isNumber = wrongNumber !== null && rightNumber !== null && value === wrongNumber;
    if (!isNumber && word.lower !== wrong.toLowerCase()) continue;
    const put = isNumber && /^\d+$/.test(word.raw) ? String(rightNumber) : right;
    result += text.slice(end, word.start) + put;
    end = word.start + word.raw.length;
  }
  return result + text.slice(end);
}

/** The correction itself without the wrong word, so that nothing reads it as told. */
function withoutWrong(text: string, { wrong }: Amendment): string {
  const escaped = wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`,? ?\\b(?:and )?not (?:the |a |on |in |at )?${escaped}\\b[,;]?`, 'giu'), '');
}

const FORGET =
  /(?:^|[.!?\n,]\s*|\b(?:please|pls|can you|could you|just|now)\s+)(?:forget|delete|erase|remove|wipe|scrub|unlearn)\s+(?:(?:everything|all|anything|that|whatever|the (?:stuff|bit|part|things?))\s+)?(?:(?:what\s+)?(?:(?:that\s+)?i(?:'ve)?\s+(?:just\s+)?(?:ever\s+)?(?:said|told you|mentioned|shared)\s+)?(?:you know\s+)?(?:about|on|regarding)\s+|(?=my |our ))([^.!?\n]{2,80})/i;
/** "please forget Gordon": a name needs no "about". */
const FORGET_NAME =
  /(?:^|[\s,.!])(?:[Ff]orget|[Dd]elete|[Ee]rase|[Rr]emove) (\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?)(?=[\s.!,]|$)/u;
const FILLER = wordSet(
  'my the a an our your his her their please pls ok okay thanks thank you and all of it from memory now for me',
);

/** The messages without what the person asked to be forgotten: the clauses before the request that name it. */
export function withoutForgotten<Message extends { readonly text: string }>(messages: readonly Message[]): Message[] {
  let result = [...messages];
  for (const message of messages) {
    const head = message.text.slice(0, 600);
    const about = FORGET.exec(head)?.[1] ?? FORGET_NAME.exec(head)?.[1];
    if (about === undefined) continue;
    const lemmas = readWords(about)
      .filter(({ lower }) => !FILLER.has(lower))
      .map(({ lemma }) => lemma);
    const place = result.indexOf(message);
    if (lemmas.length === 0 || place < 0) continue;
    result = result.flatMap((other, index) => {
      if (index > place) return [other];
      if (index === place) return [];
      const text = withoutClauses(other.text, lemmas);
      return text === '' ? [] : [{ ...other, text }];
    });
  }
  return result;
}

/** The text without the clauses that hold any of the lemmas. */
export function withoutClauses(text: string, lemmas: readonly string[]): string {
  const clauses = text.split(
    /(?<=[.!?;\n])\s+|(?<=,)\s+(?=(?:and|but|my|he|she|they)\b)|\s+(?=(?:and|but) (?:my|i|he|she|they|the)\b)/i,
  );
  const kept = clauses.filter((clause) => {
    const own = new Set(readWords(clause).map(({ lower }) => lemmaOf(lower)));
    return !lemmas.some((lemma) => own.has(lemma));
  });
  return kept.length === clauses.length ? text : kept.join(' ').trim();
}
