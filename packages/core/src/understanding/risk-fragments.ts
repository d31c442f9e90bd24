import type { Risk } from './summary.ts';

/**
 * A pattern of meaning. `pattern` is matched within one sentence of the plain text (lower case, no apostrophes, idioms taken
 * out); `with` must also hold, `without` must not hold, anywhere in the message.
 */
export interface RiskRule {
  readonly name: string;
  readonly level: 'crisis' | 'concern';
  readonly kind: NonNullable<Risk['kind']>;
  readonly pattern: RegExp;
  readonly with?: RegExp;
  readonly without?: RegExp;
  /** Whether a negation before the match ("I'm not going to …") or a plain past turns crisis into concern. Default true. */
  readonly softens?: boolean;
}

/** Up to `most` words between two parts of a pattern. */
export const gap = (most: number): string => `(?: \\S+){0,${most}}`;
/** A pattern from a source put together of the fragments below. */
export const rx = (source: string): RegExp => new RegExp(source, 'u');
/** Where any of the patterns holds. */
export const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'u');

/** Somebody in the speaker's life, without the possessive. */
export const PERSON =
  '(?:friends?|mates?|best friend|bestie|roommate|flatmate|housemate|sister|brother|mum|mom|mother|dad|father|son|daughter|cousin|boyfriend|girlfriend|husband|wife|partner|fiance|fiancee|ex|neighbou?r|student|co ?worker|colleague|classmate|niece|nephew|kid|child|uncle|aunt|grand(?:ma|pa|mother|father|son|daughter)|nan|teen\\w*|gf|bf|bff|mate|patient|crush|twin|stepson|stepdaughter|stepsister|stepbrother)';
/** Another person as the subject: "my little brother", "she", "a girl". */
export const SOMEONE = `(?:(?:my|our|a|this|his|her|the|one of my)(?: (?:best|little|older|younger|big|close|online|old|step|baby|dear|good|ex|teenage|eldest|youngest|\\d+ year old))? ${PERSON}s?|she|he|they|someone(?: i know)?|this girl|this guy|a girl|a guy|a kid)`;
/** Who harms, by relation or by pronoun. */
export const ABUSER =
  '(?:he|she|they|someone(?: at (?:home|work|school|church))?|(?:my|her|the)(?: (?:ex|own|step|older|big|little|foster|drunk|m[uo]ms|mothers|dads|sisters))? ?(?:boyfriend|girlfriend|husband|wife|partner|dad|daddy|father|mum|mom|mother|stepdad|stepmom|stepmum|step ?father|step ?mother|step dad|step mom|brother|sister|uncle|aunt|carers?|caregiver|nurse|teacher|coach|boss|ex|fiance|fiancee|roommate|flatmate|grandpa|grandfather|grandma|son|cousin|parents?|landlord|father in law|mother in law|pastor|priest|bf|gf|family|foster \\w+|babysitter|manager|grandson|nephew|tutor|doctor|therapist|neighbou?r))';
/** Medicines and drugs, by class and by common name. */
export const PILLS =
  '(?:pills?|tablets?|meds|medications?|medicine|sleeping \\w+|paracetamol|acetaminophen|tylenol|ibuprofen|advil|xanax|antidepress\\w+|painkillers?|insulin|ambien|valium|codeine|benadryl|aspirin|prozac|lithium|capsules?|oxy\\w*|opioids?|sertraline|zoloft|fentanyl|benzos?|klonopin|melatonin|zopiclone|prescriptions?|months? supply|diazepam|tramadol|morphine|seroquel)';
/** Means of ending a life. */
export const MEANS = `(?:${PILLS}|rope|noose|gun|pistol|revolver|rifle|shotgun|razors?|razor blades?|blades?|knife|knives|belt|helium|bleach|antifreeze|box cutter|scalpel|what i need|everything i need|enough to do it|bottle of \\S+)`;
/** Wish, thought, plan or attempt before a verb. */
export const INTEND =
  '(?:want(?:ed|ing)? to|wanna|going to|gonna|ready to|about to|plan(?:ning|ned)? (?:to|on)|think(?:ing)? (?:about|of)|thought(?:s)? (?:about|of)|urges? to|tempted to|need to|feel(?:ing)? like|decided to|might(?: as well)?|should(?: just)?|could just|have to|deserve to|consider(?:ing|ed)?|fantasi[sz]\\w+ about|dream(?:ing|t)? (?:about|of)|tried to|trying to|try to|let me|wish i could|id like to|how (?:do i|to|can i|should i|would i)|close to|cant stop thinking (?:about|of))';
