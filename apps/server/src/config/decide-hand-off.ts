import { z } from 'zod';
import type { AppConfig } from './app-config.ts';
import type { EnvironmentName } from './reading.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

type HandOff = AppConfig['handOff'];

/** As the Standard Webhooks specification wants them: base64 of 24 to 64 bytes. */
const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;
const secretRemedy = 'whsec_ and 24 to 64 bytes drawn at random, as base64; two of them, separated by a comma, at most';
/** An address, alone or as `Name <address>`, on one line. */
const MAILBOX = /^(?:[^<>\p{Cc}]{1,80}\s)?<?([^\s<>\p{Cc}]+@[^\s<>\p{Cc}]+)>?$/u;

const isMailbox = (value: string): boolean => z.email().safeParse(MAILBOX.exec(value)?.[1]).success;

const decideWebhook = (settings: Settings, environment: EnvironmentName): HandOff['webhook'] => {
  const url = settings.url('HANDOFF_WEBHOOK_URL');
  const secrets = (settings.secret('HANDOFF_WEBHOOK_SECRET', secretRemedy)?.reveal() ?? '')
    .split(/[\s,]+/)
    .filter((secret) => secret !== '');
  const allowsPrivate = settings.choice('HANDOFF_WEBHOOK_ADDRESSES') === 'private';
  if (secrets.length > 2 || !secrets.every(isWebhookSecret)) {
    settings.refuse('HANDOFF_WEBHOOK_SECRET', 'a receiver could not check what it signs', secretRemedy);
  }
  if (url === undefined) return null;
  if (url.username !== '' || url.password !== '') {
    settings.refuse('HANDOFF_WEBHOOK_URL', 'it carries a user or password', 'a URL without them: webhooks are signed');
  }
  if (settings.strict && url.protocol === 'http:') {
    settings.refuse('HANDOFF_WEBHOOK_URL', 'over plain http, what people say can be read on the way', 'an https URL');
  }
  if (secrets.length === 0) {
    settings.refuse(
      'HANDOFF_WEBHOOK_SECRET',
      'HANDOFF_WEBHOOK_URL is set, and nothing signs what goes there',
      secretRemedy,
    );
  }
  return {
    url: url.href,
    secrets: secrets.map((secret) => new Secret(secret)),
    addresses: allowsPrivate
      ? 'private'
      : environment === 'development' || environment === 'testing'
        ? 'loopback'
        : 'public',
  };
};

const isWebhookSecret = (secret: string): boolean => {
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64').length;
  return WEBHOOK_SECRET.test(secret) && bytes >= 24 && bytes <= 64;
};

const decideEmail = (settings: Settings): HandOff['email'] => {
  const smtpUrl = settings.url('SMTP_URL');
  const to = settings.optionalText('HANDOFF_EMAIL');
  const from = settings.optionalText('MAIL_FROM');
  if (to !== undefined && !isMailbox(to))
    settings.refuse('HANDOFF_EMAIL', 'it is no e-mail address', 'an address such as care@example.com');
  if (from !== undefined && !isMailbox(from)) {
    settings.refuse('MAIL_FROM', 'it is no sender', 'an address such as no-reply@example.com, or Name <address>');
  }
  if (smtpUrl !== undefined && from === undefined) {
    settings.refuse('MAIL_FROM', 'SMTP_URL is set, and mail needs a sender', 'an address such as no-reply@example.com');
  }
  if (to === undefined) return null;
  if (smtpUrl === undefined) {
    settings.warn(
      'HANDOFF_EMAIL',
      'without SMTP_URL no e-mail goes there; cases wait in the inbox',
      'SMTP_URL set, or this unset',
    );
    return null;
  }
  return from === undefined ? null : { to, from, smtpUrl: new Secret(smtpUrl.href) };
};

/** How the team hears of cases. */
export const decideHandOff = (settings: Settings, environment: EnvironmentName): HandOff => ({
  webhook: decideWebhook(settings, environment),
  email: decideEmail(settings),
});
