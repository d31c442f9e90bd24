import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { defineTask, type Task } from '../jobs/task.ts';
import type { Clock, NewId } from '../runtime.ts';
import { type ChosenModel, chooseModel } from './choose-model.ts';
import { bandOf, type EngagementModel, probabilityOf } from './engagement-model.ts';
import { type PersonHistory, standingAt } from './history.ts';
import {
  dayOf,
  forgetOthers,
  type PredictionRow,
  startOfDay,
  writeModel,
  writePredictions,
} from './prediction-store.ts';
import { countPeople, readHistories } from './read-histories.ts';
import { reasonsOf } from './reasons.ts';
import { TrainingRows } from './training-rows.ts';

export interface PredictionContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** A model is fitted to as many people at most, so that memory and time stay bounded; more would tell little more. */
const MOST_LEARNT_FROM = 20_000;

/** What a run did for one assistant, in counts. */
export interface PredictionRun {
  readonly kind: EngagementModel['kind'];
  readonly learntFrom: number;
  readonly foretold: number;
  readonly forgotten: number;
}

/**
 * Fits a model to an assistant's people and foretells each of them. Only days that are over are looked at, so that a run at any
 * hour of a day says the same, and a second one puts the same in the place of the first. Two passes, a page of people
 * at a time: of the first only some numbers of at most 20,000 people are kept, of the second nothing.
 *
 * @throws the signal's reason when it is aborted; what was stored by then stays and is replaced by the next run.
 */
export async function predictEngagement(
  { database, clock, newId }: PredictionContext,
  assistant: string,
  signal: AbortSignal,
): Promise<PredictionRun> {
  const at = clock.now();
  const today = dayOf(at);
  const before = startOfDay(today);
  const rows = await readTrainingRows(database, { assistant, today, before, signal });
  const chosen = await chooseModel(rows, signal);
  const modelId = await writeModel(database, { id: newId(), assistant, chosen, firstDay: rows.firstDay, today, at });
  let foretold = 0;
  for await (const page of readHistories(database, { assistant, before, share: 1, signal })) {
    const predictions = page.flatMap((history) => predictionOf(chosen, history, today));
    if (predictions.length > 0) await writePredictions(database, { assistant, at, modelId }, predictions);
    foretold += predictions.length;
  }
  const forgotten = await forgetOthers(database, assistant, at);
  return { kind: chosen.model.kind, learntFrom: chosen.people, foretold, forgotten };
}

async function readTrainingRows(
  database: Database,
  {
    assistant,
    today,
    before,
    signal,
  }: { readonly assistant: string; readonly today: number; readonly before: Date; readonly signal: AbortSignal },
): Promise<TrainingRows> {
  const rows = new TrainingRows(today);
  const people = await countPeople(database, assistant);
  const share = people <= MOST_LEARNT_FROM ? 1 : MOST_LEARNT_FROM / people;
  for await (const page of readHistories(database, { assistant, before, share, signal })) {
    for (const history of page) rows.add(history);
  }
  return rows;
}

function predictionOf({ model }: ChosenModel, history: PersonHistory, today: number): PredictionRow[] {
  const standing = standingAt(history, today);
  if (standing === null) return [];
  const probability = probabilityOf(model, standing);
  return [{ userId: history.userId, probability, band: bandOf(probability), reasons: reasonsOf(model, standing) }];
}

/** An hour is a hundred times what a hundred thousand people take. */
const EXPIRE_SECONDS = 3_600;

/** The nightly task: every assistant, one after the other. */
export const predictEngagementTask = (context: PredictionContext & { readonly assistants: readonly string[] }): Task =>
  defineTask({
    name: 'predict-engagement',
    summary: 'Fits for each assistant how people come back, and foretells who will write within thirty days',
    input: z.strictObject({}),
    expireInSeconds: EXPIRE_SECONDS,
    async run({ signal }) {
      const runs: Record<string, PredictionRun> = {};
      for (const assistant of context.assistants) {
        runs[assistant] = await predictEngagement(context, assistant, signal);
      }
      return runs;
    },
  });
