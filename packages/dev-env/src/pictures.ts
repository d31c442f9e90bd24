import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const SIDE = 64;

/** A small PNG, each byte by hand. `shade` (0 to 255) makes one unlike another; `noise` fills it by chance instead. */
export function pngOf(shade: number | 'noise'): Buffer {
  const head = Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0]);
  const rows = shade === 'noise' ? randomBytes(SIDE * (SIDE + 1)) : Buffer.alloc(SIDE * (SIDE + 1), shade);
  for (let row = 0; row < SIDE; row += 1) rows[row * (SIDE + 1)] = 0;
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture as requests carry it. */
export const pictureOf = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;
