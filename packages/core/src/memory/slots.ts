// Long because it is one table: each kind of fact with how it is said back, and they are weighed against each other here.
import type { MemoryKind, Subject } from './fact.ts';

/** What can be said of a subject. One row a slot; a name that ends in `:` is a family, such as `favourite:` for `favourite:film`. */
export interface Slot {
  readonly name: string;
  readonly kind: MemoryKind;
  /** `one`: a new value supersedes the old one. `many`: values stand side by side. */
  readonly cardinality: 'one' | 'many';
  /** Of whom it is said: the person alone, others alone (people, animals, groups), or anyone. */
  readonly of: 'self' | 'others' | 'anyone';
  /** 0 to 1: how much it matters to the person when nothing in the words says more. */
  readonly importance: number;
  /** True where it hurts or betrays by its nature. */
  readonly tender: boolean;
  /**
   * How it is said to the person, without the closing stop. `{who}` is the subject ("You", "Your sister Lucía"), `{whose}`
   * its possessive, `{value}` the value, `{part}` what follows the colon of the slot's name; `{a|b}` reads `a` for the person
   * and `b` for others.
   */
  readonly present: string;
  readonly past: string;
  readonly negated: string;
}

type Row = readonly [
  name: string,
  kind: MemoryKind,
  cardinality: 'one' | 'many',
  of: Slot['of'],
  importance: number,
  tender: boolean,
  present: string,
  past: string,
  negated: string,
];

