import type { PersonMailer } from '@rapport/core/channels/channels.ts';
import { createSmtpTransport, oneLine } from './smtp-transport.ts';

/**
 * Mail to people by SMTP, each alone in its mail. The two headers are what lets a mail program's own button end it with one click
 * (RFC 8058 §3.1); whoever signs the mail (DKIM) has to cover them, which is the mail server's part.
 */
export function createSmtpPersonMailer(options: { readonly url: string; readonly from: string }): PersonMailer {
  const send = createSmtpTransport(options);
  return ({ id, to, subject, text, html, unsubscribeUrl, signal }) =>
    send(
      id,
      {
        to: { name: '', address: oneLine(to) },
        subject: oneLine(subject),
        text,
        html,
        headers: {
          'auto-submitted': 'auto-generated',
          'list-unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
          'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
        },
      },
      signal,
    );
}
