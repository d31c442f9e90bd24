import { resolve } from 'node:path';
import type { AppConfig, BrandOverride, LogLevel } from './app-config.ts';
import { decideAlerts } from './decide-alerts.ts';
import { checkMailSender } from './decide-channels.ts';
import { decideDatabase } from './decide-database.ts';
import { decideEmbedding } from './decide-embedding.ts';
import { decideEngagement } from './decide-engagement.ts';
import { decideHandOff } from './decide-hand-off.ts';
import { decideModels } from './decide-models.ts';
import { decideRedis } from './decide-redis.ts';
import { decidePhotoStorage, decideSecrets } from './decide-secrets.ts';
import { decideServer } from './decide-server.ts';
import { decideSupabase } from './decide-supabase.ts';
import { decideVendors } from './decide-vendors.ts';
import { decideWidget } from './decide-widget.ts';
import type { Finding } from './findings.ts';
import { findMisspellings } from './misspellings.ts';
import { type EnvironmentName, type EnvironmentReading, environmentNames, type SettingsLayer } from './reading.ts';
import type { GivenSecrets } from './secrets.ts';
import { createSettings, type Settings } from './settings.ts';
import { isVariableName, type Variable, variables } from './variables.ts';

export type {
  AppConfig,
  BrandOverride,
  DatabaseConfig,
  DatabaseTls,
  LogLevel,
  ModelsConfig,
  RedisConfig,
  RequestLimits,
  SupabaseConfig,
  TransportSecurity,
  VendorConfig,
} from './app-config.ts';
export type { Finding } from './findings.ts';
export { type EnvironmentName, type EnvironmentReading, readingOf } from './reading.ts';
export { type GivenSecrets, Secret, type Secrets } from './secrets.ts';

export type ConfigDecision =
  | {
      readonly success: true;
      readonly config: AppConfig;
      /** What was given; `completeSecrets` makes it whole. */
      readonly secrets: GivenSecrets;
      readonly warnings: readonly Finding[];
    }
  | {
      readonly success: false;
      /** Null when `APP_ENV` names none; the rules of production were applied. */
      readonly environment: EnvironmentName | null;
      readonly problems: readonly Finding[];
      readonly warnings: readonly Finding[];
    };

const perAssistant: readonly string[] = (variables as readonly Variable[])
  .filter(({ scope }) => scope === 'assistant')
  .map(({ name }) => name);

/** An assistant's own file says nothing about the brand of another, so what it says of a brand is taken out of the whole. */
const withoutAssistantsOwn = (layer: SettingsLayer): SettingsLayer =>
  layer.assistantFolder === undefined
    ? layer
    : { ...layer, values: new Map([...layer.values].filter(([name]) => !perAssistant.includes(name))) };

const brandOf = (name: string | undefined, focus: string | undefined): BrandOverride => ({
  ...(name?.trim() ? { name: name.trim() } : {}),
  ...(focus?.trim() ? { focus: focus.trim() } : {}),
});

const decideBrand = (settings: Settings, layers: readonly SettingsLayer[]): AppConfig['brand'] => ({
  ...brandOf(settings.optionalText('BRAND_NAME'), settings.optionalText('BRAND_FOCUS')),
  byAssistantFolder: Object.fromEntries(
    layers.flatMap(({ assistantFolder, values }) =>
      assistantFolder === undefined
        ? []
        : [[assistantFolder, brandOf(values.get('BRAND_NAME'), values.get('BRAND_FOCUS'))] as const],
    ),
  ),
});

const decideAssistants = (settings: Settings, root: string): AppConfig['assistants'] => {
  const directory = settings.optionalText('ASSISTANTS_DIR') ?? '';
  const served = settings.list('ASSISTANTS');
  if (new Set(served).size < served.length) settings.refuse('ASSISTANTS', 'it names one twice', 'each id once');
  return {
    directory: directory === '' ? null : resolve(root, directory),
    served: served.length === 0 ? null : served,
  };
};

const decideEnvironment = (settings: Settings, { environment }: EnvironmentReading): EnvironmentName => {
  const remedy = environmentNames.join(', ');
  if (!environment.known) {
    settings.refuse('APP_ENV', 'it names no environment', `one of ${remedy}`, environment.setting);
    return 'production';
  }
  const { name } = environment;
  const written = settings.find('APP_ENV')?.value.trim();
  if (written !== undefined && written !== name) {
    settings.refuse('APP_ENV', `this file was read because the environment is ${name}`, `${name}, or unset here`);
  }
  const nodeEnv = settings.optionalText('NODE_ENV');
  if (written === undefined && nodeEnv !== undefined && !['production', 'test', 'development'].includes(nodeEnv)) {
    settings.warn('NODE_ENV', 'it chooses nothing, so this is development', `APP_ENV set to one of ${remedy}`);
  }
  return name;
};

/** Refuses files that can't be read, and warns of what the files say and nobody will see. */
const checkFiles = (settings: Settings, { layers, unreadable }: EnvironmentReading): void => {
  for (const { file, reason } of unreadable) {
    settings.refuse(file, `the file is there and can't be read (${reason})`, 'a file that this user may read');
  }
  for (const { source, cutAtHash } of layers) {
    for (const name of cutAtHash ?? []) {
      if (!isVariableName(name) || settings.find(name)?.source !== source) continue;
      settings.warn(name, 'its value was cut at a #, which begins a comment', 'the value between quotation marks');
    }
  }
  const ofAssistants = layers.filter(({ assistantFolder }) => assistantFolder !== undefined);
  for (const { name } of variables) {
    const winner = settings.find(name);
    if (!ofAssistants.some(({ source }) => source === winner?.source)) continue;
    const dissent = ofAssistants.find(({ values }) => ![undefined, '', winner?.value].includes(values.get(name)));
    if (dissent === undefined) continue;
    settings.warn(name, `${dissent.source} says something else; a process has one`, 'the same in both, or in .env');
  }
};

