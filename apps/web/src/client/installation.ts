import { useSyncExternalStore } from 'react';

/** What Chromium fires when the page can be installed; no other browser has it, and none has a type for it. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPromptEvent | null = null;
const listeners = new Set<() => void>();
const announce = (event: InstallPromptEvent | null) => {
  offered = event;
  for (const listener of listeners) listener();
};

/** Keeps the browser's offer to install the page, for a button of ours. Call once a page, early: it is made once. */
export function keepInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    announce(event as InstallPromptEvent);
  });
  window.addEventListener('appinstalled', () => announce(null));
}

async function install(): Promise<void> {
  const event = offered;
  announce(null);
  await event?.prompt();
}

/** Asks whether to install the page as an app; null where the browser doesn't offer it, or it is one already. */
export function useInstallation(): (() => Promise<void>) | null {
  const isOffered = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => offered !== null,
  );
  return isOffered ? install : null;
}
