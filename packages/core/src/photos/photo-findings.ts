import type { HairProfileDefinition } from '../assistants/hair-profile-definition.ts';
import type { PhotosDefinition } from '../assistants/photos-definition.ts';
import type { KnownHair } from '../hair-profile/hair-profile.ts';
import type { PhotoFinding } from './photo-asks.ts';
import type { PhotoReading } from './reading.ts';

/** A photo says less than the weakest word of a person's, which counts 0.6. */
const MOST_CONFIDENCE_OF_FINDING = 0.55;

/**
 * What of a reading the hair profile may be asked to hold: nothing about which the person has said or entered anything, and
 * nothing that a photo showed before just so.
 */
export function findingsOf(
  { seen }: PhotoReading,
  { properties }: PhotosDefinition,
  known: readonly KnownHair[],
): readonly PhotoFinding[] {
  return seen.flatMap(({ id, values, confidence }) => {
    const field = properties.find((each) => each.id === id)?.field ?? null;
    if (field === null) return [];
    const held = known.filter((each) => each.field === field);
    if (held.some(({ source }) => source !== 'photo')) return [];
    const isHeld = held.length === values.length && held.every(({ value }) => values.includes(value));
    if (isHeld) return [];
    return values.map((value) => ({ field, value, confidence: Math.min(confidence, MOST_CONFIDENCE_OF_FINDING) }));
  });
}

/** What the person said of a thing that a photo shows otherwise, by the names of the values; empty when nothing differs. */
export function toldOtherwise(
  { seen }: PhotoReading,
  { properties }: PhotosDefinition,
  known: readonly KnownHair[],
  definition: HairProfileDefinition,
): readonly string[] {
  return seen.flatMap(({ id, values }) => {
    const property = properties.find((each) => each.id === id);
    // Flakes in a picture say nothing against a scalp that itches.
    if (property === undefined || property.field === null || property.range === null) return [];
    const told = known.filter(({ field, source }) => field === property.field && source !== 'photo');
    if (told.length === 0 || told.some(({ value }) => isWithin(value, values, property))) return [];
    return told.map(({ field, value }) => nameOf(field, value, definition));
  });
}

function isWithin(
  value: string,
  [first = '', last = first]: readonly string[],
  { values }: PhotosDefinition['properties'][number],
) {
  const placeOf = (id: string) => values.findIndex((each) => each.id === id);
  return placeOf(value) >= placeOf(first) && placeOf(value) <= placeOf(last);
}

/** A value as the hair profile names it. */
export const nameOf = (field: string, value: string, { fields }: HairProfileDefinition): string =>
  fields.find(({ id }) => id === field)?.values.find(({ id }) => id === value)?.name ?? value;

/** Findings as a person is told them, a field at a time: "curl type 3C to 4A". */
export function sayFindings(
  findings: readonly PhotoFinding[],
  { properties }: PhotosDefinition,
  definition: HairProfileDefinition,
): readonly string[] {
  const fields = [...new Set(findings.map(({ field }) => field))];
  return fields.map((field) => {
    const names = findings.filter((each) => each.field === field).map(({ value }) => nameOf(field, value, definition));
    const isRange = properties.some((each) => each.field === field && each.range !== null);
    const fieldName = definition.fields.find(({ id }) => id === field)?.name.toLowerCase() ?? field;
    // "Density high density" says it twice; "curl type 4C" needs both.
    return isRange ? `${fieldName} ${names.join(' to ')}` : names.join(' and ');
  });
}

/** Words that name no field. */
const EMPTY = /^(?:the|and|my|please|thanks|thank|you|hair|one|ones|part|thing|bit|worn|only)$/;

/** Findings of the fields that words name; null when they name none. */
export function findingsNamed(
  words: string,
  findings: readonly PhotoFinding[],
  { properties }: PhotosDefinition,
  definition: HairProfileDefinition,
): readonly PhotoFinding[] | null {
  const spoken = words
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !EMPTY.test(word));
  const fields = new Set(
    definition.fields
      .filter(({ id, name }) => {
        const property = properties.find(({ field }) => field === id);
        const own = `${name} ${id} ${property?.id ?? ''}`.toLowerCase().split(/[^a-z0-9]+/);
        return spoken.some((word) =>
          own.some((each) => each.length > 2 && (each === word || `${each}s` === word || each === `${word}s`)),
        );
      })
      .map(({ id }) => id),
  );
  return fields.size === 0 ? null : findings.filter(({ field }) => fields.has(field));
}
