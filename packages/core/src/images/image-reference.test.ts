import { MAX_IMAGE_BYTES } from '@rapport/wire';
import { describe, expect, test } from 'vitest';
import { decodeBase64, readImageReference } from './image-reference.ts';

describe('a reference', () => {
  test.each([
    ['data:image/png;base64,AAAA', 'AAAA'],
    ['DATA:image/PNG;BASE64,AAAA', 'AAAA'],
    ['data:;base64,', ''],
    ['data:image/jpeg;name=a.jpg;base64,AA==', 'AA=='],
  ])('%s holds its data', (reference, base64) => {
    expect(readImageReference(reference)).toEqual({ success: true, base64 });
  });

  test.each<[string, RegExp]>([
    ['018f4e3a-2b6c-7d8e-9f01-23456789abcd', /uploads are not offered.*data URL/],
    ['https://example.com/me.jpg', /links are not followed.*data URL/],
    ['data:image/svg+xml,<svg/>', /without base64/],
    ['data:image/png', /without base64/],
    [`data:image/png;${'a'.repeat(300)};base64,AAAA`, /without base64/],
    ['file:///etc/passwd', /is no picture/],
    ['hello', /is no picture/],
    ['', /is no picture/],
    ['data:image/png;base64,'.concat('A'.repeat(Math.ceil(MAX_IMAGE_BYTES / 3) * 4 + 4)), /larger than 8 MB/],
  ])('%.60s is refused', (reference, problem) => {
    expect(readImageReference(reference)).toEqual({ success: false, problem: expect.stringMatching(problem) });
  });

  test('of exactly the most bytes is taken, of one more it is not', () => {
    const of = (bytes: number) => `data:image/png;base64,${Buffer.alloc(bytes).toString('base64')}`;
    expect(readImageReference(of(MAX_IMAGE_BYTES)).success).toBe(true);
    expect(readImageReference(of(MAX_IMAGE_BYTES + 1)).success).toBe(false);
  });
});

describe('base64', () => {
  test.each(['', 'AA==', 'AAA=', 'AAAA', 'AA', 'AAA', '-_-_', '+/+/'])('%j is decoded', (base64) => {
    expect(decodeBase64(base64)).toEqual({ success: true, bytes: Buffer.from(base64, 'base64') });
  });

  test.each(['A', 'AAAAA', 'A===', 'AA=A', 'AAAA=', 'AA AA', 'AA\nAA', 'AA*A', '====', 'ÄÄÄÄ', 'AA%3D%3D'])(
    '%j is refused',
    (base64) => {
      expect(decodeBase64(base64)).toEqual({ success: false, problem: expect.stringMatching(/not valid base64/) });
    },
  );
});
