import type { ChatReplyDetails, ListedMessage, StreamPart } from '@rapport/wire';

/**
 * `queued`: written without a network, waits to be sent. `sending`: not known to have reached the server. `waiting`: accepted, nothing to show yet. `failed`: the turn ended
 * in an error; the text it had shown stays.
 */
export type MessageState =
  | 'queued'
  | 'sending'
  | 'waiting'
  | 'streaming'
  | 'complete'
  | 'partial'
  | 'cancelled'
  | 'failed';

export interface ThreadMessage {
  /** Stable for the life of the thread; a reply has it before the server has named the reply. */
  readonly key: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** ISO 8601 UTC time. */
  readonly createdAt: string;
  readonly state: MessageState;
  readonly details: ChatReplyDetails | null;
  /** Of a message by a person of the team, their name. */
  readonly humanName?: string;
  /** The message that the person said anew by this one. */
  readonly replaces?: string;
  /** How many pictures came with it. */
  readonly imageCount?: number;
  /** The pictures themselves, as addresses that this page can show; only while it has them. */
  readonly pictures?: readonly string[];
}

/** What goes with a message beside its words. */
interface MessageExtras {
  readonly replaces?: string;
  readonly pictures?: readonly string[];
}

/** The turn under way. */
interface ActiveTurn {
  readonly messageId: string;
  /** Highest sequence number taken in; whatever comes at or below it is a repetition. */
  readonly lastSequence: number;
  readonly isStopping: boolean;
  readonly isReconnecting: boolean;
  /** The text shown belongs to an attempt that died; it stays until the next attempt has something to show. */
  readonly isReplacing: boolean;
}

/** Why a turn failed; the error itself is kept, so that words can be found for it where it is shown. */
interface TurnFailure {
  readonly messageId: string;
  readonly error: unknown;
}

export interface Thread {
  readonly messages: readonly ThreadMessage[];
  readonly turn: ActiveTurn | null;
  readonly failure: TurnFailure | null;
  /** Cursor of the messages before the first one; null when there are none. */
  readonly earlierCursor: string | null;
  /** Key of the reply that ended last in this visit, for it to be announced once. */
  readonly finishedKey: string | null;
}

export type ThreadAction =
  | { type: 'loaded'; messages: readonly ListedMessage[]; earlierCursor: string | null }
  | { type: 'earlier-loaded'; messages: readonly ListedMessage[]; earlierCursor: string | null }
  | { type: 'message-heard'; message: ListedMessage }
  | { type: 'queued'; messageId: string; text: string; createdAt: string }
  | { type: 'unqueued'; messageId: string }
  | { type: 'turn-started'; messageId: string; text: string; createdAt: string; extras?: MessageExtras }
  | { type: 'turn-resumed'; messageId: string; createdAt: string }
  | { type: 'part-received'; messageId: string; sequence: number; part: StreamPart }
  | { type: 'connection-changed'; messageId: string; isReconnecting: boolean }
  | { type: 'stop-requested'; messageId: string }
  | { type: 'turn-stopped'; messageId: string }
  | { type: 'turn-failed'; messageId: string; error: unknown }
  | { type: 'turn-ended'; messageId: string };

export const EMPTY_THREAD: Thread = {
  messages: [],
  turn: null,
  failure: null,
  earlierCursor: null,
  finishedKey: null,
};

/** An error that came as a part of the stream, after the response had begun as a success. */
export class ReplyFailed extends Error {
  override readonly name = 'ReplyFailed';
}

/** The key of the reply to a message. */
const replyKey = (messageId: string): string => `reply-${messageId}`;

