import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { listCases, noteCase, readCase, readTranscript } from '@rapport/core/hand-off/inbox.ts';
import {
  answerCase,
  handBack,
  type LeaseContext,
  type LeaseRefusal,
  type Operator,
  renewLease,
  resolveCase,
  takeCase,
} from '@rapport/core/hand-off/lease.ts';
import {
  answerCaseBody,
  answeredCase,
  caseDetail,
  caseMessagesQuery,
  casePath,
  casesAnswer,
  conversationLease,
  leaseBody,
  listCasesQuery,
  noteBody,
  resolveCaseBody,
  takeCaseBody,
  transcriptPage,
} from '@rapport/wire';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { notFound, Problem } from '../problems.ts';

export interface CaseRouteDependencies extends LeaseContext {
  readonly assistants: readonly AssistantDefinition[];
}

/** What the person sees where an operator gives no name. */
const NAMELESS = 'Someone of the team';

/** For operators: the inbox of cases, and answering one in person while its assistant is silent. */
export const caseRoutes = (dependencies: CaseRouteDependencies) => (server: HttpServer) => {
  const { database, clock, newId } = dependencies;
  const context: LeaseContext = { database, clock, newId };
  const tags = ['Cases'];
  const namesOf = (assistant: string) => {
    const definition = dependencies.assistants.find(({ id }) => id === assistant);
    return { assistant: definition?.name ?? assistant, team: definition?.handOff?.team ?? 'the team' };
  };
  const config = { access: 'operator' } as const;

  server.get(
    '/api/v1/admin/cases',
    {
      config,
      schema: {
        tags,
        summary: 'Cases that wait for people, latest first; without `status` all that are not resolved',
        querystring: listCasesQuery,
        response: { 200: casesAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { status = null, reason = null, assistant = null, cursor = null, limit } = request.query;
      const cases = await listCases(database, { status, reason, assistant }, { cursor, limit });
      return reply.header('cache-control', 'no-store').send(cases);
    },
  );

  server.get(
    '/api/v1/admin/cases/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One case: who, what was collected, the conversation, what was done and how the news of it went out',
        params: casePath,
        response: { 200: caseDetail, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const found = await readCase(database, request.params.id, clock.now());
      if (found === null) throw notFound('case');
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  server.get(
    '/api/v1/admin/cases/:id/messages',
    {
      config,
      schema: {
        tags,
        summary: "The case's conversation, newest message first",
        params: casePath,
        querystring: caseMessagesQuery,
        response: { 200: transcriptPage, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { cursor = null, limit } = request.query;
      const found = await readTranscript(database, request.params.id, { cursor, limit });
      if (found === null) throw notFound('case');
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  server.post(
    '/api/v1/admin/cases/:id/take',
    {
      config,
      schema: {
        tags,
        summary: 'Answer the conversation in person: its assistant is silent while the lease is renewed',
        params: casePath,
        body: takeCaseBody,
        response: { 200: conversationLease, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { displayName } = request.body;
      const taken = await takeCase(context, request.params.id, operatorOf(request, displayName));
      if (taken.kind !== 'leased') throw refusal(taken);
      request.log.info({ event: 'case_taken', caseId: request.params.id }, 'A conversation was taken by a person');
      return taken.lease;
    },
  );

  server.post(
    '/api/v1/admin/cases/:id/renew',
    {
      config,
      schema: {
        tags,
        summary: 'Keep the conversation; due within ten minutes of taking, renewing or answering',
        params: casePath,
        body: leaseBody,
        response: { 200: conversationLease, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const renewed = await renewLease(context, heldBy(request, request.params.id, request.body.fencingToken));
      if (renewed.kind !== 'leased') throw refusal(renewed);
      return renewed.lease;
    },
  );

  server.post(
    '/api/v1/admin/cases/:id/messages',
    {
      config,
      schema: {
        tags,
        summary: 'Say something to the person, in your own name; the same messageId and text is one message',
        params: casePath,
        body: answerCaseBody,
        response: { 201: answeredCase, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { fencingToken, text, messageId = newId() } = request.body;
      const held = heldBy(request, request.params.id, fencingToken);
      const said = await answerCase(context, { ...held, messageId, text }, namesOf);
      if (said.kind === 'conflict') {
        throw new Problem(
          'CONFLICT',
          'This messageId was used for another message. Give each message an id of its own.',
        );
      }
      if (said.kind !== 'said') throw refusal(said);
      const { createdAt, lease } = said;
      return reply.code(201).send({ messageId: said.messageId, createdAt: createdAt.toISOString(), lease });
    },
  );

  server.post(
    '/api/v1/admin/cases/:id/hand-back',
    {
      config,
      schema: {
        tags,
        summary: 'Give the conversation back to its assistant; the case stays',
        params: casePath,
        body: leaseBody,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const done = await handBack(context, heldBy(request, request.params.id, request.body.fencingToken));
      if (done.kind !== 'done') throw refusal(done);
      request.log.info({ event: 'case_handed_back', caseId: request.params.id }, 'A conversation was handed back');
      return reply.code(204).send(null);
    },
  );

  server.post(
    '/api/v1/admin/cases/:id/resolve',
    {
      config,
      schema: {
        tags,
        summary: 'Close the case, and give the conversation back where you have it',
        params: casePath,
        body: resolveCaseBody,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const operator = operatorOf(request, undefined);
      const { fencingToken = null } = request.body;
      const done = await resolveCase(context, { caseId: request.params.id, operator, fencingToken });
      if (done.kind !== 'done') throw refusal(done);
      request.log.info({ event: 'case_resolved', caseId: request.params.id }, 'A case was resolved');
      return reply.code(204).send(null);
    },
  );

  server.post(
    '/api/v1/admin/cases/:id/notes',
    {
      config,
      schema: {
        tags,
        summary: 'Leave a note for colleagues; it is not shown in the conversation',
        params: casePath,
        body: noteBody,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { text, by } = request.body;
      if (!(await noteCase(context, request.params.id, operatorOf(request, by), text))) throw notFound('case');
      return reply.code(204).send(null);
    },
  );
};

/** Whoever calls, and how they are shown: as they say, else by their account's name. */
function operatorOf({ principal }: FastifyRequest, displayName: string | undefined): Operator {
  if (principal === null) throw new Problem('UNAUTHENTICATED', 'This is for operators.');
  const name = (displayName ?? principal.name ?? '').trim();
  return { id: principal.userId, name: name === '' ? NAMELESS : name.slice(0, 80).toWellFormed() };
}

const heldBy = (request: FastifyRequest, caseId: string, fencingToken: number) => ({
  caseId,
  operatorId: operatorOf(request, undefined).id,
  fencingToken,
});

function refusal(refused: LeaseRefusal): Problem {
  switch (refused.kind) {
    case 'not-found':
      return notFound('case');
    case 'held':
      return new Problem(
        'CONFLICT',
        `${refused.by} answers this conversation until ${refused.until.toISOString()}. Take it when they have handed it back.`,
      );
    case 'stale':
      return new Problem(
        'CONFLICT',
        'This lease is over: it ran out, was given back, or somebody has taken the conversation since. Take the case again.',
      );
    case 'resolved':
      return new Problem('CONFLICT', 'This case is resolved.');
  }
}
