import type { ChatBody, ChatReplyDetails, ListedMessage, Message } from '@rapport/wire';
import { describe, expect, test } from 'vitest';
import { Outbox } from '../client/outbox.ts';
import { PendingTurns } from '../client/pending-turns.ts';
import { ApiProblem, ConnectionLost } from '../client/problems.ts';
import { createMemoryStore } from '../client/storage.ts';
import { LiveConversation } from './live-conversation.ts';

const at = '2026-11-22T08:00:00.000Z';
const message = (id: string, role: 'user' | 'assistant', text = `${id} text`): Message => ({
  id,
  conversationId: 'c',
  role,
  text,
  createdAt: at,
  status: 'complete',
});
const details = (status: 'complete' | 'cancelled') =>
  ({ conversationId: 'c', message: { id: 'r', status }, safety: 'crisis' }) as ChatReplyDetails;

const PARTS = {
  start: { type: 'start', messageId: 'r', messageMetadata: { conversationId: 'c', createdAt: at } },
  hi: { type: 'text-delta', id: 't', delta: 'Hi' },
  there: { type: 'text-delta', id: 't', delta: ' there' },
  reply: { type: 'data-reply', data: details('complete') },
  cancelled: { type: 'data-reply', data: details('cancelled') },
  finish: { type: 'finish' },
  abort: { type: 'abort' },
} as const;
type PartName = keyof typeof PARTS;

// Past 300 lines: all of it plays on the one scripted server below, which two files would each need.

/** A stream whose parts the test sends when it likes. */
function openStream() {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      control = controller;
    },
  });
  let sequence = 0;
  return {
    response: new Response(body),
    async say(...names: PartName[]) {
      for (const name of names) {
        sequence += 1;
        control?.enqueue(new TextEncoder().encode(`id: ${sequence}\ndata: ${JSON.stringify(PARTS[name])}\n\n`));
      }
      await settle();
    },
    async cut() {
      control?.error(new TypeError('network error'));
      await settle();
    },
  };
}

