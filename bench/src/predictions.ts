import { randomUUID } from 'node:crypto';
import { openEmbedded } from '@rapport/adapters/database/embedded.ts';
import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { migrateUp } from '@rapport/core/database/migrate.ts';
import { chooseModel } from '@rapport/core/predictions/choose-model.ts';
import { predictEngagement } from '@rapport/core/predictions/predict-engagement.ts';
import { listPredictions } from '@rapport/core/predictions/prediction-store.ts';
import { TrainingRows } from '@rapport/core/predictions/training-rows.ts';
import { createPostgresqlTemplate, dropPostgresqlDatabase, withDatabase } from '@rapport/dev-env/databases.ts';
import { findServices } from '@rapport/dev-env/external-servers.ts';
import { seedCohort } from '@rapport/dev-env/seed-cohort.ts';
import { simulateCohort } from '@rapport/dev-env/simulated-people.ts';
import { cpuMs, table } from './machine.ts';

/** `BENCH_PEOPLE` makes a run shorter. */
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 100_000);
/** On the embedded database, which is one process's own, a tenth of them. */
const EMBEDDED_SHARE = 0.1;
const ASSISTANT = 'jumbo';
const NOW = new Date('2026-11-30T12:00:00Z');
const TODAY = Math.floor(NOW.getTime() / 86_400_000);
const signal = new AbortController().signal;

/** What the nightly fitting and foretelling takes: time, processor and memory, and how long others wait meanwhile. */
export async function measurePredictions(): Promise<void> {
  const rows: string[][] = [];
  const { postgresql: url } = await findServices(process.env);
  if (url !== null) {
    const name = await createPostgresqlTemplate(url);
    const database = await openPostgresql({
      connectionString: withDatabase(url, name),
      poolSize: 4,
      tls: { mode: 'off' },
      onProgress: () => undefined,
      onIdleError: () => undefined,
    });
    rows.push(...(await measureAndClose(database, PEOPLE)));
    await dropPostgresqlDatabase(url, name);
  }
  const embedded = await openEmbedded({ directory: 'memory://', onProgress: () => undefined });
  await migrateUp(embedded.pool);
  rows.push(...(await measureAndClose(embedded, Math.ceil(PEOPLE * EMBEDDED_SHARE))));
  console.log(table(['on', 'what', 'time', 'CPU', 'longest hold of the process', 'heap grew by'], rows));
}

async function measureAndClose(database: Database, people: number): Promise<string[][]> {
  try {
    return await measureOn(database, people);
  } finally {
    await database.close();
  }
}

const cohort = (seed: number, people: number) =>
  simulateCohort({
    seed,
    people,
    today: TODAY,
    joinedWithinDays: 300,
    behaviour: { r: 0.8, alpha: 8, a: 0.7, b: 6 },
    someGrowUnhappy: true,
  });

/** People made and stored at once, so that the bench itself holds few. */
const CHUNK = 2_000;

async function measureOn(database: Database, people: number): Promise<string[][]> {
  for (let from = 0; from < people; from += CHUNK) {
    const chunk = cohort(from, Math.min(CHUNK, people - from)).map((person) => ({ ...person, userId: randomUUID() }));
    await seedCohort(database, ASSISTANT, chunk, NOW);
  }
  await database.pool.query('analyze');
  const { rows } = await database.pool.query<{ turns: number }>('select count(*)::integer as turns from turns');
  console.log(`${database.kind}: ${people} people, ${rows[0]?.turns} turns`);
  const context = { database, clock: { now: () => NOW, monotonicMs: () => performance.now() }, newId: randomUUID };
  const night = await measured(() => predictEngagement(context, ASSISTANT, signal));
  const page = await measured(() =>
    listPredictions(database, { assistant: ASSISTANT, band: 'at_risk' }, { cursor: null, limit: 100 }),
  );
  const training = new TrainingRows(TODAY);
  for (const person of cohort(7, Math.min(people, 20_000))) training.add(person);
  const fit = await measured(() => chooseModel(training, signal));
  return [
    [database.kind, `a night: ${JSON.stringify(night.result)}`, ...night.figures],
    [database.kind, `of it, fitting to ${fit.result.people} people`, ...fit.figures],
    [database.kind, `a page of ${page.result.items.length} at risk`, ...page.figures],
  ];
}

const LOOK_EACH_MS = 5;
const MIB = 2 ** 20;

async function measured<Result>(work: () => Promise<Result>): Promise<{ result: Result; figures: string[] }> {
  let [longestMs, mostHeap] = [0, 0];
  const heapBefore = process.memoryUsage().heapUsed;
  let lookedMs = performance.now();
  const look = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - lookedMs - LOOK_EACH_MS);
    mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed - heapBefore);
    lookedMs = performance.now();
  }, LOOK_EACH_MS);
  const [startMs, startCpuMs] = [performance.now(), cpuMs()];
  const result = await work();
  const [tookMs, tookCpuMs] = [performance.now() - startMs, cpuMs() - startCpuMs];
  clearInterval(look);
  const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(2)} s`;
  return {
    result,
    figures: [seconds(tookMs), seconds(tookCpuMs), `${longestMs.toFixed(0)} ms`, `${(mostHeap / MIB).toFixed(0)} MiB`],
  };
}
