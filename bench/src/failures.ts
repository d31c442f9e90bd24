import { findServices } from '@rapport/dev-env/external-servers.ts';
import { CALM, FAIL_SHARE, FAILING, SEED } from './failing-vendors.ts';
import { CONNECTIONS, DEADLINES, type FailuresRun, runFailures, TURNS } from './failures-run.ts';
import { describeMachine, quantile, table } from './machine.ts';

/** As the server comes. */
const USUAL_THRESHOLD = 5;
/** Keeps breakers from opening, so that every turn meets the failures. */
const HIGHEST_THRESHOLD = 1_000;

/** What people notice of vendors that fail: whole turns over HTTP, beside the same turns with vendors that don't. */
export async function measureFailures(): Promise<void> {
  const { postgresql: postgresqlUrl } = await findServices(process.env);
  const deadlines = Object.entries(DEADLINES).map(([name, value]) => `${name}=${value}`);
  console.log(
    `${TURNS} turns, ${CONNECTIONS} at a time, streams and JSON in turns, on ${postgresqlUrl === null ? 'the embedded database' : 'PostgreSQL'}; seed ${SEED}.`,
  );
  console.log(
    `Vendors take ${CALM.latencyMs} ms and ${CALM.tokens} tokens at ${CALM.tokensPerSecond}/s. ${deadlines.join(', ')}.\n`,
  );

  const calm = await runFailures({ behaviour: CALM, failureThreshold: USUAL_THRESHOLD, postgresqlUrl });
  const runs = new Map([['vendors that never fail', calm]]);
  for (const failureThreshold of [USUAL_THRESHOLD, HIGHEST_THRESHOLD]) {
    const title = `${FAIL_SHARE * 100} % of requests fail, breakers open after ${failureThreshold} in a row`;
    runs.set(title, await runFailures({ behaviour: FAILING, failureThreshold, postgresqlUrl }));
  }
  console.log(
    table(
      HEAD,
      [...runs].map(([title, run]) => summaryRow(title, run, calm)),
    ),
  );
  for (const [title, run] of runs) printModels(title, run);
  console.log(`\n${describeMachine()}`);
}

const HEAD = [
  'run',
  'turns',
  'failed turns (must be 0)',
  'unsound texts (must be 0)',
  'more than one attempt',
  'replaced mid-stream',
  'by the built-in model',
  'p50 / p95 / p99 ms',
  'added p50 / p95 / p99 ms',
];

function summaryRow(title: string, { turns, unsound }: FailuresRun, calm: FailuresRun): string[] {
  const count = (counted: (turn: FailuresRun['turns'][number]) => boolean) => String(turns.filter(counted).length);
  const times = (run: Pick<FailuresRun, 'turns'>) => {
    const all = run.turns.map(({ ms }) => ms);
    return [0.5, 0.95, 0.99].map((share) => quantile(all, share));
  };
  const [took, tookCalm] = [times({ turns }), times(calm)];
  return [
    title,
    String(turns.length),
    count(({ failure }) => failure !== null),
    String(unsound.length),
    count(({ attempts }) => attempts > 1),
    count(({ replacements }) => replacements > 0),
    count(({ model }) => model.startsWith('rapport/')),
    took.map((ms) => ms.toFixed(0)).join(' / '),
    took.map((ms, place) => (ms - (tookCalm[place] ?? Number.NaN)).toFixed(0)).join(' / '),
  ];
}

/** Who answered, what became of every attempt by the server's own report, and the first things that went wrong. */
function printModels(title: string, { turns, unsound, report, breakers }: FailuresRun): void {
  const answered = Map.groupBy(turns, ({ model }) => model);
  console.log(`\n${title}:`);
  console.log(
    table(
      ['model', 'turns answered', 'attempts', 'outcomes', 'breaker changes'],
      report.models.map(({ model, attempts, outcomes }) => [
        model,
        `${(((answered.get(model)?.length ?? 0) / turns.length) * 100).toFixed(1)} %`,
        String(attempts),
        Object.entries(outcomes)
          .toSorted(([, one], [, other]) => other - one)
          .map(([outcome, times]) => `${outcome} ${times}`)
          .join(', '),
        String(breakers.find((breaker) => breaker.model === model)?.transitions ?? 0),
      ]),
    ),
  );
  const wrong = [...turns.flatMap(({ failure }) => failure ?? []), ...unsound];
  for (const line of wrong.slice(0, 5)) console.log(`- ${line}`);
}
