import { describe, expect, it } from 'vitest';
import { soundAssistant as sound } from './assistant.fixtures.ts';
import { type AssistantInput, defineAssistant } from './define-assistant.ts';

describe('defining an assistant', () => {
  it('fills in what may be left out', () => {
    expect(defineAssistant(sound).disclosureEveryMinutes).toBe(180);
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
