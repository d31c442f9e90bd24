/**
 * Has the browser keep what the page is made of, so that it opens without a network. Not in a frame on another site, and
 * not while developing, where a kept file would hide a change.
 */
export function keepPage(window: Window, isBuilt: boolean): void {
  const { serviceWorker } = window.navigator;
  if (!isBuilt || window.parent !== window || serviceWorker === undefined) return;
  serviceWorker.register('/service-worker.js').catch((error: unknown) => {
    // Private windows refuse it, and everything works without.
    console.warn('The page is not kept for when there is no network.', error);
  });
}
