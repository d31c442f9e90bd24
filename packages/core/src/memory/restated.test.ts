import { describe, expect, it } from 'vitest';
import { respeltIn, restatedIn } from './restated.ts';

describe('what is put right by naming it anew', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    [
      'Our anniversary is 22 August',
      "she reminded me it's 21 August. The 22nd was the hangover.",
      '22 August > 21 August',
    ],
    ["my boyfriend's bday is 30 june", "lol it's 30 JULY, good thing I asked", '30 june > 30 JULY'],
    ['Flight to Lisbon leaves 06:40', 'mis-read it, 16:40! I can sleep!', '06:40 > 16:40'],
    ['Eye test on Monday', "they rang, it's Wednesday now, same time", 'Monday > Wednesday'],
    ['the recipe uses 3 kilos of flour', 'I misread it, 2 kilos', '3 kilos > 2 kilos'],
    ['dinner at 7pm', 'sorry, 8pm', '7pm > 8pm'],
    // The day it is, and what is said of something else, put nothing right.
    ['dentist on Monday', "it's Friday, finally!", null],
    ['dentist on Monday', "ugh it's only Tuesday", null],
    ['the recipe uses 3 kilos of flour', 'I misread it, 2 hours', null],
    ['I have 3 cats', 'two of them sleep all day', null],
    ['Flight leaves 06:40', 'it leaves at 06:40', null],
    ['Nothing of the kind', "sorry, it's 16:40", null],
  ];
  it.each(cases)('%s / %s', (before, text, expected) => {
    const restated = restatedIn(text, before);
    expect(restated === null ? null : `${restated.wrong} > ${restated.right}`).toBe(expected);
  });
});

describe('a name that is put right', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['Padel with Marek and Annalise', 'sorry, Annelise, with an e in the middle', 'Annalise > Annelise'],
    ['Pub quiz with Tom and Stefan', "it's Steffen not Stefan, he just texted me", 'Stefan > Steffen'],
    ['My yoga teacher Carmel drove me', "no it's Carmela lol", 'Carmel > Carmela'],
    ['My violin teacher Frau Lehmann', "she's Frau Lohmann, with an o", 'Lehmann > Lohmann'],
    ['Ceramics with Bertil and Roza', "spelled it wrong, it's Rosza", 'Roza > Rosza'],
    // Two who are nearly called alike are two.
    ['Maria is ill', 'and Marie is coming over tonight', null],
    ['Lunch with Anna', 'Anne called as well', null],
    ['Saw Stefan', 'Steffen and Stefan are twins', null],
    ['Saw Stefan', "sorry, I'm late, Karim kept me", null],
  ];
  it.each(cases)('%s / %s', (before, text, expected) => {
    const respelt = respeltIn(text, [before]);
    expect(respelt === null ? null : `${respelt.wrong} > ${respelt.right}`).toBe(expected);
  });
});
