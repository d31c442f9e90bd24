import { GIVEN_NAMES, isOrdinary } from '../understanding/name-words.ts';
import { spelledOut } from '../understanding/texting.ts';
import { editDistance } from './edit-distance.ts';
import { isOneEditApart } from './one-edit.ts';

/** How short asking words are written in haste, too short to be told by their letters. Never a word that means something else where it stands. */
const HASTY: Readonly<Record<string, string>> = {
  wat: 'what',
  wot: 'what',
  wut: 'what',
  wht: 'what',
  wats: 'whats',
  wots: 'whats',
  wuts: 'whats',
  whts: 'whats',
  wen: 'when',
  whn: 'when',
  wens: 'whens',
  wn: 'when',
  wer: 'where',
  wher: 'where',
  whre: 'where',
  wers: 'wheres',
  wy: 'why',
  wich: 'which',
  witch: 'which',
  hw: 'how',
  hoo: 'who',
  hoose: 'whose',
  r: 'are',
  u: 'you',
  ya: 'you',
  yu: 'you',
  yuo: 'you',
  ur: 'your',
  calld: 'called',
  cald: 'called',
  nam: 'name',
  naem: 'name',
  rmbr: 'remember',
  rmember: 'remember',
  rembr: 'remember',
  rmemba: 'remember',
  memba: 'remember',
  fav: 'favourite',
  favs: 'favourites',
  fave: 'favourite',
  dis: 'this',
  dat: 'that',
  duz: 'does',
  dus: 'does',
  hav: 'have',
  liv: 'live',
  wrk: 'work',
};
/** Words that questions of memory are made of. Spelt nearly so, and no word, no name and no other way, they are meant. */
const VOCABULARY: readonly string[] =
  `what where which whose does called named names remember remind recall forgot forget birthday birthdays anniversary favourite favorite
  favourites again live lives living work works working name tell told said mention mentioned know happened happen when's who's
  allergic friend friends family sister brother mother father daughter husband girlfriend boyfriend neighbour teacher doctor
  school hospital appointment interview wedding holiday yesterday tomorrow weekend surgery moving staying studying supposed
  wanted because about things people`.split(/\s+/);
const FEWEST_LETTERS = 4;
/** From so many letters on two may be wrong: "remeber", "favrit", "anniversery". */
const LONG = 8;
/** "Were am I staying?" asks where; "were we happy?" does not. */
const WERE_FOR_WHERE = /^(?<lead>(?:(?:so|and|hey|ok|um|but)[, ]+)?)were(?= (?:am|is|are|r|do|does|did|was) )/i;
/** "Who did I split up wiv?" */
const WITH = /\b(?:wiv|wit|wid)(?=[\s?.!]*$)/i;
/** "Y did I leave", "2 who": a letter or a figure stands for a word only where a question may hold it. */
const WHY = /^y(?= (?:did|do|does|am|is|are|was|were|dont|don't|didnt|didn't|cant|can't|have|had)\b)/i;

/**
 * A question with its asking words spelled as they are meant: "wat r my brothers babys calld" → "what are my brothers babys
 * called". Words that are no asking words stay as they are, names above all: answers are found by them whatever their spelling.
 */
export function respelt(question: string): string {
  return spelledOut(question)
    .replace(/(?<![\p{L}\p{N}'’])[a-z]+(?![\p{L}\p{N}'’])/giu, (word: string, at: number) => asMeant(word, at === 0))
    .replace(WHY, 'why')
    .replace(WERE_FOR_WHERE, '$<lead>where')
    .replace(WITH, 'with');
}

function asMeant(word: string, opens: boolean): string {
  const lower = word.toLowerCase();
  const hasty = Object.hasOwn(HASTY, lower) ? HASTY[lower] : undefined;
  // With a capital inside the question it may be anyone's name, and a name is never put right.
  if (hasty !== undefined) return word === lower ? hasty : opens ? capitalised(hasty) : word;
  if (word !== lower || lower.length < FEWEST_LETTERS || isOrdinary(lower) || GIVEN_NAMES.has(lower)) return word;
  const near = VOCABULARY.filter((known) => known[0] === lower[0]);
  // "sisters", "friends" are spelt well: only the singular is in the list.
  if (near.some((known) => lower === known || lower === `${known}s`)) return word;
  return (
    near.find((known) => isOneEditApart(lower, known, known.length > FEWEST_LETTERS + 1)) ??
    near.find((known) => known.length >= LONG && lower.length >= LONG - 2 && editDistance(lower, known) <= 2) ??
    word
  );
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
