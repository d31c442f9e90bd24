import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type AppConfig, decideConfig, type Finding, readingOf } from './config.ts';
import { explainProblems, explainWarning } from './explain.ts';
import type { EnvironmentReading } from './reading.ts';

const jwtSecret = 'Qm7x-tV2pLr9_kZs4WfYb8Nc1HdGj6Ea3Uo5';
const encryptionKey = 'k3Zb9QwXv7Rt2Lp8Nf4Hs6Jd1Gc5Ym0A';
const databaseUrl = 'postgresql://rapport:zR8-kq2Lw9@db.example.com:5432/rapport?sslmode=verify-full';
const sound = {
  APP_ENV: 'production',
  JWT_SECRET: jwtSecret,
  ENCRYPTION_KEY: encryptionKey,
  DATABASE_URL: databaseUrl,
};

type Values = Readonly<Record<string, string>>;
const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

const decided = (values: Values): AppConfig => {
  const decision = decideConfig(readingOf(values));
  if (!decision.success) throw new Error(explainProblems(decision.problems, decision.environment));
  return decision.config;
};
const problems = (values: Values): readonly Finding[] => {
  const decision = decideConfig(readingOf(values));
  return decision.success ? [] : decision.problems;
};
const warnings = (values: Values): readonly string[] => decideConfig(readingOf(values)).warnings.map(explainWarning);

describe('with nothing set', () => {
  test('development is whole, local and keyless', () => {
    expect(decided({})).toMatchObject({
      environment: 'development',
      role: 'all',
      server: { host: '127.0.0.1', port: 8080, apiVersion: 'v1', trustedProxies: [], corsOrigins: [] },
      dataDirectory: '/srv/rapport/data',
      logs: { directory: '/srv/rapport/logs', level: 'info' },
      database: { kind: 'embedded', directory: '/srv/rapport/data/database' },
      redis: null,
      rateLimits: { max: 100, windowMs: 900_000, perSecond: 10 },
      tokens: { accessLifetimeSeconds: 900, refreshLifetimeSeconds: 2_592_000 },
      supabase: null,
      circuitBreaker: { failureThreshold: 5, resetTimeoutMs: 60_000 },
      builtinModel: { wordsPerSecond: 0 },
    });
    const { compatible, ...named } = decided({}).vendors;
    expect(Object.values(named).map(({ enabled }) => enabled)).toEqual([false, false, false, false]);
    expect(compatible).toBeNull();
    expect(warnings({})).toEqual([]);
  });

  test.each(['production', 'staging'])(
    '%s names everything it needs, at once, each with a command or a form',
    (name) => {
      const found = problems({ APP_ENV: name });
      expect(found.map(({ variable }) => variable)).toEqual(['JWT_SECRET', 'ENCRYPTION_KEY', 'DATABASE_URL']);
      expect(found.every(({ holds, source }) => holds === null && source === null)).toBe(true);
      expect(explainProblems(found, 'production')).toContain('openssl rand -base64 48');
    },
  );
});

describe('which environment', () => {
  test.each<[Values, string]>([
    [{ APP_ENV: 'staging', NODE_ENV: 'production' }, 'staging'],
    [{ APP_ENV: 'testing', NODE_ENV: 'production' }, 'testing'],
    [{ NODE_ENV: 'production' }, 'production'],
    [{ NODE_ENV: 'test' }, 'testing'],
    [{ NODE_ENV: 'development' }, 'development'],
    [{ NODE_ENV: 'staging' }, 'development'],
    [{ APP_ENV: '', NODE_ENV: 'test' }, 'testing'],
    [{ APP_ENV: '  ' }, 'development'],
  ])('%j is %s', (values, name) => expect(decided({ ...sound, APP_ENV: '', ...values }).environment).toBe(name));

  test('a name nobody knows is refused under the rules of production', () => {
    expect(problems({ APP_ENV: 'prod' }).map(({ variable }) => variable)).toEqual([
      'APP_ENV',
      'JWT_SECRET',
      'ENCRYPTION_KEY',
      'DATABASE_URL',
    ]);
  });

  test('a NODE_ENV that chooses nothing is pointed out', () => {
    expect(warnings({ NODE_ENV: 'staging' })[0]).toContain('chooses nothing');
  });
});

