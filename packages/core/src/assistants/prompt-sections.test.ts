import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillSection, PromptFileError, parsePromptSection, readPromptSections } from './prompt-sections.ts';

const file = (front: string, text = '# Who you are\n\nBe kind.') => `---\n${front}\n---\n\n${text}\n`;

describe('a prompt file', () => {
  it('becomes a section with its text trimmed', () => {
    expect(parsePromptSection('role.md', file('id: role\npriority: 1'))).toEqual({
      id: 'role',
      priority: 1,
      text: '# Who you are\n\nBe kind.',
    });
  });

  it('may have Windows line ends, and is the same section with them', () => {
    const text = file('id: name\npriority: 2', 'Call them:\n{name}');
    expect(parsePromptSection('name.md', text.replaceAll('\n', '\r\n'))).toEqual(parsePromptSection('name.md', text));
  });

  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    ['no front matter', 'Be kind.', 'front matter', /between two lines of ---/],
    ['front matter that is no YAML', '---\nid: [\n---\nBe kind.', 'front matter', /./],
    ['no id', file('priority: 1'), 'id', /string/],
    ['an id with capitals', file('id: My Role\npriority: 1'), 'id', /lower-case/],
    ['no priority', file('id: role'), 'priority', /whole number from 1 to 9/],
    ['a priority of 0', file('id: role\npriority: 0'), 'priority', /whole number from 1 to 9/],
    ['a priority of 10', file('id: role\npriority: 10'), 'priority', /whole number from 1 to 9/],
    ['an unknown condition', file('id: role\npriority: 1\nwhen: sunny'), 'when', /no-passages/],
    ['an unknown field', file('id: role\npriority: 1\nauthor: me'), 'front matter', /author/],
    ['no text', file('id: role\npriority: 1', '  '), 'text', /is empty/],
    ['an unknown slot', file('id: role\npriority: 1', 'Hi {you}'), 'text', /unknown slot \{you\}/],
  ];
  it.each(refused)('with %s is refused, naming file, field and fault', (_, content, field, fault) => {
    const read = () => parsePromptSection('role.md', content);
    expect(read).toThrow(PromptFileError);
    expect(read).toThrow(`prompt file role.md: ${field}: `);
    expect(read).toThrow(fault);
  });
});

describe('a prompt folder', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'prompts-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is read in the order of its file names, Markdown only', () => {
    writeFileSync(join(directory, '20-voice.md'), file('id: voice\npriority: 1'));
    writeFileSync(join(directory, '10-role.md'), file('id: role\npriority: 1'));
    writeFileSync(join(directory, 'notes.txt'), 'no section');
    expect(readPromptSections(pathToFileURL(`${directory}/`)).map(({ id }) => id)).toEqual(['role', 'voice']);
  });
});

describe('filling a section', () => {
  it('leaves braces in what is filled in alone', () => {
    expect(fillSection('{brand} and {focus}', { brand: '{focus}', focus: 'hair' })).toBe('{focus} and hair');
  });
});
