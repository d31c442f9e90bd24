import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, uptime } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A lock from another machine or container can only be judged by its heartbeat: older than this, it is dead. */
const HEARTBEAT_MS = 5_000;
const DEAD_AFTER_MS = 30_000;
/** A lock file is written in one go; one that can't be read and is older than this was left half-written. */
const HALF_WRITTEN_AFTER_MS = 2_000;
const LOOK_AGAIN_MS = 20;

interface LockHolder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** Where `pid` means something: the boot and the process namespace; null where the system has no such notion. */
  readonly place: string | null;
  /** The process's start in clock ticks since boot, where the system tells; tells a reused pid apart. */
  readonly processStart: string | null;
  /** RFC 3339. */
  readonly since: string;
}

/** Thrown when a living process holds the folder. The message names it and what to do. */
export class FolderInUseError extends Error {
  readonly holder: { readonly pid: number; readonly host: string; readonly since: string };
  constructor(folder: string, lockFile: string, holder: LockHolder) {
    const ifGone = sharesOurProcesses(holder)
      ? holder.processStart === null
        ? ` Should process ${holder.pid} be something else by now, remove ${lockFile}.`
        : ''
      : ` If that machine or container is gone, its lock ends by itself ${DEAD_AFTER_MS / 1_000} s after its last heartbeat.`;
    super(
      `The embedded database in ${folder} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. ` +
        'It has one owner at a time: stop that process, give this one another DATA_DIR, or use PostgreSQL (DATABASE_URL) to run several.' +
        ifGone,
    );
    this.name = 'FolderInUseError';
    this.holder = { pid: holder.pid, host: holder.host, since: holder.since };
  }
}

/** Thrown into the process when another machine took the folder because this one's heartbeat had stopped. */
export class FolderLostError extends Error {
  constructor(folder: string, holder: LockHolder) {
    super(
      `The embedded database in ${folder} was taken over by process ${holder.pid} on ${holder.host}, because this process showed no sign of life for ${DEAD_AFTER_MS / 1_000} s. ` +
        'To write on would destroy its data.',
    );
    this.name = 'FolderLostError';
  }
}

/**
 * Takes a folder for this process until the returned function is called. PGlite takes no lock of its own, and two
 * processes on one folder silently lose each other's rows. A lock left by a killed process is taken over.
 *
 * @param onLost called when another machine took the lock while this process stood still. Without it the error is
 *   thrown where nobody catches it and ends the process: one statement more could destroy the other's data.
 * @throws FolderInUseError while another living process holds it.
 */
export async function lockFolder(
  folder: string,
  lockFile: string,
  onLost: (error: FolderLostError) => void = throwUncaught,
): Promise<() => void> {
  mkdirSync(dirname(lockFile), { recursive: true });
  const own: LockHolder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    place: processPlace(),
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
  };
  await acquire(folder, lockFile, own);
  const heartbeat = setInterval(() => {
    const thief = keepHolding(lockFile, own);
    if (thief === null) return;
    clearInterval(heartbeat);
    onLost(new FolderLostError(folder, thief));
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off('exit', release);
    const found = readLock(lockFile);
    if (found.state === 'held' && found.holder.token === own.token) rmSync(lockFile, { force: true });
  };
  process.on('exit', release);
  return release;
}

/**
 * Takes the lock file, also from the dead. Who may replace a dead holder's lock is settled by a lock of its own, named
 * after that holder and taken in the same way, so that a death in the middle of it is survived as well. Renaming the
 * second over the first ends both at once; nobody else can have replaced the first meanwhile.
 */
async function acquire(folder: string, lockFile: string, own: LockHolder): Promise<void> {
  while (!createExclusively(lockFile, own)) {
    const found = await readWholeLock(lockFile);
    if (found.state === 'absent') continue;
    if (found.state === 'held' && isAlive(found.holder, lockFile))
      throw new FolderInUseError(folder, lockFile, found.holder);
    const succession = `${lockFile}.after-${found.identity}`;
    await acquire(folder, succession, own);
    const now = readLock(lockFile);
    if (now.state !== 'absent' && now.identity === found.identity) {
      renameSync(succession, lockFile);
      return;
    }
    rmSync(succession);
  }
}

