import {
  type AlertChange,
  type AlertDesk,
  acknowledgeAlert,
  listAlerts,
  muteAlerts,
  readAlert,
  readAlertRules,
  resolveAlert,
  unmuteAlerts,
} from '@rapport/core/alerts/alert-list.ts';
import {
  alertActionBody,
  alertDetail,
  alertMute,
  alertPath,
  alertRulesAnswer,
  alertsAnswer,
  listAlertsQuery,
  listedAlert,
  muteBody,
  unmuteQuery,
} from '@rapport/wire';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { notFound, Problem } from '../problems.ts';

/** For operators: what is wrong, who looks after it, and the rules that say so. */
export const alertRoutes = (desk: AlertDesk) => (server: HttpServer) => {
  const tags = ['Alerts'];
  const config = { access: 'operator' } as const;

  server.get(
    '/api/v1/admin/alerts',
    {
      config,
      schema: {
        tags,
        summary: 'Alerts, the latest to begin first; without `status` all that are not resolved',
        querystring: listAlertsQuery,
        response: { 200: alertsAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { status, severity = null, kind = null, cursor = null, limit } = request.query;
      const alerts = await listAlerts(desk.database, { status, severity, kind }, { cursor, limit });
      return reply.header('cache-control', 'no-store').send(alerts);
    },
  );

  server.get(
    '/api/v1/admin/alerts/rules',
    {
      config,
      schema: {
        tags,
        summary: 'Every rule with its thresholds and what it measured last, and what is muted',
        response: { 200: alertRulesAnswer, ...PROBLEM_RESPONSES },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send(await readAlertRules(desk)),
  );

  server.put(
    '/api/v1/admin/alerts/mutes',
    {
      config,
      schema: {
        tags,
        summary:
          'Have nobody told of a kind of alerts for a while, of all or of one subject; they are listed all the same',
        body: muteBody,
        response: { 200: alertMute, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { kind, subject = null, minutes, by } = request.body;
      const mute = await muteAlerts(desk, { kind, subject, minutes, by: nameOf(request, by) });
      request.log.info({ event: 'alerts_muted', kind, until: mute.until }, 'Alerts were muted');
      return mute;
    },
  );

  server.delete(
    '/api/v1/admin/alerts/mutes',
    {
      config,
      schema: {
        tags,
        summary: 'End a mute',
        querystring: unmuteQuery,
        response: { 204: z.null(), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { kind, subject = null } = request.query;
      if (!(await unmuteAlerts(desk, kind, subject))) throw notFound('mute');
      request.log.info({ event: 'alerts_unmuted', kind }, 'A mute was ended');
      return reply.code(204).send(null);
    },
  );

  server.get(
    '/api/v1/admin/alerts/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One alert, and how the team was told of it',
        params: alertPath,
        response: { 200: alertDetail, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const found = await readAlert(desk, request.params.id);
      if (found === null) throw notFound('alert');
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  for (const [action, perform, summary] of [
    ['acknowledge', acknowledgeAlert, 'Say that you look after it'],
    [
      'resolve',
      resolveAlert,
      'Say that it is over. What a rule still finds so comes again within a minute: mute it instead',
    ],
  ] as const) {
    server.post(
      `/api/v1/admin/alerts/:id/${action}`,
      {
        config,
        schema: {
          tags,
          summary,
          params: alertPath,
          body: alertActionBody,
          response: { 200: listedAlert, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const changed = await perform(desk, request.params.id, nameOf(request, request.body?.by));
        const alert = changedOrRefuse(changed);
        request.log.info(
          { event: `alert_${action}d`, alertId: alert.id, kind: alert.kind },
          'An alert was looked after',
        );
        return alert;
      },
    );
  }
};

/** As they say, else by their account's name; a shared token names nobody. */
const nameOf = ({ principal }: FastifyRequest, given: string | undefined): string =>
  (given ?? principal?.name ?? '').trim() || 'an operator';

function changedOrRefuse(change: AlertChange) {
  switch (change.kind) {
    case 'changed':
      return change.alert;
    case 'unknown':
      throw notFound('alert');
    case 'resolved-before':
      throw new Problem('CONFLICT', 'This alert is over, so there is nothing to look after.');
  }
}
