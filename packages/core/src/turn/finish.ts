import { setTimeout as delay } from 'node:timers/promises';
import type { ChatReply, ChatReplyDetails, MessageStatus, ProblemCode } from '@rapport/wire';
import { productsBeside } from '../catalogue/advice-texts.ts';
import { isDatabaseUnavailable } from '../database/errors.ts';
import { handOffState, standingAfter } from '../hand-off/standing.ts';
import { OFFER_CHIPS } from '../hand-off/wording.ts';
import { touchMemories } from '../memory/write.ts';
import { costOfAttempt } from '../models/prices.ts';
import type { PhotoLook } from '../photos/look-at-photos.ts';
import { safetyEventsOf, type TurnToCount } from '../safety/safety-ledger.ts';
import { safetyNotesOf } from '../safety/safety-notes.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import { adviceChange } from './advised.ts';
import type { Answered } from './answered.ts';
import { type Committed, commit, type FinishedTurn, LearningError, storable } from './commit.ts';
import type { TurnDependencies } from './dependencies.ts';
import { type EarlierTurn, findTurn } from './earlier-turn.ts';
import { type GenerateResult, SCRIPTED_MODEL } from './generate.ts';
import { withPhotos } from './keep-photos.ts';
import { withMemory } from './learn.ts';
import type { LiveReply } from './live-replies.ts';
import { notesBeside } from './notes-beside.ts';
import type { TurnPlan } from './plan.ts';
import { memoriesUsedIn } from './remembering.ts';
import { eventsOfTurn } from './turn-events.ts';
import { yieldTo } from './yield-to-human.ts';

/** What became of a turn, for the request that waits for it. */
export type TurnOutcome =
  | { readonly kind: 'replied'; readonly reply: ChatReply }
  | { readonly kind: 'failed'; readonly code: ProblemCode };

/** How often a reply gives way to people of the team who come and go while it is written. */
const MOST_YIELDS = 5;

/** Waits between tries to store a finished reply while the database can't be reached. */
const COMMIT_RETRY_DELAYS_MS = [100, 400, 1_500] as const;

/**
 * Steps 8 and 9: stores the reply, then tells readers that it is whole. In that order: a reply is not said to be
 * finished before it is kept.
 */
export async function commitReply(dependencies: TurnDependencies, given: Answered): Promise<TurnOutcome> {
  let answered: Answered = { ...given, summary: keptSummary(given) };
  const { turn, live } = answered;
  const finishedAt = dependencies.clock.now();
  let finished = withPhotos(
    dependencies,
    answered,
    await withMemory(dependencies, answered, finishedTurn(dependencies, answered, finishedAt)),
  );
  noteAttempts(dependencies, finished);
  let committed = await commitPatiently(dependencies, finished);
  // Somebody of the team took the conversation, or gave it back, while the reply was written; each may do so again. Or a
  // turn beside this one has told who answers.
  for (let round = 0; committed.kind === 'human-answers' && round < MOST_YIELDS; round += 1) {
    const { attempts } = finished;
    answered = yieldTo(committed, answered);
    finished = await withMemory(dependencies, answered, finishedTurn(dependencies, answered, finishedAt));
    finished = { ...finished, attempts };
    committed = await commitPatiently(dependencies, finished);
  }
  const { result } = answered;
  const found = committed.kind === 'taken-over' ? await findOurs(dependencies, turn) : null;
  // The first try may have been stored and its answer lost: then this is no other instance's turn.
  const stored = found !== null && isStoredAlready(found, finished) ? 'stored' : committed.kind;
  if (stored === 'taken-over' && found === null) {
    dependencies.log.info(
      { event: 'turn_deleted', requestId: turn.input.requestId },
      'A conversation was deleted while its reply was written',
    );
    return fail(live, 'NOT_FOUND', 'The conversation was deleted while the reply was written.');
  }
  if (stored !== 'stored') {
    dependencies.log.error(
      { event: 'turn_not_stored', requestId: turn.input.requestId, reason: stored },
      'A reply could not be stored',
    );
    return fail(live, stored === 'unavailable' ? 'DATABASE_CONNECTION_ERROR' : 'INTERNAL_ERROR');
  }
  logConversationCompleted(dependencies, answered);
  meterTurn(dependencies, answered, finished);
  if (finished.reply === null) return fail(live, result.outcome === 'exhausted' ? 'TIMEOUT_ERROR' : 'INTERNAL_ERROR');
  const { details, text } = finished.reply;
  noteUse(dependencies, turn, details);
  live.push({ type: 'data-reply', data: details });
  live.push({ type: 'finish' });
  live.finish();
  return { kind: 'replied', reply: { ...details, message: { ...details.message, text } } };
}

