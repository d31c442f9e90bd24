import { createScriptedModel } from '@rapport/dev-env/scripted-model.ts';
import { createEmbeddedTemplate, openTestDatabase } from '@rapport/dev-env/databases.ts';
import { createTestApp, type TestApp } from '@rapport/dev-env/test-app.ts';
import { KnowledgeIndexer } from '@rapport/core/knowledge/retrieve.ts';
import { loadPassages } from '@rapport/core/knowledge/load.ts';
import { siennaNaturals } from '@rapport/sienna-naturals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { knowledgeFolderOf, manyPassages } from './guide-passages.ts';
import { cpuMs, median, quantile, table } from './machine.ts';

const SIZES = [150, 1_000, 5_000] as const;
const TURNS = Number(process.env.BENCH_TURNS ?? 150);
const WARM_UP = 10;

/** Questions as people ask them, none of them twice in a row. */
const QUESTIONS = [
  'how often should i wash my 4c hair',
  'my scalp itches under my braids what helps',
  'is rice water good for growth',
  'how do I detangle without breakage',
  'why does my hair shrink so much',
  'can I dye my hair while pregnant',
  'my edges are thinning from ponytails',
  'what does glycerin do in humid weather',
  'how do I get rid of build up',
  'are protein treatments bad for low porosity hair',
];

/** What Sienna costs by how much she knows: the search alone in this process, and whole turns over HTTP. */
export async function measureGuide(): Promise<void> {
  const { knowledge } = siennaNaturals;
  if (knowledge === null) throw new Error('Sienna has no knowledge to measure');
  const shipped = loadPassages(fileURLToPath(knowledge.directory));
  const searches: string[][] = [];
  for (const size of SIZES) {
    const passages = manyPassages(shipped, size);
    const memoryBefore = process.memoryUsage.rss();
    const indexer = new KnowledgeIndexer(knowledge.synonyms);
    const [startMs, startCpuMs] = [performance.now(), cpuMs()];
    const index = indexer.index(passages);
    const [buildMs, buildCpuMs] = [performance.now() - startMs, cpuMs() - startCpuMs];
    const againCpuMs = cpuMs();
    indexer.index(passages.slice(1));
    const rebuildCpuMs = cpuMs() - againCpuMs;
    const took: number[] = [];
    const searchCpuMs = cpuMs();
    for (let turn = 0; turn < 300; turn += 1) {
      const from = performance.now();
      index.search(QUESTIONS[turn % QUESTIONS.length] ?? '');
      took.push(performance.now() - from);
    }
    searches.push([
      String(size),
      ...[0.5, 0.95].map((share) => quantile(took, share).toFixed(2)),
      ((cpuMs() - searchCpuMs) / took.length).toFixed(2),
      `${buildMs.toFixed(0)} / ${buildCpuMs.toFixed(0)}`,
      rebuildCpuMs.toFixed(0),
      ((process.memoryUsage.rss() - memoryBefore) / 1_048_576).toFixed(0),
    ]);
  }
  console.log(
    table(
      ['passages', 'search p50 ms', 'p95 ms', 'CPU ms', 'build ms / CPU ms', 'after one edit, CPU ms', 'memory MB'],
      searches,
    ),
  );
  const turns: string[][] = [];
  for (const model of ['built-in', '0 ms'] as const) {
    const medians: number[] = [];
    for (const size of [150, 5_000]) {
      const took = await turnsOf(knowledgeFolderOf(manyPassages(shipped, size)), model);
      medians.push(median(took));
      const ratio = median(took) / (medians[0] ?? Number.NaN);
      turns.push([
        model,
        String(size),
        median(took).toFixed(1),
        quantile(took, 0.95).toFixed(1),
        `${ratio.toFixed(2)} ×`,
      ]);
    }
  }
  console.log(`\nWhole turns over HTTP, one after the other, ${TURNS} each, embedded database:`);
  console.log(table(['model', 'passages', 'p50 ms', 'p95 ms', 'p50 to that of 150'], turns));
}

async function turnsOf(directory: URL, model: 'built-in' | '0 ms'): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  const embedded = join(folder, 'template.tar');
  await writeFile(embedded, Buffer.from(await (await createEmbeddedTemplate()).arrayBuffer()));
  const { knowledge } = siennaNaturals;
  const definition = { ...siennaNaturals, knowledge: { directory, synonyms: knowledge?.synonyms ?? [] } };
  const scripted = createScriptedModel('bench/scripted', () => [
    { do: 'text', text: 'Most people wash every seven to ten days, and sooner when the scalp asks for it.' },
    { do: 'finish' },
  ]);
  const app: TestApp = await createTestApp({
    database: await openTestDatabase('embedded', { embedded, postgresql: null }),
    log: pino({ level: 'silent' }),
    environment: { BUILTIN_MODEL_WORDS_PER_SECOND: '0', REPLY_CACHE_MAX_ENTRIES: '0' },
    overrides: { assistants: [definition], ...(model === '0 ms' ? { models: [scripted] } : {}) },
  });
  try {
    const person = await app.guest();
    const took: number[] = [];
    for (let turn = 0; turn < WARM_UP + TURNS; turn += 1) {
      const { id: conversationId } = await person.startConversation('sienna');
      const from = performance.now();
      await person.say('sienna', QUESTIONS[turn % QUESTIONS.length] ?? '', { conversationId });
      if (turn >= WARM_UP) took.push(performance.now() - from);
    }
    return took;
  } finally {
    await app[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
    await rm(directory, { recursive: true, force: true });
  }
}