const ROWS: readonly Row[] = [
  // Who they are.
  [
    'name',
    'identity',
    'one',
    'anyone',
    0.9,
    false,
    '{You go by|{whose} name is} {value}',
    '{You went by|{who} went by} {value}',
    "{You don't go by|{whose} name isn't} {value}",
  ],
  [
    'age',
    'identity',
    'one',
    'anyone',
    0.6,
    false,
    '{who} {are|is} {value}',
    '{who} {were|was} {value}',
    "{who} {aren't|isn't} {value}",
  ],
  [
    'birthday',
    'identity',
    'one',
    'anyone',
    0.8,
    false,
    '{whose} birthday is {value}',
    '{whose} birthday was {value}',
    "{whose} birthday isn't {value}",
  ],
  [
    'pronouns',
    'identity',
    'one',
    'anyone',
    0.7,
    false,
    '{whose} pronouns are {value}',
    '{whose} pronouns were {value}',
    "{whose} pronouns aren't {value}",
  ],
  [
    'relationship',
    'identity',
    'one',
    'anyone',
    0.7,
    false,
    '{who} {are|is} {value}',
    '{who} {were|was} {value}',
    "{who} {aren't|isn't} {value}",
  ],
  [
    'faith',
    'identity',
    'one',
    'anyone',
    0.6,
    false,
    '{who} {are|is} {value}',
    '{who} {were|was} {value}',
    "{who} {aren't|isn't} {value}",
  ],
  [
    'nationality',
    'identity',
    'many',
    'anyone',
    0.6,
    false,
    '{who} {are|is} {value}',
    '{who} {were|was} {value}',
    "{who} {aren't|isn't} {value}",
  ],
  [
    'speaks',
    'identity',
    'many',
    'anyone',
    0.5,
    false,
    '{who} {speak|speaks} {value}',
    '{who} spoke {value}',
    "{who} {don't|doesn't} speak {value}",
  ],

  // Who is in their life. `is` says that the subject exists in it; its value is what sets the subject apart ("from college", "the oldest").
  ['is', 'person', 'one', 'others', 0.8, false, '{exists}', '{existed}', '{lacks}'],
  [
    'count',
    'person',
    'one',
    'others',
    0.7,
    false,
    'You have {value} {relations}',
    'You had {value} {relations}',
    "You don't have {value} {relations}",
  ],
  ['trait', 'person', 'many', 'others', 0.45, false, '{who} is {value}', '{who} was {value}', "{who} isn't {value}"],
  [
    'member',
    'person',
    'many',
    'others',
    0.6,
    false,
    '{value} {value:are|is} in {whose:group}',
    '{value} {value:were|was} in {whose:group}',
    "{value} {value:aren't|isn't} in {whose:group}",
  ],
  [
    'member-of',
    'identity',
    'many',
    'anyone',
    0.5,
    false,
    '{who} {are|is} in {value}',
    '{who} {were|was} in {value}',
    "{who} {aren't|isn't} in {value}",
  ],
  [
    'expecting',
    'person',
    'one',
    'anyone',
    0.8,
    false,
    '{who} {are|is} expecting {value}',
    '{who} {were|was} expecting {value}',
    "{who} {aren't|isn't} expecting {value}",
  ],
  [
    'due',
    'person',
    'one',
    'anyone',
    0.7,
    false,
    '{whose} baby is due {value}',
    '{whose} baby was due {value}',
    "{whose} baby isn't due {value}",
  ],
  ['died', 'person', 'one', 'others', 0.95, true, '{who} died', '{who} died', "{who} didn't die"],
  ['conflict', 'person', 'one', 'others', 0.7, true, '{value}', '{value}', '{value}'],
  ['secret', 'person', 'many', 'anyone', 0.7, true, '{value}', '{value}', '{value}'],

  // Places.
  [
    'lives-in',
    'place',
    'one',
    'anyone',
    0.8,
    false,
    '{who} {live|lives} in {value}',
    '{who} lived in {value}',
    "{who} {don't|doesn't} live in {value}",
  ],
  [
    'lives-with',
    'person',
    'many',
    'anyone',
    0.6,
    false,
    '{who} {live|lives} with {value}',
    '{who} lived with {value}',
    "{who} {don't|doesn't} live with {value}",
  ],
  [
    'from',
    'place',
    'one',
    'anyone',
    0.8,
    false,
    '{who} {are|is} from {value}',
    '{who} {were|was} from {value}',
    "{who} {aren't|isn't} from {value}",
  ],
  [
    'moved-to',
    'place',
    'many',
    'anyone',
    0.6,
    false,
    '{who} moved to {value}',
    '{who} moved to {value}',
    "{who} didn't move to {value}",
  ],

  // Work and study.
  [
    'job',
    'work',
    'one',
    'anyone',
    0.8,
    false,
    '{who} {are|is} {a:value}',
    '{who} {were|was} {a:value}',
    "{who} {aren't|isn't} {a:value}",
  ],
  [
    'employer',
    'work',
    'one',
    'anyone',
    0.8,
    false,
    '{who} {work|works} at {value}',
    '{who} worked at {value}',
    "{who} {don't|doesn't} work at {value}",
  ],
  [
    'workplace',
    'work',
    'one',
    'anyone',
    0.5,
    false,
    '{who} {work|works} {value}',
    '{who} worked {value}',
    "{who} {don't|doesn't} work {value}",
  ],
  [
    'shift',
    'work',
    'one',
    'anyone',
    0.5,
    false,
    '{who} {work|works} {value}',
    '{who} worked {value}',
    "{who} {don't|doesn't} work {value}",
  ],
  [
    'employment',
    'work',
    'one',
    'anyone',
    0.7,
    false,
    '{who} {are|is} {value}',
    '{who} {were|was} {value}',
    "{who} {aren't|isn't} {value}",
  ],
  [
    'job-start',
    'work',
    'one',
    'anyone',
    0.7,
    false,
    '{who} {start|starts} {value}',
    '{who} started {value}',
    "{who} {don't|doesn't} start {value}",
  ],
  [
    'studies',
    'study',
    'one',
    'anyone',
    0.7,
    false,
    '{who} {study|studies} {value}',
    '{who} studied {value}',
    "{who} {don't|doesn't} study {value}",
  ],
  [
    'school',
    'study',
    'one',
    'anyone',
    0.7,
    false,
    '{who} {go|goes} to {value}',
    '{who} went to {value}',
    "{who} {don't|doesn't} go to {value}",
  ],

  // Body and mind.
  [
    'allergy',
    'health',
    'many',
    'anyone',
    0.95,
    false,
    '{who} {are|is} allergic to {value}',
    '{who} {were|was} allergic to {value}',
    "{who} {aren't|isn't} allergic to {value}",
  ],
  [
    'intolerance',
    'health',
    'many',
    'anyone',
    0.9,
    false,
    '{who} {are|is} {value} intolerant',
    '{who} {were|was} {value} intolerant',
    "{who} {aren't|isn't} {value} intolerant",
  ],
  [
    'diagnosis',
    'health',
    'many',
    'anyone',
    0.9,
    true,
    '{who} {have|has} {value}',
    '{who} had {value}',
    "{who} {don't|doesn't} have {value}",
  ],
  [
    'medicine',
    'health',
    'many',
    'anyone',
    0.85,
    true,
    '{who} {take|takes} {value}',
    '{who} took {value}',
    "{who} {don't|doesn't} take {value}",
  ],
  ['injury', 'health', 'many', 'anyone', 0.7, true, '{value}', '{value}', '{value}'],
  [
    'result:',
    'health',
    'many',
    'anyone',
    0.9,
    true,
    '{whose} {part} came back {value}',
    '{whose} {part} came back {value}',
    "{whose} {part} didn't come back {value}",
  ],
  [
    'diet',
    'health',
    'one',
    'anyone',
    0.8,
    false,
    '{who} {are|is} {value}',
    '{who} {were|was} {value}',
    "{who} {aren't|isn't} {value}",
  ],
  [
    'sober',
    'health',
    'one',
    'anyone',
    0.85,
    true,
    '{who} {have|has} been sober {value}',
    '{who} {were|was} sober {value}',
    "{who} {aren't|isn't} sober",
  ],

  // Tastes and habits.
  [
    'likes',
    'preference',
    'many',
    'anyone',
    0.5,
    false,
    '{who} {like|likes} {value}',
    '{who} liked {value}',
    "{who} {don't|doesn't} like {value}",
  ],
  [
    'dislikes',
    'preference',
    'many',
    'anyone',
    0.5,
    false,
    '{who} {dislike|dislikes} {value}',
    '{who} disliked {value}',
    "{who} {don't|doesn't} dislike {value}",
  ],
  [
    'avoids',
    'preference',
    'many',
    'anyone',
    0.55,
    false,
    '{who} {avoid|avoids} {value}',
    '{who} avoided {value}',
    "{who} {don't|doesn't} avoid {value}",
  ],
  [
    'fears',
    'preference',
    'many',
    'anyone',
    0.6,
    true,
    '{who} {are|is} scared of {value}',
    '{who} {were|was} scared of {value}',
    "{who} {aren't|isn't} scared of {value}",
  ],
  [
    'favourite:',
    'preference',
    'one',
    'anyone',
    0.6,
    false,
    '{whose} favourite {part} is {value}',
    '{whose} favourite {part} was {value}',
    "{whose} favourite {part} isn't {value}",
  ],
  [
    'hobby',
    'preference',
    'many',
    'anyone',
    0.55,
    false,
    '{who} {do|does} {value}',
    '{who} did {value}',
    "{who} {don't|doesn't} do {value}",
  ],
  ['habit', 'preference', 'many', 'anyone', 0.5, false, '{value}', '{value}', '{value}'],

  // Things. A car is one at a time; other things stand side by side.
  [
    'owns:car',
    'possession',
    'one',
    'anyone',
    0.6,
    false,
    '{who} {drive|drives} {a:value}',
    '{who} drove {a:value}',
    "{who} {don't|doesn't} drive {a:value}",
  ],
  [
    'owns:',
    'possession',
    'many',
    'anyone',
    0.5,
    false,
    '{who} {have|has} {a:value}',
    '{who} had {a:value}',
    "{who} {don't|doesn't} have {a:value}",
  ],
  [
    'named:',
    'possession',
    'one',
    'anyone',
    0.5,
    false,
    '{whose} {part} is called {value}',
    '{whose} {part} was called {value}',
    "{whose} {part} isn't called {value}",
  ],

  // What happens, what is meant to happen, what came of it. Their value is the whole clause in the person's words; its text is the clause turned.
  ['event', 'event', 'many', 'anyone', 0.5, false, '{value}', '{value}', '{value}'],
  ['plan', 'plan', 'many', 'anyone', 0.6, false, '{value}', '{value}', '{value}'],
  ['goal', 'goal', 'many', 'anyone', 0.75, false, '{value}', '{value}', '{value}'],
  [
    'saved',
    'goal',
    'one',
    'anyone',
    0.7,
    false,
    '{who} {have|has} saved {value}',
    '{who} had saved {value}',
    "{who} {haven't|hasn't} saved {value}",
  ],
  ['outcome', 'event', 'many', 'anyone', 0.7, false, '{value}', '{value}', '{value}'],
  [
    'feeling',
    'event',
    'many',
    'anyone',
    0.4,
    false,
    '{who} felt {value}',
    '{who} felt {value}',
    "{who} didn't feel {value}",
  ],
  ['fact', 'fact', 'many', 'anyone', 0.4, false, '{value}', '{value}', '{value}'],
];

