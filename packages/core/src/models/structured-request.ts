import { understand } from '../understanding/understand.ts';
import type { ModelImage, ModelRequest } from './language-model.ts';
import { NO_MEMORY, USUAL_FIT } from './reply-material.ts';

/** Characters a token stands for at least, by which a request is billed whose vendor says nothing. */
const CHARACTERS_PER_TOKEN = 3;
/** What a picture of 1,568 pixels takes with the vendors that say so: https://docs.anthropic.com/en/docs/vision */
const TOKENS_PER_IMAGE = 1_600;

/** A request for JSON that no person reads. No model of this process is asked: it has no material for a reply. */
export function structuredRequest(asked: {
  readonly instructions: string;
  readonly message: string;
  readonly images?: readonly ModelImage[];
  readonly maxOutputTokens: number;
}): ModelRequest {
  const { instructions, message, images = [], maxOutputTokens } = asked;
  return {
    instructions,
    messages: [{ role: 'user', text: message }],
    images,
    maxOutputTokens,
    estimatedInputTokens:
      Math.ceil((instructions.length + message.length) / CHARACTERS_PER_TOKEN) + images.length * TOKENS_PER_IMAGE,
    streaming: false,
    material: {
      assistant: { name: '', kind: 'companion', brand: '', focus: '', disclosure: '' },
      preferredName: null,
      message: '',
      summary: understand('', { nameAsked: false }),
      history: [],
      passages: [],
      products: null,
      memory: NO_MEMORY,
      fit: USUAL_FIT,
      seed: '',
    },
  };
}
