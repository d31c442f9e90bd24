import type { PersonaMove } from './come-across.ts';
import type { PersonaReading } from './read-persona.ts';

/** A change of persona to be stored, with its proof. */
export interface ProvenPersona extends PersonaMove {
  readonly id: string;
  readonly evidence: PersonaReading['evidence'];
}

/** The branch of a statement that writes a turn's change of persona; as `insertJourneyMove`, with {@link personaMoveRow}. */
export const insertPersonaMove = (at: {
  readonly user: string;
  readonly assistant: string;
  readonly message: string;
  readonly movedAt: string;
  readonly row: string;
  readonly from: string;
}): string => `
  insert into persona_moves (user_id, id, assistant, from_persona, to_persona, reason, score, evidence, message_id, moved_at)
  select ${at.user}, m.id, ${at.assistant}, m.from_persona, m.to_persona, m.reason, m.score, m.evidence, ${at.message}, ${at.movedAt}
  from ${at.from} cross join json_to_recordset(${at.row}::json)
    as m (id uuid, from_persona text, to_persona text, reason text, score real, evidence jsonb)`;

const MOST_EVIDENCE = 5;

/** The parameter of {@link insertPersonaMove}: a row, or none. */
export const personaMoveRow = (move: ProvenPersona | null): string =>
  JSON.stringify(
    move === null
      ? []
      : [
          {
            ...move,
            from_persona: move.from,
            to_persona: move.to,
            evidence: move.evidence
              .slice(0, MOST_EVIDENCE)
              .map(({ signal, quote }) => ({ signal, quote: quote.replaceAll('\u0000', '').toWellFormed() })),
          },
        ],
  );
