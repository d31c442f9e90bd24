import type { TokenUsage } from '@rapport/core/models/language-model.ts';

/** What an attempt can have cost at most, as far as it is known beforehand. */
export interface AskedTokens {
  /** Tokens of prompt and messages, estimated; 0 when nobody estimated. */
  readonly estimatedInput: number;
  readonly images: number;
  /** Most tokens that were asked for, thoughts included. */
  readonly output: number;
}

/** No vendor takes in more. */
const MAX_INPUT = 2_000_000;
/** What vendors add of their own to a prompt, and how far an estimate may be off: a language of rare characters. */
const INPUT_SLACK = { factor: 8, tokens: 20_000, perImage: 5_000 };
/** Vendors that count thoughts beside the limit, or stop a little after it. */
const OUTPUT_SLACK = { factor: 2, tokens: 1_000 };

/**
 * A vendor's counts where they can be true, with parts no larger than what they are part of; else null, and the chain
 * estimates. One absurd count would use up everyone's budget.
 */
export function believeUsage(usage: TokenUsage, asked: AskedTokens): TokenUsage | null {
  const { input, output } = usage;
  if (![input, output, usage.cachedInput, usage.reasoning].every(isCount)) return null;
  if (input > MAX_INPUT || output > OUTPUT_SLACK.factor * asked.output + OUTPUT_SLACK.tokens) return null;
  if (asked.estimatedInput > 0 && (input === 0 || input > mostInput(asked))) return null;
  return { ...usage, cachedInput: Math.min(usage.cachedInput, input), reasoning: Math.min(usage.reasoning, output) };
}

function mostInput({ estimatedInput, images }: AskedTokens): number {
  return INPUT_SLACK.factor * estimatedInput + INPUT_SLACK.tokens + INPUT_SLACK.perImage * images;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
