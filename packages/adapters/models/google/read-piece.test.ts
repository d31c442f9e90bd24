import { describe, expect, it } from 'vitest';
import { readGooglePiece } from './read-piece.ts';

const candidate = (finishReason: string, text = 'Hi') => ({
  candidates: [{ content: { parts: [{ text }] }, finishReason }],
});

describe('why Gemini stopped', () => {
  it.each([
    ['STOP', 'stop'],
    ['MAX_TOKENS', 'length'],
    ['CONTINUATION', 'length'],
    ['SAFETY', 'filter'],
    ['RECITATION', 'filter'],
    ['LANGUAGE', 'filter'],
    ['OTHER', 'filter'],
    ['BLOCKLIST', 'filter'],
    ['PROHIBITED_CONTENT', 'filter'],
    ['SPII', 'filter'],
    ['MODEL_ARMOR', 'filter'],
    ['A_REASON_OF_NEXT_YEAR', 'filter'],
    ['MALFORMED_FUNCTION_CALL', 'other'],
    ['UNEXPECTED_TOOL_CALL', 'other'],
    ['FINISH_REASON_UNSPECIFIED', 'other'],
  ])('%s → %s', (reason, finish) => {
    expect(readGooglePiece(candidate(reason)).finish).toBe(finish);
  });

  it.each([
    ['a reason', { blockReason: 'SAFETY' }, 'filter'],
    ['a reason of next year', { blockReason: 'NEW' }, 'filter'],
    ['only its sentence', { blockReasonMessage: 'No.' }, 'filter'],
    ['only ratings', { safetyRatings: [] }, null],
  ])('a prompt’s feedback with %s', (_, promptFeedback, finish) => {
    expect(readGooglePiece({ promptFeedback }).finish).toBe(finish);
  });
});

describe('what Gemini says', () => {
  it('is its text, without thoughts and without what tools did', () => {
    const parts = [{ text: 'Hm', thought: true }, { executableCode: { code: 'x' } }, { text: 'Hel' }, { text: 'lo' }];
    const piece = readGooglePiece({ candidates: [{ content: { parts } }], modelVersion: 'm', responseId: 'r' });
    expect(piece).toMatchObject({ text: 'Hello', hasBegun: true, servedModel: 'm', answerId: 'r', error: null });
  });

  it.each([
    ['nothing', {}],
    ['no parts', { candidates: [{ content: {} }] }],
    ['another document', { totalTokens: 7 }],
  ])('has not begun with %s', (_, document) => {
    expect(readGooglePiece(document)).toMatchObject({ text: '', hasBegun: false, finish: null });
  });
});

describe('what Gemini counts', () => {
  it.each([
    [
      'thoughts beside the candidates, tools beside the prompt',
      {
        promptTokenCount: 100,
        toolUsePromptTokenCount: 20,
        cachedContentTokenCount: 60,
        candidatesTokenCount: 30,
        thoughtsTokenCount: 12,
      },
      { input: 120, cachedInput: 60, output: 42, reasoning: 12 },
    ],
    [
      'a prompt alone',
      { promptTokenCount: 8, totalTokenCount: 8 },
      { input: 8, cachedInput: 0, output: 0, reasoning: 0 },
    ],
    [
      'more cached than came in',
      { promptTokenCount: 100, candidatesTokenCount: 9, cachedContentTokenCount: 200 },
      { input: 100, cachedInput: 100, output: 9, reasoning: 0 },
    ],
    [
      'cached tokens without a prompt',
      { candidatesTokenCount: 9, cachedContentTokenCount: 200 },
      { input: 0, cachedInput: 0, output: 9, reasoning: 0 },
    ],
    ['less than nothing', { promptTokenCount: 100, candidatesTokenCount: -9 }, null],
    ['half a thought', { promptTokenCount: 100, candidatesTokenCount: 9, thoughtsTokenCount: 0.5 }, null],
    ['nothing', { trafficType: 'ON_DEMAND' }, null],
    ['nothing at all', undefined, null],
  ])('%s', (_, usageMetadata, usage) => {
    expect(readGooglePiece({ usageMetadata }).usage).toEqual(usage);
  });
});
