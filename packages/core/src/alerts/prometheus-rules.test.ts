import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EVENT_RULES, MEASURED_RULES } from './alert-rules.ts';
import { prometheusRules, prometheusRulesFile } from './prometheus-rules.ts';

it('the file that ships is what the rules say', () => {
  const shipped = readFileSync(new URL('../../../../deploy/prometheus/alerts.yaml', import.meta.url), 'utf8');
  expect(shipped, 'npm run alert-rules writes it anew').toBe(prometheusRulesFile());
});

it('every rule is there that Prometheus can see', () => {
  const unseen = EVENT_RULES.filter(({ condition }) => condition === null).map(({ kind }) => kind);
  expect(unseen).toEqual(['migration_failed']);
  expect(prometheusRules().map(({ labels }) => labels.kind)).toEqual(
    [...MEASURED_RULES, ...EVENT_RULES].map(({ kind }) => kind).filter((kind) => !unseen.includes(kind)),
  );
});
