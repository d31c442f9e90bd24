import { type Acquaintance, thoseOf } from './acquaintances.ts';
import { type AnswerContext, ENOUGH, type Found, found, relevantWithBeside, retold } from './context.ts';
import { lemmaOf } from './lemma.ts';
import type { Passage } from './passages.ts';
import { asSentence, listed } from './phrasing.ts';
import { linkDistance } from './relevance.ts';
import { spanOf } from './spans.ts';
import { relationNeeded } from './subjects.ts';

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
      return found(
        `Your ${names[0]?.relation ?? relation} ${names[0]?.isCurrent === false ? 'was' : 'is'} ${list}.`,
        passages,
        facts,
      );
    return found(`${list}!`, passages, facts);
  }
  return kinByOthers(relation, context) ?? companyKept(relation, context);
}

const SOCIAL = /^(?:with|met|meet|meeting|saw|see|seeing)$/;

/** "Do you remember my friends?", where nobody was called one: those they spend their time with. */
function companyKept(relation: string, { reading, pool, acquaintances }: AnswerContext): Found | null {
  if (relation !== 'friend' || !/\b(?:friends|mates|pals)\b/i.test(reading.text)) return null;
  const others = new Set(acquaintances.map(({ name }) => (name ?? '').toLowerCase()));
  const company = pool.passages.flatMap((passage) =>
    passage.people
      .filter(
        ({ name, relation: known, lead }) =>
          name !== null && known === null && SOCIAL.test(lead) && !others.has(name.toLowerCase()),
      )
      .map(({ name }) => ({ name: name ?? '', passage })),
  );
  const names = [...new Set(company.map(({ name }) => name))].slice(0, 6);
  return names.length === 0
    ? null
    : found(`You've told me about ${listed(names)}.`, [...new Set(company.map(({ passage }) => passage))]);
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
  daughter: { through: /^(?:baby|child|twin)$/, child: /\b(?:girl|daughter|her|she)\b/i },
  son: { through: /^(?:baby|child|twin)$/, child: /\b(?:boy|son|him|his|he)\b/i },
  grandson: { through: /^(?:son|daughter)$/, child: /\b(?:boy|son|baby|him)\b/i },
  granddaughter: { through: /^(?:son|daughter)$/, child: /\b(?:girl|daughter|baby|her)\b/i },
  grandchild: { through: /^(?:son|daughter)$/, child: /\b(?:boy|girl|baby)\b/i },
};

function kinByOthers(relation: string, { pool, acquaintances }: AnswerContext): Found | null {
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
  // "My toddler … her name is Margot": a child whom "her" stands for is a daughter.
  if (relation !== 'daughter' && relation !== 'son') return null;
  const child = acquaintances.find(
    (one) =>
      one.isCurrent &&
      one.name !== null &&
      rule.through.test(one.relation) &&
      pool.passages.some(
        (passage) => passage.lemmas.has(lemmaOf((one.name ?? '').toLowerCase())) && rule.child.test(passage.text),
      ),
  );
  return child === undefined
    ? null
    : found(
        `Your ${relation} is ${child.name ?? ''}.`,
        child.passage === null ? [] : [child.passage],
        child.fact === null ? [] : [child.fact],
      );
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
    const base = `${one?.name ?? display} ${one?.isCurrent === false ? 'was' : 'is'} your ${one?.relation ?? ''}.`;
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

const NAMING = /^(?:called|named|names|calls|calling|call|christened|dubbed|llama)$/;

/** "My dog is called biscuit" names the dog; "my sister called today" names nobody. */
function isNamed({ words, dates }: Passage, naming: number, name: number): boolean {
  if (dates.some(({ from, to }) => name >= from && name < to)) return false;
  return !/^(?:called|calls|calling)$/.test(words[naming]?.lower ?? '') || BEING.test(words[naming - 1]?.lower ?? '');
}

const BEING = /^(?:is|was|are|were|be|been|being|it|him|her|them|\p{L}+'s)$/u;

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
      if (word !== undefined && (word.isCapital || (from === passage.words.length - 1 && isNamed(passage, at, from)))) {
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
