import { problemsOfChanges } from '@rapport/core/experiments/apply-variant.ts';
import { findExperiment, listExperiments, shownExperiment } from '@rapport/core/experiments/experiment-store.ts';
import {
  archiveExperiment,
  changeHoldout,
  changeShares,
  createExperiment,
  forceVariant,
  type Managed,
  type ManagingContext,
  readExperimentEvents,
  readHoldout,
  releaseVariant,
  shipExperiment,
  startExperiment,
  stopExperiment,
} from '@rapport/core/experiments/manage-experiments.ts';
import type { RunningExperiments } from '@rapport/core/experiments/running-experiments.ts';
import type { ServedAssistant } from '@rapport/core/turn/dependencies.ts';
import {
  type Experiment,
  type ExperimentDefinition,
  experiment,
  experimentChange,
  experimentDefinition,
  experimentDetail,
  experimentPage,
  experimentPath,
  experimentPersonPath,
  experimentResults,
  forceVariantBody,
  holdout,
  listExperimentsQuery,
  shipExperimentBody,
  stopExperimentBody,
} from '@rapport/wire';
import type { FastifyRequest } from 'fastify';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';
import { actorOf } from './content.ts';
import { noSuchAssistant } from './conversations.ts';

export interface ExperimentRouteDependencies {
  readonly managing: ManagingContext;
  readonly running: Pick<RunningExperiments, 'changed'>;
  readonly assistants: ReadonlyMap<string, ServedAssistant>;
}

const PATH = '/api/v1/admin/experiments';
const HOLDOUT_PATH = '/api/v1/admin/experiment-holdout';
const tags = ['Experiments'];
const config = { access: 'operator' } as const;

const noSuchExperiment = (id: string): Problem =>
  new Problem('NOT_FOUND', `There is no experiment "${id}". GET ${PATH} lists them.`);

