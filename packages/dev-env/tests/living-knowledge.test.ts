import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '@rapport/core/knowledge/passage.ts';
import type { ChatReply, Health, KnowledgePreview, PassageEntry, ProblemDocument } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, inject, it, test, vi } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  type DatabaseFactory,
  onEachDatabase,
  openTestDatabase,
  type TestApp,
} from '../src/index.ts';
import { type Brand, brandNamed, passageAbout, productNamed } from './brands.ts';
import { expectProblem } from './problem-assertions.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-knowledge-test';
const { postgresql, redis } = inject('services');

/** What a brand's team does over HTTP. */
function teamOf(app: TestApp, assistant: string) {
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(method, `/api/v1/admin/knowledge${path}${path.includes('?') ? '&' : '?'}assistant=${assistant}`, {
      token: OPERATOR_TOKEN,
      ...(body === undefined ? {} : { body }),
      headers,
    });
  return {
    send,
    add: (passage: Passage, state = 'live') => send('POST', '', { passage, state }),
    put: (id: string, body: object, headers?: Record<string, string>) => send('PUT', `/${id}`, body, headers),
    one: async (id: string) => (await send('GET', `/${id}`)).json<PassageEntry>(),
    find: async (question: string) => (await send('POST', '/preview', { question })).json<KnowledgePreview>(),
    list: async (query = '') =>
      (await send('GET', query)).json<{
        items: { id: string; state: string; served: string; revision: number }[];
        nextCursor: string | null;
        total: number;
        version: string;
        problems: { source: string; kind: string; field: string; problem: string }[];
      }>(),
  };
}

const ask = async (app: TestApp, assistant: string, question: string): Promise<ChatReply> =>
  (await app.guest()).say(assistant, question);

const SHIPPED = [passageAbout('Marula', { id: 'marula' }), passageAbout('Baobab', { id: 'baobab' })];
const withAnswer = (passage: Passage, answer: string): Passage => ({ ...passage, answer });
const WEEKLY =
  'Use Marula twice a month, and never on a scalp that is sore. More of it weighs the hair down and helps no one.';

