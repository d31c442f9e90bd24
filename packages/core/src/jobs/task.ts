import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { Log } from '../runtime.ts';

/** What a run did, in counts and names: it is kept and shown to operators, so never a person's words or ids. */
export type TaskReport = Readonly<Record<string, unknown>>;

/** What one attempt at a job has beside its input. Everything else a task needs, it is made with. */
export interface TaskContext {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  /**
   * Aborted when the process stops, the attempt's time is over or another worker has the job. A task that takes more
   * than a second looks at it between its steps and throws; the job is then run again from its beginning.
   */
  readonly signal: AbortSignal;
  readonly log: Log;
  /**
   * Does the job's effects and marks it done in one transaction, so that they happen once although the job may run
   * twice. Its report is the run's. Called once, as the last thing a task does; `work` uses no other connection.
   */
  commit(work: (client: PoolClient) => Promise<TaskReport>): Promise<TaskReport>;
}

/** A kind of background work. Jobs are its instances: a job is a task's name and an input. */
export interface Task<Input = unknown> {
  /** Lower-case words joined by hyphens; it is stored with each job, so it stays. */
  readonly name: string;
  /** A sentence for operators. */
  readonly summary: string;
  /** Ids and choices, never text of a person's. An input about a person names them as `userId`, so that erasure finds it. */
  readonly input: z.ZodType<Input>;
  /** How often it is tried again after a failure before it is set aside, 0 to 20. */
  readonly retryLimit: number;
  /** Seconds before the first retry, 0 to 3600; doubled with each, up to ten minutes. */
  readonly retryDelaySeconds: number;
  /** Seconds an attempt may take, 1 to 14400. Dead workers are noticed sooner, by their silence. */
  readonly expireInSeconds: number;
  /** `soon`: somebody's next message is better for it. `whenever`: housekeeping, which never holds the former up. */
  readonly urgency: 'soon' | 'whenever';
  /** Jobs of one key are one job. Left out, each sending is its own. */
  key?(input: Input): string;
  /** Runs as often as it takes: either doing its work twice changes nothing, or it does it in `context.commit`. */
  run(context: TaskContext, input: Input): Promise<TaskReport>;
}

type TaskOptions<Input> = Pick<Task<Input>, 'name' | 'summary' | 'input' | 'run' | 'key'> &
  Partial<Pick<Task<Input>, 'retryLimit' | 'retryDelaySeconds' | 'expireInSeconds' | 'urgency'>>;

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MAX_NAME_LENGTH = 60;
/** Attempts after 0, 5, 15, 35 and so on seconds: a vendor's bad minute is outlasted, a bug is set aside the same hour. */
const DEFAULT_RETRY_LIMIT = 4;
const DEFAULT_RETRY_DELAY_SECONDS = 5;
const DEFAULT_EXPIRE_SECONDS = 300;

/** @throws RangeError that names the task and the allowed range when a name or a limit is out of it. */
export function defineTask<Input>(options: TaskOptions<Input>): Task<Input> {
  const task: Task<Input> = {
    retryLimit: DEFAULT_RETRY_LIMIT,
    retryDelaySeconds: DEFAULT_RETRY_DELAY_SECONDS,
    expireInSeconds: DEFAULT_EXPIRE_SECONDS,
    urgency: 'whenever',
    ...options,
  };
  if (!NAME.test(task.name) || task.name.length > MAX_NAME_LENGTH) {
    throw new RangeError(`A task's name is lower-case words joined by hyphens, not ${JSON.stringify(task.name)}`);
  }
  const inRange = (field: 'retryLimit' | 'retryDelaySeconds' | 'expireInSeconds', from: number, to: number) => {
    const value = task[field];
    if (!Number.isInteger(value) || value < from || value > to) {
      throw new RangeError(`${field} of the task ${task.name} is a whole number from ${from} to ${to}, not ${value}`);
    }
  };
  inRange('retryLimit', 0, 20);
  inRange('retryDelaySeconds', 0, 3_600);
  inRange('expireInSeconds', 1, 14_400);
  return task;
}

/** The tasks a process knows, by name. */
export type TaskRegistry = ReadonlyMap<string, Task>;

/** @throws RangeError when two tasks have one name. */
export function createTaskRegistry(tasks: readonly Task[]): TaskRegistry {
  const registry = new Map(tasks.map((task) => [task.name, task]));
  const twice = tasks.find((task) => registry.get(task.name) !== task);
  if (twice !== undefined) throw new RangeError(`Two tasks are called ${twice.name}`);
  return registry;
}
