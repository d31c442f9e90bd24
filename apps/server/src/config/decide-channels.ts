import { z } from 'zod';
import type { AppConfig } from './app-config.ts';
import type { EnvironmentName } from './reading.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

type Prefix = 'HANDOFF' | 'ALERT';

/** As the Standard Webhooks specification wants them: base64 of 24 to 64 bytes. */
const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;
const secretRemedy = 'whsec_ and 24 to 64 bytes drawn at random, as base64; two of them, separated by a comma, at most';
/** An address, alone or as `Name <address>`, on one line. */
const MAILBOX = /^(?:[^<>\p{Cc}]{1,80}\s)?<?([^\s<>\p{Cc}]+@[^\s<>\p{Cc}]+)>?$/u;

export const isMailbox = (value: string): boolean => z.email().safeParse(MAILBOX.exec(value)?.[1]).success;

/** A signed webhook by `<PREFIX>_WEBHOOK_URL`, `_SECRET` and `_ADDRESSES`; null: none is to be sent. */
export const decideWebhook = (
  settings: Settings,
  environment: EnvironmentName,
  prefix: Prefix,
): AppConfig['handOff']['webhook'] => {
  const [urlName, secretName] = [`${prefix}_WEBHOOK_URL`, `${prefix}_WEBHOOK_SECRET`] as const;
  const url = settings.url(urlName);
  const secrets = (settings.secret(secretName, secretRemedy)?.reveal() ?? '')
    .split(/[\s,]+/)
    .filter((secret) => secret !== '');
  if (secrets.length > 2 || !secrets.every(isWebhookSecret)) {
    settings.refuse(secretName, 'a receiver could not check what it signs', secretRemedy);
  }
  if (url === undefined) return null;
  if (url.username !== '' || url.password !== '') {
    settings.refuse(urlName, 'it carries a user or password', 'a URL without them: webhooks are signed');
  }
  if (settings.strict && url.protocol === 'http:') {
    settings.refuse(urlName, 'over plain http, what is sent can be read on the way', 'an https URL');
  }
  if (secrets.length === 0) {
    settings.refuse(secretName, `${urlName} is set, and nothing signs what goes there`, secretRemedy);
  }
  return {
    url: url.href,
    secrets: secrets.map((secret) => new Secret(secret)),
    addresses: decideAddresses(settings, environment, prefix),
  };
};

/** Where webhooks may go: a laptop's own receivers too in development and tests, one's own networks where that is said. */
export const decideAddresses = (
  settings: Settings,
  environment: EnvironmentName,
  prefix: Prefix,
): 'public' | 'loopback' | 'private' => {
  if (settings.choice(`${prefix}_WEBHOOK_ADDRESSES`) === 'private') return 'private';
  return environment === 'development' || environment === 'testing' ? 'loopback' : 'public';
};

const isWebhookSecret = (secret: string): boolean => {
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64').length;
  return WEBHOOK_SECRET.test(secret) && bytes >= 24 && bytes <= 64;
};

/** Mail to the address of a variable, by the mail server of all; null: none is to be sent. `lack` is what follows without a server. */
export const decideTeamMail = (
  settings: Settings,
  recipient: `${Prefix}_EMAIL`,
  lack: string,
): AppConfig['handOff']['email'] => {
  const smtpUrl = settings.url('SMTP_URL');
  const to = settings.optionalText(recipient);
  const from = settings.optionalText('MAIL_FROM');
  if (to !== undefined && !isMailbox(to))
    settings.refuse(recipient, 'it is no e-mail address', 'an address such as care@example.com');
  if (to === undefined) return null;
  if (smtpUrl === undefined) {
    settings.warn(recipient, `without SMTP_URL no e-mail goes there; ${lack}`, 'SMTP_URL set, or this unset');
    return null;
  }
  return from === undefined ? null : { to, from, smtpUrl: new Secret(smtpUrl.href) };
};

/** The sender that every mail needs, whoever it goes to. */
export const checkMailSender = (settings: Settings): void => {
  const from = settings.optionalText('MAIL_FROM');
  if (from !== undefined && !isMailbox(from)) {
    settings.refuse('MAIL_FROM', 'it is no sender', 'an address such as no-reply@example.com, or Name <address>');
  }
  if (settings.url('SMTP_URL') !== undefined && from === undefined) {
    settings.refuse('MAIL_FROM', 'SMTP_URL is set, and mail needs a sender', 'an address such as no-reply@example.com');
  }
};
