// Trains the weights of packages/core/src/understanding/mood-model.ts: `node scripts/train-moods.mjs` writes them from the
// labelled messages of packages/core/evals and prints how well unseen fifths of them are read; `--check` only prints. The
// same messages, word lists, emotion weights and Node give the same bytes. A new word in a list or a new labelled message
// wants new weights. Why it is so: docs/decisions/0009-emotions-by-a-linear-model.md.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { moodEvidence } from '../packages/core/src/understanding/mood-features.ts';
import { bytesOf, POLARITIES, sidesBy, unpackMoodModel } from '../packages/core/src/understanding/mood-model.ts';
import { readMoodByRules } from '../packages/core/src/understanding/mood-rules.ts';
import { clean } from '../packages/core/src/understanding/text.ts';

const path = (relative) => fileURLToPath(new URL(`../packages/core/${relative}`, import.meta.url));
const WEIGHTS = path('src/understanding/mood-weights.json');
const SOURCE =
  'Trained by scripts/train-moods.mjs on the labelled messages of packages/core/evals, which were written for it.';
const POLARITY_OF = { pos: 'positive', neg: 'negative', mixed: 'mixed', neutral: 'neutral' };
const SIDES = POLARITIES.length;

/** The rules were made on these two, and are right on them as they are nowhere else: they count less. */
const SETS = [
  { name: 'mood.training', weight: 1 },
  { name: 'mood.plain', weight: 1 },
  { name: 'mood.extra', weight: 0.7 },
  { name: 'mood', weight: 0.5 },
];
/** Questions asked of a guide: plain talk with no mood, but for the few in which the rules hear one. */
const PLAIN_SET = { name: 'near-questions', weight: 0.1 };
const SEED = 20261130;
const EPOCHS = 25;
const RATE = 0.5;
/** Squares of the weights in the loss, by the feature's occurrences. */
const DECAY = 1e-3;
/** A feature of one message tells of that message only. */
const FEWEST_ROWS = 2;
const FOLDS = 5;

const sets = await Promise.all(SETS.map(rowsOf));
const fresh = sets[0];
const known = [...sets.slice(1).flat(), ...(await plainRowsOf(PLAIN_SET))];
report(fresh, known);
if (!process.argv.includes('--check')) {
  const json = `${JSON.stringify(pack(train([...fresh, ...known])), null, 2)}\n`;
  await writeFile(WEIGHTS, json);
  console.log(`${WEIGHTS}: ${json.length} bytes`);
}

async function linesOf(name) {
  return (await readFile(path(`evals/${name}.jsonl`), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function rowsOf({ name, weight }) {
  return (await linesOf(name)).map(({ text, valence }) => rowOf(text, POLARITY_OF[valence], weight));
}

async function plainRowsOf({ name, weight }) {
  const texts = (await linesOf(name)).flatMap(({ a, b }) => [a, b]);
  return texts.filter((text) => readMoodByRules(text) === null).map((text) => rowOf(text, 'neutral', weight));
}

function rowOf(text, polarity, weight) {
  const { features } = moodEvidence(clean(text), readMoodByRules(text));
  return { features, side: POLARITIES.indexOf(polarity), weight };
}

/** Multinomial logistic regression by stochastic gradient descent with Adagrad's rates (Duchi et al., 2011). */
function train(rows) {
  const counts = new Map();
  for (const { features } of rows) for (const key of features.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts].filter(([, count]) => count >= FEWEST_ROWS).map(([key]) => key);
  keys.sort((a, b) => a - b);
  const place = new Map(keys.map((key, row) => [key, row]));
  const weights = new Float64Array(keys.length * SIDES);
  const squares = new Float64Array(keys.length * SIDES).fill(1);
  const biases = new Float64Array(SIDES);
  const biasSquares = new Float64Array(SIDES).fill(1);
  const compact = rows.map(({ features, side, weight }) => {
    const seen = [...features].filter(([key]) => place.has(key));
    return { at: seen.map(([key]) => place.get(key) * SIDES), values: seen.map(([, value]) => value), side, weight };
  });
  const random = randomNumbers();
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const row of shuffled(compact, random)) {
      const errors = errorsOf(row, weights, biases);
      for (let side = 0; side < SIDES; side += 1) {
        biasSquares[side] += errors[side] ** 2;
        biases[side] -= (RATE * errors[side]) / Math.sqrt(biasSquares[side]);
      }
      for (const [index, start] of row.at.entries()) {
        for (let side = 0; side < SIDES; side += 1) {
          const slope = errors[side] * row.values[index] + DECAY * weights[start + side];
          squares[start + side] += slope ** 2;
          weights[start + side] -= (RATE * slope) / Math.sqrt(squares[start + side]);
        }
      }
    }
  }
  return { keys, weights, biases };
}

function errorsOf({ at, values, side, weight }, weights, biases) {
  const logits = Array.from(biases);
  for (const [index, start] of at.entries()) {
    for (let each = 0; each < SIDES; each += 1) logits[each] += weights[start + each] * values[index];
  }
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power, each) => (power / sum - (each === side ? 1 : 0)) * weight);
}

/** A linear congruential generator (Numerical Recipes): the same order in every run. */
function randomNumbers() {
  let state = SEED;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(rows, random) {
  const mixed = [...rows];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

function pack({ keys, weights, biases }) {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return {
    source: SOURCE,
    features: keys.length,
    step,
    biases: [...biases],
    weights: brotliCompressSync(bytesOf(keys, bytes), {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    }).toString('base64'),
  };
}

/** Each fifth of the fresh messages as a model reads it that has not seen them. */
function report(rows, others) {
  const pairs = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = unpackMoodModel(pack(train([...rows.filter((_, index) => index % FOLDS !== fold), ...others])));
    for (const { features, side } of rows.filter((_, index) => index % FOLDS === fold)) {
      const shares = Object.values(sidesBy(model, features));
      pairs.push({ side, got: shares.indexOf(Math.max(...shares)) });
    }
  }
  const scores = POLARITIES.map((name, each) => {
    const hits = pairs.filter(({ side, got }) => side === each && got === each).length;
    const said = pairs.filter(({ got }) => got === each).length;
    const meant = pairs.filter(({ side }) => side === each).length;
    return { name, f1: (2 * hits) / (said + meant) };
  });
  const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / SIDES;
  console.log(
    `${rows.length} messages, unseen fifths: macro-F1 ${mean.toFixed(3)}`,
    scores.map(({ name, f1 }) => `${name} ${f1.toFixed(2)}`).join(', '),
  );
}
