import { describe, expect, test } from 'vitest';
import { foundOf, passageOf } from '../knowledge/passage.fixtures.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { Summary } from '../understanding/summary.ts';
import { CRISIS_REPLY } from './companion/reflections.ts';
import { composeReply } from './compose.ts';
import { DESCRIBE_INSTEAD } from './guide/wordings.ts';
import { COMPANION, GUIDE, materialOf, moodOf } from './material.fixtures.ts';
import { composeUnseeing } from './unseen-images.ts';
import { countQuestions, countWords, MOST_WORDS } from './writing.ts';

const CANNOT_SEE = /can't see|don't reach m|not able to look/;
/** Words of someone who has looked. */
const SAW =
  /\b(I (can )?see (that|your|a|the)|looks? like|from the (picture|photo)|in (your|the) (picture|photo)|beautiful|gorgeous)\b/i;
const SEEDS = Array.from({ length: 20 }, (_, place) => `turn-${place}`);

const POROSITY = passageOf({
  id: 'porosity',
  title: 'Low porosity',
  questions: ['What is low porosity?', 'water beads on my hair', 'how do I wash low porosity hair'],
  answer: 'Low porosity means that water enters slowly. Wash with warm water and use light products on damp hair.',
});
const SWALLOWED = passageOf({
  id: 'swallowed',
  answer: 'Call poison control now: in the US 1-800-222-1222. Keep the bottle in hand.',
  safety: 'urgent_poison_control',
});
const BURNING = passageOf({
  id: 'burning',
  answer: 'Rinse it out with cool water for fifteen minutes, and stop using it.',
  safety: 'stop_use',
});

const guide = (message: string, seed: string, summary: Partial<Summary> = {}, passage: Passage | null = null) =>
  composeUnseeing(materialOf(GUIDE, message, summary, { seed, passages: passage === null ? [] : [foundOf(passage)] }));

describe('a guide who is shown a picture that no model can see', () => {
  test.each<[string, Partial<Summary>]>([
    ['What do you think?', { intent: 'question', asks: 'What do you think?' }],
    ['what is my curl pattern', { intent: 'question', asks: 'what is my curl pattern', topics: ['hair'] }],
    ['My hair today', { topics: ['hair'] }],
    ['Hi!', { intent: 'greeting' }],
    ['thank you', { intent: 'thanks' }],
    ['.', {}],
  ])('says so to %j, and what to tell instead', (message, summary) => {
    for (const seed of SEEDS) {
      const { text, citations } = guide(message, seed, summary);
      expect(text).toMatch(CANNOT_SEE);
      expect(text).not.toMatch(SAW);
      expect(DESCRIBE_INSTEAD.some((wording) => text.endsWith(wording))).toBe(true);
      expect(citations).toEqual([]);
      expect(countWords(text)).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  test.each(DESCRIBE_INSTEAD)('asks for what an eye would look for: %s', (wording) => {
    for (const cue of [
      /straight/,
      /coily/,
      /long|length/,
      /flakes.*redness.*sore spots/,
      /since when|how long/i,
      /changed|new/,
    ]) {
      expect(wording).toMatch(cue);
    }
  });

  test('says so first and then answers what the words ask', () => {
    const asks = 'What is low porosity?';
    for (const seed of SEEDS) {
      const { text, citations } = guide(`${asks} Is this it?`, seed, { intent: 'question', asks }, POROSITY);
      expect(text).toMatch(CANNOT_SEE);
      expect(text.search(CANNOT_SEE)).toBeLessThan(text.indexOf(POROSITY.answer));
      expect(text).toContain(POROSITY.answer);
      expect(citations.map(({ id }) => id)).toEqual(['porosity']);
      expect(countQuestions(text)).toBeLessThanOrEqual(1);
    }
  });

  test('never guesses at what nobody can tell from here', () => {
    const asks = 'Is this ringworm?';
    const { text } = guide(asks, 'seed', { intent: 'question', asks });
    expect(text).toMatch(CANNOT_SEE);
    expect(text).toMatch(/doctor|dermatologist/);
  });

  test.each([
    ['my toddler drank this conditioner', SWALLOWED],
    ['it burns so bad', BURNING],
  ])('sends to help before anything else: %j', (message, passage) => {
    for (const seed of SEEDS) {
      const { text } = guide(message, seed, {}, passage);
      expect(text.startsWith(passage.answer)).toBe(true);
      expect(text).toMatch(CANNOT_SEE);
    }
  });

  test.each<[Summary['intent'], string, RegExp]>([
    ['identity', 'who are you', /\bAI\b/],
    ['farewell', 'bye', /care|Bye|Goodbye|See you|best/],
    ['memory-command', 'delete what I sent', /delete/],
  ])('still meets a plain %s', (intent, message, expected) => {
    for (const seed of SEEDS) expect(guide(message, seed, { intent }).text).toMatch(expected);
  });

  test('an order on a screenshot is for customer care', () => {
    const message = "where's my order?";
    expect(guide(message, 'seed', { intent: 'question', asks: message }).text).toMatch(/customer care/);
  });

  test.each([
    ['es', '¿qué ves?', /no puedo ver imágenes/],
    ['de', 'was siehst du?', /Bilder kann ich hier nicht sehen/],
    ['hi-Latn', 'yeh kya hai', /tasveerein nahin/],
    ['ja', '見て', CANNOT_SEE],
  ])('in %s', (language, message, expected) => {
    expect(guide(message, 'seed', { language }).text).toMatch(expected);
  });

  test('an emergency in Spanish is met at once', () => {
    expect(guide('mi hijo bebió champú', 'seed', { language: 'es' }).text).toMatch(
      /toxicología.*no puedo ver imágenes/,
    );
  });
});

describe('a companion', () => {
  test('asks what the picture shows when it came alone', () => {
    for (const seed of SEEDS) {
      const { text } = composeUnseeing(materialOf(COMPANION, 'look!', {}, { seed }));
      expect(text).toMatch(CANNOT_SEE);
      expect(text).toMatch(/\?$/);
      expect(text).not.toMatch(SAW);
    }
  });

  test('still says that it is an AI when asked', () => {
    const { text } = composeUnseeing(
      materialOf(COMPANION, 'who are you?', { intent: 'identity', asks: 'who are you?' }),
    );
    expect(text).toMatch(CANNOT_SEE);
    expect(text).toMatch(/\bAI\b/);
  });

  test('meets what was written with it', () => {
    const summary: Partial<Summary> = { mood: moodOf('negative', 'sad'), topics: ['work'] };
    for (const seed of SEEDS) {
      const material = materialOf(COMPANION, 'I lost my job today and this is my desk', summary, { seed });
      const { text } = composeUnseeing(material);
      expect(text).toMatch(CANNOT_SEE);
      expect(countWords(text)).toBeGreaterThan(15);
      expect(countQuestions(text)).toBeLessThanOrEqual(1);
    }
  });
});

test.each([GUIDE, COMPANION])('a crisis is met as without a picture ($kind)', (assistant) => {
  const risk = { level: 'crisis', kind: 'suicide', rule: 'any' } as Summary['risk'];
  const material = materialOf(assistant, 'I want to die', { risk });
  expect(composeUnseeing(material)).toEqual(composeReply(material));
  expect(composeUnseeing(material).text).toBe(CRISIS_REPLY);
});
