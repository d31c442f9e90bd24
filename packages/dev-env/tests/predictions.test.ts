import { setTimeout as delay } from 'node:timers/promises';
import type { PeopleForetold, PredictionModel, SentJobAnswer, Session } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, FakeClock, onEachDatabase, seedCohort, simulateCohort, type TestApp } from '../src/index.ts';
import { expectProblem } from './problem-assertions.ts';

const OPERATOR_TOKEN = 'operator-token-of-the-predictions-test-0123456789';
const DAY_MS = 86_400_000;
const PATH = '/api/v1/admin/predictions';
const EMAIL = 'drifting@example.com';

onEachDatabase('who drifts away', (databases) => {
  let test: TestApp;
  let clock: FakeClock;
  beforeAll(async () => {
    clock = new FakeClock(new Date('2026-10-05T10:00:00Z'));
    test = await createTestApp({
      database: await databases.migrated(),
      environment: { OPERATOR_TOKEN },
      overrides: { clock },
    });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const asOperator = (method: string, path: string) => test.request(method, path, { token: OPERATOR_TOKEN });
  /** Runs the nightly job as an operator would, and waits for its end. */
  const foretell = async (): Promise<unknown> => {
    const sent = await asOperator('POST', '/api/v1/admin/jobs/predict-engagement/run');
    expect(sent.status, sent.text).toBe(202);
    const { jobId } = sent.json<SentJobAnswer>();
    for (;;) {
      const { rows } = await test.app.database.pool.query<{ outcome: string; report: unknown }>(
        'select outcome, report from job_runs where id = $1 and finished_at is not null',
        [jobId],
      );
      if (rows[0] !== undefined) {
        expect(rows[0].outcome).toBe('completed');
        return rows[0].report;
      }
      await delay(20);
    }
  };
  const logIn = async (): Promise<Session> =>
    (
      await test.request('POST', '/api/v1/auth/login', { body: { email: EMAIL, password: 'correct horse battery' } })
    ).json<Session>();
  /** Every person of an assistant's list, by band. */
  const everybody = async (): Promise<PeopleForetold['items']> => {
    const found: PeopleForetold['items'] = [];
    for (const band of ['engaged', 'uncertain', 'at_risk', 'gone']) {
      let cursor: string | null = '';
      while (cursor !== null) {
        const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = (await asOperator('GET', `${PATH}?assistant=jumbo&band=${band}${more}`)).json<PeopleForetold>();
        found.push(...page.items);
        cursor = page.nextCursor;
      }
    }
    return found;
  };

  it('has nothing to tell before anything was foretold, and says what to do', async () => {
    expect((await asOperator('GET', `${PATH}?assistant=jumbo`)).json()).toEqual({ items: [], nextCursor: null });
    const problem = await asOperator('GET', `${PATH}/model?assistant=jumbo`);
    expectProblem(problem, 'NOT_FOUND');
    expect(problem.text).toContain('/api/v1/admin/jobs/predict-engagement/run');
    expectProblem(await asOperator('GET', `${PATH}?assistant=nobody`), 'VALIDATION_ERROR');
    expectProblem(await asOperator('GET', `${PATH}?assistant=jumbo&band=lost`), 'VALIDATION_ERROR');
    expectProblem(await asOperator('GET', `${PATH}?assistant=jumbo&cursor=none`), 'VALIDATION_ERROR');
    expectProblem(await asOperator('GET', PATH), 'VALIDATION_ERROR');
  });

  it('foretells who talked and fell silent, tells operators why and the person all of it, and forgets with them', async () => {
    const people = simulateCohort({
      seed: 9,
      people: 400,
      today: Math.floor(clock.now().getTime() / DAY_MS) + 40,
      joinedWithinDays: 200,
      behaviour: { r: 1.5, alpha: 10, a: 0.3, b: 9 },
      someGrowUnhappy: false,
    });
    await seedCohort(test.app.database, 'jumbo', people, new Date(clock.now().getTime() + 40 * DAY_MS));
    // Writes on five days, every other one, and then no more.
    const person = await test.signUp(EMAIL, 'Bo');
    const guest = await test.guest();
    await guest.say('jumbo', 'Hello there');
    await person.say('jumbo', 'Hello there');
    for (let visit = 0; visit < 4; visit += 1) {
      clock.advance(2 * DAY_MS);
      const { accessToken } = await logIn();
      const body = { assistant: 'jumbo', message: 'Here I am again' };
      expect((await test.request('POST', '/api/v1/chat', { token: accessToken, body })).status).toBe(200);
    }
    clock.advance(32 * DAY_MS);
    expect(await foretell()).toMatchObject({ sienna: { kind: 'prior', foretold: 0 }, jumbo: { forgotten: 0 } });

    const listed = await everybody();
    const userId = person.session.user.id;
    expect(listed.some((each) => each.userId === guest.session.user.id)).toBe(false);
    const found = listed.find((each) => each.userId === userId);
    expect(['at_risk', 'gone']).toContain(found?.band);
    expect(found?.reasons[0]).toMatchObject({
      about: 'silence',
      words: 'last wrote 32 days ago; used to write three times a week',
      effect: 'lowers',
    });
    const model = (await asOperator('GET', `${PATH}/model?assistant=jumbo`)).json<PredictionModel>();
    expect(model.people).toBe(listed.length);
    expect(model.heldOut?.calibration).toHaveLength(10);
    expect(model.why).toMatch(/\w/);

    // What is held of them is theirs to see, and goes when they say so.
    const session = await logIn();
    const asPerson = (method: string, path: string, body?: unknown) =>
      test.request(method, path, { token: session.accessToken, ...(body === undefined ? {} : { body }) });
    const exported = async () =>
      (await asPerson('GET', '/api/v1/profile/export')).json<{
        predictions: { probability: number; reasons: unknown }[];
      }>().predictions;
    expect(await exported()).toMatchObject([
      { assistant: 'jumbo', probability: found?.probability, reasons: found?.reasons },
    ]);
    await asPerson('PATCH', '/api/v1/profile', { consent: { analytics: false } });
    expect(await exported()).toEqual([]);
    expect((await everybody()).length).toBe(listed.length - 1);
    await foretell();
    expect(await exported()).toEqual([]);
    await asPerson('PATCH', '/api/v1/profile', { consent: { analytics: true } });
    await foretell();
    expect(await exported()).toHaveLength(1);
    const receipt = (await asPerson('DELETE', '/api/v1/profile')).json<{ stores: { store: string; rows: number }[] }>();
    expect(receipt.stores).toContainEqual({ store: 'predictions', rows: 1 });
    expect((await everybody()).some((each) => each.userId === userId)).toBe(false);
  });
});
