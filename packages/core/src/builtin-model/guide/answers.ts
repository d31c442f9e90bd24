import type { Passage } from '../../knowledge/passage.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import type { Piece } from '../writing.ts';
import { countWords, WEIGHT, write } from '../writing.ts';
import { informativeStems, isTold, lastTold } from './elaborate.ts';
import { isBestOfItself, nearness, speaksTo } from './relevance.ts';
import { isMedical } from './safety-lines.ts';
import { suggestionsOf, tell } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { asksPromise, chosen, freshOrNothing, isAnswerToUs, isOnTopic, justAnswered, said, spoken } from './turn.ts';
import * as say from './wordings.ts';

/** The best passage told, or, after a question of ours, what the answer to it calls for. */
export function answerReply(turn: GuideTurn): ComposedReply | null {
  const { material, conversation } = turn;
  const best = material.passages[0];
  if (isAnswerToUs(turn) && justAnswered(turn)) {
    const passages = material.passages.map((found) => found.passage);
    const named = passages.find((passage) => isNamedByAnswer(passage, turn) && !isTold(passage, conversation));
    if (named !== undefined) return tell(turn, named);
    const told = lastTold(passages, conversation);
    if (told !== null && !isNews(turn)) {
      if (speaksTo(told, material.message)) return tell(turn, told);
      const isOfHair = material.summary.topics.includes('hair');
      if (isOfHair || countWords(material.message) <= MOST_WORDS_OF_A_BARE_ANSWER) return acknowledge(turn, told);
    }
  }
  if (best?.answers !== true) return null;
  if (!isTold(best.passage, conversation)) return tell(turn, best.passage);
  const fresher = fresherThan(best.passage, turn);
  if (fresher !== null) return tell(turn, fresher);
  // What was told already and has no word on this is not padded out: the steps after this look further.
  const leansOn = informativeStems(material.message).length === 0 || hasWordOn(best.passage, material.message);
  return leansOn || asksPromise(material.message) ? tell(turn, best.passage) : null;
}

/** After what was told already: an untold passage that answers the words of this message themselves; null when none does. */
function fresherThan(told: Passage, { material, conversation }: GuideTurn): Passage | null {
  const { message } = material;
  // "Will it grow back?" is asked of what was told, whatever else has those words.
  if (asksPromise(message)) return null;
  const ranked = material.passages
    .filter(({ answers, passage }) => answers && !isTold(passage, conversation))
    .map(({ passage }) => ({ passage, near: nearness(passage, message), pure: purity(passage, message) }))
    .filter(({ near }) => near > 0)
    .map((one) => ({ ...one, near: one.near + (one.passage.tags[0] === told.tags[0] ? SAME_CONCERN : 0) }))
    .sort((one, other) => other.near - one.near || other.pure - one.pure);
  const [best] = ranked;
  if (best === undefined) return null;
  if (!hasWordOn(told, message)) return best.passage;
  const near = nearness(told, message);
  return best.near > near || (best.near === near && !POINTS_BACK.test(message)) ? best.passage : null;
}

/** Who talks of locs goes on talking of locs: so much nearer is a passage of the same concern. */
const SAME_CONCERN = 0.6;

/** Points at what was told: that is meant, unless another is plainly nearer. */
const POINTS_BACK = /\b(it|them|that|this|those|these|back to)\b/i;

/** How much of a title is in the message: "How often to wash" is nearer to "wash" than "Washing transitioning hair". */
function purity({ title }: Passage, message: string): number {
  const asked = new Set(informativeStems(message));
  const stems = informativeStems(title);
  return stems.length === 0 ? 0 : stems.filter((stem) => asked.has(stem)).length / stems.length;
}

/** Whether a passage's answer or body has a word of the message. */
function hasWordOn({ answer, body }: Passage, message: string): boolean {
  const stems = new Set(informativeStems(`${answer} ${body}`));
  return informativeStems(message).some((stem) => stems.has(stem));
}

/** From so many telling words on, a message after our question may just as well be about something else. */
const LEAST_WORDS_OF_NEWS = 3;

/** So few words answer whatever was asked. */
const MOST_WORDS_OF_A_BARE_ANSWER = 3;

/** Whether a message after our question opens a subject of its own: told at length, or named outright ("hard water"). */
function isNews(turn: GuideTurn): boolean {
  const best = turn.material.passages[0]?.passage;
  if (best === undefined || !isBestOfItself(turn) || isTold(best, turn.conversation)) return false;
  const stems = informativeStems(turn.material.message);
  const title = new Set(informativeStems(best.title));
  return stems.length >= LEAST_WORDS_OF_NEWS || (stems.length > 1 && stems.every((stem) => title.has(stem)));
}

/** Whether the answer picks a passage that our question offered ("low or high?", "low" → low-porosity care). */
function isNamedByAnswer(passage: Passage, { material, conversation }: GuideTurn): boolean {
  const named = new Set(informativeStems(`${passage.title} ${passage.id.replaceAll('-', ' ')}`));
  const asked = new Set(informativeStems(conversation.lastQuestion ?? ''));
  return informativeStems(material.message).some((stem) => named.has(stem) && asked.has(stem));
}

/** To an answer that the passage has nothing further on: heard, and the lead goes to the person. */
function acknowledge(turn: GuideTurn, passage: Passage): ComposedReply {
  const pieces: Piece[] = [
    { text: isMedical(passage.safety) ? '' : freshOrNothing(turn, 'answered', say.ANSWERED_US), weight: WEIGHT.warmth },
    { text: chosen(turn, 'after-answer', say.AFTER_ANSWER), weight: WEIGHT.essential },
  ];
  return { ...said(write(pieces)), suggestions: suggestionsOf(turn, passage, { more: true }) };
}

/** "Yes", "no" and bare facts that no passage speaks to. */
export function shortAnswerReply(turn: GuideTurn): ComposedReply | null {
  const { intent } = turn.material.summary;
  if (intent === 'agree') return spoken(turn, 'agree', say.AGREED);
  if (intent === 'decline') return spoken(turn, 'decline', say.DECLINED);
  if (!isAnswerToUs(turn) || !isOnTopic(turn) || !justAnswered(turn)) return null;
  const pieces: Piece[] = [
    { text: freshOrNothing(turn, 'answered', say.ANSWERED_US), weight: WEIGHT.warmth },
    { text: chosen(turn, 'clarify', say.CLARIFY), weight: WEIGHT.essential },
  ];
  return said(write(pieces));
}
