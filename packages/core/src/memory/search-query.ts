import { fold } from './fold.ts';
import { bareQuestion } from './question-reading.ts';
import type { SearchQuery } from './search.ts';

/** Two people by name: whose turns are kept as the person's, and whose as the assistant's. */
export interface Speakers {
  readonly user: string;
  readonly assistant: string;
}

/** Characters of a question that are read. */
const MAX_QUESTION = 600;

/**
 * What search is asked for a question. Where speakers are given, a question in the third person is put in the first, as
 * the turns that answer it are: "Did Ana's brother call?" becomes "Did my brother call?", and who it is about, if one
 * alone, is who must have said it. Never throws.
 */
export function readSearch(question: string, speakers?: Speakers): Pick<SearchQuery, 'text' | 'names' | 'saidBy'> {
  const asked = question.slice(0, MAX_QUESTION);
  const names = foldedNames(asked);
  if (speakers === undefined) return { text: bareQuestion(asked), names };
  const own = new Set([fold(speakers.user), fold(speakers.assistant)]);
  const isNamed = (name: string): boolean => ` ${fold(asked)} `.includes(` ${fold(name)} `) && fold(name) !== '';
  const about = { user: isNamed(speakers.user), assistant: isNamed(speakers.assistant) };
  const text = WORDS_OF_TWO.reduce(
    (rest, [speaker, subject, possessive]) => inFirstPerson(rest, speakers[speaker], subject, possessive),
    asked,
  );
  return {
    text: bareQuestion(text),
    names: names.filter((name) => !own.has(name)),
    ...(about.user === about.assistant ? {} : { saidBy: about.user ? 'user' : 'assistant' }),
  };
}

/** Each speaks of themselves as "I"; the turn that answers is theirs. */
const WORDS_OF_TWO = [
  ['user', 'I', 'my'],
  ['assistant', 'I', 'my'],
] as const;

function inFirstPerson(text: string, name: string, subject: string, possessive: string): string {
  if (name.trim() === '') return text;
  const escaped = name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(['’]s?)?(?![\\p{L}\\p{N}])`, 'giu'), (_, mark) =>
    mark === undefined ? subject : possessive,
  );
}

/** Capitalised words of a question that don't open a sentence, folded: names, mostly. */
export const foldedNames = (text: string): string[] =>
  Array.from(text.matchAll(/(?<!^)(?<![.!?]\s)\p{Lu}[\p{L}'’-]+/gu), ([word]) => fold(word)).filter(
    (word) => word !== '' && word !== 'i',
  );
