import type { CaseField, HandOffReason } from '@rapport/wire';
import { FIELDS_OF, readField, shapesIn } from './case-fields.ts';

/** What the assistant is in the middle of, kept with the conversation. */
export type HandOffDialogue =
  /** It asked whether to pass the conversation on, because it could not help. */
  | { readonly step: 'offered'; readonly at: string }
  /** It asks for what the team needs, one thing at a time. */
  | {
      readonly step: 'collecting';
      readonly reason: HandOffReason;
      /** The message it began with. */
      readonly messageId: string;
      readonly collected: CollectedFields;
      /** What was asked for and not given. */
      readonly skipped: readonly CaseField[];
      readonly asking: CaseField;
      /** How often a question went unanswered, over all of them. */
      readonly misses: number;
      readonly at: string;
    };

export type CollectedFields = Readonly<Partial<Record<CaseField, string>>>;

/** What is ready to be opened as a case. */
export interface CompleteCase {
  readonly reason: HandOffReason;
  readonly messageId: string;
  readonly collected: CollectedFields;
}

/** What comes of a message. `because`: what a question comes after. `aside`: the message asks something that the assistant should answer first. */
export type DialogueStep =
  | {
      readonly kind: 'ask';
      readonly dialogue: Extract<HandOffDialogue, { step: 'collecting' }>;
      readonly because: 'begins' | 'given' | 'not-given' | 'unclear' | 'aside';
    }
  | {
      readonly kind: 'open';
      readonly case: CompleteCase;
      readonly because: 'complete' | 'refused' | 'unclear' | 'aside';
    }
  | { readonly kind: 'cancelled' };

/** A person who comes back later than this begins anew. */
const LAPSES_AFTER_MS = 24 * 3_600_000;
/** Questions that may go unanswered before the case is opened with what there is. */
const MOST_MISSES = 2;

const CANCELS =
  /^(?:(?:oh|actually|ok(?:ay)?|no|you know what|sorry|hm+|ah)[\s,.!]*)*(?:(?:please )?(?:never ?mind|nvm|forget (?:it|about it)|cancel(?: (?:that|it|this))?|leave it|drop it|don'?t bother|scrap that|skip it all|stop)|(?:it'?s|that'?s) (?:ok(?:ay)?|fine|alright|all right|sorted|good|solved)(?: now)?|i(?:'ve| have)? (?:changed my mind|found it|solved it|figured it out|sorted it)|(?:it|the package|my order) (?:just )?(?:came|arrived|turned up))\b[^?]{0,40}$/i;
const DOES_NOT_HAVE =
  /\b(?:don'?t|do not|didn'?t|can'?t|cannot|couldn'?t) (?:have|know|remember|find|recall|see|think i have|get) (?:it|one|that|an?y?|the|my)?|\b(?:no idea|not sure|lost it|deleted it|unsure|no clue|threw it|i'?m a guest|checked out as a guest|none|no (?:number|order number|deadline|rush))\b|^(?:idk|dunno)\b/i;
const REFUSES =
  /\b(?:rather not|prefer not|don'?t want to (?:say|give|share|tell)|not (?:giving|telling|sharing|comfortable)|won'?t (?:give|say|share)|none of your|no e-?mail|not going to|just (?:get|give|connect|put|transfer) me|why (?:all )?(?:these|the|so many) questions|stop asking|enough questions|just pass it on|not important)\b|^(?:no|nope|nah|pass|skip|no thanks?|no thank you)[\s.!]*$/i;
const AGREES =
  /^(?:(?:oh|um|hm+|well)[\s,]*)*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please|go ahead|do (?:that|it|so)|that would be|that'?d be|i(?:'d| would) (?:like|love) that|absolutely|definitely|of course|alright|all right|sounds good|great)\b/i;
/** An interest in something else: the assistant's own subject comes first, then the question again. */
const ASKS = /\?\s*$|^(?:how|what|why|when|where|which|who|can|could|do|does|is|are|should|will|would)\b/i;
const WHY_ASKED =
  /\bwhy (?:do|would|are) you (?:need|want|ask)|\bwhat (?:do you need|is) (?:it|that|this) for\b|\bwhy\b\??$/i;

interface Begin {
  readonly reason: HandOffReason;
  readonly messageId: string;
  readonly text: string;
  /** What is known without asking: the account's e-mail, products the message names. */
  readonly known: CollectedFields;
  readonly now: Date;
}

/** Begins a hand-off: what the message says already is not asked for again. */
export function beginHandOff({ reason, messageId, text, known, now }: Begin): DialogueStep {
  const needed = FIELDS_OF[reason];
  const given: CollectedFields = {
    ...only(needed, { ...shapesIn(text), ...tellsItself(reason, text) }),
    ...only(needed, known),
  };
  return next({ reason, messageId, collected: given, skipped: [], misses: 0, at: now.toISOString() }, 'begins');
}

