import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prometheusRulesFile } from '@rapport/core/alerts/prometheus-rules.ts';

/** Writes the alert rules as Prometheus reads them. */
const file = fileURLToPath(new URL('../../../../deploy/prometheus/alerts.yaml', import.meta.url));
mkdirSync(new URL('.', `file://${file}`), { recursive: true });
writeFileSync(file, prometheusRulesFile());
process.stdout.write(`Wrote ${file}\n`);