/** For operators: what is tried on whom, what came of it, and what becomes of it. Past 300 lines for its thirteen routes. */
export const experimentRoutes = (dependencies: ExperimentRouteDependencies) => (server: HttpServer) => {
  const { managing, running, assistants } = dependencies;
  const { database, clock } = managing;

  /** Refuses what the assistant, as it is served now, has no place for. */
  const checkPlaces = (definition: ExperimentDefinition): void => {
    const served = assistants.get(definition.assistant);
    if (served === undefined) throw noSuchAssistant([...assistants.values()].map((each) => each.definition));
    const problems = problemsOfChanges(definition, served.definition, served.models);
    if (problems.length === 0) return;
    throw new Problem('VALIDATION_ERROR', 'The request is not valid: see errors for each field.', {
      errors: problems
        .slice(0, 100)
        .map(({ path, message }) => ({ path: `body.${path}`, message: message.slice(0, 500) })),
    });
  };
  const read = async (id: string): Promise<Experiment> => {
    const row = await findExperiment(database.pool, id);
    if (row === null) throw noSuchExperiment(id);
    return shownExperiment(row);
  };
  /** What a change came to, once it holds. */
  const done = async (request: FastifyRequest, id: string, event: string, managed: Managed): Promise<Experiment> => {
    if (managed.kind === 'not-found') throw noSuchExperiment(id);
    if (managed.kind === 'refused') throw new Problem('CONFLICT', managed.detail);
    await running.changed();
    request.log.info({ event, experiment: id }, 'An experiment was changed');
    return managed.experiment;
  };
  const resultsNow = async (found: Experiment) => {
    // Loaded when it is asked for: the distributions' two hundred files would cost every start a tenth of a second.
    const { readResults } = await import('@rapport/core/experiments/results.ts');
    return readResults(database, found, clock.now());
  };

  server.get(
    PATH,
    {
      config,
      schema: {
        tags,
        summary: 'Experiments, latest first',
        querystring: listExperimentsQuery,
        response: { 200: experimentPage, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { assistant = null, status = null, cursor = null, limit } = request.query;
      return listExperiments(database, { assistant, status }, { cursor, limit });
    },
  );

  server.post(
    PATH,
    {
      config,
      schema: {
        tags,
        summary: 'Keep an experiment as a draft; the same one again is the one that is there',
        body: experimentDefinition,
        response: { 200: experiment, 201: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const definition = request.body;
      checkPlaces(definition);
      const created = await createExperiment(managing, definition, actorOf(request));
      const kept = await done(request, definition.id, 'experiment_created', created);
      return created.existed === true
        ? reply.code(200).header('idempotency-replayed', 'true').send(kept)
        : reply.code(201).send(kept);
    },
  );

  server.get(
    `${PATH}/:id`,
    {
      config,
      schema: {
        tags,
        summary: 'One experiment, and who did what with it',
        params: experimentPath,
        response: { 200: experimentDetail, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id } = request.params;
      const found = await read(id);
      const events = await readExperimentEvents(database, id);
      return {
        ...found,
        events: events.map(({ at, actor_id, ...event }) => ({ ...event, at: at.toISOString(), actorId: actor_id })),
      };
    },
  );

  server.get(
    `${PATH}/:id/results`,
    {
      config,
      schema: {
        tags,
        summary: 'What came of it so far: the split, the metric, the guardrails and what they come to',
        params: experimentPath,
        response: { 200: experimentResults, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await resultsNow(await read(request.params.id))),
  );

  server.patch(
    `${PATH}/:id`,
    {
      config,
      schema: {
        tags,
        summary: 'Change the shares; who was shown a variant keeps it',
        params: experimentPath,
        body: experimentChange,
        response: { 200: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id } = request.params;
      const changed = await changeShares(managing, id, actorOf(request), request.body);
      return done(request, id, 'experiment_shares_changed', changed);
    },
  );

  server.post(
    `${PATH}/:id/start`,
    {
      config,
      schema: {
        tags,
        summary: 'Begin to give variants to people',
        params: experimentPath,
        response: { 200: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id } = request.params;
      // The assistant's files may have changed since it was written.
      checkPlaces((await read(id)).definition);
      return done(request, id, 'experiment_started', await startExperiment(managing, id, actorOf(request)));
    },
  );

  server.post(
    `${PATH}/:id/stop`,
    {
      config,
      schema: {
        tags,
        summary: 'End it: everybody has the default again, and the results stand',
        params: experimentPath,
        body: stopExperimentBody,
        response: { 200: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id } = request.params;
      const stopped = await stopExperiment(managing, id, actorOf(request), request.body?.reason);
      return done(request, id, 'experiment_stopped', stopped);
    },
  );

  server.post(
    `${PATH}/:id/ship`,
    {
      config,
      schema: {
        tags,
        summary: 'Make a variant the default of all it was for, until the experiment is archived',
        params: experimentPath,
        body: shipExperimentBody,
        response: { 200: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { variant, reason } = request.body;
      const found = await read(id);
      const shipped = { variant, reason, results: await resultsNow(found) };
      return done(request, id, 'experiment_shipped', await shipExperiment(managing, id, actorOf(request), shipped));
    },
  );

  server.post(
    `${PATH}/:id/archive`,
    {
      config,
      schema: {
        tags,
        summary: 'Put it away; what was shipped by it holds no longer',
        params: experimentPath,
        response: { 200: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id } = request.params;
      return done(request, id, 'experiment_archived', await archiveExperiment(managing, id, actorOf(request)));
    },
  );

  server.put(
    `${PATH}/:id/people/:userId`,
    {
      config,
      schema: {
        tags,
        summary: 'Give one person a variant, before it starts too, to look at it; they count for no result',
        params: experimentPersonPath,
        body: forceVariantBody,
        response: { 200: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id, userId } = request.params;
      const { variant } = request.body;
      const forced = await forceVariant(managing, id, actorOf(request), { userId, variant });
      return done(request, id, 'experiment_variant_forced', forced);
    },
  );

  server.delete(
    `${PATH}/:id/people/:userId`,
    {
      config,
      schema: {
        tags,
        summary: 'Have the draw say again which variant one person has',
        params: experimentPersonPath,
        response: { 200: experiment, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { id, userId } = request.params;
      const released = await releaseVariant(managing, id, actorOf(request), userId);
      return done(request, id, 'experiment_variant_released', released);
    },
  );

  server.get(
    HOLDOUT_PATH,
    {
      config,
      schema: {
        tags,
        summary: 'The share of all people who take part in no experiment',
        response: { 200: holdout, ...PROBLEM_RESPONSES },
      },
    },
    async () => ({ share: await readHoldout(database) }),
  );

  server.put(
    HOLDOUT_PATH,
    {
      config,
      schema: {
        tags,
        summary: 'Change that share; who has had a variant goes on with it',
        body: holdout,
        response: { 200: holdout, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { share } = request.body;
      await changeHoldout(managing, share);
      await running.changed();
      request.log.info(
        { event: 'experiment_holdout_changed', share, actor: actorOf(request).kind },
        'The holdout was changed',
      );
      return { share };
    },
  );
};
