import { describe, expect, test } from 'vitest';
import { EventStreamDecoder, type ServerSentEvent } from './event-stream.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Decodes `bytes` in pieces of `size`. */
function decode(bytes: Uint8Array, size = bytes.length): ServerSentEvent[] {
  const decoder = new EventStreamDecoder();
  const events: ServerSentEvent[] = [];
  for (let at = 0; at < bytes.length; at += size) events.push(...decoder.push(bytes.subarray(at, at + size)));
  return events;
}

const cases: { behaviour: string; stream: string; events: [id: string, event: string, data: string][] }[] = [
  { behaviour: 'one event', stream: 'id: 1\ndata: a\n\n', events: [['1', 'message', 'a']] },
  {
    behaviour: 'several data lines join with a line feed',
    stream: 'data: a\ndata: b\n\n',
    events: [['', 'message', 'a\nb']],
  },
  { behaviour: 'carriage returns end lines', stream: 'id: 1\rdata: a\r\r', events: [['1', 'message', 'a']] },
  {
    behaviour: 'CRLF ends lines',
    stream: 'id: 1\r\ndata: a\r\n\r\nid: 2\r\ndata: b\r\n\r\n',
    events: [
      ['1', 'message', 'a'],
      ['2', 'message', 'b'],
    ],
  },
  { behaviour: 'comments are heartbeats', stream: ': beat\n\ndata: a\n\n: beat\n\n', events: [['', 'message', 'a']] },
  {
    behaviour: 'the id stays until another is named',
    stream: 'id: 7\ndata: a\n\ndata: b\n\n',
    events: [
      ['7', 'message', 'a'],
      ['7', 'message', 'b'],
    ],
  },
  {
    behaviour: 'an id holding NUL is ignored',
    stream: 'id: 7\ndata: a\n\nid: 8\u00009\ndata: b\n\n',
    events: [
      ['7', 'message', 'a'],
      ['7', 'message', 'b'],
    ],
  },
  {
    behaviour: 'only one leading space is dropped',
    stream: 'data:  a\ndata:b\n\n',
    events: [['', 'message', ' a\nb']],
  },
  { behaviour: 'a field without a colon has an empty value', stream: 'data\n\n', events: [['', 'message', '']] },
  {
    behaviour: 'a named event',
    stream: 'event: error\ndata: {}\n\ndata: a\n\n',
    events: [
      ['', 'error', '{}'],
      ['', 'message', 'a'],
    ],
  },
  { behaviour: 'an event without data is none', stream: 'event: ping\nid: 3\n\n', events: [] },
  {
    behaviour: 'unknown fields are ignored',
    stream: 'retry: 10\nfoo: bar\ndata: a\n\n',
    events: [['', 'message', 'a']],
  },
  {
    behaviour: 'an event that the stream ends inside of is dropped',
    stream: 'data: a\n\ndata: b\n',
    events: [['', 'message', 'a']],
  },
  { behaviour: 'a byte order mark is skipped', stream: '\uFEFFdata: a\n\n', events: [['', 'message', 'a']] },
  {
    behaviour: 'characters of two, three and four bytes',
    stream: 'id: 1\r\ndata: é — 🐘\r\n\r\n',
    events: [['1', 'message', 'é — 🐘']],
  },
  {
    behaviour: 'line separators inside data are text',
    stream: 'data: a\u2028b\n\n',
    events: [['', 'message', 'a\u2028b']],
  },
];

describe('a stream reads the same however its bytes are cut', () => {
  test.each(cases)('$behaviour', ({ stream, events }) => {
    const expected = events.map(([id, event, data]) => ({ id, event, data }));
    const bytes = encode(stream);
    for (const size of [1, 2, 3, 5, bytes.length]) expect(decode(bytes, size)).toEqual(expected);
  });
});

test('an empty chunk between CR and LF does not end a second line', () => {
  const decoder = new EventStreamDecoder();
  const events = ['data: a\r', '', '\ndata: b\r', '\n\r\n'].flatMap((piece) => decoder.push(encode(piece)));
  expect(events).toEqual([{ id: '', event: 'message', data: 'a\nb' }]);
});