export const MYSELF = '(?:myself|my self)';
/** Ways to say that one's life ends. */
export const DIE =
  '(?:die|be dead|not exist|stop existing|cease to exist|not be (?:alive|here|around)(?: anymore)?|end it(?: all)?|end everything|end my (?:own )?life|take my (?:own )?life|never wake up|not wake up|disappear (?:forever|for good|from (?:this|the) (?:world|earth))|be gone(?: forever| for good)?|commit suicide|unalive|be no more|be six feet under|be in (?:the|my) (?:ground|grave))';
/** The absence of people who care. */
export const NOBODY = '(?:no ?one|nobody|not (?:a single|one) (?:person|soul)|none of (?:them|you|my \\w+))';
/** To be dead, said mildly. */
export const GONE =
  '(?:gone|dead|not here|not around|wasnt here|werent here|wasnt around|werent around|disappeared|vanished|died|wasnt alive|passed|not alive)';
/** Verbs of hurting oneself. */
export const SELF_INJURY =
  '(?:cut|cuts|cutting|burn|burns|burning|burned|burnt|hurt|hurts|hurting|harm|harms|harming|harmed|scratch\\w*|slit|slitting|slash\\w*|stab\\w*|carv\\w+|bit\\w*|punch\\w*|choke|choking)';
/** Where people hurt themselves. */
export const BODY = '(?:arms?|wrists?|thighs?|legs?|skin|stomach|hips?|forearms?|ankles?|veins?|belly|throat)';
/** Verbs of violence that take "me". */
export const VIOLENCE_TO_ME =
  '(?:hits|hit|hitting|beats|beat|beating|beaten|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|slap(?:s|ped|ping)?|shov(?:es|ed|ing)|burn(?:s|ed|t|ing)|rap(?:es|ed|ing)|assault(?:s|ed|ing)?|molest(?:s|ed|ing)?|abus(?:es|ed|ing)|hurts|hurting|threw (?:things|\\w+) at|throws (?:things|\\w+) at|threw|throws|push(?:es|ed|ing)?|hurt(?=s|ing)|smack(?:s|ed|ing)?|whip(?:s|ped)|drag(?:s|ged)|bit|bites|stab(?:s|bed)?|grop(?:es|ed|ing)|pins|pinned)';
/** Reasons to stand high up that are none for worry. */
export const EVERYDAY_VIEW =
  /\b(?:watching (?:the )?(?:\S+ )?(?:seals?|birds?|ducks?|swans?|boats?|dolphins?|whales?|stars?|moon|meteors?|clouds|parade|tide come in|surfers|rowers|murmuration|starlings|bats|otters|kingfishers?|herons?)|view|sunset|sunrise|fireworks|barbecue|bbq|hik\w+|photo\w*|picnic|drinks|beautiful|bungee|instagram|harbou?r|whales?|skiing|canyon|seat|my chair|couch|knife edge)\b/;
/** Reasons to be absent that are none for worry. */
export const LEISURE_ABSENCE =
  /\b(?:holiday|vacation|annual leave|on leave|pto|out[ -]of[ -](?:town|office|the[ -]office)|(?:were|we are|im|i am|ill be) (?:off to|away (?:in|at|on|with)|back (?:on|in|by)|in (?!pain|hell|bed|hospital|agony|despair|debt|trouble|danger|prison|jail|here|(?:a )?(?:coffin|grave|bits|pieces|tears|the (?:ground|car|bath|bathroom|garage|woods|water|river))\b)\S+$)|off to \S+|cover for me|handover|rota|reschedul\w*|trip|travel\w*|flight|visiting|conference|day off|weekend away|camping|cruise|work from home|wfh|meeting|class|shift|honeymoon|maternity|moving|new job|abroad|gap year)\b/;
/** After "on the roof" or "on the bridge": a place to work, sit or play. */
export const NOT_A_DANGER =
  '(?! (?:crew|terrace|bar|garden|deck|cafe|restaurant|pool|rack|box|tiles?|team|loan|of (?:a|the|his|her|my) (?:nose|guitar|song|ship|mouth|car(?! park))|fixing|repair\\w*|cleaning|painting|clearing|putting|installing|sunbath\\w*|having|watching|with (?:a|some|his|her|their) (?:beers?|drinks?|mates|friends|ladder)))';
/** Play in which people beat each other: at it, in it, never after it ("he loses at poker and hits me"). */
export const PLAYED =
  /(?<!\b(?:los(?:es|t|ing)|watching|drinking)(?: \S+)? )\b(?:at|in|playing)(?: (?:the|a|our|online|speed|table))? (?:chess|draughts|checkers|scrabble|monopoly|uno|cards|poker|cribbage|dominoes|mario|fifa|tekken|smash bros|video games?|tennis|ping pong|badminton|squash|golf|bowling|darts|snooker|pool|boxing|kickboxing|wrestling|karate|judo|bjj|jiu ?jitsu|mma|muay thai|rugby|hockey|quiz)\b(?! (?:club|stick|rac\w+|bat|ball|cue|bag))|\b(?:arm wrestl\w+|sparring|grappl\w+|tournament|championships?|(?:state|regional|national|semi|quarter|cup) ?finals?|opponent|referee|training partner|goalie|paintball\w*|laser tag|airsoft|nerf|snowball|water fight|pillow fight)\b/;
