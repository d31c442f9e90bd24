import { type ChildProcessByStdio, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { execute, inTransaction } from '@rapport/core/database/database.ts';
import { isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { type EmbeddedDatabase, openEmbedded } from './embedded.ts';
import { FolderInUseError } from './folder-lock.ts';

let parent: string;
let directory: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'rapport-embedded-'));
  directory = join(parent, 'database');
});
afterEach(() => rmSync(parent, { recursive: true }));

const open = (at = directory, progress: string[] = []): Promise<EmbeddedDatabase> =>
  openEmbedded({ directory: at, onProgress: (message) => progress.push(message) });

/** A new database in the folder, made from the template, which is faster. */
const create = async (): Promise<EmbeddedDatabase> =>
  openEmbedded({ directory, onProgress: () => undefined, startFrom: await openAsBlob(inject('templates').embedded) });

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('It was expected to fail'),
    (error: unknown) => error,
  );

type Child = ChildProcessByStdio<null, Readable, null>;

function run(script: string): Child {
  const imports = `import { openEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)};`;
  const node = ['--input-type=module', '-e', imports + script, directory];
  return spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] });
}

function kill(child: Child): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Writes row after row and says each one's number once it is committed, every third in a transaction of its own. */
const WRITER = `
const database = await openEmbedded({ directory: process.argv[1], onProgress: () => undefined });
await database.pool.query('create table if not exists rows (number integer primary key, text text not null)');
const { rows } = await database.pool.query('select coalesce(max(number), 0) as last from rows');
for (let number = rows[0].last + 1; ; number++) {
  if (number % 3 === 0) await database.pool.query('begin');
  await database.pool.query("insert into rows values ($1, repeat('x', 3000))", [number]);
  if (number % 3 === 0) await database.pool.query('commit');
  process.stdout.write(number + '\\n');
}`;

describe('the embedded database', () => {
  it('keeps every acknowledged row when its process is killed, again and again', async () => {
    await (await create()).close();
    let acknowledged = 0;
    for (const enough of [5, 40, 150]) {
      const child = run(WRITER);
      const exited = new Promise((resolve) => child.once('exit', resolve));
      const until = acknowledged + enough;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged = Number(line);
        if (acknowledged === until) child.kill('SIGKILL');
      }
      await exited;
    }
    const database = await open();
    const { rows } = await database.pool.query<{ number: number }>(
      'select number from rows where length(text) = 3000 order by number',
    );
    const numbers = rows.map(({ number }) => number);
    expect(acknowledged).toBeGreaterThanOrEqual(195);
    // One more may have been committed and not yet said.
    expect([acknowledged, acknowledged + 1]).toContain(numbers.length);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    await database.close();
  });

  it('begins anew when its process was killed while it was being created', async () => {
    const CREATOR =
      "await openEmbedded({ directory: process.argv[1], onProgress: () => undefined }); process.stdout.write('created\\n');";
    const moments: readonly (() => boolean)[] = [
      () => existsSync(`${directory}.incomplete`),
      () => existsSync(join(directory, 'PG_VERSION')),
      () => existsSync(join(directory, 'base', '5')),
    ];
    for (const reached of moments) {
      const child = run(CREATOR);
      await vi.waitFor(() => expect(reached()).toBe(true), { interval: 2, timeout: 20_000 });
      await kill(child);
      expect(existsSync(`${directory}.incomplete`)).toBe(true);
    }
    const progress: string[] = [];
    const database = await open(directory, progress);
    expect(progress).toEqual([expect.stringMatching(/^Creating/)]);
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
    expect(readdirSync(parent)).toEqual(['database']);
  });

  it('is the same after it was closed and opened', async () => {
    const first = await create();
    await first.pool.query("create table birds (name text); insert into birds values ('wren')");
    await first.close();
    const progress: string[] = [];
    const second = await open(directory, progress);
    expect(progress).toEqual(['Opening the embedded database']);
    expect((await second.pool.query('select name from birds')).rows).toEqual([{ name: 'wren' }]);
    await second.close();
  });

  it('refuses a second owner, whichever way it comes to the folder, and serves the first on', async () => {
    const database = await create();
    const link = join(parent, 'link');
    symlinkSync(directory, link);
    for (const path of [directory, `${directory}/`, join(directory, '..', 'database'), link]) {
      const error = await failureOf(open(path));
      expect(error).toBeInstanceOf(FolderInUseError);
      expect(error).toMatchObject({ holder: { pid: process.pid } });
    }
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
    await (await open(link)).close();
  });

  it('refuses a folder of other files and leaves them, and the folder free', async () => {
    mkdirSync(directory);
    writeFileSync(join(directory, 'thesis.txt'), 'do not delete');
    expect(await failureOf(open())).toMatchObject({
      message: expect.stringContaining('holds files that are no database'),
    });
    expect(readdirSync(directory)).toEqual(['thesis.txt']);
    expect(readdirSync(parent)).toEqual(['database']);
  });

  it('is unavailable, not broken, to who comes after it was closed', async () => {
    const database = await create();
    await database.close();
    expect(isDatabaseUnavailable(await failureOf(database.pool.query('select 1')))).toBe(true);
    expect(isDatabaseUnavailable(await failureOf(inTransaction(database.pool, async () => undefined)))).toBe(true);
  });

  it('goes on when its one connection is given back as broken, prepared statements too', async () => {
    const database = await create();
    const statement = { name: 'add-one', text: 'select $1::integer + 1 as sum' };
    expect(await execute(database.pool, statement, [1])).toEqual([{ sum: 2 }]);
    for (const number of [2, 3]) {
      const client = await database.pool.connect();
      client.release(true);
      expect(await execute(database.pool, statement, [number])).toEqual([{ sum: number + 1 }]);
    }
    await database.close();
  });
});
