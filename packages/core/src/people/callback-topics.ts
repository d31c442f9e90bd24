/**
 * What a callback may be about, and the words it uses. A further topic is a line. `pattern` finds the topic in what the person
 * said; group `rest` is what follows it ("with Halcyon"), group `tail` what stands for the whole ("to Porto").
 */
export interface CallbackTopic {
  readonly pattern: RegExp;
  /** The thing as a phrase; `{rest}` is filled from the person's words, with a space before it, or left out. */
  readonly thing: string;
  /** What is asked once its day has passed. `{thing}` is filled. */
  readonly passed: readonly string[];
  /** What is asked while it lies ahead; `{when}` is "tomorrow", "on Friday", "next week". */
  readonly ahead: readonly string[];
}

const WENT = ['How did {thing} go?', "I've been curious: how did {thing} go?"] as const;
const WAS = ['How was {thing}?', "I'd love to hear: how was {thing}?"] as const;
/** A trip's date is mostly that of its start: it may be under way or over. */
const HAS_BEEN = ['How has {thing} been?', 'I hope {thing} has been good. What has stood out?'] as const;
const STILL_ON = ['Is {thing} still on for {when}?', "{thing} is {when}, isn't it?"] as const;

const topic = (
  pattern: string,
  thing: string,
  passed: readonly string[],
  ahead: readonly string[] = STILL_ON,
): CallbackTopic => ({ pattern: new RegExp(`${OPENING}(?:${pattern})(?<rest>.*)$`, 'iu'), thing, passed, ahead });

/** A possessive of somebody else before the topic makes it theirs: "her exam", "Tom's wedding". */
const OPENING = "(?<![\\p{L}'-])(?<!(?:\\bher|\\bhis|\\btheir|\\byour friend|['’]s|s['’]) (?:[\\p{L}-]{1,15} )?)";

/** From what is most surely one thing to what is least: the first that fits is taken. */
export const CALLBACK_TOPICS: readonly CallbackTopic[] = [
  topic('(?:job |second |final |phone |first )?interviews?(?![\\p{L}-])', 'the interview{rest:with|at|for}', WENT),
  topic('driving test(?![\\p{L}-])', 'the driving test', WENT),
  topic(
    '(?:(?<kind>[\\p{L}-]{3,14}) )?(?<noun>exams?|finals|midterms?|viva|mock)(?![\\p{L}-])',
    'the {kind}{noun}{rest:in|on}',
    WENT,
  ),
  topic('thesis defen[cs]e(?![\\p{L}-])', 'the thesis defence', WENT),
  topic(
    '(?<noun>presentation|pitch|talk|speech|keynote|demo)(?![\\p{L}-])',
    'the {noun}{rest:to|for|about|on|at}',
    WENT,
  ),
  topic('(?<noun>audition|recital|gig|performance|open mic)(?![\\p{L}-])', 'the {noun}{rest:for|at|with}', WENT),
  topic(
    '(?:(?<kind>half|charity|city) )?(?<noun>marathon|race|triathlon|10k|5k|tournament|match)(?![\\p{L}-])',
    'the {kind}{noun}{rest:in|at|against}',
    WENT,
  ),
  topic(
    '(?<noun>trip|holiday|vacation|getaway|honeymoon|retreat|cruise|road trip)(?![\\p{L}-])',
    'the {noun}{rest:to|in|around}',
    HAS_BEEN,
  ),
  topic(
    '(?:fly|flying|travel|travelling|traveling|heading|going|go|off)(?= to \\p{Lu})',
    'the trip{rest:to}',
    HAS_BEEN,
  ),
  topic("(?:am |are |is |be |’m |'m )?mov(?:e|ing)(?: house)?(?= (?:to|into) )", 'the move{rest:to|into}', WENT),
  topic('mov(?:e|ing) (?:house|home|flat|flats|in)(?![\\p{L}-])', 'the move', WENT),
  topic(
    '(?<noun>graduation|housewarming|book launch|launch|exhibition|concert|festival|reunion)(?![\\p{L}-])',
    'the {noun}{rest:of|in|at}',
    WAS,
  ),
  topic('first day(?![\\p{L}-])', 'the first day{rest:at|of}', WENT),
  topic(
    '(?:new job|start(?:ing)? (?:at|my|a|the|as))(?![\\p{L}-])',
    'the first day of the new job',
    ['How is the new job going?', 'How are you finding the new job?'],
    ['The new job starts {when}, right? How are you feeling about it?'],
  ),
];

/** Things under way, without a day of their own: what the person is learning, making or training for. */
export const PROJECT =
  /(?<![\p{L}'-])(?<doing>learning|teaching (?:my|your)self|training for|practi[sc]ing|writing|building|knitting|sewing|painting|renovating|restoring|composing|recording|growing|designing|studying for|rehearsing)(?<rest> .*)$/iu;
export const PROJECT_QUESTIONS = ["How's {thing} going?", 'How is {thing} coming along?'] as const;
export const PET_QUESTIONS = ["How's {name} doing?", "How's {name} these days?"] as const;
export const TODAY_QUESTIONS = [
  "Isn't {thing} today? I'm thinking of you.",
  '{thing} is today, right? How are you feeling about it?',
] as const;

/**
 * What a callback never touches, whatever the reading made of it: loss, illness, conflict, break-ups, secrets, law and money.
 * A word too many costs a question; a word too few hurts.
 */
export const PAINFUL =
  /\b(?:d(?:ie|ied|ies|ying|ead|eath)|funeral|memorial|(?:the|a|his|her) wake|grie[fv]\w*|mourn\w*|ashes|bury|burial|widow\w*|miscarr\w*|stillb\w*|suicid\w*|kill\w*|overdos\w*|self[- ]harm\w*|cancer|chemo\w*|tumou?rs?|biops\w*|scans?|mri|surger\w*|operation|hospital\w*|hospice|icu|diagnos\w*|sick\w*|ill(?:ness)?|disease|disorder|doctors?|clinic|test results?|blood test|treatment|ivf|fertility|pregnan\w*|abortion|therap\w*|psych\w*|rehab|detox|relaps\w*|sober|addict\w*|depress\w*|anxiety|panic|trauma\w*|abus\w*|assault\w*|rape\w*|violen\w*|stalk\w*|break(?:ing)?[- ]?up|broke up|divorc\w*|separat\w*|custody|cheat(?:ed|ing)|affair|ex|ex-\w+|fight\w*|fought|argu\w*|falling out|fell out|secret\w*|confess\w*|come out|coming out|court|trial|police|lawyer|solicitor|hearing|tribunal|arrest\w*|prison|jail|probation|parole|asylum|deport\w*|visa|debt\w*|loan\w*|bankrupt\w*|evict\w*|foreclos\w*|overdraft|bailiff\w*|broke|fired|laid off|layoff\w*|redundan\w*|disciplinary|grievance|lost|losing|loss|fail(?:ed|ing)?|put (?:him|her|it|them) (?:down|to sleep)|vet|cancell?ed|called off|postponed|not going|didn't go|anymore)\b/i;
