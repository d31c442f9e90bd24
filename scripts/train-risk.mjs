// Trains what packages/core/src/understanding/risk-model.ts weighs: the linear weights and the network, on the project's own
// labelled messages (packages/core/evals/crisis*.jsonl, ordinary.jsonl; harmless ones besides from the other sets there) and on
// how people write when nothing is the matter: `node scripts/train-risk.mjs <folder>`, the folder with `train.tsv` and
// `labels.txt` of GoEmotions (Demszky et al., 2020, Apache-2.0). Writes both and prints what they make of messages they have
// not seen: packages/core/evals/crisis.unseen.jsonl, which is never trained on. Ten minutes and more; with `--thresholds` after
// the folder only the thresholds are set anew. The same rows and Node give the same bytes. Our own rows are mostly look-alikes of crises: without ordinary talk beside them, a model takes
// whatever is unlike them for a crisis.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { shippedStaticTable } from '../packages/core/src/embeddings/static-table.ts';
import { readRuledRisk } from '../packages/core/src/understanding/risk.ts';
import { riskFeaturesOf } from '../packages/core/src/understanding/risk-features.ts';
import { createRiskWeigher } from '../packages/core/src/understanding/risk-model.ts';
import { MOST_PIECES, pieceVector, usualLengthOf } from '../packages/core/src/understanding/risk-network.ts';
import { respelled } from '../packages/core/src/understanding/risk-spellings.ts';
import { clean, plain } from '../packages/core/src/understanding/text.ts';
import { packNetwork, trainNetwork } from './risk-network-training.mjs';

const EVALS = new URL('../packages/core/evals/', import.meta.url);
const UNDERSTANDING = new URL('../packages/core/src/understanding/', import.meta.url);
const WEIGHTS = fileURLToPath(new URL('risk-weights.json', UNDERSTANDING));
const NETWORK = fileURLToPath(new URL('risk-network.json', UNDERSTANDING));
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
const EPOCHS = 20;
const RATE = 0.2;
const DECAY = 1e-4;
const SEED = 7;
/** A feature of fewer rows of ours tells of its row only; ordinary comments weigh what these rows know and add nothing. */
const FEWEST_ROWS = 3;
/** Weights are kept in whole steps. */
const STEP = 0.2;
/** One of so many told messages is kept out of training. */
const HELD_OUT_OF = 4;
/**
 * Of ordinary talk, kept out of training, so many may be called one: a crisis protocol in small talk drives people away.
 * Those that reach this far mostly leave one guessing ("I can't seem to take it anymore").
 */
const ORDINARY_ALARMS = {
  crisis: { comments: 0.005, told: 0.02 },
  // Who is met with care for a small trouble is not driven away.
  concern: { comments: 0.003, told: 0.02 },
};
/**
 * Ordinary comments to train on, and to set the thresholds by. More than we have crises, each counting in full: what is learnt
 * of ordinary talk lets the thresholds be lower for the same share of false alarms.
 */
const ORDINARY_ROWS = 16_000;
const ORDINARY_HELD_OUT = 4_000;
/** Emotions in which somebody may be in trouble: such comments are not called harmless. */
const TROUBLED = new Set(
  'anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness confusion'.split(
    ' ',
  ),
);
const SOURCE =
  'Trained by scripts/train-risk.mjs on packages/core/evals/crisis.jsonl, crisis.extra.jsonl and ordinary.jsonl, written for this project, and on untroubled comments of GoEmotions (Demszky et al., 2020, Apache-2.0).';
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: node scripts/train-risk.mjs <folder with train.tsv and labels.txt of GoEmotions>');
  process.exit(2);
}
const ordinary = await ordinaryComments(folder);

const told = [
  ...(await harmless('ordinary.jsonl')),
  ...(await harmless('statements.jsonl')),
  ...(await harmless('recall.extra.jsonl')),
  ...(await harmless('../../sienna-naturals/evals/retrieval.jsonl')),
];
const isHeldOut = ({ text }) => hashOf(text) % HELD_OUT_OF === 0;
const rows = [
  ...(await labelled('crisis.jsonl')),
  ...(await labelled('crisis.extra.jsonl')),
  ...told.filter((row) => !isHeldOut(row)),
  ...(await harmless('mood.extra.jsonl')),
  ...(await harmless('near-questions.jsonl')),
  ...(await harmless('names.extra.jsonl')),
  ...ordinary.slice(0, ORDINARY_ROWS),
];
/** Kept out of training: comments of strangers to strangers, and what people tell a companion. */
const heldOut = {
  comments: ordinary.slice(ORDINARY_ROWS, ORDINARY_ROWS + ORDINARY_HELD_OUT),
  told: told.filter(isHeldOut),
};
const readAs = ({ text }) => respelled(plain(clean(text)));
const features = rows.map((row) => riskFeaturesOf(readAs(row)));
const kindOf = (category) => category.replaceAll('_', '-');
const targetOf = {
  crisis: (row) => row.level === 'crisis',
  concern: (row) => row.level !== 'none',
};

