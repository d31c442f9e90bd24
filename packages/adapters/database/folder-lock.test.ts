import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderInUseError, type FolderLostError, lockFolder } from './folder-lock.ts';

// Past 300 lines and whole: every case starts from the same forged or abandoned lock file.

const MODULE = JSON.stringify(new URL('folder-lock.ts', import.meta.url).href);

/** Says `ready`, and at a word tries for the lock and says `held`, or who holds it. Lives until its standard input ends. */
const LOCKER = `
import { lockFolder } from ${MODULE};
process.stdin.on('end', () => process.exit(0));
process.stdin.once('data', async () => {
  try {
    await lockFolder(process.argv[1], process.argv[1] + '.lock');
    console.log('held');
  } catch (error) {
    console.log(error.name + ' ' + JSON.stringify(error.holder ?? error.message));
  }
});
console.log('ready');`;

let parent: string;
let folder: string;
let lockFile: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'rapport-lock-'));
  folder = join(parent, 'database');
  lockFile = `${folder}.lock`;
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(children.splice(0).map((child) => killed(child)));
  rmSync(parent, { recursive: true });
});

interface Locker {
  readonly child: ChildProcess;
  /** Lets it try, and gives the line it says. */
  tryNow(): Promise<string>;
}

/** A process of its own, ready to try for the lock. */
async function startLocker(): Promise<Locker> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', LOCKER, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('It ended without a word');
    return value;
  };
  expect(await nextLine()).toBe('ready');
  return {
    child,
    tryNow() {
      child.stdin.write('go');
      return nextLine();
    },
  };
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** The lock that a process leaves when it is killed. */
async function leaveStaleLock(): Promise<Record<string, unknown>> {
  const { child, tryNow } = await startLocker();
  expect(await tryNow()).toBe('held');
  await killed(child);
  return readLock();
}

const readLock = (): Record<string, unknown> => JSON.parse(readFileSync(lockFile, 'utf8'));
const writeLock = (lock: object): void => writeFileSync(lockFile, JSON.stringify(lock));
const age = (seconds: number): void => utimesSync(lockFile, new Date(), new Date(Date.now() - seconds * 1_000));

const refusal = (): Promise<FolderInUseError> =>
  lockFolder(folder, lockFile).then(
    () => expect.fail('It was expected to be refused'),
    (error: unknown) => (error instanceof FolderInUseError ? error : expect.fail(String(error))),
  );

/** Takes the lock, shows that it is this process's, and gives it back. */
async function expectTaken(): Promise<void> {
  const release = await lockFolder(folder, lockFile);
  expect(readLock()).toMatchObject({ pid: process.pid, host: hostname() });
  release();
  expect(readdirSync(parent)).toEqual([]);
}

describe('a lock on a folder', () => {
  it('is there while it is held and gone after', async () => {
    const release = await lockFolder(folder, lockFile);
    expect(statSync(lockFile).mode & 0o777).toBe(0o600);
    release();
    expect(existsSync(lockFile)).toBe(false);
    await expectTaken();
  });

  it('refuses a second taker in the same process', async () => {
    const release = await lockFolder(folder, lockFile);
    expect((await refusal()).holder.pid).toBe(process.pid);
    release();
  });

  it('held by another process refuses, and names its process, host and time', async () => {
    const { child, tryNow } = await startLocker();
    expect(await tryNow()).toBe('held');
    const { since } = readLock();
    const error = await refusal();
    expect(error.holder).toEqual({ pid: child.pid, host: hostname(), since });
    for (const part of [folder, `process ${child.pid}`, hostname(), String(since), 'DATA_DIR', 'DATABASE_URL']) {
      expect(error.message).toContain(part);
    }
  });

  it('ends with its process, also with one that does not release it', async () => {
    const { child, tryNow } = await startLocker();
    expect(await tryNow()).toBe('held');
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    await exited;
    expect(existsSync(lockFile)).toBe(false);
  });

  it('is not removed by one who no longer has it', async () => {
    const release = await lockFolder(folder, lockFile);
    writeLock({ ...readLock(), token: '00000000-0000-4000-8000-000000000000' });
    release();
    expect(existsSync(lockFile)).toBe(true);
  });
});

