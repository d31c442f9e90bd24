import type { Fact } from '../fact.ts';
import { isRelationFor } from './meanings.ts';
import type { Passage } from './passages.ts';
import type { Acquaintances } from './relevance.ts';
import { lemmaOf } from './lemma.ts';
import { antecedentOf } from './subjects.ts';

/** Someone or some animal in the person's life. */
export interface Acquaintance {
  /** As written; null when only the relation is known. */
  readonly name: string | null;
  readonly relation: string;
  /** The fact or the passage that says so. */
  readonly fact: Fact | null;
  readonly passage: Passage | null;
  readonly isCurrent: boolean;
}

/** Everyone in the person's life that facts or passages name, facts first, each name and relation once. */
export function acquaintancesIn(facts: readonly Fact[], passages: readonly Passage[]): Acquaintance[] {
  const found: Acquaintance[] = [];
  const add = (one: Acquaintance): void => {
    const known = found.some(
      (other) =>
        other.relation === one.relation &&
        (one.name === null ||
          (other.name !== null && lemmaOf(other.name.toLowerCase()) === lemmaOf(one.name.toLowerCase()))),
    );
    if (!known) found.push(one);
  };
  for (const fact of facts) {
    const { name, relation, key } = fact.subject;
    if (relation === null || key === 'self' || fact.modality === 'negated') continue;
    add({ name, relation, fact, passage: null, isCurrent: fact.status !== 'superseded' });
  }
  for (const passage of passages) {
    if (passage.isHypothetical) continue;
    for (const person of passage.people) {
      if (person.relation === null) continue;
      const owner = passage.words[person.from - 1]?.lower ?? '';
      const isOthers = /^(?:his|her|their|your)$/.test(owner) || passage.words[person.from - 1]?.isPossessive === true;
      if (isOthers) continue;
      // "her dog" is no dog of mine; neither is "a dog" that passed by, unless it has a name.
      if (
        person.name === null &&
        !/^(?:my|our|mi|meri|mera|the|\d+|two|three)$/.test(owner) &&
        !BARE.has(person.relation)
      )
        continue;
      const name = person.name ?? namedBefore(passage, person.from, passages);
      add({ name, relation: person.relation, fact: null, passage, isCurrent: true });
    }
  }
  return found;
}

/** "Met Lu. She's my roommate": whom the pronoun stands for. */
function namedBefore(passage: Passage, index: number, passages: readonly Passage[]): string | null {
  const lead = passage.words.slice(Math.max(0, index - 4), index).map(({ lower }) => lower);
  if (!/(?:^| )(?:she's|he's|shes|hes|they're|she is|he is) (?:my|our)(?: \p{L}+)?$/u.test(lead.join(' '))) return null;
  return antecedentOf(passage, index - 1, { passages, messages: [] })?.name ?? null;
}

/** Relations that people write without "my": "mum called". */
const BARE: ReadonlySet<string> = new Set(['mother', 'father', 'grandmother', 'grandfather']);

/** Those of a relation, wider ones included: all pets where pets are asked for. */
export function thoseOf(relation: string, acquaintances: readonly Acquaintance[]): Acquaintance[] {
  const exact = acquaintances.filter((one) => one.relation === relation);
  if (exact.some(({ name }) => name !== null)) {
    const isWide = ['pet', 'sibling', 'child', 'parent', 'grandparent'].includes(relation);
    if (!isWide) return exact;
  }
  return acquaintances.filter((one) => isRelationFor(relation, one.relation));
}

/** The same as look-ups by lemma, for matching words. */
export function lookupsOf(acquaintances: readonly Acquaintance[]): Acquaintances {
  return {
    namesOf: (relation) =>
      acquaintances
        .filter((one) => isRelationFor(relation, one.relation))
        .flatMap(({ name }) => (name === null ? [] : name.toLowerCase().split(/\s+/).map(lemmaOf))),
    relationsOf: (nameLemma) =>
      acquaintances
        .filter(({ name }) => name?.toLowerCase().split(/\s+/).map(lemmaOf).includes(nameLemma))
        .map(({ relation }) => relation),
  };
}
