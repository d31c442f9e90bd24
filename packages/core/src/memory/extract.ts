import { turned } from '../understanding/gist.ts';
import { readRisk } from '../understanding/risk.ts';
import { feelingIn, ownName, withSecrets } from './extract/asides.ts';
import { correctionsIn, forgetIn, RETRACTED } from './extract/corrections.ts';
import { type Draft, stated } from './extract/draft.ts';
import { FOREIGN_RULES } from './extract/foreign.ts';
import { happeningIn, leaningOf } from './extract/happenings.ts';
import { occupationIn } from './extract/occupations.ts';
import { fold, type Mentioned, mentionedIn, subjectFor } from './extract/people.ts';
import { PREDICATES, type PredicateRule } from './extract/predicates.ts';
import { type Clause, clausesOf } from './extract/reading.ts';
import { apartIn, headRelation, SPECIAL_RULES } from './extract/special.ts';
import { opened, type Parsed, parse, predicate, Resolver } from './extract/subjects.ts';
import { nounOfThing, trimmed } from './extract/values.ts';
import type { Correction, Extraction, Fact, StatedTime, Statement, Subject } from './fact.ts';
import { SELF } from './fact.ts';
import { instructs } from './gate.ts';
import { slotOf, whoIs } from './slots.ts';
import { type Spoken, statedTimeIn } from './stated-time.ts';

/** A message of the person and what stands around it. */
export interface SaidMessage {
  readonly text: string;
  readonly saidAt: Date;
  /** IANA zone of the person. */
  readonly timeZone: string;
  /** The person's earlier messages of this conversation, oldest first. */
  readonly earlier: readonly string[];
  /** What the assistant said last: context only, never a source. */
  readonly lastReply: string | null;
}

/** Earlier messages read for who "she" is and what "I got it" answers. */
const MAX_EARLIER = 4;
/** Statements of one message: more is no conversation. */
const MAX_STATEMENTS = 40;

/**
 * What a message says about the world, read by rules: statements and corrections, each with the person's own words. `known`: what is
 * already kept that may matter (the latest facts, those of anyone the message names, the person's single-valued ones), for who is meant
 * and what is corrected. Questions, suppositions, quotations, jokes, other people's texts and instructions yield nothing. Pure; takes
 * any string, never throws; its time is linear in the first 8,000 characters.
 */
export function extractStatements(message: SaidMessage, known: readonly Fact[]): Extraction {
  const resolver = new Resolver(known);
  const recent: Statement[] = known
    .filter(({ status }) => status === 'active')
    .sort((one, other) => one.saidAt.getTime() - other.saidAt.getTime());
  const spoken = { saidAt: message.saidAt, timeZone: message.timeZone };
  const earlier = message.earlier.slice(-MAX_EARLIER);
  earlier.forEach((text, index) => {
    recent.push(...readMessage({ text, spoken, resolver, recent, earlier: earlier.slice(0, index) }).statements);
  });
  return readMessage({ text: message.text, spoken, resolver, recent, earlier });
}

interface MessageReading {
  readonly text: string;
  readonly spoken: Omit<Spoken, 'leaning'>;
  readonly resolver: Resolver;
  readonly recent: readonly Statement[];
  readonly earlier: readonly string[];
}

