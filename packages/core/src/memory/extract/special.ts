import { turned } from '../../understanding/gist.ts';
import type { StatedTime, Statement, Subject } from '../fact.ts';
import { SELF } from '../fact.ts';
import { whoIs, whoseIs } from '../slots.ts';
import { type Spoken, yearlyDayIn } from '../stated-time.ts';
import type { Draft } from './draft.ts';
import { awaited } from './happenings.ts';
import { fold, type Mentioned, mentionedIn, nameAt, subjectFor, tokensOf } from './people.ts';
import { isPet, relationOf } from './relations.ts';
import { opened, type Parsed, type Resolver } from './subjects.ts';
import { COLOURS, nounOfThing, trimmed } from './values.ts';

/** A clause and all that the rules below need to know of it. */
export interface Reading {
  /** The clause without openers. */
  readonly body: string;
  readonly quote: string;
  readonly parsed: Parsed | null;
  readonly mentions: readonly Mentioned[];
  readonly resolver: Resolver;
  readonly spoken: Spoken;
  readonly time: StatedTime | null;
  /** What is known and what this conversation has said so far, the latest last. */
  readonly recent: readonly Statement[];
  /** What this message has said so far. */
  readonly here: readonly Draft[];
}

export type SpecialRule = (reading: Reading) => readonly Draft[];

const NUMBER =
  '(?<count>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twin|a couple of|no|zero)';

