// Long because it is one table: what verbs tell, in the order in which they are tried.
import { CONDITION, MEDICINE } from './health-words.ts';
import { isOccupation } from './occupations.ts';
import type { Parsed } from './subjects.ts';
import { isPlaceLike } from './values.ts';

/** What a rule reads of a predicate, before it is made a statement. */
export interface Reading {
  readonly slot: string;
  readonly value: string | null;
  /** 0 to 1; the rule's own when absent. */
  readonly confidence?: number;
}

export interface PredicateRule {
  /** Verbs the subject must bring: `be` for "I'm …", `''` when the pattern has its own. */
  readonly heads: readonly Parsed['head'][];
  readonly pattern: RegExp;
  /** The slot; a family's name is completed by the group `part`. */
  readonly slot: string;
  /** How the group `value` is cut to size; `fixed` takes `fixed` instead. */
  readonly as: 'place' | 'firm' | 'thing' | 'words' | 'list' | 'fixed' | 'number' | 'job';
  readonly fixed?: string;
  readonly confidence?: number;
  /** Only when the value is one; the table's way to ask for more than a pattern can. */
  readonly when?: (value: string) => boolean;
  /** Said of the person alone. */
  readonly selfOnly?: boolean;
  /** A denial of it ends what held ("I'm not vegan"), or says nothing (`ignore`). */
  readonly denial?: 'negate' | 'ignore';
}

const V = '(?<value>[^,;!?()\\n]{1,90})';
/** A list goes on behind its commas; what is no part of it is cut off when it is split. */
const LIST = '(?<value>[^;!?()\\n]{1,120})';
const ANY: readonly Parsed['head'][] = ['', 'be', 'was', 'have', 'had'];
const BARE: readonly Parsed['head'][] = [''];
const BE: readonly Parsed['head'][] = ['be'];
const HAVE: readonly Parsed['head'][] = ['have'];
const ADVERB =
  '(?:(?:just|also|really|still|actually|always|only|currently|now|recently|absolutely|totally|kinda|so|officially|finally|both|originally|do|even|usually|mostly|only) ){0,3}';

function row(
  heads: readonly Parsed['head'][],
  source: string,
  slot: string,
  as: PredicateRule['as'],
  more: Partial<Pick<PredicateRule, 'fixed' | 'confidence' | 'when' | 'selfOnly' | 'denial'>> = {},
): PredicateRule {
  return {
    heads,
    pattern: new RegExp(`^${ADVERB}${as === 'list' ? source.replace(V, LIST) : source}`, 'iu'),
    slot,
    as,
    ...more,
  };
}

const END = '(?![\\p{L}\\p{N}])';
const DIET =
  'vegan|vegetarian|veggie|pescatarian|pescetarian|halal|kosher|plant[- ]based|keto|paleo|gluten[- ]free|dairy[- ]free|sugar[- ]free|teetotal';
const FAITH =
  'muslim|christian|catholic|hindu|sikh|jewish|buddhist|jain|atheist|agnostic|protestant|mormon|quaker|orthodox|baptist|methodist|lutheran|anglican|pagan';
const STATUS =
  'single|married|engaged|divorced|widowed|separated|dating|seeing someone|in a (?:relationship|long[- ]distance relationship)|polyamorous';
const LANGUAGE =
  'english|spanish|french|german|hindi|urdu|punjabi|tamil|telugu|bengali|gujarati|marathi|arabic|mandarin|cantonese|chinese|japanese|korean|portuguese|italian|russian|polish|dutch|swedish|norwegian|danish|finnish|greek|turkish|yoruba|igbo|hausa|swahili|twi|welsh|irish|gaelic|catalan|hebrew|persian|farsi|vietnamese|thai|tagalog|malay|indonesian|ukrainian|romanian|czech|hungarian|sign language|bsl|asl';

