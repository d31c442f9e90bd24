/** White space before a reply; of more, the rest is dropped. */
const MAX_LEADING_SPACE = 1_000;

/**
 * Takes out the thoughts that some open models write as `<think>…</think>` before their reply, also when a tag comes
 * in several pieces. Tags later in the text are the reply's own. Takes time by what comes in, whatever it is.
 */
export class ThinkTags {
  #state: 'start' | 'thoughts' | 'gap' | 'text' = 'start';
  #space = '';
  /** What may still be a tag, or the end of one: no longer than a tag and the last piece. */
  #held = '';
  #closing = '';

  /** The visible part of what came in. */
  push(text: string): string {
    if (this.#isOver) return text;
    this.#held += this.#state === 'start' && this.#held === '' ? this.#withoutLeadingSpace(text) : text;
    this.#takeStart();
    this.#takeThoughts();
    this.#takeGap();
    return this.#isOver ? this.#release() : '';
  }

  /** What was held back and turned out to be no tag. To be called once, at the end. */
  end(): string {
    return this.#state === 'start' ? this.#release() : '';
  }

  get #isOver(): boolean {
    return this.#state === 'text';
  }

  /** Looked at once, and kept aside until it is known what it stands before. */
  #withoutLeadingSpace(text: string): string {
    const beginning = text.trimStart();
    const missing = MAX_LEADING_SPACE - this.#space.length;
    this.#space += text.slice(0, Math.min(missing, text.length - beginning.length));
    return beginning;
  }

  #takeStart(): void {
    if (this.#state !== 'start') return;
    const tag = OPENING_TAGS.find((opening) => this.#held.startsWith(opening));
    if (tag !== undefined) {
      this.#space = '';
      this.#held = this.#held.slice(tag.length);
      this.#closing = tag.replace('<', '</');
      this.#state = 'thoughts';
    } else if (!OPENING_TAGS.some((opening) => opening.startsWith(this.#held))) {
      this.#state = 'text';
    }
  }

  #takeThoughts(): void {
    if (this.#state !== 'thoughts') return;
    const end = this.#held.indexOf(this.#closing);
    if (end === -1) {
      // The end may be the beginning of the closing tag; the rest is never looked at again.
      this.#held = this.#held.slice(-(this.#closing.length - 1));
      return;
    }
    this.#held = this.#held.slice(end + this.#closing.length);
    this.#state = 'gap';
  }

  #takeGap(): void {
    if (this.#state !== 'gap') return;
    this.#held = this.#held.trimStart();
    if (this.#held !== '') this.#state = 'text';
  }

  #release(): string {
    const text = this.#space + this.#held;
    this.#space = '';
    this.#held = '';
    return text;
  }
}

const OPENING_TAGS = ['<think>', '<thinking>', '<thought>', '<reasoning>'];
