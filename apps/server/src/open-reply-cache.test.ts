import { onEachDatabase } from '@rapport/dev-env';
import { expect, it, onTestFinished } from 'vitest';
import { readInstallation } from './open-reply-cache.ts';

onEachDatabase('the name of an installation', (databases) => {
  it('is the same whenever its database is asked, and tells nothing of it', async () => {
    const database = await databases.migrated();
    onTestFinished(() => database.close());
    const name = await readInstallation(database);
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(await readInstallation(database)).toBe(name);
  });

  it('is another for a database that was made at another time', async () => {
    const database = await databases.migrated();
    onTestFinished(() => database.close());
    const name = await readInstallation(database);
    await database.pool.query("update schema_migrations set run_at = run_at + interval '1 microsecond'");
    expect(await readInstallation(database)).not.toBe(name);
  });
});
