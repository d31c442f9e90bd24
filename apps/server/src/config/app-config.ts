import type { EnvironmentName } from './reading.ts';
import type { Secret } from './secrets.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** `off`: in the clear. `unverified`: encrypted, whoever answers. `verified`: encrypted, certificate and name checked. */
export type TransportSecurity = 'off' | 'unverified' | 'verified';

export interface DatabaseTls {
  readonly mode: TransportSecurity;
  /** Absolute paths of PEM files; the adapter reads them. */
  readonly certificateAuthorityFile?: string;
  readonly clientCertificateFile?: string;
  readonly clientKeyFile?: string;
}

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly directory: string }
  | {
      readonly kind: 'postgresql';
      /** Without `sslmode` and its kin: `tls` says it all, and `pg` would let them override it. */
      readonly connectionString: Secret;
      /** Most connections this process holds. */
      readonly poolSize: number;
      readonly tls: DatabaseTls;
    };

export interface RedisConfig {
  /** `redis:` or `rediss:`, with user, password and database number. */
  readonly url: Secret;
  readonly tls: TransportSecurity;
  readonly commandTimeoutMs: number;
}

export interface VendorConfig {
  readonly apiKey?: Secret;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** There is a key, or a base URL of one's own, whose server may need none. */
  readonly enabled: boolean;
}

export interface ModelsConfig {
  /** Models to try in order, as `<vendor>/<model>`, in place of every assistant's own; null: each has its own. */
  readonly chain: readonly string[] | null;
  /** What `packages/<folder>/.env` says for its own assistant. */
  readonly chainByAssistantFolder: Readonly<Record<string, readonly string[]>>;
  /** Absolute path of a JSON file of prices. */
  readonly pricesFile?: string;
  /** In milliseconds: until the first word, between words, one attempt, all attempts of a turn. */
  readonly deadlines: {
    readonly firstToken: number;
    readonly idle: number;
    readonly attempt: number;
    readonly turn: number;
  };
  /** In millionths of a US dollar a day (UTC); null: no limit. */
  readonly budgets: { readonly brandPerDay: number | null; readonly personPerDay: number | null };
  readonly replyCache: { readonly maxEntries: number; readonly ttlSeconds: number };
}

export interface SupabaseConfig {
  /** Without a slash at its end. Its tokens' issuer is `<url>/auth/v1`, their keys at `<url>/auth/v1/.well-known/jwks.json`. */
  readonly url?: string;
  readonly jwtSecret?: Secret;
  readonly anonKey?: Secret;
  readonly serviceRoleKey?: Secret;
}

/** Where vectors are made. The length of a vendor's is checked when it is opened: the adapters know the models. */
export type EmbeddingConfig =
  | { readonly kind: 'in-process' }
  | {
      readonly kind: 'vendor';
      readonly provider: 'openai' | 'google' | 'compatible';
      /** As the vendor calls it. */
      readonly model: string;
      /** Null: as many as the model is known for. */
      readonly dimensions: number | null;
    };

export interface BrandOverride {
  readonly name?: string;
  readonly focus?: string;
}

export interface RequestLimits {
  readonly bodyBytes: number;
  /** For requests that carry images. */
  readonly uploadBytes: number;
  readonly headersBytes: number;
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

/** How the team hears of cases beside the inbox; null: not by that way. */
interface HandOffConfig {
  readonly webhook: {
    readonly url: string;
    /** `whsec_…`, the one in use first. */
    readonly secrets: readonly Secret[];
    readonly addresses: 'public' | 'loopback' | 'private';
  } | null;
  readonly email: { readonly to: string; readonly from: string; readonly smtpUrl: Secret } | null;
}

/** How the team hears of alerts beside the list; null: not by that way. */
interface AlertsConfig extends HandOffConfig {
  /** Its address is its secret. */
  readonly chat: { readonly url: Secret; readonly addresses: 'public' | 'loopback' | 'private' } | null;
}

/** How campaigns reach people beside the inbox; null: not by mail. */
interface EngagementConfig {
  readonly email: { readonly from: string; readonly smtpUrl: Secret; readonly publicUrl: string } | null;
}

/** Everything decided before anything starts. Its secrets are {@link Secret}s, so that it may be logged whole. */
export interface AppConfig {
  readonly environment: EnvironmentName;
  readonly role: 'all' | 'api' | 'worker';
  readonly server: {
    readonly host: string;
    /** 0: any free port. */
    readonly port: number;
    readonly apiVersion: 'v1';
    /** As Fastify's `trustProxy` takes them; empty: no forwarded header is believed. */
    readonly trustedProxies: readonly string[];
    /** Origins without a slash at their end, or `*` alone outside production and staging. */
    readonly corsOrigins: readonly string[];
    /** Without a slash at its end. */
    readonly publicUrl?: string;
    readonly shutdownGraceMs: number;
    readonly requestLimits: RequestLimits;
  };
  /** Absolute, as every directory here. */
  readonly dataDirectory: string;
  readonly logs: { readonly directory: string; readonly level: LogLevel };
  readonly database: DatabaseConfig;
  readonly redis: RedisConfig | null;
  readonly handOff: HandOffConfig;
  readonly alerts: AlertsConfig;
  readonly engagement: EngagementConfig;
  readonly rateLimits: { readonly max: number; readonly windowMs: number; readonly perSecond: number };
  readonly tokens: {
    readonly accessLifetimeSeconds: number;
    readonly refreshLifetimeSeconds: number;
    readonly issuer: string;
    readonly audience: string;
  };
  readonly supabase: SupabaseConfig | null;
  readonly vendors: Readonly<Record<'google' | 'xai' | 'openai' | 'groq', VendorConfig>> & {
    /** Null when no such server is named. */
    readonly compatible: VendorConfig | null;
  };
  readonly models: ModelsConfig;
  readonly embedding: EmbeddingConfig;
  /** Whether vendors' models also read messages for what is worth remembering. */
  readonly memory: { readonly extractsByModels: boolean };
  /** Whether people may send photos ahead and have them kept. */
  readonly photos: { readonly stored: boolean };
  readonly circuitBreaker: { readonly failureThreshold: number; readonly resetTimeoutMs: number };
  readonly assistants: {
    /** Folder of assistants beside those that ship; null: none. */
    readonly directory: string | null;
    /** Ids of those that are served, in the order in which they are shown; null: all. */
    readonly served: readonly string[] | null;
  };
  /** The chat on a brand's own site. */
  readonly widget: {
    /** Sites whose pages may show it, as sources of a content security policy. */
    readonly sites: readonly string[];
    /** By the brand's id: what its server signs with when it vouches for a customer; the first is the newest. */
    readonly identitySecrets: ReadonlyMap<string, readonly Secret[]>;
  };
  /** For assistants that speak for a brand; `byAssistantFolder` holds what `packages/<folder>/.env` says for its own. */
  readonly brand: BrandOverride & { readonly byAssistantFolder: Readonly<Record<string, BrandOverride>> };
  readonly sentryDsn?: string;
  /** Absent: operators sign in with accounts. */
  readonly operatorToken?: Secret;
  readonly builtinModel: {
    /** 0: as fast as it can. */
    readonly wordsPerSecond: number;
  };
}
