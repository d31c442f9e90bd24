// Long because every variable is declared here, and the documentation is made from it.
/*
 * Every variable the server reads, once. Defaults, ranges and checks are read from here by `settings.ts`, and
 * `.env.example` and the README's table are made from here. It is a table, and longer than 300 lines for that reason only.
 */

type Kind =
  | { readonly type: 'text' }
  | { readonly type: 'whole-number'; readonly minimum: number; readonly maximum: number; readonly unit?: string }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'url'; readonly protocols: readonly string[] }
  | { readonly type: 'list'; readonly of: string };

export interface Variable {
  readonly name: string;
  readonly group: string;
  readonly kind: Kind;
  /** What it is for, one line, in words an operator knows. */
  readonly purpose: string;
  /** What holds when it is unset, as it would be written. Absent: unset means off, or derived as `purpose` says. */
  readonly default?: string;
  /** A value to start from, where there is no default. Never one that would work as a secret. */
  readonly example?: string;
  /** `whole`: never shown. `password`: a URL whose password is never shown. */
  readonly secret?: 'whole' | 'password';
  /** Refused when missing in production and staging. */
  readonly requiredInProduction?: true;
  /** Commands that make a good value; the first is shortest, the last runs wherever Node does. */
  readonly makeWith?: readonly string[];
  /** Read and checked, but nothing in this version uses it: said in the documentation, and at the start when it is set. */
  readonly dormant?: true;
  /** `assistant`: in `packages/<assistant>/.env` it concerns that assistant alone. */
  readonly scope?: 'assistant';
}

const makeText = [
  'openssl rand -base64 48',
  `node -e "console.log(require('node:crypto').randomBytes(48).toString('base64url'))"`,
] as const;
const makeKey = [
  'openssl rand -base64 32',
  `node -e "console.log(require('node:crypto').randomBytes(32).toString('base64'))"`,
] as const;
const http = { type: 'url', protocols: ['http:', 'https:'] } as const;
const port = { type: 'whole-number', minimum: 1, maximum: 65_535 } as const;
const text = { type: 'text' } as const;

const milliseconds = (minimum: number, maximum = 3_600_000) =>
  ({ type: 'whole-number', minimum, maximum, unit: 'milliseconds' }) as const;
const bytes = (minimum: number, maximum: number) =>
  ({ type: 'whole-number', minimum, maximum, unit: 'bytes' }) as const;

