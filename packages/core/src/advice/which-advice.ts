import { stemmer } from 'stemmer';
import { nameForm } from '../catalogue/names.ts';
import { STOP_WORDS } from '../knowledge/stop-words.ts';
import { words } from '../knowledge/vocabulary.ts';
import { clean } from '../understanding/text.ts';
import type { NamedAdvice } from './given-advice.ts';

/** Words of phrases that are about any advice. */
const OF_ANY_ADVICE = new Set(
  'hair wash keep use try simpl first gentl light smaller soft routin style start work your time good better less long week take leav befor after wear choos rest day'.split(
    ' ',
  ),
);

/** Which advice a clause names: the ones it names best, more than one where it names them alike. */
export function namedInClause(clause: string, advised: readonly NamedAdvice[]): readonly string[] {
  const form = nameForm(clause);
  const stems = new Set(
    words(clause)
      .filter((word) => !STOP_WORDS.has(word))
      .map(stemmer),
  );
  const scored = advised.map(({ advice, says, names }) => {
    if (names.some((name) => form.includes(nameForm(name)))) return { id: advice.id, score: 10 };
    const own = [
      ...new Set(
        words(advice.phrase)
          .filter((word) => !STOP_WORDS.has(word))
          .map(stemmer)
          .filter((stem) => !OF_ANY_ADVICE.has(stem)),
      ),
    ];
    const shared = own.filter((stem) => stems.has(stem)).length;
    const said = says?.exec(clause)?.[0];
    // A longer name tells more: "rice water" before "water".
    const score = (said === undefined ? 0 : 2 + said.length / 100) + (shared >= 2 || said !== undefined ? shared : 0);
    return { id: advice.id, score };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return best < 2 ? [] : scored.filter(({ score }) => score === best).map(({ id }) => id);
}

/** Which advice a whole message names, as {@link namedInClause} does. */
export const namedAdviceIn = (text: string, advised: readonly NamedAdvice[]): readonly string[] =>
  advised.length === 0 ? [] : namedInClause(clean(text.slice(0, MOST_READ)).toLowerCase().replaceAll("'", ''), advised);

/** Characters that are read of a message. */
const MOST_READ = 2_000;
