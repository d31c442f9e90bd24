import type { Mailer } from '@rapport/core/channels/channels.ts';
import { createSmtpTransport, oneLine } from './smtp-transport.ts';

export interface SmtpMailerOptions {
  /** `smtp:` or `smtps:`, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Mail to the team by SMTP. Everything a person wrote is in the body, as plain text, but for the address to answer to, which
 * is a single address by its form; the library encodes headers, and no line break reaches one.
 */
export function createSmtpMailer({ url, from, to }: SmtpMailerOptions): Mailer {
  const send = createSmtpTransport({ url, from });
  return ({ id, subject, text, replyTo, signal }) =>
    send(
      id,
      {
        to,
        subject: oneLine(subject),
        text,
        headers: { 'auto-submitted': 'auto-generated' },
        ...(replyTo === null ? {} : { replyTo: { name: '', address: oneLine(replyTo) } }),
      },
      signal,
    );
}
