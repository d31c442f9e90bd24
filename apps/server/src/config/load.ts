import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type AppConfig, decideConfig, type Finding, type Secrets } from './config.ts';
import { readEnvironment } from './env.ts';
import { explainProblems } from './explain.ts';
import { completeSecrets } from './secrets.ts';

export type LoadedConfig =
  | {
      readonly success: true;
      readonly config: AppConfig;
      readonly secrets: Secrets;
      readonly warnings: readonly Finding[];
    }
  | { readonly success: false; readonly explanation: string };

/**
 * The three steps in a row, for the entry points: read, decide, complete the secrets. On failure there is a text to
 * print before leaving with a status other than 0.
 * @throws {Error} when the generated development secrets can be neither read nor written; the message says what to do.
 */
export const loadConfig = (
  environment?: Readonly<Record<string, string | undefined>>,
  directory?: string,
): LoadedConfig => {
  const decision = decideConfig(readEnvironment(environment, directory));
  if (!decision.success) {
    return { success: false, explanation: explainProblems(decision.problems, decision.environment) };
  }
  const { config, secrets, warnings } = decision;
  const unusable = unusableFolder('DATA_DIR', config.dataDirectory) ?? unusableFolder('LOG_DIR', config.logs.directory);
  if (unusable !== null) return { success: false, explanation: unusable };
  return { success: true, config, secrets: completeSecrets(secrets, config), warnings };
};

/** Why a folder can't be used, in words for an operator; null when it is there, or could be made, and can be written to. */
function unusableFolder(variable: string, path: string): string | null {
  const refuse = (problem: string) =>
    `${variable} is ${path}, and ${problem}. Give it a folder that this process may write to, such as ${variable}=./${variable === 'DATA_DIR' ? 'data' : 'logs'}`;
  if (existsSync(path) && !statSync(path).isDirectory()) return refuse('that is a file');
  try {
    // One level at a time: under /proc, Node's own recursion never ends.
    for (const folder of missingFolders(path)) mkdirSync(folder, { mode: 0o700 });
    accessSync(path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return refuse(`it can't be made or written to (${code})`);
  }
}

/** The folders on the way to a path that aren't there, outermost first. */
function missingFolders(path: string): string[] {
  return existsSync(path) || dirname(path) === path ? [] : [...missingFolders(dirname(path)), path];
}