/** What can be said of someone, verb by verb. A clause may match several rows: "I'm a nurse in York" is a job and a place. */
export const PREDICATES: readonly PredicateRule[] = [
  // Age. "26 minutes late" is no age.
  row(
    BE,
    `(?:turned |turning )?(?<value>\\d{1,3})(?=$|\\s*(?:[,.!;]|years?[ -]olds?|yrs? old|yo\\b|y/o|now\\b|today\\b|tom+or+ow\\b|tmrw\\b|2moro\\b|already\\b|and\\b|an\\b|this (?:week|month|year)\\b|next (?:week|month|year)\\b|in (?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|but\\b|,))`,
    'age',
    'number',
    { when: isAge },
  ),
  row(BARE, '(?:turned|turns|just turned|have turned|has turned) (?<value>\\d{1,3})\\b', 'age', 'number', {
    when: isAge,
  }),
  row(['have'], 'turned (?<value>\\d{1,3})\\b', 'age', 'number', { when: isAge }),

  // Places.
  row(BE, `(?:from|born (?:and (?:raised|bred) )?in|raised in) ${V}`, 'from', 'place', { when: isPlaceLike }),
  row(
    ['', 'was'],
    `(?:born|raised|born and raised|born and bred|brought up) (?:in '?\\d{2,4} )?in ${V}`,
    'from',
    'place',
    {
      when: isPlaceLike,
    },
  ),
  row(BARE, `(?:grew up|come|comes|hail|hails) (?:in|from) ${V}`, 'from', 'place', { when: isPlaceLike }),
  row(
    BE,
    `(?:living|based|settled|residing|staying) (?:out |over |up |down )?(?:in|near|outside) ${V}`,
    'lives-in',
    'place',
  ),
  row(
    ['', 'be', 'have'],
    `(?:starting (?:over|fresh|afresh|again)|settling|settled|settling in|landed|(?:a )?(?:new life|fresh start)) in (?<value>\\p{Lu}[^,;!?()\\n]{1,60})`,
    'lives-in',
    'place',
    { when: isPlaceLike, confidence: 0.85 },
  ),
  row(
    ['', 'be'],
    `(?:live|lives|living|staying) with [^,;.!?()\\n]{2,40}? in (?<value>\\p{Lu}[^,;!?()\\n]{1,60})`,
    'lives-in',
    'place',
    { when: isPlaceLike, confidence: 0.75 },
  ),
  row(BE, `in (?<value>\\p{Lu}[^,;!?()\\n]{1,60})`, 'lives-in', 'place', { confidence: 0.7, when: isPlaceLike }),
  row(['have'], `(?:lived|been living|been based|been) (?:here )?in ${V}`, 'lives-in', 'place', {
    when: isPlaceLike,
    confidence: 0.85,
  }),
  row(
    BARE,
    `(?:live|lives|living|based|reside|resides) (?:out |over |up |down |here )?(?:in|near|outside) ${V}`,
    'lives-in',
    'place',
  ),
  row(
    ANY,
    `(?:moved|moving|relocated|relocating|emigrated|moved back|moving back|mudarse|mudado|mudó) (?:out |over |up |down |back |away |house |here |from [^,;.!?]{1,40} )?(?:in )?(?:to|into|a) ${V}`,
    'moved-to',
    'place',
    { when: isPlaceLike },
  ),
  row(BARE, `(?:left|leaving|swapped|traded) (?:[^,;.!?]{2,40}) for ${V}`, 'moved-to', 'place', {
    when: (value) => /^\p{Lu}/u.test(value) && isPlaceLike(value),
  }),
  row(BARE, `(?:live|lives|living|stay|staying) with ${V}`, 'lives-with', 'thing', { confidence: 0.75 }),
  row(BE, `(?:living|staying) with ${V}`, 'lives-with', 'thing', { confidence: 0.75 }),

  // Work.
  row(BE, `(?<value>(?:an? |the )?[^,;.!?()\\n]{3,60})`, 'job', 'job', { when: isOccupation, confidence: 0.85 }),
  row(ANY, `(?:work|works|working|worked) as (?<value>[^,;.!?()\\n]{3,60})`, 'job', 'job'),
  row(
    ['', 'have', 'had', 'was'],
    `(?:got|started|landed|accepted|taken|took|found|start|starting|hired|promoted)(?: a| the| my)?(?: new)?(?: job| role| position| work)? (?:as|to) (?<value>(?:an? |the )?[^,;.!?()\\n]{3,50})`,
    'job',
    'job',
    {
      when: (value) =>
        isOccupation(value) || /\b(?:lead|manager|head|director|officer|engineer|supervisor)\b/i.test(value),
    },
  ),
  row(
    ANY,
    `(?:work|works|working|start|starting|started|join|joined|joining|hired|got hired|got a job)\\b[^,;.!?]{0,60}? as (?<value>(?:an? |the |their )[^,;.!?()\\n]{3,50})`,
    'job',
    'job',
    { when: isOccupation },
  ),
  row(
    ANY,
    `(?:work|works|working|worked|(?:do|does|doing)(?= (?:the )?(?:night|day|late|early|shifts|part|full|weekends)))(?: (?:(?:the )?(?:night|day|late|early) shifts?|nights|days|part[- ]time|full[- ]time|shifts|weekends|remotely|evenings))? (?:at|for) ${V}`,
    'employer',
    'firm',
    { when: isWorkplace },
  ),
  row(ANY, `(?:work|works|working) in ${V}`, 'workplace', 'place', { when: isField }),
  row(
    ANY,
    `(?:work|works|working|do|does|doing) (?<value>night shifts?|day shifts?|nights?|days|part[- ]time|full[- ]time|weekends|evenings|shifts|from home|remotely|the (?:night|day|early|late) shift)${END}`,
    'shift',
    'words',
  ),
  row(
    BE,
    `on (?:the )?(?<value>night shifts?|nights|night duty|day shifts?|earlies|lates|the night shift)${END}`,
    'shift',
    'words',
  ),
  row(
    BE,
    `(?<value>unemployed|retired|self[- ]employed|freelance|freelancing|between jobs|out of work|on (?:maternity|paternity|sick|parental) leave|jobless|job hunting)${END}`,
    'employment',
    'words',
  ),
  row(
    ANY,
    `(?:got |been |was |just )?(?<value>laid off|fired|sacked|made redundant|retired)${END}`,
    'employment',
    'words',
    { denial: 'ignore' },
  ),
  row(
    ['', 'have', 'had', 'was'],
    `(?:got|started|landed|accepted|start|starting|starts|begin|begins)(?: a| an| the| my)?(?: new)?(?: [a-z]+){0,2}(?: job| role| position| internship| placement| apprenticeship| work| offer)? (?:at|with|from) ${V}`,
    'employer',
    'firm',
    { when: isWorkplace, confidence: 0.75 },
  ),
  row(BARE, `(?:joined|joining|join) ${V}`, 'employer', 'firm', {
    when: (value) => /^\p{Lu}/u.test(value) && !/(?:club|team|band|choir|gym|group)/i.test(value),
    confidence: 0.6,
  }),
  row(
    BARE,
    `(?:run|runs|own|owns|opened) (?<value>(?:an? |my own |his own |her own )(?:small |little |tiny )?(?:[\\p{L}-]+ ){0,3}(?:shop|bakery|café|cafe|restaurant|salon|business|studio|company|bar|store|farm|garage|food truck|agency|clinic|school|bookshop|nursery|stall))${END}`,
    'job',
    'thing',
    { confidence: 0.75 },
  ),

  // Study.
  row(
    ['be', ''],
    `(?:study|studies|studying|majoring in|reading|doing (?:a|my|an) (?:degree|masters?|master's|phd|ba|bsc|msc|ma|a[- ]levels?|course|diploma|apprenticeship) in|taking a (?:course|degree) in) (?!for\\b|at\\b|all\\b|so\\b|hard\\b|late\\b|tonight\\b|a book\\b|the\\b|my\\b|about\\b)(?<value>[^,;!?()\\n]{2,60}?)(?= at | in | with |[,.;!?()]|$)`,
    'studies',
    'thing',
    {
      when: (value) => value.split(' ').length <= 5 && !/^(?:a|an|this|it|like|every|with|in|and)\b/i.test(value),
      confidence: 0.8,
    },
  ),
  row(BE, `(?:an? )?(?<value>(?:[\\p{L}-]+ ){1,3})student${END}`, 'studies', 'thing', {
    when: (value) =>
      !/\b(?:good|bad|terrible|great|international|exchange|mature|college|uni|university|first|second|third|final|year|the|broke|poor|still|just|a|straight)\b/i.test(
        value,
      ),
    confidence: 0.75,
  }),
  row(
    ['be', ''],
    `(?:(?:study|studies|studying|student)(?: [\\p{L}-]+){0,3}? at|(?:go|goes|going) to|(?:an? )?(?:[\\p{L}-]+ ){0,3}student at|in (?:my|his|her|the) (?:first|second|third|fourth|final|last) year at|a (?:freshman|sophomore|junior|senior) at) (?<value>(?:the )?(?:\\p{Lu}[\\p{L}&.'-]*|uni(?:versity)? of \\p{Lu}\\p{L}+)(?: (?:of|for|the|and|\\p{Lu}[\\p{L}&'-]*)){0,5})`,
    'school',
    'words',
    { when: isSchool },
  ),

  // Health.
  row(
    BE,
    `(?:deathly |severely |badly |mildly |really |super |highly |very |quite |pretty |so |also )?allergic to ${V}`,
    'allergy',
    'list',
  ),
  row(
    [...HAVE, ''],
    `(?:got |have |has )?(?:a |an |this )?(?:severe |bad |serious |mild |life-threatening |horrible |nasty )?(?<value>(?!seasonal )[\\p{L}-]+(?: [\\p{L}-]+)?) allerg(?:y|ies)${END}`,
    'allergy',
    'list',
    { when: (value) => !/^(?:an?|the|my|bad|any|no|some|food|many|other)$/i.test(value) },
  ),
  row(
    [...HAVE, ''],
    `(?:got |have |has )?(?:an? )?(?:severe |bad |serious )?allerg(?:y|ies) to ${V}`,
    'allergy',
    'list',
  ),
  row(
    BE,
    `(?<value>lactose|gluten|dairy|fructose|histamine|wheat|alcohol|egg|caffeine)[- ]intolerant`,
    'intolerance',
    'words',
  ),
  row(BE, `intolerant (?:to|of) ${V}`, 'intolerance', 'list'),
  row([...HAVE, ''], `(?:got |have |has )?an? (?<value>[\\p{L}]+) intolerance`, 'intolerance', 'words'),
  row(
    ['', 'was', 'be', 'have', 'had'],
    `(?:been |got |just |recently |finally |officially )*diagnosed (?:with|as(?: having)?) ${V}`,
    'diagnosis',
    'list',
  ),
  row(
    [...HAVE, ''],
    `(?:got |have |has |suffer from |suffers from |struggle with |struggles with |live with |living with )?(?:an? |my |the )?(?:mild |severe |bad |chronic |type [12] |stage \\w+ |really bad |terrible |early onset |early[- ]stage )?(?<value>(?:(?:type [12]|stage \\w+|chronic|breast|lung|prostate|skin|bowel|ovarian|brain|celiac|crohn's|heart|kidney|liver|thyroid) )?(?:${CONDITION.source}))${END}`,
    'diagnosis',
    'words',
    { confidence: 0.85 },
  ),
  row(
    BE,
    `(?:an? )?(?:type [12] )?(?<value>diabetic|asthmatic|epileptic|autistic|dyslexic|dyspraxic|bipolar|coeliac|celiac|anaemic|anemic|colou?r[- ]?blind|deaf|blind|anorexic|bulimic|neurodivergent|hard of hearing|hiv positive)${END}`,
    'diagnosis',
    'words',
    { confidence: 0.85 },
  ),
  row(
    ['', 'be', 'have'],
    `(?:take|takes|taking|on|started|been on|put on|started on|been taking) (?:[\\d.]+ ?m[cg]g? (?:of )?)?(?<value>${MEDICINE.source})${END}`,
    'medicine',
    'words',
  ),
  row(BE, `(?:now |mostly |strictly |an? )*(?<value>${DIET})${END}`, 'diet', 'words'),
  row(
    ['', 'have'],
    `(?:went|gone|turned|became|go|eat|eats|been|follow an?|keep) (?<value>${DIET})${END}`,
    'diet',
    'words',
  ),
  row(BE, `(?:(?<value>[^,;.!?]{1,25}) )?(?:sober|clean)(?![\\p{L}])`, 'sober', 'words', {
    selfOnly: true,
    when: (value) => /\d|day|week|month|year/.test(value),
  }),
  row(
    ['be', 'have', ''],
    `(?:been )?(?:sober|clean) (?:for )?(?<value>(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|a) (?:day|week|month|year)s?)`,
    'sober',
    'words',
  ),
  row(
    BE,
    `(?:\\d+ (?:weeks|months) )?(?:pregnant|expecting|preggers|up the duff|having a baby)(?: with (?<value>twins|triplets|a (?:boy|girl)))?${END}`,
    'expecting',
    'fixed',
    { fixed: 'a baby' },
  ),
  row(BE, `due (?:in |on |around |at |early |late )?(?<value>[^,;.!?]{2,30})`, 'due', 'words', {
    when: isCalendarLike,
    confidence: 0.8,
  }),
  row(BARE, `due (?:in |on |around |at |early |late )?(?<value>[^,;.!?]{2,30})`, 'due', 'words', {
    when: isCalendarLike,
    confidence: 0.6,
  }),

  // Who they are.
  row(
    BE,
    `(?:happily |newly |recently |very |still )?(?<value>${STATUS})${END}(?! (?:at|with what|in my work|by|to know|out|mum|mom|dad|parent|best|one|thing|biggest))`,
    'relationship',
    'words',
    { confidence: 0.8 },
  ),
  // "Divorced, two daughters": how people put themselves in a list.
  row(
    BARE,
    `(?<value>divorced|widowed|single|married|separated|engaged)(?=\\s*(?:$|,|and\\b|with (?:two|three|one|a|no|\\d)))`,
    'relationship',
    'words',
    {
      confidence: 0.8,
      selfOnly: true,
    },
  ),
  row(ANY, `(?:just |finally )?got (?<value>engaged|married|divorced)${END}`, 'relationship', 'words', {
    confidence: 0.75,
    when: () => true,
  }),
  row(BE, `(?:an? )?(?:practi[sc]ing |devout |lapsed )?(?<value>${FAITH})${END}`, 'faith', 'words', {
    confidence: 0.8,
  }),
  row(
    BE,
    `(?:half |part |an? )?(?<value>(?:half[- ])?\\p{Lu}\\p{Ll}+(?:ian|ish|ese|an|ch|i|ani|er|k|ss)(?:[- ]\\p{Lu}\\p{Ll}+)?)$`,
    'nationality',
    'words',
    { when: isNationality, confidence: 0.75 },
  ),
  row(
    ['', 'be'],
    `(?:speak|speaks|fluent in|learnt|grew up speaking|native in) (?:a bit of |a little |some |fluent |broken )?(?<value>(?:${LANGUAGE})(?:(?:, | and |, and )(?:a bit of |some )?(?:${LANGUAGE})){0,5})`,
    'speaks',
    'list',
  ),

  // Tastes.
  row(
    BARE,
    `(?:love|loves|luv|like|likes|adore|adores|enjoy|enjoys|loved loving|prefer|prefers|me encanta|amo) (?!(?:that|how|when|it|this|you|u|him|her|them|me|what|where|to (?:think|know|see|hear|be|say)|myself|us|the way|the idea)\\b)${V}`,
    'likes',
    'list',
    { when: isTaste },
  ),
  row(
    BE,
    `(?:really |so |super |very |totally |a bit |kinda |way too )*(?:into|obsessed with|addicted to|a (?:huge|big|massive) fan of|a fan of|crazy about|mad about|fond of|hooked on|a sucker for) (?!(?:it|this|that|him|her|you)\\b)${V}`,
    'likes',
    'list',
    { when: isTaste },
  ),
  row(
    ANY,
    `(?:can'?t|cannot|could not|couldn'?t) (?:live|function|start (?:the|my) day|go a day|get through (?:the|a) day|survive|sleep|wake up|do mornings|cope|start (?:the|my) morning) without ${V}`,
    'likes',
    'thing',
    { when: isTaste, denial: 'ignore' },
  ),
  row(
    BARE,
    `(?:hate|hates|h8|dislike|dislikes|detest|detests|loathe|loathes|despise|despises|can'?t stand|cannot stand|can'?t bear|can'?t deal with|odio) (?!(?:that|how|when|it|this|you|u|him|her|them|me|what|where|myself|to (?:say|think|admit|ask|be)|us|the way|the idea)\\b)${V}`,
    'dislikes',
    'list',
    { when: isTaste },
  ),
  row(
    BE,
    `(?:not )?(?:really )?(?:a (?:big |huge )?fan of|keen on|big on|into) (?!(?:it|this|that|him|her|you)\\b)${V}`,
    'likes',
    'list',
    { when: isTaste },
  ),
  row(
    BARE,
    `(?:can'?t|cannot|can not) (?:eat|drink|have|tolerate|do|digest|handle) (?!(?:it|this|that|any|anything|much|with|without|enough|my|the)\\b)${V}`,
    'avoids',
    'list',
    { when: isTaste },
  ),
  row(
    BARE,
    `(?:avoid|avoids|stay away from|stays away from|gave up|given up|quit|quitting|stopped (?:eating|drinking|having)|cut out|swore off|steer clear of) (?!(?:it|this|that|him|her|my|the|on|work|trying|people)\\b)${V}`,
    'avoids',
    'list',
    { when: (value) => isTaste(value) && !/^\d|\b(?:job|work|school|uni|ago|years?|months?|weeks?)\b/i.test(value) },
  ),
  row(
    BE,
    `(?:really |so |super |absolutely |a bit |deathly |totally )*(?:scared|afraid|terrified|frightened|petrified) of (?!(?:it|this|that|him|her|you|what|how|the future|losing|being|dying)\\b)${V}`,
    'fears',
    'list',
    { when: isTaste },
  ),
  row([...HAVE, ''], `(?:have |has |got )?a (?:fear|phobia) of ${V}`, 'fears', 'list', { when: isTaste }),

  // What they do.
  row(
    BARE,
    `(?:can )?(?:play|plays|practise|practice) (?:the |in goal for |for )?(?<value>(?:guitar|bass|piano|violin|cello|drums|ukulele|flute|trumpet|saxophone|sax|clarinet|harp|banjo|tabla|sitar|football|soccer|basketball|tennis|cricket|rugby|hockey|netball|volleyball|badminton|squash|golf|chess|video games|d&d|dungeons and dragons|baseball|softball|padel|table tennis|ping pong|poker|bridge|darts|pool|snooker|water polo|handball|lacrosse|ultimate frisbee|roller derby))${END}`,
    'hobby',
    'words',
    { confidence: 0.85 },
  ),
  row(
    BARE,
    `(?:do|does|practise|practice|teach|teaches) (?<value>yoga|pilates|karate|judo|ju[- ]?jitsu|bjj|ballet|salsa|crossfit|pottery|ceramics|improv|stand[- ]?up|taekwondo|kickboxing|boxing|gymnastics|parkour|calligraphy|origami|crochet|archery|fencing|aikido|tai chi|zumba|triathlons|ultras)${END}`,
    'hobby',
    'words',
    { confidence: 0.85 },
  ),
  row(
    BE,
    `in (?<value>(?:the |an? |our |my |this )(?:[\\p{L}'-]+ ){0,3}(?:club|team|band|choir|committee|group|society|orchestra|league|union|troupe|squad))${END}`,
    'member-of',
    'thing',
  ),
  row(
    ['be', ''],
    `(?:part of|on|a member of|joined|joining|sing in|sings in|play in|plays in|play for|plays for) (?<value>(?:the |an? |our |my |this )?(?:[\\p{L}'-]+ ){0,3}(?:club|team|band|choir|committee|society|orchestra|league|union|troupe|squad|church|gym))${END}`,
    'member-of',
    'thing',
  ),

  // Things.
  row(BARE, `(?:drive|drives|ride|rides) (?<value>an? [^,;.!?()\\n]{2,40})`, 'owns:car', 'thing', {
    when: (value) =>
      !/\b(?:lot|bit|while|hour|miles?|bus|train|horse|taxi|hard bargain|forklift|lorry|truck for)\b/i.test(value),
  }),
];

