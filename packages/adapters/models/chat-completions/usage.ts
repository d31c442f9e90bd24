import type { TokenUsage } from '@rapport/core/models/language-model.ts';
import { countIn, type JsonObject, objectIn } from '../json.ts';

/**
 * Vendors differ in whether `completion_tokens` holds the thoughts: at OpenAI and Groq it does, at xAI it does not, and
 * Gemini's compatible door counts them nowhere but in the total. `total_tokens` tells them apart.
 */
export function readChatUsage(usage: JsonObject | null): TokenUsage | null {
  const input = countIn(usage, 'prompt_tokens');
  const completion = countIn(usage, 'completion_tokens');
  if (input === null && completion === null) return null;
  const told = countIn(objectIn(usage, 'completion_tokens_details'), 'reasoning_tokens');
  const beside = tokensBeside(countIn(usage, 'total_tokens'), input ?? 0, completion ?? 0, told ?? 0);
  const output = (completion ?? 0) + beside;
  return {
    input: input ?? 0,
    cachedInput: Math.min(countIn(objectIn(usage, 'prompt_tokens_details'), 'cached_tokens') ?? 0, input ?? 0),
    output,
    reasoning: Math.min(told ?? beside, output),
  };
}

/** Thoughts that `completion_tokens` leaves out. Without a total, more thoughts than completion tells as much. */
function tokensBeside(total: number | null, input: number, completion: number, told: number): number {
  if (total === null) return told > completion ? told : 0;
  return Math.max(0, total - input - completion);
}
