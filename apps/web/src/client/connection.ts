import { reconnectDelayMs } from './reply-stream.ts';

/**
 * Resolves when it is time to reconnect: after the attempt's delay, and not before the device is online; at once when
 * it comes back online. Rejects with the signal's reason when the wait is called off.
 */
export function pauseBeforeReconnecting(attempt: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const settled = new AbortController();
  const finish = () => {
    settled.abort();
    clearTimeout(timer);
  };
  const timer = setTimeout(() => {
    if (!navigator.onLine) return;
    finish();
    resolve();
  }, reconnectDelayMs(attempt));
  const onOnline = () => {
    finish();
    resolve();
  };
  const onAbort = () => {
    finish();
    reject(signal.reason);
  };
  window.addEventListener('online', onOnline, { signal: settled.signal });
  signal.addEventListener('abort', onAbort, { signal: settled.signal });
  if (signal.aborted) onAbort();
  return promise;
}
