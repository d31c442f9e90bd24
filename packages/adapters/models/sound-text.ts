/** Controls that no reply needs and PostgreSQL does not all hold: C0 but tabs and line ends, and DEL. */
const CONTROLS = /[\0-\x08\x0B-\x1F\x7F]/;
const LINE_ENDS_AND_CONTROLS = /\r\n?|[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g;
const FIRST_HALF_AT_END = /[\uD800-\uDBFF]$/;

/**
 * Makes text that comes in pieces such that it can be stored: well-formed, without controls, lines ended by `\n`. A
 * character that JSON wrote as two escapes may be split between pieces; it is never split between what comes out.
 */
export class SoundText {
  #held = '';
  #endedInReturn = false;

  push(piece: string): string {
    if (piece === '') return '';
    let text = this.#held + piece;
    // The other half of a line end that has already become one.
    if (this.#endedInReturn && text.startsWith('\n')) text = text.slice(1);
    this.#endedInReturn = text.endsWith('\r');
    this.#held = FIRST_HALF_AT_END.exec(text.slice(-1))?.[0] ?? '';
    return clean(this.#held === '' ? text : text.slice(0, -1));
  }

  /** What was held back and never got its other half. To be called once, at the end. */
  end(): string {
    return this.#held.toWellFormed();
  }
}

function clean(text: string): string {
  const printable = CONTROLS.test(text)
    ? text.replace(LINE_ENDS_AND_CONTROLS, (found) => (found.startsWith('\r') ? '\n' : ''))
    : text;
  return printable.toWellFormed();
}

/** Longer names of models are not stored. */
const MAX_NAME_LENGTH = 200;

/** A name as it may be stored and logged, of at most 200 characters; null when nothing is left of it. */
export function soundName(name: string | null): string | null {
  // Of a name of megabytes only what can matter is looked at.
  const characters = (name ?? '').slice(0, 4 * MAX_NAME_LENGTH).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  return Array.from(characters.trim()).slice(0, MAX_NAME_LENGTH).join('') || null;
}
