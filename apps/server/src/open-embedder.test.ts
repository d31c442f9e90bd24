import { describe, expect, it } from 'vitest';
import { decideConfig, readingOf } from './config/config.ts';
import { openEmbedder } from './open-embedder.ts';
import { ModelConfigurationError } from './open-models.ts';

const open = (values: Readonly<Record<string, string>>) => {
  const decision = decideConfig(
    readingOf({
      OPENAI_API_KEY: 'sk-4f0c2a91b7d84e6fa3c5d0e1f2a3b4c5',
      GOOGLE_API_KEY: 'AIzaSyD4f0c2a91b7d84e6fa3c5d0e1f2a3b4c5',
      COMPATIBLE_BASE_URL: 'http://127.0.0.1:11434/v1',
      ...values,
    }),
  );
  if (!decision.success) throw new Error('The settings are not sound');
  const asked: string[] = [];
  const embedder = openEmbedder(decision.config, {
    fetch: async (url, init) => {
      asked.push(`${url} ${init?.body}`);
      return new Response('', { status: 503 });
    },
  });
  return { embedder, asked };
};

describe('the embedder that is opened', () => {
  it.each<[string, Readonly<Record<string, string>>, string, number]>([
    ['nothing is named', {}, 'rapport/minilm-static-1', 256],
    ['OpenAI’s is', { EMBEDDING_MODEL: 'openai/text-embedding-3-small' }, 'openai/text-embedding-3-small@1536', 1536],
    [
      'it is to be shorter',
      { EMBEDDING_MODEL: 'openai/text-embedding-3-large', EMBEDDING_DIMENSIONS: '512' },
      'openai/text-embedding-3-large@512',
      512,
    ],
    ['Google’s is', { EMBEDDING_MODEL: 'google/gemini-embedding-001' }, 'google/gemini-embedding-001@3072', 3072],
    ['Ollama’s is', { EMBEDDING_MODEL: 'compatible/bge-m3:latest' }, 'compatible/bge-m3:latest@1024', 1024],
    [
      'one is that nobody knows',
      { EMBEDDING_MODEL: 'compatible/our-own', EMBEDDING_DIMENSIONS: '640' },
      'compatible/our-own@640',
      640,
    ],
  ])('when %s', (_, values, id, dimensions) => {
    expect(open(values).embedder).toMatchObject({ id, dimensions });
  });

  it.each<[Readonly<Record<string, string>>, RegExp]>([
    [{ EMBEDDING_MODEL: 'compatible/our-own' }, /EMBEDDING_DIMENSIONS should say it/],
    [{ EMBEDDING_MODEL: 'compatible/bge-m3', EMBEDDING_DIMENSIONS: '512' }, /have 1024 numbers/],
    [{ EMBEDDING_MODEL: 'openai/text-embedding-3-small', EMBEDDING_DIMENSIONS: '3072' }, /from 256 to 1536/],
  ])('is none for %j, in words', (values, message) => {
    expect(() => open(values)).toThrow(ModelConfigurationError);
    expect(() => open(values)).toThrow(message);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'OpenAI',
      { EMBEDDING_MODEL: 'openai/text-embedding-3-large', EMBEDDING_DIMENSIONS: '512' },
      /^https:\/\/api\.openai\.com\/v1\/embeddings .*"dimensions":512/,
    ],
    [
      'Ollama',
      { EMBEDDING_MODEL: 'compatible/bge-m3' },
      /^http:\/\/127\.0\.0\.1:11434\/v1\/embeddings (?!.*dimensions)/,
    ],
    [
      'Google',
      { EMBEDDING_MODEL: 'google/gemini-embedding-001' },
      /googleapis\.com\/v1beta\/models\/gemini-embedding-001:embed/,
    ],
  ])('asks %s once and nobody in its place', async (_, values, request) => {
    const { embedder, asked } = open(values);
    await expect(embedder.embed(['fern'])).rejects.toThrow(/HTTP 503/);
    expect(asked).toEqual([expect.stringMatching(request)]);
  });
});
