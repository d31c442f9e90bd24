import { createOnce } from '@rapport/core/database/idempotency.ts';
import type { PrepareImages } from '@rapport/core/images/image-preparer.ts';
import {
  type AddedPhoto,
  addPhoto,
  addPhotoBy,
  deletePhoto,
  deletePhotos,
  listPhotos,
  type MakeThumbnail,
  MOST_PHOTO_BYTES,
  MOST_PHOTOS,
  MOST_UNKEPT,
  type Photo,
  type PhotosContext,
  readPhoto,
} from '@rapport/core/photos/photos.ts';
import { PhotoSealedError } from '@rapport/core/photos/sealing.ts';
import {
  deletedPhotos,
  listPhotosQuery,
  newPhoto,
  photo,
  photoPage,
  photoPath,
  readPhotoQuery,
  type Photo as WirePhoto,
} from '@rapport/wire';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../documentation.ts';
import type { HttpServer } from '../http-server.ts';
import { imagesForTurn } from '../message-images.ts';
import { accountGone, notFound, Problem } from '../problems.ts';
import { personOf } from './accounts.ts';
import { idempotencyHeaders } from './conversations.ts';

export interface PhotoRouteDependencies {
  readonly photos: PhotosContext;
  /** Whether this installation takes photos ahead and keeps them. */
  readonly stores: boolean;
  readonly prepareImages: PrepareImages;
  readonly makeThumbnail: MakeThumbnail;
  /** Largest body with a picture, in bytes. */
  readonly uploadBytes: number;
}

const FULL: Readonly<Record<Extract<AddedPhoto, { kind: 'full' }>['limit'], string>> = {
  photos: `You have ${MOST_PHOTOS} photos here, which is the most there is room for. Delete some first.`,
  bytes: `Your photos take ${MOST_PHOTO_BYTES / 2 ** 20} MB, which is the most there is room for. Delete some first.`,
  unkept: `${MOST_UNKEPT} photos of yours wait to be kept or let go. Delete some, or wait: each is gone within the hour.`,
};

/** `/api/v1/photos`: sending one ahead of a message, having it kept, seeing it again and deleting it. */
export const photoRoutes =
  ({ photos, stores, prepareImages, makeThumbnail, uploadBytes }: PhotoRouteDependencies) =>
  (server: HttpServer) => {
    const tags = ['Me'];
    const { database, clock } = photos;

    server.post(
      '/api/v1/photos',
      {
        config: { access: 'user' },
        bodyLimit: uploadBytes,
        schema: {
          tags,
          summary: 'Send a photo ahead of a message; it is gone within the hour unless it is kept',
          headers: idempotencyHeaders,
          body: newPhoto,
          response: { 201: photo, ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        if (!stores) {
          throw new Problem(
            'CONFLICT',
            'Photos are not kept here. Send the picture with your message, as a data URL in its images.',
          );
        }
        const { userId } = personOf(request);
        const { image: reference, keep = null } = request.body;
        const { images, digests } = await imagesForTurn('', [reference], {
          prepare: prepareImages,
          readUploads: null,
          pathOf: () => 'body.image',
        });
        const [image] = images;
        if (image === undefined) throw new TypeError('A picture that was taken is there');
        const given = { image, measured: await makeThumbnail(image.data), keep };
        const key = request.headers['idempotency-key'];
        if (typeof key !== 'string') {
          return reply.code(201).send(shownPhoto(taken(await addPhoto(photos, userId, given))));
        }
        const operation = { userId, key, operation: 'add-photo', body: [digests, keep] };
        const result = await createOnce({ database, clock }, operation, async (client) =>
          shownPhoto(taken(await addPhotoBy(client, photos, userId, given))),
        );
        if (result.kind === 'conflict')
          throw new Problem('CONFLICT', 'This Idempotency-Key was used for another request.');
        if (result.kind === 'replayed') reply.header('idempotency-replayed', 'true');
        return reply.code(201).send(result.response);
      },
    );
    server.get(
      '/api/v1/photos',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'My photos, newest first',
          querystring: listPhotosQuery,
          response: { 200: photoPage, ...PROBLEM_RESPONSES },
        },
      },
      async (request) => {
        const { cursor = null, limit } = request.query;
        const { items, nextCursor } = await listPhotos(photos, personOf(request).userId, { cursor, limit });
        return { items: items.map(shownPhoto), nextCursor };
      },
    );
    server.get(
      '/api/v1/photos/:id',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'A photo of mine as it was kept, or its thumbnail',
          params: photoPath,
          querystring: readPhotoQuery,
          response: {
            200: z.unknown().meta({ type: 'string', format: 'binary', description: 'The picture, image/jpeg' }),
            ...PROBLEM_RESPONSES,
          },
        },
      },
      async (request, reply) => {
        const part = request.query.size === 'thumbnail' ? 'thumbnail' : 'image';
        const found = await readPhoto(photos, personOf(request).userId, request.params.id, part).catch(
          (error: unknown) => {
            if (error instanceof PhotoSealedError) request.log.error({ event: 'photo_sealed', reason: error.reason });
            throw error;
          },
        );
        if (found === null) throw notFound('photo');
        return reply
          .header('content-type', found.photo.mediaType)
          .header('content-disposition', 'inline; filename="photo.jpg"')
          .header('x-content-type-options', 'nosniff')
          .send(found.data);
      },
    );
    server.delete(
      '/api/v1/photos/:id',
      {
        config: { access: 'user' },
        schema: {
          tags,
          summary: 'Delete a photo of mine',
          params: photoPath,
          response: { 204: z.null(), ...PROBLEM_RESPONSES },
        },
      },
      async (request, reply) => {
        if (!(await deletePhoto(photos, personOf(request).userId, request.params.id))) throw notFound('photo');
        return reply.code(204).send(null);
      },
    );
    server.delete(
      '/api/v1/photos',
      {
        config: { access: 'user' },
        schema: { tags, summary: 'Delete all my photos', response: { 200: deletedPhotos, ...PROBLEM_RESPONSES } },
      },
      async (request) => ({ deleted: await deletePhotos(photos, personOf(request).userId) }),
    );
  };

/** The photo that was added, or the problem that none was. */
function taken(added: AddedPhoto): Photo {
  if (added.kind === 'no-such-person') throw accountGone();
  if (added.kind === 'full') throw new Problem('CONFLICT', FULL[added.limit]);
  return added.photo;
}

const shownPhoto = ({ createdAt, expiresAt, ...shown }: Photo): WirePhoto => ({
  ...shown,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
});
