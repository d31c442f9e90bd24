import { type Command, Redis, type RedisOptions as ClientOptions } from 'ioredis';

/** The name under which `rate-limiter-flexible` defines its script: each request waits for it. */
const COUNTING_COMMAND = 'rlflxIncr';
const CONNECT_TIMEOUT_MS = 2_000;
const MOST_RECONNECT_DELAY_MS = 2_000;

export interface RedisOptions {
  /** `redis:` or `rediss:` with user, password and database. */
  readonly url: string;
  /** False accepts any certificate, for a server whose own can't be checked. */
  readonly verifyCertificate: boolean;
  /** A command that takes longer than this, in milliseconds, counts as failed: Redis is there to save time. */
  readonly commandTimeoutMs: number;
  /** Told when the connection is lost and found, once each; not when we end it. */
  readonly onStateChange: (state: 'connected' | 'lost', error: Error | null) => void;
}

/**
 * A Redis client that fails at once instead of waiting: the library's defaults queue commands while Redis is away and
 * hang for seconds. It reconnects by itself.
 */
export function connectRedis(options: RedisOptions): Redis {
  const redis = new PunctualRedis(options.commandTimeoutMs, options.url, {
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    // Commands gathered for the next pipeline wait for the one before, so that theirs would be a second timeout.
    autoPipeliningIgnoredCommands: [COUNTING_COMMAND],
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), MOST_RECONNECT_DELAY_MS),
    ...(options.url.startsWith('rediss:') ? { tls: { rejectUnauthorized: options.verifyCertificate } } : {}),
  });
  let state: 'connected' | 'lost' | 'new' = 'new';
  const change = (next: 'connected' | 'lost', error: Error | null) => {
    if (state === next) return;
    state = next;
    options.onStateChange(next, error);
  };
  redis.on('ready', () => change('connected', null));
  redis.on('error', (error: Error) => change('lost', error));
  redis.on('close', () => {
    // Already 'end' when it was we who ended it, which nobody needs to hear of.
    if (redis.status !== 'end') change('lost', null);
  });
  return redis;
}

/**
 * A client whose commands fail when the answer is late, and not when it is we who are late to read it. The library's own
 * `commandTimeout` is a bare timer, and timers run before sockets are read: after the process was busy for that long,
 * each command under way failed with its answer already here.
 */
class PunctualRedis extends Redis {
  readonly #commandTimeoutMs: number;

  constructor(commandTimeoutMs: number, url: string, options: ClientOptions) {
    // The library connects from here, but sends nothing before the next turn of the event loop.
    super(url, { ...options, replyMapping: 'legacy' });
    this.#commandTimeoutMs = commandTimeoutMs;
  }

  override sendCommand(...sent: Parameters<Redis['sendCommand']>): unknown {
    const [command] = sent;
    this.#failWhenLate(command);
    return super.sendCommand(...sent);
  }

  #failWhenLate(command: Command): void {
    const timer = setTimeout(() => {
      // Runs once what has arrived by now is read.
      setImmediate(() => command.reject(new Error('Command timed out')));
    }, this.#commandTimeoutMs);
    command.promise.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  }
}
