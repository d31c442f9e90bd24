// Prints how well each embedder of this process finds the sentence that answers a question, and tells questions that ask
// the same from those that don't: `node scripts/compare-embedders.mjs [<work folder of distill-embeddings.mjs>]`. With
// the folder, all-MiniLM-L6-v2 itself is measured beside them. Times are this machine's, at this moment.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInProcessEmbedder } from '../packages/adapters/embedders/in-process.ts';
import { createStaticEmbedder } from '../packages/adapters/embedders/static.ts';
import { cosine } from '../packages/core/src/embeddings/embedder.ts';
import { loadTeacher, readVocabulary } from './distillation/teacher.mjs';

const evals = new URL('../packages/core/evals/', import.meta.url);
const rowsOf = (name) =>
  readFileSync(new URL(name, evals), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const told = rowsOf('told-sentences.jsonl');
const near = rowsOf('near-questions.jsonl');
const [workFolder] = process.argv.slice(2);

const percent = (hits, all) => `${((100 * hits) / all).toFixed(1)} %`;

/** Sentences of a part that are more like its questions than the answers are, for each question. */
async function ranksOf({ embed }, part) {
  const rows = told.filter((row) => row.part === part);
  const sentences = rows.flatMap(({ answer, distractors }) => [answer, ...distractors]);
  const vectors = await embed(sentences);
  const questions = await embed(rows.map(({ question }) => question));
  return questions.map((question, row) => {
    const likeness = vectors.map((vector) => cosine(question, vector));
    const answer = likeness[row * (1 + rows[row].distractors.length)];
    return likeness.filter((value) => value > answer).length;
  });
}

/** How often a pair that asks the same is more alike than one that doesn't: .5 is chance. */
async function nearArea({ embed }) {
  const vectors = await embed(near.flatMap(({ a, b }) => [a, b]));
  const likeness = near.map((_, place) => cosine(vectors[2 * place], vectors[2 * place + 1]));
  const of = (same) => likeness.filter((_, place) => near[place].same === same);
  let above = 0;
  for (const alike of of(true)) {
    for (const other of of(false)) above += alike > other ? 1 : alike === other ? 0.5 : 0;
  }
  return above / (of(true).length * of(false).length);
}

async function report(name, embedder) {
  const begun = performance.now();
  await embedder.embed(['warm up']);
  const loaded = performance.now() - begun;
  console.log(`\n${name}`);
  for (const part of ['plain', 'traps', 'unseen']) {
    const ranks = await ranksOf(embedder, part);
    const within = (count) => percent(ranks.filter((rank) => rank < count).length, ranks.length);
    const reciprocal = ranks.reduce((sum, rank) => sum + 1 / (rank + 1), 0) / ranks.length;
    console.log(
      `  told sentences, ${part} (${ranks.length}): recall@1 ${within(1)}, @5 ${within(5)}, @10 ${within(10)}, MRR ${reciprocal.toFixed(3)}`,
    );
  }
  console.log(`  near questions: area under the curve ${(await nearArea(embedder)).toFixed(3)}`);
  const texts = told.map(({ answer }) => answer);
  const times = [];
  for (let run = 0; run < (embedder.isSlow ? 1 : 50); run += 1) {
    const start = performance.now();
    await embedder.embed(texts);
    times.push((performance.now() - start) / texts.length);
  }
  times.sort((one, other) => one - other);
  console.log(
    `  first text ${loaded.toFixed(0)} ms, then ${times[Math.floor(times.length / 2)].toFixed(4)} ms a sentence`,
  );
}

await report('Hashed words', createInProcessEmbedder());
await report('Static table', createStaticEmbedder());
if (workFolder !== undefined) {
  const work = resolve(workFolder);
  const { createTokenizer } = await import('../packages/core/src/embeddings/static-embedding-tokens.ts');
  const tokens = createTokenizer(readVocabulary(work));
  const read = await loadTeacher(work);
  await report('all-MiniLM-L6-v2, quantised to eight bits', {
    isSlow: true,
    embed: async (texts) => texts.map((text) => Float32Array.from(read([tokens(text)]))),
  });
}
