import type { Alerts } from '../alerts/alerts.ts';
import type { Database } from '../database/database.ts';
import type { Clock, Log } from '../runtime.ts';
import type { Attempt } from './attempt.ts';

/** Names of one model that mean the same to its vendor: a dated snapshot of what was asked, or a path before it. */
function isSameModel(asked: string, served: string): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/^models\//, '');
  const [wanted, answered] = [bare(asked), bare(served)];
  if (answered === wanted || answered.endsWith(`/${wanted}`) || wanted.endsWith(`/${answered}`)) return true;
  // gpt-4o → gpt-4o-2024-08-06, gemini-3.8-flash → gemini-3.8-flash-001
  return (
    answered.startsWith(`${wanted}-`) &&
    /^-(\d{4}-\d{2}-\d{2}|\d{8}|\d{3,4}|latest|preview[-\w]*)$/.test(answered.slice(wanted.length))
  );
}

const REMEMBER = `
with known as (select served_model from served_models where model = $1)
insert into served_models (model, served_model, first_seen_at) values ($1, $2, $3)
on conflict (model) do update set served_model = excluded.served_model, first_seen_at = excluded.first_seen_at
where served_models.served_model <> excluded.served_model
returning (select served_model from known) as before`;

export interface ServedModelDependencies {
  readonly database: Database;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Watches which model really answers: vendors send requests for a retired model to another one, and change what stands
 * behind a name. The first answer by another model, and every change, is an alert.
 */
export class ServedModelWatch {
  readonly #known = new Map<string, string>();
  readonly #dependencies: ServedModelDependencies;

  constructor(dependencies: ServedModelDependencies) {
    this.#dependencies = dependencies;
  }

  /** Looks at an attempt. Costs nothing while the same model answers as before; never waits and never throws. */
  observe({ model, provider, servedModel }: Pick<Attempt, 'model' | 'provider' | 'servedModel'>): void {
    if (servedModel === null || this.#known.get(model) === servedModel) return;
    this.#known.set(model, servedModel);
    void this.#compare(model, provider, servedModel);
  }

  async #compare(model: string, provider: string, servedModel: string): Promise<void> {
    const { database, alerts, clock, log } = this.#dependencies;
    try {
      const { rows } = await database.pool.query<{ before: string | null }>(REMEMBER, [
        model,
        servedModel,
        clock.now(),
      ]);
      const row = rows[0];
      if (row === undefined) return;
      const asked = model.slice(provider.length + 1);
      if (row.before !== null) {
        alerts.raise({
          kind: 'served_model_changed',
          severity: 'warning',
          subject: model,
          message: `${model} is now answered by ${servedModel}; it was ${row.before}. Check its replies and its price`,
        });
      } else if (!isSameModel(asked, servedModel)) {
        alerts.raise({
          kind: 'served_model_differs',
          severity: 'warning',
          subject: model,
          message: `${model} is answered by ${servedModel}: the model asked for may be retired. Check its replies and its price`,
        });
      }
    } catch (error) {
      // Looked at again when the next process starts, or the name changes again.
      this.#known.delete(model);
      log.warn({ err: error, event: 'served_model_unread' }, 'Which model answers could not be compared');
    }
  }
}
