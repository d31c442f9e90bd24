import { describe, expect, test } from 'vitest';
import { composeReply } from './compose.ts';
import { COMPANION, materialOf } from './material.fixtures.ts';

const history = [
  { role: 'user', text: 'My sister Ana is visiting on Friday.' },
  { role: 'assistant', text: 'How lovely. What are you planning?' },
  { role: 'user', text: "We'll go to the old harbor, I work there as a diver." },
  { role: 'assistant', text: 'I like that.' },
  { role: 'user', text: 'my husband is coming too' },
  { role: 'assistant', text: 'Good company.' },
  { role: 'user', text: "He's called Marco, by the way" },
] as const;

function answerTo(question: string, preferredName: string | null = null): string {
  return composeReply(materialOf(COMPANION, question, { intent: 'recall', asks: question }, { history, preferredName }))
    .text;
}

describe('asked what it remembers, it', () => {
  test.each([
    ["names who was named: what's my sister's name?", "what's my sister's name?", 'Ana'],
    ['quotes what was said', 'do you remember who is visiting?', 'visiting on Friday'],
    ['quotes what was said about work', 'where do I work?', 'I work there as a diver'],
    ['puts a name to who was told of a message before', "what's my husband's name?", 'Marco'],
    ['knows what was said last', 'what did I just say?', 'called Marco'],
  ])('%s', (_, question, held) => {
    expect(answerTo(question)).toContain(held);
  });

  test('knows the name it calls one by', () => {
    expect(answerTo("what's my name?", 'Priya')).toContain('Priya');
  });

  test.each([
    "what's my brother's name?",
    'when is my birthday?',
    "what's my name?",
    'do you remember my dog?',
    'do I have a cat?',
  ])('says that it does not know: %s', (question) => {
    expect(answerTo(question)).toMatch(/don't (know|have|think)|hasn't come up/);
  });
});
