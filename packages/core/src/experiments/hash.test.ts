import { describe, expect, it } from 'vitest';
import { fnv1a32, isIn, isInNamespace, placeOf, rangesOf } from './hash.ts';

/** What GrowthBook publishes for SDKs to be held against: packages/sdk-js/test/cases.json and cases/fnv.json, specification 0.7. */
const PLACES = [
  ['seed', 'a', 0.0505],
  ['seed', 'b', 0.2696],
  ['foo', 'ab', 0.2575],
  ['foo', 'def', 0.2019],
  ['89123klj', '8952klfjas09ujkasdf', 0.124],
  ['90850943850283058242805', '123', 0.7516],
  ['()**(%$##$%#$#', '___)((*":&', 0.0128],
] as const;

const REMAINDERS = [
  ['a', 220],
  ['b', 77],
  ['ab', 946],
  ['def', 652],
  ['8952klfjas09ujkasdf', 549],
  ['123', 11],
  ['___)((*":&', 563],
] as const;

const NAMESPACES = [
  ['1', 'namespace1', [0, 0.4], false],
  ['1', 'namespace1', [0.4, 1], true],
  ['1', 'namespace2', [0, 0.4], false],
  ['1', 'namespace2', [0.4, 1], true],
  ['2', 'namespace1', [0, 0.4], false],
  ['2', 'namespace1', [0.4, 1], true],
  ['2', 'namespace2', [0, 0.4], false],
  ['2', 'namespace2', [0.4, 1], true],
  ['3', 'namespace1', [0, 0.4], false],
  ['3', 'namespace1', [0.4, 1], true],
  ['3', 'namespace2', [0, 0.4], true],
  ['3', 'namespace2', [0.4, 1], false],
  ['4', 'namespace1', [0, 0.4], false],
  ['4', 'namespace1', [0.4, 1], true],
  ['4', 'namespace2', [0, 0.4], true],
  ['4', 'namespace2', [0.4, 1], false],
] as const;

const RANGES = [
  [[0.5, 0.5], 1, [0, 0.5, 0.5, 1]],
  [[0.5, 0.5], 0.5, [0, 0.25, 0.5, 0.75]],
  [[0.5, 0.5], 0, [0, 0, 0.5, 0.5]],
  [[0.25, 0.25, 0.25, 0.25], 1, [0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1]],
  [[0.4, 0.6], 1, [0, 0.4, 0.4, 1]],
  [[0.2, 0.3, 0.5], 1, [0, 0.2, 0.2, 0.5, 0.5, 1]],
  [[0.2, 0.3, 0.5], 0.2, [0, 0.04, 0.2, 0.26, 0.5, 0.6]],
] as const;

describe("the hash, against GrowthBook's published cases", () => {
  it.each(PLACES)('seed %s and id %s are at %d', (seed, id, place) => {
    expect(placeOf(seed, id)).toBe(place);
  });

  it.each(REMAINDERS)('%s leaves %d of a thousand', (text, remainder) => {
    expect(fnv1a32(text) % 1_000).toBe(remainder);
  });

  it.each(NAMESPACES)('person %s in %s from %j: %s', (id, namespace, range, isThere) => {
    expect(isInNamespace(id, namespace, range)).toBe(isThere);
  });

  it.each(RANGES)('weights %j at coverage %d', (weights, coverage, expected) => {
    for (const [place, end] of rangesOf(weights, coverage).flat().entries())
      expect(end).toBeCloseTo(expected[place] ?? -1, 10);
  });

  it('has ranges begin at their start and end before their end', () => {
    expect([0, 0.25, 0.5].map((place) => isIn(place, [0, 0.25]))).toEqual([true, false, false]);
    expect(isIn(0.5, [0.5, 0.5])).toBe(false);
  });
});
