import { type BodySign, bodySignsIn, type CareKind, type CareNote } from './body-signs.ts';
import { clean } from './text.ts';

/** What a guide bears in mind of a body while it answers. */
export interface CareInMind {
  /** What this message tells. */
  readonly now: readonly BodySign[];
  /** What was told before in this conversation and is not over, without what is told now again. */
  readonly before: readonly BodySign[];
  /** Whether this message says that what stood before is healed, or that a professional has seen it. */
  readonly isOver: boolean;
}

/** Kinds that stay in mind after the message that told of them. */
const STAYS: ReadonlySet<CareKind> = new Set([
  'poison',
  'eye',
  'reaction',
  'skin',
  'loss',
  'tension',
  'treatment',
  'carrying',
]);
/** An emergency is over, or in others' hands, after so many further messages; the rest stays until it is said to be over. */
const MESSAGES_OF_AN_EMERGENCY = 3;
const EMERGENCIES: ReadonlySet<CareKind> = new Set(['poison', 'eye']);

/** Healed, or seen by someone who can judge it. What is only planned ("I'll see one on Monday") is neither. */
const OVER =
  /\b(?:(?:it'?s|its|that'?s|is|has|all|fully|completely|now) (?:all |now |fully |completely |finally )?(?:healed|cleared(?: up)?|gone(?: away)?|better now|fine now|okay now|grown back|settled)|(?:healed|cleared) up|no longer (?:burns?|hurts?|sore)|(?:doesn'?t|stopped) (?:burn|hurt|itch)(?:ing)? (?:any ?more|now)|(?:derm|dermatologist|doctor|gp|pediatrician|midwife|oncologist|clinic)\b[^.!?]{0,30}\b(?:saw|seen|looked|checked|said|says|gave|told|diagnosed|prescribed|cleared|took a look|examined)|(?:saw|seen by|been to|went to|back from|just left|checked by) (?:a |an |my |the |our )?(?:derm\w*|dermatologist|doctor|gp|pediatrician|clinic))\b/;
const NOT_YET =
  /\b(?:haven'?t|hasn'?t|not|never|didn'?t|don'?t|until|when|if|before|should|will|going to|gonna|appointment|waiting) (?:\w+ ){0,4}(?:seen|saw|see|healed|better|checked|doctor|derm\w*)\b/;
const CARRIES_NO_MORE =
  /\b(?:(?:had|delivered|gave birth to) (?:the|my|our) baby|stopped (?:breast-?feeding|nursing)|no longer (?:pregnant|nursing)|finished (?:chemo|treatment)|treatment is over)\b/;
/** Who carries a child, and does not only ask about it ("is it safe in pregnancy?"). */
const IS_CARRYING =
  /\b(?:i'?m|i am|im|we'?re|she'?s|my (?:wife|daughter|sister)|\d{1,2} weeks|my (?:pregnancy|trimester)|(?:first|second|third) trimester|(?:i|while i) (?:breast-?feed|nurse)|breast-?feeding my|nursing my|estoy)\b/;
/** The person's own hair, after something was told of someone else's. */
const OWN = /\b(?:my own|for me|for myself|on me|mine|unrelated|different (?:question|topic)|other question)\b/;
const OF_ANOTHER =
  /\b(?:my (?:\w+ ){0,2}(?:son|daughter|kids?|child(?:ren)?|baby|toddler|girl|boy|niece|nephew|twins?|youngest|oldest|eldest|mom|mum|mother|sister|friend|client|husband|wife)|(?:client|toddler|baby|year[- ]old)\b)/;

/** What of a body stands, given a message and what the person said before it, oldest first. Pure. */
export function careInMind(message: string, earlier: readonly string[]): CareInMind {
  const text = clean(message).toLowerCase();
  let standing: { readonly sign: BodySign; readonly said: number; readonly isOfAnother: boolean }[] = [];
  for (const [place, before] of earlier.entries()) {
    const said = clean(before).toLowerCase();
    standing = standing.filter(({ sign }) => !endedBy(said, sign));
    const told = bodySignsIn(before).filter(
      ({ kind }) => STAYS.has(kind) && (kind !== 'carrying' || IS_CARRYING.test(said)),
    );
    standing = [
      ...standing.filter(({ sign }) => !told.some(({ id }) => id === sign.id)),
      ...told.map((sign) => ({ sign, said: place, isOfAnother: OF_ANOTHER.test(said) })),
    ];
  }
  const isOver = standing.some(({ sign }) => endedBy(text, sign));
  const isOwn = OWN.test(text);
  const now = isOver ? [] : bodySignsIn(message);
  const before = standing.filter(
    ({ sign, said, isOfAnother }) =>
      !endedBy(text, sign) &&
      !(isOwn && isOfAnother) &&
      !now.some(({ id }) => id === sign.id) &&
      (!EMERGENCIES.has(sign.kind) || earlier.length - said <= MESSAGES_OF_AN_EMERGENCY),
  );
  return { now, before: before.map(({ sign }) => sign), isOver };
}

function endedBy(text: string, { kind }: BodySign): boolean {
  if (kind === 'carrying' || kind === 'treatment') return CARRIES_NO_MORE.test(text);
  return OVER.test(text) && !NOT_YET.test(text);
}

/** The notes beside a reply: for what the body needs, and for what the reply was drawn from. The weightiest first. */
export function careNotesOf(
  care: CareInMind,
  drawnFrom: readonly { readonly safety: CareNote | null }[],
): readonly CareNote[] {
  const ofSigns = [...care.now.flatMap(({ notes }) => notes), ...care.before.map(({ notes }) => notes[0])];
  const ofPassages = drawnFrom.map(({ safety }) => safety);
  return [...new Set([...ofSigns, ...ofPassages])].flatMap((note) => note ?? []);
}
