import type { HairProfileDefinition } from '../assistants/hair-profile-definition.ts';
import type { Profile } from '@rapport/wire';
import type { Statement } from '../database/database.ts';
import type { HairSaying } from './read-hair.ts';

/** A row of `hair_profile_entries`, as a query's JSON gives it. */
export interface HairEntry {
  readonly id: string;
  readonly field: string;
  /** Null: the person cleared the field. */
  readonly value: string | null;
  readonly holds: boolean;
  readonly quote: string | null;
  readonly confidence: number;
  readonly messageId: string | null;
  /** ISO 8601. */
  readonly saidAt: string;
  /** `photo`: seen in a photo, and added because the person agreed. */
  readonly source: HairSource;
}

export type HairSource = 'said' | 'entered' | 'photo';

/** What holds of a person's hair now, by field. */
export interface KnownHair {
  /** The entry's id. */
  readonly id: string;
  readonly field: string;
  readonly value: string;
  readonly quote: string | null;
  readonly confidence: number;
  readonly messageId: string | null;
  readonly saidAt: string;
  readonly source: HairSource;
}

/**
 * What holds now, of entries oldest first: the latest of a field, or of each value where several hold. What a person says or
 * enters of a field takes the place of all that a photo showed of it, whichever came first; a later photo that of an earlier.
 * Pure.
 */
export function knownHair(
  entries: readonly HairEntry[],
  { fields }: Pick<HairProfileDefinition, 'fields'>,
): readonly KnownHair[] {
  return fields.flatMap((field) => {
    const ofField = entries.filter((entry) => entry.field === field.id);
    const told = latestOf(
      ofField.filter(({ source }) => source !== 'photo'),
      field.several,
    );
    const lastPhoto = ofField.findLast(({ source }) => source === 'photo')?.messageId;
    const latest =
      told.size > 0 || lastPhoto === undefined
        ? told
        : latestOf(
            ofField.filter(({ source, messageId }) => source !== 'photo' || messageId === lastPhoto),
            field.several,
          );
    return [...latest.values()].flatMap(({ id: entryId, value, quote, confidence, messageId, saidAt, source }) =>
      value === null || !field.values.some(({ id }) => id === value)
        ? []
        : [{ id: entryId, field: field.id, value, quote, confidence, messageId, saidAt, source }],
    );
  });
}

/** Of one field's entries, what holds at their end, by value. */
function latestOf(entries: readonly HairEntry[], several: boolean): ReadonlyMap<string, HairEntry> {
  const latest = new Map<string, HairEntry>();
  for (const entry of entries) {
    if (entry.value === null) latest.clear();
    // What isn't so takes only that back, and not another value that is.
    else if (!entry.holds) latest.delete(entry.value);
    // Said again, it is so since it was first said.
    else if (!latest.has(entry.value)) {
      if (!several) latest.clear();
      latest.set(entry.value, entry);
    }
  }
  return latest;
}

/** What holds now as the profile shows it: by field a value with its proof, or a list of them; null for no such profile. */
export function shownHair(
  entries: readonly HairEntry[],
  definition: HairProfileDefinition | null,
): Profile['assistants'][string]['hairProfile'] {
  if (definition === null) return null;
  const known = knownHair(entries, definition);
  return Object.fromEntries(
    definition.fields.flatMap(({ id, several }) => {
      const found = known
        .filter(({ field }) => field === id)
        .map(({ value, quote, confidence, messageId, saidAt, source }) => ({
          value,
          quote,
          confidence,
          source,
          sourceMessageId: messageId,
          since: new Date(saidAt).toISOString(),
        }));
      const [only] = found;
      if (only === undefined) return [];
      return [[id, several ? found : only]];
    }),
  );
}

/** The entries that make fields what the person entered: a field is cleared, and what they gave holds from now on. */
export function enteredHair(
  entered: Readonly<Record<string, string | readonly string[] | null>>,
): readonly { readonly field: string; readonly value: string | null; readonly holds: boolean }[] {
  return Object.entries(entered).flatMap(([field, given]) => {
    const values = given === null ? [] : typeof given === 'string' ? [given] : [...new Set(given)];
    return [{ field, value: null, holds: false }, ...values.map((value) => ({ field, value, holds: true }))];
  });
}

