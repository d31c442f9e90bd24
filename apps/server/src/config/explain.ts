import type { Finding } from './findings.ts';
import type { EnvironmentName } from './reading.ts';

const line = (label: string, text: string): string => `   ${label.padEnd(11)}${text}`;

const explainFinding = ({ variable, holds, source, problem, remedy, makeWith }: Finding, number: number): string =>
  [
    `${number}. ${variable}`,
    line('holds', holds === null ? 'nothing: it is not set' : `${holds}, from ${source}`),
    line('problem', problem),
    line('should be', remedy),
    ...makeWith.map((command, index) => line(index === 0 ? 'make one' : 'or', command)),
  ].join('\n');

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Why the server won't start, for the operator who has to fix it. No secret is in it. */
export const explainProblems = (problems: readonly Finding[], environment: EnvironmentName | null): string =>
  [
    `Rapport can't start${environment === null ? '' : ` in ${environment}`}: ${count(problems.length, 'problem')} in its configuration.`,
    ...problems.map((problem, index) => explainFinding(problem, index + 1)),
    'Every variable is described in .env.example. The first place that sets one wins: the environment, .env.local, .env, packages/<assistant>/.env, .env.<APP_ENV>.',
  ].join('\n\n');

/** One line a warning, as a log or a terminal takes it. No secret is in it. */
export const explainWarning = ({ variable, holds, source, problem, remedy }: Finding): string =>
  `${variable}${holds === null ? '' : ` (${holds}, from ${source})`}: ${problem}. Better: ${remedy}.`;