function readMessage({ text, spoken, resolver, recent, earlier }: MessageReading): Extraction {
  const drafts: Draft[] = [];
  const corrections: Correction[] = [];
  const isCrisis = readRisk(text).level === 'crisis';
  const clauses = clausesOf(text);
  let previous: { readonly parsed: Parsed; readonly sentence: number } | null = null;
  let head: { readonly relation: string; readonly sentence: number } | null = null;
  for (const clause of clauses) {
    if (clause.standing === 'unsaid') continue;
    const quote = text.slice(clause.start, clause.end);
    const forget = forgetIn(clause.text);
    if (forget !== null) {
      corrections.push(forget.kind === 'last' ? { kind: 'retract-last', quote } : forget);
      continue;
    }
    if (instructs(clause.text) || clause.standing === 'asked') continue;
    const body = opened(clause.text).text;
    const announced = headRelation(body);
    if (announced !== null) {
      head = { relation: announced.relation, sentence: clause.sentence };
      if (announced.count !== null)
        drafts.push({
          subject: subjectFor(announced.relation, null),
          slot: 'count',
          value: announced.count.toLowerCase(),
          quote,
        });
    }
    const mentions: Mentioned[] = mentionedIn(clause.text).map((mention) =>
      under(mention, head !== null && head.sentence === clause.sentence ? head.relation : null, clause.text),
    );
    const sameName = sameNameIn(clause.text, mentions, resolver);
    let people = sameName ?? mentions;
    if (clause.standing === 'supposed') {
      drafts.push(
        ...existences(
          people.filter(({ by }) => by === 'relation-and-name'),
          quote,
          resolver,
          clause.text,
          recent,
        ),
      );
      continue;
    }
    const parsed: Parsed | null = carried(parse(clause.text, resolver), previous, clause);
    people = described(people, parsed, clause.text);
    const leaning = leaningOf(clause.text, parsed);
    const time = statedTimeIn(clause.text, { ...spoken, leaning });
    const found = readClause({
      clause,
      body,
      quote,
      people,
      parsed,
      resolver,
      time,
      leaning,
      spoken,
      recent,
      drafts,
      isCrisis,
      isHeaded: head !== null && head.sentence === clause.sentence,
    });
    corrections.push(
      ...found.corrections,
      ...correctionsIn({
        text: clause.text,
        quote,
        parsed,
        mentions: people,
        resolver,
        recent: [...recent, ...statementsOf(drafts)],
        earlier,
        hasStatement: found.drafts.length > 0,
      }),
    );
    drafts.push(...found.drafts);
    for (const { subject } of found.drafts) resolver.note(subject);
    if (parsed !== null && parsed.form === 'other') resolver.note(parsed.subject);
    if (parsed !== null && (parsed.form === 'self' || parsed.form === 'other'))
      previous = { parsed, sentence: clause.sentence };
  }
  const replaced = corrections.flatMap((correction) => (correction.kind === 'replace' ? [correction] : []));
  drafts.push(
    ...ownName(text, clauses, drafts, recent).filter(
      ({ value }) =>
        !replaced.some(
          ({ right, wrong }) =>
            right === value &&
            !recent.some((fact) => fact.slot === 'name' && fact.subject.key === 'self' && fact.value === wrong),
        ),
    ),
  );
  if (!isCrisis) drafts.push(...feelingIn(text, clauses, drafts));
  return {
    statements: unique(
      statementsOf(
        withSecrets(
          text,
          drafts.filter(
            ({ slot, quote, subject }) =>
              !(
                ['fact', 'event', 'is'].includes(slot) &&
                replaced.some(
                  (one) => one.quote === quote && (slot !== 'is' || subject.key === `person:${fold(one.right)}`),
                )
              ),
          ),
        ),
      ),
    ).slice(0, MAX_STATEMENTS),
    corrections,
  };
}

interface ClauseReading {
  readonly clause: Clause;
  readonly body: string;
  readonly quote: string;
  readonly people: readonly Mentioned[];
  readonly parsed: Parsed | null;
  readonly resolver: Resolver;
  readonly time: StatedTime | null;
  readonly leaning: 'past' | 'future';
  readonly spoken: Omit<Spoken, 'leaning'>;
  readonly recent: readonly Statement[];
  /** What the message has said so far. */
  readonly drafts: readonly Draft[];
  readonly isCrisis: boolean;
  readonly isHeaded: boolean;
}

