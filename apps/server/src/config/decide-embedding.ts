import type { AppConfig, EmbeddingConfig } from './app-config.ts';
import type { Settings } from './settings.ts';

const PROVIDERS = ['openai', 'google', 'compatible'] as const;
/** As in a chain of models: parts of a name, such as `compatible/hf.co/owner/model:Q8_0`. */
const NAME = /^[\w.:@+-]+(\/[\w.:@+-]+)*$/;
/** The table of this process, as `/health` and the vectors name it. */
const IN_PROCESS = /^(rapport\/.*|in-process)$/;

const keyVariables = {
  openai: 'OPENAI_API_KEY',
  google: 'GOOGLE_API_KEY',
  compatible: 'COMPATIBLE_BASE_URL',
} as const;

const example =
  'a model such as openai/text-embedding-3-small or compatible/nomic-embed-text, or nothing for this process';

/**
 * Who makes vectors. A vendor without a key is refused, not passed over: vectors of two models can't be compared, so one
 * that comes and goes with a key would make memories be forgotten.
 */
export function decideEmbedding(settings: Settings, vendors: AppConfig['vendors']): EmbeddingConfig {
  const dimensions = settings.wholeNumber('EMBEDDING_DIMENSIONS');
  const written = settings.optionalText('EMBEDDING_MODEL') ?? '';
  if (written === '' || IN_PROCESS.test(written)) {
    if (dimensions !== 0) {
      settings.refuse(
        'EMBEDDING_DIMENSIONS',
        'EMBEDDING_MODEL names no vendor’s model, and vectors made in this process have one length',
        'EMBEDDING_MODEL set too, or this left out',
      );
    }
    return { kind: 'in-process' };
  }
  const refuse = (problem: string, remedy: string): EmbeddingConfig => {
    settings.refuse('EMBEDDING_MODEL', problem, remedy);
    return { kind: 'in-process' };
  };
  const slash = written.indexOf('/');
  const provider = PROVIDERS.find((known) => known === written.slice(0, Math.max(0, slash)));
  const model = written.slice(slash + 1);
  // A part of dots alone would be a step in the vendor's address.
  if (provider === undefined || !NAME.test(model) || /(^|\/)\.+(\/|$)/.test(model)) {
    return refuse(`it is no <vendor>/<model> of ${PROVIDERS.join(', ')}`, example);
  }
  if (vendors[provider]?.enabled !== true) {
    const variable = keyVariables[provider];
    return refuse(`it names a model of ${provider}, and ${variable} is not set`, `${variable} set, or ${example}`);
  }
  return { kind: 'vendor', provider, model, dimensions: dimensions === 0 ? null : dimensions };
}
