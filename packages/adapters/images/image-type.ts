import { fileTypeFromBuffer } from 'file-type';

/** What the bytes are: a picture by its decoder's name, or why they can't be taken. */
export type ImageType =
  | { readonly success: true; readonly format: ImageFormat }
  | { readonly success: false; readonly problem: string };

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif';

const FORMATS: ReadonlyMap<string, ImageFormat> = new Map([
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
  // Its first frame is a plain PNG.
  ['image/apng', 'png'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
]);

/** What people send most that can't be read here, by the first pattern its media type fits. */
const OTHERS: readonly { readonly type: RegExp; readonly name: string }[] = [
  { type: /^image\/hei[cf]/, name: 'a HEIC photo' },
  { type: /^image\/avif/, name: 'an AVIF picture' },
  { type: /^image\/(tiff|x-\w+-(cr2|cr3|nef|dng|raw)|x-(canon|nikon|sony|adobe)\S*)/, name: 'a TIFF or raw photo' },
  { type: /^image\/bmp/, name: 'a BMP picture' },
  { type: /^application\/pdf/, name: 'a PDF document' },
  { type: /^video\//, name: 'a video' },
  { type: /^audio\//, name: 'a recording' },
  { type: /^application\/(zip|gzip|x-)/, name: 'an archive or a program' },
];

const SEND_INSTEAD = 'send it as JPEG, PNG, WebP or GIF';
/** Drawings have no magic bytes: their element stands within so many characters, behind declarations and comments. */
const SVG_SEARCHED = 4_096;

/** Tells a picture by its magic bytes, whatever it was said to be. */
export async function typeOfImage(bytes: Uint8Array): Promise<ImageType> {
  if (bytes.length === 0) return { success: false, problem: 'is empty: choose the picture again and send it whole' };
  const type = await fileTypeFromBuffer(bytes);
  const format = FORMATS.get(type?.mime ?? '');
  if (format !== undefined) return { success: true, format };
  return {
    success: false,
    problem: `is ${nameOf(type?.mime ?? '', bytes)}, which can't be read here: ${SEND_INSTEAD}`,
  };
}

function nameOf(mediaType: string, bytes: Uint8Array): string {
  const known = OTHERS.find(({ type }) => type.test(mediaType));
  if (known !== undefined) return known.name;
  const start = Buffer.from(bytes.subarray(0, SVG_SEARCHED)).toString('latin1');
  return /<svg[\s/>]/i.test(start) ? 'an SVG drawing' : 'no picture';
}
