import type { Database } from '@rapport/core/database/database.ts';
import { forgetMoods, readMoods } from '@rapport/core/moods/moods.ts';
import type { Clock } from '@rapport/core/runtime.ts';
import type { LiveReplies } from '@rapport/core/turn/live-replies.ts';
import { deletedMoods, deleteMoodsQuery, moodsAnswer, moodsQuery } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { accountGone } from '../problems.ts';
import { personOf } from './accounts.ts';

export interface MoodRouteDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly live: LiveReplies;
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
  server.delete(
    '/api/v1/moods',
    {
      config: { access: 'user' },
      schema: {
        tags: ['Me'],
        summary: 'Delete every mood that one assistant heard; what I said stays',
        querystring: deleteMoodsQuery,
        response: { 200: deletedMoods, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { userId } = personOf(request);
      const deleted = await forgetMoods(dependencies.database, { userId, ...request.query });
      dependencies.live.forgetPerson(userId);
      return { deleted };
    },
  );
};
