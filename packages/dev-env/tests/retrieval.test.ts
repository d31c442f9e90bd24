import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createStaticEmbedder } from '@rapport/adapters/embedders/static.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { evaluateRetrieval } from '@rapport/core/memory/evaluate-retrieval.ts';
import { readLongConversations } from '@rapport/core/memory/evaluate-retrieval-conversations.ts';
import { readVectorSupport } from '@rapport/core/memory/vectors.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../src/index.ts';

const FILE = new URL('../../core/evals/long-conversations.json', import.meta.url);
/** Of each conversation; `npm run eval -- retrieval` asks all. */
const QUESTIONS = 20;

onEachDatabase('search in long conversations', (databases) => {
  let database: Database;
  beforeAll(async () => {
    database = await databases.migrated();
  });
  afterAll(() => database.close());

  it('finds four fifths of the evidence within the first ten, and says what it missed', async () => {
    const conversations = readLongConversations(readFileSync(FILE, 'utf8'));
    const vectors = {
      support: await readVectorSupport(database.pool),
      embedder: createStaticEmbedder(),
      isLocal: true,
      onFailure: (error: unknown) => {
        throw error;
      },
    };
    const { all, byConversation, misses } = await evaluateRetrieval(
      { database, vectors, newId: randomUUID },
      conversations,
      QUESTIONS,
    );
    expect(all.questions).toBe(QUESTIONS * conversations.length);
    expect(all.recallAt10).toBeGreaterThanOrEqual(0.8);
    expect(all.recallAt5).toBeLessThanOrEqual(all.recallAt10);
    expect(all.hitAt10).toBeGreaterThanOrEqual(all.recallAt10);
    expect(byConversation.size).toBe(conversations.length);
    for (const { missed, found } of misses) {
      expect(missed.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(10);
      expect(found.map(({ turnId }) => turnId)).not.toContain(missed[0]?.turnId);
    }
  });
});
