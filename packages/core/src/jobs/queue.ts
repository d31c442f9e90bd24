import type { ClientBase } from 'pg';
import type { Schedule } from './schedules.ts';
import type { Task } from './task.ts';

export interface SendOptions {
  /** Jobs of one task and key are one job, until some days after it has ended. Instead of the task's own key. */
  readonly key?: string;
  /** Not before this, by the database's clock. */
  readonly startAfter?: Date;
  /** The client of a transaction that the job belongs to: it exists when, and only if, that commits. */
  readonly executor?: ClientBase;
}

export interface SentJob {
  readonly id: string;
  /** False when a job of this key was there already; then nothing was sent. */
  readonly isNew: boolean;
}

/** A job that a worker has taken, to run once. */
export interface ClaimedJob {
  readonly id: string;
  readonly task: string;
  readonly input: unknown;
  /** From 1. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  /** Aborted with a {@link QueueStopping} at a stop, with something else when the job is no longer this worker's. */
  readonly signal: AbortSignal;
}

/** `done`: never again. `failed`: again while attempts are left, then set aside. `returned`: again, as if never taken. */
export type JobDisposition = 'done' | 'failed' | 'returned';

/** Why a job's signal is aborted when its process stops. */
export class QueueStopping extends Error {
  constructor() {
    super('The process is stopping');
    this.name = 'QueueStopping';
  }
}

/** Jobs of a task by what they are doing. */
export interface JobCounts {
  readonly task: string;
  /** To be run now, or when their time comes. */
  readonly waiting: number;
  /** Waiting to be tried again. */
  readonly retrying: number;
  readonly running: number;
  /** Ended well, of the last days. */
  readonly completed: number;
  /** Set aside after their last attempt. */
  readonly parked: number;
}

/** A job that failed its last attempt, kept until an operator decides. */
export interface ParkedJob {
  readonly id: string;
  readonly task: string;
  /** Id of the job that failed, as in its report row. */
  readonly jobId: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly parkedAt: Date;
}

/** What domains use of the queue: leaving work for later. */
export type JobSender = Pick<Queue, 'send'>;

/**
 * Where background work waits. At least once: a job whose worker dies is run again within minutes. Jobs live in the
 * product's own database, so that they commit with what they follow from.
 */
export interface Queue {
  /** @throws what `prepareJob` throws, before any statement. */
  send<Input>(task: Task<Input>, input: Input, options?: SendOptions): Promise<SentJob>;
  /** Takes jobs from now on and runs each by `handle`, which never rejects. */
  work(handle: (job: ClaimedJob) => Promise<JobDisposition>): Promise<void>;
  /** From now on these are the schedules, of all instances. */
  schedule(schedules: readonly Schedule[]): Promise<void>;
  /** When a schedule is next due; null when its expression has no further time. */
  nextRun(schedule: Schedule): Date | null;
  counts(): Promise<JobCounts[]>;
  /** The latest of those set aside, at most `limit`. */
  parked(limit: number): Promise<ParkedJob[]>;
  /** Sends a job that was set aside anew, as a new job; null when there is none of that id. */
  retryParked(id: string): Promise<SentJob | null>;
  /** Deletes every job about a person, in whatever state, and says how many there were. */
  forget(userId: string, executor?: ClientBase): Promise<number>;
  /** `idle`: takes no jobs here. `stalled`: has not been able to look for jobs for a while. */
  state(): 'idle' | 'working' | 'stalled';
  /** Takes no further job, lets those that run finish for so long, then returns them to the queue. */
  stop(graceMs: number): Promise<void>;
}
