import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { ImageRefusedError, ImagesBusyError } from '@rapport/core/images/image-preparer.ts';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { createImagePreparer, LONG_SIDE } from './sharp.ts';

const prepare = createImagePreparer();

const dataUrl = (bytes: Uint8Array, mediaType = 'image/jpeg'): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

const ORANGE = { r: 230, g: 120, b: 20 };

/** A plain picture of one color, or of one that shines through. */
const plain = (width: number, height: number, alpha?: number): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: alpha === undefined ? 3 : 4,
      background: alpha === undefined ? ORANGE : { ...ORANGE, alpha },
    },
  });

/** Noise, which no encoder makes small: what is cut off is missed. */
const noisy = (width: number, height: number): Sharp =>
  sharp({
    create: { width, height, channels: 3, background: ORANGE, noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });

/** Frames one below another, as the encoders of animations take them. */
const animated = (frames: number): Sharp => {
  const pixels = Buffer.alloc(20 * 10 * frames * 3);
  for (let row = 0; row < 10 * frames; row += 1) pixels.fill(row < 10 ? 250 : 5, row * 60, row * 60 + 60);
  return sharp(pixels, { raw: { width: 20, height: 10 * frames, channels: 3, pageHeight: 10 } });
};

/** A PNG that says it is as large as asked and holds next to nothing. */
function hollowPng(width: number, height: number, { depth = 8, interlaced = false } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, 6, 0, 0, interlaced ? 1 : 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

async function prepared(bytes: Uint8Array): Promise<Buffer> {
  const { images } = await prepare([dataUrl(bytes)]);
  const [image] = images;
  if (image === undefined) throw new Error('nothing was prepared');
  expect(image.mediaType).toBe('image/jpeg');
  return Buffer.from(image.data);
}

async function pixelOf(jpeg: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

describe('takes', () => {
  test.each<[string, () => Promise<Buffer>, [number, number]]>([
    ['a JPEG', () => plain(300, 200).jpeg().toBuffer(), [300, 200]],
    ['a progressive JPEG', () => plain(300, 200).jpeg({ progressive: true }).toBuffer(), [300, 200]],
    ['a JPEG in CMYK', () => plain(300, 200).toColourspace('cmyk').jpeg().toBuffer(), [300, 200]],
    ['a PNG', () => plain(300, 200).png().toBuffer(), [300, 200]],
    ['a PNG of 16 bits', () => plain(300, 200).toColourspace('rgb16').png().toBuffer(), [300, 200]],
    ['a PNG with a palette', () => plain(300, 200).png({ palette: true }).toBuffer(), [300, 200]],
    ['an interlaced PNG', () => plain(300, 200).png({ progressive: true }).toBuffer(), [300, 200]],
    ['a WebP', () => plain(300, 200).webp().toBuffer(), [300, 200]],
    ['a GIF', () => plain(300, 200).gif().toBuffer(), [300, 200]],
    ['one pixel', () => plain(1, 1).png().toBuffer(), [1, 1]],
    ['a very tall one', () => plain(2, 12_000).png().toBuffer(), [1, LONG_SIDE]],
    ['a large one, made smaller', () => plain(4_032, 3_024).jpeg().toBuffer(), [LONG_SIDE, 1_176]],
    ['the first frame of an animated GIF', () => animated(3).gif({ loop: 0 }).toBuffer(), [20, 10]],
    ['the first frame of an animated WebP', () => animated(3).webp({ loop: 0 }).toBuffer(), [20, 10]],
    [
      'one with more behind its end',
      async () => Buffer.concat([await plain(30, 20).jpeg().toBuffer(), Buffer.from('PK\u0003\u0004')]),
      [30, 20],
    ],
  ])('%s', async (_, make, size) => {
    const head = await sharp(await prepared(await make())).metadata();
    expect([head.width, head.height]).toEqual(size);
    expect([head.format, head.space, head.channels, head.depth]).toEqual(['jpeg', 'srgb', 3, 'uchar']);
  });

  test('a grey one', async () => {
    const head = await sharp(await prepared(await plain(30, 20).greyscale().jpeg().toBuffer())).metadata();
    expect([head.width, head.height, head.format]).toEqual([30, 20, 'jpeg']);
  });

  test('the frame of an animation that is shown first', async () => {
    const [red = 0] = await pixelOf(await prepared(await animated(3).gif().toBuffer()), 5, 5);
    expect(red).toBeGreaterThan(200);
  });

  test('what shines through, on white', async () => {
    expect(await pixelOf(await prepared(await plain(20, 20, 0).png().toBuffer()), 5, 5)).toEqual([255, 255, 255]);
  });

  test('a picture by its bytes, whatever it is called', async () => {
    const png = await plain(20, 10).png().toBuffer();
    for (const name of ['image/gif', 'image/heic', 'application/pdf', 'image/jpg', '']) {
      expect((await prepare([dataUrl(png, name)])).images).toHaveLength(1);
    }
  });
});

test('nothing but what it shows is left: no place, no camera, no profile, no comment, and it stands upright', async () => {
  const given = await plain(400, 200)
    .withExif({ IFD0: { Make: 'CAMERA-MAKER' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' } })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>SECRET-PLACE</secret></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const before = await sharp(given).metadata();
  expect([before.orientation, before.exif !== undefined, before.icc !== undefined, before.xmp !== undefined]).toEqual([
    6,
    true,
    true,
    true,
  ]);
  const jpeg = await prepared(given);
  const head = await sharp(jpeg).metadata();
  expect([head.width, head.height, head.orientation, head.exif, head.icc, head.xmp, head.iptc]).toEqual([
    200,
    400,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  for (const trace of ['Exif', 'CAMERA-MAKER', 'SECRET-PLACE', 'ICC_PROFILE', 'http'])
    expect(jpeg.includes(trace)).toBe(false);
});

test('digests are of the bytes as they were given, in their order', async () => {
  const given = [await plain(10, 10).png().toBuffer(), await plain(12, 12).webp().toBuffer()];
  const { digests } = await prepare(given.map((bytes) => dataUrl(bytes)));
  expect(digests).toEqual(given.map((bytes) => createHash('sha256').update(bytes).digest('hex')));
});

describe('refuses', () => {
  const half = async (picture: Promise<Buffer>) => {
    const bytes = await picture;
    return bytes.subarray(0, bytes.length / 2);
  };
  const ascii = (text: string) => Buffer.from(text, 'latin1');
  test.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['nothing', () => Buffer.alloc(0), /^is empty/],
    ['text', () => ascii('hello, I am a picture'), /^is no picture/],
    [
      'an SVG drawing',
      () => ascii('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      /SVG drawing.*JPEG, PNG/,
    ],
    ['an SVG drawing behind a declaration', () => ascii('<?xml version="1.0"?>\n<!-- x -->\n<svg/>'), /SVG drawing/],
    ['a PDF', () => ascii('%PDF-1.7\n%âãÏÓ\n'), /PDF document/],
    [
      'a PDF that holds a JPEG',
      async () => Buffer.concat([ascii('%PDF-1.7\n'), await plain(9, 9).jpeg().toBuffer()]),
      /PDF document/,
    ],
    ['a HEIC photo', () => ascii('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'), /HEIC photo.*JPEG/],
    ['an AVIF picture', () => plain(20, 20).avif().toBuffer(), /AVIF picture/],
    ['a TIFF', () => plain(20, 20).tiff().toBuffer(), /TIFF or raw/],
    ['a video', () => ascii('\0\0\0\u0018ftypmp42\0\0\0\0isommp42'), /a video/],
    ['a truncated JPEG', () => half(noisy(300, 300).jpeg().toBuffer()), /damaged or incomplete/],
    ['a truncated PNG', () => half(noisy(300, 300).png().toBuffer()), /damaged or incomplete/],
    ['a truncated WebP', () => half(noisy(300, 300).webp().toBuffer()), /damaged or incomplete/],
    ['a truncated GIF', () => half(noisy(300, 300).gif().toBuffer()), /damaged or incomplete/],
    ['magic bytes alone', () => ascii('GIF89a'), /damaged or incomplete/],
    ['a script that begins as a GIF', () => ascii("GIF89a/*                 */='';alert(1)"), /damaged or incomplete/],
    ['a PNG that says it has 900 megapixels', () => hollowPng(30_000, 30_000), /more than 50 megapixels/],
    [
      'a PNG that says it has more than fits a number',
      () => hollowPng(2_000_000_000, 2_000_000_000),
      /megapixels|damaged/,
    ],
    [
      'an interlaced PNG that would fill the memory',
      () => hollowPng(7_000, 7_000, { depth: 16, interlaced: true }),
      /too long to read/,
    ],
    ['a PNG with a hollow inside', () => hollowPng(6_000, 6_000), /damaged or incomplete/],
  ])('%s', async (_, make, problem) => {
    const good = await plain(9, 9).png().toBuffer();
    const refused = await prepare([dataUrl(good), dataUrl(await make())]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImageRefusedError);
    expect(refused).toMatchObject({ index: 1, message: expect.stringMatching(problem) });
  });

  test('a bomb: a small file with more pixels than are taken, all of them there', async () => {
    const bomb = await plain(9_000, 6_000).greyscale().png({ compressionLevel: 3 }).toBuffer();
    await expect(prepare([dataUrl(bomb)])).rejects.toMatchObject({
      index: 0,
      message: expect.stringMatching(/50 megapixels/),
    });
  });

  test('base64 that is none', async () => {
    await expect(prepare(['data:image/png;base64,iVBORw0K*GgoAAA'])).rejects.toMatchObject({
      index: 0,
      message: expect.stringMatching(/base64/),
    });
  });
});

test('more requests than there is room for are told to come back, and there is room again afterwards', async () => {
  const small = createImagePreparer({ atOnce: 1, mostRequests: 2 });
  const picture = dataUrl(await plain(50, 50).png().toBuffer());
  const results = await Promise.allSettled([small([picture]), small([picture, picture]), small([picture])]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(results[2]).toMatchObject({ reason: expect.any(ImagesBusyError) });
  await expect(small([picture])).resolves.toMatchObject({ images: [{ mediaType: 'image/jpeg' }] });
});
