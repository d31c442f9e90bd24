import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writePassage } from '@rapport/core/knowledge/load.ts';
import type { Passage } from '@rapport/core/knowledge/passage.ts';

/** Words by which a passage is made another: who it is for, where, when and with what. */
const WHO = [
  'toddlers',
  'teens',
  'runners',
  'nurses',
  'dancers',
  'grandmothers',
  'twins',
  'travellers',
  'chefs',
  'swimmers',
];
const WHERE = ['Lagos', 'Oslo', 'Phoenix', 'Lima', 'Osaka', 'Leeds', 'Accra', 'Nairobi', 'Bergen', 'Salvador', 'Quito'];
const WHEN = [
  'in spring',
  'after summer',
  'before a wedding',
  'on night shifts',
  'in dry winters',
  'at exam time',
  'on holiday',
];
const WITH = [
  'marula',
  'baobab',
  'hibiscus',
  'flaxseed',
  'okra',
  'chebe',
  'amla',
  'neem',
  'fenugreek',
  'nettle',
  'burdock',
  'horsetail',
];

/** So many passages, the shipped ones first: the rest are those told for others, elsewhere and with something else. The same each time. */
export function manyPassages(shipped: readonly Passage[], count: number): Passage[] {
  return Array.from({ length: count }, (_, place) => {
    const passage = shipped[place % shipped.length];
    if (passage === undefined) throw new RangeError('There are no passages to make others from');
    const round = Math.floor(place / shipped.length);
    return round === 0 ? passage : varied(passage, place);
  });
}

function varied(passage: Passage, place: number): Passage {
  const pick = (words: readonly string[], step: number): string => words[(place * step) % words.length] ?? '';
  const [who, where, when, plant] = [pick(WHO, 7), pick(WHERE, 5), pick(WHEN, 3), pick(WITH, 11)];
  // Sentences of the body take turns, so that lengths and neighbours differ as they do between real ones.
  const sentences = passage.body.split(/(?<=[.!?])\s+/);
  const turned = [...sentences.slice(place % sentences.length), ...sentences.slice(0, place % sentences.length)];
  return {
    ...passage,
    id: `${passage.id}-${place}`,
    title: `${passage.title.slice(0, 60)}, for ${who} in ${where}`,
    questions: passage.questions.map((question, each) => `${question} ${each % 2 === 0 ? when : `with ${plant}`}`),
    answer: `${passage.answer.slice(0, 380)} For ${who}, ${plant} is one way ${when}.`,
    body: `${turned.slice(0, 3 + (place % 9)).join(' ')} People in ${where} add ${plant} ${when}.`,
  };
}

/** A folder of knowledge files, the caller's to remove. */
export function knowledgeFolderOf(passages: readonly Passage[]): URL {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-knowledge-'));
  for (const passage of passages) writeFileSync(join(folder, `${passage.id}.md`), writePassage(passage));
  return pathToFileURL(`${folder}/`);
}
