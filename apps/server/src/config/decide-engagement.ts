import type { AppConfig } from './app-config.ts';
import { isMailbox } from './decide-channels.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** How campaigns reach people by mail. Without an address of our own no mail could be ended by its link, so none is sent. */
export function decideEngagement(settings: Settings, publicUrl: string | undefined): AppConfig['engagement'] {
  const from = settings.optionalText('CAMPAIGN_MAIL_FROM');
  const smtpUrl = settings.url('SMTP_URL');
  if (from === undefined) return { email: null };
  if (!isMailbox(from)) {
    settings.refuse('CAMPAIGN_MAIL_FROM', 'it is no sender', 'an address such as hello@example.com, or Name <address>');
  }
  const lack = smtpUrl === undefined ? 'SMTP_URL' : publicUrl === undefined ? 'PUBLIC_URL' : null;
  if (lack !== null) {
    settings.warn('CAMPAIGN_MAIL_FROM', `without ${lack} campaigns send no e-mail`, `${lack} set, or this unset`);
  }
  if (smtpUrl === undefined || publicUrl === undefined) return { email: null };
  return { email: { from, smtpUrl: new Secret(smtpUrl.href), publicUrl } };
}
