import { join, resolve } from 'node:path';
import type { DatabaseConfig, DatabaseTls, TransportSecurity } from './app-config.ts';
import { bracketed, decodePart, refuseContradictions, transportSecurity } from './connection-parts.ts';
import { isHost, isPrivateNetwork } from './network-address.ts';
import { howPublished } from './secret-strength.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { VariableName } from './variables.ts';

/** Where a PostgreSQL is and who connects to it. `host` may be a socket's folder. */
interface Target {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly name: string;
  /** What else a URL said, without what `DatabaseTls` holds. */
  readonly parameters: URLSearchParams;
}

const partNames = ['DB_PORT', 'DB_USER', 'DB_PASSWORD', 'DB_NAME'] as const satisfies readonly VariableName[];

/** Query parameters of a URL that become {@link DatabaseTls}: `pg` would otherwise let them override it. */
const tlsParameters = ['ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation', 'uselibpqcompat'];

const targetOfUrl = (url: URL): Target => {
  const parameters = new URLSearchParams(url.searchParams);
  const take = (name: string): string | null => {
    const value = parameters.get(name);
    parameters.delete(name);
    return value;
  };
  for (const name of tlsParameters) parameters.delete(name);
  const user = take('user') ?? decodePart(url.username);
  return {
    host: take('host') ?? (decodePart(url.hostname).replace(/^\[(.*)\]$/, '$1') || 'localhost'),
    port: Number(take('port') ?? (url.port || 5432)),
    user,
    password: take('password') ?? decodePart(url.password),
    name: decodePart(url.pathname.replace(/^\//, '')) || user,
    parameters,
  };
};

const connectionString = ({ host, port, user, password, name, parameters }: Target): Secret => {
  const query = new URLSearchParams(parameters);
  if (host.startsWith('/')) query.set('host', host);
  const credentials = `${encodeURIComponent(user)}${password === '' ? '' : `:${encodeURIComponent(password)}`}`;
  const address = `${host.startsWith('/') ? 'localhost' : bracketed(host)}:${port}`;
  const suffix = query.size === 0 ? '' : `?${query}`;
  return new Secret(`postgresql://${credentials}@${address}/${encodeURIComponent(name)}${suffix}`);
};

const tlsMode = (settings: Settings, url: URL | undefined): TransportSecurity => {
  const ofVariable = settings.choice('DB_SSL');
  const ofUrl = url?.searchParams.get('sslmode') ?? url?.searchParams.get('ssl') ?? undefined;
  if (ofUrl !== undefined && transportSecurity[ofUrl] === undefined) {
    settings.refuse(
      'DATABASE_URL',
      `its sslmode is ${ofUrl}, which lets an attacker switch encryption off and which Node's driver doesn't know`,
      'sslmode=disable, sslmode=require (any certificate) or sslmode=verify-full',
    );
    return 'off';
  }
  const urlMode = ofUrl === undefined ? undefined : transportSecurity[ofUrl];
  const variableMode = ofVariable === undefined ? undefined : transportSecurity[ofVariable];
  if (urlMode !== undefined && variableMode !== undefined && urlMode !== variableMode) {
    settings.refuse(
      'DB_SSL',
      `it contradicts DATABASE_URL, whose sslmode is ${ofUrl}`,
      'the same as sslmode, or only one of the two set',
    );
  }
  return variableMode ?? urlMode ?? 'off';
};

const decideTls = (settings: Settings, url: URL | undefined, root: string): DatabaseTls => {
  const file = (path: string | null | undefined): string | undefined => (path ? resolve(root, path) : undefined);
  const parameter = (name: string) => file(url?.searchParams.get(name));
  const certificateAuthorityFile = file(settings.optionalText('DB_SSL_CA_FILE')) ?? parameter('sslrootcert');
  const clientCertificateFile = parameter('sslcert');
  const clientKeyFile = parameter('sslkey');
  const mode = tlsMode(settings, url);
  if (mode !== 'verified' && settings.find('DB_SSL_CA_FILE') !== undefined) {
    settings.refuse('DB_SSL_CA_FILE', 'certificates are checked only with verify-full', 'unset, or DB_SSL=verify-full');
  }
  return {
    mode,
    ...(certificateAuthorityFile === undefined ? {} : { certificateAuthorityFile }),
    ...(clientCertificateFile === undefined ? {} : { clientCertificateFile }),
    ...(clientKeyFile === undefined ? {} : { clientKeyFile }),
  };
};

const targetOfParts = (settings: Settings, password: string | undefined): Target => ({
  host: settings.optionalText('DB_HOST') ?? 'localhost',
  port: settings.wholeNumber('DB_PORT'),
  user: settings.text('DB_USER'),
  password: password ?? '',
  name: settings.text('DB_NAME'),
  parameters: new URLSearchParams(),
});

const checkTarget = (settings: Settings, target: Target, tls: DatabaseTls, ofUrl: boolean): void => {
  const urlOr = (part: VariableName): VariableName => (ofUrl ? 'DATABASE_URL' : part);
  if (!target.host.startsWith('/') && !isHost(target.host)) {
    settings.refuse(urlOr('DB_HOST'), 'its host is neither a name nor an address', 'a host such as localhost');
  }
  if (!Number.isInteger(target.port) || target.port < 1 || target.port > 65_535) {
    settings.refuse(urlOr('DB_PORT'), 'its port is out of range', 'a port from 1 to 65535, such as 5432');
  }
  if (!settings.strict) return;
  const published = ofUrl ? howPublished(target.password) : null;
  if (published !== null) {
    settings.refuse(
      'DATABASE_URL',
      `of its password: ${published}`,
      'a password that nobody else knows, set there too',
    );
  }
  if (target.password === '' && !target.host.startsWith('/') && settings.find('DB_PASSWORD') === undefined) {
    settings.warn(
      urlOr('DB_PASSWORD'),
      'the database is reached without a password',
      'a password, unless it asks none',
    );
  }
  if (tls.mode === 'off' && !isPrivateNetwork(target.host)) {
    settings.warn('DB_SSL', `traffic to the database at ${target.host} isn't encrypted`, 'verify-full, or require');
  }
};

const embedded = (settings: Settings, dataDirectory: string, role: string): DatabaseConfig => {
  const allowed = settings.choice('EMBEDDED_DATABASE') === 'allow';
  const orphan = partNames.find((name) => settings.find(name) !== undefined);
  if (orphan !== undefined && (allowed || !settings.strict)) {
    settings.warn(
      orphan,
      'without DB_HOST it has no effect: the embedded database is used',
      'set with DB_HOST, or unset',
    );
  }
  if (settings.strict && !allowed) {
    settings.refuse(
      'DATABASE_URL',
      'neither DATABASE_URL nor DB_HOST is set, and the embedded database serves one process and can lose its last writes in a power cut',
      'the address of a PostgreSQL, such as postgresql://user:password@host:5432/rapport; or EMBEDDED_DATABASE=allow where one process is enough',
    );
  }
  if (role !== 'all') {
    settings.refuse(
      'ROLE',
      'the embedded database has one owner, so requests and jobs need the same process',
      'all; or set DATABASE_URL to run them apart',
    );
  }
  return { kind: 'embedded', directory: join(dataDirectory, 'database') };
};

/** PostgreSQL by `DATABASE_URL` or `DB_*`, or else the embedded database, which a strict environment must allow. */
export const decideDatabase = (
  settings: Settings,
  { dataDirectory, root, role }: { readonly dataDirectory: string; readonly root: string; readonly role: string },
): DatabaseConfig => {
  const url = settings.url('DATABASE_URL');
  const urlGiven = settings.find('DATABASE_URL') !== undefined;
  if (!urlGiven && settings.find('DB_HOST') === undefined) return embedded(settings, dataDirectory, role);
  const password = settings.password('DB_PASSWORD');
  const ofParts = targetOfParts(settings, password);
  const target = url === undefined ? ofParts : targetOfUrl(url);
  const tls = decideTls(settings, url, root);
  if (url !== undefined) {
    const given = (name: VariableName, value: string | number) =>
      settings.find(name) === undefined ? undefined : value;
    refuseContradictions(settings, 'DATABASE_URL', [
      { variable: 'DB_HOST', given: given('DB_HOST', ofParts.host), inUrl: target.host },
      { variable: 'DB_PORT', given: given('DB_PORT', ofParts.port), inUrl: target.port },
      { variable: 'DB_USER', given: given('DB_USER', ofParts.user), inUrl: target.user },
      { variable: 'DB_PASSWORD', given: password, inUrl: target.password },
      { variable: 'DB_NAME', given: given('DB_NAME', ofParts.name), inUrl: target.name },
    ]);
  }
  if (url !== undefined || !urlGiven) checkTarget(settings, target, tls, urlGiven);
  return {
    kind: 'postgresql',
    connectionString: connectionString(target),
    poolSize: settings.wholeNumber('DB_POOL_SIZE'),
    tls,
  };
};