describe('a lock left behind', () => {
  it('by kill -9 is taken over', async () => {
    await leaveStaleLock();
    await expectTaken();
  });

  it('by a process that ended and whose parent never looked is taken over', async () => {
    // The shell starts the process, becomes another program, and so never waits for it.
    const starting = `${JSON.stringify(process.execPath)} --input-type=module -e "$SCRIPT" "$FOLDER" & echo $!; exec sleep 60`;
    const dying = `import { lockFolder } from ${MODULE}; await lockFolder(process.argv[1], process.argv[1] + '.lock'); process.kill(process.pid, 'SIGKILL');`;
    const shell = spawn('sh', ['-c', starting], {
      env: { ...process.env, SCRIPT: dying, FOLDER: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(shell);
    const pid = await new Promise<string>((resolve) => createInterface({ input: shell.stdout }).once('line', resolve));
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '), { timeout: 10_000 });
    expect(readLock()).toMatchObject({ pid: Number(pid) });
    await expectTaken();
  });

  it.each<readonly [string, object]>([
    ['whose process number another process has now', { pid: process.pid, processStart: '1' }],
    [
      'by a process of an earlier boot, where the system does not say when a process started',
      { pid: process.pid, processStart: null, since: '2001-01-01T00:00:00.000Z' },
    ],
  ])('%s is taken over', async (_, change) => {
    writeLock({ ...(await leaveStaleLock()), ...change });
    await expectTaken();
  });

  it('is respected while its process lives, where the system does not say when a process started', async () => {
    writeLock({ ...(await leaveStaleLock()), pid: process.pid, processStart: null });
    expect((await refusal()).message).toContain(`remove ${lockFile}`);
  });

  it.each<readonly [string, string]>([
    ['half-written', '{"token":"5f0c","pid":12'],
    ['empty', ''],
    ['of another shape', '{"pid": 1}'],
    [
      'with a token that would lead out of the folder',
      JSON.stringify({ token: '../../x', pid: 1, host: 'a', place: null, processStart: null, since: '' }),
    ],
    [
      'whose process number is none',
      JSON.stringify({ token: 'a', pid: 0, host: hostname(), place: null, processStart: null, since: '' }),
    ],
  ])('%s is taken over once nobody can be writing it any more', async (_, text) => {
    writeFileSync(lockFile, text);
    age(3);
    await expectTaken();
  });

  it('half-written this moment is waited for until it is whole', async () => {
    const stale = await leaveStaleLock();
    writeFileSync(lockFile, '{"tok');
    const taken = refusal();
    setImmediate(() => writeLock({ ...stale, token: 'abc', host: 'elsewhere' }));
    expect((await taken).holder.host).toBe('elsewhere');
  });

  it('by a process that died while it took over another is taken over with it', async () => {
    const stale = await leaveStaleLock();
    const heir = { ...stale, token: 'aaaaaaaa-0000-4000-8000-000000000000' };
    writeFileSync(`${lockFile}.after-${stale.token}`, JSON.stringify(heir));
    await expectTaken();
  });

  it('is not taken over while a living process is at it', async () => {
    const stale = await leaveStaleLock();
    const release = await lockFolder(folder, `${lockFile}.after-${stale.token}`);
    expect((await refusal()).holder.pid).toBe(process.pid);
    release();
    await expectTaken();
  });
});

describe('a lock from elsewhere', () => {
  it.each<readonly [string, object]>([
    ['another host', { host: 'another-host' }],
    ['another container on a host of the same name', { place: '00000000-0000-4000-8000-000000000000 pid:[1]' }],
  ])('(%s) is respected while its heartbeat is fresh, and taken over when it is old', async (_, change) => {
    writeLock({ ...(await leaveStaleLock()), pid: process.pid, ...change });
    age(25);
    expect((await refusal()).message).toContain('30 s after its last heartbeat');
    age(31);
    await expectTaken();
  });
});

describe('the heartbeat', () => {
  const HEARTBEAT_MS = 5_000;

  it('keeps the lock fresh', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const release = await lockFolder(folder, lockFile);
    age(29);
    vi.advanceTimersByTime(HEARTBEAT_MS);
    expect(Date.now() - statSync(lockFile).mtimeMs).toBeLessThan(5_000);
    release();
  });

  it.each<readonly [string, () => void]>([
    ['removed', () => rmSync(lockFile)],
    ['overwritten', () => writeFileSync(lockFile, 'hello')],
  ])('puts back a lock that someone has %s', async (_, tamper) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const release = await lockFolder(folder, lockFile);
    const own = readLock();
    tamper();
    vi.advanceTimersByTime(HEARTBEAT_MS);
    expect(readLock()).toEqual(own);
    release();
    expect(existsSync(lockFile)).toBe(false);
  });

  it('tells once when another machine took over while this one stood still', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const lost: FolderLostError[] = [];
    const release = await lockFolder(folder, lockFile, (error) => lost.push(error));
    writeLock({ ...readLock(), token: 'abc', host: 'another-host', pid: 12 });
    vi.advanceTimersByTime(3 * HEARTBEAT_MS);
    expect(lost.map(({ message }) => message)).toEqual([expect.stringMatching(/process 12 on another-host/)]);
    release();
    expect(readLock()).toMatchObject({ token: 'abc' });
  });
});

describe('ten processes at once', () => {
  it.each<readonly [string, () => Promise<unknown>]>([
    ['without a lock', async () => undefined],
    ['on a lock left behind', leaveStaleLock],
    [
      'on one whose heir died as well',
      async () => {
        const stale = await leaveStaleLock();
        writeFileSync(
          `${lockFile}.after-${stale.token}`,
          JSON.stringify({ ...stale, token: 'bbbbbbbb-0000-4000-8000-000000000000' }),
        );
      },
    ],
    [
      'on a half-written one',
      async () => {
        writeFileSync(lockFile, '{"tok');
        age(3);
      },
    ],
  ])('%s: exactly one has it, and the others name it', async (_, prepare) => {
    await prepare();
    const lockers = await Promise.all(Array.from({ length: 10 }, startLocker));
    const answers = await Promise.all(lockers.map((locker) => locker.tryNow()));
    const winners = lockers.filter((__, index) => answers[index] === 'held');
    expect(winners).toHaveLength(1);
    expect(readLock()).toMatchObject({ pid: winners[0]?.child.pid });
    const refusals = answers.filter((answer) => answer.startsWith('FolderInUseError '));
    expect(refusals).toHaveLength(9);
    for (const answer of refusals)
      expect(JSON.parse(answer.slice('FolderInUseError '.length))).toMatchObject({ host: hostname() });
    expect(readdirSync(parent)).toEqual(['database.lock']);
  });
});
