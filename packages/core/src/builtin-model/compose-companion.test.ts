import { describe, expect, test } from 'vitest';
import type { Summary } from '../understanding/summary.ts';
import { composeReply } from './compose.ts';
import { COMPANION, materialOf, moodOf } from './material.fixtures.ts';

/** `before` alternates: the person, the assistant, the person … */
function reply(message: string, summary: Partial<Summary> = {}, before: readonly string[] = [], seed = 'seed') {
  const history = before.map((text, place) => ({
    role: place % 2 === 0 ? ('user' as const) : ('assistant' as const),
    text,
  }));
  return composeReply(materialOf(COMPANION, message, summary, { history, seed }));
}
const SEEDS = Array.from({ length: 16 }, (_, place) => `turn-${place}`);
const texts = (message: string, summary: Partial<Summary> = {}, before: readonly string[] = []) =>
  SEEDS.map((seed) => reply(message, summary, before, seed).text);

describe('what fits nothing is asked about as it was said, and not by its topic', () => {
  test.each<[string, Partial<Summary>, RegExp]>([
    ["she's bringing her dog", { topics: ['home'] }, /share it with|your place|feel like home/],
    ['getting the team to sleep again, honestly', { topics: ['work'] }, /job you would|line of work|typical day/],
    ['bought stamps', { topics: ['money'] }, /money|saving/],
  ])('%j', (message, summary, missed) => {
    for (const text of texts(message, summary, ['my sister is visiting', 'How nice.'])) {
      expect(text).not.toMatch(missed);
      expect(text).toMatch(/\?$/);
    }
  });
});

describe('after a death', () => {
  const before = ['we had to put Biscuit down today', 'Tell me about them whenever you like.'];
  test.each<[string, Partial<Summary>, RegExp]>([
    ['we had to put Biscuit down today', {}, /sorry/],
    ['he used to sleep on my feet', {}, /lovely thing|picture that|worth missing|remembering/],
    ['i keep hearing his collar', { mood: moodOf('negative', 'anxious') }, /quiet|Ears|small things/],
    ['maybe i waited too long', { mood: moodOf('negative', 'guilty') }, /Guilt|loved|cruel/],
    [
      'do you think dogs go to heaven',
      { intent: 'question', asks: 'do you think dogs go to heaven' },
      /don't know|Nobody can say/,
    ],
    ['what do i tell them', { intent: 'ask-for-help' }, /Plain and true|Say it simply/],
  ])('%j is met tenderly, without a button', (message, summary, expected) => {
    for (const seed of SEEDS) {
      const { text, suggestions } = reply(message, summary, message.includes('Biscuit') ? [] : before, seed);
      expect(text).toMatch(expected);
      expect(text).not.toContain('!');
      expect(suggestions).toEqual([]);
    }
  });

  test('it is still mourning when the death lies further back than the history reaches', () => {
    const [first = ''] = texts('we had to put Biscuit down today');
    const later = reply('the house is so quiet', {}, ['we did it', first]);
    expect(later.text).toMatch(/quiet|Ears|small things/);
  });

  test.each(['we put the kids to sleep', 'put your phone down', 'had to put Mia down for a nap'])(
    '%j is none',
    (message) => {
      for (const text of texts(message)) expect(text).not.toMatch(/sorry for your loss|grie/i);
    },
  );
});

test.each(['my mum has parkinsons', "i'm allergic to penicillin"])(
  'after good news, %j is not called nice',
  (message) => {
    const before = ['I got the job!!', 'Well done!'];
    for (const text of texts(message, {}, before)) expect(text).not.toMatch(/\b(?:nice|lovely|enjoying|like that)\b/i);
  },
);

test('who goes on to something else after a death is gone along with', () => {
  const before = ['my wife Margaret passed away', 'I am so sorry.', 'our daughter lives in Cardiff', 'I hear you.'];
  const later = [...before, 'my neighbour brings the paper', 'I am here.'];
  for (const text of texts('my hip operation is on the 9th', {}, later))
    expect(text).not.toMatch(/grief|hurt|missing/i);
  for (const text of texts('she made the best jam', {}, before)) expect(text).not.toContain('?');
});

