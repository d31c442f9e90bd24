import type { SequencedPart, StreamPart } from '@rapport/wire';
import type { Clock } from '../runtime.ts';

/** Text deltas that arrive within this time are one part: 20 writes a second are smooth to read and cheap to send. */
const COALESCE_MS = 50;
/** Finished replies kept for clients that reconnect, by time and by number; after that the stored message serves. */
const KEEP_FINISHED_MS = 60_000;
const KEEP_FINISHED_COUNT = 1_000;

/** No reply has this many parts: each takeover of a turn numbers its own from the next multiple on. */
const PARTS_A_TAKEOVER = 1_000_000;

/** Called with each part as it comes; `done` after the last one. Must not throw. */
export interface ReplyListener {
  part(part: SequencedPart): void;
  done(): void;
}

/**
 * One reply while it is written, and shortly after: every part with its sequence number, and whoever reads along. The
 * server owns it: readers come and go without touching it.
 */
export class LiveReply {
  readonly #parts: SequencedPart[] = [];
  readonly #listeners = new Set<ReplyListener>();
  readonly #clock: Clock;
  readonly #onParts: (parts: readonly SequencedPart[], done: boolean) => void;
  #pendingText = '';
  #lastFlushMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #textId = '';
  #finished = false;

  readonly #firstSequence: number;

  /**
   * @param takeovers how often the turn was taken over before. What an earlier attempt had shown is void, and a reader
   * who resumes from it is told so: the numbers of this one lie above.
   * @param onParts told of each part for readers elsewhere; also once, without parts, when the reply is done.
   */
  constructor(clock: Clock, takeovers: number, onParts: (parts: readonly SequencedPart[], done: boolean) => void) {
    this.#clock = clock;
    this.#firstSequence = takeovers * PARTS_A_TAKEOVER + 1;
    this.#onParts = onParts;
  }

  /** Starts the text that following deltas belong to. */
  startText(id: string): void {
    this.#textId = id;
    this.push({ type: 'text-start', id });
  }

  /** Adds to the text. The first delta goes out at once, later ones are gathered for {@link COALESCE_MS}. */
  text(delta: string): void {
    this.#pendingText += delta;
    if (this.#timer !== undefined) return;
    const sinceFlush = this.#clock.monotonicMs() - this.#lastFlushMs;
    if (sinceFlush >= COALESCE_MS) this.#flushText();
    else this.#timer = setTimeout(() => this.#flushText(), COALESCE_MS - sinceFlush);
  }

  /** Drops text not yet sent and tells readers to drop what they have. */
  replaceText(nextId: string): void {
    this.#pendingText = '';
    this.push({ type: 'text-end', id: this.#textId });
    this.push({ type: 'data-replace', data: { reason: 'attempt-died' } });
    this.startText(nextId);
  }

  /** Tells readers to drop a text that had ended, because a person of the team answers instead. */
  beginAgain(nextId: string): void {
    this.push({ type: 'data-replace', data: { reason: 'human-answers' } });
    this.startText(nextId);
  }

  endText(): void {
    this.push({ type: 'text-end', id: this.#textId });
  }

  push(part: StreamPart): void {
    this.#flushText();
    this.#append(part);
  }

  get isFinished(): boolean {
    return this.#finished;
  }

  finish(): void {
    this.#flushText();
    this.#finished = true;
    for (const listener of this.#listeners) listener.done();
    this.#listeners.clear();
    this.#onParts([], true);
  }

  /**
   * Gives a listener every part after sequence number `after`, then the ones to come. Returns what stops it.
   */
  subscribe(after: number, listener: ReplyListener): () => void {
    for (const part of this.#parts) if (part.sequence > after) listener.part(part);
    if (this.#finished) {
      listener.done();
      return () => {};
    }
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #flushText(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pendingText === '') return;
    const delta = this.#pendingText;
    this.#pendingText = '';
    this.#lastFlushMs = this.#clock.monotonicMs();
    this.#append({ type: 'text-delta', id: this.#textId, delta });
  }

  #append(part: StreamPart): void {
    const sequenced = { sequence: this.#firstSequence + this.#parts.length, part };
    this.#parts.push(sequenced);
    for (const listener of this.#listeners) listener.part(sequenced);
    this.#onParts([sequenced], false);
  }
}

/** Carries replies between instances, so that any of them can resume a stream that another one writes. */
export interface ReplyRelay {
  publish(turnKey: string, parts: readonly SequencedPart[], done: boolean): void;
  /** Removes every reply whose key begins so. Never fails what it is part of. */
  forget(turnKeyPrefix: string): void;
  /** Parts after `after`, as they come, until the reply is done; null when this relay knows no such reply. */
  read(turnKey: string, after: number, signal: AbortSignal): Promise<AsyncIterable<SequencedPart> | null>;
}

/** The replies this instance is writing or has just written, by person and message id. */
export class LiveReplies {
  readonly #replies = new Map<string, { readonly reply: LiveReply; readonly cancel: () => void }>();
  readonly #clock: Clock;
  readonly #relay: ReplyRelay | null;
  readonly #finished: { readonly key: string; readonly reply: LiveReply; readonly atMs: number }[] = [];

  constructor(clock: Clock, relay: ReplyRelay | null) {
    this.#clock = clock;
    this.#relay = relay;
  }

  start(userId: string, messageId: string, takeovers: number, cancel: () => void): LiveReply {
    const key = keyOf(userId, messageId);
    const reply = new LiveReply(this.#clock, takeovers, (parts, done) => {
      this.#relay?.publish(key, parts, done);
      if (done) this.#expire(key, reply);
    });
    this.#replies.set(key, { reply, cancel });
    return reply;
  }

  find(userId: string, messageId: string): LiveReply | null {
    return this.#replies.get(keyOf(userId, messageId))?.reply ?? null;
  }

  /** Cancels a reply this instance writes; false when it writes none. */
  cancel(userId: string, messageId: string): boolean {
    const entry = this.#replies.get(keyOf(userId, messageId));
    entry?.cancel();
    return entry !== undefined;
  }

  /** Forgets a person's finished replies, here and in the relay: what they deleted is not to be read again. */
  forgetPerson(userId: string): void {
    const prefix = keyOf(userId, '');
    for (const [key, { reply }] of this.#replies) {
      if (key.startsWith(prefix) && reply.isFinished) this.#replies.delete(key);
    }
    this.#relay?.forget(prefix);
  }

  /** Reads along with a reply that another instance writes. */
  async readElsewhere(userId: string, messageId: string, after: number, signal: AbortSignal) {
    return (await this.#relay?.read(keyOf(userId, messageId), after, signal)) ?? null;
  }

  /** Forgets finished replies that are old or too many. They finish in order, so the queue's head is the oldest. */
  #expire(key: string, reply: LiveReply): void {
    const now = this.#clock.monotonicMs();
    this.#finished.push({ key, reply, atMs: now });
    let oldest = this.#finished[0];
    while (
      oldest !== undefined &&
      (now - oldest.atMs > KEEP_FINISHED_MS || this.#finished.length > KEEP_FINISHED_COUNT)
    ) {
      this.#finished.shift();
      if (this.#replies.get(oldest.key)?.reply === oldest.reply) this.#replies.delete(oldest.key);
      oldest = this.#finished[0];
    }
  }
}

const keyOf = (userId: string, messageId: string): string => `${userId}:${messageId}`;
