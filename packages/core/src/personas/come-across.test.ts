import type { Persona } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import { comeAcross, type PersonaStanding, UNKNOWN_PERSONA } from './come-across.ts';
import type { PersonaReading } from './read-persona.ts';

const ids = ['newbie', 'expert', 'busy_parent'] as const;
const personas: Parameters<typeof comeAcross>[2] = {
  kinds: ids.map((id) => ({
    id,
    name: id,
    meaning: 'They are of one kind.',
    advice: 'Talk with them kindly.',
    mostWords: 79,
    depth: 'usual',
    explainsTerms: false,
    openings: [],
  })),
  moving: { fading: 0.7, first: 0.5, lead: 0.5 },
};

/** A message that reads as one persona, the rest shared among the others. */
const reads = (persona: Persona, likelihood = 0.7): PersonaReading => ({
  likeliest: persona,
  likelihoods: new Map(ids.map((id) => [id, id === persona ? likelihood : (1 - likelihood) / (ids.length - 1)])),
  evidence: [{ signal: 'wording', quote: persona }],
});

describe('coming across', () => {
  const cases: readonly (readonly [string, readonly (PersonaReading | null)[], readonly (Persona | null)[]])[] = [
    ['nothing said is nobody', [null], [null]],
    ['sure first words are believed', [reads('expert')], ['expert']],
    ['unsure ones wait', [reads('expert', 0.4)], [null]],
    ['and add up', [reads('expert', 0.4), reads('expert', 0.4)], [null, 'expert']],
    [
      'one message in another tone changes nobody',
      [reads('newbie'), reads('newbie'), reads('expert', 0.95), reads('newbie')],
      ['newbie', 'newbie', 'newbie', 'newbie'],
    ],
    [
      'several do',
      [reads('newbie'), reads('newbie'), reads('expert'), reads('expert'), reads('expert')],
      ['newbie', 'newbie', 'newbie', 'newbie', 'expert'],
    ],
    [
      'to and fro is no flapping',
      [reads('newbie'), reads('expert'), reads('newbie'), reads('expert'), reads('newbie'), reads('expert')],
      ['newbie', 'newbie', 'newbie', 'newbie', 'newbie', 'newbie'],
    ],
    [
      'small talk takes nothing back',
      [reads('busy_parent'), null, null],
      ['busy_parent', 'busy_parent', 'busy_parent'],
    ],
  ];
  it.each(cases)('%s', (_, readings, expected) => {
    let standing: PersonaStanding = UNKNOWN_PERSONA;
    const walked = readings.map((reading) => {
      standing = comeAcross(standing, reading, personas).standing;
      return standing.persona;
    });
    expect(walked).toEqual(expected);
  });

  it('says from whom to whom, why, and how much spoke for it', () => {
    const standing: PersonaStanding = { persona: 'newbie', scores: { newbie: 0.5, expert: 1 }, isChosen: false };
    expect(comeAcross(standing, reads('expert'), personas).move).toEqual({
      from: 'newbie',
      to: 'expert',
      reason: 'overtaken',
      score: expect.closeTo(1.4),
    });
  });

  it('leaves whoever said it themselves where they are', () => {
    const standing: PersonaStanding = { persona: 'newbie', scores: {}, isChosen: true };
    expect(comeAcross(standing, reads('expert', 1), personas)).toEqual({ standing, move: null });
  });

  it('bounds scores, however long a conversation is', () => {
    let standing: PersonaStanding = UNKNOWN_PERSONA;
    for (let turn = 0; turn < 1_000; turn += 1) standing = comeAcross(standing, reads('expert', 1), personas).standing;
    expect(standing.scores.expert).toBeLessThanOrEqual(1 / (1 - personas.moving.fading) + 1e-9);
  });
});
