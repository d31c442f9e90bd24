import type { PoolClient } from 'pg';
import { z } from 'zod';
import { type Database, execute, type Statement } from '../database/database.ts';
import { defineTask, type Task } from '../jobs/task.ts';
import type { Clock } from '../runtime.ts';
import { figure } from './alert-news.ts';
import { MEASURED_RULES, type MeasuredRule } from './alert-rules.ts';
import type { Alert, Alerts } from './alerts.ts';
import { type Measured, readMeasures } from './measures.ts';
import { CALM, look, type RuleState, SILENCE_ENDS_MINUTES, type Turn } from './rule-state.ts';

export interface EvaluationDependencies {
  readonly database: Database;
  readonly alerts: Alerts;
  readonly clock: Clock;
}

interface StateRow {
  readonly kind: string;
  readonly subject: string;
  readonly is_firing: boolean;
  readonly turning_since: Date | null;
  readonly value: number | null;
  readonly volume: number;
}

/** What one look found of one rule and subject. */
interface Finding {
  readonly rule: MeasuredRule;
  readonly subject: string;
  readonly state: RuleState;
  readonly turn: Turn;
  readonly instances: readonly string[];
}

// Two workers that look at once see one another's: the second waits, and its look is a second one of the same minute.
const STATES: Statement = {
  name: 'alert-rule-states',
  text: 'select kind, subject, is_firing, turning_since, value, volume from alert_rule_states for update',
};
const KEEP: Statement = {
  name: 'alert-rule-states-keep',
  text: `
insert into alert_rule_states (kind, subject, is_firing, turning_since, value, volume, measured_at)
select kind, subject, is_firing, turning_since, value, volume, $2 from json_to_recordset($1)
  as r (kind text, subject text, is_firing boolean, turning_since timestamptz, value double precision, volume integer)
on conflict (kind, subject) do update set is_firing = excluded.is_firing, turning_since = excluded.turning_since,
  value = excluded.value, volume = excluded.volume, measured_at = excluded.measured_at`,
};
/** What nothing is measured of any more, such as an instance that has gone, and does not fire, is nothing to keep. */
const DROP_GONE: Statement = {
  name: 'alert-rule-states-drop',
  text: `delete from alert_rule_states where not is_firing and measured_at < $1`,
};
const OPEN: Statement = {
  name: 'alerts-open-of-rules',
  text: 'select kind, subject from system_alerts where not resolved and kind = any($1)',
};

const RULE_KINDS = MEASURED_RULES.map(({ kind }) => kind);

/** Looks at every rule, raises what has begun and ends what is over. */
export function evaluateAlertsTask({ database, alerts, clock }: EvaluationDependencies): Task {
  return defineTask({
    name: 'evaluate-alerts',
    summary: 'Holds what happens against the alert rules, and opens and ends alerts',
    input: z.strictObject({}),
    // The next minute looks again.
    retryLimit: 0,
    expireInSeconds: 50,
    async run(context) {
      const now = clock.now();
      let findings: readonly Finding[] = [];
      const report = await context.commit(async (client) => {
        findings = await lookAtAll(client, now);
        return {
          rules: findings.length,
          firing: findings.filter(({ state }) => state.isFiring).length,
          fired: findings.filter(({ turn }) => turn === 'fired').map(({ rule }) => rule.kind),
          ended: findings.filter(({ turn }) => turn === 'cleared' || turn === 'silent').map(({ rule }) => rule.kind),
        };
      });
      // Every minute anew, whatever became of the last one's: an alert that a crash kept from being raised comes now.
      const open = await execute<{ kind: string; subject: string }>(database.pool, OPEN, [RULE_KINDS]);
      const isOpen = ({ rule, subject }: Finding) =>
        open.some((alert) => alert.kind === rule.kind && alert.subject === subject);
      for (const finding of findings.filter(({ state }) => state.isFiring)) {
        // An operator ended it, and it still is so: that is news, not one more of what is open.
        if (!isOpen(finding)) alerts.resolve([finding.rule.kind], finding.subject);
        alerts.raise(alertOf(finding));
      }
      for (const { kind, subject } of open) {
        const finding = findings.find((one) => one.rule.kind === kind && one.subject === subject);
        if (finding?.state.isFiring !== true) alerts.resolve([kind], subject);
      }
      return report;
    },
  });
}

async function lookAtAll(client: PoolClient, now: Date): Promise<Finding[]> {
  const states = await execute<StateRow>(client, STATES, []);
  const measured = await readMeasures(client, now);
  const findings = MEASURED_RULES.flatMap((rule) => lookByRule(rule, states, measured, now));
  await execute(client, KEEP, [JSON.stringify(findings.map(rowOf)), now]);
  await execute(client, DROP_GONE, [now]);
  return findings;
}

/** A rule on everything measured for it, and on what it fires about though nothing is measured of it any more. */
function lookByRule(
  rule: MeasuredRule,
  states: readonly StateRow[],
  measured: readonly Measured[],
  now: Date,
): Finding[] {
  const known = new Map(states.filter(({ kind }) => kind === rule.kind).map((row) => [row.subject, row]));
  const seen = new Map(measured.filter(({ measure }) => measure === rule.measure).map((one) => [one.subject, one]));
  return [...new Set([...known.keys(), ...seen.keys()])].flatMap((subject) => {
    const row = known.get(subject);
    const one = seen.get(subject);
    // An instance that has gone has no memory to be short of.
    if (one === undefined && rule.measure === 'memory_share') return [];
    const { state, turn } = look(rule, row === undefined ? CALM : stateOf(row), one ?? { value: null, volume: 0 }, now);
    return [{ rule, subject, state, turn, instances: one?.instances ?? [] }];
  });
}

const stateOf = (row: StateRow): RuleState => ({
  isFiring: row.is_firing,
  turningSince: row.turning_since,
  value: row.value,
  volume: row.volume,
});

const rowOf = ({ rule, subject, state }: Finding) => ({
  kind: rule.kind,
  subject,
  is_firing: state.isFiring,
  turning_since: state.turningSince,
  value: state.value,
  volume: state.volume,
});

function alertOf({ rule, subject, state, instances }: Finding): Alert {
  const { value, volume } = state;
  const measure =
    value === null
      ? `too little happens to tell whether it still is so; it ends after ${SILENCE_ENDS_MINUTES} minutes of that`
      : `${figure(rule.unit, value)}${rule.minimumVolume > 1 ? ` of ${volume}` : ''}, where ${rule.direction === 'above' ? 'at most' : 'at least'} ${figure(rule.unit, rule.fires.threshold)} is well`;
  return {
    kind: rule.kind,
    severity: rule.severity,
    subject,
    message: `${rule.summary}: ${measure}. ${rule.remedy}`,
    details: { value, volume, threshold: rule.fires.threshold, ...(instances.length === 0 ? {} : { instances }) },
  };
}
