import {
  listCampaigns,
  pauseCampaign,
  previewCampaign,
  readCampaign,
  resumeCampaign,
} from '@rapport/core/engagement/campaign-desk.ts';
import type { EngagementDependencies } from '@rapport/core/engagement/campaigns.ts';
import type { SentJob } from '@rapport/core/jobs/queue.ts';
import {
  campaignActionBody,
  campaignPath,
  campaignPreview,
  campaignPreviewQuery,
  campaignReport,
  campaignsAnswer,
  emptyBody,
  sentJob,
} from '@rapport/wire';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { notFound } from '../problems.ts';

/** For operators: what assistants say of their own accord, to whom, and what came of it. */
export const campaignRoutes =
  (engagement: EngagementDependencies, runNow: () => Promise<SentJob | null>) => (server: HttpServer) => {
    const tags = ['Campaigns'];
    const config = { access: 'operator' } as const;

    server.get(
      '/api/v1/admin/campaigns',
      {
        config,
        schema: {
          tags,
          summary:
            'Every campaign with what it sent, to whom it did not and why, and what came of it; of the last 90 days',
          response: { 200: campaignsAnswer, ...PROBLEM_RESPONSES },
        },
      },
      async (_request, reply) =>
        reply.header('cache-control', 'no-store').send({ items: await listCampaigns(engagement), nextCursor: null }),
    );

    server.post(
      '/api/v1/admin/campaigns/run',
      {
        config,
        schema: {
          tags,
          summary: 'Plan and send what is due, now; it happens by itself every five minutes',
          body: emptyBody,
          response: { 202: sentJob, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const sent = await runNow();
        if (sent === null) throw notFound('task');
        request.log.info(
          { event: 'job_triggered', task: 'run-campaigns', jobId: sent.id },
          'Campaigns were run by hand',
        );
        return reply.code(202).send({ jobId: sent.id });
      },
    );

    server.get(
      '/api/v1/admin/campaigns/:assistant/:campaign',
      {
        config,
        schema: {
          tags,
          summary: 'One campaign with its figures',
          params: campaignPath,
          response: { 200: campaignReport, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const found = await readCampaign(engagement, request.params);
        if (found === null) throw notFound('campaign');
        return reply.header('cache-control', 'no-store').send(found);
      },
    );

    server.get(
      '/api/v1/admin/campaigns/:assistant/:campaign/preview',
      {
        config,
        schema: {
          tags,
          summary: 'Who would get it now, and what would it say? Who would not, and why? Nothing is sent or written',
          params: campaignPath,
          querystring: campaignPreviewQuery,
          response: { 200: campaignPreview, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        const preview = await previewCampaign(engagement, request.params, request.query.limit);
        if (preview === null) throw notFound('campaign');
        return reply.header('cache-control', 'no-store').send(preview);
      },
    );

    for (const [action, summary] of [
      ['pause', 'Hold it: from this moment nothing of it is planned or sent, and what is planned is skipped'],
      ['resume', 'Let it go on, with what fell due of late and is not too late'],
    ] as const) {
      server.post(
        `/api/v1/admin/campaigns/:assistant/:campaign/${action}`,
        {
          config,
          schema: {
            tags,
            summary,
            params: campaignPath,
            body: campaignActionBody,
            response: { 200: campaignReport, ...PROBLEM_RESPONSES },
          },
        },
        async (request) => {
          const by = (request.body?.by ?? request.principal?.name ?? '').trim() || 'an operator';
          const changed =
            action === 'pause'
              ? await pauseCampaign(engagement, request.params, by)
              : await resumeCampaign(engagement, request.params);
          if (changed === null) throw notFound('campaign');
          request.log.info({ event: `campaign_${action}d`, ...request.params, by }, `A campaign was ${action}d`);
          return changed;
        },
      );
    }
  };
