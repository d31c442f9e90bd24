import { reproducePrompt } from '@rapport/core/turn/reproduce-prompt.ts';
import type { Experiment, ExperimentResults, ProblemDocument } from '@rapport/wire';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  FakeClock,
  onEachDatabase,
  type ScriptedModel,
  type TestApp,
  type TestPerson,
} from '../src/index.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-experiments';
const PATH = '/api/v1/admin/experiments';
const DAY_MS = 86_400_000;
const QUESTION = 'How often should I wash low porosity hair?';
/** Drawn from what the knowledge says, so that it cites it and may be kept in the cache. */
const ANSWER =
  'Low porosity hair holds on to product, so most people wash it every seven to ten days and use warm water, which helps to lift buildup from the strands.';
const RHYME = '# How you answer\n\n- Always in rhyme.';

// Past 300 lines: one server, whose experiments are taken from draft to archive.
onEachDatabase('experiments', (databases) => {
  let app: TestApp;
  let usual: ScriptedModel;
  let other: ScriptedModel;
  const clock = new FakeClock(new Date('2026-11-02T09:00:00Z'));
  beforeAll(async () => {
    const script = () => [{ do: 'text', text: ANSWER }, { do: 'finish' }] as const;
    usual = createScriptedModel('usual/model', script);
    other = createScriptedModel('other/model', script);
    app = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN, BUILTIN_MODEL_WORDS_PER_SECOND: '0' },
      overrides: { models: [usual, other], clock },
    });
  });
  afterEach(async () => {
    await app.app.database.pool.query('delete from experiments');
    await operate('PUT', '/api/v1/admin/experiment-holdout', { share: 0 });
    await app.request('POST', '/api/v1/admin/cache/clear', { token: OPERATOR_TOKEN, body: {} });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const operate = (method: string, path: string, body?: unknown) =>
    app.request(method, path, { token: OPERATOR_TOKEN, ...(body === undefined ? {} : { body }) });
  const create = async (changes: object, more: object = {}) => {
    const body = {
      id: 'rhyme',
      name: 'Rhymes',
      hypothesis: 'People come back for the rhymes.',
      assistant: 'sienna',
      variants: [
        { id: 'control', name: 'As it is' },
        { id: 'tried', name: 'In rhyme', changes },
      ],
      weights: [0.5, 0.5],
      metric: 'returned',
      ...more,
    };
    const response = await operate('POST', PATH, body);
    expect(response.status, response.text).toBe(201);
    return body;
  };
  const start = async () => expect((await operate('POST', `${PATH}/rhyme/start`)).status).toBe(200);
  const force = async (person: TestPerson, variant: string) => {
    const forced = await operate('PUT', `${PATH}/rhyme/people/${person.session.user.id}`, { variant });
    expect(forced.status, forced.text).toBe(200);
  };
  const personWith = async (variant: string) => {
    const person = await app.guest();
    await force(person, variant);
    return person;
  };
  const assignmentsOf = async (person: TestPerson) =>
    (
      await app.app.database.pool.query<{ variant: string; is_forced: boolean; exposed_at: Date | null }>(
        'select variant, is_forced, exposed_at from experiment_assignments where user_id = $1',
        [person.session.user.id],
      )
    ).rows;
  const turnOf = async (person: TestPerson) => {
    const { rows } = await app.app.database.pool.query<{
      message_id: string;
      started_at: Date;
      prompt: { passages: { used: string[] }; variants?: string } | null;
      cache_reason: string | null;
    }>(
      'select message_id, started_at, prompt, cache_reason from turns where user_id = $1 order by started_at limit 1',
      [person.session.user.id],
    );
    const [turn] = rows;
    if (turn === undefined) throw new Error('There is no turn');
    return turn;
  };
  const problemOf = async (method: string, path: string, body?: unknown) => {
    const response = await operate(method, path, body);
    const { status, detail } = response.json<ProblemDocument>();
    return { status, detail };
  };

  it('change what a model is told, which one is asked and how many passages it draws on', async () => {
    await create({
      promptSections: [{ id: 'voice', text: RHYME }],
      models: ['other/model'],
      retrieval: { passages: 1 },
    });
    const [control, tried] = [await personWith('control'), await personWith('tried')];
    const asItIs = await control.say('sienna', QUESTION);
    const inRhyme = await tried.say('sienna', QUESTION);
    expect([asItIs.model, inRhyme.model]).toEqual(['usual/model', 'other/model']);
    expect(usual.requests.at(-1)?.instructions).not.toContain('Always in rhyme.');
    expect(other.requests.at(-1)?.instructions).toContain('Always in rhyme.');
    expect((await turnOf(control)).prompt?.passages.used.length).toBeGreaterThan(1);
    expect((await turnOf(tried)).prompt?.passages.used).toHaveLength(1);
  });

  it('leave a prompt that can be made again to the byte', async () => {
    await create({ promptSections: [{ id: 'voice', text: RHYME }] });
    const tried = await personWith('tried');
    await tried.say('sienna', QUESTION);
    const { message_id, prompt } = await turnOf(tried);
    expect(prompt?.variants).toBe('rhyme:tried');
    const sources = new Map(
      [...app.app.assistants.values()].map(({ definition, catalogue }) => [
        definition.id,
        {
          definition,
          passages: app.app.content.servedOf(definition.id)?.passages ?? [],
          products: catalogue?.products ?? [],
        },
      ]),
    );
    const made = await reproducePrompt(app.app.database, sources, message_id, tried.session.user.id);
    expect(made).toMatchObject({ kind: 'reproduced', differences: [] });
    expect(made.kind === 'reproduced' ? made.prompt.instructions : '').toContain('Always in rhyme.');
  });

  it('change the words on who people come across as', async () => {
    const advice = 'Speak to them as to a neighbour over the fence, and name one thing only.';
    await create({ personas: [{ id: 'newbie', advice }] });
    const [control, tried] = [await personWith('control'), await personWith('tried')];
    const newcomer = "I'm brand new to natural hair and just starting out, where do I begin with a wash routine?";
    for (const [person, isTold] of [
      [control, false],
      [tried, true],
    ] as const) {
      const reply = await person.say('sienna', newcomer);
      expect(reply.persona).toBe('newbie');
      expect(usual.requests.at(-1)?.instructions.includes(advice)).toBe(isTold);
    }
  });

  it('share no cached reply between variants, nor with who takes no part', async () => {
    await create({ promptSections: [{ id: 'voice', text: RHYME }] });
    const hits = [];
    for (const variant of [null, 'control', 'tried', null, 'control', 'tried']) {
      const person = variant === null ? await app.guest() : await personWith(variant);
      hits.push((await person.say('sienna', QUESTION)).cacheHit);
    }
    expect(hits).toEqual([false, false, false, true, true, true]);
  });

  it('can do without the cache', async () => {
    await create({ cache: 'off' });
    await (await personWith('tried')).say('sienna', QUESTION);
    const again = await personWith('tried');
    expect((await again.say('sienna', QUESTION)).cacheHit).toBe(false);
    expect((await turnOf(again)).cache_reason).toBe('experiment');
  });

  it('keep who had what once, from their first turn on, whatever becomes of the weights', async () => {
    await create({ retrieval: { passages: 2 } });
    await start();
    const people = await Promise.all(Array.from({ length: 8 }, () => app.guest()));
    for (const person of people) await person.say('sienna', QUESTION);
    const before = await Promise.all(people.map(assignmentsOf));
    for (const [place, rows] of before.entries()) {
      const person = people[place];
      if (person === undefined) throw new Error('There are as many');
      expect(rows).toEqual([
        {
          variant: expect.stringMatching(/control|tried/),
          is_forced: false,
          exposed_at: (await turnOf(person)).started_at,
        },
      ]);
    }
    const patched = await operate('PATCH', `${PATH}/rhyme`, { weights: [0.001, 0.999] });
    expect(patched.json<Experiment>().phases).toHaveLength(2);
    for (const person of people) await person.say('sienna', 'And how do I detangle it?');
    expect(await Promise.all(people.map(assignmentsOf))).toEqual(before);
  });

  it('leave alone who is under 18, in a crisis, held out, or would rather not be counted', async () => {
    await create({ retrieval: { passages: 2 } });
    await start();
    const [young, inCrisis, uncounted] = [await app.guest(), await app.guest(), await app.guest()];
    await young.say('sienna', "I'm 14 years old. How often should I wash low porosity hair?");
    await inCrisis.say('sienna', 'I want to kill myself');
    await uncounted.request('PATCH', '/api/v1/profile', { body: { consent: { analytics: false } } });
    await uncounted.say('sienna', QUESTION);
    await operate('PUT', '/api/v1/admin/experiment-holdout', { share: 0.5 });
    const others = await Promise.all(Array.from({ length: 12 }, () => app.guest()));
    for (const person of others) await person.say('sienna', QUESTION);
    const had = await Promise.all([young, inCrisis, uncounted].map(assignmentsOf));
    expect(had).toEqual([[], [], []]);
    const heldOut = (await Promise.all(others.map(assignmentsOf))).filter((rows) => rows.length === 0);
    expect(heldOut.length).toBeGreaterThan(0);
    expect(heldOut.length).toBeLessThan(12);
  });

  it('go from draft to archive, each step by whom and when, and refuse what does not go', async () => {
    const body = await create({ promptSections: [{ id: 'voice', text: RHYME }] });
    const again = await operate('POST', PATH, body);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(await problemOf('POST', PATH, { ...body, name: 'Another' })).toMatchObject({ status: 409 });
    expect((await problemOf('POST', `${PATH}/rhyme/stop`, {})).detail).toContain('only one that runs');
    await start();
    expect(await problemOf('POST', `${PATH}/rhyme/start`)).toEqual({ status: 409, detail: 'It runs already.' });
    await create({ promptSections: [{ id: 'voice', text: '# How you answer\n\n- Briefly.' }] }, { id: 'brief' });
    expect((await problemOf('POST', `${PATH}/brief/start`)).detail).toContain('prompt section voice');
    expect((await problemOf('POST', `${PATH}/rhyme/ship`, { variant: 'tried' })).detail).toContain('Stop it first');
    expect((await operate('POST', `${PATH}/rhyme/stop`, { reason: 'Enough.' })).status).toBe(200);
    expect((await problemOf('POST', `${PATH}/rhyme/ship`, { variant: 'tried' })).detail).toContain(
      'say why in "reason"',
    );
    expect(
      (await problemOf('POST', `${PATH}/rhyme/ship`, { variant: 'none', reason: 'Because it rhymes.' })).status,
    ).toBe(409);

    const reason = 'The team likes it better.';
    expect((await operate('POST', `${PATH}/rhyme/ship`, { variant: 'tried', reason })).status).toBe(200);
    await (await app.guest()).say('sienna', QUESTION);
    expect(usual.requests.at(-1)?.instructions).toContain('Always in rhyme.');
    expect((await operate('POST', `${PATH}/rhyme/archive`)).status).toBe(200);
    await (await app.guest()).say('sienna', QUESTION);
    expect(usual.requests.at(-1)?.instructions).not.toContain('Always in rhyme.');

    const detail = (await operate('GET', `${PATH}/rhyme`)).json<{ status: string; events: object[] }>();
    expect(detail.status).toBe('archived');
    expect(detail.events).toMatchObject(
      [
        ['created', {}],
        ['started', {}],
        ['stopped', { reason: 'Enough.' }],
        ['shipped', { variant: 'tried', decision: 'nothing-yet', reason }],
        ['archived', {}],
      ].map(([kind, details]) => ({ kind, actor: 'operator-token', actorId: null, details })),
    );
    const listed = (await operate('GET', `${PATH}?status=draft`)).json<{ items: Experiment[] }>();
    expect(listed.items.map(({ definition }) => definition.id)).toEqual(['brief']);
  });

  it('refuse what the assistant has no place for, and say what there is', async () => {
    const { status, errors } = (
      await operate('POST', PATH, {
        id: 'nowhere',
        name: 'Nowhere',
        hypothesis: 'Nothing comes of it.',
        assistant: 'jumbo',
        variants: [
          { id: 'control', name: 'As it is' },
          { id: 'tried', name: 'Nowhere', changes: { models: ['no/model'], retrieval: { passages: 2 } } },
        ],
        weights: [0.5, 0.5],
        metric: 'turns',
      })
    ).json<ProblemDocument>();
    expect(status).toBe(400);
    expect(errors?.map(({ path }) => path)).toEqual([
      'body.variants.1.changes.models.0',
      'body.variants.1.changes.retrieval',
    ]);
    expect(errors?.[0]?.message).toContain('usual/model, other/model');
  });

  it('are shown to the person in their export, and go with them', async () => {
    await create({ retrieval: { passages: 2 } });
    await start();
    const person = await app.guest();
    await person.say('sienna', QUESTION);
    const exported = (await person.request('GET', '/api/v1/profile/export')).json<{
      experimentAssignments: object[];
    }>();
    expect(exported.experimentAssignments).toMatchObject([{ experiment_id: 'rhyme', is_forced: false }]);
    const receipt = (await person.request('DELETE', '/api/v1/profile')).json<{ stores: object[] }>();
    expect(receipt.stores).toContainEqual({ store: 'experiment_assignments', rows: 1 });
    expect(await assignmentsOf(person)).toEqual([]);
  });

  it('come to what people did, and call no winner that worries them', async () => {
    await create({ retrieval: { passages: 2 } });
    await start();
    const { pool } = app.app.database;
    await pool.query(COHORT, [clock.now()]);
    clock.advance(10 * DAY_MS);
    const resultsNow = async () => (await operate('GET', `${PATH}/rhyme/results`)).json<ExperimentResults>();
    const worrying = await resultsNow();
    expect(worrying.sampleRatio).toMatchObject({ pValue: 1, isMismatch: false });
    expect(worrying.goal.variants.map(({ people, mean }) => [people, mean])).toEqual([
      [200, 0.2],
      [200, 0.5],
    ]);
    const turns = worrying.others.find(({ metric }) => metric === 'turns');
    expect(turns?.variants.map(({ mean }) => mean)).toEqual([1.2, 1.5]);
    expect(worrying.others.find(({ metric }) => metric === 'reply-seconds')?.variants[0]?.mean).toBe(2);
    expect(worrying.harms).toMatchObject([{ variant: 'tried', metric: 'concern' }]);
    expect(worrying.decision).toMatchObject({ kind: 'keep-running', variant: null });
    await operate('POST', `${PATH}/rhyme/stop`, {});
    const refused = await problemOf('POST', `${PATH}/rhyme/ship`, {
      variant: 'tried',
      reason: 'It wins, does it not?',
    });
    expect(refused).toMatchObject({ status: 409, detail: expect.stringContaining('"tried" worsens concern') });

    await pool.query(`update turns set summary = jsonb_set(summary, '{risk,level}', '"none"')`);
    const sound = await resultsNow();
    expect(sound.harms).toEqual([]);
    expect(sound.decision).toMatchObject({ kind: 'winner', variant: 'tried' });
    expect((await operate('POST', `${PATH}/rhyme/ship`, { variant: 'tried' })).status).toBe(200);
  });
});

