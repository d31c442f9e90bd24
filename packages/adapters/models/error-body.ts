import { isObject, type JsonObject, numberIn, objectIn, objectsIn, parseJson, textIn } from './json.ts';

/** What an error's body says, whichever vendor wrote it. `message` is for judging only: it may quote the person. */
export interface ErrorBody {
  /** The status it states itself, such as 503 inside an answer of status 200. */
  readonly status: number | null;
  /** The vendor's machine codes, the most telling first. */
  readonly codes: readonly string[];
  readonly message: string;
  /** The sentences of `message`, each as the vendor began it: where it speaks itself, before it quotes anyone. */
  readonly sentences: readonly string[];
  /** Google's `RetryInfo`, such as `34.4s`. */
  readonly retryDelay: string | null;
  /** Google's names of the allowances that are used up, from its `QuotaFailure` or its `ErrorInfo`. */
  readonly quotaIds: readonly string[];
  readonly requestId: string | null;
  readonly isJson: boolean;
}

/** Reads a body that may be JSON of any vendor, an array of it, a page of a proxy, or nothing. */
export function readErrorBody(body: string): ErrorBody {
  const parsed = parseJson(body);
  const [document] = Array.isArray(parsed) ? parsed : [parsed];
  return isObject(document) ? readErrorDocument(document) : { ...NOTHING, ...judged([body]) };
}

/** Reads the object that carries an error: `{ error: { … } }`, `{ code, error }`, `{ detail }` and their kin. */
export function readErrorDocument(document: JsonObject): ErrorBody {
  const error = objectIn(document, 'error') ?? document;
  const details = objectsIn(error, 'details');
  const messages = [
    textIn(error, 'message'),
    textIn(document, 'error'),
    textIn(error, 'detail'),
    textIn(objectIn(error, 'metadata'), 'raw'),
  ].filter((message) => message !== null);
  const codes = [
    ...details.map((detail) => textIn(detail, 'reason')),
    textIn(error, 'code'),
    textIn(objectIn(error, 'innererror'), 'code'),
    textIn(error, 'status'),
    textIn(error, 'type'),
    textIn(document, 'code'),
  ].filter((code) => code !== null);
  const inner = innerError(messages);
  const quotaIds = details
    .flatMap((detail) => [
      ...objectsIn(detail, 'violations').map((violation) => textIn(violation, 'quotaId')),
      textIn(objectIn(detail, 'metadata'), 'quota_limit'),
    ])
    .filter((quotaId) => quotaId !== null);
  return {
    status: numberIn(error, 'status_code') ?? statusIn(error, 'code') ?? statusIn(error, 'status'),
    codes: [...new Set([...inner.codes, ...codes])].filter((code) => !/^(error|\d+)$/.test(code)),
    ...judged([...messages, ...inner.sentences]),
    retryDelay:
      details.map((detail) => textIn(detail, 'retryDelay')).find((delay) => delay !== null) ?? inner.retryDelay,
    quotaIds: [...quotaIds, ...inner.quotaIds],
    requestId: textIn(error, 'request_id') ?? textIn(document, 'request_id'),
    isJson: true,
  };
}

/** What comes later in a sentence is no judgement any more, and what is endless would take long to search. */
const MAX_SENTENCE_LENGTH = 2_000;

function judged(messages: readonly string[]): Pick<ErrorBody, 'message' | 'sentences'> {
  const sentences = messages.map((message) => message.slice(0, MAX_SENTENCE_LENGTH));
  return { sentences, message: sentences.join('\n') };
}

/** Gateways hand on a vendor's whole error as the text of their own. */
function innerError(messages: readonly string[]): ErrorBody {
  const wrapped = messages.map((message) => (message.startsWith('{') ? parseJson(message) : null)).find(isObject);
  // What is inside a second time is nobody's habit.
  const error = objectIn(wrapped ?? null, 'error') ?? wrapped;
  const isFlat = error !== undefined && textIn(error, 'message')?.startsWith('{') !== true;
  return isFlat ? readErrorDocument(error) : NOTHING;
}

/** A status as a number or, as some gateways write it, a text of three digits. */
function statusIn(error: JsonObject, key: string): number | null {
  const text = textIn(error, key);
  return text !== null && /^[1-5]\d\d$/.test(text) ? Number(text) : numberIn(error, key);
}

const NOTHING: ErrorBody = {
  status: null,
  codes: [],
  message: '',
  sentences: [],
  retryDelay: null,
  quotaIds: [],
  requestId: null,
  isJson: false,
};