function isAge(value: string): boolean {
  const age = Number(value);
  return age >= 1 && age <= 115;
}

/** "In tech", "in a hospital" tell where someone works; "in silence" does not, but nobody says so. */
function isField(value: string): boolean {
  return !/^(?:the (?:morning|evening|night|dark|rain)|silence|progress|peace|my pyjamas|pyjamas|bed|shifts|pairs|teams?|it)\b/i.test(
    value,
  );
}

function isWorkplace(value: string): boolean {
  return (
    !/^(?:home|night|the moment|least|it|this|that|him|her|them|free|me|hours?|\d|myself|years|ages|a while|weeks|months|noon|midnight|all|dawn|my (?:own )?(?:desk|best|fitness|relationship))\b/i.test(
      value,
    ) && !/\b(?:hours?|weeks?|months?|years?|minutes)$/i.test(value)
  );
}

function isSchool(value: string): boolean {
  return /\b(?:uni|university|college|school|academy|institute|tech|poly|polytechnic|conservatoire|oxford|cambridge|harvard|yale|stanford|mit|lse|ucl|iit|sciences po|eth|nyu|ucla|berkeley|princeton|columbia|tufts|durham|exeter|warwick|st andrews|kcl|imperial)\b/i.test(
    value,
  );
}

function isCalendarLike(value: string): boolean {
  return /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|month|day|tomorrow|spring|summer|autumn|fall|winter|christmas|\d)/i.test(
    value,
  );
}

