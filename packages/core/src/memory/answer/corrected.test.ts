import { expect, it } from 'vitest';
import type { Evidence } from '../fact.ts';
import { corrected } from './corrected.ts';

const said = (messageId: string, text: string, day: number, after: string | null = null): Evidence => ({
  messageId,
  text,
  saidAt: new Date(Date.UTC(2026, 9, day)),
  before: null,
  after,
  score: 1,
});
const read = (...evidence: readonly Evidence[]): readonly string[] =>
  corrected({ evidence, facts: [] }).evidence.map(({ text }) => text);

it('reads a message with what the next one puts right', () => {
  expect(read(said('1', 'Padel with Marek and Annalise', 1, 'sorry, Annelise, with an e'))).toEqual([
    'Padel with Marek and Annelise',
  ]);
});

it('reads it with what a later conversation puts right, and never with an earlier one', () => {
  const flight = said('1', 'Flight to Lisbon leaves 06:40', 3);
  const correction = 'mis-read it, 16:40! I can sleep!';
  expect(read(flight, said('2', correction, 4))[0]).toBe('Flight to Lisbon leaves 16:40');
  expect(read(flight, said('2', correction, 2))[0]).toBe('Flight to Lisbon leaves 06:40');
});

it('says a date that was put right as other dates are said', () => {
  expect(read(said('1', 'dad turns 70 on 9 October', 1, "sorry, it's the 19th of October"))).toEqual([
    'dad turns 70 on 19 October',
  ]);
});
