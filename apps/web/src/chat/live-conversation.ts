import type { ChatBody, ListedMessage, Message } from '@rapport/wire';
import type { Api } from '../client/api.ts';
import type { Outbox } from '../client/outbox.ts';
import type { PendingTurn, PendingTurns } from '../client/pending-turns.ts';
import { ConnectionLost } from '../client/problems.ts';
import type { RegionalSettingsSender } from '../client/regional-settings.ts';
import { followReply, type ReplyEvent, type ReplySource } from '../client/reply-stream.ts';
import { EMPTY_THREAD, reduceThread, type Thread, type ThreadAction } from './thread.ts';

type History =
  | { readonly status: 'loading' }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly error: unknown };

export interface ConversationState {
  readonly history: History;
  readonly thread: Thread;
  readonly isLoadingEarlier: boolean;
}

interface Target {
  readonly assistant: string;
  readonly conversationId: string;
  /** The first words of a conversation that was begun just now: nothing needs to be loaded. */
  readonly greeting: Message | null;
}

interface Collaborators {
  readonly api: Pick<Api, 'messages' | 'startReply' | 'resumeReply' | 'cancelReply'>;
  readonly pending: PendingTurns;
  readonly outbox: Outbox;
  /** False when the device says that it has no network. */
  readonly isOnline: () => boolean;
  readonly regionalSettings: Pick<RegionalSettingsSender, 'settled'>;
  readonly pause: ReplySource['pause'];
  /** Runs a task soon, at most once a frame: parts arrive faster than a screen shows them. */
  readonly schedule: (task: () => void) => void;
  /** Runs a task after the given milliseconds. */
  readonly later: (task: () => void, ms: number) => void;
  readonly now: () => number;
  readonly newId: () => string;
}

/** A picture of a message: what the server takes it by, and where this page can show it. */
export interface Picture {
  /** The id of a photo that was sent ahead, or a data URL. */
  readonly reference: string;
  readonly shownAt: string;
}

interface Outgoing {
  readonly pictures?: readonly Picture[];
  /** The message that this one is said in place of. */
  readonly replaces?: string;
}

/** References longer than this are pictures in full, which would fill the browser's storage. */
const MOST_KEPT_REFERENCE = 100;

/** A server that was asked to stop ends the stream itself; one that can't is not waited for longer. */
const STOP_GRACE_MS = 4_000;

/**
 * One conversation as it goes on: its messages, the turn under way, and the connection that carries it. Independent of
 * React; tell it to open, subscribe, and show what {@link LiveConversation.current} returns.
 */
export class LiveConversation {
  readonly #target: Target;
  readonly #with: Collaborators;
  readonly #listeners = new Set<() => void>();
  #state: ConversationState = { history: { status: 'loading' }, thread: EMPTY_THREAD, isLoadingEarlier: false };
  #connection = new AbortController();
  #queue: ThreadAction[] = [];
  /** The turns begun in this visit, to be sent again as they were. */
  readonly #sent = new Map<string, PendingTurn>();

  constructor(target: Target, collaborators: Collaborators) {
    this.#target = target;
    this.#with = collaborators;
  }

