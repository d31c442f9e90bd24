import { describe, expect, test } from 'vitest';
import { signupBody } from './accounts.ts';
import { profilePatch } from './person.ts';

/** Every field in which someone names themselves, and what it makes of a name. */
const FIELDS = {
  'sign-up name': (name: string) =>
    signupBody.safeParse({ email: 'a@example.com', password: 'correct horse', name }).data?.name,
  'preferred name': (preferredName: string) => profilePatch.safeParse({ preferredName }).data?.preferredName,
  'display name': (displayName: string) => profilePatch.safeParse({ displayName }).data?.displayName,
};

describe.each(Object.entries(FIELDS))('a %s', (_, read) => {
  test.each([
    'Ada',
    'Mary Jane',
    "O'Neill",
    'D’Angelo',
    'Jean-Luc',
    'J. R. R.',
    'X Æ A-12',
    'José',
    'Nguyễn Thị Ánh',
    'Анна',
    '王小明',
    'さくら',
    '김민수',
    'אברהם',
    'محمد',
    'علی\u200cرضا',
    'नेहा',
    'ශ්\u200dරී',
    'தமிழ்',
    'አበበ',
    '𒀀',
    '7',
    '🙂',
    '👩🏾‍🦱',
    '🇬🇧',
    '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    'Ada 🌻',
  ])('may be %j and stays as it is', (name) => {
    expect(read(name)).toBe(name);
  });

  test.each([
    ['white space at its ends', '  Ada ', 'Ada'],
    ['wide white space inside', 'Ada \u00a0\u3000  Lovelace', 'Ada Lovelace'],
    ['a decomposed accent', 'Jose\u0301', 'Jos\u00e9'],
    ['the longest name between spaces', ` ${'a'.repeat(80)} `, 'a'.repeat(80)],
  ])('with %s is kept tidy', (_what, name, kept) => {
    expect(read(name)).toBe(kept);
  });

  test.each([
    ['nothing', ''],
    ['spaces alone', '   '],
    ['a zero-width space alone', '\u200b'],
    ['invisible characters alone', '\u2060\ufeff\u200d\u00ad'],
    ['a filler that counts as a letter', '\u3164'],
    ['a blank braille pattern', '\u2800'],
    ['a combining mark alone', '\u0301'],
    ['a variation selector alone', '\ufe0f'],
    ['punctuation alone', '...'],
    ['a line break', 'Ada\nLovelace'],
    ['a line break at its end', 'Ada\r\n'],
    ['a line separator', 'Ada\u2028Lovelace'],
    ['a tab', 'Ada\tLovelace'],
    ['a terminal sequence', '\u001b[31mAda'],
    ['a one-byte terminal sequence', '\u009b31mAda'],
    ['NUL', 'A\u0000da'],
    ['a lone surrogate', 'Ada\ud800'],
    ['a right-to-left override', 'Ada\u202egnp.exe'],
    ['an embedding', '\u202bAda\u202c'],
    ['an isolate', '\u2067Ada\u2069'],
    ['more than the longest name', 'a'.repeat(121)],
  ])('that is %s is refused', (_what, name) => {
    expect(read(name)).toBeUndefined();
  });
});

test('a refused name says why', () => {
  const messageFor = (preferredName: string) => profilePatch.safeParse({ preferredName }).error?.issues[0]?.message;
  expect(messageFor('Ada\nLovelace')).toMatch(/one line of text/);
  expect(messageFor('\u200b')).toMatch(/letter, a number or an emoji/);
});
