import { describe, expect, it, test } from 'vitest';
import { understand } from '../understanding/understand.ts';
import { SHELF } from './catalogue.fixtures.ts';
import { adviseProducts } from './recommend.ts';

const advise = (message: string, before: readonly string[] = [], recent: readonly string[] = []) =>
  adviseProducts(SHELF, { message, summary: understand(message, { nameAsked: false }), before, recent, passages: [] });
const idsFor = (message: string, before: readonly string[] = []) =>
  advise(message, before).recommended.map(({ product }) => product.id);

describe('what fits', () => {
  it('comes with a reason from what was said and what is on file', () => {
    expect(advise('My hair is so dry, what should I use?').recommended[0]).toMatchObject({
      product: { id: 'dune-leave-in' },
      reason: 'for dryness: a light leave-in',
    });
  });
  test.each([
    ['a routine', 'Where do I start? I just did the big chop', ['fern-wash', 'dune-leave-in']],
    ['dryness', 'my ends are always dry', ['dune-leave-in', 'moss-oil']],
    ['frizz', 'how do I stop the frizz in humid weather', ['ridge-gel', 'dune-leave-in']],
    ['a kind by its name', 'do you have a gel?', ['ridge-gel', 'dune-leave-in']],
  ])('follows %s', (_, message, ids) => expect(idsFor(message)).toEqual(ids));
});

describe('hard constraints come first', () => {
  test.each([
    ['an allergen on the list', "I'm allergic to almonds, my hair is dry", 'dune-leave-in', 'it contains almond'],
    [
      'a list that is not on file, with an allergy',
      "I'm allergic to coconut and my ends are dry",
      'moss-oil',
      'not on file',
    ],
    ['an age below what is stated', 'gel for the frizz of my 8 year old', 'ridge-gel', 'not stated for that age'],
    ['an age where none is stated', 'dry ends, my 8 year old', 'moss-oil', 'not stated for that age'],
    ['a price over the budget', 'something for dry hair under $10', 'dune-leave-in', 'costs more'],
    ['a price not on file, with a budget', 'something for dry hair under $10', 'moss-oil', 'price is not on file'],
    ['a scalp it is not for', 'my scalp is so oily and my ends are dry', 'moss-oil', 'not for that scalp'],
    ['a claim nobody made', 'a vegan leave-in for dry hair?', 'dune-leave-in', 'vegan is not on file'],
  ])('%s', (_, message, id, objection) => {
    expect(idsFor(message)).not.toContain(id);
    expect(advise(message).objections.get(id)).toContain(objection);
  });
  it('an allergy told before still holds', () => {
    expect(idsFor('my hair is dry', ['I am allergic to almonds'])).toEqual([]);
  });
  it('a porosity stated otherwise speaks against it', () => {
    expect(idsFor('dry hair, low porosity')).not.toContain('dune-leave-in');
  });
});

test.each([
  ['a medical sign', 'I found a bald patch, which oil helps my dry hair?', 'medical'],
  ['a burning scalp', 'my scalp burns and feels dry', 'medical'],
  ['a reaction', 'the shampoo gave me hives', 'reaction'],
  ['a child under three', 'what leave-in for my 5 month old', 'young-child'],
  ['a swallowed product', 'my toddler drank the oil', 'emergency'],
  ['distress', "I can't stop crying since mum died", 'distress'],
  ['a medicine', 'I take finasteride, which shampoo?', 'medicine'],
  ['an order', "my order of shampoo hasn't arrived", 'order'],
  ['a complaint', 'your gel ruined my pillow', 'complaint'],
  ['a question of fact', 'how fast does hair grow in a month?', 'question-of-fact'],
  ['a farewell', 'bye, good night', 'conversation'],
])('%s sells nothing', (_, message, reason) => {
  const { recommended, need } = advise(message);
  expect({ recommended, silence: need.silence }).toEqual({ recommended: [], silence: reason });
});

it('takes "it" for the product that was named last', () => {
  const asked = advise('how much is it?', [], ['Try the Dune Leave-In.', 'And the Fern Wash.']).asked;
  expect(asked.map(({ id }) => id)).toEqual(['fern-wash']);
  expect(advise('how often should I wash?', [], ['And the Fern Wash.']).asked).toEqual([]);
});