  /** The same object until something changes. */
  readonly current = (): ConversationState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Loads the conversation and takes up a reply that was under way. May be called again after a failure. */
  async open(): Promise<void> {
    this.#connection.abort();
    const connection = new AbortController();
    this.#connection = connection;
    const pending = this.#with.pending.recall(this.#target.conversationId);
    const { greeting } = this.#target;
    if (greeting !== null && pending === null && this.#state.history.status === 'loading') {
      this.#show([greeting], null);
      return;
    }
    await this.#load(connection.signal);
    if (connection.signal.aborted || this.#state.history.status !== 'ready') return;
    if (pending !== null) await this.#takeUp(pending, connection);
    await this.sendWaiting();
  }

  /** Lets go of the connection. The server finishes the reply by itself, and opening again takes it up. */
  close(): void {
    this.#connection.abort();
  }

  /**
   * Says something. Without a network it waits in the thread and goes out when there is one, in order. Ignored while a
   * turn is under way on a network.
   */
  async send(text: string, { pictures = [], replaces }: Outgoing = {}): Promise<void> {
    const { conversationId } = this.#target;
    const turn: PendingTurn = {
      messageId: this.#with.newId(),
      text,
      startedAt: this.#with.now(),
      ...(replaces === undefined ? {} : { replaces }),
      ...(pictures.length === 0 ? {} : { images: pictures.map(({ reference }) => reference) }),
    };
    if (!this.#with.isOnline() && replaces === undefined && pictures.length === 0) {
      this.#with.outbox.add(conversationId, turn);
      return this.#showWaiting(turn);
    }
    if (this.#state.thread.turn !== null) return;
    await this.#begin(
      turn,
      pictures.map(({ shownAt }) => shownAt),
    );
  }

  /** Sends what waits, one after the other, while there is a network and nothing stands in the way. */
  async sendWaiting(): Promise<void> {
    const { outbox, isOnline } = this.#with;
    const { history, thread } = this.#state;
    const [next] = outbox.waiting(this.#target.conversationId);
    if (next === undefined || !isOnline() || history.status !== 'ready' || thread.turn !== null) return;
    outbox.remove(this.#target.conversationId, next.messageId);
    await this.#begin(next);
  }

  /** Takes back a message that waits to be sent. */
  discard(messageId: string): void {
    this.#with.outbox.remove(this.#target.conversationId, messageId);
    this.#dispatch({ type: 'unqueued', messageId });
  }

  #showWaiting({ messageId, text, startedAt }: PendingTurn): void {
    this.#dispatch({ type: 'queued', messageId, text, createdAt: new Date(startedAt).toISOString() });
  }

  /** Sends a message again as the same turn. */
  async retry(messageId: string): Promise<void> {
    const message = this.#state.thread.messages.find(({ key }) => key === messageId);
    if (message === undefined || this.#state.thread.turn !== null) return;
    // As it was sent the first time: the same message with other pictures would be another one.
    const sent = this.#sent.get(messageId);
    const replaces = message.replaces === undefined ? {} : { replaces: message.replaces };
    await this.#begin(sent ?? { messageId, text: message.text, startedAt: this.#with.now(), ...replaces });
  }

  /** Asks the server to stop the reply; what was said stays. */
  async stop(): Promise<void> {
    const { turn } = this.#state.thread;
    if (turn === null || turn.isStopping) return;
    const { messageId } = turn;
    this.#dispatch({ type: 'stop-requested', messageId });
    this.#with.later(() => this.#stopHere(messageId), STOP_GRACE_MS);
    await this.#askToStop(messageId);
  }

  /** Takes in what was said outside this page's own turns. */
  hear(message: ListedMessage): void {
    this.#dispatch({ type: 'message-heard', message });
  }

  /** Id of the latest message that is stored; null while there is none. */
  lastKnownId(): string | null {
    const { messages, turn } = this.#state.thread;
    const stored = messages.findLast(
      ({ key, details }) => details !== null || (!key.startsWith('reply-') && key !== turn?.messageId),
    );
    return stored?.details?.message.id ?? stored?.key ?? null;
  }

  /** Loads the messages before the first one shown. */
  async loadEarlier(): Promise<void> {
    const { earlierCursor } = this.#state.thread;
    if (earlierCursor === null || this.#state.isLoadingEarlier) return;
    this.#set({ isLoadingEarlier: true });
    try {
      const { items, nextCursor } = await this.#with.api.messages(this.#target.conversationId, earlierCursor);
      this.#dispatch({ type: 'earlier-loaded', messages: items.toReversed(), earlierCursor: nextCursor });
    } finally {
      this.#set({ isLoadingEarlier: false });
    }
  }

  async #load(signal: AbortSignal): Promise<void> {
    this.#set({ history: { status: 'loading' } });
    try {
      const { items, nextCursor } = await this.#with.api.messages(this.#target.conversationId, null);
      if (!signal.aborted) this.#show(items.toReversed(), nextCursor);
    } catch (error) {
      if (!signal.aborted) this.#set({ history: { status: 'failed', error } });
    }
  }

  #show(messages: readonly ListedMessage[], earlierCursor: string | null): void {
    const thread = reduceThread(this.#state.thread, { type: 'loaded', messages, earlierCursor });
    this.#set({ history: { status: 'ready' }, thread });
    for (const turn of this.#with.outbox.waiting(this.#target.conversationId)) this.#showWaiting(turn);
  }

  async #takeUp(pending: PendingTurn, connection: AbortController): Promise<void> {
    const { messageId, startedAt } = pending;
    const { messages } = this.#state.thread;
    const asked = messages.findIndex(({ key }) => key === messageId);
    if (asked === -1) return this.#begin(pending);
    if (messages.slice(asked + 1).some(({ role }) => role === 'assistant')) {
      return this.#with.pending.forget(this.#target.conversationId, messageId);
    }
    this.#dispatch({ type: 'turn-resumed', messageId, createdAt: new Date(startedAt).toISOString() });
    await this.#follow(pending, 'resume', connection);
  }

  async #begin(turn: PendingTurn, pictures: readonly string[] = []): Promise<void> {
    this.#connection.abort();
    const connection = new AbortController();
    this.#connection = connection;
    this.#sent.set(turn.messageId, turn);
    if (turn.images?.every(({ length }) => length <= MOST_KEPT_REFERENCE) !== false) {
      this.#with.pending.remember(this.#target.conversationId, turn);
    }
    const { messageId, text, replaces } = turn;
    const createdAt = new Date(turn.startedAt).toISOString();
    const extras = {
      ...(replaces === undefined ? {} : { replaces }),
      ...(pictures.length === 0 ? {} : { pictures }),
    };
    this.#dispatch({ type: 'turn-started', messageId, text, createdAt, extras });
    await this.#follow(turn, 'start', connection);
  }

  async #follow(turn: PendingTurn, from: 'start' | 'resume', connection: AbortController): Promise<void> {
    const { messageId } = turn;
    const { signal } = connection;
    let isGone = false;
    try {
      for await (const event of followReply(this.#sourceOf(turn), { from, signal })) {
        if (signal.aborted) return;
        if (event.type === 'gone') isGone = true;
        else this.#take(messageId, event);
      }
      this.#flush();
      this.#with.pending.forget(this.#target.conversationId, messageId);
      if (isGone) await this.#load(signal);
      else this.#dispatch({ type: 'turn-ended', messageId });
      void this.sendWaiting();
    } catch (error) {
      if (signal.aborted) return;
      this.#flush();
      // A lost connection leaves the turn to be taken up by a reload; what the server refused is over.
      if (!(error instanceof ConnectionLost)) this.#with.pending.forget(this.#target.conversationId, messageId);
      this.#dispatch({ type: 'turn-failed', messageId, error });
    }
  }

  #sourceOf({ messageId, text, replaces, images }: PendingTurn): ReplySource {
    const { assistant, conversationId } = this.#target;
    const { api, pause, regionalSettings } = this.#with;
    return {
      start: async (signal) => {
        await regionalSettings.settled();
        const body: ChatBody = {
          assistant,
          conversationId,
          messageId,
          message: text,
          ...(replaces === undefined ? {} : { replaces }),
          ...(images === undefined ? {} : { images: [...images] }),
        };
        return api.startReply(body, signal);
      },
      resume: (after, signal) => api.resumeReply(messageId, after, signal),
      pause,
    };
  }

  #take(messageId: string, event: Exclude<ReplyEvent, { type: 'gone' }>): void {
    if (event.type !== 'part') {
      this.#flush();
      this.#dispatch({ type: 'connection-changed', messageId, isReconnecting: event.type === 'reconnecting' });
      return;
    }
    // The stop may have overtaken the message on its way; now the server knows what to stop.
    if (event.part.type === 'start' && this.#state.thread.turn?.isStopping) void this.#askToStop(messageId);
    this.#queue.push({ type: 'part-received', messageId, sequence: event.sequence, part: event.part });
    if (this.#queue.length === 1) this.#with.schedule(() => this.#flush());
  }

  async #askToStop(messageId: string): Promise<void> {
    try {
      await this.#with.api.cancelReply(messageId);
    } catch (error) {
      // The person wanted silence, not an explanation: when the server can't be told, the page stops by itself.
      console.warn('The reply could not be stopped on the server.', error);
    }
  }

  #stopHere(messageId: string): void {
    if (this.#state.thread.turn?.messageId !== messageId) return;
    this.#connection.abort();
    this.#flush();
    this.#with.pending.forget(this.#target.conversationId, messageId);
    this.#dispatch({ type: 'turn-stopped', messageId });
  }

  #flush(): void {
    const queue = this.#queue;
    this.#queue = [];
    if (queue.length > 0) this.#set({ thread: queue.reduce(reduceThread, this.#state.thread) });
  }

  #dispatch(action: ThreadAction): void {
    this.#set({ thread: reduceThread(this.#state.thread, action) });
  }

  #set(change: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
