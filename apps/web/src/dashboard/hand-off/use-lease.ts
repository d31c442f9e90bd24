import type { CaseDetail, ConversationLease } from '@rapport/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../../client/problems.ts';
import { type OperatorClient, useOperator } from '../operator-client.ts';

/** A lease ends ten minutes after it was last used; this leaves room for a bad connection. */
const RENEW_EVERY_MS = 4 * 60_000;

export interface Lease {
  /** Ours; null while the assistant or a colleague answers. */
  readonly held: ConversationLease | null;
  /** Somebody took it from us, or it ran out. */
  readonly wasLost: boolean;
  readonly take: (displayName: string) => Promise<void>;
  readonly answer: (text: string, messageId: string) => Promise<void>;
  readonly handBack: () => Promise<void>;
  readonly resolve: () => Promise<void>;
}

/**
 * Answering a conversation in person. While this page is open the lease is renewed; every call carries its fencing
 * token, so that what is written after a colleague has taken over is refused instead of said.
 */
export function useLease(id: string): Lease {
  const operator = useOperator();
  const queries = useQueryClient();
  const [held, setHeld] = useState<ConversationLease | null>(null);
  const [wasLost, setWasLost] = useState(false);
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ['case', id] }), [queries, id]);

  /** Runs what needs the lease; a refusal means that it is another's now. */
  const withLease = useCallback(
    async <Answer>(run: (lease: ConversationLease) => Promise<Answer>): Promise<Answer> => {
      if (held === null) throw new Error('Nobody has taken the case here');
      try {
        return await run(held);
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'CONFLICT') {
          setHeld(null);
          setWasLost(true);
          await refresh();
        }
        throw error;
      }
    },
    [held, refresh],
  );

  useEffect(() => {
    if (held === null) return;
    const timer = setInterval(() => {
      void withLease(async ({ fencingToken }) =>
        setHeld(await post<ConversationLease>(operator, id, 'renew', { fencingToken })),
      ).catch((error: unknown) => console.warn('The conversation could not be kept.', error));
    }, RENEW_EVERY_MS);
    return () => clearInterval(timer);
  }, [held, id, operator, withLease]);

  return {
    held,
    wasLost,
    async take(displayName) {
      const name = displayName.trim();
      setHeld(await post<ConversationLease>(operator, id, 'take', name === '' ? {} : { displayName: name }));
      setWasLost(false);
      await refresh();
    },
    async answer(text, messageId) {
      await withLease(async ({ fencingToken }) => {
        const { lease } = await post<{ lease: ConversationLease }>(operator, id, 'messages', {
          fencingToken,
          text,
          messageId,
        });
        setHeld(lease);
      });
      await refresh();
    },
    async handBack() {
      await withLease(({ fencingToken }) => send(operator, id, 'hand-back', { fencingToken }));
      setHeld(null);
      await refresh();
    },
    async resolve() {
      if (held === null) await send(operator, id, 'resolve', {});
      else await withLease(({ fencingToken }) => send(operator, id, 'resolve', { fencingToken }));
      setHeld(null);
      await refresh();
    },
  };
}

const pathOf = (id: string, action: string): string => `/api/v1/admin/cases/${id}/${action}`;
const post = <Answer>(operator: OperatorClient, id: string, action: string, body: unknown): Promise<Answer> =>
  operator.call<Answer>({ method: 'POST', path: pathOf(id, action), body });
const send = (operator: OperatorClient, id: string, action: string, body: unknown): Promise<Response> =>
  operator.fetch({ method: 'POST', path: pathOf(id, action), body });

export const readCase = (operator: OperatorClient, id: string): Promise<CaseDetail> =>
  operator.call<CaseDetail>({ method: 'GET', path: `/api/v1/admin/cases/${encodeURIComponent(id)}` });
