import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { defineTask, type Task } from '../jobs/task.ts';
import type { Clock } from '../runtime.ts';
import { sweepPhotos } from './photos.ts';

/** The scheduled task that deletes what was sent and not kept. */
export const sweepPhotosTask = ({ database, clock }: { readonly database: Database; readonly clock: Clock }): Task =>
  defineTask({
    name: 'sweep-photos',
    summary: 'Deletes photos that nobody had kept within the hour, and questions about them that nobody answered',
    input: z.strictObject({}),
    run: async ({ signal }) => ({ ...(await sweepPhotos(database.pool, clock.now(), signal)) }),
  });
