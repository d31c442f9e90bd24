import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jobIdOf, prepareJob } from './prepare-job.ts';
import { defineTask } from './task.ts';

const learn = defineTask({
  name: 'learn',
  summary: 'Learns',
  input: z.strictObject({ word: z.string(), userId: z.string().optional() }),
  key: ({ word }) => word,
  run: async () => ({}),
});

describe('what is stored of a job', () => {
  it('is its task and input, under an id made from its key', () => {
    const prepared = prepareJob(learn, { word: 'a', userId: 'u' });
    expect(prepared).toEqual({ id: jobIdOf('learn', 'a'), data: { task: 'learn', input: { word: 'a', userId: 'u' } } });
    expect(prepareJob(learn, { word: 'b' }, 'a').id).toBe(prepared.id);
  });

  it('has no id of its own without a key', () => {
    const { key: _key, ...keyless } = learn;
    expect(prepareJob(keyless, { word: 'a' }).id).toBeNull();
  });

  it.each([
    ['plain words', 'hello'],
    ['every script', 'héllo 你好 👩🏽‍🦱 مرحبا'],
    ['a backslash', 'C:\\users'],
    ['what looks like an escape of NUL', '\\u0000'],
    ['what looks like two backslashes and an escape', '\\\\ud800'],
    ['as many backslashes as there is room for', '\\'.repeat(4_000)],
    ['control characters', '\u0001\u001f'],
  ])('may be %s', (_what, word) => {
    expect(prepareJob(learn, { word }).data.input).toEqual({ word });
  });

  it.each([
    ['NUL', '\0'],
    ['NUL after a backslash', '\\\0'],
    ['half a pair', '\ud83d'],
    ['the other half', 'a\udc00b'],
    ['halves in the wrong order', '\udc00\ud800'],
    ['a novel', 'x'.repeat(8_193)],
    ['a megabyte of backslashes', '\\'.repeat(1_000_000)],
  ])('may not be %s', (_what, word) => {
    expect(() => prepareJob(learn, { word })).toThrow(RangeError);
  });

  it('is only what the task takes', () => {
    const extra: { word: string; more: number } = { word: 'a', more: 1 };
    expect(() => prepareJob(learn, extra)).toThrow(z.ZodError);
  });
});

describe('an id made from a key', () => {
  it('is a UUID of version 8, the same each time, of its task and key alone', () => {
    expect(jobIdOf('learn', 'a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(jobIdOf('learn', 'a')).toBe(jobIdOf('learn', 'a'));
    const others = [jobIdOf('learn', 'b'), jobIdOf('lear', 'na'), jobIdOf('learn', ''), jobIdOf('learn', 'a\0')];
    expect(new Set([jobIdOf('learn', 'a'), ...others]).size).toBe(5);
  });
});
