import { PERSONAL_TABLES } from '@rapport/core/people/profiles.ts';
import type { ErasureReceipt } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp } from '../src/index.ts';

const CANARY = 'zanzibar-canary-7413';

onEachDatabase('taking along and erasing', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated() });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  /** Every row of every table whose text holds the words. */
  const tablesWith = async (words: string): Promise<string[]> => {
    const { pool } = test.app.database;
    const { rows: tables } = await pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await pool.query(`select 1 from "${name}" as r where r::text ilike $1 limit 1`, [
        `%${words}%`,
      ]);
      if (rowCount !== null && rowCount > 0) found.push(name);
    }
    return found.sort();
  };

  const plant = async (email: string) => {
    const person = await test.signUp(email, `${CANARY} Doe`);
    await person.request('PATCH', '/api/v1/profile', { body: { displayName: CANARY } });
    const { id: conversationId } = await person.startConversation('jumbo');
    await person.say('jumbo', `My cat is called ${CANARY}.`, { conversationId });
    await person.request('POST', '/api/v1/memories', { body: { assistant: 'jumbo', text: `I like ${CANARY}` } });
    const reply = await person.say('jumbo', `My secret word is ${CANARY}`, { conversationId });
    await person.request('POST', `/api/v1/messages/${reply.message.id}/feedback`, {
      body: { rating: 5, comment: CANARY },
      headers: { 'idempotency-key': CANARY },
    });
    return person;
  };

  it('gives a person everything held about them, and nothing of anyone else', async () => {
    const person = await plant('taker@example.com');
    const other = await test.guest();
    await other.say('jumbo', 'The other one writes about pelicans');
    const exported = await person.request('GET', '/api/v1/profile/export');
    expect(exported.status).toBe(200);
    expect(exported.headers.get('content-disposition')).toContain('attachment');
    const document = exported.json<Record<string, unknown>>();
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining(['schema', 'account', 'profile', 'conversations', 'messages', 'turns', 'feedback']),
    );
    expect(exported.text).toContain(`My secret word is ${CANARY}`);
    expect(exported.text).toContain('taker@example.com');
    expect(exported.text).not.toContain('pelicans');
    expect(exported.text).not.toMatch(/password|token_hash/i);
    await person.request('DELETE', '/api/v1/profile');
  });

  it('leaves nothing of an erased person anywhere, and says what was removed', async () => {
    const person = await plant('leaver@example.com');
    expect(await tablesWith(CANARY)).toEqual(
      expect.arrayContaining(['users', 'profiles', 'messages', 'feedback', 'idempotency_keys', 'memories']),
    );
    const erased = await person.request('DELETE', '/api/v1/profile');
    expect(erased.status).toBe(200);
    const receipt = erased.json<ErasureReceipt>();
    expect(receipt.stores.map(({ store }) => store).sort()).toEqual([...PERSONAL_TABLES, 'jobs'].sort());
    const rowsIn = Object.fromEntries(receipt.stores.map(({ store, rows }) => [store, rows]));
    expect(rowsIn).toMatchObject({
      users: 1,
      profiles: 1,
      conversations: 1,
      messages: 5,
      turns: 2,
      feedback: 1,
      idempotency_keys: 1,
    });
    expect(await tablesWith(CANARY)).toEqual([]);
    expect(await tablesWith('leaver@example.com')).toEqual([]);
    expect(await tablesWith(person.session.user.id)).toEqual([]);
  });

  it('lets the token of an erased person do nothing more', async () => {
    const person = await plant('ghost@example.com');
    await person.request('DELETE', '/api/v1/profile');
    for (const [method, path, body] of [
      ['GET', '/api/v1/profile', undefined],
      ['GET', '/api/v1/auth/me', undefined],
      ['POST', '/api/v1/conversations', { assistant: 'jumbo' }],
      ['POST', '/api/v1/chat', { assistant: 'jumbo', message: 'Still here?' }],
      ['DELETE', '/api/v1/profile', undefined],
    ] as const) {
      const response = await person.request(method, path, body === undefined ? {} : { body });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it('keeps what attempts cost as figures without a name', async () => {
    const { pool } = test.app.database;
    const { rows } = await pool.query<{ named: number; kept: number }>(
      'select count(user_id)::integer as named, count(*)::integer as kept from model_attempts where user_id is null',
    );
    expect(rows[0]?.named).toBe(0);
  });
});
