import type { TeamMail } from '../channels/channels.ts';
import type { MeasuredRule } from './alert-rules.ts';

export type AlertEvent = 'opened' | 'escalated' | 'resolved';
export type AlertChannel = 'webhook' | 'chat' | 'email';

/** The news of an alert, as a webhook's body carries it (Standard Webhooks: `type`, `timestamp`, `data`). */
export interface AlertNews {
  readonly type: `alert.${AlertEvent}`;
  readonly timestamp: string;
  readonly data: {
    /** Null: it could not be stored, for the database is what it is about. */
    readonly id: string | null;
    readonly kind: string;
    readonly severity: 'info' | 'warning' | 'critical';
    readonly subject: string;
    readonly message: string;
    readonly firstSeenAt: string;
    readonly resolvedAt: string | null;
    /** Who ended it; null while it is open, or when what it was about was well again. */
    readonly resolvedBy: string | null;
    /** Where operators find it; null where the product's own address is not known. */
    readonly url: string | null;
  };
}

const EVENT_WORDS: Readonly<Record<AlertEvent, string>> = {
  opened: '',
  escalated: ' (worse now)',
  resolved: ' is over',
};

const headline = ({ type, data }: AlertNews): string => {
  const event = type.slice('alert.'.length) as AlertEvent;
  return `[${data.severity}] ${data.kind.replaceAll('_', ' ')}${EVENT_WORDS[event]} · ${data.subject}`;
};

/** One line and what to do, for a chat. Characters that a chat would read as markup or a mention are taken as they are. */
export function alertLine(news: AlertNews): string {
  const { message, url } = news.data;
  return [`*${escapeChat(headline(news))}*`, escapeChat(message), ...(url === null ? [] : [url])].join('\n');
}

/** As Slack's message formatting wants text that is no markup of its own; it stops mentions such as `<!channel>` too. */
const escapeChat = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function alertMail(news: AlertNews): TeamMail {
  const { message, firstSeenAt, resolvedAt, resolvedBy, url } = news.data;
  return {
    subject: headline(news),
    text: [
      message,
      '',
      `Since ${firstSeenAt}.`,
      ...(resolvedAt === null
        ? []
        : [`Over at ${resolvedAt}${resolvedBy === null ? '' : `, ended by ${resolvedBy}`}.`]),
      ...(url === null ? [] : ['', url]),
    ].join('\n'),
    replyTo: null,
  };
}

/** A measure in words: `7.4 %`, `6.2 s`, `3.1 of 5`, `2`. */
export function figure(unit: MeasuredRule['unit'], value: number): string {
  switch (unit) {
    case 'share':
      return `${Math.round(value * 1_000) / 10} %`;
    case 'milliseconds':
      return `${Math.round(value / 100) / 10} s`;
    case 'rating':
      return `${Math.round(value * 100) / 100} of 5`;
    case 'count':
      return String(value);
  }
}
