import { createSmtpPersonMailer } from '@rapport/adapters/mailers/smtp-people.ts';
import type { Database } from '@rapport/core/database/database.ts';
import type { EngagementDependencies } from '@rapport/core/engagement/campaigns.ts';
import { MailLinks } from '@rapport/core/engagement/links.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import type { ServedAssistant } from '@rapport/core/turn/dependencies.ts';
import type { AppConfig } from './config/config.ts';

/** What assistants say of their own accord, wired. `linkKey` signs what mails link to: kept, links work for years. */
export function openEngagement(
  { email }: AppConfig['engagement'],
  {
    linkKey,
    ...dependencies
  }: {
    readonly database: Database;
    readonly clock: Clock;
    readonly newId: NewId;
    readonly assistants: ReadonlyMap<string, ServedAssistant>;
    readonly linkKey: string;
  },
): EngagementDependencies & { readonly links: MailLinks } {
  const links = new MailLinks(linkKey);
  const mail =
    email === null
      ? null
      : {
          send: createSmtpPersonMailer({ url: email.smtpUrl.reveal(), from: email.from }),
          links,
          publicUrl: email.publicUrl,
        };
  return { ...dependencies, mail, links };
}
