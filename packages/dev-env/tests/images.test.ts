import { createHash, randomUUID } from 'node:crypto';
import type { Assistant, ChatReply, ProblemDocument } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  openTestDatabase,
  pictureOf,
  pngOf,
  SOUND_READINGS,
  startFakeVendors,
  type TestApp,
  type TestPerson,
  vendorEnvironment,
} from '../src/index.ts';

const GREY = pictureOf(pngOf(120));
const LIGHT = pictureOf(pngOf(220));

const say = (person: TestPerson, body: object) =>
  person.request('POST', '/api/v1/chat', { body: { assistant: 'sienna', message: 'How does my hair look?', ...body } });

describe('pictures', () => {
  let app: TestApp;
  let person: TestPerson;
  const seeing = {
    ...createScriptedModel('test/seeing', () => [{ do: 'text', text: SOUND_READINGS.plain }, { do: 'finish' }]),
    seesImages: true,
  };
  const blind = createScriptedModel('test/blind', () => [{ do: 'text', text: 'I read well.' }, { do: 'finish' }]);
  beforeAll(async () => {
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { BUILTIN_MODEL_WORDS_PER_SECOND: '0' },
      overrides: { models: [blind, seeing] },
    });
    person = await app.guest();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test('reach a model that sees, encoded anew, and none that does not', async () => {
    const asked = blind.requests.length;
    const response = await say(person, { images: [GREY, LIGHT] });
    expect(response.status).toBe(200);
    expect(response.json<ChatReply>().model).toBe('test/seeing');
    expect(blind.requests).toHaveLength(asked);
    const images = seeing.requests.at(-1)?.images ?? [];
    expect(images.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/jpeg']);
    for (const { data } of images) expect([...data.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  test('without any, the first model is asked', async () => {
    expect((await say(person, { images: [] })).json<ChatReply>().model).toBe('test/blind');
  });

  test('sent again with the same message id are one turn; others are a conflict', async () => {
    const messageId = randomUUID();
    const first = await say(person, { messageId, images: [GREY] });
    const asked = seeing.requests.length;
    const again = await say(person, { messageId, images: [GREY] });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(again.json<ChatReply>().message).toEqual(first.json<ChatReply>().message);
    expect(seeing.requests).toHaveLength(asked);
    expect((await say(person, { messageId, images: [LIGHT] })).status).toBe(409);
    expect((await say(person, { messageId })).status).toBe(409);
  });

  test.each<[string, string[], string, RegExp]>([
    ['an upload id', [randomUUID()], 'body.images.0', /data URL/],
    ['a link', ['https://example.com/me.jpg'], 'body.images.0', /data URL/],
    ['broken base64', [GREY, 'data:image/png;base64,iVBOR*w0'], 'body.images.1', /base64/],
    ['an empty picture', [GREY, 'data:image/png;base64,'], 'body.images.1', /empty/],
    ['half a picture', [GREY, LIGHT, pictureOf(pngOf(9).subarray(0, 45))], 'body.images.2', /damaged or incomplete/],
    ['a drawing', [pictureOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))], 'body.images.0', /SVG/],
    ['an empty reference', [''], 'body.images.0', /./],
    ['five pictures', [GREY, GREY, GREY, GREY, GREY], 'body.images', /at most 4/],
    ['one of more than 8 MB', [`data:image/png;base64,${'A'.repeat(11_184_816)}`], 'body.images.0', /8 MB/],
  ])('%s is refused by its place, with what to do', async (_, images, path, message) => {
    const response = await say(person, { images });
    expect(response.status).toBe(400);
    expect(response.json<ProblemDocument>()).toMatchObject({
      code: 'VALIDATION_ERROR',
      errors: [{ path, message: expect.stringMatching(message) }],
    });
  });

  test('a body beyond the bound is refused before it is read', async () => {
    const response = await say(person, { images: Array(5).fill(`data:image/png;base64,${'A'.repeat(10_000_000)}`) });
    expect([response.status, response.json<ProblemDocument>().code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test('an assistant that takes none says so', async () => {
    const response = await say(person, { assistant: 'jumbo', images: [GREY] });
    expect(response.status).toBe(400);
    expect(response.json<ProblemDocument>().errors).toEqual([
      { path: 'body.images', message: expect.stringContaining('does not take images') },
    ]);
    const { items } = (await app.request('GET', '/api/v1/assistants')).json<{ items: Assistant[] }>();
    expect(items.map(({ id, accepts }) => [id, accepts.images])).toEqual([
      ['sienna', true],
      ['jumbo', false],
    ]);
  });

  test('a crisis is met whatever came with it, even a damaged file', async () => {
    for (const image of [GREY, 'data:image/png;base64,AAAA']) {
      const response = await say(await app.guest(), { message: 'I want to kill myself', images: [image] });
      expect(response.status).toBe(200);
      expect(response.json<ChatReply>().safety).toBe('crisis');
    }
  });

  test('are kept nowhere: how many there were is stored, no byte of them in the rows or the log', async () => {
    const bytes = pngOf(77);
    const messageId = randomUUID();
    await say(person, { messageId, images: [pictureOf(bytes)] });
    const { pool } = app.app.database;
    const { rows } = await pool.query<{ image_count: number; whole: string }>(
      'select image_count, messages::text as whole from messages where id = $1',
      [messageId],
    );
    expect(rows[0]?.image_count).toBe(1);
    const turns = await pool.query<{ whole: string }>('select turns::text as whole from turns where message_id = $1', [
      messageId,
    ]);
    const kept = JSON.stringify([rows, turns.rows, app.logLines]);
    for (const trace of [
      bytes.toString('base64').slice(0, 40),
      bytes.toString('hex').slice(20, 60),
      'base64,',
      '/9j/',
    ]) {
      expect(kept).not.toContain(trace);
    }
    expect(kept).not.toContain(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('pictures where no model sees', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { BUILTIN_MODEL_WORDS_PER_SECOND: '0' },
    });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test('Sienna says that she cannot see them and asks for what she would look for', async () => {
    const { message, model, citations } = (await say(await app.guest(), { images: [GREY] })).json<ChatReply>();
    expect(model).toBe('rapport/scripted');
    expect(message.text).toMatch(/can't see pictures here/);
    expect(message.text).toMatch(/do they bead up and sit there, or does the hair drink them at once\?/);
    expect(citations).toEqual([]);
  });

  test('and answers what was asked beside them', async () => {
    const body = { message: 'What does low porosity mean for my wash routine?', images: [GREY] };
    const { message, citations } = (await say(await app.guest(), body)).json<ChatReply>();
    expect(message.text).toMatch(/can't see|don't reach|not able to look/);
    expect(citations.length).toBeGreaterThan(0);
  });
});

describe('pictures on the wire of a vendor', () => {
  test.each([
    ['google', 'google/gemini-3.8-flash'],
    ['xai', 'xai/grok-4.3'],
    ['openai', 'openai/gpt-6-luna'],
  ] as const)('%s is sent the picture as we made it, and no model that is blind is asked', async (vendor, model) => {
    await using vendors = await startFakeVendors({ behaviour: { text: SOUND_READINGS.plain } });
    await using app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { MODEL_CHAIN: `groq/openai/gpt-oss-120b,${model}`, ...vendorEnvironment(vendors) },
    });
    const reply = (await say(await app.guest(), { message: 'What do you see?', images: [GREY] })).json<ChatReply>();
    expect(reply).toMatchObject({ model, attempts: 1, fallbackTriggered: false });
    expect(vendors.calls('groq')).toBe(0);
    const sent = JSON.stringify(vendors.requests.find((request) => request.vendor === vendor)?.body);
    // A JPEG, as base64 begins.
    expect(sent).toContain('/9j/');
    expect(sent).not.toContain(GREY.slice(30, 80));
  });
});