/** Every line: refused in development as well, the variable named. */
describe('values refused everywhere', () => {
  test.each<[variable: string, value: string, also?: Values]>([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '8080.5'],
    ['PORT', '0x50'],
    ['PORT', '1e3'],
    ['PORT', '"8080"'],
    ['REDIS_PORT', 'tcp://10.0.0.1:6379', { REDIS_HOST: 'redis' }],
    ['DB_PORT', '0', { DB_HOST: 'localhost' }],
    ['RATE_LIMIT_MAX', '0'],
    ['RATE_LIMIT_WINDOW_MS', '15m'],
    ['RATE_LIMIT_PER_SECOND', 'ten'],
    ['CIRCUIT_BREAKER_FAILURE_THRESHOLD', '0'],
    ['CIRCUIT_BREAKER_RESET_TIMEOUT', 'abc'],
    ['BUILTIN_MODEL_WORDS_PER_SECOND', '-40'],
    ['DB_POOL_SIZE', '1', { DB_HOST: 'localhost' }],
    ['REFRESH_TOKEN_LIFETIME_SECONDS', '3600', { ACCESS_TOKEN_LIFETIME_SECONDS: '3600' }],
    ['API_VERSION', 'v2'],
    ['LOG_LEVEL', 'verbose'],
    ['ROLE', 'web'],
    ['ROLE', 'worker'],
    ['HOST', 'http://0.0.0.0'],
    ['HOST', '0.0.0'],
    ['PUBLIC_URL', 'chat.example.com'],
    ['PUBLIC_URL', 'ftp://chat.example.com'],
    ['PUBLIC_URL', 'https://chat.example.com/?a=1'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '*'],
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '::/0'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', 'loopback, nginx'],
    ['CORS_ORIGINS', 'shop.example.com'],
    ['CORS_ORIGINS', 'https://shop.example.com/widget'],
    ['CORS_ORIGINS', 'https://a.example, null'],
    ['CORS_ORIGINS', '*, https://a.example'],
    ['DATABASE_URL', 'mysql://localhost/rapport'],
    ['DATABASE_URL', 'localhost:5432'],
    ['DATABASE_URL', 'postgresql://localhost/rapport?sslmode=prefer'],
    ['DATABASE_URL', 'postgresql://rapport:a/b@localhost/rapport'],
    ['DB_SSL', 'maybe', { DB_HOST: 'localhost' }],
    ['DB_SSL_CA_FILE', './ca.pem', { DB_HOST: 'localhost' }],
    ['DB_HOST', 'db host'],
    ['EMBEDDED_DATABASE', 'yes'],
    ['REDIS_URL', 'http://localhost:6379'],
    ['REDIS_URL', 'redis://localhost/cache'],
    ['REDIS_DB', 'zero', { REDIS_HOST: 'localhost' }],
    ['REDIS_TLS', 'perhaps', { REDIS_HOST: 'localhost' }],
    ['JWT_SECRET', 'Qm7x-tV2pLr9'],
    ['JWT_SECRET', `${jwtSecret}\n`],
    ['ENCRYPTION_KEY', 'k3Zb9QwXv7Rt2Lp8Nf4Hs6Jd1Gc5Ym0'],
    ['OPERATOR_TOKEN', 'two words'],
    ['SUPABASE_URL', 'abcdefghij.supabase.co'],
    ['SUPABASE_URL', 'https://your-project.supabase.co'],
    ['SUPABASE_JWT_SECRET', 'Qm7x-tV2pLr9'],
    ['SUPABASE_ANON_KEY', token({ role: 'service_role' })],
    ['SUPABASE_ANON_KEY', 'sb_secret_9aF3kLm2Qx'],
    ['SUPABASE_SERVICE_ROLE_KEY', token({ role: 'anon' })],
    ['SUPABASE_KEY', token({ role: 'anon', ref: 'b' }), { SUPABASE_ANON_KEY: token({ role: 'anon', ref: 'a' }) }],
    ['OPENAI_BASE_URL', 'api.openai.com'],
    ['GROQ_BASE_URL', 'https://user@api.groq.com/openai/v1'],
    ['GOOGLE_API_KEY', 'AIzaSy…'],
    ['SENTRY_DSN', 'https://sentry.io/project'],
  ])('%s=%s', (variable, value, also = {}) => {
    const found = problems({ ...also, [variable]: value });
    expect(found.map((finding) => finding.variable)).toEqual([variable]);
    expect(found[0]?.remedy).not.toBe('');
  });
});

