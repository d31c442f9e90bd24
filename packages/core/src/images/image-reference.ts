import { MAX_IMAGE_BYTES } from '@rapport/wire';

/** What a reference holds: base64 text that may be decoded within the bound, or why it can't be taken. */
export type ImageReference =
  | { readonly success: true; readonly base64: string }
  | { readonly success: false; readonly problem: string };

export type ImageBytes =
  | { readonly success: true; readonly bytes: Buffer<ArrayBuffer> }
  | { readonly success: false; readonly problem: string };

/** What comes before a data URL's data: a media type, some parameters at most. Longer ones are no data URLs. */
const MAX_HEAD_LENGTH = 200;
const BASE64_HEAD = /^data:[^,]*;base64$/i;
const UPLOAD_ID = /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;

const AS_DATA_URL = 'send the picture itself as a data URL, such as data:image/jpeg;base64,…';
const TOO_LARGE = `is larger than ${MAX_IMAGE_BYTES / 2 ** 20} MB: send a smaller picture`;

/**
 * Reads an image reference without decoding it (RFC 2397). The media type it names is not looked at: the bytes say what
 * they are.
 */
export function readImageReference(reference: string): ImageReference {
  const comma = reference.slice(0, MAX_HEAD_LENGTH).indexOf(',');
  if (comma !== -1 && BASE64_HEAD.test(reference.slice(0, comma))) {
    const base64 = reference.slice(comma + 1);
    return decodedLength(base64) > MAX_IMAGE_BYTES ? refused(TOO_LARGE) : { success: true, base64 };
  }
  if (UPLOAD_ID.test(reference)) return refused(`names an upload, and uploads are not offered here: ${AS_DATA_URL}`);
  if (/^https?:/i.test(reference)) return refused(`is a link, and links are not followed: ${AS_DATA_URL}`);
  if (/^data:/i.test(reference)) return refused(`is a data URL without base64: ${AS_DATA_URL}`);
  return refused(`is no picture: ${AS_DATA_URL}`);
}

/**
 * Decodes base64 (RFC 4648, either alphabet, with or without padding). Node skips what does not belong to it, so text
 * that was not base64 throughout shows by its length.
 */
export function decodeBase64(base64: string): ImageBytes {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== decodedLength(base64) || withoutPadding(base64) % 4 === 1) {
    return { success: false, problem: 'is not valid base64: encode the picture again and send it whole' };
  }
  return { success: true, bytes };
}

/** How many bytes base64 text stands for if all of it is base64. */
const decodedLength = (base64: string): number => Math.floor((withoutPadding(base64) * 3) / 4);

function withoutPadding(base64: string): number {
  const padding = base64.length % 4 === 0 ? (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0) : 0;
  return base64.length - padding;
}

const refused = (problem: string): ImageReference => ({ success: false, problem });
