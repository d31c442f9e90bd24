import { nameForm } from '../catalogue/names.ts';
import { REASON_RULES, type SaidReason, UNSAYS } from './reason-rules.ts';

/** Of a message, so many characters are read: who asks for a person says so early. */
const MOST_CHARACTERS = 2_000;

/** What the message is taken for, and the words that said so. */
export interface RecognisedReason {
  readonly reason: SaidReason;
  readonly quote: string;
}

/**
 * Why a message wants people instead of the assistant; null where it doesn't. By rules alone, in English. `products` are the
 * names of what the brand sells, in any spelling: a reaction to something else is a question like any other.
 *
 * Crisis and emergencies are no matter of this: whoever plans a reply looks at those first.
 */
export function recogniseReason(text: string, products: readonly string[] = []): RecognisedReason | null {
  const said = plainly(text, products);
  for (const { reason, says, unless, standsNegated } of REASON_RULES) {
    const match = says.exec(said);
    if (match === null || unless?.test(said) === true) continue;
    if (standsNegated !== true && UNSAYS.test(said.slice(0, match.index))) continue;
    return { reason, quote: match[0].trim() };
  }
  return null;
}

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
