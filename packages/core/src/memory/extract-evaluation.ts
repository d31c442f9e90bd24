import { comparableName } from './extract/tokens.ts';
import { extractStatements } from './extract.ts';
import type { Correction, Extraction, Fact, Statement, Subject } from './fact.ts';

/** What a labelled message should say. Alternatives in `slot` and `says` are parted by `|`; an empty `says` asks for any value. */
export interface Expected {
  /** The subject's key, `*` for any. */
  readonly subject: string;
  readonly slot: string;
  readonly says: string;
  readonly negated?: boolean;
}

/** One line of `evals/statements.jsonl`. */
export interface StatementRow {
  readonly text: string;
  readonly earlier?: readonly string[];
  readonly known?: readonly { readonly subject: Subject; readonly slot: string; readonly value: string | null }[];
  readonly expected: readonly Expected[];
  /** What must not be read of it, whatever else is. */
  readonly never?: readonly Expected[];
  /** As `end:<subject>:<slot>`, `replace:<wrong>:<right>`, `forget:<about>`. */
  readonly corrections?: readonly string[];
  readonly noCorrections?: boolean;
  /** True when nothing at all may be read of it. */
  readonly nothing?: boolean;
}

/** A Wednesday. */
const SAID_AT = new Date('2026-03-11T12:00:00Z');
const KNOWN_SINCE = new Date('2026-03-01T12:00:00Z');

/** What is wrong with the reading of a labelled message; empty when it is right. */
export function faultsOf(row: StatementRow): string[] {
  const read = extractStatements(
    { text: row.text, saidAt: SAID_AT, timeZone: 'Europe/London', earlier: row.earlier ?? [], lastReply: null },
    (row.known ?? []).map(factOf),
  );
  const corrections = read.corrections.map(shortOf);
  return [
    ...row.expected
      .filter((one) => !read.statements.some((statement) => isAsExpected(statement, one)))
      .map((one) => `missing ${one.subject} ${one.slot} ${one.says}`),
    ...(row.never ?? [])
      .filter((one) => read.statements.some((statement) => isAsExpected(statement, one)))
      .map((one) => `false ${one.subject} ${one.slot} ${one.says}`),
    ...(row.corrections ?? []).filter((one) => !corrections.includes(one)).map((one) => `missing correction ${one}`),
    ...(row.noCorrections === true ? corrections.map((one) => `false correction ${one}`) : []),
    ...(row.nothing === true ? everythingIn(read) : []),
  ];
}

function everythingIn({ statements, corrections }: Extraction): string[] {
  return [
    ...statements.map(({ text }) => `false "${text}"`),
    ...corrections.map((one) => `false correction ${shortOf(one)}`),
  ];
}

function isAsExpected(statement: Statement, { subject, slot, says, negated = false }: Expected): boolean {
  const said = comparableName(`${statement.value ?? ''} ${statement.text}`);
  return (
    (subject === '*' || statement.subject.key === subject) &&
    slot.split('|').includes(statement.slot) &&
    says.split('|').some((words) => said.includes(comparableName(words))) &&
    (statement.modality === 'negated') === negated
  );
}

function shortOf(correction: Correction): string {
  switch (correction.kind) {
    case 'end':
      return `end:${correction.subject.key}:${correction.slot}`;
    case 'replace':
      return `replace:${correction.wrong}:${correction.right}`;
    case 'forget':
      return `forget:${correction.about}`;
    case 'retract-last':
      return 'retract-last';
  }
}

function factOf({ subject, slot, value }: NonNullable<StatementRow['known']>[number], index: number): Fact {
  return {
    id: `known-${index}`,
    kind: 'fact',
    subject,
    slot,
    value,
    text: value ?? '',
    quote: value ?? '',
    modality: 'asserted',
    confidence: 1,
    importance: 0.5,
    tender: false,
    time: null,
    status: 'active',
    saidAt: KNOWN_SINCE,
    validFrom: KNOWN_SINCE,
    validUntil: null,
    sourceMessageIds: ['earlier'],
  };
}
