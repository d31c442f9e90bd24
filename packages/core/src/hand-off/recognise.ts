import { nameForm } from '../catalogue/names.ts';
import type { HandOffDefinition } from '../assistants/hand-off-definition.ts';
import { bodySignsIn } from '../understanding/body-signs.ts';
import { labelScorer } from '../understanding/learnt-labels.ts';
import { type MeaningOf, messageFeatures } from '../understanding/message-features.ts';
import { REASON_RULES, type SaidReason, UNSAYS } from './reason-rules.ts';

/** Of a message, so many characters are read: who asks for a person says so early. */
const MOST_CHARACTERS = 2_000;

/** What the message is taken for, and the words that said so. */
export interface RecognisedReason {
  readonly reason: SaidReason;
  readonly quote: string;
}

/**
 * Why a message wants people instead of the assistant, by rules alone, in English; null where none hears it. `products` are the
 * names of what the brand sells, in any spelling: a reaction to something else is a question like any other.
 *
 * Crisis and emergencies are no matter of this: whoever plans a reply looks at those first.
 */
export function recogniseReason(text: string, products: readonly string[] = []): RecognisedReason | null {
  const said = plainly(text, products);
  for (const { reason, says, with: beside, unless, standsNegated } of REASON_RULES) {
    const match = says.exec(said);
    if (match === null || beside?.test(said) === false || unless?.test(said) === true) continue;
    if (standsNegated !== true && UNSAYS.test(said.slice(0, match.index))) continue;
    return { reason, quote: match[0].trim() };
  }
  return null;
}

/** Why a message wants people; null where it doesn't, or not for a reason of this assistant's. */
export type ReasonReader = (text: string) => RecognisedReason | null;

/**
 * A reader by rules, which say why, and for what no rule hears by what was learnt of wording: people say one thing in more
 * ways than anybody thinks of. `meaningOf` is the embedder that was learnt with. Pure, and takes a millisecond or two.
 */
export function createReasonReader(
  { reasons, wording }: HandOffDefinition,
  products: readonly string[],
  meaningOf: MeaningOf,
): ReasonReader {
  const score = wording === null ? null : labelScorer(wording);
  return (text) => {
    const found = recogniseReason(text, products) ?? (score === null ? null : byWording(text));
    return found !== null && reasons.includes(found.reason) ? found : null;
  };

  /** A reason speaks where it does so louder than that there is none. */
  function byWording(text: string): RecognisedReason | null {
    if (score === null || !/[\p{L}\p{N}]/u.test(text)) return null;
    const scores = score(messageFeatures(text, meaningOf, [], []));
    const none = scores.get('none') ?? 0;
    const [best] = [...scores].filter(([label]) => label !== 'none').sort(([, one], [, other]) => other - one);
    if (best === undefined || best[0] === 'none' || best[1] <= none) return null;
    // A product's name alone reads like what people write who reacted to one.
    if (best[0] === 'reaction' && !bodySignsIn(text).some(({ kind }) => kind !== 'note')) return null;
    return { reason: best[0], quote: text.trim().slice(0, LONGEST_QUOTE).toWellFormed() };
  }
}

const LONGEST_QUOTE = 200;

/** Contractions as they are typed in a hurry. */
const HURRIED: readonly (readonly [RegExp, string])[] = [
  [/\b(do|did|does|ca|wo|is|has|have|had|was|would|could|should)nt\b/g, "$1n't"],
  [/\b(what|where|how|who|that|there)s\b/g, "$1's"],
  [/\bi (?:wanna|wana)\b/g, 'i want to'],
  [/\b(?:pls|plz|plese)\b/g, 'please'],
  [/\bu\b/g, 'you'],
  [/\bur\b/g, 'your'],
];

/** Lower case, straight apostrophes, single spaces; names of the brand's products as one word. */
function plainly(text: string, products: readonly string[]): string {
  const lower = text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const spelt = HURRIED.reduce((said, [typed, meant]) => said.replaceAll(typed, meant), lower);
  return products.reduce((said, product) => {
    const name = nameForm(product).trim();
    return name.length < 4
      ? said
      : said.replaceAll(new RegExp(`\\b(?:your |the |my )?${written(name)}\\b\\.?`, 'g'), 'thisproduct');
  }, spelt);
}

/** A name as an expression that takes hyphens for spaces and an `s` at the end. */
const written = (name: string): string => `${name.replace(/[^a-z0-9 ]/g, '').replaceAll(' ', '[ -]')}s?`;
