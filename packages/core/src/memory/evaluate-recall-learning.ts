import { lemmaOf } from './answer/lemma.ts';
import { consolidate } from './consolidate.ts';
import type { Learn } from './evaluate-recall.ts';
import { extractStatements } from './extract.ts';
import type { Fact } from './fact.ts';

/** Learning by the rules of the house, with a list in place of the database: for the evaluation of recall. */
export function learningByRules(): Learn {
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
  return ({ id, text, saidAt, timeZone, earlier }, known) => {
    const extraction = extractStatements({ text, saidAt, timeZone, earlier, lastReply: null }, known);
    const changes = consolidate(extraction, known, { messageId: id, saidAt, newId, message: text });
    const renamed = new Map(changes.rename.map(({ id: factId, fact }) => [factId, fact]));
    const reinforced = new Map(changes.reinforce.map(({ id: factId, messageId }) => [factId, messageId]));
    const ended = new Map(changes.supersede.map((change) => [change.id, change.validUntil]));
    const facts = [...known, ...changes.add].map((fact): Fact => {
      const current = renamed.get(fact.id) ?? fact;
      const source = reinforced.get(fact.id);
      const validUntil = ended.get(fact.id);
      return {
        ...current,
        sourceMessageIds:
          source === undefined || current.sourceMessageIds.includes(source)
            ? current.sourceMessageIds
            : [...current.sourceMessageIds, source],
        ...(validUntil === undefined ? {} : { status: 'superseded', validUntil }),
      };
    });
    const forgotten = changes.forget.map(({ about }) => about);
    return { facts: forgotten.reduce(withoutAbout, facts), forgotten };
  };
}

/** The facts that don't mention what is to be forgotten; none when it is everything. */
function withoutAbout(facts: Fact[], about: string | null): Fact[] {
  if (about === null) return [];
  const sought = lemmasOf(about).filter((lemma) => lemma.length > 2 && !FILLER.has(lemma));
  return facts.filter(({ subject, value, text, quote }) => {
    const own = new Set(lemmasOf([subject.name, subject.relation, value, text, quote].join(' ')));
    return !sought.some((lemma) => own.has(lemma));
  });
}

const FILLER = new Set([
  'what',
  'said',
  'say',
  'about',
  'the',
  'everyth',
  'all',
  'told',
  'tell',
  'you',
  'and',
  'that',
  'thi',
]);

const lemmasOf = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(lemmaOf);
