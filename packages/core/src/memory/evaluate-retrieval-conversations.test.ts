import { describe, expect, it } from 'vitest';
import { readLongConversations } from './evaluate-retrieval-conversations.ts';

const turn = (speaker: string, dia_id: string, text: string, more: object = {}) => ({ speaker, dia_id, text, ...more });
const SAMPLE = {
  sample_id: 'conv-1',
  qa: [
    { question: 'When did Ana sing?', answer: 2023, evidence: ['D1:1'], category: 2 },
    { question: 'What did they eat?', answer: 'soup', evidence: ['D1:2; D2:01', 'D:2:2'], category: 1 },
    { question: 'Of nothing?', adversarial_answer: 'x', evidence: ['D9:9', 'D'], category: 5 },
    { question: 'Without any?', answer: 'x', category: 4 },
    { question: 'With null?', answer: 'x', evidence: null, category: 4 },
  ],
  event_summary: {},
  conversation: {
    speaker_a: 'Ana',
    speaker_b: 'Ben',
    session_10_date_time: '12:05 am on 1 January, 2024',
    session_10: [turn('Ben', 'D10:1', 'Happy new year')],
    session_1_date_time: '1:56 pm on 8 May, 2023',
    session_1: [turn('Ana', 'D1:1', 'I sang'), turn('Ben', 'D1:2', 'Look', { blip_caption: 'a bowl of soup' })],
    session_2_date_time: 'some day',
    session_2: [turn('Ana', 'D2:1', 'Yum'), turn('Ben', 'D2:2', 'More\u0000?')],
    session_3_date_time: '9:00 am on 3 March, 2024',
  },
};

describe('reading long conversations', () => {
  it('takes sessions in the order of their numbers, with their times and what pictures show', () => {
    const [conversation] = readLongConversations(JSON.stringify([SAMPLE]));
    expect(conversation?.speakers).toEqual({ user: 'Ana', assistant: 'Ben' });
    expect(conversation?.sessions.map(({ startedAt, turns }) => [startedAt.toISOString(), turns.length])).toEqual([
      ['2023-05-08T13:56:00.000Z', 2],
      ['2023-01-03T12:00:00.000Z', 2],
      ['2024-01-01T00:05:00.000Z', 1],
    ]);
    expect(conversation?.sessions[0]?.turns[1]?.text).toBe('Look [a picture: a bowl of soup]');
    expect(conversation?.sessions[1]?.turns[1]?.text).toBe('More?');
  });

  it('finds the evidence however it is spelt, and leaves out questions without any', () => {
    const [conversation] = readLongConversations(JSON.stringify([SAMPLE]));
    expect(conversation?.questions).toEqual([
      { question: 'When did Ana sing?', category: 'temporal', evidence: ['D1:1'] },
      { question: 'What did they eat?', category: 'multi-hop', evidence: ['D1:2', 'D2:1', 'D2:2'] },
    ]);
  });

  it('reads a sample a line as well', () => {
    const lines = `${JSON.stringify(SAMPLE)}\n\n${JSON.stringify({ ...SAMPLE, sample_id: 'conv-2' })}\n`;
    expect(readLongConversations(lines).map(({ id }) => id)).toEqual(['conv-1', 'conv-2']);
  });

  it.each(['', '{', '[{}]', '[{"qa": [], "conversation": {"speaker_a": 1}}]'])(
    'refuses what is no such file (%#)',
    (text) => {
      if (text === '') expect(readLongConversations(text)).toEqual([]);
      else expect(() => readLongConversations(text)).toThrow();
    },
  );
});
