import { describe, expect, test } from 'vitest';
import { countWords, fill, firstSentences, MOST_WORDS, tidy, WEIGHT, write } from './writing.ts';

const essential = (text: string) => ({ text, weight: WEIGHT.essential });
const words = (count: number) => `Word${' word'.repeat(count - 1)}.`;

describe('write', () => {
  test('joins pieces in their order and skips empty ones', () => {
    expect(write([essential('One.'), essential(''), essential('Two.')])).toBe('One. Two.');
  });
  test('leaves out the least weighty piece when there are too many words', () => {
    const text = write([{ text: 'Oh dear.', weight: WEIGHT.warmth }, essential(words(78)), essential('End.')]);
    expect(text.startsWith('Word')).toBe(true);
    expect(text.endsWith('End.')).toBe(true);
  });
  test('keeps the weightier of two questions', () => {
    const pieces = [essential('Is anyone hurt?'), { text: 'How was your day?', weight: WEIGHT.question }];
    expect(write(pieces)).toBe('Is anyone hurt?');
  });
  test('leaves warmth alone when it is questions that are too many', () => {
    const pieces = [
      { text: 'Oh dear.', weight: WEIGHT.warmth },
      { text: 'Better now?', weight: WEIGHT.question },
      essential('Is anyone hurt?'),
    ];
    expect(write(pieces)).toBe('Oh dear. Is anyone hurt?');
  });
  test('cuts a single piece that is too long at a sentence', () => {
    const text = write([essential(`${words(50)} ${words(50)}`)]);
    expect(countWords(text)).toBe(50);
    expect(countWords(text)).toBeLessThanOrEqual(MOST_WORDS);
  });
});

test.each([
  ['one  space,  only .', 'One space, only.'],
  ['éa', 'Éa'],
  ['Really?. Yes!.', 'Really? Yes!'],
  ['wait...', 'Wait...'],
])('tidy %j', (text, expected) => {
  expect(tidy(text)).toBe(expected);
});

test('firstSentences keeps one sentence at least', () => {
  expect(firstSentences(`${words(30)} ${words(30)}`, 10)).toBe(words(30));
});

test('fill refuses a place that nothing fills', () => {
  expect(() => fill('Hi {name}', {})).toThrow('nothing to fill {name}');
});
