/** What people ask of the brand itself rather than of its subject. */
export const BRAND_TOPICS = [
  'open-now',
  'hours',
  'returns',
  'orders',
  'shop',
  'contact',
  'answer-time',
  'privacy',
  'social',
] as const;
export type BrandTopic = (typeof BRAND_TOPICS)[number];

/** What a message asks of the brand. */
export interface BrandQuestion {
  /** In the order of the table, each once. */
  readonly topics: readonly BrandTopic[];
  /** True when the message asks nothing else and says little more. */
  readonly isAll: boolean;
  /** The message without those questions, in lower case. */
  readonly rest: string;
}

/** What is bought of a brand, and is not "it done" by a stylist. */
const GOODS =
  "(?:it|this|that|them|these|those|one|some|any|your|(?:the|an?) (?:item|product|order|bottle|jar|set|kit))\\b(?!'?s)(?! (?:\\w+ed|done|cut|out|up|to|looked)\\b)";
const US =
  '(?:you(?: guys| all)?|y ?all|your? (?:team|people|company|brand|shop|store)|the (?:team|people|company|brand|shop|store)|customer (?:care|service|support)|support|someone (?:there|at|from))';

/** Over one clause in lower case, with plain apostrophes. Every pattern is about the seller, not about what is sold. */
const ASKED: Readonly<Record<BrandTopic, RegExp>> = {
  'open-now': new RegExp(
    `\\b(?:are you(?: guys| all)?|is (?:${US})|are they) (?:still )?(?:open|closed|available|working)(?: right)?(?: now| today| at the moment| currently| yet| still)?[ ?!.]*$`,
  ),
  hours:
    /\b(?:opening|business|office|working|store|shop|support|customer (?:care|service)|your) (?:hours|times)\b|\b(?:when|what time|what times|what days|how late|how early|until when|till when) (?:do|does|are|is|will) (?:you|y ?all|they|the (?:team|shop|store)|your (?:team|shop|store)|customer (?:care|service|support)|support)\b.{0,20}\b(?:open|close[sd]?|there|available|reachable)\b|\b(?:are you(?: guys)?|is the (?:team|shop|store)|is customer (?:care|service)) (?:open|closed|available|there) (?:on|at|over|during|in|after|before) \S/,
  returns: new RegExp(
    `\\b(?:return|exchange|send back) (?:${GOODS}|my|what i (?:bought|ordered)|something|an? |the )(?! (?:to|of) (?!you|the shop|the store))|\\bsend (?:it|this|that|them|these|something|my \\w+|the \\w+) back\\b|\\breturns?(?:ing)? (?:policy|policies|address|label|window|form|page|process|period)\\b|\\brefunds?\\b|\\bmy money back\\b|\\b(?:how|where) (?:do|can) (?:i|we) (?:make a return|return\\b[ ?!.]*$)`,
  ),
  orders:
    /\b(?:where(?:'s| is| are)|track(?:ing)?|status of|what happened to|when (?:will|does|do|is)|cancel|change|check(?: on)?|find|see) (?:i (?:get|receive) )?(?:my|an?|the) (?:\w+ )?(?:orders?|packages?|parcels?|delivery|deliveries|shipment|subscription)\b|\bmy (?:order|package|parcel|delivery|shipment) (?:hasn't|hasnt|has not|didn't|didnt|did not|never|still|is late|was|isn't|isnt|got)\b|\b(?:order|delivery|shipping) status\b|\btracking (?:number|link|code)\b/,
  shop: new RegExp(
    `\\b(?:where|how) (?:can|do|could|would|might|should|to) ?(?:i|we|you|one|people|somebody)? ?(?:buy|order|purchase|get (?:my hands on|hold of)|shop(?: for)?|get|find) ${GOODS}|\\bwhere (?:can|do) (?:i|we) shop\\b|\\bwhere (?:is|are) (?:it|this|that|they|these|your (?:products?|stuff|line|range)) sold\\b|\\b(?:do you|you guys|y ?all) (?:have|got) (?:an? )?(?:online |web ?|real )?(?:shop|store|website|web ?site|site)\\b|\\b(?:what(?:'s| is)|where(?:'s| is)|link (?:to|for|of)|give me|send me) (?:me )?(?:the |your )(?:link (?:to|for|of) (?:the |your )?)?(?:online )?(?:shop|store|website|web ?site|site)\\b|\\b(?:which|what) (?:shops?|stores?) (?:carry|carries|sells?|stocks?|have|has)\\b`,
  ),
  contact: new RegExp(
    `\\b(?:how|where) (?:can|do|could|would|should|may) (?:i|we|you|one|people) (?:contact|reach|call|ring|e-?mail|phone|message|text|write(?: to)?|get in touch with|get (?:a ?)?hold of) ${US}|\\bcontact (?:details|info|information|page|form|data|e-?mail|number|address)\\b|\\b(?:your|customer (?:care|service|support)(?:'s)?|the (?:team|company|brand)'s) (?:phone|telephone|support|contact|service|e-?mail|mail)(?: number| address| line)?\\b(?! (?:is|was) )|\\b(?:e-?mail address|phone number|telephone number) (?:of|for) (?:you|your|the|customer)\\b|\\bhow (?:do|can) (?:i|we) (?:contact|reach|get in touch)[ ?!.]*$`,
  ),
  'answer-time': new RegExp(
    `\\bhow (?:long|fast|soon|quick|quickly)\\b.{0,24}\\b(?:you|they|${US})\\b.{0,16}\\b(?:answer|reply|respond|get back|write back)\\b`,
  ),
  privacy: /\bprivacy (?:policy|notice|statement|page)\b/,
  social:
    /\b(?:are you(?: guys)?|do you(?: guys)? have|your|follow you|find you|you guys)\b.{0,24}\b(?:instagram|insta|tik ?tok|facebook|you ?tube|pinterest|twitter|threads|social media|socials?)\b/,
};

/** In so many words beside it, nothing is said that wants an answer of its own. */
const MOST_WORDS_BESIDE = 10;
/** A clause that asks for more than a link or a time is longer than this. */
const MOST_WORDS_OF_CLAUSE = 18;
const CLAUSE_END =
  /(?<=[.!?\n…])\s+|(?:[,;]\s*|\s+)(?:and|but|also|plus|or)\s+(?=(?:how|where|what|why|which|when|who|can|could|do|does|is|are|should|will)\b)/i;
const ASKS_MORE = /\?|^(?:how|what|why|which|should|can|does|is|do|will|could|would)\b/;

/**
 * What a message asks of the brand; null when it asks nothing of it. English only: in another language a model answers.
 * `namesProduct` says whether a clause names something of the brand's, so that "where can I get Dew Mist" asks for the shop.
 */
export function brandQuestionOf(message: string, namesProduct: (clause: string) => boolean): BrandQuestion | null {
  const clauses = message
    .toLowerCase()
    .replaceAll('’', "'")
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const found = new Set<BrandTopic>();
  const rest: string[] = [];
  let isAll = true;
  for (const clause of clauses) {
    const topics = topicsOf(clause, namesProduct);
    for (const topic of topics) found.add(topic);
    if (topics.length === 0) {
      rest.push(clause);
      isAll &&= !ASKS_MORE.test(clause);
    } else {
      isAll &&= countWords(clause) <= MOST_WORDS_OF_CLAUSE;
    }
  }
  if (found.size === 0) return null;
  return {
    topics: BRAND_TOPICS.filter((topic) => found.has(topic)),
    isAll: isAll && rest.reduce((sum, clause) => sum + countWords(clause), 0) <= MOST_WORDS_BESIDE,
    rest: rest.join(' '),
  };
}

const BUYS_NAMED =
  /\b(?:where|how) (?:can|do|could|would|to) ?(?:i|we|you)? ?(?:buy|get|order|purchase|find|shop for)\b/;

function topicsOf(clause: string, namesProduct: (clause: string) => boolean): readonly BrandTopic[] {
  const topics = BRAND_TOPICS.filter((topic) => ASKED[topic].test(clause));
  if (!topics.includes('shop') && BUYS_NAMED.test(clause) && namesProduct(clause)) return [...topics, 'shop'];
  return topics;
}

const countWords = (text: string): number => text.split(/\s+/).length;
