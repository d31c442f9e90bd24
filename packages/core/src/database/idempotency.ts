import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Clock } from '../runtime.ts';
import { type Database, execute, inTransaction, type Statement } from './database.ts';

/** What a repeated request finds: the response the first one was given, or that the key was used for another body. */
export type IdempotentResult<Response> =
  | { readonly kind: 'created' | 'replayed'; readonly response: Response }
  | { readonly kind: 'conflict' };

const CLAIM_KEY: Statement = {
  name: 'idempotency-claim',
  text: `
insert into idempotency_keys (user_id, key, operation, body_hash, response, created_at)
values ($1, $2, $3, $4, 'null', $5)
on conflict (user_id, key) do nothing
returning key`,
};
const FIND_KEY: Statement = {
  name: 'idempotency-find',
  text: 'select body_hash, response from idempotency_keys where user_id = $1 and key = $2',
};
const STORE_RESPONSE: Statement = {
  name: 'idempotency-store',
  text: 'update idempotency_keys set response = $3 where user_id = $1 and key = $2',
};

/**
 * Runs a creation once for a key, the key and the creation in one transaction: whatever dies, either both are there or
 * neither is. A repetition with the same body gets the first response; one with another body is a conflict; one that
 * comes while the first still runs waits for it.
 *
 * @param create does its work on the given client and on no other connection.
 */
export async function createOnce<Response>(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  request: { readonly userId: string; readonly key: string; readonly operation: string; readonly body: unknown },
  create: (client: PoolClient) => Promise<Response>,
): Promise<IdempotentResult<Response>> {
  const { userId, key, operation } = request;
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([operation, request.body]))
    .digest();
  return inTransaction(database.pool, async (client): Promise<IdempotentResult<Response>> => {
    const claimed = await execute(client, CLAIM_KEY, [userId, key, operation, bodyHash, clock.now()]);
    if (claimed.length === 0) {
      const [earlier] = await execute<{ body_hash: Buffer; response: Response }>(client, FIND_KEY, [userId, key]);
      if (earlier === undefined || !earlier.body_hash.equals(bodyHash)) return { kind: 'conflict' };
      return { kind: 'replayed', response: earlier.response };
    }
    const response = await create(client);
    await execute(client, STORE_RESPONSE, [userId, key, JSON.stringify(response)]);
    return { kind: 'created', response };
  });
}
