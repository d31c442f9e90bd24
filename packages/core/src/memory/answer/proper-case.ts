import { PLACE_NAMES } from './place-names.ts';

const DAYS_AND_MONTHS =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december)\b/g;
/** March and May are words as well: months behind a preposition or a day's number. */
const MARCH_AND_MAY =
  /(?<=(?:^|\b(?:in|of|last|next|this|early|late|mid|until|by|\d{1,2}(?:st|nd|rd|th)?) ))(?:march|may)\b/g;
/** Where a place's name stands, and nothing that goes on with it. */
const NAMED_PLACE = /(?<=(?:^|\b(?:in|to|from|near|of|outside) ))\p{Ll}[\p{L}-]*(?=$|,| (?:in|and|or)\b)/gu;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A time as it is written, whoever was in a hurry: "on friday", "the 12th of june". */
export const dayCased = (time: string): string =>
  time.replace(DAYS_AND_MONTHS, capital).replace(MARCH_AND_MAY, capital);

/** The same of the places that people name most: "a small firm in bristol". */
export const placeCased = (place: string): string =>
  place.replace(NAMED_PLACE, (word) => (PLACE_NAMES.has(word) ? capital(word) : word));