/** Whether what was begun is over by itself. */
export const hasLapsed = (dialogue: HandOffDialogue, now: Date): boolean =>
  now.getTime() - Date.parse(dialogue.at) > LAPSES_AFTER_MS;

/** Whether a reply takes up the offer to pass the conversation on. */
export const takesOffer = (text: string): boolean => AGREES.test(text.trim());

/** Goes on with a hand-off by what the person answered. `products`: names of products that the message has. */
export function continueHandOff(
  dialogue: Extract<HandOffDialogue, { step: 'collecting' }>,
  text: string,
  products: readonly string[],
): DialogueStep {
  const said = text.trim().replace(/[’‘]/g, "'");
  if (CANCELS.test(said)) return { kind: 'cancelled' };
  const { asking } = dialogue;
  const needed = FIELDS_OF[dialogue.reason].filter((field) => !(field in dialogue.collected));
  const shapes = only(needed, {
    ...shapesIn(text),
    ...(products[0] === undefined ? {} : { product: products.join(', ') }),
  });
  const isAside = ASKS.test(said) && !(asking in shapes);
  if (!(asking in shapes) && REFUSES.test(said)) {
    return {
      kind: 'open',
      case: caseOf({ ...dialogue, collected: { ...dialogue.collected, ...shapes } }),
      because: 'refused',
    };
  }
  const withShapes = { ...dialogue, collected: { ...dialogue.collected, ...shapes } };
  if (!(asking in shapes) && DOES_NOT_HAVE.test(said) && !isProse(asking)) {
    return next({ ...withShapes, skipped: [...dialogue.skipped, asking] }, 'not-given');
  }
  const answer = isAside ? null : readField(asking, text);
  const value = shapes[asking] ?? answer;
  if (value !== null && value !== undefined) {
    return next({ ...withShapes, collected: { ...withShapes.collected, [asking]: value } }, 'given');
  }
  const missed = { ...withShapes, misses: dialogue.misses + 1 };
  const because = isAside && !WHY_ASKED.test(said) ? 'aside' : 'unclear';
  if (missed.misses >= MOST_MISSES) return { kind: 'open', case: caseOf(missed), because };
  return { kind: 'ask', dialogue: missed, because };
}

type Unasked = Omit<Extract<HandOffDialogue, { step: 'collecting' }>, 'asking' | 'step'>;

function next(state: Unasked, because: 'begins' | 'given' | 'not-given'): DialogueStep {
  const asking = FIELDS_OF[state.reason].find((field) => !(field in state.collected) && !state.skipped.includes(field));
  if (asking === undefined) return { kind: 'open', case: caseOf(state), because: 'complete' };
  const { reason, messageId, collected, skipped, misses, at } = state;
  return {
    kind: 'ask',
    dialogue: { step: 'collecting', reason, messageId, collected, skipped, asking, misses, at },
    because,
  };
}

const caseOf = ({ reason, messageId, collected }: Unasked): CompleteCase => ({ reason, messageId, collected });

const only = (fields: readonly CaseField[], given: CollectedFields): CollectedFields =>
  Object.fromEntries(Object.entries(given).filter(([field]) => fields.some((needed) => needed === field)));

const isProse = (field: CaseField): boolean =>
  field === 'matter' || field === 'whatHappened' || field === 'whatWentWrong';

/** Words of a first message that tell what happened, so that nobody is made to say it twice. */
const FEWEST_TELLING_WORDS = 9;
const ABOUT = /\b(?:about|regarding|concerning|because|since|for|re:)\s+(?!it\b|this\b|that\b|me\b)[\p{L}\p{N}]/iu;
/** What a refund is for, as people put it beside the wish. */
const WRONG =
  /\b(?:broken?|damaged|leak\w*|wrong|never|late|empty|missing|twice|double|over ?charged|didn'?t|doesn'?t|not|nothing|isn'?t|expired|because|hate|worse|cracked|spilled)\b/i;

function tellsItself(reason: HandOffReason, text: string): CollectedFields {
  const words = text.trim().split(/\s+/).length;
  const whole = text.trim().slice(0, 1_000).toWellFormed();
  switch (reason) {
    case 'complaint':
      return words >= FEWEST_TELLING_WORDS ? { whatHappened: whole } : {};
    case 'reaction':
      return words >= 5 ? { whatHappened: whole } : {};
    case 'refund':
      return WRONG.test(text) && words >= 5 ? { whatWentWrong: whole } : {};
    case 'asked':
      return ABOUT.test(text) && words >= 6 ? { matter: whole } : {};
    case 'order':
    case 'press':
    case 'unanswered':
      return {};
  }
}
