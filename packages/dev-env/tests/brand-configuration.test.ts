import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineAssistant } from '@rapport/core/assistants/define-assistant.ts';
import { loadCatalogue } from '@rapport/core/catalogue/load.ts';
import { jumbo } from '@rapport/jumbo';
import { siennaNaturals } from '@rapport/sienna-naturals';
import type { Assistant } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScriptedModel, createTestApp, onEachDatabase, type TestApp } from '../src/index.ts';

const scripted = (...texts: readonly string[]) =>
  createScriptedModel('vendor/one', () => [...texts.map((text) => ({ do: 'text' as const, text })), { do: 'finish' }]);

onEachDatabase('the name and the focus of a brand, as the environment says', (databases) => {
  const vendor = scripted('Of course.');
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({
      database: await databases.migrated(),
      environment: { BRAND_NAME: 'Harbour & Co', BRAND_FOCUS: 'care for coily hair' },
      overrides: { models: [vendor] },
    });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  it('are those of the guide, in the list, the greeting, the prompt and its own words; the companion keeps its own', async () => {
    const { items } = (await test.request('GET', '/api/v1/assistants')).json<{ items: Assistant[] }>();
    expect(items.map(({ id, brand }) => [id, brand])).toEqual([
      ['sienna', 'Harbour & Co'],
      ['jumbo', 'Jumbo'],
    ]);
    const ada = await test.guest();
    expect((await ada.startConversation('sienna')).greeting.text).toContain('the AI guide of Harbour & Co');
    await ada.say('sienna', 'How often should I wash 4C hair?');
    const told = vendor.requests.at(-1)?.instructions ?? '';
    expect(told).toContain('the guide of Harbour & Co, and your subject is care for coily hair');
    expect(told).not.toContain('Sienna Naturals');
    const shop = await ada.say('sienna', 'Where can I buy it?');
    expect(shop.message.text).toContain("Harbour & Co's shop is here");
  });
});

onEachDatabase('which assistants are served', (databases) => {
  it('is what ASSISTANTS says, in its order', async () => {
    await using test = await createTestApp({
      database: await databases.migrated(),
      environment: { ASSISTANTS: 'jumbo, sienna' },
    });
    const { items } = (await test.request('GET', '/api/v1/assistants')).json<{ items: Assistant[] }>();
    expect(items.map(({ id }) => id)).toEqual(['jumbo', 'sienna']);
  });

  it('is refused where there is none of that name, or the folder is none', async () => {
    const database = await databases.migrated();
    const starting = (environment: Readonly<Record<string, string>>) =>
      createTestApp({ database, ownsDatabase: false, environment });
    await expect(starting({ ASSISTANTS: 'robin' })).rejects.toThrow(
      'ASSISTANTS names "robin", and there is no such assistant. There are: sienna, jumbo.',
    );
    await expect(starting({ ASSISTANTS_DIR: '/nowhere/at/all' })).rejects.toThrow(
      'ASSISTANTS_DIR is /nowhere/at/all, and there is no such folder.',
    );
    const folder = fileURLToPath(new URL('../../../docs', import.meta.url));
    await expect(starting({ ASSISTANTS_DIR: folder })).rejects.toThrow('has no assistant.ts');
    await database.close();
  });
});