/** The next state of a thread. Pure; returns the same object when the action changes nothing. */
export function reduceThread(thread: Thread, action: ThreadAction): Thread {
  switch (action.type) {
    case 'loaded':
      return {
        ...EMPTY_THREAD,
        messages: toThreadMessages(action.messages),
        earlierCursor: action.earlierCursor,
      };
    case 'earlier-loaded':
      return {
        ...thread,
        messages: [...toThreadMessages(action.messages), ...thread.messages],
        earlierCursor: action.earlierCursor,
      };
    case 'message-heard':
      return hearMessage(thread, action.message);
    case 'queued':
      return queueMessage(thread, action.messageId, action.text, action.createdAt);
    case 'unqueued':
      return { ...thread, messages: thread.messages.filter(({ key }) => key !== action.messageId) };
    case 'turn-started':
      return startTurn(
        withoutReplaced(thread, action.extras),
        action.messageId,
        action.createdAt,
        action.text,
        action.extras,
      );
    case 'turn-resumed':
      return startTurn(thread, action.messageId, action.createdAt, null);
    default:
      return thread.turn?.messageId === action.messageId ? reduceTurn(thread, thread.turn, action) : thread;
  }
}

type TurnAction = Extract<
  ThreadAction,
  { type: 'part-received' | 'connection-changed' | 'stop-requested' | 'turn-stopped' | 'turn-failed' | 'turn-ended' }
>;

function reduceTurn(thread: Thread, turn: ActiveTurn, action: TurnAction): Thread {
  switch (action.type) {
    case 'part-received':
      if (action.sequence <= turn.lastSequence) return thread;
      return takePart(thread, { ...turn, lastSequence: action.sequence, isReconnecting: false }, action.part);
    case 'connection-changed':
      return turn.isReconnecting === action.isReconnecting
        ? thread
        : { ...thread, turn: { ...turn, isReconnecting: action.isReconnecting } };
    case 'stop-requested':
      return { ...thread, turn: { ...turn, isStopping: true } };
    case 'turn-stopped':
      return endTurn(thread, turn, 'cancelled');
    case 'turn-failed':
      return failTurn(thread, turn, action.error);
    case 'turn-ended':
      return endTurn(thread, turn, 'complete');
  }
}

/**
 * Takes in what was said outside this page's own turns: by people of the team, and the notice that they do. Replies are left
 * out: whoever asked for one has it, and a reload brings what other pages asked.
 */
function hearMessage(thread: Thread, message: ListedMessage): Thread {
  const isOfTurn = message.role !== 'assistant' || message.reply !== undefined;
  if (isOfTurn || thread.messages.some(({ key }) => key === message.id)) return thread;
  return { ...thread, messages: [...thread.messages, ...toThreadMessages([message])] };
}

/** Shows a message that waits to be sent, after everything else. */
function queueMessage(thread: Thread, messageId: string, text: string, createdAt: string): Thread {
  if (thread.messages.some(({ key }) => key === messageId)) return thread;
  const queued: ThreadMessage = { key: messageId, role: 'user', text, createdAt, state: 'queued', details: null };
  return { ...thread, messages: [...thread.messages, queued] };
}

/** Takes off what a message is said in place of: that message and all after it, save what waits to be sent. */
function withoutReplaced(thread: Thread, extras: MessageExtras | undefined): Thread {
  const place = thread.messages.findIndex(({ key }) => key === extras?.replaces);
  if (place === -1) return thread;
  return { ...thread, messages: thread.messages.filter(({ state }, index) => index < place || state === 'queued') };
}

/** Begins a turn, or begins it again: the same message and the same reply, from nothing. */
function startTurn(
  thread: Thread,
  messageId: string,
  createdAt: string,
  text: string | null,
  extras: MessageExtras = {},
): Thread {
  const kept = thread.messages.filter(({ key }) => key !== replyKey(messageId));
  const question: ThreadMessage = {
    key: messageId,
    role: 'user',
    text: text ?? '',
    createdAt,
    state: 'sending',
    details: null,
    ...extras,
    ...(extras.pictures === undefined ? {} : { imageCount: extras.pictures.length }),
  };
  const messages = kept.some(({ key }) => key === messageId)
    ? kept.map((message) =>
        message.key === messageId && text !== null ? { ...message, state: 'sending' as const } : message,
      )
    : beforeQueued(kept, question);
  const reply: ThreadMessage = {
    key: replyKey(messageId),
    role: 'assistant',
    text: '',
    createdAt,
    state: 'waiting',
    details: null,
  };
  return {
    ...thread,
    messages: beforeQueued(messages, reply),
    turn: { messageId, lastSequence: 0, isStopping: false, isReconnecting: false, isReplacing: false },
    failure: null,
    finishedKey: null,
  };
}

