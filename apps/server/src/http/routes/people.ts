import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { problemsOfEntered } from '@rapport/core/hair-profile/hair-profile.ts';
import type { Queue } from '@rapport/core/jobs/queue.ts';
import {
  changeProfile,
  erasePerson,
  exportPerson,
  type HairProfileOf,
  readProfile,
} from '@rapport/core/people/profiles.ts';
import { exportPhotos, type PhotosContext } from '@rapport/core/photos/photos.ts';
import type { Clock, NewId } from '@rapport/core/runtime.ts';
import type { LiveReplies } from '@rapport/core/turn/live-replies.ts';
import { erasureReceipt, type ProfilePatch, profile, profilePatch } from '@rapport/wire';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { accountGone, Problem } from '../problems.ts';
import { personOf } from './accounts.ts';

export interface PeopleRouteDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Secret under which an erased person's id is hashed. */
  readonly erasureKey: string;
  /** What each assistant wants to know of people's hair. */
  readonly assistants: readonly Pick<AssistantDefinition, 'id' | 'hairProfile' | 'personas'>[];
  readonly live: LiveReplies;
  /** What opens their photos for the export. */
  readonly photos: PhotosContext;
  /** Forgets the work that was yet to be done about a person. */
  readonly queue: Pick<Queue, 'forget'>;
}

const NOT_VALID = 'The request is not valid: see errors for each field.';

/** Fields, values and personas that an assistant hasn’t got, and assistants that are not served here. */
function problemsOfAssistants(
  { assistants = {} }: ProfilePatch,
  served: ReadonlyMap<string, Pick<AssistantDefinition, 'personas'>>,
  hairProfileOf: HairProfileOf,
): { path: string; message: string }[] {
  return Object.entries(assistants).flatMap(([assistant, { hairProfile, persona }]) => {
    if (!served.has(assistant)) {
      return [{ path: `body.assistants.${assistant}`, message: `must be one of ${[...served.keys()].join(', ')}` }];
    }
    const isUnknown =
      typeof persona === 'string' && !served.get(assistant)?.personas?.kinds.some(({ id }) => id === persona);
    if (isUnknown) {
      const message = `${assistant} knows nobody as ${persona}`;
      return [{ path: `body.assistants.${assistant}.persona`, message }];
    }
    if (hairProfile === undefined) return [];
    const definition = hairProfileOf(assistant);
    const path = `body.assistants.${assistant}.hairProfile`;
    if (definition === null) return [{ path, message: `${assistant} keeps no hair profile` }];
    return problemsOfEntered(hairProfile, definition).map((problem) => ({
      ...problem,
      path: `${path}.${problem.path}`,
    }));
  });
}

/** `/api/v1/profile`: what is kept about me, changing it, taking it along and having it erased. */
export const peopleRoutes =
  ({ database, clock, newId, erasureKey, assistants, live, photos, queue }: PeopleRouteDependencies) =>
  (server: HttpServer) => {
    const hairProfileOf: HairProfileOf = (assistant) =>
      assistants.find(({ id }) => id === assistant)?.hairProfile ?? null;
    const tags = ['Me'];

    server.get(
      '/api/v1/profile',
      {
        config: { access: 'user' },
        schema: { tags, summary: 'My profile', response: { 200: profile, ...PROBLEM_RESPONSES } },
      },
      async (request) => {
        const found = await readProfile(database, personOf(request).userId, hairProfileOf);
        if (found === null) throw accountGone();
        return found;
      },
    );
    server.patch(
      '/api/v1/profile',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Change my profile',
          body: profilePatch,
          response: { 200: profile, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const { birthYear } = request.body;
        if (birthYear !== undefined && birthYear !== null && birthYear > clock.now().getUTCFullYear()) {
          throw new Problem('VALIDATION_ERROR', NOT_VALID, {
            errors: [{ path: 'body.birthYear', message: 'must not be in the future' }],
          });
        }
        const errors = problemsOfAssistants(
          request.body,
          new Map(assistants.map((each) => [each.id, each])),
          hairProfileOf,
        );
        if (errors.length > 0) throw new Problem('VALIDATION_ERROR', NOT_VALID, { errors });
        const changed = await changeProfile(database, clock, personOf(request).userId, request.body, {
          of: hairProfileOf,
          newId,
        });
        if (changed === null) throw accountGone();
        return changed;
      },
    );
    server.get(
      '/api/v1/profile/export',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Everything held about me',
          response: { 200: z.record(z.string(), z.unknown()), ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const { userId } = personOf(request);
        const exported = await exportPerson(database, clock, userId, hairProfileOf);
        if (exported === null) throw accountGone();
        return reply
          .header('content-disposition', 'attachment; filename="my-data.json"')
          .serializer(JSON.stringify)
          .send({ ...exported, photos: await exportPhotos(photos, userId) });
      },
    );
    server.delete(
      '/api/v1/profile',
      {
        config: { access: 'user' },
        schema: { tags, summary: 'Erase me everywhere', response: { 200: erasureReceipt, ...PROBLEM_RESPONSES } },
      },
      async (request) => {
        const receipt = await erasePerson({ database, clock, newId, queue }, erasureKey, personOf(request).userId);
        if (receipt === null) throw accountGone();
        live.forgetPerson(personOf(request).userId);
        return receipt;
      },
    );
  };
