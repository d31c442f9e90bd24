import type { StreamPart } from '@rapport/wire';

/** A part of a reply as it came, with the id of its event. */
export interface StreamedEvent {
  readonly sequence: number;
  readonly part: StreamPart;
}

/**
 * Reads a UI message stream to `[DONE]`, or hangs up after `stopAfter` events. Throws when the response is no stream
 * or ends without `[DONE]`.
 */
export async function readServerSentEvents(
  response: Response,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<StreamedEvent[]> {
  if (response.status !== 200 || response.body === null)
    throw new Error(`No stream but ${response.status}: ${await response.text()}`);
  const events: StreamedEvent[] = [];
  let buffered = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    if (events.length >= stopAfter) {
      await reader.cancel();
      return events;
    }
    const boundary = buffered.indexOf('\n\n');
    if (boundary === -1) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`The stream ended without [DONE] after ${events.length} events`);
      buffered += value;
      continue;
    }
    const block = buffered.slice(0, boundary);
    buffered = buffered.slice(boundary + 2);
    if (block.startsWith(':')) continue;
    const data = /^data: (.*)$/m.exec(block)?.[1] ?? '';
    if (data === '[DONE]') return events;
    events.push({ sequence: Number(/^id: (\d+)$/m.exec(block)?.[1]), part: JSON.parse(data) });
  }
}

/** The text a reader is left with: deltas joined, dropped at each `data-replace`. */
export function shownText(events: readonly StreamedEvent[]): string {
  return events.reduce((text, { part }) => {
    if (part.type === 'data-replace') return '';
    return part.type === 'text-delta' ? text + part.delta : text;
  }, '');
}
