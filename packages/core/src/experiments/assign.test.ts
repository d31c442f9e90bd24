import { experimentDefinition } from '@rapport/wire';
import { describe, expect, it } from 'vitest';
import { assign, drawnVariant, type LiveExperiment, type StickyVariants, type Subject } from './assign.ts';
import { clashOf } from './manage-experiments.ts';

const definition = (change: Record<string, unknown> = {}) =>
  experimentDefinition.parse({
    id: 'warmer',
    name: 'A warmer welcome',
    hypothesis: 'People come back more often.',
    assistant: 'sienna',
    variants: [
      { id: 'control', name: 'As it is' },
      { id: 'fewer', name: 'Fewer passages', changes: { retrieval: { passages: 2 } } },
    ],
    weights: [0.5, 0.5],
    metric: 'returned',
    ...change,
  });
const running = (change: Record<string, unknown> = {}): LiveExperiment => ({
  definition: definition(change),
  status: 'running',
  shippedVariant: null,
});
const subject = (change: Partial<Subject> = {}): Subject => ({
  userId: '0191c1f0-0000-7000-8000-000000000001',
  assistant: 'sienna',
  brand: 'sienna-naturals',
  locale: 'en-GB',
  persona: 'newbie',
  journeyStage: 'discovery',
  isGuest: true,
  mayTakePart: true,
  ...change,
});
const people = (count: number) =>
  Array.from({ length: count }, (_, place) => `0191c1f0-0000-7000-8000-${String(place).padStart(12, '0')}`);
const variantOf = (experiment: LiveExperiment, who: Subject, sticky: StickyVariants = {}, holdout = 0) =>
  assign([experiment], who, sticky, holdout)[0]?.variant ?? null;

describe('whom an experiment is for', () => {
  it.each<readonly [string, Record<string, unknown>, Partial<Subject>, boolean]>([
    ['everybody, unless told', {}, {}, true],
    ['nobody of another assistant', {}, { assistant: 'jumbo' }, false],
    ['its brands', { brands: ['sienna-naturals'] }, {}, true],
    ['no others', { brands: ['acme'] }, {}, false],
    ['a language with all its locales', { locales: ['en'] }, { locale: 'en-GB' }, true],
    ['a locale by itself', { locales: ['en-US'] }, { locale: 'en-GB' }, false],
    ['no language that only begins alike', { locales: ['en'] }, { locale: 'enm' }, false],
    ['its personas', { personas: ['newbie', 'expert'] }, {}, true],
    ['nobody unknown, where it has personas', { personas: ['newbie'] }, { persona: null }, false],
    ['its stages', { journeyStages: ['mastery'] }, {}, false],
    ['guests only', { guests: 'only' }, { isGuest: false }, false],
    ['no guests', { guests: 'none' }, { isGuest: true }, false],
    ['nobody on whom nothing may be tried', {}, { mayTakePart: false }, false],
  ])('%s', (_, targeting, who, isIn) => {
    expect(variantOf(running({ targeting }), subject(who)) !== null).toBe(isIn);
  });
});

describe('who gets what', () => {
  it('is kept whatever becomes of weights, targeting and holdout', () => {
    const sticky = { warmer: { variant: 'fewer', isForced: false, isExposed: true } };
    const changed = running({ weights: [0.999, 0.001], coverage: 0, targeting: { brands: ['acme'] } });
    expect(assign([changed], subject(), sticky, 0.5)).toEqual([
      { experiment: 'warmer', variant: 'fewer', isNew: false },
    ]);
  });

  it('is what an operator forces, before it starts too', () => {
    const sticky = { warmer: { variant: 'fewer', isForced: true, isExposed: false } };
    expect(variantOf({ ...running(), status: 'draft' }, subject(), sticky)).toBe('fewer');
    expect(variantOf({ ...running(), status: 'draft' }, subject())).toBeNull();
    expect(variantOf(running({ coverage: 0 }), subject(), sticky)).toBe('fewer');
    expect(variantOf(running(), subject({ mayTakePart: false }), sticky)).toBeNull();
  });

  it('is the shipped variant for all it was for, those on whom nothing may be tried too', () => {
    const shipped: LiveExperiment = { ...running({ coverage: 0 }), status: 'shipped', shippedVariant: 'fewer' };
    expect(assign([shipped], subject({ mayTakePart: false }), {}, 0.5)).toEqual([
      { experiment: 'warmer', variant: 'fewer', isNew: false },
    ]);
    expect(variantOf({ ...shipped, definition: definition({ targeting: { guests: 'none' } }) }, subject())).toBeNull();
  });

  it('is nothing for who is held out, who are the same people in every experiment', () => {
    const heldOut = people(2_000).filter((userId) => variantOf(running(), subject({ userId }), {}, 0.1) === null);
    expect(heldOut.length).toBeGreaterThan(150);
    expect(heldOut.length).toBeLessThan(250);
    for (const userId of heldOut) expect(variantOf(running({ id: 'other' }), subject({ userId }), {}, 0.1)).toBeNull();
  });

  it('follows the weights, and more coverage moves nobody from one variant to another', () => {
    const all = people(10_000);
    const at = (coverage: number) =>
      all.map((userId) => drawnVariant(definition({ weights: [0.8, 0.2], coverage }), userId));
    const [half, whole] = [at(0.5), at(1)];
    expect(whole.filter((variant) => variant === 'fewer').length / all.length).toBeCloseTo(0.2, 1);
    expect(half.filter((variant) => variant !== null).length / all.length).toBeCloseTo(0.5, 1);
    for (const [place, variant] of half.entries()) if (variant !== null) expect(whole[place]).toBe(variant);
  });

  it('leaves experiments in ranges of one namespace that do not overlap no one in common', () => {
    const first = definition({ namespace: { id: 'welcome', from: 0, to: 0.5 } });
    const second = definition({ id: 'other', namespace: { id: 'welcome', from: 0.5, to: 1 } });
    const both = people(2_000).map((userId) => [drawnVariant(first, userId), drawnVariant(second, userId)]);
    for (const [one, other] of both) expect((one === null) !== (other === null)).toBe(true);
  });
});

describe('experiments side by side', () => {
  const other = (change: Record<string, unknown>) => definition({ id: 'other', ...change });

  it('may not change one thing for the same people', () => {
    expect(clashOf(definition(), other({}))).toContain('"other" runs and changes the same: retrieval');
    const elsewhere = [
      { id: 'control', name: 'As it is' },
      { id: 'cold', name: 'Without the cache', changes: { cache: 'off' } },
    ];
    expect(clashOf(definition(), other({ variants: elsewhere }))).toBeNull();
  });

  it('may where a namespace keeps their people apart', () => {
    const range = (from: number, to: number) => ({ namespace: { id: 'welcome', from, to } });
    expect(clashOf(definition(range(0, 0.5)), other(range(0.5, 1)))).toBeNull();
    expect(clashOf(definition(range(0, 0.6)), other(range(0.5, 1)))).not.toBeNull();
  });
});
