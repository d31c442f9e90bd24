import type { Mood, SafetyLevel } from '@rapport/wire';

/** What a message is about. A message can have several, or none. */
export const TOPICS = [
  'work',
  'family',
  'relationships',
  'health',
  'study',
  'money',
  'home',
  'leisure',
  'hair',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * What the person wants of the next reply.
 * `recall`: asks what the assistant remembers of them. `memory-command`: asks to remember or forget something.
 * `elaborate`: asks for more of the last answer. `identity`: asks what or who the assistant is.
 */
export const INTENTS = [
  'greeting',
  'farewell',
  'thanks',
  'recall',
  'memory-command',
  'identity',
  'question',
  'elaborate',
  'ask-for-help',
  'agree',
  'decline',
  'share',
  'small-talk',
] as const;
export type Intent = (typeof INTENTS)[number];

/** A person or an animal the message mentions, with the words it stands in. */
export interface Mention {
  readonly kind: 'person' | 'pet' | 'place';
  /** The name as written, or null when only the relation is known ("my sister"). */
  readonly name: string | null;
  /** Relation to the speaker, such as `sister`, `boss`, `dog`; null when unsaid. */
  readonly relation: string | null;
}

/** The risk a message carries, the rule that found it and the words it found. */
export interface Risk {
  readonly level: SafetyLevel;
  readonly kind:
    | 'suicide'
    | 'self-harm'
    | 'overdose'
    | 'abuse'
    | 'violence'
    | 'eating-disorder'
    | 'third-party'
    | 'substance'
    | 'grief'
    | 'low-mood'
    | 'anxiety'
    | 'bullying'
    | null;
  /** Name of the rule that decided, for the safety ledger; null at level `none`. */
  readonly rule: string | null;
}

/**
 * What a reply to "what should I call you?", or an unasked remark such as "my friends call me Bo", says about the name.
 * `keep-account`: the name on the account is right. `refused`: the person would rather not say. `none`: it says nothing.
 */
export type NameStatement =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'keep-account' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'none' };

/** Step one of summarise → respond: what one message of a person says. Made by rules alone, in a few milliseconds. */
export interface Summary {
  /** What happened or is wanted, in a short clause; the model and the person's history show it. */
  readonly gist: string;
  readonly mood: Mood | null;
  readonly topics: readonly Topic[];
  readonly mentions: readonly Mention[];
  readonly intent: Intent;
  /** The question the person asks, verbatim; null when nothing is asked. */
  readonly asks: string | null;
  readonly risk: Risk;
  readonly name: NameStatement;
  /** BCP 47 tag of the language it is most likely in, `und` when unclear; `hi-Latn` is Hindi in Latin letters. */
  readonly language: string;
}
