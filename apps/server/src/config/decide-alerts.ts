import type { AppConfig } from './app-config.ts';
import { decideAddresses, decideTeamMail, decideWebhook } from './decide-channels.ts';
import type { EnvironmentName } from './reading.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** How the team hears of alerts. */
export const decideAlerts = (settings: Settings, environment: EnvironmentName): AppConfig['alerts'] => ({
  webhook: decideWebhook(settings, environment, 'ALERT'),
  chat: decideChat(settings, environment),
  email: decideTeamMail(settings, 'ALERT_EMAIL', 'alerts are listed all the same'),
});

function decideChat(settings: Settings, environment: EnvironmentName): AppConfig['alerts']['chat'] {
  const url = settings.url('ALERT_CHAT_URL');
  if (url === undefined) return null;
  if (settings.strict && url.protocol === 'http:') {
    settings.refuse('ALERT_CHAT_URL', 'over plain http, its address is no secret any more', 'an https URL');
  }
  return { url: new Secret(url.href), addresses: decideAddresses(settings, environment, 'ALERT') };
}
