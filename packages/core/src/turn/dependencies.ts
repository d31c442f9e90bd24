import type { PoolClient } from 'pg';
import type { AnswerReader } from '../advice/read-answer.ts';
import type { AvoidedTable } from '../assistants/avoided-words.ts';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { ReplyCache } from '../cache/reply-cache.ts';
import type { Catalogue } from '../catalogue/load.ts';
import type { ConcernReader } from '../concerns/read-concern.ts';
import type { Database } from '../database/database.ts';
import type { TurnExperiments } from '../experiments/variants-of-turn.ts';
import type { CaseDesk } from '../hand-off/case-desk.ts';
import type { ReasonReader } from '../hand-off/recognise.ts';
import type { StageReader } from '../journey/read-stage.ts';
import type { MemoryVectors } from '../memory/vectors.ts';
import type { Deadlines } from '../models/chain.ts';
import type { LanguageModel } from '../models/language-model.ts';
import type { ModelGate } from '../models/model-gate.ts';
import type { PriceList } from '../models/prices.ts';
import type { ServedModelWatch } from '../models/served-models.ts';
import type { Spending } from '../models/spending.ts';
import type { PersonaReader } from '../personas/read-persona.ts';
import type { Clock, Log, NewId } from '../runtime.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { LiveReplies } from './live-replies.ts';
import type { PassageSearch } from './load.ts';
import type { TurnMeter } from './turn-meter.ts';

/**
 * What tells from a message where a person is, who they come across as, what it is about and whether it answers how advice went;
 * null for what is not declared.
 */
export interface PersonReaders {
  readonly stage: StageReader | null;
  readonly persona: PersonaReader | null;
  /** Hears when people are wanted; null for an assistant that hands over to nobody. */
  readonly handOff: ReasonReader | null;
  readonly concern: ConcernReader | null;
  readonly answer: AnswerReader | null;
}

/** An assistant as it is served: its definition, its models in order (the built-in one last) and its knowledge. */
export interface ServedAssistant {
  readonly definition: AssistantDefinition;
  readonly models: readonly LanguageModel[];
  readonly knowledge: PassageSearch | null;
  /** The brand's products; null for an assistant that sells nothing. */
  readonly catalogue: Catalogue | null;
  /** Changes whenever a passage, a synonym or a product does: a reply made from older ones is not given again. */
  readonly knowledgeVersion: string;
  readonly readers: PersonReaders;
  /** What it never says, and what it says instead; null for one that avoids no words. */
  readonly avoided: AvoidedTable | null;
}

export interface TurnDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly instanceId: string;
  readonly live: LiveReplies;
  readonly deadlines: Deadlines;
  /** Which models may be asked at this moment. */
  readonly gate: ModelGate;
  readonly cache: ReplyCache;
  readonly prices: PriceList;
  readonly spending: Spending;
  readonly servedModels: ServedModelWatch;
  /** How memory is embedded and kept. */
  readonly memory: TurnMemory;
  /** Has a vendor's model read a message later, as part of the turn's own transaction; null where rules alone read. */
  readonly learnLater:
    | ((client: PoolClient, message: { readonly userId: string; readonly messageId: string }) => Promise<void>)
    | null;
  /** Where cases are opened for people of the team. */
  readonly cases: CaseDesk;
  /** Which variants of experiments people have. */
  readonly experiments: TurnExperiments;
  /** Told when a turn starts and ends, so that its lease is renewed and a shutdown waits for it. */
  readonly running: RunningTurns;
  readonly meter: TurnMeter;
}

/** What a turn needs of memory. */
export interface TurnMemory extends MemoryVectors {
  /** How alike two texts are, 0 to 1; null where that takes a vendor. */
  readonly similarity: ((one: string, other: string) => number) | null;
  /** A text's vector of length 1, at once; null where that takes a vendor. */
  readonly meaningOf: ((text: string) => Float32Array) | null;
}

/** The turns this instance works on. */
export interface RunningTurns {
  add(turn: AcceptedTurn, cancel: () => void, done: Promise<unknown>): void;
}

/** How long an instance that stops renewing is taken to be alive. Renewed every third of it. */
export const LEASE_MS = 15_000;
