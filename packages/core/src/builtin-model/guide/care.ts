import type { Passage } from '../../knowledge/passage.ts';
import type { ComposedReply } from '../../models/reply-material.ts';
import type { BodySign, CareKind } from '../../understanding/body-signs.ts';
import type { CareInMind } from '../../understanding/care-in-mind.ts';
import { countQuestions, countWords, MOST_WORDS, MOST_WORDS_IN_DETAIL, sentences, tidy } from '../writing.ts';
import { careOf } from './care-of.ts';
import * as words from './care-wordings.ts';
import { isTold } from './elaborate.ts';
import { isNear } from './relevance.ts';
import { isMedical, SAFETY_LINES, sendsToHelp } from './safety-lines.ts';
import { citationsOf, tell } from './telling.ts';
import type { GuideTurn } from './turn.ts';
import { asksDiagnosis, asksPromise, chosen, isAsking, said } from './turn.ts';
import * as say from './wordings.ts';

type Serious = keyof typeof words.FIRST_HELP;
const isSerious = (kind: CareKind): kind is Serious => kind in words.FIRST_HELP;

/** A sign that comes before all else is answered first; a plan that would touch one that stands is held back. */
export function careReply(turn: GuideTurn): ComposedReply | null {
  const care = careOf(turn);
  return (
    firstHelpReply(turn, care) ??
    childReply(turn) ??
    treatmentReply(turn, care) ??
    holdOffReply(turn, care) ??
    seenReply(turn, care)
  );
}

function firstHelpReply(turn: GuideTurn, { now }: CareInMind): ComposedReply | null {
  const sign = now.find(({ kind }) => isSerious(kind));
  if (sign === undefined || !isSerious(sign.kind)) return null;
  const { material, conversation } = turn;
  const best = material.passages[0];
  if (best?.answers === true && fits(best.passage, sign))
    return isTold(best.passage, conversation) ? null : tell(turn, best.passage);
  const near = material.passages.find(
    ({ passage }) => fits(passage, sign) && isNear(passage, material.message) && !isTold(passage, conversation),
  );
  if (near !== undefined) return tell(turn, near.passage);
  if (asksPromise(material.message)) return null;
  const help = words.FIRST_HELP[sign.kind];
  if (conversation.hasSaid(sentences(help)[0] ?? help)) return null;
  return said(asksDiagnosis(material.message) ? `${chosen(turn, 'scruple', say.NO_DIAGNOSIS)} ${help}` : help);
}

/** Whether a passage is one for such a sign: it has the note that the sign calls for, or one as weighty. */
function fits({ safety }: Passage, { kind, notes }: BodySign): boolean {
  if (safety === null) return false;
  if (kind === 'poison') return safety === 'urgent_poison_control';
  if (kind === 'eye') return safety === 'urgent_care';
  if (safety === 'urgent_poison_control' || safety === 'urgent_care') return false;
  if (kind === 'reaction') return safety === 'stop_use' || safety === 'avoid_allergen';
  return notes.includes(safety) || (isMedical(safety) && safety !== 'stop_use') || safety === 'see_doctor_if_persists';
}

type Guarded = keyof typeof words.HOLD_OFF;

