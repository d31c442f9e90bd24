import { expect, it } from 'vitest';
import { plain, unambiguous } from './text.ts';

it.each([
  ["I'll go", 'i will go'],
  ["We'll see, she'll come", 'we will see she will come'],
  ["we're late and we'd better run", 'we are late and we would better run'],
  ["I'd rather not, it's fine", 'id rather not its fine'],
  ['ill write to her', 'i will write to her'],
  ['tired, so ill sleep', 'tired so i will sleep'],
  ['he is ill today', 'he is ill today'],
  ['old and ill', 'old and ill'],
  ['we were late', 'we were late'],
])('%s reads %s', (text, read) => {
  expect(plain(unambiguous(text)).replace(/,/g, '')).toBe(read);
});