/** Every slot there is, in the order it is listed to the person. */
export const SLOTS: readonly Slot[] = ROWS.map(
  ([name, kind, cardinality, of, importance, tender, present, past, negated]) => ({
    name,
    kind,
    cardinality,
    of,
    importance,
    tender,
    present,
    past,
    negated,
  }),
);

const BY_NAME: ReadonlyMap<string, Slot> = new Map(SLOTS.map((slot) => [slot.name, slot]));

/** The slot of a name, by its family where it has no row of its own (`favourite:film`); null when there is none. */
export function slotOf(name: string): Slot | null {
  const own = BY_NAME.get(name);
  if (own !== undefined) return own.name.endsWith(':') ? null : own;
  const colon = name.indexOf(':');
  if (colon < 1 || colon === name.length - 1) return null;
  return BY_NAME.get(name.slice(0, colon + 1)) ?? null;
}

/** Which of a slot's three sentences: what holds, what held, what is not so. */
export type Tense = 'present' | 'past' | 'negated';

/** A statement as it is said to the person, with a capital and a stop: `Your sister Lucía lives in Sevilla.` */
export function sayStatement(
  statement: { readonly slot: string; readonly subject: Subject; readonly value: string | null },
  tense: Tense,
): string {
  const slot = slotOf(statement.slot);
  const { subject } = statement;
  const value = statement.value ?? '';
  if (slot === null) return sentence(value);
  const isSelf = subject.key === 'self';
  const part = statement.slot.slice(statement.slot.indexOf(':') + 1);
  const isValueSelf = value.toLowerCase() === 'you';
  const filled = slot[tense]
    .replace('{exists}', existence(subject, statement.value, 'present'))
    .replace('{existed}', existence(subject, statement.value, 'past'))
    .replace('{lacks}', existence(subject, statement.value, 'negated'))
    .replace(/\{value:([^{}|]*)\|([^{}|]*)\}/g, isValueSelf ? '$1' : '$2')
    .replace(/\{([^{}|]*)\|\{(whose|who)\}([^{}|]*)\}/g, isSelf ? '$1' : '{$2}$3')
    .replace(/\{([^{}|]*)\|([^{}|]*)\}/g, isSelf ? '$1' : '$2');
  const fills: Readonly<Record<string, string>> = {
    who: whoIs(subject),
    whose: whoseIs(subject),
    'whose:group': lowerYour(whoIs(subject)),
    value,
    'a:value': withArticle(value),
    part,
    relations: pluralOf(subject.relation ?? 'friend'),
  };
  return sentence(filled.replace(/\{([a-z:]+)\}/g, (_, name: string) => fills[name] ?? ''));
}

