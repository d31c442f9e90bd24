import { expect, test } from 'vitest';
import { extractStatements } from './extract.ts';
import { refusalOf } from './gate.ts';

/** What of a message gets past the gate. */
function keptOf(text: string, lastReply: string | null): string[] {
  const said = { text, saidAt: new Date('2026-12-01T12:00:00Z'), timeZone: 'UTC', earlier: [], lastReply };
  return extractStatements(said, [])
    .statements.filter((statement) => refusalOf(statement, text) === null)
    .map((statement) => statement.text);
}

test.each([
  { text: 'Harsha', lastReply: "Hey! I'm Jumbo, an AI companion. I'd love to know: what should I call you?" },
  { text: 'Harsha!', lastReply: "Hey! I'm Jumbo, an AI companion. I'd love to know: what should I call you?" },
])('$text, and nothing else, says nothing of anyone', ({ text, lastReply }) => {
  expect(keptOf(text, lastReply)).toEqual([]);
});

test('a name with something said of it is kept', () => {
  expect(keptOf('My friend Harsha lives in Pune', null)).not.toEqual([]);
});
