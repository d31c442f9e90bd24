import type { FailureDetails, FailureKind } from '@rapport/core/models/model-failure.ts';
import type { ErrorBody } from './error-body.ts';
import { readRetryDelay } from './retry-delay.ts';

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
    message:
      /\b(account|organi[sz]ation|project|consumer|team|api[- ]key)\b[^.\n]{0,80}\b(suspended|deactivated|restricted|banned|terminated|disabled|leaked)\b/i,
  },
  // A withheld reply that arrives as an error; at xAI with the status of a refused key.
  {
    kind: 'filtered',
    codes: /^(content_policy_violation|content_filter|invalid_prompt|moderation_blocked|ResponsibleAIPolicyViolation)$/,
    message:
      /violat(es?|ing|ion of)\s.{0,40}\b(usage (guidelines|polic)|content polic|responsible ai|safety polic|terms of (use|service))|content management policy|SAFETY_CHECK_TYPE|flagged (as|by|for)\b|content exists risk/i,
  },
  { kind: 'rate-limited', exhausted: 'credit', statuses: [402], byStatus: true },
  {
    kind: 'rate-limited',
    exhausted: 'credit',
    codes:
      /^(insufficient_quota|insufficient_credits|insufficient_balance|billing_hard_limit_reached|billing_not_active|blocked_api_access)$/,
    message:
      /used all available credits|spend(ing)?[- ](limit|cap)\b|(insufficient|not enough|out of|no|any) (account )?(credits?|balance|funds|quota)\b|credits? (balance|are depleted|is too low)|prepa(id|yment) credits|requires more credits/i,
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
    message:
      /\bmodels?\b[^\n]{0,120}?(not found|does not exist|do(es)? not have access|decommissioned|no longer (available|supported)|is (blocked|retired|not available)|has been (retired|deprecated|removed))|\b(unknown|invalid|unsupported) model\b|not a valid model/i,
  },
  { kind: 'unknown-model', statuses: [404, 410], byStatus: true },
  {
    kind: 'refused-key',
    statuses: [400, 401, 403],
    codes:
      /^(API_KEY_\w+|invalid_api_key|SERVICE_DISABLED|PERMISSION_DENIED|IAM_PERMISSION_DENIED|UNAUTHENTICATED|ACCESS_TOKEN_\w+|unsupported_country_region_territory|authentication_error|permission_error|unauthorized|BILLING_DISABLED)$/,
    message:
      /(incorrect|invalid|expired|missing|revoked|blocked|no) (x-)?api[- _]key|api[- _]key[^.\n]{0,40}(not valid|invalid|expired|not found|missing|revoked|blocked|leaked|required)|location is not supported|enable billing|not available in your country|invalid (authentication|credentials|token)|unregistered callers/i,
  },
  { kind: 'refused-key', statuses: [401], byStatus: true },
  { kind: 'rate-limited', statuses: [429], byStatus: true },
  {
    kind: 'rate-limited',
    statuses: [400, 403],
    codes: /^(RESOURCE_EXHAUSTED|rate_limit_exceeded|rate_limit_error|too_many_requests)$/i,
    message: /rate[- ]limit(ed)?\b|too many requests|quota exceeded|exceeded your current quota/i,
  },
];

/** The vendor broke down, or something before it did: never the request's fault. 498 is Groq's "out of capacity". */
const BREAKDOWN_STATUSES: ReadonlySet<number> = new Set([408, 409, 421, 423, 425, 498, 499]);
const DAY = /\((RPD|TPD|ASD)\)|\bper[- ]day\b|\bdaily (limit|quota)/i;

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
    retryAfterMs: waits ? readRetryDelay(headers, body, now) : null,
    exhausted: kind === 'rate-limited' ? (rule?.exhausted ?? exhaustedDay(body)) : null,
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
    return body.codes.some((code) => rule.codes?.test(code)) || rule.message?.test(body.message) === true;
  });
}

function kindByStatus(status: number, body: ErrorBody): FailureKind {
  if (status < 400 || status >= 500 || BREAKDOWN_STATUSES.has(status)) return 'failed';
  // A firewall's page before the vendor says nothing about the key.
  if (status === 403) return body.isJson || !body.message.includes('<') ? 'refused-key' : 'failed';
  return 'bad-request';
}

/** The day's allowance: a short delay beside it only says when the next refusal may be had. */
function exhaustedDay({ quotaIds, message }: ErrorBody): 'day' | null {
  return quotaIds.some((quotaId) => /PerDay/i.test(quotaId)) || DAY.test(message) ? 'day' : null;
}

/** The first code that is one word of a machine, as it may be logged. */
function safeCode(codes: readonly string[]): string | null {
  return codes.find((code) => /^[A-Za-z0-9_.-]{1,64}$/.test(code)) ?? null;
}

/** A vendor's id as it may be logged and stored, or null. */
export function safeId(id: string | null | undefined): string | null {
  return id != null && /^[\w.:/+=-]{1,200}$/.test(id) ? id : null;
}
