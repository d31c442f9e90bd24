import type { AdviceKind } from '../assistants/advice-definition.ts';

/** What came of advice, as the person said it. */
export const OUTCOMES = ['worked', 'partly', 'did_not', 'not_tried', 'harmed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The latest report on advice. */
export interface LatestReport {
  readonly id: string;
  readonly outcome: Outcome;
  /** Their own words; null for what they entered by hand. */
  readonly quote: string | null;
  /** ISO 8601. */
  readonly reportedAt: string;
}

/** A row of `advice` with its latest report, as a query's JSON gives it. Times are ISO 8601. */
export interface Advice {
  readonly id: string;
  readonly kind: AdviceKind;
  readonly itemKind: 'passage' | 'product';
  /** The passage's or the product's id. */
  readonly item: string;
  /** Going on from "we talked about". */
  readonly phrase: string;
  readonly concern: string | null;
  /** Going on from "for your"; null where it was not clear what it was for. */
  readonly concernWords: string | null;
  readonly givenAt: string;
  /** From when on it may be asked after; null: never. */
  readonly askAfter: string | null;
  /** How often it was asked after. */
  readonly asks: number;
  readonly askedAt: string | null;
  readonly droppedAt: string | null;
  readonly report: LatestReport | null;
}

/** Each advice is asked after so often at most, answered or not: a third time would be nagging. */
export const MOST_ASKS = 2;

export type AdviceState = 'given' | 'asked' | 'dropped' | Outcome;

/** Where advice stands: what came of it, else whether it was asked after. Asked after as often as may be and never answered, it is dropped. */
export function stateOf(
  {
    report,
    droppedAt,
    asks,
    askedAt,
  }: Pick<Advice, 'droppedAt' | 'asks' | 'askedAt'> & { readonly report: Pick<LatestReport, 'outcome'> | null },
  now: Date,
): AdviceState {
  if (report !== null) return report.outcome;
  if (droppedAt !== null) return 'dropped';
  if (asks === 0) return 'given';
  const silentMs = askedAt === null ? 0 : now.getTime() - new Date(askedAt).getTime();
  return asks >= MOST_ASKS && silentMs > SILENT_DAYS * DAY_MS ? 'dropped' : 'asked';
}

export const DAY_MS = 86_400_000;
/** After the last question an answer is waited for this long. */
const SILENT_DAYS = 7;

/**
 * A column with a person's advice of an assistant, the latest given first, as {@link Advice}; null when there is none. What the
 * advice was given in is no part of it: a turn needs what, when and what came of it.
 */
export const adviceOf = (user: string, assistant: string): string => `
  (select json_agg(json_build_object('id', advice.id, 'kind', advice.kind, 'itemKind', item_kind, 'item', item,
     'phrase', phrase, 'concern', concern, 'concernWords', concern_words, 'givenAt', advice.given_at, 'askAfter', ask_after,
     'asks', asks, 'askedAt', asked_at, 'droppedAt', dropped_at, 'report', latest.report) order by advice.given_at desc, advice.id)
   from advice left join lateral (
     select json_build_object('id', id, 'outcome', outcome, 'quote', quote, 'reportedAt', reported_at) as report
     from advice_reports where user_id = advice.user_id and advice_id = advice.id
     order by reported_at desc, id desc limit 1
   ) latest on true
   where advice.user_id = ${user} and advice.assistant = ${assistant})`;

/** Advice that a reply gives, to be stored with it. */
export interface GivenAdvice {
  readonly id: string;
  readonly kind: AdviceKind;
  readonly itemKind: Advice['itemKind'];
  readonly item: string;
  readonly phrase: string;
  readonly concern: string | null;
  readonly concernWords: string | null;
  /** Null: it is never asked after. */
  readonly askAfter: Date | null;
}

/** What a message says came of advice, to be stored with the turn. */
export interface StoredReport {
  readonly id: string;
  readonly adviceId: string;
  readonly outcome: Outcome;
  readonly quote: string;
  readonly confidence: number;
}

/** What a turn changes of advice. */
export interface AdviceChange {
  readonly given: readonly GivenAdvice[];
  readonly reports: readonly StoredReport[];
  /** The id of what the reply asks after; null when it asks after nothing. */
  readonly asked: string | null;
}

export const NO_ADVICE_CHANGE: AdviceChange = { given: [], reports: [], asked: null };

/**
 * The branches of the commit's statement that write them; placeholders are those of {@link adviceValues}, `from` the branch
 * that has a row with `reply_id` only if the turn is kept. What was deleted meanwhile is reported on no more: its row is locked
 * before a report hangs on it.
 */
export const insertAdvice = (at: {
  readonly user: string;
  readonly assistant: string;
  readonly message: string;
  readonly at: string;
  readonly given: string;
  readonly reports: string;
  readonly asked: string;
  readonly from: string;
}): string => `
advised as (
  insert into advice (user_id, id, assistant, kind, item_kind, item, phrase, concern, concern_words, given_at, ask_after)
  select ${at.user}, g.id, ${at.assistant}, g.kind, g.item_kind, g.item, g.phrase, g.concern, g.concern_words, ${at.at}, g.ask_after
  from ${at.from} cross join json_to_recordset(${at.given}::json) as g (id uuid, kind text, item_kind text, item text,
    phrase text, concern text, concern_words text, ask_after timestamptz)
  on conflict (user_id, assistant, item_kind, item) do update
  set kind = excluded.kind, given_at = excluded.given_at, ask_after = excluded.ask_after, dropped_at = null,
    concern = coalesce(excluded.concern, advice.concern), concern_words = coalesce(excluded.concern_words, advice.concern_words)
  returning id
), advised_in as (
  insert into advice_givings (user_id, advice_id, message_id, given_at)
  select ${at.user}, advised.id, ${at.from}.reply_id, ${at.at} from advised cross join ${at.from}
), reported_on as materialized (
  select advice.id from ${at.from} join advice on advice.user_id = ${at.user}
  where advice.id in (select advice_id from json_to_recordset(${at.reports}::json) as r (advice_id uuid))
  for key share of advice
), reported as (
  insert into advice_reports (user_id, id, advice_id, outcome, quote, message_id, confidence, reported_at)
  select ${at.user}, r.id, r.advice_id, r.outcome, r.quote, ${at.message}, r.confidence, ${at.at}
  from reported_on join json_to_recordset(${at.reports}::json)
    as r (id uuid, advice_id uuid, outcome text, quote text, confidence real) on r.advice_id = reported_on.id
), asked_after as (
  update advice set asks = asks + 1, asked_at = ${at.at} from ${at.from}
  where advice.user_id = ${at.user} and advice.id = ${at.asked} and advice.asks < ${MOST_ASKS}
)`;

/** The parameters of {@link insertAdvice}: given, reports and asked. */
export const adviceValues = ({ given, reports, asked }: AdviceChange): readonly unknown[] => [
  JSON.stringify(
    given.map(({ itemKind, concernWords, askAfter, ...row }) => ({
      ...row,
      item_kind: itemKind,
      concern_words: concernWords,
      ask_after: askAfter,
    })),
  ),
  JSON.stringify(
    reports.map(({ adviceId, quote, ...row }) => ({
      ...row,
      advice_id: adviceId,
      quote: quote.replaceAll('\u0000', '').toWellFormed(),
    })),
  ),
  asked,
];
