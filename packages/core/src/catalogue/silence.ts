import type { CareInMind } from '../understanding/care-in-mind.ts';
import type { Summary } from '../understanding/summary.ts';

/** Why nothing is sold, the strongest first. */
export const SILENCE_REASONS = [
  'emergency',
  'medical',
  'reaction',
  'distress',
  'young-child',
  'medicine',
  'order',
  'complaint',
  'allergy-question',
  'conversation',
  'brand-question',
  'question-of-fact',
  'considering',
  'in-care',
] as const;
export type SilenceReason = (typeof SILENCE_REASONS)[number];

interface SilenceRule {
  readonly reason: SilenceReason;
  readonly says: RegExp;
  /** What must come after it, anywhere in the message. */
  readonly followedBy?: RegExp;
  /** What in the same message shows that it is something else. */
  readonly unless?: RegExp;
}

/** Someone is gone from a life; by itself it may be told in passing ("new look after the divorce"). */
const PARTING = `(?:br(?:oke|eak|eaking|oken) ?-?up|split up|dumped me|left me|walked out on me|divorc\\w+|cheated on me|my ex|miscarr\\w+|lost my (?:mum|mom|mother|dad|father|husband|wife|partner|baby|job|sister|brother|gran\\w*|nan|best friend))`;
/** How it is to be the person who tells it. */
const LOW = `(?:(?:feel(?:s|ing)?|felt) (?:so |really |just |completely |totally )?(?:awful|terrible|horrible|miserable|lost|empty|numb|broken|low|like (?:nothing|a mess))|(?:i'?m|i am) (?:so |just |a )?(?:wreck|miserable|devastated|crushed|falling apart|in pieces)|can'?t (?:cope|stop crying|face)|crying|regret it)`;

/**
 * The person is looked after by the reply to this; a product beside it would be in the way, or unsafe. Gaps have an end
 * ("{0,200}", never "*"): anyone may write 8,000 characters, and a rule's time must grow no faster than they do.
 */
