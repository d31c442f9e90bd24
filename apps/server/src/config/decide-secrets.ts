import { howWeak } from './secret-strength.ts';
import { type GivenSecrets, parseEncryptionKey, Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** RFC 7518, 3.2: a key for HS256 has at least as many bits as its hash, 256; 32 characters when each carries a byte. */
export const fewestSecretCharacters = 32;

type OwnSecret = 'JWT_SECRET' | 'ENCRYPTION_KEY' | 'OPERATOR_TOKEN';

const remedies: Readonly<Record<OwnSecret, string>> = {
  JWT_SECRET: `at least ${fewestSecretCharacters} characters drawn at random`,
  ENCRYPTION_KEY: '32 bytes drawn at random, as base64, as 64 hexadecimal digits, or as 32 characters',
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
    ['OPERATOR_TOKEN', operatorToken],
  ]);
  return {
    jwtSecret: jwtSecret === undefined ? null : new Secret(jwtSecret),
    encryptionKey: encryptionBytes === undefined ? null : new Secret(encryptionBytes),
    operatorToken: operatorToken === undefined ? null : new Secret(operatorToken),
  };
};
