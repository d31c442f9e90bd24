import { hashHistory, moveThread } from '@rapport/core/conversations/openai-threads.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { describe, expect, inject, it } from 'vitest';
import { createScriptedModel, createTestApp, openTestDatabase, type TestApp, type TestPerson } from '../src/index.ts';

const { postgresql } = inject('templates');

it('has a PostgreSQL to hold locks on, wherever all tests must run', () => {
  if (process.env.CI === 'true') expect(postgresql).not.toBeNull();
});

interface Scene {
  readonly test: TestApp;
  readonly database: Database;
  readonly person: TestPerson;
  readonly conversationId: string;
}

/** What a person deletes, by which row of it the deletion can be held up half way. */
const DELETIONS = [
  {
    what: 'their conversation',
    path: ({ conversationId }: Scene) => `/api/v1/conversations/${conversationId}`,
    ok: 204,
  },
  { what: 'everything about them', path: () => '/api/v1/profile', ok: 200 },
] as const;

/** What else may be under way, and how it may end. `begin` resolves when it has reached the database but for its last step. */
const WORKS = [
  {
    what: 'a reply is stored',
    begin: async ({ test, person, conversationId }: Scene, gate: PromiseWithResolvers<void>) => {
      const reply = person.request('POST', '/api/v1/chat', {
        body: { assistant: 'jumbo', message: 'I had a long day', conversationId },
      });
      await blockedSessions(test.app.database, 0, 'running turn');
      return { go: () => gate.resolve(), ended: reply.then(({ status }) => status), allowed: [200, 404] };
    },
  },
  {
    what: 'a thread of the OpenAI door moves on',
    begin: async ({ database, person, conversationId }: Scene, gate: PromiseWithResolvers<void>) => {
      const from = hashHistory('jumbo', [{ role: 'user', text: 'before' }]);
      const to = hashHistory('jumbo', [{ role: 'user', text: 'after' }]);
      const thread = { userId: person.session.user.id, conversationId, now: new Date() };
      await moveThread(database, { ...thread, from: to, to: from });
      const moved = gate.promise.then(() => moveThread(database, { ...thread, from, to }));
      return { go: () => gate.resolve(), ended: moved.then(() => 200), allowed: [200] };
    },
  },
  {
    what: 'another conversation starts',
    begin: async ({ person }: Scene, gate: PromiseWithResolvers<void>) => {
      const started = gate.promise.then(() =>
        person.request('POST', '/api/v1/conversations', { body: { assistant: 'jumbo' } }),
      );
      return { go: () => gate.resolve(), ended: started.then(({ status }) => status), allowed: [201, 401] };
    },
  },
] as const;

/** Waits until so many sessions of this database wait for another's lock. */
async function blockedSessions(database: Database, count: number, unlessRunning?: 'running turn'): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ blocked: number; running: number }>(`
      select (select count(*)::integer from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as blocked,
        (select count(*)::integer from turns where state = 'running') as running`);
    const [now] = rows;
    if (now !== undefined && now.blocked >= count && (unlessRunning === undefined || now.running > 0)) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.runIf(postgresql !== null)('a deletion that has come half way', () => {
  for (const deletion of DELETIONS) {
    for (const work of WORKS) {
      it(`of ${deletion.what} ends well when ${work.what}, and so does that`, async () => {
        const database = await openTestDatabase('postgresql', inject('templates'));
        const gate = Promise.withResolvers<void>();
        const model = createScriptedModel('test/gated', () => [
          { do: 'wait', until: gate.promise },
          { do: 'text', text: 'That sounds long.' },
          { do: 'finish' },
        ]);
        await using test = await createTestApp({ database, overrides: { models: [model] } });
        const person = await test.guest();
        const { id: conversationId, greeting } = await person.startConversation('jumbo');
        const scene = { test, database, person, conversationId };
        const { go, ended, allowed } = await work.begin(scene, gate);

        const holder = await database.pool.connect();
        await holder.query('begin');
        await holder.query('select from messages where id = $1 for update', [greeting.id]);
        const deleted = person.request('DELETE', deletion.path(scene));
        await blockedSessions(database, 1);
        go();
        // It either waits for the deletion or has nothing to wait for.
        await Promise.race([blockedSessions(database, 2), ended]);
        await holder.query('rollback');
        holder.release();

        expect((await deleted).status).toBe(deletion.ok);
        expect(allowed).toContain(await ended);
        const { rows } = await database.pool.query<{ deadlocks: number }>(
          'select deadlocks::integer from pg_stat_database where datname = current_database()',
        );
        expect(rows[0]?.deadlocks).toBe(0);
      });
    }
  }
});
