import { describe, expect, it } from 'vitest';
import { cosine } from './embedder.ts';
import { staticEmbedding, unpackStaticTable } from './static-embedding.ts';
import { createTokenizer } from './static-embedding-tokens.ts';

const PIECES = ['the', 'cat', '##s', 'sat', 'un', '##able', '##a', 'a', '!', "'", '日', 'zoe', 's', 'ᄀ', '##ᅡ', '?'];

describe('word pieces', () => {
  const tokens = createTokenizer(PIECES);
  const named = (text: string) => tokens(text).map((token) => PIECES[token]);

  it.each<[string, string[]]>([
    ['The cats sat!', ['the', 'cat', '##s', 'sat', '!']],
    ['unable', ['un', '##able']],
    ['Zoë', ['zoe']],
    ["cat's", ['cat', "'", 's']],
    ['日日', ['日', '日']],
    ['가', ['ᄀ', '##ᅡ']],
    ['cat\u200b\u0000s', ['cat', '##s']],
    ['cat\tsat\r\nsat', ['cat', 'sat', 'sat']],
    ['sat\ud800', ['sat']],
    // One letter without a piece makes a word unknown, and only that word.
    ['catx sat', ['sat']],
    ['##s', ['s']],
    ['', []],
    [' \n', []],
    ['a'.repeat(101), []],
    ['a'.repeat(100), ['a', ...new Array<string>(99).fill('##a')]],
  ])('of %j', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    ['one endless word', 'a'.repeat(8_000_000)],
    ['words that no piece begins', 'xq'.repeat(4_000_000)],
    ['punctuation alone', '!?'.repeat(4_000_000)],
    ['accents on one letter', `a${'\u0301'.repeat(4_000_000)}`],
    ['lone surrogates', '\udfff\ud800'.repeat(4_000_000)],
  ])('are read of the beginning of %s', (_, text) => {
    expect(tokens(text).length).toBeLessThanOrEqual(8_000);
  });
});

describe('a static table', () => {
  it('gives the direction of the sum of the pieces', () => {
    const table = unpackStaticTable(packed(['cat', 'sat'], [1, 2], [3, 0, 0, 2]));
    expect([...staticEmbedding(table, 'cat sat')]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
    expect([...staticEmbedding(table, 'sat CAT')]).toEqual([...staticEmbedding(table, 'cat sat')]);
    expect([...staticEmbedding(table, 'dog')]).toEqual([0, 0]);
    expect(cosine(staticEmbedding(table, 'cat'), staticEmbedding(table, 'sat'))).toBe(0);
  });

  it('may stand anywhere in a buffer', () => {
    const bytes = packed(['cat', 'sat'], [1, 2], [3, 0, 0, 2]);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect([...staticEmbedding(unpackStaticTable(shifted.subarray(3)), 'sat')]).toEqual([0, 1]);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['another file', new Uint8Array(64)],
    ['half of one', packed(['cat', 'sat'], [1, 2], [3, 0, 0, 2]).subarray(0, 30)],
    ['one of another vocabulary', packed(['cat\nsat'], [1], [3, 0])],
  ])('is not read from %s', (_, bytes) => {
    expect(() => unpackStaticTable(bytes)).toThrow(RangeError);
  });
});

/** Two numbers a piece. */
function packed(pieces: readonly string[], scales: readonly number[], numbers: readonly number[]): Uint8Array {
  const names = Buffer.from(pieces.join('\n'));
  const header = Buffer.alloc(16);
  header.write('RSE1', 'latin1');
  header.writeUInt32LE(pieces.length, 4);
  header.writeUInt32LE(2, 8);
  header.writeUInt32LE(names.length, 12);
  return new Uint8Array(
    Buffer.concat([
      header,
      names,
      Buffer.from(new Float32Array(scales).buffer),
      Buffer.from(new Int8Array(numbers).buffer),
    ]),
  );
}
