import { expect, it } from 'vitest';
import { mentionsIn } from './mentions.ts';

it.each([
  [
    'My friends Charvik and Devansh came over',
    [
      ['person', 'Charvik', 'friend'],
      ['person', 'Devansh', 'friend'],
    ],
  ],
  ['my boss Linda is late', [['person', 'Linda', 'boss']]],
  ['Linda, my boss, yelled at me', [['person', 'Linda', 'boss']]],
  ['we adopted a puppy named Biscuit!', [['pet', 'Biscuit', 'puppy']]],
  ['my dog Rex is old', [['pet', 'Rex', 'dog']]],
  ['My cat is called Biscuit', [['pet', 'Biscuit', 'cat']]],
  ['my sister is called Ana', [['person', 'Ana', 'sister']]],
  ['my dog is tired', [['pet', null, 'dog']]],
  ['my best friend moved away', [['person', null, 'best friend']]],
  ['my daughter said she hates it', [['person', null, 'daughter']]],
  ['my brother will come', [['person', null, 'brother']]],
  ['MY DAUGHTER SAID NO', [['person', null, 'daughter']]],
  ['my son Will is three', [['person', 'Will', 'son']]],
  ['my mother is in hospital, cancer', [['person', null, 'mother']]],
  ['my kids are asleep', [['person', null, 'kid']]],
  [
    'I moved from Leeds to York',
    [
      ['place', 'Leeds', null],
      ['place', 'York', null],
    ],
  ],
  ['lunch with priya today', []],
  ['Lunch with Priya today', [['person', 'Priya', null]]],
  ['I love Mondays and English breakfast', []],
  ['We also have a toddler, Max', [['person', 'Max', 'toddler']]],
  ['My mother in law is here', [['person', null, 'mother-in-law']]],
  ['It was Priya, not Karen', [['person', 'Priya', null]]],
  ['', []],
] as const)('%s', (text, expected) => {
  expect(mentionsIn(text).map(({ kind, name, relation }) => [kind, name, relation])).toEqual(expected);
});
