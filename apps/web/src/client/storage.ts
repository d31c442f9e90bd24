/** Text kept by key, shared by the tabs of this browser. */
export interface KeyValueStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** Keeps values for the life of the page. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}

/**
 * The browser's storage, or the page's memory where a person has switched storage off: they can still talk, only a
 * reload forgets them.
 */
export function openBrowserStore(open: () => Storage): KeyValueStore {
  let storage: Storage;
  try {
    storage = open();
    storage.setItem('rapport.probe', '');
    storage.removeItem('rapport.probe');
  } catch {
    // Safari and Firefox throw when cookies are blocked, and every browser when the quota is used up.
    return createMemoryStore();
  }
  return {
    get: (key) => storage.getItem(key),
    set: (key, value) => storage.setItem(key, value),
    remove: (key) => storage.removeItem(key),
    keys: () => Object.keys(storage),
  };
}
