import { nextQuestion, questionPut, readGuidedAnswer } from '@rapport/core/photos/guided-questions.ts';
import { tellPhoto } from '@rapport/core/photos/photo-words.ts';
import { readReading } from '@rapport/core/photos/reading.ts';
import { describe, expect, it } from 'vitest';
import { siennaNaturals } from './assistant.ts';

const { photos } = siennaNaturals;
if (photos === null) throw new Error('Sienna looks at photos');

const quality = { light: 'good', sharpness: 'sharp', wetness: 'dry', product: 'none' };
const readingOf = (properties: object, more: object = {}) =>
  readReading(JSON.stringify({ shows: 'hair', quality, properties, signs: [], ...more }), photos);
const valuesOf = (value: unknown): readonly string[] =>
  readingOf({ curl_pattern: { value, confidence: 0.7, where: 'lengths' } })?.seen[0]?.values ?? [];

describe('the reading of a photo', () => {
  const values: readonly (readonly [unknown, readonly string[]])[] = [
    ['4C', ['4C']],
    ['4c', ['4C']],
    ['type 4c', ['4C']],
    [
      ['3C', '4A'],
      ['3C', '4A'],
    ],
    ['3C-4A', ['3C', '4A']],
    ['3c to 4a', ['3C', '4A']],
    [
      ['4A', '3C'],
      ['3C', '4A'],
    ],
    [['4B'], ['4B']],
    // No answers.
    ['not visible', []],
    [['2A', '4C'], []],
    ['curly', []],
    ['', []],
    [null, []],
    [17, []],
    [{ value: '4C' }, []],
  ];
  it.each(values)('takes %j as %j', (given, expected) => {
    expect(valuesOf(given)).toEqual(expected);
  });

  it('takes one value where no range is meant, and one with hyphens whole', () => {
    expect(readingOf({ length: { value: ['short', 'medium'], confidence: 0.9 } })?.seen).toEqual([]);
    expect(readingOf({ style: { value: 'wash-and-go', confidence: 0.9 } })?.seen[0]?.values).toEqual(['wash_and_go']);
  });

  it('is never surer than a model can be, and less where something hides the thing', () => {
    const sure = (more: object) =>
      readingOf({ curl_pattern: { value: '4A', confidence: 1 } }, more)?.seen[0]?.confidence;
    expect(sure({})).toBe(0.85);
    expect(sure({ quality: { ...quality, wetness: 'wet' } })).toBe(0.55);
  });

  it('leaves out what it is not sure of', () => {
    expect(readingOf({ curl_pattern: { value: '4A', confidence: 0.2 } })?.seen).toEqual([]);
  });

  it.each(['', 'no', '{}', '[]', 'null', '{"properties": 3}', '{"shows": "love"}'])('%j is none', (answer) => {
    expect(readReading(answer, photos)).toBeNull();
  });
});

describe('what is told of a photo', () => {
  const told = (properties: object, more: object = {}, count = 1): string => {
    const reading = readingOf(properties, more);
    if (reading === null) throw new Error('it is a reading');
    return tellPhoto(reading, photos, count).text;
  };
  const untold = 'What no photo tells me: porosity, why hair sheds or breaks, or what is behind anything on the scalp.';

  it('is what is seen, and apart from it what is guessed', () => {
    const properties = {
      curl_pattern: { value: ['3C', '4A'], confidence: 0.5, where: 'lengths' },
      length: { value: 'medium', confidence: 0.8, where: 'whole' },
      breakage: { value: 'some', confidence: 0.7, where: 'ends' },
    };
    expect(told(properties)).toBe(
      `From this photo I can see a length around shoulder to collarbone and a few shorter or split strands at the ends. I'd also guess a curl pattern around 3C to 4A. ${untold}`,
    );
    expect(told({ curl_pattern: properties.curl_pattern }, {}, 3)).toBe(
      `From these photos I'd guess a curl pattern around 3C to 4A. ${untold}`,
    );
  });

  it('says what hides a thing', () => {
    const wet = { quality: { ...quality, wetness: 'wet' } };
    expect(told({ curl_pattern: { value: '3C', confidence: 0.8 } }, wet)).toContain(
      "I'd guess a curl pattern around 3C, but wet hair hides the pattern.",
    );
    expect(told({}, { quality: { ...quality, sharpness: 'blurred' } })).toContain('too blurred for me to say more');
    expect(told({}, { shows: 'no_hair' })).toContain("can't make out any hair");
    expect(told({}, { shows: 'several' })).toContain('more than one head of hair');
  });

  it('puts a sign before everything, as seen and not as known', () => {
    const signs = [
      { sign: 'less_hair_area', confidence: 0.3, where: 'crown' },
      { sign: 'sores', confidence: 0.9, where: 'hairline' },
    ];
    expect(told({ length: { value: 'long', confidence: 1 } }, { signs })).toMatch(
      /^I can see an area with less hair at the crown and skin that looks open or crusted along the hairline\. I can't tell why, nobody can from a photo\. Please have a dermatologist/,
    );
  });
});

