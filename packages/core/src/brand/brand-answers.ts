import type { HoursDefinition, Weekday } from '../assistants/hours-definition.ts';
import { WEEKDAYS } from '../assistants/hours-definition.ts';
import type { LinksDefinition } from '../assistants/links-definition.ts';
import { type LocalTime, openingAt } from '../assistants/opening-hours.ts';
import type { BrandTopic } from './brand-questions.ts';

/** From what a question about the brand is answered. */
export interface BrandFacts {
  /** The brand's name. */
  readonly brand: string;
  readonly links: LinksDefinition | null;
  readonly hours: HoursDefinition | null;
  readonly now: Date;
  /** The person's, such as `en-GB`: how they read a time. */
  readonly locale: string;
}

/** Closed days are told this many days ahead. */
const DAYS_AHEAD = 14;
const DAY_MS = 86_400_000;

/** What was asked of the brand, answered from what is on file: a sentence or two a topic, and never a guess. */
export function brandAnswer(topics: readonly BrandTopic[], facts: BrandFacts): string {
  // The hours say whether anybody is there, and how to reach the team says how soon it answers.
  const asked = topics.filter(
    (topic) =>
      !(topic === 'open-now' && topics.includes('hours')) && !(topic === 'answer-time' && topics.includes('contact')),
  );
  const answers = asked.map((topic) => ANSWERS[topic](facts));
  const missing = answers.some(({ isOnFile }) => !isOnFile);
  const told = answers.map(({ text }) => text);
  const named = told.some((text) => text.includes(possessive(facts.brand)));
  const fallback = missing && !asked.includes('contact') ? whoCanTell(facts, named) : '';
  return [...told, fallback].filter((text) => text !== '').join(' ');
}

interface Answer {
  readonly text: string;
  readonly isOnFile: boolean;
}

const onFile = (text: string): Answer => ({ text, isOnFile: true });
const notOnFile = (what: string): Answer => ({ text: `I have no ${what} on file.`, isOnFile: false });

const ANSWERS: Readonly<Record<BrandTopic, (facts: BrandFacts) => Answer>> = {
  shop: ({ brand, links }) =>
    links?.shop == null ? notOnFile(`shop of ${brand}`) : onFile(`${possessive(brand)} shop is here: ${links.shop}`),
  orders: ({ links }) =>
    links?.orders == null
      ? { text: "I can't see orders or deliveries from here, and have no page for them on file.", isOnFile: false }
      : onFile(`I can't see orders or deliveries from here; this page can: ${links.orders}`),
  returns: ({ links }) =>
    links?.returns == null
      ? notOnFile('page on returns and refunds')
      : onFile(
          `Returns and refunds are explained here: ${links.returns}${links.email === null ? '' : ` (or write to ${links.email})`}`,
        ),
  contact: contactAnswer,
  'answer-time': ({ hours, brand }) =>
    hours?.answersWithin == null
      ? notOnFile(`answer time of ${possessive(brand)} team`)
      : onFile(`${possessive(brand)} team usually answers ${hours.answersWithin}.`),
  privacy: ({ brand, links }) =>
    links?.privacy == null
      ? notOnFile('privacy page')
      : onFile(`${possessive(brand)} privacy page is here: ${links.privacy}`),
  social: ({ brand, links }) =>
    links === null || links.social.length === 0
      ? notOnFile(`social media page of ${brand}`)
      : onFile(
          `${brand} is on ${listed(
            links.social.map(({ name, url }) => `${name} (${url})`),
            'and',
          )}.`,
        ),
  hours: hoursAnswer,
  'open-now': (facts) => (facts.hours === null ? noHours(facts) : onFile(`${nowText(facts, facts.hours)}`)),
};

function contactAnswer({ brand, links, hours }: BrandFacts): Answer {
  const ways = [
    ...(links?.email == null ? [] : [`by e-mail at ${links.email}`]),
    ...(links?.phone == null ? [] : [`by phone at ${links.phone}`]),
    ...(links?.contact == null ? [] : [`on this page: ${links.contact}`]),
  ];
  if (ways.length === 0) {
    const shop = links?.shop == null ? '' : ` Their own page may have one: ${links.shop}`;
    return { text: `I have no address or number of ${possessive(brand)} team on file.${shop}`, isOnFile: false };
  }
  const answering = hours?.answersWithin == null ? '' : ` They usually answer ${hours.answersWithin}.`;
  const end = links?.contact == null || answering !== '' ? '.' : '';
  return onFile(`You can reach ${possessive(brand)} team ${listed(ways, 'or')}${end}${answering}`);
}

