import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnowledgeFileError, knowledgeVersion, loadPassages, parsePassage } from './load.ts';

const FIELDS: Readonly<Record<string, string>> = {
  id: 'hard-water',
  title: 'Hard water and your hair',
  tags: '[water, build-up]',
  questions: '["is my water hard?", "why does my hair feel coated?", "do I need a shower filter?"]',
  answer:
    'Minerals in hard water settle on the strand and leave it dull. A chelating shampoo once a month takes them off again.',
  next: 'Where do you live?',
  sources: '[{ title: "A paper", url: "https://example.org/paper" }]',
  lastReviewed: '2026-11-01',
  reviewer: 'editorial',
  safety: 'null',
};

/** A knowledge file with some fields written otherwise; `undefined` leaves a field out. */
function file(changes: Readonly<Record<string, string | undefined>> = {}, body = 'Minerals bind to hair.'): string {
  const fields = Object.entries({ ...FIELDS, ...changes }).filter(([, value]) => value !== undefined);
  return ['---', ...fields.map(([name, value]) => `${name}: ${value}`), '---', '', body, ''].join('\n');
}

describe('a knowledge file', () => {
  test('becomes a passage with its body trimmed', () => {
    const passage = parsePassage('hard-water.md', file());
    expect(passage).toMatchObject({ id: 'hard-water', safety: null, body: 'Minerals bind to hair.' });
  });

  test('may have Windows line ends', () => {
    expect(parsePassage('hard-water.md', file().replaceAll('\n', '\r\n')).id).toBe('hard-water');
  });

  test.each([
    ['an id with capitals', { id: 'Hard Water' }, 'id', 'lower-case'],
    ['too few questions', { questions: '["is my water hard?"]' }, 'questions', '3'],
    ['a next that asks nothing', { next: 'Tell me more.' }, 'next', '?'],
    ['a source without TLS', { sources: '[{ title: "A paper", url: "http://example.org" }]' }, 'sources.0.url', 'URL'],
    ['a safety note that is none', { safety: 'be_careful' }, 'safety', 'patch_test'],
    ['a missing field', { reviewer: undefined }, 'reviewer', 'string'],
    ['an unknown field', { author: 'me' }, 'front matter', 'author'],
  ])('with %s is refused, naming file, field and fault', (_, changes, field, fault) => {
    const read = () => parsePassage('hard-water.md', file(changes));
    expect(read).toThrow(KnowledgeFileError);
    expect(read).toThrow(`knowledge file hard-water.md: ${field}: `);
    expect(read).toThrow(fault);
  });

  test.each([
    ['no front matter', 'Just text.', 'front matter'],
    ['front matter that is no YAML', '---\nid: [\n---\nText.', 'front matter'],
    ['no body', file({}, '   '), 'body'],
  ])('with %s is refused', (_, text, field) => {
    expect(() => parsePassage('x.md', text)).toThrow(`knowledge file x.md: ${field}: `);
  });
});

describe('a knowledge directory', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'knowledge-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test('is read in the order of its file names, Markdown only', () => {
    writeFileSync(join(directory, 'b.md'), file({ id: 'second' }));
    writeFileSync(join(directory, 'a.md'), file({ id: 'first' }));
    writeFileSync(join(directory, 'notes.txt'), 'not knowledge');
    expect(loadPassages(directory).map((passage) => passage.id)).toEqual(['first', 'second']);
  });

  test('with an id twice is refused, naming both files', () => {
    writeFileSync(join(directory, 'a.md'), file());
    writeFileSync(join(directory, 'b.md'), file());
    expect(() => loadPassages(directory)).toThrow('knowledge file b.md: id: "hard-water" is already the id of a.md');
  });
});

describe('the knowledge version', () => {
  const one = parsePassage('a.md', file({ id: 'first' }));
  const other = parsePassage('b.md', file({ id: 'second' }));

  test('is the same whatever the order', () => {
    expect(knowledgeVersion([one, other])).toBe(knowledgeVersion([other, one]));
  });
  test('changes with a word of a body', () => {
    expect(knowledgeVersion([one])).not.toBe(knowledgeVersion([{ ...one, body: 'Other words.' }]));
  });
  test('is short enough for a cache key', () => {
    expect(knowledgeVersion([one])).toMatch(/^[0-9a-f]{16}$/);
  });
});
