import { z } from 'zod';
import { defineTask, type Task } from '../jobs/task.ts';
import type { EngagementDependencies } from './campaigns.ts';
import { planSends } from './plan-sends.ts';
import { sendDue } from './send-due.ts';

/**
 * Plans what fell due and sends what is due. Run any number of times, by any number of workers at once: what is planned is a unique row,
 * and what is sent was claimed in it before.
 */
export const runCampaignsTask = (dependencies: EngagementDependencies): Task =>
  defineTask({
    name: 'run-campaigns',
    summary: 'Finds who a campaign has something to say to, and says it if they agreed, by their hours and caps',
    input: z.strictObject({}),
    // The next run is five minutes away and finds what this one left.
    retryLimit: 1,
    expireInSeconds: 240,
    async run({ signal, log }) {
      const planned = await planSends(dependencies, signal);
      return { planned, ...(await sendDue(dependencies, { signal, log })) };
    },
  });
