import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPhotoSealer, PhotoSealedError, photoKeyId } from './sealing.ts';

const [old, current, foreign] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const name = { userId: '01900000-0000-7000-8000-000000000001', photoId: '01900000-0000-7000-8000-00000000000a' };
const parts = { image: Buffer.from('a picture of twists'), thumbnail: Buffer.from('a small one') };
const sealer = createPhotoSealer([current, old], randomBytes);

describe('a sealed photo', () => {
  const sealed = sealer.seal(name, parts);

  it('opens as it was, and shows nothing of it before', () => {
    expect(sealer.open(name, sealed, 'image', sealed.image)).toEqual(parts.image);
    expect(sealer.open(name, sealed, 'thumbnail', sealed.thumbnail)).toEqual(parts.thumbnail);
    const shown = Buffer.concat([sealed.wrapped, sealed.image, sealed.thumbnail]);
    for (const plain of Object.values(parts)) expect(shown.includes(plain)).toBe(false);
    expect(sealed.keyId).toBe(photoKeyId(current));
  });

  it('never seals alike twice', () => {
    const again = sealer.seal(name, parts);
    expect(again.image).not.toEqual(sealed.image);
    expect(again.wrapped).not.toEqual(sealed.wrapped);
  });

  it('opens with an older key while that is configured', () => {
    const before = createPhotoSealer([old], randomBytes).seal(name, parts);
    expect(sealer.open(name, before, 'image', before.image)).toEqual(parts.image);
    expect(() => createPhotoSealer([current], randomBytes).open(name, before, 'image', before.image)).toThrow(
      expect.objectContaining({ reason: 'no-such-key' }),
    );
  });

  const refused: readonly (readonly [string, () => unknown])[] = [
    ['another person', () => sealer.open({ ...name, userId: name.photoId }, sealed, 'image', sealed.image)],
    ['another photo', () => sealer.open({ ...name, photoId: name.userId }, sealed, 'image', sealed.image)],
    ['another part', () => sealer.open(name, sealed, 'thumbnail', sealed.image)],
    ['the key of another photo', () => sealer.open(name, sealer.seal(name, parts), 'image', sealed.image)],
    [
      'a key called by another’s name',
      () => {
        const theirs = createPhotoSealer([foreign], randomBytes).seal(name, parts);
        return sealer.open(name, { ...theirs, keyId: photoKeyId(current) }, 'image', theirs.image);
      },
    ],
    ['nothing', () => sealer.open(name, sealed, 'image', Buffer.alloc(0))],
    ['its head alone', () => sealer.open(name, sealed, 'image', sealed.image.subarray(0, 20))],
  ];
  it.each(refused)('does not open as %s', (_, open) => {
    expect(open).toThrow(PhotoSealedError);
    expect(open).toThrow(expect.objectContaining({ reason: 'not-authentic' }));
  });

  it('does not open with any byte of it changed', () => {
    for (const what of ['image', 'wrapped'] as const) {
      for (let place = 0; place < sealed[what].length; place += 1) {
        const changed = Buffer.from(sealed[what]);
        changed[place] = (changed[place] ?? 0) ^ 1;
        const key = what === 'wrapped' ? { ...sealed, wrapped: changed } : sealed;
        expect(() => sealer.open(name, key, 'image', what === 'image' ? changed : sealed.image)).toThrow(
          PhotoSealedError,
        );
      }
    }
  });

  it('wants keys of 32 bytes', () => {
    expect(() => createPhotoSealer([randomBytes(16)], randomBytes)).toThrow(RangeError);
  });
});
