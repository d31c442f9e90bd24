import {
  type AnalyticsEvent,
  adviceReported,
  handOffOpened,
  journeyMoved,
  modelAttempted,
  moodRead,
  turnFinished,
} from '../analytics/event-catalogue.ts';
import type { Summary } from '../understanding/summary.ts';
import type { FinishedTurn } from './commit.ts';

/** The reply's place where a conversation begins with its greeting, which takes the first; without one it is before that. */
const LAST_PLACE_OF_A_FIRST_REPLY = 3;

/** What analytics are told of a turn; pure. Its words, its risk and its care are no part of it. */
export function eventsOfTurn(
  finished: Omit<FinishedTurn, 'events'>,
  more: { readonly fallback: boolean; readonly isInCare: boolean; readonly summary: Summary },
): readonly AnalyticsEvent[] {
  const { turn, finishedAt: at, personChange, advice, handOff } = finished;
  const { mood } = more.summary;
  const move = personChange?.journeyMove ?? null;
  const { opens } = handOff.change;
  return [
    turnFinished(at, {
      state: finished.state,
      isFirst: turn.replySequence <= LAST_PLACE_OF_A_FIRST_REPLY,
      responseTimeMs: Math.max(0, Math.round(finished.responseTimeMs)),
      model: finished.model,
      fallback: more.fallback,
      attempts: finished.attempts.length,
      cache: finished.cache?.result ?? null,
      memoriesUsed: finished.reply?.details.memoriesUsed.length ?? 0,
      thanks: more.summary.intent === 'thanks',
    }),
    ...finished.attempts.map(({ id, model, outcome, firstTokenMs, totalMs, costMicroUsd, startedAt }) =>
      modelAttempted(
        startedAt,
        {
          model,
          outcome,
          firstTokenMs: firstTokenMs === null ? null : Math.round(firstTokenMs),
          totalMs: Math.round(totalMs),
          costMicroUsd: costMicroUsd === null ? null : Math.round(costMicroUsd),
        },
        id,
      ),
    ),
    ...(mood === null || more.isInCare ? [] : [moodRead(at, { mood: mood.primary, polarity: mood.polarity })]),
    ...(move === null ? [] : [journeyMoved(at, { from: move.from, to: move.to })]),
    ...advice.reports.map(({ outcome }) => adviceReported(at, { outcome })),
    ...(opens === undefined ? [] : [handOffOpened(at, { reason: opens.reason })]),
  ];
}
