import type { Consolidation, ConsolidationContext } from './consolidate/changes.ts';
import { ended, forgottenIn, retracted } from './consolidate/endings.ts';
import { Ledger } from './consolidate/ledger.ts';
import { adoptedNames, renamed } from './consolidate/names.ts';
import { contradicts, isSameSaid, isSameValue } from './consolidate/sameness.ts';
import type { Extraction, Fact, Statement } from './fact.ts';
import { refusalOf } from './gate.ts';
import { slotOf } from './slots.ts';

/**
 * Holds what a message says against what is known. `known` may hold facts of any status: with the superseded ones that share a
 * name, relation or value with the message, an old message read again brings nothing back. Pure; the same message twice changes nothing.
 */
export function consolidate(
  extraction: Extraction,
  known: readonly Fact[],
  context: ConsolidationContext,
): Consolidation {
  const isReadBefore = known.some(({ sourceMessageIds }) => sourceMessageIds.includes(context.messageId));
  if (isReadBefore && context.isFurtherReading !== true)
    return { ...NOTHING, forget: forgottenIn(extraction.corrections) };
  const ledger = new Ledger(known, context);
  const statements = extraction.statements.filter(
    (statement) => refusalOf(statement, context.message ?? statement.quote) === null,
  );
  for (const correction of extraction.corrections) {
    if (correction.kind === 'replace') renamed(ledger, correction);
  }
  for (const statement of statements) adoptedNames(ledger, statement);
  const isRetraction = extraction.corrections.some(({ kind }) => kind === 'retract-last');
  if (isRetraction) retracted(ledger);
  for (const statement of statements) settle(ledger, statement);
  for (const correction of extraction.corrections) {
    if (correction.kind === 'end') ended(ledger, correction);
  }
  return { ...ledger.changes(), forget: forgottenIn(extraction.corrections) };
}

const NOTHING: Omit<Consolidation, 'forget'> = { add: [], reinforce: [], supersede: [], rename: [] };

/** Adds a statement, or finds that it is known, or lets it take the place of what held. */
function settle(ledger: Ledger, statement: Statement): void {
  const { subject, slot } = statement;
  const { messageId, saidAt } = ledger.context;
  const row = slotOf(slot);
  if (row === null) return;
  const alike = ledger.of(subject.key, slot);
  if (
    alike.some(
      (fact) =>
        fact.sourceMessageIds.includes(messageId) &&
        fact.modality === statement.modality &&
        (isSameValue(fact.value, statement.value) || (fact.quote === statement.quote && !ledger.isNew(fact.id))),
    )
  )
    return;
  const same = alike.find(
    (fact) => fact.modality === statement.modality && isSameSaid(fact, statement, ledger.context.similarity),
  );
  if (
    same !== undefined &&
    same.status === 'superseded' &&
    same.validUntil !== null &&
    same.validUntil.getTime() >= saidAt.getTime()
  )
    return;
  if (same !== undefined && same.status !== 'superseded') {
    ledger.reinforce(same);
    if (slot === 'is' && same.value === null && statement.value !== null)
      ledger.rewrite({ ...ledger.current(same), value: statement.value, text: statement.text });
    return;
  }
  const standing = row.cardinality === 'one' ? alike.filter((fact) => fact.status !== 'superseded') : [];
  // A message older than what holds now tells how it was.
  if (standing.some((fact) => fact.saidAt.getTime() > saidAt.getTime())) return;
  if (slot === 'is' && statement.modality === 'asserted' && standing.some((fact) => fact.modality === 'asserted')) {
    for (const fact of standing) {
      ledger.reinforce(fact);
      if (fact.value === null && statement.value !== null)
        ledger.rewrite({ ...ledger.current(fact), value: statement.value, text: statement.text });
    }
    return;
  }
  const fact = ledger.add(statement);
  for (const old of standing) ledger.supersede(old, fact.id);
  for (const old of ledger.active()) {
    if (old.id !== fact.id && old.saidAt.getTime() <= saidAt.getTime() && contradicts(statement, old))
      ledger.supersede(old, fact.id);
  }
  if (slot === 'died')
    for (const old of ledger.of(subject.key, 'is')) if (old.status !== 'superseded') ledger.supersede(old, null);
}

export type { Consolidation, ConsolidationContext };
