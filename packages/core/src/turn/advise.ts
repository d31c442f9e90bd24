import type { Catalogue } from '../catalogue/load.ts';
import { adviseProducts, type ProductAdvice } from '../catalogue/recommend.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { Fact } from '../memory/fact.ts';
import { relationsIn } from '../memory/recall.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { AdviceReading } from './advised.ts';
import type { PersonReading } from './read-person.ts';
import { promptMemoriesOf, type RecalledForTurn } from './remembering.ts';

interface AdviceInput {
  readonly catalogue: Catalogue | null;
  /** What is said, and what was said before. */
  readonly turn: Pick<AcceptedTurn, 'history'> & { readonly input: Pick<AcceptedTurn['input'], 'text'> };
  readonly summary: Summary;
  readonly passages: readonly FoundPassage[];
  readonly recalled: RecalledForTurn;
  readonly person: Pick<PersonReading, 'hair'>;
  readonly advice?: Pick<AdviceReading, 'reply'>;
}

/** So many messages back, "it" may still be a product that was named. */
const RECENT_MESSAGES = 4;

/** What of the brand's products fits; what they said before, and what is remembered, still stands against one. */
export function adviceFor({
  catalogue,
  turn,
  summary,
  passages,
  recalled,
  person,
  advice,
}: AdviceInput): ProductAdvice | null {
  if (catalogue === null) return null;
  const said = turn.history.filter(({ role }) => role === 'user').map(({ text }) => text);
  const remembered = promptMemoriesOf(turn, recalled).map((memory) => memory.said);
  return adviseProducts(catalogue, {
    message: turn.input.text,
    summary,
    before: [...remembered, ...said],
    allergies: [...sensitivitiesIn(person), ...allergiesIn(turn.input.text, recalled).map(({ value }) => value ?? '')],
    recent: turn.history.slice(-RECENT_MESSAGES).map(({ text }) => text),
    passages,
    outcomes: advice?.reply.known ?? [],
  });
}

/** The field of a hair profile that tells what someone reacts to. */
const SENSITIVITIES = 'sensitivities';

const sensitivitiesIn = ({ hair }: Pick<PersonReading, 'hair'>): string[] =>
  hair.filter(({ field }) => field === SENSITIVITIES).map(({ value }) => value.replaceAll('_', ' '));

/** What is remembered that the person is allergic to, and whoever else the message speaks of. */
export function allergiesIn(message: string, { allergies = [] }: Pick<RecalledForTurn, 'allergies'>): Fact[] {
  const relations = new Set(relationsIn(message));
  return allergies.filter(
    ({ modality, status, subject }) =>
      modality === 'asserted' &&
      status !== 'superseded' &&
      (subject.key === 'self' || (subject.relation !== null && relations.has(subject.relation))),
  );
}
