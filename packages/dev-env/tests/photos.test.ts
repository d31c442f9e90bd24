import { wallHit } from '@rapport/core/photos/firewall.ts';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import { READING_BEGINS } from '@rapport/core/photos/reading-request.ts';
import type { ChatReply, Photo, Profile } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  HOSTILE_READINGS,
  onEachDatabase,
  pictureOf,
  pngOf,
  type Step,
  SOUND_READINGS,
  type TestApp,
  type TestPerson,
} from '../src/index.ts';

/** A vendor's model with eyes: reads photos as the test says, and talks otherwise. */
const visionModel = (
  reading: () => string | readonly Step[],
  id = 'test/seeing',
): LanguageModel & ReturnType<typeof createScriptedModel> => ({
  ...createScriptedModel(id, ({ instructions }) => {
    if (!instructions.startsWith(READING_BEGINS))
      return [{ do: 'text', text: 'A wash every week is fine.' }, { do: 'finish' }];
    const steps = reading();
    return typeof steps === 'string' ? [{ do: 'text', text: steps }, { do: 'finish' }] : steps;
  }),
  seesImages: true,
});

const GREY = pictureOf(pngOf(120));
const LOOK = 'Here is my hair, what do you see?';

onEachDatabase('photos in talk', (databases) => {
  const start = async (model: LanguageModel | null, more: object = {}): Promise<TestApp> =>
    createTestApp({
      database: await databases.migrated(),
      environment: { CIRCUIT_BREAKER_FAILURE_THRESHOLD: '100' },
      overrides: { ...(model === null ? {} : { models: [model] }), ...more },
    });
  /** What the model answers next. */
  let reading: string | readonly Step[] = SOUND_READINGS.plain;
  const model = visionModel(() => reading);
  let test: TestApp;
  beforeAll(async () => {
    test = await start(model);
  });
  afterAll(() => test[Symbol.asyncDispose]());
  const show = async (person: TestPerson, body: object = {}): Promise<ChatReply> => {
    const response = await person.request('POST', '/api/v1/chat', {
      body: { assistant: 'sienna', message: LOOK, images: [GREY], ...body },
    });
    expect(response.status, response.text).toBe(200);
    return response.json<ChatReply>();
  };
  const answer = (person: TestPerson, { conversationId }: ChatReply, message: string): Promise<ChatReply> =>
    person.say('sienna', message, { conversationId });
  const hairOf = async (person: TestPerson): Promise<Profile['assistants'][string]['hairProfile']> =>
    (await person.request('GET', '/api/v1/profile')).json<Profile>().assistants.sienna?.hairProfile ?? null;
  const upload = async (person: TestPerson, more: object = {}): Promise<Photo> => {
    const response = await person.request('POST', '/api/v1/photos', { body: { image: GREY, ...more } });
    expect(response.status, response.text).toBe(201);
    return response.json<Photo>();
  };
  const photosOf = async (person: TestPerson): Promise<readonly Photo[]> =>
    (await person.request('GET', '/api/v1/photos')).json<{ items: Photo[] }>().items;

  it('are told as seen and as guessed, and feed the profile on a yes alone', async () => {
    reading = SOUND_READINGS.wet;
    const asked = model.requests.length;
    const person = await test.guest();
    const reply = await show(person);
    expect(reply).toMatchObject({ model: 'test/seeing', attempts: 1, fallbackTriggered: false });
    expect(reply.message.text).toMatch(/guess a curl pattern around 3C to 4A/);
    expect(reply.message.text).toMatch(/wet hair/);
    expect(reply.message.text).toMatch(/no photo tells me: porosity/);
    expect(reply.message.text).toMatch(/Shall I add this to your hair profile \(curl type 3C to 4A, /);
    expect(reply.suggestions).toEqual(['Yes, add it', 'No, leave it out']);
    // The vendor is shown the picture and none of the person's words.
    expect(JSON.stringify(model.requests[asked]?.messages)).not.toContain('what do you see');
    expect(await hairOf(person)).toEqual({});
    const added = await answer(person, reply, 'Yes, add it');
    expect(added.message.text).toMatch(/^Done: curl type 3C to 4A/);
    const messages = (await person.request('GET', `/api/v1/conversations/${reply.conversationId}/messages`)).json<{
      items: { id: string; role: string; text: string }[];
    }>();
    const shown = messages.items.find(({ text }) => text === LOOK)?.id;
    const hair = await hairOf(person);
    expect(hair).toMatchObject({
      type: [
        { value: '3C', source: 'photo', quote: null, sourceMessageId: shown },
        { value: '4A', source: 'photo' },
      ],
      length: { value: 'medium', source: 'photo' },
    });
    for (const fact of Object.values(hair ?? {}).flat()) expect(fact.confidence).toBeLessThan(0.6);
    // What they say counts for more, and what hangs on the photo's message goes with it.
    await answer(person, reply, 'Actually I have 4B hair');
    expect((await hairOf(person))?.type).toMatchObject([{ value: '4B', source: 'said' }]);
    await person.request('DELETE', `/api/v1/conversations/${reply.conversationId}`);
    expect(await hairOf(person)).toEqual({});
  });

  it.each([
    ['No, leave it out'],
    ["yes please don't"],
    ['maybe'],
    ['What would you do with it?'],
    ['My sister said yes to hers'],
    ['How do I wash 4C hair?'],
  ])('keep nothing after %j', async (words) => {
    reading = SOUND_READINGS.plain;
    const person = await test.guest();
    await answer(person, await show(person), words);
    const { rowCount } = await test.app.database.pool.query(
      "select from hair_profile_entries where source = 'photo' and user_id = $1",
      [person.session.user.id],
    );
    expect(rowCount).toBe(0);
  });

  it('take part of it where a part is named, and a yes that explains itself after a question', async () => {
    reading = SOUND_READINGS.plain;
    const person = await test.guest();
    const reply = await show(person);
    const told = await answer(person, reply, 'Who can see it?');
    expect(told.message.text).toMatch(/nobody else sees it.*Shall I add this/s);
    await answer(person, reply, 'Yes, but only the length');
    expect(Object.keys((await hairOf(person)) ?? {})).toEqual(['length']);
  });

  it('never overwrite what the person said, and say whose word counts', async () => {
    reading = SOUND_READINGS.plain;
    const person = await test.guest();
    await person.say('sienna', 'I have 4C hair, low porosity. How do I keep it moisturized?');
    const reply = await show(person);
    expect(reply.message.text).toMatch(/You told me 4C, and your word counts for more/);
    expect(reply.message.text).not.toMatch(/profile \([^)]*curl/);
    await answer(person, reply, 'yes');
    expect((await hairOf(person))?.type).toMatchObject([{ value: '4C', source: 'said' }]);
  });

  it('of somebody else, or with memory off, are told and not asked for', async () => {
    reading = SOUND_READINGS.plain;
    const person = await test.guest();
    const reply = await show(person, { message: "This is my daughter's hair, what do you see?" });
    expect(reply.message.text).toMatch(/I can see/);
    expect(reply.message.text).not.toMatch(/Shall I add/);
    const other = await test.guest();
    await other.request('PATCH', '/api/v1/profile', { body: { consent: { memory: false } } });
    expect((await show(other)).message.text).not.toMatch(/Shall I add/);
  });

  it('that show what wants a doctor say what is seen, not what it is, and sell nothing', async () => {
    reading = SOUND_READINGS.lessHair;
    const person = await test.guest();
    const reply = await show(person, { message: 'Which oil makes my edges grow back?' });
    expect(reply.message.text).toMatch(/I can see an area with less hair at the crown\. I can't tell why/);
    expect(reply.message.text).toMatch(/dermatologist/);
    expect(reply.safetyNotes.map(({ kind }) => kind)).toEqual(['see_dermatologist']);
    expect([reply.products, reply.suggestions]).toEqual([[], []]);
    expect(reply.message.text).not.toMatch(/Shall I add/);
  });

  it('leave the words answered, by nobody’s vendor', async () => {
    reading = SOUND_READINGS.plain;
    const asked = model.requests.length;
    const reply = await show(await test.guest(), { message: 'What does low porosity mean for my wash routine?' });
    expect(reply.message.text).toMatch(/^From this photo I can see/);
    expect(reply.citations.length).toBeGreaterThan(0);
    expect(reply.message.text).toMatch(/Shall I add this to your hair profile/);
    expect(model.requests).toHaveLength(asked + 1);
  });

  const failures: readonly (readonly [string, string | readonly Step[]])[] = [
    ['words', 'Lovely coils!'],
    ['half a reading', SOUND_READINGS.plain.slice(0, 60)],
    ['an empty 200', [{ do: 'finish' }]],
    ['a filter', [{ do: 'finish', reason: 'filter' }]],
    ['a failure', [{ do: 'throw', error: new Error('boom') }]],
  ];
  it.each(failures)('are asked about instead when the vendor answers with %s', async (_, given) => {
    reading = given;
    const reply = await show(await test.guest());
    expect(reply.message.text).toMatch(/couldn't look at your photo just now.*bead up.*\?/s);
    expect(reply.fallbackTriggered).toBe(true);
    expect(reply.message.text).not.toMatch(/Lovely/);
  });

  it('are asked about instead when the vendor says nothing', async () => {
    const deadlines = { firstToken: 300, idle: 300, attempt: 500, turn: 1_000 };
    await using silent = await start(
      visionModel(() => [{ do: 'hang' }]),
      { deadlines },
    );
    const reply = await show(await silent.guest());
    expect(reply.message.text).toMatch(/couldn't look at your photo just now/);
    expect(reply.fallbackTriggered).toBe(true);
  });

  it('are read by the next model with eyes when the first gives no reading', async () => {
    const first = visionModel(() => 'I would rather not.', 'test/first');
    const second = visionModel(() => SOUND_READINGS.plain, 'other/second');
    await using both = await start(null, { models: [first, second] });
    expect(await show(await both.guest())).toMatchObject({
      model: 'other/second',
      attempts: 2,
      fallbackTriggered: true,
    });
  });

  it('are stood in for by small tests where nobody sees, one at a time, until they stop', async () => {
    await using blind = await start(null);
    const person = await blind.guest();
    await person.say('sienna', 'My scalp is dry and I have 4C hair.');
    const first = await show(person);
    expect(first.message.text).toMatch(/can't see pictures here/);
    expect(first.message.text).toMatch(/bead up and sit there.*\?/);
    const second = await answer(person, first, 'They just sit there on top, it does not soak in');
    expect(second.message.text).toMatch(/^Thanks, noted: low porosity\. Gather all of it/);
    const third = await answer(person, first, 'about 3 inches');
    expect(third.message.text).toMatch(/noted: medium density\..*sewing thread/);
    const fourth = await answer(person, first, 'skip');
    expect(fourth.message.text).toMatch(/skip that one\. Pull one dry curl/);
    // Somewhere else and back to nothing: the test is not pressed on anyone.
    const fifth = await answer(person, first, "that's enough");
    expect(fifth.message.text).toMatch(/leave the questions there/);
    expect(await hairOf(person)).toMatchObject({
      porosity: { value: 'low', source: 'said', quote: 'They just sit there on top, it does not soak in' },
      density: { value: 'medium', source: 'said' },
    });
    expect(await hairOf(person)).not.toHaveProperty('strand_width');
  });

  it('that were sent ahead are kept on a yes, deleted on a no, and gone after the hour', async () => {
    reading = SOUND_READINGS.plain;
    const person = await test.guest();
    const kept = await upload(person);
    expect(kept).toMatchObject({ kept: false, width: 64, height: 64, mediaType: 'image/jpeg' });
    const reply = await show(person, { images: [kept.id] });
    const asked = await answer(person, reply, 'yes');
    expect(asked.message.text).toMatch(/Would you like me to keep the photo itself/);
    expect(asked.suggestions).toHaveLength(2);
    const done = await answer(person, reply, 'Yes, keep the photo');
    expect(done.message.text).toMatch(/I've kept the photo, encrypted/);
    expect(await photosOf(person)).toMatchObject([{ id: kept.id, kept: true, expiresAt: null }]);

    const dropped = await upload(person);
    const again = await show(person, { images: [dropped.id], conversationId: undefined });
    await answer(person, again, 'No, and delete the photo');
    expect((await photosOf(person)).map(({ id }) => id)).toEqual([kept.id]);

    const waiting = await upload(person);
    await test.app.database.pool.query("update photos set expires_at = now() - interval '1 minute' where id = $1", [
      waiting.id,
    ]);
    expect((await person.request('GET', `/api/v1/photos/${waiting.id}`)).status).toBe(404);
    const refused = await person.request('POST', '/api/v1/chat', {
      body: { assistant: 'sienna', message: LOOK, images: [waiting.id] },
    });
    expect(refused.status).toBe(400);
    expect((await test.app.jobs.trigger('sweep-photos')) === null).toBe(false);
    const left = () => test.app.database.pool.query('select from photos where user_id = $1', [person.session.user.id]);
    await expect.poll(async () => (await left()).rowCount, { timeout: 60_000 }).toBe(1);
  });

  it('send the same message again without another reading', async () => {
    reading = SOUND_READINGS.plain;
    const asked = model.requests.length;
    const person = await test.guest();
    const { id } = await upload(person);
    const messageId = crypto.randomUUID();
    const first = await show(person, { images: [id], messageId });
    await person.request('DELETE', `/api/v1/photos/${id}`);
    const again = await show(person, { images: [id], messageId });
    expect(again.message).toEqual(first.message);
    expect(model.requests).toHaveLength(asked + 1);
  });

  it('put no word of a hostile reading before a person', async () => {
    expect(HOSTILE_READINGS).toHaveLength(40);
    const person = await test.guest();
    for (const { text, isReading } of HOSTILE_READINGS) {
      reading = text;
      const reply = await show(person);
      const said = reply.message.text.replace(/\n\n.*AI guide.*$/s, '');
      expect(wallHit(said), `${text.slice(0, 80)} → ${said}`).toBeNull();
      expect(said, text.slice(0, 80)).not.toMatch(/swordfish|Beyonce|password/i);
      expect(/couldn't look/.test(said), text.slice(0, 80)).toBe(!isReading);
      const { rows } = await test.app.database.pool.query<{ all: string }>(
        "select coalesce(json_agg(photo_asks.findings), '[]')::text as all from photo_asks where user_id = $1",
        [person.session.user.id],
      );
      expect(wallHit((rows[0]?.all ?? '').replaceAll('_', ' ')), text.slice(0, 80)).toBeNull();
    }
  });
});
