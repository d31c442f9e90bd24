import { createGroq } from '@ai-sdk/groq';
import { readChatPiece } from '../chat-completions/read-piece.ts';
import type { Vendor } from '../vendor.ts';

/** Groq, whose chunks carry their counts in `x_groq` or beside it. */
export const groq: Vendor = {
  provider: 'groq',
  createRequestModel: (model, { apiKey, baseUrl }, fetch) =>
    createGroq({ apiKey: apiKey ?? '', fetch, ...(baseUrl === null ? {} : { baseURL: baseUrl }) })(model),
  requestOptions: ({ reasoning }) => (reasoning === null ? {} : { groq: { reasoningEffort: reasoning.effort } }),
  readPiece: readChatPiece,
};
