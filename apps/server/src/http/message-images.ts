import {
  ImageRefusedError,
  ImagesBusyError,
  type PreparedImages,
  type PrepareImages,
} from '@rapport/core/images/image-preparer.ts';
import type { ModelImage } from '@rapport/core/models/language-model.ts';
import { readRisk } from '@rapport/core/understanding/risk.ts';
import { Problem } from './problems.ts';

/** Pictures that were sent ahead, by id, with whether they are kept; those that aren't the caller's are not in it. */
export type ReadUploads = (
  ids: readonly string[],
) => Promise<ReadonlyMap<string, { readonly image: ModelImage; readonly kept: boolean }>>;

/** The pictures of a message. */
export interface TurnImages extends PreparedImages {
  /** Of those that were sent ahead, the ones nobody has said to keep. */
  readonly uploads: readonly string[];
}

const NO_IMAGES: TurnImages = { images: [], digests: [], uploads: [] };
/** A place falls free within this many seconds, mostly much sooner. */
const BUSY_SECONDS = 5;
const UPLOAD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UPLOAD_GONE = 'names no photo of yours, or one whose hour is over: send it again, or as a data URL';

/** Where the pictures of a message come from, and how its sender is told of one that can't be taken. */
export interface ImageSources {
  readonly prepare: PrepareImages;
  /** Null where photos can't be sent ahead. */
  readonly readUploads: ReadUploads | null;
  /** Whether the same message was sent before: then it needs no picture that is gone. */
  readonly isRepeated?: () => Promise<boolean>;
  /** A picture's place in the body. */
  readonly pathOf?: (index: number) => string;
}

/**
 * The pictures of a message, ready for a turn. Those of someone in a crisis are left unread: the reply is decided by the
 * words, and a damaged file must not stand before it. Throws a {@link Problem} for a picture that can't be taken, and when
 * there is no room to read more.
 */
export async function imagesForTurn(
  text: string,
  references: readonly string[],
  { prepare, readUploads, isRepeated, pathOf = (index) => `body.images.${index}` }: ImageSources,
): Promise<TurnImages> {
  if (references.length === 0 || readRisk(text).level === 'crisis') return NO_IMAGES;
  const isUpload = (reference: string) => readUploads !== null && UPLOAD_ID.test(reference);
  const ids = references.filter(isUpload).map((id) => id.toLowerCase());
  const found = ids.length === 0 || readUploads === null ? new Map() : await readUploads(ids);
  const gone = references.findIndex((reference) => isUpload(reference) && !found.has(reference.toLowerCase()));
  if (gone !== -1 && !((await isRepeated?.()) ?? false)) throw refused(gone, pathOf(gone), UPLOAD_GONE);
  const given = references.flatMap((reference, index) => (isUpload(reference) ? [] : [index]));
  const prepared = await prepareGiven(prepare, references, given, pathOf);
  const images: ModelImage[] = [];
  const digests: string[] = [];
  for (const [index, reference] of references.entries()) {
    const place = given.indexOf(index);
    const image = place === -1 ? found.get(reference.toLowerCase())?.image : prepared.images[place];
    if (image !== undefined) images.push(image);
    digests.push(place === -1 ? `upload:${reference.toLowerCase()}` : (prepared.digests[place] ?? ''));
  }
  return { images, digests, uploads: ids.filter((id) => found.get(id)?.kept === false) };
}

async function prepareGiven(
  prepare: PrepareImages,
  references: readonly string[],
  given: readonly number[],
  pathOf: (index: number) => string,
): Promise<PreparedImages> {
  if (given.length === 0) return NO_IMAGES;
  try {
    return await prepare(given.map((index) => references[index] ?? ''));
  } catch (error) {
    if (error instanceof ImageRefusedError) {
      const index = given[error.index] ?? error.index;
      throw refused(index, pathOf(index), error.message);
    }
    if (error instanceof ImagesBusyError) {
      throw new Problem('CIRCUIT_BREAKER_OPEN', 'Many pictures are being read at this moment. Send it again shortly.', {
        headers: { 'retry-after': String(BUSY_SECONDS) },
        cause: error,
      });
    }
    throw error;
  }
}

const refused = (index: number, path: string, message: string): Problem =>
  new Problem('VALIDATION_ERROR', `Image ${index + 1} ${message}.`, { errors: [{ path, message }] });
