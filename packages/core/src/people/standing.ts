import type { JourneyAnswer } from '@rapport/wire';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { type Database, execute, type Statement } from '../database/database.ts';

interface MoveRow {
  from: string | null;
  to: string;
  reason: string;
  evidence: { signal: string; quote: string }[];
  messageId: string;
  conversationId: string;
  /** ISO 8601, with the database's precision. */
  movedAt: string;
}

interface StandingRow {
  persona: JourneyAnswer['persona'];
  persona_chosen: boolean | null;
  journey_stage: JourneyAnswer['stage'];
  journey: MoveRow[] | null;
  personas: MoveRow[] | null;
}

/** So many steps are shown; whoever has more is shown the latest. */
const MOST_MOVES = 100;

const movesOf = (table: 'journey_moves' | 'persona_moves', subject: 'stage' | 'persona'): string => `
  (select json_agg(json_build_object('from', from_${subject}, 'to', to_${subject}, 'reason', reason, 'evidence', evidence,
     'messageId', message_id, 'conversationId', conversation_id, 'movedAt', moved_at) order by moved_at desc, id desc)
   from (
     select moves.*, messages.conversation_id from ${table} moves
     join messages on messages.user_id = moves.user_id and messages.id = moves.message_id
     where moves.user_id = $1 and moves.assistant = $2 order by moved_at desc, moves.id desc limit ${MOST_MOVES}
   ) moves)`;

const READ_STANDING: Statement = {
  name: 'people-standing',
  text: `
select persona, persona_chosen, journey_stage, ${movesOf('journey_moves', 'stage')} as journey,
  ${movesOf('persona_moves', 'persona')} as personas
from users left join assistant_profiles on user_id = users.id and assistant = $2
where users.id = $1`,
};

/** Where a person is with an assistant and what brought them there; null when they no longer exist. */
export async function readStanding(
  { pool }: Pick<Database, 'pool'>,
  userId: string,
  { id, journey, personas }: Pick<AssistantDefinition, 'id' | 'journey' | 'personas'>,
): Promise<JourneyAnswer | null> {
  const [row] = await execute<StandingRow>(pool, READ_STANDING, [userId, id]);
  if (row === undefined) return null;
  return {
    stages: journey?.stages.map((stage) => ({ id: stage.id, name: stage.name })) ?? [],
    stage: row.journey_stage,
    // The checks of the tables and the definitions hold these to what the contract names.
    moves: (row.journey ?? []).map(shownMove) as JourneyAnswer['moves'],
    personas: personas?.kinds.map((kind) => kind.id) ?? [],
    persona: row.persona,
    isPersonaChosen: row.persona_chosen ?? false,
    personaMoves: (row.personas ?? []).map(shownMove) as JourneyAnswer['personaMoves'],
  };
}

const shownMove = ({ evidence, movedAt, ...move }: MoveRow) => ({
  ...move,
  quotes: [...new Set(evidence.map(({ quote }) => quote))],
  movedAt: new Date(movedAt).toISOString(),
});
