import { asksUsage, type ChatFlavour, chatCompletions, readChatCall } from './chat-completions.ts';
import { readOpenAiEmbeddings } from './embeddings.ts';
import { bearerOf, type JsonObject, type Reply, type Vendor, type VendorError, type VendorName } from './vendor.ts';

const JSON_HEADERS = { 'content-type': 'application/json' };

const failure = (status: number, body: JsonObject, headers: Readonly<Record<string, string>> = {}): VendorError => ({
  status,
  headers: { ...JSON_HEADERS, ...headers },
  body: JSON.stringify(body),
});

const sentenceFor = (status: number): string => `This stands for a failure with HTTP status ${status}.`;

/** The first and the last letters of a key, as vendors quote it back. */
const masked = (key: string): string => `${key.slice(0, 2)}***${key.slice(-2)}`;

const classesOf = ({ cachedTokens, thoughtTokens }: Reply): JsonObject => ({
  prompt_tokens_details: { cached_tokens: cachedTokens, audio_tokens: 0 },
  completion_tokens_details: {
    reasoning_tokens: thoughtTokens,
    audio_tokens: 0,
    accepted_prediction_tokens: 0,
    rejected_prediction_tokens: 0,
  },
});

/** At OpenAI thoughts are part of the completion's tokens. */
const usageWithThoughtsInside = (reply: Reply): JsonObject => {
  const completion = reply.tokens.length + reply.thoughtTokens;
  return {
    prompt_tokens: reply.promptTokens,
    completion_tokens: completion,
    total_tokens: reply.promptTokens + completion,
    ...classesOf(reply),
  };
};

/** At xAI they are not: the total is more than prompt and completion. */
const usageWithThoughtsOutside = (reply: Reply): JsonObject => ({
  prompt_tokens: reply.promptTokens,
  completion_tokens: reply.tokens.length,
  total_tokens: reply.promptTokens + reply.tokens.length + reply.thoughtTokens,
  ...classesOf(reply),
  num_sources_used: 0,
});

const groqUsage = (reply: Reply): JsonObject => {
  const completion = reply.tokens.length + reply.thoughtTokens;
  return {
    queue_time: 0.02,
    prompt_tokens: reply.promptTokens,
    prompt_time: 0.005,
    completion_tokens: completion,
    completion_time: completion / 500,
    total_tokens: reply.promptTokens + completion,
    total_time: 0.005 + completion / 500,
    ...(reply.cachedTokens > 0 && { prompt_tokens_details: { cached_tokens: reply.cachedTokens } }),
    ...(reply.thoughtTokens > 0 && { completion_tokens_details: { reasoning_tokens: reply.thoughtTokens } }),
  };
};

const dataEvent = (body: string): string => `data: ${body}\n\n`;

interface ChatVendorOptions {
  readonly name: VendorName;
  readonly path: string;
  readonly models: readonly string[];
  readonly flavour: ChatFlavour;
  readonly tokensBeforeError: number;
  /** Whether it has `/embeddings` too. */
  readonly embeds?: true;
  refuseKey(key: string): VendorError;
  refuseModel(model: string): VendorError;
  fail(status: number, model: string): VendorError;
}

function chatVendor({ flavour, embeds, ...vendor }: ChatVendorOptions): Vendor {
  const dialect = chatCompletions(flavour);
  const data = vendor.models.map((id) => ({ id, object: 'model', created: 1_735_689_600, owned_by: vendor.name }));
  return {
    ...vendor,
    readCall: (path, body) =>
      readChatCall(dialect, path, body) ?? (embeds === true ? readOpenAiEmbeddings(path, body) : null),
    keyOf: (headers) => bearerOf(headers),
    listModels: () => JSON.stringify({ object: 'list', data }),
  };
}

function openAiFailure(status: number, model: string): VendorError {
  if (status !== 429) {
    const type = status >= 500 ? 'server_error' : 'invalid_request_error';
    return failure(status, { error: { message: sentenceFor(status), type, param: null, code: null } });
  }
  const message = `Rate limit reached for ${model} on tokens per min (TPM): Limit 30000, Used 29800, Requested 900. Please try again in 1.4s.`;
  const error = { message, type: 'tokens', param: null, code: 'rate_limit_exceeded' };
  const waits = { 'retry-after': '2', 'retry-after-ms': '1400', 'x-ratelimit-remaining-tokens': '200' };
  return failure(429, { error }, waits);
}

const openAiFlavour: ChatFlavour = {
  idPrefix: 'chatcmpl-',
  firstDelta: { content: '', refusal: null },
  choice: { logprobs: null },
  saysNullFinish: true,
  thought: () => null,
  usage: usageWithThoughtsInside,
  extras: (reply, place) => ({
    service_tier: 'default',
    system_fingerprint: null,
    ...(place !== 'whole' && asksUsage(reply) && { usage: null }),
  }),
  errorEvent: (model) => dataEvent(openAiFailure(500, model).body),
  errorBody: (model) => openAiFailure(500, model).body,
};

const openAiRefusals: Pick<Vendor, 'refuseKey' | 'refuseModel' | 'fail'> = {
  refuseKey: (key) =>
    failure(
      401,
      {
        error: {
          message: `Incorrect API key provided: ${masked(key)}.`,
          type: 'invalid_request_error',
          param: null,
          code: 'invalid_api_key',
        },
      },
      { 'www-authenticate': 'Bearer realm="OpenAI API"' },
    ),
  refuseModel: (model) =>
    failure(404, {
      error: {
        message: `The model \`${model}\` does not exist or you do not have access to it.`,
        type: 'invalid_request_error',
        param: null,
        code: 'model_not_found',
      },
    }),
  fail: openAiFailure,
};

