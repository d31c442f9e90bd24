import type { TokenUsage } from '@rapport/core/models/language-model.ts';
import { countIn, hasBrokenCount, type JsonObject, objectIn } from '../json.ts';

/**
 * Vendors differ in whether `completion_tokens` holds the thoughts: at OpenAI and Groq it does, at xAI it does not, and
 * Gemini's compatible door counts them nowhere but in the total. `total_tokens` tells them apart.
 */
export function readChatUsage(usage: JsonObject | null): TokenUsage | null {
  const input = countIn(usage, 'prompt_tokens');
  const completion = countIn(usage, 'completion_tokens');
  if ((input === null && completion === null) || hasBrokenCount(usage, COUNTS)) return null;
  const told = countIn(objectIn(usage, 'completion_tokens_details'), 'reasoning_tokens');
  const beside = tokensBeside(countIn(usage, 'total_tokens'), input ?? 0, completion ?? 0, told);
  const output = (completion ?? 0) + beside;
  return {
    input: input ?? 0,
    cachedInput: Math.min(countIn(objectIn(usage, 'prompt_tokens_details'), 'cached_tokens') ?? 0, input ?? 0),
    output,
    reasoning: Math.min(told ?? beside, output),
  };
}

const COUNTS = ['prompt_tokens', 'completion_tokens'];

/**
 * Thoughts that `completion_tokens` leaves out: never more than were told, where any were. Without a total, more
 * thoughts than completion tells as much.
 */
function tokensBeside(total: number | null, input: number, completion: number, told: number | null): number {
  if (total === null) return told !== null && told > completion ? told : 0;
  return Math.max(0, Math.min(total - input - completion, told ?? Number.POSITIVE_INFINITY));
}
