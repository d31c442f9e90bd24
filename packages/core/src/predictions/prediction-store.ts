import type { PeopleForetold, PredictionModel } from '@rapport/wire';
import { type Database, execute, type Statement } from '../database/database.ts';
import { InvalidCursorError, type PageRequest, pageOf, readCursor, writeCursor } from '../database/paging.ts';
import type { ChosenModel, HeldOutFigures } from './choose-model.ts';
import {
  type Band,
  type EngagementModel,
  FEATURES,
  FEATURES_VERSION,
  HORIZON_DAYS,
  type ModelKind,
} from './engagement-model.ts';
import { MAY_BE_FORETOLD } from './read-histories.ts';
import type { Reason } from './reasons.ts';

const DAY_MS = 86_400_000;

/** The midnight (UTC) with which a day begins, counted in days since 1970. */
export const startOfDay = (day: number): Date => new Date(day * DAY_MS);
export const dayOf = (moment: Date): number => Math.floor(moment.getTime() / DAY_MS);

const WRITE_MODEL: Statement = {
  name: 'predictions-write-model',
  text: `
insert into prediction_models as model
  (id, assistant, kind, features_version, window_from, window_until, people, parameters, held_out, why, fitted_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (assistant, window_until) do update
set kind = excluded.kind, features_version = excluded.features_version, window_from = excluded.window_from,
  people = excluded.people, parameters = excluded.parameters, held_out = excluded.held_out, why = excluded.why,
  fitted_at = excluded.fitted_at
returning id`,
};

/** Stores how an assistant's people are foretold from a day on, and gives the row's id. A second fit of a day takes the first's place. */
export async function writeModel(
  database: Database,
  row: {
    readonly id: string;
    readonly assistant: string;
    readonly chosen: ChosenModel;
    readonly firstDay: number | null;
    readonly today: number;
    readonly at: Date;
  },
): Promise<string> {
  const { id, assistant, chosen, firstDay, today, at } = row;
  const { model, fit, heldOut, people, why } = chosen;
  const parameters = { bgNbd: model.bgNbd, fit, regression: model.regression };
  const [written] = await execute<{ id: string }>(database.pool, WRITE_MODEL, [
    id,
    assistant,
    model.kind,
    FEATURES_VERSION,
    firstDay === null ? null : startOfDay(firstDay),
    startOfDay(today),
    people,
    JSON.stringify(parameters),
    heldOut === null ? null : JSON.stringify(heldOut),
    why,
    at,
  ]);
  return written?.id ?? id;
}

/** What is stored of one person. */
export interface PredictionRow {
  readonly userId: string;
  readonly probability: number;
  readonly band: Band;
  readonly reasons: readonly Reason[];
}

/**
 * Consent is read again where it is written, and the person held fast meanwhile: whoever is erased or switches analytics off
 * at that moment either comes first, and has nothing written, or after, and has it deleted. Users before profiles, as an
 * erasure takes them.
 */
const WRITE: Statement = {
  name: 'predictions-write',
  text: `
with given as (
  select * from json_to_recordset($4::json) as p ("userId" uuid, probability double precision, band text, reasons jsonb)
), allowed as materialized (
  select users.id from users join profiles on profiles.user_id = users.id
  where users.id in (select "userId" from given) and ${MAY_BE_FORETOLD}
  order by users.id
  for key share of users for share of profiles
)
insert into predictions as prediction (user_id, assistant, at, probability, band, reasons, model_id)
select allowed.id, $1, $2, given.probability, given.band, given.reasons, $3
from allowed join given on given."userId" = allowed.id
on conflict (user_id, assistant) do update
set at = excluded.at, probability = excluded.probability, band = excluded.band, reasons = excluded.reasons,
  model_id = excluded.model_id`,
};

export async function writePredictions(
  database: Database,
  about: { readonly assistant: string; readonly at: Date; readonly modelId: string },
  rows: readonly PredictionRow[],
): Promise<void> {
  await execute(database.pool, WRITE, [about.assistant, about.at, about.modelId, JSON.stringify(rows)]);
}

/** What was not written anew is of somebody who has no conversation left or became one of whom nothing is foretold. */
const FORGET_OTHERS: Statement = {
  name: 'predictions-forget-others',
  text: 'delete from predictions where assistant = $1 and at < $2 returning user_id',
};
/** How long it can be looked up how people were foretold. */
export const MODELS_KEPT_DAYS = 400;
const FORGET_MODELS: Statement = {
  name: 'predictions-forget-models',
  text: 'delete from prediction_models where assistant = $1 and window_until < $2',
};

