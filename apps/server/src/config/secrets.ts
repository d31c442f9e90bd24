import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { z } from 'zod';
import type { EnvironmentName } from './reading.ts';

const hidden = '[secret]';

/** A value that opens something. Printing, logging, cloning or serialising it shows `[secret]`; only `reveal` gives it. */
export class Secret<Value extends string | Uint8Array = string> {
  readonly #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  reveal(): Value {
    return this.#value;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [inspect.custom](): string {
    return hidden;
  }
}

/** What every instance needs and all instances must share. */
export interface Secrets {
  /** 32 characters or more; signs access tokens with HS256. */
  readonly jwtSecret: Secret;
  /** 32 bytes, for AES-256. */
  readonly encryptionKey: Secret<Uint8Array>;
  /** 32 bytes each, the newest first; empty where no photo can be sealed. */
  readonly photoKeys: readonly Secret<Uint8Array>[];
}

/** As decided: null where nothing was given, which happens outside production and staging only. */
export interface GivenSecrets {
  readonly jwtSecret: Secret | null;
  readonly encryptionKey: Secret<Uint8Array> | null;
  readonly photoKeys?: readonly Secret<Uint8Array>[];
}

const encryptionKeyBytes = 32;

/**
 * The 32 bytes of an encryption key written as 64 hexadecimal digits, as base64 or base64url (43 characters, or 44
 * with padding), or as 32 bytes of plain text; undefined for anything else.
 */
export const parseEncryptionKey = (written: string): Uint8Array | undefined => {
  if (/^[0-9a-f]{64}$/i.test(written)) return new Uint8Array(Buffer.from(written, 'hex'));
  if (/^[\w+/-]{43}=?$/.test(written)) return new Uint8Array(Buffer.from(written, 'base64'));
  const bytes = new TextEncoder().encode(written);
  return bytes.length === encryptionKeyBytes ? bytes : undefined;
};

const generatedSecrets = z.object({
  jwtSecret: z.string().min(32),
  encryptionKey: z.string().refine((written) => parseEncryptionKey(written)?.length === encryptionKeyBytes),
});

const remedy = (file: string): string =>
  `Set JWT_SECRET and ENCRYPTION_KEY, or delete ${file} to have new ones made: accounts must then sign in again, and what the old key encrypted is lost.`;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** The secrets in the file, or null when there is no file. */
const readGenerated = (file: string): z.infer<typeof generatedSecrets> | null => {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
    // Only the owner may read it: an older copy, or one restored from an archive, may have come back open to all.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw new Error(`The development secrets can't be read from ${file}. ${remedy(file)}`, { cause: error });
  }
  try {
    return generatedSecrets.parse(JSON.parse(content));
  } catch {
    // The cause would carry what was read.
    throw new Error(`${file} doesn't hold the secrets that were generated into it. ${remedy(file)}`);
  }
};

/**
 * Writes new secrets unless somebody else was first. Written whole beside the file and then linked into place, which
 * fails when the name is taken: of two processes that start at once, one makes them and both read the same.
 */
const writeGenerated = (dataDirectory: string, file: string): void => {
  const draft = join(dataDirectory, `.secrets-${randomUUID()}.json`);
  const made: z.infer<typeof generatedSecrets> = {
    jwtSecret: randomBytes(48).toString('base64url'),
    encryptionKey: randomBytes(encryptionKeyBytes).toString('base64'),
  };
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw new Error(`The development secrets can't be written to ${file}. ${remedy(file)}`, { cause: error });
  }
};

/** The secrets in `<dataDirectory>/secrets.json`, made on first use. */
const generateOnce = (dataDirectory: string): z.infer<typeof generatedSecrets> => {
  const file = join(dataDirectory, 'secrets.json');
  const existing = readGenerated(file);
  if (existing !== null) return existing;
  writeGenerated(dataDirectory, file);
  const made = readGenerated(file);
  if (made === null) throw new Error(`${file} vanished as soon as it was written. ${remedy(file)}`);
  return made;
};

/**
 * The given secrets, and generated ones for what is missing in development and testing.
 * @throws {Error} when one is missing in production or staging, which `decideConfig` refuses first, or when the file of
 * generated ones can be neither read nor written; the message says what to do.
 */
export const completeSecrets = (
  given: GivenSecrets,
  { environment, dataDirectory }: { readonly environment: EnvironmentName; readonly dataDirectory: string },
): Secrets => {
  const { jwtSecret, encryptionKey, photoKeys = [] } = given;
  const isStrict = environment === 'production' || environment === 'staging';
  const complete = (whole: Omit<Secrets, 'photoKeys'>): Secrets => ({
    ...whole,
    photoKeys: photoKeys.length > 0 || isStrict ? photoKeys : [photoKeyFrom(whole.encryptionKey)],
  });
  if (jwtSecret !== null && encryptionKey !== null) return complete({ jwtSecret, encryptionKey });
  if (isStrict) {
    throw new Error(`JWT_SECRET and ENCRYPTION_KEY are never generated in ${environment}: set both.`);
  }
  const generated = generateOnce(dataDirectory);
  const key = parseEncryptionKey(generated.encryptionKey);
  if (key === undefined) throw new Error('a generated encryption key that was checked holds 32 bytes');
  return complete({
    jwtSecret: jwtSecret ?? new Secret(generated.jwtSecret),
    encryptionKey: encryptionKey ?? new Secret(key),
  });
};

/** A laptop's key for photos, of its encryption key (HKDF, RFC 5869): a folder of data that is moved whole still opens. */
const photoKeyFrom = (encryptionKey: Secret<Uint8Array>): Secret<Uint8Array> =>
  new Secret(new Uint8Array(hkdfSync('sha256', encryptionKey.reveal(), '', 'rapport-photos', encryptionKeyBytes)));
