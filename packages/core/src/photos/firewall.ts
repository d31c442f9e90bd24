/** What nobody may say of someone's photo: what is wrong with them, what to take, who they are, how they look. */
const WALLS = {
  diagnosis:
    /\b(?:alopecia|(?:androgen\w*|traction|areata|cicatricial|scarring)|psoria\w+|eczema\w*|dermatit\w+|seborrh?o?e?ic|ringworm|tinea|folliculit\w+|lupus|effluvium|ccca|lichen\w*|trichotill\w+|pcos|thyroid\w*|an(?:a)?emi\w+|lice|scabies|melanoma|cancer\w*|infect\w+|fung(?:al|us|i)|bacterial|bald(?:ing|ness)|malnutrition|deficien\w+|disease|disorder|syndrome|diagnos\w+|condition is|vitiligo|impetigo|rosacea|shingles|keloid\w*|alopec\w+|calvicie|tiña|caspa|pelade|haarausfall)\b/i,
  medication:
    /\b(?:minoxidil|rogaine|finasteride|dutasteride|spironolactone|ketoconazole|nizoral|corticosteroid\w*|steroid\w*|hydrocortisone|clobetasol|betamethasone|antifungal\w*|antibiotic\w*|griseofulvin|terbinafine|methotrexate|isotretinoin|prescri\w+|medicat\w+|biotin|supplements?|vitamin \w|mg\b|dosage|dose)\b/i,
  identity:
    /\b(?:black|white|african(?:-american)?|caucasian|asian|hispanic|latin[ao]x?|indian|arab\w*|jewish|mixed[- ]race|biracial|ethnic\w*|race|racial|negro\w*|nationalit\w+|m[ae]n|wom[ae]n|male|female|girl|boy|lady|gentleman|gender\w*|trans(?:gender)?|non-?binary|teen\w*|child\w*|kid|toddler|elderly|old(?:er)?|young(?:er)?|aged?|years? old|middle-aged|looks like \p{Lu}\w+|celebrit\w+|resembl\w+|recogni[sz]\w+|identif\w+|face|facial|skin ?(?:tone|colou?r)|complexion|muslim|christian|hijab|pregnan\w+|fat|overweight|thin person|named?)\b/iu,
  looks:
    /\b(?:beaut\w+|gorgeous|pretty|lovely|stunning|attractive\w*|handsome|ugly|unattractive|hot|sexy|cute|ador\w+|perfect\w*|flawless|amazing|wonderful|awful|terrible|horrible|messy|nappy|unkempt|unprofessional|neat|tame|good hair|bad hair|nicer?|rate[ds]?|\d+ ?(?:\/|out of) ?10|hermos\w+|guap\w+|bonit\w+|belle|schön|unhealthy|gross|nasty|dirty)\b/i,
} as const;

export type Wall = keyof typeof WALLS;
export type FirewallCounts = Readonly<Record<Wall, number>>;

/** The first wall that words run into; null when they may be said of a photo. */
export function wallHit(text: string): Wall | null {
  const found = (Object.keys(WALLS) as Wall[]).find((wall) => WALLS[wall].test(text));
  return found ?? null;
}

/** Strings and keys looked at in one answer: a bounded walk, whatever was sent. */
const MOST_STRINGS = 400;

/** How many strings and keys of a vendor's answer run into each wall. None of them is used: this is what a log says of it. */
export function wallOff(answer: unknown): FirewallCounts {
  const counts = { diagnosis: 0, medication: 0, identity: 0, looks: 0 };
  const waiting: unknown[] = [answer];
  for (let looked = 0; looked < MOST_STRINGS && waiting.length > 0; looked += 1) {
    const each = waiting.pop();
    if (typeof each === 'string') {
      const wall = wallHit(each.slice(0, 2_000));
      if (wall !== null) counts[wall] += 1;
    } else if (typeof each === 'object' && each !== null) {
      waiting.push(...Object.keys(each).map((key) => key.replaceAll('_', ' ')), ...Object.values(each));
    }
  }
  return counts;
}
