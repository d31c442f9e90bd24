import { type AssistantDefinition, defineAssistant } from '@rapport/core/assistants/define-assistant.ts';
import { readPromptSections } from '@rapport/core/assistants/prompt-sections.ts';

/** Jumbo: the companion. */
export const jumbo: AssistantDefinition = defineAssistant({
  id: 'jumbo',
  name: 'Jumbo',
  kind: 'companion',
  tagline: 'A companion who listens and knows your name',
  brand: { id: 'jumbo', name: 'Jumbo', focus: 'companionship' },
  disclosure: "I'm Jumbo, an AI companion, not a person.",
  accepts: { images: false },
  starters: ['I had a long day', 'Something good happened today', 'I need to think out loud', 'Tell me about you'],
  theme: {
    light: { accent: '#3d4fb5', onAccent: '#ffffff', surface: '#eef0fb' },
    dark: { accent: '#b3befa', onAccent: '#0f1747', surface: '#1b1f33' },
  },
  asksForName: true,
  greetings: {
    stranger: "Hey! I'm Jumbo, an AI companion. What's on your mind today?",
    returningStranger: 'Hey, welcome back! How have you been?',
    introduction: "Hey {name}, good to meet you! I'm Jumbo, an AI companion. What's on your mind?",
    welcomeBack: 'Hey {name}, welcome back!',
    askNameOfAccount:
      "Hey {accountName}! I noticed your name from your account, but I'd love to know—what should I call you?",
    askName: "Hey! I'm Jumbo, an AI companion. I'd love to know: what should I call you?",
  },
  // Current on 2026-11-22: https://console.groq.com/docs/models
  models: [
    'groq/openai/gpt-oss-120b',
    'groq/openai/gpt-oss-20b',
    'google/gemini-3.5-flash-lite',
    'xai/grok-4.3',
    'openai/gpt-6-luna',
  ],
  promptSections: readPromptSections(new URL('../prompts/', import.meta.url)),
  knowledge: null,
});
