import { stemmer } from 'stemmer';
import type { Passage } from '../../knowledge/passage.ts';
import { STOP_WORDS } from '../../knowledge/stop-words.ts';
import { words } from '../../knowledge/vocabulary.ts';
import type { Conversation } from '../conversation.ts';
import { countWords, firstSentences, plain, sentences } from '../writing.ts';

/** The passage that the assistant last answered from, among those found: its answer stands in what was said. */
export function lastTold(passages: readonly Passage[], conversation: Conversation): Passage | null {
  const spoken = plain(conversation.lastReply ?? '');
  return (
    passages.find((passage) => isToldIn(passage, spoken)) ??
    passages.find((passage) => isTold(passage, conversation)) ??
    null
  );
}

/** Whether the answer of a passage stands in the conversation, at least by its first sentence. */
export function isTold(passage: Passage, conversation: Conversation): boolean {
  return conversation.hasSaid(openingOf(passage));
}

function isToldIn(passage: Passage, spoken: string): boolean {
  return (
    ` ${spoken} `.includes(` ${plain(openingOf(passage))} `) ||
    bodyBlocks(passage.body).some((block) => ` ${spoken} `.includes(` ${plain(sentences(block)[0] ?? block)} `))
  );
}

function openingOf(passage: Passage): string {
  return sentences(passage.answer)[0] ?? passage.answer;
}

/**
 * The parts of a passage's body that answer `question` best and were not said yet, in the body's order, up to
 * `mostWords`; of `all`, whatever there is, for who wants the rest. Empty when nothing is left to say. Paragraphs and list items stay whole, so that no sentence loses what
 * it refers to; one that is too long by itself gives as many of its first sentences as fit.
 */
export function bodyFor(
  passage: Passage,
  question: string,
  conversation: Conversation,
  mostWords: number,
  of: 'what-was-asked' | 'all' = 'what-was-asked',
): string {
  const sought = new Set(informativeStems(question));
  const told = plain(passage.answer);
  const isNews = (sentence: string) => !conversation.hasSaid(sentence) && !told.includes(plain(sentence));
  const candidates = bodyBlocks(passage.body)
    .filter((text) => !text.includes('?') && isNews(sentences(text)[0] ?? text) && (of === 'all' || standsAlone(text)))
    .map((text, place) => ({
      text: countWords(text) > mostWords ? firstSentences(text, mostWords) : text,
      place,
      hits: informativeStems(text).filter((stem) => sought.has(stem)).length,
    }));
  // What was asked for is not padded with what wasn't.
  const focused = of === 'all' ? [] : candidates.filter(({ hits }) => hits > 0);
  // Focus first, then the author's order: what stands early in a body matters more.
  const byFocus = [...(focused.length > 0 ? focused : candidates)].sort(
    (one, other) => other.hits - one.hits || one.place - other.place,
  );
  const chosen: typeof candidates = [];
  let wordCount = 0;
  for (const candidate of byFocus) {
    const length = countWords(candidate.text);
    if (wordCount + length > mostWords) continue;
    chosen.push(candidate);
    wordCount += length;
  }
  return chosen
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join(' ');
}

/** A clause needs so many words; a note of fewer ("Squeeze down each loc.") says nothing away from its list. */
const LEAST_WORDS_OF_A_SENTENCE = 6;

/** Whether a block can be read out by itself: its sentences are whole ones, or it names what it is about ("Night: …"). */
function standsAlone(block: string): boolean {
  if (/^[\p{L} -]{3,30}: /u.test(block) && countWords(block) >= LEAST_WORDS_OF_A_SENTENCE) return true;
  const all = sentences(block);
  return countWords(block) / Math.max(1, all.length) >= LEAST_WORDS_OF_A_SENTENCE;
}

/**
 * The paragraphs and list items of a Markdown body, as speech: no headings, tables, marks or links, each ending in a
 * full stop. A bold line on its own is a heading.
 */
export function bodyBlocks(body: string): string[] {
  const blocks: string[] = [];
  let paragraph = '';
  const flush = () => {
    if (paragraph !== '') blocks.push(paragraph);
    paragraph = '';
  };
  const heading = /^(#|\||>|---|```)|^\*\*[^*]+\*\*:?$/;
  for (const line of body.split(/\r?\n/)) {
    const trimmed = line.trim();
    const item = /^(?:[-*+]|\d+[.)])\s+(.*)$/.exec(trimmed)?.[1];
    if (trimmed === '' || heading.test(trimmed)) flush();
    else if (item === undefined) paragraph = `${paragraph} ${trimmed}`.trim();
    else {
      flush();
      paragraph = item;
    }
  }
  flush();
  return blocks
    .map(spoken)
    .filter((block) => !/:$/.test(block) && countWords(block) >= 3)
    .map(ended);
}

/** Markdown's marks removed. */
function spoken(block: string): string {
  return block
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function ended(block: string): string {
  return /[.!?]["”')]?$/.test(block) ? block : `${block.replace(/[;,]$/, '')}.`;
}

/** Words that stand in questions about anything. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['hair', 'long', 'after', 'before', 'until']);

/** Stems of the words that say what a text is about. */
export function informativeStems(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word) && !SAYS_NOTHING.has(word))
    .map(stemmer);
}