/** Deletes predictions older than this run's, and models past their time; gives the number of the former. */
export async function forgetOthers(database: Database, assistant: string, at: Date): Promise<number> {
  const forgotten = await execute(database.pool, FORGET_OTHERS, [assistant, at]);
  await execute(database.pool, FORGET_MODELS, [assistant, new Date(at.getTime() - MODELS_KEPT_DAYS * DAY_MS)]);
  return forgotten.length;
}

const LIST: Statement = {
  name: 'predictions-list',
  text: `
select user_id, profiles.preferred_name, at, probability, band, reasons, prediction_models.kind
from predictions
join profiles using (user_id)
join prediction_models on prediction_models.id = predictions.model_id
where predictions.assistant = $1 and band = $2
  and ($3::double precision is null or (probability, user_id) > ($3::double precision, $4::uuid))
order by probability, user_id
limit $5`,
};

interface PersonRow {
  user_id: string;
  preferred_name: string | null;
  at: Date;
  probability: number;
  band: Band;
  reasons: Reason[];
  kind: ModelKind;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** People of a band, the least likely to come first. Throws {@link InvalidCursorError}. */
export async function listPredictions(
  database: Database,
  { assistant, band }: { readonly assistant: string; readonly band: Band },
  { cursor, limit }: PageRequest,
): Promise<PeopleForetold> {
  const [probability, id] = cursor === null ? [null, null] : readCursor(cursor);
  const isOurs = typeof probability === 'number' && typeof id === 'string' && UUID.test(id);
  if (cursor !== null && !isOurs) throw new InvalidCursorError();
  const rows = await execute<PersonRow>(database.pool, LIST, [assistant, band, probability, id, limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => ({
      userId: row.user_id,
      preferredName: row.preferred_name,
      at: row.at.toISOString(),
      probability: row.probability,
      band: row.band,
      reasons: row.reasons,
      model: row.kind,
    }),
    (row) => writeCursor([row.probability, row.user_id]),
  );
}

const READ_MODEL: Statement = {
  name: 'predictions-read-model',
  text: `
select id, assistant, kind, features_version, window_from, window_until, people, parameters, held_out, why, fitted_at,
  (select json_object_agg(band, people) from (
    select band, count(*)::integer as people from predictions where predictions.assistant = prediction_models.assistant group by band
  ) counted) as bands
from prediction_models where assistant = $1
order by window_until desc
limit 1`,
};

interface ModelRow {
  id: string;
  assistant: string;
  kind: ModelKind;
  features_version: number;
  window_from: Date | null;
  window_until: Date;
  people: number;
  parameters: Pick<EngagementModel, 'bgNbd' | 'regression'> & Pick<ChosenModel, 'fit'>;
  held_out: HeldOutFigures | null;
  why: string;
  fitted_at: Date;
  bands: Partial<Record<Band, number>> | null;
}

/** How an assistant's people are foretold now; null while nothing was. */
export async function readModel(database: Database, assistant: string): Promise<PredictionModel | null> {
  const [row] = await execute<ModelRow>(database.pool, READ_MODEL, [assistant]);
  if (row === undefined) return null;
  const { bgNbd, fit, regression } = row.parameters;
  return {
    id: row.id,
    assistant: row.assistant,
    kind: row.kind,
    why: row.why,
    horizonDays: HORIZON_DAYS,
    fittedAt: row.fitted_at.toISOString(),
    window: { from: row.window_from?.toISOString() ?? null, until: row.window_until.toISOString() },
    people: row.people,
    bands: { engaged: 0, uncertain: 0, at_risk: 0, gone: 0, ...row.bands },
    featuresVersion: row.features_version,
    parameters: {
      bgNbd,
      logLikelihood: fit?.logLikelihood ?? null,
      converged: fit?.converged ?? null,
      regression:
        regression === null
          ? null
          : {
              intercept: regression.intercept,
              features: regression.weights.map((weight, index) => ({
                name: FEATURES[index] ?? `feature ${index}`,
                weight,
                mean: regression.means[index] ?? 0,
                scale: regression.scales[index] ?? 1,
              })),
            },
    },
    heldOut: row.held_out && {
      ...row.held_out,
      cuts: row.held_out.cuts.map((cut) => startOfDay(cut).toISOString()),
      candidates: [...row.held_out.candidates],
      calibration: [...row.held_out.calibration],
    },
  };
}