export const openAi: Vendor = chatVendor({
  name: 'openai',
  path: '/openai/v1',
  models: ['gpt-5-mini', 'gpt-5-nano', 'gpt-4o-mini'],
  flavour: openAiFlavour,
  tokensBeforeError: 2,
  embeds: true,
  ...openAiRefusals,
});

/** Plain chat completions that show their thoughts, with an error in the last chunk, as routers do it. */
export const compatible: Vendor = chatVendor({
  name: 'compatible',
  path: '/compatible/v1',
  models: ['llama3.2', 'qwen3'],
  flavour: {
    ...openAiFlavour,
    firstDelta: { content: '' },
    choice: {},
    thought: (text) => ({ reasoning: text }),
    extras: () => ({}),
    errorEvent: (model) =>
      dataEvent(
        JSON.stringify({
          object: 'chat.completion.chunk',
          model,
          error: { code: 502, message: sentenceFor(502) },
          choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
        }),
      ),
  },
  tokensBeforeError: 2,
  embeds: true,
  ...openAiRefusals,
});

function groqFailure(status: number, model: string): VendorError {
  if (status === 429 || status === 413) {
    const limit = `model \`${model}\` on tokens per minute (TPM): Limit 6000, Requested ${status === 413 ? 9000 : 900}`;
    const message = status === 413 ? `Request too large for ${limit}.` : `Rate limit reached for ${limit}. Try in 7s.`;
    const error = { message, type: 'tokens', code: 'rate_limit_exceeded' };
    return failure(status, { error }, status === 429 ? { 'retry-after': '7' } : {});
  }
  const type = status >= 500 ? 'internal_server_error' : 'invalid_request_error';
  const code = status === 498 ? { code: 'capacity_exceeded' } : {};
  return failure(status, { error: { message: sentenceFor(status), type, ...code } });
}

export const groq: Vendor = chatVendor({
  name: 'groq',
  path: '/groq/openai/v1',
  models: ['llama-3.3-70b-versatile', 'openai/gpt-oss-120b', 'openai/gpt-oss-20b'],
  flavour: {
    idPrefix: 'chatcmpl-',
    firstDelta: { content: '' },
    choice: { logprobs: null },
    saysNullFinish: true,
    thought: (text) => ({ reasoning: text }),
    usage: groqUsage,
    extras: (reply, place) => {
      const id = `req_${reply.id.slice(0, 26)}`;
      const fingerprint = { system_fingerprint: `fp_${reply.id.slice(0, 10)}` };
      if (place === 'middle') return fingerprint;
      if (place === 'whole') return { ...fingerprint, usage_breakdown: null, x_groq: { id } };
      if (place === 'first') return { ...fingerprint, x_groq: { id, seed: Number.parseInt(reply.id.slice(0, 7), 16) } };
      return { ...fingerprint, x_groq: { id, usage: groqUsage(reply) }, usage: groqUsage(reply) };
    },
    errorEvent: (model) => `event: error\n${dataEvent(groqFailure(500, model).body)}`,
    errorBody: (model) => groqFailure(500, model).body,
  },
  tokensBeforeError: 2,
  refuseKey: () =>
    failure(401, {
      error: { message: 'Invalid API Key', type: 'invalid_request_error', code: 'invalid_api_key' },
    }),
  refuseModel: (model) =>
    failure(404, {
      error: {
        message: `The model \`${model}\` does not exist or you do not have access to it.`,
        type: 'invalid_request_error',
        code: 'model_not_found',
      },
    }),
  fail: groqFailure,
});

const XAI_CODES: Readonly<Record<number, string>> = {
  400: 'Client specified an invalid argument',
  404: 'Some requested entity was not found',
  429: 'Some resource has been exhausted',
  503: 'The service is currently unavailable',
};

const xaiFailure = (status: number): VendorError =>
  failure(status, { code: XAI_CODES[status] ?? 'Internal error', error: sentenceFor(status) });

const XAI_STREAM_ERROR = { type: 'error', code: XAI_CODES[503], error: sentenceFor(503) };

export const xai: Vendor = chatVendor({
  name: 'xai',
  path: '/xai/v1',
  models: ['grok-4', 'grok-4-fast', 'grok-3-mini'],
  flavour: {
    idPrefix: '',
    firstDelta: { content: '' },
    choice: {},
    saysNullFinish: false,
    thought: (text) => ({ reasoning_content: text }),
    usage: usageWithThoughtsOutside,
    extras: (reply) => ({ system_fingerprint: `fp_${reply.id.slice(0, 16)}` }),
    errorEvent: () => dataEvent(JSON.stringify(XAI_STREAM_ERROR)),
    errorBody: () => xaiFailure(503).body,
  },
  // Seen as the first event of a stream.
  tokensBeforeError: 0,
  refuseKey: (key) =>
    failure(400, {
      code: XAI_CODES[400],
      error: `Incorrect API key provided: ${masked(key)}. You can obtain an API key from https://console.x.ai.`,
    }),
  refuseModel: (model) =>
    failure(404, {
      code: XAI_CODES[404],
      error: `The model ${model} does not exist or your team does not have access to it.`,
    }),
  fail: xaiFailure,
});