const isTrained = process.argv[3] !== '--thresholds';
const weights = isTrained ? trainWeights() : JSON.parse(await readFile(WEIGHTS, 'utf8'));
const network = isTrained ? trainedNetwork() : JSON.parse(await readFile(NETWORK, 'utf8'));
const weigh = createRiskWeigher(weights, network);
const thresholds = Object.fromEntries(
  Object.entries(ORDINARY_ALARMS).map(([head, shares]) => {
    const ofEach = Object.entries(shares).map(([kind, share]) => {
      const sorted = heldOut[kind].map((row) => weigh(readAs(row))[head]).sort((left, right) => right - left);
      return sorted[Math.floor(share * sorted.length)] ?? 0;
    });
    return [head, Number(Math.max(...ofEach).toFixed(2))];
  }),
);
await writeFile(NETWORK, `${JSON.stringify(network, null, 2)}\n`);
const lines = Object.entries(weights.features).map(
  ([name, steps]) => `    ${JSON.stringify(name)}: [${steps.join(', ')}]`,
);
await writeFile(
  WEIGHTS,
  `{
  "source": ${JSON.stringify(SOURCE)},
  "step": ${STEP},
  "biases": [${weights.biases.join(', ')}],
  "thresholds": { "crisis": ${thresholds.crisis}, "concern": ${thresholds.concern} },
  "features": {
${lines.join(',\n')}
  }
}
`,
);
console.log(`${lines.length} features`);
report(await labelled('crisis.unseen.jsonl'));

/** The linear weights, as RiskWeights has them, without thresholds. */
function trainWeights() {
  const everything = indexes(() => true);
  const ofCrises = everything.filter(
    (index) => rows[index].level === 'crisis' && HEADS.includes(kindOf(rows[index].category)),
  );
  const models = HEADS.map((head) =>
    targetOf[head] === undefined
      ? train(ofCrises, (row) => kindOf(row.category) === head)
      : train(everything, targetOf[head]),
  );
  const trained = {};
  for (const name of [...new Set(models.flatMap((model) => [...model.weights.keys()]))].sort()) {
    const steps = models.map((model) => Math.round((model.weights.get(name) ?? 0) / STEP));
    if (steps.some((weight) => weight !== 0)) trained[name] = steps;
  }
  return { step: STEP, biases: models.map(({ bias }) => Number(bias.toFixed(3))), features: trained };
}

function trainedNetwork() {
  const table = shippedStaticTable();
  const usualLength = usualLengthOf(table);
  const trained = trainNetwork(
    rows.map((row) => ({
      pieces: table.tokens(readAs(row)).slice(0, MOST_PIECES),
      targets: [targetOf.crisis(row) ? 1 : 0, targetOf.concern(row) ? 1 : 0],
    })),
    (piece) => pieceVector(table, piece, usualLength),
    randoms(SEED),
  );
  return { source: SOURCE, ...packNetwork(trained) };
}

async function labelled(name) {
  return (await lineObjects(name)).map(({ text, level, category }) => ({ text, level, category }));
}

async function harmless(name) {
  return (await lineObjects(name))
    .flatMap((row) => row.sessions?.flat() ?? [row.text ?? row.question ?? ''])
    .map((text) => ({ text, level: 'none', category: 'easy' }))
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
    .map(([text]) => ({ text, level: 'none', category: 'ordinary' }))
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
  const names = [...seen].filter(([, count]) => count >= FEWEST_ROWS).map(([name]) => name);
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const known = new Map(
    chosen.map((index) => {
      const kept = [...features[index]].filter(([name]) => placeOf.has(name));
      return [
        index,
        {
          places: Int32Array.from(kept, ([name]) => placeOf.get(name)),
          values: Float64Array.from(kept, ([, value]) => value),
          target: isTarget(rows[index]) ? 1 : 0,
        },
      ];
    }),
  );
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
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
      const { places, values, target } = known.get(index);
      let logit = bias;
      for (let at = 0; at < places.length; at += 1) logit += weights[places[at]] * values[at];
      const miss = 1 / (1 + Math.exp(-logit)) - target;
      biasSquares += miss * miss;
      bias -= (0.3 * miss) / Math.sqrt(biasSquares);
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at];
        const slope = miss * values[at] + DECAY * weights[place];
        squares[place] += slope * slope;
        weights[place] -= (RATE * slope) / Math.sqrt(squares[place]);
      }
    }
  }
  return { weights: new Map(names.map((name, place) => [name, weights[place]])), bias };
}

/** What the weights alone make of messages they were not trained on. */
function report(unseen) {
  const read = unseen.map((row) => ({ ...row, logits: weigh(readAs(row)) }));
  const share = (level, head) => {
    const of = read.filter((row) => row.level === level);
    return (of.filter(({ logits }) => logits[head] > thresholds[head]).length / Math.max(1, of.length)).toFixed(3);
  };
  console.log(`${rows.length} messages; ${unseen.length} unseen, by weights alone:`);
  for (const head of ['crisis', 'concern'])
    console.log(
      `  ${head} from ${thresholds[head]}: of crises ${share('crisis', head)}, of concerns ${share('concern', head)}, of harmless ${share('none', head)}`,
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
