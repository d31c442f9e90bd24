import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { readChatPiece } from '../chat-completions/read-piece.ts';
import type { Vendor } from '../vendor.ts';

/**
 * xAI's chat completions. Written by the generic SDK: xAI's own has no chat completions any more, only its Responses
 * API, and the vendor's two address the same models.
 */
export const xai: Vendor = {
  provider: 'xai',
  createRequestModel: (model, { apiKey, baseUrl }, fetch) =>
    createOpenAICompatible({
      name: 'xai',
      baseURL: baseUrl ?? 'https://api.x.ai/v1',
      apiKey: apiKey ?? '',
      includeUsage: true,
      fetch,
      // `max_tokens` is deprecated at xAI.
      transformRequestBody: ({ max_tokens: maxTokens, ...body }) => ({ ...body, max_completion_tokens: maxTokens }),
    })(model),
  requestOptions: ({ reasoning }) => (reasoning === null ? {} : { xai: { reasoningEffort: reasoning.effort } }),
  readPiece: readChatPiece,
};
