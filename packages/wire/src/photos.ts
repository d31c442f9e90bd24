import { z } from 'zod';
import { imageReference } from './chat.ts';
import { id, page, pageQuery, time } from './primitives.ts';

/** A photo to send ahead of a message, or to have kept. */
export const newPhoto = z.strictObject({
  image: imageReference,
  /** True has it kept until it is deleted; false lets it go within the hour. Left out, the profile's `consent.photos` decides. */
  keep: z.boolean().optional(),
});
export type NewPhoto = z.infer<typeof newPhoto>;

/** A photo without its picture, which `GET /api/v1/photos/:id` gives. Its id is what a message's `images` may name. */
export const photo = z.object({
  id,
  kept: z.boolean(),
  createdAt: time,
  /** Null when it is kept; else it is gone from then on. */
  expiresAt: time.nullable(),
  mediaType: z.literal('image/jpeg'),
  width: z.int().positive(),
  height: z.int().positive(),
  /** Of the picture, without its encryption. */
  bytes: z.int().positive(),
});
export type Photo = z.infer<typeof photo>;

export const photoPage = page(photo);
export const listPhotosQuery = z.strictObject(pageQuery);
export const photoPath = z.strictObject({ id });
export const readPhotoQuery = z.strictObject({ size: z.enum(['full', 'thumbnail']).default('full') });
export const deletedPhotos = z.object({ deleted: z.int().nonnegative() });
