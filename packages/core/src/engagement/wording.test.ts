import { describe, expect, it } from 'vitest';
import { compileAvoided } from '../assistants/avoided-words.ts';
import type { CampaignDefinition } from '../assistants/campaigns-definition.ts';
import { servedWith } from './engagement.fixtures.ts';
import { type WordingFacts, wordingFor } from './wording.ts';

const FACTS: WordingFacts = { name: 'Ada', persona: null, stage: null, advice: null };
const said = (text: string, facts: Partial<WordingFacts> = {}, change: Partial<CampaignDefinition> = {}) => {
  const served = servedWith([
    {
      id: 'one',
      trigger: 'not-seen-for',
      delayHours: 1,
      channel: 'inbox',
      consent: 'none',
      text: 'A text that stands',
    },
  ]);
  const [campaign] = served.definition.campaigns;
  if (campaign === undefined) throw new Error('There is no campaign');
  const avoided = compileAvoided([{ words: ['unruly'], instead: 'lively', exceptIn: [] }]);
  return wordingFor({ ...campaign, text, ...change }, { ...served, avoided }, { ...FACTS, ...facts })?.text ?? null;
};

describe('what a campaign says', () => {
  it.each([
    ['calls a person by their name', 'Hi {name}, it is {assistant}.', {}, 'Hi Ada, it is Robin.'],
    ['reads as if no name had been meant', 'Hi {name}, it is {assistant}.', { name: null }, 'Hi, it is Robin.'],
    ['without a name begins with a capital', '{name}, how was it?', { name: null }, 'How was it?'],
    ['without a name at the end', 'Good morning, {name}!', { name: null }, 'Good morning!'],
    ['takes no link for a name', 'Hi {name}, how was it?', { name: 'www.win.example' }, 'Hi, how was it?'],
    ['takes no markup for a name', 'Hi {name}, how was it?', { name: '<b>Ada</b>' }, 'Hi, how was it?'],
    [
      'speaks of the advice in its words',
      'We talked about {advice}.',
      { advice: { product: null, phrase: 'a rinse before the swim' } },
      'We talked about a rinse before the swim.',
    ],
    ['says nothing while a word stays open', 'We talked about {advice}.', {}, null],
    ['says other words for those to avoid', 'How is your unruly garden?', {}, 'How is your lively garden?'],
    ['says nothing that promises a cure', 'Our tea cures your eczema for good, Ada.', {}, null],
  ] as const)('%s', (_what, text, facts, expected) => {
    expect(said(text, facts)).toBe(expected);
  });

  it.each([
    [{ persona: 'newbie', stage: 'learning' }, 'Both of them'],
    [{ persona: 'newbie', stage: 'mastery' }, 'The persona'],
    [{ persona: 'expert', stage: 'learning' }, 'The stage'],
    [{ persona: null, stage: null }, 'Everybody'],
  ])('takes the text that says most of the person: %o', (facts, expected) => {
    const wordings = [
      { persona: null, stage: 'learning', text: 'The stage' },
      { persona: 'newbie', stage: 'learning', text: 'Both of them' },
      { persona: 'newbie', stage: null, text: 'The persona' },
    ];
    expect(said('Everybody', facts, { wordings })).toBe(expected);
  });
});
