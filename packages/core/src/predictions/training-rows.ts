import type { VisitHistory } from './bg-nbd.ts';
import { HORIZON_DAYS } from './engagement-model.ts';
import { type PersonHistory, type Standing, standingAt, wroteBetween } from './history.ts';

/** Weeks that are held out: cuts a week apart, the last with its days to come just past. */
const HELD_OUT_WEEKS = 4;
/** Weeks that are learnt from before those. */
const LEARNT_WEEKS = 4;
const WEEK_DAYS = 7;

/** The days at which people are looked at, each with the {@link HORIZON_DAYS} after it known. */
export interface Cuts {
  /** The day whose beginning is now: all before it is known. */
  readonly today: number;
  /** The latest first. */
  readonly heldOut: readonly number[];
  /** Their days to come end before the first held-out cut, so that nothing of the held-out weeks is learnt from. */
  readonly learnt: readonly number[];
  /** The first held-out cut: what is judged on held-out weeks may know what was before it. */
  readonly known: number;
}

export function cutsBefore(today: number): Cuts {
  const heldOut = Array.from({ length: HELD_OUT_WEEKS }, (_, week) => today - HORIZON_DAYS - week * WEEK_DAYS);
  const known = today - HORIZON_DAYS - (HELD_OUT_WEEKS - 1) * WEEK_DAYS;
  const learnt = Array.from({ length: LEARNT_WEEKS }, (_, week) => known - HORIZON_DAYS - week * WEEK_DAYS);
  return { today, heldOut, learnt, known };
}

/** Somebody at a cut, and whether they came within the days after it. */
export interface Example {
  /** Which of the people looked at, so that examples of one are known to be of one. */
  readonly person: number;
  readonly standing: Standing;
  readonly came: boolean;
}

/** What is kept of each person looked at: a few numbers a cut, and nothing that says who they are. */
export class TrainingRows {
  readonly cuts: Cuts;
  readonly heldOut: Example[] = [];
  readonly learnt: Example[] = [];
  /** As of today, and as of the first held-out cut. */
  readonly visitsToday: VisitHistory[] = [];
  readonly visitsKnown: VisitHistory[] = [];
  /** The first day on which anybody wrote; null while there is none. */
  firstDay: number | null = null;

  constructor(today: number) {
    this.cuts = cutsBefore(today);
  }

  add(history: PersonHistory): void {
    const standing = standingAt(history, this.cuts.today);
    if (standing === null) return;
    const person = this.visitsToday.length;
    this.visitsToday.push(standing.visits);
    const first = this.cuts.today - standing.visits.observedFor;
    this.firstDay = Math.min(first, this.firstDay ?? first);
    const known = standingAt(history, this.cuts.known);
    if (known !== null) this.visitsKnown.push(known.visits);
    this.heldOut.push(...examplesOf(person, history, this.cuts.heldOut));
    this.learnt.push(...examplesOf(person, history, this.cuts.learnt));
  }
}

function examplesOf(person: number, history: PersonHistory, cuts: readonly number[]): Example[] {
  return cuts.flatMap((cut) => {
    const standing = standingAt(history, cut);
    return standing === null ? [] : [{ person, standing, came: wroteBetween(history, cut, cut + HORIZON_DAYS) }];
  });
}
