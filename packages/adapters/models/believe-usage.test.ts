import { describe, expect, it } from 'vitest';
import { type AskedTokens, believeUsage } from './believe-usage.ts';

const asked: AskedTokens = { estimatedInput: 1_000, images: 0, output: 2_500 };
const usage = (input: number, cachedInput: number, output: number, reasoning: number) => ({
  input,
  cachedInput,
  output,
  reasoning,
});

describe('counts of tokens', () => {
  it.each([
    ['that can be true', usage(1_200, 200, 90, 50), asked, usage(1_200, 200, 90, 50)],
    ['with more cached than came in', usage(100, 200, 9, 0), asked, usage(100, 100, 9, 0)],
    ['with more thoughts than came out', usage(100, 0, 9, 11), asked, usage(100, 0, 9, 9)],
    ['at the limit of output', usage(100, 0, 6_000, 0), asked, usage(100, 0, 6_000, 0)],
    ['above it', usage(100, 0, 6_001, 0), asked, null],
    ['at the limit of input', usage(28_000, 0, 9, 0), asked, usage(28_000, 0, 9, 0)],
    ['above it', usage(28_001, 0, 9, 0), asked, null],
    ['above it, with a picture', usage(28_001, 0, 9, 0), { ...asked, images: 1 }, usage(28_001, 0, 9, 0)],
    ['without an estimate', usage(2_000_000, 0, 9, 0), { ...asked, estimatedInput: 0 }, usage(2_000_000, 0, 9, 0)],
    ['that nobody takes in', usage(2_000_001, 0, 9, 0), { ...asked, estimatedInput: 0 }, null],
    ['of a prompt that was none', usage(0, 0, 9, 0), asked, null],
    ['that are broken', usage(100.5, 0, 9, 0), asked, null],
    ['below nothing', usage(100, -1, 9, 0), asked, null],
    ['without end', usage(100, 0, Number.POSITIVE_INFINITY, 0), asked, null],
    ['that are no numbers', usage(100, 0, 9, Number.NaN), asked, null],
  ])('%s', (_, counted, limits, expected) => {
    expect(believeUsage(counted, limits)).toEqual(expected);
  });
});
