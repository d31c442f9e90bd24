import type { MakeThumbnail } from '@rapport/core/photos/photos.ts';
import sharp from 'sharp';

/** Pixels of the long side: sharp in a list at twice the pixels of a screen. */
const LONG_SIDE = 320;
const JPEG_QUALITY = 78;

/** Makes thumbnails by sharp, of pictures that were prepared: bounded, upright and without metadata, as these are. */
export function createThumbnailer(): MakeThumbnail {
  return async (image) => {
    const { width, height } = await sharp(image).metadata();
    const thumbnail = await sharp(image)
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer();
    return { thumbnail, width, height };
  };
}
