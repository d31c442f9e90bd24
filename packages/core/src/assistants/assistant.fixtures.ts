import type { AssistantInput } from './define-assistant.ts';
import type { PromptSection } from './prompt-sections.ts';

/** A small assistant that is defined well, for tests to change one thing of. */
export const soundAssistant: AssistantInput & { readonly promptSections: PromptSection[] } = {
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
  promptSections: [
    { id: 'role', priority: 1, text: 'You are {assistant} of {brand}. Be kind.' },
    { id: 'examples', priority: 8, text: 'For example: "Hello."' },
    { id: 'person', priority: 2, text: 'Call them:\n{name}' },
    { id: 'message', priority: 3, text: 'Their message in short:\n{summary}' },
    { id: 'passages', priority: 1, text: 'Answer from these:\n{passages}' },
  ],
  knowledge: null,
};