function readClause(reading: ClauseReading): { readonly drafts: Draft[]; readonly corrections: Correction[] } {
  const { clause, body, quote, people, parsed, resolver, time, leaning, spoken, recent, isCrisis } = reading;
  const drafts: Draft[] = existences(people, quote, resolver, clause.text, recent);
  for (const { subject } of drafts) resolver.note(subject);
  for (const { subject } of people) resolver.note(resolver.resolve(subject));
  const special = { body, quote, parsed, mentions: people, resolver, spoken: { ...spoken, leaning }, time, recent };
  for (const rule of SPECIAL_RULES) drafts.push(...rule({ ...special, here: [...reading.drafts, ...drafts] }));
  const { drafts: said, corrections } =
    parsed === null ? { drafts: [], corrections: [] } : predicatesIn(parsed, body, quote, time);
  drafts.push(...said, ...placesOfOthers(body, quote, people, resolver), ...foreignIn(body, quote, people, resolver));
  const isTold = drafts.some(
    ({ slot }) => !['is', 'lives-in', 'employer', 'job', 'owns:car', 'count', 'trait'].includes(slot),
  );
  const isStatic = drafts.some(({ slot }) => slot !== 'is') && time === null && parsed?.head === 'be';
  if (parsed !== null && !isCrisis && !isTold && !isStatic && !reading.isHeaded && !isBareIntroduction(body, people)) {
    const happening = happeningIn({ text: clause.text, quote, parsed, mentions: people, time, leaning });
    const isCovered = drafts.some(({ slot }) => slot !== 'is' && slot !== 'count') && happening?.slot === 'fact';
    if (happening !== null && !isCovered) drafts.push(happening);
  }
  corrections.push(...endedWaits(drafts, [...recent, ...statementsOf(reading.drafts)], quote));
  if (parsed !== null && RETRACTED.test(body))
    drafts.push(...fallenThrough(body, quote, [...recent, ...statementsOf(reading.drafts)]));
  return { drafts, corrections };
}

/** An outcome is the end of the wait for it. */
function endedWaits(drafts: readonly Draft[], recent: readonly Statement[], quote: string): Correction[] {
  return drafts
    .filter(({ slot }) => slot === 'outcome' || slot.startsWith('result:'))
    .flatMap(({ subject }) => recent.findLast((one) => one.slot === 'plan' && one.subject.key === subject.key) ?? [])
    .map(({ subject, value }) => ({ kind: 'end', subject, slot: 'plan', value, quote }));
}

