import type { ModelSettings } from './vendor.ts';

/** What a model costs from a day on, in millionths of a US dollar per million tokens: $0.10 is 100 000. */
interface CataloguePrice {
  /** First day of it, `YYYY-MM-DD`, UTC. */
  readonly from: string;
  readonly inputPerMillion: number;
  readonly cachedInputPerMillion: number;
  readonly outputPerMillion: number;
}

export interface CatalogueEntry extends ModelSettings {
  /** `<provider>/<model>`. */
  readonly id: string;
  /** Tokens of prompt and answer together. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  /** The standard tier for prompts of up to 200 000 tokens; longer ones cost more at some vendors. */
  readonly prices: readonly CataloguePrice[];
  /** The day this entry was compared with its source. */
  readonly checkedOn: string;
  readonly source: string;
  /** The day on which its vendor ends it, where it has named one. */
  readonly retiresOn?: string;
}

/** Models as their vendors described them on `checkedOn`. Another model can be asked as well: its cost is unknown. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'google/gemini-3.8-flash',
    contextTokens: 1_048_576,
    maxOutputTokens: 65_536,
    seesImages: true,
    // Google advises against a temperature for its third generation.
    temperature: null,
    reasoning: { effort: 'low', extraOutputTokens: 4_096 },
    prices: [
      // Half of the standard price until the end of 2026.
      { from: '2026-09-02', inputPerMillion: 750_000, cachedInputPerMillion: 75_000, outputPerMillion: 3_750_000 },
      { from: '2027-01-01', inputPerMillion: 1_500_000, cachedInputPerMillion: 150_000, outputPerMillion: 7_500_000 },
    ],
    checkedOn: '2026-11-22',
    source: 'https://ai.google.dev/gemini-api/docs/pricing',
  },
  {
    id: 'google/gemini-3.5-flash-lite',
    contextTokens: 1_048_576,
    maxOutputTokens: 65_536,
    seesImages: true,
    temperature: null,
    reasoning: { effort: 'minimal', extraOutputTokens: 1_024 },
    // The price of cached input was not found: it is counted like other input, so never too low.
    prices: [
      { from: '2026-07-21', inputPerMillion: 300_000, cachedInputPerMillion: 300_000, outputPerMillion: 2_500_000 },
    ],
    checkedOn: '2026-11-22',
    source: 'https://ai.google.dev/gemini-api/docs/pricing',
  },
  {
    id: 'xai/grok-4.3',
    contextTokens: 1_000_000,
    maxOutputTokens: 131_072,
    seesImages: true,
    temperature: 0.7,
    reasoning: { effort: 'low', extraOutputTokens: 2_048 },
    prices: [
      { from: '2026-05-06', inputPerMillion: 1_250_000, cachedInputPerMillion: 200_000, outputPerMillion: 2_500_000 },
    ],
    checkedOn: '2026-11-22',
    source: 'https://docs.x.ai/developers/models',
  },
  {
    id: 'groq/openai/gpt-oss-120b',
    contextTokens: 131_072,
    maxOutputTokens: 65_536,
    seesImages: false,
    temperature: 0.7,
    reasoning: { effort: 'low', extraOutputTokens: 2_048 },
    prices: [
      { from: '2026-01-01', inputPerMillion: 150_000, cachedInputPerMillion: 75_000, outputPerMillion: 600_000 },
    ],
    checkedOn: '2026-11-22',
    source: 'https://console.groq.com/docs/models',
  },
  {
    id: 'groq/openai/gpt-oss-20b',
    contextTokens: 131_072,
    maxOutputTokens: 65_536,
    seesImages: false,
    temperature: 0.7,
    reasoning: { effort: 'low', extraOutputTokens: 2_048 },
    prices: [{ from: '2026-01-01', inputPerMillion: 75_000, cachedInputPerMillion: 37_500, outputPerMillion: 300_000 }],
    checkedOn: '2026-11-22',
    source: 'https://console.groq.com/docs/models',
  },
  {
    id: 'openai/gpt-6-luna',
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    seesImages: true,
    // Reasoning models at OpenAI refuse one.
    temperature: null,
    reasoning: { effort: 'low', extraOutputTokens: 2_048 },
    prices: [
      { from: '2026-09-22', inputPerMillion: 100_000, cachedInputPerMillion: 10_000, outputPerMillion: 500_000 },
    ],
    checkedOn: '2026-11-22',
    source: 'https://developers.openai.com/api/docs/pricing',
  },
];

const BY_ID: ReadonlyMap<string, CatalogueEntry> = new Map(CATALOGUE.map((entry) => [entry.id, entry]));

export function findInCatalogue(id: string): CatalogueEntry | null {
  return BY_ID.get(id) ?? null;
}
