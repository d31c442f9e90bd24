import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { PersonMail } from '../channels/channels.ts';
import type { MailLinks } from './links.ts';
import type { Wording } from './wording.ts';

export interface MailContext {
  readonly links: MailLinks;
  /** The product's own address, without a slash at its end. */
  readonly publicUrl: string;
}

/**
 * A campaign's message as a mail: the words, where to answer, who writes and why, and how to end it. Plain text, and the same as markup
 * without pictures: nothing tells us that it was opened. Whether a visit came of it is noted only for who agreed to figures.
 */
export function campaignMail(
  { links, publicUrl }: MailContext,
  { name, brand }: Pick<AssistantDefinition, 'name' | 'brand'>,
  send: {
    readonly userId: string;
    readonly sendId: string;
    readonly address: string;
    readonly allowsFigures: boolean;
    readonly wording: Wording;
  },
): PersonMail {
  const { subject, text } = send.wording;
  const unsubscribeUrl = `${publicUrl}/mail/unsubscribe/${links.make('unsubscribe', send)}`;
  const visitUrl = send.allowsFigures
    ? `${publicUrl}/mail/visits/${links.make('visit', send)}`
    : visitTarget(publicUrl);
  const why = `${name} is the AI of ${brand.name}. You get this because you agreed to e-mail.`;
  return {
    id: send.sendId,
    to: send.address,
    subject,
    text: `${text}\n\nAnswer ${name}: ${visitUrl}\n\n-- \n${why}\nNo more of these: ${unsubscribeUrl}\n`,
    html: [
      '<!doctype html><html lang="en"><body>',
      ...text.split(/\n{2,}/).map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`),
      `<p><a href="${escaped(visitUrl)}">Answer ${escaped(name)}</a></p>`,
      `<hr><p><small>${escaped(why)} <a href="${escaped(unsubscribeUrl)}">No more of these</a></small></p>`,
      '</body></html>',
    ].join('\n'),
    unsubscribeUrl,
  };
}

/** Where a visit leads. */
export const visitTarget = (publicUrl: string): string => `${publicUrl}/`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
