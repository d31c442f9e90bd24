import { type RefCallback, useCallback, useEffect, useRef } from 'react';

/** How far below the window something counts as reached already, so that what comes is there in time. */
const AHEAD = '400px';

/** For the end of a list: calls `onReached` when it comes near the window. */
export function useReached(onReached: () => void): RefCallback<HTMLElement> {
  const latest = useRef(onReached);
  useEffect(() => {
    latest.current = onReached;
  });
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && latest.current(), {
      rootMargin: AHEAD,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}
