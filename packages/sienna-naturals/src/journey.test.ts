import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createStaticEmbedder, STATIC_EMBEDDING_ID } from '@rapport/adapters/embedders/static.ts';
import { readMessageExamples } from '@rapport/core/assistants/message-examples.ts';
import { type ConcernRow, evaluateConcerns } from '@rapport/core/concerns/evaluate-concerns.ts';
import { createConcernReader } from '@rapport/core/concerns/read-concern.ts';
import { evaluateStages, type StageRow } from '@rapport/core/journey/evaluate-journey.ts';
import { createStageReader } from '@rapport/core/journey/read-stage.ts';
import { evaluatePersonas, type PersonaRow } from '@rapport/core/personas/evaluate-personas.ts';
import { createPersonaReader } from '@rapport/core/personas/read-persona.ts';
import { rowsOf } from '@rapport/core/understanding/evaluate.ts';
import { describe, expect, it } from 'vitest';
import { siennaNaturals } from './assistant.ts';

const { journey, personas, concerns } = siennaNaturals;
if (journey === null || personas === null || concerns === null)
  throw new Error('Sienna has a journey, personas and concerns');
const folder = new URL('../journey/examples.jsonl', import.meta.url);
const rows = <Row>(name: string): Row[] =>
  rowsOf<Row>(readFileSync(new URL(`../evals/${name}`, import.meta.url), 'utf8'));
const { embedOne } = createStaticEmbedder();

describe('what was learnt of wording', () => {
  it('was learnt from the examples as they are, by the embedder that reads: else run scripts/learn-labels.mjs', () => {
    const examples = createHash('sha256').update(readFileSync(folder)).digest('hex');
    for (const { wording } of [journey, personas, concerns]) {
      expect(wording).toMatchObject({ examples, embedding: STATIC_EMBEDDING_ID });
    }
  });

  it('was learnt from no message it is judged by', () => {
    const learnt = new Set(readMessageExamples(folder).map(({ text }) => text.toLowerCase()));
    const judged = ['hair.jsonl', 'hair.unseen.jsonl', 'stages.unseen.jsonl'].flatMap((name) => rows<StageRow>(name));
    expect(judged.filter(({ text }) => learnt.has(text.toLowerCase()))).toEqual([]);
  });
});

describe('reading people', () => {
  const readStage = createStageReader(journey, embedOne);
  const readPersona = createPersonaReader(personas, embedOne);
  const readConcern = createConcernReader(concerns, embedOne);

  it.each(['hair.jsonl', 'stages.unseen.jsonl'])('finds the stage of messages it never learnt from: %s', (name) => {
    expect(evaluateStages(rows<StageRow>(name), readStage).metrics.macroF1).toBeGreaterThanOrEqual(0.85);
  });

  it('finds what messages it never learnt from are about', () => {
    expect(evaluateConcerns(rows<ConcernRow>('hair.jsonl'), readConcern).metrics.accuracy).toBeGreaterThanOrEqual(0.85);
  });

  const subjects: readonly (readonly [string, string | null])[] = [
    ['there is a smooth round patch with no hair behind my ear', 'bald_patch'],
    ['my retwist is only two weeks old and my locs already look fuzzy', 'locs'],
    ['I break out in hives from almond oil, which of yours are safe', 'allergy_sensitivity'],
    ['my baby hairs are gone where the wig band sits', 'edges_traction'],
    ['does low porosity mean 4B?', 'typing_porosity'],
    ['my toddler swallowed a mouthful of conditioner', 'other'],
    ['who won the world cup', null],
    ['my sister is moving to Leeds and I will miss her', null],
    ['...', null],
  ];
  it.each(subjects)('%s: %s', (text, concern) => {
    expect(readConcern(text)?.concern ?? null).toBe(concern);
  });

  it.each([
    ['hair.jsonl', 0.55],
    ['stages.unseen.jsonl', 0.75],
  ])('finds a persona in one message where it can: %s', (name, least) => {
    expect(evaluatePersonas(rows<PersonaRow>(name), readPersona).metrics.macroF1).toBeGreaterThanOrEqual(least);
  });

  it.each(['a '.repeat(4_000), 'my ends '.repeat(1_000), 'thinking about '.repeat(500), '?'.repeat(8_000)])(
    'reads the longest messages, whatever they hold',
    (text) => {
      for (const reader of [readStage, readPersona, readConcern]) expect(() => reader(text)).not.toThrow();
    },
  );
});
