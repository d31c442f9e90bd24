import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, type JWK, type JWTPayload, SignJWT } from 'jose';

/** The time of day that these tests begin with. */
export const START = new Date('2026-11-22T09:00:00Z');
/** Secrets of these tests, ours and the Supabase project's. */
export const OUR_SECRET = 'y7Gk2Pw9Zq4Xn6Vb8Mc3Ld5Rf1Th0Js-tokens-test';
export const PROJECT_SECRET = 'Wd8Qe5Rt2Yu7Io4Pa1Sf6Gh3Jk9Lz0-project-test';
/** A time in seconds since 1970, as tokens have it, so many seconds after the start. */
export const secondsAt = (offset: number): number => Math.floor(START.getTime() / 1_000) + offset;
export const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);
/** A key pair that neither we nor the project know. */
export const attackers = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface TokenParts {
  readonly header?: Record<string, unknown>;
  /** Claims to change; undefined leaves one out. */
  readonly claims?: Record<string, unknown>;
  readonly key?: Uint8Array | KeyObject;
}

/** Signs claims with some of them changed, by HS256 unless the header says otherwise. */
export function sign(
  claims: Record<string, unknown>,
  { header = {}, claims: changes = {}, key }: Required<Pick<TokenParts, 'key'>> & TokenParts,
): Promise<string> {
  const payload: JWTPayload = Object.fromEntries(
    Object.entries({ ...claims, ...changes }).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', ...header }).sign(key);
}

/** A token put together by hand, for what a library refuses to make. */
export const assemble = (header: unknown, claims: unknown, signature: string): string =>
  [...[header, claims].map((part) => base64url.encode(JSON.stringify(part))), signature].join('.');

export interface KeyServer {
  readonly url: string;
  requests(): number;
  close(): Promise<void>;
}

/** Publishes keys as a Supabase project does, at any path. */
export async function serveKeys(keys: readonly JWK[]): Promise<KeyServer> {
  let requests = 0;
  const server = http.createServer((_request, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
