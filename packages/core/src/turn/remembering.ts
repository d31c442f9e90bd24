import { isDatabaseUnavailable } from '../database/errors.ts';
import { answerFromMemory } from '../memory/answer.ts';
import { readFacts } from '../memory/direct-read.ts';
import type { Fact, FactQuery } from '../memory/fact.ts';
import { fold } from '../memory/fold.ts';
import { isDirectRecall, readQuestion } from '../memory/question.ts';
import { inPlainEnglish } from '../memory/question-reading.ts';
import { NOTHING_RECALLED, type Recalled, recall, relationsIn } from '../memory/recall.ts';
import { NO_MEMORY, type ReplyMemory, type UsedMemory } from '../models/reply-material.ts';
import type { PromptMemory } from '../prompts/prompt-memory.ts';
import type { Intent, Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { ServedAssistant, TurnDependencies } from './dependencies.ts';

/** Memories shown to a vendor's model unasked, and when it is asked of memory; quotes beside them. */
const KNOWN_UNASKED = 8;
const KNOWN_ASKED = 16;
const QUOTES_ASKED = 6;
/** What is remembered of what someone reacts to: a shelf reads it unasked. */
const ALLERGY_SLOTS: readonly string[] = ['allergy', 'intolerance'];
/** Messages that need nothing of the past. */
const NEEDS_NOTHING: ReadonlySet<Intent> = new Set(['greeting', 'farewell', 'thanks', 'identity', 'agree', 'decline']);

/** What a turn has of memory. */
export interface RecalledForTurn extends Recalled {
  /**
   * What is remembered that someone reacts to; only of an assistant with a shelf, and apart from the facts: "no, that's
   * wrong" speaks of what was talked about, and must never take an allergy back. Absent: none was read.
   */
  readonly allergies?: readonly Fact[];
}

/**
 * Step 5, of memory: what the turn may draw on. Nothing where the person switched it off, in a crisis, or where it could
 * not help; a database that fails costs the memories and not the reply.
 */
export async function recallFor(
  { database, memory, log }: TurnDependencies,
  assistant: ServedAssistant,
  turn: AcceptedTurn,
  summary: Summary,
): Promise<RecalledForTurn> {
  if (!turn.person.keepsMemories || summary.risk.level === 'crisis') return NOTHING_RECALLED;
  const query = askedOf(turn, summary);
  const isCompanion = assistant.definition.kind === 'companion';
  const scope = {
    userId: turn.input.userId,
    assistant: turn.person.sharesAcrossAssistants ? null : turn.input.assistant,
  };
  // A guide's replies are about the matter; what it knows of the person it says when it is asked.
  const recallsNothing = !isCompanion && query === null && summary.intent !== 'memory-command';
  if (recallsNothing && assistant.catalogue === null) return NOTHING_RECALLED;
  const asksVendors = assistant.models.some(({ isLocal }) => !isLocal);
  try {
    // What someone reacts to stands against a product whether or not it is asked.
    const allergies = assistant.catalogue === null ? [] : readFacts(database.pool, scope, ONLY_ALLERGIES);
    if (recallsNothing) return { ...NOTHING_RECALLED, allergies: await allergies };
    const [recalled, known] = await Promise.all([
      recall(database.pool, memory, {
        scope,
        message: turn.input.text,
        query,
        searches: isCompanion && asksVendors && !NEEDS_NOTHING.has(summary.intent),
      }),
      allergies,
    ]);
    return { ...recalled, allergies: known };
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    log.warn({ event: 'memory_not_read', requestId: turn.input.requestId }, 'What is remembered could not be read');
    return NOTHING_RECALLED;
  }
}

const ONLY_ALLERGIES = { slots: ALLERGY_SLOTS, relations: [], names: [], latest: 0, everything: false } as const;

function askedOf(turn: AcceptedTurn, summary: Summary): FactQuery | null {
  if (summary.intent === 'memory-command' || NEEDS_NOTHING.has(summary.intent)) return null;
  const earlier = turn.history.filter(({ role }) => role === 'user').map(({ text }) => text);
  return readQuestion(turn.input.text, earlier);
}

interface MemoryInput {
  readonly recalled: Recalled;
  readonly forgets: boolean;
  readonly now: Date;
  /** A text's vector of length 1; null where that takes a vendor. */
  readonly meaningOf: ((text: string) => Float32Array) | null;
}

/** Speaks of the one who asks. */
const OF_ONESELF = /\b(?:i|im|i'm|ive|i've|me|my|mine|we|our|us)\b/i;

/** What memory gives the reply: pure. */
export function memoryOf(
  turn: AcceptedTurn,
  preferredName: string | null,
  { recalled, forgets, now, meaningOf }: MemoryInput,
): ReplyMemory {
  const known = knownFor(turn.input.text, recalled).map(usedMemory);
  if (recalled.query === null) return { ...NO_MEMORY, known, forgets };
  const answer = answerFromMemory({
    question: turn.input.text,
    query: recalled.query,
    name: preferredName,
    facts: recalled.facts,
    evidence: recalled.evidence,
    history: turn.history,
    now,
    timeZone: turn.person.timeZone,
    seed: turn.input.messageId,
    ...(meaningOf === null ? {} : { meaningOf }),
  });
  // A question of the world that memory knows nothing of is not memory's.
  const isTheirs = isDirectRecall(turn.input.text) || OF_ONESELF.test(inPlainEnglish(turn.input.text));
  if (answer.abstains && !isTheirs) return { ...NO_MEMORY, known, forgets };
  const used = recalled.facts.filter(({ id }) => answer.usedFactIds.includes(id)).map(usedMemory);
  return { answer: { text: answer.text, abstains: answer.abstains, used }, known, forgets };
}

/** Facts a model may be shown, best first: those that were named or found; what could hurt only where they speak of it. */
function knownFor(message: string, { query, facts, fitting }: Recalled): Fact[] {
  const words = ` ${fold(message)} `;
  const relations = new Set(relationsIn(message));
  const isNamed = ({ subject, value }: Fact): boolean =>
    [subject.name, value].some((name) => name !== null && fold(name) !== '' && words.includes(` ${fold(name)} `)) ||
    (subject.relation !== null && relations.has(subject.relation));
  const place = new Map(fitting.map((id, index) => [id, index]));
  const rankOf = (fact: Fact): number => (isNamed(fact) ? -1 : (place.get(fact.id) ?? Number.POSITIVE_INFINITY));
  return facts
    .filter((fact) => fact.status !== 'superseded' || query?.wantsHistory === true)
    .filter((fact) => query !== null || Number.isFinite(rankOf(fact)))
    .filter((fact) => !fact.tender || query !== null || isNamed(fact))
    .sort((one, other) => byRank(rankOf(one), rankOf(other)) || other.importance - one.importance)
    .slice(0, query === null ? KNOWN_UNASKED : KNOWN_ASKED);
}

const byRank = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

const usedMemory = ({ id, text, value, subject }: Fact): UsedMemory => ({ id, text, key: value ?? subject.name });

/** What of a turn tells which memories fit it. */
interface SaidTurn {
  readonly input: Pick<AcceptedTurn['input'], 'text'>;
}

/** What a vendor's model is shown: facts, and where memory is asked, the person's own words. */
export function promptMemoriesOf(turn: SaidTurn, recalled: Recalled): PromptMemory[] {
  const dayOf = (time: Date): string => time.toISOString().slice(0, 10);
  const facts = knownFor(turn.input.text, recalled).map(
    ({ id, text, saidAt }): PromptMemory => ({ id, isQuote: false, said: text, saidOn: dayOf(saidAt) }),
  );
  const quotes = recalled.query === null ? [] : recalled.evidence.slice(0, QUOTES_ASKED);
  return [
    ...facts,
    ...quotes.map(
      ({ messageId, text, saidAt }): PromptMemory => ({
        id: messageId,
        isQuote: true,
        said: text,
        saidOn: dayOf(saidAt),
      }),
    ),
  ];
}

/** Most memories that are named beside a reply. */
const MOST_NAMED = 10;

/** The memories a reply drew on: the answer's own, or those of a vendor's words that could come from nowhere else. */
export function memoriesUsedIn(
  text: string,
  memory: ReplyMemory,
  saidInMessage: string,
): readonly { readonly id: string; readonly text: string }[] {
  const words = ` ${fold(text)} `;
  const said = ` ${fold(saidInMessage)} `;
  const answered = memory.answer !== null && text.includes(memory.answer.text) ? memory.answer.used : [];
  const drawnOn = memory.known.filter(({ key }) => {
    const sought = key === null ? '' : ` ${fold(key)} `;
    return sought.trim() !== '' && words.includes(sought) && !said.includes(sought);
  });
  const used = new Map([...answered, ...drawnOn].map((each) => [each.id, { id: each.id, text: each.text }]));
  return [...used.values()].slice(0, MOST_NAMED);
}