/** What someone plans, in their words; the first that fits decides. */
const PLANS: readonly { readonly guarded: Guarded; readonly says: RegExp }[] = [
  {
    guarded: 'tension',
    says: /\b(?:braids?(?! ?-?outs?\b)|braided|cornrows?|knotless|micros|weave|sew[- ]?in|wigs?|crochet|extensions?|ponytail|(?:top ?|high )?buns?|puffs?|slick\w*|lay(?:ing)? (?:my |down )*edges|retwist\w*|faux locs|install|protective styles?)\b/i,
  },
  {
    guarded: 'chemical',
    says: /\b(?:relax(?:er|ing)?|perms?|texturi[sz]er|dye|colou?r(?:ing)? (?:it|my)|bleach|highlights|keratin treatment|brazilian|henna)\b/i,
  },
  {
    guarded: 'heat',
    says: /\b(?:flat ?iron|straighten\w*|blow[- ]?dr(?:y|ying|ied)|silk press|hot comb|curling (?:iron|wand)|hooded dryer)\b/i,
  },
  {
    guarded: 'oil',
    says: /\b(?:(?:castor|jbco|rosemary|peppermint|tea tree|coconut|olive|black seed|essential|hair|scalp|growth) ?oils?|(?<!\bends with )\boils?\b|grease|vinegar|acv|onion juice|garlic|aloe|scrub|minoxidil)\b|\b(?:put|rub|apply|massage|spray|dab|smear|use)\b[^.!?]{0,40}\b(?:on|in|into|over) (?:it|there|the (?:spot|patch|area)|my (?:scalp|crown|edges))\b/i,
  },
];
/** Of what is worn or put elsewhere nothing is held back. */
const ELSEWHERE =
  /\b(?:on (?:the |my )?(?:ends|lengths|tips)|off (?:the|my) scalp|my (?:daughter|son|sister|mom|friend)'?s?)\b/i;

/** Which plans a sign rules out: a sore or bare scalp all of them, loss and tension what pulls and burns. */
const RULED_OUT: Readonly<Partial<Record<CareKind, readonly Guarded[]>>> = {
  skin: ['tension', 'chemical', 'heat', 'oil'],
  reaction: ['chemical', 'oil'],
  loss: ['tension', 'chemical'],
  tension: ['tension', 'chemical'],
};

function holdOffReply(turn: GuideTurn, { before }: CareInMind): ComposedReply | null {
  const { message } = turn.material;
  const ruledOut = new Set(before.flatMap(({ kind }) => RULED_OUT[kind] ?? []));
  // "Box braids" is a plan; a wig that was named in passing while something else is told is none.
  const plan = PLANS.find(({ guarded, says }) => ruledOut.has(guarded) && says.test(message));
  if (plan === undefined || ELSEWHERE.test(message) || !plans(turn)) return null;
  const full = Object.values(words.HOLD_OFF).flat();
  const wasSaid = full.some((wording) => turn.conversation.hasSaid(sentences(wording)[0] ?? wording));
  const isSameAgain = words.HOLD_OFF[plan.guarded].some((wording) =>
    turn.conversation.hasSaid(sentences(wording)[0] ?? wording),
  );
  const brief = sentences(chosen(turn, 'hold-off', words.HOLD_OFF[plan.guarded]))
    .slice(0, SENTENCES_IN_BRIEF)
    .join(' ');
  if (isSameAgain) return said(chosen(turn, 'still', words.STILL_HOLD_OFF));
  return said(wasSaid ? brief : chosen(turn, 'hold-off', words.HOLD_OFF[plan.guarded]));
}

/** Under this age nobody's hair is relaxed, dyed or pressed by our advice. In years. */
const GROWN_YEARS = 13;

/** A relaxer, dye or hot tool for a child: no, why, and what makes it easier instead. */
function childReply(turn: GuideTurn): ComposedReply | null {
  const { message, products } = turn.material;
  const age = products?.need.constraints.ageYears ?? null;
  if (age === null || age >= GROWN_YEARS) return null;
  const plan = PLANS.find(({ guarded, says }) => (guarded === 'chemical' || guarded === 'heat') && says.test(message));
  if (plan === undefined || !(isAsking(turn) || plans(turn))) return null;
  const table = plan.guarded === 'chemical' ? words.CHILD_NO_CHEMICALS : words.CHILD_LITTLE_HEAT;
  return said(chosen(turn, 'child', table));
}

/** In treatment what is asked of hair and scalp has answers of its own; everyone else's can be wrong. */
function treatmentReply(turn: GuideTurn, { before }: CareInMind): ComposedReply | null {
  if (!before.some(({ kind }) => kind === 'treatment') || !isAsking(turn)) return null;
  const found = words.IN_TREATMENT.find(({ asks }) => asks.test(turn.material.message));
  if (found === undefined) return null;
  const cited = turn.material.passages.filter(({ passage }) => passage.safety === 'ask_doctor_pharmacist').slice(0, 1);
  return {
    ...said(chosen(turn, 'treatment', found.lines)),
    citations: citationsOf(cited.map(({ passage }) => passage)),
  };
}

/** Of what was said in full of another plan, so much is said of the next. */
const SENTENCES_IN_BRIEF = 2;

const PLANNING =
  /\b(?:i'?ll|i will|i'?m (?:going|gonna|getting|booked)|maybe|plan\w*|want|wanna|thinking|booked|appointment|get(?:ting)?|put|use|try|do(?:ing)?|which|what|recommend\w*)\b/i;
const plans = (turn: GuideTurn): boolean => isAsking(turn) || PLANNING.test(turn.material.message);

/** Word that it is healed or was seen, and nothing else: taken as good news. */
function seenReply(turn: GuideTurn, { isOver }: CareInMind): ComposedReply | null {
  return isOver && !isAsking(turn) ? said(chosen(turn, 'seen', words.SEEN)) : null;
}

/** What someone who carries or nurses a child asks a professional about first. */
const WANTS_A_PROFESSIONAL =
  /\b(?:dye\w*|colou?r(?:ing|ed)?\b(?! of)|bleach\w*|relax\w*|perm|texturi\w*|keratin|smoothing|henna|medic\w*|vitamins?|supplements?|biotin|minoxidil|essential oils?|rosemary|peppermint|dandruff|retinol|salicylic)\b/i;

interface Mindful {
  readonly kinds: readonly CareKind[];
  readonly lines: readonly string[];
  /** Of what the message or the reply must speak; of anything where it is left out. */
  readonly when?: RegExp;
}

const MINDFUL: readonly Mindful[] = [
  { kinds: ['skin', 'reaction'], lines: words.MINDFUL },
  { kinds: ['treatment'], lines: words.MINDFUL_OF_TREATMENT },
  { kinds: ['carrying'], lines: words.MINDFUL_OF_CARRYING, when: WANTS_A_PROFESSIONAL },
  { kinds: ['loss'], lines: words.MINDFUL_OF_LOSS },
  { kinds: ['tension'], lines: words.MINDFUL_OF_TENSION },
];

/** A reply with what the person's body calls for beside it: the note of a sign told now, a brief word of one told before. */
export function withCare(turn: GuideTurn, reply: ComposedReply): ComposedReply {
  const care = careOf(turn);
  if (care.isOver && isAsking(turn)) return prefixed(reply, chosen(turn, 'seen', words.SEEN));
  const missing = care.now
    .slice(0, MOST_SIGNS_NOTED)
    .flatMap(({ notes }) => notes.slice(0, 1))
    .filter((note) => !SAFETY_LINES[note].said.test(reply.text));
  const lines = [...new Set(missing)].map((note) => turn.choice.one('safety', SAFETY_LINES[note].lines));
  if (lines.length > 0) return appended(reply, lines.join(' '));
  const isAdvice = reply.citations.length > 0;
  if (!isAdvice || sendsToHelp(reply.text)) return reply;
  const standing = MINDFUL.find(
    ({ kinds, when }) =>
      care.before.some(({ kind }) => kinds.includes(kind)) &&
      (when === undefined || when.test(`${turn.material.message} ${reply.text}`)),
  );
  if (standing === undefined || /\b(?:dermatologist|midwife|care team)\b/i.test(reply.text)) return reply;
  return prefixed(reply, mindful(turn, standing.lines));
}

/** In full first, then ever more briefly. */
function mindful({ conversation }: GuideTurn, lines: readonly string[]): string {
  return lines.find((line) => !conversation.hasSaid(line)) ?? lines.at(-1) ?? '';
}

/** More than so many lines of caution are read by nobody. */
const MOST_SIGNS_NOTED = 2;

const prefixed = (reply: ComposedReply, line: string): ComposedReply => ({
  ...reply,
  text: tidy(`${line} ${shortened(reply.text, line)}`),
});
const appended = (reply: ComposedReply, line: string): ComposedReply => ({
  ...reply,
  text: tidy(`${shortened(withoutLastQuestion(reply.text), line)} ${line}`),
});

/** A question after a caution would send the eye past it. */
function withoutLastQuestion(text: string): string {
  const all = sentences(text);
  return all.length > 1 && all.at(-1)?.endsWith('?') === true ? all.slice(0, -1).join(' ') : text;
}

/** A text with its last sentences left out until there is room for a line, and no second question beside the line's. */
function shortened(text: string, line: string): string {
  const most = countWords(text) > MOST_WORDS ? MOST_WORDS_IN_DETAIL : MOST_WORDS;
  let kept = sentences(text);
  if (countQuestions(line) > 0) kept = kept.filter((sentence) => !sentence.endsWith('?'));
  while (kept.length > 1 && countWords([...kept, line].join(' ')) > most) kept = kept.slice(0, -1);
  return kept.join(' ');
}
