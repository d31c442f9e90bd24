import { seededShare, tokensOf } from './seeded.ts';
import { type Call, type Dialect, type JsonObject, listIn, numberIn, textIn } from './vendor.ts';

/** Lengths of the vectors of models whose vendors say so; of any other, {@link OTHER_DIMENSIONS}. */
const DIMENSIONS: Readonly<Record<string, number>> = {
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
  'gemini-embedding-001': 3072,
  'gemini-embedding-2': 3072,
  'nomic-embed-text': 768,
};
const OTHER_DIMENSIONS = 384;
/** Longer than 1, as some models' vectors are. */
const LENGTH = 4;

/** Texts that share words point the same way; the same for the same words, in whatever order. */
function vectorOf(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const token of tokensOf(text.toLowerCase())) {
    const place = Math.floor(seededShare('embedding', token.trim()) * dimensions);
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => (value / length) * LENGTH);
}

/** https://platform.openai.com/docs/api-reference/embeddings/object */
const openAiDialect: Dialect = {
  whole: ({ model, request, promptTokens }) => {
    const { input } = request;
    const texts = Array.isArray(input) ? input : [input];
    const dimensions = dimensionsOf(model, numberIn(request, 'dimensions'));
    const data = texts.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: vectorOf(String(text), dimensions),
    }));
    const usage = { prompt_tokens: promptTokens, total_tokens: promptTokens };
    return JSON.stringify({ object: 'list', data, model, usage });
  },
  pieces: () => [],
};

const geminiVector = (model: string, request: unknown): JsonObject => {
  const content = request === null || typeof request !== 'object' ? {} : Reflect.get(request, 'content');
  const text = listIn(content, 'parts')
    .map((part) => textIn(part, 'text'))
    .join('');
  return { values: vectorOf(text, dimensionsOf(model, numberIn(request, 'outputDimensionality'))) };
};

/** https://ai.google.dev/api/embeddings */
const geminiDialect: Dialect = {
  whole: ({ model, request }) =>
    'requests' in request
      ? JSON.stringify({ embeddings: listIn(request, 'requests').map((one) => geminiVector(model, one)) }, null, 2)
      : JSON.stringify({ embedding: geminiVector(model, request) }, null, 2),
  pieces: () => [],
};

const dimensionsOf = (model: string, asked: number | null): number => asked ?? DIMENSIONS[model] ?? OTHER_DIMENSIONS;

const call = (dialect: Dialect, model: string, body: JsonObject): Call => ({
  dialect,
  model,
  streams: false,
  question: '',
  prompt: body,
  tokensMax: null,
});

/** A request for embeddings in OpenAI's format; null when the path is another. */
export function readOpenAiEmbeddings(path: string, body: JsonObject): Call | null {
  return path === '/embeddings' ? call(openAiDialect, textIn(body, 'model'), body) : null;
}

/** A request for embeddings in Google's format; null when the path is another. */
export function readGeminiEmbeddings(path: string, body: JsonObject): Call | null {
  const [, model] = /^\/models\/([^:]+):(?:embedContent|batchEmbedContents)$/.exec(path) ?? [];
  return model === undefined ? null : call(geminiDialect, model, body);
}
