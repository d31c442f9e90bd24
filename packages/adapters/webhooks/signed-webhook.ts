import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { isIP } from 'node:net';
import { DeliveryError, type SendWebhook } from '@rapport/core/hand-off/deliver.ts';
import { Webhook } from 'standardwebhooks';
import { type AddressPolicy, allowsAddress, guardedLookup, RefusedAddressError } from './address-policy.ts';

export interface SignedWebhookOptions {
  readonly url: string;
  /** `whsec_…`, the one in use first; each signs, so that a receiver can change over without a gap. */
  readonly secrets: readonly string[];
  readonly addresses: AddressPolicy;
  readonly now: () => Date;
}

/** What a receiver gets to take it. */
const TIMEOUT_MS = 10_000;

/**
 * Webhooks by the Standard Webhooks specification: `webhook-id`, `webhook-timestamp` and `webhook-signature`, the last an
 * HMAC-SHA256 over id, time and body for each secret. A receiver that checks the time and remembers ids can't be fooled by
 * a repetition. Redirects are not followed: they would lead past the look at the address.
 */
export function createSignedWebhook({ url, secrets, addresses, now }: SignedWebhookOptions): SendWebhook {
  const target = new URL(url);
  const signers = secrets.map((secret) => new Webhook(secret));
  const host = target.hostname.replace(/^\[|\]$/g, '');
  return async ({ id, body, signal }) => {
    // An address that is written out is connected to without being looked up.
    if (isIP(host) !== 0 && !allowsAddress(addresses, host)) throw refused();
    const sentAt = now();
    const status = await post(target, addresses, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]), body, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Rapport-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
      'webhook-signature': signers.map((signer) => signer.sign(id, sentAt, body)).join(' '),
    });
    if (status < 200 || status > 299) throw new DeliveryError(`the receiver answered ${status}`);
  };
}

function post(
  target: URL,
  addresses: AddressPolicy,
  signal: AbortSignal,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const request = target.protocol === 'https:' ? requestSecurely : requestPlainly;
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      // A connection of its own: one that was kept open may have died, and would cost an attempt.
      { method: 'POST', headers, signal, lookup: guardedLookup(addresses), agent: false },
      (response) => {
        resolve(response.statusCode ?? 0);
        // What it says is not wanted, however much it is.
        response.destroy();
      },
    );
    sent.on('error', (error) => reject(asDeliveryError(error)));
    sent.end(body);
  });
}

function asDeliveryError(error: Error): DeliveryError {
  if (error instanceof RefusedAddressError) return refused(error);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return new DeliveryError('the receiver did not answer in time', { cause: error });
  }
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return new DeliveryError(`the receiver could not be reached${code}`, { cause: error });
}

const refused = (cause?: Error): DeliveryError =>
  new DeliveryError('its address is private; HANDOFF_WEBHOOK_ADDRESSES=private allows that', { cause });
