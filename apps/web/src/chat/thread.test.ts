import type { Message, StreamPart } from '@rapport/wire';
import { describe, expect, test } from 'vitest';
import { EMPTY_THREAD, reduceThread, type Thread, type ThreadAction } from './thread.ts';

const at = '2026-11-22T08:00:00.000Z';
const later = '2026-11-22T08:00:01.000Z';

const start: StreamPart = { type: 'start', messageId: 'r', messageMetadata: { conversationId: 'c', createdAt: later } };
const delta = (text: string): StreamPart => ({ type: 'text-delta', id: 't', delta: text });
const replace: StreamPart = { type: 'data-replace', data: { reason: 'attempt-died' } };
const finish: StreamPart = { type: 'finish' };
const abort: StreamPart = { type: 'abort' };
const error: StreamPart = { type: 'error', errorText: 'no', code: 'TIMEOUT_ERROR' };
const reply = (status: 'complete' | 'partial' | 'cancelled'): StreamPart => ({
  type: 'data-reply',
  data: {
    conversationId: 'c',
    message: { id: 'r', conversationId: 'c', role: 'assistant', createdAt: later, status },
    model: 'built-in',
    provider: 'built-in',
    attempts: 1,
    fallbackTriggered: false,
    cacheHit: false,
    responseTimeMs: 3,
    mood: null,
    journeyStage: null,
    persona: null,
    concern: null,
    safety: 'none',
    memoriesUsed: [],
    citations: [],
    products: [],
    safetyNotes: [],
    suggestions: [],
  },
});

const stored = (id: string, role: 'user' | 'assistant', status: Message['status'] = 'complete'): Message => ({
  id,
  conversationId: 'c',
  role,
  text: `${id} text`,
  createdAt: at,
  status,
});

const run = (actions: ThreadAction[], from: Thread = EMPTY_THREAD): Thread => actions.reduce(reduceThread, from);
const sent: ThreadAction = { type: 'turn-started', messageId: 'm', text: 'Hello', createdAt: at };

/** Parts numbered from `first` on. */
const parts = (list: StreamPart[], first = 1): ThreadAction[] =>
  list.map((part, index) => ({ type: 'part-received', messageId: 'm', sequence: first + index, part }));

/** What one would see: a line a message, then what is going on. */
function view({ messages, turn, failure }: Thread): string[] {
  const lines = messages.map(({ role, text, state }) => `${role} ${state}: ${text}`);
  if (turn !== null) {
    const flags = [turn.isStopping && 'stopping', turn.isReconnecting && 'reconnecting'].filter(Boolean);
    lines.push(['turn', ...flags].join(' '));
  }
  if (failure !== null) lines.push('failure');
  return lines;
}

