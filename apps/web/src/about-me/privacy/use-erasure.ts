import type { ErasureReceipt } from '@rapport/wire';
import { useSyncExternalStore } from 'react';

let receipt: ErasureReceipt | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/**
 * Keeps the receipt until the page is left or someone else comes (null): it outlives the person it is about, and is kept
 * nowhere else here.
 */
export function keepReceipt(given: ErasureReceipt | null): void {
  receipt = given;
  for (const listener of listeners) listener();
}

/** What was erased on this page since it was opened; null when nothing was. */
export const useErasure = (): { readonly receipt: ErasureReceipt | null } => ({
  receipt: useSyncExternalStore(subscribe, () => receipt),
});
