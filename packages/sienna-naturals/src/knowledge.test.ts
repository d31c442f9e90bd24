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

/** What the knowledge base must be able to answer, and where it does. */
const REQUIRED: readonly (readonly [topic: string, ...ids: string[]])[] = [
  ['curl types and their limits', 'curl-types', 'hair-typing-limits'],
  ['porosity', 'porosity-basics', 'low-porosity-care', 'high-porosity-care'],
  ['density and strand thickness', 'density-and-strand-thickness'],
  ['the scalp', 'scalp-biology', 'scalp-care-basics'],
  ['cleanse, condition, seal', 'cleanse-condition-seal'],
  ['a first routine', 'beginner-routine', 'wash-day-steps', 'how-often-to-wash'],
  ['layering moisture', 'loc-and-lco'],
  ['moisture and protein', 'moisture-vs-protein', 'protein-overload', 'hygral-fatigue', 'hydrolyzed-proteins'],
  ['treatments', 'deep-conditioning', 'pre-poo', 'diy-treatments'],
  ['detangling and slip', 'detangling-and-slip', 'single-strand-knots'],
  ['length', 'shrinkage', 'hair-growth-rate', 'length-retention', 'trimming-and-split-ends'],
  ['breakage or shedding', 'breakage-vs-shedding'],
  ['heat', 'heat-styling-safely', 'heat-damage', 'silk-press'],
  ['color, bleach and relaxer', 'color-and-bleach', 'relaxer-facts'],
  ['transitioning', 'transitioning-two-textures', 'washing-transitioning-hair', 'long-term-transition'],
  ['the big chop', 'big-chop', 'going-natural-is-it-hard'],
  ['edges and pulling', 'edges-care', 'traction-alopecia', 'braids-and-tension'],
  ['protective styles', 'protective-styles-basics', 'style-take-down', 'wigs-and-sew-ins', 'itchy-scalp-with-braids'],
  ['locs', 'starting-locs', 'washing-locs', 'loc-take-down-and-shed-hair'],
  ['water and build-up', 'hard-water', 'clarifying-vs-chelating', 'product-build-up', 'swimming-and-chlorine'],
  ['climate', 'humidity-and-humectants', 'winter-hair-care'],
  ['nights and workouts', 'sleep-protection', 'exercise-and-sweat'],
  ['babies and children', 'infant-hair-care', 'child-wash-day-without-tears', 'tender-headed-child', 'school-styles'],
  ['mixed textures', 'mixed-texture-children'],
  ['shedding with a cause', 'postpartum-shedding', 'illness-and-stress-shedding', 'hair-during-medical-treatment'],
  ['hair loss that needs a doctor', 'sudden-bald-patches', 'crown-thinning'],
  ['flakes and itch', 'dandruff-dry-scalp-or-seborrheic', 'psoriasis-and-eczema-look-alikes', 'ringworm-in-children'],
  ['emergencies', 'burning-pus-or-swelling', 'swallowed-product', 'product-in-eyes'],
  ['cleansers and coatings', 'sulfates', 'silicones', 'parabens-and-preservatives', 'alcohols-in-products'],
  ['oils and butters', 'oils-and-butters', 'oils-for-growth'],
  ['labels and claims', 'reading-ingredient-lists', 'clean-and-natural-claims'],
  ['allergy and fragrance', 'patch-testing', 'fragrance-and-sensitivity'],
  ['smoothing treatments', 'formaldehyde-smoothing-treatments'],
  ['growth myths', 'rice-water', 'biotin-and-supplements'],
  ['the curly method', 'curly-method-and-co-washing'],
  ['men', 'mens-short-hair-and-waves', 'beard-basics'],
  ['age', 'graying-hair', 'menopause-hair'],
  ['coverings', 'head-coverings'],
  ['pregnancy', 'pregnancy'],
  ['little money, little time', 'three-product-budget-routine', 'time-poor-routine'],
  ['tools and styling', 'tools', 'refreshing-curls', 'curl-definition', 'gels-and-flaking'],
  ['work', 'hair-and-work'],
  ['dryness and damage in general', 'dry-hair', 'damaged-hair'],
  ['frizz', 'frizz'],
  ['an itchy scalp in general', 'itchy-scalp'],
  ['matted hair', 'matted-hair'],
  ['thinning in general', 'hair-thinning-overview'],
  ['choosing products, and how long they keep', 'choosing-products', 'product-expiry'],
  ['travel, sun and sea', 'travel-and-holidays'],
  ["children's routine", 'childrens-hair-routine'],
  ['dye, relaxers and cancer', 'hair-dye-and-cancer'],
];

/** Topics where advice without the note could hurt someone, and the note each must carry. */
const REQUIRED_NOTES: readonly (readonly [id: string, note: Passage['safety']])[] = [
  ['swallowed-product', 'urgent_poison_control'],
  ['product-in-eyes', 'urgent_care'],
  ['burning-pus-or-swelling', 'stop_use'],
  ['relaxer-facts', 'stop_use'],
  ['sudden-bald-patches', 'see_dermatologist'],
  ['crown-thinning', 'see_dermatologist'],
  ['traction-alopecia', 'see_dermatologist'],
  ['ringworm-in-children', 'see_doctor'],
  ['psoriasis-and-eczema-look-alikes', 'see_doctor'],
  ['dandruff-dry-scalp-or-seborrheic', 'see_doctor_if_persists'],
  ['postpartum-shedding', 'see_doctor_if_persists'],
  ['illness-and-stress-shedding', 'see_doctor_if_persists'],
  ['braids-and-tension', 'loosen_style'],
  ['patch-testing', 'patch_test'],
  ['color-and-bleach', 'patch_test'],
  ['fragrance-and-sensitivity', 'avoid_allergen'],
  ['pregnancy', 'ask_doctor_pharmacist'],
  ['hair-during-medical-treatment', 'ask_doctor_pharmacist'],
  ['hair-dye-and-cancer', 'ask_doctor_pharmacist'],
  ['hair-thinning-overview', 'see_dermatologist'],
  ['itchy-scalp', 'see_doctor_if_persists'],
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
  test('has at least 55 passages with ids of their own', () => {
    expect(ids.size).toBe(files.length);
    expect(ids.size).toBeGreaterThanOrEqual(55);
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

  test.each(REQUIRED)('covers %s', (_topic, ...required) => {
    expect(required.filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each(REQUIRED_NOTES)('%s carries the note %s', (id, note) => {
    expect(passages.find((passage) => passage.id === id)?.safety).toBe(note);
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
