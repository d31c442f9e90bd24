import type { CacheKey } from './cache-key.ts';
import type { CachedReply } from './reply-store.ts';

/** A key of a made-up brand. */
export function cacheKey(change: Partial<CacheKey> = {}): CacheKey {
  return {
    brand: 'north',
    assistant: 'ada',
    locale: 'en-US',
    language: 'en',
    persona: null,
    journeyStage: null,
    variant: null,
    knowledgeVersion: 'k1',
    promptVersion: 'p1',
    wordsVersion: 'w1',
    chainVersion: 'c1',
    question: 'how often should i water a fern',
    allowsNear: true,
    ...change,
  };
}

export function cachedReply(change: Partial<CachedReply> = {}): CachedReply {
  return {
    text: 'Once a week in summer, and less in winter. Feel the soil first: it should be dry on top. 🌿',
    citations: [{ id: 'ferns', title: 'Ferns', url: 'https://example.com/ferns' }],
    suggestions: ['How much light does it need?'],
    safety: [],
    model: 'vendor/model-1',
    provider: 'vendor',
    storedAt: new Date('2026-11-22T10:00:00.000Z'),
    ...change,
  };
}
