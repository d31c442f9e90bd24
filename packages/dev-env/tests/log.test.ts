import { expect, inject, test } from 'vitest';
import { createScriptedModel, createTestApp, openTestDatabase } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const SAID = 'canary-of-what-was-said-4711';
const PASSWORD = 'canary-of-a-password-4711';
const NAME = 'Canary-Of-A-Name-4711';
const EMAIL = 'canary-of-an-address-4711@example.com';

test('the log holds no word that was said, no password, no token, no name and no address, also when things fail', async () => {
  const dying = createScriptedModel('test/dying', (_, call) =>
    call === 1
      ? [
          { do: 'text', text: `${SAID} half` },
          { do: 'throw', error: new Error('The vendor hung up') },
        ]
      : [{ do: 'finish' }],
  );
  await using app = await createTestApp({
    database: await openTestDatabase('embedded', inject('templates')),
    overrides: { models: [dying] },
  });
  const { pool } = app.app.database;
  const signup = await app.request('POST', '/api/v1/auth/signup', {
    body: { email: EMAIL, password: PASSWORD, name: NAME },
  });
  const session = signup.json<{ accessToken: string; refreshToken: string }>();
  const token = session.accessToken;
  const say = (message: string) =>
    app.request('POST', '/api/v1/chat', { token, body: { assistant: 'jumbo', message } });
  expect((await say(`I say ${SAID}`)).status).toBe(200);
  await app.request('POST', '/api/v1/auth/signup', { body: { email: EMAIL, password: PASSWORD } });
  await app.request('POST', '/api/v1/auth/login', { body: { email: EMAIL, password: `${PASSWORD}!` } });
  await app.request('POST', '/api/v1/auth/login', { body: `{"email":"${EMAIL}","password":"${PASSWORD}` });
  await app.request('GET', `/api/v1/conversations?cursor=${SAID}`, { token });
  await app.request('GET', `/${SAID}?token=${token}`);
  const refreshed = await app.request('POST', '/api/v1/auth/refresh', {
    body: { refreshToken: session.refreshToken },
  });
  await app.request('POST', '/api/v1/auth/refresh', { body: { refreshToken: session.refreshToken } });
  // The database refuses the row, and its error carries what the row holds.
  await pool.query(`alter table profiles add constraint canary check (display_name not like '%4711%')`);
  await pool.query(`alter table messages add constraint canary check (text not like 'Refused%')`);
  const patched = await app.request('PATCH', '/api/v1/profile', { token, body: { displayName: NAME } });
  expectProblem(patched, 'INTERNAL_ERROR');
  expectProblem(await say(`Refused: ${SAID}`), 'INTERNAL_ERROR');

  const log = JSON.stringify(app.logLines);
  expect(app.logLines.filter(({ event }) => event === 'request_failed').length).toBeGreaterThanOrEqual(2);
  expect(app.logLines.some(({ event }) => event === 'conversation_completed')).toBe(true);
  expect(log).toContain('"constraint":"canary"');
  const secrets = [SAID, PASSWORD, NAME, EMAIL, token, token.split('.')[2] ?? '', session.refreshToken];
  secrets.push(refreshed.json<{ refreshToken: string }>().refreshToken);
  for (const secret of secrets) expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
});
