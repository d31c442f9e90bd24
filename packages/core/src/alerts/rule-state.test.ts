import { describe, expect, it } from 'vitest';
import { MEASURED_RULES, type MeasuredRule } from './alert-rules.ts';
import { CALM, look, type RuleState, type Turn } from './rule-state.ts';

const ruleOf = (kind: string): MeasuredRule => {
  const rule = MEASURED_RULES.find((one) => one.kind === kind);
  if (rule === undefined) throw new RangeError(kind);
  return rule;
};
const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 12, minute));

/** Looks once a minute at values of a hundred each (null: nothing was measured) and says at which minutes it turned. */
const turnsOf = (rule: MeasuredRule, values: readonly (number | null)[], volume = 100): [number, Turn][] => {
  let state: RuleState = CALM;
  return values.flatMap((value, minute) => {
    const looked = look(rule, state, { value, volume: value === null ? 0 : volume }, at(minute));
    state = looked.state;
    return looked.turn === null ? [] : [[minute, looked.turn] as [number, Turn]];
  });
};
const times = (count: number, value: number | null) => Array.from({ length: count }, () => value);

describe('an alert rule', () => {
  it.each<[string, string, (number | null)[], [number, Turn][]]>([
    ['fires after its minutes on end', 'high_error_rate', times(4, 0.06), [[2, 'fired']]],
    ['does not fire at its threshold', 'high_error_rate', times(9, 0.05), []],
    ['is not moved by a single bad minute', 'high_error_rate', [0.9, 0, 0.9, 0, 0.9, 0], []],
    [
      'stays while it trembles between its two thresholds',
      'high_error_rate',
      [...times(3, 0.06), 0.04, 0.06, 0.04, 0.06, ...times(8, 0.04)],
      [[2, 'fired']],
    ],
    [
      'ends after its minutes on the better side',
      'high_error_rate',
      [...times(3, 0.06), ...times(7, 0.01)],
      [
        [2, 'fired'],
        [8, 'cleared'],
      ],
    ],
    [
      'begins anew with a relapse before it ended',
      'high_error_rate',
      [...times(3, 0.06), ...times(4, 0.01), 0.06, ...times(7, 0.01)],
      [
        [2, 'fired'],
        [13, 'cleared'],
      ],
    ],
    ['fires below, where less is worse', 'low_satisfaction', times(8, 3.4), [[5, 'fired']]],
    ['fires at once where a rule has no patience', 'instance_lost', [0, 1], [[1, 'fired']]],
    [
      'is over when nothing happens for an hour',
      'high_error_rate',
      [...times(3, 0.5), ...times(62, null)],
      [
        [2, 'fired'],
        [63, 'silent'],
      ],
    ],
    [
      'does not add silence to well minutes',
      'high_error_rate',
      [...times(3, 0.5), ...times(4, 0), ...times(4, null)],
      [[2, 'fired']],
    ],
  ])('%s', (_, kind, values, expected) => {
    expect(turnsOf(ruleOf(kind), values)).toEqual(expected);
  });

  it('says nothing of too few', () => {
    expect(turnsOf(ruleOf('high_error_rate'), times(9, 1), 19)).toEqual([]);
    expect(turnsOf(ruleOf('high_error_rate'), times(9, 1), 20)).toEqual([[2, 'fired']]);
  });

  it('counts time, not looks', () => {
    const rule = ruleOf('high_error_rate');
    const first = look(rule, CALM, { value: 1, volume: 50 }, at(0)).state;
    const again = look(rule, first, { value: 1, volume: 50 }, at(0)).state;
    expect(look(rule, again, { value: 1, volume: 50 }, at(1)).turn).toBeNull();
    expect(look(rule, again, { value: 1, volume: 50 }, at(5)).turn).toBe('fired');
  });

  it.each(MEASURED_RULES.map((rule) => [rule.kind, rule] as const))(
    '%s ends on the better side of where it fires',
    (_, rule) => {
      const { fires, clears, direction } = rule;
      expect(direction === 'above' ? clears.threshold <= fires.threshold : clears.threshold >= fires.threshold).toBe(
        true,
      );
    },
  );
});