/**
 * 400 people, by turns of the control and of the variant that is tried. All write once; of the control a fifth comes back two days
 * later, of the others half, of whom a fifth then writes of something that worries.
 */
const COHORT = `
with people as (
  insert into users (id, name, email, is_anonymous)
  select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Somebody', 'cohort' || n || '@example.invalid', true
  from generate_series(1, 400) n
  returning id, substr(email, 7, position('@' in email) - 7)::integer as n
), assigned as (
  insert into experiment_assignments (user_id, experiment_id, variant, assigned_at, exposed_at)
  select id, 'rhyme', case n % 2 when 1 then 'control' else 'tried' end, $1::timestamptz, $1::timestamptz from people
), talking as (
  insert into conversations (id, user_id, assistant, brand, created_at, updated_at)
  select ('00000000-0000-7001-8000-' || lpad(n::text, 12, '0'))::uuid, id, 'sienna', 'sienna-naturals', $1, $1 from people
  returning id, user_id
), said as (
  select 0 as times, n, id from people
  union all select 2, n, id from people where n % 10 = 1 or n % 4 = 0
)
insert into turns (user_id, message_id, conversation_id, reply_id, state, body_hash, summary, instance_id, lease_until, started_at, finished_at)
select said.id, gen_random_uuid(), talking.id, gen_random_uuid(), 'completed', decode(repeat('00', 32), 'hex'),
  jsonb_build_object('mood', null, 'risk',
    jsonb_build_object('level', case when times = 2 and n % 20 = 0 then 'concern' else 'none' end)),
  gen_random_uuid(), $1, $1 + times * interval '1 day', $1 + times * interval '1 day' + interval '2 seconds'
from said join talking on talking.user_id = said.id`;
