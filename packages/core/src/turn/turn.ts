import type { ChatReply } from '@rapport/wire';
import { filterThrough, WordFilter } from '../brand/word-filter.ts';
import { productPassages } from '../catalogue/advice-texts.ts';
import { ClaimFilter } from '../catalogue/claim-filter.ts';
import type { Attempt } from '../models/attempt.ts';
import { startOfDay } from '../models/spending.ts';
import type { Log } from '../runtime.ts';
import { isMinor } from '../safety/minors.ts';
import { checkReply } from '../safety/reply-checks.ts';
import { understand } from '../understanding/understand.ts';
import { accept } from './accept.ts';
import type { AcceptContext, AcceptedTurn, TurnInput } from './accepted-turn.ts';
import { readAdvice, shapedPassages } from './advised.ts';
import { abandon } from './commit.ts';
import { LEASE_MS, type ServedAssistant, type TurnDependencies } from './dependencies.ts';
import { type EarlierTurn, findTurn, takeOver } from './earlier-turn.ts';
import { commitReply, type TurnOutcome } from './finish.ts';
import { type GenerateContext, generate } from './generate.ts';
import { forgets, readLesson } from './learn.ts';
import type { LiveReply } from './live-replies.ts';
import { loadPassages } from './load.ts';
import { lookFor } from './photo-turn.ts';
import { plan, type TurnPlan } from './plan.ts';
import { readPerson } from './read-person.ts';
import { recallFor } from './remembering.ts';
import { passagesOf, variantsOfTurn, withVariants } from './turn-variants.ts';

/** A turn under way here. `outcome` never rejects. */
export interface StartedTurn {
  readonly kind: 'started';
  readonly turn: { readonly messageId: string; readonly conversationId: string };
  readonly live: LiveReply;
  readonly outcome: Promise<TurnOutcome>;
}

export type TurnStart =
  | StartedTurn
  /** The same request was answered before: its stored reply. */
  | { readonly kind: 'replayed'; readonly reply: ChatReply }
  /** The same request is being answered at this moment, here or on another instance. */
  | { readonly kind: 'running'; readonly turn: Omit<EarlierTurn, 'sameRequest'> }
  /** The message id was used for another message. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'no-such-conversation' };

/**
 * One chat turn: accept → understand → load → plan → generate → commit. Resolves when the message is stored; the reply
 * goes on by itself, whoever listens or leaves.
 *
 * @throws NoSuchPersonError, and what the database throws when it can't be reached.
 */
export async function startTurn(
  dependencies: TurnDependencies,
  assistant: ServedAssistant,
  input: TurnInput,
): Promise<TurnStart> {
  const now = dependencies.clock.now();
  const context: AcceptContext = {
    database: dependencies.database,
    instanceId: dependencies.instanceId,
    leaseMs: LEASE_MS,
    now,
    newId: dependencies.newId,
    spendingSince: budgetOfPerson(dependencies, assistant) === null ? null : startOfDay(now),
  };
  const acceptance = await accept(input, context);
  switch (acceptance.kind) {
    case 'no-such-conversation':
    case 'conflict':
      return acceptance;
    case 'accepted':
      return runTurn(dependencies, assistant, acceptance.turn);
    case 'earlier': {
      const earlier = acceptance.turn;
      if (!earlier.sameRequest) return { kind: 'conflict' };
      const reply = storedReply(earlier);
      if (reply !== null) return { kind: 'replayed', reply };
      if (earlier.state === 'running' && !earlier.leaseExpired) return { kind: 'running', turn: earlier };
      const taken = await takeOver(input, context);
      if (taken !== null) return runTurn(dependencies, assistant, taken);
      return afterLostTakeover(dependencies, input, context.now);
    }
  }
}

/** Another instance took the turn over first: it runs there, or has just ended. */
async function afterLostTakeover(dependencies: TurnDependencies, input: TurnInput, now: Date): Promise<TurnStart> {
  const found = await findTurn(dependencies.database, input.userId, input.messageId, now);
  if (found === null) return { kind: 'no-such-conversation' };
  const reply = storedReply(found.turn);
  return reply === null ? { kind: 'running', turn: found.turn } : { kind: 'replayed', reply };
}

