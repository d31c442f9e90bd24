import type { PersonasInput } from '@rapport/core/assistants/personas-definition.ts';

/** What people say by which they come across as one persona or another. Patterns read as those of the journey do. */
export const personaSignals: PersonasInput['signals'] = [
  {
    id: 'cares-for-children',
    pattern:
      /\b(my (\d+ year old|son|daughter|kids?|twins|toddler|baby|girls?|boys?|children|triplets)|newborn|pregnant|foster mom|(two|three|four) kids|school run|moms)\b/,
    weights: { busy_parent: 3 },
  },
  {
    id: 'has-no-time',
    pattern:
      /\b(no time|in a hurry|busy|quick(est|ly)?|minutes|bare minimum|least i can|between work|two jobs|schedule|night shift)\b/,
    weights: { busy_parent: 2 },
  },
  {
    id: 'asks-to-buy',
    pattern:
      /\b(do you (sell|have|ship|carry)|price|cost|discount|bundle|subscri\w*|restock\w*|order|in stock|refill|your (products?|brand|line|shampoo|mask|leave)|which of your|ingredients?|expire\w*)\b/,
    weights: { product_seeker: 2.5 },
  },
  {
    id: 'is-new',
    pattern:
      /\b(beginner|new to|no (clue|idea)|never (had|used|done)|what (is|does|are)|whats|where do i start|big chop|explain|should i|do i need|scared|is it (bad|ok|normal|true))\b/,
    weights: { newbie: 2 },
  },
  {
    id: 'tries-things',
    pattern:
      /\b(tried|trying|try|switched|bought|mixed|diy|first (time|attempt)|experiment\w*|my twist ?outs?|wash (and|n) go|came out)\b/,
    weights: { experimenter: 2.5 },
  },
  {
    id: 'talks-shop',
    pattern:
      /\b(ph|surfactants?|humectants?|hydroly[sz]ed|clients?|students?|i teach|formulat\w*|retention|years natural|track|evidence|research|preservative|measured|polyquat\w*)\b/,
    weights: { expert: 3 },
  },
];