/** The subject at a sentence's start: `You`, `Your sister Lucía`, `Your grandmother`, `Dean`. */
export function whoIs(subject: Subject): string {
  if (subject.key === 'self') return 'You';
  if (subject.key.startsWith('group:')) return `Your ${subject.name ?? 'group'}`;
  if (subject.relation === null) return subject.name ?? 'Someone you know';
  return subject.name === null ? `Your ${subject.relation}` : `Your ${subject.relation} ${subject.name}`;
}

/** Its possessive: `Your`, `Your sister Lucía's`. */
export function whoseIs(subject: Subject): string {
  return subject.key === 'self' ? 'Your' : `${whoIs(subject)}'s`;
}

function existence(subject: Subject, value: string | null, tense: Tense): string {
  const { name, relation } = subject;
  if (subject.key.startsWith('group:')) {
    const group = withArticle(name ?? 'group');
    return tense === 'present'
      ? `You have ${group}`
      : tense === 'past'
        ? `You had ${group}`
        : `You don't have ${group}`;
  }
  const apart = value === null || value === '' ? '' : /^(?:from|at|in|of)\b/i.test(value) ? ` ${value}` : `, ${value}`;
  if (relation === null) {
    const who = `${name ?? 'someone'}${apart}`;
    return tense === 'present' ? `You know ${who}` : tense === 'past' ? `You knew ${who}` : `You don't know ${who}`;
  }
  if (name === null) {
    if (tense === 'negated')
      return `You don't have ${COUNTABLE_IN_PLURAL.has(relation) ? pluralOf(relation) : withArticle(relation)}`;
    if (tense === 'present' && apart === '' && HAD_BY_ALL.has(relation)) return `You've mentioned your ${relation}`;
    return `You ${tense === 'past' ? 'had' : 'have'} ${withArticle(relation)}${apart}`;
  }
  if (tense === 'negated') return `${name} isn't your ${relation}`;
  return `${name} ${tense === 'past' ? 'was' : 'is'} your ${relation}${apart}`;
}