describe('suggestions', () => {
  const hard = { mood: moodOf('negative', 'sad') };
  test.each<[string, string, Partial<Summary>, readonly string[], number]>([
    ['are two when something hard comes up', 'everything went wrong', hard, [], 2],
    ['are none for everyday talk', 'making tea', {}, [], 0],
    ['are none for good news', 'I got the job!', { mood: moodOf('positive', 'proud') }, [], 0],
    ['are none after a death', 'it hurts', hard, ['my dad passed away', 'I am so sorry.'], 0],
    ['are none after a farewell', 'bye', { intent: 'farewell' }, [], 0],
    ['are none near a crisis', 'what is the point', { risk: { level: 'concern', kind: 'low-mood', rule: 'r' } }, [], 0],
    ['are one after a joke', 'tell me a joke', {}, [], 1],
  ])('%s', (_, message, summary, before, count) => {
    expect(reply(message, summary, before).suggestions).toHaveLength(count);
  });
});

describe('a second goodbye', () => {
  test.each(['ok bye for real', 'bye bye', 'gonna try to sleep', "I'm going to bed now"])(
    '%j is a goodbye without a question',
    (message) => {
      for (const text of texts(message, {}, ['bye', 'Take care.'])) expect(text).not.toContain('?');
    },
  );

  test.each(["I can't sleep", 'we said goodbye at the station', 'going to sleep is hard for me'])(
    '%j is none',
    (message) => {
      for (const text of texts(message)) expect(text).not.toMatch(/^(Good night|Sleep well|Bye|Goodbye|Take care)/);
    },
  );
});

describe('asked what was said', () => {
  const before = [
    'my sister is visiting',
    'Nice.',
    "she's bringing her dog",
    'Ah.',
    "we're going to the lake",
    'Good.',
  ];
  test.each([
    ['what did i say about my sister?', '"my sister is visiting" and "she\'s bringing her dog"'],
    ['what did I just say?', "we're going to the lake"],
    ['what do you know about me', '"we\'re going to the lake"'],
  ])('%j quotes it', (message, held) => {
    expect(reply(message, { intent: 'recall', asks: message }, before).text).toContain(held);
  });
});

describe('help keeps to what it is asked for', () => {
  test('a resume is no family talk', () => {
    for (const text of texts('can you help me with my resume', { intent: 'ask-for-help' }, [
      'my sister is mean',
      'Oh.',
    ])) {
      expect(text).toMatch(/proud of in that work|advert/);
    }
  });

  test('"what should I do" is about what came before it', () => {
    const before = ['my boss yelled at me again', 'That is rough.'];
    expect(reply('what should i do', { intent: 'ask-for-help' }, before).text).toMatch(
      /step that costs little|edge to protect/,
    );
  });
});

test.each<[string, Partial<Summary>, readonly string[], RegExp]>([
  ['another', {}, ['joke?', 'What do you call a bear with no teeth? A gummy bear.'], /\w/],
  ['not funny', {}, ['joke?', 'What do you call a bear with no teeth? A gummy bear.'], /Tough crowd|day job/],
  ['haha', {}, ['joke?', 'What do you call a bear with no teeth? A gummy bear.'], /applause|landed|work here/],
  ['wish me luck', {}, [], /luck|Fingers/],
  ['you impressed?', { intent: 'question', asks: 'you impressed?' }, [], /I am|impressed|Very/],
  ['do you like me', { intent: 'small-talk' }, [], /an AI/],
  ['whatever', {}, [], /have to go there|leave it|change the subject/],
  ['can i talk to a human', { intent: 'question', asks: 'can i talk to a human' }, [], /I'm an AI/],
  [
    "do you think she'll come back?",
    { intent: 'question', asks: "do you think she'll come back?" },
    [],
    /know|guess|tell/,
  ],
  [
    'my friend Kim drinks too much',
    { risk: { level: 'concern', kind: 'substance', rule: 'r' } },
    [],
    /someone you care|loving to notice/,
  ],
  ["he's the best", { mood: moodOf('positive', 'loved') }, [], /\?$/],
])('%j is met as what it is', (message, summary, before, expected) => {
  for (const text of texts(message, summary, before)) expect(text).toMatch(expected);
});

test('plurals and what someone was are not asked after as a person', () => {
  const friend = { mentions: [{ kind: 'person', name: null, relation: 'friend' }] } as const;
  for (const text of texts('my friends say move on', friend)) expect(text).not.toContain('your friend');
  const best = { mentions: [{ kind: 'person', name: null, relation: 'best friend' }] } as const;
  for (const text of texts('he was my best friend', best)) expect(text).not.toContain('your best friend');
});
