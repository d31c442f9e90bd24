import { describe, expect, it } from 'vitest';
import type { Subject } from './fact.ts';
import { SELF } from './fact.ts';
import { SLOTS, sayStatement, slotOf, type Tense } from './slots.ts';

const LUCIA: Subject = { key: 'sister:lucia', name: 'Lucía', relation: 'sister' };
const CLUB: Subject = { key: 'group:book club', name: 'book club', relation: null };
const CHILD: Subject = { key: 'child:', name: null, relation: 'child' };
const CASES: readonly (readonly [slot: string, subject: Subject, value: string | null, tense: Tense, said: string])[] =
  [
    ['lives-in', LUCIA, 'Sevilla', 'present', 'Your sister Lucía lives in Sevilla.'],
    ['lives-in', SELF, 'Leeds', 'past', 'You lived in Leeds.'],
    ['name', SELF, 'Natalia', 'present', 'You go by Natalia.'],
    ['name', LUCIA, 'Lucía', 'present', "Your sister Lucía's name is Lucía."],
    ['birthday', SELF, '4 March', 'present', 'Your birthday is 4 March.'],
    ['is', LUCIA, null, 'present', 'Lucía is your sister.'],
    ['is', CHILD, null, 'negated', "You don't have children."],
    // That someone has a mother is no news.
    ['is', { key: 'mother', name: null, relation: 'mother' }, null, 'present', "You've mentioned your mother."],
    ['is', { key: 'sister', name: null, relation: 'sister' }, null, 'present', 'You have a sister.'],
    [
      'count',
      { key: 'grandchild:', name: null, relation: 'grandchild' },
      'four',
      'present',
      'You have four grandchildren.',
    ],
    [
      'is',
      { key: 'roommate:lu', name: 'Lu', relation: 'roommate' },
      'from college',
      'present',
      'Lu is your roommate from college.',
    ],
    ['is', { key: 'friend:mara', name: 'Mara', relation: 'friend' }, null, 'past', 'Mara was your friend.'],
    [
      'count',
      { key: 'niece or nephew:', name: null, relation: 'niece or nephew' },
      'four',
      'present',
      'You have four nieces and nephews.',
    ],
    ['member', CLUB, 'Grant', 'past', 'Grant was in your book club.'],
    ['member', CLUB, 'you', 'present', 'You are in your book club.'],
    ['favourite:film', SELF, 'Spirited Away', 'present', 'Your favourite film is Spirited Away.'],
    ['job', SELF, 'radiographer', 'present', 'You are a radiographer.'],
    ['owns:car', SELF, 'yellow Yaris', 'present', 'You drive a yellow Yaris.'],
    ['named:car', SELF, 'Mustard', 'present', 'Your car is called Mustard.'],
    ['allergy', SELF, 'peanuts', 'negated', "You aren't allergic to peanuts."],
  ];

describe('slots', () => {
  it.each(CASES)('says %s of %o as a sentence', (slot, subject, value, tense, said) => {
    expect(sayStatement({ slot, subject, value }, tense)).toBe(said);
  });

  it('has each name once and leaves nothing open in any sentence', () => {
    expect(new Set(SLOTS.map((slot) => slot.name)).size).toBe(SLOTS.length);
    for (const slot of SLOTS) {
      const name = slot.name.endsWith(':') ? `${slot.name}film` : slot.name;
      expect(slotOf(name)).toBe(slot);
      for (const tense of ['present', 'past', 'negated'] as const) {
        for (const subject of [SELF, LUCIA, CLUB, CHILD]) {
          expect(sayStatement({ slot: name, subject, value: 'so' }, tense)).not.toMatch(/[{}|]|undefined/);
        }
      }
    }
  });

  it('knows no slot outside the table', () => {
    expect(slotOf('favourite:')).toBeNull();
    expect(slotOf('rules')).toBeNull();
    expect(slotOf('constructor')).toBeNull();
  });
});
