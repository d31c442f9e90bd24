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
const rowsOf = (file: string) =>
  readFileSync(path(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));
const rows = rowsOf('../evals/retrieval.jsonl');
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

describe('newcomers, who asked from the titles alone and before anything was tuned to them', () => {
  const newcomers = rowsOf('../evals/retrieval.newcomers.jsonl').flatMap(({ expected, ...rest }) =>
    expected === null ? [] : [{ ...rest, expected }],
  );
  test('find their passage among five: at least 94 in 100 of 170', () => {
    const missed = newcomers.filter(
      ({ text, expected, accept }) =>
        !index.search(text, 5).some(({ passage }) => [expected, ...accept].includes(passage.id)),
    );
    expect(newcomers.length).toBeGreaterThanOrEqual(150);
    expect(missed.length / newcomers.length, missed.map(({ text }) => text).join('; ')).toBeLessThanOrEqual(0.06);
  });
});

describe('the meaning of a question', () => {
  test.each([
    ['a likeness is no style', 'my hair feels like straw', 'dry-hair'],
    ['a likeness and where it came from', 'my hair is straw-like after the pool', 'swimming-and-chlorine'],
    ['how it feels to them is not what is asked', 'my hair shrinks so much I feel ugly', 'shrinkage'],
    ['nor is what they think of themselves', 'it shrinks up to my ears and I feel so ugly and stupid', 'shrinkage'],
    ['nor that they cried', 'I cried because my edges are gone and I feel ugly', 'edges-care'],
  ])('outweighs a stray word: %s', (_, text, expected) => {
    expect(index.search(text)[0]?.passage.id).toBe(expected);
  });

  test('curls that turned looser are not sold a treatment that loosens', () => {
    for (const text of ['why are my curls looser than they used to be?', 'my curl pattern got looser after bleach']) {
      expect(index.search(text)[0]?.passage.id).not.toBe('texturizers');
    }
  });

  test.each([
    ['ok leave that, my edges are thin', 'edges-care'],
    ['and those box braids?', 'box-braids-or-knotless'],
    ['does she have lice? it itches', 'head-lice'],
    ['that itches', 'itchy-scalp'],
  ])('follows a change of subject after answers about another: %s', (text, expected) => {
    const told = passages.find(({ id }) => id === 'low-porosity-care');
    const before = ['how do I care for low porosity hair', told?.answer, told?.answer, told?.body.slice(0, 300)];
    expect(index.search([text, ...before.map((line) => line?.replaceAll('\n', ' '))].join('\n'))[0]?.passage.id).toBe(
      expected,
    );
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
