import { createOpenAI } from '@ai-sdk/openai';
import { readChatPiece } from '../chat-completions/read-piece.ts';
import type { Vendor } from '../vendor.ts';

/** OpenAI's chat completions, not its Responses API: the base URL may lead to Ollama, vLLM or a gateway. */
export const openai: Vendor = {
  provider: 'openai',
  createRequestModel: (model, { apiKey, baseUrl }, fetch) =>
    createOpenAI({ apiKey: apiKey ?? '', fetch, ...(baseUrl === null ? {} : { baseURL: baseUrl }) }).chat(model),
  requestOptions: ({ reasoning }) => (reasoning === null ? {} : { openai: { reasoningEffort: reasoning.effort } }),
  readPiece: readChatPiece,
};
