import { stemmer } from 'stemmer';
import type { Passage } from '../../knowledge/passage.ts';
import { STOP_WORDS } from '../../knowledge/stop-words.ts';
import { words } from '../../knowledge/vocabulary.ts';
import type { Conversation } from '../conversation.ts';
import { countWords, plain, sentences } from '../writing.ts';

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
    bodySentences(passage.body).some((sentence) => ` ${spoken} `.includes(` ${plain(sentence)} `))
  );
}

function openingOf(passage: Passage): string {
  return sentences(passage.answer)[0] ?? passage.answer;
}

/**
 * Sentences of a passage's body that answer `question` best and were not said yet, in the body's order, up to
 * `mostWords`. Empty when nothing is left to say.
 */
export function bodyFor(passage: Passage, question: string, conversation: Conversation, mostWords: number): string {
  const sought = new Set(informativeStems(question));
  const told = plain(passage.answer);
  const candidates = bodySentences(passage.body)
    .map((text, place) => ({ text, place, hits: informativeStems(text).filter((stem) => sought.has(stem)).length }))
    .filter(({ text }) => !text.includes('?') && !conversation.hasSaid(text) && !told.includes(plain(text)));
  // Focus first, then the author's order: what stands early in a body matters more.
  const byFocus = [...candidates].sort((one, other) => other.hits - one.hits || one.place - other.place);
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

/**
 * The sentences of a Markdown body, as speech: no headings, tables, marks or links; every list item a sentence. A bold line
 * on its own is a heading.
 */
export function bodySentences(body: string): string[] {
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
    .flatMap((block) => sentences(ended(block)));
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

/** Stems of the words that say what a text is about; "hair" says nothing here. */
export function informativeStems(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word) && word !== 'hair')
    .map(stemmer);
}
