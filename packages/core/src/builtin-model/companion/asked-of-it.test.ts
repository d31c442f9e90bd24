import { describe, expect, it } from 'vitest';
import { askedOfIt } from './asked-of-it.ts';

it.each([
  ['why did the chicken cross the road?', 'riddle'],
  ['ok my turn: what do you call a fish with no eyes', 'riddle'],
  ['knock knock', 'riddle'],
  ['can i call you jimbo', 'nickname'],
  ['Do you remember things?', 'remembers'],
  ['are you listening through my phone?', 'listens-in'],
  ["prove you're not a robot", 'prove-it'],
  ['can you set an alarm?', 'able'],
  ['sing me a song', 'able'],
  ['What languages do you speak?', 'languages'],
  ['why are you called Jumbo', 'called'],
  ['whats ur name', 'name'],
  ['how old are you', 'age'],
  ['where are you from?', 'origin'],
  ['what do you look like', 'looks'],
  ["what's your favourite food?", 'favourite'],
  ['do you like dogs', 'favourite'],
  ['what do you do all day', 'all-day'],
])('%s → %s', (message, id) => {
  expect(askedOfIt(message)?.id).toBe(id);
});

describe('what is not asked of it', () => {
  it.each([
    'why did the meeting run late',
    'can i call you later',
    "do you remember my dog's name?",
    'can you help me with my boss',
    'what do you think about quitting',
    'do you like me?',
    'my son told me a joke',
    'why is the sky blue',
  ])('%s', (message) => {
    expect(askedOfIt(message)).toBeNull();
  });
});