onEachDatabase("Sienna's voice and links", (databases) => {
  let test: TestApp;
  const vendor = scripted(
    'Your hair isn’t nap',
    'py, and you don’t have to ta',
    'me it. A leave-in makes it more mana',
    'geable; good hair is moist hair, on good hair days too.',
  );
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated(), overrides: { models: [vendor] } });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  it('holds for a vendor within a stream: what was shown is what is stored, and no word to avoid is in it', async () => {
    const ada = await test.guest();
    const events = await ada.stream('sienna', 'how do I detangle my hair');
    const shown = events.map(({ part }) => (part.type === 'text-delta' ? part.delta : '')).join('');
    expect(shown).toContain('Your hair isn’t coily, and you don’t have to care for it.');
    expect(shown).toContain('easier to style; healthy hair is moist hair, on good hair days too.');
    for (const { part } of events) {
      if (part.type === 'text-delta') expect(part.delta).not.toMatch(/nappy|tame|manageable/i);
    }
    const { rows } = await test.app.database.pool.query<{ text: string }>(
      `select text from messages where role = 'assistant' and text like '%moist hair%'`,
    );
    expect(rows[0]?.text).toBe(shown);
  });

  it('answers where to return, buy and write to without asking a vendor, and makes no hours up', async () => {
    const ada = await test.guest();
    const asked = vendor.requests.length;
    const said = async (message: string) => (await ada.say('sienna', message)).message.text;
    expect(await said('where do I return this?')).toContain('https://siennanaturals.com/pages/return-policy');
    expect(await said('where can I buy it?')).toContain('https://siennanaturals.com/');
    expect(await said('how do I contact you?')).toContain('customerservice@siennanaturals.com');
    for (const question of ['what are your opening hours?', 'are you open now?']) {
      const text = await said(question);
      expect(text).toContain('not on file');
      expect(text).not.toMatch(/\d{1,2}(:\d{2})? ?([ap]m)\b|monday/i);
    }
    expect(vendor.requests.length).toBe(asked);
  });

  it('answers the rest of a message, and what it asks of the brand below', async () => {
    const asked = vendor.requests.length;
    const reply = await (await test.guest()).say(
      'sienna',
      'My hair has been so hard to detangle since I took my braids down, what can I do? And where do I return the comb?',
    );
    expect(reply.message.text).toContain('moist hair');
    expect(reply.message.text).toContain('https://siennanaturals.com/pages/return-policy');
    expect(vendor.requests.length).toBe(asked + 1);
    expect(vendor.requests.at(-1)?.instructions).toContain('is answered below your reply');
  });
});

describe('what a person may take of an assistant', () => {
  it('is data that is checked, and told', () => {
    const { replyWords } = siennaNaturals.limits;
    const told = siennaNaturals.promptSections.find(({ id }) => id === 'brand-voice')?.text;
    expect(told).toContain(`Never more than ${replyWords} words in a reply`);
    expect(jumbo.limits).toEqual({ replyWords: null, centsPerPersonPerDay: null });
  });
});

describe('the platform', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const files = [
    'packages/core/src',
    'packages/wire/src',
    'packages/adapters',
    'apps/server/src',
    'apps/web/src',
  ].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|css|html|sql)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((file) => !/\.test\.|fixtures|node_modules|\/dist\//.test(file)),
  );
  const saying = (words: readonly string[]) => {
    const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i');
    return files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
  };
  const { catalogue } = siennaNaturals;
  const products = catalogue === null ? [] : loadCatalogue(fileURLToPath(catalogue.file)).products;

  it('names no brand, no product and no link of one', () => {
    const names = products.filter(({ sample }) => !sample).flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
    expect(saying([siennaNaturals.brand.name, 'siennanaturals', ...names])).toEqual(
      [
        // The example of BRAND_NAME, which is the guide's.
        'apps/server/src/config/variables.ts',
        // The sets that measure the shipped assistants, and the list of those.
        'apps/server/src/cli/eval-hair.ts',
        'apps/server/src/cli/eval-outcomes.ts',
        'apps/server/src/cli/eval-products.ts',
        'apps/server/src/cli/eval.ts',
        'apps/server/src/shipped-assistants.ts',
      ].sort((one, other) => files.indexOf(one) - files.indexOf(other)),
    );
  });

  it('names the shipped assistants only where people say their names, and where they are listed', () => {
    const named = saying([siennaNaturals.name]).filter((file) => file.startsWith('packages/core/'));
    expect(named.sort()).toEqual([
      // "Can I talk to someone, Sienna?" wants a person, and not her.
      'packages/core/src/hand-off/reason-rules.ts',
      // "Hey Sienna, note that …": an address at the start of a message is skipped. Another assistant's name there is read as
      // a word of the message.
      'packages/core/src/memory/gate.ts',
      'packages/core/src/memory/question-reading.ts',
      'packages/core/src/understanding/gist.ts',
      'packages/core/src/understanding/intent.ts',
      // A list of first names, and of what is nobody's.
      'packages/core/src/understanding/name-words.ts',
    ]);
  });
});

describe('a definition that says something its voice avoids', () => {
  it('is refused, naming the assistant, the path and what to write', () => {
    const { promptSections, promptVersion: _version, ...definition } = siennaNaturals;
    const own = promptSections.filter(({ id }) => !['brand-voice', 'brand-links', 'answered-below'].includes(id));
    const define = () =>
      defineAssistant({ ...definition, promptSections: own, tagline: 'Tame your hair' } as Parameters<
        typeof defineAssistant
      >[0]);
    expect(define).toThrow(
      'The assistant "sienna" is not defined well: tagline: says "Tame", which its voice avoids: write "Care for"',
    );
  });
});
