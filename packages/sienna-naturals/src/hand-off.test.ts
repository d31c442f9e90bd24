import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createStaticEmbedder, STATIC_EMBEDDING_ID } from '@rapport/adapters/embedders/static.ts';
import { readMessageExamples } from '@rapport/core/assistants/message-examples.ts';
import { evaluateReasons, type ReasonRow } from '@rapport/core/hand-off/evaluate-reasons.ts';
import { createReasonReader } from '@rapport/core/hand-off/recognise.ts';
import { describe, expect, it } from 'vitest';
import { siennaNaturals } from './assistant.ts';

const examples = new URL('../hand-off/examples.jsonl', import.meta.url);
const rowsOf = (file: URL): ReasonRow[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const { handOff } = siennaNaturals;
if (handOff === null) throw new Error('Sienna hands over to nobody');
const read = createReasonReader(
  handOff,
  ['Dew Magic', 'H.A.P.I. Shampoo', 'Plant Power'],
  createStaticEmbedder().embedOne,
);

describe('when people are wanted', () => {
  it('was learnt from the examples as they are, by the embedder that reads: else run scripts/learn-labels.mjs', () => {
    const journey = readMessageExamples(new URL('../journey/examples.jsonl', import.meta.url));
    const hash = createHash('sha256')
      .update(readFileSync(examples, 'utf8'))
      .update(journey.map(({ text }) => text).join('\n'))
      .digest('hex');
    expect(handOff.wording).toMatchObject({ examples: hash, embedding: STATIC_EMBEDDING_ID });
  });

  it('is heard where it was labelled, and half of the labels are look-alikes', () => {
    const rows = rowsOf(examples);
    expect(rows.filter(({ reason }) => reason === null).length).toBeGreaterThan(rows.length / 2);
    const { metrics } = evaluateReasons(rows, read);
    expect(metrics.recall).toBeGreaterThan(0.98);
    expect(metrics.precision).toBeGreaterThan(0.95);
  });

  it('is heard in words it never learnt from, seven times in ten', () => {
    const { metrics } = evaluateReasons(rowsOf(new URL('../evals/hand-off.unseen.jsonl', import.meta.url)), read);
    expect(metrics.recall).toBeGreaterThan(0.7);
    expect(metrics.precision).toBeGreaterThan(0.9);
  });

  it.each([
    'in that order',
    'my hair complains',
    'talk to my mom',
    'press the hair flat',
    'I feel human again',
    'refund policy?',
    'yes please',
    'are you human?',
  ])('is not heard in "%s"', (text) => expect(read(text)).toBeNull());
});