/** The summary as it is kept and shown: without the mood when the person switched moods off. */
const keptSummary = ({ turn, summary }: Answered): Summary =>
  turn.person.keepsMoods ? summary : { ...summary, mood: null };

/** The turn as it stands; null when the person deleted what it belongs to. */
const findOurs = async ({ database, clock }: TurnDependencies, turn: AcceptedTurn) =>
  (await findTurn(database, turn.input.userId, turn.input.messageId, clock.now()))?.turn ?? null;

const isStoredAlready = ({ state, reply }: Omit<EarlierTurn, 'sameRequest'>, finished: FinishedTurn): boolean =>
  state === finished.state && reply !== null && reply.text === finished.reply?.text;

const NOT_FINISHED = 'The reply could not be finished. Your message is kept; please try again.';

function fail(live: LiveReply, code: ProblemCode, errorText = NOT_FINISHED): TurnOutcome {
  live.push({ type: 'error', errorText, code });
  live.finish();
  return { kind: 'failed', code };
}

/** Behind the reply's back: what helped it was of use. */
function noteUse(
  { database, clock, log }: TurnDependencies,
  turn: AcceptedTurn,
  { memoriesUsed }: ChatReplyDetails,
): void {
  const ids = memoriesUsed.map(({ id }) => id);
  touchMemories(database.pool, turn.input.userId, ids, clock.now()).catch((error: unknown) =>
    log.warn({ err: error, event: 'memory_use_not_noted' }, 'The use of memories was not noted'),
  );
}

/** What the attempts mean beyond this turn: the brand's spending of the day, and which model really answered. */
function noteAttempts({ spending, servedModels }: TurnDependencies, { turn, attempts }: FinishedTurn): void {
  spending.add(
    turn.input.brand,
    attempts.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0),
  );
  for (const attempt of attempts) servedModels.observe(attempt);
}

function finishedTurn(dependencies: TurnDependencies, answered: Answered, finishedAt: Date): FinishedTurn {
  const { turn, plan, result, summary, responseTimeMs } = answered;
  const attempts = attemptsOf(answered);
  const spoken = spokenText(result);
  const model = speaker(answered);
  const handOff = handOffChange(answered, spoken?.text ?? null);
  const finished = {
    turn,
    instanceId: dependencies.instanceId,
    state: stateOf(spoken),
    summary,
    reply:
      spoken === null
        ? null
        : { ...spoken, details: replyDetails(answered, spoken, model, attempts.length, finishedAt) },
    handOff: {
      change: handOff,
      fencingToken: plan.isUrgent ? null : turn.handOff.fencingToken,
      isSilent: plan.kind === 'scripted' && plan.isSilent,
      follows: dependencies.cases.openWith(turn, handOff, finishedAt),
    },
    change: plan.change,
    personChange: answered.person.change,
    advice: adviceOfTurn(dependencies, answered, finishedAt),
    attempts: attempts.map((attempt) => ({
      ...attempt,
      id: dependencies.newId(),
      costMicroUsd: costOfAttempt(attempt, dependencies.prices),
    })),
    cache: result.cache,
    prompt: promptOf(answered),
    model: model?.id ?? null,
    responseTimeMs,
    finishedAt,
    safetyEvents: spoken === null ? [] : safetyEventsOf(countedTurn(answered, finishedAt)),
    entries: [],
    exposures: exposuresOf(answered),
    learning: null,
  };
  const fallback = isFallback(plan, result, answered.look);
  return { ...finished, events: eventsOfTurn(finished, { fallback, isInCare: plan.safety !== 'none', summary }) };
}

const stateOf = (spoken: { readonly status: MessageStatus } | null): FinishedTurn['state'] =>
  spoken === null ? 'failed' : spoken.status === 'cancelled' ? 'cancelled' : 'completed';
/** From what the prompt was made, the variants of experiments too. */
const promptOf = ({ result: { promptRecord }, variants: { key } }: Answered): FinishedTurn['prompt'] =>
  promptRecord === null || key === null ? promptRecord : { ...promptRecord, variants: key };

/** Words that are decided without a model are the same whatever the variant. */
const exposuresOf = ({ plan, variants }: Answered): FinishedTurn['exposures'] =>
  plan.kind === 'generate' ? variants.assignments : [];

