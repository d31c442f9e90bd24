import { describe, expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { composeReply } from '../compose.ts';
import { COMPANION, materialOf } from '../material.fixtures.ts';
import { situationOf } from './situations.ts';

describe('what fills ordinary days is met as just that', () => {
  it.each([
    ["i'm a welder", 'work-told'],
    ['i work at a bakery', 'work-told'],
    ['i was a bus driver for twenty years', 'work-before'],
    ['he is a beagle, nine years old', 'pet-told'],
    ['we have two cats', 'pets-told'],
    ['the puppy has a vet appointment', 'appointment'],
    ['i have two sons and a daughter', 'generations'],
    ['we were married for forty years', 'long-marriage'],
    ['i am 67', 'age-told'],
    ['my hips are not what they used to be', 'body-ages'],
    ['we play every sunday', 'club'],
    ['i need to buy a new coat', 'clothes'],
    ['she made me soup', 'was-given'],
    ['we had tacos for dinner', 'food'],
    ['Heading to Porto on Monday', 'setting-off'],
    ["i've been thinking about getting a kayak", 'wants-something'],
    ['my late husband built this house', 'late-spouse'],
    ['he has been sick since monday', 'other-ill'],
    ['my cousin is getting married in june', 'wedding-ahead'],
    ['i got her when i moved to Dallas', 'moved-once'],
    ['i used to play the drums', 'used-to-do'],
    ['i went back to work today', 'went-back'],
  ])('%s → %s', (message, id) => {
    expect(situationOf(message, 'neutral')?.id).toBe(id);
  });

  it.each(["she's a vet", "the vet said he's fine"])('is no visit to the vet: %s', (message) => {
    expect(situationOf(message, 'neutral')?.id).not.toBe('pet-visit');
  });

  it('is not what a hard stretch is answered with', () => {
    expect(situationOf('we were together 4 years', 'neutral', 'negative')).toBeNull();
  });
});

/** A reply to a message as the understanding reads it, after what was said before. */
function replyTo(message: string, before: readonly string[] = [], seed = 'seed'): string {
  const history = before.map((text) => ({ role: 'user' as const, text }));
  return composeReply(materialOf(COMPANION, message, understand(message, { nameAsked: false }), { history, seed }))
    .text;
}

describe('a conversation', () => {
  it.each(['one', 'two', 'three', 'four'])('says no word of a mood that nobody told, seed %s', (seed) => {
    for (const message of ['my dog has a checkup on friday', 'i start in September', 'we also have a toddler, Max']) {
      expect(replyTo(message, [], seed)).not.toMatch(/sorry|sounds (hard|heavy|lovely|disappointing)|awful/);
    }
  });

  it('says hello to a name and goes on with what came with it', () => {
    expect(replyTo("Hi, I'm Hannah. I work as a baker.")).toMatch(/Hannah.*\?/);
    expect(replyTo("Hi, I'm Hannah. I work as a baker.")).not.toMatch(/your day/);
  });

  it('takes up a name given to the one spoken of', () => {
    expect(replyTo("she's called Nugget", ['i just adopted a kitten'])).toMatch(/Nugget/);
  });

  it('takes "he" for the one named before', () => {
    expect(replyTo('he sleeps on my bed', ['my dog Rex is at home'])).toMatch(/Rex/);
  });

  it('leaves a mourner who asked for another subject to it', () => {
    const before = ['my dad died last week', 'can we talk about something else'];
    expect(replyTo("i've been thinking about getting a kayak", before)).not.toMatch(/[Gg]rief|belongs to it/);
  });

  it('looks nothing up that is asked of itself, or in doubt', () => {
    const answer = { text: 'Work was fine today.', abstains: false, used: [] };
    for (const message of ['how was your day?', 'did i do something wrong?', 'what would i even say']) {
      const material = materialOf(COMPANION, message, understand(message, { nameAsked: false }), {
        memory: { answer, known: [], forgets: false },
      });
      expect(composeReply(material).text).not.toContain(answer.text);
    }
  });

  it.each([
    'gotta run',
    "ok i'll let you go now!",
    'nice talking to you',
    'cheerio for now',
    'alright, have to go, night',
  ])('lets go of who leaves: %s', (message) => {
    expect(replyTo(message, ['i went home early'])).not.toContain('?');
  });

  it.each(['hey im back', 'back'])('welcomes back: %s', (message) => {
    expect(replyTo(message)).toMatch(/back|again/);
  });
});
