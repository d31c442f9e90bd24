import type { NewMemory } from '@rapport/wire';

/** What a memory may be about, in the order they are offered. */
export const KINDS = [
  'person',
  'pet',
  'place',
  'work',
  'study',
  'health',
  'preference',
  'possession',
  'event',
  'plan',
  'goal',
  'identity',
  'fact',
] as const satisfies readonly NewMemory['kind'][];