onEachDatabase('knowledge that a team edits', (databases: DatabaseFactory) => {
  const open = async (brand: Brand) =>
    createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { assistants: [brand.definition] },
    });

  it('is served as soon as it is added, edited, drafted, retired and restored', async () => {
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    await using app = await open(brand);
    const team = teamOf(app, 'fern');
    const answers = async (question: string) => (await ask(app, 'fern', question)).message.text;

    expect(await answers('What is Kalahari melon?')).not.toContain('Kalahari');
    const added = await team.add(passageAbout('Kalahari melon'));
    expect(added.status).toBe(201);
    expect(added.headers.get('etag')).toBe('"1"');
    const told = await ask(app, 'fern', 'What is Kalahari melon?');
    expect(told.message.text).toContain('once a week on damp hair');
    expect(told.citations).toMatchObject([{ id: 'kalahari-melon', url: 'https://example.org/source' }]);

    const [marula] = SHIPPED;
    if (marula === undefined) throw new Error('nothing is shipped');
    const edited = await team.put('marula', { passage: withAnswer(marula, WEEKLY), state: 'live', revision: 0 });
    expect(edited.json()).toMatchObject({ served: 'edit', inFile: true, revision: 1 });
    expect(await answers('How do I use Marula?')).toContain('twice a month');

    const drafted = withAnswer(marula, WEEKLY.replace('twice a month', 'every leap year'));
    await team.put('marula', { passage: drafted, state: 'draft', revision: 1 });
    expect(await answers('How do I use Marula?')).toContain('twice a month');
    expect((await team.one('marula')).content?.answer).toContain('leap year');
    expect((await team.one('marula')).servedContent?.answer).toContain('twice a month');

    await team.put('marula', { state: 'retired', revision: 2 });
    expect(await team.one('marula')).toMatchObject({ served: 'nothing', state: 'retired', revision: 3 });
    expect((await team.find('How do I use Marula?')).passages.map(({ id }) => id)).not.toContain('marula');

    const restored = await team.send('DELETE', '/marula?revision=3');
    expect(restored.json()).toMatchObject({ served: 'file' });
    expect(await answers('How do I use Marula?')).toContain('once a week');
    expect(await team.one('marula')).toMatchObject({ served: 'file', revision: 0 });

    const history = await team.send('GET', '/marula/revisions?limit=3');
    expect(history.json()).toMatchObject({
      items: [
        { revision: 4, state: 'deleted', content: null, changedBy: { kind: 'operator-token', userId: null } },
        { revision: 3, state: 'retired' },
        { revision: 2, state: 'draft', content: { answer: drafted.answer } },
      ],
      nextCursor: expect.any(String),
    });
  });

  it('keeps the slower of two editors from undoing what the faster one did', async () => {
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    await using app = await open(brand);
    const team = teamOf(app, 'fern');
    const [marula] = SHIPPED;
    if (marula === undefined) throw new Error('nothing is shipped');
    const change = (answer: string) => ({ passage: withAnswer(marula, answer), state: 'live' });
    expectProblem(await team.put('marula', change(WEEKLY)), 'VALIDATION_ERROR');
    const racing = await Promise.all(
      [1, 2, 3, 4].map((place) => team.put('marula', { ...change(`${WEEKLY} ${place}`), revision: 0 })),
    );
    expect(racing.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expectProblem(await team.put('marula', change(WEEKLY), { 'if-match': '"0"' }), 'CONFLICT');
    expect((await team.put('marula', change(WEEKLY), { 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
    expect((await team.put('marula', change(WEEKLY), { 'if-match': '*' })).status).toBe(200);
    expectProblem(await team.send('DELETE', '/marula?revision=1'), 'CONFLICT');
    expectProblem(await team.add(marula), 'CONFLICT');
    expectProblem(await team.send('DELETE', '/baobab?revision=0'), 'CONFLICT');
    // Revisions go on counting where an edit was taken away: an old one never fits by chance.
    await team.send('DELETE', '/marula?revision=3');
    expect((await team.put('marula', { ...change(WEEKLY), revision: 0 })).headers.get('etag')).toBe('"5"');
  });

  it('is never answered from the reply cache of what was said before', async () => {
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    const model = createScriptedModel('test/cached', (_, call) => [
      {
        do: 'text',
        text: `Use Marula once a week on damp hair and rinse it well. It softens the strand and takes nothing away from it.${' '.repeat(call % 2)}`,
      },
      { do: 'finish' },
    ]);
    await using app = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { assistants: [brand.definition], models: [model] },
    });
    const team = teamOf(app, 'fern');
    const hits = async () => (await ask(app, 'fern', 'How often should I use marula oil?')).cacheHit;
    expect([await hits(), await hits()]).toEqual([false, true]);
    await team.add(passageAbout('Kalahari melon'));
    expect([await hits(), await hits()]).toEqual([false, true]);
    const version = (await team.list()).version;
    await team.send('DELETE', '/kalahari-melon?revision=1');
    expect((await team.list()).version).not.toBe(version);
    // What is served is what it was before the edit, so what was written for that may be given again.
    expect(await hits()).toBe(true);
  });

  it('is taken in whole or not at all, says what a dry run would do, and comes out as it went in', async () => {
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    await using app = await open(brand);
    const team = teamOf(app, 'fern');
    await team.add(passageAbout('Moringa'));
    const exported = (await team.send('GET', '/export')).json<{ files: { name: string; content: string }[] }>();
    expect(exported.files.map(({ name }) => name)).toEqual(['baobab.md', 'marula.md', 'moringa.md']);
    const again = await team.send('POST', '/import', { files: exported.files });
    expect(again.json()).toMatchObject({ added: 0, changed: 0, unchanged: 3, retired: 0 });

    const version = (await team.list()).version;
    const files = exported.files.map(({ name, content }) => ({
      name,
      content: content.replace('once a week', 'once a fortnight'),
    }));
    const broken = [
      ...files,
      { name: 'bad.md', content: 'no front matter' },
      { name: 'twin.md', content: files[0]?.content ?? '' },
      {
        name: 'future.md',
        content: files[1]?.content.replace('id: marula', 'id: future').replace('2026-11-01', '2199-01-01') ?? '',
      },
    ];
    const refused = await team.send('POST', '/import', { files: broken });
    expectProblem(refused, 'VALIDATION_ERROR');
    expect(refused.json<ProblemDocument>().errors).toEqual([
      { path: 'body.files.3.content', message: expect.stringContaining('bad.md: front matter') },
      { path: 'body.files.4.content', message: expect.stringContaining('"baobab" is already the id of baobab.md') },
      { path: 'body.files.5.content', message: expect.stringContaining('lastReviewed: must not be in the future') },
    ]);
    const dry = await team.send('POST', '/import', { files: files.slice(0, 2), replace: true, dryRun: true });
    expect(dry.json()).toMatchObject({ changed: 2, retired: 1 });
    expect((await team.list()).version).toBe(version);

    const done = await team.send('POST', '/import', { files: files.slice(0, 1), replace: true });
    expect(done.json()).toMatchObject({ added: 0, changed: 1, unchanged: 0, retired: 2 });
    expect((await team.list('?served=edit')).items.map(({ id }) => id)).toEqual(['baobab']);
    expect((await team.list('?state=retired')).items.map(({ id }) => id)).toEqual(['marula']);
    expect((await team.list()).total).toBe(2);
  });

  it('that a later release can not read is named, while the file is served in its place', async () => {
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    await using app = await open(brand);
    const team = teamOf(app, 'fern');
    const [marula] = SHIPPED;
    await team.put('marula', { passage: marula, state: 'live', revision: 0 });
    await app.app.database.pool.query(
      `update content_entries set version = version + 1, live_content = live_content - 'answer', content = content - 'answer'`,
    );
    await app.app.database.pool.query('update content_versions set version = version + 1');
    expect((await team.list()).problems).toMatchObject([{ source: 'marula', kind: 'edit', field: 'answer' }]);
    expect(await team.one('marula')).toMatchObject({ served: 'file', content: null });
    expect((await ask(app, 'fern', 'How do I use Marula?')).message.text).toContain('once a week');
    const health = (await app.request('GET', '/health')).json<Health>();
    expect(health.components.knowledge).toEqual({ state: 'degraded', problems: 1 });
  });

  it('of a file that is added, mended, broken or taken away is served without a restart', async () => {
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    await using app = await open(brand);
    const team = teamOf(app, 'fern');
    const found = async (question: string) => (await team.find(question)).passages[0]?.id;
    const look = () => app.app.content.refresh();
    brand.write(passageAbout('Tamanu'));
    await look();
    expect(await found('What is Tamanu?')).toBe('tamanu');

    writeFileSync(join(brand.knowledge, 'tamanu.md'), '---\nid: tamanu\n---\nhalf a file');
    await look();
    expect(await found('What is Tamanu?')).toBe('tamanu');
    expect((await team.list()).problems).toMatchObject([{ source: 'tamanu.md', kind: 'file', field: 'title' }]);
    expect(app.logLines).toContainEqual(expect.objectContaining({ event: 'content_fault', source: 'tamanu.md' }));

    brand.write({ ...passageAbout('Tamanu'), answer: WEEKLY });
    await look();
    expect((await team.list()).problems).toEqual([]);
    expect((await team.one('tamanu')).servedContent?.answer).toBe(WEEKLY);

    rmSync(join(brand.knowledge, 'tamanu.md'));
    await look();
    expect(await found('What is Tamanu?')).not.toBe('tamanu');

    for (const file of readdirSync(brand.knowledge)) rmSync(join(brand.knowledge, file));
    await look();
    expect((await team.list()).items).toHaveLength(SHIPPED.length);
    expect((await team.list()).problems).toMatchObject([{ field: 'folder' }]);

    writeFileSync(brand.catalogue, '{');
    await look();
    expect((await team.list()).problems).toHaveLength(2);
    for (const passage of SHIPPED) brand.write(passage);
    writeFileSync(brand.catalogue, JSON.stringify({ products: [productNamed('Fern Rinse')] }));
    await look();
    expect((await team.list()).problems).toEqual([]);
    expect(app.app.assistants.get('fern')?.catalogue?.products.map(({ name }) => name)).toEqual(['Fern Rinse']);
  });

  it('lists by page, word, state and origin', async () => {
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    await using app = await open(brand);
    const team = teamOf(app, 'fern');
    for (const subject of ['Tamanu', 'Moringa', 'Buriti']) await team.add(passageAbout(subject), 'draft');
    const first = await team.list('?limit=3');
    expect(first.items.map(({ id }) => id)).toEqual(['baobab', 'buriti', 'marula']);
    const rest = await team.list(`?limit=3&cursor=${first.nextCursor}`);
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([['moringa', 'tamanu'], null]);
    expect((await team.list('?q=about%20TAMANU')).items.map(({ id }) => id)).toEqual(['tamanu']);
    expect((await team.list('?state=draft&served=nothing')).total).toBe(3);
    expect((await team.list('?served=file&tag=routine')).total).toBe(2);
    expectProblem(await team.send('GET', '?cursor=nonsense'), 'VALIDATION_ERROR');
  });

  it('of one brand is never seen by another: facts, products, replies kept', async () => {
    using fern = brandNamed('fern', [passageAbout('Marula', { id: 'marula' })], [productNamed('Fern Wash')]);
    using moss = brandNamed(
      'moss',
      [withAnswer(passageAbout('Marula', { id: 'marula' }), WEEKLY)],
      [productNamed('Moss Wash')],
    );
    const model = createScriptedModel('test/brands', ({ instructions, messages }) => [
      {
        do: 'text',
        text: `${JSON.stringify([instructions, messages]).includes('twice a month') ? WEEKLY.slice(0, -1) : 'Use Marula once a week on damp hair and rinse it well. It softens the strand and takes nothing away from it'}.`,
      },
      { do: 'finish' },
    ]);
    await using app = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { assistants: [fern.definition, moss.definition], models: [model] },
    });
    const question = 'How often should I use marula oil?';
    const [ofFern, ofMoss] = [await ask(app, 'fern', question), await ask(app, 'moss', question)];
    expect([ofFern.message.text, ofMoss.message.text]).toEqual([
      expect.stringContaining('once a week'),
      expect.stringContaining('twice a month'),
    ]);
    expect([ofFern.cacheHit, ofMoss.cacheHit]).toEqual([false, false]);

    const [fernTeam, mossTeam] = [teamOf(app, 'fern'), teamOf(app, 'moss')];
    await fernTeam.add(passageAbout('Tamanu'));
    expect((await mossTeam.find('What is Tamanu?')).passages.map(({ id }) => id)).not.toContain('tamanu');
    expectProblem(await mossTeam.send('GET', '/tamanu'), 'NOT_FOUND');
    expectProblem(await mossTeam.send('DELETE', '/tamanu?revision=1'), 'NOT_FOUND');
    expect((await mossTeam.send('GET', '/tamanu/revisions')).json()).toEqual({ items: [], nextCursor: null });
    expect((await mossTeam.add(withAnswer(passageAbout('Tamanu'), WEEKLY))).status).toBe(201);
    expect((await fernTeam.one('tamanu')).servedContent?.answer).toContain('once a week');
    expect((await mossTeam.one('tamanu')).servedContent?.answer).toBe(WEEKLY);
    // The edit of one leaves the other's kept replies alone.
    expect((await ask(app, 'fern', question)).cacheHit).toBe(false);
    expect((await ask(app, 'moss', question)).cacheHit).toBe(false);
    expect((await ask(app, 'moss', question)).message.text).toContain('twice a month');
    expect(app.app.assistants.get('moss')?.catalogue?.products.map(({ name }) => name)).toEqual(['Moss Wash']);
  });
});

