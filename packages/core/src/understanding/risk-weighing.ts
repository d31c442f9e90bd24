import { isHairTalk } from './risk-hair.ts';
import { ABOUT_SELF, EARNEST, FICTION, HYPERBOLE, OVERLONG, withoutIdioms } from './risk-idioms.ts';
import { readWeighedRisk } from './risk-model.ts';
import { respelled } from './risk-spellings.ts';
import type { Risk } from './summary.ts';
import { clean, plain } from './text.ts';

/** Words of a longer message that are weighed together: what is said in passing among much else must not thin out. */
const WEIGHED_WORDS = 60;
/** From the start of one such part to that of the next: they overlap, so that nothing falls between two. */
const PART_STRIDE = 45;

/** In fewer words there is little to weigh: "I broke my wrist last Friday". */
const FEW_WORDS = 9;

/**
 * In a longer message every part is a chance to be wrong, few words tell little, and a known idiom speaks against: so much surer
 * it must be, in logits. Half a logit more than 1 loses one of 354 unseen crises and spares one of 335 look-alikes.
 */
const DOUBT_MARGIN = 1.5;

/**
 * Talk of hair must be surer still: who was trained on messages of crises knows "I won't be doing that again", and no twists.
 * The surest of the look-alikes on a hair-care brand's page lies 3.5 above, and no crisis of the labelled ones is such talk.
 */
const HAIR_MARGIN = 4;

/** A part without anybody in it must be surer too. */
const SPEAKS_OF_PEOPLE =
  /\b(?:i|im|ive|id|ill|me|my|myself|he|him|his|she|her|they|hes|shes|we|us|mum|mom|dad|yo|mi|me|main|mujhe)\b/;

/** All that is said is that it will be well: few words of the kind that crises have, and no crisis. */
const REASSURES =
  /^(?:(?:hey|ok|okay|well|honestly|and|but|so|yeah|no) )*(?:(?:i|we) (?:really |do |actually )?(?:think|guess|know|believe|feel like|hope|promise) )?(?:(?:i|we|it|things|everything)(?:m|re|s|ll)?|im|were|its) (?:(?:am|are|is|will|going to|gonna) )*(?:be |feeling |doing )?(?:totally |really |much |a lot )?(?:ok|okay|fine|alright|all right|well|good|better|safe)(?: (?:now|again|eventually|soon|in the end|today|though))?[ .!]*$/;

/** All that is said is when one is away, and on what leave: the first half alone is what crises say. */
const IS_ON_LEAVE =
  /^(?:\S+ ){0,2}(?:i )?(?:wont|will not) be (?:here|in|around|online|available)(?: \S+){0,3}?[ ,.]+(?:i am|im|ill be) on (?:annual leave|leave|maternity leave|paternity leave|holiday|vacation)[ .!]*$/;

/** What tells of a good end in the words of a bad one: a proposal tonight, a remedy that helped. It must be surer, as by an idiom. */
const ENDS_WELL =
  /\b(?:i propose|proposing|going to propose|gonna propose)\b|\b(?:took|taken|had) (?:an|one|two|a couple of) (?:aspirins?|paracetamols?|ibuprofens?|painkillers?|tylenols?)\b.*\b(?:headache|migraine|pain|ache|fever|cramps?) (?:is|has|was|had|went) (?:\S+ )?(?:gone|going|away|better|easing|eased)\b/;

/** The gravest of what the model makes of the message's parts, each once, however often it is said. */
export function weighParts(text: string): Risk | null {
  const parts = partsToWeigh(text);
  const ofMany = parts.size > 1 ? DOUBT_MARGIN : 0;
  let best: Risk | null = null;
  for (const part of parts) {
    if ((FICTION.test(part) && !ABOUT_SELF.test(part)) || REASSURES.test(part) || IS_ON_LEAVE.test(part)) continue;
    const isDoubtful =
      withoutIdioms(part) !== part ||
      ENDS_WELL.test(part) ||
      !SPEAKS_OF_PEOPLE.test(part) ||
      part.split(' ').length < FEW_WORDS;
    const found = readWeighedRisk(part, isHairTalk(part) ? HAIR_MARGIN : isDoubtful ? DOUBT_MARGIN : ofMany);
    const isJest = HYPERBOLE.test(part) && !EARNEST.test(part);
    if (found?.level === 'crisis' && !isJest) return found;
    best ??= found === null || !isJest ? found : { ...found, level: 'concern' };
  }
  return best;
}

function partsToWeigh(text: string): ReadonlySet<string> {
  // As it is written: what a disguise would hide is for the rules, and "2 diet" hides nothing.
  const read = plain(clean(text));
  const words = read.replace(OVERLONG, '$1').split(' ');
  const parts = new Set<string>();
  for (let start = 0; start === 0 || start + WEIGHED_WORDS - PART_STRIDE < words.length; start += PART_STRIDE) {
    // With its idioms: they are among what the model was trained on, and what is left of one without them is no sentence.
    parts.add(respelled(words.slice(start, start + WEIGHED_WORDS).join(' ')));
  }
  return parts;
}
