import { randomUUID } from 'node:crypto';
import { openEmbedded } from '@rapport/adapters/database/embedded.ts';
import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import { createStaticEmbedder } from '@rapport/adapters/embedders/static.ts';
import { type Database, execute } from '@rapport/core/database/database.ts';
import { migrateUp } from '@rapport/core/database/migrate.ts';
import { consolidate } from '@rapport/core/memory/consolidate.ts';
import { extractStatements } from '@rapport/core/memory/extract.ts';
import { type Fact, SELF } from '@rapport/core/memory/fact.ts';
import { readQuestion } from '@rapport/core/memory/question.ts';
import { recall } from '@rapport/core/memory/recall.ts';
import { remember } from '@rapport/core/memory/remember.ts';
import { similarityBy } from '@rapport/core/memory/similarity.ts';
import { entryRows, insertEntries, type MemoryVectors, readVectorSupport } from '@rapport/core/memory/vectors.ts';
import { lockMemory, writeMemory } from '@rapport/core/memory/write.ts';
import { createPostgresqlTemplate, dropPostgresqlDatabase, withDatabase } from '@rapport/dev-env/databases.ts';
import { findServices } from '@rapport/dev-env/external-servers.ts';
import { quantile, table } from './machine.ts';
import { memoriesOf, QUESTIONS, statementOf } from './memory-texts.ts';

/** As the goal has it. `BENCH_PEOPLE` and `BENCH_MEMORIES` make a run shorter. */
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 20);
const MEMORIES = Number(process.env.BENCH_MEMORIES ?? 10_000);
const ASSISTANT = 'jumbo';
/** Rows written by one statement while seeding. */
const BATCH = 500;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 300);
const WARM_UP = 20;
const START = new Date('2025-01-01T08:00:00Z');

/** What memory costs a turn at 10,000 memories a person, among twenty such people. */
export async function measureMemory(): Promise<void> {
  const { postgresql: url } = await findServices(process.env);
  const rows: string[][] = [];
  if (url !== null) {
    const name = await createPostgresqlTemplate(url);
    const connectionString = withDatabase(url, name);
    const database = await openPostgresql({
      connectionString,
      poolSize: 4,
      tls: { mode: 'off' },
      onProgress: silent,
      onIdleError: silent,
    });
    rows.push(...(await measureAndClose(database)));
    await dropPostgresqlDatabase(url, name);
  }
  const embedded = await openEmbedded({ directory: 'memory://', onProgress: silent });
  await migrateUp(embedded.pool);
  rows.push(...(await measureAndClose(embedded)));
  console.log(table(['on', 'what', 'p50', 'p95', 'a second'], rows));
}

const silent = () => undefined;

async function measureAndClose(database: Database): Promise<string[][]> {
  try {
    return await measureOn(database);
  } finally {
    await database.close();
  }
}

async function measureOn(database: Database): Promise<string[][]> {
  const embedder = createStaticEmbedder();
  const vectors: MemoryVectors = {
    support: await readVectorSupport(database.pool),
    embedder,
    isLocal: true,
    onFailure: (error) => {
      throw error;
    },
  };
  const people = Array.from({ length: PEOPLE }, () => randomUUID());
  const seededMs = await timed(() => seed(database, vectors, people));
  await database.pool.query('analyze');
  console.log(
    `${database.kind}, vectors as ${vectors.support}: ${PEOPLE} × ${MEMORIES} memories and as many messages in ${(seededMs / 1_000).toFixed(0)} s`,
  );
  const [person = ''] = people;
  const asked = await repeated(ROUNDS, async (round) => {
    const message = QUESTIONS[round % QUESTIONS.length] ?? '';
    await recall(database.pool, vectors, {
      scope: { userId: people[round % people.length] ?? person, assistant: ASSISTANT },
      message,
      query: readQuestion(message, []),
      searches: true,
    });
  });
  const unasked = await repeated(ROUNDS, async (round) => {
    await recall(database.pool, vectors, {
      scope: { userId: people[round % people.length] ?? person, assistant: ASSISTANT },
      message: statementOf(round),
      query: null,
      searches: false,
    });
  });
  const extracted = await repeated(ROUNDS, async (round) => {
    extractStatements(said(statementOf(round)), []);
  });
  const learning = await repeated(ROUNDS, (round) =>
    learn(database, vectors, people[round % people.length] ?? person, round),
  );
  const name = `${database.kind} (${vectors.support})`;
  return [
    [name, 'whole recall, a question', ...figures(asked)],
    [name, 'facts for an ordinary message', ...figures(unasked)],
    [name, 'extraction, a message', ...figures(extracted)],
    [name, 'learning a message: lock, read, consolidate, write', ...figures(learning)],
  ];
}

const said = (text: string) => ({ text, saidAt: START, timeZone: 'UTC', earlier: [], lastReply: null });

