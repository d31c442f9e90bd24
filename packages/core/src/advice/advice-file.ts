import type { AdviceOnFile, AdviceOutcomes, AdvicePatch } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import type { Clock, NewId } from '../runtime.ts';
import type { AdviceKind } from '../assistants/advice-definition.ts';
import { type Outcome, stateOf } from './advice.ts';

export interface AdviceFileContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}

interface AdviceRow {
  id: string;
  assistant: string;
  kind: AdviceKind;
  item_kind: 'passage' | 'product';
  item: string;
  phrase: string;
  concern: string | null;
  given_at: Date;
  ask_after: Date | null;
  asks: number;
  asked_at: Date | null;
  dropped_at: Date | null;
  message_id: string | null;
  reports:
    | {
        id: string;
        outcome: Outcome;
        quote: string | null;
        messageId: string | null;
        confidence: number;
        reportedAt: string;
      }[]
    | null;
}

const LIST: Statement = {
  name: 'advice-list',
  text: `
select advice.id, assistant, kind, item_kind, item, phrase, concern, advice.given_at, ask_after, asks, asked_at, dropped_at,
  (select message_id from advice_givings where user_id = advice.user_id and advice_id = advice.id
   order by given_at desc, message_id desc limit 1) as message_id,
  (select json_agg(json_build_object('id', id, 'outcome', outcome, 'quote', quote, 'messageId', message_id,
     'confidence', confidence, 'reportedAt', reported_at) order by reported_at desc, id desc)
   from advice_reports where user_id = advice.user_id and advice_id = advice.id) as reports
from advice
where advice.user_id = $1 and ($2::text is null or assistant = $2) and ($3::uuid is null or advice.id = $3)
order by advice.given_at desc, advice.id`,
};

/** What a person was advised and what came of it, the latest first. There is a row a thing, so that it is no list to page through. */
export async function listAdvice(
  { database, clock }: AdviceFileContext,
  userId: string,
  assistant: string | null,
): Promise<AdviceOnFile[]> {
  const rows = await execute<AdviceRow>(database.pool, LIST, [userId, assistant, null]);
  const now = clock.now();
  return rows.map((row) => onFile(row, now));
}

const REPORT: Statement = {
  name: 'advice-report',
  text: `
with advised as (
  select user_id, id from advice where user_id = $1 and id = $2 for key share
)
insert into advice_reports (user_id, id, advice_id, outcome, confidence, reported_at)
select user_id, $3, id, $4, 1, $5 from advised`,
};
const DROP: Statement = {
  name: 'advice-drop',
  text: 'update advice set dropped_at = $3 where user_id = $1 and id = $2',
};

/** Enters what came of advice; what was told before stays as history. Null when the person has no such advice. */
export async function reportOnAdvice(
  { database, clock, newId }: AdviceFileContext,
  userId: string,
  id: string,
  { outcome }: AdvicePatch,
): Promise<AdviceOnFile | null> {
  const now = clock.now();
  if (outcome === 'dropped') await execute(database.pool, DROP, [userId, id, now]);
  else await execute(database.pool, REPORT, [userId, id, newId(), outcome, now]);
  const [row] = await execute<AdviceRow>(database.pool, LIST, [userId, null, id]);
  return row === undefined ? null : onFile(row, now);
}

const DELETE: Statement = {
  name: 'advice-delete',
  text: 'delete from advice where user_id = $1 and id = $2 returning id',
};

/** Deletes advice with all that was told of it; false when the person has no such advice. */
export async function deleteAdvice({ database }: AdviceFileContext, userId: string, id: string): Promise<boolean> {
  return (await execute(database.pool, DELETE, [userId, id])).length > 0;
}

/** Fewer people than this could be guessed at, so that nothing is told of what they said. */
export const LEAST_PEOPLE = 5;

const COUNT: Statement = {
  name: 'advice-count',
  text: `
select assistant, item_kind, item, count(*)::integer as people,
  count(*) filter (where outcome = 'worked')::integer as worked,
  count(*) filter (where outcome = 'partly')::integer as partly,
  count(*) filter (where outcome = 'did_not')::integer as "didNot",
  count(*) filter (where outcome = 'not_tried')::integer as "notTried",
  count(*) filter (where outcome = 'harmed')::integer as harmed
from advice
cross join lateral (
  select outcome from advice_reports where user_id = advice.user_id and advice_id = advice.id
  order by reported_at desc, id desc limit 1
) latest
where $1::text is null or assistant = $1
group by assistant, item_kind, item
having count(*) >= $2
order by people desc, assistant, item`,
};

/** What came of each thing that is advised, as counts of people by their latest word; of nothing that few told of. */
export async function countOutcomes(
  { database }: Pick<AdviceFileContext, 'database'>,
  assistant: string | null,
): Promise<AdviceOutcomes> {
  type Row = Omit<AdviceOutcomes['items'][number], 'source'> & { item_kind: 'passage' | 'product'; item: string };
  const rows = await execute<Row>(database.pool, COUNT, [assistant, LEAST_PEOPLE]);
  return {
    leastPeople: LEAST_PEOPLE,
    items: rows.map(({ item_kind, item, ...counts }) => ({ ...counts, source: { kind: item_kind, id: item } })),
  };
}

function onFile(row: AdviceRow, now: Date): AdviceOnFile {
  const reports = row.reports ?? [];
  const [latest] = reports;
  const state = stateOf(
    {
      report: latest ?? null,
      droppedAt: row.dropped_at?.toISOString() ?? null,
      asks: row.asks,
      askedAt: row.asked_at?.toISOString() ?? null,
    },
    now,
  );
  const isOver = state !== 'given' && state !== 'asked';
  return {
    id: row.id,
    assistant: row.assistant,
    kind: row.kind,
    what: row.phrase,
    source: { kind: row.item_kind, id: row.item },
    concern: row.concern,
    state,
    messageId: row.message_id,
    givenAt: row.given_at.toISOString(),
    askAfter: isOver ? null : (row.ask_after?.toISOString() ?? null),
    askedAt: row.asked_at?.toISOString() ?? null,
    reports: reports.map(({ outcome, quote, messageId, confidence, reportedAt }) => ({
      outcome,
      quote,
      sourceMessageId: messageId,
      confidence,
      reportedAt: new Date(reportedAt).toISOString(),
    })),
  };
}
