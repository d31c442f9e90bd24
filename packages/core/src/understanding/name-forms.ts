/** "Augustus. Gus.": the shorter form of a name given before is the one to use. */
export const isShortForm = (name: string, longer: string): boolean =>
  name.length > 1 && name.length < longer.length && longer.toLowerCase().includes(name.toLowerCase());

/** "Sara with a Z. Zara": the same name written again, one letter off, is how it is written. */
export function isRespelling(name: string, before: string): boolean {
  const [one, other] = [name.toLowerCase(), before.toLowerCase()];
  if (one === other || one.length < 3 || Math.abs(one.length - other.length) > 1) return false;
  // Two letters changed places.
  if (one.length === other.length && [...one].sort().join('') === [...other].sort().join('')) return true;
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= 1;
}

/** Whether two are forms of one name: the same, one short for the other, or a letter apart. */
export const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase() ||
  isShortForm(one, other) ||
  isShortForm(other, one) ||
  isRespelling(one, other);
