import type { Database } from '@rapport/core/database/database.ts';
import { readMoods } from '@rapport/core/moods/moods.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import { moodsAnswer, moodsQuery } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { accountGone } from '../problems.ts';
import { personOf } from './accounts.ts';

export interface MoodRouteDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** `/api/v1/moods`: what one assistant heard of my moods, day by day. */
export const moodRoutes = (dependencies: MoodRouteDependencies) => (server: HttpServer) => {
  server.get(
    '/api/v1/moods',
    {
      config: { access: 'user' },
      schema: {
        tags: ['Me'],
        summary: 'My moods over time',
        querystring: moodsQuery,
        response: { 200: moodsAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const found = await readMoods(dependencies, { userId: personOf(request).userId, ...request.query });
      if (found === null) throw accountGone();
      return found;
    },
  );
};
