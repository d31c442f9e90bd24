import { describe, expect, test } from 'vitest';
import { titleOf } from './accept.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('the title of a conversation', () => {
  test.each([
    ['a short message', 'Hello there', 'Hello there'],
    ['white space of every kind', '  Hello\n\n there\t you ', 'Hello there you'],
    ['sixty letters', 'a'.repeat(60), 'a'.repeat(60)],
    ['sixty emoji of several code points', FAMILY.repeat(60), FAMILY.repeat(60)],
    ['a long message', `${'word '.repeat(11)}wordword and more`, `${'word '.repeat(10)}word…`],
    ['a long message without spaces', '髪'.repeat(100), `${'髪'.repeat(60)}…`],
    ['a long first word after a short one', `Oh ${'a'.repeat(100)}`, `Oh ${'a'.repeat(57)}…`],
    ['emoji at odd places', `a${'😀'.repeat(100)}`, `a${'😀'.repeat(59)}…`],
    ['more emoji than are looked at', FAMILY.repeat(700), `${FAMILY.repeat(60)}…`],
    ['letters with a hundred accents each', `e${'\u0301'.repeat(500)}`.repeat(4), `e${'\u0301'.repeat(500)}…`],
  ])('of %s is cut between what a reader takes for characters', (_, text, title) => {
    expect(titleOf(text)).toBe(title);
    expect(titleOf(text).isWellFormed()).toBe(true);
  });
});
