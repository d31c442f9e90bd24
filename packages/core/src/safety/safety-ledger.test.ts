import { onEachDatabase } from '@rapport/dev-env';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import type { Risk } from '../understanding/summary.ts';
import {
  countSafetyEvents,
  insertSafetyEvents,
  safetyEventRows,
  safetyEventsOf,
  type TurnToCount,
} from './safety-ledger.ts';

const risk = (level: Risk['level'], rule: string | null): Risk => ({ level, kind: null, rule });
const turn: TurnToCount = {
  risk: risk('none', null),
  safety: 'none',
  disclosed: false,
  assistant: 'jumbo',
  brand: 'jumbo',
  person: { locale: 'en-US', timeZone: 'America/New_York' },
  language: 'en',
  at: new Date('2026-11-30T23:30:00Z'),
};

describe('what a turn counts as', () => {
  const cases: readonly (readonly [string, Partial<TurnToCount>, readonly (readonly [string, string])[]])[] = [
    ['ordinary talk', {}, []],
    [
      'a crisis',
      { risk: risk('crisis', 'wish-to-die'), safety: 'crisis', disclosed: true },
      [
        ['crisis', 'wish-to-die'],
        ['disclosure', 'with-care'],
      ],
    ],
    [
      'a turn of care after it',
      { safety: 'crisis', disclosed: true },
      [
        ['aftercare', 'in-care'],
        ['disclosure', 'with-care'],
      ],
    ],
    ['a concern', { risk: risk('concern', 'depressed'), safety: 'concern' }, [['concern', 'depressed']]],
    ['a concern within care', { risk: risk('concern', 'depressed'), safety: 'crisis' }, [['aftercare', 'depressed']]],
    ['a disclosure', { disclosed: true }, [['disclosure', 'due']]],
  ];
  it.each(cases)('%s', (_, change, expected) => {
    const events = safetyEventsOf({ ...turn, ...change });
    expect(events.map(({ kind, rule }) => [kind, rule])).toEqual(expected);
    for (const event of events)
      expect(event).toMatchObject({ country: 'US', language: 'en', occurredOn: '2026-11-30' });
  });

  it('has no more than this on it: nobody, no words, no moment', () => {
    const [event] = safetyEventsOf({ ...turn, disclosed: true });
    expect(Object.keys(event ?? {}).sort()).toEqual([
      'assistant',
      'brand',
      'country',
      'kind',
      'language',
      'occurredOn',
      'rule',
    ]);
  });
});

onEachDatabase('the safety ledger', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  const write = (events: Parameters<typeof safetyEventRows>[0], finished: boolean) =>
    database.pool.query(
      `with finished as (select 1 where $2::boolean), counted as (${insertSafetyEvents({ rows: '$1', from: 'finished' })}) select 1`,
      [safetyEventRows(events), finished],
    );

  it('counts by month, assistant and kind, and only what was finished', async () => {
    const crisis = safetyEventsOf({ ...turn, risk: risk('crisis', 'wish-to-die'), safety: 'crisis', disclosed: true });
    await write(crisis, true);
    await write(crisis, false);
    await write([], true);
    await write(
      safetyEventsOf({ ...turn, disclosed: true, assistant: 'sienna', at: new Date('2026-12-01T00:00:00Z') }),
      true,
    );
    await write(safetyEventsOf({ ...turn, disclosed: true, at: new Date('2027-01-01T00:00:00Z') }), true);
    expect(await countSafetyEvents(database, 2026)).toEqual([
      { month: '2026-11', assistant: 'jumbo', kind: 'crisis', count: 1 },
      { month: '2026-11', assistant: 'jumbo', kind: 'disclosure', count: 1 },
      { month: '2026-12', assistant: 'sienna', kind: 'disclosure', count: 1 },
    ]);
    expect(await countSafetyEvents(database, 2027)).toHaveLength(1);
  });
});
