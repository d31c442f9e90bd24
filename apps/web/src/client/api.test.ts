import { describe, expect, test } from 'vitest';
import { Api } from './api.ts';
import { ApiProblem, ConnectionLost } from './problems.ts';

const unauthenticated = () => Response.json({ code: 'UNAUTHENTICATED', detail: '', retryable: false }, { status: 401 });
const done = () => new Response(null, { status: 204 });

function setUp(answers: (Response | Error)[]) {
  const log: string[] = [];
  const sessions = {
    authorize: async () => 'first',
    replaceRefused: async (refused: string) => {
      log.push(`refused ${refused}`);
      return 'second';
    },
  };
  const api = new Api(async (path, init) => {
    log.push(`${init.method} ${path} ${new Headers(init.headers).get('authorization')}`);
    const answer = answers.shift();
    if (!(answer instanceof Response)) throw answer;
    return answer;
  }, sessions);
  return { api, log };
}

describe('a refused token', () => {
  test('is renewed and the request sent once more', async () => {
    const { api, log } = setUp([unauthenticated(), done()]);
    await api.deleteConversation('c');
    expect(log).toEqual([
      'DELETE /api/v1/conversations/c Bearer first',
      'refused first',
      'DELETE /api/v1/conversations/c Bearer second',
    ]);
  });

  test('is not renewed twice', async () => {
    const { api, log } = setUp([unauthenticated(), unauthenticated()]);
    await expect(api.deleteConversation('c')).rejects.toBeInstanceOf(ApiProblem);
    expect(log).toHaveLength(3);
  });
});

test('the assistants are asked for without becoming a guest', async () => {
  const { api, log } = setUp([Response.json({ items: [], nextCursor: null })]);
  expect(await api.assistants()).toEqual([]);
  expect(log).toEqual(['GET /api/v1/assistants null']);
});

describe('an answer that can’t be used', () => {
  test.each([
    { behaviour: 'an unreachable server', answer: new TypeError('Failed to fetch'), failure: ConnectionLost },
    { behaviour: 'a time-out', answer: new DOMException('too long', 'TimeoutError'), failure: ConnectionLost },
    { behaviour: 'a page of a proxy', answer: new Response('<html>'), failure: ApiProblem },
  ])('$behaviour', async ({ answer, failure }) => {
    await expect(setUp([answer]).api.assistants()).rejects.toBeInstanceOf(failure);
  });

  test('an abort stays an abort', async () => {
    const abort = new DOMException('stopped', 'AbortError');
    await expect(setUp([abort]).api.resumeReply('m', 0, new AbortController().signal)).rejects.toBe(abort);
  });
});
