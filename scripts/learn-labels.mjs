// Learns how wording differs from stage to stage of the hair journey, from persona to persona and from concern to concern, from
// the messages labelled in packages/sienna-naturals/journey/examples.jsonl and with the signals declared beside them:
// `node scripts/learn-labels.mjs` writes stage-wording.json, persona-wording.json and concern-wording.json there and prints what
// cross-validation says; from packages/sienna-naturals/hand-off/examples.jsonl, when people are wanted. Run it after an edit of the
// examples or the signals; a test says when it was forgotten. The same examples give the same bytes. The evaluation sets
// (packages/sienna-naturals/evals) are never learnt from.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createStaticEmbedder, STATIC_EMBEDDING_ID } from '../packages/adapters/embedders/static.ts';
import { readMessageExamples } from '../packages/core/src/assistants/message-examples.ts';
import { labelScorer, learnLabels } from '../packages/core/src/understanding/learnt-labels.ts';
import { messageFeatures } from '../packages/core/src/understanding/message-features.ts';
import { hearSignals } from '../packages/core/src/understanding/signals.ts';
import { REASON_LABELS } from '../packages/core/src/assistants/hand-off-definition.ts';
import { JOURNEY_STAGES, PERSONAS } from '../packages/wire/src/chat.ts';
import { CONCERN_SIGNAL_SHARE } from '../packages/core/src/concerns/read-concern.ts';
import { OFF_TOPIC } from '../packages/core/src/assistants/concerns-definition.ts';
import { concernSignals } from '../packages/sienna-naturals/src/concern-signals.ts';
import { journeySignals } from '../packages/sienna-naturals/src/journey-signals.ts';
import { personaSignals } from '../packages/sienna-naturals/src/persona-signals.ts';

const FOLDS = 5;
const folder = new URL('../packages/sienna-naturals/journey/', import.meta.url);
const file = new URL('examples.jsonl', folder);
const { embedOne } = createStaticEmbedder();
const rows = readMessageExamples(file);
/** What people tell a companion, for a concern to be told from: every so many of them, and none that is about hair. */
const OFF_TOPIC_EVERY = 6;
const offTopic = readFileSync(new URL('../packages/core/evals/ordinary.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line, place) => line !== '' && place % OFF_TOPIC_EVERY === 0)
  .map((line) => ({ text: JSON.parse(line).text, concern: OFF_TOPIC }))
  .filter(({ text }) => !/\b(hair|scalp|curl|braid|wig|shampoo|bleach|locs?)/i.test(text));
const concerns = [...new Set(rows.flatMap(({ concern }) => concern ?? []))].sort();
const examples = createHash('sha256').update(readFileSync(file)).digest('hex');

learn('stage-wording.json', JOURNEY_STAGES, journeySignals, ({ stage }) => stage);
learn('persona-wording.json', PERSONAS, personaSignals, ({ persona }) => persona);
learn('concern-wording.json', [...concerns, OFF_TOPIC], concernSignals, ({ concern }) => concern, {
  among: [...rows, ...offTopic],
  signalShare: CONCERN_SIGNAL_SHARE,
});

learnReasons();

/** Messages of the hair journey want nobody, and there are more of them than a labeller would think of. */
function learnReasons() {
  const folder = new URL('../packages/sienna-naturals/hand-off/', import.meta.url);
  const content = readFileSync(new URL('examples.jsonl', folder), 'utf8');
  const labelled = content
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ text, reason }) => ({ text, label: reason ?? 'none' }));
  // What is labelled by its concern only may well want people too (orders, reactions): it is no example of none.
  const harmless = rows.filter(({ stage }) => stage !== undefined);
  const described = [...labelled, ...harmless.map(({ text }) => ({ text, label: 'none' }))].map(({ text, label }) => ({
    features: messageFeatures(text, embedOne, [], []),
    label,
  }));
  const hash = createHash('sha256')
    .update(content)
    .update(rows.map(({ text }) => text).join('\n'))
    .digest('hex');
  write(new URL('reason-wording.json', folder), REASON_LABELS, described, hash);
}

// What a message about hair reads like that needs a note of safety: core reads it, for every assistant that knows hair.
const careFile = new URL('care-examples.jsonl', folder);
const careRows = readFileSync(careFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
learn(
  '../../core/src/understanding/body-sign-wording.json',
  [...new Set(careRows.map(({ safety }) => safety))].sort(),
  [],
  ({ safety }) => safety,
  {
    among: [...careRows, ...offTopic.map(({ text }) => ({ text, safety: 'none' }))],
  },
);

function learn(name, labels, signals, labelOf, { among = rows, signalShare } = {}) {
  const described = among.flatMap((row) => {
    const label = labelOf(row);
    if (label === undefined) return [];
    return [
      { features: messageFeatures(row.text, embedOne, hearSignals(row.text, signals), labels, signalShare), label },
    ];
  });
  write(new URL(name, folder), labels, described, examples);
}

function write(target, labels, described, examples) {
  const right = rightAcrossFolds(described, labels);
  const { step, features } = learnLabels(described, labels);
  const sorted = Object.fromEntries(Object.entries(features).sort(([one], [other]) => (one < other ? -1 : 1)));
  const lines = Object.entries(sorted).map(([feature, row]) => `    ${JSON.stringify(feature)}: [${row.join(', ')}]`);
  const head = JSON.stringify({ embedding: STATIC_EMBEDDING_ID, examples, labels, step }, null, 2).slice(0, -2);
  writeFileSync(target, `${head},\n  "features": {\n${lines.join(',\n')}\n  }\n}\n`);
  console.log(
    `${target.pathname.split('/').at(-1)}: ${described.length} examples, ${lines.length} features, ${(100 * right).toFixed(1)} % right in cross-validation`,
  );
}

function rightAcrossFolds(described, labels) {
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const score = labelScorer(
      learnLabels(
        described.filter((_, place) => place % FOLDS !== fold),
        labels,
      ),
    );
    for (const [place, { features, label }] of described.entries()) {
      if (place % FOLDS !== fold) continue;
      const [best] = [...score(features)].sort(([, one], [, other]) => other - one);
      if (best?.[0] === label) right += 1;
    }
  }
  return right / described.length;
}
