import { describe, expect, it } from 'vitest';
import { journey } from './journey.fixtures.ts';
import { createStageReader } from './read-stage.ts';

const readStage = createStageReader(journey, () => new Float32Array(0));

describe('reading a stage', () => {
  it('says how likely it is and by which words, as they were written', () => {
    expect(readStage('Well… “What  is” mulch?')).toEqual({
      stage: 'learning',
      likelihood: expect.closeTo(0.9, 0),
      evidence: [{ signal: 'asks-what', quote: 'What  is' }],
      isEvent: false,
    });
  });

  it('hears an event through an apostrophe, and what speaks against', () => {
    expect(readStage("I don't wonder any more")).toMatchObject({
      stage: 'learning',
      isEvent: true,
      evidence: [{ signal: 'has-begun', quote: "I don't wonder any more" }],
    });
  });

  it('reads nothing from what has no words', () => {
    expect(readStage('')).toBeNull();
    expect(readStage(' 🌱 …')).toBeNull();
  });

  it('takes the stage they are at where the words leave it open', () => {
    expect(readStage('nice soil', 'mastery')?.stage).toBe('mastery');
    expect(readStage('what is soil', 'mastery')?.stage).toBe('learning');
  });

  it('gives the whole message as evidence where no signal was heard, bounded', () => {
    expect(readStage('soil '.repeat(1_000))?.evidence).toEqual([{ signal: 'wording', quote: 'soil '.repeat(40) }]);
  });
});
