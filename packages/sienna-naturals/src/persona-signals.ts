import type { PersonasInput } from '@rapport/core/assistants/personas-definition.ts';

/** What people say by which they come across as one persona or another. Patterns read as those of the journey do. */
export const personaSignals: PersonasInput['signals'] = [
  {
    id: 'cares-for-children',
    pattern:
      /\b(my (\w+ )?((\d+|two|three|four|five|six|seven|eight|nine|ten) year old|son|daughter|kids?|twins|toddler|baby|girls?|boys?|children|triplets|youngest|oldest|little one)|newborn|pregnant|foster mom|(two|three|four) kids|school (run|night|morning)s?|moms|both girls|she is \d|shes \d|a babys)\b/,
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
      /\b(do you (sell|have|ship|carry)|price|cost|discount|bundle|subscri\w*|restock\w*|order|in stock|refill|your (products?|brand|line|shampoo|mask|leave)|which of yours?|which one of yours|of yours|ingredients?|expire\w*|how much (is|are|does|do|for)|cheap(est|er)?|dollars|bucks|under \d+|budget|compare|where (can|do) i (get|buy|find)|do you guys|you (guys )?(sell|make|carry)|your (light |gentle )?(gel|oil|leave in|conditioner|mist|bonnet)|the (gel|mist|bonnet|mask) (is|have|has|contain)|any products?|(good|best) (gel|oil|leave in|shampoo|conditioner|mask) for|dew magic|plant power|hapi|(the|your) \w+ (repair )?(mask|mist|shampoo))\b/,
    weights: { product_seeker: 2.5 },
  },
  {
    id: 'is-new',
    pattern:
      /\b(beginner|new to|no (clue|idea)|never (had|used|done)|what (is|does|are)|whats|where do i start|big chop|explain|should i|do i need|big chopp?ed|twa|how do (u|you|i) (know|tell|start)|i cant tell|first time|scared|is it (bad|ok|normal|true))\b/,
    weights: { newbie: 2 },
  },
  {
    id: 'tries-things',
    pattern:
      /\b(tried|trying|try|switched|bought|mixed|diy|first (time|attempt)|experiment\w*|my (first )?(twist|braid) ?outs?|wash (and|n) go|came out|did a|used a|put the new|new (gel|oil|cream|edge)|left (it|the \w+) (on|in)|no difference|didnt work|started using)\b/,
    weights: { experimenter: 2.5 },
  },
  {
    id: 'talks-shop',
    pattern:
      /\b(ph|surfactants?|humectants?|hydroly[sz]ed|clients?|students?|i teach|formulat\w*|retention|years natural|track|evidence|research|preservative|measured|polyquat\w*|cationic\w*|behentrimonium|cetrimonium|inci|mechanism|trials?|for a living|workshop|i consult|i formulate|i braid|dew points?|measurable|i log|ferritin|film formers?|chemist|loctician here|salons)\b/,
    weights: { expert: 3 },
  },
];
