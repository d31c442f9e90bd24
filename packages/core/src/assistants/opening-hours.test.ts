import { describe, expect, it } from 'vitest';
import { type HoursInput, hoursDefinition } from './hours-definition.ts';
import { openingAt } from './opening-hours.ts';

const shop: HoursInput = {
  timeZone: 'America/New_York',
  weekly: {
    monday: [
      { from: '09:00', until: '12:00' },
      { from: '13:00', until: '17:30' },
    ],
    tuesday: [{ from: '09:00', until: '17:30' }],
    friday: [{ from: '18:00', until: '24:00' }],
    saturday: [{ from: '00:00', until: '02:00' }],
  },
  closedDays: [{ date: '2026-12-01', name: 'Stocktaking' }],
};

describe('opening hours', () => {
  const cases: readonly (readonly [what: string, at: string, isOpen: boolean, thenAt: string])[] = [
    ['before the morning', '2026-11-30T13:59:00Z', false, 'monday 09:00'],
    ['at the minute of opening', '2026-11-30T14:00:00Z', true, 'monday 12:00'],
    ['at the minute of closing', '2026-11-30T17:00:00Z', false, 'monday 13:00'],
    ['in the afternoon', '2026-11-30T22:29:00Z', true, 'monday 17:30'],
    ['after a day whose next is closed', '2026-11-30T23:00:00Z', false, 'friday 18:00'],
    ['on a closed day', '2026-12-01T15:00:00Z', false, 'friday 18:00'],
    ['on the same day of another week', '2026-12-08T15:00:00Z', true, 'tuesday 17:30'],
    ['in a night that goes on after midnight', '2026-12-05T03:00:00Z', true, 'saturday 02:00'],
    ['after midnight', '2026-12-05T06:00:00Z', true, 'saturday 02:00'],
    ['in summer, an hour earlier by UTC', '2026-07-06T13:00:00Z', true, 'monday 12:00'],
    ['where it is yesterday still', '2026-12-07T03:00:00Z', false, 'monday 09:00'],
  ];
  it.each(cases)('%s', (_what, at, isOpen, then) => {
    const opening = openingAt(hoursDefinition.parse(shop), new Date(at));
    expect(opening.isOpen).toBe(isOpen);
    const next = opening.isOpen ? opening.closes : opening.opens;
    expect(`${next?.weekday} ${next?.time}`).toBe(then);
  });

  it('names the closed day it is', () => {
    const opening = openingAt(hoursDefinition.parse(shop), new Date('2026-12-01T15:00:00Z'));
    expect(opening.closedToday?.name).toBe('Stocktaking');
  });

  it('comes to an end for a brand that never closes', () => {
    const always = [{ from: '00:00', until: '24:00' }];
    const weekly = { monday: always, tuesday: always, wednesday: always, thursday: always, friday: always };
    const hours = hoursDefinition.parse({ ...shop, weekly: { ...weekly, saturday: always, sunday: always } });
    expect(openingAt(hours, new Date('2026-11-30T15:00:00Z')).isOpen).toBe(true);
  });

  const refused: readonly (readonly [string, Partial<HoursInput>, RegExp])[] = [
    ['a zone that is none', { timeZone: 'New York' }, /such as "America\/New_York"/],
    ['an offset, which knows no summer time', { timeZone: '-05:00' }, /IANA/],
    ['an hour that is none', { weekly: { monday: [{ from: '9:00', until: '17:00' }] } }, /such as "09:00"/],
    ['closing before opening', { weekly: { monday: [{ from: '18:00', until: '02:00' }] } }, /two times/],
    [
      'times that overlap',
      {
        weekly: {
          monday: [
            { from: '09:00', until: '12:00' },
            { from: '11:00', until: '17:00' },
          ],
        },
      },
      /begin after the time before/,
    ],
    ['no open day', { weekly: { monday: [] } }, /a day that is open/],
    ['a date that is none', { closedDays: [{ date: '25 December', name: 'Christmas' }] }, /such as "2026-12-25"/],
    ['a promise that does not read on', { answersWithin: 'soon' }, /within one working day/],
  ];
  it.each(refused)('refuses %s, saying what to write', (_what, change, message) => {
    const result = hoursDefinition.safeParse({ ...shop, ...change });
    expect(result.error?.issues.map((issue) => issue.message).join('; ')).toMatch(message);
  });
});
