import { describe, expect, it, test } from 'vitest';
import { constraintsOf, objectionTo } from './constraints.ts';
import { entryOf, fileOf } from './catalogue.fixtures.ts';
import { parseCatalogue } from './load.ts';

const avoidedIn = (...texts: readonly string[]) => {
  const { avoids, isAllergic } = constraintsOf(texts);
  return { avoids: avoids.map(({ name }) => name), isAllergic };
};

describe('an allergy, told before the message', () => {
  test.each([
    ['i get a rash from almonds', ['almond']],
    ['my allergies: almond, shea', ['shea', 'almond']],
    ['my allergies are almond and shea', ['shea', 'almond']],
    ['i am allergic to, like, almonds', ['almond']],
    ['almond is a no go, anaphylaxis', ['almond']],
    ['my skin hates almond oil', ['almond']],
    ['coconut gives me hives', ['coconut']],
    ['coconut oil sends me to the er', ['coconut']],
    ['lavender makes my scalp itch', ['lavender']],
    ['no puedo usar almendra', ['almond']],
    ['soy alérgica al coco', ['coconut']],
    ['soy alergico a las nueces', ['nuts']],
    ['tengo alergia a la karité', ['shea']],
    ['el coco me da ronchas', ['coconut']],
    ["i'm allergic to tree nuts", ['nuts']],
  ])('%s', (text, avoids) => expect(avoidedIn(text, 'my hair is dry')).toEqual({ avoids, isAllergic: true }));
});

test.each([
  ['i love almond oil, it gives me shine'],
  ['my scalp itches from the wig, is coconut oil good'],
  ['my braids break me out'],
  ['i get a rash from my bonnet'],
])('no allergy: %s', (text) => expect(avoidedIn(text, 'my hair is dry')).toEqual({ avoids: [], isAllergic: false }));

test.each([
  ['almond', 'Prunus Amygdalus Dulcis (Sweet Almond) Oil'],
  ['almond', 'Prunus Amygdalus Dulcis Oil'],
  ['almond', 'Prunus Dulcis Seed Oil'],
  ['almond', 'Sweet Almond Oil'],
  ['nuts', 'Prunus Amygdalus Dulcis Oil'],
  ['nuts', 'Prunus Dulcis Seed Oil'],
  ['nuts', 'Juglans Regia Seed Oil'],
  ['hazelnut', 'Corylus Avellana Seed Oil'],
])('%s is held by %s', (name, inci) => {
  const product = parseCatalogue('p.json', fileOf(entryOf({ ingredients: ['Aqua', inci] }))).products[0];
  expect(product && objectionTo(product, constraintsOf(['dry hair'], [name]))).toBe(`it contains ${name}`);
});

it('reads what is known already, and what no lexicon knows of it', () => {
  const { avoids, avoidsUnknown, isAllergic } = constraintsOf(['dry hair'], ['tea tree', 'quinoa']);
  expect({ avoids: avoids.map(({ name }) => name), avoidsUnknown, isAllergic }).toEqual({
    avoids: ['tea tree'],
    avoidsUnknown: ['quinoa'],
    isAllergic: true,
  });
});
