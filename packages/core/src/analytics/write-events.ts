import type { AnalyticsEvent } from './event-catalogue.ts';

/** Where the branch finds what events belong to. Each is a placeholder, or a column of `from` as `named.<column>`. */
export interface EventPlaces {
  /** The parameter of {@link analyticsRows}. */
  readonly rows: string;
  readonly user: string;
  readonly conversation: string;
  readonly assistant: string;
  readonly brand: string;
  /** A branch with a row only if the events are to be kept; events that name nobody are kept anyway. */
  readonly from: string;
}

/**
 * The branch of a statement that writes events, so that they stand or fall with what they tell of. Whether the person lets
 * themselves be named is read in it: nobody who switched analytics off is named by what was under way.
 */
export const insertAnalyticsEvents = ({ rows, user, conversation, assistant, brand, from }: EventPlaces): string => `
  insert into analytics_events (id, occurred_at, name, version, brand, assistant, user_id, conversation_id, properties)
  select coalesce(e.id, gen_random_uuid()), e.occurred_at, e.name, e.version, ${brand}, ${assistant},
    case when named.is_named and e.names <> 'nobody' then ${user}::uuid end,
    case when named.is_named and e.names <> 'nobody' then ${conversation}::uuid end, e.properties
  from json_to_recordset(${rows}::json)
    as e (id uuid, occurred_at timestamptz, name text, version smallint, names text, properties jsonb)
  left join (
    select ${from}.*, coalesce(profiles.consent ->> 'analytics', 'true') <> 'false' as is_named
    from ${from} join profiles on profiles.user_id = ${user}
  ) as named on true
  where e.names = 'nobody' or named.is_named or (e.names = 'person' and named.is_named is not null)
  on conflict (occurred_at, id) do nothing`;

/** The parameter of {@link insertAnalyticsEvents}. */
export const analyticsRows = (events: readonly AnalyticsEvent[]): string =>
  JSON.stringify(events.map(({ occurredAt, ...event }) => ({ ...event, occurred_at: occurredAt.toISOString() })));
