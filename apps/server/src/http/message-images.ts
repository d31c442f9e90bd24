import {
  ImageRefusedError,
  ImagesBusyError,
  type PreparedImages,
  type PrepareImages,
} from '@rapport/core/images/image-preparer.ts';
import { readRisk } from '@rapport/core/understanding/risk.ts';
import { Problem } from './problems.ts';

const NO_IMAGES: PreparedImages = { images: [], digests: [] };
/** A place falls free within this many seconds, mostly much sooner. */
const BUSY_SECONDS = 5;

/**
 * The pictures of a message, ready for a turn. Those of someone in a crisis are left unread: the reply is decided by the
 * words, and a damaged file must not stand before it. `pathOf` names a picture's place in the body for who sent it.
 * Throws a {@link Problem} for a picture that can't be taken, and when there is no room to read more.
 */
export async function imagesForTurn(
  prepare: PrepareImages,
  text: string,
  references: readonly string[],
  pathOf: (index: number) => string = (index) => `body.images.${index}`,
): Promise<PreparedImages> {
  if (references.length === 0 || readRisk(text).level === 'crisis') return NO_IMAGES;
  try {
    return await prepare(references);
  } catch (error) {
    if (error instanceof ImageRefusedError) {
      throw new Problem('VALIDATION_ERROR', `Image ${error.index + 1} ${error.message}.`, {
        errors: [{ path: pathOf(error.index), message: error.message }],
      });
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
