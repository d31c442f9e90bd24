import { clean } from './text.ts';

/**
 * Words of a message that speak for one or more of several things, such as stages or personas. `pattern` is tried on the
 * text in lower case and without apostrophes ("im", "dont"); each weight is in natural logarithms of odds, so that 1 makes
 * a thing 2.7 times as likely, and a negative one speaks against it.
 */
export interface Signal<Thing extends string> {
  readonly id: string;
  readonly pattern: RegExp;
  readonly weights: Readonly<Partial<Record<Thing, number | undefined>>>;
}

/** A signal that was heard, and the person's own words it was heard in. */
export interface HeardSignal<Thing extends string> {
  readonly signal: Signal<Thing>;
  readonly quote: string;
}

/** So much of a message is read: what it is about stands near its start, and each pattern reads it all. In characters. */
const MOST_READ = 2_000;
/** Characters of a quote that are kept. */
const LONGEST_QUOTE = 200;

/** The signals of a message, each once however often it is heard. */
export function hearSignals<Thing extends string>(
  text: string,
  signals: readonly Signal<Thing>[],
): readonly HeardSignal<Thing>[] {
  const cleaned = clean(text.slice(0, MOST_READ));
  const { read, places } = readable(cleaned);
  return signals.flatMap((signal) => {
    const found = signal.pattern.exec(read);
    if (found === null || found[0].trim() === '') return [];
    const end = (places[found.index + found[0].length - 1] ?? cleaned.length) + 1;
    const quote = cleaned.slice(places[found.index], end).trim();
    return [{ signal, quote: quote.slice(0, LONGEST_QUOTE).toWellFormed() }];
  });
}

/** A text as patterns read it, and from which place of it each character comes. */
function readable(cleaned: string): { readonly read: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let read = '';
  for (let place = 0; place < cleaned.length; place += 1) {
    const character = cleaned.charAt(place);
    if (character === "'") continue;
    const isSpace = /\s/.test(character);
    if (isSpace && read.endsWith(' ')) continue;
    const lower = character.toLowerCase();
    read += isSpace ? ' ' : lower.length === 1 ? lower : character;
    places.push(place);
  }
  return { read, places };
}

/** What the signals weigh for each thing, added up; 0 where none speaks. */
export function weigh<Thing extends string>(
  heard: readonly HeardSignal<Thing>[],
  things: readonly Thing[],
): ReadonlyMap<Thing, number> {
  return new Map(
    things.map((thing) => [thing, heard.reduce((sum, { signal }) => sum + (signal.weights[thing] ?? 0), 0)]),
  );
}

/** The likelihood of each thing when one of them is so: the softmax of what speaks for it. They add up to 1. */
export function likelihoods<Thing extends string>(weights: ReadonlyMap<Thing, number>): ReadonlyMap<Thing, number> {
  const highest = Math.max(...weights.values());
  const shares = [...weights].map(([thing, weight]) => [thing, Math.exp(weight - highest)] as const);
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  return new Map(shares.map(([thing, share]) => [thing, share / sum]));
}
