import { describe, expect, it } from 'vitest';
import { readSearch } from './search-query.ts';

const SPEAKERS = { user: 'Ana', assistant: 'Ben' };

const QUESTIONS: readonly (readonly [
  question: string,
  text: string,
  names: readonly string[],
  saidBy: 'user' | 'assistant' | undefined,
])[] = [
  ["When did Ana's brother call?", 'When did my brother call', [], 'user'],
  ['When did Ana’s brother call?', 'When did my brother call', [], 'user'],
  ['What does Ben cook for Zofia?', 'What does I cook for Zofia', ['zofia'], 'assistant'],
  ['what did ana say about mondays', 'mondays', [], 'user'],
  ['Where did Ana and Ben meet?', 'Where did I and I meet', [], undefined],
  ['What is a banana to Benny?', 'What is a banana to Benny', ['benny'], undefined],
];

describe('a question put to search', () => {
  it.each(QUESTIONS)('in the third person: %s', (question, text, names, saidBy) => {
    const read = readSearch(question, SPEAKERS);
    expect([read.text, read.names, read.saidBy]).toEqual([text, names, saidBy]);
  });

  it('without speakers is stripped of the words of asking, and keeps its names', () => {
    expect(readSearch('Do you remember what Zofia cooked?')).toEqual({ text: 'what Zofia cooked', names: ['zofia'] });
  });

  it.each(['', '\u0000', '\ud800', 'Ana '.repeat(20_000), 'A'.repeat(50_000)])('takes any text (%#)', (question) => {
    expect(readSearch(question, SPEAKERS).text.length).toBeLessThanOrEqual(700);
    expect(readSearch(question, { user: '', assistant: '(.*' }).saidBy).toBeUndefined();
  });
});