/** "False alarm": what came of the plan told last. */
function fallenThrough(body: string, quote: string, recent: readonly Statement[]): Draft[] {
  const plan = recent.findLast(({ slot }) => slot === 'plan' || slot === 'goal' || slot === 'event');
  if (plan === undefined) return [];
  const was = plan.text
    .replace(/^You're /, 'You were ')
    .replace(/^You are /, 'You were ')
    .replace(/\.$/, '');
  return [
    {
      subject: plan.subject,
      slot: 'outcome',
      value: body,
      quote,
      text: `${was}, but it fell through.`,
      confidence: 0.75,
    },
  ];
}

/** "My boss is called Maria" and "Linda, my boss": all they say is who someone is. */
function isBareIntroduction(body: string, people: readonly Mentioned[]): boolean {
  const last = people.at(-1);
  if (last === undefined || people.every(({ by }) => by === 'name')) return false;
  const rest = body.slice(Math.max(...people.map(({ end }) => end)));
  return (
    people[0] !== undefined &&
    people[0].start <= 4 &&
    !/\p{L}{2}/u.test(rest) &&
    /^(?:(?:my|our|his|her|the)\s)?[^.]*?(?:is|are|called|named|,|name)/i.test(body)
  );
}

/** The relation a head announced, for the names that follow: "Three siblings: Amara …, the twins Kofi and Kwame". */
function under(mention: Mentioned, relation: string | null, text: string): Mentioned {
  const { subject } = mention;
  if (relation === null || subject.name === null || (subject.relation !== null && subject.relation !== 'twin'))
    return mention;
  return {
    ...mention,
    subject: subjectFor(relation, subject.name),
    by: 'relation-and-name',
    apart: mention.apart ?? apartIn(text, subject.name),
  };
}

/** "She's my roommate from college": the relation of someone whose name alone was known. */
function described(people: readonly Mentioned[], parsed: Parsed | null, text: string): readonly Mentioned[] {
  const name = parsed?.form === 'other' && parsed.head === 'be' && !parsed.negated ? parsed.subject.name : null;
  if (name === null || parsed === null || !/^(?:my|our)\s/i.test(parsed.rest)) return people;
  const at = text.length - parsed.rest.length;
  return people.map((mention) =>
    mention.by === 'relation' && mention.subject.relation !== null && mention.start >= at - 1 && mention.start <= at + 2
      ? { ...mention, subject: subjectFor(mention.subject.relation, name), by: 'relation-and-name' }
      : mention,
  );
}

/** "So is my flatmate": the name said last, once more. */
function sameNameIn(body: string, mentions: readonly Mentioned[], resolver: Resolver): readonly Mentioned[] | null {
  const name = /^so(?: is|'s| are)\s+(?:my|our)\b/i.test(body) ? resolver.lastName : null;
  if (name === null) return null;
  return mentions.map((mention) =>
    mention.by === 'relation' && mention.subject.relation !== null
      ? { ...mention, subject: subjectFor(mention.subject.relation, name), by: 'relation-and-name' }
      : mention,
  );
}

/** "Ines is pregnant, due in May": a clause without a subject goes on about the one before it. */
function carried(
  parsed: Parsed | null,
  previous: { readonly parsed: Parsed; readonly sentence: number } | null,
  clause: Clause,
): Parsed | null {
  if (parsed === null || parsed.form !== 'implied' || previous === null || previous.sentence !== clause.sentence)
    return parsed;
  if (/^(?:living|based|from|due|originally|born|working|studying|also|currently)\b/i.test(parsed.rest))
    return { ...parsed, form: previous.parsed.form, subject: previous.parsed.subject, head: 'be' };
  return previous.parsed.form === 'other' && previous.parsed.head !== 'of'
    ? { ...parsed, form: 'other', subject: previous.parsed.subject }
    : parsed;
}

/** A name that stands for the person themselves, a firm or someone famous is nobody they know. */
function isNoAcquaintance(text: string, start: number, name: string, recent: readonly Statement[]): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const folded = fold(name);
  return (
    /\b(?:i'?m|i am|call me|my name'?s|my name is|name'?s|actually|it'?s|i go by)\s+(?:actually |really )?$/i.test(
      before,
    ) ||
    /\b(?:interview\w*|appl(?:y|ied|ication)|offer|job|role|account|contract|call|start(?:ing|ed)?|work(?:ing)?|exam|flight|tickets?)\s+(?:with|at|for|from|to|as)\s+$/i.test(
      before,
    ) ||
    /\bfav(?:e|ou?rite)?\b/i.test(text) ||
    (/\b(?:called|named|naming|calling (?:it|her|him))\s+$/i.test(before) && nounOfThing(text) !== null) ||
    (/\b(?:seeing|watching|listening to|concert|gig|reading|read|watched|book by|film by|song by|fan of)\b[^,]{0,20}$/i.test(
      before,
    ) &&
      /^\S+ \p{Lu}/u.test(text.slice(start))) ||
    recent.some(
      ({ slot, subject, value }) =>
        subject.key === 'self' &&
        (slot === 'name' || slot === 'employer' || slot === 'plan') &&
        new RegExp(`(?:^|\\b(?:with|at|for) )${folded.replace(/[^a-z0-9 ]/g, '.')}\\b`, 'i').test(fold(value ?? '')),
    )
  );
}

function existences(
  people: readonly Mentioned[],
  quote: string,
  resolver: Resolver,
  text: string,
  recent: readonly Statement[],
): Draft[] {
  const drafts: Draft[] = [];
  for (const { subject, by, apart, start } of people) {
    if (/\bnot (?:really |actually )?$/i.test(text.slice(0, start)) || /\b(?:any ?more|no longer)\b/i.test(text))
      continue;
    const meant = resolver.resolve(subject);
    if (by === 'name') {
      if (resolver.named(subject.name ?? '').length === 0 && !isNoAcquaintance(text, start, subject.name ?? '', recent))
        drafts.push({ subject, slot: 'is', value: null, quote, confidence: 0.6, importance: 0.4 });
      continue;
    }
    if (by === 'relation' && (meant.key !== subject.key || isPlural(text.slice(start), subject.relation))) continue;
    drafts.push({
      subject: meant,
      slot: 'is',
      value: apart,
      quote,
      confidence: by === 'relation' ? 0.75 : 0.9,
      importance: by === 'relation' ? 0.5 : 0.8,
    });
  }
  return drafts;
}

/** "My friends", "our kids": more than one, so nobody in particular. */
function isPlural(text: string, relation: string | null): boolean {
  const word =
    text
      .slice(0, 60)
      .match(/^(?:\S+\s+){0,4}?(?<word>\p{L}+s|children|mice)(?![\p{L}'])/u)
      ?.groups?.word?.toLowerCase() ?? '';
  return (
    relation !== null &&
    /^(?:children|kids|parents|folks|friends|mates|sisters|brothers|siblings|dogs|cats|cousins|colleagues|coworkers|neighbours|neighbors|teachers|students|grandparents|roommates|flatmates|housemates|twins|sons|daughters|nieces|nephews|aunts|uncles|pets|grandkids|grandchildren|classmates|teammates|clients|buddies|babies|pals|exes|in-laws)$/.test(
      word,
    )
  );
}

/** Slots whose value a past tense makes history: "I worked at Tesco", "we used to live in Leeds". */
const STATES = new Set([
  'lives-in',
  'lives-with',
  'employer',
  'job',
  'workplace',
  'shift',
  'school',
  'studies',
  'relationship',
  'owns:car',
  'hobby',
  'likes',
  'dislikes',
  'diet',
  'member-of',
]);

function predicatesIn(
  parsed: Parsed,
  body: string,
  quote: string,
  time: StatedTime | null,
): { drafts: Draft[]; corrections: Correction[] } {
  const drafts: Draft[] = [];
  const corrections: Correction[] = [];
  if (parsed.form === 'thing' || parsed.head === 'will' || parsed.head === 'of') return { drafts, corrections };
  const isFormer = /^used to\s+/i.test(parsed.rest);
  const rest = parsed.rest.replace(/^used to\s+/i, '');
  const parts = partsOf(parsed, rest);
  parts.forEach(({ text: part, parsed: said }, index) => {
    for (const rule of PREDICATES) {
      if (!rule.heads.includes(said.head) || (rule.selfOnly === true && said.subject.key !== 'self')) continue;
      for (const value of valuesOf(rule, part)) {
        const isPast =
          isFormer ||
          ((parsed.head === 'was' ||
            parsed.head === 'had' ||
            /^(?:worked|lived|studied|loved|hated|liked|played|drove)\b/i.test(part)) &&
            STATES.has(rule.slot));
        addReading({ rule, value, parsed: said, body, quote, time, isPast, isFirst: index === 0 }, drafts, corrections);
      }
    }
  });
  return { drafts, corrections };
}

/** Verbs that go on about the same subject behind an "and". */
const GOES_ON =
  /\s+and\s+(?:i |we |also |just |now |then |still )?(?=(?:sing|sings|play|plays|live|lives|work|works|love|loves|hate|hates|like|likes|have|has|am|drive|drives|speak|speaks|study|studies|can't|cannot|moved|just moved|started|got|adore|prefer|don't|doesn't|take|takes|run|runs|teach|teaches|was|is|from|allergic|vegan|vegetarian|single|married|pregnant|living|working|studying)\b)/i;

/** "A nurse from Lahore living in Leicester", "play the cello and sing in a choir": what is said of one subject, piece by piece. */
function partsOf(parsed: Parsed, rest: string): { readonly text: string; readonly parsed: Parsed }[] {
  const pieces = rest.split(GOES_ON);
  return pieces.slice(0, 6).flatMap((piece, index) => {
    const start =
      index === 0 ? parsed : { ...predicate({ subject: parsed.subject, form: parsed.form, head: '' }, piece) };
    const isBare =
      index > 0 &&
      parsed.head === 'be' &&
      /^(?:an? |from|allergic|vegan|vegetarian|single|married|pregnant|living|working|studying)/i.test(piece);
    const said: Parsed = isBare
      ? { ...parsed, rest: piece, negated: false, ended: false }
      : index === 0
        ? { ...parsed, rest: piece }
        : start;
    if (said.head !== 'be') {
      const aside = said.rest.match(
        /,\s+(?<aside>(?:originally from|originally|from|living in|based in|born in)\s+.{2,60})$/iu,
      )?.groups?.aside;
      const first = { text: said.rest, parsed: said };
      return aside === undefined
        ? [first]
        : [first, { text: aside, parsed: { ...said, head: 'be', negated: false, ended: false } }];
    }
    const chunks = said.rest.split(
      /,\s+(?:and\s+)?|\s+(?=(?:originally )?from \p{Lu}|living in |based in |working (?:at|for|as) )/u,
    );
    return [said.rest, ...chunks.slice(1).map((chunk) => chunk.replace(/^(?:i'm|im|i am)\s+/i, ''))]
      .slice(0, 8)
      .map((text) => ({ text, parsed: said }));
  });
}

function valuesOf(rule: PredicateRule, part: string): string[] {
  const match = part.match(rule.pattern);
  if (match === null) return [];
  if (rule.as === 'fixed') return [match.groups?.value ?? rule.fixed ?? ''];
  const raw = match.groups?.value ?? '';
  if (rule.as === 'number') return rule.when?.(raw) === false ? [] : [raw];
  if (rule.as === 'job') {
    const value = occupationIn(trimmed(raw, 'words') ?? '');
    return value === '' || rule.when?.(raw) === false || value.split(' ').length > 6 ? [] : [value];
  }
  const pieces = rule.as === 'list' ? listed(raw) : [raw];
  return pieces.flatMap((piece) => {
    const value = trimmed(
      rule.as === 'firm'
        ? piece.replace(/\s+(?:in (?=\p{Lu})|as (?:an?|the)\b|on (?:the )?(?:night|day|week)|from \d).*$/u, '')
        : piece,
      rule.as === 'place' ? 'place' : rule.as === 'words' ? 'words' : 'thing',
    );
    return value === null || rule.when?.(value) === false ? [] : [value];
  });
}

/** "Peanuts, shellfish and kiwi" are three; what follows a list ("…, so no cake") is none of it. */
function listed(raw: string): string[] {
  const first =
    raw.split(/\s+(?:but|because|so|when|while|since|and (?:i|my|it|he|she|we|they|hate|love|can't|don't))\b/i)[0] ??
    raw;
  const parts = first
    .split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|&|or|y|et|und|aur)\s+/i)
    .map((part) => part.trim().replace(/^(?:both|either|all kinds of|a bit of|a little|some)\s+/i, ''))
    .filter((part) => part !== '');
  const [head] = parts;
  if (head === undefined) return [];
  // A long first piece is a clause, not the head of a list.
  if (head.split(' ').length > 5) return [first];
  const end = parts.findIndex(
    (part, index) =>
      index > 0 &&
      (part.split(' ').length > 4 ||
        /^(?:i|he|she|it|we|they|so|but|like|she's|he's|it's|which|not|no|lol|tbh|haha|especially|really|thanks|please|my|that|this|just|ugh|what|how|tastes?|smells?|makes?|gives?|reminds?|such|very|way|yuck|gross|even|never|always|because|since|and|but|which|who|until|when|if|except)\b/i.test(
          part,
        )),
  );
  return (end === -1 ? parts : parts.slice(0, end)).slice(0, 10);
}

const PASSING =
  /\b(?:for (?:the|an?|my|our|his|her|two|three|four|\d+|work|business|holiday|christmas|easter)\b|on (?:holiday|vacation|a trip|business|tour|honeymoon)|this (?:week|weekend|morning|afternoon)|today|tonight|tomorrow|right now|visiting|until|till|next week|last week|stuck|yesterday|at the airport|with (?:my|the|some|a)|all week|again)\b/i;

interface PredicateReading {
  readonly rule: PredicateRule;
  readonly value: string;
  readonly parsed: Parsed;
  readonly body: string;
  readonly quote: string;
  readonly time: StatedTime | null;
  readonly isPast: boolean;
  readonly isFirst: boolean;
}

function addReading(
  { rule, value, parsed, body, quote, time, isPast, isFirst }: PredicateReading,
  drafts: Draft[],
  corrections: Correction[],
): void {
  const { subject } = parsed;
  const confidence = (rule.confidence ?? 0.9) - (parsed.form === 'implied' ? 0.1 : 0) - (isFirst ? 0 : 0.05);
  const slot = rule.slot;
  // "We're in Lisbon for the weekend" is no home.
  if (slot === 'lives-in' && rule.confidence === 0.7 && PASSING.test(body)) return;
  const isDenied = parsed.negated && isFirst && !/^(?:can'?t|cannot)/i.test(parsed.rest);
  if (isPast) {
    drafts.push({
      subject,
      slot: 'fact',
      value: body.slice(0, 200),
      quote,
      time,
      confidence: confidence - 0.1,
      ...(slotOf(slot) === null ? {} : { kind: slotOf(slot)?.kind ?? 'fact' }),
      text: `${capital(turned(body.replace(/[\s.!?]+$/, '')))}.`,
    });
    return;
  }
  if (parsed.ended || (isDenied && slot === 'moved-to')) {
    corrections.push({ kind: 'end', subject, slot: slot === 'moved-to' ? 'lives-in' : slot, value, quote });
    return;
  }
  if (isDenied) {
    if (rule.denial === 'ignore' || slot === 'dislikes' || slot === 'avoids' || slot === 'goal') return;
    if (slot === 'likes')
      drafts.push({ subject, slot: 'dislikes', value, quote, confidence, text: `${whoSays(subject)} like ${value}.` });
    else drafts.push({ subject, slot, value, quote, negated: true, confidence });
    return;
  }
  if (slot === 'moved-to') {
    if (/\bmoving\b/i.test(body) || parsed.head === 'will') return;
    const isYouth = time !== null && /\b(?:when|since) i\b/i.test(time.words);
    if (time !== null)
      drafts.push({
        subject,
        slot,
        value,
        quote,
        time,
        confidence,
        text: `${capital(turned(`${movedWords(body, value)}`))}.`,
      });
    if (!isYouth)
      drafts.push({ subject, slot: 'lives-in', value, quote, time, confidence: Math.min(confidence, 0.85) });
    return;
  }
  const timed = ['lives-in', 'job', 'employer', 'expecting', 'diagnosis', 'due', 'employment', 'sober'].includes(slot)
    ? time
    : null;
  if (slot === 'from' && /\bwas (?:born|raised)|born/i.test(body) && subject.key !== 'self' && confidence < 0.6) return;
  const isPlayed = slot === 'hobby' && /\bplays?\b/i.test(body);
  const played = subject.key === 'self' ? `You play ${value}.` : `${whoIs(subject)} plays ${value}.`;
  drafts.push({ subject, slot, value, quote, confidence, time: timed, ...(isPlayed ? { text: played } : {}) });
}

function movedWords(body: string, value: string): string {
  return /^(?:i|we)\b/i.test(body)
    ? body.replace(/,.*$/s, '').replace(/[\s.!?]+$/, '')
    : /^(?:moved|relocated|emigrated|left)\b/i.test(body)
      ? `I ${body.charAt(0).toLowerCase()}${body
          .slice(1)
          .replace(/,.*$/s, '')
          .replace(/[\s.!?]+$/, '')}`
      : `I moved to ${value}`;
}

function whoSays(subject: Subject): string {
  return subject.key === 'self'
    ? "You don't"
    : `${subject.relation === null ? '' : `Your ${subject.relation} `}${subject.name ?? ''}`.trim().concat(" doesn't");
}

/** "Went to visit my gran in Cardiff": where somebody is found at home. */
function placesOfOthers(body: string, quote: string, people: readonly Mentioned[], resolver: Resolver): Draft[] {
  const drafts: Draft[] = [];
  const offset = 0;
  for (const mention of people) {
    if (mention.subject.relation === null) continue;
    const at = body.indexOf(mention.subject.name ?? '', offset);
    const after = at === -1 ? '' : body;
    const words = after.match(
      /\b(?:vist|visit|visited|visiting|seeing|see|staying with|stay with|flying to see|trip to see|home to)\s+(?:my|our)\s+(?:[\p{L}-]+\s+){1,4}?(?:over |down |up )?in\s+(?<place>\p{L}[^,;.!?\n]{1,40})/iu,
    )?.groups?.place;
    const place = words === undefined ? null : trimmed(words, 'place');
    if (
      place !== null &&
      !/^(?:hospital|the|her|his|their|a|person|town|prison|rehab|bed|time|march|april|may|june|july|august)\b/i.test(
        place,
      )
    )
      drafts.push({
        subject: resolver.resolve(mention.subject),
        slot: 'lives-in',
        value: place,
        quote,
        confidence: 0.65,
      });
  }
  return drafts.slice(0, 1);
}

function foreignIn(body: string, quote: string, people: readonly Mentioned[], resolver: Resolver): Draft[] {
  const drafts: Draft[] = [];
  const other = people.find(({ subject }) => subject.relation !== null)?.subject;
  for (const rule of FOREIGN_RULES) {
    const subject = rule.of === 'self' ? SELF : other === undefined ? null : resolver.resolve(other);
    const raw = subject === null ? undefined : body.match(rule.pattern)?.groups?.value;
    if (subject === null || raw === undefined) continue;
    const value = trimmed(raw, rule.as);
    if (value !== null) drafts.push({ subject, slot: rule.slot, value, quote, confidence: 0.8 });
  }
  return drafts;
}

function statementsOf(drafts: readonly Draft[]): Statement[] {
  return drafts.flatMap((draft) => {
    const statement = stated(draft);
    return statement === null ? [] : [statement];
  });
}

/** One statement a subject, slot and value: the surest, with a name's own mention before a guess. */
function unique(statements: readonly Statement[]): Statement[] {
  const kept = new Map<string, Statement>();
  for (const statement of statements) {
    const key = `${statement.subject.key}|${statement.slot}|${fold(statement.value ?? '')}|${statement.modality}`;
    const sameExistence =
      statement.slot === 'is'
        ? [...kept].find(
            ([, one]) =>
              one.slot === 'is' && one.subject.key === statement.subject.key && one.modality === statement.modality,
          )
        : undefined;
    if (sameExistence !== undefined && sameExistence[0] !== key) {
      if (statement.value !== null && sameExistence[1].value === null) kept.delete(sameExistence[0]);
      else continue;
    }
    const before = kept.get(key);
    if (before === undefined || before.confidence < statement.confidence) kept.set(key, statement);
  }
  return [...kept.values()];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
