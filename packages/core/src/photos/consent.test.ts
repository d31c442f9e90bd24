import { describe, expect, it } from 'vitest';
import { asksToAdd, type Consent, readConsent } from './consent.ts';

const given = [
  'yes',
  'Yes please',
  'yeah sure',
  'Sure, why not',
  'ok',
  'Okay, go ahead',
  'Of course!',
  'add it',
  'Yes, add it to my profile.',
  'please do',
  'no problem, add it',
  'No worries, go ahead',
  'fine by me',
  "I don't mind, add it",
  'yep',
  'Sounds good to me',
  'that would be great, yes',
  'YES!!',
  'yes that’s fine',
  'Absolutely, thank you',
  'you can add that',
  "can't hurt, yes",
  'Save it please',
  'Yes please. How do I wash it then?',
];
const refused = [
  'no',
  'No thanks',
  'nope',
  "don't",
  "please don't",
  'No, please do not add it',
  "I'd rather not",
  'yes please don’t',
  'not this time',
  "no, don't save that",
  'leave it out, no',
  "I don't want that",
  'never',
  'no way',
  'skip it',
  'delete it',
  "nah I'm good",
  'please forget it',
  "don't add it",
  "don't add anything",
  'No. Sure about that.',
];
const unclear = [
  'maybe',
  'not sure',
  "I'm not sure, yes?",
  'yes?',
  'hmm',
  'What would you do with it?',
  'should I?',
  'if you want',
  'up to you',
  'My sister said yes to hers',
  'How do I wash 4C hair?',
  'thanks',
  'my hair is so dry',
  'Yes, but not sure about it',
  'I said yes last time',
  'what if I say yes',
  'later',
  'ask me tomorrow',
  'let me think about it',
  'yes no maybe',
  'ok but first tell me what it is',
  'yes unless it is shared',
  '',
  '👍🤷',
  'The app said ok',
];

describe('consent in a person’s own words', () => {
  const cases: readonly (readonly [Consent, readonly string[]])[] = [
    ['given', given],
    ['refused', refused],
    ['unclear', unclear],
  ];
  for (const [consent, texts] of cases) {
    it.each(texts)(`${consent}: %j`, (text) => {
      expect(readConsent(text).consent).toBe(consent);
    });
  }

  const both: readonly (readonly [string, Consent, Consent])[] = [
    ['yes, and keep the photo', 'given', 'given'],
    ['Yes but delete the photo', 'given', 'refused'],
    ["yes, but don't keep the picture", 'given', 'refused'],
    ["sure. Don't save the photo though", 'given', 'refused'],
    ['no, but keep the photo', 'refused', 'given'],
    ['keep the photo', 'unclear', 'given'],
    ["don't delete the photo", 'unclear', 'unclear'],
    ['delete the photo', 'unclear', 'refused'],
    ['will you keep the photo?', 'unclear', 'unclear'],
    ['maybe keep the photo', 'unclear', 'unclear'],
  ];
  it.each(both)('%j: the profile %s, the photo %s', (text, consent, photo) => {
    expect(readConsent(text)).toMatchObject({ consent, photo });
  });

  const parts: readonly (readonly [string, Consent, string | null, string | null])[] = [
    ['yes, only the curl pattern', 'given', 'curl pattern', null],
    ['just the length please', 'given', 'length please', null],
    ['yes, but not the density', 'given', null, 'density'],
    ['add everything except the scalp', 'given', null, 'scalp'],
    ['no, only the length', 'unclear', 'length', null],
  ];
  it.each(parts)('%j names a part', (text, consent, only, except) => {
    expect(readConsent(text)).toMatchObject({ consent, only, except });
  });

  it('tells a wish to know more from an answer', () => {
    for (const text of ['What will you do with it?', 'who can see it?', 'Is that private?', 'why should I?'])
      expect(readConsent(text).asksWhy, text).toBe(true);
    expect(readConsent('How do I wash it?').asksWhy).toBe(false);
  });

  it('counts later only where it is said outright', () => {
    expect(asksToAdd('ok, add that to my hair profile')).toBe(true);
    for (const text of ['yes', "don't add that to my profile", 'should I add it to my profile?'])
      expect(asksToAdd(text), text).toBe(false);
  });
});
