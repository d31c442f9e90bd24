import { describe, expect, it } from 'vitest';
import { conceptsIn, MOOD_CONCEPTS, type MoodConcept } from './mood-concepts.ts';

describe('a concept is found by its words', () => {
  it.each([
    ['we buried the cat', 'loss'],
    ['they laughed and clapped', 'praise'],
    ['She HUGGED me', 'affection'],
    ['I can’t afford the rent', 'money'],
    ['another meeting', 'burden'],
    ['the scan is tomorrow', 'illness'],
    ['how many ounces in a cup', 'routine'],
  ] as const)('%s → %s', (text, concept) => {
    expect(conceptsIn(text).map((found) => found.concept)).toContain(concept);
  });

  it.each([
    ['I did not win', true],
    ["I don't think we won", true],
    ['I went and won', false],
    ['I want to win', false],
    ['no idea how. but we won', false],
  ])('%s: negated %s', (text, isNegated) => {
    expect(conceptsIn(text).find(({ concept }) => concept === 'success')?.isNegated).toBe(isNegated);
  });

  it('tells clauses apart', () => {
    const found = conceptsIn('we won, and then the car broke');
    expect(found.find(({ concept }) => concept === 'success')?.clause).toBe(0);
    expect(found.find(({ concept }) => concept === 'mishap')?.clause).toBe(1);
  });
});

describe('the table', () => {
  it.each(Object.entries(MOOD_CONCEPTS) as [MoodConcept, string][])(
    '%s is written as plain text is, each once',
    (_, list) => {
      const phrases = list.split(', ');
      for (const phrase of phrases) expect(phrase).toMatch(/^[a-z0-9]+\*?(?: [a-z0-9]+\*?)*$/);
      expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    },
  );
});
