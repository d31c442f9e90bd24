import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { STATIC_EMBEDDING_ID } from '@rapport/adapters/embedders/static.ts';
import { rowsOf } from '@rapport/core/understanding/evaluate.ts';
import { describe, expect, it } from 'vitest';
import { siennaNaturals } from './assistant.ts';

const { advice } = siennaNaturals;
if (advice === null) throw new Error('Sienna advises');
const folder = new URL('../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('what of the knowledge is advice', () => {
  it('is decided of every passage, and of none that is not there', () => {
    const passages = readdirSync(new URL('knowledge/', folder)).map((name) => name.replace(/\.md$/, ''));
    const decided = [...advice.items.map(({ passage }) => passage), ...advice.informs];
    expect(decided.toSorted()).toEqual(passages.toSorted());
  });

  it('is asked after when there is something to tell, sooner where a doctor is to look', () => {
    const { care, ...others } = advice.kinds;
    for (const { askAfterDays, reason, sources } of Object.values(others)) {
      expect(askAfterDays).toBeGreaterThan(care.askAfterDays);
      expect(reason).toMatch(/\w/);
      expect(sources.length).toBeGreaterThan(0);
    }
    expect(advice.items.filter(({ kind, wait }) => kind === 'care' && wait !== null && wait.days > 60)).toEqual([]);
  });

  it('names nothing for sale where a doctor is to look', () => {
    const care = advice.items.filter(({ kind }) => kind === 'care').map(({ phrase }) => phrase);
    for (const phrase of care) expect(phrase).not.toMatch(/\b(?:shampoo|oil|product|mask|conditioner)\b/);
  });
});

describe('what was learnt of answers', () => {
  it('was learnt from the examples as they are, by the embedder that reads: else run scripts/learn-outcomes.mjs', () => {
    const examples = createHash('sha256').update(read('advice/examples.jsonl')).digest('hex');
    expect(advice.wording).toMatchObject({ examples, embedding: STATIC_EMBEDDING_ID });
  });

  it('was learnt from no message it is judged by', () => {
    const learnt = new Set(
      rowsOf<{ text: string }>(read('advice/examples.jsonl')).map(({ text }) => text.toLowerCase()),
    );
    const judged = rowsOf<{ text: string }>(read('evals/outcomes.unseen.jsonl'));
    expect(judged.length).toBeGreaterThanOrEqual(60);
    expect(judged.filter(({ text }) => learnt.has(text.toLowerCase()))).toEqual([]);
  });
});
