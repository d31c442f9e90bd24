import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { MOST_UNKEPT } from '@rapport/core/photos/photos.ts';
import { READING_BEGINS } from '@rapport/core/photos/reading-request.ts';
import type { ErasureReceipt, Photo } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  onEachDatabase,
  pictureOf,
  pngOf,
  SOUND_READINGS,
  type TestApp,
  type TestPerson,
} from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const [FIRST_KEY, SECOND_KEY] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

onEachDatabase('stored photos', (databases) => {
  const model = {
    ...createScriptedModel('test/seeing', ({ instructions }) => [
      { do: 'text', text: instructions.startsWith(READING_BEGINS) ? SOUND_READINGS.plain : 'Once a week.' },
      { do: 'finish' },
    ]),
    seesImages: true,
  };
  let test: TestApp;
  let person: TestPerson;
  beforeAll(async () => {
    test = await createTestApp({
      database: await databases.migrated(),
      overrides: { models: [model] },
      environment: { PHOTO_ENCRYPTION_KEYS: FIRST_KEY },
    });
    person = await test.guest();
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const post = (who: TestPerson, body: object, headers: Record<string, string> = {}) =>
    who.request('POST', '/api/v1/photos', { body, headers });
  const upload = async (who: TestPerson, more: object = {}, picture = pictureOf(pngOf(120))): Promise<Photo> => {
    const response = await post(who, { image: picture, ...more });
    expect(response.status, response.text).toBe(201);
    return response.json<Photo>();
  };
  const bytesOf = async ({ url }: TestApp, who: TestPerson, path: string) => {
    const response = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${who.session.accessToken}` },
    });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  /** Every row of every table of every schema that holds one of the traces, however its bytes are written. */
  const tablesWith = async (traces: readonly Buffer[]): Promise<string[]> => {
    const { pool } = test.app.database;
    const { rows: tables } = await pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const written = traces.flatMap((trace) => [trace.toString('hex'), trace.toString('base64').slice(0, -2)]);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await pool.query(`select 1 from ${name} as r where r::text like any($1) limit 1`, [
        written.map((trace) => `%${trace}%`),
      ]);
      if (rowCount !== null && rowCount > 0) found.push(name);
    }
    return found;
  };

  it('are given back to their owner as pictures, not to be kept by anyone on the way', async () => {
    const photo = await upload(person, { keep: true });
    expect(photo).toMatchObject({ kept: true, expiresAt: null });
    const { status, headers, bytes } = await bytesOf(test, person, `/api/v1/photos/${photo.id}`);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect([...bytes.subarray(0, 3), bytes.length]).toEqual([0xff, 0xd8, 0xff, photo.bytes]);
    const small = await bytesOf(test, person, `/api/v1/photos/${photo.id}?size=thumbnail`);
    expect([small.status, ...small.bytes.subarray(0, 3)]).toEqual([200, 0xff, 0xd8, 0xff]);
    const listed = (await person.request('GET', '/api/v1/photos?limit=1')).json<{ items: Photo[] }>();
    expect(listed.items).toEqual([photo]);
    expect(await tablesWith([bytes.subarray(200, 230)])).toEqual([]);
  });

  it("are nobody else's: two people, one photo id", async () => {
    const { id } = await upload(person, { keep: true });
    const stranger = await test.guest();
    for (const [method, path] of [
      ['GET', `/api/v1/photos/${id}`],
      ['GET', `/api/v1/photos/${id}?size=thumbnail`],
      ['DELETE', `/api/v1/photos/${id}`],
    ] as const) {
      expectProblem(await stranger.request(method, path), 'NOT_FOUND');
    }
    const body = { assistant: 'sienna', message: 'What do you see?', images: [id] };
    expectProblem(await stranger.request('POST', '/api/v1/chat', { body }), 'VALIDATION_ERROR');
    expect((await stranger.request('DELETE', '/api/v1/photos')).json()).toEqual({ deleted: 0 });
    // A row moved to somebody else by hand opens for nobody: the person is part of what was sealed.
    await test.app.database.pool.query('update photos set user_id = $2 where id = $1', [id, stranger.session.user.id]);
    expectProblem(await stranger.request('GET', `/api/v1/photos/${id}`), 'INTERNAL_ERROR');
    expectProblem(await person.request('GET', `/api/v1/photos/${id}`), 'NOT_FOUND');
  });

  it('that were changed, or whose key is not there, open for nobody', async () => {
    const { id } = await upload(person, { keep: true });
    const { pool } = test.app.database;
    await pool.query('update photos set image = set_byte(image, 40, (get_byte(image, 40) + 1) % 256) where id = $1', [
      id,
    ]);
    expectProblem(await person.request('GET', `/api/v1/photos/${id}`), 'INTERNAL_ERROR');
    expect((await bytesOf(test, person, `/api/v1/photos/${id}?size=thumbnail`)).status).toBe(200);
    await pool.query("update photos set key_id = 'another' where id = $1", [id]);
    const response = await person.request('GET', `/api/v1/photos/${id}?size=thumbnail`);
    expectProblem(response, 'INTERNAL_ERROR');
    expect(test.logLines.filter(({ event }) => event === 'photo_sealed').map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['not-authentic', 'no-such-key']),
    );
    // The export goes on, and says which it could not open.
    const exported = (await person.request('GET', '/api/v1/profile/export')).json<{
      photos: { id: string; data: string | null }[];
    }>();
    expect(exported.photos.find((photo) => photo.id === id)?.data).toBeNull();
    expect(exported.photos.some(({ data }) => data?.startsWith('data:image/jpeg;base64,'))).toBe(true);
    expect((await person.request('DELETE', `/api/v1/photos/${id}`)).status).toBe(204);
  });

  it('open after the keys were rotated, and not once the old one is gone', async () => {
    const { id } = await upload(person, { keep: true });
    const database = test.app.database;
    const withKeys = (keys: string) =>
      createTestApp({ database, ownsDatabase: false, environment: { PHOTO_ENCRYPTION_KEYS: keys } });
    await using rotated = await withKeys(`${SECOND_KEY},${FIRST_KEY}`);
    expect((await bytesOf(rotated, person, `/api/v1/photos/${id}`)).status).toBe(200);
    await using changed = await withKeys(SECOND_KEY);
    expect((await bytesOf(changed, person, `/api/v1/photos/${id}`)).status).toBe(500);
  });

  it('are sent once for one idempotency key', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const body = { image: pictureOf(pngOf(33)) };
    const [first, again] = [await post(person, body, key), await post(person, body, key)];
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.json<Photo>()).toEqual(first.json<Photo>());
    expectProblem(await post(person, { image: pictureOf(pngOf(34)) }, key), 'CONFLICT');
  });

  it('are bounded, and what is none is refused by its place', async () => {
    const many = await test.guest();
    const all = await Promise.all(
      Array.from({ length: MOST_UNKEPT + 4 }, (_, shade) => post(many, { image: pictureOf(pngOf(shade)) })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(MOST_UNKEPT);
    expect(all.filter(({ status }) => status === 409)).toHaveLength(4);
    expect((await many.request('DELETE', '/api/v1/photos')).json()).toEqual({ deleted: MOST_UNKEPT });
    for (const image of ['data:image/png;base64,AAAA', 'https://example.com/a.jpg', crypto.randomUUID()]) {
      const response = await post(many, { image });
      expectProblem(response, 'VALIDATION_ERROR');
      expect(response.text).toContain('body.image');
    }
    expectProblem(await post(many, { image: pictureOf(pngOf(1)), userId: crypto.randomUUID() }), 'VALIDATION_ERROR');
  });

  it('are kept without asking where the profile says so', async () => {
    const keeper = await test.guest();
    await keeper.request('PATCH', '/api/v1/profile', { body: { consent: { photos: true } } });
    expect((await upload(keeper)).kept).toBe(true);
    expect((await upload(keeper, { keep: false })).kept).toBe(false);
  });

  it('leave nothing when their upload breaks off', async () => {
    const who = await test.guest();
    const { port } = new URL(test.url);
    const body = JSON.stringify({ image: pictureOf(pngOf('noise')) });
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /api/v1/photos HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${who.session.accessToken}\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, body.length / 2)}`,
      () => socket.destroy(),
    );
    await new Promise((done) => socket.once('close', done));
    // One after it is taken: the connection's end was seen by then.
    const { id } = await upload(who);
    const { rows } = await test.app.database.pool.query<{ id: string }>('select id from photos where user_id = $1', [
      who.session.user.id,
    ]);
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('are nowhere after a message whose photo nobody kept', async () => {
    const who = await test.guest();
    const picture = pngOf('noise');
    const body = { assistant: 'sienna', message: 'What do you see in my hair?', images: [pictureOf(picture)] };
    expect((await who.request('POST', '/api/v1/chat', { body })).status).toBe(200);
    const sent = model.requests.at(-1)?.images[0]?.data;
    expect(sent).toBeDefined();
    const canaries = [picture.subarray(60, 90), picture.subarray(600, 630), Buffer.from(sent ?? '').subarray(300, 330)];
    expect(await tablesWith(canaries)).toEqual([]);
    const log = JSON.stringify(test.logLines);
    for (const canary of canaries) {
      expect(log).not.toContain(canary.toString('hex'));
      expect(log).not.toContain(canary.toString('base64').slice(0, -2));
    }
    expect(await who.request('GET', '/api/v1/photos').then((response) => response.json())).toEqual({
      items: [],
      nextCursor: null,
    });
    // The search finds such bytes where they are.
    await test.app.database.pool.query('update photos set thumbnail = $1 where user_id = $2', [
      picture,
      person.session.user.id,
    ]);
    expect(await tablesWith(canaries)).toEqual(['public.photos']);
  });

  it('are in the export, and go with the person', async () => {
    const leaver = await test.guest();
    const photo = await upload(leaver, { keep: true });
    const body = { assistant: 'sienna', message: 'What do you see?', images: [photo.id] };
    await leaver.request('POST', '/api/v1/chat', { body });
    const exported = (await leaver.request('GET', '/api/v1/profile/export')).json<{
      photos: (Photo & { data: string })[];
      photoAsks: unknown[];
    }>();
    expect(exported.photos).toMatchObject([
      { ...photo, data: expect.stringMatching(/^data:image\/jpeg;base64,\/9j\//) },
    ]);
    expect(exported.photoAsks).toHaveLength(1);
    const receipt = (await leaver.request('DELETE', '/api/v1/profile')).json<ErasureReceipt>();
    expect(receipt.stores).toEqual(
      expect.arrayContaining([
        { store: 'photos', rows: 1 },
        { store: 'photo_asks', rows: 1 },
      ]),
    );
    const { rowCount } = await test.app.database.pool.query('select from photos where id = $1', [photo.id]);
    expect(rowCount).toBe(0);
  });

  it('are not taken where the operator wants none', async () => {
    await using off = await createTestApp({
      database: test.app.database,
      ownsDatabase: false,
      environment: { PHOTO_STORAGE: 'off' },
    });
    const response = await off.request('POST', '/api/v1/photos', {
      token: person.session.accessToken,
      body: { image: pictureOf(pngOf(3)) },
    });
    expectProblem(response, 'CONFLICT');
    expect(response.text).toContain('data URL');
  });
});
