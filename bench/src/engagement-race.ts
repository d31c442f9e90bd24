import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { openPostgresql } from '@rapport/adapters/database/postgresql.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { planSends } from '@rapport/core/engagement/plan-sends.ts';
import {
  createPostgresqlTemplate,
  dropPostgresqlDatabase,
  findServices,
  openMailServer,
  type ReceivedMail,
  withDatabase,
} from '@rapport/dev-env';
import { raceAssistants, raceClock } from './engagement-workload.ts';

// Eight processes send campaigns to the same people while one after the other is killed with SIGKILL and replaced. Then every row and
// every mail is counted. Fails where somebody got nothing, or anything twice that the guarantees rule out.
const PEOPLE = Number(process.env.RACE_PEOPLE ?? 3_000);
const WORKERS = 8;
const DAY_MS = 86_400_000;
/** A mail server counts a mail before it says so: a worker killed in between is what makes a second attempt necessary. */
const MAIL_TAKES_MS = 15;
const SHORTEST_BETWEEN_KILLS_MS = 500;
const LONGEST_MS = Number(process.env.RACE_SECONDS ?? 480) * 1_000;

const { postgresql: postgresqlUrl } = await findServices(process.env);
if (postgresqlUrl === null) throw new Error('The race needs PostgreSQL: set TEST_DATABASE_URL');
const name = await createPostgresqlTemplate(postgresqlUrl);
const connectionString = withDatabase(postgresqlUrl, name);
const silent = () => undefined;
const database = await openPostgresql({
  connectionString,
  poolSize: 2,
  tls: { mode: 'off' },
  onProgress: silent,
  onIdleError: silent,
});
const mailServer = await openMailServer({ takesMs: MAIL_TAKES_MS });
const startedAt = Date.now();
// Long ago, for the time of sending is never ahead of the database's.
const base = startedAt - 100 * DAY_MS;
let isOver = false;
const running: ChildProcess[] = [];
/** Workers that have begun. */
const ready = new Set<ChildProcess>();
try {
  await arrive(database);
  const kills = await race();
  isOver = true;
  process.exitCode = report(await countRows(database), mailServer.mails, kills) ? 0 : 1;
} finally {
  isOver = true;
  for (const child of running) child.kill('SIGKILL');
  await database.close();
  mailServer.close();
  await dropPostgresqlDatabase(postgresqlUrl, name);
}

/** The campaigns are served from before; then everybody says something, and a week passes. */
async function arrive({ pool }: Database): Promise<void> {
  const before = base - 8 * DAY_MS;
  const dependencies = {
    database,
    clock: raceClock(before, startedAt),
    newId: randomUUID,
    assistants: raceAssistants(),
    mail: null,
  };
  await planSends(dependencies, new AbortController().signal);
  await pool.query(
    `with made as (
       insert into users (id, name, email) select gen_random_uuid(), '', gen_random_uuid() || '@example.com' from generate_series(1, $1) returning id
     )
     insert into conversations (id, user_id, assistant, brand, last_sequence, created_at, updated_at)
     select gen_random_uuid(), id, 'robin', 'robin', 3, $2, $2 from made`,
    [PEOPLE, new Date(base - 7 * DAY_MS - 3_600_000)],
  );
  // A third agreed to mail, a third to the inbox, a third to both: of these two, the second to be decided is one too many.
  await pool.query(
    `update profiles set channels = json_build_object('email', place % 3 <> 1, 'push', false, 'inApp', place % 3 <> 0)
     from (select user_id, row_number() over (order by user_id) as place from profiles) placed
     where placed.user_id = profiles.user_id`,
  );
  await pool.query('analyze');
}

function startWorker(place: number): void {
  const child = fork(new URL('./engagement-worker.ts', import.meta.url), [
    connectionString,
    mailServer.url,
    String(base),
    String(startedAt),
  ]);
  running[place] = child;
  child.once('message', () => ready.add(child));
  child.on('exit', () => {
    ready.delete(child);
    if (!isOver) startWorker(place);
  });
}

