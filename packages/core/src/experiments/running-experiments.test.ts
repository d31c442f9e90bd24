import { onEachDatabase } from '@rapport/dev-env';
import { experimentDefinition } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import type { Subject } from './assign.ts';
import {
  archiveExperiment,
  changeHoldout,
  createExperiment,
  type ExperimentActor,
  startExperiment,
  stopExperiment,
} from './manage-experiments.ts';
import { RunningExperiments } from './running-experiments.ts';

const OPERATOR: ExperimentActor = { kind: 'operator-token', userId: null };
const ANYONE: Subject = {
  userId: '0191c1f0-0000-7000-8000-000000000001',
  assistant: 'sienna',
  brand: 'sienna-naturals',
  locale: 'en',
  persona: null,
  journeyStage: null,
  isGuest: true,
  mayTakePart: true,
};
const definition = experimentDefinition.parse({
  id: 'fewer',
  name: 'Fewer passages',
  hypothesis: 'Shorter replies are liked better.',
  assistant: 'sienna',
  variants: [
    { id: 'control', name: 'As it is' },
    { id: 'two', name: 'Two passages', changes: { retrieval: { passages: 2 } } },
  ],
  weights: [0.5, 0.5],
  metric: 'satisfaction',
});

onEachDatabase('experiments that run', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  it('hold on every instance that hears of them, until they are stopped', async () => {
    const listeners: (() => void)[] = [];
    const bus = {
      announce: () => {
        for (const listener of listeners) listener();
      },
      onAnnounced: (listener: () => void) => void listeners.push(listener),
    };
    const lines: string[] = [];
    const say = (...words: unknown[]) => void lines.push(String(words.at(-1)));
    const log = { debug: say, info: say, warn: say, error: say };
    const [here, elsewhere] = [bus, bus].map(
      (announcements) => new RunningExperiments({ database, announcements, log }),
    );
    if (here === undefined || elsewhere === undefined) throw new Error('There are two');
    await here.start();
    await elsewhere.start();
    const context = {
      database,
      clock: { now: () => new Date('2026-11-02T09:00:00Z'), monotonicMs: () => 0 },
      newId: () => crypto.randomUUID(),
    };
    /** What someone has elsewhere once what was announced there has been read. */
    const elsewhereNow = async () => {
      await here.changed();
      await elsewhere.refresh();
      return elsewhere.variantsOf(ANYONE, {}).assignments.length;
    };
    await createExperiment(context, definition, OPERATOR);
    expect(await elsewhereNow()).toBe(0);
    await startExperiment(context, 'fewer', OPERATOR);
    expect(await elsewhereNow()).toBe(1);
    await changeHoldout(context, 0.5);
    const heldOut = Array.from({ length: 200 }, (_, place) => `person-${place}`);
    expect(await elsewhereNow()).toBeLessThanOrEqual(1);
    const inside = heldOut.filter((userId) => elsewhere.variantsOf({ ...ANYONE, userId }, {}).assignments.length > 0);
    expect(inside.length).toBeGreaterThan(60);
    expect(inside.length).toBeLessThan(140);
    await stopExperiment(context, 'fewer', OPERATOR, undefined);
    expect(await elsewhereNow()).toBe(0);
    await archiveExperiment(context, 'fewer', OPERATOR);
    await here.close();
    await elsewhere.close();
    expect(lines).toEqual([]);
  });
});
