import type { JourneyStage } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import { journey } from './journey.fixtures.ts';
import { type JourneyStanding, moveOn, NOT_BEGUN } from './move.ts';
import type { StageReading } from './read-stage.ts';

const reading = (stage: JourneyStage, likelihood = 0.7, isEvent = false): StageReading => ({
  stage,
  likelihood,
  evidence: [{ signal: 'wording', quote: stage }],
  isEvent,
});
const at = (stage: JourneyStage | null): JourneyStanding => ({ ...NOT_BEGUN, stage });

/** Where readings one after another lead. */
function walk(from: JourneyStanding, readings: readonly (StageReading | null)[]): readonly (JourneyStage | null)[] {
  let standing = from;
  return readings.map((each) => {
    standing = moveOn(standing, each, journey).standing;
    return standing.stage;
  });
}

describe('moving on and back', () => {
  const [discovery, learning, mastery] = ['discovery', 'learning', 'mastery'] as const;
  const cases: readonly (readonly [
    string,
    JourneyStanding,
    readonly (StageReading | null)[],
    readonly (JourneyStage | null)[],
  ])[] = [
    ['nothing said, nowhere', at(null), [null], [null]],
    ['first words are believed', at(null), [reading(learning, 0.3)], [learning]],
    ['one message moves nobody', at(discovery), [reading(learning, 0.99)], [discovery]],
    ['two in a row do, along an arrow', at(discovery), [reading(learning), reading(learning)], [discovery, learning]],
    ['back along an arrow just so', at(mastery), [reading(learning), reading(learning)], [mastery, learning]],
    [
      'a leap takes three',
      at(discovery),
      [reading(mastery), reading(mastery), reading(mastery)],
      [discovery, discovery, mastery],
    ],
    ['a step that is told of moves at once', at(discovery), [reading(learning, 0.8, true)], [learning]],
    ['unless it is unsure', at(discovery), [reading(learning, 0.4, true)], [discovery]],
    [
      'unsure readings never add up',
      at(discovery),
      [reading(learning, 0.45), reading(learning, 0.45), reading(learning, 0.45), reading(learning, 0.45)],
      [discovery, discovery, discovery, discovery],
    ],
    [
      'small talk between takes nothing back',
      at(discovery),
      [reading(learning), null, reading(learning)],
      [discovery, discovery, learning],
    ],
    [
      'to and fro is no flapping',
      at(discovery),
      [reading(learning), reading(discovery), reading(learning), reading(discovery), reading(learning)],
      [discovery, discovery, discovery, discovery, discovery],
    ],
    [
      'two directions at once are none',
      at(discovery),
      [reading(learning), reading(mastery), reading(learning), reading(mastery)],
      [discovery, discovery, discovery, discovery],
    ],
    ['a stage that the journey lost is none', at('transition'), [reading(learning, 0.3)], [learning]],
  ];
  it.each(cases)('%s', (_, from, readings, stages) => {
    expect(walk(from, readings)).toEqual(stages);
  });

  it('says from where, to where and why', () => {
    expect(moveOn(at(null), reading(learning), journey).move).toEqual({
      from: null,
      to: learning,
      reason: 'first-words',
    });
    const leaning = { stage: discovery, leaning: { stage: learning, weight: 0.7 } };
    expect(moveOn(leaning, reading(learning), journey)).toEqual({
      standing: { stage: learning, leaning: null },
      move: { from: discovery, to: learning, reason: 'repeated' },
    });
  });
});