/** Shows that the holder lives; returns who holds the lock instead when it was taken away. */
function keepHolding(lockFile: string, own: LockHolder): LockHolder | null {
  const found = readLock(lockFile);
  if (found.state === 'held' && found.holder.token !== own.token) return found.holder;
  if (found.state === 'held') {
    const now = new Date();
    utimesSync(lockFile, now, now);
  } else if (found.state === 'unreadable') {
    writeFileSync(lockFile, JSON.stringify(own));
  } else {
    // Someone removed it. If another was faster, the next heartbeat sees it.
    createExclusively(lockFile, own);
  }
  return null;
}

function isAlive(holder: LockHolder, lockFile: string): boolean {
  if (!sharesOurProcesses(holder)) return ageMs(lockFile) < DEAD_AFTER_MS;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (!hasCode(error, 'EPERM')) return false;
  }
  if (holder.processStart !== null) return processStart(holder.pid) === holder.processStart;
  return Date.parse(holder.since) > Date.now() - uptime() * 1_000;
}

const sharesOurProcesses = (holder: LockHolder): boolean =>
  holder.host === hostname() && holder.place === processPlace();

function createExclusively(file: string, holder: LockHolder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

type FoundLock =
  | { readonly state: 'absent' }
  | { readonly state: 'held'; readonly holder: LockHolder; readonly identity: string }
  | { readonly state: 'unreadable'; readonly ageMs: number; readonly identity: string };

/** `identity` is never that of another lock: the holder's token, or the time an unreadable file was written. */
function readLock(file: string): FoundLock {
  let text: string;
  let writtenMs: number;
  try {
    writtenMs = statSync(file).mtimeMs;
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { state: 'absent' };
    throw error;
  }
  const holder = parseHolder(text);
  if (holder !== null) return { state: 'held', holder, identity: holder.token };
  return { state: 'unreadable', ageMs: Date.now() - writtenMs, identity: `unreadable-${Math.trunc(writtenMs)}` };
}

/** Gives a lock that is being written this moment the time to become whole. */
async function readWholeLock(file: string): Promise<FoundLock> {
  const start = performance.now();
  for (;;) {
    const found = readLock(file);
    if (found.state !== 'unreadable' || found.ageMs >= HALF_WRITTEN_AFTER_MS) return found;
    if (performance.now() - start >= HALF_WRITTEN_AFTER_MS) return found;
    await delay(LOOK_AGAIN_MS);
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isHolder(parsed) ? parsed : null;
  } catch {
    // Its writer died, or the disk was full: said by the null.
    return null;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    typeof value.token === 'string' &&
    /^[0-9a-f-]+$/.test(value.token) &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    Number.isSafeInteger(value.pid) &&
    value.pid > 0 &&
    'host' in value &&
    typeof value.host === 'string' &&
    'place' in value &&
    (value.place === null || typeof value.place === 'string') &&
    'processStart' in value &&
    (value.processStart === null || typeof value.processStart === 'string') &&
    'since' in value &&
    typeof value.since === 'string'
  );
}

/**
 * The boot and the process namespace (proc(5), pid_namespaces(7)): two containers may share a host's name and a folder,
 * and see different processes under the same pid. Null where there is no `/proc`.
 */
function processPlace(): string | null {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/**
 * Field 22 of `/proc/<pid>/stat` (proc(5)); null where there is no such file. The command may hold spaces and brackets.
 * `ended` of a process that is gone but for its entry, which a parent that never looks leaves there for good.
 */
function processStart(pid: number): string | null {
  try {
    const [state, ...fields] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ');
    return state === 'Z' || state === 'X' ? 'ended' : (fields[18] ?? null);
  } catch {
    return null;
  }
}

/** Milliseconds since the file was last touched; 0 when there is none, so that a missing file is never old. */
function ageMs(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

function throwUncaught(error: FolderLostError): void {
  throw error;
}
