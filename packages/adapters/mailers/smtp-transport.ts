import { DeliveryError } from '@rapport/core/channels/channels.ts';
import { createTransport, type SendMailOptions } from 'nodemailer';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/**
 * What every mail of ours has in common: one sender, encryption wherever a password goes, no reading of files or addresses that a mail
 * names, and the same Message-ID at every attempt, by which mail programs tell a repetition.
 */
export function createSmtpTransport({ url, from }: { readonly url: string; readonly from: string }) {
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
  return async (id: string, mail: SendMailOptions, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    try {
      await transport.sendMail({ ...mail, messageId: `<${id}@${domain}>` });
    } catch (error) {
      const code =
        error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
      throw new DeliveryError(`the mail server did not take it${code}`, { cause: error });
    }
  };
}

/** Text for a header: on one line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
