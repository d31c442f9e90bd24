import type { RedisConfig, TransportSecurity } from './app-config.ts';
import { bracketed, decodePart, refuseContradictions, transportSecurity } from './connection-parts.ts';
import { isHost, isPrivateNetwork } from './network-address.ts';
import { howPublished } from './secret-strength.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { VariableName } from './variables.ts';

interface Target {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: number;
}

const partNames = ['REDIS_PORT', 'REDIS_USER', 'REDIS_PASSWORD', 'REDIS_DB'] as const satisfies readonly VariableName[];

const targetOfUrl = (settings: Settings, url: URL): Target => {
  const path = url.pathname.replace(/^\//, '');
  if (!/^\d{0,5}$/.test(path)) {
    settings.refuse(
      'REDIS_URL',
      'what follows its host is not the number of a database',
      'a URL ending in /0, or nothing',
    );
  }
  return {
    host: decodePart(url.hostname).replace(/^\[(.*)\]$/, '$1') || 'localhost',
    port: url.port === '' ? 6379 : Number(url.port),
    user: decodePart(url.username),
    password: decodePart(url.password),
    database: Number(path),
  };
};

const decideTls = (settings: Settings, url: URL | undefined): TransportSecurity => {
  const written = settings.choice('REDIS_TLS');
  const ofVariable = written === undefined ? undefined : transportSecurity[written];
  if (url === undefined) return ofVariable ?? 'off';
  const encrypted = url.protocol === 'rediss:';
  if (ofVariable !== undefined && encrypted !== (ofVariable !== 'off')) {
    settings.refuse(
      'REDIS_TLS',
      `it contradicts REDIS_URL, which begins with ${url.protocol}//`,
      'true with rediss://, false with redis://, or unset',
    );
  }
  return ofVariable ?? (encrypted ? 'verified' : 'off');
};

const checkTarget = (settings: Settings, target: Target, tls: TransportSecurity, ofUrl: boolean): void => {
  const urlOr = (part: VariableName): VariableName => (ofUrl ? 'REDIS_URL' : part);
  if (!isHost(target.host)) {
    settings.refuse(urlOr('REDIS_HOST'), 'its host is neither a name nor an address', 'a host such as localhost');
  }
  if (!settings.strict) return;
  const published = ofUrl ? howPublished(target.password) : null;
  if (published !== null) {
    settings.refuse('REDIS_URL', `of its password: ${published}`, 'a password that nobody else knows, set there too');
  }
  if (target.password === '' && settings.find('REDIS_PASSWORD') === undefined) {
    settings.warn(urlOr('REDIS_PASSWORD'), 'Redis is reached without a password', 'a password, unless it asks none');
  }
  if (tls === 'off' && !isPrivateNetwork(target.host)) {
    settings.warn(
      'REDIS_TLS',
      `traffic to Redis at ${target.host} isn't encrypted`,
      'true, or a REDIS_URL of rediss://',
    );
  }
};

const withoutRedis = (settings: Settings): null => {
  const orphan = partNames.find((name) => settings.find(name) !== undefined);
  if (orphan !== undefined) {
    settings.warn(orphan, 'without REDIS_HOST it has no effect: no Redis is used', 'set with REDIS_HOST, or unset');
  } else if (settings.strict) {
    settings.warn(
      'REDIS_URL',
      'without Redis each process counts rate limits and keeps cached replies on its own',
      'the address of a Redis, as soon as there is more than one process',
    );
  }
  return null;
};

/** Redis by `REDIS_URL` or `REDIS_*`, or null: caches, limits and the bus are then the process's own. */
export const decideRedis = (settings: Settings): RedisConfig | null => {
  const url = settings.url('REDIS_URL');
  const urlGiven = settings.find('REDIS_URL') !== undefined;
  if (!urlGiven && settings.find('REDIS_HOST') === undefined) return withoutRedis(settings);
  const password = settings.password('REDIS_PASSWORD');
  const ofParts: Target = {
    host: settings.optionalText('REDIS_HOST') ?? 'localhost',
    port: settings.wholeNumber('REDIS_PORT'),
    user: settings.optionalText('REDIS_USER') ?? '',
    password: password ?? '',
    database: settings.wholeNumber('REDIS_DB'),
  };
  const target = url === undefined ? ofParts : targetOfUrl(settings, url);
  const tls = decideTls(settings, url);
  if (url !== undefined) {
    const given = (name: VariableName, value: string | number) =>
      settings.find(name) === undefined ? undefined : value;
    refuseContradictions(settings, 'REDIS_URL', [
      { variable: 'REDIS_HOST', given: given('REDIS_HOST', ofParts.host), inUrl: target.host },
      { variable: 'REDIS_PORT', given: given('REDIS_PORT', ofParts.port), inUrl: target.port },
      { variable: 'REDIS_USER', given: given('REDIS_USER', ofParts.user), inUrl: target.user },
      { variable: 'REDIS_PASSWORD', given: password, inUrl: target.password },
      { variable: 'REDIS_DB', given: given('REDIS_DB', ofParts.database), inUrl: target.database },
    ]);
  }
  if (url !== undefined || !urlGiven) checkTarget(settings, target, tls, urlGiven);
  const { host, port, user, password: key, database } = target;
  const credentials = key === '' ? encodeURIComponent(user) : `${encodeURIComponent(user)}:${encodeURIComponent(key)}`;
  const scheme = tls === 'off' ? 'redis' : 'rediss';
  const userInfo = credentials === '' ? '' : `${credentials}@`;
  return {
    url: new Secret(`${scheme}://${userInfo}${bracketed(host)}:${port}/${database}`),
    tls,
    commandTimeoutMs: settings.wholeNumber('REDIS_COMMAND_TIMEOUT_MS'),
  };
};
