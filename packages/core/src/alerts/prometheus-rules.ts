import { EVENT_RULES, type EventRule, MEASURED_RULES, type MeasuredRule } from './alert-rules.ts';

/** A rule as Prometheus reads it from a file (JSON is YAML). */
interface PrometheusRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly keep_firing_for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * The same rules for Prometheus, from the same table: its `for` is our minutes to fire, its `keep_firing_for` (since 2.42) our
 * minutes to end. What Prometheus sees as something else is left out.
 */
export const prometheusRules = (): readonly PrometheusRule[] => [
  ...MEASURED_RULES.map(measured),
  ...EVENT_RULES.flatMap((rule) => (rule.condition === null ? [] : [happening(rule, rule.condition)])),
];

function measured(rule: MeasuredRule): PrometheusRule {
  const comparison = `${rule.direction === 'above' ? '>' : '<'} ${rule.fires.threshold}`;
  const volume = rule.volumeExpression === null ? '' : ` and ${rule.volumeExpression} >= ${rule.minimumVolume}`;
  return {
    alert: nameOf(rule.kind),
    expr: `(${rule.expression}) ${comparison}${volume}`,
    for: `${rule.fires.minutes}m`,
    keep_firing_for: `${rule.clears.minutes}m`,
    labels: { severity: rule.severity, kind: rule.kind },
    annotations: { summary: `${rule.summary}: {{ $value }}`, description: rule.remedy },
  };
}

const happening = ({ kind, severity, minutes, summary, remedy }: EventRule, expr: string): PrometheusRule => ({
  alert: nameOf(kind),
  expr,
  for: `${minutes}m`,
  labels: { severity, kind },
  annotations: { summary, description: remedy },
});

/** `high_error_rate` is `HighErrorRate`. */
const nameOf = (kind: string): string =>
  kind
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** The file, in YAML. Strings are written as JSON writes them, which YAML reads as they are. */
export function prometheusRulesFile(): string {
  const fields = (indent: string, values: object) =>
    Object.entries(values).map(([name, value]) => `${indent}${name}: ${JSON.stringify(value)}`);
  const rules = prometheusRules().flatMap(({ alert, labels, annotations, ...rest }) => [
    `      - alert: ${alert}`,
    ...fields('        ', rest),
    '        labels:',
    ...fields('          ', labels),
    '        annotations:',
    ...fields('          ', annotations),
  ]);
  return [
    '# Made from packages/core/src/alerts/alert-rules.ts by `npm run alert-rules`; a test holds them to be the same.',
    '# The product looks at the same rules itself every minute: this file is for who has Prometheus.',
    'groups:',
    '  - name: rapport',
    '    interval: 30s',
    '    rules:',
    ...rules,
    '',
  ].join('\n');
}
