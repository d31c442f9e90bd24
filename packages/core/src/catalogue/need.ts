import type { FoundPassage } from '../knowledge/passage.ts';
import type { Summary } from '../understanding/summary.ts';
import { clean } from '../understanding/text.ts';
import { spelledOut } from '../understanding/texting.ts';
import { type Constraints, constraintsOf } from './constraints.ts';
import { CATEGORIES_OF_CONCERN, CATEGORY_WORDS, CONCERN_RULES } from './need-rules.ts';
import type { HairLength, Porosity, ProductCategory, ProductConcern } from './product.ts';
import { careInMind } from '../understanding/care-in-mind.ts';
import { type SilenceReason, silenceOf, silenceOfBody } from './silence.ts';

/** What a message calls for from the shelf: pure reading, no product in it yet. */
export interface ProductNeed {
  /** Why nothing is to be sold; null when something may be. */
  readonly silence: SilenceReason | null;
  readonly concerns: readonly ProductConcern[];
  /** Kinds of product that would help, the most wanted first. */
  readonly categories: readonly ProductCategory[];
  /** Those named by the person themselves. */
  readonly named: readonly ProductCategory[];
  readonly hairType: string | null;
  readonly porosity: Porosity | null;
  readonly length: HairLength | null;
  readonly constraints: Constraints;
}

/** What came of a product that was advised before. */
export interface ProductOutcome {
  readonly itemKind: 'passage' | 'product';
  /** The product's id. */
  readonly item: string;
  readonly outcome: 'worked' | 'partly' | 'did_not' | 'not_tried' | 'harmed';
  /** The month it was told in, such as "October". */
  readonly month: string;
}

export interface NeedInput {
  readonly message: string;
  readonly summary: Pick<Summary, 'intent' | 'risk'>;
  /** What the person said before, oldest first, and what is remembered of them: an allergy in it still holds. */
  readonly before: readonly string[];
  /** What the person said before in this conversation, oldest first: whose hair it is, and what their body needs. */
  readonly conversation?: readonly string[];
  /** What they are known to react to, each by its name: entered, or told in an earlier conversation. */
  readonly allergies?: readonly string[];
  /** The latest messages of both sides, oldest first: "it" may be a product named there. */
  readonly recent: readonly string[];
  /** What came of products that were advised before, to this person. */
  readonly outcomes?: readonly ProductOutcome[];
  /** Found for the message; the first one's tags say what it is about where no rule does. */
  readonly passages: readonly FoundPassage[];
}

/** Concerns of the knowledge base (a passage's first tag) in a shelf's words; one that sells nothing has no entry. */
const CONCERN_OF_TAG: Readonly<Record<string, ProductConcern>> = {
  routine: 'routine',
  dryness: 'dryness',
  breakage: 'breakage',
  'definition-frizz': 'definition_frizz',
  detangling: 'detangling',
  'edges-traction': 'edges',
  'growth-length': 'growth_length',
  'heat-damage': 'heat_damage',
  'hygral-fatigue': 'protein_balance',
  locs: 'locs',
  'protective-style': 'protective_style',
  'protein-balance': 'protein_balance',
  'scalp-itch-flakes': 'scalp_itch_flakes',
  'typing-porosity': 'low_porosity',
  'color-chemical': 'color_damage',
};

const MOST_CATEGORIES = 3;
const FEW_CONCERNS = 2;

/** Reads what a message calls for. Pure; any text; never throws. */
export function readNeed({
  message,
  summary,
  before,
  conversation = [],
  allergies = [],
  passages,
}: NeedInput): ProductNeed {
  const text = asRead(message);
  const concerns = carriedOn(concernsIn(text, passages), text, conversation);
  const silence = silenceOf(text, summary, concerns.length > 0) ?? silenceOfBody(careInMind(message, conversation));
  const named = CATEGORY_WORDS.filter(({ says }) => says.test(text)).map(({ category }) => category);
  const called = concerns.slice(0, FEW_CONCERNS).flatMap((concern) => CATEGORIES_OF_CONCERN[concern]);
  return {
    silence,
    concerns,
    named,
    categories: [...new Set([...(asksForKind(text) ? named : []), ...called])].slice(0, MOST_CATEGORIES),
    hairType: /\b[1-4][abc]\b/.exec(text)?.[0].toUpperCase() ?? null,
    porosity: porosityIn(text),
    length: lengthIn(text),
    constraints: constraintsOf([...before.map(asRead), text], allergies.map(asRead), conversation.map(asRead)),
  };
}

/** Without its disguises, and what is spelt for speed written out: "burnin frm the relaxr" is a burn. */
const asRead = (text: string): string => spelledOut(clean(text).toLowerCase());

/** So many messages back, what was told still says what is wanted of a product. */
const MESSAGES_CARRIED = 4;

