import { describe, expect, it, vi } from 'vitest';
import { ThinkTags } from './think-tags.ts';

function visible(text: string, size: number): string {
  const tags = new ThinkTags();
  let shown = '';
  for (let start = 0; start < text.length; start += size) shown += tags.push(text.slice(start, start + size));
  return shown + tags.end();
}

describe('thoughts before a reply', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['are taken out', '<think>Hm. 1 < 2 </th</think>\n\nHello', 'Hello'],
    ['are taken out behind white space', '\n <think>Hm</think>Hello', 'Hello'],
    ['of the other names too', '<thinking>Hm</thinking> Hello', 'Hello'],
    ['that never end leave nothing', '<think>Hm, let me', ''],
    ['that are empty leave the reply', '<think>\n</think>\n\nHello', 'Hello'],
    ['are not meant by a tag inside the reply', 'Use <think>x</think> so', 'Use <think>x</think> so'],
    ['are not meant by half a tag', '<thi', '<thi'],
    ['are not meant by another tag', '<b>Hello</b>', '<b>Hello</b>'],
    ['of another tag stay once the reply began', '<think>a</think>b <think>c</think>', 'b <think>c</think>'],
    ['are not there', 'Hello', 'Hello'],
    ['are not there behind white space', '\n\n Hello', '\n\n Hello'],
    ['are not white space alone', ' \n', ' \n'],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    for (const size of [1, 2, 3, 5, text.length]) expect(visible(text, size)).toBe(expected);
  });

  it('keeps no more of endless white space than any reply has, and still sees what follows', () => {
    const space = ' \n'.repeat(10_000);
    expect(visible(`${space}Hello`, 20)).toBe(`${space.slice(0, 1_000)}Hello`);
    expect(visible(`${space}<think>Hm</think>Hello`, 20)).toBe('Hello');
  });

  it('looks at no white space twice', () => {
    const trimmed = vi.spyOn(String.prototype, 'trimStart');
    try {
      visible(' '.repeat(10_000), 10);
      const looked = trimmed.mock.contexts.reduce((sum: number, text) => sum + String(text).length, 0);
      expect(looked).toBeLessThanOrEqual(10_000);
    } finally {
      trimmed.mockRestore();
    }
  });
});
