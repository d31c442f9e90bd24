import { sayStatement } from '../slots.ts';
import { type Acquaintance, thoseOf } from './acquaintances.ts';
import { type AnswerContext, ENOUGH, type Found, found, relevantWithBeside, retold, retoldAround } from './context.ts';
import { lemmaOf } from './lemma.ts';
import type { Passage } from './passages.ts';
import { asSentence, listed, phraseToThem, saidToThem } from './phrasing.ts';
import { linkDistance, type Relevance } from './relevance.ts';
import type { PersonSpan } from './spans.ts';
import { spanOf } from './spans.ts';
import { relationNeeded, subjectAt } from './subjects.ts';

/** "Who is my sister?", "what are my pets called?", "which one is the cat?": the names of a relation. Null when it asks for something else. */
export function namesOfRelation(context: AnswerContext): Found | null {
  const { reading, acquaintances, seed: _seed } = context;
  const relation = relationNeeded(reading);
  if (relation === null) return null;
  const theirs = thoseOf(relation, acquaintances);
  const apart = reading.terms.filter((term) => term.relation === null && term.weight >= 1);
  // Who is gone keeps the name: "what was my grandmother's name?".
  const living = theirs.filter((one) => one.isCurrent || reading.asksBefore);
  const current = living.length > 0 || !/\bwas\b|'s name|\bnamed?\b/i.test(reading.text) ? living : theirs;
  const named = narrowed(
    current,
    apart.map(({ lemma }) => lemma),
  ).filter(({ name }) => name !== null);
  const names = [...new Map(named.map((one) => [lemmaOf((one.name ?? '').toLowerCase()), one])).values()];
  const renamed = renamedTo(names, context);
  if (renamed !== null) return renamed;
  const facts = names.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  const passages = names.flatMap(({ passage }) => (passage === null ? [] : [passage]));
  if (names.length > 0) {
    const list = listed(names.map(({ name }) => name ?? ''));
    const isOne = names.length === 1;
    const yes = /^(?:do|did|can|have|has|are|is)\b/i.test(reading.text) || reading.wanted === 'about';
    if (yes) return found(`Yes, ${list}!`, passages, facts);
    if (isOne && !reading.text.toLowerCase().includes('called'))
      return found(`Your ${names[0]?.relation ?? relation} is ${list}.`, passages, facts);
    return found(`${list}!`, passages, facts);
  }
  return kinByOthers(relation, context);
}

/** "We renamed the puppy, he's Waffles now": the name it has since. */
function renamedTo(names: readonly Acquaintance[], { pool }: AnswerContext): Found | null {
  if (names.length !== 1) return null;
  const passage = pool.passages.findLast(({ text }) =>
    /\brenamed\b|\bnow called\b|\bchanged (?:his|her|its|the) name\b|\bnew name\b/i.test(text),
  );
  const name = passage?.people.findLast(({ name: own }) => own !== null && own !== names[0]?.name)?.name;
  return passage === undefined || name === null || name === undefined ? null : found(`${name}!`, [passage]);
}

/** A nephew is a brother's or sister's son: relations that follow from others, where the child is named. */
const KIN_BY: Readonly<Record<string, { readonly through: RegExp; readonly child: RegExp }>> = {
  nephew: { through: /^(?:sister|brother|sibling|twin)$/, child: /\b(?:boy|son|nephew|baby|him)\b/i },
  niece: { through: /^(?:sister|brother|sibling|twin)$/, child: /\b(?:girl|daughter|niece|baby|her)\b/i },
  grandson: { through: /^(?:son|daughter)$/, child: /\b(?:boy|son|baby|him)\b/i },
  granddaughter: { through: /^(?:son|daughter)$/, child: /\b(?:girl|daughter|baby|her)\b/i },
  grandchild: { through: /^(?:son|daughter)$/, child: /\b(?:boy|girl|baby)\b/i },
};

function kinByOthers(relation: string, { pool }: AnswerContext): Found | null {
  const rule = Object.hasOwn(KIN_BY, relation) ? KIN_BY[relation] : undefined;
  if (rule === undefined) return null;
  for (const passage of [...pool.passages].reverse()) {
    const isTheirs = passage.people.some((person) => person.relation !== null && rule.through.test(person.relation));
    const name = /\b(?:called|named|call|name(?:'s| is)?)(?: (?:him|her|it|the baby))? (\p{Lu}[\p{L}'-]{1,30})/u.exec(
      passage.text,
    )?.[1];
    if (isTheirs && name !== undefined && rule.child.test(passage.text))
      return found(`Your ${relation} is ${name}.`, [passage]);
  }
  return null;
}

