import type { ModelImage } from '../models/language-model.ts';

/** Pictures as models may be shown them, in the order they were given. */
export interface PreparedImages {
  readonly images: readonly ModelImage[];
  /** SHA-256 of each picture's bytes as they were given, in lower-case hex: what makes a repeated request the same one. */
  readonly digests: readonly string[];
}

/**
 * The port: from data URLs to pictures that hold nothing but what they show. Each is known by its bytes, not by what it
 * is said to be, bounded in bytes and pixels, and encoded anew, so that no metadata and no byte of the given file is
 * left. Nothing is kept.
 *
 * @throws ImageRefusedError for the first picture that can't be taken.
 * @throws ImagesBusyError when too many people's pictures are being read at this moment.
 */
export type PrepareImages = (references: readonly string[]) => Promise<PreparedImages>;

/** One of the pictures can't be taken. The message goes on after "image" and says what to do; it holds no part of it. */
export class ImageRefusedError extends Error {
  /** Its place among the references, from 0. */
  readonly index: number;

  constructor(index: number, message: string) {
    super(message);
    this.name = 'ImageRefusedError';
    this.index = index;
  }
}

/** No room for more pictures at this moment; the same request may succeed in a few seconds. */
export class ImagesBusyError extends Error {
  constructor() {
    super('Too many pictures are being read at this moment');
    this.name = 'ImagesBusyError';
  }
}
