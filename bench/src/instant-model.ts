import type { LanguageModel } from '@rapport/core/models/language-model.ts';

/** A vendor's model that takes no time: what is left is the turn's own, the chain and its breaker included. */
export const instantModel: LanguageModel = {
  id: 'bench/instant',
  provider: 'bench',
  isLocal: false,
  seesImages: false,
  async *stream() {
    for (const text of ['Wash every ', 'seven to ', 'ten days.']) yield { type: 'text', text };
    yield { type: 'finish', reason: 'stop', usage: { input: 0, cachedInput: 0, output: 0, reasoning: 0 } };
  },
};
