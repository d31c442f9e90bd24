import type { Profile } from '@rapport/wire';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createScriptedModel, createTestApp, onEachDatabase, type TestApp, type TestPerson } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

onEachDatabase('the hair profile', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated() });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const hairOf = async (person: TestPerson): Promise<Profile['assistants'][string]['hairProfile'] | undefined> =>
    (await person.request('GET', '/api/v1/profile')).json<Profile>().assistants.sienna?.hairProfile;
  const enter = (person: TestPerson, hairProfile: unknown, assistant = 'sienna') =>
    person.request('PATCH', '/api/v1/profile', { body: { assistants: { [assistant]: { hairProfile } } } });
  const entriesOf = async (person: TestPerson): Promise<number> => {
    const { rowCount } = await test.app.database.pool.query('select from hair_profile_entries where user_id = $1', [
      person.session.user.id,
    ]);
    return rowCount ?? 0;
  };

  it('is learnt in talk, each value with its words, and corrected by what is said later', async () => {
    const person = await test.guest();
    const messageId = crypto.randomUUID();
    await person.say('sienna', 'I have 4C hair, low porosity. How do I keep it moisturized?', { messageId });
    expect(await hairOf(person)).toMatchObject({
      type: [{ value: '4C', quote: 'I have 4C hair, low porosity.', confidence: 0.9, sourceMessageId: messageId }],
      porosity: { value: 'low', sourceMessageId: messageId },
    });
    await person.say('sienna', 'I have 4C hair, low porosity. How do I keep it moisturized?');
    expect(await entriesOf(person)).toBe(6);
    await person.say('sienna', 'I have 4C hair, low porosity. How do I keep it moisturized?');
    expect(await entriesOf(person)).toBe(6);
    const second = await person.say('sienna', "Actually my hair isn't low porosity, my hair is high porosity");
    expect(await hairOf(person)).toMatchObject({ porosity: { value: 'high' } });
    await person.request('DELETE', `/api/v1/conversations/${second.conversationId}`);
    expect(await hairOf(person)).toMatchObject({ porosity: { value: 'low' } });
  });

  it('learns nothing of a message that is forgotten while its turn runs', async () => {
    const gate = Promise.withResolvers<void>();
    const model = createScriptedModel('test/slow', () => [
      { do: 'text', text: 'Rinse with cool water.' },
      { do: 'wait', until: gate.promise },
      { do: 'finish' },
    ]);
    await using slow = await createTestApp({ database: await databases.migrated(), overrides: { models: [model] } });
    const { pool } = slow.app.database;
    const person = await slow.guest();
    const messageId = crypto.randomUUID();
    const replied = person.say('sienna', 'I did the big chop, I have 4C hair, low porosity', { messageId });
    await vi.waitFor(async () => {
      const forgotten = await pool.query('update messages set forgotten_at = now() where id = $1', [messageId]);
      expect(forgotten.rowCount).toBe(1);
    });
    gate.resolve();
    await replied;
    for (const table of ['hair_profile_entries', 'journey_moves', 'persona_moves'])
      expect((await pool.query(`select from ${table}`)).rowCount, table).toBe(0);
  });

  it('warns of what the person reacts to where advice for everybody names it', async () => {
    const person = await test.guest();
    await person.say('sienna', "I'm allergic to coconut, it gives me hives. I have 4C hair.");
    const advised = await person.say('sienna', 'My friend swears by coconut oil before washing, should I try it?');
    expect(advised.message.text).toMatch(/react to coconut/);
    const other = await test.guest();
    const plain = await other.say('sienna', 'My friend swears by coconut oil before washing, should I try it?');
    expect(plain.message.text).not.toMatch(/react to/);
  });

  it('is edited by the person, and what is entered holds until they say otherwise', async () => {
    const person = await test.guest();
    await person.say('sienna', 'I have high porosity hair, what do I do about dryness?');
    const edited = await enter(person, { porosity: 'low', type: ['4A', '4B'] });
    expect(edited.status, edited.text).toBe(200);
    expect(edited.json<Profile>().assistants.sienna?.hairProfile).toMatchObject({
      porosity: { value: 'low', quote: null, sourceMessageId: null, confidence: 1 },
      type: [{ value: '4A' }, { value: '4B' }],
    });
    const held = await entriesOf(person);
    for (let again = 0; again < 3; again += 1) await enter(person, { porosity: 'low', type: ['4A', '4B'] });
    expect(await entriesOf(person)).toBe(held);
    await enter(person, { type: null });
    expect(await hairOf(person)).not.toHaveProperty('type');
    await person.say('sienna', 'Turns out my hair is high porosity after all');
    expect(await hairOf(person)).toMatchObject({ porosity: { value: 'high' } });
  });

  const refused = [
    ['an unknown field', { shoe_size: '42' }, 'sienna', 'body.assistants.sienna.hairProfile.shoe_size'],
    ['an unknown value', { porosity: 'middling' }, 'sienna', 'body.assistants.sienna.hairProfile.porosity'],
    ['a list for one value', { porosity: ['low'] }, 'sienna', 'body.assistants.sienna.hairProfile.porosity'],
    ['an assistant that keeps none', { porosity: 'low' }, 'jumbo', 'body.assistants.jumbo.hairProfile'],
    ['an assistant that is not there', { porosity: 'low' }, 'nobody', 'body.assistants.nobody'],
  ] as const;
  it.each(refused)('refuses %s and says where', async (_, hairProfile, assistant, path) => {
    const person = await test.guest();
    const response = await enter(person, hairProfile, assistant);
    expect(response.status).toBe(400);
    expectProblem(response, 'VALIDATION_ERROR');
    expect(response.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toEqual([path]);
    expect(await entriesOf(person)).toBe(0);
  });

  it('asks one thing, where it changes the advice, and not what is known', async () => {
    const question = 'I need help: why is my hair dry again two days after I wash it?';
    const asked = 'Does water bead up on your hair';
    const stranger = await test.guest();
    const known = await test.guest();
    await enter(known, { porosity: 'low' });
    expect((await stranger.say('sienna', question)).message.text).toContain(asked);
    expect((await known.say('sienna', question)).message.text).not.toContain(asked);
  });

  it('keeps nothing where memory is off, of others, or for assistants that ask for none', async () => {
    const person = await test.guest();
    await person.say('sienna', 'My daughter has 4C hair, how often do I wash it?');
    await person.say('jumbo', 'I have 4C hair, low porosity');
    await person.request('PATCH', '/api/v1/profile', { body: { consent: { memory: false } } });
    await person.say('sienna', 'I have 4C hair, low porosity. How do I keep it moisturized?');
    expect(await entriesOf(person)).toBe(0);
  });

  it('goes along in an export and away with an erasure or what is forgotten', async () => {
    const person = await test.guest();
    await person.say('sienna', 'I have 4C hair, low porosity. How do I keep it moisturized?');
    const exported = (await person.request('GET', '/api/v1/profile/export')).json<Record<string, unknown[]>>();
    expect(exported.hairProfileEntries).toHaveLength(3);
    await test.app.database.pool.query(
      "update messages set forgotten_at = now() where user_id = $1 and role = 'user'",
      [person.session.user.id],
    );
    expect(await entriesOf(person)).toBe(0);
    await enter(person, { porosity: 'low' });
    await person.request('DELETE', '/api/v1/memories?assistant=sienna');
    expect(await entriesOf(person)).toBe(0);
    await enter(person, { porosity: 'low' });
    await person.request('DELETE', '/api/v1/profile');
    expect(await entriesOf(person)).toBe(0);
  });
});
