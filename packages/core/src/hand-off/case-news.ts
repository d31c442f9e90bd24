import type { CaseField, HandOffReason } from '@rapport/wire';
import type { TeamMail } from '../channels/channels.ts';
import { FIELD_NAMES } from './case-fields.ts';
import type { CollectedFields } from './dialogue.ts';

export type DeliveryChannel = 'webhook' | 'email';
export type NewsType = 'case.opened' | 'case.reopened';

/** The news of a case, as a webhook's body carries it (Standard Webhooks: `type`, `timestamp`, `data`). */
export interface CaseNews {
  readonly type: NewsType;
  readonly timestamp: string;
  readonly data: {
    readonly caseId: string;
    readonly reference: string;
    readonly reason: HandOffReason;
    readonly assistant: string;
    readonly brand: string;
    readonly conversationId: string;
    readonly answerBy: string;
    readonly person: { readonly name: string | null; readonly email: string | null };
    readonly collected: readonly { readonly field: string; readonly label: string; readonly value: string }[];
    /** Where the case is read and answered; null when the server does not know its own address. */
    readonly url: string | null;
  };
}

export function caseNews(
  type: NewsType,
  about: {
    readonly id: string;
    readonly reference: string;
    readonly reason: HandOffReason;
    readonly answerBy: Date;
    readonly collected: CollectedFields;
    readonly assistant: string;
    readonly brand: string;
    readonly conversationId: string;
    readonly name: string | null;
    readonly publicUrl: string | null;
  },
  now: Date,
): CaseNews {
  const { id, reference, reason, assistant, brand, conversationId, collected } = about;
  return {
    type,
    timestamp: now.toISOString(),
    data: {
      caseId: id,
      reference,
      reason,
      assistant,
      brand,
      conversationId,
      answerBy: about.answerBy.toISOString(),
      person: { name: about.name, email: collected.email ?? null },
      collected: Object.entries(collected).map(([field, value]) => ({
        field,
        // Every key of what is collected is a field of ours.
        label: FIELD_NAMES[field as CaseField],
        value,
      })),
      url: about.publicUrl === null ? null : `${about.publicUrl}/api/v1/admin/cases/${id}`,
    },
  };
}

const REASON_WORDS: Readonly<Record<HandOffReason, string>> = {
  asked: 'Asked for a person',
  complaint: 'Complaint',
  reaction: 'Reaction to a product',
  order: 'Order',
  refund: 'Refund',
  press: 'Press',
  unanswered: 'Three questions without an answer',
};

/** Mail to the team: who, what and by when. Answers go to the person's own address. */
export function caseMail({ type, data }: CaseNews): TeamMail {
  const { reference, reason, assistant, answerBy, person, collected, url } = data;
  const again = type === 'case.reopened' ? ' (again)' : '';
  return {
    subject: `[${reference}] ${REASON_WORDS[reason]}${again} · ${assistant}`,
    text: [
      `Case ${reference}: ${REASON_WORDS[reason]}${again}`,
      `An answer is promised by ${answerBy}.`,
      '',
      `From: ${person.name ?? 'somebody who gave no name'}`,
      ...collected.map(({ label, value }) => `${label}: ${value}`),
      ...(person.email === null ? ['They left no e-mail address: answer them in the conversation.'] : []),
      '',
      url === null ? `Read and answer it at /api/v1/admin/cases/${data.caseId}` : `Read and answer it: ${url}`,
    ].join('\n'),
    replyTo: person.email,
  };
}
