/** Reading JSON of others without trusting it: what is not of the wanted kind is not there. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectIn(object: JsonObject | null, key: string): JsonObject | null {
  const value = object?.[key];
  return isObject(value) ? value : null;
}

export function objectsIn(object: JsonObject | null, key: string): readonly JsonObject[] {
  const value = object?.[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A text that is not empty. */
export function textIn(object: JsonObject | null, key: string): string | null {
  const value = object?.[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberIn(object: JsonObject | null, key: string): number | null {
  const value = object?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A count of tokens: a whole number of at least 0, or null. */
export function countIn(object: JsonObject | null, key: string): number | null {
  const value = numberIn(object, key);
  return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Whether something is said where a count should be, and is none: what is counted beside it is no more to be believed. */
export function hasBrokenCount(object: JsonObject | null, keys: readonly string[]): boolean {
  return keys.some((key) => object?.[key] != null && countIn(object, key) === null);
}

/** The value of a JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
