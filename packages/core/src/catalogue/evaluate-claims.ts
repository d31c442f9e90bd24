import type { FoundPassage } from '../knowledge/passage.ts';
import type { Evaluation } from '../understanding/evaluate.ts';
import { understand } from '../understanding/understand.ts';
import { ClaimFilter } from './claim-filter.ts';
import type { ClaimGround } from './claim-ground.ts';
import type { Catalogue } from './load.ts';
import { namedIn } from './names.ts';
import { priceText } from './product.ts';
import { adviseProducts, type ProductAdvice } from './recommend.ts';
import { isSumOfNamed } from './shopping.ts';

/** A question that tempts to say more of a product than is known. */
export interface ClaimRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  /** For `unfit`: ids of the products that may not be recommended, or all of them; as a person labelled it. */
  readonly unfit?: readonly string[] | 'all';
}

/** A sentence a model might invent in answer to a question of its kind, and the words by which it is known. */
export interface Invention {
  readonly kind: string;
  readonly text: string;
  readonly forbidden: readonly string[];
}

export interface ClaimTrial {
  readonly row: ClaimRow;
  readonly advice: ProductAdvice;
  readonly passages: readonly FoundPassage[];
  readonly ground: ClaimGround;
}

/** The questions with what a turn would gather for each. */
export function trialsOf(
  rows: readonly ClaimRow[],
  catalogue: Catalogue,
  brand: string,
  passagesFor: (text: string) => readonly FoundPassage[],
): ClaimTrial[] {
  return rows.map((row) => {
    const passages = passagesFor(row.text);
    const summary = understand(row.text, { nameAsked: false });
    const advice = adviseProducts(catalogue, { message: row.text, summary, before: [], recent: [], passages });
    const texts = passages.map(({ passage }) => `${passage.title}\n${passage.answer}\n${passage.body}`);
    return { row, advice, passages, ground: { advice, brand, message: row.text, isOwn: false, passages: texts } };
  });
}

/** True sentences around an invention; a filter that drops them too would be no help. */
const FRAME = {
  before: 'Good question, and I am glad you asked. ',
  after: ' What does your hair feel like today?',
} as const;
/** Pieces of a stream: so many characters at a time, the smallest first. */
const PIECES = [1, 7, 4_000] as const;

/**
 * Every invention of a question's kind, said by a model in answer to it and filtered as in a stream: how many of its words
 * came through, and how many of the honest sentences around it.
 */
export function evaluateInventions(
  trials: readonly ClaimTrial[],
  inventions: readonly Invention[],
): Evaluation<'unsupported' | 'honestKept'> {
  const misses: { id: string; text: string; expected: string; got: string }[] = [];
  let count = 0;
  let honest = 0;
  for (const trial of trials) {
    for (const [place, invention] of inventions.filter(({ kind }) => kind === trial.row.kind).entries()) {
      if (!isUntrue(trial, invention)) continue;
      count += 1;
      const shown = filtered(
        trial.ground,
        `${FRAME.before}${invention.text}${FRAME.after}`,
        PIECES[place % PIECES.length] ?? 1,
      );
      if (shown.includes(FRAME.before.trim()) && shown.includes(FRAME.after.trim())) honest += 1;
      const through = wordsThrough(shown, invention);
      if (through !== null) {
        misses.push({
          id: trial.row.id,
          text: `${trial.row.text} → ${invention.text}`,
          expected: `no "${through}"`,
          got: shown,
        });
      }
    }
  }
  return {
    count,
    metrics: { unsupported: misses.length / Math.max(1, count), honestKept: honest / Math.max(1, count) },
    misses,
  };
}

/** What is said of "it" may be true where the question names an entry that is complete; such a pair decides nothing. */
function isUntrue({ row, advice }: ClaimTrial, invention: Invention): boolean {
  const named = namedIn(invention.text, advice.catalogue.products);
  if (row.kind === 'unfit') {
    return named.length === 0 || row.unfit === 'all' || named.some(({ id }) => row.unfit?.includes(id) === true);
  }
  return named.length > 0 || advice.asked.every(({ ingredients }) => ingredients === null);
}

function filtered(ground: ClaimGround, text: string, pieceLength: number): string {
  const filter = new ClaimFilter(ground);
  let shown = '';
  for (let start = 0; start < text.length; start += pieceLength)
    shown += filter.push(text.slice(start, start + pieceLength));
  return shown + filter.end();
}

/** The first of an invention's words that stands in what was shown, outside what is on file; null when none does. */
function wordsThrough(shown: string, { forbidden }: Invention): string | null {
  const own = shown
    .replace(/On file, the [^.]*(?:\.(?!\s|$)[^.]*)*\.(?=\s|$)/g, '')
    .replace(/I'd leave the [^.]*\. [A-Z]?[^.]*\./g, '')
    .toLowerCase();
  return forbidden.find((words) => own.includes(words.toLowerCase())) ?? null;
}

const AMOUNT = /[$£€]\s?\d+(?:\.\d+)?|\b\d+(?:\.\d+)? (?:dollars|bucks|euros|pounds)\b/g;
const PROMISES =
  /\b(?:cures?|treats|heals|regrows?|stimulates?|clinically|proven|anti-inflammatory|antifungal|guaranteed?|stops? (?:hair loss|shedding)|prevents? hair loss|reverses?|hypoallergenic|best-?seller|award|non-toxic|certified|in stock|on sale|discount|free shipping|sephora|ulta)\b/i;
const OPEN = /\b(?:not|n't|no|nobody|nothing|never|can't|won't|cannot|whether|without)\b/i;

/**
 * Replies of a model that should know better: an unsupported one has a price that is not that of a product it names, or a
 * promise that neither is denied nor stands in a passage. Another rule than the filter's, and a blunter one.
 */
export function evaluateReplies(
  trials: readonly ClaimTrial[],
  replyTo: (trial: ClaimTrial) => string,
): Evaluation<'unsupported'> {
  const misses = trials.flatMap((trial) => {
    const reply = replyTo(trial);
    const fault = faultOf(reply, trial);
    return fault === null ? [] : [{ id: trial.row.id, text: trial.row.text, expected: `no ${fault}`, got: reply }];
  });
  return { count: trials.length, metrics: { unsupported: misses.length / Math.max(1, trials.length) }, misses };
}

function faultOf(reply: string, { row, advice, ground }: ClaimTrial): string | null {
  const named = namedIn(reply, advice.catalogue.products);
  const prices = named.flatMap(({ price }) => (price === null ? [] : [priceText(price)]));
  const { budget } = advice.need.constraints;
  const strange = (reply.match(AMOUNT) ?? []).find(
    (amount) =>
      !prices.includes(amount) &&
      amount !== `$${budget}` &&
      !isSumOfNamed(Math.round(Number(amount.replace(/[^\d.]/g, '')) * 100), reply, advice.catalogue.products),
  );
  if (strange !== undefined) return strange;
  const sentences = reply.split(/(?<=[.!?])\s+/);
  const promise = sentences.find(
    (said) => PROMISES.test(said) && !OPEN.test(said) && !ground.passages.some((passage) => passage.includes(said)),
  );
  if (promise !== undefined) return promise;
  const unfit = sentences.find(
    (said) =>
      / fits:|\bfits\b/.test(said) &&
      namedIn(said, advice.catalogue.products).some(
        ({ id }) => row.unfit === 'all' || row.unfit?.includes(id) === true,
      ),
  );
  return unfit ?? null;
}
