import { createHash } from 'node:crypto';
import type { Task } from './task.ts';

/** A job as it is stored: what to do and with what. */
export interface StoredJob {
  readonly task: string;
  readonly input: unknown;
}

export interface PreparedJob {
  /** Made from the key, so that a second sending finds the first; null without a key. */
  readonly id: string | null;
  readonly data: StoredJob;
}

/** Ids and choices fit many times over; text of a person's would not, and does not belong in a job. */
const MAX_INPUT_LENGTH = 8_192;

/**
 * What is stored of a job. Everything that could be refused is refused here, before a statement runs, because a failed
 * statement would take the caller's transaction with it.
 *
 * @param key what makes the job one, instead of the task's own key.
 * @throws ZodError when the input is not the task's; RangeError when it is too long or holds what JSON in PostgreSQL
 * can't (NUL, lone surrogates).
 */
export function prepareJob<Input>(task: Task<Input>, input: Input, key?: string): PreparedJob {
  const parsed = task.input.parse(input);
  const written = JSON.stringify(parsed);
  if (written === undefined || written.length > MAX_INPUT_LENGTH) {
    throw new RangeError(`The input of a ${task.name} job is JSON of at most ${MAX_INPUT_LENGTH} characters`);
  }
  // JSON.stringify writes a lone surrogate and NUL as escapes, and a backslash that was there before as two.
  if (/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(written)) {
    throw new RangeError(`The input of a ${task.name} job holds a character that can't be stored`);
  }
  const ownKey = key ?? task.key?.(parsed);
  return {
    id: ownKey === undefined ? null : jobIdOf(task.name, ownKey),
    data: { task: task.name, input: parsed },
  };
}

/** The same id for the same task and key, wherever it is made: a UUID of version 8 (RFC 9562 §5.8) from their SHA-256. */
export function jobIdOf(task: string, key: string): string {
  const bytes = createHash('sha256').update(`${task}\0${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