export const SILENCE_RULES: readonly SilenceRule[] = [
  {
    reason: 'emergency',
    says: /\b(?:swallow\w*|drank|drunk some|ate some|ingest\w*|licked|in(?:to|side)? (?:my|his|her|their|the) eyes?|poison\w*|can'?t breathe|trouble breathing|throat (?:is )?(?:clos|swell|tight)\w*|anaphyla\w*|face (?:is )?swell\w*)\b/,
    unless: /\ballerg(?:ic|y|ies)\b[\s\S]{0,300}\b(?:which|what of)\b/,
  },
  {
    reason: 'medical',
    says: /\b(?:bald(?:ing| spots?| patch\w*| circles?)?\b(?! emergency)|alopecia|ringworm|tinea|psoriasis|eczema|lupus|folliculitis|pus|ooz\w+|weep(?:ing|y)|crust(?:y|s|ed|ing)|bleed\w*|blister\w*|open (?:sores?|cuts?|wounds?)|raw (?:skin|scalp|patch)|sores?(?= on| all|,|\.| that)|burn(?:s|ing|ed|t)?(?: \w+){0,3} (?:scalp|skin|neck|ears?|head)|(?:scalp|skin|neck|crown)(?: \w+){0,6} burn(?:s|ing|ed|t)?|infect\w+|fever|lice|nits|lumps? on|tender (?:lump|spot|scalp)|(?:part|parting) (?:\w+ ){0,4}(?:wid\w+|broader)|reced\w+|thinning (?:all over|at the (?:crown|top)|on top|crown)|(?:crown|top) (?:is |getting )?thin\w*|hair (?:is )?(?:falling|coming) out|com(?:es|ing) out in|los(?:ing|t) (?:so much |a lot of |my |half )?(?:of )?(?:my )?hair|hair loss|thinn(?:ed|ing) (?:so|a lot|since|out|everywhere)|ponytail is (?:half|a third)|stuck to (?:\w+ ){1,3}hair|won'?t flick off|(?:hand|fist)fuls?|clumps? (?:of hair )?(?:in|come|came|fall|are)|shed(?:ding)? (?:way |so |much )?(?:more|a lot|everywhere|like crazy|for|on average|since)|strands a day|no hair (?:at all|there)|(?:scaly|round|smooth|circular) (?:\w+ )?(?:patch|spot|circle)\w*|(?:patch|spot)(?:es|s)? (?:with|of) no hair|fumes|formaldehyde|eyes (?:were |are |keep )?water\w*|since (?:i (?:had|got|caught)|having|getting) (?:covid|the flu|flu|sick|surgery|an? (?:operation|infection))|clumps? with (?:the )?(?:roots?|bulbs?)|postpartum|chemo\w*|radiation|regrow\w*|bring (?:it|them|my \w+) back|grow (?:it )?back)\b/,
    unless:
      /\bno (?:sores?|pain|pus|bleeding)[^.!?]{0,200}$|\btrapped\b|\b(?:locs?|braids?|twists?) (?:after|out)\b|\bbald emergency or normal\b/,
  },
  {
    reason: 'reaction',
    says: /\b(?:hives|rash\w*|swollen|swell\w*|welts?|(?:broke|break(?:s|ing)?) (?:me |my \w+ )?out|pimples?|acne|bumps?\b|bumpy|allergic reaction|reacted|reaction|eyelids?|stings?|stinging|tingl\w+|itch(?:y|ing|es) all over|red and (?:itchy|sore|raw)|peeling)\b/,
    unless:
      /\ballerg(?:ic|y|ies)\b[\s\S]{0,300}\b(?:which|what (?:can|should)|what of yours|safe for me|not use|do (?:any|you|your))\b|\brazor bumps\b/,
  },
  {
    reason: 'medicine',
    says: /\b(?:pregnan\w*|trimester|\d{1,2} weeks along|expecting(?: a| my|$)|due in \w+ (?:weeks|months)|breast-?feed\w*|nursing my|minoxidil|rogaine|finasteride|spironolactone|steroid\w*|accutane|medicat\w+|prescri\w+|my (?:derm|dermatologist|doctor|oncologist) (?:said|says|gave|put|told)|blood thinner\w*|dialysis|transplant|insulin|diabet\w+|kidney|cancer|tamoxifen|lisinopril|metoprolol|statins?|antidepress\w+|ssris?|birth control|since (?:starting|taking) (?!at|to)[a-z]{5,}(?:in|ol|ine|ate|il|one|ide|ram|pam)|after surgery|methotrexate|thyroid|anemi\w*|iron deficien\w*|pcos|menopaus\w*)\b/,
  },
  {
    reason: 'distress',
    says: /\b(?:can'?t stop crying|crying (?:every|all)|hate my(?:self| life)|want to (?:die|disappear)|(?:died|passed away|funeral)|feel (?:so )?(?:hopeless|worthless|ugly|ashamed)|don'?t (?:care about|want) anything|panic attack|depress\w+|grie(?:f|ving)|so alone|heartbroken|i give up on (?:life|everything))\b/,
  },
  {
    reason: 'distress',
    says: new RegExp(
      `\\b(?:(?:don'?t|can'?t|couldn'?t) (?:even )?(?:know who i am|recogni[sz]e (?:myself|the (?:woman|man|girl|person|face) in the mirror))|${PARTING}[\\s\\S]{0,200}\\b${LOW}|${LOW}[\\s\\S]{0,200}\\b${PARTING})\\b`,
    ),
    unless: /\b(?:love it|obsessed|best thing|so (?:happy|free|good)|feels? (?:amazing|great|free))\b/,
  },
  {
    reason: 'young-child',
    says: /\b(?:new-?borns?|infants?|bab(?:y|ies)(?! hairs?)|cradle cap|toddlers?|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ](?:week|month)s?[- ]old|(?:1|2|one|two)[- ](?:year|yr)s?[- ]old|(?:son|daughter|niece|nephew|kid|child|granddaughter|grandson|little (?:one|girl|boy)|he|she|who)(?:'s| is| turned| just turned| turns) (?:one|two|1|2)\b(?! (?:weeks?|days?|inch|hours?|of))|(?:son|daughter|niece|nephew|kid|child|granddaughter|grandson|little (?:one|girl|boy)|he|she)(?:'s| is) \w+(?:-\w+)? months?|relax\w*(?: \w+){0,3} (?:\d{1,2}|three|four|five|six|seven|eight|nine|ten)[- ]year[- ]old)\b/,
    unless:
      /\bfor me\b|\bmy own hair\b|\b(?:retwist|braids?|twists?|style|install|locs|wig|relaxer|colou?r|perm|trim|bottle|wash)\b(?: \w+){0,3} (?:is|are|was|were|about)(?: \w+){0,3} old\b/,
  },
  {
    reason: 'order',
    says: /\b(?:(?:my|an|the|our) (?:order|package|parcel|delivery|subscription|account|password)|order (?:number|status)|track(?:ing)?(?: number| my)?\b(?! everything)|refund\w*|return(?:s|ing)? (?:policy|it|this|my|an)|shipp?(?:ing|ed|s)?\b|deliver\w*|cancel\w*|coupons?|promo(?: code)?s?|discounts?|gift cards?|invoice|charged (?:me )?twice|never arrived|hasn'?t (?:come|arrived)|wrong (?:item|product|size|one)|money back)\b/,
  },
  {
    reason: 'complaint',
    says: /\b(?:leak(?:ed|s|ing)|arrived (?:broken|empty|damaged|open)|broken (?:pump|bottle|cap|lid|seal)|nobody (?:answers|replies|responds)|no one (?:answers|replies|responds)|customer service|complain\w*|scam\w*|rip[- ]?off|worst (?:product|purchase|company)|disappointed (?:in|with) (?:your|you|the)|your (?:\w+ ){1,3}(?:ruined|wrecked|destroyed|didn'?t work|doesn'?t work|stinks)|you (?:people|guys) (?:sold|ruined|scammed|lied)|false advertis\w*|speak to (?:a|your) (?:manager|human|person)|not happy|unhappy with|stained|turned my (?:\w+ )?(?:pillow\w*|towels?|sink|shirt|sheets|shower)|lawyer|sue)\b/,
  },
  {
    reason: 'allergy-question',
    says: /\ballerg\w+\b/,
    followedBy:
      /\b(?:which|what|do|does|are|any|can)\b[^?]{0,200}\b(?:not use|avoid|contain\w*|have (?:it|that|them) in|in (?:it|them|any|your)|can'?t i|can i not)\b/,
  },
  {
    reason: 'brand-question',
    says: /\b(?:who (?:founded|owns|started|runs|made)|founder|black[- ]owned|test(?:ed)? on animals|animal test\w*|cruelty[- ]free|vegan\b(?! (?:shampoo|conditioner|mask|leave|gel|oil)\b.{0,200}\b(?:dry|curl|frizz))|recycl\w*|packaging|sustainab\w*|expir\w*|shelf[- ]life|go(?:es)? bad|out of date|bottle from|where (?:are you|is (?:it|this|your)) (?:based|made|from)|made in|sold (?:at|in)|(?:sephora|target|ulta|walmart|amazon|boots)|ambassador|affiliate|sponsor\w*|collab\w*|hiring|jobs?\b(?= at| with)|clean (?:ingredients|beauty)|non-?toxic|paraben\w*|phthalate\w*|carcinogen\w*|safe ingredients|wholesale|privacy|(?:smell|scent|fragrance) (?:of|in|linger\w*|like|strong)|what (?:does|do) (?:it|they|your \w+) smell|separated|toss it|(?:been |was )?open(?:ed)? (?:since|for|a (?:year|while))|still (?:ok(?:ay)?|good|fine|safe) to use|froze(?:n)?|in (?:a|the|my) (?:hot )?car|what makes (?:you|your)|why (?:you|your brand)|different from (?:the|other))\b/,
  },
  {
    reason: 'question-of-fact',
    says: /\b(?:difference between (?:[1-4][abc]|type)|(?:just |i'm )?curious|how (?:fast|quick\w*|much) (?:does|do|will|should) (?:\w+ )?hair (?:\w+ )?grow|(?:when|how often)(?: \w+){0,5} trim\w*|trim(?:ming)? (?:schedule|again|myself)|why (?:does|do|is) (?:\w+ )?(?:hair|curls?|coils?) (?:shrink|curl|coil|turn|grow|gr[ae]y)\w*|is it true|myth\w*|history of|how do (?:i|you|we) (?:explain|teach)|i teach|my (?:class|students|clients)|for (?:a|my) (?:school )?(?:paper|essay|article|blog|project|class)|what (?:hair )?type (?:am i|is my|do i have)|(?:which|what) (?:curl )?type am i|hair typ(?:e|ing) (?:chart|system)|who invented|what does .{1,40} mean|stand for|does (?:shaving|cutting|trimming) (?:it )?make|fair price|(?:pay|tip|charge[sd]?) (?:for|my|a) (?:\w+ )?(?:braids?|braider|stylist|install|loctician|wig)|tell my (?:stylist|braider|mom|mother|boss|family)|(?:keeps?|kept|always|people|strangers?|everyone|co-?workers?|colleagues?)(?: \w{1,12}){0,3} (?:touch|pet|grab|pat)(?:s|es|ing|ting|bing)? my (?:hair|afro|fro|locs|braids|curls)|worth reading|research|stud(?:y|ies) (?:on|about)|white bulb|ask (?:a|my|the) (?:braider|stylist|loctician|barber)|professional\b(?! (?:line|grade|quality))|biotin|vitamins?|supplements?|gr[ae]y(?:ing)? early|(?:going|went|turn(?:ing|ed)) gr[ae]y|(?:dusting|trim) (?:time|due|again)|last trim|workshop|seminar|curriculum)\b/,
  },
  {
    reason: 'considering',
    says: /\b(?:is going natural|(?:thinking (?:about|of)|considering|debating|scared (?:to|of)|afraid (?:to|of)|should i) (?:stop(?:ping)?|quit(?:ting)?|going natural|go natural|giving up|the big chop|big chop(?:ping)?|cutting it all|start(?:ing)? locs|getting locs)|do i have to cut|unprofessional|what made you|makes? me want to (?:stop|quit|go natural)|worth it to go natural|ready to go natural)\b/,
  },
];

/** Intents that ask for nothing a product could give. */
const CONVERSATIONAL: ReadonlySet<Summary['intent']> = new Set([
  'greeting',
  'farewell',
  'thanks',
  'recall',
  'memory-command',
  'identity',
  'decline',
  'small-talk',
]);

/** Intents that rules read from a few words and a plain need for care outweighs: "what did I do wrong?" recalls nothing. */
const YIELDS_TO_CONCERN: ReadonlySet<Summary['intent']> = new Set(['recall', 'decline', 'small-talk']);

/**
 * Why nothing is to be sold in answer to a message; null when something may be. `text`: cleaned, in lower case;
 * `hasConcern`: whether it tells of something that care of hair helps.
 */
export function silenceOf(
  text: string,
  summary: Pick<Summary, 'intent' | 'risk'>,
  hasConcern: boolean,
): SilenceReason | null {
  const said = SILENCE_RULES.filter((rule) => isSaid(rule, text) && rule.unless?.test(text) !== true);
  const reasons = new Set(said.map(({ reason }) => reason));
  // What is read as worry may be about hair alone ("using too much oil"); a crisis never is.
  if (summary.risk.level === 'crisis' || (summary.risk.level === 'concern' && !hasConcern)) reasons.add('distress');
  const yields = hasConcern && YIELDS_TO_CONCERN.has(summary.intent);
  if (CONVERSATIONAL.has(summary.intent) && !yields) reasons.add('conversation');
  return SILENCE_REASONS.find((reason) => reasons.has(reason)) ?? null;
}

function isSaid({ says, followedBy }: SilenceRule, text: string): boolean {
  const found = says.exec(text);
  return found !== null && (followedBy === undefined || followedBy.test(text.slice(found.index + found[0].length)));
}

/** Nothing is sold for a body that someone has to look at first: what it told now, or earlier and has not been seen since. */
export function silenceOfBody({ now, before }: CareInMind): SilenceReason | null {
  const kinds = new Set(now.map(({ kind }) => kind));
  if (kinds.has('poison') || kinds.has('eye')) return 'emergency';
  if (kinds.has('reaction')) return 'reaction';
  if (now.some(({ id }) => id === 'sore-from-style' || id === 'bumps-at-neck')) return 'medical';
  if (kinds.has('skin') || (kinds.has('loss') && !kinds.has('tension'))) return 'medical';
  return before.some(({ kind }) => kind === 'skin' || kind === 'reaction' || kind === 'treatment') ? 'in-care' : null;
}
