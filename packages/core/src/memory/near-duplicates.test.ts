import { expect, it } from 'vitest';
import { areNearDuplicates } from './near-duplicates.ts';

const cases: readonly (readonly [boolean, string, string])[] = [
  [true, 'masala chai', 'a masala chai'],
  [true, 'Masala Chai', 'masala chai!'],
  [true, 'the Royal Infirmary', 'Royal Infirmary'],
  [true, 'works nights at the Royal Infirmary', 'working nights at the royal infirmary'],
  [true, 'walking the dog along the river', 'walks the dogs along the river'],
  [false, 'red wine', 'white wine'],
  [false, 'tea', 'green tea'],
  [false, 'the 4th of March', 'the 14th of March'],
  [false, 'saved 800 euros for the trip to Japan', 'saved 1450 euros for the trip to Japan'],
  [false, 'my old flat by the station in Leeds', 'my new flat by the station in Leeds'],
  [false, 'going to the gym before work on Mondays', 'going to the gym after work on Mondays'],
  [false, 'Maria', 'Marie'],
  [false, 'Lou', 'Lu'],
  [false, '', 'tea'],
  [true, 'チャイ', 'チャイ'],
];
it.each(cases)('%s: "%s" and "%s"', (same, one, other) => {
  expect(areNearDuplicates(one, other)).toBe(same);
  expect(areNearDuplicates(other, one)).toBe(same);
});
