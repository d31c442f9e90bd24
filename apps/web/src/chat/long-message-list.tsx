import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageListProps } from './message-list-props.ts';
import { OneMessage } from './one-message.tsx';

/** A guess at a message's height in CSS pixels until it was measured: some five lines and the buttons below. */
const ESTIMATED_HEIGHT_PX = 150;
const GAP_PX = 20;
/** Messages drawn beyond the screen on either side, so that the keyboard finds the next one to go to. */
const BEYOND_SCREEN = 8;

/**
 * The messages of a long conversation, of which only those near the screen are in the page. Each tells its place among
 * all, and what is on the screen stays where it is when earlier ones arrive or are measured.
 */
export function LongMessageList(props: MessageListProps) {
  const { messages } = props.thread;
  const { t } = useTranslation('talk');
  const list = useRef<HTMLOListElement>(null);
  const [startsAt, setStartsAt] = useState(0);
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: messages.length,
    estimateSize: () => ESTIMATED_HEIGHT_PX,
    getItemKey: (index) => messages[index]?.key ?? index,
    overscan: BEYOND_SCREEN,
    gap: GAP_PX,
    scrollMargin: startsAt,
  });
  useLayoutEffect(() => {
    const top = list.current === null ? 0 : list.current.getBoundingClientRect().top + window.scrollY;
    setStartsAt(Math.round(top));
  }, []);
  useStayInPlace(messages[0]?.key, messages, virtualizer);
  const drawn = virtualizer.getVirtualItems();
  return (
    <ol
      ref={list}
      aria-label={t('messages')}
      className="relative"
      style={{ height: `${virtualizer.getTotalSize()}px` }}
    >
      {drawn.map(({ key, index, start }) => {
        const message = messages[index];
        if (message === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={messages.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0 grid min-w-0"
            style={{ transform: `translateY(${start - startsAt}px)` }}
          >
            <OneMessage {...props} message={message} />
          </li>
        );
      })}
    </ol>
  );
}

/** Moves the page by as much as arrived above what is on the screen. */
function useStayInPlace(
  firstKey: string | undefined,
  messages: MessageListProps['thread']['messages'],
  virtualizer: ReturnType<typeof useWindowVirtualizer<HTMLLIElement>>,
): void {
  const before = useRef(firstKey);
  useLayoutEffect(() => {
    const former = before.current;
    before.current = firstKey;
    if (former === undefined || former === firstKey) return;
    const place = messages.findIndex(({ key }) => key === former);
    if (place <= 0) return;
    const [moved] = virtualizer.getOffsetForIndex(place, 'start') ?? [0];
    const [start] = virtualizer.getOffsetForIndex(0, 'start') ?? [0];
    window.scrollBy({ top: moved - start });
  }, [firstKey, messages, virtualizer]);
}
