import { describe, expect, it } from 'vitest';
import { compileAvoided, NOTHING_ALLOWED, withoutAvoided } from '../assistants/avoided-words.ts';
import { voiceDefinition } from '../assistants/voice-definition.ts';
import { WordFilter } from './word-filter.ts';

const voice = voiceDefinition.parse({
  speaks: ['Plainly.'],
  avoid: [
    { words: ['weed', 'weeds'], instead: 'wild plant' },
    { words: ['black thumb'], instead: 'beginner', exceptIn: ['the black thumb club'] },
    { words: ["can't grow"], instead: 'is still settling' },
    { words: ['ugly plant'], instead: 'underfed plant' },
  ],
});
const table = compileAvoided(voice.avoid);
const allowed = { names: ['Weed & Feed Mat'], saidByPerson: ['my gran says I have a black thumb. it makes me sad'] };

/** What is written, and what is shown. */
const cases: readonly (readonly [what: string, written: string, shown: string])[] = [
  ['a word', 'Pull the weed early.', 'Pull the wild plant early.'],
  ['in the capitals it had', 'Weed first. WEEDS last.', 'Wild plant first. WILD PLANT last.'],
  ['within no other word', 'Seaweed and tweed stay.', 'Seaweed and tweed stay.'],
  ['as a phrase over a line', 'You have a black\nthumb.', 'You have a beginner.'],
  ['with emphasis inside', 'A **black** thumb? No.', 'A beginner? No.'],
  ['with emphasis around', 'A **black thumb**? No.', 'A **beginner**? No.'],
  ['with a hyphen', 'No black-thumb here.', 'No beginner here.'],
  ['with a curly apostrophe', 'It can’t grow there.', 'It is still settling there.'],
  ['with its article', 'It is an ugly plant now. An ugly plant.', 'It is an underfed plant now. An underfed plant.'],
  ['with another article', 'Found a weed.', 'Found a wild plant.'],
  ['not in an exception', 'Join the black thumb club today.', 'Join the black thumb club today.'],
  ['not in a name of theirs', 'Lay the Weed & Feed Mat down.', 'Lay the Weed & Feed Mat down.'],
  ['not in their own words told back', 'You said: "I have a black thumb."', 'You said: "I have a black thumb."'],
  ['in quotation marks around a word', 'They call it "a black thumb".', 'They call it "a beginner".'],
  ['in a quotation of nobody', 'They say: "she really has a black thumb".', 'They say: "she really has a beginner".'],
  ['at the very end', 'That is a black thumb', 'That is a beginner'],
  ['nothing', '', ''],
];

describe('words that an assistant avoids', () => {
  it.each(cases)('%s', (_what, written, shown) => {
    expect(withoutAvoided(table, written, allowed)).toBe(shown);
  });

  it.each(cases)('are replaced the same however a stream is cut: %s', (_what, written, shown) => {
    for (const size of [1, 2, 3, 5, 7, 11, 400]) {
      const filter = new WordFilter(table, allowed);
      let out = '';
      const pieces = written.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
      for (const piece of pieces) {
        out += filter.push(piece);
        // What was shown can't be taken back: it must be how the whole begins.
        expect(shown.startsWith(out)).toBe(true);
      }
      expect(out + filter.end()).toBe(shown);
    }
  });

  it('hold back a few words only', () => {
    const filter = new WordFilter(table, NOTHING_ALLOWED);
    const shown = filter.push('one two three four five six seven eight nine ten ');
    expect(shown.split(' ').length).toBeGreaterThan(4);
  });

  it('shows a sentence once it has ended, and holds back no more than what may go on', () => {
    const filter = new WordFilter(table, NOTHING_ALLOWED);
    expect(filter.push('First. ')).toBe('First. ');
    expect(filter.push('A black ')).toBe('');
    expect(filter.push('thumb. Next')).toContain('beginner. ');
    expect(filter.end()).toBe('Next');
  });
});
