import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import type { TaskContext } from '../jobs/task.ts';
import type { Embedder } from '../embeddings/embedder.ts';
import { type Fact, SELF } from './fact.ts';
import { ARCHIVE_AFTER_DAYS, memoryTasks } from './hygiene.ts';
import { type MemoryVectors, readVectorSupport } from './vectors.ts';
import { writeMemory } from './write.ts';

const PERSON = '01a20294-f647-7396-9c7b-1e3978e20447';
const NOW = new Date('2026-11-30T12:00:00Z');
const LONG_AGO = new Date(NOW.getTime() - (ARCHIVE_AFTER_DAYS + 1) * 86_400_000);

/** Vectors by the letters of a text, so that a test knows them. */
const embedderOf = (id: string): Embedder => ({
  id,
  dimensions: 26,
  embed: async (texts) =>
    texts.map((text) => {
      const vector = new Float32Array(26).map((_, place) =>
        text.toLowerCase().includes(String.fromCharCode(97 + place)) ? 1 : 0,
      );
      const length = Math.hypot(...vector);
      return length === 0 ? vector : vector.map((value) => value / length);
    }),
});

const context = {
  jobId: 'job',
  attempt: 1,
  isLastAttempt: false,
  signal: new AbortController().signal,
} as Partial<TaskContext> as TaskContext;

let made = 0;
const factOf = (value: string, change: Partial<Fact> = {}): Fact => {
  made += 1;
  return {
    id: `01a20294-f647-7396-9c7b-${String(made).padStart(12, '0')}`,
    kind: 'preference',
    subject: SELF,
    slot: 'likes',
    value,
    text: `You like ${value}.`,
    quote: `I like ${value}`,
    modality: 'asserted',
    confidence: 0.9,
    importance: 0.3,
    tender: false,
    time: null,
    status: 'active',
    saidAt: NOW,
    validFrom: NOW,
    validUntil: null,
    sourceMessageIds: [],
    ...change,
  };
};

onEachDatabase('memory hygiene', (databases) => {
  let database: Database;
  let vectors: MemoryVectors;
  beforeAll(async () => {
    database = await databases.migrated();
    const embedder = embedderOf('test/letters-1');
    vectors = {
      support: await readVectorSupport(database.pool),
      embedder,
      isLocal: true,
      onFailure: (error) => expect(error).toBeNull(),
    };
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query('delete from users');
    await database.pool.query("insert into users (id, name, email) values ($1, 'Bo', 'bo@example.com')", [PERSON]);
  });

  const run = async (name: string, change: Partial<MemoryVectors> = {}) => {
    const clock = { now: () => NOW, monotonicMs: () => 0 };
    const task = memoryTasks({ database, clock, vectors: { ...vectors, ...change } }).find(
      (each) => each.name === name,
    );
    return task?.run(context, {});
  };
  const keep = async (facts: readonly Fact[], { createdAt = NOW, origin = 'rules' as const } = {}) => {
    const client = await database.pool.connect();
    try {
      const writing = { vectors, userId: PERSON, assistant: 'jumbo', origin, now: createdAt };
      await writeMemory(client, writing, { add: facts, reinforce: [], supersede: [], rename: [] });
    } finally {
      client.release();
    }
  };
  const valuesOf = async (status: string) =>
    (
      await database.pool.query<{ value: string }>('select value from memories where status = $1 order by value', [
        status,
      ])
    ).rows.map(({ value }) => value);
  const modelsOf = async () =>
    (
      await database.pool.query<{ model: string; count: number }>(
        'select embedding_model as model, count(*)::integer as count from recall_entries group by 1 order by 1',
      )
    ).rows;

  it('merges what says the same, and leaves what only resembles', async () => {
    await keep([
      factOf('masala chai'),
      factOf('a Masala Chai'),
      factOf('green tea'),
      factOf('tea'),
      factOf('masala chai', { slot: 'dislikes' }),
    ]);
    expect(await run('merge-near-duplicates')).toEqual({ people: 1, merged: 1 });
    expect(await valuesOf('active')).toEqual(['green tea', 'masala chai', 'masala chai', 'tea']);
    expect(await run('merge-near-duplicates')).toEqual({ people: 1, merged: 0 });
  });

  it('never merges two people of one name', async () => {
    const boss = { key: 'boss:maria', name: 'Maria', relation: 'boss' };
    const flatmate = { key: 'flatmate:maria', name: 'Maria', relation: 'flatmate' };
    await keep([factOf('Maria', { subject: boss, slot: 'is' }), factOf('Maria', { subject: flatmate, slot: 'is' })]);
    expect(await run('merge-near-duplicates')).toMatchObject({ merged: 0 });
  });

  it('archives what matters little and went unused, nothing else', async () => {
    await keep(
      [factOf('old tea'), factOf('peanuts', { kind: 'health', slot: 'allergy' }), factOf('Ana', { importance: 0.9 })],
      {
        createdAt: LONG_AGO,
      },
    );
    await keep([factOf('new tea')]);
    expect(await run('archive-unused-memories')).toMatchObject({ archived: 1 });
    expect(await valuesOf('archived')).toEqual(['old tea']);
  });

  it('makes vectors anew when the embedder is another, also of a text without a word', async () => {
    await keep([factOf('tea'), factOf('…', { text: '…' })]);
    expect(await modelsOf()).toEqual([
      { model: 'test/letters-1', count: 1 },
      { model: null, count: 1 },
    ]);
    expect(await run('embed-memories', { embedder: embedderOf('test/letters-2') })).toEqual({
      embedded: 2,
      model: 'test/letters-2',
    });
    expect(await modelsOf()).toEqual([{ model: 'test/letters-2', count: 2 }]);
    expect(await run('embed-memories', { embedder: embedderOf('test/letters-2') })).toMatchObject({ embedded: 0 });
  });

  it('fails when the embedder does, so that the job is tried again', async () => {
    await keep([factOf('tea')]);
    const broken: Embedder = { ...embedderOf('test/broken'), embed: () => Promise.reject(new Error('down')) };
    await expect(run('embed-memories', { embedder: broken })).rejects.toThrow('down');
  });

  it('mends what lost its proof or its entry, and says how much', async () => {
    await keep([factOf('tea'), factOf('coffee')]);
    await keep([factOf('rain')], { origin: 'person' as never });
    await database.pool.query("delete from recall_entries where id in (select id from memories where value = 'rain')");
    expect(await run('check-memory-integrity')).toEqual({
      mended: { memoriesWithoutProof: 2, entriesOfNothing: 0, successorsThatAreGone: 0, memoriesNotFound: 1 },
    });
    expect(await run('check-memory-integrity')).toMatchObject({
      mended: { memoriesWithoutProof: 0, memoriesNotFound: 0 },
    });
  });
});
