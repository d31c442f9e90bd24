import { turned } from '../../understanding/gist.ts';
import { SELF, type Statement, type Subject } from '../fact.ts';
import { whoseIs } from '../slots.ts';
import { yearlyDayIn } from '../stated-time.ts';
import type { Draft } from './draft.ts';
import { awaited } from './happenings.ts';
import { asRecent, capital, type SpecialRule } from './whole-clause.ts';

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
    /^(?<who>\p{Lu}[\p{L}'-]*(?: and \p{Lu}[\p{L}'-]*)?)(?:'s| has| have| is)?\s+(?:just )?(?:joined|joining|joins|replaced|is in|took (?:his|her|their) place|in(?=\s*(?:$|[,.!])))(?:\s+(?<rest>[^.!?;\n]{0,60}))?/u,
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

/** Rules on birthdays, groups and what came of a wait, in the order they are asked. */
export const HAPPENING_RULES: readonly SpecialRule[] = [birthdays, groups, outcomes, starts];
