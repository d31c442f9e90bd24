import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresqlTemplate, dropPostgresqlDatabase, withDatabase } from '@rapport/dev-env/databases.ts';
import type { Behaviour } from '@rapport/dev-env/fake-vendors/fake-vendors.ts';
import { runServer } from '@rapport/dev-env/server-process.ts';
import type { CircuitBreakers, ListedMessage, ModelsReport } from '@rapport/wire';
import { attemptTexts, SEED } from './failing-vendors.ts';
import { TalkingPerson, type TurnSeen } from './failures-client.ts';
import { fakeKey, type VendorsProcess, withVendors } from './vendors-process.ts';

export const TURNS = 1_000;
export const CONNECTIONS = 16;
const TURNS_OF_CONVERSATION = 20;

/** Vendors that hang are given up soon, so that a run ends in minutes. */
export const DEADLINES = {
  MODEL_FIRST_TOKEN_TIMEOUT_MS: '1000',
  MODEL_IDLE_TIMEOUT_MS: '1000',
  MODEL_ATTEMPT_TIMEOUT_MS: '4000',
};
const MODEL_CHAIN = 'google/gemini-3.5-flash-lite,groq/openai/gpt-oss-120b,xai/grok-4.3,openai/gpt-6-luna';
const OPERATOR_TOKEN = 'operator-token-of-the-benchmark-only';

export interface FailuresRequest {
  readonly behaviour: Behaviour;
  readonly failureThreshold: number;
  readonly postgresqlUrl: string | null;
}

export interface FailuresRun {
  readonly turns: readonly TurnSeen[];
  /** Stored replies that are not exactly what was shown, or not exactly one complete attempt of the model named. */
  readonly unsound: readonly string[];
  readonly report: ModelsReport;
  readonly breakers: CircuitBreakers['breakers'];
}

interface Talk {
  readonly person: TalkingPerson;
  readonly conversationId: string;
  readonly turns: TurnSeen[];
}

/** Whole turns over HTTP against the server as an operator runs it, and what is stored of them afterwards. */
export async function runFailures({
  behaviour,
  failureThreshold,
  postgresqlUrl,
}: FailuresRequest): Promise<FailuresRun> {
  return withVendors({ seed: SEED, behaviour }, async (vendors) => {
    const environment = {
      ...environmentOf(vendors),
      CIRCUIT_BREAKER_FAILURE_THRESHOLD: String(failureThreshold),
    };
    return withServer(environment, postgresqlUrl, async (url) => {
      const talks = (await Promise.all(Array.from({ length: CONNECTIONS }, (_, place) => talk(url, place)))).flat();
      return {
        turns: talks.flatMap(({ turns }) => turns),
        unsound: await findUnsound(talks, vendors),
        report: await ask<ModelsReport>(url, '/analytics/models?hours=1'),
        breakers: (await ask<CircuitBreakers>(url, '/circuit-breakers')).breakers,
      };
    });
  });
}

async function withServer<Result>(
  environment: Readonly<Record<string, string>>,
  postgresqlUrl: string | null,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const name = postgresqlUrl === null ? null : await createPostgresqlTemplate(postgresqlUrl);
  const server = runServer({
    ...environment,
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    ...(name === null || postgresqlUrl === null ? {} : { DATABASE_URL: withDatabase(postgresqlUrl, name) }),
  });
  try {
    return await use(await server.ready);
  } finally {
    server.process.kill('SIGTERM');
    await server.ended;
    if (name !== null && postgresqlUrl !== null) await dropPostgresqlDatabase(postgresqlUrl, name);
    rmSync(folder, { recursive: true, force: true });
  }
}

function environmentOf({ baseUrls }: VendorsProcess): Record<string, string> {
  const vendors = (['google', 'groq', 'xai', 'openai'] as const).flatMap((vendor) => [
    [`${vendor.toUpperCase()}_BASE_URL`, baseUrls[vendor]],
    [`${vendor.toUpperCase()}_API_KEY`, fakeKey(vendor)],
  ]);
  return {
    APP_ENV: 'development',
    PORT: '0',
    RATE_LIMIT_MAX: '1000000',
    RATE_LIMIT_PER_SECOND: '100000',
    REPLY_CACHE_MAX_ENTRIES: '0',
    MODEL_CHAIN,
    OPERATOR_TOKEN,
    ...DEADLINES,
    ...Object.fromEntries(vendors),
  };
}

/** One connection's share of the turns: a person who starts a conversation now and then, JSON and streams in turns. */
async function talk(url: string, place: number): Promise<Talk[]> {
  const person = await TalkingPerson.enter(url);
  const talks: Talk[] = [];
  for (let turn = place; turn < TURNS; turn += CONNECTIONS) {
    const turnOfPerson = (turn - place) / CONNECTIONS;
    if (turnOfPerson % TURNS_OF_CONVERSATION === 0) {
      talks.push({ person, conversationId: await person.startConversation(), turns: [] });
    }
    talks.at(-1)?.turns.push(await person.say(turnOfPerson % 2 === 0 ? 'stream' : 'json', turn));
  }
  return talks;
}

async function findUnsound(talks: readonly Talk[], vendors: VendorsProcess): Promise<string[]> {
  const attempts = attemptTexts(await vendors.calls());
  const unsound: string[] = [];
  for (const { person, conversationId, turns } of talks) {
    const stored = await person.readReplies(conversationId);
    for (const turn of turns) {
      const problem = turn.failure === null ? problemOf(turn, stored.get(turn.replyId), attempts) : null;
      if (problem !== null) unsound.push(`${turn.kind} of ${turn.model}, reply ${turn.replyId}: ${problem}`);
    }
  }
  return unsound;
}

function problemOf(
  { shown, model }: TurnSeen,
  stored: ListedMessage | undefined,
  attempts: ReturnType<typeof attemptTexts>,
): string | null {
  if (stored === undefined) return 'it is not stored';
  if (stored.text !== shown || stored.status !== 'complete') return 'what is stored is not what was shown';
  if (model.startsWith('rapport/')) return null;
  const attempt = attempts.get(model)?.get(stored.text);
  if (attempt === undefined) return `it is the text of no attempt: ${JSON.stringify(stored.text)}`;
  // An attempt is one turn's at most.
  attempts.get(model)?.delete(stored.text);
  return attempt.isComplete ? null : `it is the text of an attempt that was not complete: ${attempt.history}`;
}

async function ask<Answer>(url: string, path: string): Promise<Answer> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${OPERATOR_TOKEN}` } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Answer;
}
