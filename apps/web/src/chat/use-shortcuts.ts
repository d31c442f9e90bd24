import { useEffect } from 'react';

/** What a key can bring up. */
export type ShownPanel = 'palette' | 'shortcuts' | null;

interface ShortcutActions {
  readonly startNew: () => void;
  readonly show: (panel: ShownPanel) => void;
}

/** The keys of the talking pages, each beside Ctrl, or Command on a Mac. None acts while an input method composes. */
export function useShortcuts({ startNew, show }: ShortcutActions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || event.keyCode === 229) return;
      const key = event.key.toLowerCase();
      const action =
        key === 'o' && event.shiftKey
          ? startNew
          : key === 'k' && !event.shiftKey
            ? () => show('palette')
            : key === '/'
              ? () => show('shortcuts')
              : null;
      if (action === null) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [startNew, show]);
}
