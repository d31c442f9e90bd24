// Learns how people answer when they are asked how advice went, from the answers labelled in
// packages/sienna-naturals/advice/examples.jsonl: `node scripts/learn-outcomes.mjs` writes outcome-wording.json there and prints what
// cross-validation says. Run it after an edit of the examples; a test says when it was forgotten. The same examples give the same
// bytes. evals/outcomes.unseen.jsonl is never learnt from.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createStaticEmbedder, STATIC_EMBEDDING_ID } from '../packages/adapters/embedders/static.ts';
import { labelScorer, learnLabels } from '../packages/core/src/understanding/learnt-labels.ts';
import { messageFeatures } from '../packages/core/src/understanding/message-features.ts';

const FOLDS = 5;
const LABELS = ['told', 'harmed', 'none'];
const folder = new URL('../packages/sienna-naturals/advice/', import.meta.url);
const file = new URL('examples.jsonl', folder);
const { embedOne } = createStaticEmbedder();
const examples = createHash('sha256').update(readFileSync(file)).digest('hex');
const described = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map(({ text, label }) => ({
    features: messageFeatures(text, embedOne, [], []),
    label: LABELS.includes(label) ? label : 'told',
  }));

printCrossValidation();
const { step, features } = learnLabels(described, LABELS);
const sorted = Object.fromEntries(Object.entries(features).sort(([one], [other]) => (one < other ? -1 : 1)));
const lines = Object.entries(sorted).map(([feature, row]) => `    ${JSON.stringify(feature)}: [${row.join(', ')}]`);
const head = JSON.stringify({ embedding: STATIC_EMBEDDING_ID, examples, labels: LABELS, step }, null, 2).slice(0, -2);
writeFileSync(new URL('outcome-wording.json', folder), `${head},\n  "features": {\n${lines.join(',\n')}\n  }\n}\n`);

/** How many are read rightly, and of what is read at all how much is right, by how far the best must be ahead. */
function printCrossValidation() {
  const judged = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const score = labelScorer(
      learnLabels(
        described.filter((_, place) => place % FOLDS !== fold),
        LABELS,
      ),
    );
    for (const [place, { features, label }] of described.entries()) {
      if (place % FOLDS !== fold) continue;
      const [best, second] = [...score(features)].sort(([, one], [, other]) => other - one);
      judged.push({ label, got: best[0], ahead: best[1] - second[1] });
    }
  }
  const right = judged.filter(({ label, got }) => label === got).length;
  console.log(
    `${described.length} examples, ${((100 * right) / judged.length).toFixed(1)} % right in cross-validation`,
  );
  for (const least of [0, 0.1, 0.2, 0.3, 0.4, 0.5]) {
    const told = judged.filter(({ got, ahead }) => got !== 'none' && ahead >= least);
    const hits = told.filter(({ label, got }) => label === got).length;
    const there = judged.filter(({ label }) => label !== 'none').length;
    const falsely = told.filter(({ label }) => label === 'none').length;
    console.log(
      `  ahead by ${least}: ${hits} of ${there} found, ${told.length - hits - falsely} taken for another, ${falsely} of nothing`,
    );
  }
}
