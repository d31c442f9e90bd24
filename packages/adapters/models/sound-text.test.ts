import { describe, expect, it } from 'vitest';
import { SoundText, soundName } from './sound-text.ts';

function sound(text: string, size: number): string {
  const cleaner = new SoundText();
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += size) pieces.push(cleaner.push(text.slice(start, start + size)));
  pieces.push(cleaner.end());
  for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
  return pieces.join('');
}

describe('text, however it is split', () => {
  it.each([
    ['stays as it is', 'Gute Nacht – 晚安 🌙\n\tok', 'Gute Nacht – 晚安 🌙\n\tok'],
    ['loses NUL and other controls', 'a\0b\u0007c\u001Bd\u007F', 'abcd'],
    ['has one kind of line end', 'a\r\nb\rc\n\nd\r\n\r\ne', 'a\nb\nc\n\nd\n\ne'],
    ['keeps a character of two halves', 'Hi \uD83D\uDE00!', 'Hi 😀!'],
    ['marks a first half alone', 'Hi \uD83D there', 'Hi \uFFFD there'],
    ['marks a second half alone', 'Hi \uDE00', 'Hi \uFFFD'],
    ['marks a first half at the end', 'Hi \uD83D', 'Hi \uFFFD'],
    ['marks the first of two first halves', '\uD83D\uD83D\uDE00', '\uFFFD😀'],
    ['is nothing', '', ''],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 2, 3, 64]) expect(sound(text, size)).toBe(expected);
  });
});

describe('a name', () => {
  it.each([
    ['as it is', 'openai/gpt-oss-120b', 'openai/gpt-oss-120b'],
    ['without NUL, controls and marks of direction', ' gpt\0\u0085\u202Ex\n', 'gptx'],
    ['without half a character', 'gpt\uD83D', 'gpt'],
    ['cut between characters', `${'a'.repeat(199)}😀😀`, `${'a'.repeat(199)}😀`],
    ['cut when it is endless', 'g'.repeat(1_500_000), 'g'.repeat(200)],
    ['that is none', '\0\uD83D', null],
    ['that is not there', null, null],
  ])('%s', (_, name, expected) => {
    expect(soundName(name)).toBe(expected);
  });
});