/** Every line: let pass in development, refused in production and staging. */
describe('values refused in production and staging', () => {
  test.each<[variable: string, value: string, also?: Values]>([
    ['JWT_SECRET', 'your_jwt_secret_32_characters_min'],
    ['JWT_SECRET', 'super-secret-jwt-token-with-at-least-32-characters-long'],
    ['JWT_SECRET', 'your-256-bit-secret'],
    ['JWT_SECRET', 'secret'],
    ['JWT_SECRET', 'change-me-change-me-change-me-please'],
    ['JWT_SECRET', 'a'.repeat(64)],
    ['JWT_SECRET', '12345678901234567890123456789012'],
    ['ENCRYPTION_KEY', 'your_32_character_encryption_key'],
    ['ENCRYPTION_KEY', '0'.repeat(64)],
    ['ENCRYPTION_KEY', 'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb'],
    ['ENCRYPTION_KEY', encryptionKey, { JWT_SECRET: encryptionKey }],
    ['OPERATOR_TOKEN', jwtSecret, { JWT_SECRET: jwtSecret }],
    ['OPERATOR_TOKEN', 'operator'],
    ['OPERATOR_TOKEN', 'changeme'],
    ['PUBLIC_URL', 'http://chat.example.com'],
    ['PUBLIC_URL', 'http://localhost:8080'],
    ['CORS_ORIGINS', '*'],
    ['GOOGLE_API_KEY', 'your_gemini_api_key_here'],
    ['XAI_API_KEY', 'your_xai_grok_api_key_here'],
    ['GROQ_API_KEY', 'gsk_xxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['OPENAI_BASE_URL', 'http://models.example.com/v1'],
    ['SUPABASE_URL', 'http://abcdefghij.supabase.co'],
    ['SUPABASE_JWT_SECRET', 'super-secret-jwt-token-with-at-least-32-characters-long'],
    ['SUPABASE_ANON_KEY', token({ iss: 'supabase-demo', role: 'anon' })],
    ['DB_PASSWORD', 'secure_password', { DATABASE_URL: '', DB_HOST: 'postgres' }],
    ['DB_PASSWORD', 'postgres', { DATABASE_URL: '', DB_HOST: 'postgres' }],
    ['DATABASE_URL', 'postgresql://postgres:secure_password@postgres/rapport'],
    ['REDIS_PASSWORD', 'secure_redis_password', { REDIS_HOST: 'redis' }],
    ['REDIS_URL', 'redis://:your_redis_password@redis:6379'],
  ])('%s=%s', (variable, value, also = {}) => {
    for (const environment of ['production', 'staging']) {
      const found = problems({ ...sound, ...also, APP_ENV: environment, [variable]: value });
      expect(found.map((finding) => finding.variable)).toEqual([variable]);
    }
    expect(problems({ DATABASE_URL: databaseUrl, ...also, [variable]: value })).toEqual([]);
  });

  test('a short operator token is for development alone', () => {
    const values = { OPERATOR_TOKEN: 'Zk4-pW9x' };
    expect(decided(values).operatorToken?.reveal()).toBe('Zk4-pW9x');
    for (const APP_ENV of ['testing', 'staging', 'production']) {
      expect(problems({ ...sound, ...values, APP_ENV }).map(({ variable }) => variable)).toEqual(['OPERATOR_TOKEN']);
    }
  });

  test('the embedded database has to be allowed', () => {
    const { DATABASE_URL: _, ...withoutDatabase } = sound;
    expect(problems(withoutDatabase).map(({ variable }) => variable)).toEqual(['DATABASE_URL']);
    expect(decided({ ...withoutDatabase, EMBEDDED_DATABASE: 'allow' }).database.kind).toBe('embedded');
    expect(problems({ ...withoutDatabase, EMBEDDED_DATABASE: 'refuse' })).toHaveLength(1);
  });
});

describe('placeholders in development', () => {
  test('count as unset and are pointed out', () => {
    const decision = decideConfig(
      readingOf({ GOOGLE_API_KEY: 'your_gemini_api_key_here', JWT_SECRET: 'your_jwt_secret_32_characters_min' }),
    );
    if (!decision.success) throw new Error('development lets placeholders pass');
    expect(decision.config.vendors.google).toEqual({
      baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
      enabled: false,
    });
    expect(decision.secrets.jwtSecret).toBeNull();
    expect(decision.warnings.map(({ variable }) => variable)).toEqual(['JWT_SECRET', 'GOOGLE_API_KEY']);
  });
});

describe('the database', () => {
  const connection = (values: Values) => {
    const { database } = decided(values);
    return database.kind === 'embedded'
      ? database
      : { ...database, connectionString: database.connectionString.reveal() };
  };

  test.each<[Values, string, string]>([
    [{ DB_HOST: 'localhost' }, 'postgresql://postgres@localhost:5432/rapport', 'off'],
    [
      {
        DB_HOST: 'localhost',
        DB_USER: 'postgres',
        DB_PASSWORD: 'p@ss/w#rd%',
        DB_NAME: 'sienna_naturals_db',
        DB_PORT: '5433',
      },
      'postgresql://postgres:p%40ss%2Fw%23rd%25@localhost:5433/sienna_naturals_db',
      'off',
    ],
    [{ DB_HOST: '::1', DB_SSL: 'true' }, 'postgresql://postgres@[::1]:5432/rapport', 'verified'],
    [
      { DB_HOST: '/cloudsql/project:region:sql', DB_USER: 'app' },
      'postgresql://app@localhost:5432/rapport?host=%2Fcloudsql%2Fproject%3Aregion%3Asql',
      'off',
    ],
    [
      { DATABASE_URL: 'postgresql://app:k@/rapport?host=/cloudsql/project:region:sql' },
      'postgresql://app:k@localhost:5432/rapport?host=%2Fcloudsql%2Fproject%3Aregion%3Asql',
      'off',
    ],
    [
      { DATABASE_URL: 'postgres://app:k@db.example.com/chat?sslmode=require&application_name=rapport' },
      'postgresql://app:k@db.example.com:5432/chat?application_name=rapport',
      'unverified',
    ],
    [
      { DATABASE_URL: 'postgresql://db.internal/chat', DB_SSL: 'verify-full' },
      'postgresql://@db.internal:5432/chat',
      'verified',
    ],
    [
      {
        DATABASE_URL: 'postgresql://app:k%40@localhost/chat',
        DB_HOST: 'localhost',
        DB_PASSWORD: 'k@',
        DB_NAME: 'chat',
      },
      'postgresql://app:k%40@localhost:5432/chat',
      'off',
    ],
  ])('%j', (values, connectionString, mode) =>
    expect(connection(values)).toMatchObject({ kind: 'postgresql', connectionString, tls: { mode } }),
  );

  test('files of certificates are found from the root', () => {
    expect(
      connection({ DB_HOST: 'db', DB_SSL: 'verify-full', DB_SSL_CA_FILE: './certificates/database.pem' }),
    ).toMatchObject({ tls: { mode: 'verified', certificateAuthorityFile: '/srv/rapport/certificates/database.pem' } });
  });

  test.each<[string, string]>([
    ['DB_HOST', 'elsewhere'],
    ['DB_PORT', '5433'],
    ['DB_USER', 'somebody'],
    ['DB_PASSWORD', 'another'],
    ['DB_NAME', 'other'],
    ['DB_SSL', 'disable'],
  ])('%s=%s contradicts DATABASE_URL', (variable, value) => {
    const [found, ...more] = problems({ DATABASE_URL: databaseUrl, [variable]: value });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ variable, problem: expect.stringContaining('contradicts DATABASE_URL') });
  });

  test('parts without a host are pointed out, as they have no effect', () => {
    expect(decided({ DB_NAME: 'chat' }).database.kind).toBe('embedded');
    expect(warnings({ DB_NAME: 'chat' })[0]).toContain('without DB_HOST');
  });
});

