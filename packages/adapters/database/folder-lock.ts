import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

/** A lock on another machine (or in another container) can only be judged by its heartbeat: older than this, it is dead. */
const HEARTBEAT_MS = 5_000;
const DEAD_AFTER_MS = 30_000;
/** A takeover is three system calls; one that is older belongs to a process that died in it. */
const TAKEOVER_DEAD_AFTER_MS = 10_000;

interface LockHolder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** The process's start in clock ticks since boot, where the system tells; tells a reused pid apart. */
  readonly processStart: string | null;
  readonly since: string;
}

/** Thrown when a living process holds the folder. The message names it and what to do. */
export class FolderInUseError extends Error {
  readonly holder: { readonly pid: number; readonly host: string; readonly since: string };
  constructor(folder: string, holder: LockHolder) {
    super(
      `The embedded database in ${folder} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. ` +
        'It has one owner at a time: stop that process, give this one another DATA_DIR, or use PostgreSQL (DATABASE_URL) to run several.',
    );
    this.name = 'FolderInUseError';
    this.holder = { pid: holder.pid, host: holder.host, since: holder.since };
  }
}

/**
 * Takes a folder for this process until the returned function is called. PGlite takes no lock of its own, and two
 * processes on one folder silently lose each other's rows. A lock left by a killed process is taken over.
 *
 * @throws FolderInUseError while another living process holds it.
 */
export function lockFolder(folder: string, lockFile: string): () => void {
  mkdirSync(dirname(lockFile), { recursive: true });
  const own: LockHolder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
  };
  acquire(folder, lockFile, own);
  const heartbeat = setInterval(() => touch(lockFile), HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off('exit', release);
    if (readHolder(lockFile)?.token === own.token) rmSync(lockFile, { force: true });
  };
  process.on('exit', release);
  return release;
}

function acquire(folder: string, lockFile: string, own: LockHolder): void {
  if (createExclusively(lockFile, own)) return;
  refuseLiving(folder, lockFile);
  // Dead. Only one process at a time may replace it, or two could each replace the other's new lock.
  const takeover = `${lockFile}.takeover`;
  if (ageMs(takeover) > TAKEOVER_DEAD_AFTER_MS) rmSync(takeover, { force: true });
  if (!createExclusively(takeover, own)) throw new FolderInUseError(folder, readHolder(takeover) ?? own);
  try {
    refuseLiving(folder, lockFile);
    const replacement = `${lockFile}.${own.token}`;
    writeFileSync(replacement, JSON.stringify(own), { mode: 0o600 });
    renameSync(replacement, lockFile);
  } finally {
    rmSync(takeover, { force: true });
  }
}

function refuseLiving(folder: string, lockFile: string): void {
  const holder = readHolder(lockFile);
  if (holder !== null && isAlive(holder, lockFile)) throw new FolderInUseError(folder, holder);
}

function isAlive(holder: LockHolder, lockFile: string): boolean {
  if (holder.host !== hostname()) return ageMs(lockFile) < DEAD_AFTER_MS;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return holder.processStart === null || processStart(holder.pid) === holder.processStart;
}

function createExclusively(file: string, holder: LockHolder): boolean {
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    writeFileSync(descriptor, JSON.stringify(holder));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The lock's holder; null when there is no lock, or when its writer died before it had written it whole. */
function readHolder(file: string): LockHolder | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    typeof value.token === 'string' &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'host' in value &&
    typeof value.host === 'string' &&
    'processStart' in value &&
    'since' in value
  );
}

/** Field 22 of `/proc/<pid>/stat` (proc(5)); null where there is no such file. The command may hold spaces and brackets. */
function processStart(pid: number): string | null {
  try {
    const afterCommand = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return afterCommand.split(' ')[19] ?? null;
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

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Someone removed the file; the lock on this machine is judged by the process, so nothing is lost.
  }
}
