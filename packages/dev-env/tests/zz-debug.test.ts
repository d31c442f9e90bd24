import { inject, test } from 'vitest';
import { createTestApp, openTestDatabase, FakeClock } from '../src/index.ts';
test('smoke', async () => {
  await using app = await createTestApp({ database: await openTestDatabase('embedded', inject('templates')), overrides: {clock: new FakeClock(new Date('2026-11-22T09:00:00Z'))} });
  console.log((await app.request('POST', '/api/v1/auth/guest', {body: {}})).text);
  console.log(JSON.stringify(app.logLines.filter((l) => l.level === 'error'), null, 1));
});
