/** How a correction opens. */
const OPENS =
  '(?:(?:oh|oops|whoops|wait|no|nope|sorry|actually|well|hm+|hang on|my mistake|my bad|correction|edit|lol|haha|ah)[,:.! ]+)';
/** What sets the right thing beside the wrong one. */
const SETS_RIGHT = [
  // "I meant Tuesday", "I was wrong, it's Tuesday", "three, I forgot one"
  new RegExp(
    String.raw`^${OPENS}*i (?:mean|meant|meant to say|was wrong|mixed (?:it|that|them|those) up|got (?:it|that) wrong|misspoke)\b`,
    'i',
  ),
  new RegExp(String.raw`^${OPENS}+(?:\S+ ){0,4}i forgot\b`, 'i'),
  // "sorry, her name is Carol, not Karen"
  new RegExp(String.raw`^${OPENS}+.{1,50}[, ]not (?:my |the |an? |his |her |on |in )?[\w'-]+[\s.!]*$`, 'i'),
  // "not my wife, my fiancée"
  /^not (?:my |the |an? |his |her |on |in )?[\w'-]+, (?:but )?(?:my |the |an? |his |her |on |in )?[\w'’éèñ-]+[\s.!]*$/i,
  // "it's Thursday, not Friday"
  /^(?:it'?s|that'?s|she'?s|he'?s|they'?re|(?:her|his|its|the) name is) [\w'-]+(?: [\w'-]+)?, not [\w'-]+[\s.!]*$/i,
  // "actually it's the 9th"
  new RegExp(
    String.raw`^${OPENS}*(?:actually|sorry|oops|wait|correction|my mistake)[,:! ]+(?:it'?s|it is|that'?s|it was)(?: on| at| in)? (?:the )?(?:\d\S*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|tomorrow|tonight|next \w+)[\s.!]*$`,
    'i',
  ),
];
const MOST_WORDS = 14;

/** The right word of it, where one stands out: "Carol", "Thursday", "my fiancée". */
const RIGHT_WORDS = [
  /^not (?:\S+ )?\S+, (?:but )?((?:my |the |an? )?[\p{L}\d'-]+)[\s.!]*$/iu,
  /\b(?:it'?s|is|was|meant|mean|that'?s)(?: on| at| in)? ((?:the |my |an? )?[\p{L}\d'-]+)(?:,? not\b.*)?[\s.!]*$/iu,
];
const NO_VALUE = /^(?:not|no|it|that|this|me|fine|ok|okay|good|bad|wrong|right|nothing|something|just|so|i)$/i;

export interface Correction {
  /** What is right, as a reply can say it ("Carol"); null where no single word of it is. */
  readonly value: string | null;
}

/** What a message puts right, or null when it corrects nothing. */
export function correctionIn(message: string): Correction | null {
  const text = message.trim().replace(/[’‘]/g, "'");
  if (text.includes('?') || text.split(/\s+/).length > MOST_WORDS) return null;
  if (!SETS_RIGHT.some((pattern) => pattern.test(text))) return null;
  const found = RIGHT_WORDS.map((pattern) => pattern.exec(text)?.[1]).find((value) => value !== undefined);
  const value = found === undefined || NO_VALUE.test(found) ? null : found.replace(/^my /i, 'your ');
  return { value };
}

/** `{value}` is what is right. */
export const CORRECTED: readonly string[] = [
  '{value}, got it. Thanks for putting me right.',
  'Ah, {value}. I have it right now.',
  '{value} it is, thank you.',
];
export const CORRECTED_SOMEHOW: readonly string[] = [
  'Ah, got it. Thanks for putting me right.',
  "Okay, that's clearer. I had it wrong.",
  'Right, I read that differently. Thanks for saying.',
];