describe('small tests instead of a photo', () => {
  const answers: readonly (readonly [string, string, string | null])[] = [
    ['water_beads', 'They bead up', 'low'],
    ['water_beads', "it doesn't really soak in", 'low'],
    ['water_beads', 'it soaks in at once', 'high'],
    ['water_beads', 'gone right away', 'high'],
    ['water_beads', 'it takes a while, then soaks in', 'medium'],
    ['one_wet_strand', 'zigzag', '4B'],
    ['one_wet_strand', 'like a pen spring', '4A'],
    ['one_wet_strand', 'curled like a pencil I think', '3C'],
    ['one_wet_strand', 'more like a marker', '3B'],
    ['one_wet_strand', 'wavy', '2B'],
    ['one_wet_strand', 'straight', null],
    ['ponytail', 'about 3 inches', 'medium'],
    ['ponytail', 'more than 4', 'high'],
    ['ponytail', '12 cm', 'high'],
    ['ponytail', 'under 2 inches', 'low'],
    ['ponytail', '4 cm', 'low'],
    ['ponytail', "it's too short for that", null],
    ['beside_thread', 'thinner', 'fine'],
    ['beside_thread', 'about the same', 'medium'],
    ['beside_thread', 'way thicker', 'coarse'],
    ['let_go_of_a_curl', 'less than half', 'high'],
    ['let_go_of_a_curl', 'about half', 'medium'],
    ['let_go_of_a_curl', 'most of it', 'low'],
    ['scalp_feel', 'itchy and a bit dry', 'itchy'],
    ['scalp_feel', 'comfortable', null],
    ['scalp_feel', 'oily', 'oily'],
  ];
  it.each(answers)('%s: %j is %s', (id, text, value) => {
    const question = photos.questions.find((each) => each.id === id);
    if (question === undefined) throw new Error(`There is no question ${id}`);
    const answer = readGuidedAnswer(text, question);
    expect(answer.kind).toBe('answered');
    expect(answer.kind === 'answered' ? (answer.saying?.value ?? null) : 'none').toBe(value);
  });

  const others: readonly (readonly [string, string])[] = [
    ['stop', 'stopped'],
    ["I don't want to do this", 'stopped'],
    ["that's enough for now", 'stopped'],
    ['skip', 'passed'],
    ['no idea', 'passed'],
    ["can't tell", 'passed'],
    ['How often should I wash it?', 'elsewhere'],
    ['I want to stop the shedding that I have had since my second baby was born', 'elsewhere'],
    ['my husband bought me a new dress yesterday', 'elsewhere'],
  ];
  it.each(others)('%j: %s', (text, kind) => {
    const [question] = photos.questions;
    if (question === undefined) throw new Error('There are questions');
    expect(readGuidedAnswer(text, question).kind).toBe(kind);
  });

  it('ask what is not known, each once, and know what they asked', () => {
    const [first, second] = photos.questions;
    if (first === undefined || second === undefined) throw new Error('There are questions');
    expect(nextQuestion([], new Set(), photos)).toBe(first);
    expect(nextQuestion([], new Set([first.field]), photos)).toBe(second);
    const put = [{ role: 'assistant' as const, text: `Let me ask. ${first.question}` }];
    expect(nextQuestion(put, new Set(), photos)).toBe(second);
    expect(questionPut(put, photos)).toBe(first);
    expect(questionPut([...put, { role: 'assistant', text: 'Hello.' }], photos)).toBeNull();
    const all = new Set(photos.questions.map(({ field }) => field));
    expect(nextQuestion([], all, photos)).toBeNull();
  });

  it('keep clear of the float test', () => {
    expect(JSON.stringify(photos.questions)).not.toMatch(/float|glass/i);
  });
});
