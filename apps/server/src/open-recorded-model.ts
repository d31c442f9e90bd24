import { createVendorModel } from '@rapport/adapters/models/create-vendor-model.ts';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';

/**
 * A vendor's model whose answers are not fetched but given, for the evaluation of recorded ones.
 *
 * @throws RangeError when `provider` is none.
 */
export function openRecordedModel(provider: string, model: string, answer: () => Response): LanguageModel {
  const connections = { [provider]: { apiKey: 'none', baseUrl: 'http://vendor.invalid/v1' } };
  return createVendorModel(`${provider}/${model}`, connections, { fetch: async () => answer(), now: () => 0 }).model;
}
