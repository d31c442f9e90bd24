import { FUNCTION_WORDS, isOrdinary } from '../understanding/name-words.ts';
import { fold } from './fold.ts';
import { bareQuestion } from './question-reading.ts';
import type { SearchQuery } from './search.ts';

/** Two people by name: whose turns are kept as the person's, and whose as the assistant's. Empty where nobody knows. */
export interface Speakers {
  readonly user: string;
  readonly assistant: string;
}

/** Characters of a question that are read. */
const MAX_QUESTION = 600;
/** Who says "I" means no one else by a name: "What did I do in May?" is not about May, whoever is called so. */
const FIRST_PERSON = /\b(?:i|i'm|i've|me|my|mine|myself|we|us|our)\b/i;

/**
 * What search is asked for a question. One in the third person about a speaker is put in the first, as the turns that
 * answer it are ("Did Ana's brother call?" becomes "Did my brother call?"), and who it is about, if one alone, is who must
 * have said it. Never throws.
 */
export function readSearch(question: string, speakers: Speakers): Pick<SearchQuery, 'text' | 'names' | 'saidBy'> {
  const asked = question.slice(0, MAX_QUESTION);
  const names = foldedNames(asked);
  if (FIRST_PERSON.test(asked)) return { text: bareQuestion(asked), names };
  const ofUser = inFirstPerson(asked, speakers.user);
  const ofBoth = inFirstPerson(ofUser, speakers.assistant);
  const about = { user: ofUser !== asked, assistant: ofBoth !== ofUser };
  return {
    text: bareQuestion(ofBoth),
    names,
    ...(about.user === about.assistant ? {} : { saidBy: about.user ? 'user' : 'assistant' }),
  };
}

/** "Ana" becomes "I" and "Ana's" "my": each speaks of themselves so, and the turn that answers is theirs. */
function inFirstPerson(text: string, name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return text;
  const escaped = trimmed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lower = trimmed.toLowerCase();
  // "will" is not Will, and where names have capitals, "art" is not Art.
  const hasCapitals = /\p{Lu}/u.test(text.slice(1));
  const flags = hasCapitals || FUNCTION_WORDS.has(lower) || isOrdinary(lower) ? 'gu' : 'giu';
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(['’]s?)?(?![\\p{L}\\p{N}])`, flags);
  return text.replace(pattern, (_, mark) => (mark === undefined ? 'I' : 'my'));
}

/** Capitalised words of a question that don't open a sentence, folded: names, mostly. */
const foldedNames = (text: string): string[] =>
  Array.from(text.matchAll(/(?<!^)(?<![.!?]\s)\p{Lu}[\p{L}'’-]+/gu), ([word]) => fold(word)).filter(
    (word) => word !== '' && word !== 'i',
  );
