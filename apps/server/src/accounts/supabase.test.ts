import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSupabaseVerifier, SigningKeysUnavailableError } from './supabase.ts';

const START = new Date('2026-11-22T09:00:00Z');
/** `jose` fetches no more often than this for a key it doesn't know. */
const COOLDOWN_MS = 30_000;

const first = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const second = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('the keys of a Supabase project', () => {
  let answer: { status: number; body: string };
  let fetches: number;
  let server: http.Server;
  let url: string;

  beforeEach(async () => {
    // Only the date: the fetch and its timeout need real timers.
    vi.useFakeTimers({ toFake: ['Date'], now: START });
    fetches = 0;
    server = http.createServer((_request, response) => {
      fetches += 1;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    vi.useRealTimers();
    server.close();
    server.closeAllConnections();
  });

  const publish = async (...keys: [string, KeyObject][]) => {
    const published = await Promise.all(
      keys.map(async ([kid, key]) => ({ ...(await exportJWK(key)), kid, alg: 'ES256', use: 'sig' })),
    );
    answer = { status: 200, body: JSON.stringify({ keys: published }) };
  };
  const tokenBy = (kid: string, key: KeyObject) => {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ role: 'authenticated', sub: '7a9a7c5e-6a3e-4a52-9d5f-0f4f6f1b2c3d' })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(`${url}/auth/v1`)
      .setAudience('authenticated')
      .setIssuedAt(now)
      .setExpirationTime(now + 3_600)
      .sign(key);
  };
  const verifier = () => createSupabaseVerifier({ url, jwtSecret: null, now: () => new Date() });

  test('are fetched once for many tokens', async () => {
    await publish(['first', first.publicKey]);
    const verify = verifier();
    const principals = await Promise.all(
      [1, 2, 3, 4].map(async () => verify(await tokenBy('first', first.privateKey))),
    );
    expect(principals.every((principal) => principal !== null)).toBe(true);
    expect(await verify(await tokenBy('first', first.privateKey))).not.toBeNull();
    expect(fetches).toBe(1);
  });

  test('are fetched anew for a key that was added since, but not for every unknown name', async () => {
    await publish(['first', first.publicKey]);
    const verify = verifier();
    await verify(await tokenBy('first', first.privateKey));
    await publish(['first', first.publicKey], ['second', second.publicKey]);
    expect(await verify(await tokenBy('second', second.privateKey))).toBeNull();
    expect(await verify(await tokenBy('made-up', second.privateKey))).toBeNull();
    expect(fetches).toBe(1);
    vi.setSystemTime(START.getTime() + COOLDOWN_MS + 1);
    expect(await verify(await tokenBy('second', second.privateKey))).not.toBeNull();
    expect(fetches).toBe(2);
  });

  test('that were withdrawn verify nothing once the keys have been fetched again', async () => {
    await publish(['first', first.publicKey]);
    const verify = verifier();
    await verify(await tokenBy('first', first.privateKey));
    await publish(['second', second.publicKey]);
    vi.setSystemTime(START.getTime() + COOLDOWN_MS + 1);
    expect(await verify(await tokenBy('second', second.privateKey))).not.toBeNull();
    expect(await verify(await tokenBy('first', first.privateKey))).toBeNull();
  });

  test.each([
    ['an error', 500, '{"message":"down"}'],
    ['a page', 200, '<!doctype html><title>Paused</title>'],
    ['a redirect', 302, ''],
    ['other JSON', 200, '{"project":"paused"}'],
    ['a list of no keys', 200, '{"keys":[1,2]}'],
  ])('that come as %s leave open whether a token is good', async (_, status, body) => {
    answer = { status, body };
    const verify = verifier();
    await expect(verify(await tokenBy('first', first.privateKey))).rejects.toThrow(SigningKeysUnavailableError);
    await publish(['first', first.publicKey]);
    expect(await verify(await tokenBy('first', first.privateKey))).not.toBeNull();
  });

  test('never include a symmetric one', async () => {
    const secret = Buffer.from('s'.repeat(32));
    answer = {
      status: 200,
      body: JSON.stringify({ keys: [{ kty: 'oct', kid: 'oct', alg: 'HS256', k: secret.toString('base64url') }] }),
    };
    const token = await new SignJWT({ role: 'authenticated', sub: '7a9a7c5e-6a3e-4a52-9d5f-0f4f6f1b2c3d' })
      .setProtectedHeader({ alg: 'HS256', kid: 'oct' })
      .setIssuer(`${url}/auth/v1`)
      .setAudience('authenticated')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(secret);
    expect(await verifier()(token)).toBeNull();
    expect(fetches).toBe(0);
  });
});
