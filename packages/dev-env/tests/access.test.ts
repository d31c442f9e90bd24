import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestApp, openTestDatabase, type TestApp, type TestPerson } from '../src/index.ts';
import { fillPath, type Operation, operationsOf, readDocument } from './openapi-document.ts';
import { expectProblem } from './problem-assertions.ts';

const OPERATOR_TOKEN = 'op-3fK9vQ2xL7mW4tZ8nB6cR1yH5jD0sG-access-test';

/** Who may call what. A new route fails the test until it is declared here, by someone who thought about it. */
const EXPECTED_ACCESS: Readonly<Record<string, 'public' | 'user' | 'operator'>> = {
  'GET /health': 'public',
  'GET /healthz': 'public',
  'POST /api/v1/auth/signup': 'public',
  'POST /api/v1/auth/login': 'public',
  'POST /api/v1/auth/guest': 'public',
  'POST /api/v1/auth/refresh': 'public',
  'POST /api/v1/auth/logout': 'public',
  'POST /api/v1/auth/upgrade': 'user',
  'POST /api/v1/auth/identify': 'public',
  'GET /api/v1/auth/me': 'user',
  'GET /api/v1/assistants': 'public',
  'POST /api/v1/conversations': 'user',
  'GET /api/v1/conversations': 'user',
  'GET /api/v1/conversations/{id}': 'user',
  'PATCH /api/v1/conversations/{id}': 'user',
  'DELETE /api/v1/conversations/{id}': 'user',
  'GET /api/v1/conversations/{id}/messages': 'user',
  'GET /api/v1/conversations/{id}/events': 'user',
  'POST /api/v1/messages/{id}/feedback': 'user',
  'GET /api/v1/passages/{id}': 'user',
  'GET /api/v1/products/{id}': 'user',
  'POST /api/v1/chat': 'user',
  'POST /api/v1/chat/{messageId}/cancel': 'user',
  'GET /api/v1/chat/{messageId}/stream': 'user',
  'GET /api/v1/profile': 'user',
  'PATCH /api/v1/profile': 'user',
  'GET /api/v1/profile/export': 'user',
  'DELETE /api/v1/profile': 'user',
  'GET /api/v1/memories': 'user',
  'POST /api/v1/memories': 'user',
  'DELETE /api/v1/memories': 'user',
  'PATCH /api/v1/memories/{id}': 'user',
  'DELETE /api/v1/memories/{id}': 'user',
  'GET /api/v1/advice': 'user',
  'PATCH /api/v1/advice/{id}': 'user',
  'DELETE /api/v1/advice/{id}': 'user',
  'GET /api/v1/admin/advice-outcomes': 'operator',
  'GET /api/v1/moods': 'user',
  'DELETE /api/v1/moods': 'user',
  'GET /api/v1/journey': 'user',
  'GET /api/v1/hair-fields': 'user',
  'GET /api/v1/auth/sessions': 'user',
  'DELETE /api/v1/auth/sessions': 'user',
  'DELETE /api/v1/auth/sessions/{id}': 'user',
  'POST /api/v1/auth/password': 'user',
  'POST /api/v1/photos': 'user',
  'GET /api/v1/photos': 'user',
  'DELETE /api/v1/photos': 'user',
  'GET /api/v1/photos/{id}': 'user',
  'DELETE /api/v1/photos/{id}': 'user',
  'GET /circuit-breakers': 'operator',
  'POST /circuit-breakers/{model}/reset': 'operator',
  'GET /analytics/dashboard': 'operator',
  'GET /analytics/models': 'operator',
  'GET /analytics/stream': 'operator',
  'POST /api/v1/admin/cache/clear': 'operator',
  'GET /api/v1/admin/conversations': 'operator',
  'GET /api/v1/admin/conversations/{id}': 'operator',
  'GET /api/v1/admin/conversations/{id}/prompts/{messageId}': 'operator',
  'GET /api/v1/admin/cases': 'operator',
  'GET /api/v1/admin/cases/{id}': 'operator',
  'GET /api/v1/admin/cases/{id}/messages': 'operator',
  'POST /api/v1/admin/cases/{id}/take': 'operator',
  'POST /api/v1/admin/cases/{id}/renew': 'operator',
  'POST /api/v1/admin/cases/{id}/messages': 'operator',
  'POST /api/v1/admin/cases/{id}/hand-back': 'operator',
  'POST /api/v1/admin/cases/{id}/resolve': 'operator',
  'POST /api/v1/admin/cases/{id}/notes': 'operator',
  'GET /metrics': 'operator',
  'GET /api/v1/admin/alerts': 'operator',
  'GET /api/v1/admin/alerts/rules': 'operator',
  'PUT /api/v1/admin/alerts/mutes': 'operator',
  'DELETE /api/v1/admin/alerts/mutes': 'operator',
  'GET /api/v1/admin/alerts/{id}': 'operator',
  'POST /api/v1/admin/alerts/{id}/acknowledge': 'operator',
  'POST /api/v1/admin/alerts/{id}/resolve': 'operator',
  'GET /api/v1/admin/experiments': 'operator',
  'POST /api/v1/admin/experiments': 'operator',
  'GET /api/v1/admin/experiments/{id}': 'operator',
  'PATCH /api/v1/admin/experiments/{id}': 'operator',
  'GET /api/v1/admin/experiments/{id}/results': 'operator',
  'POST /api/v1/admin/experiments/{id}/start': 'operator',
  'POST /api/v1/admin/experiments/{id}/stop': 'operator',
  'POST /api/v1/admin/experiments/{id}/ship': 'operator',
  'POST /api/v1/admin/experiments/{id}/archive': 'operator',
  'PUT /api/v1/admin/experiments/{id}/people/{userId}': 'operator',
  'DELETE /api/v1/admin/experiments/{id}/people/{userId}': 'operator',
  'GET /api/v1/admin/experiment-holdout': 'operator',
  'PUT /api/v1/admin/experiment-holdout': 'operator',
  'GET /api/v1/inbox': 'user',
  'POST /api/v1/inbox/{id}/read': 'user',
  'GET /api/v1/admin/campaigns': 'operator',
  'POST /api/v1/admin/campaigns/run': 'operator',
  'GET /api/v1/admin/campaigns/{assistant}/{campaign}': 'operator',
  'GET /api/v1/admin/campaigns/{assistant}/{campaign}/preview': 'operator',
  'POST /api/v1/admin/campaigns/{assistant}/{campaign}/pause': 'operator',
  'POST /api/v1/admin/campaigns/{assistant}/{campaign}/resume': 'operator',
  'GET /api/v1/admin/jobs': 'operator',
  'POST /api/v1/admin/jobs/{task}/run': 'operator',
  'POST /api/v1/admin/jobs/parked/{id}/retry': 'operator',
  'GET /api/v1/admin/knowledge': 'operator',
  'POST /api/v1/admin/knowledge': 'operator',
  'GET /api/v1/admin/knowledge/export': 'operator',
  'POST /api/v1/admin/knowledge/import': 'operator',
  'GET /api/v1/admin/knowledge/{id}': 'operator',
  'PUT /api/v1/admin/knowledge/{id}': 'operator',
  'DELETE /api/v1/admin/knowledge/{id}': 'operator',
  'GET /api/v1/admin/knowledge/{id}/revisions': 'operator',
  'POST /api/v1/admin/knowledge/preview': 'operator',
  'GET /api/v1/admin/catalogue': 'operator',
  'POST /api/v1/admin/catalogue': 'operator',
  'GET /api/v1/admin/catalogue/export': 'operator',
  'POST /api/v1/admin/catalogue/import': 'operator',
  'GET /api/v1/admin/catalogue/{id}': 'operator',
  'PUT /api/v1/admin/catalogue/{id}': 'operator',
  'DELETE /api/v1/admin/catalogue/{id}': 'operator',
  'GET /api/v1/admin/catalogue/{id}/revisions': 'operator',
  'GET /api/v1/admin/predictions': 'operator',
  'GET /api/v1/admin/predictions/model': 'operator',
  'GET /api/v1/safety/protocol': 'public',
  'GET /api/v1/admin/safety/counts': 'operator',
  'GET /v1/models': 'user',
  'GET /v1/models/{model}': 'user',
  'POST /v1/chat/completions': 'user',
};

