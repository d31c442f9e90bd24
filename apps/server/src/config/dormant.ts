import type { AppConfig } from './app-config.ts';

/**
 * Variables that are set and sound but that nothing in this version uses, so that nobody believes
 * in what does not happen. Empties as the parts that use them come.
 */
export function dormantVariables(config: AppConfig): string[] {
  return config.sentryDsn === undefined ? [] : ['SENTRY_DSN'];
}

/** What an operator is told of them at the start. */
export const explainDormant = (variable: string): string =>
  `${variable} is set and sound, but this version does not use it yet: errors go to the log.`;
