import { z } from 'zod';
import type { PhotosDefinition } from '../assistants/photos-definition.ts';
import { jsonIn } from '../models/json-answer.ts';
import { type FirewallCounts, wallOff } from './firewall.ts';

/** Parts of a head or of a strand that a picture may show, each as it is said. */
export const PHOTO_PLACES = {
  crown: 'at the crown',
  hairline: 'along the hairline',
  parting: 'at the parting',
  sides: 'at the sides',
  back: 'at the back',
  scalp: 'at the scalp',
  roots: 'at the roots',
  lengths: 'along the lengths',
  ends: 'at the ends',
  whole: 'all over',
} as const;
export type PhotoPlace = keyof typeof PHOTO_PLACES;

/** What a picture shows. `several`: more than one head, so that nobody can say whose is meant. */
export const PHOTO_SUBJECTS = ['hair', 'several', 'no_hair'] as const;

export const PHOTO_QUALITIES = {
  light: ['good', 'dim', 'harsh'],
  sharpness: ['sharp', 'soft', 'blurred'],
  wetness: ['dry', 'damp', 'wet', 'unclear'],
  product: ['none', 'some', 'unclear'],
} as const;

/** How a picture was taken, as far as it bears on what it shows. */
export interface PhotoQuality {
  readonly light: (typeof PHOTO_QUALITIES.light)[number];
  readonly sharpness: (typeof PHOTO_QUALITIES.sharpness)[number];
  readonly wetness: (typeof PHOTO_QUALITIES.wetness)[number];
  readonly product: (typeof PHOTO_QUALITIES.product)[number];
}

/** One thing a picture shows, in the definition's own words. */
export interface SeenProperty {
  readonly id: string;
  /** Ids of the definition's values: two only where neighbours make a range. */
  readonly values: readonly string[];
  /** 0 to 1, never above {@link MOST_CONFIDENCE}. */
  readonly confidence: number;
  /** Null where the model named none that we know. */
  readonly place: PhotoPlace | null;
}

/** Something that wants a doctor's eyes. */
export interface SeenSign {
  readonly id: string;
  readonly place: PhotoPlace | null;
}

/**
 * What a photo shows, wholly in our own vocabulary: no word of a vendor's is in it, so none reaches anybody. What was not
 * visible is not in it.
 */
export interface PhotoReading {
  readonly shows: (typeof PHOTO_SUBJECTS)[number];
  readonly quality: PhotoQuality;
  readonly seen: readonly SeenProperty[];
  readonly signs: readonly SeenSign[];
  /** How many words of the vendor's were walled off, by kind: for the log, without the words. */
  readonly walledOff: FirewallCounts;
}

/** A model is less sure of a picture than it says. */
export const MOST_CONFIDENCE = 0.85;
/** Less is not seen. */
export const LEAST_CONFIDENCE = 0.3;
/** A doctor is named on a weaker hint than a curl pattern is. */
const LEAST_CONFIDENCE_OF_SIGN = 0.25;
const DEFAULT_CONFIDENCE = 0.4;
/** What is left of a confidence when something hides the thing. */
const HIDDEN_SHARE = 0.65;
const MOST_ANSWER = 20_000;

const folded = z.string().transform((text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_'),
);
const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], fallback: Value) =>
  folded.pipe(z.enum(values)).catch(fallback);
const quality = z
  .object({
    light: oneOf(PHOTO_QUALITIES.light, 'good'),
    sharpness: oneOf(PHOTO_QUALITIES.sharpness, 'soft'),
    wetness: oneOf(PHOTO_QUALITIES.wetness, 'unclear'),
    product: oneOf(PHOTO_QUALITIES.product, 'unclear'),
  })
  .catch({ light: 'good', sharpness: 'soft', wetness: 'unclear', product: 'unclear' });
const confidence = z.number().min(0).max(1).catch(DEFAULT_CONFIDENCE);
const place = folded
  .pipe(z.enum(Object.keys(PHOTO_PLACES) as [PhotoPlace, ...PhotoPlace[]]))
  .nullable()
  .catch(null);
const property = z.object({
  value: z.union([z.string(), z.array(z.string()).max(20)]),
  confidence,
  where: place,
});
const sign = z.object({ sign: folded, confidence, where: place });
const answered = z.object({
  shows: folded.pipe(z.enum(PHOTO_SUBJECTS)).optional().catch(undefined),
  quality,
  properties: z.record(z.string().max(60), z.unknown()).catch({}),
  signs: z.array(z.unknown()).catch([]),
});

