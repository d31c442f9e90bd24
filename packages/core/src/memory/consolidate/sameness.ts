import { comparableName } from '../extract/tokens.ts';
import type { Fact, Statement } from '../fact.ts';

/**
 * From here on two sentences about the same subject's slot say the same: by shared words (Jaccard) and by vectors. Set high, since a merge
 * loses words while a double costs a line; "I flew to Rome" and "I flew to Rio" share more words than meaning.
 */
const SAME_WORDS = 0.85;
const SAME_VECTOR = 0.94;

/** Slots whose value is a clause: what is the same there is a matter of sentences. */
const CLAUSES = new Set(['event', 'plan', 'goal', 'outcome', 'fact', 'habit', 'conflict', 'secret', 'injury']);

/** Whether two values are one: `Peanuts`, `peanut` and `the peanuts` are. */
export function isSameValue(one: string | null, other: string | null): boolean {
  return (one === null && other === null) || (one !== null && other !== null && bare(one) === bare(other));
}

/** Whether a known fact says what a statement of the same subject and slot says. */
export function isSameSaid(
  fact: Fact,
  statement: Statement,
  similarity: ((one: string, other: string) => number) | undefined,
): boolean {
  if (isSameValue(fact.value, statement.value)) return true;
  if (!CLAUSES.has(fact.slot)) return false;
  if (figures(fact.text) !== figures(statement.text)) return false;
  if (overlap(fact.text, statement.text) >= SAME_WORDS) return true;
  return (
    similarity !== undefined &&
    names(fact.text) === names(statement.text) &&
    similarity(fact.text, statement.text) >= SAME_VECTOR
  );
}

const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  likes: ['dislikes', 'avoids'],
  dislikes: ['likes'],
  avoids: ['likes'],
  employer: [],
  employment: [],
};

/** Whether a new statement can't hold beside an old fact. */
export function contradicts(statement: Statement, fact: Fact): boolean {
  if (statement.subject.key === fact.subject.key) {
    if (
      statement.slot === fact.slot &&
      statement.modality !== fact.modality &&
      isSameValue(statement.value, fact.value)
    )
      return true;
    const opposites = Object.hasOwn(OPPOSITES, statement.slot) ? (OPPOSITES[statement.slot] ?? []) : [];
    if (
      opposites.includes(fact.slot) &&
      isSameValue(statement.value, fact.value) &&
      statement.modality === fact.modality
    )
      return true;
    if (
      statement.slot === 'employment' &&
      /retired|unemployed|between|jobless|out of work|fired|sacked|laid off|redundant/i.test(statement.value ?? '') &&
      ['employer', 'shift', 'workplace'].includes(fact.slot)
    )
      return true;
    return statement.slot === 'employer' && fact.slot === 'employment' && statement.modality === 'asserted';
  }
  // "I don't have kids" ends with the first child, and a count of them is out of date when none is left.
  const isSameRelation = statement.subject.relation !== null && statement.subject.relation === fact.subject.relation;
  if (!isSameRelation || (statement.slot !== 'is' && statement.slot !== 'count')) return false;
  if (statement.modality === 'asserted')
    return fact.slot === 'is' && fact.modality === 'negated' && fact.subject.name === null;
  return fact.slot === 'count' && statement.subject.name === null;
}

function bare(value: string): string {
  return comparableName(value)
    .replace(/^(?:the|a|an|my|our|some) /, '')
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .replace(/(?<=\p{L}{3})s\b/gu, '')
    .trim();
}

function words(text: string): Set<string> {
  return new Set(comparableName(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function figures(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}

/** Capitals inside a sentence: two sentences that name different people or places are never the same. */
function names(text: string): string {
  return (text.slice(1).match(/\p{Lu}\p{L}+/gu) ?? []).map(comparableName).sort().join(' ');
}

function overlap(one: string, other: string): number {
  const [first, second] = [words(one), words(other)];
  const shared = [...first].filter((word) => second.has(word)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}