/** That someone has one is no news: that they spoke of them is what is kept. */
const HAD_BY_ALL: ReadonlySet<string> = new Set(
  'mother father parent grandmother grandfather boss coworker doctor dentist teacher neighbour'.split(' '),
);

/** What is denied in the plural: "You don't have children", but "You don't have a car". */
const COUNTABLE_IN_PLURAL: ReadonlySet<string> = new Set(['child', 'sibling', 'sister', 'brother', 'pet', 'friend']);

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  child: 'children',
  grandchild: 'grandchildren',
  wife: 'wives',
  'niece or nephew': 'nieces and nephews',
  fish: 'fish',
};

/** The plural of a relation: `sisters`, `children`, `nieces and nephews`. */
export function pluralOf(relation: string): string {
  const irregular = IRREGULAR_PLURALS[relation];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(relation)) return `${relation.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(relation) ? `${relation}es` : `${relation}s`;
}

/** With `a` or `an` unless the words bring an article, a possessive or a number of their own. */
function withArticle(words: string): string {
  if (words === '' || /^(?:an?|the|my|your|our|his|her|their|some|two|three|four|five|\d)\b/i.test(words)) return words;
  if (/^\p{Lu}/u.test(words) && /\s/.test(words) && !/^\p{Lu}\S*\s\p{Ll}/u.test(words)) return `a ${words}`;
  return /^[aeio]|^u(?!ni|se|ke)/i.test(words) ? `an ${words}` : `a ${words}`;
}

function lowerYour(words: string): string {
  return words.replace(/^Your\b/, 'your');
}

function sentence(words: string): string {
  const trimmed = words.replace(/\s+/g, ' ').trim();
  if (trimmed === '') return '';
  const [first = ''] = trimmed;
  const capital = first.toUpperCase() + trimmed.slice(first.length);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
