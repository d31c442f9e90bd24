import type { TransportSecurity } from './app-config.ts';
import { finding } from './findings.ts';
import type { Settings } from './settings.ts';
import type { VariableName } from './variables.ts';

/** A percent-encoded part of a URL as it was meant; as it stands where its encoding is broken. */
export const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone % in a password: drivers take it literally, too
  }
};

export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** A variable that says again what a URL says. */
export interface Restatement {
  readonly variable: VariableName;
  /** What the variable says; undefined when unset. */
  readonly given: string | number | undefined;
  /** What the URL says. */
  readonly inUrl: string | number;
}

/** Refuses every variable that is set to something else than the URL says: which of the two was meant, only a person knows. */
export const refuseContradictions = (
  settings: Settings,
  urlVariable: VariableName,
  restatements: readonly Restatement[],
): void => {
  const source = settings.find(urlVariable)?.source;
  for (const { variable, given, inUrl } of restatements) {
    if (given === undefined || String(given) === String(inUrl)) continue;
    const said = finding(variable, { value: String(inUrl), source: '' }, '', '').holds;
    settings.refuse(
      variable,
      `it contradicts ${urlVariable} (from ${source}), which says ${inUrl === '' ? 'nothing' : said}`,
      `the same as in ${urlVariable}, or only one of the two set`,
    );
  }
};

/** What `DB_SSL`, `REDIS_TLS` and `sslmode` may say, as libpq's documentation defines the words (PostgreSQL 17, table 32.1). */
export const transportSecurity: Readonly<Record<string, TransportSecurity>> = {
  disable: 'off',
  false: 'off',
  '0': 'off',
  require: 'unverified',
  'no-verify': 'unverified',
  'verify-ca': 'verified',
  'verify-full': 'verified',
  true: 'verified',
  '1': 'verified',
};
