import { BODY_RULES } from './risk-body.ts';
import type { RiskRule } from './risk-fragments.ts';
import { IMPLIED_RULES } from './risk-implied.ts';
import { PEOPLE_RULES } from './risk-people.ts';
import { PLAIN_RULES } from './risk-plain.ts';
import { SUICIDE_RULES } from './risk-suicide.ts';

/** Every rule whose hit is a crisis, in the order they are tried. */
export const CRISIS_RULES: readonly RiskRule[] = [...SUICIDE_RULES, ...BODY_RULES, ...PEOPLE_RULES];

/** Those that read across commas and, in a short message, across sentences: tried after the others. */
export const BROAD_CRISIS_RULES: readonly RiskRule[] = [...PLAIN_RULES, ...IMPLIED_RULES];
