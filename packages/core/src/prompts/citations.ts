import type { Citation } from '@rapport/wire';
import { stemmer } from 'stemmer';
import type { FoundPassage, Passage } from '../knowledge/passage.ts';
import { STOP_WORDS } from '../knowledge/stop-words.ts';
import { words } from '../knowledge/vocabulary.ts';

/** Most sources beside a reply: more than three are not read. */
const MOST_CITED = 3;
/**
 * A reply draws on a passage when it shares this many of its telling words with it, which are at least this part of
 * them; on a further passage when that tells enough of what is left. Where replies written from one passage, from two
 * and from none are told apart.
 */
const LEAST_SHARED = 5;
const LEAST_SHARE = 0.3;
const LEAST_SHARED_FURTHER = 3;
const LEAST_SHARE_FURTHER = 0.12;
/** Characters that are read of a reply: four times what one should have. */
const MOST_READ = 16_000;
/** Longer words tell nothing. */
const LONGEST_WORD = 40;
/** Fewer words than this say nothing that needs a source: a greeting, a thank-you, "I don't have that". */
const LEAST_TOLD = 6;

/**
 * The passages a vendor's reply drew on, best first, found by comparing the two: a model is never asked to mark them, so
 * no marker can show, be forgotten or be invented. A reply in another language than the passages can't be compared; it
 * is taken to draw on the best passage that answers. Of a reply without end, its beginning is compared.
 *
 * @param language of the reply: BCP 47, `und` when unclear, as `understand` gives it for the message it answers.
 */
export function citationsOfReply(reply: string, found: readonly FoundPassage[], language: string): Citation[] {
  const told = telling(reply.slice(0, MOST_READ));
  if (told.size < LEAST_TOLD) return [];
  const cited = isEnglish(language) ? drawnOn(told, found) : found.filter(({ answers }) => answers).slice(0, 1);
  return cited.map(({ passage }) => citationOf(passage));
}

/** How the product shows a passage as a source. */
function citationOf({ id, title, sources }: Passage): Citation {
  const [source] = sources;
  return source === undefined ? { id, title } : { id, title, url: source.url };
}

const isEnglish = (language: string) => language === 'und' || /^en\b/.test(language);

/** The passage that tells most of the reply, then whichever tells most of the rest, while it tells enough of it. */
function drawnOn(told: ReadonlySet<string>, found: readonly FoundPassage[]): FoundPassage[] {
  const cited: FoundPassage[] = [];
  let untold = told;
  while (cited.length < MOST_CITED) {
    const [best] = found
      .filter((each) => !cited.includes(each))
      .map((each) => ({ each, stems: sharedWith(each.passage, untold) }))
      .sort((one, other) => other.stems.size - one.stems.size);
    const least = cited.length === 0 ? LEAST_SHARED : LEAST_SHARED_FURTHER;
    const leastShare = cited.length === 0 ? LEAST_SHARE : LEAST_SHARE_FURTHER;
    if (best === undefined || best.stems.size < least || best.stems.size < leastShare * told.size) break;
    cited.push(best.each);
    const { stems } = best;
    untold = new Set([...untold].filter((stem) => !stems.has(stem)));
  }
  return cited;
}

function sharedWith({ title, answer, body }: Passage, told: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...telling(`${title} ${answer} ${body}`)].filter((stem) => told.has(stem)));
}

/** The stems of a text's telling words. */
function telling(text: string): ReadonlySet<string> {
  return new Set(
    words(text)
      .filter((word) => word.length > 2 && word.length <= LONGEST_WORD && !STOP_WORDS.has(word))
      .map(stemmer),
  );
}
