import type { Pool, PoolClient } from 'pg';
import { type Database, execute, inTransaction, type Statement } from '../database/database.ts';
import {
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
  writeCursor,
} from '../database/paging.ts';
import type { PreparedImages } from '../images/image-preparer.ts';
import type { ModelImage } from '../models/language-model.ts';
import type { Clock, NewId } from '../runtime.ts';
import type { PhotoSealer } from './sealing.ts';

/** Photos that were sent ahead of a message stay this long unless the person has them kept. */
export const UPLOAD_LIFETIME_MS = 3_600_000;
/** Of one person: photos at once, kept or not, and their bytes. A year of wash days, a photo each. */
export const MOST_PHOTOS = 60;
export const MOST_PHOTO_BYTES = 60 * 1_048_576;
/** Of them, those that nobody has said to keep: two full messages and some that were thought better of. */
export const MOST_UNKEPT = 12;

/** What is known of a photo beside its picture. */
export interface Photo {
  readonly id: string;
  readonly kept: boolean;
  readonly createdAt: Date;
  /** Null when it is kept. */
  readonly expiresAt: Date | null;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** A small copy for lists, and how large the picture itself is, in pixels. */
export interface Thumbnail {
  readonly thumbnail: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The port: from a prepared picture to its thumbnail. */
export type MakeThumbnail = (image: Uint8Array) => Promise<Thumbnail>;

export interface PhotosContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Null where the installation stores no photos. */
  readonly sealer: PhotoSealer | null;
}

export type AddedPhoto =
  | { readonly kind: 'added'; readonly photo: Photo }
  /** The person no longer exists. */
  | { readonly kind: 'no-such-person' }
  | { readonly kind: 'full'; readonly limit: 'photos' | 'bytes' | 'unkept' };

interface PhotoRow {
  id: string;
  created_at: Date;
  expires_at: Date | null;
  width: number;
  height: number;
  bytes: number;
}

const COLUMNS = 'id, created_at, expires_at, width, height, bytes';
/** A photo whose time is over is gone, whether or not it was swept. `$2` is the moment. */
const THERE = '(expires_at is null or expires_at > $2)';

const LOCK_PERSON: Statement = {
  name: 'photo-lock-person',
  text: `select coalesce(profiles.consent ->> 'photos', 'false') = 'true' as keeps
from users join profiles on profiles.user_id = users.id where users.id = $1 for no key update of users`,
};
const HELD: Statement = {
  name: 'photo-held',
  text: `select count(*)::integer as photos, coalesce(sum(bytes), 0)::float8 as bytes,
  count(*) filter (where expires_at is not null)::integer as unkept
from photos where user_id = $1 and ${THERE}`,
};
const INSERT: Statement = {
  name: 'photo-insert',
  text: `insert into photos (user_id, id, created_at, expires_at, media_type, width, height, bytes, key_id, wrapped_key, image, thumbnail)
values ($1, $2, $3, $4, 'image/jpeg', $5, $6, $7, $8, $9, $10, $11)
returning ${COLUMNS}`,
};

/** A picture on its way in: prepared, measured, and not yet anywhere. */
export interface PhotoToAdd {
  readonly image: PreparedImages['images'][number];
  readonly measured: Thumbnail;
  /** What the person said of keeping it; null leaves it to what their profile says. */
  readonly keep: boolean | null;
}

/**
 * Stores a photo sealed, in one transaction: a process that dies in the middle leaves nothing of it. The person's row is
 * locked, so that uploads at once don't pass the limits together.
 *
 * @throws RangeError when the installation stores no photos.
 */
export async function addPhoto(context: PhotosContext, userId: string, photo: PhotoToAdd): Promise<AddedPhoto> {
  return inTransaction(context.database.pool, (client) => addPhotoBy(client, context, userId, photo));
}

/** {@link addPhoto} in a transaction of the caller's. */
export async function addPhotoBy(
  client: PoolClient,
  { clock, newId, sealer }: PhotosContext,
  userId: string,
  { image, measured, keep }: PhotoToAdd,
): Promise<AddedPhoto> {
  if (sealer === null) throw new RangeError('No photos are stored here');
  const now = clock.now();
  const [person] = await execute<{ keeps: boolean }>(client, LOCK_PERSON, [userId]);
  if (person === undefined) return { kind: 'no-such-person' };
  const isKept = keep ?? person.keeps;
  const [held] = await execute<{ photos: number; bytes: number; unkept: number }>(client, HELD, [userId, now]);
  const { photos = 0, bytes = 0, unkept = 0 } = held ?? {};
  if (photos >= MOST_PHOTOS) return { kind: 'full', limit: 'photos' };
  if (bytes + image.data.length > MOST_PHOTO_BYTES) return { kind: 'full', limit: 'bytes' };
  if (!isKept && unkept >= MOST_UNKEPT) return { kind: 'full', limit: 'unkept' };
  const id = newId();
  const sealed = sealer.seal({ userId, photoId: id }, { image: image.data, thumbnail: measured.thumbnail });
  const [row] = await execute<PhotoRow>(client, INSERT, [
    userId,
    id,
    now,
    isKept ? null : new Date(now.getTime() + UPLOAD_LIFETIME_MS),
    measured.width,
    measured.height,
    image.data.length,
    sealed.keyId,
    sealed.wrapped,
    sealed.image,
    sealed.thumbnail,
  ]);
  return row === undefined ? { kind: 'no-such-person' } : { kind: 'added', photo: photoOf(row) };
}

const LIST: Statement = {
  name: 'photo-list',
  text: `select ${COLUMNS} from photos
where user_id = $1 and ${THERE} and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
order by created_at desc, id desc limit $5`,
};

/** Someone's photos, newest first, without their pictures. */
export async function listPhotos(
  { database, clock }: Pick<PhotosContext, 'database' | 'clock'>,
  userId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<Photo>> {
  const [at, id] = cursor === null ? [null, null] : placeIn(cursor);
  const rows = await execute<PhotoRow>(database.pool, LIST, [userId, clock.now(), at, id, limit + 1]);
  return pageOf(rows, limit, photoOf, (row) => writeCursor([row.created_at.toISOString(), row.id]));
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function placeIn(cursor: string): [Date, string] {
  const [at, id] = readCursor(cursor);
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(time) || typeof id !== 'string' || !UUID.test(id)) throw new InvalidCursorError();
  return [new Date(time), id];
}

interface SealedRow extends PhotoRow {
  key_id: string;
  wrapped_key: Buffer;
  sealed: Buffer;
}

const READ = (part: 'image' | 'thumbnail'): Statement => ({
  name: `photo-read-${part}`,
  text: `select ${COLUMNS}, key_id, wrapped_key, ${part} as sealed from photos where user_id = $1 and ${THERE} and id = $3`,
});
const READ_PART = { image: READ('image'), thumbnail: READ('thumbnail') } as const;

/**
 * A photo's picture, or its small copy; null when it is not there, or not theirs.
 *
 * @throws PhotoSealedError when it is there and can't be opened.
 */
export async function readPhoto(
  { database, clock, sealer }: PhotosContext,
  userId: string,
  photoId: string,
  part: 'image' | 'thumbnail' = 'image',
): Promise<{ readonly photo: Photo; readonly data: Buffer } | null> {
  const [row] = await execute<SealedRow>(database.pool, READ_PART[part], [userId, clock.now(), photoId]);
  if (row === undefined || sealer === null) return null;
  return { photo: photoOf(row), data: opened(sealer, userId, row, part) };
}

const opened = (sealer: PhotoSealer, userId: string, row: SealedRow, part: 'image' | 'thumbnail'): Buffer =>
  sealer.open({ userId, photoId: row.id }, { keyId: row.key_id, wrapped: row.wrapped_key }, part, row.sealed);

const READ_FOR_TURN: Statement = {
  name: 'photo-read-for-turn',
  text: `select ${COLUMNS}, key_id, wrapped_key, image as sealed from photos where user_id = $1 and ${THERE} and id = any($3::uuid[])`,
};

/** Photos as models are shown them, by id; what is not there, or not theirs, is not in it. */
export async function readPhotosForTurn(
  { database, clock, sealer }: PhotosContext,
  userId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly image: ModelImage; readonly kept: boolean }>> {
  if (sealer === null || ids.length === 0) return new Map();
  const rows = await execute<SealedRow>(database.pool, READ_FOR_TURN, [userId, clock.now(), ids]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        image: { mediaType: 'image/jpeg' as const, data: opened(sealer, userId, row, 'image') },
        kept: row.expires_at === null,
      },
    ]),
  );
}

