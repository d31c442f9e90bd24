import { describe, expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const NIGHT = { from: '21:00', until: '08:00' };

describe('quiet hours', () => {
  it.each([
    ['in the evening end the next morning', NIGHT, 'UTC', '2026-06-01T22:15:30Z', '2026-06-02T08:00:00Z'],
    ['after midnight end the same morning', NIGHT, 'UTC', '2026-06-02T03:00:00Z', '2026-06-02T08:00:00Z'],
    ['begin with their minute', NIGHT, 'UTC', '2026-06-01T21:00:00Z', '2026-06-02T08:00:00Z'],
    ['are over at their end', NIGHT, 'UTC', '2026-06-02T08:00:00Z', null],
    ['do not hold by day', NIGHT, 'UTC', '2026-06-01T12:00:00Z', null],
    // India is half an hour off everybody's hours: 21:15 there.
    ['go by the person’s zone', NIGHT, 'Asia/Kolkata', '2026-06-01T15:45:00Z', '2026-06-02T02:30:00Z'],
    ['have not begun at 20:59 there', NIGHT, 'Asia/Kolkata', '2026-06-01T15:29:00Z', null],
    ['may be by day', { from: '09:00', until: '17:30' }, 'UTC', '2026-06-01T12:00:00Z', '2026-06-01T17:30:00Z'],
    ['of no length hold never', { from: '08:00', until: '08:00' }, 'UTC', '2026-06-01T08:00:00Z', null],
    ['of a zone nobody knows go by UTC', NIGHT, 'Mars/Olympus', '2026-06-01T23:00:00Z', '2026-06-02T08:00:00Z'],
  ] as const)('%s', (_what, hours, zone, now, until) => {
    expect(quietUntil(hours, zone, new Date(now))?.toISOString() ?? null).toBe(
      until === null ? null : new Date(until).toISOString(),
    );
  });
});
