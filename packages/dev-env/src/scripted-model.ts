import type { LanguageModel, ModelPart, ModelRequest } from '@rapport/core/models/language-model.ts';

/** What a scripted model does next: shows text, waits for the test, hangs, throws, or ends. */
export type Step =
  | { readonly do: 'text'; readonly text: string }
  | { readonly do: 'wait'; readonly until: Promise<unknown> }
  | { readonly do: 'hang' }
  | { readonly do: 'throw'; readonly error: Error }
  | { readonly do: 'finish'; readonly reason?: 'stop' | 'length' | 'filter' };

export interface ScriptedModel extends LanguageModel {
  /** Every request it was given, in order. */
  readonly requests: readonly ModelRequest[];
}

const NO_USAGE = { input: 0, cachedInput: 0, output: 0, reasoning: 0 };

/** A model that plays the steps a test gives for each request. Steps that end without `finish` are a cut stream. */
export function createScriptedModel(
  id: string,
  script: (request: ModelRequest, call: number) => readonly Step[],
): ScriptedModel {
  const requests: ModelRequest[] = [];
  return {
    id,
    provider: id.split('/')[0] ?? id,
    isLocal: false,
    seesImages: false,
    requests,
    async *stream(request, signal): AsyncGenerator<ModelPart> {
      requests.push(request);
      for (const step of script(request, requests.length)) {
        signal.throwIfAborted();
        switch (step.do) {
          case 'text':
            yield { type: 'text', text: step.text };
            break;
          case 'wait':
            await Promise.race([step.until, aborted(signal)]);
            break;
          case 'hang':
            await aborted(signal);
            break;
          case 'throw':
            throw step.error;
          case 'finish':
            yield { type: 'finish', reason: step.reason ?? 'stop', usage: NO_USAGE };
            return;
        }
      }
    },
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