const cases: { behaviour: string; actions: ThreadAction[]; view: string[] }[] = [
  {
    behaviour: 'a message shows before the server has it',
    actions: [sent],
    view: ['user sending: Hello', 'assistant waiting: ', 'turn'],
  },
  {
    behaviour: 'the start says that it arrived',
    actions: [sent, ...parts([start])],
    view: ['user complete: Hello', 'assistant waiting: ', 'turn'],
  },
  {
    behaviour: 'deltas add up',
    actions: [sent, ...parts([start, { type: 'text-start', id: 't' }, delta('Hi'), delta(' there')])],
    view: ['user complete: Hello', 'assistant streaming: Hi there', 'turn'],
  },
  {
    behaviour: 'the finish ends the turn',
    actions: [sent, ...parts([start, delta('Hi'), { type: 'text-end', id: 't' }, reply('complete'), finish])],
    view: ['user complete: Hello', 'assistant complete: Hi'],
  },
  {
    behaviour: 'a stream that ends without details is whole',
    actions: [sent, ...parts([start, delta('Hi')]), { type: 'turn-ended', messageId: 'm' }],
    view: ['user complete: Hello', 'assistant complete: Hi'],
  },
  {
    behaviour: 'a reply cut short says so',
    actions: [sent, ...parts([start, delta('Hi'), reply('partial'), finish])],
    view: ['user complete: Hello', 'assistant partial: Hi'],
  },
  {
    behaviour: 'a dead attempt stays until the next has text',
    actions: [sent, ...parts([start, delta('Hi th'), replace])],
    view: ['user complete: Hello', 'assistant streaming: Hi th', 'turn'],
  },
  {
    behaviour: 'the next attempt takes its place whole',
    actions: [sent, ...parts([start, delta('Hi th'), replace, delta('Good'), delta(' day'), finish])],
    view: ['user complete: Hello', 'assistant complete: Good day'],
  },
  {
    behaviour: 'a dead attempt is no reply',
    actions: [sent, ...parts([start, delta('Hi th'), replace, finish])],
    view: ['user complete: Hello', 'assistant complete: '],
  },
  {
    behaviour: 'repeated sequence numbers are dropped',
    actions: [
      sent,
      ...parts([start, delta('Hi'), delta(' there')]),
      ...parts([start, delta('Hi'), delta(' there'), delta('!')]),
    ],
    view: ['user complete: Hello', 'assistant streaming: Hi there!', 'turn'],
  },
  {
    behaviour: 'a lost connection is told and forgotten',
    actions: [
      sent,
      ...parts([start, delta('Hi')]),
      { type: 'connection-changed', messageId: 'm', isReconnecting: true },
    ],
    view: ['user complete: Hello', 'assistant streaming: Hi', 'turn reconnecting'],
  },
  {
    behaviour: 'the next part means the line is back',
    actions: [
      sent,
      ...parts([start]),
      { type: 'connection-changed', messageId: 'm', isReconnecting: true },
      ...parts([delta('Hi')], 2),
    ],
    view: ['user complete: Hello', 'assistant streaming: Hi', 'turn'],
  },
  {
    behaviour: 'stopping goes on showing what comes',
    actions: [
      sent,
      ...parts([start, delta('Hi')]),
      { type: 'stop-requested', messageId: 'm' },
      ...parts([delta(' th')], 3),
    ],
    view: ['user complete: Hello', 'assistant streaming: Hi th', 'turn stopping'],
  },
  {
    behaviour: 'a stopped reply keeps its text',
    actions: [
      sent,
      ...parts([start, delta('Hi')]),
      { type: 'stop-requested', messageId: 'm' },
      ...parts([reply('cancelled'), abort], 3),
    ],
    view: ['user complete: Hello', 'assistant cancelled: Hi'],
  },
  {
    behaviour: 'an abort alone is a stop',
    actions: [sent, ...parts([start, delta('Hi'), abort])],
    view: ['user complete: Hello', 'assistant cancelled: Hi'],
  },
  {
    behaviour: 'a stop that the server never hears ends here',
    actions: [sent, ...parts([start, delta('Hi')]), { type: 'turn-stopped', messageId: 'm' }],
    view: ['user complete: Hello', 'assistant cancelled: Hi'],
  },
  {
    behaviour: 'a message that was refused is marked',
    actions: [sent, { type: 'turn-failed', messageId: 'm', error: new Error('429') }],
    view: ['user failed: Hello', 'failure'],
  },
  {
    behaviour: 'an error keeps the text it came after',
    actions: [sent, ...parts([start, delta('Hi'), error])],
    view: ['user complete: Hello', 'assistant failed: Hi', 'failure'],
  },
  {
    behaviour: 'an error before any text leaves only the message',
    actions: [sent, ...parts([start, error])],
    view: ['user complete: Hello', 'failure'],
  },
  {
    behaviour: 'an error after a dead attempt leaves only the message',
    actions: [sent, ...parts([start, delta('Hi'), replace, error])],
    view: ['user complete: Hello', 'failure'],
  },
  {
    behaviour: 'trying again is the same turn from nothing',
    actions: [sent, ...parts([start, delta('Hi'), error]), sent, ...parts([start, delta('Good day'), finish])],
    view: ['user complete: Hello', 'assistant complete: Good day'],
  },
  {
    behaviour: 'parts of another turn are not taken in',
    actions: [sent, { type: 'part-received', messageId: 'other', sequence: 1, part: delta('Hm') }],
    view: ['user sending: Hello', 'assistant waiting: ', 'turn'],
  },
  {
    behaviour: 'parts after the end are not taken in',
    actions: [sent, ...parts([start, delta('Hi'), finish, delta('!')])],
    view: ['user complete: Hello', 'assistant complete: Hi'],
  },
  {
    behaviour: 'after a reload the history stands and the reply is taken up',
    actions: [
      {
        type: 'loaded',
        messages: [stored('g', 'assistant'), stored('m', 'user')],
        earlierCursor: null,
      },
      { type: 'turn-resumed', messageId: 'm', createdAt: at },
      ...parts([start, delta('Hi')]),
    ],
    view: ['assistant complete: g text', 'user complete: m text', 'assistant streaming: Hi', 'turn'],
  },
  {
    behaviour: 'earlier messages come before',
    actions: [
      { type: 'loaded', messages: [stored('b', 'assistant', 'cancelled')], earlierCursor: 'x' },
      { type: 'earlier-loaded', messages: [stored('a', 'user')], earlierCursor: null },
    ],
    view: ['user complete: a text', 'assistant cancelled: b text'],
  },
];

describe('a thread', () => {
  test.each(cases)('$behaviour', ({ actions, view: expected }) => {
    expect(view(run(actions))).toEqual(expected);
  });
});

test('a repetition changes nothing at all', () => {
  const thread = run([sent, ...parts([start, delta('Hi')])]);
  expect(run(parts([start, delta('Hi')]), thread)).toBe(thread);
});

test('details come with the reply, and from the history after a reload', () => {
  const details = reply('complete');
  if (details.type !== 'data-reply') throw new Error('not a reply');
  const live = run([sent, ...parts([start, delta('Hi'), details, finish])]);
  expect(live.messages.at(-1)?.details).toBe(details.data);
  const reloaded = run([
    {
      type: 'loaded',
      messages: [stored('m', 'user'), { ...stored('r', 'assistant'), reply: details.data }],
      earlierCursor: null,
    },
  ]);
  expect(reloaded.messages.map((message) => message.details)).toEqual([null, details.data]);
});

test('only a reply that ended in this visit is announced, once', () => {
  const loaded = run([{ type: 'loaded', messages: [stored('r', 'assistant')], earlierCursor: null }]);
  expect(loaded.finishedKey).toBeNull();
  const streaming = run([sent, ...parts([start, delta('Hi')])], loaded);
  expect(streaming.finishedKey).toBeNull();
  const ended = run(parts([finish], 3), streaming);
  expect(ended.finishedKey).toBe('reply-m');
  expect(run([{ ...sent, messageId: 'n' }], ended).finishedKey).toBeNull();
});
