import { randomUUID } from 'node:crypto';
import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, inTransaction } from '../database/database.ts';
import { NO_VECTORS } from './memory.fixtures.ts';
import { remember } from './remember.ts';
import { readVectorSupport, type VectorSupport } from './vectors.ts';
import { lockMemory } from './write.ts';

const START = Date.parse('2026-01-01T08:00:00Z');
const NAMES =
  'Ana Bilal Chidi Dina Eun Femi Goran Hana Ines Juno Kofi Lena Milo Noor Otis Petra Rafa Saki Tobi Uma'.split(' ');
const PLACES = 'Leeds Porto Accra Pune Oslo Lima Turin Cork Nantes Split'.split(' ');
const LIKES = 'chess|pottery|jazz|kayaking|old maps|night trains|sourdough|thrillers|embroidery|cold swims'.split('|');

/** A thousand messages of a life: people, places that change, likes, and talk that says nothing lasting. */
const LIFE: readonly string[] = Array.from({ length: 1_000 }, (_, place) => {
  const [name, town, like] = [NAMES[place % 20], PLACES[Math.floor(place / 7) % 10], LIKES[place % 10]];
  const said = [
    `My friend ${name} came over.`,
    `I moved to ${town}.`,
    `I love ${like}.`,
    `My cousin ${name} can't stand ${like}.`,
    'Ugh, Mondays.',
  ];
  return said[place % said.length] ?? '';
});

onEachDatabase('learning from messages', (databases) => {
  let database: Database;
  let support: VectorSupport;
  beforeAll(async () => {
    database = await databases.migrated();
    support = await readVectorSupport(database.pool);
  });
  afterAll(() => database.close());

  const someone = async (): Promise<{ userId: string; conversationId: string }> => {
    const [userId, conversationId] = [randomUUID(), randomUUID()];
    await database.pool.query("insert into users (id, name, email) values ($1, 'Bo', $2)", [
      userId,
      `${userId}@example.com`,
    ]);
    await database.pool.query(
      "insert into conversations (id, user_id, assistant, brand, created_at, updated_at) values ($1, $2, 'jumbo', 'jumbo', now(), now())",
      [conversationId, userId],
    );
    return { userId, conversationId };
  };
  const store = async (userId: string, conversationId: string, texts: readonly string[]) => {
    const messages = texts.map((text, place) => ({
      id: randomUUID(),
      text,
      sequence: place + 1,
      at: new Date(START + place * 60_000),
    }));
    await database.pool.query(
      `insert into messages (user_id, id, conversation_id, sequence, role, text, created_at)
       select $1, id, $2, sequence, 'user', text, at from json_to_recordset($3) as m (id uuid, text text, sequence integer, at timestamptz)`,
      [userId, conversationId, JSON.stringify(messages)],
    );
    return messages;
  };
  const learn = (userId: string, message: { id: string; text: string; at: Date }) =>
    inTransaction(database.pool, async (client) => {
      await lockMemory(client, userId);
      const context = { vectors: NO_VECTORS(support), userId, assistant: 'jumbo', now: message.at, newId: randomUUID };
      return remember(client, context, {
        messageId: message.id,
        text: message.text,
        saidAt: message.at,
        timeZone: 'UTC',
        earlier: [],
        lastReply: null,
      });
    });
  const rowsOf = async (userId: string) =>
    (
      await database.pool.query(
        `select id, slot, subject_key, value, status, valid_until, (select count(*)::integer from memory_sources s where s.memory_id = m.id) as sources
         from memories m where user_id = $1 order by id`,
        [userId],
      )
    ).rows;

  // The embedded database takes several times as long for the same statements, so it gets a fifth of the life.
  const length = databases.kind === 'postgresql' ? LIFE.length : LIFE.length / 5;
  it(`${length} messages over again leave what they left the first time, to the row`, async () => {
    const { userId, conversationId } = await someone();
    const messages = await store(userId, conversationId, LIFE.slice(0, length));
    for (const message of messages) await learn(userId, message);
    const first = await rowsOf(userId);
    expect(first.length).toBeGreaterThan(40);
    // Twenty friends, twenty cousins, ten likes, a place at a time: said a thousand times, known once.
    expect(first.length).toBeLessThan(400);
    for (const message of messages) await learn(userId, message);
    expect(await rowsOf(userId)).toEqual(first);
  });

  it('one fact said by many at once is one memory', async () => {
    const { userId, conversationId } = await someone();
    const messages = await store(
      userId,
      conversationId,
      Array.from({ length: 12 }, () => 'My cat is called Biscuit.'),
    );
    await Promise.all(messages.map((message) => learn(userId, message)));
    const rows = await rowsOf(userId);
    expect(rows.filter(({ slot }) => slot === 'is')).toHaveLength(1);
    expect(rows[0]).toMatchObject({ sources: 12, status: 'active' });
  });

  it('holds one home at a time, whatever order messages of many hands come in', async () => {
    const { userId, conversationId } = await someone();
    const messages = await store(
      userId,
      conversationId,
      PLACES.map((town) => `I moved to ${town}.`),
    );
    await Promise.all(messages.toReversed().map((message) => learn(userId, message)));
    const homes = (await rowsOf(userId)).filter(({ slot, status }) => slot === 'lives-in' && status === 'active');
    expect(homes.map(({ value }) => value)).toEqual([PLACES.at(-1)]);
  });
});
