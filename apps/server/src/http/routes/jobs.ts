import { jobsReport, parkedPath, sentJob, taskPath } from '@rapport/wire';
import type { Jobs } from '../../open-jobs.ts';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { Problem } from '../problems.ts';

/** For operators: what background work does and is going to do, a task run by hand, a job that was set aside sent again. */
export const jobRoutes = (jobs: Pick<Jobs, 'report' | 'trigger' | 'retryParked'>) => (server: HttpServer) => {
  const tags = ['Jobs'];

  server.get(
    '/api/v1/admin/jobs',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Tasks, schedules with their last and next run, what waits and runs, and jobs that were set aside',
        response: { 200: jobsReport, ...PROBLEM_RESPONSES },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send(await jobs.report()),
  );

  server.post(
    '/api/v1/admin/jobs/:task/run',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Run a task once, now. It is done by whichever worker is free; the report shows how it went',
        params: taskPath,
        response: { 202: sentJob, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { task } = request.params;
      const sent = await jobs.trigger(task);
      if (sent === null) {
        throw new Problem('NOT_FOUND', 'No task of that name can be run by hand. GET /api/v1/admin/jobs lists them.');
      }
      request.log.info({ event: 'job_triggered', task, jobId: sent.id }, 'A task was run by hand');
      return reply.code(202).send({ jobId: sent.id });
    },
  );

  server.post(
    '/api/v1/admin/jobs/parked/:id/retry',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Send a job that was set aside again, as a new job with all its attempts',
        params: parkedPath,
        response: { 202: sentJob, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const sent = await jobs.retryParked(request.params.id);
      if (sent === null) {
        throw new Problem('NOT_FOUND', 'No job of that id is set aside, or its task is not known here any more.');
      }
      request.log.info({ event: 'parked_job_retried', jobId: sent.id }, 'A job that was set aside was sent again');
      return reply.code(202).send({ jobId: sent.id });
    },
  );
};
