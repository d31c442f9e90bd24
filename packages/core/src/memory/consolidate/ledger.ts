import type { Fact, Statement } from '../fact.ts';
import type { Consolidation, ConsolidationContext } from './changes.ts';

/** What is known while a message is held against it, and the changes so far. */
export class Ledger {
  readonly context: ConsolidationContext;
  readonly #facts = new Map<string, Fact>();
  readonly #added = new Set<string>();
  readonly #reinforced = new Set<string>();
  readonly #superseded = new Map<string, { readonly validUntil: Date; readonly supersededBy: string | null }>();
  readonly #rewritten = new Set<string>();

  constructor(known: readonly Fact[], context: ConsolidationContext) {
    this.context = context;
    for (const fact of known) this.#facts.set(fact.id, fact);
  }

  /** Facts of a subject's slot, whatever their status. */
  of(subjectKey: string, slot: string): Fact[] {
    return [...this.#facts.values()].filter((fact) => fact.subject.key === subjectKey && fact.slot === slot);
  }

  /** What holds; archived facts hold too. */
  active(): Fact[] {
    return [...this.#facts.values()].filter(({ status }) => status !== 'superseded');
  }

  /** Every fact, whatever its status. */
  all(): Fact[] {
    return [...this.#facts.values()];
  }

  current(fact: Fact): Fact {
    return this.#facts.get(fact.id) ?? fact;
  }

  /** Whether this message brought the fact. */
  isNew(id: string): boolean {
    return this.#added.has(id);
  }

  add(statement: Statement): Fact {
    const { messageId, saidAt, newId } = this.context;
    const { modality, ...said } = statement;
    const fact: Fact = {
      ...said,
      modality: modality === 'negated' ? 'negated' : 'asserted',
      id: newId(),
      status: 'active',
      saidAt,
      validFrom: saidAt,
      validUntil: null,
      sourceMessageIds: [messageId],
    };
    this.#facts.set(fact.id, fact);
    this.#added.add(fact.id);
    return fact;
  }

  reinforce(fact: Fact): void {
    const { messageId } = this.context;
    const now = this.current(fact);
    if (now.sourceMessageIds.includes(messageId)) return;
    this.#facts.set(fact.id, { ...now, sourceMessageIds: [...now.sourceMessageIds, messageId] });
    this.#reinforced.add(fact.id);
  }

  supersede(fact: Fact, supersededBy: string | null): void {
    const now = this.current(fact);
    if (now.status === 'superseded') return;
    const validUntil = this.context.saidAt;
    this.#facts.set(fact.id, { ...now, status: 'superseded', validUntil });
    if (!this.#added.has(fact.id)) this.#superseded.set(fact.id, { validUntil, supersededBy });
  }

  /** Puts a fact in its new wording. */
  rewrite(fact: Fact): void {
    this.#facts.set(fact.id, fact);
    if (!this.#added.has(fact.id)) this.#rewritten.add(fact.id);
  }

  changes(): Omit<Consolidation, 'forget'> {
    const { messageId } = this.context;
    const at = (ids: Iterable<string>): Fact[] => [...ids].flatMap((id) => this.#facts.get(id) ?? []);
    return {
      add: at(this.#added),
      reinforce: [...this.#reinforced].map((id) => ({ id, messageId })),
      supersede: [...this.#superseded].map(([id, { validUntil, supersededBy }]) => ({ id, validUntil, supersededBy })),
      rename: at(this.#rewritten).map((fact) => ({ id: fact.id, fact })),
    };
  }
}
