/** Whether two words are one letter apart: one missing, doubled or swapped with its neighbour. Of one length a changed letter counts only for `changed`. */
export function isOneEditApart(one: string, other: string, changed = false): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let ends = 0;
  while (
    ends < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - ends] === other[other.length - 1 - ends]
  )
    ends += 1;
  const left = one.length - start - ends;
  const right = other.length - start - ends;
  if (left + right <= 1 || (changed && left === 1 && right === 1)) return true;
  return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
}