describe('Redis', () => {
  test.each<[Values, string, string]>([
    [{ REDIS_HOST: 'localhost' }, 'redis://localhost:6379/0', 'off'],
    [{ REDIS_HOST: 'cache', REDIS_PASSWORD: 'a:b@c', REDIS_DB: '3' }, 'redis://:a%3Ab%40c@cache:6379/3', 'off'],
    [{ REDIS_HOST: 'cache', REDIS_TLS: 'true' }, 'rediss://cache:6379/0', 'verified'],
    [{ REDIS_URL: 'redis://user:k@cache:6380/2' }, 'redis://user:k@cache:6380/2', 'off'],
    [{ REDIS_URL: 'rediss://:k@cache' }, 'rediss://:k@cache:6379/0', 'verified'],
    [{ REDIS_URL: 'rediss://:k@cache', REDIS_TLS: 'require' }, 'rediss://:k@cache:6379/0', 'unverified'],
    [{ REDIS_URL: 'redis://:k@cache', REDIS_HOST: 'cache', REDIS_PASSWORD: 'k' }, 'redis://:k@cache:6379/0', 'off'],
  ])('%j', (values, url, tls) => {
    const { redis } = decided(values);
    expect({ url: redis?.url.reveal(), tls: redis?.tls }).toEqual({ url, tls });
  });

  test.each<[string, string]>([
    ['REDIS_HOST', 'elsewhere'],
    ['REDIS_PORT', '6380'],
    ['REDIS_PASSWORD', 'another'],
    ['REDIS_DB', '1'],
    ['REDIS_TLS', 'true'],
  ])('%s=%s contradicts REDIS_URL', (variable, value) => {
    const [found, ...more] = problems({ REDIS_URL: 'redis://:k@cache:6379/0', [variable]: value });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ variable, problem: expect.stringContaining('contradicts REDIS_URL') });
  });
});

