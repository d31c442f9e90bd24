import { describe, expect, it } from 'vitest';
import { readChatPiece } from './read-piece.ts';

const chunk = (delta: object, rest: object = {}) => ({ choices: [{ index: 0, delta, ...rest }] });

describe('why a chat completion stopped', () => {
  it.each([
    ['stop', 'stop'],
    ['STOP', 'stop'],
    ['eos', 'stop'],
    ['end_turn', 'stop'],
    ['length', 'length'],
    ['max_tokens', 'length'],
    ['content_filter', 'filter'],
    ['safety', 'filter'],
    ['a_reason_of_next_year', 'filter'],
    ['tool_calls', 'other'],
    ['function_call', 'other'],
    ['', null],
    [null, null],
  ])('%s → %s', (reason, finish) => {
    expect(readChatPiece(chunk({}, { finish_reason: reason })).finish).toBe(finish);
  });

  it.each([
    ['a refusal in pieces', chunk({ refusal: 'I can’t' })],
    ['a whole refusal', { choices: [{ message: { content: null, refusal: 'No' }, finish_reason: 'stop' }] }],
  ])('%s is a filter, and no text', (_, document) => {
    expect(readChatPiece(document)).toMatchObject({ finish: 'filter', text: '' });
  });
});

describe('what a chat completion says', () => {
  it.each([
    ['a piece', chunk({ content: 'Hi' }), 'Hi'],
    ['a whole message', { choices: [{ message: { content: 'Hi' } }] }, 'Hi'],
    [
      'a list of parts',
      chunk({
        content: [
          { type: 'thinking', text: 'Hm' },
          { type: 'text', text: 'Hi' },
        ],
      }),
      'Hi',
    ],
    ['thoughts', chunk({ content: null, reasoning: 'Hm', reasoning_content: 'Hm' }), ''],
    ['a call of a tool', chunk({ tool_calls: [{ function: { name: 'x', arguments: '{}' } }] }), ''],
    ['another choice', { choices: [{ index: 1, delta: { content: 'Other' } }] }, ''],
    ['only counts', { choices: [], usage: {} }, ''],
  ])('%s', (_, document, text) => {
    expect(readChatPiece(document).text).toBe(text);
  });
});

describe('an error inside an answer', () => {
  it.each([
    ['an object', { error: { message: 'x' } }, true],
    ['a text', { code: 'x', error: 'y' }, true],
    ['a type', { type: 'error', message: 'x' }, true],
    ['an object of that name', { object: 'error', message: 'x' }, true],
    ['in a choice', chunk({ content: '' }, { error: { code: 502 } }), true],
    ['as a finish reason', chunk({}, { finish_reason: 'error' }), true],
    ['as another finish reason', chunk({}, { finish_reason: 'insufficient_system_resource' }), true],
    ['at Groq', { x_groq: { error: 'over capacity' }, choices: [] }, true],
    ['that is null', { error: null, choices: [] }, false],
    ['that is not there', chunk({ content: 'Hi' }), false],
  ])('%s', (_, document, isError) => {
    expect(readChatPiece(document).error !== null).toBe(isError);
  });
});

describe('what is counted', () => {
  const details = (cached: number, reasoning: number) => ({
    prompt_tokens_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: reasoning },
  });
  const usage = (input: number, cachedInput: number, output: number, reasoning: number) => ({
    input,
    cachedInput,
    output,
    reasoning,
  });
  it.each([
    [
      'thoughts within the completion, as at OpenAI',
      { prompt_tokens: 10, completion_tokens: 30, total_tokens: 40, ...details(4, 20) },
      usage(10, 4, 30, 20),
    ],
    [
      'thoughts beside the completion, as at xAI',
      { prompt_tokens: 10, completion_tokens: 30, total_tokens: 60, ...details(4, 20) },
      usage(10, 4, 50, 20),
    ],
    [
      'thoughts beside the completion without a total',
      { prompt_tokens: 10, completion_tokens: 3, ...details(0, 20) },
      usage(10, 0, 23, 20),
    ],
    [
      'thoughts in the total alone, as at Gemini’s compatible door',
      { prompt_tokens: 35, completion_tokens: 12, total_tokens: 109 },
      usage(35, 0, 74, 62),
    ],
    [
      'more thoughts than completion, which can’t be',
      { prompt_tokens: 43, completion_tokens: 10, total_tokens: 53, ...details(0, 11) },
      usage(43, 0, 10, 10),
    ],
    ['no details', { prompt_tokens: 7, completion_tokens: 2, total_tokens: 9 }, usage(7, 0, 2, 0)],
    [
      'a total that makes up more thoughts than were told',
      { prompt_tokens: 10, completion_tokens: 30, total_tokens: 2_000_000_000, ...details(4, 20) },
      usage(10, 4, 50, 20),
    ],
    ['less than nothing', { prompt_tokens: -5, completion_tokens: 2, total_tokens: 9 }, null],
    ['half a token', { prompt_tokens: 5, completion_tokens: 2.5, total_tokens: 9 }, null],
    ['more than a number holds', { prompt_tokens: 1e300, completion_tokens: 2 }, null],
    ['words', { prompt_tokens: 5, completion_tokens: 'two' }, null],
    ['a total that is none', { prompt_tokens: 5, completion_tokens: 2, total_tokens: 'x' }, usage(5, 0, 2, 0)],
    ['nothing', {}, null],
  ])('%s', (_, counts, expected) => {
    expect(readChatPiece({ choices: [], usage: counts }).usage).toEqual(expected);
  });

  it('at Groq, in its own corner', () => {
    const document = { choices: [], x_groq: { usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } } };
    expect(readChatPiece(document).usage).toEqual(usage(1, 0, 2, 0));
  });
});
