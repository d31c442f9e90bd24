/** What has to be known of a vendor's embedding model before it is asked. */
export interface EmbeddingModel {
  /** `<provider>/<model>`; a model of one's own server by the name it has there. */
  readonly id: string;
  /** Numbers in each of its vectors when nothing else is asked for. */
  readonly dimensions: number;
  /** The fewest numbers it can be asked for instead (Matryoshka, Kusupati et al. 2022); null when it has one length. */
  readonly fewest: number | null;
  /** The day this entry was compared with its source, and that source. */
  readonly checkedOn: string;
  readonly source: string;
}

const OPENAI = 'https://platform.openai.com/docs/guides/embeddings';
const GEMINI = 'https://ai.google.dev/gemini-api/docs/embeddings';
const GEMINI_2 = 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini/embedding-2';
const OLLAMA = 'https://www.morphllm.com/ollama-embedding-models';

const model = (id: string, dimensions: number, fewest: number | null, source: string): EmbeddingModel => ({
  id,
  dimensions,
  fewest,
  checkedOn: '2026-11-30',
  source,
});

/**
 * Models whose vectors' length is known. Another one works as well, once `EMBEDDING_DIMENSIONS` says how long its are.
 * Those of one's own server are asked for their full length: the doors of most don't shorten.
 */
const MODELS: readonly EmbeddingModel[] = [
  model('openai/text-embedding-3-small', 1536, 256, OPENAI),
  model('openai/text-embedding-3-large', 3072, 256, OPENAI),
  model('openai/text-embedding-ada-002', 1536, null, OPENAI),
  model('google/gemini-embedding-001', 3072, 128, GEMINI),
  model('google/gemini-embedding-2', 3072, 128, GEMINI_2),
  model('google/gemini-embedding-2-preview', 3072, 128, GEMINI_2),
  model('compatible/nomic-embed-text', 768, null, OLLAMA),
  model('compatible/nomic-embed-text-v2-moe', 768, null, OLLAMA),
  model('compatible/mxbai-embed-large', 1024, null, OLLAMA),
  model('compatible/bge-m3', 1024, null, OLLAMA),
  model('compatible/all-minilm', 384, null, OLLAMA),
  model('compatible/snowflake-arctic-embed2', 1024, null, OLLAMA),
  model('compatible/embeddinggemma', 768, null, 'https://ai.google.dev/gemma/docs/embeddinggemma'),
  // OpenRouter's names of vendors' models, asked through a server that speaks OpenAI's format.
  model('compatible/openai/text-embedding-3-small', 1536, 256, OPENAI),
  model('compatible/openai/text-embedding-3-large', 3072, 256, OPENAI),
];

/** Ollama writes the newest build of a model as `:latest`, or leaves it out. */
export function findEmbeddingModel(id: string): EmbeddingModel | null {
  const name = id.replace(/:latest$/, '');
  return MODELS.find((known) => known.id === name) ?? null;
}
