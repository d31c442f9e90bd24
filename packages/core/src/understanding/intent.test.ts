import { expect, it } from 'vitest';
import { understand } from './understand.ts';

it.each([
  ['hi', 'greeting'],
  ['good morning Jumbo!', 'greeting'],
  ['bye for now', 'farewell'],
  ['ok gotta go, talk later', 'farewell'],
  ['thank you so much', 'thanks'],
  ['Do you remember my friends?', 'recall'],
  ["what's my dog's name", 'recall'],
  ['Where do I work?', 'recall'],
  ['What did I tell you about my sister?', 'recall'],
  ['Remember that I hate olives', 'memory-command'],
  ['forget what I said about my boss', 'memory-command'],
  ['delete everything you know about me', 'memory-command'],
  ['Are you a real person?', 'identity'],
  ['what can you do', 'identity'],
  ['How much protein does hair need?', 'question'],
  ['tell me more', 'elaborate'],
  ['why?', 'elaborate'],
  ['Can you help me write a letter?', 'ask-for-help'],
  ["I don't know how to tell my dad", 'ask-for-help'],
  ['yes please', 'agree'],
  ['sounds good', 'agree'],
  ['no thanks', 'decline'],
  ['not now', 'decline'],
  ['I moved to York last week', 'share'],
  ['how are you?', 'small-talk'],
  ['lol', 'small-talk'],
])('%s → %s', (text, intent) => {
  expect(understand(text, { nameAsked: false }).intent).toBe(intent);
});
