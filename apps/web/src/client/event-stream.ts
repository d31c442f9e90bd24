/** One server-sent event. `id` is the last id the stream has named, as the standard keeps it. */
export interface ServerSentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events from bytes however they are cut: inside a character, a line ending or a field. Follows the
 * parsing rules of the HTML standard (§9.2.6, "Interpreting an event stream"); an event that the stream ends inside of
 * is dropped, as the standard says.
 */
export class EventStreamDecoder {
  readonly #text = new TextDecoder();
  #line = '';
  #endedInCarriageReturn = false;
  #id = '';
  #event = '';
  #data: string[] = [];

  /** Takes the next bytes and returns the events they complete, in order. */
  push(bytes: Uint8Array): ServerSentEvent[] {
    const events: ServerSentEvent[] = [];
    let text = this.#text.decode(bytes, { stream: true });
    if (text === '') return events;
    if (this.#endedInCarriageReturn && text.startsWith('\n')) text = text.slice(1);
    this.#endedInCarriageReturn = text === '' ? false : text.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    const unfinished = lines.pop() ?? '';
    for (const line of lines) {
      const event = this.#takeLine(this.#line + line);
      this.#line = '';
      if (event !== null) events.push(event);
    }
    this.#line += unfinished;
    return events;
  }

  /** An event when the line is the empty one that ends it. */
  #takeLine(line: string): ServerSentEvent | null {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#event = value;
    else if (field === 'id' && !value.includes('\u0000')) this.#id = value;
    return null;
  }

  #dispatch(): ServerSentEvent | null {
    const data = this.#data;
    const event = this.#event;
    this.#data = [];
    this.#event = '';
    return data.length === 0 ? null : { id: this.#id, event: event || 'message', data: data.join('\n') };
  }
}

/** The events of an answer, until it ends or whoever reads them stops. */
export async function* readEventStream(response: Response): AsyncGenerator<ServerSentEvent> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new EventStreamDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* decoder.push(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
