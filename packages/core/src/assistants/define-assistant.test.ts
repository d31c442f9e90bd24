import { describe, expect, it } from 'vitest';
import { soundAssistant as sound } from './assistant.fixtures.ts';
import { type AssistantInput, defineAssistant } from './define-assistant.ts';

describe('defining an assistant', () => {
  it('fills in what may be left out', () => {
    expect(defineAssistant(sound).disclosureEveryMinutes).toBe(180);
  });

  it('gives its prompt a version that changes with a word of it', () => {
    const version = defineAssistant(sound).promptVersion;
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(defineAssistant({ ...sound, name: 'Wren' }).promptVersion).toBe(version);
    const [first, ...others] = sound.promptSections;
    const changed = [{ ...first, id: 'role', priority: 1, text: 'Be kinder.' }, ...others];
    expect(defineAssistant({ ...sound, promptSections: changed }).promptVersion).not.toBe(version);
  });

  const refused: readonly (readonly [string, Partial<AssistantInput>, RegExp])[] = [
    ['an id that is no word of a URL', { id: 'Robin!' }, /id/],
    [
      'a disclosure that does not say AI',
      { disclosure: "I'm Robin, a friend of gardens." },
      /disclosure: must say that it is an AI/,
    ],
    ['a disclosure that comes too rarely for the law', { disclosureEveryMinutes: 240 }, /disclosureEveryMinutes/],
    [
      'a greeting with an unknown slot',
      { greetings: { ...sound.greetings, stranger: 'Hi {nickname}' } },
      /greetings\.stranger: may use/,
    ],
    ['fewer than three starters', { starters: ['One'] }, /starters/],
    ['a model without a provider', { models: ['gpt'] }, /models\.0/],
    ['a prompt without sections', { promptSections: [] }, /promptSections/],
    [
      'a section without text',
      { promptSections: [{ id: 'role', priority: 1, text: ' \n' }] },
      /promptSections\.0\.text: is empty/,
    ],
    [
      'a section with a priority out of range',
      { promptSections: [{ id: 'role', priority: 0, text: 'Be kind.' }] },
      /promptSections\.0\.priority/,
    ],
    [
      'a section with an unknown slot',
      { promptSections: [{ id: 'role', priority: 1, text: 'Call them {nickname}.' }] },
      /promptSections\.0\.text: has the unknown slot \{nickname\}; it may use \{assistant\}/,
    ],
    [
      'a block within a line',
      { promptSections: [{ id: 'role', priority: 1, text: 'Call them {name}.' }] },
      /has \{name\} within a line/,
    ],
    [
      'two blocks in a section',
      { promptSections: [{ id: 'role', priority: 1, text: '{name}\n{summary}' }] },
      /more than one block/,
    ],
    [
      'a block with a condition beside its own',
      { promptSections: [{ id: 'role', priority: 1, when: 'pictures', text: '{name}' }] },
      /no "when"/,
    ],
    [
      'two sections of one id',
      {
        promptSections: [
          { id: 'role', priority: 1, text: 'Be kind.' },
          { id: 'role', priority: 2, text: 'Be brief.' },
        ],
      },
      /the id "role" is used twice/,
    ],
    [
      'a block in two sections',
      {
        promptSections: [
          { id: 'role', priority: 1, text: '{name}' },
          { id: 'more', priority: 2, text: '{name}' },
        ],
      },
      /\{name\} stands in two sections/,
    ],
    [
      'a prompt of which everything may be cut',
      { promptSections: [{ id: 'role', priority: 2, text: 'Be kind.' }] },
      /must have the priority 1/,
    ],
    [
      'knowledge that no section shows',
      {
        promptSections: [{ id: 'role', priority: 1, text: 'Be kind.' }],
        knowledge: { directory: new URL('file:///knowledge/'), synonyms: [] },
      },
      /one needs \{passages\}/,
    ],
    [
      'colours that cannot be read on each other',
      { theme: { ...sound.theme, light: { accent: '#dddddd', onAccent: '#ffffff', surface: '#ffffff' } } },
      /theme\.light: onAccent must be readable/,
    ],
  ];
  it.each(refused)('refuses %s, naming the assistant and the field', (_, change, message) => {
    const define = () => defineAssistant({ ...sound, ...change });
    expect(define).toThrow(TypeError);
    expect(define).toThrow(message);
  });
});
