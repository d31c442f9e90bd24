import { questionIn } from '../../understanding/gist.ts';
import { intentOf } from '../../understanding/intent.ts';
import { clean, plain, sentences } from '../../understanding/text.ts';
import type { Evidence } from '../fact.ts';
import { amended, withoutForgotten } from './amendments.ts';
import { numbersIn } from './amounts.ts';
import { datesIn } from './dates.ts';
import { type NumberSpan, type PersonSpan, type PlaceSpan, peopleIn, placesIn, type Span } from './spans.ts';
import { readWords, type Word } from './words.ts';

/** One sentence that the person said, with what it can answer. */
export interface Passage {
  /** Null for a message that only stood around one that search found. */
  readonly messageId: string | null;
  readonly saidAt: Date;
  /** Position of the message among those read, oldest first, and of the sentence within it. */
  readonly message: number;
  readonly sentence: number;
  /** How well search thought of it, 0 to 1. */
  readonly found: number;
  readonly text: string;
  readonly words: readonly Word[];
  readonly lemmas: ReadonlySet<string>;
  readonly dates: readonly Span[];
  readonly people: readonly PersonSpan[];
  readonly places: readonly PlaceSpan[];
  readonly numbers: readonly NumberSpan[];
  /** Says what might be or what is wished for, not what is. */
  readonly isHypothetical: boolean;
}

/** Everything that is read to answer one question. */
export interface Pool {
  readonly passages: readonly Passage[];
  /** The messages, amended, oldest first: what an answer must not repeat word for word. */
  readonly messages: readonly string[];
}

interface Told {
  readonly id: string | null;
  readonly saidAt: Date;
  readonly text: string;
  readonly found: number;
}

/** Characters read of one message and sentences of one: an answer stands near the words that search found. */
const MAX_MESSAGE = 2000;
const MAX_SENTENCES = 24;
const MAX_MESSAGES = 80;

const HYPOTHETICAL =
  /\b(?:(?<!\b(?:ask|asks|asked|wonders?|wondered|know|knows|see) )if i (?:ever|had|were|was|get|got|could|win|won)|i wish|imagine if|what if|one day i|someday|would love to|i'?d love (?:to|a)|dream(?:ing)? of|(?<!\b(?:he|she|they)(?:'s|'re| is| are|s)? )thinking (?:of|about) (?:getting|buying|moving|adopting|leaving|quitting|selling|changing|joining|going|starting|applying|becoming|taking up|having)|might (?:get|buy|move)|maybe i(?:'ll| should| will)|should i|was going to|hoping to get)\b/i;

/** Reads the evidence: corrections applied to what was said before them, forgotten things left out, questions left out. */
export function poolOf(evidence: readonly Evidence[]): Pool {
  const told = withoutForgotten(amended(messagesOf(evidence)));
  const passages = told.flatMap(({ id, saidAt, text, found }, message) =>
    answeredThemselves(sentences(text))
      .slice(0, MAX_SENTENCES)
      .map((sentence) => sentence.replace(TAG, ''))
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !asks(sentence) && !isManners(sentence))
      .map((sentence, index) => passageOf(sentence, { messageId: id, saidAt, message, sentence: index, found })),
  );
  return { passages, messages: told.map(({ text }) => text) };
}

/** "…, can you believe it?": a tag asks nothing. */
const TAG =
  /,\s*(?:can you believe (?:it|that|this)|would you believe it|who knew|you know|isn'?t (?:it|that) \p{L}+|innit|right|eh|huh|go figure)\s*[?!.]*$/iu;

/** What was asked tells nothing, with a question mark or without: "who is professor". */
const asks = (sentence: string): boolean => /[?？]["')\]]*$/.test(sentence) || questionIn(sentence) === sentence;

/** "gtg", "hi there", "thanks": a word of manners answers nothing. */
const isManners = (sentence: string): boolean =>
  sentence.length <= 24 && /^(?:farewell|greeting|thanks)$/.test(intentOf(plain(sentence), false));

/** "Favourite dish? my mum's moussaka": a short question that the person answers at once is told, not asked. */
function answeredThemselves(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const next = parts[index + 1];
    const asksShortly =
      /^(?!(?:what|who|where|when|why|how|which|do|does|did|is|are|can|could|would|should|right|really|ok|okay|huh)\b)[^?]{3,30}\?$/i.test(
        part,
      );
    if (asksShortly && next !== undefined && !next.endsWith('?')) {
      joined.push(`${part.slice(0, -1)}: ${next}`);
      index += 1;
    } else joined.push(part);
  }
  return joined;
}

/** One sentence, read. */
export function passageOf(
  text: string,
  place: Pick<Passage, 'messageId' | 'saidAt' | 'message' | 'sentence' | 'found'>,
): Passage {
  const words = readWords(text);
  const dates = datesIn(text, words);
  return {
    ...place,
    text,
    words,
    lemmas: new Set(words.map(({ lemma }) => lemma)),
    dates,
    people: peopleIn(words).filter(({ from, to }) => !dates.some((date) => from >= date.from && to <= date.to)),
    places: placesIn(words, dates),
    numbers: numbersIn(text, words, dates),
    isHypothetical: HYPOTHETICAL.test(text),
  };
}

/** The messages found and those around them, each once, oldest first. */
function messagesOf(evidence: readonly Evidence[]): Told[] {
  const told: Told[] = [];
  const seen = new Map<string, number>();
  const add = (message: Told): void => {
    const key = message.text.trim();
    const known = seen.get(key);
    if (known === undefined) {
      seen.set(key, told.length);
      told.push(message);
      return;
    }
    const other = told[known];
    if (other !== undefined && other.id === null && message.id !== null) told[known] = message;
  };
  const byTime = [...evidence].sort((one, other) => one.saidAt.getTime() - other.saidAt.getTime());
  for (const { messageId, text, saidAt, before, after, score } of byTime) {
    const around = Math.max(0, Math.min(1, score)) / 2;
    if (before !== null) add({ id: null, saidAt: new Date(saidAt.getTime() - 1), text: read(before), found: around });
    add({ id: messageId, saidAt, text: read(text), found: Math.max(0, Math.min(1, score)) });
    if (after !== null) add({ id: null, saidAt: new Date(saidAt.getTime() + 1), text: read(after), found: around });
  }
  return told
    .sort((one, other) => one.saidAt.getTime() - other.saidAt.getTime())
    .filter(({ text }) => text.trim() !== '')
    .slice(-MAX_MESSAGES);
}

const read = (text: string): string => clean(text.slice(0, MAX_MESSAGE));
