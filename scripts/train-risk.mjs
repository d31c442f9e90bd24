// Trains the weights of packages/core/src/understanding/risk-model.ts on the project's own labelled messages
// (packages/core/evals/crisis*.jsonl; harmless ones besides from the other sets there) and on how people write when nothing is
// the matter: `node scripts/train-risk.mjs <folder>`, the folder with `train.tsv` and `labels.txt` of GoEmotions (Demszky et
// al., 2020, Apache-2.0), writes them and prints what cross-validation says of messages the model has not seen. The same rows
// and Node give the same bytes. Our own rows are look-alikes of crises: without ordinary talk beside them, a model takes
// whatever is unlike them for a crisis.
// packages/core/evals/crisis.unseen.jsonl is never trained on.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readRuledRisk } from '../packages/core/src/understanding/risk.ts';
import { riskFeaturesOf } from '../packages/core/src/understanding/risk-features.ts';
import { clean, plain } from '../packages/core/src/understanding/text.ts';

const EVALS = new URL('../packages/core/evals/', import.meta.url);
const WEIGHTS = fileURLToPath(new URL('../packages/core/src/understanding/risk-weights.json', import.meta.url));
const HEADS = [
  'crisis',
  'concern',
  'suicide',
  'self-harm',
  'overdose',
  'abuse',
  'third-party',
  'violence',
  'eating-disorder',
  'substance',
];
const FOLDS = 5;
const EPOCHS = 20;
const RATE = 0.2;
const DECAY = 1e-4;
const SEED = 7;
/** A feature of fewer rows of ours tells of its row only; ordinary comments weigh what these rows know and add nothing. */
const FEWEST_ROWS = 3;
/** Harmless messages of the other sets are plenty and easy: each counts a fraction. */
const EASY_WEIGHT = 0.3;
/** Weights are kept in whole steps. */
const STEP = 0.2;
/** Share of harmless messages that cross-validation may put above a threshold. */
const FALSE_ALARMS = { crisis: 0.06, concern: 0.08 };
/** Of ordinary comments, kept out of training, so many: a crisis protocol in small talk drives people away. */
const ORDINARY_ALARMS = { crisis: 0.00125, concern: 0.0005 };
/** Ordinary comments to train on, and to set the thresholds by. */
const ORDINARY_ROWS = 8_000;
const ORDINARY_HELD_OUT = 4_000;
/** Emotions in which somebody may be in trouble: such comments are not called harmless. */
const TROUBLED = new Set(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness confusion'.split(
    ' ',
  ),
);
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: node scripts/train-risk.mjs <folder with train.tsv and labels.txt of GoEmotions>');
  process.exit(2);
}
const ordinary = await ordinaryComments(folder);

const rows = [
  ...(await labelled('crisis.jsonl')),
  ...(await labelled('crisis.extra.jsonl')),
  ...(await harmless('mood.extra.jsonl')),
  ...(await harmless('near-questions.jsonl')),
  ...(await harmless('names.extra.jsonl')),
  ...ordinary.slice(0, ORDINARY_ROWS),
];
const heldOut = ordinary
  .slice(ORDINARY_ROWS, ORDINARY_ROWS + ORDINARY_HELD_OUT)
  .map(({ text }) => riskFeaturesOf(plain(clean(text))));
const features = rows.map(({ text }) => riskFeaturesOf(plain(clean(text))));
const kindOf = (category) => category.replaceAll('_', '-');
const targetOf = {
  crisis: (row) => row.level === 'crisis',
  concern: (row) => row.level !== 'none',
};
const judged = rows.map((row, index) => ({ ...row, index })).filter(({ easy }) => !easy);

const folds = rows.map(({ text }) => hashOf(text) % FOLDS);
const unseen = { crisis: [], concern: [] };
for (const head of ['crisis', 'concern']) {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = train(
      indexes((index) => folds[index] !== fold),
      targetOf[head],
    );
    for (const index of indexes((each) => folds[each] === fold)) unseen[head][index] = model.logit(features[index]);
  }
}
const ordinaryModels = {
  crisis: train(
    indexes(() => true),
    targetOf.crisis,
  ),
  concern: train(
    indexes(() => true),
    targetOf.concern,
  ),
};
const thresholds = Object.fromEntries(
  ['crisis', 'concern'].map((head) => {
    const harmlessLogits = judged.filter(({ level }) => level === 'none').map(({ index }) => unseen[head][index]);
    harmlessLogits.sort((left, right) => right - left);
    const ordinaryLogits = heldOut.map(ordinaryModels[head].logit).sort((left, right) => right - left);
    const threshold = Math.max(
      harmlessLogits[Math.floor(FALSE_ALARMS[head] * harmlessLogits.length)],
      ordinaryLogits[Math.floor(ORDINARY_ALARMS[head] * ordinaryLogits.length)],
    );
    return [head, Number(threshold.toFixed(2))];
  }),
);
report();

