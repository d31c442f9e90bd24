import type { StatedTime, Statement } from '../fact.ts';
import type { Spoken } from '../stated-time.ts';
import type { Draft } from './draft.ts';
import type { Parsed, Resolver } from './subjects.ts';
import type { Mentioned } from './tokens.ts';

/** A clause and all that the rules below need to know of it. */
export interface Reading {
  /** The clause without openers. */
  readonly body: string;
  readonly quote: string;
  readonly parsed: Parsed | null;
  readonly mentions: readonly Mentioned[];
  readonly resolver: Resolver;
  readonly spoken: Spoken;
  readonly time: StatedTime | null;
  /** What is known and what this conversation has said so far, the latest last. */
  readonly recent: readonly Statement[];
  /** What this message has said so far. */
  readonly here: readonly Draft[];
}

export type SpecialRule = (reading: Reading) => readonly Draft[];

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function asRecent(draft: Draft): Statement {
  return {
    kind: 'fact',
    modality: 'asserted',
    confidence: 1,
    importance: 0,
    tender: false,
    time: null,
    text: draft.text ?? '',
    subject: draft.subject,
    slot: draft.slot,
    value: draft.value,
    quote: draft.quote,
  };
}