const DELETE: Statement = {
  name: 'photo-delete',
  text: `with gone as (delete from photos where user_id = $1 and id = $3 returning expires_at)
select count(*) filter (where ${THERE})::integer as deleted from gone`,
};

/** False when it is not there, or not theirs. */
export async function deletePhoto(
  { database, clock }: Pick<PhotosContext, 'database' | 'clock'>,
  userId: string,
  photoId: string,
): Promise<boolean> {
  const [row] = await execute<{ deleted: number }>(database.pool, DELETE, [userId, clock.now(), photoId]);
  return row?.deleted === 1;
}

const DELETE_ALL: Statement = {
  name: 'photo-delete-all',
  text: `with gone as (delete from photos where user_id = $1 returning expires_at)
select count(*) filter (where ${THERE})::integer as deleted from gone`,
};

/** How many there were. */
export async function deletePhotos(
  { database, clock }: Pick<PhotosContext, 'database' | 'clock'>,
  userId: string,
): Promise<number> {
  const [row] = await execute<{ deleted: number }>(database.pool, DELETE_ALL, [userId, clock.now()]);
  return row?.deleted ?? 0;
}

/** A photo as a person's export has it. `data` is the picture as a data URL; null when it can't be opened. */
export interface ExportedPhoto extends Photo {
  readonly data: string | null;
}