const NOT_NATIONAL =
  /^(?:Christian|Austin|Ian|Brian|Vegan|Human|Woman|Libertarian|Vegetarian|Ryan|Sebastian|Adrian|Selfish|British-Gas|Guardian|Italian-food)$|^(?:vegetarian|vegan|pescatarian|christian|librarian|veterinarian|historian|human|woman)/i;
function isNationality(value: string): boolean {
  return (
    /^\p{Lu}/u.test(value) &&
    !NOT_NATIONAL.test(value) &&
    /(?:ian|ish|ese|can|ean|wan|ban|uan|man|French|Dutch|Greek|Swiss|Czech|Thai|Welsh|Polish|Iraqi|Israeli|Pakistani|Bangladeshi|Kuwaiti|Omani|Qatari|Somali|Nepali|Icelander|Ghanaian|Scottish|Irish)(?:[- ]\p{Lu}\p{Ll}+)?$/u.test(
      value,
    )
  );
}

/** A taste is for something nameable, no more than a few words. */
function isTaste(value: string): boolean {
  return (
    value.split(' ').length <= 7 &&
    !/^(?:it|this|that|these|those|you|u|him|her|them|me|us|myself|everything|nothing|something|anything|everyone|people like|to (?:do|have|make|get) (?:it|this|that)|my (?:life|job|boss|body|self|mum|mom|dad|husband|wife)|the (?:fact|way|idea|thought|feeling|sound of (?:it|that))|what|how|when|being (?:so|this|a burden)|today|so much|a lot|each other)\b/i.test(
      value,
    ) &&
    !/\b(?:so much|more than|of you|to you|about you|you)\b/i.test(value)
  );
}
