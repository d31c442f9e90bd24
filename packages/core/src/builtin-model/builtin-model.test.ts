import { describe, expect, test } from 'vitest';
import type { ModelPart, ModelRequest } from '../models/language-model.ts';
import { createBuiltinModel } from './builtin-model.ts';
import { composeReply } from './compose.ts';
import { COMPANION, materialOf } from './material.fixtures.ts';

const request: ModelRequest = {
  instructions: '',
  messages: [{ role: 'user', text: 'had a long day at work' }],
  images: [],
  maxOutputTokens: 400,
  estimatedInputTokens: 0,
  streaming: true,
  material: materialOf(COMPANION, 'had a long day at work', { topics: ['work'] }),
};
const composed = composeReply(request.material);

/** A sleep that only notes how long it would have been. */
function recordedSleep() {
  const waits: number[] = [];
  return { waits, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
}

async function partsOf(
  model: ReturnType<typeof createBuiltinModel>,
  { signal = new AbortController().signal, streaming = true } = {},
) {
  const parts: ModelPart[] = [];
  for await (const part of model.stream({ ...request, streaming }, signal)) parts.push(part);
  return parts;
}

const textOf = (parts: readonly ModelPart[]) => parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));

describe('the built-in model', () => {
  test('names itself as nobody else', () => {
    const model = createBuiltinModel({ wordsPerSecond: 0, ...recordedSleep() });
    expect([model.id, model.provider]).toEqual(['rapport/built-in', 'rapport']);
  });

  test('without a pace says it all at once: sources, one text, finish, at no cost', async () => {
    const { waits, sleep } = recordedSleep();
    const parts = await partsOf(createBuiltinModel({ wordsPerSecond: 0, sleep }));
    expect(parts).toEqual([
      { type: 'sources', citations: [], suggestions: composed.suggestions },
      { type: 'text', text: composed.text },
      { type: 'finish', reason: 'stop', usage: { input: 0, cachedInput: 0, output: 0, reasoning: 0 } },
    ]);
    expect(waits).toEqual([]);
  });

  test('with a pace says the same in small groups, the first of them at once', async () => {
    const { waits, sleep } = recordedSleep();
    const groups = textOf(await partsOf(createBuiltinModel({ wordsPerSecond: 30, sleep })));
    expect(groups.join('')).toBe(composed.text);
    expect(groups.length).toBe(Math.ceil(composed.text.split(' ').length / 3));
    expect(waits).toEqual(Array.from({ length: groups.length - 1 }, () => 100));
  });

  test('keeps no pace for someone who waits for the whole', async () => {
    const { waits, sleep } = recordedSleep();
    const parts = await partsOf(createBuiltinModel({ wordsPerSecond: 30, sleep }), { streaming: false });
    expect(textOf(parts)).toEqual([composed.text]);
    expect(waits).toEqual([]);
  });

  test('stops between groups when it is aborted', async () => {
    const controller = new AbortController();
    const model = createBuiltinModel({ wordsPerSecond: 30, sleep: async () => controller.abort() });
    const parts: ModelPart[] = [];
    const read = async () => {
      for await (const part of model.stream(request, controller.signal)) parts.push(part);
    };
    await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
    expect(textOf(parts)).toHaveLength(1);
  });

  test('says nothing when it was aborted before it began', async () => {
    const model = createBuiltinModel({ wordsPerSecond: 0, ...recordedSleep() });
    await expect(partsOf(model, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a pace of %s', (wordsPerSecond) => {
    expect(() => createBuiltinModel({ wordsPerSecond, ...recordedSleep() })).toThrow(RangeError);
  });
});