/**
 * Reads a vendor's answer. Whatever is not of the definition's vocabulary is dropped, so that a name of a disease, a word on
 * looks or on who someone is, and an order that stood in the picture come to nothing. Null when it is no reading: then the
 * next model is asked, or the person.
 */
export function readReading(answer: string, definition: PhotosDefinition): PhotoReading | null {
  const json = jsonIn(answer.slice(0, MOST_ANSWER));
  const read = answered.safeParse(json);
  if (!read.success) return null;
  const { quality: taken, properties, signs: listed } = read.data;
  const seen = definition.properties.flatMap((each): SeenProperty[] => {
    const given = property.safeParse(Object.hasOwn(properties, each.id) ? properties[each.id] : undefined);
    if (!given.success) return [];
    const values = valuesIn(given.data.value, each);
    if (values.length === 0) return [];
    const isHidden = hidersIn(taken).some((hider) => each.hiddenBy[hider] !== undefined);
    const sure = Math.min(given.data.confidence, MOST_CONFIDENCE) * (isHidden ? HIDDEN_SHARE : 1);
    if (sure < LEAST_CONFIDENCE) return [];
    return [{ id: each.id, values, confidence: Math.round(sure * 100) / 100, place: given.data.where }];
  });
  const signs = definition.signs.flatMap(({ id }): SeenSign[] => {
    const found = listed
      .map((each) => sign.safeParse(each))
      .find((each) => each.success && each.data.sign === id && each.data.confidence >= LEAST_CONFIDENCE_OF_SIGN);
    return found?.success === true ? [{ id, place: found.data.where }] : [];
  });
  const { shows } = read.data;
  // Valid JSON that answers something else is no reading.
  if (shows === undefined && seen.length === 0 && signs.length === 0) return null;
  const isHair = shows === undefined || shows === 'hair';
  return {
    shows: shows ?? 'hair',
    quality: taken,
    seen: isHair ? seen : [],
    signs: shows === 'no_hair' ? [] : signs,
    walledOff: wallOff(json),
  };
}

/** What about a picture takes the ground from what it shows. */
export function hidersIn({
  light,
  sharpness,
  wetness,
  product,
}: PhotoQuality): ('wet' | 'product' | 'dim' | 'blurred')[] {
  return [
    ...(wetness === 'wet' || wetness === 'damp' ? (['wet'] as const) : []),
    ...(product === 'some' ? (['product'] as const) : []),
    ...(light === 'dim' || light === 'harsh' ? (['dim'] as const) : []),
    ...(sharpness === 'blurred' ? (['blurred'] as const) : []),
  ];
}

/** The definition's values a vendor's word stands for, in the definition's order: "3c - 4A" is two of them. */
function valuesIn(
  given: string | readonly string[],
  { values, range }: PhotosDefinition['properties'][number],
): string[] {
  const words = (typeof given === 'string' ? [given] : given)
    .slice(0, 4)
    .flatMap((text) => text.slice(0, 40).split(/\s*(?:[-–—/,]|\bto\b|\band\b|\bor\b)\s*/i))
    .map((word) =>
      word
        .trim()
        .toLowerCase()
        .replace(/^type\s+/, '')
        .replace(/[\s-]+/g, '_'),
    );
  const places = values.flatMap(({ id }, index) => (words.includes(id.toLowerCase()) ? [index] : []));
  // "wash-and-go" and the like hold what ranges are written with.
  const whole =
    typeof given === 'string'
      ? given
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, '_')
      : null;
  const exact = values.findIndex(({ id }) => id.toLowerCase() === whole);
  if (exact !== -1) return [values[exact]?.id ?? ''];
  const [first, last] = [places.at(0), places.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first === last) return [values[first]?.id ?? ''];
  // Two that are no neighbours are no answer, nor are two where one can be.
  if (range === null || last - first > MOST_STEPS_OF_A_RANGE) return [];
  return [values[first]?.id ?? '', values[last]?.id ?? ''];
}

/** 3B to 4A is a head of hair; 2A to 4C is a shrug. */
const MOST_STEPS_OF_A_RANGE = 2;
