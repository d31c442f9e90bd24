import { warmUp } from '@rapport/core/understanding/understand.ts';
import type { App } from './app.ts';
import { dormantVariables, explainDormant } from './config/dormant.ts';
import { explainWarning } from './config/explain.ts';
import { loadConfig } from './config/load.ts';
import { endWithNpm } from './end-with-npm.ts';
import { createLogging } from './logging.ts';
import { explainStartFailure } from './start-failure.ts';
import { VERSION } from './version.ts';

/** Where `npm run chat` looks by itself. */
const USUAL_ADDRESS = 'http://127.0.0.1:8080';

const startedMs = performance.now();
const loaded = loadConfig();
if (!loaded.success) {
  process.stderr.write(`${loaded.explanation}\n`);
  process.exit(1);
}
const { config, secrets, warnings } = loaded;
const {
  log,
  close: closeLog,
  reopen,
} = createLogging({
  directory: config.logs.directory,
  level: config.logs.level,
  version: VERSION,
  environment: config.environment,
  toStandardOutput: config.environment !== 'development',
});
// In development a person reads the terminal and the log is in its files; elsewhere the terminal is the log.
const isForPeople = config.environment === 'development';
const say = (line: string) => {
  if (isForPeople) process.stderr.write(`${line}\n`);
};
for (const warning of warnings) {
  say(explainWarning(warning));
  log.warn({ event: 'configuration_warning', ...warning }, warning.problem);
}
for (const variable of dormantVariables(config)) {
  say(`\nWarning: ${explainDormant(variable)}\n`);
  log.warn({ event: 'configuration_warning', variable }, explainDormant(variable));
}

try {
  // Loaded here, so that an assistant's folder that is not sound is explained like everything else.
  const { createApp } = await import('./app.ts');
  const app = await createApp({
    config,
    secrets,
    log,
    onProgress: (message) => {
      say(`  ${message} …`);
      log.info({ event: 'starting' }, message);
    },
  });
  // The first message would otherwise wait for what the engine compiles on first use.
  warmUp();
  await app.server.listen({ host: config.server.host, port: config.server.port });
  const address = app.server.server.address();
  const shownHost = config.server.host === '0.0.0.0' || config.server.host === '::' ? 'localhost' : config.server.host;
  const url =
    config.server.publicUrl ??
    `http://${shownHost}:${typeof address === 'object' && address !== null ? address.port : config.server.port}`;
  log.info({ event: 'started', url, startup_ms: Math.round(performance.now() - startedMs) }, 'Rapport is ready');
  for (const line of welcome(url, app)) say(line);

  process.on('SIGHUP', reopen);
  let ending = false;
  const end = (signal: string) => {
    // A second signal means now.
    if (ending) process.exit(1);
    ending = true;
    log.info({ event: 'stopping', signal }, 'Finishing running replies, then stopping');
    app.close().then(
      () => leave(0),
      (error: unknown) => {
        log.error({ err: error }, 'Stopping failed');
        return leave(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  endWithNpm(process.env, () => end('npm ended'));
} catch (error) {
  process.stderr.write(`${explainStartFailure(error, config)}\n`);
  log.fatal({ err: error, event: 'start_failed' }, 'Rapport could not start');
  await leave(1);
}

async function leave(status: number): Promise<never> {
  await closeLog();
  process.exit(status);
}

/** Who answers, in order; one line where all assistants have the same. */
function modelLines(app: App): string[] {
  const chains = [...app.assistants.values()].map(({ definition, models }) => ({
    name: definition.name,
    chain: models.map(({ id }) => id).join(' → '),
  }));
  if (chains.every(({ chain }) => !chain.includes(' → '))) {
    return ["  Models     the built-in one, in this process; a vendor's key adds its models"];
  }
  return chains.map(({ name, chain }, place) => `  ${place === 0 ? 'Models' : '      '}     ${name}: ${chain}`);
}

function welcome(url: string, app: App): string[] {
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
  const database =
    config.database.kind === 'embedded'
      ? `embedded, in ${config.database.directory} (a killed process loses nothing, a power cut may: use PostgreSQL in production)`
      : 'PostgreSQL';
  return [
    '',
    `  Rapport is ready after ${seconds} s:  ${url}`,
    '',
    `  Talk       open ${url}, or run: npm run chat -- --assistant jumbo${url === USUAL_ADDRESS ? '' : ` --url ${url}`}`,
    `  API        ${url}/docs`,
    `  Health     ${url}/health`,
    `  Database   ${database}`,
    ...modelLines(app),
    `  Logs       ${config.logs.directory}`,
    '',
    '  Stop with Ctrl+C.',
    '',
  ];
}
