import { describe, expect, it } from 'vitest';
import { correctionIn } from './corrections.ts';

describe('what puts something right', () => {
  it.each([
    ['Sorry, her name is Carol, not Karen', 'Carol'],
    ["Actually I was wrong, it's Thursday", 'Thursday'],
    ["oops, it's on the 9th", 'the 9th'],
    ['not my wife, my fiancée', 'your fiancée'],
    ["it's Leeds, not York", 'Leeds'],
    ['i meant tuesday', 'tuesday'],
    ['sorry, three, i forgot one', null],
    ["no i mean i'd rather call", null],
    ['i mean the move bothers her, not me', null],
  ])('%s → %s', (message, value) => {
    expect(correctionIn(message)).toEqual({ value });
  });
});

describe('what does not', () => {
  it.each([
    'no, not really',
    'not today, maybe tomorrow then',
    'actually I went home',
    'no, I live alone',
    'sorry, I was asleep',
    "it's not fair",
    'do you mean Karen, not Carol?',
    "i'm tired, not sad",
  ])('%s', (message) => {
    expect(correctionIn(message)).toBeNull();
  });
});
