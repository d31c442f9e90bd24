import { CATALOGUE } from './catalogue.ts';
import { PROVIDERS } from './vendor.ts';

/** A model its vendor has ended, and the one that takes its place here. */
export interface ModelAlias {
  readonly id: string;
  readonly successor: string;
  /** The day of its end, `YYYY-MM-DD`; null where its vendor names none. */
  readonly endedOn: string | null;
  readonly source: string;
}

const GEMINI = 'https://ai.google.dev/gemini-api/docs/deprecations';
const GROK = 'https://docs.x.ai/developers/migration/may-15-retirement';
const GROQ = 'https://console.groq.com/docs/deprecations';

const alias = (id: string, successor: string, endedOn: string | null, source: string): ModelAlias => ({
  id,
  successor,
  endedOn,
  source,
});

/** Ids that guides and old configurations still name. Where two have one successor, it is asked once. */
export const ALIASES: readonly ModelAlias[] = [
  alias('google/gemini-2.5-pro', 'google/gemini-3.8-flash', '2026-12-01', GEMINI),
  alias('google/gemini-2.5-flash', 'google/gemini-3.5-flash-lite', '2026-12-01', GEMINI),
  alias('google/gemini-2.0-flash', 'google/gemini-3.8-flash', '2026-06-01', GEMINI),
  alias('google/gemini-2.0-flash-001', 'google/gemini-3.8-flash', '2026-06-01', GEMINI),
  alias('google/gemini-2.0-flash-lite', 'google/gemini-3.5-flash-lite', '2026-06-01', GEMINI),
  alias('google/gemini-2.0-flash-lite-001', 'google/gemini-3.5-flash-lite', '2026-06-01', GEMINI),
  alias('google/gemini-1.5-pro', 'google/gemini-3.8-flash', null, GEMINI),
  alias('google/gemini-1.5-flash', 'google/gemini-3.5-flash-lite', null, GEMINI),
  alias('google/gemini-1.5-flash-8b', 'google/gemini-3.5-flash-lite', null, GEMINI),
  // xAI answers for the first four with grok-4.3 on its own; the small ones it does not name.
  alias('xai/grok-3', 'xai/grok-4.3', '2026-05-15', GROK),
  alias('xai/grok-4-0709', 'xai/grok-4.3', '2026-05-15', GROK),
  alias('xai/grok-4-fast-non-reasoning', 'xai/grok-4.3', '2026-05-15', GROK),
  alias('xai/grok-4-1-fast-non-reasoning', 'xai/grok-4.3', '2026-05-15', GROK),
  alias('xai/grok-3-mini', 'xai/grok-4.3', null, GROK),
  alias('xai/grok-3-mini-fast', 'xai/grok-4.3', null, GROK),
  alias('xai/grok-beta', 'xai/grok-4.3', null, GROK),
  alias('groq/llama-3.3-70b-versatile', 'groq/openai/gpt-oss-120b', '2026-08-16', GROQ),
  alias('groq/llama-3.1-8b-instant', 'groq/openai/gpt-oss-20b', '2026-08-16', GROQ),
  alias('groq/meta-llama/llama-4-scout-17b-16e-instruct', 'groq/openai/gpt-oss-120b', '2026-07-17', GROQ),
  alias('groq/meta-llama/llama-4-maverick-17b-128e-instruct', 'groq/openai/gpt-oss-120b', '2026-03-09', GROQ),
  alias('groq/llama-3.1-70b-versatile', 'groq/openai/gpt-oss-120b', null, GROQ),
  alias('groq/llama3-70b-8192', 'groq/openai/gpt-oss-120b', null, GROQ),
  alias('groq/llama3-8b-8192', 'groq/openai/gpt-oss-20b', null, GROQ),
];

/**
 * The id to ask for: a retired one gives its successor, and a bare name such as `grok-3-mini` finds its provider when
 * the catalogue or the list of retired models knows it. Anything else is given back as it is.
 */
export function resolveModelId(id: string): { readonly id: string; readonly alias: ModelAlias | null } {
  // Under its own provider a name is never another's: `openai/gpt-oss-120b` may run on the operator's own server.
  const isBare = !PROVIDERS.some((provider) => id.startsWith(`${provider}/`));
  const names = (known: { readonly id: string }): boolean => known.id === id || (isBare && nameOf(known.id) === id);
  const retired = ALIASES.find(names);
  if (retired !== undefined) return { id: retired.successor, alias: retired };
  return { id: CATALOGUE.find(names)?.id ?? id, alias: null };
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
