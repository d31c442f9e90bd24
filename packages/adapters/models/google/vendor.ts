import { createGoogle } from '@ai-sdk/google';
import type { Vendor } from '../vendor.ts';
import { readGooglePiece } from './read-piece.ts';

/** Google's Gemini API. Its base URL ends with the version: `https://generativelanguage.googleapis.com/v1beta`. */
export const google: Vendor = {
  provider: 'google',
  createRequestModel: (model, { apiKey, baseUrl }, fetch) =>
    createGoogle({ apiKey: apiKey ?? '', fetch, ...(baseUrl === null ? {} : { baseURL: baseUrl }) })(model),
  requestOptions: ({ reasoning }) =>
    reasoning === null || reasoning.effort === 'none'
      ? {}
      : { google: { thinkingConfig: { thinkingLevel: reasoning.effort, includeThoughts: false } } },
  readPiece: readGooglePiece,
};
