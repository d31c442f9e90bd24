import { describe, expect, it, vi } from 'vitest';
import { type AnswerItem, DocumentSplitter } from './document-splitter.ts';

/** What comes of an answer given in two pieces: documents as they are, marks as words. */
function split(answer: string, at = answer.length): readonly unknown[] {
  const splitter = new DocumentSplitter();
  const items = [...splitter.push(answer.slice(0, at)), ...splitter.push(answer.slice(at))];
  const end = splitter.end();
  return [...items, ...end.items].map(nameOf).concat(end.isBrokenOff ? ['broken off'] : []);
}

function nameOf(item: AnswerItem): unknown {
  if (item.type !== 'document') return item.type;
  return item.event === null ? item.value : [item.event, item.value];
}

const [a, b] = [{ a: 1 }, { b: 'x}"\\' }];

describe('an answer, however it is framed and wherever it is split', () => {
  const cases: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['events', 'data: {"a":1}\n\ndata: {"b":"x}\\"\\\\"}\n\ndata: [DONE]\n\n', [a, b, 'done']],
    ['events with CRLF', 'data: {"a":1}\r\n\r\ndata: {"b":"x}\\"\\\\"}\r\n\r\n', [a, b]],
    ['events with CR alone', 'data: {"a":1}\r\rdata: {"b":"x}\\"\\\\"}\r\r', [a, b]],
    ['no blank line at the end', 'data: {"a":1}\n\ndata: {"b":"x}\\"\\\\"}\n', [a, b]],
    ['no line end at the end', 'data: {"a":1}\n\ndata: {"b":"x}\\"\\\\"}', [a, b]],
    ['no blank line between events', 'data: {"a":1}\ndata: {"b":"x}\\"\\\\"}\n\n', [a, b]],
    ['no space after the colon', 'data:{"a":1}\n\n', [a]],
    ['a document over several lines', 'data: {\ndata: "a":\ndata: 1}\n\n', [a]],
    ['comments, ids and delays', ': keep alive\n\nid: 7\nretry: 10\ndata: {"a":1}\n\n:\n\n', [a]],
    ['a named event', 'event: error\ndata: {"a":1}\n\ndata: {"a":1}\n\n', [['error', a], a]],
    ['one whole document', '{"a":1}', [a]],
    ['one whole document, printed', '\n{\n  "a":\n 1\n}\n', [a]],
    ['an array of documents', '[{"a":1},\n{"b":"x}\\"\\\\"}\n]', [a, b]],
    ['an array in an event', 'data: [{"a":1},{"a":1}]\n\n', [a, a]],
    ['a document a line', '{"a":1}\n{"b":"x}\\"\\\\"}\n', [a, b]],
    ['a bare document among events', 'data: {"a":1}\n\n{\n  "b": "x}\\"\\\\"\n}\n', [a, b]],
    ['a page', '<html>\n</html>\n', ['unreadable', 'unreadable']],
    ['plain words', 'Internal Server Error', ['unreadable']],
    ['an event that is no JSON', 'data: hello\n\n', ['unreadable']],
    ['an event that is no object', 'data: 7\n\n', ['unreadable']],
    ['two documents on a line', 'data: {"a":1}{}\n\n', ['unreadable']],
    ['a document over lines beside another', 'data: {"a":\ndata: 1}\ndata: {"a":\ndata: 1}\n\n', [a, a]],
    ['an array over lines', 'data: [{"a":1}\ndata: ,{"a":1}]\n\n', [a, a]],
    ['an event cut short', 'data: {"a":1}\n\ndata: {"b":"', [a, 'broken off']],
    ['an event cut in its name', 'data: {"a":1}\n\nda', [a, 'broken off']],
    ['a document cut short', '{"a":1', ['broken off']],
    ['nothing', '', []],
  ];
  it.each(cases)('%s', (_, answer, expected) => {
    for (let at = 0; at <= answer.length; at++) expect(split(answer, at), `split at ${at}`).toEqual(expected);
  });

  it('gives up on an event of endless lines', () => {
    expect(split('data: x\n'.repeat(1_001))).toContain('unreadable');
  });

  it('gives up on an event of endless documents', () => {
    expect(split(`data: [${'{},'.repeat(1_000)}{}]\n\n`)).toEqual(['unreadable']);
  });

  it('parses nothing twice, also where no blank line parts what can’t be read', () => {
    const parse = vi.spyOn(JSON, 'parse');
    try {
      const answer = 'data: {"a":"x"}{}\n'.repeat(500);
      split(answer);
      const parsed = parse.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
      expect(parsed).toBeLessThanOrEqual(answer.length);
    } finally {
      parse.mockRestore();
    }
  });
});
