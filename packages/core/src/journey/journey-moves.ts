import type { JourneyMove } from './move.ts';
import type { StageReading } from './read-stage.ts';

/** A move to be stored, with its proof. */
export interface ProvenMove extends JourneyMove {
  readonly id: string;
  readonly likelihood: number;
  readonly evidence: StageReading['evidence'];
}

/**
 * The branch of a statement that writes a turn's move, so that it stands or falls with the turn. `row` is the placeholder of
 * {@link journeyMoveRow}, `from` the branch that has a row only if the turn is finished; the rest are placeholders too.
 */
export const insertJourneyMove = (at: {
  readonly user: string;
  readonly assistant: string;
  readonly message: string;
  readonly movedAt: string;
  readonly row: string;
  readonly from: string;
}): string => `
  insert into journey_moves (user_id, id, assistant, from_stage, to_stage, reason, likelihood, evidence, message_id, moved_at)
  select ${at.user}, m.id, ${at.assistant}, m.from_stage, m.to_stage, m.reason, m.likelihood, m.evidence, ${at.message}, ${at.movedAt}
  from ${at.from} cross join json_to_recordset(${at.row}::json)
    as m (id uuid, from_stage text, to_stage text, reason text, likelihood real, evidence jsonb)`;

/** The parameter of {@link insertJourneyMove}: a row, or none. */
export const journeyMoveRow = (move: ProvenMove | null): string =>
  JSON.stringify(
    move === null ? [] : [{ ...move, from_stage: move.from, to_stage: move.to, evidence: keptEvidence(move.evidence) }],
  );

/** What proves a move is a few words; a long message has many. */
const MOST_EVIDENCE = 5;

/** NUL can't be stored in JSON of the database. */
const keptEvidence = (evidence: ProvenMove['evidence']) =>
  evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ signal, quote }) => ({ signal, quote: quote.replaceAll('\u0000', '').toWellFormed() }));