const everything = indexes(() => true);
const ofCrises = everything.filter(
  (index) => rows[index].level === 'crisis' && HEADS.includes(kindOf(rows[index].category)),
);
const models = HEADS.map((head) =>
  targetOf[head] === undefined
    ? train(ofCrises, (row) => kindOf(row.category) === head)
    : train(everything, targetOf[head]),
);
const names = [...new Set(models.flatMap(({ weights }) => [...weights.keys()]))].sort();
const packed = {};
for (const name of names) {
  const steps = models.map(({ weights }) => Math.round((weights.get(name) ?? 0) / STEP));
  if (steps.some((weight) => weight !== 0)) packed[name] = steps;
}
const lines = Object.entries(packed).map(([name, steps]) => `    ${JSON.stringify(name)}: [${steps.join(', ')}]`);
await writeFile(
  WEIGHTS,
  `{
  "source": "Trained by scripts/train-risk.mjs on packages/core/evals/crisis.jsonl and crisis.extra.jsonl, written for this project, and on untroubled comments of GoEmotions (Demszky et al., 2020, Apache-2.0).",
  "step": ${STEP},
  "biases": [${models.map(({ bias }) => Number(bias.toFixed(3))).join(', ')}],
  "thresholds": { "crisis": ${thresholds.crisis}, "concern": ${thresholds.concern} },
  "features": {
${lines.join(',\n')}
  }
}
`,
);
console.log(`${WEIGHTS}: ${lines.length} features`);

async function labelled(name) {
  return (await lineObjects(name)).map(({ text, level, category }) => ({ text, level, category, easy: false }));
}

async function harmless(name) {
  return (await lineObjects(name))
    .map((row) => ({ text: row.text ?? row.question ?? '', level: 'none', category: 'easy', easy: true }))
    .filter(({ text }) => text !== '' && readRuledRisk(text).level === 'none');
}

/** Comments whose every label is untroubled, in an order that only the texts decide. */
async function ordinaryComments(from) {
  const names = (await readFile(`${from}/labels.txt`, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).pop());
  return (await readFile(`${from}/train.tsv`, 'utf8'))
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([text, labels]) => text && labels?.split(',').every((label) => !TROUBLED.has(names[label])))
    .map(([text]) => ({ text, level: 'none', category: 'ordinary', easy: true }))
    .sort((one, other) => hashOf(one.text) - hashOf(other.text))
    .slice(0, 2 * (ORDINARY_ROWS + ORDINARY_HELD_OUT))
    .filter(({ text }) => readRuledRisk(text).level === 'none');
}

async function lineObjects(name) {
  return (await readFile(new URL(name, EVALS), 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

function indexes(holds) {
  return rows.map((_, index) => index).filter(holds);
}

/** Logistic regression by stochastic descent with a rate a weight (Adagrad; Duchi, Hazan and Singer 2011). */
function train(chosen, isTarget) {
  const seen = new Map();
  for (const index of chosen) {
    if (rows[index].category === 'ordinary') continue;
    for (const name of features[index].keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const weights = new Map();
  const squares = new Map();
  let bias = 0;
  let biasSquares = 1e-8;
  const next = randoms(SEED);
  const order = [...chosen];
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      [order[at], order[other]] = [order[other], order[at]];
    }
    for (const index of order) {
      let logit = bias;
      for (const [name, value] of features[index])
        if ((seen.get(name) ?? 0) >= FEWEST_ROWS) logit += (weights.get(name) ?? 0) * value;
      const miss =
        (1 / (1 + Math.exp(-logit)) - (isTarget(rows[index]) ? 1 : 0)) * (rows[index].easy ? EASY_WEIGHT : 1);
      biasSquares += miss * miss;
      bias -= (0.3 * miss) / Math.sqrt(biasSquares);
      for (const [name, value] of features[index]) {
        if ((seen.get(name) ?? 0) < FEWEST_ROWS) continue;
        const weight = weights.get(name) ?? 0;
        const slope = miss * value + DECAY * weight;
        const total = (squares.get(name) ?? 1e-6) + slope * slope;
        squares.set(name, total);
        weights.set(name, weight - (RATE * slope) / Math.sqrt(total));
      }
    }
  }
  const logit = (given) => {
    let sum = bias;
    for (const [name, value] of given) sum += (weights.get(name) ?? 0) * value;
    return sum;
  };
  return { weights, bias, logit };
}

function report() {
  const share = (list, holds) => (list.length === 0 ? 1 : list.filter(holds).length / list.length).toFixed(3);
  const of = (level) => judged.filter((row) => row.level === level);
  const above = (head) => (row) => unseen[head][row.index] > thresholds[head];
  console.log(
    `${judged.length} labelled messages, ${rows.length - judged.length} harmless ones besides; cross-validated in ${FOLDS} parts:`,
  );
  console.log(
    `  crisis by weights alone: recall ${share(of('crisis'), above('crisis'))}, false on harmless ${share(of('none'), above('crisis'))}, on concern ${share(of('concern'), above('crisis'))}, threshold ${thresholds.crisis}`,
  );
  console.log(
    `  at least concern: on concern ${share(of('concern'), above('concern'))}, on crisis ${share(of('crisis'), above('concern'))}, false ${share(of('none'), above('concern'))}, threshold ${thresholds.concern}`,
  );
}

function hashOf(text) {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator (Numerical Recipes). */
function randoms(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
