import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { siennaNaturals } from '@rapport/sienna-naturals';
import type { ChatReply, Memory, ModelsReport, Profile } from '@rapport/wire';
import OpenAI from 'openai';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  onEachDatabase,
  type ScriptedModel,
  type TestApp,
  type TestPerson,
} from '../src/index.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-brand-test';
const KNOWLEDGE = new URL('../../sienna-naturals/knowledge/', import.meta.url);
/** Both brands have this passage, so that one's reply would suit the other's question word for word. */
const SHARED_PASSAGE = 'how-often-to-wash.md';
const QUESTION = 'How often should I wash 4C hair?';
const GREEN = `---
id: green-tint
title: "A green tint after the pool"
tags: [swimming]
questions: ["My hair has a green tint", "why did my blonde hair turn green in the pool", "is green hair from chlorine"]
answer: "The green comes from copper in the water, not from chlorine itself. A shampoo made to take minerals out usually lifts the tint in one to three washes; condition well afterwards."
next: How long has the tint been there?
sources: [{ title: "Tidewater's notes", url: "https://tidewater.example.com/notes" }]
lastReviewed: 2026-11-30
reviewer: editorial
safety: null
---

Light and bleached hair shows it most.
`;
const PRODUCTS = {
  products: [
    {
      id: 'sample-lap-day-shampoo',
      name: 'Sample Lap Day Shampoo',
      category: 'shampoo',
      about: 'a shampoo for after the pool',
      forWhom: { concerns: ['dryness', 'routine', 'swimming'], hairTypes: null, porosities: null, fromYears: 3 },
      howToUse: null,
      ingredients: null,
      price: null,
      sourceUrl: null,
      verifiedOn: null,
      sample: true,
    },
  ],
};

/**
 * Everything of Sienna's but her brand: the same stages, personas, fields of hair and words, so that whatever crossed from
 * one brand to the other would fit there and show.
 */
function otherBrand(folder: string): AssistantDefinition {
  mkdirSync(join(folder, 'knowledge'));
  writeFileSync(join(folder, 'knowledge', SHARED_PASSAGE), readFileSync(new URL(SHARED_PASSAGE, KNOWLEDGE)));
  writeFileSync(join(folder, 'knowledge', 'green-tint.md'), GREEN);
  writeFileSync(join(folder, 'products.json'), JSON.stringify(PRODUCTS));
  const { knowledge } = siennaNaturals;
  return {
    ...siennaNaturals,
    id: 'marina',
    name: 'Marina',
    brand: { id: 'tidewater', name: 'Tidewater', focus: 'hair care for swimmers' },
    knowledge: { directory: pathToFileURL(`${join(folder, 'knowledge')}/`), synonyms: knowledge?.synonyms ?? [] },
    catalogue: { file: pathToFileURL(join(folder, 'products.json')) },
    links: null,
  };
}

