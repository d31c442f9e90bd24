import { comparableName, subjectFor } from '../extract/tokens.ts';
import type { Correction, Fact, Statement, Subject } from '../fact.ts';
import type { Ledger } from './ledger.ts';

/** "Not Lou, Lu": the latest one of that name gets the right one, and with it whatever the same messages said of them. */
export function renamed(ledger: Ledger, { wrong, right }: Extract<Correction, { kind: 'replace' }>): void {
  const folded = comparableName(wrong);
  const { saidAt } = ledger.context;
  const holding = ledger
    .active()
    .filter(
      (fact) =>
        fact.saidAt.getTime() <= saidAt.getTime() &&
        (named(fact.subject, folded) || holds(fact.value, wrong) || holds(fact.text, wrong)),
    )
    .sort((one, other) => other.saidAt.getTime() - one.saidAt.getTime());
  const latest = holding.find((fact) => named(fact.subject, folded)) ?? holding[0];
  if (latest === undefined) return;
  const isPerson = named(latest.subject, folded);
  const sources = new Set(
    holding
      .filter((fact) => fact.subject.key === latest.subject.key)
      .flatMap(({ sourceMessageIds }) => sourceMessageIds),
  );
  const sameName = isPerson
    ? ledger
        .active()
        .find(
          ({ subject }) =>
            subject.key !== latest.subject.key && named(subject, comparableName(right)) && subject.relation !== null,
        )?.subject
    : undefined;
  for (const fact of holding) {
    const isTheirs = isPerson && fact.subject.key === latest.subject.key;
    if (!isTheirs && !fact.sourceMessageIds.some((id) => sources.has(id))) continue;
    const subject = isTheirs ? (sameName ?? subjectFor(fact.subject.relation, right)) : fact.subject;
    if (
      isTheirs &&
      ledger
        .of(subject.key, fact.slot)
        .some((other) => other.id !== fact.id && other.status !== 'superseded' && fact.slot === 'is')
    ) {
      ledger.supersede(fact, null);
      continue;
    }
    ledger.rewrite({
      ...fact,
      subject,
      value: replacedIn(fact.value, wrong, right),
      text: replacedIn(fact.text, wrong, right) ?? fact.text,
    });
  }
}

/**
 * "My friend Dina", of whom only the name was known; "my sister's name is Lucía", of whom only the relation was: what is known of them is
 * theirs from now on, unless another of that name or relation could be meant.
 */
export function adoptedNames(ledger: Ledger, { slot, subject, modality }: Statement): void {
  if (slot !== 'is' || modality !== 'asserted' || subject.relation === null || subject.name === null) return;
  const all = ledger.active();
  const folded = comparableName(subject.name);
  const others = all.filter((fact) => fact.subject.key !== subject.key && fact.subject.relation !== null);
  const isOnlyOfName = !others.some((fact) => named(fact.subject, folded));
  const isOnlyOfRelation =
    !others.some((fact) => fact.subject.relation === subject.relation && fact.subject.name !== null) &&
    !all.some((fact) => fact.subject.key === subject.key);
  for (const fact of all) {
    const isByName = isOnlyOfName && fact.subject.key === `person:${folded}`;
    const isByRelation =
      isOnlyOfRelation &&
      fact.subject.key === `${subject.relation}:` &&
      fact.slot !== 'count' &&
      fact.modality === 'asserted';
    if (!isByName && !isByRelation) continue;
    if (fact.slot === 'is' && ledger.of(subject.key, 'is').some(({ status }) => status !== 'superseded'))
      ledger.supersede(fact, null);
    else ledger.rewrite(inNameOf(fact, subject));
  }
}

function inNameOf(fact: Fact, subject: Subject): Fact {
  const { relation, name } = subject;
  const text =
    fact.slot === 'is' && name !== null && relation !== null
      ? `${name} is your ${relation}.`
      : fact.subject.name === null && name !== null && relation !== null
        ? fact.text.replace(
            new RegExp(`\\b(y)our ${relation}\\b(?! ${escaped(name)})`, 'iu'),
            (words) => `${words} ${name}`,
          )
        : fact.text;
  return { ...fact, subject, text };
}

function named(subject: Subject, folded: string): boolean {
  return subject.name !== null && comparableName(subject.name) === folded;
}

function holds(text: string | null, words: string): boolean {
  return text !== null && wordsPattern(words).test(text);
}

function replacedIn(text: string | null, wrong: string, right: string): string | null {
  return text === null ? null : text.replace(wordsPattern(wrong), () => right);
}

function wordsPattern(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, 'giu');
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