/** What is wrong with entered fields, each with its path below `hairProfile`; empty when they may be kept. Pure. */
export function problemsOfEntered(
  entered: Readonly<Record<string, string | readonly string[] | null>>,
  { fields }: HairProfileDefinition,
): readonly { readonly path: string; readonly message: string }[] {
  return Object.entries(entered).flatMap(([name, given]) => {
    const field = fields.find(({ id }) => id === name);
    if (field === undefined)
      return [{ path: name, message: `must be one of ${fields.map(({ id }) => id).join(', ')}` }];
    if (given === null) return [];
    if (field.several !== (typeof given !== 'string')) {
      return [
        { path: name, message: field.several ? 'must be a list: several may hold' : 'must be one value, not a list' },
      ];
    }
    const known = field.values.map(({ id }) => id);
    return (typeof given === 'string' ? [given] : given).some((value) => !known.includes(value))
      ? [{ path: name, message: `must be of ${known.join(', ')}` }]
      : [];
  });
}

/** So many messages prove one thing: who deletes one of them has still said it in the other. More would only grow. */
const MOST_PROOFS = 2;

/** Of what a message says, what is worth a row: news, and what has too few proofs yet. Entries oldest first. Pure. */
export function newsOf(
  sayings: readonly HairSaying[],
  entries: readonly HairEntry[],
  definition: Pick<HairProfileDefinition, 'fields'>,
): readonly HairSaying[] {
  return sayings.filter(({ field, value, holds }) => {
    const several = definition.fields.find(({ id }) => id === field)?.several === true;
    // A photo is no word of theirs: what it showed is news when they say it, and can be denied.
    const proving = holds ? entries.filter(({ source }) => source !== 'photo') : entries;
    const proofs = proofsOf(proving, { field, value, several });
    return holds ? proofs < MOST_PROOFS : proofs > 0;
  });
}

/** How many entries say that a value holds, since it last did not. */
function proofsOf(
  entries: readonly HairEntry[],
  sought: { readonly field: string; readonly value: string; readonly several: boolean },
): number {
  let proofs = 0;
  for (const { field, value, holds } of entries) {
    if (field !== sought.field) continue;
    if (value === sought.value) proofs = holds ? proofs + 1 : 0;
    else if (value === null || (holds && !sought.several)) proofs = 0;
  }
  return proofs;
}

/** A saying to be stored. */
export interface StoredSaying extends HairSaying {
  readonly id: string;
}

/** The branch of the commit's statement that writes them; as `insertJourneyMove`, with {@link hairRows}. */
export const insertHairEntries = (at: {
  readonly user: string;
  readonly assistant: string;
  readonly message: string;
  readonly saidAt: string;
  readonly rows: string;
  readonly from: string;
}): string => `
  insert into hair_profile_entries (user_id, id, assistant, field, value, holds, quote, confidence, message_id, said_at, source)
  select ${at.user}, h.id, ${at.assistant}, h.field, h.value, h.holds, h.quote, h.confidence, ${at.message}, ${at.saidAt}, 'said'
  from ${at.from} cross join json_to_recordset(${at.rows}::json)
    as h (id uuid, field text, value text, holds boolean, quote text, confidence real)`;

/** The parameter of {@link insertHairEntries}. */
export const hairRows = (sayings: readonly StoredSaying[]): string =>
  JSON.stringify(sayings.map((saying) => ({ ...saying, quote: saying.quote.replaceAll('\u0000', '') })));

/** A column with a person's entries of an assistant, oldest first, as {@link HairEntry}s; null when there are none. */
export const hairEntriesOf = (user: string, assistant: string): string => `
  (select json_agg(json_build_object('id', id, 'field', field, 'value', value, 'holds', holds, 'quote', quote,
     'confidence', confidence, 'messageId', message_id, 'saidAt', said_at, 'source', source) order by said_at, id)
   from hair_profile_entries where user_id = ${user} and assistant = ${assistant})`;

/**
 * Deletes what the person entered by hand or let a photo tell: what was said goes with its message. Of every assistant where
 * `$2` is null.
 */
export const FORGET_ENTERED_HAIR: Statement = {
  name: 'hair-profile-forget-entered',
  text: `
delete from hair_profile_entries
where user_id = $1 and ($2::text is null or assistant = $2) and message_id is null`,
};
