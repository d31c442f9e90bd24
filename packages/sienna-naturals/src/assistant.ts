import { type AssistantDefinition, defineAssistant } from '@rapport/core/assistants/define-assistant.ts';
import { readPromptSections } from '@rapport/core/assistants/prompt-sections.ts';
import { careTeam } from './care-team.ts';
import { hairAdvice } from './advice.ts';
import { campaigns, links, voice } from './brand.ts';
import { hairConcerns } from './concerns.ts';
import { hairProfile } from './hair-profile.ts';
import { hairJourney } from './journey.ts';
import { hairPersonas } from './personas.ts';
import { hairPhotos } from './photos.ts';
import { hairSynonyms } from './synonyms.ts';

const folder = new URL('../', import.meta.url);

/** Sienna: the guide of a brand for natural hair. */
export const siennaNaturals: AssistantDefinition = defineAssistant({
  id: 'sienna',
  name: 'Sienna',
  kind: 'guide',
  tagline: 'Your guide to natural hair, from first wash day to mastery',
  brand: { id: 'sienna-naturals', name: 'Sienna Naturals', focus: 'natural hair care' },
  disclosure: "I'm Sienna, an AI guide, not a person or a doctor.",
  accepts: { images: true },
  starters: [
    'What does my hair need if it is always dry?',
    'How often should I wash 4C hair?',
    'I just did the big chop. Now what?',
    'How do I detangle without tears?',
  ],
  theme: {
    light: { accent: '#8a3f1d', onAccent: '#ffffff', surface: '#fbf1e7' },
    dark: { accent: '#f2b48c', onAccent: '#2b1206', surface: '#2a1d15' },
  },
  asksForName: false,
  greetings: {
    stranger:
      "Hi, I'm Sienna, the AI guide of {brand} for natural hair. Ask me about routines, porosity, protective styles, scalp or ingredients. What is your hair up to today?",
    returningStranger:
      'Welcome back! Sienna here, the AI guide of {brand}. How has your hair been since we last talked?',
    introduction:
      "Hi {name}, I'm Sienna, the AI guide of {brand} for natural hair. What would you like your hair to do that it isn't doing yet?",
    welcomeBack: 'Hey {name}, welcome back! Sienna here, the AI guide of {brand}. How has your hair been?',
    askNameOfAccount: "Hi {accountName}, I'm Sienna, the AI guide of {brand}. What should I call you?",
    askName: "Hi, I'm Sienna, the AI guide of {brand}. What should I call you?",
  },
  // Current on 2026-11-22: https://ai.google.dev/gemini-api/docs/models and https://docs.x.ai/docs/models
  models: ['google/gemini-3.8-flash', 'google/gemini-3.5-flash-lite', 'xai/grok-4.3', 'openai/gpt-6-luna'],
  voice,
  links,
  // The team's opening hours are published nowhere: asked for them, she says that none are on file.
  hours: null,
  limits: { replyWords: 160 },
  campaigns,
  promptSections: readPromptSections(new URL('prompts/', folder)),
  knowledge: { directory: new URL('knowledge/', folder), synonyms: [...hairSynonyms] },
  journey: hairJourney,
  personas: hairPersonas,
  concerns: hairConcerns,
  hairProfile,
  handOff: careTeam,
  advice: hairAdvice,
  photos: hairPhotos,
  catalogue: { file: new URL('products.json', folder) },
});