const EXPORT_IDS: Statement = {
  name: 'photo-export-ids',
  text: `select id from photos where user_id = $1 and ${THERE} order by created_at, id`,
};

/** All of someone's photos with their pictures, one at a time through the database. One that can't be opened is said so. */
export async function exportPhotos(context: PhotosContext, userId: string): Promise<ExportedPhoto[]> {
  const { database, clock, sealer } = context;
  const rows = await execute<{ id: string }>(database.pool, EXPORT_IDS, [userId, clock.now()]);
  const exported: ExportedPhoto[] = [];
  for (const { id } of rows) {
    const [row] = await execute<SealedRow>(database.pool, READ_PART.image, [userId, clock.now(), id]);
    if (row === undefined) continue;
    exported.push({ ...photoOf(row), data: dataUrlOf(sealer, userId, row) });
  }
  return exported;
}

function dataUrlOf(sealer: PhotoSealer | null, userId: string, row: SealedRow): string | null {
  if (sealer === null) return null;
  try {
    return `data:image/jpeg;base64,${opened(sealer, userId, row, 'image').toString('base64')}`;
  } catch {
    // An export goes on without it: everything else is theirs too.
    return null;
  }
}

const photoOf = (row: PhotoRow): Photo => ({
  id: row.id,
  kept: row.expires_at === null,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  mediaType: 'image/jpeg',
  width: row.width,
  height: row.height,
  bytes: row.bytes,
});

/** Rows deleted by a statement, between which other work goes on. */
const BATCH = 200;

/** Deletes photos that nobody had kept in time, and questions nobody answered. Old is what both clocks call old. */
export async function sweepPhotos(
  pool: Pool,
  now: Date,
  signal: AbortSignal,
): Promise<{ readonly photos: number; readonly asks: number }> {
  let photos = 0;
  for (;;) {
    signal.throwIfAborted();
    const { rowCount } = await pool.query(
      `delete from photos where (user_id, id) in (
         select user_id, id from photos where expires_at < least($1::timestamptz, now()) limit ${BATCH})`,
      [now],
    );
    photos += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) break;
  }
  const asks = await pool.query(
    `delete from photo_asks where asked_at < least($1::timestamptz, now()) - make_interval(secs => $2)`,
    [now, UPLOAD_LIFETIME_MS / 1_000],
  );
  return { photos, asks: asks.rowCount ?? 0 };
}
