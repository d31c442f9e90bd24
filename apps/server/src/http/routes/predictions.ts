import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { listPredictions, readModel } from '@rapport/core/predictions/prediction-store.ts';
import { peopleForetold, predictionModel, predictionModelQuery, predictionsQuery } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';

export interface PredictionRouteDependencies {
  readonly database: Database;
  readonly assistants: readonly Pick<AssistantDefinition, 'id'>[];
}

/** For operators: who drifts away and why, and how well that is foretold. */
export const predictionRoutes =
  ({ database, assistants }: PredictionRouteDependencies) =>
  (server: HttpServer) => {
    const tags = ['Operations'];
    const config = { access: 'operator' } as const;
    const served = (assistant: string): string => {
      const ids = assistants.map(({ id }) => id);
      if (ids.includes(assistant)) return assistant;
      throw new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
        errors: [{ path: 'query.assistant', message: `must be one of ${ids.join(', ')}` }],
      });
    };

    server.get(
      '/api/v1/admin/predictions',
      {
        config,
        schema: {
          tags,
          summary: 'People by how likely they are to write within thirty days, with why; without `band`, those at risk',
          querystring: predictionsQuery,
          response: { 200: peopleForetold, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { assistant, band, cursor = null, limit } = request.query;
        const found = await listPredictions(database, { assistant: served(assistant), band }, { cursor, limit });
        return reply.header('cache-control', 'no-store').send(found);
      },
    );
    server.get(
      '/api/v1/admin/predictions/model',
      {
        config,
        schema: {
          tags,
          summary: 'How people are foretold: parameters, calibration and scores on held-out weeks, and why this model',
          querystring: predictionModelQuery,
          response: { 200: predictionModel, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const model = await readModel(database, served(request.query.assistant));
        if (model === null) {
          throw new Problem(
            'NOT_FOUND',
            'Nothing was foretold yet. It is done at night; POST /api/v1/admin/jobs/predict-engagement/run does it now.',
          );
        }
        return reply.header('cache-control', 'no-store').send(model);
      },
    );
  };
