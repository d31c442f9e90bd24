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
  return { success: true, config, secrets: completeSecrets(secrets, config), warnings };
};
