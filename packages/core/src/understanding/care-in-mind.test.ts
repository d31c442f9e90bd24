import { describe, expect, it, test } from 'vitest';
import { careInMind, careNotesOf } from './care-in-mind.ts';

const PATCH = "there's a burning bald patch on my crown";
const kindsAfter = (message: string, ...earlier: string[]) =>
  careInMind(message, earlier).before.map(({ kind }) => kind);

describe('what a body told', () => {
  it('stays in mind while other things are talked of', () =>
    expect(kindsAfter('how do I make wash day faster', PATCH, 'can I get braids?', 'thanks')).toContain('skin'));

  test.each([
    ['it is healed', "it's healed now, can I get braids?"],
    ['a dermatologist saw it', 'the dermatologist saw it and gave me a cream'],
    ['they come from the doctor', "I'm back from the doctor, what oil can I use?"],
  ])('is over when %s', (_, message) => {
    expect(careInMind(message, [PATCH])).toMatchObject({ isOver: true, before: [] });
    expect(kindsAfter('which gel is good', PATCH, message)).toEqual([]);
  });

  test.each([
    'I will see a dermatologist on monday, braids until then?',
    "I haven't seen a doctor yet",
    'should I see a dermatologist about it?',
  ])('is not over for what is only planned: %s', (message) => expect(kindsAfter(message, PATCH)).toContain('skin'));

  it('leaves out someone else once the person speaks of themselves', () =>
    expect(kindsAfter('how do I detangle my own hair', 'my daughter has a round scaly patch')).toEqual([]));

  it('lets an emergency go after three messages', () => {
    const SWALLOWED = 'my son swallowed some shampoo';
    expect(kindsAfter('he is sleepy', SWALLOWED)).toEqual(['poison']);
    expect(kindsAfter('which oil for me', SWALLOWED, 'called them', 'all good', 'ok')).toEqual([]);
  });

  it('takes nobody for pregnant who only asks about pregnancy', () => {
    expect(kindsAfter('which shampoo', 'is Dew Magic safe in pregnancy?')).toEqual([]);
    expect(kindsAfter('which shampoo', "I'm 20 weeks pregnant")).toEqual(['carrying']);
  });

  it('is noted beside every later reply, before what that was drawn from', () =>
    expect(careNotesOf(careInMind('how do I refresh curls', [PATCH]), [{ safety: 'patch_test' }])).toEqual([
      'see_dermatologist',
      'patch_test',
    ]));
});