onEachDatabase('two brands in one installation', (databases) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-brands-'));
  let test: TestApp;
  let vendor: ScriptedModel;
  const washing = readFileSync(new URL(SHARED_PASSAGE, KNOWLEDGE), 'utf8').match(/^answer: "(.*)"$/m)?.[1] ?? '';
  beforeAll(async () => {
    // Words that the shared passage backs, so that they are kept for others.
    vendor = createScriptedModel('vendor/one', () => [{ do: 'text', text: washing }, { do: 'finish' }]);
    test = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { assistants: [siennaNaturals, otherBrand(folder)], models: [vendor] },
    });
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const profileOf = async (person: TestPerson) => (await person.request('GET', '/api/v1/profile')).json<Profile>();
  const memoriesOf = async (person: TestPerson, assistant: string) =>
    (await person.request('GET', `/api/v1/memories?assistant=${assistant}&limit=100`)).json<{ items: Memory[] }>()
      .items;
  const toldSienna = async (): Promise<{ person: TestPerson; reply: ChatReply }> => {
    const person = await test.guest();
    await person.say('sienna', 'My sister Ottilie lives in Ghent, and I am allergic to coconut.');
    const reply = await person.say(
      'sienna',
      'I have 4C low porosity hair and did the big chop last night! What do I put on my hair now?',
    );
    return { person, reply };
  };
  const hair = /ottilie|coconut|ghent|big chop/i;

  const asks = [
    "What's my sister's name?",
    'What do you know about my hair?',
    'My hair is so dry, which shampoo should I use?',
  ];
  /** What Marina says and holds of someone who asks all that, and what a vendor was told meanwhile. */
  const marinaOf = async (person: TestPerson) => {
    const requestsBefore = vendor.requests.length;
    const replies: ChatReply[] = [];
    for (const question of asks) replies.push(await person.say('marina', question));
    const told = vendor.requests.slice(requestsBefore).map(({ instructions, messages }) => [instructions, messages]);
    return {
      // The disclosure, the same for all, and wordings chosen by an id are no part of what is known.
      replies: replies.map(({ memoriesUsed, journeyStage, persona, products }) => ({
        memoriesUsed,
        journeyStage,
        persona,
        products,
      })),
      texts: replies.map(({ message }) => message.text).join(' '),
      told: JSON.stringify(told),
      standing: (await profileOf(person)).assistants.marina,
      memories: await memoriesOf(person, 'marina'),
    };
  };

  it('know nothing of what a person told the other: memories, hair, stage and persona', async () => {
    const { person, reply } = await toldSienna();
    expect(reply.journeyStage).not.toBeNull();
    expect(await memoriesOf(person, 'sienna')).not.toHaveLength(0);
    expect(JSON.stringify((await profileOf(person)).assistants.sienna?.hairProfile)).toMatch(/4C/i);

    const known = await marinaOf(person);
    const stranger = await marinaOf(await test.guest());
    expect(known.texts).not.toMatch(hair);
    expect(known.told).not.toMatch(/ottilie|coconut|ghent/i);
    expect(known.memories).toEqual([]);
    // To the other brand the person is whom a stranger with the same words would be.
    expect(known.replies).toEqual(stranger.replies);
    expect(known.standing).toEqual(stranger.standing);
  });

  it('answer from their own knowledge and shelf only', async () => {
    const person = await test.guest();
    const green = 'Why did my blonde hair turn green in the pool?';
    expect(
      (await person.say('marina', green)).citations.every(
        ({ id }) => id === 'green-tint' || id === 'how-often-to-wash',
      ),
    ).toBe(true);
    expect((await person.say('sienna', green)).citations.map(({ id }) => id)).not.toContain('green-tint');
    const other = await person.say('marina', 'How do I care for box braids?');
    expect(other.citations.filter(({ id }) => !['green-tint', 'how-often-to-wash'].includes(id))).toEqual([]);
    const shelf = await person.say('marina', 'My hair is so dry, which shampoo should I use?');
    expect(shelf.products.filter(({ id }) => id !== 'sample-lap-day-shampoo')).toEqual([]);
    const hers = await person.say('sienna', 'My hair is so dry, which shampoo should I use?');
    expect(hers.products.map(({ id }) => id)).not.toContain('sample-lap-day-shampoo');
    expect((await person.say('marina', 'Where do I return this?')).message.text).not.toContain('siennanaturals');
  });

  it('never give a reply that was made for the other', async () => {
    const ask = async (assistant: string) => (await test.guest()).say(assistant, QUESTION);
    const clear = (brand: string) =>
      test.request('POST', '/api/v1/admin/cache/clear', { token: OPERATOR_TOKEN, body: { brand } });
    await clear('sienna-naturals');
    await clear('tidewater');
    const hits = [];
    for (const assistant of ['sienna', 'sienna', 'marina', 'marina']) hits.push((await ask(assistant)).cacheHit);
    expect(hits).toEqual([false, true, false, true]);
    await clear('tidewater');
    expect([(await ask('sienna')).cacheHit, (await ask('marina')).cacheHit]).toEqual([true, false]);
    const { rows } = await test.app.database.pool.query<{ assistant: string }>(
      'SELECT assistant FROM cache_performance_stats ORDER BY assistant',
    );
    expect(rows.map(({ assistant }) => assistant)).toEqual(['marina', 'sienna']);
  });

  it('keep their conversations apart', async () => {
    const { person, reply } = await toldSienna();
    await person.say('marina', 'Hello');
    const list = async (assistant: string) =>
      (await person.request('GET', `/api/v1/conversations?assistant=${assistant}`)).json<{
        items: { id: string; assistant: string }[];
      }>().items;
    expect((await list('marina')).map(({ assistant }) => assistant)).toEqual(['marina']);
    expect((await list('sienna')).every(({ assistant }) => assistant === 'sienna')).toBe(true);
    const crossed = await person.request('POST', '/api/v1/chat', {
      body: { assistant: 'marina', message: 'What did I say?', conversationId: reply.conversationId },
    });
    expect(crossed.status).toBe(404);
  });

  it('are apart at the door for clients of OpenAI too', async () => {
    const { person } = await toldSienna();
    const client = new OpenAI({ baseURL: `${test.url}/v1`, apiKey: person.session.accessToken, maxRetries: 0 });
    const toldWith = async (model: string) => {
      const messages = [{ role: 'user' as const, content: "What's my sister's name?" }];
      await client.chat.completions.create({ model, messages });
      return vendor.requests.at(-1)?.instructions ?? '';
    };
    expect(await toldWith('marina')).not.toMatch(/ottilie/i);
    expect(await toldWith('sienna')).toMatch(/ottilie/i);
  });

  it('have figures of their own', async () => {
    const count = async (query: string) =>
      (await test.request('GET', `/analytics/models${query}`, { token: OPERATOR_TOKEN })).json<ModelsReport>().turns;
    const before = { sienna: await count('?brand=sienna-naturals'), tidewater: await count('?brand=tidewater') };
    await (await test.guest()).say('marina', `Does copper colour hair ${randomUUID().slice(0, 4)}?`);
    expect(await count('?brand=tidewater')).toBe(before.tidewater + 1);
    expect(await count('?brand=sienna-naturals')).toBe(before.sienna);
    expect(await count('')).toBe(before.sienna + before.tidewater + 1);
  });

  it('share memories where the person says so, and nothing else', async () => {
    const { person } = await toldSienna();
    expect((await profileOf(person)).consent.crossAssistant).toBe(false);
    await person.request('PATCH', '/api/v1/profile', { body: { consent: { crossAssistant: true } } });
    const shared = await marinaOf(person);
    expect(shared.told).toMatch(/ottilie/i);
    const stranger = await marinaOf(await test.guest());
    expect(shared.standing).toEqual(stranger.standing);
    expect(shared.memories).toEqual([]);
    expect(shared.replies.map(({ journeyStage, persona }) => [journeyStage, persona])).toEqual(
      stranger.replies.map(({ journeyStage, persona }) => [journeyStage, persona]),
    );

    await person.request('PATCH', '/api/v1/profile', { body: { consent: { crossAssistant: false } } });
    expect((await marinaOf(person)).told).not.toMatch(/ottilie/i);
  });

  it('lose nothing of the other when a person forgets one', async () => {
    const { person } = await toldSienna();
    await person.request('DELETE', '/api/v1/memories?assistant=marina');
    expect(await memoriesOf(person, 'sienna')).not.toHaveLength(0);
    await person.request('DELETE', '/api/v1/memories?assistant=sienna');
    expect(await memoriesOf(person, 'sienna')).toEqual([]);
  });
});
