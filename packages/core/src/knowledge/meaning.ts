import { staticEmbedding } from '../embeddings/static-embedding.ts';
import { shippedStaticTable } from '../embeddings/static-table.ts';
import type { Passage } from './passage.ts';
import { FEELING_WORDS } from './stop-words.ts';

/**
 * A text's vector of length 1; zeros where no word is known. By the table of this process (decision 10), whoever embeds
 * memory: a question is compared at once, and a passage in less than a millisecond when it is added.
 */
const meaningOf = (text: string): Float32Array => staticEmbedding(shippedStaticTable(), text);

/** What a passage means: as a whole, and each way it is titled, asked for and answered, in bytes. */
export interface PassageMeaning {
  readonly whole: Float32Array;
  readonly phrasings: readonly Int8Array[];
  readonly answer: Int8Array;
}

/** A number of a vector of length 1 in a byte: what is lost is a thousandth of a likeness. */
const STEPS = 127;

export function meaningOfPassage({ title, questions, answer }: Passage): PassageMeaning {
  const phrasings = [title, ...questions].map(meaningOf);
  const answered = meaningOf(`${title}. ${answer}`);
  // The sum of its parts, so that each text is read once; what is answered is about as long as all ways to ask for it.
  const whole = new Float32Array(answered.length);
  for (const part of [...phrasings, ...phrasings.map(() => answered)]) {
    for (let each = 0; each < whole.length; each += 1) whole[each] = (whole[each] ?? 0) + (part[each] ?? 0);
  }
  return { whole: unit(whole), phrasings: phrasings.map(packed), answer: packed(answered) };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

const packed = (vector: Float32Array): Int8Array => Int8Array.from(vector, (value) => Math.round(value * STEPS));

/** What a question means, without how its asker feels about it; what was said before colours it by `share`, 0 to 1. */
export function meaningOfQuestion(question: string, before: string, share: number): Float32Array {
  const plain = question.replace(/\p{L}+/gu, (word) => (FEELING_WORDS.has(word.toLowerCase()) ? '' : word));
  const stripped = meaningOf(plain);
  const vector = stripped.some((value) => value !== 0) ? stripped : meaningOf(question);
  if (before === '') return vector;
  const coloured = meaningOf(before);
  const sum = vector.map((value, place) => value + share * (coloured[place] ?? 0));
  return unit(sum);
}

/** How near a passage is to a question in meaning: about 0 to 1. The mean of the whole, the answer and the likest phrasing. */
export function nearness(question: Float32Array, { whole, phrasings, answer }: PassageMeaning): number {
  let likest = -1;
  for (const phrasing of phrasings) likest = Math.max(likest, product(question, phrasing) / STEPS);
  return (product(question, whole) + product(question, answer) / STEPS + likest) / 3;
}

/**
 * The passages that are nearest to a question as wholes, by their places; every one is looked at, a quarter of a
 * microsecond each.
 */
export function nearestWholes(question: Float32Array, wholes: Float32Array, limit: number): readonly number[] {
  const dimensions = question.length;
  const kept: { place: number; likeness: number }[] = [];
  for (let place = 0, at = 0; at < wholes.length; place += 1, at += dimensions) {
    const likeness = product(question, wholes, at);
    const worst = kept.at(-1);
    if (kept.length === limit && worst !== undefined && worst.likeness >= likeness) continue;
    let rank = kept.length;
    while (rank > 0 && (kept[rank - 1]?.likeness ?? 0) < likeness) rank -= 1;
    kept.splice(rank, 0, { place, likeness });
    if (kept.length > limit) kept.pop();
  }
  return kept.map(({ place }) => place);
}

/** Four sums side by side, which a processor adds at once; dimensions are a multiple of four. */
function product(one: Float32Array, other: Float32Array | Int8Array, start = 0): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let each = 0, at = start; each < one.length; each += 4, at += 4) {
    first += (one[each] ?? 0) * (other[at] ?? 0);
    second += (one[each + 1] ?? 0) * (other[at + 1] ?? 0);
    third += (one[each + 2] ?? 0) * (other[at + 2] ?? 0);
    fourth += (one[each + 3] ?? 0) * (other[at + 3] ?? 0);
  }
  return first + second + third + fourth;
}
