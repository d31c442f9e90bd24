import { randomBytes } from 'node:crypto';
import type { PhotosContext } from '@rapport/core/photos/photos.ts';
import { createPhotoSealer } from '@rapport/core/photos/sealing.ts';
import type { Secrets } from './config/config.ts';

/** What stores and opens photos, with the installation's keys; without keys there is nothing to open them with. */
export function openPhotos({ photoKeys }: Secrets, context: Omit<PhotosContext, 'sealer'>): PhotosContext {
  const [newest, ...older] = photoKeys.map((key) => key.reveal());
  return { ...context, sealer: newest === undefined ? null : createPhotoSealer([newest, ...older], randomBytes) };
}
