import { soundAssistant } from '../assistants/assistant.fixtures.ts';
import { type AssistantInput, defineAssistant } from '../assistants/define-assistant.ts';
import type { ServedAssistant } from '../turn/dependencies.ts';

/** A small assistant with campaigns, as it is served. */
export const servedWith = (campaigns: AssistantInput['campaigns']): ServedAssistant => ({
  definition: defineAssistant({ ...soundAssistant, campaigns }),
  models: [],
  knowledge: null,
  catalogue: null,
  knowledgeVersion: 'none',
  readers: { stage: null, persona: null, handOff: null, answer: null, concern: null },
  avoided: null,
});
