import { userInfo } from 'node:os';
import { Redis } from 'ioredis';
import { Client } from 'pg';

/** The servers that tests use beside the embedded parts; null where none answers. */
export interface Services {
  /** Connection string of a database in which tests may make databases of their own. */
  readonly postgresql: string | null;
  readonly redis: string | null;
}

const LOOK_FOR_MS = 1_500;

/**
 * Looks for PostgreSQL and Redis where `TEST_DATABASE_URL` and `TEST_REDIS_URL` say, else on this machine's usual ports.
 *
 * @throws when `CI` is `true` and one of them is missing: there, a test that does not run is a failure.
 */
export async function findServices(environment: Readonly<Record<string, string | undefined>>): Promise<Services> {
  const postgresqlUrl = environment.TEST_DATABASE_URL ?? `postgresql://${userInfo().username}@127.0.0.1:5432/test`;
  const redisUrl = environment.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/15';
  const [postgresql, redis] = await Promise.all([answersPostgresql(postgresqlUrl), answersRedis(redisUrl)]);
  if (environment.CI === 'true') {
    const missing = [
      postgresql ? [] : [`PostgreSQL at ${postgresqlUrl}`],
      redis ? [] : [`Redis at ${redisUrl}`],
    ].flat();
    if (missing.length > 0)
      throw new Error(`CI=true and no answer from ${missing.join(' and ')}: start it, or say where it is`);
  }
  return { postgresql: postgresql ? postgresqlUrl : null, redis: redis ? redisUrl : null };
}

async function answersPostgresql(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: LOOK_FOR_MS });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function answersRedis(url: string): Promise<boolean> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: LOOK_FOR_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // Without a listener an absent Redis is an unhandled error.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
