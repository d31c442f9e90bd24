import { readEmotions } from './emotion-reading.ts';
import { CONCEPTS, WORD_CLASSES } from './risk-concepts.ts';

const CLASS_OF = new Map(
  Object.entries(WORD_CLASSES).flatMap(([name, members]) => members.map((word) => [word, `<${name}>`] as const)),
);
const CONCEPT_ENTRIES = Object.entries(CONCEPTS);
/** Words this far apart still belong together: "gave my guitar to". */
const SKIP_REACH = 4;
const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;
const LONGEST_WORD = 24;
/** Concepts beyond these would make pairs by the thousand of a message that says everything. */
const MOST_CONCEPTS = 14;
const LEAST_EMOTION = 0.08;

/** What a message shows, each thing once, with how much it counts; the names are what `risk-weights.json` is keyed by. */
export type RiskFeatures = ReadonlyMap<string, number>;

/**
 * The features the model weighs: words and their classes, neighbours, words near each other, concepts and pairs of
 * concepts, the leading emotions. Takes text as `plain` makes it, of some hundred words at most; pure, linear in it.
 */
export function riskFeaturesOf(text: string): RiskFeatures {
  const found = new Map<string, number>();
  const tokens = (text.match(WORD) ?? []).map(token);
  let previous = '^';
  for (const [at, word] of tokens.entries()) {
    found.set(word, 1);
    found.set(`${previous} ${word}`, 1);
    for (let ahead = at + 2; ahead <= at + SKIP_REACH && ahead < tokens.length; ahead += 1)
      found.set(`${word} _ ${tokens[ahead] ?? ''}`, 0.5);
    previous = word;
  }
  found.set(`${previous} $`, 1);
  const concepts = CONCEPT_ENTRIES.filter(([, pattern]) => pattern.test(text))
    .map(([name]) => name)
    .slice(0, MOST_CONCEPTS);
  for (const [at, concept] of concepts.entries()) {
    found.set(`#${concept}`, 2);
    for (const other of concepts.slice(at + 1)) found.set(`#${concept}+${other}`, 1);
  }
  for (const [label, likelihood] of Object.entries(readEmotions(text).labels))
    if (likelihood >= LEAST_EMOTION) found.set(`@${label}`, 2 * Math.sqrt(likelihood));
  found.set(`length ${Math.min(6, Math.ceil(Math.log2(tokens.length + 1)))}`, 1);
  return scaled(found);
}

function token(word: string): string {
  if (/^\p{N}/u.test(word)) return word.length > 1 ? '<number>' : '<digit>';
  return CLASS_OF.get(word) ?? stem(word.slice(0, LONGEST_WORD));
}

/** A word without the endings of English inflection; rough, for what matters is that two forms meet. */
function stem(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:ings?|ied|ies|edly|ed|es|s|ly)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

function scaled(found: Map<string, number>): RiskFeatures {
  let squares = 0;
  for (const value of found.values()) squares += value * value;
  const scale = 1 / Math.sqrt(squares);
  return new Map([...found].map(([name, value]) => [name, value * scale]));
}