/** Those that the other words of the question set apart: "my college roommate", "my older sister"; all when none is. */
function narrowed(people: readonly Acquaintance[], lemmas: readonly string[]): readonly Acquaintance[] {
  if (lemmas.length === 0 || people.length < 2) return people;
  const fitting = people.filter(({ fact, passage }) => {
    const text = `${fact?.text ?? ''} ${fact?.quote ?? ''} ${passage?.text ?? ''}`.toLowerCase();
    const words = new Set((text.match(/[\p{L}\p{N}']+/gu) ?? []).map(lemmaOf));
    return lemmas.some((lemma) => words.has(lemma));
  });
  return fitting.length > 0 ? fitting : people;
}

/** "Who is Professor?": how they stand to the person, else what was said of them. Null when it asks for something else. */
export function whoIsNamed(context: AnswerContext): Found | null {
  const { reading, acquaintances, facts, ranked } = context;
  if (
    reading.names.length === 0 ||
    !/^(?:who(?:'s|s| is| was| are)?|what(?:'s| is| do you know about)?|do (?:i|you) know|how do i know)?\s*(?:\p{L}[\p{L}'-]*\s?){1,3}$/iu.test(
      reading.text,
    )
  )
    return null;
  const others = reading.terms.filter(
    ({ lemma, relation }) => relation === null && !reading.names.map(lemmaOf).includes(lemma),
  );
  if (others.length > 0) return null;
  const lemmas = reading.names.map(lemmaOf);
  const known = acquaintances.filter(
    ({ name }) => name !== null && lemmas.includes(lemmaOf(name.toLowerCase().split(' ')[0] ?? '')),
  );
  const passages = known.flatMap(({ passage }) => (passage === null ? [] : [passage]));
  const used = known.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  const display = reading.words.find(({ lower }) => reading.names.includes(lower))?.raw ?? '';
  if (known.length === 1) {
    const [one] = known;
    const more = facts.find(
      (fact) =>
        fact.subject.key === one?.fact?.subject.key &&
        fact.slot !== 'is' &&
        fact.slot !== 'name' &&
        fact.status === 'active' &&
        !fact.tender,
    );
    const rest = more === undefined ? '' : ` ${more.text}`;
    const base = `${one?.name ?? display} is your ${one?.relation ?? ''}.`;
    return found(countShort(base + rest) ? base + rest : base, passages, more === undefined ? used : [...used, more]);
  }
  if (known.length > 1)
    return found(
      asSentence(
        `${display} could be ${listed(known.map(({ relation }) => `your ${relation}`)).replace(' and ', ' or ')}: you know ${known.length === 2 ? 'two' : 'several'}`,
      ),
      passages,
      used,
    );
  const about = facts.find(
    (fact) =>
      (fact.slot !== 'is' || fact.subject.relation !== null) &&
      fact.status === 'active' &&
      lemmas.includes(lemmaOf((fact.subject.name ?? '').toLowerCase())),
  );
  if (about !== undefined) return found(about.text, [], [about]);
  const best = ranked.find(({ passage }) => passage.words.some(({ lemma }) => lemmas.includes(lemma)));
  return best === undefined ? null : found(asSentence(retold(best.passage, context)), [best.passage]);
}

const countShort = (text: string): boolean => text.split(/\s+/).length <= 22;

interface Candidate {
  readonly person: PersonSpan;
  readonly relevance: Relevance;
  readonly score: number;
}

const LEAVES = /^(?:dropped|left|quit|bailed|is|was|moved|moving|'s|isn't|can't|out|leaves|leaving)$/;
const OUT =
  /\b(?:dropped out|left|quit|bailed|moved|moving away|is out|'s out|he's out|she's out|they're out|is gone|isn't coming)\b/i;
const IN =
  /(?:\b(?:got|have|added|joined by|replaced by|welcomed|recruited)\s+(\p{Lu}[\p{L}'-]{1,30})|(\p{Lu}[\p{L}'-]{1,30})(?: has| just)? (?:joined|joins|is in|stepped in|is joining|took (?:his|her|their) (?:place|spot)|replaced|replaces|is replacing))/u;

/** "Who's on my quiz team now?", "who left?": a list told once, with who left and who came since. */
export function rosterAnswer(context: AnswerContext): Found | null {
  const { reading, pool } = context;
  const asksLeft = /^who (?:has |has since )?(?:left|quit|dropped out|moved out|bailed|is out)\b/i.test(reading.text);
  const asksIn =
    /^(?:who(?:'s|s| is| are)? (?:still )?(?:in|on|part of|a member of)|who are (?:the members|my))\b/i.test(
      reading.text,
    );
  if (!asksLeft && !asksIn) return null;
  const roster = context.ranked.find(
    ({ passage, enough, direct }) =>
      passage.people.filter(({ name }) => name !== null).length > 1 && (asksLeft || (enough >= 0.5 && direct > 0)),
  );
  if (roster === undefined) return null;
  const members = roster.passage.people.filter(({ name }) => name !== null);
  const since = pool.passages.filter(({ message }) => message > roster.passage.message);
  const gone = members.filter(({ name }) => since.some((passage) => isGone(name ?? '', passage)));
  const used = [roster.passage, ...since.filter(({ text }) => OUT.test(text) || IN.test(text))];
  if (asksLeft) return gone.length === 0 ? null : found(asSentence(listed(gone.map(({ name }) => name ?? ''))), used);
  const came = since.flatMap(({ text }) => {
    const match = IN.exec(text);
    return [match?.[1] ?? match?.[2] ?? ''].filter((name) => name !== '');
  });
  if (gone.length === 0 && came.length === 0) return null;
  const names = [...members.filter((member) => !gone.includes(member)).map(({ name }) => name ?? ''), ...came];
  return found(asSentence(listed([...new Set(names)]), '!'), used);
}

function isGone(name: string, passage: Passage): boolean {
  const lemma = lemmaOf(name.toLowerCase().split(/\s+/)[0] ?? '');
  const at = passage.words.findIndex((word) => word.lemma === lemma);
  if (at < 0 || !OUT.test(passage.text)) return false;
  return (
    passage.words[at]?.isPossessive === true ||
    LEAVES.test(passage.words[at + 1]?.lower ?? '') ||
    LEAVES.test(passage.words[at + 2]?.lower ?? '')
  );
}

/** "Who did I climb with?", "who yelled at me?", "who is pregnant?": the person in the sentence that answers. */
export function whoAnswer(context: AnswerContext): Found | null {
  if (asksForName(context)) return null;
  const near = relevantWithBeside(context);
  const candidates = [...near, ...substitutes(near, context)].flatMap((relevance, order) =>
    candidatesIn(relevance, order, context),
  );
  const [best] = candidates.sort((one, other) => other.score - one.score);
  const [first] = near;
  if (first === undefined) return null;
  if (best === undefined || (best.score < first.score - 0.1 && !context.reading.byPerson)) {
    const antecedent = pronounSubject(first, context);
    if (antecedent !== null) return found(asSentence(labelOf(antecedent, first.passage, context)), [first.passage]);
    const phrase = nounSubject(first, context);
    if (phrase !== null) return found(asSentence(phrase), [first.passage]);
    if (best === undefined)
      return context.reading.byPerson
        ? found(asSentence(retoldAround(first, context)), [first.passage])
        : saysSelf(first, context);
  }
  const { passage } = best.relevance;
  const group = groupOf(best.person, passage).filter((person) => !isAsked(person, context));
  const labels =
    group.length > 1
      ? group.map(({ name, relation }) => name ?? `your ${relation}`)
      : [labelOf(best.person, passage, context)];
  return found(asSentence(listed(labels), group.length > 1 ? '!' : '.'), [passage]);
}

/** "What's the parrot's name?", "what is my boss called?": only a name answers, and not just anyone's. */
function asksForName({ reading }: AnswerContext): boolean {
  return /\bnames?\b|\b(?:called|named)$/i.test(reading.text) && !/^who\b/i.test(reading.text);
}

/** "Priya can't make it, taking Jonas instead": who took another's place, in the messages soon after. */
function substitutes(near: readonly Relevance[], { ranked, pool }: AnswerContext): readonly Relevance[] {
  const [first] = near;
  if (first === undefined) return [];
  return ranked
    .filter(
      ({ passage }) =>
        passage.message > first.passage.message &&
        passage.message <= first.passage.message + 3 &&
        /\binstead\b/i.test(passage.text),
    )
    .map((relevance) => ({
      ...relevance,
      score: first.score + 0.6,
      passage: withoutAbsent(relevance.passage, pool.messages.length),
    }));
}

const ABSENT =
  /^(?:can't|cant|cannot|couldn't|isn't|isnt|won't|wont|cancelled|canceled|bailed|dropped|left|is|had|flaked)$/;

/** The passage without those of whom it says that they don't come. */
function withoutAbsent(passage: Passage, _messages: number): Passage {
  return { ...passage, people: passage.people.filter(({ to }) => !ABSENT.test(passage.words[to]?.lower ?? '')) };
}

/** "Little one has chickenpox": the phrase before the verb, when nobody is named. */
function nounSubject(relevance: Relevance, context: AnswerContext): string | null {
  const { passage } = relevance;
  const anchor = predicateAt(relevance, context);
  const verb = passage.words.findIndex(
    ({ lower }, index) =>
      index > 0 && index <= Math.max(anchor, 1) && /^(?:has|is|was|says|said|had|got|does|are|were)$/.test(lower),
  );
  if (verb < 1 || verb > 5 || context.reading.byPerson) return null;
  const words = passage.words.slice(0, verb);
  if (words.some(({ lower }) => /^(?:i|we|it|that|this|there|he|she|they)$/.test(lower))) return null;
  const named = passage.people.find(({ from, name }) => from >= verb && name !== null);
  const phrase = phraseToThem(spanOf(passage.words, 0, verb).text);
  return named === undefined ? phrase : `${phrase}, ${named.name ?? ''}`;
}

/** "You", where the sentence says it in so many words. */
function saysSelf(relevance: Relevance, context: AnswerContext): Found | null {
  const { passage } = relevance;
  const isSaid = passage.words.some(({ lower }) => /^(?:i|i'm|im|i've|me|my)$/.test(lower));
  return isSaid && selfSubject(relevance, context)
    ? found(asSentence(`that's you: ${retoldAround(relevance, context)}`), [passage])
    : null;
}

function candidatesIn(relevance: Relevance, order: number, context: AnswerContext): Candidate[] {
  const { passage, matched } = relevance;
  const { reading } = context;
  const anchor = predicateAt(relevance, context);
  const asksWith = /\bwith\b/i.test(reading.text);
  return passage.people
    .filter((person) => !isAsked(person, context) && (reading.wanted === 'whose' || !isOwner(person, passage)))
    .map((person): Candidate => {
      let score = relevance.score - order * 0.01;
      const isCompanion = person.lead === 'with';
      if (asksWith && isCompanion) score += 0.4;
      if (!asksWith && isCompanion) score -= 0.12;
      if (!reading.byPerson && anchor >= 0)
        score += person.to <= anchor ? 0.22 : isCopula(passage, anchor, person.from) ? 0.35 : -0.05;
      if (reading.byPerson && anchor >= 0) score += person.from > anchor ? 0.15 : 0;
      if (person.lead === 'by') score += 0.1;
      if (anchor >= 0) score -= linkDistance({ passage, matched: [anchor] }, person.from) * 0.03;
      if (matched.some((index) => index >= person.from && index < person.to)) score -= 0.05;
      if (person.name !== null) score += 0.03;
      if (reading.wanted === 'whose' && passage.words[person.to - 1]?.isPossessive === true) score += 0.4;
      return { person, relevance, score };
    });
}

/** "coach is Lena": the name after the noun it belongs to. */
function isCopula({ words }: Passage, noun: number, name: number): boolean {
  return name === noun + 2 && /^(?:is|was|called|named)$/.test(words[noun + 1]?.lower ?? '');
}

/** "Joao's flat": whoever owns what is spoken of does not do it. */
function isOwner(person: PersonSpan, passage: Passage): boolean {
  return (
    passage.words[person.to - 1]?.isPossessive === true &&
    person.to < passage.words.length &&
    !/^(?:name|names)$/.test(passage.words[person.to]?.lower ?? '') &&
    passage.people.length > 1
  );
}

/** The word of the passage that stands for the question's own verb or predicate: the last of its terms that matched. */
export function predicateAt({ passage, matched }: Relevance, { reading }: AnswerContext): number {
  const names = new Set(reading.names.map(lemmaOf));
  const own = matched.filter((index) => {
    const word = passage.words[index];
    return word !== undefined && !names.has(word.lemma) && word.relation === null;
  });
  return own[0] ?? matched[0] ?? -1;
}

/** A person whom the question itself names is no answer to it. */
function isAsked(person: PersonSpan, { reading }: AnswerContext): boolean {
  const lemmas = reading.names.map(lemmaOf);
  if (
    person.name
      ?.toLowerCase()
      .split(/\s+/)
      .map(lemmaOf)
      .some((lemma) => lemmas.includes(lemma))
  )
    return true;
  return person.relation !== null && reading.relations.includes(person.relation) && !/^which\b/i.test(reading.text);
}

/** The names that stand in one row with this one: "Marta and Joao". */
function groupOf(person: PersonSpan, passage: Passage): PersonSpan[] {
  const { people, words } = passage;
  const place = people.indexOf(person);
  const joins = (left: PersonSpan | undefined, right: PersonSpan | undefined): boolean => {
    if (left === undefined || right === undefined) return false;
    const between = words.slice(left.to, right.from).map(({ lower }) => lower);
    const gap = words[left.to - 1]?.gap ?? '';
    if (words[left.to - 1]?.isPossessive === true) return false;
    if (between.every((lower) => /^(?:and|y|aur|my|our|me|then|some|guy|a|called|the|his|her|plus)$/.test(lower)))
      return between.some((lower) => /^(?:and|y|aur|plus)$/.test(lower)) || /[,&/]/.test(gap);
    return false;
  };
  let from = place;
  while (joins(people[from - 1], people[from])) from -= 1;
  let to = place;
  while (joins(people[to], people[to + 1])) to += 1;
  // A relation and the name beside it are one person, said twice.
  return people
    .slice(from, to + 1)
    .filter((one, index, all) => !(one.name === null && all[index + 1]?.relation === one.relation));
}

/** A person as they are said to the one who knows them: `your cousin Tobi`, `Sol, your friend`, `your boss Maria`. */
export function labelOf(
  person: { name: string | null; relation: string | null; text?: string },
  passage: Passage,
  context: AnswerContext,
): string {
  const { name } = person;
  const relation = person.relation ?? relationOfNamed(name, passage, context);
  if (name === null) return `your ${person.text?.toLowerCase() ?? relation ?? 'friend'}`;
  const titled = /^(?:dr|mr|mrs|ms|miss|uncle|aunt|auntie)\b/i.test(name);
  const modifier = person.relation === null ? modifierOf(name, passage, context) : null;
  if (modifier !== null) return `${modifier} ${name}`;
  return relation === null || titled ? name : `your ${relation} ${name}`;
}

/** "yoga Alex lent me her mat", after "Alex from yoga": what sets one of two of a name apart, said before it. */
function modifierOf(name: string, passage: Passage, { pool }: AnswerContext): string | null {
  const lemma = lemmaOf(name.toLowerCase());
  const at = passage.words.findIndex((word) => word.lemma === lemma);
  const before = passage.words[at - 1];
  if (before === undefined || before.relation !== null || before.gap !== '') return null;
  const isSetApart = pool.passages.some(({ words }) =>
    words.some(
      (word, index) =>
        word.lemma === lemma &&
        /^(?:from|in|at)$/.test(words[index + 1]?.lower ?? '') &&
        words[index + 2]?.lemma === before.lemma,
    ),
  );
  return isSetApart ? before.raw.toLowerCase() : null;
}

const WORK = new Set(
  'standup meet offic work deadlin email team project shift report present client promot desk slack zoom perform review budget hr'.split(
    ' ',
  ),
);
const HOME = new Set(
  'soup kitchen flat rent dish laundri couch sofa bathroom fridg dinner cook clean home bin hoover tv breakfast'.split(
    ' ',
  ),
);
const AT_WORK = /boss|manager|coworker|colleague|supervisor|team lead|client|teammate|assistant/;
const AT_HOME = /mate$|husband|wife|partner|girlfriend|boyfriend|sister|brother|mother|father|son|daughter/;

/** How somebody stands to the person, when only the name is said. Of two of one name, the one that the rest of the sentence speaks of. */
function relationOfNamed(name: string | null, passage: Passage, { acquaintances, pool }: AnswerContext): string | null {
  if (name === null) return null;
  const lemma = lemmaOf(name.toLowerCase());
  const relations = [
    ...new Set(
      acquaintances
        .filter((one) => one.name !== null && lemmaOf(one.name.toLowerCase()) === lemma)
        .map(({ relation }) => relation),
    ),
  ];
  if (relations.length < 2) return relations[0] ?? null;
  const atWork = passage.words.some((word) => WORK.has(word.lemma));
  const atHome = passage.words.some((word) => HOME.has(word.lemma));
  if (atWork !== atHome) {
    const fitting = relations.filter((relation) => (atWork ? AT_WORK : AT_HOME).test(relation));
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  const before = passage.words[passage.words.findIndex((word) => word.lemma === lemma) - 1]?.lower ?? '';
  const young = relations.filter((relation) => /daughter|son|child|niece|nephew|baby|kitten|puppy/.test(relation));
  if (/^(?:little|baby|wee|tiny|young)$/.test(before) && young.length === 1) return young[0] ?? null;
  // Of two, one of whom is always said with what sets them apart, the bare name is the other's.
  const bare = relations.filter(
    (relation) =>
      !pool.passages.some(
        ({ people, message }) =>
          message > 0 &&
          people.some(
            (one) => one.name !== null && lemmaOf(one.name.toLowerCase()) === lemma && one.relation === relation,
          ),
      ),
  );
  return bare.length === 1 ? (bare[0] ?? null) : null;
}

/** The person that "she" and the like stand for, when the sentence names none. */
function pronounSubject(relevance: Relevance, context: AnswerContext): PersonSpan | null {
  const { passage } = relevance;
  const anchor = predicateAt(relevance, context);
  const subject = subjectAt(passage, anchor < 0 ? passage.words.length : anchor, context.pool);
  return subject.kind === 'other' && subject.person !== null && !isAsked(subject.person, context)
    ? subject.person
    : null;
}

function selfSubject(relevance: Relevance, context: AnswerContext): boolean {
  const anchor = predicateAt(relevance, context);
  return (
    subjectAt(relevance.passage, anchor < 0 ? relevance.passage.words.length : anchor, context.pool).kind === 'self'
  );
}

const NAMING = /^(?:called|named|names|calls|calling|call|christened|dubbed|llama)$/;

/** "What's my car called?", "what did we name the baby?": the name of anything, where the sentence gives one. */
export function whatCalled(context: AnswerContext): Found | null {
  if (!/\b(?:called|named?|names|call(?:ing)?|llama)\b/i.test(context.reading.text)) return null;
  for (const relevance of relevantWithBeside(context, Math.min(ENOUGH, 0.45))) {
    const { passage } = relevance;
    const namings = passage.words.flatMap(({ lower }, index) =>
      NAMING.test(lower) || lower === "name's" || lower === 'name' ? [index] : [],
    );
    const at = namings.sort((one, other) => linkDistance(relevance, one) - linkDistance(relevance, other))[0] ?? -1;
    if (at >= 0) {
      let from = at + 1;
      while (/^(?:is|me|us|him|her|it|them|was|after|the|my|our)$/.test(passage.words[from]?.lower ?? '')) from += 1;
      const word = passage.words[from];
      if (word !== undefined && (word.isCapital || from === passage.words.length - 1)) {
        let to = from + 1;
        while (
          to < passage.words.length &&
          to < from + 4 &&
          passage.words[to - 1]?.gap === '' &&
          passage.words[to]?.isCapital === true
        )
          to += 1;
        while (/^(?:and|y)$/.test(passage.words[to]?.lower ?? '') && passage.words[to + 1]?.isCapital === true) to += 2;
        return found(asSentence(spanOf(passage.words, from, to).text, '!'), [passage]);
      }
    }
    const named = passage.people.find(({ name, relation }) => name !== null && relation === null);
    const isApposed = named !== undefined && relevance.matched.some((index) => Math.abs(index - named.from) <= 2);
    if (isApposed) return found(asSentence(named.name ?? '', '!'), [passage]);
  }
  return null;
}

/** Whoever the fact is about, for "who …?" answered from facts. */
export function subjectLabel(fact: { subject: { name: string | null; relation: string | null; key: string } }): string {
  const { name, relation, key } = fact.subject;
  if (key === 'self') return 'you';
  if (name === null) return `your ${relation ?? 'friend'}`;
  return relation === null ? name : `your ${relation} ${name}`;
}

export { phraseToThem, saidToThem, sayStatement };