describe('a passage that is sent', () => {
  let brand: Brand;
  let app: TestApp;
  beforeAll(async () => {
    brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { OPERATOR_TOKEN },
      overrides: { assistants: [brand.definition] },
    });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    brand[Symbol.dispose]();
  });

  test.each([
    ['a title of two letters', { title: 'Ma' }, 'body.passage.title'],
    ['a body without end', { body: 'x'.repeat(20_001) }, 'body.passage.body'],
    ['no body', { body: '   ' }, 'body.passage.body'],
    [
      'a source that is no address',
      { sources: [{ title: 'A paper', url: 'ftp://a.example' }] },
      'body.passage.sources.0.url',
    ],
    [
      'a source that runs code',
      { sources: [{ title: 'A paper', url: 'javascript:alert(1)' }] },
      'body.passage.sources.0.url',
    ],
    ['no source', { sources: [] }, 'body.passage.sources'],
    ['a day that has not come', { lastReviewed: '2199-01-01' }, 'body.passage.lastReviewed'],
    ['a day that is none', { lastReviewed: '2026-02-30' }, 'body.passage.lastReviewed'],
    ['a safety note that is none', { safety: 'be_careful' }, 'body.passage.safety'],
    ['an id that is an address here', { id: 'export' }, 'body.passage.id'],
    ['NUL in its text', { answer: `${WEEKLY}\u0000` }, 'body.passage.answer'],
  ])('with %s is refused by field', async (_, change, path) => {
    const response = await teamOf(app, 'fern').send('POST', '', { passage: { ...passageAbout('Tamanu'), ...change } });
    expectProblem(response, 'VALIDATION_ERROR');
    expect(response.json<ProblemDocument>().errors?.map((error) => error.path)).toContain(path);
  });
});

