import { randomUUID } from 'node:crypto';
import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { ChatReply, Health, Message, ProblemDocument } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  findPostgresqlPrograms,
  type OwnPostgresql,
  startOwnPostgresql,
} from '../src/index.ts';

const programs = findPostgresqlPrograms();

it('has a PostgreSQL to stop, wherever all tests must run', () => {
  if (process.env.CI === 'true') expect(programs).not.toBeNull();
});

const openOn = ({ url }: OwnPostgresql): Promise<Database> =>
  openPostgresql({
    connectionString: url,
    poolSize: 4,
    tls: { mode: 'off' },
    onProgress: () => undefined,
    onIdleError: () => undefined,
  });

describe.runIf(programs !== null)('PostgreSQL that goes away', () => {
  it('is told as such, leaves liveness up and readiness down, and is back without a restart; nothing acknowledged is lost', async () => {
    using server = await startOwnPostgresql(programs ?? '');
    const database = await openOn(server);
    await using test = await createTestApp({ database });
    const person = await test.guest();
    const before = await person.say('jumbo', 'Remember the lighthouse');

    server.stop('immediate');
    const body = { assistant: 'jumbo', message: 'Are you there?', messageId: randomUUID() };
    const refused = await person.request('POST', '/api/v1/chat', { body });
    expect(refused.status).toBe(503);
    expect(refused.json<ProblemDocument>()).toMatchObject({ code: 'DATABASE_CONNECTION_ERROR', retryable: true });
    expect(refused.text).not.toMatch(/ECONN|postgres|127\.0\.0\.1/);
    expect((await test.request('GET', '/healthz')).status).toBe(200);
    const health = await test.request('GET', '/health');
    expect(health.status).toBe(503);
    expect(health.json<Health>()).toMatchObject({
      status: 'unhealthy',
      components: { database: { state: 'unhealthy' } },
    });

    server.start();
    const after = await person.request('POST', '/api/v1/chat', { body });
    expect(after.status).toBe(200);
    const stored = await person.request('GET', `/api/v1/conversations/${before.conversationId}/messages`);
    expect(stored.json<{ items: Message[] }>().items.map(({ text }) => text)).toEqual([
      'Remember the lighthouse',
      before.message.text,
    ]);
  });

  it('in the middle of a reply is waited for briefly, and the reply is stored whole', async () => {
    using server = await startOwnPostgresql(programs ?? '');
    const database = await openOn(server);
    const gate = Promise.withResolvers<void>();
    const model = createScriptedModel('test/slow', () => [
      { do: 'text', text: 'Said before the outage, ' },
      { do: 'wait', until: gate.promise },
      { do: 'text', text: 'and after it.' },
      { do: 'finish' },
    ]);
    await using test = await createTestApp({ database, overrides: { models: [model] } });
    const person = await test.guest();
    const { id: conversationId } = await person.startConversation('sienna');
    const reply = person.say('sienna', 'Tell me', { conversationId });
    while (model.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    server.stop('fast');
    gate.resolve();
    server.start();
    const said: ChatReply = await reply;
    expect(said.message.text).toBe('Said before the outage, and after it.');
    const stored = await person.request('GET', `/api/v1/conversations/${conversationId}/messages?order=newest&limit=1`);
    expect(stored.json<{ items: Message[] }>().items[0]?.text).toBe(said.message.text);
  });
});