/** What waits to be sent stays last. */
function beforeQueued(messages: readonly ThreadMessage[], added: ThreadMessage): ThreadMessage[] {
  const place = messages.findIndex(({ state }) => state === 'queued');
  return place === -1 ? [...messages, added] : messages.toSpliced(place, 0, added);
}

function takePart(thread: Thread, turn: ActiveTurn, part: StreamPart): Thread {
  const advanced: Thread = { ...thread, turn };
  switch (part.type) {
    case 'start':
      return updateMessage(acceptQuestion(advanced, turn), replyKey(turn.messageId), () => ({
        createdAt: part.messageMetadata.createdAt,
      }));
    case 'text-delta':
      return updateMessage(
        { ...advanced, turn: { ...turn, isReplacing: false } },
        replyKey(turn.messageId),
        (reply) => ({
          text: turn.isReplacing ? part.delta : reply.text + part.delta,
          state: 'streaming',
        }),
      );
    case 'data-replace':
      return { ...advanced, turn: { ...turn, isReplacing: true } };
    case 'data-reply':
      return updateMessage(advanced, replyKey(turn.messageId), () => ({
        details: part.data,
        state: part.data.message.status,
      }));
    case 'error':
      return failTurn(advanced, turn, new ReplyFailed(part.errorText, { cause: part.code }));
    case 'abort':
      return endTurn(advanced, turn, 'cancelled');
    case 'finish':
      return endTurn(advanced, turn, 'complete');
    case 'text-start':
    case 'text-end':
      return advanced;
  }
}

/** Ends the turn; a status that `data-reply` has told stands, else `otherwise` is what became of the reply. */
function endTurn(thread: Thread, turn: ActiveTurn, otherwise: 'complete' | 'cancelled'): Thread {
  const key = replyKey(turn.messageId);
  const ended = updateMessage(acceptQuestion(thread, turn), key, (reply) => ({
    text: turn.isReplacing ? '' : reply.text,
    state: isUnderWay(reply.state) ? otherwise : reply.state,
  }));
  // A person of the team answers: the reply is silence, and nothing to be shown.
  const isSilent = ended.messages.some((message) => message.key === key && message.details?.silent === true);
  const messages = isSilent ? ended.messages.filter((message) => message.key !== key) : ended.messages;
  return { ...ended, messages, turn: null, finishedKey: isSilent ? null : key };
}

/** Ends the turn in an error: a reply that has shown nothing goes, and the message that wasn't accepted says so. */
function failTurn(thread: Thread, turn: ActiveTurn, error: unknown): Thread {
  const key = replyKey(turn.messageId);
  const messages = thread.messages
    .filter((message) => message.key !== key || (message.text !== '' && !turn.isReplacing))
    .map((message) => {
      const isOfTurn = message.key === key || (message.key === turn.messageId && message.state === 'sending');
      return isOfTurn ? { ...message, state: 'failed' as const } : message;
    });
  return { ...thread, messages, turn: null, failure: { messageId: turn.messageId, error } };
}

const isUnderWay = (state: MessageState): boolean =>
  state === 'waiting' || state === 'streaming' || state === 'sending';

const acceptQuestion = (thread: Thread, turn: ActiveTurn): Thread =>
  updateMessage(thread, turn.messageId, () => ({ state: 'complete' }));

function updateMessage(
  thread: Thread,
  key: string,
  change: (message: ThreadMessage) => Partial<ThreadMessage>,
): Thread {
  const messages = thread.messages.map((message) =>
    message.key === key ? { ...message, ...change(message) } : message,
  );
  return { ...thread, messages };
}

function toThreadMessages(messages: readonly ListedMessage[]): ThreadMessage[] {
  return messages.map(({ id, role, text, createdAt, status, reply, authorName, replaces, imageCount }) => ({
    key: id,
    role,
    text,
    createdAt,
    state: status,
    details: reply ?? null,
    ...(authorName === undefined ? {} : { humanName: authorName }),
    ...(replaces === undefined ? {} : { replaces }),
    ...(imageCount === undefined ? {} : { imageCount }),
  }));
}
