import type { RealTimeMetrics } from '@rapport/wire';
import { useEffect, useState } from 'react';
import { readEventStream } from '../client/event-stream.ts';
import { useOperator } from './operator-client.ts';

const RECONNECT_MS = 5_000;

/** The last five minutes as they are measured, from the server's stream; null until the first measurement. */
export function useLiveFigures(initial: RealTimeMetrics | null): RealTimeMetrics | null {
  const operator = useOperator();
  const [latest, setLatest] = useState<RealTimeMetrics | null>(null);
  useEffect(() => {
    const connection = new AbortController();
    const follow = async () => {
      while (!connection.signal.aborted) {
        try {
          const response = await operator.fetch({
            method: 'GET',
            path: '/analytics/stream',
            accept: 'text/event-stream',
            signal: connection.signal,
          });
          for await (const { data } of readEventStream(response)) setLatest(JSON.parse(data) as RealTimeMetrics);
        } catch (error) {
          if (connection.signal.aborted) return;
          console.warn('The live figures were interrupted; they go on in a moment.', error);
        }
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      }
    };
    void follow();
    return () => connection.abort();
  }, [operator]);
  return latest ?? initial;
}
