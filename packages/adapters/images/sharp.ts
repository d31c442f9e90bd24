import { ImageRefusedError, ImagesBusyError, type PrepareImages } from '@rapport/core/images/image-preparer.ts';
import { decodeBase64, readImageReference } from '@rapport/core/images/image-reference.ts';
import type { ModelImage } from '@rapport/core/models/language-model.ts';
import sharp, { type SharpOptions } from 'sharp';
import { type ImageFormat, typeOfImage } from './image-type.ts';
import { createPlaces } from './places.ts';

export interface ImagePreparerOptions {
  /** Pictures decoded at once, at least 1. Each holds one of libuv's four threads, which the rest of the process shares. */
  readonly atOnce?: number;
  /** Requests with pictures under way at once, at least 1; one more is told to come back. */
  readonly mostRequests?: number;
  /** Longest that one picture may take to decode, in whole seconds. */
  readonly timeoutSeconds?: number;
}

interface PreparedImage {
  readonly image: ModelImage;
  readonly digest: string;
}

/** Most pixels of a picture, width times height: the whole sensor of a phone with 50 megapixels. */
const MAX_PIXELS = 8_192 * 6_144;
/** Most bytes of pixels where all of them must be in memory at once, as those of an interlaced PNG. */
const MAX_INTERLACED_BYTES = 160_000_000;
/**
 * Pixels of the long side that are kept: what Anthropic advises, since it scales down what is larger
 * (https://docs.anthropic.com/en/docs/vision), and more than OpenAI keeps of a photo at high detail, 768 on the short
 * side (https://platform.openai.com/docs/guides/vision).
 */
export const LONG_SIDE = 1_568;
/** Of 100: a photo of 12 megapixels becomes less than 1 MB. */
const JPEG_QUALITY = 85;

/**
 * `failOn: error` refuses what is truncated or doesn't decode; `warning`, the default, also refuses the photos of phones
 * that write odd but harmless headers (https://github.com/lovell/sharp/issues/3488). Turned upright by EXIF; of an
 * animation, the first frame.
 */
const INPUT: SharpOptions = { failOn: 'error', limitInputPixels: MAX_PIXELS, autoOrient: true, pages: 1 };

/**
 * Prepares pictures by sharp, outside the event loop. One of a request's at a time, so that four of one person wait
 * behind one of another. Make one for the whole process: what it bounds is counted in it.
 */
export function createImagePreparer({
  atOnce = 2,
  mostRequests = 32,
  timeoutSeconds = 10,
}: ImagePreparerOptions = {}): PrepareImages {
  restrictSharp();
  const inPlace = createPlaces(atOnce);
  let requests = 0;
  return async (references) => {
    const encoded = references.map(readAt);
    if (requests >= mostRequests) throw new ImagesBusyError();
    requests += 1;
    try {
      const prepared: PreparedImage[] = [];
      for (const [index, base64] of encoded.entries()) {
        prepared.push(await inPlace(() => prepareImage(base64, index, timeoutSeconds)));
      }
      return { images: prepared.map(({ image }) => image), digests: prepared.map(({ digest }) => digest) };
    } finally {
      requests -= 1;
    }
  };
}

/** For the whole process: only the decoders of the four formats, one thread a picture, and nothing kept between two. */
function restrictSharp(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
    ],
  });
}

function readAt(reference: string, index: number): string {
  const read = readImageReference(reference);
  if (!read.success) throw new ImageRefusedError(index, read.problem);
  return read.base64;
}

async function prepareImage(base64: string, index: number, timeoutSeconds: number): Promise<PreparedImage> {
  const refuse = (problem: string) => new ImageRefusedError(index, problem);
  const decoded = decodeBase64(base64);
  if (!decoded.success) throw refuse(decoded.problem);
  const { bytes } = decoded;
  const type = await typeOfImage(bytes);
  if (!type.success) throw refuse(type.problem);
  const problem = await problemOfHead(bytes, type.format);
  if (problem !== null) throw refuse(problem);
  const [data, digest] = await Promise.all([
    reencode(bytes, timeoutSeconds).catch((error: unknown) => {
      throw refuse(isTimeout(error) ? TOO_SLOW : DAMAGED);
    }),
    sha256(bytes),
  ]);
  return { image: { mediaType: 'image/jpeg', data }, digest };
}

const DAMAGED = "can't be read, it is damaged or incomplete: open it, save it as JPEG and send that";
const TOO_SLOW = 'takes too long to read: save it as a plain JPEG of a smaller size and send that';
const TOO_MANY_PIXELS = `has more than ${Math.floor(MAX_PIXELS / 1_000_000)} megapixels: send it in a smaller size`;

/** What the picture's head says against it, before any of its pixels are decoded. */
async function problemOfHead(bytes: Uint8Array, format: ImageFormat): Promise<string | null> {
  try {
    const head = await sharp(bytes, { ...INPUT, limitInputPixels: false }).metadata();
    const pixels = head.width * head.height;
    if (pixels > MAX_PIXELS) return TOO_MANY_PIXELS;
    const bytesOfPixels = pixels * head.channels * (head.depth === 'ushort' ? 2 : 1);
    if (format === 'png' && head.isProgressive && bytesOfPixels > MAX_INTERLACED_BYTES) return TOO_SLOW;
    return head.format === format ? null : DAMAGED;
  } catch {
    return DAMAGED;
  }
}

/** Upright, at most {@link LONG_SIDE} long, transparency on white, in sRGB, without any metadata. */
function reencode(bytes: Uint8Array, timeoutSeconds: number): Promise<Buffer> {
  return sharp(bytes, INPUT)
    .timeout({ seconds: timeoutSeconds })
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.message.startsWith('timeout');

/** In another thread: eight megabytes take the event loop's time for a whole frame. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
