import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** This close to the end counts as being there, in CSS pixels: about two lines of text. */
const NEAR_PX = 56;

const distanceFromEnd = (): number => {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight - clientHeight - window.scrollY;
};

/**
 * Keeps the end of the page in view while the content grows, for as long as the reader stays there: scrolling up lets
 * go, coming back to the end takes hold again.
 */
export function useFollowLatest(content: RefObject<HTMLElement | null>): {
  isFollowing: boolean;
  jumpToLatest: () => void;
} {
  const [isFollowing, setIsFollowing] = useState(true);
  const following = useRef(true);
  const follow = useCallback((value: boolean) => {
    following.current = value;
    setIsFollowing(value);
  }, []);
  useEffect(() => {
    let last = window.scrollY;
    const onScroll = () => {
      // Only moving up lets go: the page may have grown since a jump to what was its end.
      if (distanceFromEnd() <= NEAR_PX) follow(true);
      else if (window.scrollY < last) follow(false);
      last = window.scrollY;
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [follow]);
  useLayoutEffect(() => {
    const element = content.current;
    if (element === null) return;
    const keepInView = () => following.current && window.scrollTo({ top: document.documentElement.scrollHeight });
    const observer = new ResizeObserver(keepInView);
    observer.observe(element);
    // What stands below it may grow too, and would cover the end: a line above where one writes.
    if (element.parentElement !== null) observer.observe(element.parentElement);
    return () => observer.disconnect();
  }, [content]);
  const jumpToLatest = useCallback(() => {
    follow(true);
    window.scrollTo({ top: document.documentElement.scrollHeight });
  }, [follow]);
  return { isFollowing, jumpToLatest };
}
