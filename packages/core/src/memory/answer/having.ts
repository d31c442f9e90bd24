import { denies, thoseOf } from './acquaintances.ts';
import { type AnswerContext, type Found, found, retold } from './context.ts';
import { WIDER } from './meanings.ts';
import { outcomeOf } from './outcomes.ts';
import { asSentence, listed } from './phrasing.ts';

const STATUS =
  /^(?:am|are) (?:i|we) (?:still |now )?(?<asked>married|single|divorced|engaged|widowed|separated|dating|in a relationship|seeing (?:someone|anyone))\b/i;

/** "Am I married?", of somebody divorced: one of these holds at a time. */
export function statusSays({ reading, facts, pool }: AnswerContext): Found | null {
  const asked = STATUS.exec(reading.text)?.groups?.asked?.toLowerCase();
  if (asked === undefined || reading.names.length > 0) return null;
  const own = facts.filter(
    ({ slot, status, subject }) => slot === 'relationship' && status === 'active' && subject.key === 'self',
  );
  const fact = [...own].sort((one, other) => other.saidAt.getTime() - one.saidAt.getTime())[0];
  if (fact === undefined) return null;
  const isSame = fact.value?.toLowerCase() === asked;
  const text = `${fact.text.charAt(0).toLowerCase()}${fact.text.slice(1)}`;
  if (fact.modality === 'negated' && !isSame) return null;
  // "Engagement's off": what came since is the story's end.
  const isOver = pool.passages.some(
    (passage) =>
      passage.saidAt > fact.saidAt &&
      /\b(?:engage|wedding|marri|divorc|separat|split|single|dating|broke|husband|wife|partner)/i.test(passage.text) &&
      /^(?:bad|over)$/.test(outcomeOf(passage.text) ?? ''),
  );
  if (isOver) return null;
  return found(asSentence(`${isSame && fact.modality !== 'negated' ? 'yes' : 'no'}, ${text}`), [], [fact]);
}

const WENT_BACK =
  /\b(?:went back|(?:gave|sent|took) (?:him|her|it|them) back|returned|rehomed|can'?t keep|couldn'?t keep|ran away|died|put (?:down|to sleep)|no longer have|had to give)\b/i;

/** "Do I have a rabbit?", "do I have any sisters?": who and what is known of that kind, and of the next wider one. */
export function haveOne(context: AnswerContext): Found | null {
  const { reading, acquaintances, pool, facts } = context;
  if (
    !/^(?:do|have|did|don'?t|haven'?t|are there|is there)\b/i.test(reading.text) ||
    !/\b(?:have|had|own|got|keep)\b|^(?:is|are) there/i.test(reading.text)
  )
    return null;
  const [relation] = reading.relations;
  if (relation === undefined || reading.terms.filter((term) => term.relation === null && term.weight >= 1).length > 0)
    return null;
  const word = reading.words.find((one) => one.relation === relation);
  const denied = facts.find(
    (fact) => fact.modality === 'negated' && fact.status === 'active' && fact.subject.relation === relation,
  );
  if (denied !== undefined)
    return found(asSentence(`no, ${denied.text.charAt(0).toLowerCase()}${denied.text.slice(1)}`), [], [denied]);
  const theirs = thoseOf(relation, acquaintances).filter(({ isCurrent }) => isCurrent);
  const names = [...new Set(theirs.flatMap(({ name }) => (name === null ? [] : [name])))];
  const passages = theirs.flatMap(({ passage }) => (passage === null ? [] : [passage]));
  const used = theirs.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  if (names.length > 0) return found(asSentence(`yes, ${listed(names)}`), passages, used);
  const back =
    word === undefined
      ? undefined
      : pool.passages.findLast(
          ({ text, words, message }) =>
            message > 0 && WENT_BACK.test(text) && words.some((one) => one.relation === relation),
        );
  if (theirs.length > 0 && back !== undefined) return found(asSentence(`no, ${retold(back, context, 18)}`), [back]);
  if (theirs.length > 0)
    return found(asSentence(`yes, you've told me about your ${word?.raw ?? relation}`), passages, used);
  const gone = thoseOf(relation, acquaintances).find(({ isCurrent, name }) => !isCurrent && name !== null);
  if (gone !== undefined && !/^(?:did|have) /i.test(reading.text)) {
    const death = facts.find((fact) => fact.slot === 'died' && fact.subject.key === gone.fact?.subject.key);
    const text =
      death === undefined
        ? `not any more, that I know of: ${gone.name ?? ''} was your ${gone.relation}`
        : `no, ${death.text.charAt(0).toLowerCase()}${death.text.slice(1)}`;
    return found(
      asSentence(text),
      [],
      [death ?? gone.fact].flatMap((fact) => fact ?? []),
    );
  }
  const no = word === undefined ? undefined : pool.passages.findLast((passage) => denies(passage, word));
  if (no !== undefined) return found(asSentence(`no, ${retold(no, context, 18)}`), [no]);
  // "all boys except me": of brothers alone there are no sisters.
  const boys = pool.passages.find(({ text }) =>
    /\ball (?:boys|girls|brothers|sisters)\b|\bonly (?:child|boys|girls|brothers|sisters)\b|\bno (?:sisters|brothers|siblings)\b/i.test(
      text,
    ),
  );
  if (boys !== undefined && (relation === 'sister' || relation === 'brother' || relation === 'sibling'))
    return found(asSentence(`no, ${retold(boys, context, 16)}`), [boys]);
  const [wide, kind] = Object.entries(WIDER).find(([, members]) => members.includes(relation)) ?? [];
  const others =
    wide === undefined
      ? []
      : thoseOf(wide, acquaintances).filter(({ isCurrent, name }) => isCurrent && name !== null && kind !== undefined);
  const asked = word === undefined ? relation : word.raw;
  if (others.length === 0)
    return found(
      `Not that you've told me: you haven't mentioned ${/s$/.test(asked) ? 'any' : /^[aeiou]/i.test(asked) ? 'an' : 'a'} ${asked}. Do you?`,
      [],
      [],
      true,
    );
  return found(
    asSentence(
      `no ${asked} that you've told me of, only ${listed(others.slice(0, 4).map((one) => `your ${one.relation} ${one.name ?? ''}`.trim()))}`,
    ),
    others.flatMap(({ passage }) => (passage === null ? [] : [passage])),
    others.flatMap(({ fact }) => (fact === null ? [] : [fact])),
  );
}
