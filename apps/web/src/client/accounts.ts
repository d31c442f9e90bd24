import type { IdentifyBody, LoginBody, Session, SignupBody } from '@rapport/wire';
import { type ApiRequest, type Fetch, readAnswer, send } from './http.ts';

/** The calls that make, renew and end sessions. None of them needs a session to be held already. */
export interface AccountCalls {
  guest(): Promise<Session>;
  signup(body: SignupBody): Promise<Session>;
  login(body: LoginBody): Promise<Session>;
  /** Makes the guest who holds `accessToken` an account holder; conversations and memories come along. */
  upgrade(accessToken: string, body: SignupBody): Promise<Session>;
  /** Comes in as the customer whom a brand's server vouches for; a guest who holds `accessToken` may become theirs. */
  identify(body: IdentifyBody, accessToken?: string): Promise<Session>;
  /** Spends `refreshToken`, which is single use: a second use ends the whole session family. */
  refresh(refreshToken: string): Promise<Session>;
  logout(refreshToken: string): Promise<void>;
}

/** An account call that takes longer is given up, so that a hung one can't hold the session's lock for ever. */
const TIMEOUT_MS = 20_000;

export function createAccountCalls(fetch: Fetch): AccountCalls {
  const post = (path: string, body: unknown, accessToken?: string) => {
    const request: ApiRequest = { method: 'POST', path, body, accessToken, signal: AbortSignal.timeout(TIMEOUT_MS) };
    return send(fetch, request);
  };
  const session = async (path: string, body: unknown, accessToken?: string) =>
    readAnswer<Session>(await post(path, body, accessToken));
  return {
    guest: () => session('/api/v1/auth/guest', {}),
    signup: (body) => session('/api/v1/auth/signup', body),
    login: (body) => session('/api/v1/auth/login', body),
    upgrade: (accessToken, body) => session('/api/v1/auth/upgrade', body, accessToken),
    identify: (body, accessToken) => session('/api/v1/auth/identify', body, accessToken),
    refresh: (refreshToken) => session('/api/v1/auth/refresh', { refreshToken }),
    logout: async (refreshToken) => {
      await post('/api/v1/auth/logout', { refreshToken });
    },
  };
}
