import { turned } from '../../understanding/gist.ts';
import { GIVEN_NAMES, isOrdinary } from '../../understanding/name-words.ts';
import type { StatedTime, Statement } from '../fact.ts';
import { SELF } from '../fact.ts';
import { whoIs } from '../slots.ts';
import { type Draft, isTender } from './draft.ts';
import { opened, type Parsed } from './subjects.ts';
import { type Mentioned, tokensOf } from './tokens.ts';

/** What a clause tells that no slot has room for, and what of it is worth keeping. */
export interface Told {
  readonly text: string;
  readonly quote: string;
  readonly parsed: Parsed;
  readonly mentions: readonly Mentioned[];
  readonly time: StatedTime | null;
  readonly leaning: 'past' | 'future';
}

const PAST_VERBS =
  'went|ran|had|got|did|made|lost|won|found|felt|met|saw|took|came|left|broke|quit|woke|ate|drank|spent|bought|sold|told|said|forgot|remembered|learned|learnt|fought|cooked|wrote|read|built|flew|drove|rode|swam|sang|taught|fell|hit|cut|threw|gave|caught|began|chose|slept|heard|held|kept|led|paid|put|sent|shot|sat|stood|stole|swore|tore|understood|wore|beat|bit|blew|brought|hurt|hid|knew|let|lit|rang|shut|spoke|thought|was|were|dropped|finally|just';
const PAST = new RegExp(
  `^(?:(?:just|finally|also|already|only|actually|then|both|nearly|almost|recently|accidentally|officially|totally|literally|never) ){0,3}(?:${PAST_VERBS}|(?!(?:need|feed|speed|breed|bleed|seed|weed|indeed|exceed|proceed|succeed)\\b)[a-z]{2,}ed)\\b`,
  'i',
);
const PROGRESSIVE =
  /^(?:(?:just|finally|also|still|already|currently|now|actually|not) ){0,2}(?!(?:feeling|thing|something|nothing|anything|everything|morning|evening|king|being|thinking|wondering|dying|going crazy|kidding|joking|loving|trying not)\b)[a-z]{2,}ing\b/i;
