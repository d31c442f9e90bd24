import {
  emptyBody,
  endedSessions,
  identifyBody,
  loginBody,
  meAnswer,
  passwordBody,
  type PROBLEMS,
  refreshBody,
  session,
  sessionPath,
  sessionsAnswer,
  signupBody,
} from '@rapport/wire';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccountFailure, AccountResult, Accounts } from '../../accounts/accounts.ts';
import type { VerifyBrandIdentity } from '../../accounts/brand-identity.ts';
import type { Principal } from '../../accounts/tokens.ts';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { accountGone, notFound, Problem } from '../problems.ts';

const FAILURES: Readonly<Record<AccountFailure, readonly [keyof typeof PROBLEMS, string]>> = {
  'email-taken': ['CONFLICT', 'There is already an account with this e-mail address. Log in instead.'],
  'wrong-credentials': ['UNAUTHENTICATED', 'The e-mail address or the password is not right.'],
  'invalid-refresh-token': ['UNAUTHENTICATED', 'The refresh token is not valid any more. Log in again.'],
  'not-a-guest': ['CONFLICT', 'This account is not a guest: there is nothing to upgrade.'],
  'no-such-person': ['UNAUTHENTICATED', 'The account no longer exists.'],
  'no-password': ['CONFLICT', 'This account has no password: its sign-in is kept elsewhere, or it is a guest’s.'],
  'wrong-password': ['VALIDATION_ERROR', 'The current password is not right.'],
};

function sessionOrProblem(result: AccountResult) {
  if (result.success) return result.session;
  const [code, detail] = FAILURES[result.failure];
  throw new Problem(code, detail);
}

/** The signed-in person of a route whose access is `user`. */
export function personOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new Problem('UNAUTHENTICATED', 'Sign in first.');
  return request.principal;
}

interface AccountRoutesDependencies {
  readonly accounts: Accounts;
  /** The id of the brand an assistant speaks for; null for one that is not served here. */
  readonly brandOf: (assistant: string) => string | null;
  readonly verifyIdentity: VerifyBrandIdentity;
}

/** `/api/v1/auth`: sign-up, log-in, guests, customers a brand vouches for, refresh, log-out, upgrade. */
export const accountRoutes = (dependencies: AccountRoutesDependencies) => (server: HttpServer) => {
  const { accounts } = dependencies;
  const tags = ['Accounts'];
  const open = { access: 'public', limit: 'sensitive' } as const;

  server.post(
    '/api/v1/auth/signup',
    {
      config: open,
      schema: { tags, summary: 'Make an account', body: signupBody, response: { 201: session, ...PROBLEM_RESPONSES } },
    },
    async (request, reply) => reply.code(201).send(sessionOrProblem(await accounts.signUp(request.body))),
  );
  server.post(
    '/api/v1/auth/login',
    {
      config: open,
      schema: { tags, summary: 'Log in', body: loginBody, response: { 200: session, ...PROBLEM_RESPONSES } },
    },
    async (request) => sessionOrProblem(await accounts.logIn(request.body)),
  );
  server.post(
    '/api/v1/auth/guest',
    {
      config: open,
      schema: { tags, summary: 'Become a guest', body: emptyBody, response: { 201: session, ...PROBLEM_RESPONSES } },
    },
    async (_request, reply) => reply.code(201).send(sessionOrProblem(await accounts.createGuest())),
  );
  server.post(
    '/api/v1/auth/identify',
    {
      config: open,
      schema: {
        tags,
        summary: 'Come in as the customer whom the brand’s server vouches for',
        description:
          'With a guest’s bearer, the customer’s first time keeps what the guest said. See docs/widget.md for the token.',
        body: identifyBody,
        response: { 200: session, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant, token } = request.body;
      const brand = dependencies.brandOf(assistant);
      const customer = brand === null ? null : await dependencies.verifyIdentity(brand, token);
      if (customer === null) {
        throw new Problem(
          'UNAUTHENTICATED',
          'The token proves nothing here: it has expired, or is not signed with the secret of the brand.',
        );
      }
      const { principal } = request;
      const guestId = principal?.isGuest === true && principal.source === 'built-in' ? principal.userId : null;
      return sessionOrProblem(await accounts.identify(customer, guestId));
    },
  );
  server.post(
    '/api/v1/auth/refresh',
    {
      config: open,
      schema: {
        tags,
        summary: 'Spend a refresh token for a new session',
        body: refreshBody,
        response: { 200: session, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => sessionOrProblem(await accounts.refresh(request.body.refreshToken)),
  );
  server.post(
    '/api/v1/auth/logout',
    {
      config: open,
      schema: {
        tags,
        summary: 'End the session',
        body: refreshBody,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      await accounts.logOut(request.body.refreshToken);
      return reply.code(204).send(null);
    },
  );
  server.post(
    '/api/v1/auth/upgrade',
    {
      config: { access: 'user', limit: 'sensitive' },
      schema: {
        tags,
        summary: 'Keep a guest as an account',
        body: signupBody,
        response: { 200: session, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => sessionOrProblem(await accounts.upgrade(personOf(request).userId, request.body)),
  );
  server.get(
    '/api/v1/auth/me',
    {
      config: { access: 'user' },
      schema: { tags, summary: 'Who I am', response: { 200: meAnswer, ...PROBLEM_RESPONSES } },
    },
    async (request) => {
      const principal = personOf(request);
      const user = await accounts.findUser(principal.userId);
      if (user === null) throw accountGone();
      // A person of an identity provider has their address in the token only.
      return { user: principal.source === 'supabase' ? { ...user, email: principal.email } : user };
    },
  );
  server.get(
    '/api/v1/auth/sessions',
    {
      config: { access: 'user' },
      schema: { tags, summary: 'Where I am signed in', response: { 200: sessionsAnswer, ...PROBLEM_RESPONSES } },
    },
    async (request) => {
      const { userId, sessionId } = personOf(request);
      return { items: await accounts.listSessions(userId, sessionId) };
    },
  );
  server.delete(
    '/api/v1/auth/sessions',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'Sign out everywhere but here',
        response: { 200: endedSessions, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { userId, sessionId } = personOf(request);
      return { ended: await accounts.endOtherSessions(userId, sessionId) };
    },
  );
  server.delete(
    '/api/v1/auth/sessions/:id',
    {
      config: { access: 'user' },
      schema: {
        tags,
        summary: 'End one of my sessions; its access token ends with its few minutes',
        params: sessionPath,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      if (!(await accounts.endSession(personOf(request).userId, request.params.id))) throw notFound('session');
      return reply.code(204).send(null);
    },
  );
  server.post(
    '/api/v1/auth/password',
    {
      config: { access: 'user', limit: 'sensitive' },
      schema: {
        tags,
        summary: 'Change my password, and sign out everywhere but here',
        body: passwordBody,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { userId, sessionId } = personOf(request);
      const failure = await accounts.changePassword(userId, sessionId, request.body);
      if (failure === null) return reply.code(204).send(null);
      const [code, detail] = FAILURES[failure];
      const errors = [{ path: 'body.currentPassword', message: 'is not your password' }];
      throw new Problem(code, detail, failure === 'wrong-password' ? { errors } : {});
    },
  );
};
