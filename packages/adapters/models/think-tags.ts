/**
 * Takes out the thoughts that some open models write as `<think>…</think>` before their reply, also when a tag comes
 * in several pieces. Tags later in the text are the reply's own.
 */
export class ThinkTags {
  #state: 'start' | 'thoughts' | 'gap' | 'text' = 'start';
  #held = '';
  #closing = '';

  /** The visible part of what came in. */
  push(text: string): string {
    if (this.#isOver) return text;
    this.#held += text;
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

  #takeStart(): void {
    if (this.#state !== 'start') return;
    const beginning = this.#held.trimStart();
    const tag = OPENING_TAGS.find((opening) => beginning.startsWith(opening));
    if (tag !== undefined) {
      this.#held = beginning.slice(tag.length);
      this.#closing = tag.replace('<', '</');
      this.#state = 'thoughts';
    } else if (!OPENING_TAGS.some((opening) => opening.startsWith(beginning))) {
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
    const text = this.#held;
    this.#held = '';
    return text;
  }
}

const OPENING_TAGS = ['<think>', '<thinking>', '<thought>', '<reasoning>'];
