import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type DestinationStream, type Logger } from 'pino';
import sonicBoom, { type SonicBoom } from 'sonic-boom';
import type { LogLevel } from './config/config.ts';
import { loggableError } from './loggable-error.ts';

export interface LoggingOptions {
  /** Where `combined.log` and `error.log` go; null writes to standard output only. */
  readonly directory: string | null;
  readonly level: LogLevel;
  readonly version: string;
  readonly environment: string;
  /** False keeps standard output for other things, such as a conversation in the terminal. */
  readonly toStandardOutput: boolean;
}

/** Fields that could hold a secret or a person's words. They are cut out wherever they turn up near the top. */
const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'text',
  'message_text',
];

export interface Logging {
  readonly log: Logger;
  /** Writes out what is still buffered and closes the files: the end of logging. */
  close(): Promise<void>;
  /** Opens the files anew, after a log rotation has moved them away. */
  reopen(): void;
}

/** JSON lines with the level as a word: to standard output, `combined.log`, and errors also to `error.log`. */
export function createLogging(options: LoggingOptions): Logging {
  const files = options.directory === null ? [] : openFiles(options.directory);
  const streams: { level: LogLevel; stream: DestinationStream }[] = files.map(({ level, destination }) => ({
    level: level ?? options.level,
    stream: destination,
  }));
  if (options.toStandardOutput) streams.push({ level: options.level, stream: process.stdout });
  const log = pino(
    logOptions(options),
    pino.multistream(streams.filter(({ level }) => level !== 'silent') as pino.StreamEntry[]),
  );
  return {
    log,
    async close() {
      await Promise.all(files.map(({ destination }) => written(destination)));
    },
    reopen() {
      for (const { destination } of files) destination.reopen();
    },
  };
}

/**
 * What every line of ours is: the level as a word, an ISO time, errors without the rows or requests they carry, and
 * fields that could hold a secret or a person's words cut out.
 */
export function logOptions(options: Pick<LoggingOptions, 'level' | 'version' | 'environment'>): pino.LoggerOptions {
  return {
    level: options.level,
    base: { service: 'rapport', version: options.version, environment: options.environment },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: loggableError },
    redact: { paths: REDACTED.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
  };
}

function openFiles(directory: string) {
  mkdirSync(directory, { recursive: true });
  return [
    { level: null, ...openFile(join(directory, 'combined.log')) },
    { level: 'error' as const, ...openFile(join(directory, 'error.log')) },
  ];
}

/** Lines that wait for a disk that takes none; beyond this the newest are dropped. */
const MOST_WAITING_BYTES = 4_194_304;
/** What is not on the disk by then will not be: an end must not wait for it. */
const FLUSH_WITHIN_MS = 1_000;

/**
 * A file to append to. Made without pino's own wrapping, whose hook at the process's end writes until the disk takes it:
 * with a full disk that is for ever. Here a failed write is dropped, the next one is tried, and the product goes on.
 */
function openFile(path: string): { readonly destination: SonicBoom } {
  const destination = new sonicBoom.SonicBoom({ dest: path, sync: false, maxLength: MOST_WAITING_BYTES });
  // There is nowhere to report it: it is the log that fails. The next line is tried again.
  destination.on('error', () => undefined);
  return { destination };
}

/** Resolves when what was logged is written, or can't be. */
function written(destination: SonicBoom): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FLUSH_WITHIN_MS);
    destination.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    // Closed it throws at every line, and what still happens while the process ends must not fail for that.
    destination.write = () => false;
    destination.end();
  });
}