describe('who may call what', () => {
  let app: TestApp;
  let guest: TestPerson;
  let operations: Operation[];
  beforeAll(async () => {
    app = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { OPERATOR_TOKEN },
    });
    guest = await app.guest();
    operations = operationsOf(await readDocument(app));
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const call = (operation: Operation, token: string | null) =>
    app.request(operation.method, fillPath(operation.path), {
      ...(token === null ? {} : { token }),
      // A body that no schema takes: who may not call is told before what was sent is looked at.
      ...(operation.body === null ? {} : { body: { unknown: true } }),
    });
  /** A feed that goes on: it is known who is let in when it has begun. */
  const isFeed = ({ path }: Operation) => path === '/analytics/stream';
  const open = async (operation: Operation, token: string): Promise<number> => {
    const response = await fetch(`${app.url}${operation.path}`, { headers: { authorization: `Bearer ${token}` } });
    await response.body?.cancel();
    return response.status;
  };
  const named = ({ method, path }: Operation) => `${method} ${path}`;

  test('the document says of every route what this table says', () => {
    expect(Object.fromEntries(operations.map((operation) => [named(operation), operation.access]))).toEqual(
      EXPECTED_ACCESS,
    );
  });

  test('the document asks for a token where one is needed, and only there', () => {
    for (const operation of operations) {
      expect(operation.security, named(operation)).toEqual(operation.access === 'public' ? [] : [{ bearer: [] }]);
    }
  });

  test('nobody gets past a route that is not public', async () => {
    for (const operation of operations) {
      for (const token of [null, 'a.wrong.token']) {
        const response = await call(operation, token);
        if (operation.access === 'public') expect([401, 403], named(operation)).not.toContain(response.status);
        else expectProblem(response, 'UNAUTHENTICATED');
      }
    }
  });

  test('a guest is let in where people are, and not where operators are', async () => {
    for (const operation of operations.filter(({ access }) => access !== 'public')) {
      const token = (await app.guest()).session.accessToken;
      const response = await call(operation, token);
      if (operation.access === 'operator') expectProblem(response, 'FORBIDDEN');
      else expect([401, 403], named(operation)).not.toContain(response.status);
    }
  });

  test('OPERATOR_TOKEN speaks for no person', async () => {
    for (const operation of operations.filter(({ access }) => access !== 'public')) {
      if (isFeed(operation)) {
        expect(await open(operation, OPERATOR_TOKEN)).toBe(200);
        continue;
      }
      const response = await call(operation, OPERATOR_TOKEN);
      if (operation.access === 'user') expectProblem(response, 'FORBIDDEN');
      else expect([401, 403], named(operation)).not.toContain(response.status);
    }
  });

  test('other methods on the same paths open nothing', async () => {
    // "/knowledge/preview" is "/knowledge/{id}" too, where that takes the method.
    const takes = (method: string, path: string): boolean =>
      operations.some(
        (operation) =>
          operation.method === method &&
          new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.replaceAll(/[{}]/g, '')),
      );
    for (const { path } of operations) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => !takes(each, path))) {
        expectProblem(await guest.request(method, fillPath(path)), 'NOT_FOUND');
      }
    }
  });

  test('no one becomes an operator by saying so', async () => {
    const body = { email: 'rooted@example.com', password: 'correct horse battery', role: 'operator' };
    expectProblem(await app.request('POST', '/api/v1/auth/signup', { body }), 'VALIDATION_ERROR');
    expectProblem(await guest.request('POST', '/api/v1/auth/upgrade', { body }), 'VALIDATION_ERROR');
    expectProblem(await guest.request('PATCH', '/api/v1/profile', { body: { role: 'operator' } }), 'VALIDATION_ERROR');
    expectProblem(
      await guest.request('PATCH', '/api/v1/profile', { body: { id: crypto.randomUUID() } }),
      'VALIDATION_ERROR',
    );
  });
});
