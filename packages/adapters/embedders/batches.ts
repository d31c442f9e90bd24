/** A text as it is sent, with its place among those that were asked for. */
export interface PlacedText {
  readonly place: number;
  readonly text: string;
}

export interface BatchLimits {
  /** Texts sent at once. */
  readonly texts: number;
  /** UTF-8 bytes sent at once; a text that is longer alone goes alone. */
  readonly bytes: number;
  /** UTF-8 bytes sent of each text. */
  readonly bytesPerText: number;
}

/** Texts cut and put together for sending, in their order. Those without a letter or a digit are left out. */
export function batchesOf(texts: readonly string[], limits: BatchLimits): readonly (readonly PlacedText[])[] {
  const batches: PlacedText[][] = [];
  let bytes = 0;
  for (const [place, whole] of texts.entries()) {
    const text = beginning(whole, limits.bytesPerText);
    if (!/[\p{L}\p{N}\p{S}]/u.test(text)) continue;
    const size = Buffer.byteLength(text);
    const last = batches.at(-1);
    if (last === undefined || last.length >= limits.texts || bytes + size > limits.bytes) {
      batches.push([{ place, text }]);
      bytes = size;
    } else {
      last.push({ place, text });
      bytes += size;
    }
  }
  return batches;
}

/** As much of a text as so many bytes hold, never half a character. */
function beginning(text: string, bytes: number): string {
  // A character takes a byte at least, so no more of it can fit.
  const encoded = Buffer.from(text.slice(0, bytes).toWellFormed());
  if (encoded.length <= bytes) return encoded.toString();
  let end = bytes;
  while (end > 0 && ((encoded[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return encoded.subarray(0, end).toString();
}
