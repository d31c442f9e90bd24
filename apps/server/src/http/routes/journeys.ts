import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { readStanding } from '@rapport/core/people/standing.ts';
import { hairFields, journeyAnswer, journeyQuery } from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { accountGone } from '../problems.ts';
import { personOf } from './accounts.ts';
import { noSuchAssistant } from './conversations.ts';

export interface JourneyRouteDependencies {
  readonly database: Database;
  readonly assistants: readonly AssistantDefinition[];
}

/** `/api/v1/journey`: where I am with an assistant, and what brought me there; and what it wants to know of hair. */
export const journeyRoutes =
  ({ database, assistants }: JourneyRouteDependencies) =>
  (server: HttpServer) => {
    const tags = ['Me'];
    const find = (assistant: string): AssistantDefinition => {
      const found = assistants.find(({ id }) => id === assistant);
      if (found === undefined) throw noSuchAssistant(assistants);
      return found;
    };

    server.get(
      '/api/v1/journey',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Where I am with an assistant, as whom I come across, and the words that brought it',
          querystring: journeyQuery,
          response: { 200: journeyAnswer, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const standing = await readStanding(database, personOf(request).userId, find(request.query.assistant));
        if (standing === null) throw accountGone();
        return standing;
      },
    );
    server.get(
      '/api/v1/hair-fields',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'What an assistant wants to know of my hair, and what I may enter',
          querystring: journeyQuery,
          response: { 200: hairFields, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => ({
        fields: (find(request.query.assistant).hairProfile?.fields ?? []).map(({ id, name, several, values }) => ({
          id,
          name,
          several,
          values: values.map((value) => ({ id: value.id, name: value.name })),
        })),
      }),
    );
  };
