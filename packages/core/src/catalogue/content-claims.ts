import { ABSENT, DENIES, FREE_AFTER, LISTS_OF, MADE_OF } from './claim-words.ts';
import { contains, INGREDIENT_WORDS } from './ingredients.ts';
import type { Product } from './product.ts';

/** Whether a text says of products that something is in them, or isn't, that their lists on file don't bear out. */
export function ingredientClaim(said: string, targets: readonly Product[]): boolean {
  // An ingredient by its name on the list is on the list.
  const text = targets
    .flatMap(({ ingredients }) =>
      targets.length === 1 ? (ingredients ?? []).filter((name) => name.includes(' ')) : [],
    )
    .reduce((rest, name) => rest.replaceAll(name.toLowerCase(), ' '), said);
  const list = LISTS_OF.exec(text)?.groups?.list;
  if (list !== undefined && !DENIES.test(text.slice(0, text.indexOf(list)))) {
    if (!listed(list, targets)) return true;
  }
  if (!MADE_OF.test(text)) return false;
  return INGREDIENT_WORDS.some((word) => {
    const match = word.says.exec(text);
    if (match === null || statedBy(targets, match[0])) return false;
    const isAbsent =
      ABSENT.test(text.slice(0, match.index)) || FREE_AFTER.test(text.slice(match.index + match[0].length));
    return !targets.every(({ ingredients }) => ingredients !== null && contains(ingredients, word) === !isAbsent);
  });
}

const ITEM_EDGE = /,|\band\b|&|\/|\bas well as\b|\bplus\b|\bwith\b/;
const NO_ITEM =
  /^(?:(?:a|an|the|some|only|also|among|others?|more|much|such|just|natural|pure|real|these|it|them|all)\b ?)+|[.!?]+$/g;

/** Whether every item of a list of contents is in every target. */
function listed(list: string, targets: readonly Product[]): boolean {
  const items = list
    .split(ITEM_EDGE)
    .map((item) => item.trim().replace(NO_ITEM, '').trim())
    .filter((item) => item.length > 2);
  return targets.every(({ ingredients }) => {
    if (ingredients === null) return items.length === 0;
    const lower = ingredients.map((name) => name.toLowerCase());
    return items.every(
      (item) =>
        lower.some((name) => name.includes(item) || item.includes(name)) ||
        INGREDIENT_WORDS.some((word) => word.says.test(item) && contains(ingredients, word)),
    );
  });
}

/** Whether an entry of every target has the very words. */
export const statedBy = (targets: readonly Product[], words: string): boolean =>
  targets.every(({ about, howToUse }) =>
    `${about ?? ''} ${howToUse ?? ''}`.toLowerCase().includes(words.toLowerCase()),
  );