/** Runs until everything is decided. Returns how many workers were killed. */
async function race(): Promise<number> {
  for (let place = 0; place < WORKERS; place += 1) startWorker(place);
  let kills = 0;
  while (Date.now() - startedAt < LONGEST_MS) {
    await delay(SHORTEST_BETWEEN_KILLS_MS + Math.random() * 1_000);
    // Only who has begun: a machine that is slow to start processes would otherwise kill none that works.
    const victim = [...ready][Math.floor(Math.random() * ready.size)];
    if (victim?.kill('SIGKILL')) kills += 1;
    const { rows } = await database.pool.query<{ decided: number; open: number }>(
      `select count(*) filter (where state not in ('planned', 'sending'))::integer as decided,
         count(*) filter (where state in ('planned', 'sending'))::integer as open from campaign_sends`,
    );
    if (rows[0]?.open === 0 && rows[0].decided >= PEOPLE * 2) break;
  }
  return kills;
}

interface RowCounts {
  readonly rows: number;
  readonly open: number;
  readonly inbox: number;
  readonly mails: readonly string[];
  readonly capped: number;
  /** With those not agreed to. */
  readonly skipped: number;
  readonly people: number;
  readonly retried: number;
}

async function countRows({ pool }: Database): Promise<RowCounts> {
  const { rows } = await pool.query<RowCounts>(
    `select count(*)::integer as rows, count(*) filter (where state in ('planned', 'sending'))::integer as open,
       count(*) filter (where state = 'sent' and channel = 'inbox')::integer as inbox,
       coalesce(array_agg(id::text) filter (where state = 'sent' and channel = 'email'), '{}') as mails,
       count(*) filter (where reason = 'capped')::integer as capped,
       count(*) filter (where reason in ('capped', 'not-agreed'))::integer as skipped,
       count(distinct user_id) filter (where state = 'sent')::integer as people,
       count(*) filter (where attempts > 1)::integer as retried
     from campaign_sends`,
  );
  if (rows[0] === undefined) throw new Error('Nothing was counted');
  return rows[0];
}

/** Whether everything is as promised. */
function report(counted: RowCounts, mails: readonly ReceivedMail[], kills: number): boolean {
  const arrivals = new Map<string, number>();
  for (const { source } of mails) {
    const id = /^Message-ID: <([^@>]+)@/im.exec(source)?.[1] ?? '';
    arrivals.set(id, (arrivals.get(id) ?? 0) + 1);
  }
  const repeated = [...arrivals.values()].filter((count) => count > 1).length;
  const sent = counted.inbox + counted.mails.length;
  const checks: readonly (readonly [what: string, holds: boolean])[] = [
    ['a row for each person and campaign, none left open', counted.rows === PEOPLE * 2 && counted.open === 0],
    [
      'everybody got exactly one of the two, the other has its reason',
      counted.people === PEOPLE && sent === PEOPLE && counted.capped === PEOPLE,
    ],
    ['every mail noted as sent arrived', counted.mails.every((id) => arrivals.has(id))],
    ['no mail arrived that is not noted', arrivals.size === counted.mails.length],
    ['no mail went to anybody under two ids', new Set(mails.map(({ to }) => to[0])).size === arrivals.size],
    ['a mail arrived again only where an attempt was made again', repeated <= counted.retried],
  ];
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(0);
  const lines = [
    `${PEOPLE} people, ${WORKERS} workers, ${kills} killed, ${seconds} s, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
    `rows ${counted.rows}: in the inbox ${counted.inbox}, mailed ${counted.mails.length}, capped ${counted.capped}, not agreed ${counted.skipped - counted.capped}, open ${counted.open}`,
    `mail server: ${mails.length} mails under ${arrivals.size} Message-IDs; ${repeated} came again under the same; ${counted.retried} rows attempted again`,
    ...checks.map(([what, holds]) => `${holds ? 'ok  ' : 'FAIL'} ${what}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return checks.every(([, holds]) => holds);
}
