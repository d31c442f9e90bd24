import type { SendWebhook } from '@rapport/core/channels/channels.ts';
import { Webhook } from 'standardwebhooks';
import type { AddressPolicy } from './address-policy.ts';
import { postJson } from './post-json.ts';

export interface SignedWebhookOptions {
  readonly url: string;
  /** `whsec_…`, the one in use first; each signs, so that a receiver can change over without a gap. */
  readonly secrets: readonly string[];
  readonly addresses: AddressPolicy;
  readonly addressesVariable: string;
  readonly now: () => Date;
}

/**
 * Webhooks by the Standard Webhooks specification: `webhook-id`, `webhook-timestamp` and `webhook-signature`, the last an
 * HMAC-SHA256 over id, time and body for each secret. A receiver that checks the time and remembers ids can't be fooled by
 * a repetition.
 */
export function createSignedWebhook(options: SignedWebhookOptions): SendWebhook {
  const target = { ...options, url: new URL(options.url) };
  const signers = options.secrets.map((secret) => new Webhook(secret));
  return async ({ id, body, signal }) => {
    const sentAt = options.now();
    await postJson(
      target,
      body,
      {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
        'webhook-signature': signers.map((signer) => signer.sign(id, sentAt, body)).join(' '),
      },
      signal,
    );
  };
}
