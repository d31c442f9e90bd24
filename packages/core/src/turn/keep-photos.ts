import type { PoolClient } from 'pg';
import { writePhotoChange } from '../photos/photo-asks.ts';
import type { PhotoPlan } from '../photos/plan-photos.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { FinishedTurn } from './commit.ts';
import type { TurnDependencies } from './dependencies.ts';

/** Part of step 9: what the plan does with photos, done in the turn's own transaction, for the reply says that it is. */
export function withPhotos(
  { newId }: Pick<TurnDependencies, 'newId'>,
  { turn, plan }: { readonly turn: AcceptedTurn; readonly plan: { readonly photos?: PhotoPlan } },
  finished: FinishedTurn,
): FinishedTurn {
  const change = plan.photos?.change ?? null;
  if (change === null || finished.reply === null || finished.state !== 'completed') return finished;
  const { userId, assistant } = turn.input;
  const { learning, finishedAt } = finished;
  const run = async (client: PoolClient) => {
    await learning?.run(client);
    await writePhotoChange(client, { userId, assistant, now: finishedAt, newId }, change);
  };
  return { ...finished, learning: { run, isPromised: true } };
}
