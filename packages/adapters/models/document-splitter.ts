import { isObject, type JsonObject, parseJson } from './json.ts';

export type AnswerItem =
  | { readonly type: 'document'; readonly event: string | null; readonly value: JsonObject }
  /** The vendor says that this is all. */
  | { readonly type: 'done' }
  /** Something that is neither an event nor JSON, such as a proxy's page. */
  | { readonly type: 'unreadable' };

/** More lines than this make no event of any vendor. */
const MAX_LINES_OF_EVENT = 1_000;
/** No vendor puts more documents into one event. */
const MAX_DOCUMENTS_OF_EVENT = 1_000;
/** What a line of an event may begin with. */
const FIELDS = ['data: ', 'event: ', 'id: ', 'retry: '];

/**
 * Cuts a vendor's answer into JSON documents while it comes in, however it is framed: server-sent events with any line
 * ends and with or without the last blank line, one whole JSON body, an array of documents, a document a line, or a
 * bare document among events, which is how some vendors report that they broke down.
 */
export class DocumentSplitter {
  readonly #bare = new BareDocuments();
  #line = '';
  #event: string | null = null;
  #data: string[] = [];
  /** Whether the last of `#data` ends a document. */
  #isClosed = false;

  push(text: string): AnswerItem[] {
    const items: AnswerItem[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      // Only what is new is searched: a line that never ends costs no more than its length.
      const line = this.#line + text.slice(start, end);
      this.#line = '';
      start = end + 1;
      this.#takeLine(line.endsWith('\r') ? line.slice(0, -1) : line, items);
    }
    this.#line += text.slice(start);
    return items;
  }

  /** What is left when the answer has ended, and whether it broke off inside a document. */
  end(): { readonly items: readonly AnswerItem[]; readonly isBrokenOff: boolean } {
    const items: AnswerItem[] = [];
    const isInFieldName = this.#line !== '' && FIELDS.some((field) => field.startsWith(this.#line));
    if (!isInFieldName) for (const line of this.#line.split('\r')) this.#takeLine(line, items);
    this.#line = '';
    const rest = this.#data.join('\n');
    // An event without its end counts when it is whole by its own brackets.
    const isWhole = rest.trim() === '' || isEndMark(rest) || parseJson(rest) !== undefined;
    if (isWhole) this.#dispatch(items);
    return { items, isBrokenOff: !isWhole || isInFieldName || this.#bare.isOpen };
  }

  #takeLine(line: string, items: AnswerItem[]): void {
    if (this.#bare.isOpen) this.#bare.push(line, items);
    else if (line === '') this.#dispatch(items);
    else if (line.startsWith('data:')) this.#takeData(line.slice(5), items);
    else if (line.startsWith('event:')) this.#event = line.slice(6).trim();
    else if (!/^(?::|(?:id|retry|event|data)(?::|$)|\s*$)/.test(line)) {
      this.#dispatch(items);
      this.#bare.push(line, items);
    }
  }

  #takeData(data: string, items: AnswerItem[]): void {
    // Some servers leave out the blank line between two events. Inside one document a line can't end and the next
    // begin like that, so that nothing is parsed twice.
    if (this.#isClosed && data.trimStart().startsWith('{')) this.#dispatch(items);
    this.#data.push(data);
    const end = data.trimEnd();
    if (end !== '') this.#isClosed = end.endsWith('}');
    if (this.#data.length > MAX_LINES_OF_EVENT) {
      this.#data = [];
      this.#isClosed = false;
      items.push({ type: 'unreadable' });
    }
  }

  #dispatch(items: AnswerItem[]): void {
    const event = this.#event;
    const data = this.#data.length === 1 ? (this.#data[0] ?? '') : this.#data.join('\n');
    this.#event = null;
    this.#data = [];
    this.#isClosed = false;
    if (data === '' || data.trim() === '') return;
    if (isEndMark(data)) items.push({ type: 'done' });
    else pushDocuments(parseJson(data), event, items);
  }
}

/** Documents without any frame: finds where each ends by its brackets. An array around them and commas are skipped. */
class BareDocuments {
  #text = '';
  #depth = 0;
  #inString = false;
  #isEscaped = false;

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  push(line: string, items: AnswerItem[]): void {
    let start = 0;
    for (let index = 0; index < line.length; index++) {
      const character = line[index];
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (character === '\\') this.#isEscaped = true;
        else if (character === '"') this.#inString = false;
      } else if (character === '{') {
        if (this.#depth === 0) start = index;
        this.#depth += 1;
      } else if (this.#depth === 0) {
        if (character === undefined || ' \t,[]\uFEFF'.includes(character)) continue;
        items.push({ type: 'unreadable' });
        return;
      } else if (character === '"') {
        this.#inString = true;
      } else if (character === '}') {
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        pushDocuments(parseJson(this.#text + line.slice(start, index + 1)), null, items);
        this.#text = '';
      }
    }
    if (this.isOpen) this.#text += `${line.slice(start)}\n`;
  }
}

function pushDocuments(value: unknown, event: string | null, items: AnswerItem[]): void {
  const isTooMuch = Array.isArray(value) && value.length > MAX_DOCUMENTS_OF_EVENT;
  const documents = Array.isArray(value) && !isTooMuch ? value : [value];
  for (const document of documents) {
    items.push(isObject(document) ? { type: 'document', event, value: document } : { type: 'unreadable' });
  }
}

function isEndMark(data: string): boolean {
  return data.trim() === '[DONE]';
}
