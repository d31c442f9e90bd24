import type { HandOffReason } from '@rapport/wire';

/** Reasons that a message by itself can give; that nothing was answered shows only over several. */
export type SaidReason = Exclude<HandOffReason, 'unanswered'>;

/** What is said when something is wanted of people. A rule speaks unless what stands before or beside it unsays it. */
export interface ReasonRule {
  readonly reason: SaidReason;
  readonly says: RegExp;
  /** What has to be said beside it, anywhere in the message. */
  readonly with?: RegExp;
  /** What makes the same words mean something else, anywhere in the message. */
  readonly unless?: RegExp;
  /** True where "I don't want …" before it is no negation but the thing itself. */
  readonly standsNegated?: true;
}

/** Someone who works for the brand, as people ask for one. Not anyone of their own: "my manager", "my agent". */
const STAFF =
  '(?:human(?: being)?s?(?! hair)|(?:real|live|actual|living|breathing|proper) (?:person|people|human|agent|one|stylist|employee|rep\\w*|somebody|someone)|person|people|agent|representative|rep|adviso?er|operator|manager|supervisor|employee|(?:customer |client )?(?:service|support|care)(?: team| agent| rep\\w*| person| desk| line)?|customer rep\\w*|staff(?: member)?|team(?: member)?s?|spokes\\w+|someone (?:real|human|else)|someone (?:from|at|on|in|with) (?:your|the|sienna|customer|support)\\b[\\w ]*|somebody (?:from|at|on|in|with) (?:your|the|sienna|customer|support)\\b[\\w ]*)';
const ANY =
  '(?:a |an |the |your |any |some |one of your |another |somebody |someone |me )?(?:real |live |actual |human |different |customer )?';
/** What this brand sells, by kind; names of its products are put in their place before the rules look. */
const GOODS =
  '(?:products?|shampoos?|conditioners?|masks?|oils?|creams?|leave[- ]ins?|gels?|butters?|serums?|sprays?|mists?|detanglers?|treatments?|line|formula|stuff|bottles?|jars?|bonnets?)';
const OURS = `(?:(?:your|sienna(?: naturals)?(?:'?s)?)(?: \\w+){0,3}? ${GOODS}|this ${GOODS}(?: of yours)?|thisproduct|(?:the|a) (?:\\w+ ){0,2}?${GOODS} (?:i (?:bought|got|ordered) )?(?:from you|of yours))`;
/** How people speak of the brand as of somebody who has done something to them. */
const BRAND =
  "(?:you people|you guys|you all|y'all|your (?:\\w+ )?(?:company|brand|business|website|site|app|checkout|store|shop|support|team|service|staff|customers?|customer \\w+|quality|packaging|policy|policies|prices?|shipping|emails?|chat|representatives?|products?)|sienna(?: naturals)?(?!'s)|this (?:company|brand|business)|how you (?:\\w+ )?(?:handled|treated|handle|treat|dealt)|(?:quality|standard) of your)";
const WRONGED =
  "\\b(?:worst|terrible|awful|horrible|unacceptable|disgust\\w*|appall\\w*|disgrace\\w*|ridiculous|rude\\w*|insult\\w*|ignor(?:e|es|ed|ing)|nobody (?:\\w+ )?(?:help|helps|helped|answer\\w*|repl\\w*|cares?)|no one (?:\\w+ )?(?:help|helps|helped|answer\\w*|repl\\w*|cares?)|frustrat\\w*|unhappy|dissatisf\\w*|furious|fed up|don't care|doesn't care|couldn't care|not worth|gone down(?:hill)?|went down(?:hill)?|got(?:ten)? worse|waste of (?:money|time)|cheated|scam\\w*|lied|liars?|mislead\\w*|dishonest|unprofessional|incompetent|pathetic|shame\\w*|grievance|let (?:me )?down|broke my trust|hung up|never (?:again|answer\\w*|repl\\w*|respond\\w*)|stopped (?:answering|replying|responding)|mistreated|how i was treated)\\b";
const SENT = '(?:order|package|parcel|shipment|delivery|box|purchase)';
/** Bodies answer so when they don't bear a thing. */
const SYMPTOM =
  "(?:rash\\w*|hives|welts?|blister\\w*|burn(?:s|t|ed|ing)?|itch(?:y|es|ed|ing)?|sting(?:s|ing)?|stung|swell(?:s|ed|ing)?|swollen|puffy|red(?:ness)?|bumps?|pimples|break(?:s|ing)? (?:me )?out|broke (?:me )?out|breakout|irritat(?:ed|ing|ion)|inflam\\w*|peel(?:s|ed|ing)?|sores?|scabs?|oozing|raw|dermatitis|allergic|allergy|reaction|bald spots?|(?:hair|curls?|it|strands|locs?)(?:'s| is| was| has been| started| keeps?| began)? (?:falling|fell|coming|came|breaking|broke|snapping|snapped|shedding)(?: out| off)?|ruined my hair|damaged my hair|fried my hair)";

const rule = (reason: SaidReason, says: string, unless?: string, beside?: string): ReasonRule => ({
  reason,
  says: new RegExp(`\\b(?:${says})`),
  ...(unless === undefined ? {} : { unless: new RegExp(unless) }),
  ...(beside === undefined ? {} : { with: new RegExp(beside) }),
});

