import type { Fact } from '../fact.ts';
import { pluralOf } from '../slots.ts';
import type { AnswerContext, Found } from './context.ts';
import { found } from './context.ts';
import { lemmaOf } from './lemma.ts';
import { isRelationFor } from './meanings.ts';
import { asSentence, countTokens, inOtherWords, listed, saidToThem } from './phrasing.ts';

/** Words of an answer to "what do you know about me?". */
const MOST_WORDS = 56;
/** From so many facts on an answer needs no sentences beside them. */
const ENOUGH_FACTS = 5;
/** Slots whose facts say who somebody is, in the order they are said; all others follow by importance. */
const SELF_ORDER = ['job', 'employer', 'workplace', 'shift', 'studies', 'school'];
const LEFT_OUT = new Set(['name', 'age', 'from', 'lives-in', 'is', 'secret', 'conflict', 'feeling', 'fact']);

/** Who the person is, by what they told: name, age, places, work, their people, then what matters most. Nothing tender. */
export function everythingKnown(context: AnswerContext): Found {
  const active = context.facts.filter(({ status, tender }) => status === 'active' && !tender);
  const used: Fact[] = [];
  const said: string[] = [];
  const room = (text: string): boolean => countTokens([...said, text].join(' ')) <= MOST_WORDS;
  const add = (text: string, facts: readonly Fact[]): void => {
    const safe = inOtherWords(text, context.pool.messages);
    if (text === '' || !room(safe)) return;
    said.push(asSentence(safe));
    used.push(...facts);
  };
  const self = active.filter(({ subject }) => subject.key === 'self');
  const one = (slot: string): Fact | undefined => self.findLast((fact) => fact.slot === slot);
  const name = context.name ?? one('name')?.value ?? null;
  const parts = [
    name,
    one('age')?.value ?? null,
    prefixed('from ', one('from')?.value),
    prefixed('living in ', one('lives-in')?.value),
  ].filter((part): part is string => part !== null);
  add(
    parts.length === 0 ? '' : `You're ${listedPlainly(parts)}`,
    [one('name'), one('age'), one('from'), one('lives-in')].filter((fact) => fact !== undefined),
  );
  for (const slot of SELF_ORDER) for (const fact of self.filter((each) => each.slot === slot)) add(fact.text, [fact]);
  addPeople(context, active, add);
  const rest = [...active]
    .filter(({ slot }) => !LEFT_OUT.has(slot) && !SELF_ORDER.includes(slot))
    .sort((first, second) => second.importance - first.importance);
  for (const fact of rest) add(fact.text, [fact]);
  const passages = [];
  const saidLemmas = (): ReadonlySet<string> =>
    new Set(
      (
        said
          .join(' ')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      ).map(lemmaOf),
    );
  const isKnown = (lemmas: ReadonlySet<string>): boolean => {
    const known = saidLemmas();
    const own = [...lemmas].filter((lemma) => lemma.length > 3);
    return own.filter((lemma) => known.has(lemma)).length * 2 > own.length;
  };
  // What no slot took is told in their own words, turned; what they said of themselves before what they said of the day.
  const isOfSelf = (text: string): boolean => /\b(?:i|i'm|im|my|we|our|i've)\b/i.test(text);
  const ofSelf = context.pool.passages
    .filter(({ isHypothetical, words }) => !isHypothetical && words.length >= 3)
    .sort((one, other) => Number(isOfSelf(other.text)) - Number(isOfSelf(one.text)) || one.message - other.message);
  // Where much is known, what no slot took is the less telling part.
  for (const passage of used.length >= ENOUGH_FACTS ? [] : ofSelf) {
    const isNews = passage.words.some(
      ({ isCapital, lemma, lower }, index) =>
        index > 0 && isCapital && lower.length > 2 && !lower.startsWith("i'") && !saidLemmas().has(lemma),
    );
    if (
      (isKnown(passage.lemmas) && !isNews) ||
      isTender(passage.text) ||
      /^(?:please )?(?:call me|my name)/i.test(passage.text)
    )
      continue;
    const before = said.length;
    add(saidToThem(passage.text), []);
    if (said.length > before) passages.push(passage);
  }
  if (said.length === 0)
    return found(
      "You haven't told me much yet, so I don't know. I'd like to: what matters to you these days?",
      [],
      [],
      true,
    );
  return found(said.join(' '), passages, used);
}

function addPeople(
  context: AnswerContext,
  active: readonly Fact[],
  add: (text: string, facts: readonly Fact[]) => void,
): void {
  const relations = [
    ...new Set(
      context.acquaintances
        .filter(({ isCurrent, fact }) => isCurrent && fact?.tender !== true)
        .map(({ relation }) => relation),
    ),
  ];
  for (const relation of relations) {
    const named = context.acquaintances.filter(
      (one) => one.isCurrent && one.name !== null && one.relation === relation,
    );
    const names = [...new Set(named.map(({ name }) => name ?? ''))];
    const facts = active.filter(
      (fact) => fact.slot === 'is' && fact.subject.relation !== null && isRelationFor(relation, fact.subject.relation),
    );
    if (names.length === 1) add(`Your ${relation} is ${names[0]}`, facts);
    else if (names.length > 1) add(`${listed(names.slice(0, 5))} are your ${pluralOf(relation)}`, facts);
  }
}

const TENDER =
  /\b(?:secret|died|dead|death|passed away|cancer|suicid|cheated|broke up|divorc|miscarr|abus|diagnos|between us|don't tell)/i;

const isTender = (text: string): boolean => TENDER.test(text);

const prefixed = (lead: string, value: string | null | undefined): string | null =>
  value === null || value === undefined ? null : lead + value;

const listedPlainly = (parts: readonly string[]): string => parts.join(', ');