/** A stored turn's reply in the API's shape; null while there is none. */
export function storedReply(turn: Omit<EarlierTurn, 'sameRequest'>): ChatReply | null {
  if (turn.reply === null) return null;
  const { text, details } = turn.reply;
  return { ...details, message: { ...details.message, text } };
}

function runTurn(dependencies: TurnDependencies, assistant: ServedAssistant, turn: AcceptedTurn): StartedTurn {
  const cancellation = new AbortController();
  const { userId, messageId } = turn.input;
  const cancel = () => cancellation.abort(new DOMException('The person stopped the reply', 'AbortError'));
  const live = dependencies.live.start(userId, messageId, turn.takeovers, cancel);
  const outcome = answer(dependencies, assistant, turn, live, cancellation.signal).catch(
    async (error: unknown): Promise<TurnOutcome> => {
      dependencies.log.error({ err: error, requestId: turn.input.requestId }, 'A turn failed');
      const { database, instanceId, clock } = dependencies;
      // Where not even that can be stored, the lease's end says the same.
      await abandon(database, turn, instanceId, clock.now()).catch(() => undefined);
      live.push({ type: 'error', errorText: 'Something went wrong on our side. Please try again.' });
      live.finish();
      return { kind: 'failed', code: 'INTERNAL_ERROR' };
    },
  );
  dependencies.running.add(turn, cancel, outcome);
  return { kind: 'started', turn: { messageId, conversationId: turn.conversationId }, live, outcome };
}

/** Steps 4 to 9. The message is stored; nothing here may lose it. */
async function answer(
  dependencies: TurnDependencies,
  served: ServedAssistant,
  turn: AcceptedTurn,
  live: LiveReply,
  signal: AbortSignal,
): Promise<TurnOutcome> {
  const { clock } = dependencies;
  const isUnderage = saysMinor(turn);
  const variants = variantsOfTurn(dependencies.experiments, turn, isUnderage);
  const assistant = withVariants(served, variants);
  const startMs = clock.monotonicMs();
  live.push({
    type: 'start',
    messageId: turn.replyId,
    messageMetadata: { conversationId: turn.conversationId, createdAt: turn.startedAt.toISOString() },
  });
  if (turn.takeovers > 0) live.push({ type: 'data-replace', data: { reason: 'resumed' } });
  const summary = understand(turn.input.text, {
    nameAsked: turn.awaitingName,
    knownName: turn.person.preferredName,
  });
  const recalling = recallFor(dependencies, assistant, turn, summary);
  const advice = readAdvice(assistant, turn, summary, dependencies.newId);
  const found = loadPassages(turn, summary, assistant.knowledge, passagesOf(variants));
  const passages = shapedPassages(found, advice, assistant, turn.input.text);
  const person = readPerson(assistant, turn, summary, passages, dependencies.newId);
  const recalled = await recalling;
  const lesson = readLesson(turn, assistant, summary, recalled);
  const spentBudget = dependencies.spending.spentBudget(
    turn.input.brand,
    turn.spentMicroUsd,
    budgetOfPerson(dependencies, assistant),
  );
  const look = await lookFor(
    dependencies,
    assistant,
    { turn, summary, passages, spentBudget },
    signal,
    (attempt, thrown) => logFailedAttempt(dependencies.log, turn, attempt, thrown),
  );
  const decided = plan({
    turn,
    assistant: assistant.definition,
    summary,
    passages,
    person,
    advice,
    look,
    catalogue: assistant.catalogue,
    isMinor: isUnderage,
    recalled,
    forgets: forgets(lesson),
    meaningOf: dependencies.memory.meaningOf,
    now: turn.startedAt,
    wanted: assistant.readers.handOff?.(turn.input.text) ?? null,
    caseId: dependencies.newId(),
    knowledgeVersion: assistant.knowledgeVersion,
    chainVersion: assistant.models.map(({ id }) => id).join(' '),
    asksVendors: assistant.models.some(({ isLocal }) => !isLocal),
    spentBudget,
    variants,
  });
  const result = await generate(decided, assistant.models, live, turn.replyId, {
    clock,
    signal,
    deadlines: dependencies.deadlines,
    gate: dependencies.gate,
    cache: dependencies.cache,
    check: (text) => brokenRule(text, decided, isUnderage),
    filter: filterOf(decided, assistant, turn),
    onFailedAttempt: (attempt, thrown) => logFailedAttempt(dependencies.log, turn, attempt, thrown),
  });
  return commitReply(dependencies, {
    turn,
    assistant: assistant.definition,
    summary,
    person,
    advice,
    plan: decided,
    look,
    lesson,
    variants,
    result,
    live,
    responseTimeMs: Math.round(clock.monotonicMs() - startMs),
  });
}

