import { type Database, execute, type Statement } from '../database/database.ts';
import type { TokenUsage } from '../models/language-model.ts';

const USAGE: Statement = {
  name: 'turn-usage',
  text: `
select input_tokens, cached_input_tokens, output_tokens, reasoning_tokens
from model_attempts
where user_id = $1 and message_id = $2 and outcome = 'completed'
order by started_at desc limit 1`,
};

/**
 * The tokens of the attempt that became a turn's reply, from the ledger. Zeros when no model wrote it, and while the
 * turn runs. Attempts that came to nothing are ours to bear and not counted.
 */
export async function usageOfTurn(database: Database, userId: string, messageId: string): Promise<TokenUsage> {
  const [row] = await execute<{
    input_tokens: number;
    cached_input_tokens: number;
    output_tokens: number;
    reasoning_tokens: number;
  }>(database.pool, USAGE, [userId, messageId]);
  return {
    input: row?.input_tokens ?? 0,
    cachedInput: row?.cached_input_tokens ?? 0,
    output: row?.output_tokens ?? 0,
    reasoning: row?.reasoning_tokens ?? 0,
  };
}
