import { describe, expect, test } from 'vitest';
import { decideConfig, readingOf } from './config.ts';

type Values = Readonly<Record<string, string>>;
const KEYS: Values = {
  OPENAI_API_KEY: 'sk-4f0c2a91b7d84e6fa3c5d0e1f2a3b4c5',
  GOOGLE_API_KEY: 'AIzaSyD4f0c2a91b7d84e6fa3c5d0e1f2a3b4c5',
  COMPATIBLE_BASE_URL: 'http://127.0.0.1:11434/v1',
};

const embeddingOf = (values: Values) => {
  const decision = decideConfig(readingOf(values));
  return decision.success ? decision.config.embedding : decision.problems.map(({ variable }) => variable);
};
const vendor = (provider: string, model: string, dimensions: number | null = null) => ({
  kind: 'vendor',
  provider,
  model,
  dimensions,
});

describe('EMBEDDING_MODEL', () => {
  test.each<[string, Values, unknown]>([
    ['nothing', {}, { kind: 'in-process' }],
    ['an empty one', { EMBEDDING_MODEL: ' ' }, { kind: 'in-process' }],
    ['the name of the one here', { EMBEDDING_MODEL: 'rapport/minilm-static-1' }, { kind: 'in-process' }],
    ['OpenAI’s', { EMBEDDING_MODEL: 'openai/text-embedding-3-small' }, vendor('openai', 'text-embedding-3-small')],
    ['Google’s', { EMBEDDING_MODEL: 'google/gemini-embedding-001' }, vendor('google', 'gemini-embedding-001')],
    ['Ollama’s', { EMBEDDING_MODEL: 'compatible/nomic-embed-text' }, vendor('compatible', 'nomic-embed-text')],
    [
      'a name with slashes and a length',
      { EMBEDDING_MODEL: 'compatible/hf.co/owner/model:Q8_0', EMBEDDING_DIMENSIONS: '512' },
      vendor('compatible', 'hf.co/owner/model:Q8_0', 512),
    ],
  ])('%s is understood', (_, values, expected) => {
    expect(embeddingOf({ ...KEYS, ...values })).toEqual(expected);
  });

  test.each<[string, Values, string]>([
    ['a vendor without embeddings', { EMBEDDING_MODEL: 'groq/openai/gpt-oss-20b' }, 'it is no <vendor>/<model>'],
    ['a name alone', { EMBEDDING_MODEL: 'text-embedding-3-small' }, 'it is no <vendor>/<model>'],
    ['no name', { EMBEDDING_MODEL: 'openai/' }, 'it is no <vendor>/<model>'],
    ['steps in the address', { EMBEDDING_MODEL: 'openai/../models' }, 'it is no <vendor>/<model>'],
    ['two of them', { EMBEDDING_MODEL: 'openai/a,openai/b' }, 'it is no <vendor>/<model>'],
    ['a key that is not there', { EMBEDDING_MODEL: 'openai/a', OPENAI_API_KEY: '' }, 'OPENAI_API_KEY is not set'],
    ['no server', { EMBEDDING_MODEL: 'compatible/a', COMPATIBLE_BASE_URL: '' }, 'COMPATIBLE_BASE_URL is not set'],
  ])('%s refuses to start', (_, values, problem) => {
    const decision = decideConfig(readingOf({ ...KEYS, ...values }));
    const problems = decision.success ? [] : decision.problems;
    expect(problems).toEqual([expect.objectContaining({ variable: 'EMBEDDING_MODEL' })]);
    expect(problems[0]?.problem).toContain(problem);
  });
});

test.each([['-1'], ['many'], ['16001']])('EMBEDDING_DIMENSIONS refuses to be %s', (EMBEDDING_DIMENSIONS) => {
  const values = { ...KEYS, EMBEDDING_MODEL: 'openai/text-embedding-3-small', EMBEDDING_DIMENSIONS };
  expect(embeddingOf(values)).toEqual(['EMBEDDING_DIMENSIONS']);
});

test('EMBEDDING_DIMENSIONS says nothing of vectors that are made here', () => {
  expect(embeddingOf({ EMBEDDING_DIMENSIONS: '512' })).toEqual(['EMBEDDING_DIMENSIONS']);
});