/** Lets everything that is ready run: each macrotask turn drains the promises of the one before. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function setUp(options: { stored?: ListedMessage[]; pending?: string; greeting?: Message } = {}) {
  const log: string[] = [];
  const streams: ReturnType<typeof openStream>[] = [];
  const refusals: Error[] = [];
  const delayed: (() => void)[] = [];
  const store = createMemoryStore();
  const pending = new PendingTurns(store, () => 1_000);
  const outbox = new Outbox(store);
  const network = { isThere: true };
  const regionalSettings = { settled: () => Promise.resolve() };
  if (options.pending !== undefined) pending.remember('c', { messageId: options.pending, text: 'Hello', startedAt: 0 });
  const stored: { messages: ListedMessage[] } = { messages: options.stored ?? [message('g', 'assistant')] };
  const answer = async (call: string) => {
    log.push(call);
    const refusal = refusals.shift();
    if (refusal !== undefined) throw refusal;
    const stream = openStream();
    streams.push(stream);
    return stream.response;
  };
  const api = {
    messages: async () => {
      log.push('messages');
      return { items: stored.messages.toReversed(), nextCursor: null };
    },
    startReply: (body: ChatBody) => answer(`start ${body.messageId} ${body.message}`),
    resumeReply: (messageId: string, after: number) => answer(`resume ${messageId} ${after}`),
    cancelReply: async (messageId: string) => void log.push(`cancel ${messageId}`),
  };
  let ids = 0;
  const live = new LiveConversation(
    { assistant: 'jumbo', conversationId: 'c', greeting: options.greeting ?? null },
    {
      api,
      pending,
      outbox,
      isOnline: () => network.isThere,
      regionalSettings,
      pause: async () => undefined,
      schedule: (task) => void queueMicrotask(task),
      later: (task) => void delayed.push(task),
      now: () => 0,
      newId: () => {
        ids += 1;
        return `m${ids}`;
      },
    },
  );
  const view = () => {
    const { thread } = live.current();
    return [
      ...thread.messages.map(({ role, text, state }) => `${role} ${state}: ${text}`),
      ...(thread.turn === null ? [] : ['turn']),
      ...(thread.failure === null ? [] : ['failure']),
    ];
  };
  return { live, log, streams, refusals, delayed, pending, outbox, network, regionalSettings, stored, view };
}

const streamAt = (streams: ReturnType<typeof openStream>[], index: number) => {
  const stream = streams[index];
  if (stream === undefined) throw new Error(`no stream ${index} was opened`);
  return stream;
};

describe('talking', () => {
  test('a new conversation shows its greeting without asking for it', async () => {
    const { live, log, view } = setUp({ greeting: message('g', 'assistant') });
    await live.open();
    expect(view()).toEqual(['assistant complete: g text']);
    expect(log).toEqual([]);
  });

  test('a message shows at once, its reply as it comes, and then nothing is pending', async () => {
    const { live, streams, view, pending } = setUp();
    await live.open();
    void live.send('Hello');
    expect(view()).toEqual(['assistant complete: g text', 'user sending: Hello', 'assistant waiting: ', 'turn']);
    expect(pending.recall('c')).toMatchObject({ messageId: 'm1', text: 'Hello' });
    await settle();
    await streamAt(streams, 0).say('start', 'hi');
    expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant streaming: Hi', 'turn']);
    await streamAt(streams, 0).say('there', 'reply', 'finish');
    expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant complete: Hi there']);
    expect(pending.recall('c')).toBeNull();
  });

  test('a second message waits for the first reply to end', async () => {
    const { live, log } = setUp();
    await live.open();
    void live.send('Hello');
    void live.send('Hello?');
    await settle();
    expect(log).toEqual(['messages', 'start m1 Hello']);
  });

  test('a message leaves after the server was told where its writer is', async () => {
    const { live, log, regionalSettings } = setUp();
    const told = Promise.withResolvers<void>();
    regionalSettings.settled = () => told.promise;
    await live.open();
    void live.send('Hello');
    await settle();
    expect(log).toEqual(['messages']);
    told.resolve();
    await settle();
    expect(log).toEqual(['messages', 'start m1 Hello']);
  });

  test('a refused message is sent again under the same id', async () => {
    const { live, log, refusals, streams, view, pending } = setUp();
    await live.open();
    refusals.push(new ApiProblem({ code: 'RATE_LIMIT_EXCEEDED', detail: '', retryable: true, retryAfterSeconds: 3 }));
    await live.send('Hello');
    expect(view()).toEqual(['assistant complete: g text', 'user failed: Hello', 'failure']);
    expect(pending.recall('c')).toBeNull();
    void live.retry('m1');
    await settle();
    await streamAt(streams, 0).say('start', 'hi', 'finish');
    expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant complete: Hi']);
    expect(log).toEqual(['messages', 'start m1 Hello', 'start m1 Hello']);
  });
});

describe('a lost connection', () => {
  test('is resumed after the last part seen', async () => {
    const { live, log, streams, view } = setUp();
    await live.open();
    void live.send('Hello');
    await settle();
    await streamAt(streams, 0).say('start', 'hi');
    await streamAt(streams, 0).cut();
    // The second stream counts from 1 again, as a server does that sends more than was asked for.
    await streamAt(streams, 1).say('start', 'hi', 'there', 'finish');
    expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant complete: Hi there']);
    expect(log).toEqual(['messages', 'start m1 Hello', 'resume m1 2']);
  });

  test('that stays lost is told, and left for a reload to take up', async () => {
    const { live, refusals, view, pending } = setUp();
    await live.open();
    refusals.push(...Array.from({ length: 9 }, () => new ConnectionLost('offline')));
    await live.send('Hello');
    expect(view()).toEqual(['assistant complete: g text', 'user failed: Hello', 'failure']);
    expect(pending.recall('c')).toMatchObject({ messageId: 'm1' });
  });
});

describe('a reload in the middle of a reply', () => {
  test('takes the reply up from its beginning', async () => {
    const { live, log, streams, view, pending } = setUp({
      stored: [message('g', 'assistant'), message('m9', 'user')],
      pending: 'm9',
    });
    void live.open();
    await settle();
    await streamAt(streams, 0).say('start', 'hi', 'there', 'finish');
    expect(view()).toEqual(['assistant complete: g text', 'user complete: m9 text', 'assistant complete: Hi there']);
    expect(log).toEqual(['messages', 'resume m9 0']);
    expect(pending.recall('c')).toBeNull();
  });

  test('sends a message that never reached the server', async () => {
    const { live, log, streams, view } = setUp({ pending: 'm9' });
    void live.open();
    await settle();
    await streamAt(streams, 0).say('start', 'hi', 'finish');
    expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant complete: Hi']);
    expect(log).toEqual(['messages', 'start m9 Hello']);
  });

  test('finds a reply that ended meanwhile in the history', async () => {
    const { live, log, view, pending } = setUp({
      stored: [message('m9', 'user'), message('r', 'assistant')],
      pending: 'm9',
    });
    await live.open();
    expect(view()).toEqual(['user complete: m9 text', 'assistant complete: r text']);
    expect(log).toEqual(['messages']);
    expect(pending.recall('c')).toBeNull();
  });

  test('reads the messages again when the server no longer holds the stream', async () => {
    const { live, log, refusals, view, stored } = setUp({ stored: [message('m9', 'user')], pending: 'm9' });
    refusals.push(new ApiProblem({ code: 'NOT_FOUND', detail: '', retryable: false }));
    const opened = live.open();
    stored.messages = [message('m9', 'user'), message('r', 'assistant')];
    await opened;
    expect(view()).toEqual(['user complete: m9 text', 'assistant complete: r text']);
    expect(log).toEqual(['messages', 'resume m9 0', 'messages']);
  });

  test('shows what the server kept beside the text of its replies', async () => {
    const { live } = setUp({
      stored: [message('m1', 'user'), { ...message('r', 'assistant'), reply: details('complete') }],
    });
    await live.open();
    expect(live.current().thread.messages.map((shown) => shown.details?.safety)).toEqual([undefined, 'crisis']);
  });
});

describe('stopping', () => {
  test('tells the server and keeps what was said', async () => {
    const { live, log, streams, view, delayed } = setUp();
    await live.open();
    void live.send('Hello');
    await settle();
    await streamAt(streams, 0).say('start', 'hi');
    await live.stop();
    await live.stop();
    await streamAt(streams, 0).say('cancelled', 'abort');
    expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant cancelled: Hi']);
    expect(log).toEqual(['messages', 'start m1 Hello', 'cancel m1']);
    for (const task of delayed) task();
    expect(view()).toHaveLength(3);
  });

  test('that overtakes the message is said again once the message has arrived', async () => {
    const { live, log, streams } = setUp();
    await live.open();
    void live.send('Hello');
    await settle();
    await live.stop();
    await streamAt(streams, 0).say('start');
    expect(log).toEqual(['messages', 'start m1 Hello', 'cancel m1', 'cancel m1']);
  });

  test('ends here when the server does not end it', async () => {
    const { live, streams, view, delayed, pending } = setUp();
    await live.open();
    void live.send('Hello');
    await settle();
    await streamAt(streams, 0).say('start', 'hi');
    await live.stop();
    for (const task of delayed) task();
    expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant cancelled: Hi']);
    expect(pending.recall('c')).toBeNull();
  });
});

test('closing lets go without an error, and opening again takes the reply up', async () => {
  const { live, log, streams, view, stored } = setUp();
  await live.open();
  void live.send('Hello');
  await settle();
  await streamAt(streams, 0).say('start', 'hi');
  live.close();
  stored.messages = [message('g', 'assistant'), message('m1', 'user', 'Hello')];
  void live.open();
  await settle();
  await streamAt(streams, 1).say('start', 'hi', 'there', 'finish');
  expect(view()).toEqual(['assistant complete: g text', 'user complete: Hello', 'assistant complete: Hi there']);
  expect(log).toEqual(['messages', 'start m1 Hello', 'messages', 'resume m1 0']);
});

describe('without a network', () => {
  test('what is said waits in the thread, and goes out in order when there is one', async () => {
    const { live, log, streams, network, outbox, view } = setUp();
    await live.open();
    network.isThere = false;
    await live.send('First');
    await live.send('Second');
    expect(view()).toEqual(['assistant complete: g text', 'user queued: First', 'user queued: Second']);
    expect(outbox.waiting('c').map(({ text }) => text)).toEqual(['First', 'Second']);
    network.isThere = true;
    void live.sendWaiting();
    await settle();
    await streamAt(streams, 0).say('start', 'hi', 'reply', 'finish');
    await settle();
    expect(log).toEqual(['messages', 'start m1 First', 'start m2 Second']);
    expect(view().slice(1, 4)).toEqual(['user complete: First', 'assistant complete: Hi', 'user sending: Second']);
    expect(outbox.waiting('c')).toEqual([]);
  });

  test('what waits can be taken back, and waits again after a reload', async () => {
    const { live, network, outbox, view } = setUp();
    await live.open();
    network.isThere = false;
    await live.send('First');
    await live.send('Second');
    live.discard('m1');
    await live.open();
    expect(view()).toEqual(['assistant complete: g text', 'user queued: Second']);
    expect(outbox.waiting('c')).toHaveLength(1);
  });
});

test('a message that is said anew takes the place of what followed the old one', async () => {
  const stored = [message('g', 'assistant'), message('a', 'user'), message('b', 'assistant'), message('d', 'user')];
  const { live, streams, view } = setUp({ stored });
  await live.open();
  void live.send('Anew', { replaces: 'a' });
  await settle();
  await streamAt(streams, 0).say('start', 'hi', 'finish');
  expect(view()).toEqual(['assistant complete: g text', 'user complete: Anew', 'assistant complete: Hi']);
});
