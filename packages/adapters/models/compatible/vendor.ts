import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { readChatPiece } from '../chat-completions/read-piece.ts';
import type { Vendor } from '../vendor.ts';

/** Any server that speaks chat completions: Ollama, vLLM, llama.cpp, LM Studio, OpenRouter. Has no address of its own. */
export const compatible: Vendor = {
  provider: 'compatible',
  createRequestModel: (model, { apiKey, baseUrl }, fetch) =>
    createOpenAICompatible({
      name: 'compatible',
      baseURL: baseUrl ?? '',
      apiKey: apiKey ?? '',
      includeUsage: true,
      fetch,
    })(model),
  requestOptions: ({ reasoning }) => (reasoning === null ? {} : { compatible: { reasoningEffort: reasoning.effort } }),
  readPiece: readChatPiece,
};
