import { comparableName } from '../extract/tokens.ts';
import type { Correction, Fact } from '../fact.ts';
import { sayStatement, slotOf } from '../slots.ts';
import type { Ledger } from './ledger.ts';
import { isSameValue } from './sameness.ts';

/** Days a plan stands open for "it fell through": of what was told longer ago nobody speaks without naming it. */
const RETRACTION_DAYS = 14;
const DAY_MS = 86_400_000;
/** What can fall through. */
const RETRACTABLE = new Set([
  'plan',
  'goal',
  'expecting',
  'event',
  'outcome',
  'job-start',
  'employer',
  'lives-in',
  'relationship',
]);

/** "We broke up", "Grant left": what it names holds no longer. What was never told before is kept as history at once. */
export function ended(ledger: Ledger, correction: Extract<Correction, { kind: 'end' }>): void {
  const { subject, slot, value, quote } = correction;
  const { saidAt } = ledger.context;
  const isMeant = (fact: Fact): boolean =>
    isSubject(fact, correction) &&
    (slot === null || fact.slot === slot) &&
    fact.modality === 'asserted' &&
    (value === null || isWithin(fact.value, value));
  const held = ledger.active().filter((fact) => fact.saidAt.getTime() <= saidAt.getTime() && isMeant(fact));
  for (const fact of held) ledger.supersede(fact, null);
  if (held.length > 0 || slot === null || value === null || ledger.all().some(isMeant)) return;
  const row = slotOf(slot);
  if (row === null) return;
  const fact = ledger.add({
    kind: row.kind,
    subject,
    slot,
    value,
    text: sayStatement({ slot, subject, value }, 'past'),
    quote,
    modality: 'asserted',
    confidence: 0.75,
    importance: row.importance,
    tender: row.tender,
    time: null,
  });
  ledger.supersede(fact, null);
}

/** "False alarm": what the person told last, of what can fall through, did not come true. */
export function retracted(ledger: Ledger): void {
  const { saidAt, messageId } = ledger.context;
  const open = ledger
    .active()
    .filter(
      (fact) =>
        RETRACTABLE.has(fact.slot) &&
        fact.saidAt.getTime() <= saidAt.getTime() &&
        saidAt.getTime() - fact.saidAt.getTime() <= RETRACTION_DAYS * DAY_MS &&
        !fact.sourceMessageIds.includes(messageId),
    );
  // Of one conversation the later fact stands later in the list; equal times are settled by that.
  const last = open.reduce<Fact | undefined>(
    (latest, fact) => (latest === undefined || fact.saidAt.getTime() >= latest.saidAt.getTime() ? fact : latest),
    undefined,
  );
  if (last === undefined) return;
  const source = last.sourceMessageIds[0];
  for (const fact of ledger.active()) {
    const isOfSame =
      source !== undefined && fact.sourceMessageIds.includes(source) && fact.sourceMessageIds.length === 1;
    const isUnnamed = fact.slot === 'is' && fact.subject.name === null;
    if (fact.id === last.id || (isOfSame && (RETRACTABLE.has(fact.slot) || isUnnamed))) ledger.supersede(fact, null);
  }
}

/** What the person wants forgotten, once each. */
export function forgottenIn(corrections: readonly Correction[]): { readonly about: string | null }[] {
  const about = corrections.flatMap((correction) => (correction.kind === 'forget' ? [correction.about] : []));
  return [...new Set(about)].map((words) => ({ about: words }));
}

function isSubject(fact: Fact, { subject }: Extract<Correction, { kind: 'end' }>): boolean {
  if (fact.subject.key === subject.key) return true;
  if (subject.name !== null && subject.relation === null && !subject.key.startsWith('group:'))
    return fact.subject.name !== null && comparableName(fact.subject.name) === comparableName(subject.name);
  return subject.name === null && subject.relation !== null && fact.subject.relation === subject.relation;
}

/** "Corolla" ends "red Corolla", "Leeds" ends "Leeds city centre". */
function isWithin(known: string | null, value: string): boolean {
  if (known === null) return false;
  const [one, other] = [` ${comparableName(known)} `, ` ${comparableName(value)} `];
  return isSameValue(known, value) || one.includes(other) || other.includes(one);
}