const MICRO_USD_PER_CENT = 10_000;

/** What vendors' models may cost the person today, in millionths of a US dollar: the lower of the two limits; null: no limit. */
function budgetOfPerson({ spending }: TurnDependencies, { definition }: ServedAssistant): number | null {
  const own = definition.limits.centsPerPersonPerDay;
  const limits = [spending.budgets.personPerDay, own === null ? null : own * MICRO_USD_PER_CENT];
  const known = limits.filter((limit) => limit !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Of a person's latest messages, so many are looked at for their age. */
const MESSAGES_OF_AGE = 12;

/** Whether the person is under 18, as their profile or they themselves say, now or lately in this conversation. */
function saysMinor({ input, history, person, startedAt }: AcceptedTurn): boolean {
  const said = history.filter(({ role }) => role === 'user').slice(-MESSAGES_OF_AGE);
  return [input.text, ...said.map(({ text }) => text)].some((text) =>
    isMinor({ text, birthYear: person.birthYear, now: startedAt }),
  );
}

/** The rule of ours that a vendor's words break; null when they may stand as the assistant's own. */
function brokenRule(text: string, decided: TurnPlan, isMinor: boolean): string | null {
  if (decided.kind === 'scripted') return null;
  const { assistant, message, summary, passages, products } = decided.request.material;
  const verdict = checkReply({
    text,
    assistant,
    message,
    summary,
    passages: [...passages.map(({ passage }) => passage), ...productPassages(products)],
    isMinor,
  });
  return verdict.ok ? null : verdict.rule;
}

type FilterOf = NonNullable<GenerateContext['filter']>;

/** A filter for each attempt at the reply: of claims about products, then of words that the assistant avoids. */
function filterOf(decided: TurnPlan, assistant: ServedAssistant, turn: AcceptedTurn): FilterOf | null {
  const claims = claimFilterOf(decided);
  const words = wordFilterOf(decided, assistant, turn);
  if (claims === null || words === null) return claims ?? words;
  return (model) => filterThrough(claims(model), words(model));
}

/** Lets no claim about a product through without a ground. */
function claimFilterOf(decided: TurnPlan): FilterOf | null {
  if (decided.kind === 'scripted') return null;
  const { assistant, message, passages, products } = decided.request.material;
  if (products === null) return null;
  const texts = passages.map(
    ({ passage }) => `${passage.title.replace(/["“”?]/g, '')}\n${passage.answer}\n${passage.body}`,
  );
  const ground = { advice: products, brand: assistant.brand, message, passages: texts };
  return ({ isLocal }) => new ClaimFilter({ ...ground, isOwn: isLocal });
}

/** Says other words in the place of those that the assistant avoids; names and the person's own words stay as they are. */
function wordFilterOf(decided: TurnPlan, { avoided, catalogue }: ServedAssistant, turn: AcceptedTurn): FilterOf | null {
  if (decided.kind === 'scripted' || avoided === null) return null;
  const { message, history, memory } = decided.request.material;
  const allowed = {
    names: (catalogue?.products ?? []).flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]),
    saidByPerson: [
      message,
      ...history.filter(({ role }) => role === 'user').map(({ text }) => text),
      ...memory.known.map(({ text }) => text),
      ...(memory.answer?.used ?? []).map(({ text }) => text),
      turn.person.preferredName ?? '',
    ],
  };
  return () => new WordFilter(avoided, allowed);
}

function logFailedAttempt(log: Log, turn: AcceptedTurn, attempt: Attempt, thrown: unknown): void {
  const { model, provider, outcome, failureCode, totalMs } = attempt;
  const fields = {
    event: 'attempt_failed',
    requestId: turn.input.requestId,
    model,
    provider,
    outcome,
    code: failureCode,
    total_ms: totalMs,
    err: thrown,
  };
  if (outcome === 'cancelled') log.info(fields, 'A reply was cancelled');
  else log.warn(fields, 'An attempt at a reply came to nothing');
}
