import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** Master keys: the first seals, any of them opens. Each is 32 bytes. */
export type PhotoKeys = readonly [Uint8Array, ...Uint8Array[]];

/** Whose photo it is, and which: what seals and opens must agree on. */
export interface PhotoName {
  readonly userId: string;
  readonly photoId: string;
}

/** A photo's data key, sealed with a master key, and by which. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/** The photo is there and can't be opened: its master key is not among the configured ones, or a byte of it was changed. */
export class PhotoSealedError extends Error {
  readonly reason: 'no-such-key' | 'not-authentic';

  constructor(reason: PhotoSealedError['reason'], cause?: unknown) {
    super(
      reason === 'no-such-key'
        ? 'A photo was sealed with a master key that is not configured: add it to PHOTO_ENCRYPTION_KEYS'
        : 'A photo is not what was sealed: a byte of it, its key or its owner was changed',
      { cause },
    );
    this.name = 'PhotoSealedError';
    this.reason = reason;
  }
}

const KEY_BYTES = 32;
/** NIST SP 800-38D, 8.2.1: 96 bits, drawn at random; a data key seals two things in its life. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals and opens photos: AES-256-GCM, a data key of its own for each, bound to the person and the photo. */
export interface PhotoSealer {
  /** Makes a photo's data key and seals each part with it. */
  seal(
    name: PhotoName,
    parts: { readonly image: Uint8Array; readonly thumbnail: Uint8Array },
  ): WrappedKey & { readonly image: Buffer; readonly thumbnail: Buffer };
  /** @throws PhotoSealedError when it can't be opened. */
  open(name: PhotoName, key: WrappedKey, part: 'image' | 'thumbnail', sealed: Uint8Array): Buffer;
}

/**
 * @param keys of the installation, the newest first.
 * @param randomBytes from the system's generator.
 * @throws RangeError when a key is not 32 bytes long.
 */
export function createPhotoSealer(keys: PhotoKeys, randomBytes: (count: number) => Uint8Array): PhotoSealer {
  const wrong = keys.find((key) => key.length !== KEY_BYTES);
  if (wrong !== undefined) throw new RangeError(`A key for photos has ${KEY_BYTES} bytes, not ${wrong.length}`);
  const byId = new Map(keys.map((key) => [photoKeyId(key), key]));
  const [newest] = keys;
  const sealWith = (key: Uint8Array, plain: Uint8Array, bound: string): Buffer => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const openWith = (key: Uint8Array, sealed: Uint8Array, bound: string): Buffer => {
    try {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new RangeError('It is too short to be sealed');
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch (error) {
      throw new PhotoSealedError('not-authentic', error);
    }
  };
  return {
    seal(name, { image, thumbnail }) {
      const dataKey = randomBytes(KEY_BYTES);
      const keyId = photoKeyId(newest);
      return {
        keyId,
        wrapped: sealWith(newest, dataKey, boundTo(name, `key:${keyId}`)),
        image: sealWith(dataKey, image, boundTo(name, 'image')),
        thumbnail: sealWith(dataKey, thumbnail, boundTo(name, 'thumbnail')),
      };
    },
    open(name, { keyId, wrapped }, part, sealed) {
      const master = byId.get(keyId);
      if (master === undefined) throw new PhotoSealedError('no-such-key');
      return openWith(openWith(master, wrapped, boundTo(name, `key:${keyId}`)), sealed, boundTo(name, part));
    },
  };
}

/** What is authenticated beside the bytes: a sealed photo of one person opens as nobody else's, and no part as another. */
const boundTo = ({ userId, photoId }: PhotoName, part: string): string =>
  `rapport-photo-1\n${userId.toLowerCase()}\n${photoId.toLowerCase()}\n${part}`;

/** How a master key is named beside what it sealed: of its hash, so that nobody has to number keys. */
export const photoKeyId = (key: Uint8Array): string =>
  createHash('sha256').update('rapport-photo-key\n').update(key).digest('hex').slice(0, 16);