/** What changes between assistant and people; that an offer was made shows only in what was said. */
function handOffChange({ plan, turn }: Pick<Answered, 'plan' | 'turn'>, text: string | null): TurnPlan['handOff'] {
  if (plan.kind === 'scripted' || plan.offer === null || text?.includes(plan.offer) !== true) return plan.handOff;
  return { ...plan.handOff, dialogue: { step: 'offered', at: turn.startedAt.toISOString() } };
}

/** What a whole reply advises; one that was broken off advises nothing, and what was told stands all the same. */
function adviceOfTurn({ newId }: TurnDependencies, answered: Answered, at: Date): FinishedTurn['advice'] {
  const { turn, summary, advice, plan, result, assistant: definition } = answered;
  const reply =
    result.outcome === 'completed'
      ? { ...result.reply, isOwn: result.model.isLocal }
      : result.outcome === 'cached'
        ? { ...result.reply, isOwn: false }
        : null;
  return adviceChange({ definition }, turn, summary, advice, plan, reply, at, newId);
}

/** What the yearly counts need to know of a turn. */
const countedTurn = ({ turn, plan, summary, assistant }: Answered, at: Date): TurnToCount => ({
  risk: summary.risk,
  safety: plan.safety,
  disclosed: plan.change.disclosedAt !== null,
  assistant: turn.input.assistant,
  brand: assistant.brand.id,
  person: turn.person,
  language: summary.language,
  at,
});

/** The text to keep; null when every attempt failed. What a cancelled reply had shown is kept, be it nothing. */
function spokenText(result: Answered['result']): { text: string; status: MessageStatus } | null {
  switch (result.outcome) {
    case 'scripted':
      return { text: result.text, status: 'complete' };
    case 'completed':
    case 'cached':
      return { text: storable(result.reply.text), status: 'complete' };
    case 'cancelled':
      return { text: storable(result.partialText), status: 'cancelled' };
    case 'exhausted':
      return null;
  }
}

/** Of the reading of a photo first, then of the reply. */
const attemptsOf = ({ look, result }: Pick<Answered, 'look' | 'result'>) => [
  ...(look?.attempts ?? []),
  ...('attempts' in result ? result.attempts : []),
];

/** Who speaks: of a photo, the model that read it, whatever puts it into words. */
function speaker({ look, result }: Pick<Answered, 'look' | 'result'>): { id: string; provider: string } | null {
  if (look !== null && look.model !== null) return look.model;
  if (result.outcome === 'scripted') return SCRIPTED_MODEL;
  if (result.outcome === 'cached') return { id: result.reply.model, provider: result.reply.provider };
  return result.outcome === 'exhausted' ? null : result.model;
}

function replyDetails(
  { turn, assistant, plan, look, result, summary, person, responseTimeMs }: Answered,
  { text, status }: { readonly text: string; readonly status: MessageStatus },
  model: { id: string; provider: string } | null,
  attempts: number,
  finishedAt: Date,
): ChatReplyDetails {
  const handOff = handOffState(standingAfter(turn.handOff, handOffChange({ plan, turn }, text)));
  const isOffered = handOff?.state === 'offered' && plan.kind === 'generate';
  const reply =
    result.outcome === 'completed' || result.outcome === 'cached' ? result.reply : { citations: [], suggestions: [] };
  return {
    conversationId: turn.conversationId,
    message: {
      id: turn.replyId,
      conversationId: turn.conversationId,
      role: 'assistant',
      createdAt: finishedAt.toISOString(),
      status,
      author: 'assistant',
    },
    model: model?.id ?? SCRIPTED_MODEL.id,
    provider: model?.provider ?? SCRIPTED_MODEL.provider,
    attempts,
    fallbackTriggered: isFallback(plan, result, look),
    cacheHit: result.outcome === 'cached',
    responseTimeMs,
    mood: assistant.kind === 'companion' ? summary.mood : null,
    journeyStage: person.stage?.id ?? null,
    persona: person.persona?.id ?? null,
    concern: person.concern,
    safety: plan.safety,
    memoriesUsed:
      plan.kind === 'scripted' ? [] : [...memoriesUsedIn(text, plan.request.material.memory, turn.input.text)],
    citations: [...reply.citations],
    products: productsOf(plan, text),
    safetyNotes: safetyNotesOf([
      ...(plan.kind === 'scripted' ? plan.safetyNotes : notesBeside(plan.request.material, reply.citations)),
      ...(result.outcome === 'cached' ? result.reply.safety : []),
      ...(plan.photos?.notes ?? []),
    ]),
    suggestions: [...(isOffered ? OFFER_CHIPS : suggestionsOf(plan, reply.suggestions))],
    ...(handOff === null ? {} : { handOff }),
    ...(plan.kind === 'scripted' && plan.isSilent ? { silent: true as const } : {}),
  };
}

