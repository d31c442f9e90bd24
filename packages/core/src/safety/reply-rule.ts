import type { Summary } from '../understanding/summary.ts';
import { clean } from '../understanding/text.ts';

/** A finished reply of a model, and what a check needs to know of the turn. */
export interface ReplyToCheck {
  readonly text: string;
  readonly assistant: {
    readonly kind: 'guide' | 'companion';
    readonly name: string;
    readonly brand: string;
    /** The brand's own pages, which a reply may link to; absent: none. */
    readonly links?: readonly string[];
  };
  /** What the person wrote. */
  readonly message: string;
  readonly summary: Pick<Summary, 'intent' | 'asks' | 'risk'>;
  /** Those the model was shown; a reply's prices, products and links must come from them. */
  readonly passages: readonly ShownPassage[];
  /** Whether the person is under 18 (`minors.ts`); absent: not known to be. */
  readonly isMinor?: boolean;
}

/** What a check needs of a passage: a `Passage` is one. */
export interface ShownPassage {
  readonly title: string;
  readonly answer: string;
  readonly body: string;
  readonly sources: readonly { readonly url: string }[];
}

/** A reply in the forms that rules read. */
export interface ReadReply extends ReplyToCheck {
  /** Lower case, straight quotes, no emphasis or list marks, one sentence a line. */
  readonly lines: string;
  /** The person's message in the same form. */
  readonly messageLines: string;
}

/**
 * One wording that breaks a rule. Expressions read {@link ReadReply.lines}, have the flags `gm` and no unbounded
 * repetition, so that their work grows with the text's length and no faster. Gaps never cross a line's end.
 */
export interface Wording {
  readonly says: RegExp;
  /** Excuses: what stands just before in the same sentence, such as "if" or "you were told". Ends with `$`. */
  readonly notAfter?: readonly RegExp[];
  /** Excuses: what stands anywhere in the same sentence. No `g`. */
  readonly notIn?: RegExp;
  /** Excuses what the expression finds in what the person says of themselves. */
  readonly unlessTheirs?: (said: string, messageLines: string) => boolean;
}

export interface ReplyRule<Name extends string = string> {
  readonly name: Name;
  /** Why such a reply must not be shown. */
  readonly reason: string;
  readonly wordings?: readonly Wording[];
  /** What no expression can tell. */
  readonly breaks?: (reply: ReadReply) => boolean;
}

const EMPHASIS = /[*_~`]/g;
const LIST_MARK = /^[ \t]{0,8}(?:[>#•+-]{1,6} {0,3}|\d{1,2}[.)] )/gm;
const SENTENCE_END = /[.!?…。！？]["')\]]{0,3} /g;
const SPACES = /[^\S\n]{1,64}/g;

/** The form that {@link Wording} expressions read. */
export function linesOf(text: string): string {
  return clean(text.replace(EMPHASIS, ''))
    .toLowerCase()
    .replace(LIST_MARK, '')
    .replace(SPACES, ' ')
    .replace(SENTENCE_END, (end) => `${end.trimEnd()}\n`);
}

export function breaksRule(rule: ReplyRule, reply: ReadReply): boolean {
  return (rule.breaks?.(reply) ?? false) || (rule.wordings ?? []).some((wording) => isSaid(wording, reply));
}

/** How much before a wording its excuses are looked for in, in characters. */
const BEFORE = 80;

function isSaid(wording: Wording, { lines, messageLines }: ReadReply): boolean {
  // Most wordings are not there; a search makes no copy of the expression.
  if (lines.search(wording.says) === -1) return false;
  for (const match of lines.matchAll(wording.says)) {
    const start = lines.lastIndexOf('\n', match.index - 1) + 1;
    const lineEnd = lines.indexOf('\n', match.index + match[0].length);
    const before = lines.slice(Math.max(start, match.index - BEFORE), match.index);
    const line = lines.slice(start, lineEnd === -1 ? lines.length : lineEnd);
    const isExcused =
      wording.notAfter?.some((excuse) => excuse.test(before)) === true ||
      wording.notIn?.test(line) === true ||
      wording.unlessTheirs?.(match[0], messageLines) === true;
    if (!isExcused) return true;
  }
  return false;
}

/** "Not", "no oil", "doesn't mean that …": up to four words before. */
export const NEGATED: RegExp =
  /(?:n't|\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without|rather than|instead of))(?: [a-z'-]{1,14}){0,4} ?["']?$/;

/** Somebody else's words or a feeling, told back: "you said", "the voice that says", "you feel like", "being told to". */
export const REPORTED: RegExp =
  /(?<!\bi(?:'d|'ll)? (?:(?!never\b)[a-z]{1,10} )?)\b(?:said|says?|saying|tells?|told|telling|think|thinks|thinking|thought|thoughts|feels?|feeling|felt|believes?|believing|believed|hear|hearing|heard|wrote|writes|texted|called?|calls|calling|being called|words|messages?|comments?|lie|insists?|claims?|wonder\w{0,3}|worry|worried|afraid|fear\w{0,3}|convinced?|not true|isn't true|untrue|wrong|false)(?: (?:you|me|them|yourself))?(?: (?:like|that|as if|as though|to|are|were|of))?[ :,]{0,2}["']?$/;

/** Open questions and conditions: "if", "whether", "do". */
export const CONDITIONAL: RegExp =
  /\b(?:if|whether|unless|in case|when|whenever|once|until|even if|suppose|should|do|did|does|could|would|might)(?: ever| even| really| already)? $/;

/** Inside quotation marks that opened before. */
export const QUOTED: RegExp = /^[^"]{0,80}"[^"]{0,80}$/;
