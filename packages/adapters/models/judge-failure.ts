import type { FailureDetails, FailureKind } from '@rapport/core/models/model-failure.ts';
import type { ErrorBody } from './error-body.ts';
import { readRetryDelay } from './retry-delay.ts';
import { ACCOUNT_CLOSED, DAY_SPENT, KEY_REFUSED, NO_CREDIT, RATE_LIMITED, UNKNOWN_MODEL } from './sentences.ts';

/** Everything of a failed answer that its judgement needs. */
export interface FailedAnswer {
  /** HTTP status; one of 2xx when the failure hides in an answer. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: ErrorBody;
}

interface Rule {
  readonly kind: FailureKind;
  readonly exhausted?: 'credit';
  /** Statuses it holds for; left out, any that is not the vendor's own breakdown. */
  readonly statuses?: readonly number[];
  /** True when the status alone decides. */
  readonly byStatus?: true;
  readonly codes?: RegExp;
  /** How the vendor's own sentence begins; only where a status says that it is about the account, key or model. */
  readonly sentence?: RegExp;
  /** Words anywhere in the message, which may quote the person: only for what sets no model aside. */
  readonly message?: RegExp;
}

/**
 * What a failure is, by the body before the status; the first rule that holds decides. The codes are the vendors' own:
 * https://ai.google.dev/gemini-api/docs/troubleshooting, https://docs.x.ai/docs/key-information/debugging,
 * https://console.groq.com/docs/errors, https://platform.openai.com/docs/guides/error-codes
 */
