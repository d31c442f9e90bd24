import { describe, expect, it } from 'vitest';
import { readsHarmless, weighedNote } from './body-sign-wording.ts';
import { bodySignsIn } from './body-signs.ts';

describe('what a message reads like', () => {
  it.each([
    'how often should I wash 4B hair?',
    'which gel gives the best hold in summer',
    'my order has not arrived',
    'what do you call a routine that works',
  ])('needs no note: %s', (text) => {
    expect(weighedNote(text)).toBeNull();
    expect(readsHarmless(text)).toBe(true);
  });

  it('adds to what the words say only where they say nothing grave', () => {
    const said = bodySignsIn('there is a bald patch behind my ear and the skin is smooth');
    expect(said[0]).toMatchObject({ id: 'bald-patch', notes: ['see_dermatologist'] });
    expect(said.filter(({ id }) => id.startsWith('weighed-'))).toEqual([]);
  });

  it.each([
    'hi im new to natural hair',
    "I'm new to natural hair",
    'my wife is new to natural hair',
    "hello, I'm totally new to locs!",
  ])('reads no reaction in who is new to this: %s', (text) => {
    expect(bodySignsIn(text)).toEqual([]);
  });

  it('reads a reaction of who is new to something and tells of it', () => {
    expect(bodySignsIn("I'm new to this relaxer and my scalp is burning").length).toBeGreaterThan(0);
  });

  it('takes any text', () => {
    for (const text of ['', '?', ' '.repeat(50), 'a'.repeat(8_000)]) expect(() => weighedNote(text)).not.toThrow();
  });
});