async function timed(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** Milliseconds of each of `count` runs, after some that warm up. */
async function repeated(count: number, work: (round: number) => Promise<void>): Promise<number[]> {
  for (let round = 0; round < WARM_UP; round += 1) await work(round);
  const taken: number[] = [];
  for (let round = 0; round < count; round += 1) taken.push(await timed(() => work(round)));
  return taken;
}

const figures = (taken: readonly number[]): string[] => [
  `${quantile(taken, 0.5).toFixed(2)} ms`,
  `${quantile(taken, 0.95).toFixed(2)} ms`,
  (1_000 / (taken.reduce((sum, ms) => sum + ms, 0) / taken.length)).toFixed(0),
];

/** Messages learnt from so far: each takes a place of its own. */
let learnt = 0;

async function learn(database: Database, vectors: MemoryVectors, userId: string, round: number): Promise<void> {
  learnt += 1;
  const messageId = randomUUID();
  const text = `${statementOf(round)} (${learnt})`;
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await lockMemory(client, userId);
    await client.query(
      `insert into messages (user_id, id, conversation_id, sequence, role, text, created_at)
       select $1, $2, id, last_sequence + 1 + $4::integer, 'user', $3, now() from conversations where user_id = $1 limit 1`,
      [userId, messageId, text, learnt],
    );
    const similarity = similarityBy(createStaticEmbedder().embedOne);
    const context = { vectors, userId, assistant: ASSISTANT, now: new Date(), newId: () => randomUUID(), similarity };
    await remember(client, context, { ...said(text), messageId, saidAt: new Date() });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Twenty lives, interleaved as they are lived: nobody's rows lie together by themselves. */
async function seed(database: Database, vectors: MemoryVectors, people: readonly string[]): Promise<void> {
  const conversations = new Map<string, string>();
  for (const userId of people) {
    await database.pool.query("insert into users (id, name, email) values ($1, 'Bo', $2)", [
      userId,
      `${userId}@bench.invalid`,
    ]);
    const conversationId = randomUUID();
    conversations.set(userId, conversationId);
    await database.pool.query(
      `insert into conversations (id, user_id, assistant, brand, last_sequence, created_at, updated_at)
       values ($1, $2, '${ASSISTANT}', '${ASSISTANT}', $3, $4, $4)`,
      [conversationId, userId, MEMORIES, START],
    );
  }
  for (let from = 0; from < MEMORIES; from += BATCH) {
    for (const [place, userId] of people.entries()) {
      await seedBatch(database, vectors, userId, conversations.get(userId) ?? '', place, from);
    }
  }
}

async function seedBatch(
  database: Database,
  vectors: MemoryVectors,
  userId: string,
  conversationId: string,
  place: number,
  from: number,
): Promise<void> {
  const texts = memoriesOf(place, from, Math.min(BATCH, MEMORIES - from));
  const messages = texts.map((text, index) => ({
    id: randomUUID(),
    text,
    sequence: from + index + 1,
    saidAt: new Date(START.getTime() + (from + index) * 3_600_000),
  }));
  const client = await database.pool.connect();
  try {
    await client.query(
      `insert into messages (user_id, id, conversation_id, sequence, role, text, created_at)
       select $1, id, $2, sequence, 'user', text, "saidAt" from json_to_recordset($3) as m (id uuid, sequence integer, text text, "saidAt" timestamptz)`,
      [userId, conversationId, JSON.stringify(messages)],
    );
    const entries = await entryRows(
      vectors,
      messages.map(({ id, text, saidAt }) => ({ id, source: 'message', role: 'user', text, around: '', saidAt })),
    );
    const index = insertEntries(vectors.support, { user: '$1', assistant: '$2', rows: '$3', from: '' });
    await execute(client, { name: 'bench-entries', text: index }, [userId, ASSISTANT, JSON.stringify(entries)]);
    const facts = messages.map(
      (message, index) => (index % READ_EACH === 0 ? factRead(message) : null) ?? factAsSaid(message),
    );
    const context = { vectors, userId, assistant: ASSISTANT, origin: 'rules', now: new Date() } as const;
    await writeMemory(client, context, { add: facts, reinforce: [], supersede: [], rename: [] });
  } finally {
    client.release();
  }
}

/** Of the seeded messages, one in so many is read by the rules; of the others the sentence itself is the memory. */
const READ_EACH = 20;

interface SeededMessage {
  readonly id: string;
  readonly text: string;
  readonly saidAt: Date;
}

function factRead({ id, text, saidAt }: SeededMessage): Fact | null {
  const extraction = extractStatements({ ...said(text), saidAt }, []);
  return consolidate(extraction, [], { messageId: id, saidAt, newId: randomUUID }).add[0] ?? null;
}

const factAsSaid = ({ id, text, saidAt }: SeededMessage): Fact => ({
  id: randomUUID(),
  kind: 'fact',
  subject: SELF,
  slot: 'fact',
  value: text,
  text,
  quote: text,
  modality: 'asserted',
  confidence: 0.8,
  importance: 0.4,
  tender: false,
  time: null,
  status: 'active',
  saidAt,
  validFrom: saidAt,
  validUntil: null,
  sourceMessageIds: [id],
});
