import { useCallback, useEffect, useState } from 'react';

export type Loaded<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown };

/**
 * What `load` resolves to, loaded again when `load` changes (memoise it) or on `reload`. While it is loaded again the
 * former value stands; a result that comes after the next load began is dropped.
 */
export function useLoad<Value>(load: () => Promise<Value>): { loaded: Loaded<Value>; reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is not read; a new one asks for another load.
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setLoaded({ status: 'ready', value }),
      (error: unknown) =>
        isCurrent && setLoaded((former) => (former.status === 'ready' ? former : { status: 'failed', error })),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, round]);
  return { loaded, reload };
}
