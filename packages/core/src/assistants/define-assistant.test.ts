import { describe, expect, it } from 'vitest';
import { type AssistantInput, defineAssistant } from './define-assistant.ts';

const sound: AssistantInput = {
  id: 'robin',
  name: 'Robin',
  kind: 'companion',
  tagline: 'A third assistant',
  brand: { id: 'robin', name: 'Robin', focus: 'gardens' },
  disclosure: "I'm Robin, an AI, not a person.",
  accepts: { images: false },
  starters: ['One', 'Two', 'Three'],
  theme: {
    light: { accent: '#1d6b3a', onAccent: '#ffffff', surface: '#eefbf2' },
    dark: { accent: '#8fe3ae', onAccent: '#06210f', surface: '#15261b' },
  },
  asksForName: false,
  greetings: {
    stranger: 'Hello, I am {assistant} of {brand}.',
    returningStranger: 'Hello again.',
    introduction: 'Hello {name}.',
    welcomeBack: 'Hello again {name}.',
    askNameOfAccount: 'Hello {accountName}, what should I call you?',
    askName: 'What should I call you?',
  },
  models: [],
  instructions: 'Be kind.',
  knowledge: null,
};

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
