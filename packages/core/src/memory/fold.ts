/** Longest text that is folded, in UTF-16 code units; names and values are far shorter. */
const MAX_FOLDED = 4_000;

/**
 * A text as names and values are compared: without accents, in lower case, words parted by one space. `Lucía` and
 * `lucia` are one, `Lu` and `Lou` two. Pure, linear, any string.
 */
export function fold(text: string): string {
  return text
    .slice(0, MAX_FOLDED)
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`´]s\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The longest name that is looked for, in words: "The Lord of the Rings". */
const MAX_NAME_WORDS = 5;
/** Words of a message that are looked at: a name past them is in the next message too. */
const MAX_WORDS = 300;

/** Every run of one to five words of a text, folded: what could be a name or a value in it. */
export function foldedRuns(text: string): string[] {
  const words = fold(text).split(' ').slice(0, MAX_WORDS);
  const runs = new Set<string>();
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= MAX_NAME_WORDS && start + length <= words.length; length += 1) {
      runs.add(words.slice(start, start + length).join(' '));
    }
  }
  runs.delete('');
  return [...runs];
}
