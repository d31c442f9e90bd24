import { describe, expect, it } from 'vitest';
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
  ];
  it.each(cases)('%s', (_, text, expected) => {
    for (const size of [1, 2, 3, 5, text.length]) expect(visible(text, size)).toBe(expected);
  });
});
