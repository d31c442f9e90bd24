import type { Subject } from '../fact.ts';

/** A word and where it stands in its clause. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** Someone a clause mentions, from the first word that belongs to them to the last. */
export interface Mentioned {
  readonly subject: Subject;
  readonly start: number;
  readonly end: number;
  /** What sets them apart, in the person's words: `from college`, `the oldest`, `twin`; null when nothing does. */
  readonly apart: string | null;
  /** How the mention tells of them: with the relation ("my sister Ana"), by the name alone, by the relation alone. */
  readonly by: 'relation-and-name' | 'name' | 'relation';
}

export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly used: Set<number>;
  readonly isShouting: boolean;
}

/** A name as it is compared: lower case, without marks, one space between words. */
export function comparableName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The subject of a relation and a name; one of them may be unknown. */
export function subjectFor(relation: string | null, name: string | null): Subject {
  const key = `${relation ?? 'person'}:${name === null ? '' : comparableName(name)}`;
  return { key, name, relation };
}

/** The words of a clause with their places. A possessive `'s` stays with its word. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['\u2010\u2011-][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