/** "Two sisters", "an aunt to four", "no kids", "an only child". */
const counts: SpecialRule = ({ body, quote, parsed }) => {
  const isSelf = parsed === null || parsed.form === 'self' || parsed.form === 'implied';
  if (!isSelf) return [];
  if (/\b(?:an |the )?only child\b/i.test(body) && !parsed?.negated && /^(?:i|i'm|im|as|being|an? |only)/i.test(body)) {
    return [{ subject: subjectFor('sibling', null), slot: 'is', value: null, quote, negated: true }];
  }
  const kin = body.match(
    new RegExp(
      `\\b(?<role>aunt|auntie|aunty|uncle|mum|mom|mother|dad|father|parent|grandma|grandmother|grandad|grandpa|grandparent|nan)(?: and \\p{L}+)? (?:to|of) (?:the )?${NUMBER}\\b`,
      'iu',
    ),
  )?.groups;
  if (kin?.role !== undefined && kin.count !== undefined && !/^(?:no|zero)$/i.test(kin.count)) {
    const role = kin.role.toLowerCase();
    const relation = /aunt|uncle/.test(role) ? 'niece or nephew' : /grand|nan/.test(role) ? 'grandchild' : 'child';
    return [{ subject: subjectFor(relation, null), slot: 'count', value: kin.count.toLowerCase(), quote }];
  }
  const drafts: Draft[] = [];
  const pattern = new RegExp(
    `(?:\\b(?:have|had|got|'ve got|ive got|raising|with|and|there are)|^)\\s*(?:just |only |about )?${NUMBER} (?:(?:[\\p{L}-]+) ){0,2}?(?<who>[\\p{L}-]+)(?![\\p{L}-])`,
    'giu',
  );
  for (const match of body.matchAll(pattern)) {
    const relation = relationOf(match.groups?.who ?? '');
    const count = match.groups?.count ?? '';
    if (
      relation === null ||
      (!relation.isPlural && !/^(?:one|1)$/i.test(count)) ||
      /^(?:friend|coworker|teammate|student|client|teacher|doctor|manager)$/.test(relation.relation)
    )
      continue;
    if (/^(?:no|zero)$/i.test(count))
      drafts.push({ subject: subjectFor(relation.relation, null), slot: 'is', value: null, quote, negated: true });
    else if (!/^one$|^1$/i.test(count))
      drafts.push({ subject: subjectFor(relation.relation, null), slot: 'count', value: count.toLowerCase(), quote });
  }
  const denied = body.match(
    /\b(?:don'?t|do not|dont|never|haven'?t|havent) (?:really |actually |even )?(?:have|had|got|want) (?:any |an? |my own )?(?<who>[\p{L}-]+)(?:(?:,| and| or) (?:any )?(?<also>[\p{L}-]+))?/iu,
  )?.groups;
  if (denied?.who !== undefined && !/\bwant\b/i.test(body)) {
    for (const word of [denied.who, denied.also ?? '']) {
      const relation = relationOf(word);
      if (relation !== null)
        drafts.push({ subject: subjectFor(relation.relation, null), slot: 'is', value: null, quote, negated: true });
    }
  }
  return drafts;
};

/** "We adopted a puppy": an animal or a child without a name yet. */
const newcomers: SpecialRule = ({ body, quote, parsed, mentions, time }) => {
  if (parsed === null || parsed.negated || (parsed.form !== 'self' && parsed.form !== 'implied')) return [];
  const found = body.match(
    /\b(?:adopted|got|rescued|bought|have|own|brought home|fostering|foster)\s+(?:a|an|another|our first|my first)\s+(?:(?:[\p{L}-]+)\s+){0,3}?(?<who>[\p{L}-]+)(?![\p{L}-])/iu,
  )?.groups?.who;
  const relation = found === undefined ? null : relationOf(found);
  if (
    relation === null ||
    relation.kind !== 'pet' ||
    mentions.some(({ subject }) => subject.relation === relation.relation)
  )
    return [];
  return [{ subject: subjectFor(relation.relation, null), slot: 'is', value: null, quote, time }];
};

/** "We called the baby Noor". */
const christenings: SpecialRule = ({ body, quote }) => {
  const found = body.match(
    /\b(?:called|named|naming|calling|name|call)\s+(?:the|our|my)\s+(?:new\s+)?(?<who>[\p{L}-]+)\s+(?<name>\p{Lu}[\p{L}\p{M}'-]*)(?=$|[\s.!,])/u,
  )?.groups;
  const relation = found?.who === undefined ? null : relationOf(found.who);
  return relation === null || found?.name === undefined
    ? []
    : [{ subject: subjectFor(relation.relation, found.name), slot: 'is', value: null, quote }];
};

/** "Naming her Miso", "his name is Rex", "she's called Ana": a name for whoever came last without one. */
const namings: SpecialRule = ({ body, quote, resolver, here, recent }) => {
  const match = body.match(
    /^(?:(?:i|we)(?:'m|'re|'ve| am| are| have)?\s+|i'm\s+)?(?:decided (?:on|to (?:call|name)) |going to (?:call|name) |gonna (?:call|name) )?(?:(?:naming|calling|named|called|call|name)\s+)?(?<who>her|him|it|them|he|she|his|their)(?:'s| is|'re| was)?\s*(?:name'?s?(?: is)? |called |named |)(?=\p{L})/iu,
  );
  if (match === null || !/\b(?:nam|call)/i.test(match[0])) return [];
  const tokens = tokensOf(body);
  const index = tokens.findIndex(({ start }) => start >= match[0].length);
  const name = nameAt({ text: body, tokens, used: new Set(), isShouting: false }, index, 'asked');
  if (name === null) return [];
  const thing =
    [...here].reverse().find(({ slot }) => slot.startsWith('owns:')) ??
    (here.length === 0 ? recent.findLast(({ slot }) => slot.startsWith('owns:')) : undefined);
  const last = resolver.last(match.groups?.who?.toLowerCase() ?? '');
  const lastInMessage = [...here].reverse().find(({ slot }) => slot === 'is' || slot.startsWith('owns:'));
  if (thing !== undefined && (lastInMessage === thing || last === null)) {
    return [{ subject: SELF, slot: `named:${thing.slot.slice('owns:'.length)}`, value: name.name, quote }];
  }
  const nameless =
    last ??
    recent.findLast(
      ({ slot, subject }) =>
        slot === 'is' &&
        subject.name === null &&
        (isPet(subject.relation) || /^(?:baby|child|son|daughter|twin)$/.test(subject.relation ?? '')),
    )?.subject;
  if (nameless === undefined || nameless.name !== null) return [];
  return [{ subject: subjectFor(nameless.relation, name.name), slot: 'is', value: null, quote }];
};

/** "Bought a second hand Yaris", "my Corolla finally died": a thing worth a name of its own. */
const things: SpecialRule = ({ body, quote, parsed, time }) => {
  if (parsed === null || parsed.negated || parsed.form === 'other') return [];
  const bought = body.match(
    /\b(?:bought|drive|driving|ride|got|have|own|picked up|purchased|treated myself to|leased|leasing|inherited|restoring)(?: myself)?\s+(?<value>(?:an?|my first|our first|another|a new|the)\s+[^,;.!?()\n]{2,50})/iu,
  )?.groups?.value;
  const value = bought === undefined ? null : trimmed(bought.replace(/\b(?:called|named)\b.*$/i, ''), 'thing');
  const noun = value === null ? null : nounOfThing(value);
  const name = body.match(/\b(?:called|named)\s+(?<name>\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?)/u)?.groups?.name;
  if (value !== null && noun !== null)
    return [
      ...(name === undefined ? [] : [{ subject: SELF, slot: `named:${noun}`, value: name, quote }]),
      {
        subject: SELF,
        slot: `owns:${noun}`,
        value: value.replace(/^(?:an?|the|my first|our first|another)\s+/i, ''),
        quote,
        time,
      },
    ];
  const mine = body
    .match(
      /^(?:[Mm]y|[Oo]ur)\s+(?:(?:new|old|trusty|beloved|little|poor|second[- ]hand|beat[- ]up)\s+)*(?<value>(?:\p{Lu}[\p{L}\d]*\s?){1,3}|[\p{L}]+)/u,
    )
    ?.groups?.value?.trim();
  const own = mine === undefined ? null : nounOfThing(mine);
  if (mine === undefined || own === null) return [];
  const drafts: Draft[] = [];
  if (/^\p{Lu}/u.test(mine) && own === 'car')
    drafts.push({ subject: SELF, slot: 'owns:car', value: mine, quote, confidence: 0.75 });
  const called = body.match(
    /(?:is called|is named|'s called|called|named|name is|'s name is)\s+(?<name>\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?)/u,
  )?.groups?.name;
  if (called !== undefined) drafts.push({ subject: SELF, slot: `named:${own}`, value: called, quote });
  return drafts;
};

/** "It's yellow", right after a thing. */
const colours: SpecialRule = ({ body, quote, here }) => {
  const colour = body.match(
    new RegExp(
      `^(?:it'?s|its|it is|she'?s|he'?s)\\s+(?:bright |dark |light |pale |baby )?(?<value>${COLOURS})\\b`,
      'i',
    ),
  )?.groups?.value;
  const thing = here.findLast(({ slot }) => slot.startsWith('owns:'));
  if (colour === undefined || thing === undefined) return [];
  return [
    {
      subject: SELF,
      slot: 'fact',
      value: body,
      quote,
      kind: 'possession',
      text: `Your ${thing.slot.slice(5)} is ${colour}.`,
      confidence: 0.75,
    },
  ];
};

/** "Fav film ever: Spirited Away", "my sister's favourite colour is green", "Up is my favourite film". */
const favourites: SpecialRule = ({ body, quote, parsed }) => {
  const drafts: Draft[] = [];
  const subject = parsed?.form === 'other' ? parsed.subject : SELF;
  const forward = body.match(
    /(?:^|\b(?:my|all[- ]time|absolute|his|her|their|'s|current)\s+)(?:all[- ]time\s+|absolute\s+|current\s+)*fav(?:e|s|ou?rite|ourit|orit|ouri?te)?\s+(?<part>\p{L}+(?: \p{L}+)?)(?:\s+(?:ever|of all time|in the world|rn|right now|at the moment))?\s*(?::|=|-|–|—|\bis\b|'s\b|\bare\b|\bhas to be\b|\bhas always been\b|\bwould be\b|\bgotta be\b)\s*(?:probably |definitely |still |always |easily |the |def )?(?<value>[^,;.!?\n]{1,60})/iu,
  )?.groups;
  if (forward?.part !== undefined && forward.value !== undefined) {
    const value = trimmed(forward.value, 'words');
    if (value !== null) drafts.push({ subject, slot: `favourite:${partOf(forward.part)}`, value, quote });
    return drafts;
  }
  const backward = body.match(
    /^(?<value>[^,;.!?\n]{2,50}?)\s+(?:is|are|'s|has always been|will always be)\s+(?:still |probably |definitely |easily )?my\s+(?:all[- ]time\s+|absolute\s+)*fav(?:e|ou?rite)\s+(?<part>\p{L}+(?: \p{L}+)?)/iu,
  )?.groups;
  if (
    backward?.part !== undefined &&
    backward.value !== undefined &&
    !/^(?:it|this|that|she|he|you|they|these|those|which|what|who)\b/i.test(backward.value)
  ) {
    drafts.push({ subject: SELF, slot: `favourite:${partOf(backward.part)}`, value: backward.value.trim(), quote });
  }
  return drafts;
};

const SAME_PART: Readonly<Record<string, string>> = {
  movie: 'film',
  movies: 'film',
  films: 'film',
  color: 'colour',
  colors: 'colour',
  writer: 'author',
  dish: 'food',
  meal: 'food',
  tv: 'show',
  series: 'show',
  'tv show': 'show',
  group: 'band',
  musician: 'artist',
  singer: 'singer',
};
function partOf(part: string): string {
  const words = part.toLowerCase().replace(/\s+(?:ever|is|of|to|right|rn|at)$/, '');
  return Object.hasOwn(SAME_PART, words) ? (SAME_PART[words] ?? words) : words;
}

/** "Mum's birthday is 4 March", "the 14th" of a month that is known, "it's my birthday tomorrow". */
const birthdays: SpecialRule = ({ body, quote, parsed, spoken, recent, resolver, mentions }) => {
  if (!/\b(?:birthday|bday|b-day|born on|cumpleaños|janamdin)\b/i.test(body)) return [];
  if (
    /\b(?:party|present|gift|cake|card|dinner|trip|wish|surprise)\b/i.test(body) &&
    !/\bbirthday(?:'s| is|:)/i.test(body)
  )
    return [];
  const isOwn = /\b(?:my|mi|mera) (?:\d+\w* )?(?:birthday|bday|b-day|cumpleaños|janamdin)\b|\bi was born on\b/i.test(
    body,
  );
  const owner = mentions.find(({ end }) => /^(?:'s|s')?\s+(?:\d+\w*\s+)?(?:birthday|bday)/i.test(body.slice(end)));
  const subject = isOwn
    ? SELF
    : owner !== undefined
      ? resolver.resolve(owner.subject)
      : /\b(?:his|her|their) (?:birthday|bday)/i.test(body)
        ? resolver.last('they')
        : parsed?.form === 'other'
          ? parsed.subject
          : null;
  if (subject === null) return [];
  const day = yearlyDayIn(body, { ...spoken, leaning: 'future' });
  if (day === null || day.date === null) return [];
  const isBareDay = /^(?:on |by )?(?:the )?\d{1,2}(?:st|nd|rd|th)$/i.test(day.words);
  if (isBareDay) {
    const month = recent
      .findLast((fact) => fact.slot === 'birthday' && fact.subject.key === subject.key)
      ?.value?.match(/\p{L}{3,}/u)?.[0];
    if (month === undefined)
      return [
        {
          subject,
          slot: 'birthday',
          value: day.words.replace(/^on /i, ''),
          quote,
          time: { words: day.words, date: null },
          confidence: 0.7,
        },
      ];
    const value = `${Number(day.words.match(/\d+/)?.[0] ?? 0)} ${month}`;
    return [{ subject, slot: 'birthday', value, quote, time: yearlyDayIn(value, { ...spoken, leaning: 'future' }) }];
  }
  // "It's my birthday tomorrow" gives a day of every year.
  const date = /^\d{4}/.test(day.date) && !/\b\d{4}\b/.test(day.words) ? `-${day.date.slice(4)}` : day.date;
  const value =
    /\d/.test(day.words) && /\p{L}{3}/u.test(day.words) ? day.words.replace(/^(?:on|is|the)\s+/i, '') : monthDay(date);
  return [{ subject, slot: 'birthday', value, quote, time: { words: day.words, date } }];
};

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
function monthDay(date: string): string {
  const [month = 0, day = 0] = date.slice(-5).split('-').map(Number);
  return `${day} ${MONTH_NAMES[month - 1] ?? ''}`;
}

const GROUP =
  "(?:(?<lead>my|our|the)\\s+)?(?<group>(?:[\\p{L}&'-]+ ){0,3}(?:club|team|band|group|choir|crew|squad|gang|committee|circle|trio|quartet|class|household|league|group chat|study group|party|troupe))";

/** "Book club is me, Ottilie, Grant and Sunny", "Mireille joined instead". */
const groups: SpecialRule = ({ body, quote, resolver, here, recent }) => {
  const listed = body.match(
    new RegExp(`^${GROUP}\\s*(?:is|are|:|=|consists of|has)\\s*(?<members>[^.!?;\\n]{3,200})`, 'iu'),
  )?.groups;
  if (listed?.group !== undefined && listed.members !== undefined) {
    const group = resolver.group(listed.group.replace(/^(?:my|our|the)\s+/i, '').toLowerCase());
    const names = namesIn(listed.members);
    if (names.length >= 2 || (names.length === 1 && /\bme\b/i.test(listed.members))) {
      const members = [...(/\b(?:me|myself|i)\b/i.test(listed.members) ? ['you'] : []), ...names];
      return [
        { subject: group, slot: 'is', value: null, quote },
        ...members.map((value) => ({ subject: group, slot: 'member', value, quote })),
      ];
    }
  }
  const joined = body.match(
    /^(?<who>\p{Lu}[\p{L}'-]*(?: and \p{Lu}[\p{L}'-]*)?)(?:'s| has| have| is)?\s+(?:just )?(?:joined|joining|joins|replaced|is in|took (?:his|her|their) place)(?:\s+(?<rest>[^.!?;\n]{0,60}))?/u,
  )?.groups;
  if (joined?.who !== undefined) {
    const named = joined.rest?.match(new RegExp(GROUP, 'iu'))?.groups?.group;
    const known =
      named !== undefined
        ? resolver.group(named.replace(/^(?:my|our|the)\s+/i, '').toLowerCase())
        : lastGroup(here, recent);
    if (known !== null) return namesIn(joined.who).map((value) => ({ subject: known, slot: 'member', value, quote }));
  }
  return [];
};

function lastGroup(here: readonly Draft[], recent: readonly Statement[]): Subject | null {
  return (
    (
      [...here].reverse().find(({ subject }) => subject.key.startsWith('group:')) ??
      recent.findLast(({ subject }) => subject.key.startsWith('group:'))
    )?.subject ?? null
  );
}

/** Names in a list, whatever they are: capitals between commas and "and". */
export function namesIn(list: string): string[] {
  return list
    .split(/\s*(?:,|&|\band\b|\bplus\b|\/)\s*/)
    .map((part) =>
      part
        .trim()
        .replace(/'s$/, '')
        .replace(/^(?:my|our) (?:\p{L}+ ){1,2}(?=\p{Lu})/u, ''),
    )
    .filter(
      (part) =>
        /^\p{Lu}[\p{L}\p{M}'-]*(?: \p{Lu}[\p{L}\p{M}'-]*)?$/u.test(part) && !/^(?:I|Me|The|We|It|And|But)$/.test(part),
    );
}

const MONEY =
  '(?:[$£€₹]\\s?\\d[\\d,.]*k?|\\d[\\d,.]*k?(?:\\s?(?:euros?|dollars?|pounds|quid|bucks|rupees|grand|€|£|\\$))?)';

/** "I've got 800 so far", "up to 1,450!": where a goal of money is known. */
const savings: SpecialRule = ({ body, quote, recent, here }) => {
  const amount = body.match(
    new RegExp(
      `\\b(?:(?:got|saved|have|put (?:away|aside)|stashed)(?: up)?\\s+(?<one>${MONEY})(?=\\s*(?:so far|already|saved|now|up|$|[.!,]|put|in the))|(?:up to|at|now at|hit|reached|on|made it to|passed)\\s+(?<two>${MONEY})(?=\\s*(?:now|so far|already|saved|$|[.!,])))`,
      'iu',
    ),
  )?.groups;
  const value = (amount?.one ?? amount?.two)?.replace(/[.,]$/, '');
  if (value === undefined) return [];
  const isSaying =
    /\b(?:saved|so far|put away|put aside)\b/i.test(body) &&
    /[$£€₹]|\d{3}|euro|pound|dollar|quid|grand|\dk/i.test(value);
  const hasGoal =
    awaited(
      [...recent, ...here.map(asRecent)],
      /\bsav(?:e|ing|ed)\b|[$£€₹]|\b(?:euros?|pounds|dollars|quid|deposit)\b/i,
    ) !== null || recent.some(({ slot }) => slot === 'saved');
  return (isSaying || hasGoal) && /\d{2}|\dk/i.test(value) ? [{ subject: SELF, slot: 'saved', value, quote }] : [];
};

function asRecent(draft: Draft): Statement {
  return {
    kind: 'fact',
    modality: 'asserted',
    confidence: 1,
    importance: 0,
    tender: false,
    time: null,
    text: draft.text ?? '',
    subject: draft.subject,
    slot: draft.slot,
    value: draft.value,
    quote: draft.quote,
  };
}

const RESULT =
  /^(?:(?:it'?s|its|it is|it was|it came back|they'?re|they were|they came back|results?(?: are| is|'s| were| was)?(?: in)?(?: came back)?|everything'?s|everything (?:is|was)|came back|test was|the (?:lump|scan|biopsy|test|mole|mri) (?:is|was|came back))[:,]?\s+)?(?:all |totally |completely |officially )?(?<value>benign|malignant|negative|positive|all clear|the all clear|clear|cancerous|cancer[- ]free|in remission|inconclusive|normal|abnormal|not cancer|clean)\b/i;
const WON =
  /^(?:(?:i|we|they|he|she)(?:'ve| have|'s| has)?\s+)?(?:just |finally |actually |only )?(?<verb>got it|got in|got the (?:job|part|role|offer|place|house|flat|keys|apartment|visa|internship|grant|scholarship)|passed|failed|did it|nailed it|aced it|smashed it|bombed(?: it)?|didn'?t get (?:it|in|the \p{L}+)|made it|won(?: it)?|lost(?: it)?|got accepted|got rejected|got an offer|was accepted|was rejected|got turned down|said yes|said no|offered me|rejected me|turned me down|accepted(?: me| it| our offer)?)(?![\p{L}'])/iu;
const THEY_SAID =
  /^(?<who>\p{Lu}[\p{L}&'-]*(?: \p{Lu}[\p{L}&'-]*)?|they|the [\p{L}]+)\s+(?:just |finally )?(?<verb>said yes|said no|offered me|hired me|accepted me|accepted my|rejected me|turned me down|want me|called back|picked me|chose me|didn'?t pick me|went with someone else)/u;

/** "Benign. It's benign!!!", "I GOT IT. Halcyon said yes": the end of a wait. */
const outcomes: SpecialRule = ({ body, quote, recent, here, time }) => {
  const all = [...recent, ...here.map(asRecent)];
  const result = body.match(RESULT)?.groups?.value;
  if (result !== undefined) {
    const wait = awaited(
      all,
      /\b(?:results?|biopsy|scan|test|mri|blood|lump|mole|checkup|swab|smear|mammogram|tests)\b/i,
    );
    if (wait === null) return [];
    const noun =
      `${wait.value ?? ''} ${wait.text}`
        .match(/\b(?:biopsy|scan|mri|blood test|mammogram|smear|swab|ultrasound|test|checkup|lump|mole)\b/i)?.[0]
        .toLowerCase() ?? 'results';
    return [
      {
        subject: wait.subject,
        slot: `result:${noun}`,
        value: result,
        quote,
        text: `${whoseIs(wait.subject)} ${noun} came back ${result}.`,
        time,
      },
    ];
  }
  const said = body.match(THEY_SAID)?.groups;
  const won = body.match(WON)?.groups?.verb ?? said?.verb;
  if (won === undefined) return [];
  const wait = awaited(
    all.filter(({ quote: words }) => words !== quote),
    /\b(?:interview\w*|job|role|application|applied|exam\w*|test|audition\w*|offer|visa|place|scholarship|grant|house|flat|mortgage|pitch|viva|licen[cs]e|competition|race|match|final|marathon|proposal|uni|university|college|course|promotion|internship|citizenship|finals|driving)\b/i,
  );
  if (wait === null && said === undefined) return [];
  const drafts: Draft[] = [];
  const isBad = /fail|bomb|didn'?t|reject|turned|said no|lost|else/i.test(won);
  const about = wait?.value ?? '';
  const employer = about.match(
    /\b(?:with|at|for|to) (?!the\b|a\b)(?<name>\p{Lu}[\p{L}\d&'.-]*(?: \p{Lu}[\p{L}\d&'.-]*){0,3})/u,
  )?.groups?.name;
  const role = about.match(
    /\b(?:for|as) (?:the|an?) (?<role>[\p{L} -]{3,40}?)(?: (?:role|position|job|post|gig))(?![\p{L}])/iu,
  )?.groups?.role;
  const isJob =
    /\b(?:interview|job|role|position|applied|application|offer)\b/i.test(about) &&
    !/\b(?:uni|university|college|course|phd|masters?|degree|school|visa|flat|house|mortgage)\b/i.test(about);
  const text = isJob
    ? `You ${isBad ? "didn't get" : 'got'} the ${role ?? ''} job${employer === undefined ? '' : ` at ${employer}`}.`.replace(
        '  ',
        ' ',
      )
    : `${capital(turned(body.replace(/[\s.!?]+$/, '')))}${about === '' ? '' : ` (${turned(about.replace(/,.*$/s, ''))})`}.`;
  if (!here.some(({ slot }) => slot === 'outcome')) {
    drafts.push({
      subject: wait?.subject ?? SELF,
      slot: 'outcome',
      value: body.replace(/[\s.!?]+$/, ''),
      quote,
      text,
      time,
      tender: isBad,
    });
  }
  if (isJob && !isBad) {
    if (employer !== undefined)
      drafts.push({ subject: SELF, slot: 'employer', value: employer, quote, confidence: 0.75 });
    if (role !== undefined) drafts.push({ subject: SELF, slot: 'job', value: role, quote, confidence: 0.75 });
  }
  return drafts;
};

/** "Start 1 June", "first day is Monday". */
const starts: SpecialRule = ({ body, quote, here, recent, time }) => {
  if (
    time === null ||
    !/^(?:(?:i|we)(?:'ll)? )?(?:(?:will )?start(?:s|ing)?(?: work| there| the job| my new job| on)?|first day(?:'s| is)?|my first day(?:'s| is)?|my start date is|start date(?: is)?)\b/i.test(
      body,
    )
  )
    return [];
  const hasJob = [...here.map(asRecent), ...recent.slice(-8)].some(
    ({ slot, text }) => slot === 'employer' || slot === 'job' || slot === 'outcome' || /\bjob\b/i.test(text),
  );
  return hasJob || /\b(?:job|work)\b/i.test(body)
    ? [{ subject: SELF, slot: 'job-start', value: time.words.replace(/^on /i, ''), quote, time }]
    : [];
};

/** "Not speaking to Dina", "had a huge fight with my sister". */
const conflicts: SpecialRule = ({ body, quote, mentions, resolver, time }) => {
  const isConflict =
    /\b(?:not (?:speaking|talking) (?:to|with)|(?:aren't|isn't|not|stopped) (?:speaking|talking)|(?:had|having|got into|another) (?:an? |this )?(?:\p{L}+ )?(?:fight|argument|row|falling[- ]out|fallout) with|fell out (?:with|over)|fallen out with|(?:furious|mad|angry|livid|pissed off?) (?:at|with)|fighting with|argued with|(?:won't|refuses to) (?:speak|talk) to me|gave me the silent treatment|blocked me|ghosted me|cut (?:her|him|them) off)\b/iu.test(
      body,
    );
  const who = mentions.find(({ subject }) => !isPet(subject.relation));
  if (!isConflict || who === undefined) return [];
  const said = turned(body.replace(/[\s.!?]+$/, ''));
  const text =
    /^(?:you|your|i)\b/i.test(said) || /^\p{Lu}/u.test(body) === false
      ? said
      : /^not\b|\p{L}+ing\b/iu.test(said)
        ? `you're ${said.charAt(0).toLowerCase()}${said.slice(1)}`
        : /^(?:had|got|fell|argued|fought)\b/i.test(said)
          ? `you ${said.charAt(0).toLowerCase()}${said.slice(1)}`
          : said;
  return [
    {
      subject: resolver.resolve(who.subject),
      slot: 'conflict',
      value: body.replace(/[\s.!?]+$/, ''),
      quote,
      text: `${capital(text)}.`,
      time,
    },
  ];
};

/** "Grandad passed away", "we lost our dog Bruno", "he died last night". */
const deaths: SpecialRule = ({ body, quote, mentions, parsed, resolver, time }) => {
  const isDeath =
    /\b(?:died|passed away|passed on|has passed|is dead|'s dead|is gone now|crossed the rainbow bridge|took (?:his|her) own life|was put (?:down|to sleep)|put (?:him|her) (?:down|to sleep)|had to (?:put|say goodbye to)|passed (?:last|this|on|yesterday|in|peacefully))\b/i.test(
      body,
    );
  const isLoss = /^(?:i|we)?(?:'ve|'d)?\s*(?:just |recently |had )?lost (?:my|our)\b/i.test(body);
  if (!isDeath && !isLoss) return [];
  if (
    /\b(?:phone|laptop|car|battery|corolla|computer|tv|wifi|engine|plant|when (?:he|she|they|it) died)\b/i.test(body) ||
    /\b(?:almost|nearly|thought (?:he|she|i)|would have|could have|i) died\b/i.test(body)
  )
    return [];
  const who =
    mentions[0]?.subject ??
    (parsed?.form === 'other'
      ? parsed.subject
      : /\b(?:him|her|he|she)\b/i.test(body)
        ? resolver.last(/\b(?:her|she)\b/i.test(body) ? 'she' : 'he')
        : null);
  if (who === null || who === undefined) return [];
  return [{ subject: resolver.resolve(who), slot: 'died', value: null, quote, time }];
};

/** "My friend Sol told me he's thinking of quitting, it's a secret": what others confide, told on request alone. */
const confidences: SpecialRule = ({ body, quote, mentions, resolver, time }) => {
  const told = body.match(
    /^(?<who>.{2,50}?)\s+(?:just |also |recently )?(?:told me|confided(?: in me)?|admitted(?: to me)?|confessed(?: to me)?|let slip|came out to me|revealed|mentioned|said|says|tells me)(?:\s+(?:that|yesterday|today|last night))*\s+(?<what>.{3,160})$/isu,
  )?.groups;
  const who = mentions[0];
  if (told?.what === undefined || who === undefined || who.start > 6 || told.what.includes('\ue000')) return [];
  if (
    !/^(?:s?he(?:'s|s)?|they(?:'re|re)?)\b/i.test(told.what) ||
    (/\bsaid\b/i.test(body) && /\b(?:i|i'm|me|my|you)\b/i.test(told.what))
  )
    return [];
  const subject = resolver.resolve(who.subject);
  const verb = /confided|told/i.test(body) ? 'told you' : /admitted|confessed/i.test(body) ? 'admitted' : 'said';
  return [
    {
      subject,
      slot: 'fact',
      value: told.what.trim(),
      quote,
      time,
      kind: 'person',
      text: `${whoIs(subject)} ${verb} ${turned(told.what.replace(/[\s.!?]+$/, ''))}.`,
      confidence: 0.8,
      importance: 0.6,
    },
  ];
};

/** "Married to Tom", "dating Sam", "engaged to Ana": a partner by the verb. */
const partners: SpecialRule = ({ body, quote, parsed }) => {
  if (parsed === null || parsed.negated || (parsed.form !== 'self' && parsed.form !== 'implied')) return [];
  const match = body.match(
    /\b(?<how>married to|engaged to|dating|seeing|going out with|in a relationship with)\s+(?=\p{Lu})/iu,
  );
  if (match?.groups?.how === undefined) return [];
  const tokens = tokensOf(body);
  const index = tokens.findIndex(({ start }) => start >= (match.index ?? 0) + match[0].length);
  const name = nameAt({ text: body, tokens, used: new Set(), isShouting: false }, index, 'alone');
  const how = match.groups.how.toLowerCase();
  if (name === null || (how === 'seeing' && !/^\s*(?:$|for|now|since|,)/.test(body.slice(name.end)))) return [];
  return [
    {
      subject: subjectFor(how === 'married to' ? 'spouse' : how === 'engaged to' ? 'fiancé' : 'partner', name.name),
      slot: 'is',
      value: null,
      quote,
      confidence: 0.8,
    },
  ];
};

/** "Coffee gives me the jitters", "dairy makes me ill". */
const upsets: SpecialRule = ({ body, quote }) => {
  const match = body.match(
    /^(?<value>[\p{L}][^,;.!?]{1,40}?)\s+(?:always |really |just |literally )?(?:gives? me (?:the |a |an |really |terrible |awful |bad )*(?:jitters|migraines?|headaches?|hives|rash|heartburn|anxiety|acne|stomach ache|stomachache|cramps|reflux|palpitations|nightmares|ick)|makes? me (?:really |so |very |feel )*(?:ill|sick|queasy|nauseous|itch|itchy|break out|sneeze|bloated|jittery|anxious|gag|throw up|vomit)|messes? (?:me|my stomach) up|upsets? my (?:stomach|tummy)|triggers? my \p{L}+|doesn'?t agree with me|keeps? me (?:up|awake))/iu,
  )?.groups?.value;
  if (
    match === undefined ||
    /^(?:it|that|this|he|she|they|which|what|my |work|people|life|everything|the (?:thought|idea)|you|thinking)\b/i.test(
      match,
    )
  )
    return [];
  return [
    {
      subject: SELF,
      slot: 'avoids',
      value: match.trim(),
      quote,
      text: `${capital(turned(body.replace(/[\s.!?]+$/, '')))}.`,
    },
  ];
};

/** "Three siblings: Amara is the oldest, then me": a head that says who the names after it are. */
export function headRelation(body: string): { readonly relation: string; readonly count: string | null } | null {
  const match = body.match(
    /^(?:i have |i've got |we have |got |we'?re |my |our )?(?:(?<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) )?(?<who>[\p{L}-]+)(?: (?:are|is))?\s*(?::|—|–|\s-\s)\s*(?=\S)/iu,
  )?.groups;
  const relation = match?.who === undefined ? null : relationOf(match.who);
  return relation === null || !relation.isPlural ? null : { relation: relation.relation, count: match?.count ?? null };
}

/** "Amara is the oldest": what sets apart one of those a head announced. */
export function apartIn(text: string, name: string): string | null {
  const at = text.indexOf(name);
  if (at === -1) return null;
  return (
    text
      .slice(at + name.length, at + name.length + 50)
      .match(
        /^\s*(?:,|\(|is|'s|=)\s*(?<apart>(?:the |my )?(?:(?:oldest|eldest|youngest|middle|baby)(?: (?:one|child|of us))?)|\d{1,2})(?![\p{L}\d])/iu,
      )?.groups?.apart ?? null
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "I don't drink", "my dad doesn't eat pork": what somebody leaves. */
const abstentions: SpecialRule = ({ body, quote, parsed }) => {
  if (parsed === null || !parsed.negated || parsed.ended || (parsed.form !== 'self' && parsed.form !== 'other'))
    return [];
  const what = parsed.rest.match(
    /^(?:(?:eat|drink|use|wear|touch)s? (?<value>(?:any )?[\p{L}-]+(?: [\p{L}-]+)?)|(?<bare>drink|smoke|drive|vape|gamble|swim|cook|fly))(?=$|[\s.!,;]*(?:$|,|and\b|or\b|so\b|because\b|at all|though))/iu,
  )?.groups;
  const value = what?.value === undefined ? what?.bare : trimmed(what.value.replace(/^any /i, ''), 'thing');
  if (
    value === undefined ||
    value === null ||
    /^(?:it|that|this|much|enough|well|anything|like|to|at|in|a lot|too)\b/i.test(value)
  )
    return [];
  const said = turned(body.replace(/[\s.!?]+$/, ''));
  return [
    {
      subject: parsed.subject,
      slot: 'avoids',
      value,
      quote,
      text: /^(?:he|she|they)\b/i.test(said)
        ? `${whoIs(parsed.subject)} doesn't ${parsed.rest.replace(/[\s.!?]+$/, '')}.`
        : `${capital(said)}.`,
    },
  ];
};

/** All rules that read a whole clause, in the order they are asked. */
export const SPECIAL_RULES: readonly SpecialRule[] = [
  counts,
  newcomers,
  things,
  namings,
  christenings,
  colours,
  favourites,
  birthdays,
  groups,
  savings,
  outcomes,
  starts,
  conflicts,
  deaths,
  confidences,
  partners,
  upsets,
  abstentions,
];

export { fold, mentionedIn, opened };
