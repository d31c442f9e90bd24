/** Runs work where there is a place for it, in the order it came; the rest waits. */
export type InPlace = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** `count` places, at least 1. Throws a `RangeError` for fewer. */
export function createPlaces(count: number): InPlace {
  if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`there must be a place, not ${count}`);
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
