import { isOrdinary } from '../understanding/name-words.ts';
import { isOneEditApart } from './one-edit.ts';

/** How asking words are written in haste. Never a word that means something else where it stands. */
const HASTY: Readonly<Record<string, string>> = {
  wat: 'what',
  wot: 'what',
  wht: 'what',
  wats: 'whats',
  wots: 'whats',
  whts: 'whats',
  wen: 'when',
  wens: 'whens',
  wn: 'when',
  wer: 'where',
  wher: 'where',
  wers: 'wheres',
  wy: 'why',
  wich: 'which',
  witch: 'which',
  hw: 'how',
  hoo: 'who',
  hoose: 'whose',
  r: 'are',
  u: 'you',
  ur: 'your',
  calld: 'called',
  cald: 'called',
  nam: 'name',
  naem: 'name',
  rember: 'remember',
  rembr: 'remember',
  rmbr: 'remember',
  remmeber: 'remember',
  rememeber: 'remember',
};
/** Longer words that questions of memory are made of: one letter wrong, and they are still meant. */
const VOCABULARY: readonly string[] =
  'what where which whose does called named name remember forgot birthday favourite favorite again live work does'.split(
    ' ',
  );
const FEWEST_LETTERS = 4;
/** "Were am I staying?" asks where; "were we happy?" does not. */
const WERE_FOR_WHERE = /^(?<lead>(?:(?:so|and|hey|ok|um|but)[, ]+)?)were(?= (?:am|is|are|r|do|does|did|was) )/i;
/** "Who did I split up wiv?" */
const WITH = /\b(?:wiv|wit|wid)(?=[\s?.!]*$)/i;

/**
 * A question with its asking words spelled as they are meant: "wat r my brothers babys calld" → "what are my brothers babys
 * called". Words that are no asking words stay as they are: answers are found by them whatever their spelling.
 */
export function respelt(question: string): string {
  return question
    .replace(/(?<![\p{L}\p{N}'’])[a-z]+(?![\p{L}\p{N}'’])/giu, (word) => asMeant(word))
    .replace(WERE_FOR_WHERE, '$<lead>where')
    .replace(WITH, 'with');
}

function asMeant(word: string): string {
  const lower = word.toLowerCase();
  const hasty = Object.hasOwn(HASTY, lower) ? HASTY[lower] : undefined;
  if (hasty !== undefined) return word === lower ? hasty : capitalised(hasty);
  if (word !== lower || lower.length < FEWEST_LETTERS || isOrdinary(lower)) return word;
  return VOCABULARY.find((known) => known[0] === lower[0] && isOneEditApart(lower, known)) ?? word;
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
