import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import { type ModelAlias, resolveModelId } from './aliases.ts';
import { type CatalogueEntry, findInCatalogue } from './catalogue.ts';
import { compatible } from './compatible/vendor.ts';
import { google } from './google/vendor.ts';
import { groq } from './groq/vendor.ts';
import { openai } from './openai/vendor.ts';
import { type ModelSettings, PROVIDERS, type Provider, type Vendor, type VendorConnection } from './vendor.ts';
import { VendorModel } from './vendor-model.ts';
import { xai } from './xai/vendor.ts';

export type { Provider } from './vendor.ts';

/** How each vendor is reached; one that is left out has no key and is not asked. */
export type VendorConnections = { readonly [Name in Provider]?: VendorConnection | undefined };

export interface VendorModelOverrides {
  /** Whether a model that is not in the catalogue can be shown pictures; `false` when left out. */
  readonly seesImages?: boolean;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface CreatedVendorModel {
  readonly model: LanguageModel;
  /** Null for a model that is not in the catalogue: it is asked with safe defaults, and its cost is unknown. */
  readonly entry: CatalogueEntry | null;
  /** The id that was asked for, when it is one that its vendor has retired. */
  readonly alias: ModelAlias | null;
}

const VENDORS: Readonly<Record<Provider, Vendor>> = { google, xai, groq, openai, compatible };

/** A model nobody has described: no thoughts are paid for, no temperature is forced on it. */
const UNKNOWN_MODEL: ModelSettings = { maxOutputTokens: null, seesImages: false, temperature: null, reasoning: null };

/**
 * Makes the model that an id such as `groq/openai/gpt-oss-120b` names. A retired id gives its successor.
 *
 * @throws RangeError when the id names no provider, or one that has no connection; the message says what to do.
 */
export function createVendorModel(
  id: string,
  connections: VendorConnections,
  overrides: VendorModelOverrides = {},
): CreatedVendorModel {
  const { id: resolved, alias } = resolveModelId(id);
  const slash = resolved.indexOf('/');
  const provider = resolved.slice(0, Math.max(0, slash));
  const name = resolved.slice(slash + 1);
  if (!isProvider(provider) || name === '') {
    throw new RangeError(
      `"${id}" names no model: write <provider>/<model> with one of ${PROVIDERS.join(', ')}, ` +
        'such as google/gemini-3.5-flash-lite',
    );
  }
  const connection = connections[provider];
  if (connection === undefined) {
    throw new RangeError(`"${id}" needs ${provider}, which has no key: give it one or take the model out of the list`);
  }
  if (provider === 'compatible' && connection.baseUrl === null) {
    throw new RangeError(`"${id}" needs the base URL of the server, such as http://localhost:11434/v1`);
  }
  const entry = findInCatalogue(resolved);
  const settings = entry ?? { ...UNKNOWN_MODEL, seesImages: overrides.seesImages ?? false };
  const { fetch = globalThis.fetch, now = Date.now } = overrides;
  const model = new VendorModel({ vendor: VENDORS[provider], model: name, connection, settings, fetch, now });
  return { model, entry, alias };
}

/** Whether a name is that of a vendor we have an adapter for. */
export function isProvider(provider: string): provider is Provider {
  return PROVIDERS.some((known) => known === provider);
}
