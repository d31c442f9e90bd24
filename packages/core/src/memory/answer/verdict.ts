import type { QuestionReading } from '../question-reading.ts';
import type { AnswerContext } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { outcomeOf } from './outcomes.ts';
import type { Passage } from './passages.ts';
import type { Relevance } from './relevance.ts';
import { predicateAt } from './who.ts';

const NEGATED =
  /\b(?:not|never|no|none|n't|cannot|can'?t|dont|don'?t|doesn'?t|doesnt|didn'?t|didnt|isn'?t|isnt|aren'?t|wasn'?t|won'?t|haven'?t|hasn'?t|without|neither|nor|stopped|quit|hate)\b/i;
/** States that are bad in themselves: a good outcome ends them. */
const TROUBLE = new Set(
  'hospit fight argu mad angri upset sick ill fail lose lost worri anxiou scare hurt broken sad singl alon stress pain feud wait miss steal injuri'.split(
    ' ',
  ),
);

const AVERSION =
  /\b(?:hat(?:e|es|ed)|dislik(?:e|es|ed)|loath(?:e|es|ed)|despis(?:e|es|ed)|detest(?:s|ed)?|can'?t (?:stand|bear)|not (?:a fan|keen|into|my (?:thing|cup of tea|favou?rite))|bores? me|(?:leaves?|left) me cold|puts? me off|gross(?:es)? me out|makes? me (?:gag|sick|ill|queasy|want to (?:vomit|scream|die))|gives? me the (?:ick|creeps)|never (?:liked|cared for|again)|do(?:es)? nothing for me|worst)\b/i;
/** A question of taste, whichever way it is asked. */
const TASTE = new RegExp(`\\b(?:like|likes|love|loves|enjoy|enjoys|fan|into)\\b|${AVERSION.source}`, 'i');

/** Words of which one says that the other is not so. */
const OPPOSITES: readonly (readonly [string, string])[] = (
  [
    ['win', 'lose'],
    ['find', 'lose'],
    ['pass', 'fail'],
    ['catch', 'miss'],
    ['remember', 'forget'],
    ['finish', 'quit'],
    ['accept', 'reject'],
    ['open', 'close'],
  ] as const
).map(([one, other]) => [lemmaOf(one), lemmaOf(other)]);

/** "Did I win?", of "lost badly". */
function isOpposite({ lemmas, text }: Passage, { terms }: QuestionReading): boolean {
  const asks = (lemma: string): boolean => terms.some((term) => term.lemma === lemma);
  return OPPOSITES.some(
    ([one, other]) =>
      !NEGATED.test(text) &&
      ((asks(one) && !asks(other) && lemmas.has(other) && !lemmas.has(one)) ||
        (asks(other) && !asks(one) && lemmas.has(one) && !lemmas.has(other))),
  );
}

/** Yes, no, or null where the words show neither. */
export function verdictOf(first: Relevance, last: Passage | null, context: AnswerContext): boolean | null {
  const { reading } = context;
  const isTrouble =
    reading.words.some(({ lemma }) => TROUBLE.has(lemma)) || /\bnot (?:speaking|talking|friends)\b/i.test(reading.text);
  const asksEnded =
    /\b(?:die|died|dead|break up|broke up|split|quit|left|leave|lose|lost|fail|failed|cancel|stop|end|ended|over|sell|sold)\b/i.test(
      reading.text,
    );
  if (last !== null && last !== first.passage) {
    const outcome = outcomeOf(last.text);
    if (outcome === 'good') return !isTrouble && !(asksEnded && !/\b(?:quit|leave)\b/i.test(reading.text));
    if (outcome !== null) return asksEnded || (isTrouble && outcome === 'bad');
  }
  const { passage } = first;
  if (isOpposite(passage, reading)) return false;
  // "Have I been there before?", of a first time.
  if (/\b(?:before|ever)\b/i.test(reading.text) && /\bfirst (?:time|ever|visit|one)\b/i.test(passage.text))
    return false;
  const outcome = outcomeOf(passage.text);
  const at = predicateAt(first, context);
  const stretch = clauseAround(passage, at);
  const isSame = reading.terms.some(({ lemma }) => passage.words[at]?.lemma === lemma);
  if (TASTE.test(reading.text) && AVERSION.test(stretch)) return AVERSION.test(reading.text);
  if (asksEnded && outcome !== null && outcome !== 'good') return true;
  if ((outcome === 'over' || outcome === 'bad') && !asksEnded && !(isSame && isTrouble)) return false;
  if (outcome === 'good' && isTrouble) return false;
  if (
    NEGATED.test(stretch) &&
    !/\b(?:can'?t (?:start|live|do without|stop|get enough)|not only|no doubt|couldn'?t be (?:happier|prouder))\b/i.test(
      stretch,
    )
  )
    return false;
  // What else the sentence denies may be the very thing: then it is told, without a yes that it may not bear.
  return NEGATED.test(passage.text) && passage.words.length > 8 ? null : true;
}

function clauseAround(passage: Passage, at: number): string {
  const mark = passage.words[Math.max(0, at)]?.start ?? 0;
  const from = Math.max(
    passage.text.lastIndexOf('.', mark),
    passage.text.lastIndexOf(';', mark),
    passage.text.lastIndexOf(' but ', mark),
    passage.text.lastIndexOf(',', mark),
    0,
  );
  const ends = ['.', ';', ' but ', ',', ' and i ', ' and he ', ' and she ', ' and they ', ' and we ']
    .map((stop) => passage.text.toLowerCase().indexOf(stop, mark))
    .filter((index) => index >= 0);
  return passage.text.slice(from, Math.min(passage.text.length, ...ends));
}