export const variables = [
  {
    name: 'APP_ENV',
    group: 'Environment',
    kind: { type: 'choice', choices: ['development', 'testing', 'staging', 'production'] },
    purpose: 'Which `.env.<APP_ENV>` is read and how strict the server is. Unset, `NODE_ENV` decides.',
    example: 'production',
  },
  {
    name: 'NODE_ENV',
    group: 'Environment',
    kind: text,
    purpose:
      'Read only when `APP_ENV` is unset: `production` and `test` choose production and testing; else development.',
    example: 'production',
  },
  {
    name: 'ROLE',
    group: 'Environment',
    kind: { type: 'choice', choices: ['all', 'api', 'worker'] },
    purpose:
      'What this process does: answer requests (`api`), run background work and answer `/health` (`worker`), or both.',
    default: 'all',
  },
  {
    name: 'HOST',
    group: 'Server',
    kind: text,
    purpose: 'Address to listen on. Unset: `127.0.0.1` in development, `0.0.0.0` elsewhere.',
    example: '0.0.0.0',
  },
  {
    name: 'PORT',
    group: 'Server',
    kind: { type: 'whole-number', minimum: 0, maximum: 65_535 },
    purpose: 'Port to listen on; 0 takes any free one.',
    default: '8080',
  },
  {
    name: 'API_VERSION',
    group: 'Server',
    kind: { type: 'choice', choices: ['v1'] },
    purpose: 'Version of the HTTP contract; `v1` is the only one.',
    default: 'v1',
  },
  {
    name: 'PUBLIC_URL',
    group: 'Server',
    kind: http,
    purpose: 'Where people reach the server, for links in messages; `https` in production and staging.',
    example: 'https://chat.example.com',
  },
  {
    name: 'TRUST_PROXY',
    group: 'Server',
    kind: { type: 'list', of: 'addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal' },
    purpose:
      'Proxies whose `X-Forwarded-*` headers are believed: addresses, networks, `loopback`, `linklocal`, `uniquelocal`.',
    example: 'loopback,10.0.0.0/8',
  },
  {
    name: 'CORS_ORIGINS',
    group: 'Server',
    kind: { type: 'list', of: 'origins such as https://shop.example.com' },
    purpose: 'Sites whose pages may call the API, such as a shop with the widget; `*` only outside production.',
    example: 'https://shop.example.com',
  },
  {
    name: 'WIDGET_SITES',
    group: 'Widget',
    kind: { type: 'list', of: 'sites such as https://shop.example.com' },
    purpose:
      'Sites that may show the chat widget; `https://*.example.com` for all subdomains. Unset, none may; in development this machine’s own may.',
    example: 'https://shop.example.com',
  },
  {
    name: 'WIDGET_IDENTITY_SECRETS',
    group: 'Widget',
    kind: text,
    purpose:
      'With what a brand’s server signs who its signed-in customer is: `<brand>=<secret>`, several with commas between them. Unset, everyone in the widget is a guest.',
    secret: 'whole',
    makeWith: makeText,
  },
  {
    name: 'SHUTDOWN_GRACE_MS',
    group: 'Server',
    kind: milliseconds(0, 600_000),
    purpose:
      'Time open replies get to end after SIGTERM. Cloud Run and `docker stop` kill after 10 s, Kubernetes and Heroku after 30 s.',
    default: '8000',
  },
  {
    name: 'REQUEST_BODY_MAX_BYTES',
    group: 'Server',
    kind: bytes(16_384, 104_857_600),
    purpose: 'Largest JSON body.',
    default: '1048576',
  },
  {
    name: 'UPLOAD_MAX_BYTES',
    group: 'Server',
    kind: bytes(16_384, 1_073_741_824),
    purpose: 'Largest body of a request that carries images: four of 8 MiB, as base64.',
    default: '47185920',
  },
  {
    name: 'REQUEST_HEADERS_MAX_BYTES',
    group: 'Server',
    kind: bytes(4_096, 131_072),
    purpose: 'Largest head of a request.',
    default: '16384',
  },
  {
    name: 'REQUEST_HEADERS_TIMEOUT_MS',
    group: 'Server',
    kind: milliseconds(100, 600_000),
    purpose: "Time a client gets to send a request's head.",
    default: '10000',
  },
  {
    name: 'REQUEST_TIMEOUT_MS',
    group: 'Server',
    kind: milliseconds(100, 600_000),
    purpose: 'Time a client gets to send a whole request. Replies have clocks of their own.',
    default: '30000',
  },
  {
    name: 'DATA_DIR',
    group: 'Files and logs',
    kind: text,
    purpose: 'The embedded database, uploads and the secrets generated in development.',
    default: './data',
  },
  {
    name: 'LOG_DIR',
    group: 'Files and logs',
    kind: text,
    purpose: 'Folder of `combined.log` and `error.log`.',
    default: './logs',
  },
  {
    name: 'LOG_LEVEL',
    group: 'Files and logs',
    kind: { type: 'choice', choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] },
    purpose: 'Least severe log lines that are kept.',
    default: 'info',
  },
  {
    name: 'SENTRY_DSN',
    dormant: true,
    group: 'Files and logs',
    kind: { type: 'url', protocols: ['https:', 'http:'] },
    purpose: 'Sentry project that errors are reported to.',
    example: 'https://publickey@o0.ingest.sentry.io/0',
  },
  {
    name: 'DATABASE_URL',
    group: 'Database',
    kind: { type: 'url', protocols: ['postgres:', 'postgresql:'] },
    secret: 'password',
    purpose:
      'PostgreSQL 14 or later, whole address; `sslmode` is understood. This or `DB_HOST` in production and staging.',
    example: 'postgresql://rapport:password@localhost:5432/rapport?sslmode=verify-full',
  },
  {
    name: 'DB_HOST',
    group: 'Database',
    kind: text,
    purpose: "PostgreSQL's host, or the folder of its socket such as `/cloudsql/project:region:instance`.",
    example: 'localhost',
  },
  { name: 'DB_PORT', group: 'Database', kind: port, purpose: "PostgreSQL's port.", default: '5432' },
  { name: 'DB_USER', group: 'Database', kind: text, purpose: "PostgreSQL's user.", default: 'postgres' },
  {
    name: 'DB_PASSWORD',
    group: 'Database',
    kind: text,
    secret: 'whole',
    purpose: "That user's password.",
    makeWith: ['openssl rand -hex 24', `node -e "console.log(require('node:crypto').randomBytes(24).toString('hex'))"`],
  },
  { name: 'DB_NAME', group: 'Database', kind: text, purpose: 'Name of the database.', default: 'rapport' },
  {
    name: 'DB_SSL',
    group: 'Database',
    kind: { type: 'choice', choices: ['disable', 'false', 'require', 'verify-full', 'true'] },
    purpose:
      'Encryption to PostgreSQL: `disable` (or `false`), `require` (any certificate) or `verify-full` (or `true`). Unset: as `sslmode` in `DATABASE_URL` says, else `disable`.',
    example: 'verify-full',
  },
  {
    name: 'DB_SSL_CA_FILE',
    group: 'Database',
    kind: text,
    purpose: "File with the authority that signed PostgreSQL's certificate, where the system doesn't know it.",
    example: './certificates/database.pem',
  },
  {
    name: 'DB_POOL_SIZE',
    group: 'Database',
    kind: { type: 'whole-number', minimum: 2, maximum: 500, unit: 'connections' },
    purpose: 'Connections this process may hold to PostgreSQL.',
    default: '10',
  },
  {
    name: 'EMBEDDED_DATABASE',
    group: 'Database',
    kind: { type: 'choice', choices: ['allow', 'refuse'] },
    purpose: 'Production and staging start on the embedded database only with `allow`: it serves one process.',
    example: 'allow',
  },
  {
    name: 'REDIS_URL',
    group: 'Redis',
    kind: { type: 'url', protocols: ['redis:', 'rediss:'] },
    secret: 'password',
    purpose: 'Redis 6 or later, whole address. Without Redis, caches and limits are kept in the process.',
    example: 'redis://:password@localhost:6379/0',
  },
  { name: 'REDIS_HOST', group: 'Redis', kind: text, purpose: "Redis's host.", example: 'localhost' },
  { name: 'REDIS_PORT', group: 'Redis', kind: port, purpose: "Redis's port.", default: '6379' },
  { name: 'REDIS_USER', group: 'Redis', kind: text, purpose: "Redis's user, where it has users.", example: 'default' },
  {
    name: 'REDIS_PASSWORD',
    group: 'Redis',
    kind: text,
    secret: 'whole',
    purpose: "Redis's password.",
    makeWith: ['openssl rand -hex 24', `node -e "console.log(require('node:crypto').randomBytes(24).toString('hex'))"`],
  },
  {
    name: 'REDIS_DB',
    group: 'Redis',
    kind: { type: 'whole-number', minimum: 0, maximum: 65_535 },
    purpose: 'Number of the Redis database.',
    default: '0',
  },
  {
    name: 'REDIS_TLS',
    group: 'Redis',
    kind: { type: 'choice', choices: ['false', 'disable', 'require', 'true', 'verify-full'] },
    purpose:
      'Encryption to Redis: `false`, `require` (any certificate, as Heroku needs) or `true`. Unset: as the address says (`rediss:`).',
    example: 'true',
  },
  {
    name: 'REDIS_COMMAND_TIMEOUT_MS',
    group: 'Redis',
    kind: milliseconds(10, 10_000),
    purpose:
      'A command that Redis leaves unanswered this long has failed: the process counts limits by itself for a second.',
    default: '100',
  },
  {
    name: 'JWT_SECRET',
    group: 'Secrets',
    kind: text,
    secret: 'whole',
    requiredInProduction: true,
    purpose: 'Signs access tokens: 32 characters or more. Development generates one into `DATA_DIR`.',
    makeWith: makeText,
  },
  {
    name: 'ENCRYPTION_KEY',
    group: 'Secrets',
    kind: text,
    secret: 'whole',
    requiredInProduction: true,
    purpose: 'Encrypts backups and what is kept sealed: 32 bytes as base64, hex or 32 characters. Generated likewise.',
    makeWith: makeKey,
  },
  {
    name: 'PHOTO_ENCRYPTION_KEYS',
    group: 'Secrets',
    kind: text,
    secret: 'whole',
    purpose:
      'Master keys of kept photos, 32 bytes each as base64 or hex, with commas between them: the first seals, all of them open. To rotate, put the new one in front. In development and testing made from `ENCRYPTION_KEY` when unset.',
    makeWith: makeKey,
  },
  {
    name: 'PHOTO_STORAGE',
    group: 'Secrets',
    kind: { type: 'choice', choices: ['on', 'off'] },
    purpose:
      'Whether people may send photos ahead and have them kept, encrypted. Unset: on where there are keys for it. `on` without keys refuses to start in production and staging.',
    example: 'off',
  },
  {
    name: 'OPERATOR_TOKEN',
    group: 'Secrets',
    kind: text,
    secret: 'whole',
    purpose:
      'Bearer token that opens the operators’ pages, 32 characters or more outside development. Unset: accounts only.',
    makeWith: [
      'openssl rand -hex 32',
      `node -e "console.log(require('node:crypto').randomBytes(32).toString('base64url'))"`,
    ],
  },
  {
    name: 'ACCESS_TOKEN_LIFETIME_SECONDS',
    group: 'Tokens',
    kind: { type: 'whole-number', minimum: 60, maximum: 86_400, unit: 'seconds' },
    purpose: 'How long an access token is good for.',
    default: '900',
  },
  {
    name: 'REFRESH_TOKEN_LIFETIME_SECONDS',
    group: 'Tokens',
    kind: { type: 'whole-number', minimum: 3_600, maximum: 31_536_000, unit: 'seconds' },
    purpose: 'How long a session lives without being used.',
    default: '2592000',
  },
  { name: 'TOKEN_ISSUER', group: 'Tokens', kind: text, purpose: '`iss` of our tokens.', default: 'rapport' },
  { name: 'TOKEN_AUDIENCE', group: 'Tokens', kind: text, purpose: '`aud` of our tokens.', default: 'rapport' },
  {
    name: 'SUPABASE_URL',
    group: 'Supabase',
    kind: http,
    purpose: 'Supabase project whose tokens are accepted, by its published keys.',
    example: 'https://your-project.supabase.co',
  },
  {
    name: 'SUPABASE_JWT_SECRET',
    group: 'Supabase',
    kind: text,
    secret: 'whole',
    purpose: "The project's legacy JWT secret, for tokens signed with HS256.",
  },
  {
    name: 'SUPABASE_ANON_KEY',
    dormant: true,
    group: 'Supabase',
    kind: text,
    secret: 'whole',
    purpose: "The project's anon or publishable key.",
  },
  {
    name: 'SUPABASE_SERVICE_ROLE_KEY',
    dormant: true,
    group: 'Supabase',
    kind: text,
    secret: 'whole',
    purpose: "The project's service role or secret key.",
  },
  {
    name: 'SUPABASE_KEY',
    dormant: true,
    group: 'Supabase',
    kind: text,
    secret: 'whole',
    purpose: 'Either of those two, under its older name; the key itself says which.',
  },
  {
    name: 'GOOGLE_API_KEY',
    group: 'Models',
    kind: text,
    secret: 'whole',
    purpose: "Google AI Studio's key, for Gemini. Without any vendor's key the built-in model answers.",
  },
  { name: 'XAI_API_KEY', group: 'Models', kind: text, secret: 'whole', purpose: "xAI's key, for Grok." },
  {
    name: 'OPENAI_API_KEY',
    group: 'Models',
    kind: text,
    secret: 'whole',
    purpose: "OpenAI's key, for photographs and as a further model.",
  },
  { name: 'GROQ_API_KEY', group: 'Models', kind: text, secret: 'whole', purpose: "Groq's key, Jumbo's first model." },
  {
    name: 'GOOGLE_BASE_URL',
    group: 'Models',
    kind: http,
    purpose: "Where Google's API is.",
    default: 'https://generativelanguage.googleapis.com/v1beta',
  },
  { name: 'XAI_BASE_URL', group: 'Models', kind: http, purpose: "Where xAI's API is.", default: 'https://api.x.ai/v1' },
  {
    name: 'OPENAI_BASE_URL',
    group: 'Models',
    kind: http,
    purpose: "Where OpenAI's API is, or any server that speaks it (Ollama, vLLM), which may need no key.",
    default: 'https://api.openai.com/v1',
  },
  {
    name: 'GROQ_BASE_URL',
    group: 'Models',
    kind: http,
    purpose: "Where Groq's API is.",
    default: 'https://api.groq.com/openai/v1',
  },
  {
    name: 'COMPATIBLE_BASE_URL',
    group: 'Models',
    kind: http,
    purpose:
      'Any other server that speaks OpenAI’s chat completions (Ollama, vLLM, OpenRouter). Its models are named `compatible/<model>` in `MODEL_CHAIN`.',
    example: 'http://127.0.0.1:11434/v1',
  },
  {
    name: 'COMPATIBLE_API_KEY',
    group: 'Models',
    kind: text,
    secret: 'whole',
    purpose: 'That server’s key, if it wants one.',
  },
  {
    name: 'MODEL_CHAIN',
    group: 'Models',
    kind: { type: 'list', of: 'models as `<vendor>/<model>`' },
    scope: 'assistant',
    purpose:
      'Models to try in order, in place of an assistant’s own, as `<vendor>/<model>`: google, xai, groq, openai or compatible. The built-in model is always last; `rapport/built-in` alone asks no vendor. In `packages/<assistant>/.env`: that assistant’s only.',
    example: 'google/gemini-3.8-flash,groq/openai/gpt-oss-20b',
  },
  {
    name: 'EMBEDDING_MODEL',
    group: 'Models',
    kind: text,
    purpose:
      'Model that turns messages and memories into vectors, as `<vendor>/<model>`: openai, google or compatible, which are then sent what people say. Unset, it is done in this process. After a change the vectors are made anew.',
    example: 'openai/text-embedding-3-small',
  },
  {
    name: 'EMBEDDING_DIMENSIONS',
    group: 'Models',
    kind: { type: 'whole-number', minimum: 0, maximum: 16_000, unit: 'numbers' },
    purpose:
      'Numbers in each vector of `EMBEDDING_MODEL`, for a model we don’t know, or to shorten those of one that can; 0 is as many as the model is known for.',
    default: '0',
  },
  {
    name: 'MEMORY_EXTRACTION',
    group: 'Models',
    kind: { type: 'choice', choices: ['rules', 'rules-and-models'] },
    purpose:
      'Who reads messages for what is worth remembering: rules in this process, and after the reply also the assistant’s first vendors, at their price, once a message. Without a vendor’s key it is the rules.',
    default: 'rules-and-models',
  },
  {
    name: 'MODEL_PRICES_FILE',
    group: 'Models',
    kind: text,
    purpose:
      'JSON file of prices that add to or replace those shipped: `[{"model", "from", "inputPerMillion", "cachedInputPerMillion", "outputPerMillion"}]`, in US dollars per million tokens.',
    example: './prices.json',
  },
  {
    name: 'MODEL_FIRST_TOKEN_TIMEOUT_MS',
    group: 'Models',
    kind: milliseconds(100, 600_000),
    purpose: 'Milliseconds a model has until its first word; then the next one is asked.',
    default: '10000',
  },
  {
    name: 'MODEL_IDLE_TIMEOUT_MS',
    group: 'Models',
    kind: milliseconds(100, 600_000),
    purpose: 'Milliseconds of silence between words before the next model is asked.',
    default: '15000',
  },
  {
    name: 'MODEL_ATTEMPT_TIMEOUT_MS',
    group: 'Models',
    kind: milliseconds(100, 600_000),
    purpose: 'Milliseconds one attempt at a reply may take.',
    default: '45000',
  },
  {
    name: 'TURN_TIMEOUT_MS',
    group: 'Models',
    kind: milliseconds(100, 600_000),
    purpose: 'Milliseconds all attempts of a reply may take together; then the built-in model answers.',
    default: '60000',
  },
  {
    name: 'DAILY_BUDGET_CENTS',
    group: 'Models',
    kind: { type: 'whole-number', minimum: 0, maximum: 100_000_000, unit: 'US cents' },
    purpose:
      'US cents a brand may spend on vendors’ models in a day (UTC); when they are spent the built-in model answers. 0 is no limit.',
    default: '0',
  },
  {
    name: 'DAILY_BUDGET_PER_PERSON_CENTS',
    group: 'Models',
    kind: { type: 'whole-number', minimum: 0, maximum: 100_000_000, unit: 'US cents' },
    purpose: 'The same for one person. 0 is no limit.',
    default: '0',
  },
  {
    name: 'REPLY_CACHE_MAX_ENTRIES',
    group: 'Models',
    kind: { type: 'whole-number', minimum: 0, maximum: 1_000_000, unit: 'replies' },
    purpose: 'Replies to general questions that a process keeps for each brand; 0 keeps none, here or in Redis.',
    default: '1000',
  },
  {
    name: 'REPLY_CACHE_TTL_SECONDS',
    group: 'Models',
    kind: { type: 'whole-number', minimum: 1, maximum: 2_592_000, unit: 'seconds' },
    purpose: 'Seconds such a reply may be given again; 86400 is 24 hours.',
    default: '86400',
  },
  {
    name: 'BUILTIN_MODEL_WORDS_PER_SECOND',
    group: 'Models',
    kind: { type: 'whole-number', minimum: 0, maximum: 10_000, unit: 'words a second' },
    purpose: 'Pace at which the built-in model streams; 0 is as fast as it can.',
    default: '0',
  },
  {
    name: 'CIRCUIT_BREAKER_FAILURE_THRESHOLD',
    group: 'Models',
    kind: { type: 'whole-number', minimum: 1, maximum: 1_000, unit: 'failures' },
    purpose: 'Failures in a row that open a model’s breaker.',
    default: '5',
  },
  {
    name: 'CIRCUIT_BREAKER_RESET_TIMEOUT',
    group: 'Models',
    kind: milliseconds(1),
    purpose: 'Milliseconds an open breaker waits before one probe.',
    default: '60000',
  },
  {
    name: 'HANDOFF_WEBHOOK_URL',
    group: 'Hand-off to people',
    kind: http,
    purpose:
      'Where the team’s system is told of each case, by signed webhook (Standard Webhooks); `https` in production and staging.',
    example: 'https://desk.example.com/hooks/rapport',
  },
  {
    name: 'HANDOFF_WEBHOOK_SECRET',
    group: 'Hand-off to people',
    kind: text,
    secret: 'whole',
    purpose:
      'Signs those webhooks: `whsec_` and 24 to 64 bytes as base64. Two, separated by a comma, while the receiver changes over.',
    makeWith: [`node -e "console.log('whsec_' + require('node:crypto').randomBytes(32).toString('base64'))"`],
  },
  {
    name: 'HANDOFF_WEBHOOK_ADDRESSES',
    group: 'Hand-off to people',
    kind: { type: 'choice', choices: ['public', 'private'] },
    purpose:
      'Where webhooks may go: `public` addresses only, in development this machine too; or `private` networks as well.',
    default: 'public',
  },
  {
    name: 'HANDOFF_EMAIL',
    group: 'Hand-off to people',
    kind: text,
    purpose: 'Address of the team, told of each case by e-mail where `SMTP_URL` is set.',
    example: 'care@example.com',
  },
  {
    name: 'ALERT_WEBHOOK_URL',
    group: 'Alerts',
    kind: http,
    purpose:
      'Where the team’s system is told of each alert and its end, by signed webhook (Standard Webhooks); `https` in production and staging.',
    example: 'https://ops.example.com/hooks/rapport',
  },
  {
    name: 'ALERT_WEBHOOK_SECRET',
    group: 'Alerts',
    kind: text,
    secret: 'whole',
    purpose: 'Signs those webhooks, as `HANDOFF_WEBHOOK_SECRET` signs the others.',
    makeWith: [`node -e "console.log('whsec_' + require('node:crypto').randomBytes(32).toString('base64'))"`],
  },
  {
    name: 'ALERT_WEBHOOK_ADDRESSES',
    group: 'Alerts',
    kind: { type: 'choice', choices: ['public', 'private'] },
    purpose: 'Where alerts may go, as `HANDOFF_WEBHOOK_ADDRESSES`; holds for the chat too.',
    default: 'public',
  },
  {
    name: 'ALERT_CHAT_URL',
    group: 'Alerts',
    kind: http,
    secret: 'whole',
    purpose:
      'Incoming webhook of the team’s chat in Slack’s form, which Mattermost, Rocket.Chat and Discord (`…/slack`) take too. Its address is its secret.',
  },
  {
    name: 'ALERT_EMAIL',
    group: 'Alerts',
    kind: text,
    purpose: 'Address of whoever looks after the product, told of each alert by e-mail where `SMTP_URL` is set.',
    example: 'ops@example.com',
  },
  {
    name: 'SMTP_URL',
    group: 'E-mail',
    kind: { type: 'url', protocols: ['smtp:', 'smtps:'] },
    secret: 'password',
    purpose: 'Mail server, whole address. Unset, no e-mail is sent, and `/health` says so.',
    example: 'smtps://user:password@smtp.example.com:465',
  },
  {
    name: 'MAIL_FROM',
    group: 'E-mail',
    kind: text,
    purpose: 'Sender of e-mail; needed beside `SMTP_URL`.',
    example: 'Sienna <no-reply@example.com>',
  },
  {
    name: 'CAMPAIGN_MAIL_FROM',
    group: 'E-mail',
    kind: text,
    purpose:
      'Sender of campaigns’ e-mail to people who agreed to it; needs `SMTP_URL`, and `PUBLIC_URL` for the link that ends it. Unset, people get none.',
    example: 'Sienna <sienna@example.com>',
  },
  {
    name: 'RATE_LIMIT_MAX',
    group: 'Rate limits',
    kind: { type: 'whole-number', minimum: 1, maximum: 10_000_000, unit: 'requests' },
    purpose: 'Requests a caller has in a window.',
    default: '100',
  },
  {
    name: 'RATE_LIMIT_WINDOW_MS',
    group: 'Rate limits',
    kind: milliseconds(1_000, 86_400_000),
    purpose: 'Length of that window in milliseconds; 900000 is 15 minutes.',
    default: '900000',
  },
  {
    name: 'RATE_LIMIT_PER_SECOND',
    group: 'Rate limits',
    kind: { type: 'whole-number', minimum: 1, maximum: 100_000, unit: 'requests a second' },
    purpose: 'Requests a second a caller has at one endpoint, at most.',
    default: '10',
  },
  {
    name: 'ASSISTANTS_DIR',
    group: 'Assistants and brands',
    kind: text,
    purpose:
      'A folder with a folder for each further assistant (docs/writing-an-assistant.md). What stands in it runs with the rights of the server.',
    example: '../assistants',
  },
  {
    name: 'ASSISTANTS',
    group: 'Assistants and brands',
    kind: { type: 'list', of: "assistants' ids" },
    purpose: 'Which assistants are served, in the order in which they are shown. Unset: all there are.',
    example: 'sienna',
  },
  {
    name: 'BRAND_NAME',
    group: 'Assistants and brands',
    kind: text,
    scope: 'assistant',
    purpose:
      'The brand a guide speaks for, in place of its own. Where several brands are served: in `packages/<assistant>/.env`, for that assistant only.',
    example: 'Sienna Naturals',
  },
  {
    name: 'BRAND_FOCUS',
    group: 'Assistants and brands',
    kind: text,
    scope: 'assistant',
    purpose: 'What that brand is about, in a few words.',
    example: 'natural hair care',
  },
] as const satisfies readonly Variable[];

type DeclaredVariable = (typeof variables)[number];
export type VariableName = DeclaredVariable['name'];
/** Names of the variables of one kind, so that a port can't be read as a URL. */
export type VariableNameOf<Type extends Kind['type']> = Extract<
  DeclaredVariable,
  { readonly kind: { readonly type: Type } }
>['name'];
export type WithDefault<Name extends VariableName> = Extract<
  DeclaredVariable,
  { readonly name: Name; readonly default: string }
>['name'];

const byName: ReadonlyMap<string, Variable> = new Map(variables.map((variable) => [variable.name, variable]));

export const isVariableName = (name: string): name is VariableName => byName.has(name);

export const findVariable = (name: VariableName): Variable => {
  const variable = byName.get(name);
  if (variable === undefined) throw new Error(`${name} is not declared in variables.ts`);
  return variable;
};
