import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parsePassage } from '@rapport/core/knowledge/load.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createScriptedModel, createTestApp, FakeClock, onEachDatabase, type TestApp } from '../src/index.ts';

const DOCUMENT = new URL('../../../docs/writing-an-assistant.md', import.meta.url);

/** The files of the document: a line with a path between backticks, and the block below it. */
function filesOf(document: string): ReadonlyMap<string, string> {
  const blocks = document.matchAll(/^`(tidewater\/[\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm);
  return new Map(Array.from(blocks, ([, path = '', content = '']) => [path, content]));
}

function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const document = readFileSync(DOCUMENT, 'utf8');
const files = filesOf(document);
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-assistants-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

it('has every file that its definition names', () => {
  expect([...files.keys()].sort()).toEqual([
    'tidewater/assistant.ts',
    'tidewater/evals/retrieval.jsonl',
    'tidewater/journey.ts',
    'tidewater/knowledge/before-the-pool.md',
    'tidewater/knowledge/green-tint.md',
    'tidewater/personas.ts',
    'tidewater/products.json',
    'tidewater/prompts/10-role.md',
    'tidewater/prompts/20-data.md',
    'tidewater/prompts/30-passages.md',
    'tidewater/prompts/40-products.md',
    'tidewater/prompts/50-person.md',
  ]);
});

onEachDatabase('the assistant of docs/writing-an-assistant.md', (databases) => {
  let app: TestApp;
  const clock = new FakeClock(new Date('2026-11-30T15:00:00Z'));
  beforeAll(async () => {
    const folder = newFolder();
    writeFiles(folder, files);
    const database = await databases.migrated();
    app = await createTestApp({ database, environment: { ASSISTANTS_DIR: folder }, overrides: { clock } });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('stands beside those that ship', async () => {
    const listed = (await app.request('GET', '/api/v1/assistants')).json<{ items: { id: string; brand: string }[] }>();
    expect(listed.items.map(({ id }) => id)).toEqual(['sienna', 'jumbo', 'marina']);
    expect(listed.items.at(-1)?.brand).toBe('Tidewater');
  });

  it('greets in its own words', async () => {
    const ada = await app.guest();
    const { greeting } = await ada.startConversation('marina');
    expect(greeting.text).toBe(
      "Hi, I'm Marina, the AI guide of Tidewater. Pool or sea, what does your hair go through?",
    );
  });

  it('answers from its knowledge with the source, and in its own words', async () => {
    const reply = await (await app.guest()).say('marina', 'My hair has a green tint. What now?');
    expect(reply.citations.map(({ id }) => id)).toEqual(['green-tint']);
    expect(reply.message.text).toContain('not thirsty');
    expect(reply.message.text).not.toMatch(/ruined/i);
    const written = parsePassage('green-tint.md', files.get('tidewater/knowledge/green-tint.md') ?? '');
    expect(written.answer).toContain('ruined');
  });

  it('recommends its product', async () => {
    const reply = await (await app.guest()).say('marina', 'What shampoo should I use after swimming?');
    expect(reply.products.map(({ id }) => id)).toContain('sample-lap-day-shampoo');
  });

  it('tells links and hours from its data', async () => {
    const ada = await app.guest();
    const returns = await ada.say('marina', 'Where do I return this?');
    expect(returns.message.text).toContain('https://tidewater.example.com/returns');
    const open = await ada.say('marina', 'Are you open now?');
    expect(open.message.text).toContain('Right now they are open (it is 10:00');
    const buy = await ada.say('sienna', 'Are you open now?');
    expect(buy.message.text).toContain('not on file');
    expect(buy.message.text).not.toContain('tidewater');
  });

  it('has a stage and a persona of its own', async () => {
    const ada = await app.guest();
    const reply = await ada.say(
      'marina',
      "I'm new to swimming, no idea what to do with my hair. I just started swimming.",
    );
    expect(reply).toMatchObject({ journeyStage: 'discovery', persona: 'newbie' });
  });
});

onEachDatabase('a vendor that speaks for it', (databases) => {
  it('is told its voice, links and hours, and its words to avoid are replaced while they stream', async () => {
    const folder = newFolder();
    writeFiles(folder, files);
    const model = createScriptedModel('test/vendor', () => [
      ...['Wet it first with fresh water. Your hair is not wre', 'cked', ' by one swim.'].map((text) => ({
        do: 'text' as const,
        text,
      })),
      { do: 'finish' },
    ]);
    const database = await databases.migrated();
    await using app = await createTestApp({
      database,
      environment: { ASSISTANTS_DIR: folder, ASSISTANTS: 'marina' },
      overrides: { models: [model] },
    });
    const events = await (await app.guest()).stream('marina', 'what do I do before I get into the pool?');
    const shown = events.map(({ part }) => (part.type === 'text-delta' ? part.delta : '')).join('');
    expect(shown).toContain('not thirsty by one swim');
    expect(shown).not.toContain('wrecked');
    const told = model.requests[0]?.instructions ?? '';
    expect(told).toContain('Like a swim coach who knows hair');
    expect(told).toContain('Never "ruined", "wrecked": say "thirsty"');
    expect(told).toContain('https://tidewater.example.com/returns');
    expect(told).toContain('monday 09:00-17:00');
    expect(told).toContain('Never more than 120 words');
  });
});

onEachDatabase('what is wrong with a folder', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  const without = (path: string) => new Map([...files].filter(([name]) => name !== path));
  const changed = (path: string, from: string | RegExp, to: string) =>
    new Map([...files].map(([name, content]) => [name, name === path ? content.replace(from, to) : content]));
  const definition = 'tidewater/assistant.ts';
  /** What is changed of the document's files, and the words of its table that the server says. */
  const cases: readonly (readonly [said: string, files: ReadonlyMap<string, string>])[] = [
    ['has no assistant.ts', without(definition)],
    ['exports no definition', changed(definition, 'export default', 'export const marina =')],
    ['both have the id "sienna"', changed(definition, "id: 'marina'", "id: 'sienna'")],
    [
      'disclosure: must say that it is an AI',
      changed(definition, 'an AI guide, not a person', 'a guide, not a person'),
    ],
    ['theme.light: onAccent must be readable on accent', changed(definition, "'#0b5f78'", "'#c0d0d8'")],
    [
      'links.shop: must be a public page such as "https://example.com/returns"',
      changed(definition, 'https://tidewater.example.com/shop', 'http://tidewater.example.com/shop'),
    ],
    [
      'greetings.stranger: says "ruined", which its voice avoids: write "thirsty"',
      changed(definition, 'Pool or sea, what does your hair go through?', 'Is your hair ruined?'),
    ],
    [
      'voice.avoid.0.instead: says "wrecked", which is a word to avoid',
      changed(definition, "instead: 'thirsty'", "instead: 'wrecked'"),
    ],
    [
      'hours.weekly.monday.0: must close after it opens',
      changed(definition, "from: '09:00', until: '17:00'", "from: '19:00', until: '17:00'"),
    ],
    [
      'prompt file 10-role.md: text: has the unknown slot {nickname}',
      changed('tidewater/prompts/10-role.md', '{focus}', '{nickname}'),
    ],
    [
      'there is a knowledge folder, and no section shows what is found in it',
      without('tidewater/prompts/30-passages.md'),
    ],
    [
      'knowledge file green-tint.md: sources',
      changed('tidewater/knowledge/green-tint.md', /sources:\n.*\n.*\n/, 'sources: []\n'),
    ],
    [
      'catalogue file products.json: product "sample-lap-day-shampoo": name: must have the word "Sample" in it',
      changed('tidewater/products.json', '"Sample Lap Day Shampoo"', '"Lap Day Shampoo"'),
    ],
    ['has no field "brandd"', changed(definition, 'brand: {', 'brandd: {')],
  ];
  it.each(cases)('refuses to start: %s', async (said, written) => {
    const folder = newFolder();
    writeFiles(folder, written);
    const starting = createTestApp({ database, ownsDatabase: false, environment: { ASSISTANTS_DIR: folder } });
    await expect(starting).rejects.toThrow(said);
  });

  it.each(cases.filter(([said]) => !/sienna|sample-lap|brandd/.test(said)))('and the document says so: %s', (said) => {
    expect(document).toContain(said);
  });
});
