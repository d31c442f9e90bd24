import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAlerts } from '@rapport/core/alerts/alerts.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { BreakerBoard } from '@rapport/core/models/breaker-board.ts';
import { createBreakerStore } from '@rapport/core/models/breaker-store.ts';
import { type ChainContext, runChain } from '@rapport/core/models/chain.ts';
import { createEmbeddedTemplate, openTestDatabase } from '@rapport/dev-env/databases.ts';
import pino from 'pino';

import { chainContext, REQUEST } from './chain-request.ts';
import { instantModel } from './instant-model.ts';
import { cpuMs, median, table } from './machine.ts';

const BATCHES = 30;
const CALLS = 2_000;
const GOAL_MS = 0.3;

/** A model that answers at once, asked straight and through the chain with the real breakers on a real database. */
export async function measureChainInProcess(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  const embedded = join(folder, 'template.tar');
  await writeFile(embedded, Buffer.from(await (await createEmbeddedTemplate()).arrayBuffer()));
  const database = await openTestDatabase('embedded', { embedded, postgresql: null });
  const context = chainContext();
  const board = breakerBoard(database, context);
  await board.start();
  const straight: number[] = [];
  const chained: number[] = [];
  for (let batch = 0; batch <= BATCHES; batch += 1) {
    const [one, other] = [await cpuPerCall(askStraight), await cpuPerCall(() => askChain({ ...context, gate: board }))];
    // The first pair is the warm-up.
    if (batch === 0) continue;
    straight.push(one);
    chained.push(other);
  }
  await board.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
  const share = median(chained.map((cost, batch) => cost - (straight[batch] ?? Number.NaN)));
  return [
    `In process, ${BATCHES} × ${CALLS} calls, breaker closed:`,
    table(
      ['straight CPU µs', 'through the chain µs', 'the chain’s share µs', 'goal µs'],
      [[median(straight), median(chained), share, GOAL_MS].map((ms) => (ms * 1_000).toFixed(1))],
    ),
  ].join('\n');
}

function breakerBoard(database: Database, { clock }: ChainContext): BreakerBoard {
  const log = pino({ level: 'silent' });
  return new BreakerBoard({
    models: [instantModel],
    store: createBreakerStore(database),
    announcements: null,
    settings: { failureThreshold: 5, resetTimeoutMs: 60_000 },
    alerts: createAlerts({ database, clock, newId: () => randomUUID(), log }),
    clock,
    log,
  });
}

/** Milliseconds of processor time for one call. */
async function cpuPerCall(call: () => Promise<void>): Promise<number> {
  const before = cpuMs();
  for (let made = 0; made < CALLS; made += 1) await call();
  return (cpuMs() - before) / CALLS;
}

async function askStraight(): Promise<void> {
  let text = '';
  for await (const part of instantModel.stream(REQUEST, new AbortController().signal)) {
    if (part.type === 'text') text += part.text;
  }
  if (text === '') throw new Error('The model said nothing');
}

async function askChain(context: ChainContext): Promise<void> {
  const sink = { text: () => undefined, replace: () => undefined };
  const { outcome } = await runChain([instantModel], REQUEST, sink, context);
  if (outcome !== 'completed') throw new Error(`The chain ended with ${outcome}`);
}
