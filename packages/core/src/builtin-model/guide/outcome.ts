import { ingredientsIn } from '../../catalogue/ingredients.ts';
import type { HeardAdvice } from '../../models/reply-advice.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import { countQuestions, fill, MOST_WORDS_IN_DETAIL, tidy, WEIGHT, write } from '../writing.ts';
import {
  HARMED,
  HEARD,
  HEARD_OF_CARE,
  KNOWN,
  KNOWN_HARM,
  OBSTACLES,
  SENSITIVITY_OFFER,
  SMALLER,
  THEN,
  WHICH,
} from './outcome-wordings.ts';
import { askedAs } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { said } from './turn.ts';

/** In an enumeration of English: "the mask, the rinse or the bonnet". */
const either = new Intl.ListFormat('en', { style: 'long', type: 'disjunction' });

/**
 * Somebody tells what came of advice: harm is met first and at any length; what else they tell is taken up, unless they ask
 * something in the same breath, which is answered (`withOutcome`). Null where they tell of none.
 */
export function outcomeReply(turn: GuideTurn): ComposedReply | null {
  const { heard, whichOf } = adviceOf(turn);
  const [first, second] = heard;
  if (first === undefined) return whichOf.length < 2 || asksToo(turn) ? null : whichReply(whichOf);
  if (first.outcome === 'harmed') return harmReply(turn, first, second);
  if (asksToo(turn)) return null;
  const pieces = [
    { text: second === undefined ? '' : heardLine(turn, second), weight: WEIGHT.essential - 1 },
    { text: heardLine(turn, first), weight: WEIGHT.essential },
    { text: thenLine(turn, first), weight: WEIGHT.essential - 1 },
  ];
  return { text: write(pieces, MOST_WORDS_IN_DETAIL), citations: [], suggestions: othersThan(turn, heard) };
}

/**
 * A reply with what is to be said of advice before it: a word to what they tell beside their question, and what came of the
 * advice it tells the last time.
 */
export function withOutcome(turn: GuideTurn, reply: ComposedReply): ComposedReply {
  const { heard, known } = adviceOf(turn);
  const [first] = heard;
  const before = [];
  if (first !== undefined && first.outcome !== 'harmed' && asksToo(turn)) before.push(heardLine(turn, first));
  const told = reply.citations[0]?.id;
  const outcome = known.find(({ itemKind, item }) => itemKind === 'passage' && item === told);
  const passage = turn.material.passages.find((found) => found.passage.id === told)?.passage;
  if (outcome?.outcome === 'harmed' && passage?.safety === null)
    return { ...said(fill(KNOWN_HARM, { month: outcome.month })), suggestions: reply.suggestions };
  const isNews = outcome !== undefined && !heard.some(({ item }) => item === told);
  if (isNews && outcome.outcome in KNOWN) {
    const line = fill(KNOWN[outcome.outcome as keyof typeof KNOWN], { month: outcome.month });
    if (!turn.conversation.hasSaid(line)) before.push(line);
  }
  return before.length === 0 ? reply : { ...reply, text: tidy([...before, reply.text].join(' ')) };
}

/** A question in the same breath. "What you told me worked" only begins like one. */
const asksToo = ({ material }: GuideTurn): boolean => material.message.includes('?');

const NOTHING = { heard: [], whichOf: [], known: [] } as const;
const adviceOf = ({ material }: GuideTurn) => material.advice ?? NOTHING;

function heardLine(turn: GuideTurn, { outcome, phrase, kind }: HeardAdvice): string {
  if (outcome === 'harmed') return '';
  if (kind === 'care') return HEARD_OF_CARE[outcome === 'not_tried' ? 'not_tried' : 'worked'];
  return fill(turn.choice.one('heard', HEARD[outcome]), { phrase });
}

/** What comes next: a step on for whom it works, something smaller for whom it was too much, else a question. */
function thenLine(turn: GuideTurn, { outcome, kind, next, smaller, quote }: HeardAdvice): string {
  if (outcome === 'harmed' || kind === 'care') return '';
  if (outcome === 'worked' && next !== null) return next;
  if (outcome !== 'not_tried') return turn.choice.one('then', THEN[outcome]);
  const obstacle = OBSTACLES.find(({ says }) => says.test(quote));
  const less = smaller ?? SMALLER;
  return obstacle === undefined ? `${less} ${turn.choice.one('then', THEN.not_tried)}` : `${obstacle.line} ${less}`;
}

const OF_SKIN =
  /\b(rash\w*|hives|bumps?|pimples?|acne|welts?|blister\w*|sores?|itch\w*|burn\w*|sting\w*|stung|swell\w*|swollen|irritat\w*|inflam\w*|red(ness)?|raw|reaction|reacted|scabs?|(broke|broken|breaking|breaks) (me |my [\w-]+ ){0,1}out|headaches?)\b/i;

function harmReply(turn: GuideTurn, harm: HeardAdvice, other: HeardAdvice | undefined): ComposedReply {
  const isOfSkin = OF_SKIN.test(harm.quote);
  const [ingredient] = ingredientsIn(`${harm.quote} ${harm.phrase}`.toLowerCase());
  const offer =
    isOfSkin && ingredient !== undefined ? fill(SENSITIVITY_OFFER, { ingredient: ingredient.name.toLowerCase() }) : '';
  const pieces = [
    { text: fill(isOfSkin ? HARMED.skin : HARMED.hair, { phrase: harm.phrase }), weight: WEIGHT.essential },
    { text: offer, weight: WEIGHT.extra },
    { text: other === undefined ? '' : heardLine(turn, other), weight: WEIGHT.warmth },
  ];
  return said(write(pieces, MOST_WORDS_IN_DETAIL));
}

function whichReply(whichOf: readonly string[]): ComposedReply {
  const options = whichOf.slice(0, 3);
  return { ...said(fill(WHICH, { options: either.format(options) })), suggestions: [...options].map(capital) };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where something did not work, what else is in the notes on it. */
function othersThan({ material, conversation }: GuideTurn, heard: readonly HeardAdvice[]): readonly string[] {
  const items = new Set(heard.map(({ item }) => item));
  return material.passages
    .map(({ passage }) => passage)
    .filter(({ id, safety }) => !items.has(id) && safety === null)
    .map(askedAs)
    .filter((question) => countQuestions(question) <= 1 && !conversation.hasSaid(question))
    .slice(0, 2);
}
