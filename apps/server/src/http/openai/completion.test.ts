import type { ChatReply } from '@rapport/wire';
import { describe, expect, test } from 'vitest';
import { chunksOf } from './completion.ts';

const ID = '018f4e3a-2b6c-7d8e-9f01-23456789abcd';
const head = { messageId: ID, model: 'jumbo', at: new Date('2026-11-22T12:00:00.900Z') };

const replyOf = (text: string): ChatReply => ({
  conversationId: ID,
  message: {
    id: ID,
    conversationId: ID,
    role: 'assistant',
    text,
    createdAt: head.at.toISOString(),
    status: 'complete',
  },
  model: 'vendor/model',
  provider: 'vendor',
  attempts: 1,
  fallbackTriggered: false,
  cacheHit: false,
  responseTimeMs: 1,
  mood: null,
  journeyStage: null,
  persona: null,
  concern: null,
  safety: 'none',
  memoriesUsed: [],
  citations: [],
  products: [],
  safetyNotes: [],
  suggestions: [],
});

describe('the pieces of a streamed text', () => {
  test.each([
    ['a sentence', 'Wash every seven days.', 4],
    ['lines and a list', '\n# Oil\n\n- argan\n- jojoba\n', 6],
    ['emoji and accents', '👩🏽‍🦱 crème  brûlée', 3],
    ['no spaces', '髪を洗う', 1],
    ['only white space', ' \n ', 1],
    ['nothing', '', 0],
    ['a long reply', 'word '.repeat(10_000), 250],
  ])('%s, joined, are the text, and are few', (_, text, count) => {
    const chunks = chunksOf(head, replyOf(text), null);
    const pieces = chunks.flatMap(({ choices }) => choices.flatMap(({ delta }) => delta.content ?? []));
    expect(pieces.join('')).toBe(text);
    expect(pieces).toHaveLength(count);
    expect(pieces.every((piece) => piece !== '')).toBe(true);
    expect(chunks.at(-1)).toMatchObject({ id: `chatcmpl-${ID}`, created: 1_795_348_800 });
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });
});
