import type { LanguageModel, ModelPart, ModelRequest } from '../models/language-model.ts';
import { composeReply } from './compose.ts';
import { composeUnseeing } from './unseen-images.ts';

export const BUILTIN_MODEL_ID = 'rapport/built-in';

export interface BuiltinModelOptions {
  /** Pace at which the text appears to someone who reads along, in words a second; 0 yields it at once. Not negative. */
  readonly wordsPerSecond: number;
  /** Resolves after `milliseconds`; rejects with the signal's reason when it fires first. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Words that appear together: small enough to look typed, large enough that events stay few. */
const WORDS_TOGETHER = 3;
const NO_TOKENS = { input: 0, cachedInput: 0, output: 0, reasoning: 0 } as const;

/**
 * The model that needs no vendor, the last link of every chain. Costs nothing, never fails, and is never presented as
 * another's. Throws a `RangeError` for a pace below 0.
 */
export function createBuiltinModel({ wordsPerSecond, sleep }: BuiltinModelOptions): LanguageModel {
  if (!(wordsPerSecond >= 0 && Number.isFinite(wordsPerSecond))) {
    throw new RangeError(`wordsPerSecond must be 0 or more, not ${wordsPerSecond}`);
  }
  return {
    id: BUILTIN_MODEL_ID,
    provider: 'rapport',
    isLocal: true,
    seesImages: false,
    async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelPart> {
      signal.throwIfAborted();
      const compose = request.images.length > 0 ? composeUnseeing : composeReply;
      const { text, citations, suggestions } = compose(request.material);
      yield { type: 'sources', citations: [...citations], suggestions: [...suggestions] };
      const groups = wordsPerSecond === 0 || !request.streaming ? [text] : wordGroups(text);
      for (const [place, group] of groups.entries()) {
        if (place > 0) await sleep((WORDS_TOGETHER / wordsPerSecond) * 1_000, signal);
        signal.throwIfAborted();
        yield { type: 'text', text: group };
      }
      yield { type: 'finish', reason: 'stop', usage: NO_TOKENS };
    },
  };
}

/** Cuts a text into groups of words that join to exactly the text again. */
function wordGroups(text: string): string[] {
  const spaced = text.match(/\s*\S+\s*?(?=\s|$)/g) ?? [text];
  const groups: string[] = [];
  for (let place = 0; place < spaced.length; place += WORDS_TOGETHER) {
    groups.push(spaced.slice(place, place + WORDS_TOGETHER).join(''));
  }
  return groups;
}
