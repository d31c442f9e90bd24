import { howWeak } from './secret-strength.ts';
import { type GivenSecrets, parseEncryptionKey, Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** RFC 7518, 3.2: a key for HS256 has at least as many bits as its hash, 256; 32 characters when each carries a byte. */
export const fewestSecretCharacters = 32;

type OwnSecret = 'JWT_SECRET' | 'ENCRYPTION_KEY' | 'PHOTO_ENCRYPTION_KEYS' | 'OPERATOR_TOKEN';

const remedies: Readonly<Record<OwnSecret, string>> = {
  JWT_SECRET: `at least ${fewestSecretCharacters} characters drawn at random`,
  ENCRYPTION_KEY: '32 bytes drawn at random, as base64, as 64 hexadecimal digits, or as 32 characters',
  PHOTO_ENCRYPTION_KEYS: 'one key or several with commas between them, each 32 bytes drawn at random, as base64 or hex',
  OPERATOR_TOKEN: `at least ${fewestSecretCharacters} characters drawn at random, or unset`,
};

/** A secret of ours as text, sound in shape; undefined when unset or refused. */
const ownSecret = (settings: Settings, name: OwnSecret): string | undefined => {
  const value = settings.secret(name, remedies[name])?.reveal();
  if (value === undefined) return undefined;
  const weak = value.length < fewestSecretCharacters ? null : howWeak(value);
  if (weak === null) return value;
  if (settings.strict) settings.refuse(name, weak, remedies[name]);
  else settings.warn(name, weak, remedies[name]);
  return value;
};

const refuseMissing = (settings: Settings, name: OwnSecret): void => {
  if (settings.strict && settings.find(name) === undefined)
    settings.refuse(name, 'it is required here', remedies[name]);
};

const refuseShared = (settings: Settings, secrets: readonly (readonly [OwnSecret, string | undefined])[]): void => {
  secrets.forEach(([name, value], index) => {
    const twin = secrets.slice(0, index).find(([, other]) => value !== undefined && other === value);
    if (twin === undefined) return;
    const problem = `it is the same as ${twin[0]}: whoever learns one has both`;
    if (settings.strict) settings.refuse(name, problem, 'a value of its own');
    else settings.warn(name, problem, 'a value of its own');
  });
};

/** The master keys of photos, the newest first; empty when unset or refused. */
const decidePhotoKeys = (settings: Settings): readonly Secret<Uint8Array>[] => {
  const name = 'PHOTO_ENCRYPTION_KEYS';
  const written = settings.secret(name, remedies[name])?.reveal();
  if (written === undefined) return [];
  const parts = written.split(',').map((part) => part.trim());
  const refuse = (problem: string) => settings.refuse(name, problem, remedies[name]);
  const keys = parts.flatMap((part, place) => {
    const key = parseEncryptionKey(part);
    if (key === undefined || part.length < 43) {
      refuse(`its key ${place + 1} is not 32 bytes as base64 or hex`);
      return [];
    }
    const weak = howWeak(part);
    if (weak !== null && settings.strict) refuse(`of its key ${place + 1}: ${weak}`);
    else if (weak !== null) settings.warn(name, `of its key ${place + 1}: ${weak}`, remedies[name]);
    return [key];
  });
  const isRepeated = new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size < keys.length;
  if (isRepeated) refuse('it has one key twice');
  return keys.map((key) => new Secret(key));
};

/** Whether photos may be kept, and with which keys. */
export const decidePhotoStorage = (
  settings: Settings,
): { readonly stored: boolean; readonly photoKeys: readonly Secret<Uint8Array>[] } => {
  const photoKeys = decidePhotoKeys(settings);
  const chosen = settings.choice('PHOTO_STORAGE');
  const hasKeys = photoKeys.length > 0 || !settings.strict;
  if (chosen === 'on' && !hasKeys && settings.find('PHOTO_ENCRYPTION_KEYS') === undefined) {
    settings.refuse(
      'PHOTO_ENCRYPTION_KEYS',
      'PHOTO_STORAGE is on, and it is required for that here',
      remedies.PHOTO_ENCRYPTION_KEYS,
    );
  }
  return { stored: chosen === undefined ? hasKeys : chosen === 'on', photoKeys };
};

/** The secrets that were given, each checked; what is missing outside strict environments is generated later. */
export const decideSecrets = (
  settings: Settings,
  { development }: { readonly development: boolean },
): GivenSecrets & { readonly operatorToken: Secret | null } => {
  const jwtSecret = ownSecret(settings, 'JWT_SECRET');
  refuseMissing(settings, 'JWT_SECRET');
  if (jwtSecret !== undefined && jwtSecret.length < fewestSecretCharacters) {
    settings.refuse('JWT_SECRET', `it has ${jwtSecret.length} characters`, remedies.JWT_SECRET);
  }
  const encryptionKey = ownSecret(settings, 'ENCRYPTION_KEY');
  const encryptionBytes = encryptionKey === undefined ? undefined : parseEncryptionKey(encryptionKey);
  refuseMissing(settings, 'ENCRYPTION_KEY');
  if (encryptionKey !== undefined && encryptionBytes === undefined) {
    settings.refuse('ENCRYPTION_KEY', 'it is not a key of 32 bytes in any spelling known', remedies.ENCRYPTION_KEY);
  }
  const operatorToken = ownSecret(settings, 'OPERATOR_TOKEN');
  if (operatorToken !== undefined && !development && operatorToken.length < fewestSecretCharacters) {
    settings.refuse('OPERATOR_TOKEN', `it has ${operatorToken.length} characters`, remedies.OPERATOR_TOKEN);
  }
  // RFC 6750, 2.1: what a bearer token may consist of.
  if (operatorToken !== undefined && !/^[\w.~+/-]+=*$/.test(operatorToken)) {
    settings.refuse('OPERATOR_TOKEN', "it can't be sent as a bearer token", 'letters, digits and - . _ ~ + / only');
  }
  refuseShared(settings, [
    ['JWT_SECRET', jwtSecret],
    ['ENCRYPTION_KEY', encryptionKey],
    ['PHOTO_ENCRYPTION_KEYS', settings.find('PHOTO_ENCRYPTION_KEYS')?.value],
    ['OPERATOR_TOKEN', operatorToken],
  ]);
  return {
    jwtSecret: jwtSecret === undefined ? null : new Secret(jwtSecret),
    encryptionKey: encryptionBytes === undefined ? null : new Secret(encryptionBytes),
    operatorToken: operatorToken === undefined ? null : new Secret(operatorToken),
  };
};
