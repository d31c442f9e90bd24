import { describe, expect, it } from 'vitest';
import { type ConcernsInput, concernsDefinition } from './concerns-definition.ts';

const kind = (id: string) => ({ id, name: id, meaning: `What falls under ${id}` });
const sound: ConcernsInput = {
  kinds: [kind('dryness'), kind('edges')],
  signals: [{ id: 'dry', pattern: /\bdry\b/, weights: { dryness: 2 } }],
  wording: {
    embedding: 'test',
    examples: 'test',
    labels: ['dryness', 'edges', 'off_topic'],
    step: 0.1,
    features: { always: [1, 0, 0] },
  },
};

describe('declaring concerns', () => {
  it('takes sound ones', () => {
    expect(() => concernsDefinition.parse(sound)).not.toThrow();
  });

  const { wording } = sound;
  const refused: readonly (readonly [string, ConcernsInput, RegExp])[] = [
    ['a concern twice', { ...sound, kinds: [...sound.kinds, kind('edges')] }, /"edges\\" is used twice/],
    [
      'a signal for what is none',
      { ...sound, signals: [{ id: 'dry', pattern: /dry/, weights: { heat: 2 } }] },
      /speaks for \\"heat\\"/,
    ],
    [
      'wording that was learnt without one',
      { ...sound, wording: { ...wording, labels: ['dryness', 'off_topic', 'edges'].slice(0, 2), features: {} } },
      /learnt without \\"edges\\"/,
    ],
    [
      'wording that was learnt with another',
      { ...sound, wording: { ...wording, labels: [...wording.labels, 'heat'], features: {} } },
      /learnt with \\"heat\\"/,
    ],
    [
      'wording that tells it from nothing',
      { ...sound, wording: { ...wording, labels: ['dryness', 'edges'], features: {} } },
      /learnt without \\"off_topic\\"/,
    ],
  ];
  it.each(refused)('refuses %s', (_, input, message) => {
    expect(() => concernsDefinition.parse(input)).toThrow(message);
  });
});
