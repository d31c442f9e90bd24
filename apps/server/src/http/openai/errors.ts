import type { OpenAiError, ProblemCode, ProblemDocument } from '@rapport/wire';

/** Where OpenAI's clients knock: there every error has OpenAI's form, also those of the edge and of unknown paths. */
export const isOpenAiPath = (path: string): boolean => path.startsWith('/v1/');

/** OpenAI's names for what went wrong, as its clients know them; ours where it has none. */
const NAMES: Readonly<Partial<Record<ProblemCode, { readonly type: string; readonly code: string | null }>>> = {
  VALIDATION_ERROR: { type: 'invalid_request_error', code: null },
  UNAUTHENTICATED: { type: 'invalid_request_error', code: 'invalid_api_key' },
  FORBIDDEN: { type: 'invalid_request_error', code: 'insufficient_permissions' },
  NOT_FOUND: { type: 'invalid_request_error', code: null },
  CONFLICT: { type: 'invalid_request_error', code: 'conflict' },
  // Ours at a vendor's, not the caller's: the name would say that theirs is wrong.
  INVALID_API_KEY: { type: 'server_error', code: null },
  RATE_LIMIT_EXCEEDED: { type: 'requests', code: 'rate_limit_exceeded' },
};

/** A problem in the form of OpenAI's errors. The first field that is wrong gives the parameter and the message. */
export function openAiErrorOf({ code, status, detail, errors }: ProblemDocument): OpenAiError {
  const [first] = errors ?? [];
  const param = first === undefined ? null : parameterOf(first.path);
  const names = NAMES[code] ?? {
    type: status < 500 ? 'invalid_request_error' : 'server_error',
    code: code.toLowerCase(),
  };
  const isUnknownModel = code === 'NOT_FOUND' && param === 'model';
  return {
    error: {
      message: first === undefined ? detail : `${param ?? 'the body'}: ${first.message}`,
      type: names.type,
      param,
      code: isUnknownModel ? 'model_not_found' : names.code,
    },
  };
}

/** `body.messages.0.content` is `messages[0].content` in OpenAI's words; null for the body as a whole. */
function parameterOf(path: string): string | null {
  const name = path.replace(/^\w+\.?/, '').replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]');
  return name === '' ? null : name;
}
