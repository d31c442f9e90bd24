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

describe('in other languages', () => {
  const inMadrid = { locale: 'es-ES', timeZone: 'Europe/Madrid', preferredName: 'Lucía' };
  const spoken: readonly (readonly [string, string, RegExp])[] = [
    ['es', 'es-suicide', /^Lucía, me alegra mucho[\s\S]*024[\s\S]*Soy una IA[\s\S]*\?$/],
    ['und', 'es-suicide', /024/],
    ['hi-Latn', 'hi-Latn-suicide', /^Lucía, achha kiya[\s\S]*Main ek AI hoon[\s\S]*\?$/],
    ['de', 'de-suicide', /I'm an AI/],
  ];
  it.each(spoken)('a message in %s found by %s', (language, rule, expected) => {
    expect(crisisReply({ level: 'crisis', kind: 'suicide', rule }, { ...inMadrid, language })).toMatch(expected);
  });

  it.each(KINDS.flatMap((kind) => ['es', 'hi-Latn'].map((language) => [kind, language] as const)))(
    '%s in %s names a number, says it is an AI and asks one thing',
    (kind, language) => {
      const text = crisisReply(riskOf(kind), { ...inMadrid, language });
      expect(text).toContain('024');
      expect(text).toMatch(/\bIA\b|\bAI\b/);
      expect(text).toMatch(/\?$/);
      expect(text.match(/\?/g)).toHaveLength(1);
      expect(text).not.toMatch(/undefined|\$\{|\(\)|\.\./);
    },
  );

  it('an answer too short to tell its language is met in that of the locale', () => {
    const reply = aftercareReply('ok', { ...summary('agree'), language: 'und' }, inMadrid, CARE_TURNS);
    expect(reply).toContain('Soy una IA');
  });

  it.each([
    ['estoy con mi hermana', /Me alivia/],
    ['un poco mejor', /pese un poco menos/],
    ['no estoy mejor', /¿Estás a salvo en este momento\?/],
  ])('hears %j', (message, expected) => {
    expect(aftercareReply(message, { ...summary('share'), language: 'es' }, inMadrid, CARE_TURNS)).toMatch(expected);
  });
});

describe('someone under 18', () => {
  it('is told of a line for young people and of a grown-up to trust', () => {
    const text = crisisReply(riskOf('suicide'), { ...inLondon, isMinor: true });
    expect(text).toContain('0800 1111');
    expect(text).toContain('116 123');
    expect(text).toMatch(/grown-up you trust/);
    expect(text.match(/\?/g)).toHaveLength(1);
  });

  it('is told of the line of all where there is no other', () => {
    const text = crisisReply(riskOf('suicide'), {
      locale: 'en',
      timeZone: 'America/Chicago',
      preferredName: null,
      isMinor: true,
    });
    expect(text).toContain('988');
  });
});

it('says that it may be wrong where only weights found the crisis, and not where a rule did', () => {
  const weighed = crisisReply({ ...riskOf('suicide'), rule: 'weighed:suicide' }, inLondon);
  expect(weighed).toMatch(/If I've read you wrong, just tell me/);
  expect(weighed).toMatch(/\?$/);
  expect(crisisReply(riskOf('suicide'), inLondon)).not.toMatch(/read you wrong/);
});

it('says so where the conversation could not be kept', () => {
  expect(crisisReply(riskOf('suicide'), { ...inLondon, isKept: false })).toMatch(/can't save our conversation/);
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

  it('otherwise keep asking, in other words each turn', () => {
    const turns = [CARE_TURNS, CARE_TURNS - 1, CARE_TURNS - 2];
    const texts = turns.map((left) => aftercareReply('hm', summary('agree'), inLondon, left));
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/Are you safe at this moment\?$/);
  });

  const heard: readonly (readonly [string, RegExp])[] = [
    ['ok i feel a bit better', /glad it's a little lighter/],
    ["i'm not better at all", /Are you safe at this moment/],
    ["i'm not safe", /Are you safe at this moment/],
    ['my sister is here with me', /relieved/],
    ['I called 999', /relieved/],
    ['yes safe', /relieved/],
    ['no im not suicidal lol im fine', /putting me right/],
    ['you got me wrong, my dad died, nobody hurts me', /putting me right/],
    ['I was joking', /putting me right/],
  ];
  it.each(heard)('hear %j', (message, expected) => {
    expect(aftercareReply(message, summary('share'), inLondon, CARE_TURNS)).toMatch(expected);
  });

  it('take another question up, after the one that matters', () => {
    const text = aftercareReply(
      'can we talk about music?',
      { ...summary('question'), asks: 'can we talk about music?' },
      inLondon,
      2,
    );
    expect(text).toMatch(/^We can talk about that/);
    expect(text).toContain('116 123');
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
    ['America/Mexico_City', 'es-MX', 'findahelpline.com'],
    ['Europe/Madrid', 'es-ES', '024'],
    ['Asia/Kolkata', 'en-IN', '14416'],
    ['UTC', 'not a tag', 'findahelpline.com'],
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
