import { expect, test } from 'vitest';
import { newId } from './identifiers.ts';

test('an id carries its time, version 7 and the RFC variant', () => {
  expect(newId(0x0192_3456_789a, new Uint8Array(16).fill(0xff))).toBe('01923456-789a-7fff-bfff-ffffffffffff');
  expect(newId(0x0192_3456_789a, new Uint8Array(16))).toBe('01923456-789a-7000-8000-000000000000');
});

test('ids made later sort later', () => {
  expect(newId(1_700_000_000_000) < newId(1_700_000_000_001)).toBe(true);
});
