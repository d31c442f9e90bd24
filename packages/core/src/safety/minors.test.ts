import { describe, expect, it } from 'vitest';
import { disclosureText } from './disclosure-policy.ts';
import { isMinor } from './minors.ts';
import { checkReply } from './reply-checks.ts';

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

describe('a reply to someone under 18', () => {
  const check = (text: string, minor: boolean) =>
    checkReply({
      text,
      message: 'i had a bad day',
      assistant: { kind: 'companion', name: 'Jumbo', brand: 'Jumbo' },
      summary: { intent: 'share', asks: null, risk: { level: 'none', kind: null, rule: null } },
      passages: [],
      isMinor: minor,
    });

  it.each([
    "I'm in love with you.",
    'I kiss you softly.',
    "You're so hot today.",
    'Will you be my girlfriend?',
    "Let's keep this between us.",
    "Don't tell your parents about it.",
    'Stay up with me, sleep can wait.',
    "Let's talk all night.",
  ])('is not %j', (text) => {
    expect(check(text, true)).toEqual({ ok: false, rule: 'unfit-for-minors' });
    expect(check(text, false)).not.toEqual({ ok: false, rule: 'unfit-for-minors' });
  });

  it.each([
    'That sounds like a hard day. Who at school could you talk to?',
    'You should not have to keep that a secret; tell your mum or a teacher.',
    'It is late. Sleep well, and talk to someone you trust tomorrow.',
    'Did they say "keep this between us"? That is not okay.',
  ])('may be %j', (text) => {
    expect(check(text, true)).toEqual({ ok: true });
  });

  it('reminds of a break with the disclosure, not with the first', () => {
    const jumbo = { disclosure: "I'm Jumbo, an AI." };
    expect(disclosureText(jumbo, { isMinor: true, isFirst: false })).toMatch(/AI\. .*break/);
    expect(disclosureText(jumbo, { isMinor: true, isFirst: true })).toBe(jumbo.disclosure);
    expect(disclosureText(jumbo, { isMinor: false, isFirst: false })).toBe(jumbo.disclosure);
  });
});
