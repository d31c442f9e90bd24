import {
  type AnchorHTMLAttributes,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { parseRoute, type Route } from './routes.ts';

const listeners = new Set<() => void>();
let hasNavigated = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Goes to a path of this page; `replace` leaves no step to go back to. */
export function navigate(path: string, { replace = false }: { replace?: boolean } = {}): void {
  hasNavigated = true;
  if (replace) window.history.replaceState(null, '', path);
  else window.history.pushState(null, '', path);
  if (!replace) window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.pathname));
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

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** A link within this page. A click with a modifier, or of another button, is the browser's. */
export function Link({ href, onClick, ...attributes }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...attributes} href={href} onClick={follow} />;
}
