import { HAPPENING_RULES } from './special-happenings.ts';
import { KIN_RULES } from './special-kin.ts';
import { PEOPLE_RULES } from './special-people.ts';
import { THING_RULES } from './special-things.ts';
import type { SpecialRule } from './whole-clause.ts';

/** All rules that read a whole clause, in the order they are asked: a name is given to the last thing or animal that has none. */
export const SPECIAL_RULES: readonly SpecialRule[] = [
  ...THING_RULES,
  ...PEOPLE_RULES,
  ...KIN_RULES,
  ...HAPPENING_RULES,
];