/** Who knows what isn't on file; nothing where nobody is on file either. */
function whoCanTell({ brand, links }: BrandFacts, named: boolean): string {
  const where = links?.contact ?? links?.email ?? links?.shop ?? null;
  return where === null
    ? `I'd rather not guess: ${possessive(brand)} own customer care will know.`
    : `${named ? 'They' : `${possessive(brand)} team`} can tell you: ${where}`;
}

function noHours({ brand }: BrandFacts): Answer {
  return {
    text: `I'm here at any time, but the opening hours of ${possessive(brand)} team are not on file with me.`,
    isOnFile: false,
  };
}

function hoursAnswer(facts: BrandFacts): Answer {
  const { brand, hours, locale, now } = facts;
  if (hours === null) return noHours(facts);
  const week = `${possessive(brand)} team is there ${weekText(hours, locale)} (${placeOf(hours)} time).`;
  const today = openingAt(hours, now).now.date;
  const until = new Date(Date.parse(today) + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10);
  const closed = hours.closedDays.filter(({ date }) => date > today && date <= until);
  const exceptions =
    closed.length === 0
      ? ''
      : ` They are closed on ${listed(
          closed.map(({ date, name }) => `${dateText(date)} (${name})`),
          'and',
        )}.`;
  return onFile(`${week} ${nowText(facts, hours)}${exceptions}`);
}

/** Whether they are there now, and what comes next. */
function nowText({ now, locale }: BrandFacts, hours: HoursDefinition): string {
  const opening = openingAt(hours, now);
  const { now: moment, closedToday } = opening;
  const clock = `it is ${timeText(moment.time, locale)} there`;
  if (opening.isOpen) {
    const { closes } = opening;
    const until = closes.date === moment.date ? timeText(closes.time, locale) : whenText(moment, closes, locale);
    return `Right now they are open (${clock}), until ${until}.`;
  }
  const reason = closedToday === null ? clock : `${closedToday.name}; ${clock}`;
  const next = opening.opens === null ? '' : `, and open again ${whenText(moment, opening.opens, locale)}`;
  return `Right now they are closed (${reason})${next}.`;
}

/** "today at 5:30 PM", "tomorrow at 9:00 AM", "on Friday at 6:00 PM", "on 4 January at 9:00 AM". */
function whenText(from: LocalTime, to: LocalTime, locale: string): string {
  const days = Math.round((Date.parse(to.date) - Date.parse(from.date)) / DAY_MS);
  const time = timeText(to.time, locale);
  if (days === 0) return `today at ${time}`;
  if (days === 1) return `tomorrow at ${time}`;
  return days < 7 ? `on ${dayName(to.weekday)} at ${time}` : `on ${dateText(to.date)} at ${time}`;
}

/** Days in a row with the same times are told as one: "Monday to Friday 9:00 AM to 5:00 PM". */
function weekText({ weekly }: HoursDefinition, locale: string): string {
  const groups: { first: Weekday; last: Weekday; times: string }[] = [];
  for (const day of WEEKDAYS) {
    const times = listed(
      (weekly[day] ?? []).map(({ from, until }) => `${timeText(from, locale)} to ${timeText(until, locale)}`),
      'and',
    );
    const before = groups.at(-1);
    if (before?.times === times) before.last = day;
    else groups.push({ first: day, last: day, times });
  }
  const open = groups.filter(({ times }) => times !== '');
  return listed(
    open.map(
      ({ first, last, times }) =>
        `${first === last ? dayName(first) : `${dayName(first)} to ${dayName(last)}`} ${times}`,
    ),
    'and',
  );
}

function timeText(time: string, locale: string): string {
  if (time === '24:00') return 'midnight';
  const format = new Intl.DateTimeFormat(englishOf(locale), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  // A narrow no-break space is what the format has before AM and PM.
  return format.format(new Date(`2000-01-01T${time}:00Z`)).replaceAll('\u202f', ' ');
}

function dateText(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** The answers are in English: another language's settings are read in its plain form. */
const englishOf = (locale: string): string => (/^en(-[A-Z]{2})?$/.test(locale) ? locale : 'en-US');
const dayName = (day: Weekday): string => `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
const placeOf = ({ timeZone }: HoursDefinition): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);

function listed(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