const RULES: readonly Rule[] = [
  // An account that is closed for what was written there is closed, not filtered.
  {
    kind: 'refused-key',
    codes: /^(account_deactivated|organization_restricted|organization_deactivated|CONSUMER_SUSPENDED)$/,
    sentence: ACCOUNT_CLOSED,
  },
  // A withheld reply that arrives as an error; at xAI with the status of a refused key.
  {
    kind: 'filtered',
    codes: /^(content_policy_violation|content_filter|invalid_prompt|moderation_blocked|ResponsibleAIPolicyViolation)$/,
    message:
      /violat(es?|ing|ion of)\s.{0,40}\b(usage (guidelines|polic)|content polic|responsible ai|safety polic|terms of (use|service))|content management policy|SAFETY_CHECK_TYPE|flagged (as|by|for)\b|(input|prompt|message|content) was flagged\b|content exists risk/i,
  },
  { kind: 'rate-limited', exhausted: 'credit', statuses: [402], byStatus: true },
  {
    kind: 'rate-limited',
    exhausted: 'credit',
    codes:
      /^(insufficient_quota|insufficient_credits|insufficient_balance|billing_hard_limit_reached|billing_not_active|blocked_api_access)$/,
    sentence: NO_CREDIT,
  },
  { kind: 'too-large', statuses: [413], byStatus: true },
  {
    kind: 'too-large',
    // At OpenAI with the status and the code of a limit that passes, but it never will.
    statuses: [429],
    message: /^request too large/i,
  },
  {
    kind: 'too-large',
    statuses: [400, 403, 422],
    codes:
      /^(context_length_exceeded|request_too_large|string_above_max_length|exceed_context_size_error|payload_too_large)$/,
    message:
      /request too large|token count.{0,40}exceeds|exceeds? the (maximum|context|limit|available context|model'?s)|(maximum|max) (context|prompt|input|sequence) length|context (length|window|size) (is |was )?exceeded|reduce (the|your) (length|prompt|input|messages)|payload size exceeds|prompt (is )?too long|input is too long|too many (input )?tokens\b/i,
  },
  {
    kind: 'unknown-model',
    statuses: [400, 401, 403, 404, 410, 422],
    codes:
      /^(model_not_found|model_not_available|model_decommissioned|model_permission_blocked\w*|model_terms_required|unknown_model|invalid_model|DeploymentNotFound)$/,
    sentence: UNKNOWN_MODEL,
  },
  { kind: 'unknown-model', statuses: [404, 410], byStatus: true },
  {
    kind: 'refused-key',
    statuses: [400, 401, 403],
    codes:
      /^(API_KEY_\w+|invalid_api_key|SERVICE_DISABLED|PERMISSION_DENIED|IAM_PERMISSION_DENIED|UNAUTHENTICATED|ACCESS_TOKEN_\w+|unsupported_country_region_territory|authentication_error|permission_error|unauthorized|BILLING_DISABLED)$/,
    sentence: KEY_REFUSED,
  },
  { kind: 'refused-key', statuses: [401], byStatus: true },
  { kind: 'rate-limited', statuses: [429], byStatus: true },
  {
    kind: 'rate-limited',
    statuses: [400, 403],
    codes: /^(RESOURCE_EXHAUSTED|rate_limit_exceeded|rate_limit_error|too_many_requests)$/i,
    sentence: RATE_LIMITED,
  },
];

/** The vendor broke down, or something before it did: never the request's fault. 498 is Groq's "out of capacity". */
const BREAKDOWN_STATUSES: ReadonlySet<number> = new Set([408, 409, 421, 423, 425, 498, 499]);
/** Those of refusals that are about the account, the key or the model. Another may quote the request it is about. */
const SENTENCE_STATUSES: ReadonlySet<number> = new Set([400, 401, 402, 403, 429]);

/**
 * Reads what failed into the chain's words. Never carries the vendor's sentence. A request that was answered at all, with
 * 2xx, was no bad one: what its answer reports is the vendor's own trouble unless a rule knows better.
 */
export function judgeFailure({ status, headers, body }: FailedAnswer, now: number): Omit<FailureDetails, 'usage'> {
  const isRefusal = status < 200 || status >= 300;
  const effective = isRefusal ? status : body.status;
  const rule = asksForMoreThanItsLimit(effective, body) ? TOO_LARGE : findRule(effective, body);
  const kind = rule?.kind ?? (isRefusal ? kindByStatus(status, body) : 'failed');
  const waits = kind === 'rate-limited' || kind === 'failed';
  return {
    kind,
    status: isRefusal ? status : null,
    code: safeCode(body.codes),
    retryAfterMs: waits ? readRetryDelay(headers, effective === 429 ? body : { ...body, message: '' }, now) : null,
    exhausted: kind === 'rate-limited' ? (rule?.exhausted ?? exhaustedDay(effective, body)) : null,
    requestId: safeId(headers.get('x-request-id') ?? body.requestId),
  };
}

const TOO_LARGE: Pick<Rule, 'kind' | 'exhausted'> = { kind: 'too-large' };

/** "Limit 6000, Used 10, Requested 9000", as Groq and OpenAI write it: no wait makes room for that. */
function asksForMoreThanItsLimit(status: number | null, { message }: ErrorBody): boolean {
  const [, limit, requested] = /\bLimit:? (\d+),.{0,40}\bRequested:? (\d+)/i.exec(message) ?? [];
  return (status === 429 || status === null) && limit !== undefined && Number(requested) > Number(limit);
}

function findRule(status: number | null, body: ErrorBody): Rule | undefined {
  // What a vendor or proxy says while it is broken is about itself.
  if (status !== null && (status >= 500 || status < 400 || BREAKDOWN_STATUSES.has(status))) return undefined;
  return RULES.find((rule) => {
    if (status !== null && rule.statuses !== undefined && !rule.statuses.includes(status)) return false;
    if (rule.byStatus === true) return status !== null;
    // A page that is not the vendor's decides nothing by its words.
    if (!body.isJson && body.message.includes('<')) return false;
    return body.codes.some((code) => rule.codes?.test(code)) || hasWords(rule, status, body);
  });
}

function kindByStatus(status: number, body: ErrorBody): FailureKind {
  if (status < 400 || status >= 500 || BREAKDOWN_STATUSES.has(status)) return 'failed';
  // A firewall's page before the vendor says nothing about the key.
  if (status === 403) return body.isJson || !body.message.includes('<') ? 'refused-key' : 'failed';
  return 'bad-request';
}

function hasWords({ sentence, message }: Rule, status: number | null, body: ErrorBody): boolean {
  const isTelling = status !== null && SENTENCE_STATUSES.has(status);
  if (isTelling && sentence !== undefined && body.sentences.some((begun) => sentence.test(begun))) return true;
  return message?.test(body.message) === true;
}

function exhaustedDay(status: number | null, { quotaIds, sentences }: ErrorBody): 'day' | null {
  const isTold = status === 429 && sentences.some((sentence) => DAY_SPENT.test(sentence));
  return isTold || quotaIds.some((quotaId) => /PerDay/i.test(quotaId)) ? 'day' : null;
}

/** The first code that is one word of a machine, as it may be logged. */
function safeCode(codes: readonly string[]): string | null {
  return codes.find((code) => /^[A-Za-z0-9_.-]{1,64}$/.test(code)) ?? null;
}

/** A vendor's id as it may be logged and stored, or null. */
export function safeId(id: string | null | undefined): string | null {
  return id != null && /^[\w.:/+=-]{1,200}$/.test(id) ? id : null;
}
