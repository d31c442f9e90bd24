import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Passage, passageFrontMatter } from '@rapport/core/knowledge/passage.ts';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../knowledge');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** The person's concern a passage answers: its first tag, written with hyphens. */
const CONCERNS = [
  'allergy-sensitivity',
  'bald-patch',
  'breakage',
  'color-chemical',
  'definition-frizz',
  'detangling',
  'dryness',
  'edges-traction',
  'growth-length',
  'heat-damage',
  'hygral-fatigue',
  'locs',
  'other',
  'product-info',
  'protective-style',
  'protein-balance',
  'routine',
  'scalp-itch-flakes',
  'shedding-loss',
  'typing-porosity',
];

/** What a passage is about: every tag after the first. A word people type, so short and plain. */
const TOPICS = [
  ...['aging', 'allergy', 'beard', 'beginners', 'big-chop', 'braids', 'breakage', 'budget', 'build-up', 'busy'],
  ...['chemical', 'children', 'cleansing', 'climate', 'color', 'conditioning', 'coverings', 'curl-pattern'],
  ...['definition', 'detangling', 'diy', 'edges', 'exercise', 'fragrance', 'growth', 'growth-length', 'hair-loss'],
  ...['hair-science', 'heat', 'ingredients', 'length-retention', 'medical', 'men', 'moisture', 'myths', 'oils'],
  ...['postpartum', 'pregnancy', 'protein', 'safety', 'scalp', 'shedding', 'sleep', 'styling', 'swimming', 'tools'],
  ...['transitioning', 'water', 'wigs', 'work'],
];

/** A promise no cosmetic brand may make, or a verdict only a clinician may give. Questions are exempt: people ask. */
const FORBIDDEN = [
  /\bdiagnos/i,
  /\bcur(e|es|ed|ing)\b/i,
  /\bregr(ow|ew)/i,
  /\bgrows? (it |them |your hair )?back\b/i,
  /\b(hair|edges) will (grow|come|return)\b/i,
  /\bmakes? (your )?hair grow(?! faster)/i,
  /\bguarante/i,
  /\bmiracle/i,
  /\bheal(s|ed|ing)?\b/i,
  /\breverses?\b/i,
  /(?<!if )\byou have (alopecia|ringworm|psoriasis|eczema|seborrheic|dandruff|an infection|an allergy)/i,
];

/** Prices change and differ by country; products come from the catalogue alone. */
const PRICE = /[$£€]\s?\d|\b\d+\s?(dollars|pounds|euros)\b/i;

function readPassage(name: string): Passage {
  const parts = /^---\n(?<frontMatter>[\s\S]+?)\n---\n(?<body>[\s\S]+)$/.exec(readFileSync(join(folder, name), 'utf8'));
  if (!parts?.groups) throw new Error(`${name} is not front matter between two lines of ---, then a body`);
  const { frontMatter = '', body = '' } = parts.groups;
  try {
    return { ...passageFrontMatter.parse(parse(frontMatter)), body: body.trim() };
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Words as a reader counts them: Markdown's marks are not words. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const read = files.map((name) => ({ name, passage: readPassage(name) }));
const passages = read.map(({ passage }) => passage);
const ids = new Set(passages.map((passage) => passage.id));

describe.each(read)('$name', ({ name, passage }) => {
  const prose = [passage.title, passage.answer, passage.next, passage.body].join('\n');

  test('is named after its id', () => {
    expect(passage.id).toBe(basename(name, '.md'));
  });

  test('answers in 25 to 65 words of plain prose', () => {
    expect(countWords(passage.answer)).toBeGreaterThanOrEqual(25);
    expect(countWords(passage.answer)).toBeLessThanOrEqual(65);
    expect(passage.answer).not.toMatch(/[\n#*_`]/);
  });

  test('asks one question next', () => {
    expect(passage.next.match(/\?/g)).toHaveLength(1);
  });

  test('is asked for in four to eight different ways', () => {
    const asked = new Set(passage.questions.map((question) => question.toLowerCase()));
    expect(asked.size).toBe(passage.questions.length);
    expect(asked.size).toBeGreaterThanOrEqual(4);
    expect(asked.size).toBeLessThanOrEqual(8);
  });

  test('has a concern first, then topics, none twice', () => {
    const [concern, ...topics] = passage.tags;
    expect(CONCERNS).toContain(concern);
    expect(TOPICS).toEqual(expect.arrayContaining(topics));
    expect(new Set(passage.tags).size).toBe(passage.tags.length);
  });

  test('cites one to three different https sources', () => {
    const urls = new Set(passage.sources.map((source) => source.url));
    expect(urls.size).toBe(passage.sources.length);
    expect(urls.size).toBeLessThanOrEqual(3);
    for (const url of urls) expect(new URL(url).protocol).toBe('https:');
  });

  test('explains itself in 90 to 220 words', () => {
    expect(countWords(passage.body)).toBeGreaterThanOrEqual(90);
    expect(countWords(passage.body)).toBeLessThanOrEqual(220);
  });

  test('promises nothing, names no illness as the reader’s, and quotes no price', () => {
    for (const pattern of [...FORBIDDEN, PRICE]) expect(prose).not.toMatch(pattern);
  });
});

describe('the knowledge base', () => {
  test('has at least 150 passages with ids of their own', () => {
    expect(ids.size).toBe(files.length);
    expect(ids.size).toBeGreaterThanOrEqual(150);
  });

  test('never lists one question under two passages', () => {
    const questions = passages.flatMap((passage) => passage.questions.map((question) => question.toLowerCase()));
    expect(questions.filter((question, index) => questions.indexOf(question) !== index)).toEqual([]);
  });

  test('gives a URL the same title wherever it is cited', () => {
    const sources = passages.flatMap((passage) => passage.sources);
    const titles = new Map(sources.map((source) => [source.url, source.title]));
    expect(sources.filter((source) => titles.get(source.url) !== source.title)).toEqual([]);
  });

  test('uses every concern and every topic it declares', () => {
    expect(CONCERNS.filter((concern) => !passages.some((passage) => passage.tags[0] === concern))).toEqual([]);
    expect(TOPICS.filter((topic) => !passages.some((passage) => passage.tags.slice(1).includes(topic)))).toEqual([]);
  });
});

describe('the forbidden words', () => {
  test.each([
    'This oil cures dandruff.',
    'Your edges will grow in six weeks.',
    'It makes hair grow.',
    'Hair regrowth in a month.',
    'You have ringworm.',
    'Guaranteed length.',
    'It grows back.',
  ])('catch %j', (promise) => {
    expect(FORBIDDEN.some((pattern) => pattern.test(promise))).toBe(true);
  });

  test.each(['If you have psoriasis, ask first.', 'Curls are not a problem.', 'Healthy ends are kept.'])(
    'leave %j alone',
    (sentence) => {
      expect(FORBIDDEN.some((pattern) => pattern.test(sentence))).toBe(false);
    },
  );
});
