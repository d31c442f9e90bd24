import { describe, expect, it } from 'vitest';
import { readSearch } from './search-query.ts';

const SPEAKERS = { user: 'Ana', assistant: 'Ben' };

const QUESTIONS: readonly (readonly [
  question: string,
  text: string,
  names: readonly string[],
  saidBy: 'user' | 'assistant' | undefined,
])[] = [
  ["When did Ana's brother call?", 'When did my brother call', ['ana'], 'user'],
  ['When did Ana’s brother call?', 'When did my brother call', ['ana'], 'user'],
  ['What does Ben cook for Zofia?', 'What does I cook for Zofia', ['ben', 'zofia'], 'assistant'],
  ['what did ana say about mondays', 'mondays', [], 'user'],
  ['Where did Ana and Ben meet?', 'Where did I and I meet', ['ana', 'ben'], undefined],
  ['What is a banana to Benny?', 'What is a banana to Benny', ['benny'], undefined],
  ['Do you remember what Zofia cooked?', 'what Zofia cooked', ['zofia'], undefined],
  ['What did I give Ana?', 'What did I give Ana', ['ana'], undefined],
];

describe('a question put to search', () => {
  it.each(QUESTIONS)('in the third person: %s', (question, text, names, saidBy) => {
    const read = readSearch(question, SPEAKERS);
    expect([read.text, read.names, read.saidBy]).toEqual([text, names, saidBy]);
  });

  it('leaves ordinary words alone that a speaker is called by', () => {
    expect(readSearch('will the roof leak in May?', { user: 'Will', assistant: '' }).text).toBe(
      'will the roof leak in May',
    );
    expect(readSearch('when did Will move?', { user: 'Will', assistant: '' }).text).toBe('when did I move');
  });

  it.each(['', '\u0000', '\ud800', 'Ana '.repeat(20_000), 'A'.repeat(50_000)])('takes any text (%#)', (question) => {
    expect(readSearch(question, SPEAKERS).text.length).toBeLessThanOrEqual(700);
    expect(readSearch(question, { user: '', assistant: '(.*' }).saidBy).toBeUndefined();
  });
});
