import { findEmbeddingModel } from '@rapport/adapters/embedders/known-models.ts';
import { createStaticEmbedder } from '@rapport/adapters/embedders/static.ts';
import { createVendorEmbedder } from '@rapport/adapters/embedders/vendor.ts';
import type { Embedder } from '@rapport/core/embeddings/embedder.ts';
import type { AppConfig } from './config/config.ts';
import { ModelConfigurationError } from './open-models.ts';

/** For one request of a person who waits for recall, or of a job with 64 texts. */
const TIMEOUT_MS = 10_000;

export interface OpenEmbedderOverrides {
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Who turns texts into vectors, as configured: this process, or the one vendor that is named. A vendor that fails is not
 * replaced: another's vectors could be compared with none that are stored, so its failure reaches whoever asked.
 *
 * @throws ModelConfigurationError when the length of the model's vectors is not known or can't be had.
 */
export function openEmbedder(
  { embedding, vendors }: Pick<AppConfig, 'embedding' | 'vendors'>,
  overrides: OpenEmbedderOverrides = {},
): Embedder {
  if (embedding.kind === 'in-process') return createStaticEmbedder();
  const { provider, model } = embedding;
  const vendor = vendors[provider];
  // The configuration refuses this; it stands here for the types.
  if (vendor === null)
    throw new ModelConfigurationError(`EMBEDDING_MODEL names a model of ${provider}, which has no address.`);
  return createVendorEmbedder({
    provider,
    model,
    connection: { apiKey: vendor.apiKey?.reveal() ?? null, baseUrl: vendor.baseUrl },
    ...lengthOf(`${provider}/${model}`, embedding.dimensions),
    timeoutMs: TIMEOUT_MS,
    ...overrides,
  });
}

/** How long the model's vectors are, and whether it has to be asked for that. */
function lengthOf(
  id: string,
  wanted: number | null,
): { readonly dimensions: number; readonly asksForDimensions: boolean } {
  const known = findEmbeddingModel(id);
  if (known === null) {
    if (wanted !== null) return { dimensions: wanted, asksForDimensions: false };
    throw new ModelConfigurationError(
      `EMBEDDING_MODEL is ${id}, and how long its vectors are is not known here. EMBEDDING_DIMENSIONS should say it, such as 768; the model's own page does.`,
    );
  }
  const { dimensions, fewest } = known;
  if (wanted === null || wanted === dimensions) return { dimensions, asksForDimensions: false };
  if (fewest !== null && wanted >= fewest && wanted <= dimensions) {
    return { dimensions: wanted, asksForDimensions: true };
  }
  const lengths = fewest === null ? String(dimensions) : `from ${fewest} to ${dimensions}`;
  throw new ModelConfigurationError(
    `EMBEDDING_DIMENSIONS is ${wanted}, and vectors of ${id} have ${lengths} numbers (${known.source}). It should be one of those, or unset.`,
  );
}