/** A small sibling who bites or kicks is no danger. */
export const LITTLE_ONE =
  /\b(?:little|baby|younger|kid) (?:sis|bro|sister|brother|cousin|niece|nephew)(?: \S+)? (?:bit|bites?|biting|kick\w*|poked|pinch\w*|slap\w*)\b|\bmy (?:toddler|kitten|puppy|\S+ month old|(?:one|two|three|four) year old)\b/;
/** A small thing done to somebody's things: who will "kill me" for it will do no such thing, unless there is fear in it. */
export const PETTY =
  /^(?!.*\b(?:scared|afraid|terrified|frightened|knife|gun|drunk|hid|hiding|bruis\w*|last time|hits?|hit|beats?|beaten|chok\w+|punch\w*|means? it|serious\w*|not joking|help me|police)\b).*?(?:\b(?:i|ive|we|weve)(?: (?:just|accidentally|only|may have|might have|sort of|kinda|also|think i))* (?:scratch\w*|dent\w*|spil[lt]\w*|shrunk|shrank|stain\w*|chipp\w*|cracked?|scuff\w*|bleached|smashed|broke|burnt?|burned|lost|ate|finished|forg[eo]t\w*|bent|crashed|reversed|dropped|shaved|dyed|overcooked|drowned|deleted|unplugged|borrowed|overwatered|parked)(?: (?:to|all|off|into|over))? (?:(?:water|feed|tape|record|bring|buy|defrost|lock|post|pick up|take out) )?(?:his|her|their|the|our|dads?|mums?|moms?|my (?:mum|mom|dad|sister|brother|boss|flatmate|roommate|wife|husband)s?)(?! (?:police|nose|arm|jaw|trust|baby|promise|silence|rules?|heart|order|restraining|money))\b|\b(?:spil[lt]\w*|dropped|got)(?: \S+){1,3} (?:on|over|down|all over) (?:his|her|their|the|our) (?!(?:face|head|baby|body)\b)|\bif (?:i|we) (?:forget|miss|lose|spoil|skip|ruin) (?:the|his|her|our|their|another) (?!(?:baby|call|calls)\b)|\bwhen (?:he|she|they) (?:sees?|finds?|reads?|checks|opens|gets) (?:the|this|these|those|that|my (?:hair|haircut|fringe|tattoo|room|nails|piercing|report|grades?|bank statement|screen time)|how much i spent) ?(?!(?:divorce|police|court|messages?|texts?|bruises?|papers|restraining|test|pregnancy)\b)|\bif (?:he|she|they) (?:finds? out|hears?|sees?|knew)(?: that)? (?:i|we|ive) (?:scratched|dented|spil[lt]\w*|broke (?:the|his|her)|ate|lost (?:the|his|her)|shrunk|stained|forgot|skipped|bought (?:another|more)|had (?:another|pizza|cake)|skived|crashed (?:the|his|her) (?:car|bike|drone)))/;
/** A child wants to know, and the grown-up passes it on. */
export const ASKED_BY_A_CHILD =
  /\bmy (?:\S+ )?(?:son|daughter|nephew|niece|kid|kids|child|children|grandson|granddaughter|toddler|pupils?|class|\S+ year old)(?: \S+)? (?:asks|asked|keeps asking|wants? to know|is asking|wants an answer|wants a real answer|wonders)\b|\bexplain (?:it|this|that|death|dying) to (?:a|my|the) (?:\S+ ){0,3}(?:child|kid|kids|old|son|daughter|nephew|niece|class|toddler)\b/;

/** Despair, intent and farewell: what turns a pill bottle on a table into means. */
export const DISTRESS =
  /\b(?:dont know what im doing|dont know what to do|cant stop thinking|keep thinking|cant (?:do|go|take|live|cope|keep|carry|stand|handle|bear|face|stop|breathe)|done (?:with|trying|fighting)|tired of|anymore|any more|another (?:day|night)|its over|end it|goodbyes?|so alone|all alone|hurts|the pain|in pain|nobody|no ?one|worthless|hate (?:my|myself)|tonight|im ready|scared of myself|trust myself|tempted|urges?|relapse\w*|hopeless|give up|giving up|gave up|sorry|forgive|love you all|peace|no point|no reason|crying|numb|empty|burden|better off|suicid\w+|die|dying|dead|the end|nothing left|lost everything|calling (?:me|to me)|failure|what do i do|thinking about (?:it|doing)|do it|my plan)\b/;
