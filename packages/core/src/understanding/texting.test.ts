import { describe, expect, it } from 'vitest';
import { spelledOut } from './texting.ts';

describe('spellings of text messages', () => {
  it.each([
    ['i lost my job 2day', 'i lost my job today'],
    ['c u 2moro m8', 'c u tomorrow mate'],
    ['Gr8 day, l8r', 'great day, later'],
    ['h8 it bc it hurts', 'hate it because it hurts'],
    ['my scalp is burnin frm the relaxr', 'my scalp is burning from the relaxer'],
    // What may be a word, a number or a name stays.
    ['2 dogs 4 cats', '2 dogs 4 cats'],
    ['B4ron and 2dayz', 'B4ron and 2dayz'],
    ['', ''],
  ])('%j → %j', (text, expected) => {
    expect(spelledOut(text)).toBe(expected);
  });
});
