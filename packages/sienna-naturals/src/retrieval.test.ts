import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPassages } from '@rapport/core/knowledge/load.ts';
import { createKnowledgeIndex } from '@rapport/core/knowledge/retrieve.ts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { siennaNaturals } from './assistant.ts';
import { hairSynonyms } from './synonyms.ts';

/** `expected`: the passage a customer should get, null for what is none of our business. `accept`: as good an answer. */
const row = z.strictObject({
  id: z.string(),
  text: z.string(),
  expected: z.string().nullable(),
  accept: z.array(z.string()).default([]),
});

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const rows = readFileSync(path('../evals/retrieval.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => row.parse(JSON.parse(line)));
const asked = rows.flatMap(({ expected, ...rest }) => (expected === null ? [] : [{ ...rest, expected }]));
const offTopic = rows.filter(({ expected }) => expected === null);

const passages = loadPassages(path('../knowledge'));
const index = createKnowledgeIndex(passages, hairSynonyms);

describe('customers find the passage they need', () => {
  const ranks = asked.map(({ text, expected, accept }) => {
    const found = index.search(text, 5);
    return {
      rank: found.findIndex(({ passage }) => [expected, ...accept].includes(passage.id)),
      answers: found[0]?.answers === true,
    };
  });
  const share = (holds: (row: (typeof ranks)[number]) => boolean) => ranks.filter(holds).length / ranks.length;

  test('the set is large, and asks for passages that exist', () => {
    const known = new Set(passages.map(({ id }) => id));
    expect(asked.length).toBeGreaterThanOrEqual(500);
    expect(offTopic.length).toBeGreaterThanOrEqual(120);
    expect(asked.filter(({ expected, accept }) => ![expected, ...accept].every((id) => known.has(id)))).toEqual([]);
  });

  test('first for at least 86 in 100', () => expect(share(({ rank }) => rank === 0)).toBeGreaterThanOrEqual(0.86));
  test('among five for at least 98', () => expect(share(({ rank }) => rank >= 0)).toBeGreaterThanOrEqual(0.98));
  test('at least 80 are answered', () => expect(share(({ answers }) => answers)).toBeGreaterThanOrEqual(0.8));
  test('nine in ten of those answered are answered rightly', () => {
    const right = share(({ rank, answers }) => answers && rank === 0);
    expect(right / share(({ answers }) => answers)).toBeGreaterThanOrEqual(0.9);
  });
});

describe('questions that are none of our business', () => {
  test('get no answer, but for 3 in 100 at most', () => {
    const answered = offTopic.filter(({ text }) => index.search(text)[0]?.answers === true).map(({ text }) => text);
    expect(answered.length / offTopic.length, answered.join('; ')).toBeLessThanOrEqual(0.03);
  });
});

describe('a starter is answered by the passage it promises', () => {
  const PROMISED = ['dry-hair', 'how-often-to-wash', 'big-chop', 'child-wash-day-without-tears'];
  test.each(siennaNaturals.starters.map((starter, place) => [starter, PROMISED[place]] as const))(
    '%s',
    (starter, id) => {
      const [best] = index.search(starter);
      expect(best?.passage.id).toBe(id);
      expect(best?.answers).toBe(true);
    },
  );
});
