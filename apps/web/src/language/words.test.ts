import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from './languages.ts';

const here = import.meta.dirname;
const files = (language: string) => readdirSync(join(here, language)).sort();
const read = (language: string, file: string): unknown => JSON.parse(readFileSync(join(here, language, file), 'utf8'));

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every key by its path, the forms of a plural as one, with the values that its words put in. */
function keysOf(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') {
    const values = [...words.matchAll(/{{\s*([\w.]+)/g)].map(([, name]) => name).filter((name) => name !== 'count');
    return new Map([[path.replace(PLURAL, ''), [...new Set(values)].sort().join(' ')]]);
  }
  const entries = Object.entries(words ?? {}).flatMap(([key, value]) => [
    ...keysOf(value, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(entries.toSorted(([one], [other]) => one.localeCompare(other)));
}

/** The plurals of a file, each with the forms it has. */
function pluralsOf(words: unknown, path = ''): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [key, value] of Object.entries(words ?? {})) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value !== 'string') {
      for (const [name, forms] of pluralsOf(value, at)) found.set(name, forms);
      continue;
    }
    const form = PLURAL.exec(key)?.[1];
    if (form === undefined) continue;
    const name = at.replace(PLURAL, '');
    found.set(name, (found.get(name) ?? new Set()).add(form));
  }
  return found;
}

describe.each(Object.keys(LANGUAGES))('in %s', (language) => {
  test('there is a file of words for each of the English ones', () => {
    expect(files(language)).toEqual(files('en'));
  });

  test.each(files('en'))('%s says all that the English says, with the same values in it', (file) => {
    expect([...keysOf(read(language, file))]).toEqual([...keysOf(read('en', file))]);
  });

  // "many" is for millions, which no figure here is written out as; it falls back to "other".
  test.each(files('en'))('%s has every form a plural of the language takes', (file) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const needed = pluralCategories.filter((form) => form !== 'many');
    for (const [name, forms] of pluralsOf(read(language, file))) {
      expect({ name, lacks: needed.filter((form) => !forms.has(form)) }).toEqual({ name, lacks: [] });
    }
  });

  test.each(files('en'))('%s leaves nothing empty', (file) => {
    expect(JSON.stringify(read(language, file))).not.toMatch(/:\s*"\s*"/);
  });
});