describe.runIf(postgresql !== null)('knowledge on several instances', () => {
  test.each([
    ['with Redis', true],
    ['without Redis', false],
  ])('%s is live on the other within seconds, and after a restart', async (_, withRedis) => {
    if (withRedis && redis === null) return;
    using brand = brandNamed('fern', SHIPPED, [productNamed('Fern Wash')]);
    const database = await openTestDatabase('postgresql', inject('templates'));
    const options = {
      environment: { OPERATOR_TOKEN, ...(withRedis ? { REDIS_URL: redis ?? '' } : {}) },
      overrides: { assistants: [brand.definition] },
    };
    await using one = await createTestApp({ database, ...options });
    {
      await using other = await createTestApp({ database, ...options, ownsDatabase: false });
      await vi.waitFor(() => expect(other.app.content.servedOf('fern')).not.toBeNull());
      expect((await teamOf(one, 'fern').add(passageAbout('Tamanu'))).status).toBe(201);
      // Asked of what is served, not of the list, which looks by itself.
      await vi.waitFor(
        () => {
          expect(other.app.assistants.get('fern')?.knowledge?.search('What is Tamanu?')[0]?.passage.id).toBe('tamanu');
        },
        { timeout: 5_000, interval: 20 },
      );
      expect(other.app.assistants.get('fern')?.knowledgeVersion).toBe(one.app.assistants.get('fern')?.knowledgeVersion);
    }
    await using restarted = await createTestApp({ database, ...options, ownsDatabase: false });
    expect((await ask(restarted, 'fern', 'What is Tamanu?')).citations).toMatchObject([{ id: 'tamanu' }]);
  });
});
