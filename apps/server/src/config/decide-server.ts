import { isIP } from 'node:net';
import type { AppConfig } from './app-config.ts';
import { maskValue } from './findings.ts';
import { isHost, isLoopback } from './network-address.ts';
import type { EnvironmentName } from './reading.ts';
import type { Settings } from './settings.ts';

/** Names of networks that Fastify's `trustProxy` knows (`@fastify/proxy-addr`). */
const namedNetworks: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Why an entry of `TRUST_PROXY` can't stand, or null. */
const refusalOfProxy = (entry: string): string | null => {
  if (namedNetworks.has(entry)) return null;
  const [address = '', prefix, ...more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) {
    return /^(true|yes|on|all|\*)$/i.test(entry)
      ? 'it would believe any caller who claims to be a proxy, and rate limits and audit with it'
      : /^\d+$/.test(entry)
        ? 'a count of proxies can be padded by the caller'
        : `${maskValue('TRUST_PROXY', entry)} is neither an address nor a network`;
  }
  if (prefix === undefined) return null;
  const longest = version === 4 ? 32 : 128;
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > longest) return `/${prefix} is no prefix from /1 to /${longest}`;
  return Number(prefix) === 0 ? `${entry} is every address there is` : null;
};

const decideTrustedProxies = (settings: Settings): readonly string[] => {
  const entries = settings.list('TRUST_PROXY');
  if (entries.length === 1 && /^(none|false|no|off)$/i.test(entries[0] ?? '')) return [];
  for (const entry of entries) {
    const refusal = refusalOfProxy(entry);
    if (refusal !== null) {
      settings.refuse(
        'TRUST_PROXY',
        refusal,
        "the proxies' addresses or networks, such as loopback or 10.0.0.0/8, or nothing",
      );
    }
  }
  return entries;
};

const decideOrigins = (settings: Settings): readonly string[] => {
  const entries = settings.list('CORS_ORIGINS');
  const remedy = 'origins such as https://shop.example.com, separated by commas';
  if (entries.includes('*')) {
    if (settings.strict) settings.refuse('CORS_ORIGINS', 'with * every site may act for whoever visits it', remedy);
    else if (entries.length > 1) settings.refuse('CORS_ORIGINS', '* stands for all, so the others say nothing', remedy);
    return ['*'];
  }
  return entries.map((entry) => {
    const url = URL.parse(entry);
    const isOrigin =
      url !== null && /^https?:$/.test(url.protocol) && url.username === '' && `${url.origin}/` === url.href;
    if (!isOrigin || /[?#]/.test(entry))
      settings.refuse('CORS_ORIGINS', `${maskValue('CORS_ORIGINS', entry)} is not an origin`, remedy);
    return url?.origin ?? entry;
  });
};

const decidePublicUrl = (settings: Settings, environment: EnvironmentName): string | undefined => {
  const url = settings.url('PUBLIC_URL');
  if (url === undefined) return undefined;
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    settings.refuse('PUBLIC_URL', 'it carries more than a host and a path', 'a URL such as https://chat.example.com');
  }
  if (settings.strict && url.protocol === 'http:') {
    settings.refuse('PUBLIC_URL', 'over plain http, tokens and what people say can be read on the way', 'an https URL');
  }
  if (environment === 'development' && !isLoopback(url.hostname)) {
    settings.warn(
      'PUBLIC_URL',
      'in development the operators’ pages are open to callers on this machine, and to a proxy on it everybody is one',
      'unset, or APP_ENV=production',
    );
  }
  return url.href.replace(/\/+$/, '');
};

/** Where the server listens, whom it believes, and what a request may cost it. */
export const decideServer = (settings: Settings, environment: EnvironmentName): AppConfig['server'] => {
  const host = settings.optionalText('HOST') ?? (environment === 'development' ? '127.0.0.1' : '0.0.0.0');
  if (!isHost(host)) settings.refuse('HOST', 'it is neither a name nor an address', '127.0.0.1, 0.0.0.0 or ::');
  const port = settings.wholeNumber('PORT');
  const publicUrl = decidePublicUrl(settings, environment);
  settings.choice('API_VERSION');
  return {
    host,
    port,
    apiVersion: 'v1',
    trustedProxies: decideTrustedProxies(settings),
    corsOrigins: decideOrigins(settings),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    shutdownGraceMs: settings.wholeNumber('SHUTDOWN_GRACE_MS'),
    requestLimits: {
      bodyBytes: settings.wholeNumber('REQUEST_BODY_MAX_BYTES'),
      uploadBytes: settings.wholeNumber('UPLOAD_MAX_BYTES'),
      headersBytes: settings.wholeNumber('REQUEST_HEADERS_MAX_BYTES'),
      headersTimeoutMs: settings.wholeNumber('REQUEST_HEADERS_TIMEOUT_MS'),
      requestTimeoutMs: settings.wholeNumber('REQUEST_TIMEOUT_MS'),
    },
  };
};
