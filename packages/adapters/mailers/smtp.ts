import { DeliveryError, type Mailer } from '@rapport/core/channels/channels.ts';
import { createTransport } from 'nodemailer';

export interface SmtpMailerOptions {
  /** `smtp:` or `smtps:`, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
  readonly to: string;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/**
 * Mail to the team by SMTP. Everything a person wrote is in the body, as plain text, but for the address to answer to, which
 * is a single address by its form; the library encodes headers, and no line break reaches one.
 */
export function createSmtpMailer({ url, from, to }: SmtpMailerOptions): Mailer {
  const { hostname, username } = new URL(url);
  const transport = createTransport(
    {
      url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // A password is not sent in the clear, but for a server on this machine.
      requireTLS: username !== '' && !/^(localhost|127\.|\[::1\])/.test(hostname),
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return async ({ id, subject, text, replyTo, signal }) => {
    signal.throwIfAborted();
    try {
      await transport.sendMail({
        to,
        subject: oneLine(subject),
        text,
        // The same at every attempt, by which mail programs tell a repetition.
        messageId: `<${id}@${domain}>`,
        headers: { 'auto-submitted': 'auto-generated' },
        ...(replyTo === null ? {} : { replyTo: { name: '', address: oneLine(replyTo) } }),
      });
    } catch (error) {
      const code =
        error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
      throw new DeliveryError(`the mail server did not take it${code}`, { cause: error });
    }
  };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
