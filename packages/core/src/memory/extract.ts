import { readRisk } from '../understanding/risk.ts';
import { feelingIn, ownName, withSecrets } from './extract/asides.ts';
import { correctionsIn, forgetIn, RETRACTED } from './extract/corrections.ts';
import { type Draft, stated } from './extract/draft.ts';
import { happeningIn, leaningOf } from './extract/happenings.ts';
import { mentionedIn } from './extract/people.ts';
import { described, existences, placesOfOthers, sameNameIn, under } from './extract/presence.ts';
import { type Clause, clausesOf } from './extract/reading.ts';
import { foreignIn, predicatesIn } from './extract/said.ts';
import { SPECIAL_RULES } from './extract/special.ts';
import { headRelation } from './extract/special-people.ts';
import { opened, type Parsed, parse, Resolver } from './extract/subjects.ts';
import { comparableName, type Mentioned, subjectFor } from './extract/tokens.ts';
import type { Correction, Extraction, Fact, StatedTime, Statement, Subject } from './fact.ts';
import { instructs } from './gate.ts';
import { respeltIn, restatedIn } from './restated.ts';
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
    recent.push(
      ...readMessage({ text, spoken, resolver, recent, earlier: earlier.slice(0, index), isContext: true }).statements,
    );
  });
  return readMessage({ text: message.text, spoken, resolver, recent, earlier, isContext: false });
}

interface MessageReading {
  readonly text: string;
  readonly spoken: Omit<Spoken, 'leaning'>;
  readonly resolver: Resolver;
  readonly recent: readonly Statement[];
  readonly earlier: readonly string[];
  /** True for an earlier message, read for what the one at hand refers to and not kept. */
  readonly isContext: boolean;
}

function readMessage({ text, spoken, resolver, recent, earlier, isContext }: MessageReading): Extraction {
  const drafts: Draft[] = [];
  const corrections: Correction[] = [];
  // Words of despair are for care, not for memory.
  let risk: boolean | null = isContext ? false : null;
  const isCrisis = (): boolean => {
    risk ??= readRisk(text).level === 'crisis';
    return risk;
  };
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
  if (!corrections.some(({ kind }) => kind === 'replace'))
    corrections.push(...restatement(text, clauses, drafts, earlier.length > 0 ? earlier.slice(-3) : told(recent)));
  const replaced = corrections.flatMap((correction) => (correction.kind === 'replace' ? [correction] : []));
  // "Sorry, Annelise. She's my neighbour": she is who is named rightly.
  for (const [index, draft] of drafts.entries()) {
    const rename = replaced.find(
      ({ wrong }) => draft.subject.name !== null && comparableName(draft.subject.name) === comparableName(wrong),
    );
    if (rename !== undefined) drafts[index] = { ...draft, subject: subjectFor(draft.subject.relation, rename.right) };
  }
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
  if (!drafts.every(({ slot }) => slot === 'is') && !isCrisis()) drafts.push(...feelingIn(text, clauses, drafts));
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
                  (one) =>
                    one.quote === quote && (slot !== 'is' || subject.key === `person:${comparableName(one.right)}`),
                )
              ),
          ),
        ),
      ),
    ).slice(0, MAX_STATEMENTS),
    corrections,
  };
}

/** In a new conversation it is what was told last that is put right. */
const told = (recent: readonly Statement[]): readonly string[] => recent.slice(-3).map(({ quote }) => quote);

/** What says no more by itself than the message does; anything else was read as what it is, and takes the old one's place. */
const LOOSE_SLOTS: ReadonlySet<string> = new Set(['fact', 'event', 'is', 'plan']);

/** A slip of an earlier message that the message as a whole puts right; none where its clause says what it is about. */
function restatement(
  text: string,
  clauses: readonly Clause[],
  drafts: readonly Draft[],
  before: readonly string[],
): Correction[] {
  const restated = restatedIn(text, before.at(-1)) ?? respeltIn(text, before);
  const clause = clauses.find((each) => restated !== null && each.text.includes(restated.right));
  if (restated === null || clause === undefined) return [];
  const quote = text.slice(clause.start, clause.end);
  const isStated = drafts.some((draft) => draft.quote === quote && !LOOSE_SLOTS.has(draft.slot));
  return isStated ? [] : [{ kind: 'replace', ...restated, quote }];
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
  readonly isCrisis: () => boolean;
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
    ({ slot }) => !['is', 'lives-in', 'employer', 'job', 'count', 'trait'].includes(slot) && !slot.startsWith('owns:'),
  );
  const isStatic = drafts.some(({ slot }) => slot !== 'is') && time === null && parsed?.head === 'be';
  if (parsed !== null && !isTold && !isStatic && !reading.isHeaded && !isBareIntroduction(body, people)) {
    const happening = happeningIn({ text: clause.text, quote, parsed, mentions: people, time, leaning });
    const isCovered = drafts.some(({ slot }) => slot !== 'is' && slot !== 'count') && happening?.slot === 'fact';
    if (happening !== null && !isCovered && !isCrisis()) drafts.push(happening);
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

/** "Ines is pregnant, due in May": a clause without a subject goes on about the one before it. */
function carried(
  parsed: Parsed | null,
  previous: { readonly parsed: Parsed; readonly sentence: number } | null,
  clause: Clause,
): Parsed | null {
  if (parsed === null || parsed.form !== 'implied' || previous === null || previous.sentence !== clause.sentence)
    return parsed;
  if (/^(?:living|based|from|due|originally|born|working|studying|also|currently|in (?=\p{Lu}))/iu.test(parsed.rest))
    return { ...parsed, form: previous.parsed.form, subject: previous.parsed.subject, head: 'be' };
  return previous.parsed.form === 'other' && previous.parsed.head !== 'of'
    ? { ...parsed, form: 'other', subject: previous.parsed.subject }
    : parsed;
}

function statementsOf(drafts: readonly Draft[]): Statement[] {
  return drafts.flatMap((draft) => {
    const statement = stated(draft);
    return statement === null ? [] : [statement];
  });
}

/** One statement a subject, slot and value: the surest, with a name's own mention before a guess. */
function unique(all: readonly Statement[]): Statement[] {
  const related = new Map<string, Subject[]>();
  for (const { slot, subject } of all) {
    if (slot !== 'is' || subject.name === null || subject.relation === null) continue;
    const same = related.get(`person:${comparableName(subject.name)}`) ?? [];
    if (!same.some(({ key }) => key === subject.key))
      related.set(`person:${comparableName(subject.name)}`, [...same, subject]);
  }
  // A name that a message gives a relation is that one throughout; of two with the name neither.
  const statements = all.flatMap((statement) => {
    const meant = related.get(statement.subject.key);
    if (meant === undefined) return [statement];
    const [only] = meant;
    if (statement.slot === 'is') return [];
    return meant.length === 1 && only !== undefined ? [{ ...statement, subject: only }] : [statement];
  });
  const kept = new Map<string, Statement>();
  for (const statement of statements) {
    const key = `${statement.subject.key}|${statement.slot}|${comparableName(statement.value ?? '')}|${statement.modality}`;
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
