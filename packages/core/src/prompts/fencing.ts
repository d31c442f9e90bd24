import { createHash } from 'node:crypto';

/**
 * What people write, and what passages hold, in a prompt: without what a reader can't see, without what looks like our
 * fences or a model's own control tokens, and between fences whose code stands nowhere in what they hold.
 */

/** Control characters but tab and line feed, of both ranges; line and paragraph separators become line feeds. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
/**
 * What shows nothing: format characters (soft hyphens, directional marks and overrides, zero-width spaces, shorthand and
 * musical controls), fillers and Mongolian selectors. Joiners and tags have rules of their own below; the signs that
 * stand before Arabic, Syriac and Kaithi numbers are of the same category and are seen.
 */
const INVISIBLE =
  /[[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\uffa0\ufff0-\ufff8]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u200c\u200d\u{110bd}\u{110cd}\u{e0000}-\u{e0fff}]]/gv;
/** Joiners belong between letters of scripts that join, and in emoji; elsewhere they only hide. */
const STRAY_JOINER = /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)[\u200c\u200d]+/gu;
const JOINER_IN_LATIN = /(?<=\p{sc=Latin}|\p{sc=Cyrillic}|\p{sc=Greek}|[\u0300-\u036f])[\u200c\u200d]+/gu;
const REPEATED_JOINER = /([\u200c\u200d])[\u200c\u200d]+/g;
/** One variation selector chooses a form; more, and those after no emoji or ideograph, can spell hidden text. */
const STRAY_VARIATION =
  /(?<![\p{Emoji}\p{Extended_Pictographic}\p{sc=Han}\p{sc=Mongolian}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu;
const REPEATED_VARIATION = /([\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu;
/** Tag characters are ASCII nobody sees; a flag such as Scotland's is the one place for them (Unicode TR 51, C.1). */
const TAGS =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/gu;

/** What opens or closes a fence like ours, in any spelling that a model might take for one. */
const FENCE_LIKE = /[<\uff1c\ufe64](?=\s{0,9}[/\uff0f]?\s{0,9}data\b)/gi;
/** Control tokens of chat templates: `<|im_start|>`, `<start_of_turn>`, `[INST]`, `<<SYS>>`. A message never needs one. */
const CONTROL_TOKEN =
  /<(?=\|)|<(?=\/?(?:start_of_turn|end_of_turn|bos|eos|s|system|assistant|developer)>)|\[(?=\/?INST\])|<(?=<\/?SYS>>)/gi;

/** Most of what is written needs none of it: plain ASCII without `<` or `[`. */
const PLAIN = /^[\t\n -;=-Z\\-~]*$/;

/** Text for a prompt: what was written, less what is hidden in it and what could pass for a fence or a control token. */
export function promptText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(TAGS, '$1')
    .replace(STRAY_VARIATION, '')
    .replace(REPEATED_VARIATION, '$1')
    .replace(STRAY_JOINER, '')
    .replace(JOINER_IN_LATIN, '')
    .replace(REPEATED_JOINER, '$1')
    .replace(FENCE_LIKE, '‹')
    .replace(CONTROL_TOKEN, (sign) => (sign === '[' ? '(' : '‹'));
}

/** A few words as one quoted line, cut to `length` characters as JavaScript counts them. */
export function quotedLine(text: string, length: number): string {
  const line = promptText(text).replace(/\s+/g, ' ').trim();
  return JSON.stringify(line.length <= length ? line : `${line.slice(0, length).toWellFormed()}…`);
}

/** As long as a real code, for what is measured before the code is chosen. */
export const UNCHOSEN_CODE = '00000000';

/** Puts data between fences. `code` is from {@link fenceCode}, chosen for all that the prompt holds. */
export function fenced(code: string, kind: string, data: string): string {
  return `<data-${code} kind="${kind}">\n${data}\n</data-${code}>`;
}

/**
 * The code of a prompt's fences: eight hexadecimal digits that stand in none of `texts`, so that nothing in them can
 * close a fence. A hash of them all: the same prompt made again has the same code, and who writes one part can't know it.
 */
export function fenceCode(texts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest();
  for (let round = 0; ; round += 1) {
    const code = createHash('sha256').update(hash).update(String(round)).digest('hex').slice(0, UNCHOSEN_CODE.length);
    if (!texts.some((text) => text.toLowerCase().includes(code))) return code;
  }
}