describe('what else is decided', () => {
  test.each<[string, Values, (config: AppConfig) => unknown, unknown]>([
    ['production listens everywhere', sound, ({ server }) => server.host, '0.0.0.0'],
    ['a named host wins', { ...sound, HOST: '::' }, ({ server }) => server.host, '::'],
    ['white space around a number', { PORT: ' 9000 ' }, ({ server }) => server.port, 9000],
    ['any free port', { PORT: '0' }, ({ server }) => server.port, 0],
    [
      'proxies',
      { TRUST_PROXY: 'loopback, 10.0.0.0/8 ::1' },
      ({ server }) => server.trustedProxies,
      ['loopback', '10.0.0.0/8', '::1'],
    ],
    ['no proxy, said aloud', { TRUST_PROXY: 'false' }, ({ server }) => server.trustedProxies, []],
    [
      'origins',
      { CORS_ORIGINS: 'https://A.example/,http://localhost:5173' },
      ({ server }) => server.corsOrigins,
      ['https://a.example', 'http://localhost:5173'],
    ],
    [
      'public URL',
      { ...sound, PUBLIC_URL: 'https://chat.example.com/' },
      ({ server }) => server.publicUrl,
      'https://chat.example.com',
    ],
    [
      'an absolute data folder',
      { DATA_DIR: '/var/lib/rapport' },
      ({ dataDirectory }) => dataDirectory,
      '/var/lib/rapport',
    ],
    ['a key enables its vendor', { XAI_API_KEY: 'xai-7fQ2' }, ({ vendors }) => vendors.xai.enabled, true],
    [
      'so does a server of one’s own',
      { OPENAI_BASE_URL: 'http://localhost:11434/v1/' },
      ({ vendors }) => ({ ...vendors.openai }),
      { baseUrl: 'http://localhost:11434/v1', enabled: true },
    ],
    ['the level in capitals', { LOG_LEVEL: 'WARN' }, ({ logs }) => logs.level, 'warn'],
    [
      'a brand',
      { BRAND_NAME: 'Sienna Naturals', BRAND_FOCUS: 'natural hair care' },
      ({ brand }) => brand,
      { name: 'Sienna Naturals', focus: 'natural hair care', byAssistantFolder: {} },
    ],
    [
      'the project’s URL',
      { SUPABASE_URL: 'https://abcdefghij.supabase.co/' },
      ({ supabase }) => supabase,
      { url: 'https://abcdefghij.supabase.co' },
    ],
    [
      'a service key under its older name',
      { SUPABASE_URL: 'https://abcdefghij.supabase.co', SUPABASE_KEY: 'sb_secret_9aF3kLm2Qx' },
      ({ supabase }) => supabase?.serviceRoleKey?.reveal(),
      'sb_secret_9aF3kLm2Qx',
    ],
    [
      'an anon key under its older name',
      { SUPABASE_URL: 'https://abcdefghij.supabase.co', SUPABASE_KEY: token({ role: 'anon' }) },
      ({ supabase }) => supabase?.anonKey?.reveal(),
      token({ role: 'anon' }),
    ],
    ['a worker on PostgreSQL', { ...sound, ROLE: 'worker' }, ({ role }) => role, 'worker'],
    [
      'Sentry',
      { SENTRY_DSN: 'https://abc@o1.ingest.sentry.io/42' },
      ({ sentryDsn }) => sentryDsn,
      'https://abc@o1.ingest.sentry.io/42',
    ],
  ])('%s', (_, values, read, expected) => expect(read(decided(values))).toEqual(expected));

  test.each<[string, string]>([
    ['64 hexadecimal digits', Buffer.from(encryptionKey).toString('hex')],
    ['base64', Buffer.from(encryptionKey).toString('base64')],
    ['base64url without padding', Buffer.from(encryptionKey).toString('base64url')],
    ['32 characters', encryptionKey],
  ])('an encryption key as %s', (_, written) => {
    const decision = decideConfig(readingOf({ ...sound, ENCRYPTION_KEY: written }));
    if (!decision.success) throw new Error(explainProblems(decision.problems, decision.environment));
    expect(Buffer.from(decision.secrets.encryptionKey?.reveal() ?? '').toString()).toBe(encryptionKey);
  });

  test('the same reading decides the same', () => {
    expect(inspect(decideConfig(readingOf(sound)))).toBe(inspect(decideConfig(readingOf(sound))));
  });
});

