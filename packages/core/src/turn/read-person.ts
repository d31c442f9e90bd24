import type { PersonaDefinition } from '../assistants/personas-definition.ts';
import type { StageDefinition } from '../assistants/journey-definition.ts';
import { type HairEntry, type KnownHair, knownHair, newsOf, type StoredSaying } from '../hair-profile/hair-profile.ts';
import { readHair } from '../hair-profile/read-hair.ts';
import type { ProvenMove } from '../journey/journey-moves.ts';
import { type JourneyStanding, moveOn, NOT_BEGUN } from '../journey/move.ts';
import type { StageReading } from '../journey/read-stage.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import { comeAcross, type PersonaStanding, UNKNOWN_PERSONA } from '../personas/come-across.ts';
import type { ProvenPersona } from '../personas/persona-moves.ts';
import type { PersonaReading } from '../personas/read-persona.ts';
import type { NewId } from '../runtime.ts';
import type { Intent, Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { ServedAssistant } from './dependencies.ts';

/** Where a person is on the assistant's journey and as whom they come across, after the message. */
export interface PersonReading {
  readonly stage: StageDefinition | null;
  readonly persona: PersonaDefinition | null;
  /** What the message is about, by the id of one of the assistant's concerns; null where it declares none or it is about none. */
  readonly concern: string | null;
  /** Whether the message itself speaks from that stage. */
  readonly speaksFromStage: boolean;
  /** What is known of their hair, what the message says of it too. */
  readonly hair: readonly KnownHair[];
  /** What is to be stored with the turn; null where nothing may be kept or nothing changed. */
  readonly change: {
    readonly journey: JourneyStanding;
    readonly journeyMove: ProvenMove | null;
    readonly personas: PersonaStanding;
    readonly personaMove: ProvenPersona | null;
    readonly hair: readonly StoredSaying[];
  } | null;
}

export const NO_PERSON_READING: PersonReading = {
  stage: null,
  persona: null,
  concern: null,
  speaksFromStage: false,
  hair: [],
  change: null,
};

/** Messages that tell nothing of where someone is. */
const TELLS_NOTHING: ReadonlySet<Intent> = new Set([
  'greeting',
  'farewell',
  'thanks',
  'memory-command',
  'identity',
  'elaborate',
  'agree',
  'decline',
]);
/** A signal of this weight speaks for its stage by itself, whatever the message is about. */
const TELLING_WEIGHT = 2;

/**
 * Part of step 4, and pure: reads the message where it is about the assistant's subject, and moves the person on or back.
 * In a crisis and in its care nothing is read. Where the person switched memory off, the message is read by itself and
 * nothing is kept.
 */
export function readPerson(
  assistant: Pick<ServedAssistant, 'definition' | 'readers'>,
  turn: AcceptedTurn,
  summary: Summary,
  passages: readonly FoundPassage[],
  newId: NewId,
): PersonReading {
  const { journey, personas, concerns, hairProfile } = assistant.definition;
  if (journey === null && personas === null && concerns === null && hairProfile === null) return NO_PERSON_READING;
  if (summary.risk.level === 'crisis' || turn.standing.careLevel === 'crisis') return NO_PERSON_READING;
  const keeps = turn.person.keepsMemories;
  const known = keeps ? turn.standing : { journey: NOT_BEGUN, personas: UNKNOWN_PERSONA, hair: [] };
  const { text } = turn.input;
  const isTelling = !TELLS_NOTHING.has(summary.intent);
  const stageRead = isTelling ? (assistant.readers.stage?.(text, known.journey.stage) ?? null) : null;
  const about = isTelling ? (assistant.readers.concern?.(text) ?? null) : null;
  const isOnSubject =
    about?.isHeard === true ||
    summary.topics.includes('hair') ||
    passages.some(({ answers }) => answers) ||
    speaksByItself(assistant, stageRead);
  const stageReading = isOnSubject ? stageRead : null;
  const personaReading = isTelling && isOnSubject ? (assistant.readers.persona?.(text) ?? null) : null;
  const moved = journey === null ? null : moveOn(known.journey, stageReading, journey);
  const became = personas === null ? null : comeAcross(known.personas, personaReading, personas);
  const stage = journey?.stages.find(({ id }) => id === moved?.standing.stage) ?? null;
  const persona = personas?.kinds.find(({ id }) => id === became?.standing.persona) ?? null;
  const speaksFromStage = stage !== null && stageReading?.stage === stage.id;
  const sayings =
    hairProfile === null
      ? []
      : newsOf(readHair(text, hairProfile), known.hair, hairProfile).map((saying) => ({ ...saying, id: newId() }));
  const hair = hairProfile === null ? [] : knownHair([...known.hair, ...sayings.map(asEntry(turn))], hairProfile);
  const readings = { stage, persona, concern: isOnSubject ? (about?.concern ?? null) : null, speaksFromStage, hair };
  const isNothing = stageReading === null && personaReading === null && sayings.length === 0;
  if (!keeps || isNothing) return { ...readings, change: null };
  return {
    ...readings,
    change: {
      journey: moved?.standing ?? NOT_BEGUN,
      journeyMove: provenMove(moved?.move ?? null, stageReading, newId),
      personas: became?.standing ?? UNKNOWN_PERSONA,
      personaMove: provenPersona(became?.move ?? null, personaReading, newId),
      hair: sayings,
    },
  };
}

/** A saying as it will be read back from where it is stored. */
const asEntry =
  (turn: AcceptedTurn) =>
  (saying: StoredSaying): HairEntry => ({
    ...saying,
    messageId: turn.input.messageId,
    saidAt: turn.startedAt.toISOString(),
  });

function speaksByItself({ definition }: Pick<ServedAssistant, 'definition'>, reading: StageReading | null): boolean {
  if (reading === null) return false;
  const heard = new Set(reading.evidence.map(({ signal }) => signal));
  return (definition.journey?.signals ?? []).some(
    ({ id, weights }) => heard.has(id) && (weights[reading.stage] ?? 0) >= TELLING_WEIGHT,
  );
}

function provenMove(
  move: ReturnType<typeof moveOn>['move'],
  reading: StageReading | null,
  newId: NewId,
): ProvenMove | null {
  if (move === null || reading === null) return null;
  return { ...move, id: newId(), likelihood: reading.likelihood, evidence: reading.evidence };
}

function provenPersona(
  move: ReturnType<typeof comeAcross>['move'],
  reading: PersonaReading | null,
  newId: NewId,
): ProvenPersona | null {
  return move === null || reading === null ? null : { ...move, id: newId(), evidence: reading.evidence };
}
