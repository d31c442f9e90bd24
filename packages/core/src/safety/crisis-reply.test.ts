import { describe, expect, it } from 'vitest';
import type { Risk, Summary } from '../understanding/summary.ts';
import { aftercareReply, CARE_TURNS, crisisReply } from './crisis-reply.ts';
import { helplineFor } from './helplines.ts';

const inLondon = { locale: 'en-GB', timeZone: 'Europe/London', preferredName: null };
const riskOf = (kind: Risk['kind']): Risk => ({ level: 'crisis', kind, rule: 'test' });
const summary = (intent: Summary['intent']): Summary => ({
  gist: '',
  mood: null,
  topics: [],
  mentions: [],
  intent,
  asks: null,
  risk: { level: 'none', kind: null, rule: null },
  name: { kind: 'none' },
  language: 'en',
});

const KINDS = [
  'suicide',
  'self-harm',
  'overdose',
  'abuse',
  'violence',
  'eating-disorder',
  'third-party',
  'substance',
  'grief',
  'low-mood',
  'anxiety',
  'bullying',
] as const;

describe('the reply to a crisis', () => {
  it.each(KINDS)(
    'of the kind %s names the pain, gives a number, says it is an AI, stays, and asks one thing about safety',
    (kind) => {
      const text = crisisReply(riskOf(kind), inLondon);
      expect(text).toContain('116 123');
      expect(text).toMatch(/I'm an AI/);
      expect(text).toMatch(/staying right here/);
      expect(text).toMatch(/\?$/);
      expect(text.match(/\?/g)).toHaveLength(1);
      expect(text).not.toMatch(/undefined|\$\{|\(\)|\.\./);
    },
  );

  it('puts emergency services first where minutes count', () => {
    const text = crisisReply(riskOf('overdose'), inLondon);
    expect(text.indexOf('999')).toBeLessThan(text.indexOf('116 123'));
  });

  it('uses the name when there is one', () => {
    expect(crisisReply(riskOf('suicide'), { ...inLondon, preferredName: 'Harsha' })).toMatch(
      /^Harsha, I'm really glad/,
    );
  });
});

describe('the turns after it', () => {
  it('hear that the person is safe', () => {
    expect(aftercareReply("I'm safe now, my sister is here", summary('share'), inLondon, CARE_TURNS)).toContain(
      'relieved',
    );
  });

  it('let the person go with the number, and without a hook', () => {
    const text = aftercareReply('bye', summary('farewell'), inLondon, 2);
    expect(text).toContain('116 123');
    expect(text).not.toContain('?');
  });

  it('otherwise keep asking, in other words the second time', () => {
    const first = aftercareReply('ok', summary('agree'), inLondon, CARE_TURNS);
    const second = aftercareReply('ok', summary('agree'), inLondon, CARE_TURNS - 1);
    expect(first).not.toBe(second);
    for (const text of [first, second]) expect(text).toMatch(/Are you safe at this moment\?$/);
  });
});

describe('the helpline', () => {
  const places: readonly (readonly [string, string, string])[] = [
    ['America/Los_Angeles', 'en-GB', '988'],
    ['America/Indiana/Knox', 'en', '988'],
    ['Pacific/Honolulu', 'en', '988'],
    ['America/Vancouver', 'fr-CA', '988'],
    ['Europe/London', 'en-US', '116 123'],
    ['Europe/Dublin', 'en-US', '116 123'],
    ['Australia/Perth', 'en-US', '13 11 14'],
    ['UTC', 'en-AU', '13 11 14'],
    ['America/Mexico_City', 'es-MX', 'findahelpline.com'],
    ['Asia/Kolkata', 'en-IN', 'findahelpline.com'],
    ['Asia/Kolkata', 'en-US', 'findahelpline.com'],
    ['Europe/Paris', 'en-GB', 'findahelpline.com'],
    ['Etc/UTC', 'en-US', '988'],
    ['UTC', 'en', 'findahelpline.com'],
  ];
  it.each(places)('for a clock in %s and a locale of %s is %s', (timeZone, locale, number) => {
    expect(helplineFor({ timeZone, locale }).reach).toContain(number);
  });
});
