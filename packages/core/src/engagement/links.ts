import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link in a mail leads to: the end of all such mail, or the assistant. */
export type LinkPurpose = 'unsubscribe' | 'visit';

/** The person and the send that a link was made for. */
export interface LinkSubject {
  readonly userId: string;
  readonly sendId: string;
}

const UUID_BYTES = 16;
const SIGNATURE_BYTES = 32;

/**
 * Signed links for mail: two ids and an HMAC-SHA-256 over them and the purpose, under a key of the installation. They need no row, so
 * they work for as long as the key is kept, and tell nobody anything. One purpose's link does not work for another.
 */
export class MailLinks {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  make(purpose: LinkPurpose, { userId, sendId }: LinkSubject): string {
    const ids = Buffer.concat([bytesOf(userId), bytesOf(sendId)]);
    return Buffer.concat([ids, this.#sign(purpose, ids)]).toString('base64url');
  }

  /** Whom a link was made for; null when we made none such. */
  read(purpose: LinkPurpose, token: string): LinkSubject | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 2 * UUID_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== token) return null;
    const ids = bytes.subarray(0, 2 * UUID_BYTES);
    if (!timingSafeEqual(bytes.subarray(2 * UUID_BYTES), this.#sign(purpose, ids))) return null;
    return { userId: uuidOf(ids.subarray(0, UUID_BYTES)), sendId: uuidOf(ids.subarray(UUID_BYTES)) };
  }

  #sign(purpose: LinkPurpose, ids: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(`campaign-link:${purpose}:`).update(ids).digest();
  }
}

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
