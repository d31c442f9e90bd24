import type { Fact } from '../fact.ts';
import { sayStatement } from '../slots.ts';
import { type AnswerContext, type Found, found } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { isRelationFor } from './meanings.ts';
import { asSentence, copies, listed } from './phrasing.ts';
import { subjectLabel } from './who.ts';

/** A way of asking that one slot answers by itself. */
interface DirectRule {
  readonly slot: RegExp;
  /** Read on the bare question in lower case. */
  readonly question: RegExp;
}

const OF = "(?:\\p{L}[\\p{L}' -]{0,40}?)";
const DO = '(?:do|does|did|am|is|are|was|were)';

/** Questions that ask for a slot and for nothing else. The order is that of preference. */
export const DIRECT_RULES: readonly DirectRule[] = [
  {
    slot: /^lives-in$/,
    question: new RegExp(
      `^(?:where ${DO} ${OF} (?:live|living|based)(?: now| these days| currently)?|what (?:city|country|town) ${DO} ${OF} (?:live in|living in|in)|where'?s? (?:am i|are we) (?:living|based)(?: now)?|where have i moved(?: to)?)$`,
      'u',
    ),
  },
  {
    slot: /^from$/,
    question: new RegExp(
      `^(?:where ${DO} ${OF} (?:come )?from(?: originally)?|where ${DO} ${OF} originally from|what'?s? (?:is )?my home ?town|where did ${OF} grow up)$`,
      'u',
    ),
  },
  {
    slot: /^employer$/,
    question: new RegExp(
      `^(?:where ${DO} ${OF} work(?:ing)?(?: now| these days| currently)?|who ${DO} ${OF} work for|what company ${DO} ${OF} work (?:for|at))$`,
      'u',
    ),
  },
  {
    slot: /^job$/,
    question: new RegExp(
      `^(?:what(?:'s| is) (?:my|his|her|${OF}'s) (?:job|profession|occupation|job title|role)(?: now)?|what ${DO} ${OF} do(?: for (?:a living|work))?|what ${DO} ${OF} work as)$`,
      'u',
    ),
  },
  { slot: /^birthday$/, question: /^(?:when(?:'s| is| was)|what(?:'s| is)) .{1,40}(?:birthday|bday)$/u },
  { slot: /^age$/, question: new RegExp(`^(?:how old (?:is|are|am) ${OF}(?: now)?|what(?:'s| is) ${OF} age)$`, 'u') },
  {
    slot: /^(?:allergy|intolerance)$/,
    question: new RegExp(
      `^(?:what ${DO} ${OF} (?:allergic|intolerant)(?: to)?|what(?:'s| is| are) (?:my|his|her|${OF}'s) allerg(?:y|ies)|what allergies do i have|what can'?t i eat)$`,
      'u',
    ),
  },
  {
    slot: /^diagnosis$/,
    question:
      /^what (?:was|were|am|did) .{1,30} diagnosed with$|^what (?:condition|illness|disease) (?:do|does) .{1,20} have$/u,
  },
  {
    slot: /^owns:car$/,
    question:
      /^what (?:kind of |type of )?car (?:do|did) i (?:drive|have|own|buy|get)(?: now)?$|^what (?:do i drive|'?s my car|is my car)$/u,
  },
  { slot: /^saved$/, question: /^how much (?:have|did) (?:i|we) (?:saved?|put aside)\b.{0,40}$/u },
  {
    slot: /^goal$/,
    question:
      /^what(?:'s| is| was) my (?:savings? )?(?:goal|target|aim)$|^how much (?:do|am) i (?:want|need|trying) to save\b.{0,30}$/u,
  },
  {
    slot: /^studies$/,
    question: new RegExp(
      `^what ${DO} ${OF} study(?:ing)?(?: at .{1,30})?$|^what(?:'s| is) my (?:degree|major|course)(?: in)?$`,
      'u',
    ),
  },
  { slot: /^faith$/, question: /^what(?:'s| is) my (?:religion|faith)$/u },
  { slot: /^diet$/, question: /^what(?:'s| is) my diet$|^what diet (?:do|am) i .{1,20}$/u },
  { slot: /^due$/, question: /^when (?:is|'s) .{1,30} due$/u },
  { slot: /^speaks$/, question: /^(?:what|which|how many) languages? do i speak$/u },
  {
    slot: /^medicine$/,
    question:
      /^what (?:medication|medicine|meds|pills?|tablets?) (?:do|am|did|have|was|were) i (?:take|taking|on|start(?:ed)?|been (?:on|put on|taking)|put on|prescribed|given|get)(?: today| now)?$/u,
  },
  {
    slot: /^fears$/,
    question: /^what am i (?:afraid|scared|frightened|terrified) of$|^what(?:'s| is) my (?:biggest )?(?:fear|phobia)$/u,
  },
  { slot: /^lives-with$/, question: /^who do i live with(?: now)?$/u },
];

/** Favourites are asked for by their noun. */
const FAVOURITE = /\b(?:favou?rite|fav) ([\p{L}' -]{2,30}?)(?: (?:now|again|these days|ever|of all time))?$/u;

/** An answer that a typed fact gives by itself; null where none does. */
export function fromFacts(context: AnswerContext): Found | null {
  const { reading, facts } = context;
  // "Now" and "before" choose among the facts, not the rule.
  const question = reading.text
    .toLowerCase()
    .replace(/\s+before (?!i\b|we\b)[\p{L}' -]{2,30}$/u, '')
    .replace(/\s+(?:now|before|previously|currently|these days|again|at the moment|before that)$/u, '');
  const favourite = FAVOURITE.exec(question)?.[1]?.trim();
  if (favourite !== undefined) {
    const noun = lemmaOf(favourite.split(/\s+/).at(-1) ?? '');
    return sayAll(
      facts.filter(
        ({ slot }) =>
          slot.startsWith('favourite:') &&
          lemmaOf(slot.slice('favourite:'.length).split(/[\s-]/).at(-1) ?? '') === noun,
      ),
      context,
    );
  }
  for (const rule of DIRECT_RULES) {
    if (!rule.question.test(question)) continue;
    const said = sayAll(
      facts.filter(({ slot }) => rule.slot.test(slot)),
      context,
    );
    if (said !== null) return said;
  }
  return null;
}

/** The facts of whom the question asks, said together; past ones only where the past is asked for. */
function sayAll(facts: readonly Fact[], context: AnswerContext): Found | null {
  const { reading, pool } = context;
  const theirs = facts.filter((fact) => isAbout(fact, context));
  const current = theirs.filter(({ status }) => status !== 'superseded');
  const past = theirs.filter(({ status }) => status === 'superseded');
  const chosen = reading.asksBefore ? past : current;
  if (chosen.length === 0) return null;
  const latest = [...chosen].sort((one, other) => other.saidAt.getTime() - one.saidAt.getTime());
  const [first] = latest;
  if (first === undefined) return null;
  const isMany =
    latest.length > 1 &&
    latest.every(({ slot, subject }) => slot === first.slot && subject.key === first.subject.key) &&
    MANY.test(first.slot);
  const values = [...new Set(latest.map(({ value }) => value ?? '').filter((value) => value !== ''))];
  if (isMany && values.length > 1) {
    const text = sayStatement({ ...first, value: listed(values.slice(0, 5)) }, tenseOf(first, reading.asksBefore));
    return found(text, [], latest);
  }
  const text = reading.asksBefore ? sayStatement(first, 'past') : first.text;
  return text === '' || copies(text, pool.messages) ? null : found(asSentence(text), [], [first]);
}

const MANY = /^(?:allergy|intolerance|diagnosis|medicine|likes|dislikes|avoids|fears|speaks|hobby|lives-with)$/;

function tenseOf(fact: Fact, isPast: boolean): 'present' | 'past' | 'negated' {
  return fact.modality === 'negated' ? 'negated' : isPast ? 'past' : 'present';
}

/** Whether the fact's subject is whom the question asks about: a name or a relation in it, else the person. */
function isAbout({ subject }: Fact, { reading, acquaintances }: AnswerContext): boolean {
  const lemmas = reading.names.map(lemmaOf);
  if (reading.names.length > 0) {
    if (
      subject.name
        ?.toLowerCase()
        .split(/\s+/)
        .some((part) => lemmas.includes(lemmaOf(part)))
    )
      return true;
    return acquaintances.some(
      ({ name, relation }) =>
        name !== null &&
        lemmas.includes(lemmaOf(name.toLowerCase())) &&
        subject.relation === relation &&
        subject.name === null,
    );
  }
  if (reading.relations.length > 0)
    return (
      subject.relation !== null && reading.relations.some((relation) => isRelationFor(relation, subject.relation ?? ''))
    );
  return subject.key === 'self';
}

/** "Who's in my book club now?", "who left?": a group's members, those of now or those who are no longer. */
export function membersFromFacts(context: AnswerContext): Found | null {
  const { reading, facts } = context;
  const question = reading.text.toLowerCase();
  const asksLeft = /^who (?:has )?(?:left|quit|dropped out)\b/u.test(question);
  const asksIn = /^who(?:'s|s| is| are| else is)? (?:in|on|part of|a member of)\b|^who (?:did|has) join/u.test(
    question,
  );
  if (!asksLeft && !asksIn) return null;
  const members = facts.filter(({ slot, modality }) => slot === 'member' && modality === 'asserted');
  const ofGroup = members.filter(({ subject }) =>
    (subject.name ?? '')
      .toLowerCase()
      .split(/\s+/)
      .some((part) => reading.terms.some(({ lemma }) => lemma === lemmaOf(part))),
  );
  const chosen = (ofGroup.length > 0 || !asksLeft ? ofGroup : members).filter(
    ({ status }) => (status === 'superseded') === asksLeft,
  );
  const names = [
    ...new Set(
      chosen.map(({ value }) => value ?? '').filter((value) => value !== '' && !/^(?:i|me|you)$/i.test(value)),
    ),
  ];
  return names.length === 0 ? null : found(asSentence(listed(names), asksLeft ? '.' : '!'), [], chosen);
}

const PREDICATES: readonly DirectRule[] = [
  { slot: /^(?:allergy)$/, question: /^who(?:'s| is) allergic to\b/u },
  { slot: /^(?:intolerance)$/, question: /^who(?:'s| is) .{0,30}intolerant$/u },
  { slot: /^expecting$/, question: /^who(?:'s| is) (?:pregnant|expecting)\b/u },
  { slot: /^diagnosis$/, question: /^who (?:has|was diagnosed with)\b/u },
];

/** "Who is lactose intolerant?": whoever the fact is about. */
export function whoFromFacts(context: AnswerContext): Found | null {
  const { reading, facts } = context;
  const question = reading.text.toLowerCase();
  for (const rule of PREDICATES) {
    if (!rule.question.test(question)) continue;
    const fitting = facts.filter(({ slot, status, modality, value }) => {
      if (status !== 'active' || modality === 'negated' || !rule.slot.test(slot)) return false;
      const words = (value ?? '').toLowerCase().match(/\p{L}+/gu) ?? [];
      return slot === 'expecting' || words.some((word) => reading.terms.some(({ lemma }) => lemma === lemmaOf(word)));
    });
    if (fitting.length > 0) return found(asSentence(listed([...new Set(fitting.map(subjectLabel))])), [], fitting);
  }
  return null;
}
