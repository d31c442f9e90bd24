import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Alert } from '../alerts/alerts.ts';
import type { Database } from '../database/database.ts';
import { ServedModelWatch } from './served-models.ts';

onEachDatabase('which model really answers', (databases) => {
  let database: Database;
  const raised: Alert[] = [];
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  beforeAll(async () => {
    database = await databases.migrated();
  });
  beforeEach(async () => {
    raised.length = 0;
    await database.pool.query('delete from served_models');
  });
  afterAll(() => database.close());
  /** What a process that starts now makes of these answers, one after the other. */
  const watch = async (model: string, ...served: readonly (string | null)[]) => {
    const process = new ServedModelWatch({
      database,
      alerts: { raise: (alert) => void raised.push(alert), resolve: () => undefined },
      clock: { now: () => new Date(), monotonicMs: () => 0 },
      log,
    });
    const provider = model.split('/')[0] ?? '';
    for (const servedModel of served) {
      process.observe({ model, provider, servedModel });
      if (servedModel === null) continue;
      await vi.waitFor(async () => {
        const { rows } = await database.pool.query('select 1 from served_models where served_model = $1', [
          servedModel,
        ]);
        expect(rows).toHaveLength(1);
      });
    }
    return raised.map(({ kind }) => kind);
  };

  it.each([
    ['the one that was asked', 'google/gemini-3.8-flash', 'gemini-3.8-flash'],
    ['its resource name', 'google/gemini-3.8-flash', 'models/gemini-3.8-flash'],
    ['a dated snapshot of it', 'openai/gpt-4o', 'gpt-4o-2024-08-06'],
    ['a numbered one', 'google/gemini-3.8-flash', 'gemini-3.8-flash-001'],
    ['the same with the path before it', 'groq/openai/gpt-oss-120b', 'gpt-oss-120b'],
    ['nothing said', 'xai/grok-4.3', null],
  ])('%s is no alert', async (_, model, served) => expect(await watch(model, served)).toEqual([]));

  it.each([
    ['xai/grok-3-mini', 'grok-4.3'],
    ['openai/gpt-4o', 'gpt-4o-mini'],
    ['google/gemini-3.8-flash', 'gemini-3.8-flash-lite'],
  ])('%s answered by %s is one', async (model, served) => {
    expect(await watch(model, served, served)).toEqual(['served_model_differs']);
    expect(raised[0]?.message).toContain(served);
  });

  it('a change is one, also after a restart', async () => {
    await watch('openai/gpt-4o', 'gpt-4o-2024-08-06');
    expect(await watch('openai/gpt-4o', 'gpt-4o-2026-01-01')).toEqual(['served_model_changed']);
    expect(raised[0]?.message).toContain('it was gpt-4o-2024-08-06');
  });

  it('the same after a restart is none', async () => {
    await watch('openai/gpt-4o', 'gpt-4o-2024-08-06');
    expect(await watch('openai/gpt-4o', 'gpt-4o-2024-08-06')).toEqual([]);
  });
});
