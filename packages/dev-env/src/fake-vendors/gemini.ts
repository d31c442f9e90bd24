import { readGeminiEmbeddings } from './embeddings.ts';
import {
  type Dialect,
  type Ending,
  type JsonObject,
  listIn,
  numberIn,
  objectIn,
  type Piece,
  type Reply,
  textIn,
  type Vendor,
  type VendorError,
} from './vendor.ts';

const MODELS = ['gemini-2.5-flash', 'gemini-2.5-flash-lite', 'gemini-2.5-pro'];

const JSON_HEADERS = { 'content-type': 'application/json; charset=UTF-8' };

/** Google's names of statuses: https://cloud.google.com/apis/design/errors#handling_errors */
const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const FINISH_REASONS: Readonly<Record<Ending, string | null>> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  filter: 'SAFETY',
  none: null,
  error: null,
};

function failure(status: number, message: string, details?: readonly JsonObject[]): VendorError {
  const error = { code: status, message, status: STATUS_NAMES[status] ?? 'UNKNOWN', ...(details && { details }) };
  return { status, headers: JSON_HEADERS, body: `${JSON.stringify({ error }, null, 2)}\n` };
}

function failWith(status: number, model: string): VendorError {
  if (status !== 429) return failure(status, `This stands for a failure with HTTP status ${status}.`);
  return failure(429, 'You exceeded your current quota. Please retry in 34.4s.', [
    {
      '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
      violations: [
        {
          quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
          quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier',
          quotaDimensions: { location: 'global', model },
          quotaValue: '10',
        },
      ],
    },
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.4s' },
  ]);
}

/** Thoughts are counted beside the candidates, and the cached part inside the prompt. */
function usageOf(reply: Reply, tokensSent: number): JsonObject {
  const { promptTokens, cachedTokens, thoughtTokens } = reply;
  return {
    promptTokenCount: promptTokens,
    ...(tokensSent > 0 && { candidatesTokenCount: tokensSent }),
    totalTokenCount: promptTokens + tokensSent + thoughtTokens,
    ...(cachedTokens > 0 && {
      cachedContentTokenCount: cachedTokens,
      cacheTokensDetails: [{ modality: 'TEXT', tokenCount: cachedTokens }],
    }),
    promptTokensDetails: [{ modality: 'TEXT', tokenCount: promptTokens }],
    ...(thoughtTokens > 0 && { thoughtsTokenCount: thoughtTokens }),
  };
}

function response(reply: Reply, parts: readonly JsonObject[], tokensSent: number, isLast: boolean): JsonObject {
  const finishReason = FINISH_REASONS[reply.ending];
  return {
    candidates: [
      {
        content: { ...(parts.length > 0 && { parts }), role: 'model' },
        ...(isLast && finishReason !== null && { finishReason }),
        index: 0,
      },
    ],
    usageMetadata: usageOf(reply, tokensSent),
    modelVersion: reply.model,
    responseId: reply.id.slice(0, 22),
  };
}

function thoughtParts(reply: Reply): readonly JsonObject[] {
  const { includeThoughts } = objectIn(objectIn(reply.request, 'generationConfig'), 'thinkingConfig');
  if (includeThoughts !== true || reply.thoughtTokens === 0) return [];
  return [{ text: 'Weighing what was asked.', thought: true }];
}

/** Google's stream: events end with CRLF, there is no `[DONE]`, and an error arrives as bare JSON without `data:`. */
const generateContent: Dialect = {
  whole: (reply) => {
    const { body } = failWith(503, reply.model);
    if (reply.ending === 'error') return body;
    const text = reply.tokens.length === 0 ? [] : [{ text: reply.tokens.join('') }];
    return `${JSON.stringify(response(reply, [...thoughtParts(reply), ...text], reply.tokens.length, true), null, 2)}\n`;
  },
  pieces: (reply) => {
    const event = (json: JsonObject, isToken: boolean): Piece => ({
      text: `data: ${JSON.stringify(json)}\r\n\r\n`,
      isToken,
    });
    const thoughts = thoughtParts(reply);
    const last = reply.tokens.length - 1;
    return [
      ...(thoughts.length > 0 ? [event(response(reply, thoughts, 0, false), false)] : []),
      ...reply.tokens.map((text, index) => event(response(reply, [{ text }], index + 1, index === last), true)),
      ...(reply.tokens.length === 0 && reply.ending !== 'error' ? [event(response(reply, [], 0, true), false)] : []),
      ...(reply.ending === 'error' ? [{ text: failWith(503, reply.model).body, isToken: false }] : []),
    ];
  },
};

/** The last turn of the person, its text parts joined. */
function questionOf(body: JsonObject): string {
  const turn = listIn(body, 'contents').findLast((content) => textIn(content, 'role') !== 'model');
  return listIn(turn, 'parts')
    .map((part) => textIn(part, 'text'))
    .join('');
}

/** The Gemini API: https://ai.google.dev/api/generate-content */
export const gemini: Vendor = {
  name: 'google',
  path: '/google/v1beta',
  models: MODELS,
  tokensBeforeError: 2,
  readCall(path, body) {
    const [, model, method] = /^\/models\/([^:]+):(generateContent|streamGenerateContent)$/.exec(path) ?? [];
    if (model === undefined) return readGeminiEmbeddings(path, body);
    return {
      dialect: generateContent,
      model,
      streams: method === 'streamGenerateContent',
      question: questionOf(body),
      prompt: [body.systemInstruction, body.contents],
      tokensMax: numberIn(objectIn(body, 'generationConfig'), 'maxOutputTokens'),
    };
  },
  keyOf(headers, query) {
    const key = headers['x-goog-api-key'];
    return typeof key === 'string' ? key : (query.get('key') ?? '');
  },
  refuseKey() {
    const message = 'API key not valid. Please pass a valid API key.';
    return failure(400, message, [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'API_KEY_INVALID',
        domain: 'googleapis.com',
        metadata: { service: 'generativelanguage.googleapis.com' },
      },
      { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message },
    ]);
  },
  refuseModel: (model) =>
    failure(404, `models/${model} is not found for API version v1beta, or is not supported for generateContent.`),
  fail: failWith,
  listModels: () =>
    JSON.stringify({
      models: MODELS.map((name) => ({
        name: `models/${name}`,
        displayName: name,
        supportedGenerationMethods: ['generateContent'],
      })),
    }),
};