/** Where something of a photo is asked, its answers; else what the plan or the reply has. */
function suggestionsOf(plan: TurnPlan, ofReply: readonly string[]): readonly string[] {
  if (plan.photos !== undefined && plan.photos.suggestions.length > 0) return plan.photos.suggestions;
  return plan.kind === 'scripted' ? plan.suggestions : ofReply;
}

/** Products the reply names, then those that fit, each with why it is there; none where nothing is to be sold. */
function productsOf(plan: TurnPlan, text: string): ChatReplyDetails['products'] {
  const advice = plan.kind === 'scripted' ? null : plan.request.material.products;
  return advice === null ? [] : [...productsBeside(advice, text)];
}

/** Whether someone else had to speak for the first choice: after a failure, before an open breaker, or for the budget's sake. */
function isFallback(plan: TurnPlan, result: GenerateResult, look: PhotoLook | null): boolean {
  if (look !== null && look.attempts.length > 0) return look.model === null || look.attempts.length > 1;
  switch (result.outcome) {
    case 'scripted':
    case 'cached':
      return false;
    case 'completed':
      return (
        result.fallback ||
        (plan.kind === 'generate' &&
          plan.withoutVendors !== null &&
          plan.withoutVendors !== 'urgent' &&
          plan.withoutVendors !== 'photo')
      );
    case 'cancelled':
    case 'exhausted':
      return result.attempts.length > 1;
  }
}

async function commitPatiently(
  dependencies: TurnDependencies,
  finished: FinishedTurn,
): Promise<Committed | { readonly kind: 'unavailable' }> {
  try {
    return await commitWhenThere(dependencies, finished);
  } catch (error) {
    if (error instanceof LearningError && finished.learning?.isPromised === false) {
      // The reply comes before what it teaches; the message stays, and is found by search.
      dependencies.log.error({ err: error.cause, event: 'memory_not_learnt' }, 'A message could not be learnt from');
      return commitPatiently(dependencies, { ...finished, learning: null });
    }
    if (finished.attempts.length === 0 && finished.events.length === 0) throw error;
    // The reply comes before its account: the rows are in the log, for whoever mends what refused them.
    const { log } = dependencies;
    const attempts = finished.attempts.map(({ model, outcome, usage, costMicroUsd }) => ({
      model,
      outcome,
      usage,
      costMicroUsd,
    }));
    log.error({ err: error, event: 'ledger_rows_refused', attempts }, 'A reply is stored without its attempts');
    return commitWhenThere(dependencies, { ...finished, attempts: [], events: [] });
  }
}

async function commitWhenThere(
  { database, memory, log }: TurnDependencies,
  finished: FinishedTurn,
): Promise<Committed | { readonly kind: 'unavailable' }> {
  for (const wait of [...COMMIT_RETRY_DELAYS_MS, null]) {
    try {
      return await commit(database, memory.support, finished);
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      log.warn(
        { event: 'commit_retried', requestId: finished.turn.input.requestId },
        'The database could not store a reply',
      );
      if (wait === null) return { kind: 'unavailable' };
      await delay(wait);
    }
  }
  return { kind: 'unavailable' };
}

/** The line operators search for: `conversation_completed`, `"fallback_triggered":true`, `cache_hit`. */
/** The same for metrics, with what each attempt cost. */
function meterTurn({ meter }: TurnDependencies, answered: Answered, { attempts, cache, model }: FinishedTurn): void {
  const { turn, plan, look, result, responseTimeMs } = answered;
  meter.turnFinished({
    assistant: turn.input.assistant,
    outcome: result.outcome,
    model,
    isFallback: isFallback(plan, result, look),
    cache: cache?.result ?? null,
    safety: plan.safety,
    responseTimeMs,
    attempts,
  });
}

function logConversationCompleted({ log }: TurnDependencies, answered: Answered): void {
  const { turn, plan, look, result, responseTimeMs } = answered;
  const attempts = attemptsOf(answered);
  log.info(
    {
      event: 'conversation_completed',
      requestId: turn.input.requestId,
      assistant: turn.input.assistant,
      conversationId: turn.conversationId,
      outcome: result.outcome,
      model: speaker(answered)?.id ?? null,
      attempts: attempts.length,
      fallback_triggered: isFallback(plan, result, look),
      cache_hit: result.outcome === 'cached',
      safety: plan.safety,
      response_time_ms: responseTimeMs,
    },
    'conversation_completed',
  );
}
