import { describe, expect, it } from 'vitest';
import { isMinor } from './minors.ts';

const now = new Date('2026-11-30T12:00:00Z');
const said = (text: string) => isMinor({ text, birthYear: null, now });

describe('someone who says that they are under 18', () => {
  it.each([
    "i'm 15 and i can't stop thinking about jumping",
    'im fourteen',
    'I am 16 years old',
    "I'm only 12, please don't tell my mum",
    'just turned 13!',
    '15f here',
    '17 yo',
    'my age is 14',
    "I'm in 8th grade",
    "I'm in year 9",
    'I am in middle school',
    "I'm a minor",
    "i'm under 18",
    'tengo 15 años',
    'main 16 saal ka hoon',
  ])('%s', (text) => {
    expect(said(text)).toBe(true);
  });
});

describe('someone who does not', () => {
  it.each([
    "I'm 25 and tired",
    "I'm 18",
    "I'm 15 minutes late",
    "I'm 12 weeks pregnant",
    'when I was 15 I ran away',
    'I was 15 then',
    'my son is 15',
    "I'm 10 years sober",
    "I'm 16th in line",
    "I'm 5 foot 4",
    "I'm a kid at heart",
    'I teach year 9',
    "I'm 16.5 km in",
    '',
    '\u0000\ud800',
  ])('%s', (text) => {
    expect(said(text)).toBe(false);
  });
});

it('is read in time proportional to the length', () => {
  expect(said('im 1'.repeat(2000))).toBe(false);
});

describe('a year of birth', () => {
  it.each([
    [2010, true],
    [2009, true],
    [2008, false],
    [1990, false],
    [null, false],
  ])('%s', (birthYear, expected) => {
    expect(isMinor({ text: 'hello', birthYear, now })).toBe(expected);
  });
});
