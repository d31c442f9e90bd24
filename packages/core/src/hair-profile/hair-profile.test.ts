import { describe, expect, it } from 'vitest';
import { type HairProfileInput, hairProfileDefinition } from '../assistants/hair-profile-definition.ts';
import { enteredHair, type HairEntry, knownHair, newsOf, problemsOfEntered } from './hair-profile.ts';

const valuesOf = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id, pattern: new RegExp(id) }));
const sound: HairProfileInput = {
  fields: [
    { id: 'porosity', name: 'Porosity', several: false, values: valuesOf('low', 'high'), asking: null },
    { id: 'goals', name: 'Goals', several: true, values: valuesOf('length', 'time'), asking: null },
  ],
};
const definition = hairProfileDefinition.parse(sound);

let place = 0;
/** `porosity=low` was said, `-porosity=low` was denied, `porosity=` was cleared. */
const entry = (said: string): HairEntry => {
  const [field = '', value = ''] = said.replace('-', '').split('=');
  place += 1;
  return {
    id: String(place),
    field,
    value: value === '' ? null : value,
    holds: !said.startsWith('-') && value !== '',
    quote: said,
    confidence: 0.9,
    messageId: null,
    saidAt: '2026-11-30T00:00:00Z',
  };
};
const known = (...said: readonly string[]): string[] =>
  knownHair(said.map(entry), definition).map(({ field, value }) => `${field}=${value}`);

describe('what holds of hair', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['nothing said', [], []],
    ['what was said', ['porosity=low'], ['porosity=low']],
    ['the later of two, where one can be so', ['porosity=low', 'porosity=high'], ['porosity=high']],
    ['both, where several can', ['goals=length', 'goals=time'], ['goals=length', 'goals=time']],
    ['not what was taken back', ['porosity=low', '-porosity=low'], []],
    ['what is so, when another is denied', ['porosity=high', '-porosity=low'], ['porosity=high']],
    ['one of several taken back', ['goals=length', 'goals=time', '-goals=time'], ['goals=length']],
    ['nothing of a field that was cleared', ['goals=length', 'porosity=low', 'goals='], ['porosity=low']],
    ['what was said after it', ['porosity=low', 'porosity=', 'porosity=high'], ['porosity=high']],
    ['no value the assistant knows no more', ['porosity=middling'], []],
  ];
  it.each(cases)('%s', (_, said, expected) => {
    expect(known(...said)).toEqual(expected);
  });

  it('since it was first said, and not since it was said again', () => {
    const [first, again] = [entry('porosity=low'), entry('porosity=low')];
    expect(knownHair([first, again], definition)).toMatchObject([{ id: first.id }]);
  });

  const saying = (value: string, holds = true) => ({ field: 'porosity', value, holds, quote: 'q', confidence: 0.9 });
  const news: readonly (readonly [string, readonly string[], ReturnType<typeof saying>, number])[] = [
    ['what was never said', [], saying('low'), 1],
    ['what was said once, so that it has a second proof', ['porosity=low'], saying('low'), 1],
    ['nothing of what was said twice', ['porosity=low', 'porosity=low'], saying('low'), 0],
    ['what was said twice and then taken back', ['porosity=low', 'porosity=low', '-porosity=low'], saying('low'), 1],
    ['another value', ['porosity=low', 'porosity=low'], saying('high'), 1],
    ['what was superseded since', ['porosity=low', 'porosity=low', 'porosity=high'], saying('low'), 1],
    ['that something is not so', ['porosity=low'], saying('low', false), 1],
    ['nothing of what never was so', ['porosity=low'], saying('high', false), 0],
  ];
  it.each(news)('keeps %s', (_, said, heard, kept) => {
    expect(newsOf([heard], said.map(entry), definition)).toHaveLength(kept);
  });
});

describe('what is entered by hand', () => {
  const cases: readonly (readonly [string, Record<string, string | string[] | null>, readonly string[]])[] = [
    ['a value', { porosity: 'low' }, []],
    ['a list where several hold', { goals: ['length', 'time'] }, []],
    ['nothing, to clear it', { porosity: null, goals: null }, []],
    ['an unknown field', { mood: 'low' }, ['mood']],
    ['an unknown value', { porosity: 'middling' }, ['porosity']],
    ['a list for one', { porosity: ['low'] }, ['porosity']],
    ['one for a list', { goals: 'length' }, ['goals']],
    ['an unknown value in a list', { goals: ['length', 'fame'] }, ['goals']],
  ];
  it.each(cases)('%s', (_, entered, paths) => {
    expect(problemsOfEntered(entered, definition).map(({ path }) => path)).toEqual(paths);
  });

  it('takes the place of what held', () => {
    expect(enteredHair({ porosity: 'high', goals: ['length', 'length'] })).toEqual([
      { field: 'porosity', value: null, holds: false },
      { field: 'porosity', value: 'high', holds: true },
      { field: 'goals', value: null, holds: false },
      { field: 'goals', value: 'length', holds: true },
    ]);
  });
});

describe('declaring a hair profile', () => {
  const [porosity, goals] = sound.fields;
  if (porosity === undefined || goals === undefined) throw new Error('the fixture has two fields');
  const refused: readonly (readonly [string, HairProfileInput, RegExp])[] = [
    ['without fields', { fields: [] }, /fields/],
    ['with a field twice', { fields: [porosity, porosity] }, /the id \\"porosity\\" is used twice/],
    ['with a value twice', { fields: [{ ...porosity, values: valuesOf('low', 'low') }] }, /porosity: the id/],
    [
      'that asks without a question',
      { fields: [{ ...porosity, asking: { question: 'Tell me of water.', topics: ['moisture'] } }] },
      /question/,
    ],
  ];
  it.each(refused)('%s is refused', (_, input, message) => {
    expect(() => hairProfileDefinition.parse(input)).toThrow(message);
  });
});
