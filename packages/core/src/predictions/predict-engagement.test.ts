import { randomUUID } from 'node:crypto';
import { FakeClock, onEachDatabase, seedCohort, simulateCohort } from '@rapport/dev-env';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { InvalidCursorError } from '../database/paging.ts';
import { probabilityAlive } from './bg-nbd.ts';
import { HORIZON_DAYS } from './engagement-model.ts';
import { areaUnderCurve, calibrationOf } from './held-out.ts';
import { type PersonHistory, standingAt, wroteBetween } from './history.ts';
import { predictEngagement } from './predict-engagement.ts';
import { dayOf, listPredictions, readModel, writePredictions } from './prediction-store.ts';
import { readHistories } from './read-histories.ts';

const NOON = new Date('2026-11-30T12:00:00Z');
const TODAY = dayOf(NOON);
const ASSISTANT = 'jumbo';
const signal = new AbortController().signal;
/** Several ratings of a day are stored at one time, and have no order. */
const inOrder = ({ day, rating }: { readonly day: number; readonly rating: number }) => `${day} ${rating}`;
const BANDS = ['engaged', 'uncertain', 'at_risk', 'gone'] as const;

onEachDatabase('foretelling who comes back', (databases) => {
  let database: Database;
  let clock: FakeClock;
  const people = simulateCohort({
    seed: 6,
    people: 2_000,
    today: TODAY,
    joinedWithinDays: 240,
    behaviour: { r: 1.5, alpha: 10, a: 0.3, b: 9 },
    someGrowUnhappy: true,
  });
  const run = () => predictEngagement({ database, clock, newId: randomUUID }, ASSISTANT, signal);
  const stored = async () => {
    const { rows } = await database.pool.query<{ user_id: string; probability: number; band: string; at: Date }>(
      'select user_id, probability, band, at from predictions where assistant = $1 order by user_id',
      [ASSISTANT],
    );
    return rows;
  };
  /** Any of those who had begun by today, of whom nothing else is changed in this file. */
  const begun = people.filter((person) => standingAt(person, TODAY) !== null);
  const [guest, silent, left, changing, crisis] = begun.slice(-5).map(({ userId }) => userId);

  beforeAll(async () => {
    clock = new FakeClock(NOON);
    database = await databases.migrated();
    await seedCohort(database, ASSISTANT, people, new Date(NOON.getTime() + 20 * 86_400_000));
    await database.pool.query('update users set is_anonymous = true where id = $1', [guest]);
    await database.pool.query(`update profiles set consent = consent || '{"analytics": false}' where user_id = $1`, [
      silent,
    ]);
    await database.pool.query(
      `update turns set summary = jsonb_set(summary, '{risk,level}', '"crisis"') where user_id = $1`,
      [crisis],
    );
  });
  afterAll(() => database.close());

  it('reads of each person what they did before a day began, and of who is a guest or said no to analytics nothing', async () => {
    const read = new Map<string, PersonHistory>();
    const before = new Date(TODAY * 86_400_000);
    for await (const page of readHistories(database, { assistant: ASSISTANT, before, share: 1, signal })) {
      for (const person of page) read.set(person.userId, person);
    }
    expect(read.size).toBe(people.length - 2);
    expect(read.has(guest ?? '') || read.has(silent ?? '')).toBe(false);
    for (const person of people.slice(0, 300)) {
      const days = person.days.filter(({ day }) => day < TODAY);
      const found = read.get(person.userId);
      expect(found?.days.map(({ day, moods }) => [day, moods])).toEqual(days.map(({ day, moods }) => [day, moods]));
      for (const [index, { valence }] of days.entries()) expect(found?.days[index]?.valence).toBeCloseTo(valence, 10);
      expect(found?.ratings.map(inOrder).sort()).toEqual(
        person.ratings
          .filter(({ day }) => day < TODAY)
          .map(inOrder)
          .sort(),
      );
    }
    // A crisis is a day written on, and no mood.
    const theirs = read.get(crisis ?? '')?.days ?? [];
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.every(({ moods, valence }) => moods === 0 && valence === 0)).toBe(true);
  });

  it('reads the same share of people each time', async () => {
    const before = new Date(TODAY * 86_400_000);
    const ids = async (share: number) => {
      const found: string[] = [];
      for await (const page of readHistories(database, { assistant: ASSISTANT, before, share, signal })) {
        found.push(...page.map(({ userId }) => userId));
      }
      return found;
    };
    const some = await ids(0.25);
    expect(some.length / people.length).toBeGreaterThan(0.2);
    expect(some.length / people.length).toBeLessThan(0.3);
    expect(await ids(0.25)).toEqual(some);
    const half = new Set(await ids(0.5));
    expect(some.every((id) => half.has(id))).toBe(true);
  });

  it('recovers how a cohort behaves: foretold and come agree, and newcomers who never came back are not first', async () => {
    expect(await run()).toEqual({
      kind: 'regression',
      learntFrom: begun.length - 2,
      foretold: begun.length - 2,
      forgotten: 0,
    });
    const byId = new Map(people.map((person) => [person.userId, person]));
    const model = await readModel(database, ASSISTANT);
    if (model === null) throw new Error('There is no model');
    const rows = await stored();
    expect(rows.length).toBe(begun.length - 2);
    expect(rows.every(({ user_id }) => user_id !== guest && user_id !== silent)).toBe(true);
    const seen = rows.map(({ user_id, probability }) => {
      const person = byId.get(user_id);
      const standing = person === undefined ? null : standingAt(person, TODAY);
      if (person === undefined || standing === null) throw new Error(`Nobody is ${user_id}`);
      return { probability, standing, came: wroteBetween(person, TODAY, TODAY + HORIZON_DAYS) };
    });
    for (const { count, forecast, came } of calibrationOf(seen)) {
      if (count >= 60) expect(Math.abs((forecast ?? 0) - (came ?? 0))).toBeLessThan(0.12);
    }
    const alive = seen.map(({ standing, came }) => ({
      probability: probabilityAlive(model.parameters.bgNbd, standing.visits),
      came,
    }));
    expect(areaUnderCurve(seen)).toBeGreaterThan((areaUnderCurve(alive) ?? 1) + 0.02);
    const first = seen.toSorted((one, other) => other.probability - one.probability).slice(0, 200);
    expect(first.filter(({ standing }) => standing.visits.repeats === 0)).toEqual([]);
    // What the mood and the ratings do was put in, and is found.
    const weights = Object.fromEntries(
      model.parameters.regression?.features.map(({ name, weight }) => [name, weight]) ?? [],
    );
    expect(weights.satisfaction).toBeGreaterThan(0.05);
    expect(weights.mood).toBeGreaterThan(0.05);
  });

  it('tells operators how it did on weeks it had not seen, and who is in which band', async () => {
    const model = await readModel(database, ASSISTANT);
    expect(model).toMatchObject({ kind: 'regression', horizonDays: HORIZON_DAYS, people: begun.length - 2 });
    expect(model?.window.until).toBe('2026-11-30T00:00:00.000Z');
    expect(model?.heldOut?.cuts[0]).toBe('2026-10-31T00:00:00.000Z');
    const [prior, coldStart, regression] = model?.heldOut?.candidates ?? [];
    expect([prior?.kind, coldStart?.kind, regression?.kind]).toEqual(['prior', 'bg-nbd', 'regression']);
    expect(regression?.brier).toBeLessThan(coldStart?.brier ?? 0);
    expect(coldStart?.brier).toBeLessThan(model?.heldOut?.baseRateBrier ?? 0);
    expect(model?.heldOut?.calibration).toHaveLength(10);
    expect(Object.values(model?.bands ?? {}).reduce((sum, count) => sum + count, 0)).toBe(begun.length - 2);
    expect(await readModel(database, 'sienna')).toBeNull();
  });

  it('lists each person of a band once, the least likely first, with reasons that name no mood', async () => {
    const everybody: string[] = [];
    for (const band of BANDS) {
      let cursor: string | null = null;
      const probabilities: number[] = [];
      do {
        const page = await listPredictions(database, { assistant: ASSISTANT, band }, { cursor, limit: 100 });
        for (const { userId, probability, reasons } of page.items) {
          everybody.push(userId);
          probabilities.push(probability);
          expect(reasons.length).toBeLessThanOrEqual(3);
          expect(JSON.stringify(reasons)).not.toMatch(/mood|valence|feel/i);
          for (const { words } of reasons) {
            expect(words).toMatch(/^(last wrote|wrote on|first wrote|rated) /);
          }
        }
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(probabilities).toEqual(probabilities.toSorted((one, other) => one - other));
    }
    expect(everybody.toSorted()).toEqual((await stored()).map(({ user_id }) => user_id));
    for (const cursor of [
      'nonsense',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('["a",1]').toString('base64url'),
    ]) {
      const page = listPredictions(database, { assistant: ASSISTANT, band: 'gone' }, { cursor, limit: 1 });
      await expect(page).rejects.toThrow(InvalidCursorError);
    }
  });

  it('says the same again on the same day, whatever was written since midnight', async () => {
    const before = await stored();
    clock.advance(5 * 3_600_000);
    await run();
    const after = await stored();
    expect(after.map(({ user_id, probability }) => [user_id, probability])).toEqual(
      before.map(({ user_id, probability }) => [user_id, probability]),
    );
    expect(after.every(({ at }) => at.getTime() > NOON.getTime() + 4 * 3_600_000)).toBe(true);
    const { rows } = await database.pool.query('select kind from prediction_models');
    expect(rows).toHaveLength(1);
  });

  it('forgets who switches analytics off at once, and who has no conversation left the next time', async () => {
    const has = async (userId: string | undefined) =>
      (await database.pool.query('select from predictions where user_id = $1', [userId])).rowCount === 1;
    expect([await has(changing), await has(left)]).toEqual([true, true]);
    await database.pool.query(`update profiles set consent = consent || '{"analytics": false}' where user_id = $1`, [
      changing,
    ]);
    await database.pool.query('delete from conversations where user_id = $1', [left]);
    expect([await has(changing), await has(left)]).toEqual([false, true]);
    expect(await run()).toMatchObject({ forgotten: 1 });
    expect([await has(changing), await has(left)]).toEqual([false, false]);
    await database.pool.query(`update profiles set consent = consent || '{"analytics": true}' where user_id = $1`, [
      changing,
    ]);
    await run();
    expect(await has(changing)).toBe(true);
  });

  it('writes nothing of who switched analytics off, became a guest or was erased after they were read', async () => {
    const model = await readModel(database, ASSISTANT);
    const about = { assistant: ASSISTANT, at: clock.now(), modelId: model?.id ?? '' };
    const ids = [silent ?? '', guest ?? '', randomUUID(), changing ?? ''];
    await writePredictions(
      database,
      about,
      ids.map((userId) => ({ userId, probability: 0.123, band: 'at_risk', reasons: [] })),
    );
    const { rows } = await database.pool.query('select user_id from predictions where probability = 0.123');
    expect(rows).toEqual([{ user_id: changing }]);
  });

  it('makes a new model the next day, and leaves nothing half done when it is stopped', async () => {
    clock.advance(86_400_000);
    const controller = new AbortController();
    controller.abort(new Error('stopping'));
    const context = { database, clock, newId: randomUUID };
    await expect(predictEngagement(context, ASSISTANT, controller.signal)).rejects.toThrow('stopping');
    expect((await database.pool.query('select from prediction_models')).rowCount).toBe(1);
    await run();
    expect((await database.pool.query('select from prediction_models')).rowCount).toBe(2);
    expect((await readModel(database, ASSISTANT))?.window.until).toBe('2026-12-01T00:00:00.000Z');
  });

  it('foretells nobody where nobody is', async () => {
    const context = { database, clock, newId: randomUUID };
    expect(await predictEngagement(context, 'sienna', signal)).toEqual({
      kind: 'prior',
      learntFrom: 0,
      foretold: 0,
      forgotten: 0,
    });
    expect(await readModel(database, 'sienna')).toMatchObject({ kind: 'prior', people: 0, heldOut: null });
  });
});
