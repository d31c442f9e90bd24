import { readdirSync, readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { ServerProcess } from './server-process.ts';

export interface LoadResult {
  readonly name: string;
  /** Median with one connection, so without waiting for others. */
  readonly aloneP50Ms: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requestsPerSecond: number;
  /** Processor time of the server's process for one request. */
  readonly nodeCpuMs: number;
  /** Processor time of all PostgreSQL's processes for one request; null where it can't be read or isn't used. */
  readonly postgresCpuMs: number | null;
  readonly failed: number;
}

const QUESTIONS = [
  'How often should I wash 4C hair?',
  'What is low porosity?',
  'My scalp itches under my braids',
  'How do I detangle without breakage?',
];

export interface Load {
  readonly scenario: 'bare' | 'json' | 'stream';
  readonly assistant: 'jumbo' | 'sienna';
  readonly seconds: number;
  readonly connections: number;
}

const REMARKS = [
  'I had a long day at work',
  'my sister is visiting next week',
  "I'm tired but proud",
  'we went swimming today',
];

/** Warms up, then measures alone and under load. */
export async function measure(
  name: string,
  server: ServerProcess,
  { scenario, assistant, seconds, connections }: Load,
): Promise<LoadResult> {
  const requests =
    scenario === 'bare'
      ? [bareRequest]
      : server.people.map((person, index) => turnRequest(person, index, assistant, scenario));
  const fire = (duration: number, parallel: number) => shoot(server.url, requests, duration, parallel);
  await fire(2, connections);
  const alone = await fire(Math.max(2, seconds / 2), 1);
  const cpuBefore = await server.cpuMs();
  const postgresBefore = postgresCpuMs();
  const loaded = await fire(seconds, connections);
  const answered = loaded.requests.total;
  const postgresAfter = postgresCpuMs();
  return {
    name,
    aloneP50Ms: alone.latency.p50,
    p50Ms: loaded.latency.p50,
    p99Ms: loaded.latency.p99,
    requestsPerSecond: loaded.requests.average,
    nodeCpuMs: ((await server.cpuMs()) - cpuBefore) / answered,
    postgresCpuMs:
      server.usesPostgresql && postgresBefore !== null && postgresAfter !== null
        ? (postgresAfter - postgresBefore) / answered
        : null,
    failed: loaded.non2xx + loaded.errors + loaded.timeouts,
  };
}

const bareRequest: autocannon.Request = { method: 'GET', path: '/' };

function turnRequest(
  person: ServerProcess['people'][number],
  index: number,
  assistant: 'jumbo' | 'sienna',
  scenario: 'json' | 'stream',
): autocannon.Request {
  return {
    method: 'POST',
    path: '/api/v1/chat',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${person.token}`,
      accept: scenario === 'stream' ? 'text/event-stream' : 'application/json',
    },
    body: JSON.stringify({
      assistant,
      conversationId: person.conversations[assistant],
      message: (assistant === 'sienna' ? QUESTIONS : REMARKS)[index % QUESTIONS.length],
    }),
  };
}

const shoot = (url: string, requests: autocannon.Request[], duration: number, connections: number) =>
  autocannon({ url, connections, duration, requests, timeout: 30 });

/** Clock ticks are a hundredth of a second on every Linux that Node runs on (sysconf(_SC_CLK_TCK)). */
const MS_PER_TICK = 10;

/** Processor time PostgreSQL's processes have used so far, those gone included through their parent; null elsewhere. */
function postgresCpuMs(): number | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(cpuOfPostgresProcess)
      .reduce((sum, milliseconds) => sum + milliseconds, 0);
  } catch {
    return null;
  }
}

function cpuOfPostgresProcess(pid: string): number {
  try {
    const [before = '', after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    if (!before.includes('(postgres')) return 0;
    // Fields 14 and 15 of proc(5): user and system time; the state is field 3.
    const fields = after.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    // The process ended between the listing and the look.
    return 0;
  }
}
