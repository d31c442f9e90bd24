import { hashHistory, moveThread } from '@rapport/core/conversations/openai-threads.ts';
import type { PreparedImages } from '@rapport/core/images/image-preparer.ts';
import type { TurnInput } from '@rapport/core/turn/accepted-turn.ts';
import type { ServedAssistant, TurnDependencies } from '@rapport/core/turn/dependencies.ts';
import type { TurnOutcome } from '@rapport/core/turn/finish.ts';
import { type StartedTurn, startTurn, type TurnStart } from '@rapport/core/turn/turn.ts';
import { Problem } from '../problems.ts';
import { waitForReply } from '../resumed-replies.ts';
import { findPlace, newPlace, type Place, type Question, startingAnew } from './place.ts';

/** A turn that has been taken. It goes on by itself, whoever waits or leaves. */
export interface BegunAnswer {
  readonly messageId: string;
  /** Whether an earlier request had taken the turn. */
  readonly isReplayed: boolean;
  /** Rejects with what the database throws when it can't be asked about a turn that runs elsewhere. */
  readonly outcome: Promise<TurnOutcome>;
}

interface Asking {
  readonly dependencies: TurnDependencies;
  readonly assistant: ServedAssistant;
  readonly question: Question;
  readonly input: TurnInput;
}

/**
 * Takes the turn that a question stands for, in the conversation that its history belongs to. When the outcome is known
 * the thread has moved on, so that the client's next message finds it.
 *
 * @throws Problem with `CONFLICT` when the caller's key was used for another request, and what `startTurn` throws.
 */
export async function beginAnswer(
  dependencies: TurnDependencies,
  assistant: ServedAssistant,
  question: Question,
  { requestId, pictures }: { readonly requestId: string; readonly pictures: PreparedImages },
): Promise<BegunAnswer> {
  const take = async (place: Place) => {
    const input: TurnInput = {
      userId: question.userId,
      assistant: question.assistant,
      brand: assistant.definition.brand.id,
      messageId: place.messageId,
      text: question.asked.text,
      conversationId: place.conversationId,
      requestId,
      // Nobody reads along: OpenAI's stream can't take text back, so only a whole attempt is shown.
      streaming: false,
      // The whole history makes a repeated request the same one, not only the part of it that is read.
      attachments: [question.historyHash.toString('hex'), ...pictures.digests],
      images: pictures.images,
      givenHistory: place.givenHistory,
    };
    return { input, start: await startTurn(dependencies, assistant, input) };
  };
  const place = await findPlace(dependencies, question);
  let taken = await take(place);
  // The same words, but said after others: no repetition.
  if (taken.start.kind === 'conflict' && place.origin === 'recent')
    taken = await take(await newPlace(dependencies, question));
  // Deleted a moment ago, but not by the client, which still shows it.
  if (taken.start.kind === 'no-such-conversation') taken = await take({ ...place, ...startingAnew(question.asked) });
  const { input, start } = taken;
  if (start.kind === 'conflict' || start.kind === 'no-such-conversation') {
    throw new Problem('CONFLICT', 'This Idempotency-Key was used for another request. Give each request its own.');
  }
  return {
    messageId: start.kind === 'replayed' ? input.messageId : start.turn.messageId,
    isReplayed: start.kind !== 'started',
    outcome: outcomeOf({ dependencies, assistant, question, input }, start),
  };
}

type RunnableStart = Exclude<TurnStart, { kind: 'conflict' | 'no-such-conversation' }>;

async function outcomeOf(asking: Asking, start: RunnableStart): Promise<TurnOutcome> {
  switch (start.kind) {
    case 'replayed':
      return { kind: 'replied', reply: start.reply };
    case 'started':
      return afterMovingOn(asking, start);
    case 'running': {
      const { dependencies, assistant, input } = asking;
      const reply = await waitForReply(dependencies.database, dependencies.clock, input.userId, input.messageId);
      if (reply !== null) return { kind: 'replied', reply };
      // The instance that had the turn died over it: whoever waited answers it instead.
      const again = await startTurn(dependencies, assistant, input);
      if (again.kind === 'replayed') return { kind: 'replied', reply: again.reply };
      return again.kind === 'started' ? afterMovingOn(asking, again) : { kind: 'failed', code: 'TIMEOUT_ERROR' };
    }
  }
}

/** Waits for a turn and moves its conversation's thread on. Without a thread the next message starts a conversation. */
async function afterMovingOn({ dependencies, question, input }: Asking, { turn, outcome }: StartedTurn) {
  const ended = await outcome;
  if (ended.kind === 'failed') return ended;
  const { assistant, asked, historyHash } = question;
  const answered = [
    ...asked.history,
    { role: 'user', text: asked.text },
    { role: 'assistant', text: ended.reply.message.text },
  ] as const;
  const { database, clock, log } = dependencies;
  try {
    await moveThread(database, {
      userId: input.userId,
      conversationId: turn.conversationId,
      from: historyHash,
      to: hashHistory(assistant, answered),
      now: clock.now(),
    });
  } catch (error) {
    log.warn({ err: error, event: 'openai_thread_lost', requestId: input.requestId }, 'A thread could not be kept');
  }
  return ended;
}
