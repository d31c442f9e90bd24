import { describe, expect, it } from 'vitest';
import { foundOf, passageOf } from '../knowledge/passage.fixtures.ts';
import { citationsOfReply } from './citations.ts';

const hardWater = foundOf(
  passageOf({
    id: 'hard-water',
    title: 'Hard water and hair',
    answer: 'Hard water leaves calcium and magnesium on hair, so it feels rough and dull, and shampoo does not lather.',
    body: 'Use a chelating shampoo every two to four weeks, then conditioner. White scale in a kettle shows hard water.',
  }),
);
const porosity = foundOf(
  passageOf({
    id: 'porosity',
    title: 'What porosity means',
    answer: 'Low porosity hair has a cuticle that lies flat: water beads on it, and warmth helps moisture to get in.',
    body: 'A warm cap for fifteen minutes opens the way for a light conditioner. Heavy butters sit on top.',
  }),
);
const found = [hardWater, porosity];

describe('the sources of a vendor’s reply', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'the passage it was written from',
      'Calcium and magnesium settle on the strand, so it feels rough and the shampoo will not lather. White scale in your kettle gives it away. Do you see any?',
      'en',
      ['hard-water'],
    ],
    [
      'both, when it drew on both, the one it drew on more first',
      'Minerals like calcium and magnesium leave hair rough and dull, so use a chelating shampoo every few weeks. With low porosity, warmth helps: try a light conditioner under a warm cap for fifteen minutes, because the cuticle lies flat and water beads on it.',
      'en',
      ['porosity', 'hard-water'],
    ],
    ['none, for a greeting', "Hi! It's lovely to meet you. What is your hair up to today?", 'en', []],
    [
      'none, when it says that it does not have it',
      "I don't have that in my notes, and I'd rather not guess. What are you hoping it will do?",
      'en',
      [],
    ],
    [
      'none, for what is not about either',
      'Braids that hurt are too tight. Have them loosened today, rest the hairline and see a doctor about bumps.',
      'en',
      [],
    ],
    [
      'the best that answers, in another language',
      'El agua dura deja calcio y magnesio en el cabello, por eso se siente áspero. Usa un champú quelante cada tres semanas.',
      'es',
      ['hard-water'],
    ],
    ['none for a greeting in another language', '¡Hola! ¿Cómo estás?', 'es', []],
  ];
  it.each(cases)('are %s', (_, reply, language, ids) => {
    expect(citationsOfReply(reply, found, language).map(({ id }) => id)).toEqual(ids);
  });

  it('come with title and address', () => {
    const [citation] = citationsOfReply('El agua dura deja calcio y magnesio en el cabello áspero.', found, 'es');
    expect(citation).toEqual({
      id: 'hard-water',
      title: 'Hard water and hair',
      url: 'https://example.org/hard-water',
    });
  });

  it.each([
    ['letters', 'a'.repeat(4_000_000)],
    ['vowels and consonants', 'ationally'.repeat(400_000)],
    ['marks', `a${'\u0301'.repeat(4_000_000)}`],
    ['ligatures', '\ufdfa'.repeat(1_000_000)],
    ['half surrogate pairs', '\ud83d'.repeat(1_000_000)],
  ])('are none for %s without end', (_, reply) => {
    expect(citationsOfReply(reply, found, 'en')).toEqual([]);
  });

  it('are found in the beginning of a reply without end', () => {
    const reply = `${hardWater.passage.answer} ${'and so on '.repeat(400_000)}`;
    expect(citationsOfReply(reply, found, 'en').map(({ id }) => id)).toEqual(['hard-water']);
  });

  it('are none where none of the passages answers', () => {
    const weak = [foundOf(hardWater.passage, false)];
    expect(citationsOfReply('El agua dura deja calcio y magnesio en el cabello áspero.', weak, 'es')).toEqual([]);
  });
});
