import type { AppConfig } from './app-config.ts';
import { decideTeamMail, decideWebhook } from './decide-channels.ts';
import type { EnvironmentName } from './reading.ts';
import type { Settings } from './settings.ts';

/** How the team hears of cases. */
export const decideHandOff = (settings: Settings, environment: EnvironmentName): AppConfig['handOff'] => ({
  webhook: decideWebhook(settings, environment, 'HANDOFF'),
  email: decideTeamMail(settings, 'HANDOFF_EMAIL', 'cases wait in the inbox'),
});