const PLANNED =
  /\b(?:going to|gonna|will|planning (?:to|on|a)|plan to|booked|got tickets|have tickets|about to|due to|getting (?:married|a|an|my|our|the|engaged)|moving|starting|flying|seeing|visiting|hosting|meeting|having (?:a|an|my|our|surgery|the)|expecting|signed up|i'll|we'll|looking forward|can't wait|coming|come|arrives?|is on|are on|starts?|thinking (?:of|about))\b/i;
const GOAL =
  /\b(?:(?:am|is|i'm|im|been|be)? ?(?:learning|teaching myself|trying|want|wants|wanting|hoping|aiming|determined|saving|training|working|resolved|striving)(?: up)? (?:to|for|towards?) (?!(?:be honest|say|cry|die|sleep|know|talk|hear|see|understand|scream|go home|go to bed|vent|help|get over|remember|think|a while|a bit|ages)\b)|my (?:goal|dream|aim|new year'?s resolution|resolution|target) (?:is|this year)|(?:learning|teaching myself) (?!(?:how|that|to|a lot|so|more|about|it|this)\b)\p{L}|(?:need|have|got) to (?=(?:lose|save|quit|finish|pass|pay off|get fit|give up|cut down)\b)|the goal is|on my bucket list|bucket list:)/iu;
/** A noun that stands for an appointment: "Interview with Halcyon on Friday" says "I have an interview". */
const APPOINTMENT =
  /^(?:(?:got|have|having|big|first|second|final|another|next|my|the|our|an?|job|driving|blood|dentist|doctor'?s?|gp|vet|physio|therapy|parents'?) ){0,4}(?:interview|exam|exams|test|appointment|appt|surgery|operation|scan|mri|biopsy|results?|audition|wedding|funeral|concert|gig|flight|trip|holiday|vacation|date|party|presentation|meeting|graduation|recital|marathon|half marathon|race|match|game|finals|viva|defen[cs]e|deadline|hearing|checkup|check-up|procedure|birthday party|baby shower|housewarming|reunion|festival|tournament|show|performance|opening|launch|move|start date|viewing|inspection|therapy|session|checkup|ultrasound)\b(?!'s)/i;
/** News whose subject is the thing itself: "Divorce came through", "House sale went through". */
const NEWS =
  /^(?:divorce|house|house sale|offer|mortgage|visa|adoption|surgery|operation|chemo|funeral|wedding|court|custody|biopsy|scan|exams?|finals|thesis|treatment|round|keys|book|contract|paperwork|application)\b[^,;]{0,40}\b(?:came|went|got|fell|has|is|was|were|arrived|accepted|approved|rejected|finished|done|over|through|signed|submitted|published)\b/i;
const LIFE =
  /\b(?:married|engaged|wedding|divorc\w*|pregnan\w*|born|birth|baby|died|funeral|graduat\w*|promot\w*|fired|hired|laid off|redundan\w*|diagnos\w*|surgery|operation|hospital|med school|law school|tattoo|accident|crash\w*|moved|moving|adopt\w*|proposed|broke up|split up|cheated|won|lost|passed|failed|accepted|rejected|offer|scholarship|retire\w*|sober|relapse\w*|marathon|published|bought|sold|award|first|visa|citizenship|degree|exam|interview|stole|robbed|burgled|flooded|evict\w*|secret|apologi[sz]ed|forgave|reconcil\w*|came out|transition\w*|ivf|miscarr\w*|therap\w*|rehab|deadline|thesis|debt|loan|mortgage|together|shaadi|boda|mariage|hochzeit|examen|entrevista|casamento|quit|notice|resign\w*|kitten|puppy|dog|cat|house|flat|volunteer\w*|tattoo|concert|tickets)\b/i;
/** Talk about the talk, moods of the moment and phrases that only look like news. */
const SMALL_TALK =
  /^(?:(?:i|we|it|that|this|you)(?:'s|'m|'re|'ve|'d| am| is| was| are| will)? )?(?:(?:just|really|so|don't|dont|do not|can't|cant|didn't|doesn't|not|never|still|always|also|am|have|had|would|could|should|even|already|honestly|kinda) )*(?:know|knew|think|thought|guess|mean|see|saw that|understand|agree|hope|wonder|wondering|suppose|believe|bet|swear|promise|appreciate|thank|thanks|sorry|apologize|wish|care|mind|sure|ok|okay|fine|good|great|back|here|home|bored|tired|exhausted|sad|happy|hungry|hi|hello|hey|bye|night|lol|haha|yes|no|yeah|nope|need (?:to|some|a) (?:vent|talk|rant|chat|advice|help|break|hug|minute|sec)|want to (?:talk|ask|chat|vent|know|die|cry|sleep|scream)|have (?:a|one|another|some) (?:question|questions|idea)|feel(?:ing)?|felt|looks?|seems?|sounds?|depends|works for me|love (?:it|that|this|you)|like (?:it|that|this|you)|hate (?:it|this|that)|had (?:a|such a|the) (?:\p{L}+ )?(?:day|night|week|time|weekend|evening|morning)|can(?:'|no)?t (?:even|wait|believe|sleep|stop|breathe|remember|explain|complain)|got (?:it|that|this|to go|nothing|home)|going (?:to bed|to sleep|now|home|crazy)|gonna (?:go|sleep|bed)|talk(?:ing)? (?:later|soon|to you)|told you|said|asking|asked you|talked to you)\b/iu;
const FEELING_HEAD =
  /^(?:(?:so|very|really|a bit|kinda|super|too|just|feeling|pretty|quite|all|not|still|absolutely|completely) )*(?:tired|exhausted|sad|happy|proud|excited|nervous|anxious|lonely|angry|bored|stressed|grateful|hopeful|overwhelmed|scared|worried|sick|relieved|confused|hungry|heartbroken|devastated|ashamed|embarrassed|frustrated|annoyed|jealous|calm|content|hurt|numb|empty|drained|fed up|done|ready|fine|ok|okay|good|great|bad|down|low|alive|here|back|home|sorry|late|lost(?! (?:my|our|the|a|her|his|\d))|alone|glad|thrilled|gutted|knackered|sleepy|awake|up|in bed|in love|broke(?! (?:my|up|the|a|our|it))|busy|crying|dying|shaking|dead|screaming|sobbing|destroyed|wrecked|buzzing|stoked|over it|okay|alright|weird|stuck|cold|hot|freezing|speechless|so done)\b/i;

const MAX_WORDS = 45;

/** The clause as an event, a plan, a goal or a plain fact; null when nothing in it is worth keeping. */
export function happeningIn(told: Told): Draft | null {
  const { parsed, quote, time } = told;
  const { text: raw } = opened(told.text);
  const body = raw.replace(/[\s.!?,;:…–—-]+$/u, '');
  const words = body.split(/\s+/).length;
  if (words < 2 || words > MAX_WORDS || SMALL_TALK.test(body)) return null;
  if (parsed.form === 'thing' && !/\b(?:my|our|me|i|us|we)\b/i.test(body) && told.mentions.length === 0) return null;
  if (parsed.form === 'thing' && /^(?:you|your)\b/i.test(body)) return null;
  if (
    parsed.head === 'be' &&
    FEELING_HEAD.test(parsed.rest) &&
    told.mentions.length === 0 &&
    (time === null || words < 4)
  )
    return null;
  if (parsed.form === 'implied' && FEELING_HEAD.test(body)) return null;
  if (
    parsed.form === 'other' &&
    (parsed.rest.trim() === '' || (parsed.head === 'be' && /^(?:my|our)\s/i.test(parsed.rest)))
  )
    return null;
  const kind = kindOf(told, body);
  if (kind === null || !isSalient(told, body, words, kind)) return null;
  const text = saidBack(told, body, kind);
  if (text === null) return null;
  const subject = parsed.form === 'other' ? parsed.subject : SELF;
  const isLife = LIFE.test(body);
  return {
    subject,
    slot: kind,
    value: body.slice(0, 200),
    quote,
    text,
    time,
    confidence: parsed.form === 'thing' || parsed.form === 'implied' ? 0.7 : 0.8,
    importance: kind === 'fact' ? 0.4 : isLife ? 0.75 : kind === 'goal' ? 0.75 : kind === 'plan' ? 0.6 : 0.45,
    tender: isTender(body),
  };
}

function kindOf({ parsed, time, leaning }: Told, body: string): 'event' | 'plan' | 'goal' | 'habit' | 'fact' | null {
  const isSelf = parsed.form === 'self' || parsed.form === 'implied';
  // "We're not moving to Spain any more" is no plan.
  if (parsed.negated || parsed.ended)
    return PAST.test(parsed.rest) || /\b(?:didn'?t|wasn'?t)\b/i.test(body) ? 'event' : 'fact';
  if ((isSelf || /^my (?:goal|dream|aim|target|resolution)/i.test(body)) && GOAL.test(body) && !parsed.negated)
    return 'goal';
  if (APPOINTMENT.test(body) && (parsed.form === 'implied' || parsed.form === 'thing'))
    return leaning === 'past' && /\b(?:went|was|were|had)\b/i.test(body) ? 'event' : 'plan';
  if (parsed.form === 'implied' && NEWS.test(body)) return 'event';
  if (parsed.head === 'have' && /\bgot\s+(?!an?\b|the\b|my\b|our\b|no\b|\d|to\b)/i.test(body)) return 'event';
  if (
    isSelf &&
    parsed.form === 'self' &&
    (parsed.head === '' || parsed.head === 'have') &&
    HABIT.test(body) &&
    !PAST.test(parsed.rest)
  )
    return 'habit';
  if (
    PAST.test(parsed.rest) ||
    (isSelf &&
      PAST.test(body.replace(/^(?:i|we)(?:'ve|'d)?\s+/i, '')) &&
      !/^(?:i |we )?(?:have|had|got) (?:an?|the|my|no|to)\b/i.test(body)) ||
    parsed.head === 'was' ||
    parsed.head === 'had'
  )
    return 'event';
  if (parsed.head === 'will') return 'plan';
  const isAhead = time !== null && leaning === 'future' && time.date !== null;
  if (
    (PROGRESSIVE.test(parsed.rest) || PLANNED.test(body)) &&
    (isAhead || PLANNED.test(body)) &&
    !/^thinking\b/i.test(parsed.rest)
  )
    return isSelf || isAhead ? 'plan' : 'fact';
  if (PROGRESSIVE.test(parsed.rest) || parsed.head === 'be' || parsed.head === 'have')
    return parsed.form === 'implied' && !PROGRESSIVE.test(parsed.rest) ? null : isAhead ? 'plan' : 'fact';
  // "Lake Como, 4-11 July, just me and Hattie": a date and a name are a plan without a verb.
  if (parsed.form === 'implied')
    return isAhead && time !== null && /\d/.test(time.words) && namesSomething(body.replace(time.words, ''))
      ? 'plan'
      : null;
  if (isAhead && parsed.head === 'of') return 'plan';
  return 'fact';
}

/** Worth keeping: it names someone or something, a time, a figure, or a turn of life. */
function isSalient({ mentions, time, parsed }: Told, body: string, words: number, kind: string): boolean {
  const isTimed =
    time !== null && !/^(?:today|tonight|this (?:morning|evening|afternoon)|now|hoy|aaj)\b/i.test(time.words);
  const isLife = LIFE.test(body);
  const hasName = namesSomething(body);
  const hasFigure = /\d/.test(body);
  if (kind === 'habit') return words >= 4;
  if (kind === 'goal') return words >= 4 || hasName || hasFigure;
  if (kind === 'fact')
    return (
      words >= 3 &&
      (mentions.length > 0 ||
        hasName ||
        (hasFigure && words >= 5) ||
        (isLife && parsed.form === 'self' && words >= 4) ||
        (parsed.form === 'thing' && parsed.head === 'of' && words >= 4 && isLife))
    );
  return (words >= 3 || isLife) && (mentions.length > 0 || isTimed || isLife || hasName || hasFigure);
}

/** How often: what is done every day is a habit. */
const HABIT =
  /\b(?:every (?:single )?(?:day|morning|night|evening|week|weekend|month|year|summer|winter|\p{L}+day|time)|each (?:day|morning|night|week)|usually|always|normally|most (?:days|mornings|nights|evenings|weekends)|(?:once|twice|three times|\d times) a (?:day|week|month|year)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|on weekends|at weekends|before bed|first thing in the morning|for breakfast)\b/iu;

/** A capital inside the clause that no sentence asks for. */
function namesSomething(body: string): boolean {
  return tokensOf(body).some(
    ({ text, lower }, index) =>
      index > 0 &&
      /^\p{Lu}\p{Ll}/u.test(text) &&
      (GIVEN_NAMES.has(lower) || !isOrdinary(lower) || index > 1) &&
      !/^I\b/.test(text),
  );
}

/** The clause in the second person, as a sentence of its own. */
function saidBack({ parsed }: Told, body: string, kind: string): string | null {
  const said = turned(body).trim();
  if (said === '') return null;
  if (parsed.form === 'other' && /^(?:he|she|they)\b/i.test(body)) {
    const rest = said.replace(
      /^(?:he|she|they)(?:'s|'re|s(?= ))?/i,
      (pronoun) =>
        `${whoIs(parsed.subject)}${/'?s$/.test(pronoun) && !/^(?:he|she|they)$/i.test(pronoun) ? ' is' : ''}`,
    );
    return finished(rest);
  }
  if (parsed.form !== 'implied') return finished(said);
  if (/^(?:you|your|you're|you've)\b/i.test(said) || NEWS.test(body)) return finished(said);
  if (kind === 'plan' && !APPOINTMENT.test(body) && !PROGRESSIVE.test(body) && !PLANNED.test(body))
    return finished(said);
  if (APPOINTMENT.test(body) && kind === 'plan') {
    const bare = said.replace(/^(?:got|have|having)\s+/i, '');
    const article = /^(?:my|your|the|our|an?|another|results?|exams|finals)\b/i.test(bare)
      ? ''
      : /^[aeiou]/i.test(bare)
        ? 'an '
        : 'a ';
    return finished(`you have ${article}${lowerFirst(bare)}`);
  }
  if (PROGRESSIVE.test(body) || /^not \p{L}+ing\b/iu.test(body)) return finished(`you're ${lowerFirst(said)}`);
  if (!PAST.test(body) && !/^(?:got|had)\b/i.test(body)) return finished(said);
  return finished(`you ${lowerFirst(said)}`);
}

function lowerFirst(words: string): string {
  return /^\p{Lu}{2}|^I\b/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

function finished(words: string): string {
  const trimmed = words.replace(/\s+/g, ' ').trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}.`;
}

/** The tense a clause leans to: what was, or what is ahead. */
export function leaningOf(text: string, parsed: Parsed | null): 'past' | 'future' {
  const { text: body } = opened(text);
  if (
    /\b(?:will|going to|gonna|'ll|tomorrow|next|by|in \d+|until|upcoming|planning|booked)\b/i.test(body) &&
    !/\b(?:was|were|went|had)\b/i.test(body)
  )
    return 'future';
  if (parsed !== null && (parsed.head === 'was' || parsed.head === 'had' || PAST.test(parsed.rest))) return 'past';
  if (/\b(?:last|ago|yesterday|was|were|went|had|did|since)\b/i.test(body)) return 'past';
  if (parsed?.head === 'have' && /^(?:been|\p{L}+ed)\b/iu.test(parsed.rest)) return 'past';
  return 'future';
}

/** The latest thing that was waited for: what "I got it" and "it's benign" answer. */
export function awaited(
  recent: readonly Pick<Statement, 'slot' | 'value' | 'subject' | 'text'>[],
  matching: RegExp,
): Pick<Statement, 'slot' | 'value' | 'subject' | 'text'> | null {
  return (
    recent.findLast(
      ({ slot, value, text }) =>
        ['plan', 'event', 'goal', 'fact'].includes(slot) && matching.test(`${value ?? ''} ${text}`),
    ) ?? null
  );
}
