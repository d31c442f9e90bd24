import { servedWith } from '@rapport/core/engagement/engagement.fixtures.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import type { ServedAssistant } from '@rapport/core/turn/dependencies.ts';

/** How many times as fast as ours the race's clock goes: the five minutes after which a dead worker's claim runs out are five seconds. */
const SPEED = 60;

/** Time that starts at `base` as the real one is `startedAt`, the same in every process, and stays behind the database's. */
export function raceClock(base: number, startedAt: number): Clock {
  return {
    now: () => new Date(base + (Date.now() - startedAt) * SPEED),
    monotonicMs: () => performance.now(),
  };
}

const NO_NIGHT = { from: '00:00', until: '00:00' };

/** Two campaigns that are due to everybody at once, so that both channels and the cap of one message a day are raced for. */
export const raceAssistants = (): ReadonlyMap<string, ServedAssistant> => {
  const shared = {
    trigger: 'not-seen-for',
    delayHours: 168,
    quietHours: NO_NIGHT,
    text: 'Hi {name}, how is it?',
  } as const;
  const served = servedWith([
    { ...shared, id: 'by-mail', channel: 'email', consent: 'email' },
    { ...shared, id: 'in-inbox', channel: 'inbox', consent: 'none' },
  ]);
  return new Map([[served.definition.id, served]]);
};
