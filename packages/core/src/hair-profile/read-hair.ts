import type { HairProfileDefinition } from '../assistants/hair-profile-definition.ts';
import { FUNCTION_WORDS, isOrdinary } from '../understanding/name-words.ts';
import { hearSignals } from '../understanding/signals.ts';
import { clean, sentences } from '../understanding/text.ts';

/** One thing a message says of the person's own hair. */
export interface HairSaying {
  readonly field: string;
  readonly value: string;
  /** False where they say that it is not so. */
  readonly holds: boolean;
  /** The sentence it stands in, in their own words. */
  readonly quote: string;
  /** 0 to 1: said outright, or taken from what they ask. */
  readonly confidence: number;
}

/** Someone else's hair, unless the person speaks of their own in the same sentence. */
const OF_OTHERS =
  /\b(?:(?:my|our|her|his|their|a|the) (?:\d+ year old |little |teenage )?(?:daughters?|sons?|kids?|child(?:ren)?s?|baby|babys|toddlers?|twins|sisters?|brothers?|moms?|mums?|mothers?|dads?|husbands?|wifes?|boyfriends?|girlfriends?|partners?|friends?|nieces?|nephews?|aunts?|aunties?|clients?|students?|cousins?|grandmas?|grandpas?|grandsons?|granddaughters?|step\w+|room ?mates?|flat ?mates?|housemates?|co ?workers?|colleagues?|neighbou?rs?|boss|fiancee?|ex|besties?|bff|mates?|stylists?|models?)|(?:she|he|they|shes|hes|theyre)(?: has| have| is| are|s)?\b|(?:her|his|their) (?:hair|scalp|curls|coils))\b/;
/** "Kofi has 4C hair", "Mia: low porosity", "Beyonce hair is 3C": someone by name, as the sentence's subject or heading. */
const BY_NAME =
  /(?:^|[,;] )(\p{Lu}[\p{L}\p{M}-]+)(?:(?:'s)?(?: natural)? (?:hair|scalp|curls|coils)\b| (?:has|had|is|was)\b|:)/u;

const isOfSomeoneNamed = (sentence: string): boolean => {
  const name = BY_NAME.exec(sentence)?.[1]?.toLowerCase();
  return name !== undefined && !FUNCTION_WORDS.has(name) && !isOrdinary(name);
};

const OF_ONESELF =
  /\b(?:i|im|ive|id|me|mine|myself|my (?:own )?(?:hair|scalp|curls?|coils?|ends|roots|edges|strands|locs|afro|fro))\b/;
/** What isn't so, or isn't so yet. */
const SUPPOSED = /\b(?:if (?:i|my)|would i|wish|imagine|suppose|hypothetically|pretend)\b/;
/** Asks whether it is so: "am I 4A or 4B?", "is my hair low porosity?". */
const ASKED_WHETHER =
  /\b(?:am i|is (?:my hair|it|mine|this)|do i have|could (?:it|i|my hair) be|how (?:do|can) i (?:know|tell|find out)|what(?:s| is) the difference|whats? .{0,20} mean|versus|vs)\b/;
/** Asks about a kind of hair, anyone's: "does low porosity hair need protein?", "why is 4C hair so dry?". */
const ASKED_IN_GENERAL =
  /^(?:(?:so|and|but|ok|okay|hey|also|just curious) )*(?:(?:why|when|how often) )?(?:do|does|is|are|can|could|will|would|should) (?!(?:i|my|we|this|mine)\b)[\w ]*\b(?:hair|curls|coils|porosity|people|hairs|locs)\b/;
/** Said right before a value, it turns it round. */
const NOT_SO =
  /\b(?:not|no|never|isnt|aint|dont|doesnt|didnt|wasnt|without|no longer|stopped|quit|instead of|rather than)(?: \w+){0,3}$/;
/** Someone else's words. */
const CLAIMED = /\b(?:says?|said|told me|tells? me|thinks?|claims?|according to|i (?:saw|read|heard))\b/;

const SURE = 0.9;
const TAKEN = 0.6;
const CLAIMED_BY_OTHERS = 0.5;
/** Less is a guess and is not kept. */
const LEAST_CONFIDENCE = 0.6;
const LONGEST_QUOTE = 300;

/**
 * What a message says of the person's own hair, sentence by sentence, the last of a kind winning where a field has one value.
 * Nothing of other people's hair, of what is supposed or asked. Pure.
 */
export function readHair(text: string, { fields }: HairProfileDefinition): readonly HairSaying[] {
  const found: HairSaying[] = [];
  let isOfOthers = false;
  for (const sentence of sentences(clean(text.slice(0, 2_000)))) {
    const read = sentence.toLowerCase().replaceAll("'", '');
    const namesOthers = OF_OTHERS.test(read) || isOfSomeoneNamed(sentence);
    const namesOneself = OF_ONESELF.test(
      read.replace(/\bmy (?!own|hair|scalp|curl|coil|ends|roots|edges|strands|locs|afro|fro)\w+/g, ''),
    );
    // "My daughter is 4C. Low porosity too.": it goes on about her until the person speaks of themselves.
    isOfOthers = namesOthers || (isOfOthers && !namesOneself);
    if (isOfOthers || SUPPOSED.test(read) || ASKED_WHETHER.test(read)) continue;
    if (ASKED_IN_GENERAL.test(read) && !namesOneself) continue;
    const confidence = CLAIMED.test(read) ? CLAIMED_BY_OTHERS : namesOneself || !sentence.includes('?') ? SURE : TAKEN;
    if (confidence < LEAST_CONFIDENCE) continue;
    for (const field of fields) {
      for (const value of field.values) {
        const [heard] = hearSignals(sentence, [{ id: value.id, pattern: value.pattern, weights: {} }]);
        if (heard === undefined) continue;
        const before = read.slice(0, Math.max(0, value.pattern.exec(read)?.index ?? 0)).trimEnd();
        const quote = sentence.slice(0, LONGEST_QUOTE).toWellFormed();
        found.push({ field: field.id, value: value.id, holds: !NOT_SO.test(before), quote, confidence });
      }
    }
  }
  return withoutRepeats(found, fields);
}

/** One saying a field and value; of a field with one value, what holds beats what doesn't, and the later beats the earlier. */
function withoutRepeats(found: readonly HairSaying[], fields: HairProfileDefinition['fields']): readonly HairSaying[] {
  const kept = new Map<string, HairSaying>();
  for (const saying of found) {
    const several = fields.find(({ id }) => id === saying.field)?.several === true;
    const key = several ? `${saying.field} ${saying.value}` : saying.field;
    const earlier = kept.get(key);
    if (!several && earlier?.holds === true && !saying.holds) continue;
    kept.set(key, saying);
  }
  return [...kept.values()];
}