describe('several places', () => {
  const reading = (...files: readonly (readonly [string, Values])[]): EnvironmentReading => ({
    ...readingOf({}),
    layers: files.map(([source, values]) => {
      const assistantFolder = /^packages\/([^/]+)/.exec(source)?.[1];
      return {
        source,
        values: new Map(Object.entries(values)),
        ...(assistantFolder === undefined ? {} : { assistantFolder }),
      };
    }),
  });

  test('an assistant’s own brand stays its own', () => {
    const decision = decideConfig(
      reading(
        ['packages/jumbo/.env', { BRAND_NAME: 'Jumbo & Friends' }],
        ['packages/sienna-naturals/.env', { BRAND_NAME: 'Sienna Naturals', BRAND_FOCUS: 'natural hair care' }],
      ),
    );
    expect(decision.success && decision.config.brand).toEqual({
      byAssistantFolder: {
        jumbo: { name: 'Jumbo & Friends' },
        'sienna-naturals': { name: 'Sienna Naturals', focus: 'natural hair care' },
      },
    });
    expect(decision.warnings).toEqual([]);
  });

  test('two assistants that want different ports are told', () => {
    const { warnings: found } = decideConfig(
      reading(['packages/jumbo/.env', { PORT: '8080' }], ['packages/sienna-naturals/.env', { PORT: '8081' }]),
    );
    expect(found.map(explainWarning)).toEqual([
      expect.stringContaining('packages/sienna-naturals/.env says something else'),
    ]);
  });

  test('a problem names the file it comes from', () => {
    const decision = decideConfig(reading(['.env.local', { PORT: '' }], ['.env', { PORT: 'http' }]));
    expect(!decision.success && decision.problems).toMatchObject([{ variable: 'PORT', holds: 'http', source: '.env' }]);
  });

  test('an environment’s file that names another environment is refused', () => {
    const decision = decideConfig(reading(['.env.development', { APP_ENV: 'staging' }]));
    expect(!decision.success && decision.problems.map(({ variable }) => variable)).toEqual(['APP_ENV']);
  });

  test('a file that can’t be read is refused', () => {
    const decision = decideConfig({ ...readingOf({}), unreadable: [{ file: '.env', reason: 'EACCES' }] });
    expect(!decision.success && decision.problems[0]?.problem).toContain('EACCES');
  });
});

describe('warnings of production', () => {
  test.each<[string, Values, string]>([
    ['no Redis', {}, 'without Redis'],
    ['Redis without a password', { REDIS_HOST: 'redis' }, 'without a password'],
    ['Redis in the clear', { REDIS_URL: 'redis://:kP3-x@redis.example.com' }, 'REDIS_TLS'],
    ['a database in the clear', { DATABASE_URL: 'postgresql://a:kP3-x@db.example.com/chat' }, "isn't encrypted"],
    ['a key cut in copying', { XAI_API_KEY: 'xai-7fQ2' }, 'shorter than any key'],
    ['a Supabase key alone', { SUPABASE_KEY: 'sb_publishable_9aF3kLm2Qx' }, 'verifies no token'],
  ])('%s', (_, values, words) => expect(warnings({ ...sound, ...values }).join('\n')).toContain(words));

  test('a private network needs no encryption', () => {
    const values = {
      ...sound,
      DATABASE_URL: 'postgresql://a:kP3-x@postgres/chat',
      REDIS_URL: 'redis://:kP3-x@10.1.2.3',
    };
    expect(warnings(values)).toEqual([]);
  });
});
