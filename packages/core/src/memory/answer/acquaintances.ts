import type { Fact } from '../fact.ts';
import { lemmaOf } from './lemma.ts';
import { isRelationFor, nearness } from './meanings.ts';
import type { Passage } from './passages.ts';
import type { Acquaintances } from './relevance.ts';
import { antecedentOf } from './subjects.ts';
import { readWords, type Word } from './words.ts';

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
  const dead = new Set(
    facts.flatMap(({ slot, status, modality, subject }) =>
      slot === 'died' && status === 'active' && modality === 'asserted' ? [subject.key] : [],
    ),
  );
  for (const fact of facts) {
    const { name, relation, key } = fact.subject;
    if (relation === null || key === 'self' || fact.modality === 'negated') continue;
    add({ name, relation, fact, passage: null, isCurrent: fact.status !== 'superseded' && !dead.has(key) });
  }
  for (const passage of passages) {
    if (passage.isHypothetical) continue;
    for (const person of passage.people) {
      if (person.relation === null) continue;
      const owner = passage.words[person.from - 1]?.lower ?? '';
      const isOthers =
        /^(?:his|her|their|your)$/.test(owner) ||
        (passage.words[person.from - 1]?.relation === person.relation &&
          /^(?:his|her|their)$/.test(passage.words[person.from - 2]?.lower ?? '')) ||
        passage.words[person.from - 1]?.isPossessive === true;
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
  return withNewOnes(found, passages).map((one) => ({ ...one, isCurrent: one.isCurrent && !isOver(one, passages) }));
}

/** "Met Lu. She's my roommate": whom the pronoun stands for. */
function namedBefore(passage: Passage, index: number, passages: readonly Passage[]): string | null {
  const lead = passage.words.slice(Math.max(0, index - 4), index).map(({ lower }) => lower);
  if (
    !/(?:^| )(?:she's|he's|shes|hes|they're|she is|he is|she's been|he's been|she's now|he's now|she was|he was) (?:my|our)(?: \p{L}+)?$/u.test(
      lead.join(' '),
    )
  )
    return null;
  const named = passage.people.findLast(({ name, to }) => name !== null && to <= index);
  if (named !== undefined) return named.name;
  return antecedentOf(passage, index - 1, { passages })?.name ?? null;
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

const NO_KIN =
  /\b(?:don'?t|do not|dont|never) (?:have|had|want)(?: any| a| an)? (\p{L}+)(?: (\p{L}+))?|\bno (\p{L}+)\b|\bwithout (?:any )?(\p{L}+)/giu;

/** Whether a passage denies that there is any of a kind: "no kids, no pets", "I don't have a car". */
export function denies(passage: Passage, asked: Word): boolean {
  if (passage.isHypothetical) return false;
  for (const match of passage.text.matchAll(NO_KIN)) {
    const told = readWords(
      match
        .slice(1)
        .filter((part) => part !== undefined)
        .join(' '),
    );
    if (told.some((word) => nearness(asked, word) >= 0.9)) return true;
  }
  return false;
}

/** How a tie ends, by what it is. */
const ENDS: readonly { readonly relation: RegExp; readonly end: RegExp; readonly again: RegExp }[] = [
  {
    relation: /(?<!boy|girl)friend/,
    end: /\b(?:not friends|fall(?:ing|en) out|fell out|unfriended|blocked|cut (?:him|her|them) off|stopped being friends)\b/i,
    again: /\b(?:made up|apologi[sz]ed|friends again|good again|we'?re good)\b/i,
  },
  {
    relation: /mate$|roommate|flatmate|housemate/,
    end: /\b(?:moved out|moving out|is gone|left)\b/i,
    again: /\b(?:moved back|back in)\b/i,
  },
  {
    relation: /boyfriend|girlfriend|partner|husband|wife|fianc/,
    end: /\b(?:broke up|broken up|split(?: up)?|dumped|divorced|left me|it'?s over|are done)\b/i,
    again: /\b(?:back together|got back)\b/i,
  },
  {
    relation: /boss|manager|coworker|team lead|supervisor|landlord/,
    end: /\b(?:quit|left|fired|resigned|retired|sacked|laid off)\b/i,
    again: /\b(?:came back|is back)\b/i,
  },
];

/** Whether a later message says that somebody is no longer what they were: by name, or "old" before the relation. */
function isOver({ name, relation }: Acquaintance, passages: readonly Passage[]): boolean {
  if (name === null) return false;
  const lemma = lemmaOf(name.toLowerCase().split(/\s+/)[0] ?? '');
  const naming = passages.filter(({ lemmas }) => lemmas.has(lemma));
  const isOld = naming.some(({ words }) =>
    words.some(
      (word, index) =>
        /^(?:old|former|previous|ex)$/.test(word.lower) &&
        words[index + 1]?.relation === relation &&
        words.slice(index + 2, index + 6).some((one) => one.lemma === lemma) &&
        /\b(?:was|were|had|new)\b/i.test(words.map(({ lower }) => lower).join(' ')),
    ),
  );
  if (isOld) return true;
  const rule = ENDS.find((one) => one.relation.test(relation));
  if (rule === undefined) return false;
  const ended = naming.findLast(({ text, words }) => rule.end.test(text) && isSaidOf(words, lemma, rule.end, text));
  return (
    ended !== undefined &&
    !naming.some((passage) => passage.message >= ended.message && passage !== ended && rule.again.test(passage.text))
  );
}

/** "Bo moved out, Jules takes his room": the end stands after the name and before another, or "with" the name. */
function isSaidOf(words: readonly Word[], lemma: string, end: RegExp, text: string): boolean {
  const at = words.findIndex((word) => word.lemma === lemma);
  const mark = end.exec(text);
  const verb = mark === null ? -1 : words.findIndex((word) => word.end > mark.index);
  if (at < 0 || verb < 0) return false;
  if (at > verb) return words.slice(verb, at).some(({ lower }) => lower === 'with' || lower === 'and');
  return !words.slice(at + 1, verb).some((word) => word.isCapital && word.lower !== 'i');
}

/** "My old boss was Pam, the new one is called Hugo"; "Bo moved out, Jules takes his room". */
function withNewOnes(found: readonly Acquaintance[], passages: readonly Passage[]): Acquaintance[] {
  const added: Acquaintance[] = [];
  for (const passage of passages) {
    const name =
      /\bnew one(?:'s| is| was)?(?: called| named)? (\p{Lu}[\p{L}'-]{1,30})/u.exec(passage.text)?.[1] ??
      /(\p{Lu}[\p{L}'-]{1,30}) (?:takes|took|is taking|gets|got|has) (?:his|her|their|the) (?:room|place|job|spot|seat)/u.exec(
        passage.text,
      )?.[1] ??
      /(\p{Lu}[\p{L}'-]{1,30}) (?:moved in|is moving in|replaced|replaces|is replacing)/u.exec(passage.text)?.[1];
    if (name === undefined) continue;
    const others = found.find((one) => one.name !== null && passage.lemmas.has(lemmaOf(one.name.toLowerCase())));
    if (others !== undefined && !found.some((one) => one.name === name && one.relation === others.relation))
      added.push({ name, relation: others.relation, fact: null, passage, isCurrent: true });
  }
  return [...found, ...added];
}