/** A question about how it is in general, or about what might be: the guide answers those. */
const SUPPOSED =
  '\\b(?:can|could|does|do|will|would|might|may|is) (?:your|the|this|these|thisproduct|it)\\b[^.!?]*\\b(?:cause|give|make|irritate|burn|itch|break|sting|normal)|\\bwhat if\\b|\\bif (?:i|it|my|someone|you)\\b|\\bavoid\\b|\\bprevent\\b|\\bpolicy\\b|\\bin case\\b';

/** The rules of each reason; reasons stand in the order in which they are held more urgent or more particular. */
export const REASON_RULES: readonly ReasonRule[] = [
  // A body that does not bear one of our products.
  rule(
    'reaction',
    `${OURS}[^.!?]*\\b(?:gave|gives|giving|caus\\w+|made|makes|making|left|leaves|leaving|burn\\w*|irritat\\w+|broke (?:me|my|out)|breaking (?:me|my)|itch\\w*|sting\\w*|stung|ruined|damaged|fried|destroyed)\\b[^.!?]*`,
    `${SUPPOSED}|\\b(?:never|not|no|without|any more|anymore)\\b[^.!?]*\\b(?:reaction|burn|itch|irritat|rash)|smell|scent|gave me (?:a )?(?:great|good|nice|soft|shin)`,
  ),
  rule('reaction', `(?:after|since|when|from|ever since)\\b[^.!?]*\\b${OURS}[^.!?]*\\b${SYMPTOM}\\b`, SUPPOSED),
  rule(
    'reaction',
    `${SYMPTOM}\\b[^!?]*\\b(?:after|since|from|by|because of|with|using|to|when)\\b[^!?]*\\b${OURS}`,
    `${SUPPOSED}|\\b(?:never|no|without|didn't|haven't|not)\\b[^.!?]*\\b(?:reaction|allerg|irritat|rash|burn)|\\bhelps?\\b|\\bfor\\b (?:itchy|dry|irritated)`,
  ),
  rule(
    'reaction',
    `(?:used|tried|put|applied|bought|washed with) (?:\\w+ ){0,3}?${OURS}[^!?]*\\b${SYMPTOM}\\b`,
    `${SUPPOSED}|\\bhelps?\\b|\\b(?:less|no more|no longer|stopped|not)\\b`,
  ),
  rule('reaction', `(?:the|that) ${GOODS}[^!?]*\\b${SYMPTOM}\\b[^?]*\\b(?:was yours|from you|of yours)\\b`, SUPPOSED),
  rule(
    'reaction',
    `${SYMPTOM}\\b[^?]*\\b(?:since|after) (?:i |we )?(?:put|used|tried|applied|putting|using|applying)\\b[^?]*\\b(?:thisproduct|sienna)`,
    SUPPOSED,
  ),

  rule(
    'reaction',
    `(?:${OURS}|(?:that|the) ${GOODS} you (?:guys )?(?:sell|make))`,
    `${SUPPOSED}|\\b(?:which|what|recommend|gentl\\w*|best|good for|helps?|helped|helping|love|relie\\w+|sooth\\w*|calm\\w*|smell\\w*|scent|never|no|without|less|no more|no longer|safe)\\b|\\bfor (?:my )?(?:itch|irritat|dry|sens)`,
    '\\b(?:rash\\w*|hives|welts?|blister\\w*|burn(?:s|t|ed|ing)|on fire|itch(?:y|es|ed|ing)?|sting(?:s|ing)?|stung|swell(?:s|ed|ing)?|swollen|puffy|bumps|pimples|sores?|scabs?|oozing|peeling|raw|allergic|reaction|bald (?:spots?|patch\\w*)|clumps?|handfuls?|blotch\\w*|flaky|inflamed|irritated|tender|hot to the touch|face (?:was|is|went|got|turned)|ears? (?:went|got|turned|is|are|were)|(?:hair|curls?|strands|locs?|edges) (?:\\w+ ){0,2}?(?:falling|fell|coming|came|breaking|broke|snapping|snapped|shedding|thinning))\\b',
  ),

  // Someone who asks on behalf of readers or listeners.
  rule(
    'press',
    '(?:press|media) (?:inquir\\w+|enquir\\w+|kits?|contacts?|office|requests?|relations|team|pass|release)',
  ),
  rule(
    'press',
    '(?:for comment|need a comment|comment from (?:your|the|sienna)|on deadline|spokes(?:person|man|woman))',
  ),
  rule(
    'press',
    '(?:interview|quote from|feature|profile|speak (?:to|with)|talk (?:to|with)|invite) (?:\\w+ ){0,2}?(?:founder|ceo|owner|spokes\\w+|creator|formulator|head of)',
  ),
  rule(
    'press',
    '(?:working on|writing|doing|preparing|filming|producing|publishing|running|reporting) (?:up )?(?:a |an |the )?(?:\\w+ ){0,2}?(?:story|article|piece|feature|segment|documentary|roundup|profile|report|episode)\\b[^.!?]*\\b(?:brand|you|sienna|founder|company|interview|quote|comment|for [a-z]+|on)',
  ),
  rule(
    'press',
    '(?:journalist|reporter|editor|producer|podcaster|columnist|freelance writer|correspondent)\\b[^.!?]*\\b(?:story|article|piece|feature|interview|quote|comment|on deadline|segment|episode)',
  ),
  rule(
    'press',
    '(?:pr|press|media) samples?\\b[^.!?]*\\b(?:magazine|roundup|publish\\w*|review|outlet|readers|feature)',
  ),
  rule(
    'press',
    '(?:our|my|the) (?:podcast|magazine|newspaper|show|channel|publication|newsroom)\\b[^.!?]*\\b(?:invite|interview|guest|feature|have (?:your|the))|\\b(?:invite|interview|have)\\b[^.!?]*\\b(?:founder|ceo|team)\\b[^.!?]*\\b(?:podcast|magazine|newspaper|show)',
  ),

  rule(
    'press',
    '(?:radio|tv|television|news|talk|morning) (?:show|station|program\\w*|segment|desk)\\b[^.!?]*\\b(?:book|invite|interview|feature|have your|guest)|\\bbook your (?:founder|ceo|team)|\\b(?:communications|pr|public relations|publicity) (?:person|people|team|department|contact|manager|rep\\w*|office)\\b|\\bgift guide\\b[^.!?]*\\b(?:for|images|press|feature)|\\bhigh[- ]res(?:olution)? (?:images|photos|pictures)',
  ),
  rule(
    'press',
    '(?:bbc|cnn|nbc|cbs|npr|reuters|bloomberg|associated press|new york times|washington post|guardian|forbes|vogue|essence|allure|glamour|elle|cosmopolitan|ebony|refinery ?29|byrdie)\\b[^?]*\\b(?:here|calling|writing|article|story|piece|feature|interview|comment|quote|reporter|editor|journalist|guide|cover)',
  ),

  rule(
    'press',
    '(?:newspaper|magazine|podcast|journal|newsroom|publication|documentary|media|press|broadcast\\w*|radio|article|piece|blog post)\\b',
    '\\bsocial media\\b|\\bsilk press|press (?:and curl|out|my|the hair|it)|\\bpressing\\b|\\bi (?:read|saw|heard)\\b|\\bsays?\\b|\\bhot press|bench press',
    '\\b(?:interview (?:someone|somebody|you|your|the|a|with)|statement|comment from|quote|spokes\\w+|media requests?|for (?:a|an|our|my) (?:\\w+ )?(?:piece|article|story|feature)|requests?|inquir\\w+|enquir\\w+)\\b',
  ),

  // Money that should come back.
  rule(
    'refund',
    "(?:want|need|like|get|give me|request\\w*|demand\\w*|owed?|due|process\\w*|wait\\w* (?:on|for)|still (?:no|waiting)|where(?:'s| is)|issue|expect\\w*|deserve|asking for|apply for|about) (?:me )?(?:a |an |my |the |that |full )*(?:refund|money back)",
    '\\bif\\b[^.!?]*\\b(?:can|could|do|would|will)\\b|\\bpolicy\\b|\\bhow long do i have\\b|\\bguarantee\\b',
  ),
  rule(
    'refund',
    "refund (?:me|my|this|it|please|the|request|for)\\b|^(?:a )?(?:full )?refund\\b[.! ]*$|\\brefund you (?:promised|owe)|\\brefund (?:hasn't|has not|never|still|didn't|is late)",
    '\\bpolicy\\b|\\bif\\b|how (?:do|does) (?:your|the|a) refund',
  ),
  rule(
    'refund',
    `(?:return|send back) (?:this|my|these|an?|the|it|them|one|some)\\b(?: \\w+){0,3}? (?:${GOODS}|order|item|items|purchase|things?|bought)`,
    '\\bpolicy\\b|\\bhow long\\b',
  ),
  rule(
    'refund',
    '(?:want|need|like|how (?:do|can) i|can i|could i|trying) (?:to )?(?:return|send (?:it|this|them|these)|exchange) (?:it|this|them|these|back|my order)\\b(?! to)',
    '\\bpolicy\\b|\\bif\\b',
  ),
  rule(
    'refund',
    '(?:charged|billed|debited) (?:me |my \\w+ )?(?:twice|double|two times|again|three times|the wrong|too much|for (?:something|an order) i)|\\b(?:double|over)[- ]?(?:charged|billed)|\\bcharge ?back\\b|\\bdispute (?:the|this|a|my) charge|\\bunauthori[sz]ed charge',
  ),

  rule(
    'refund',
    '(?:exchange|swap) (?:this|my|these|an?|the|it|them|one)\\b[^.!?]*\\b(?:bought|ordered|order|from you|received|got|delivered|your|unopened|wrong)\\b',
    "\\bpolicy\\b|\\bi'd exchange all\\b",
  ),
  rule(
    'refund',
    '(?:give|send|pay|want|need|get|like|have) (?:me )?(?:back )?(?:my|the|all my|our) (?:money|cash|\\w+ (?:dollars|bucks|pounds|euros))\\b(?: (?:back|returned))?|\\b(?:money|dollars|bucks|pounds|euros|payment) (?:back|returned|refunded) (?:to|on|onto|into) (?:my|the)',
    '\\bmoney back guarantee\\b|\\bworth\\b|\\bmoney.s\\b|\\bsave\\b|\\bwith (?:my|the) money\\b|\\bif\\b',
  ),
  rule(
    'refund',
    '(?:for|is) (?:a |my )?refund\\b|\\b(?:start|open|begin|request|make|arrange|process|do) (?:a|my|the) (?:return|exchange)\\b|\\breturn (?:label|slip|request)\\b|\\b(?:two|2|three|3|duplicate|extra|strange|unknown|another|second) charges?\\b[^.!?]*\\b(?:you|statement|card|bank|order|account)|\\bcharges? (?:from you|on my (?:card|bank|statement))',
    '\\bpolicy\\b|\\bif (?:i|it)\\b|\\bdo you (?:do|offer|give|allow)\\b|\\bhow long\\b',
  ),

  rule(
    'refund',
    '(?:money|cash) back\\b|\\b(?:billed|charged|charging|billing|debited) (?:me|us|my)\\b|\\b(?:returned|sent back|mailed back)\\b[^.!?]*\\b(?:money|refund|credit|when)\\b|\\bsend (?:it|this|them|these) back\\b|\\bstore credit\\b|\\brefund(?:ed|s)?\\b',
    '\\bpolicy|policies\\b|\\bif\\b|\\bhow long\\b|\\bguarantee\\b|\\bdo you (?:do|offer|give|allow|have|take|accept)\\b|\\boffer refunds\\b|\\bsalon|stylist\\b|\\bfor shipping\\b|\\bhow (?:do|does) (?:your )?refunds? work',
  ),

  // Something that was ordered.
  rule(
    'order',
    `(?:where(?:'s| is| are)|track(?:ing)?|cancel(?:l?ing)?|change|modify|update|status of|find|locate|check (?:on|up on)?|about|problem with|issue with|wrong with|question about|missing from|help with) (?:\\w+ ){0,5}?(?:my|our|an|the|this) (?:\\w+ )?(?:${SENT}|subscription)\\b`,
    '\\border of\\b|in (?:that|what|which) order|\\bout of order|in order to\\b|how (?:do|can) i order',
  ),
  rule(
    'order',
    `(?:my|our) (?:last |first |recent |whole |entire )?(?:${SENT}|subscription)\\b[^!?]*\\b(?:hasn'?t|has not|never|still|didn'?t|isn'?t|late|lost|stolen|missing|wrong|damaged|broken|leaking|leaked|delayed|stuck|incomplete|crushed|not (?:arrived|here|come|shipped|delivered)|arrive|ship|get here|come\\b(?! today))`,
    '\\border of\\b|\\bexcited\\b|\\bcame today\\b|\\bhow (?:do|should) i use\\b',
  ),
  rule('order', `order (?:number|no\\.?|#|confirmation)|\\border #? ?\\d{3,}|#\\d{4,}`),
  rule(
    'order',
    `(?:haven'?t|have not|never|didn'?t|did not|still not|not yet|hasn'?t) (?:yet )?(?:been )?(?:received?|gotten|got|get|receive|shipped|delivered|arrive\\w*|come) (?:\\w+ ){0,4}?(?:${SENT}|confirmation|tracking|shipping (?:notice|confirmation)|anything|my (?:${GOODS}))`,
  ),
  rule(
    'order',
    `(?:ordered|bought|paid|payment)\\b[^!?]*\\b(?:hasn'?t|never|still|nothing|not yet|didn'?t|has not)\\b[^!?]*\\b(?:come|came|arrived?|shipped|here|received|got|anything|showed|delivered)`,
  ),
  rule('order', `(?:says?|shows?|marked(?: as)?) (?:it was )?delivered\\b[^?]*\\b(?:but|nothing|no|not|never|isn'?t)`),
  rule(
    'order',
    `(?:sent|got|received|shipped|delivered|gave|ordered)\\b[^.!?]*\\b(?:wrong (?:\\w+ )?(?:${GOODS}|item|order|size|scent|one|thing|package)|someone else'?s|somebody else'?s|instead of (?:the|what) )`,
  ),
  rule(
    'order',
    `(?:arrived?|came|showed up|delivered|got here|turned up)\\b(?: \\w+){0,3}? (?:broken|damaged|leaking|leaked|cracked|open(?:ed)?|empty|half[- ]?(?:full|empty)|smashed|spilled|crushed|busted|expired|shattered)\\b`,
  ),
  rule(
    'order',
    `(?:${GOODS}|items?|one of (?:the|my) \\w+)\\b[^.!?]*\\b(?:in|from) my (?:${SENT})\\b[^.!?]*\\b(?:missing|broken|wrong|damaged|leak\\w+|absent)`,
  ),
  rule(
    'order',
    `(?:missing|broken|damaged|leaking|spilled|cracked) (?:\\w+ ){0,4}?(?:in|from|on the way|during|with) (?:the mail|the post|shipping|transit|my ${SENT}|the ${SENT})|\\bspilled in the mail\\b|\\bsend (?:me )?a replacement\\b`,
  ),
  rule(
    'order',
    `(?:when|what day) (?:will|is|does|should) (?:my|our) (?:\\w+ )?(?:${SENT})|\\bcancel (?:my|the|a) subscription\\b|\\bstop (?:my|the) subscription\\b`,
  ),

  rule(
    'order',
    `(?:news|word|update|updates|information|info) (?:on|about|of|regarding) (?:my|the) (?:\\w+ )?(?:${SENT}|stuff i|things i|${GOODS} i)|\\b(?:ups|fedex|usps|dhl|courier|mail ?man|mail carrier|delivery (?:guy|driver|person|man)|post office)\\b[^?]*\\b(?:lost|left|never|damaged|stole|stolen|says|said|package|parcel|box|returned|can't find|order)\\b`,
  ),
  rule(
    'order',
    `(?:${SENT}|order \\d+|it|they|stuff)\\b[^.!?]*\\b(?:was|were|is|are) (?:supposed|meant|due|scheduled|promised) (?:to|for|on|by)\\b[^.!?]*\\b(?:be here|arrive\\w*|come|get here|delivered|ship\\w*|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last)|\\bnothing (?:has )?(?:in the mail|come|came|arrived|showed up|been delivered|delivered)\\b`,
    '\\bgrow|\\bstyle\\b',
  ),
  rule(
    'order',
    '(?:wrong|old|change (?:my|the)|update (?:my|the)|new|different) (?:\\w+ )?(?:address|zip(?: code)?|postal code|postcode|apartment number|street)\\b',
    '\\be-?mail address\\b|\\bip address\\b',
    '\\b(?:check(?:ed)? ?out|order\\w*|deliver\\w*|ship\\w*|package|parcel|box|subscription)\\b',
  ),
  rule(
    'order',
    `(?:only|just) (?:\\w+ ){0,2}?(?:of|out of) (?:the |my |all )?(?:\\w+ )?(?:${GOODS}|items?|things)\\b[^.!?]*\\b(?:box|package|arrived?|came|sent|delivered|received|there)|\\b(?:stop|pause|skip|cancel|end|change) (?:the |my |these |all )?(?:monthly|weekly|next|recurring|automatic|auto) ?(?:deliver\\w*|shipments?|orders?|box\\w*|subscription|charges?)|\\b(?:pause|skip|end) (?:my|the) subscription`,
  ),
  rule(
    'order',
    `ordered (?:the |a |an |your )?(?:\\w+ ){0,3}?${GOODS},? (?:but |and )?(?:i )?(?:got|received|you sent)`,
    '\\bgot (?:it|them|great|good|amazing|home|so)\\b',
  ),

  // Whoever speaks of an order of theirs has one, unless it is well or yet to be made.
  rule(
    'order',
    `(?:(?:my|our) (?:\\w+ )?(?:order|package|parcel|shipment|delivery)|(?:the|an|this) (?:order|package|parcel|shipment|delivery) (?:i|that|you|we|off|from|never|was|is|has|had|hasn't|wasn't|didn't)|order (?:number )?#?\\d{3,})\\b`,
    '\\border of\\b|\\bin order\\b|\\bout of order\\b|\\bexcited\\b|\\b(?:came|arrived|here) (?:today|yesterday|already|just now)\\b|\\bhow (?:do|should|would) (?:i|we) (?:use|order|layer|apply)\\b|\\bin my next order\\b|\\bpackage of (?:hair|braiding)',
  ),
  rule(
    'order',
    `(?:you|they) (?:guys )?(?:shipped|sent|delivered|packed)(?: me| us)? (?:\\w+ ){0,6}?(?:twice|two|wrong|no|nothing|only|without|instead|empty)\\b|\\b(?:never|didn't|haven't|not) (?:\\w+ ){0,2}?(?:got|get|gotten|received?|given|sent)(?: me)? (?:a |the |my |any )?(?:tracking|confirmation|shipping|order)\\b|\\bbefore it ships\\b|\\b(?:off|from) my (?:porch|doorstep|mailbox)\\b`,
  ),

  // Something that went wrong between the person and the brand.
  rule(
    'complaint',
    BRAND,
    '\\b(?:salon|stylist|braider|hairdresser|hair dresser)\\b|\\bhelps? (?:with|me)\\b|\\bwhich\\b|\\bdo(?:es)? (?:you|your|sienna)\\b[^.!?]*\\?',
    WRONGED,
  ),
  rule(
    'complaint',
    'grievance\\b|\\b(?:handled|treated) (?:\\w+ ){0,3}?(?:by|badly|poorly|terribly)\\b[^.!?]*\\b(?:you|your|support|team|company|sienna)',
  ),
  rule(
    'complaint',
    '(?:file|make|lodge|raise|submit|register|have|got|leave|place|send) (?:in )?(?:a|an|my|this) (?:\\w+ )?complaint|\\b(?:want|wanna|need|like|wish|here) to complain|\\b(?:complaining|complaint) (?:about|against) (?:your|you|the|sienna|how)|\\bwho (?:do|can) i complain',
  ),
  rule(
    'complaint',
    'your (?:\\w+ ){0,3}?(?:service|support|company|staff|people|team|agents?|website|brand)\\b[^.!?]*\\b(?:worst|terrible|awful|horrible|unacceptable|disgusting|appalling|disgraceful|rude|useless|a joke|pathetic|garbage|trash|ridiculous)|\\b(?:worst|terrible|awful|horrible|unacceptable|disgusting|appalling|disgraceful|rude|useless|poor|pathetic|shitty|crappy) (?:customer )?(?:service|support|experience) (?:from|with|by) (?:you|sienna|your)|\\b(?:worst|terrible|awful|horrible|poor|pathetic|shitty|crappy) customer (?:service|support)',
  ),
  rule(
    'complaint',
    '(?:support|customer service|your \\w+)\\b[^.!?]*\\b(?:so|very|really|was|were|extremely) rude\\b|\\bunacceptable\\b[^?]*\\b(?:you|your|support|service|reply|response|answer)',
  ),
  rule(
    'complaint',
    "(?:emailed|e-mailed|called|written|wrote|messaged|contacted|dm'?d|reached out)\\b[^?]*\\b(?:times|twice|again|repeatedly|weeks?|days)\\b[^?]*\\b(?:nobody|no one|no answer|no reply|no response|nothing|ignored|without|never)|\\b(?:nobody|no one)(?: \\w+){0,3}? (?:answers?|answered|replie[sd]|repl(?:y|ies)|responds?|responded|gets? back|got back|called back)\\b[^?]*\\b(?:me|my (?:e-?mails?|messages?|calls?)|you|support)",
    '\\bstylist|salon|braider\\b',
  ),
  rule(
    'complaint',
    '(?:disappointed|unhappy|dissatisfied|furious|angry|fed up|pissed(?: off)?|upset|disgusted|not (?:at all )?happy(?: at all)?) (?:at all )?(?:with|in|by|at) (?:you\\b|your|sienna|the (?:service|company|brand|way you)|this (?:company|brand|service))',
  ),
  rule(
    'complaint',
    "(?:this|your|you|sienna(?: naturals)?)(?: (?:brand|company|people|guys|whole \\w+))?(?:'s|'re| is| are) (?:just |all |such |nothing but )?(?:a |an )?(?:\\w+ )?(?:scam\\w*|rip[- ]?offs?|fraud\\w*|thieves|liars|crooks|joke)\\b|\\bfalse advertising\\b|\\b(?:report|sue) you\\b|\\bbetter business bureau\\b|\\b(?:my|a) lawyer\\b[^.!?]*\\byou\\b|\\blost a customer\\b|\\bnever (?:buy|buying|order|ordering|shop|shopping)\\b[^.!?]*\\b(?:from you|your|sienna)",
  ),
  rule(
    'complaint',
    `(?:pump|cap|lid|seal|nozzle|spray(?:er)?|bottle|jar|tube) (?:on|of|for) (?:your|my|the|this) [^.!?]*\\b(?:broke|broken|cracked|snapped|stuck|doesn'?t work|won'?t work|stopped working|fell off|jammed)|\\b(?:quality|standards?) (?:went|has gone|is going|have gone) down|\\b(?:really |such |very )?poor quality\\b`,
    '\\bbraiding hair\\b',
  ),

  rule(
    'complaint',
    '(?:official|formal|serious|written) complaint\\b|\\b(?:note|log|record|take|consider|treat) this (?:down )?as (?:a|an|my) (?:\\w+ )?complaint|\\b(?:feel|felt|been|was|am|got|being) (?:so |totally |completely )?(?:cheated|scammed|lied to|ripped off|let down|insulted|disrespected|ignored|misled|deceived|robbed)\\b[^.!?]*\\b(?:by|from|with) (?:you|your|sienna|this (?:brand|company))',
  ),
  rule(
    'complaint',
    '(?:your|the) (?:\\w+ )?(?:reps?|representatives?|team|agents?|support|staff|people|person|company|customer service|employees?|manager)\\b[^.!?]*\\b(?:insult\\w*|ignored|hung up|lied|dismiss\\w*|condescend\\w*|yelled|disrespect\\w*|mocked|treated|was nasty|were nasty|so slow|incompetent|careless)\\b',
    '\\b(?:salon|stylist|braider|hospital|school|work|job)\\b',
  ),
  rule(
    'complaint',
    '(?:appalled|ashamed|shameful|disgraceful|outraged|insulted|horrified|shocked)\\b[^.!?]*\\b(?:you|your|sienna)\\b|\\b(?:not a single|not one|no|zero|never (?:got|had|received) (?:a|any)|without (?:a|any)|still no) (?:reply|response|answer|word)s?\\b[^.!?]*\\b(?:you|your|support|sienna|customer service|my (?:e-?mails?|messages?|complaint))',
    '\\bsalon|stylist|braider\\b',
  ),

  // A person is wanted, whatever for.
  rule(
    'asked',
    '(?:member of (?:staff|the team|your team|your staff)|somebody at sienna|someone at sienna|whoever (?:runs|owns|manages|is responsible|is in charge)|the (?:owner|boss) (?:please|of this))\\b|\\b(?:what|which) (?:phone )?number (?:do|can|should) i (?:dial|call|ring|phone)|\\bnumber (?:to|i can) (?:dial|call|ring)|\\b(?:person|someone|somebody|human|anyone|they|you guys) (?:to )?(?:ring|phone|call|text) me\\b|\\b(?:customer (?:care|service|support)|live (?:chat|support)|human support|real support),? (?:please|now)\\b|\\bprefer (?:dealing with |talking to |speaking to |speaking with )?(?:real |actual )?(?:humans?|people|persons?)\\b|\\b(?:do|does|are|is) (?:any )?(?:actual|real|live|human) (?:people|persons?|humans?|beings?) (?:read|reading|answer|behind|on the other|work)',
    '\\b(?:salon|stylist|loctician|my hair|test)\\b',
  ),
  rule(
    'asked',
    '(?:hand|send|pass|put|forward|direct|route|switch|move|take) (?:me|us|this|my \\w+) (?:on |over |through |up |along )?to (?:a |an |the |your |some)?(?:\\w+ )?(?:human|person|someone|somebody|people|agent|team|support|staff|manager|colleague|department)',
  ),
  rule(
    'asked',
    '(?:loop|bring|call|pull|get|rope) (?:in )?(?:one of )?(?:your|a|the) (?:\\w+ )?(?:colleagues?|co-?workers?|teammates?|supervisors?|boss|superiors?|managers?)(?: in)?\\b|\\b(?:one of )?your (?:colleagues?|co-?workers?|teammates?|boss|superiors?)\\b[^.!?]*\\b(?:talk|speak|help|call|write|answer|look|contact|take over)|\\b(?:talk|speak|write|chat) (?:to|with) (?:one of )?your (?:colleagues?|co-?workers?|boss|superiors?)',
  ),
  rule(
    'asked',
    '(?:want|need|prefer|get|find|give me|bring|like) (?:me )?(?:a|an|some|another|any) (?:\\w+ )?(?:human|person)\\b(?! (?:who loves|to love|hair|being able|in my life|with (?:my|4|3|type|natural|curly|coily)))[^.!?]*(?:for this|here|please|not (?:a |an )?(?:bot|robot|machine|software|program|computer|ai)|instead|to (?:look|help|answer|handle|read|talk|speak|call)|who (?:can|understands|knows|gets)|on (?:the line|this)|$)',
    '\\b(?:braid\\w*|cut|style|loctician|salon|retwist|charge|my hair|twists?|install)\\b',
  ),
  rule(
    'asked',
    "(?:get|find|fetch|send|bring) (?:me )?(?:someone|somebody|a person|anyone)(?: (?:else|there))? (?:who|that) (?:does|can|knows|understands|gets|will|actually|works)|\\b(?:anyone|anybody|someone|somebody) with (?:a pulse|a brain|a heartbeat|authority)|\\bwho(?:'s| is) in charge\\b|\\b(?:i )?want to have a word\\b|\\bhave a word with (?:someone|somebody|your|whoever)",
    '\\b(?:braid|cut|style|loctician|salon|do my hair|my hair)\\b',
  ),
  rule(
    'asked',
    '(?:get in touch|get in contact|get hold|get a hold|be in touch|communicate) (?:with|of) (?:you(?: guys| all| people)?(?: directly)?\\b|your|someone|somebody|the (?:team|company|brand)|sienna|support)|\\b(?:quick |phone |short )?call with (?:someone|somebody|a (?:person|human)|you guys|your team|the team)|\\b(?:reach|contact) (?:you|your team|a person|someone|somebody) (?:directly|by phone|by email|on the phone)|\\b(?:speak|talk) (?:on|over) the phone\\b|\\b(?:talk|speak) (?:to|with) (?:someone|somebody|anyone) (?:at|from|in|on) (?:the|your) (?:company|brand|team|office)',
    '\\b(?:stylist|salon|roots|my hair|curls)\\b',
  ),
  rule(
    'asked',
    '(?:can|could|would|will) (?:you )?(?:an? )?(?:actual|real|live) (?:person|human|employee)\\b|\\b(?:person|human|people|someone real), not (?:a |an )?(?:software|bot|robot|machine|program|ai|computer|chatbot|app)',
  ),
  rule(
    'asked',
    `(?:talk(?:ing)?|speak(?:ing)?|chat(?:ting)?|connect(?:ed)?(?: me)?|transfer(?:red)?(?: me)?|put (?:me )?(?:through|on)|patch me through|get (?:me )?(?:through|in touch|in contact|a hold|hold)|escalat\\w+(?: this| it| me)?|hand(?:ed)? (?:me )?(?:over|off)|pass(?:ed)? (?:me )?(?:on|over)|switch(?: me)?|write|reach(?: out)?|contact|hear from|deal(?:ing)? with|call|email|message|complain)(?: to| with| of)? ${ANY}${STAFF}\\b`,
    '\\bhow (?:do|can|should|to) (?:i |you |we )?talk to\\b|\\bshould i (?:talk|speak)\\b|\\bmy (?:manager|agent|supervisor|team|rep|operator)\\b|\\bperson (?:of|who|with|in)\\b|\\bhuman hair\\b|\\bpeople (?:say|call|ask|who|at|in|with|about)\\b|\\bcall people\\b',
  ),
  rule(
    'asked',
    '(?:can|could|may|let) (?:i|me|we) (?:please |just |maybe |perhaps )?(?:talk|speak|chat) (?:to|with) (?:someone|somebody|anyone|anybody|one of (?:your|you)|you guys)|\\b(?:want|need|like|prefer|rather) to (?:talk|speak|chat) (?:to|with) (?:someone|somebody|anyone) (?:from|at|on|in|there|real|human|about my (?:order|account|delivery|subscription)|who works)|\\b(?:talk|speak|chat) (?:to|with) one of (?:your|the) (?:team|people|staff|experts?|agents?|stylists?|specialists?)',
    '\\b(?:alone|lonely|sad|depress\\w*|therap\\w*|doctor|dermatolog\\w*)\\b',
  ),
  rule(
    'asked',
    `(?:get|give|gimme|want|need|prefer|find|send|bring|i'?ll take) (?:me )?(?:a|an|the|some|your|help from (?:a|an)|someone) (?:real |live |actual |proper )*(?:human(?: being)?(?! hair)|live (?:agent|person|chat)|real (?:person|human|one)|actual (?:person|human|employee)|person (?:to|please|now|instead|here)|person$|agent|representative|customer (?:service|rep\\w*|support)|supervisor|manager|employee|rep\\b)`,
    '\\b(?:hair|wig|estate) agent\\b|\\bmy agent\\b|\\bwith my (?:hair|curls)\\b',
  ),
  {
    reason: 'asked',
    says: /\b(?:don'?t|do not|not|rather not|tired of|sick of|stop|enough|no more|hate|done|instead of|quit) (?:\w+ ){0,5}?(?:a |an |the |this |some )?(?:bots?|robots?|chat ?bots?|ai|machines?|computers?)\b/,
    unless: /\bare you\b|\bis this\b|\bsay (?:that )?you\b/,
    standsNegated: true,
  },
  {
    reason: 'asked',
    says: /\b(?:bot|robot|machine|computer|ai)\b[^.!?]*\b(?:isn'?t helping|not helping|useless|can'?t help|doesn'?t help|no use|pointless)\b/,
    standsNegated: true,
  },
  rule(
    'asked',
    '(?:is|are) (?:there )?(?:any|a|some)?(?:one|body|person|people|human|humans)?(?: real| actual| live| human)? ?(?:person|people|human|humans|someone|somebody|anyone|anybody)? ?(?:there|here|i can|we can|available|working there|to talk to|on your team)\\b[^.!?]*\\b(?:talk|speak|chat|write|call|real|human|contact|help me)|\\bis (?:any(?:one|body)|some(?:one|body)) (?:real|human|there|actually)[^.]*\\b(?:real|human|person|there)',
    '\\bthere (?:a|an|any) (?:product|style|way|oil|thing)',
  ),
  rule(
    'asked',
    'is there (?:someone|somebody|anyone|anybody)(?: \\w+){0,4}? (?:i|we) (?:can|could) (?:talk|speak|chat|write|call|contact|ask|email)',
    '\\b(?:braid|cut|style|salon|near me)\\b',
  ),
  rule(
    'asked',
    '(?:how (?:do|can|could|would|to) (?:i |we |you )?(?:reach|contact|call|email|get (?:a )?(?:hold of|in touch with)|write to) (?:\\w+ ){0,2}?(?:you(?: guys| all)?\\b|your|customer|support|sienna|the (?:team|company|brand|office)|someone)|(?:customer|support|contact|helpline|service|your) (?:\\w+ )?(?:phone |e-?mail )?(?:number|email|e-mail|hotline|helpline|phone line)\\b|do you (?:guys )?have (?:a |an )?(?:phone|customer service|support|contact|help) (?:\\w+ )?(?:number|line|email|team|desk)|who (?:do|can|should|could) (?:i|we) (?:contact|call|email|reach|speak (?:to|with)|talk to|write to|ask (?:at|about my)))',
    '\\b(?:stylist|salon|braider|doctor|dermatolog\\w*|style a|braid my)\\b',
  ),
  rule(
    'asked',
    '(?:have|get|ask|let|could|can|would) (?:someone|somebody|a person|an agent|a rep|a human|your \\w+|one of your \\w+)(?: (?:from|at|on|in) (?:\\w+ ){1,3}?)? ?(?:\\w+ ){0,3}?(?:call|email|e-mail|contact|phone|message|text|get back to|reach out to|write|answer|help) (?:to )?(?:me\\b|this\\b)|\\b(?:a )?call[- ]?back\\b|\\bcall me back\\b',
    '\\b(?:bounce|braid|cut) call',
  ),
  rule(
    'asked',
    '(?:can|could|would) (?:a|an|any) (?:real|live|actual|human) \\w+(?: from [\\w ]+?)? (?:answer|help|reply|look|respond|tell)',
  ),
  rule('asked', '(?:please |just )?(?:transfer me|escalate(?: this| it)|connect me|put me through)\\b'),
  rule('asked', '(?:put me through to|let me (?:talk|speak) (?:to|with)) (?:a|an|your|the|some)'),
  {
    reason: 'asked',
    says: /^(?:please |hi,? |hello,? |ok,? |i (?:said|want|need) )?(?:a |an )?(?:real |live |actual )?(?:human(?: being)?|person|agent|representative|operator|customer (?:service|support)|live chat|real person|manager|supervisor)(?: please| now| pls| plz)*[.!?\s]*$/,
  },
];

/** "I don't want", "no need for", "not a" before the words of a rule unsay it. */
export const UNSAYS =
  /(?:\b(?:don'?t|do not|didn'?t|doesn'?t|never|not|no|without|won'?t|isn'?t|can'?t|rather than|instead of)\b)(?:\s+(?:really|actually|even|need|needs|want|wants|looking|asking|trying|have|had|going|about|to|for|a|an|any|here|of|make|file|sure|yet))*\s*$/;
