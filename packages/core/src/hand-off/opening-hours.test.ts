import { describe, expect, it } from 'vitest';
import { type HandOffDefinition, handOffDefinition } from '../assistants/hand-off-definition.ts';
import { answerBy, opensAt, openUntil } from './opening-hours.ts';
import { hoursInWords, momentInWords } from './times-in-words.ts';

const day = [{ from: '09:00', until: '17:00' }];
const team: HandOffDefinition = handOffDefinition.parse({
  team: 'the care team',
  reasons: ['asked'],
  hours: {
    timeZone: 'America/New_York',
    weekly: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    closedDays: [{ date: '2026-12-25', name: 'Christmas Day' }],
  },
  answersWithinMinutes: 240,
});

describe('when an answer is promised', () => {
  // New York is five hours behind UTC in winter and four in summer.
  const cases: readonly (readonly [string, string, string])[] = [
    ['within the day', '2026-12-01T15:00:00Z', '2026-12-01T19:00:00.000Z'],
    ['over the evening', '2026-12-01T21:00:00Z', '2026-12-02T17:00:00.000Z'],
    ['over the weekend', '2026-12-04T21:30:00Z', '2026-12-07T17:30:00.000Z'],
    ['before it opens', '2026-12-01T05:00:00Z', '2026-12-01T18:00:00.000Z'],
    ['over a closed day', '2026-12-24T21:00:00Z', '2026-12-28T17:00:00.000Z'],
    ['over the start of summer time', '2027-03-12T21:00:00Z', '2027-03-15T16:00:00.000Z'],
    ['over its end', '2027-11-05T20:00:00Z', '2027-11-08T17:00:00.000Z'],
  ];
  it.each(cases)('%s', (_what, now, expected) => expect(answerBy(team, new Date(now)).toISOString()).toBe(expected));

  it('says until when the team is in, and when it is back', () => {
    expect(openUntil(team.hours, new Date('2026-12-01T15:00:00Z'))?.toISOString()).toBe('2026-12-01T22:00:00.000Z');
    expect(openUntil(team.hours, new Date('2026-12-01T22:00:00Z'))).toBeNull();
    expect(opensAt(team.hours, new Date('2026-12-04T22:00:00Z'))?.toISOString()).toBe('2026-12-07T14:00:00.000Z');
  });
});

describe('times in words', () => {
  const now = new Date('2026-12-01T15:00:00Z');
  const at = (moment: string, reader: { locale: string; timeZone: string }) =>
    momentInWords(team, reader, new Date(moment), now);
  const cases: readonly (readonly [string, string, { locale: string; timeZone: string }, string])[] = [
    [
      'the team’s clock, named, where a person’s is not known',
      '2026-12-01T22:00:00Z',
      { locale: 'en', timeZone: 'UTC' },
      '5:00 PM EST today',
    ],
    [
      'the person’s own clock',
      '2026-12-01T22:00:00Z',
      { locale: 'en-US', timeZone: 'America/Chicago' },
      '4:00 PM today',
    ],
    [
      'counted as they count hours',
      '2026-12-01T22:00:00Z',
      { locale: 'en-GB', timeZone: 'Europe/London' },
      '22:00 today',
    ],
    ['tomorrow', '2026-12-02T15:00:00Z', { locale: 'en-GB', timeZone: 'Europe/London' }, 'tomorrow at 15:00'],
    ['a weekday', '2026-12-04T15:00:00Z', { locale: 'en', timeZone: 'America/New_York' }, 'Friday at 10:00 AM'],
    [
      'a date',
      '2026-12-10T15:00:00Z',
      { locale: 'en', timeZone: 'America/New_York' },
      'Thursday, December 10 at 10:00 AM',
    ],
    ['a locale that is none', '2026-12-01T22:00:00Z', { locale: '??', timeZone: 'America/New_York' }, '5:00 PM today'],
  ];
  it.each(cases)('%s', (_what, moment, reader, expected) => expect(at(moment, reader)).toBe(expected));

  it('says whether the team is in', () => {
    const reader = { locale: 'en', timeZone: 'America/New_York' };
    expect(hoursInWords(team, reader, now)).toBe("They're in until 5:00 PM today");
    expect(hoursInWords(team, reader, new Date('2026-12-04T23:00:00Z'))).toBe(
      "They're out right now and back on Monday at 9:00 AM",
    );
    expect(hoursInWords(team, reader, new Date('2026-12-02T02:00:00Z'))).toBe(
      "They're out right now and back tomorrow at 9:00 AM",
    );
  });
});
