import type { GuideTurn } from './turn.ts';

/** In an enumeration of English: "coconut, almond and shea". */
const enumeration = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });

/**
 * The line before advice that names what this person reacts to or won't have; empty where it names none. Advice is written for
 * everybody: what is good for most must not be told as good for them.
 */
export function avoidedIn({ material }: GuideTurn, told: string): string {
  const constraints = material.products?.need.constraints;
  const met = constraints?.avoids.filter(({ says }) => says.test(told)).map(({ name }) => name) ?? [];
  if (met.length === 0) return '';
  const names = enumeration.format(met);
  return constraints?.isAllergic === true
    ? `You told me that you react to ${names}, so not for you: leave out whatever of this has it, and read each label.`
    : `You told me that you keep away from ${names}: leave out whatever of this has it.`;
}
