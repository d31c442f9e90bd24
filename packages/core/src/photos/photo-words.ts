import type { PhotosDefinition } from '../assistants/photos-definition.ts';
import { hidersIn, PHOTO_PLACES, type PhotoReading, type SeenProperty } from './reading.ts';

/** From here on something is seen; below it is guessed. */
const SEEN_FROM = 0.6;
/** So many things are told; who wants more of a photo is told more by a question than by a list. */
const MOST_TOLD = 6;
/** What is seen where it says so by itself. */
const PLACELESS = new Set(['whole', 'lengths']);

/** What is told of a photo, without any question. */
export interface ToldPhoto {
  readonly text: string;
  /** Whether a doctor's eyes are wanted: then nothing else is spoken of. */
  readonly isForDoctor: boolean;
  /** Whether there was hair to look at. */
  readonly hasHair: boolean;
}

/**
 * Tells what a photo shows: what is seen as seen, what is likely as a guess, with what hides it and what no photo tells. Every
 * word is ours. A sign that wants a doctor comes first, and products, praise and profile stay out of its way.
 */
export function tellPhoto(reading: PhotoReading, definition: PhotosDefinition, count: number): ToldPhoto {
  const one = count === 1;
  if (reading.shows === 'no_hair' && reading.signs.length === 0) {
    return {
      text: `I can't make out any hair in ${one ? 'this photo' : 'these photos'}. A picture of your hair from above or from the side, in daylight, tells me most.`,
      isForDoctor: false,
      hasHair: false,
    };
  }
  if (reading.signs.length > 0) return { text: tellSigns(reading, definition), isForDoctor: true, hasHair: true };
  if (reading.shows === 'several') {
    return {
      text: `I can see more than one head of hair in ${one ? 'this photo' : 'these photos'}, so I can't tell which is meant. One picture of one head, please, in daylight.`,
      isForDoctor: false,
      hasHair: false,
    };
  }
  const told = [...reading.seen].sort((left, right) => right.confidence - left.confidence).slice(0, MOST_TOLD);
  const from = one ? 'From this photo' : 'From these photos';
  if (told.length === 0) {
    return {
      text: `I can see hair in ${one ? 'this photo' : 'these photos'}, but ${whyUnclear(reading)}. In daylight, dry, with nothing in it and the roots showing, I can tell more.`,
      isForDoctor: false,
      hasHair: false,
    };
  }
  const seen = told.filter(({ confidence }) => confidence >= SEEN_FROM);
  const guessed = told.filter(({ confidence }) => confidence < SEEN_FROM);
  const hedge = hedgeOf(guessed, reading, definition);
  const sentences = [
    seen.length === 0 ? '' : `${from} I can see ${listOf(seen.map((each) => sayProperty(each, definition)))}.`,
    guessed.length === 0
      ? ''
      : `${seen.length === 0 ? `${from} I'd` : "I'd also"} guess ${listOf(guessed.map((each) => sayProperty(each, definition)))}${hedge === null ? '' : `, but ${hedge}`}.`,
    seen.length > 0 && guessed.length === 0 ? hedgeSentence(seen, reading, definition) : '',
    `What no photo tells me: ${definition.untold}.`,
  ];
  return { text: sentences.filter((sentence) => sentence !== '').join(' '), isForDoctor: false, hasHair: true };
}

function tellSigns({ signs }: PhotoReading, definition: PhotosDefinition): string {
  const found = definition.signs.flatMap(({ id, says, advice }) => {
    const sign = signs.find((each) => each.id === id);
    return sign === undefined ? [] : [{ says: `${says}${placeOf(sign.place)}`, advice }];
  });
  const advice = [...new Set(found.map((each) => each.advice))];
  return `I can see ${listOf(found.map(({ says }) => says))}. I can't tell why, nobody can from a photo. ${advice.join(' ')}`;
}

/** A thing seen, in words that follow "I can see" and "I'd guess". */
function sayProperty({ id, values, place }: SeenProperty, { properties }: PhotosDefinition): string {
  const property = properties.find((each) => each.id === id);
  const [first, last] = [values.at(0), values.at(-1)];
  if (property === undefined || first === undefined || last === undefined) return '';
  const says = property.values.find((value) => value.id === first)?.says ?? '';
  if (first !== last && property.range !== null) return property.range.replace('{value}', `${first} to ${last}`);
  // "At the scalp at the crown" says one place too many.
  return / at the /.test(says) || property.field !== null ? says : `${says}${placeOf(place)}`;
}

const placeOf = (place: SeenProperty['place']): string =>
  place === null || PLACELESS.has(place) ? '' : ` ${PHOTO_PLACES[place]}`;

/** What takes the ground from a guess, the first that does. */
function hedgeOf(
  told: readonly SeenProperty[],
  reading: PhotoReading,
  { properties }: PhotosDefinition,
): string | null {
  for (const hider of hidersIn(reading.quality)) {
    for (const { id } of told) {
      const hedge = properties.find((each) => each.id === id)?.hiddenBy[hider];
      if (hedge !== undefined) return hedge;
    }
  }
  return null;
}

function hedgeSentence(told: readonly SeenProperty[], reading: PhotoReading, definition: PhotosDefinition): string {
  const hedge = hedgeOf(told, reading, definition);
  return hedge === null ? '' : `Take that with a grain of salt: ${hedge}.`;
}

function whyUnclear({ quality }: PhotoReading): string {
  const [hider] = hidersIn(quality);
  if (hider === 'blurred') return 'it is too blurred for me to say more';
  if (hider === 'dim') return 'the light is too dim or too harsh for me to say more';
  if (hider === 'wet') return 'wet as it is, I would only be guessing';
  return 'not clearly enough to say more';
}

/** "a, b and c". */
export function listOf(items: readonly string[]): string {
  const given = items.filter((item) => item !== '');
  const last = given.at(-1) ?? '';
  return given.length <= 1 ? last : `${given.slice(0, -1).join(', ')} and ${last}`;
}