const warnOfMisspellings = (settings: Settings, reading: EnvironmentReading): void => {
  for (const { name, setting, likely } of findMisspellings(reading)) {
    settings.warn(name, `no such variable is read; it looks like ${likely}`, `${likely}, if that was meant`, setting);
  }
};

const decideTokens = (settings: Settings): AppConfig['tokens'] => {
  const accessLifetimeSeconds = settings.wholeNumber('ACCESS_TOKEN_LIFETIME_SECONDS');
  const refreshLifetimeSeconds = settings.wholeNumber('REFRESH_TOKEN_LIFETIME_SECONDS');
  if (refreshLifetimeSeconds <= accessLifetimeSeconds) {
    settings.refuse(
      'REFRESH_TOKEN_LIFETIME_SECONDS',
      `it isn't longer than ACCESS_TOKEN_LIFETIME_SECONDS, ${accessLifetimeSeconds}`,
      'more seconds than an access token lives, such as 2592000 (30 days)',
    );
  }
  return {
    accessLifetimeSeconds,
    refreshLifetimeSeconds,
    issuer: settings.text('TOKEN_ISSUER'),
    audience: settings.text('TOKEN_AUDIENCE'),
  };
};

const logLevels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const decideLogs = (settings: Settings, root: string): AppConfig['logs'] => {
  const level = settings.choice('LOG_LEVEL');
  return {
    directory: resolve(root, settings.text('LOG_DIR')),
    level: logLevels.find((known) => known === level) ?? 'info',
  };
};

const decideRole = (settings: Settings): AppConfig['role'] => {
  const role = settings.choice('ROLE');
  return role === 'api' || role === 'worker' ? role : 'all';
};

const decideWhole = (
  settings: Settings,
  reading: EnvironmentReading,
  environment: EnvironmentName,
): { readonly config: AppConfig; readonly secrets: GivenSecrets } => {
  const { root } = reading;
  const dataDirectory = resolve(root, settings.text('DATA_DIR'));
  const role = decideRole(settings);
  const { operatorToken, ...secrets } = decideSecrets(settings, { development: environment === 'development' });
  const { stored, photoKeys } = decidePhotoStorage(settings);
  const sentryDsn = settings.url('SENTRY_DSN');
  if (sentryDsn !== undefined && (sentryDsn.username === '' || !/\/\d+$/.test(sentryDsn.pathname))) {
    settings.refuse(
      'SENTRY_DSN',
      "it lacks the key or the project's number",
      'the DSN as the project’s settings show it',
    );
  }
  checkMailSender(settings);
  const vendors = decideVendors(settings);
  const server = decideServer(settings, environment);
  const config: AppConfig = {
    environment,
    role,
    server,
    dataDirectory,
    logs: decideLogs(settings, root),
    database: decideDatabase(settings, { dataDirectory, root, role }),
    redis: decideRedis(settings),
    handOff: decideHandOff(settings, environment),
    alerts: decideAlerts(settings, environment),
    widget: decideWidget(settings, environment),
    engagement: decideEngagement(settings, server.publicUrl),
    rateLimits: {
      max: settings.wholeNumber('RATE_LIMIT_MAX'),
      windowMs: settings.wholeNumber('RATE_LIMIT_WINDOW_MS'),
      perSecond: settings.wholeNumber('RATE_LIMIT_PER_SECOND'),
    },
    tokens: decideTokens(settings),
    supabase: decideSupabase(settings),
    vendors,
    models: decideModels(settings, reading.layers, vendors, root),
    embedding: decideEmbedding(settings, vendors),
    memory: { extractsByModels: settings.choice('MEMORY_EXTRACTION') !== 'rules' },
    circuitBreaker: {
      failureThreshold: settings.wholeNumber('CIRCUIT_BREAKER_FAILURE_THRESHOLD'),
      resetTimeoutMs: settings.wholeNumber('CIRCUIT_BREAKER_RESET_TIMEOUT'),
    },
    photos: { stored },
    assistants: decideAssistants(settings, root),
    brand: decideBrand(settings, reading.layers),
    ...(sentryDsn === undefined ? {} : { sentryDsn: sentryDsn.href }),
    ...(operatorToken === null ? {} : { operatorToken }),
    builtinModel: { wordsPerSecond: settings.wholeNumber('BUILTIN_MODEL_WORDS_PER_SECOND') },
  };
  return { config, secrets: { ...secrets, photoKeys } };
};

/**
 * Decides what the settings mean, all of it at once: either a whole configuration, or every problem there is. Pure: it
 * reads no file, no clock and no environment. Production and staging are strict: they refuse what is missing, published,
 * weak or shared where development warns or generates.
 */
export const decideConfig = (reading: EnvironmentReading): ConfigDecision => {
  const { environment: chosen } = reading;
  const strict = !chosen.known || chosen.name === 'production' || chosen.name === 'staging';
  const settings = createSettings({ ...reading, layers: reading.layers.map(withoutAssistantsOwn) }, strict);
  const environment = decideEnvironment(settings, reading);
  checkFiles(settings, reading);
  const decided = decideWhole(settings, reading, environment);
  warnOfMisspellings(settings, reading);
  const { problems, warnings } = settings;
  return problems.length === 0
    ? { success: true, ...decided, warnings }
    : { success: false, environment: chosen.known ? chosen.name : null, problems, warnings };
};
