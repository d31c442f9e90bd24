import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { isIP } from 'node:net';
import { DeliveryError } from '@rapport/core/channels/channels.ts';
import { type AddressPolicy, allowsAddress, guardedLookup, RefusedAddressError } from './address-policy.ts';

/** Where to post, and by which rules. */
export interface PostTarget {
  readonly url: URL;
  readonly addresses: AddressPolicy;
  /** The variable that allows private addresses, named to whoever reads why nothing arrived. */
  readonly addressesVariable: string;
}

/** What a receiver gets to take it. */
const TIMEOUT_MS = 10_000;

/**
 * Posts JSON and hears whether it was taken: nothing else of the answer is read. Redirects are not followed: they would
 * lead past the look at the address. Rejects with a {@link DeliveryError}.
 */
export async function postJson(
  target: PostTarget,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const host = target.url.hostname.replace(/^\[|\]$/g, '');
  // An address that is written out is connected to without being looked up.
  if (isIP(host) !== 0 && !allowsAddress(target.addresses, host)) throw refused(target);
  const status = await post(target, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]), body, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Rapport-Webhooks/1',
    ...headers,
  });
  if (status < 200 || status > 299) throw new DeliveryError(`the receiver answered ${status}`);
}

function post(
  target: PostTarget,
  signal: AbortSignal,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const request = target.url.protocol === 'https:' ? requestSecurely : requestPlainly;
  return new Promise((resolve, reject) => {
    const sent = request(
      target.url,
      // A connection of its own: one that was kept open may have died, and would cost an attempt.
      { method: 'POST', headers, signal, lookup: guardedLookup(target.addresses), agent: false },
      (response) => {
        resolve(response.statusCode ?? 0);
        // What it says is not wanted, however much it is.
        response.destroy();
      },
    );
    sent.on('error', (error) => reject(asDeliveryError(error, target)));
    sent.end(body);
  });
}

function asDeliveryError(error: Error, target: PostTarget): DeliveryError {
  if (error instanceof RefusedAddressError) return refused(target, error);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return new DeliveryError('the receiver did not answer in time', { cause: error });
  }
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return new DeliveryError(`the receiver could not be reached${code}`, { cause: error });
}

const refused = ({ addressesVariable }: PostTarget, cause?: Error): DeliveryError =>
  new DeliveryError(`its address is private; ${addressesVariable}=private allows that`, { cause });