/** Asked only for a kind ("which shampoo?"), what was told before still counts; a routine is what everybody needs. */
function carriedOn(
  concerns: readonly ProductConcern[],
  text: string,
  conversation: readonly string[],
): readonly ProductConcern[] {
  const isOpen = concerns.every((concern) => concern === 'routine');
  if (!isOpen || !ASKS_FOR_A_KIND.test(text)) return concerns;
  const before = conversation
    .slice(-MESSAGES_CARRIED)
    .map((said) => CONCERN_RULES.filter(({ says }) => says.test(asRead(said))).map(({ concern }) => concern))
    .findLast((found) => found.some((concern) => concern !== 'routine'));
  return before === undefined
    ? concerns
    : [...new Set([...before.filter((concern) => concern !== 'routine'), ...concerns])];
}
const ASKS_FOR_A_KIND =
  /\b(?:which|what|any|recommend\w*|suggest\w*|do you (?:have|sell))\b[^.!?]{0,40}\b(?:shampoos?|conditioners?|leave[- ]?ins?|masks?|oils?|gels?|creams?|products?|yours|one)\b/;

/** The rules' order is their rank: what is particular comes before dryness and routine, which most messages touch. */
function concernsIn(text: string, passages: readonly FoundPassage[]): ProductConcern[] {
  const said = CONCERN_RULES.filter(({ says }) => says.test(text)).map(({ concern }) => concern);
  if (said.length > 0) return [...new Set(said)];
  const best = passages[0];
  const concern = best?.answers === true ? CONCERN_OF_TAG[best.passage.tags[0] ?? ''] : undefined;
  if (concern !== undefined) return [concern];
  if (OF_THE_SHELF.test(text)) return ['routine'];
  if (!OF_HAIR.test(text)) return [];
  return ASKS_WHAT_TO_DO.test(text) || OF_TYPES.test(text)
    ? ['routine']
    : TELLS_OF_TROUBLE.test(text)
      ? ['dryness']
      : [];
}

/** Asks what there is of the brand's, for nothing in particular: what everyone needs. */
const OF_THE_SHELF =
  /\b(?:which|what|any)\b[^.!?]{0,20}\b(?:of|from) (?:your|yours)\b|\bwhich (?:one )?of yours\b|\bwhat do you (?:have|sell|recommend)\b|\byour (?:products?|line|range)\b[^.!?]{0,30}\b(?:for|ok|okay|safe|suit\w*|good)\b/;

const ASKS_WHAT_TO_DO =
  /\b(?:what (?:do|should|can|would|could) (?:i|you|we) (?:do|use|try|change|buy|get|put)|how (?:do|can|should|would) i|help(?: me)?|recommend\w*|suggest\w*|need (?:something|a)|looking for|anything (?:for|that|gentle|good))\b/;
/** Hair that is trouble in words no rule knows: what keeps it soft is the field's first try. */
const TELLS_OF_TROUBLE =
  /\b(?:can'?t|won'?t|refuses?|hates? (?:it|me)|keeps?|no matter what|nothing (?:works|helps)|feels? (?:like|so|off)|looks? (?:like|so|off)|help|ideas|tips|tricks)\b/;
const OF_TYPES = /\b[1-4][abc]\b.{0,300}\?/;
const OF_HAIR = /\b(?:hair|curls?|coils?|fro|afro|scalp|strands?|ends|roots|texture|[1-4][abc])\b/;

/** A kind of product that is asked for or about, and not one that failed or stands by the way. */
const asksForKind = (text: string): boolean =>
  /\?|^(?:can|is|does|do|how|would|could|are)\b|\b(?:need|want|looking for|recommend\w*|suggest\w*|which|what|any|do you (?:have|sell|carry)|something|help|found my|running low|should)\b/.test(
    text,
  );

function porosityIn(text: string): Porosity | null {
  if (/\b(?:low[- ]po(?:rosity)?|water (?:beads|rolls|sits|slides)|float(?:ed|s))\b/.test(text)) return 'low';
  if (/\b(?:high[- ]po(?:rosity)?|highly porous|drinks? up)\b/.test(text)) return 'high';
  return /\b(?:medium|normal)[- ]po(?:rosity)?\b/.test(text) ? 'medium' : null;
}

function lengthIn(text: string): HairLength | null {
  if (/\b(?:twa|teeny weeny|big chop|an inch|fade|buzz|short|cropped)\b/.test(text)) return 'short';
  if (/\b(?:waist|hip|tailbone|bra ?strap|long hair|mid[- ]?back)\b/.test(text)) return 'long';
  return /\b(?:shoulder|collarbone|chin|neck[- ]length|medium length)\b/.test(text) ? 'medium' : null;
}
