import { type RefObject, useEffect, useRef } from 'react';

let hasNavigated = false;

/** Called by the router when another page has come to stand in place of the one before. */
export function noteArrival(): void {
  hasNavigated = true;
}

/**
 * For a view's heading (with a `tabIndex` of -1): takes the focus when one arrives from another view, as reading begins
 * there. On the first view it stays where the browser puts it.
 */
export function useFocusOnArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasNavigated) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
