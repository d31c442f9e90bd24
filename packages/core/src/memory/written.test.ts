import { expect, it } from 'vitest';
import { readWritten } from './written.ts';

it.each([
  ['You work at Aldi.', 'self employer Aldi'],
  ['I have a cat called Tilly', 'cat:tilly is null'],
  ['Rex is your dog.', 'dog:rex is null'],
  ['You live in York.', 'self lives-in York'],
  ["You're allergic to nuts.", 'self allergy nuts'],
  ['Likes it when it rains', null],
  ['', null],
])('%s', (text, expected) => {
  const written = readWritten(text, new Date('2026-03-11T12:00:00Z'));
  expect(written === null ? null : `${written.subject.key} ${written.slot} ${written.value}`).toBe(expected);
});
