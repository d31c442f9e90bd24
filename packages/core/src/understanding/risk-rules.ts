import { BODY_RULES } from './risk-body.ts';
import type { RiskRule } from './risk-fragments.ts';
import { PEOPLE_RULES } from './risk-people.ts';
import { SUICIDE_RULES } from './risk-suicide.ts';

/** Every rule whose hit is a crisis, in the order they are tried. */
export const CRISIS_RULES: readonly RiskRule[] = [...SUICIDE_RULES, ...BODY_RULES, ...PEOPLE_RULES];
