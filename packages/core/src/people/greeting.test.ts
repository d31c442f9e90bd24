import { describe, expect, it } from 'vitest';
import { greet } from './greeting.ts';
import { accountNameOf } from './names.ts';

const greetings = {
  stranger: 'stranger',
  returningStranger: 'returning stranger',
  introduction: 'introduction of {name}',
  welcomeBack: 'Hey {name}, welcome back!',
  askNameOfAccount: 'Hey {accountName}! What should I call you?',
  askName: 'I am {assistant} of {brand}. What should I call you?',
};
type Assistant = Parameters<typeof greet>[0];
const assistant = (asksForName: boolean) =>
  ({ name: 'Robin', brand: { name: 'Gardens' }, asksForName, greetings }) as Partial<Assistant> as Assistant;

describe('a greeting', () => {
  const nobody = { preferredName: null, accountName: null, hasBeenHere: false, nameAsks: 0 };
  const cases: readonly (readonly [string, Parameters<typeof greet>[1], boolean, string, boolean])[] = [
    ['a guest, first time', nobody, true, 'I am Robin of Gardens. What should I call you?', true],
    [
      'an account, first time',
      { ...nobody, accountName: 'john.doe' },
      true,
      'Hey john.doe! What should I call you?',
      true,
    ],
    ['someone known, first time here', { ...nobody, preferredName: 'Bo' }, true, 'introduction of Bo', false],
    [
      'someone known, back',
      { ...nobody, preferredName: 'Bo', hasBeenHere: true },
      true,
      'Hey Bo, welcome back!',
      false,
    ],
    ['asked twice already', { ...nobody, nameAsks: 2, hasBeenHere: true }, true, 'returning stranger', false],
    ['an assistant that does not ask', nobody, false, 'stranger', false],
    ['an assistant that does not ask, back', { ...nobody, hasBeenHere: true }, false, 'returning stranger', false],
    [
      'someone known, back to something that was due',
      { ...nobody, preferredName: 'Bo', hasBeenHere: true, callback: 'How did the interview go?' },
      true,
      'Hey Bo, welcome back! How did the interview go?',
      false,
    ],
    [
      'someone new here, whatever other assistants know',
      { ...nobody, preferredName: 'Bo', callback: 'How did the interview go?' },
      true,
      'introduction of Bo',
      false,
    ],
    [
      'a name that looks like a slot',
      { ...nobody, preferredName: '{brand}', hasBeenHere: true },
      true,
      'Hey {brand}, welcome back!',
      false,
    ],
  ];
  it.each(cases)('%s', (_, person, asks, text, asksName) => {
    expect(greet(assistant(asks), person)).toEqual({ text, asksName });
  });
});

it('asks one thing: a callback instead of the question the greeting ends with', () => {
  const stranger = { preferredName: null, accountName: null, hasBeenHere: true, nameAsks: 2, callback: 'How was it?' };
  const asking = { ...assistant(true), greetings: { ...greetings, returningStranger: 'Welcome back! How are you?' } };
  expect(greet(asking as Assistant, stranger).text).toBe('Welcome back! How was it?');
});

describe('the name an account suggests', () => {
  const account = { displayName: null, name: '', email: 'john.doe@example.com', isGuest: false };
  const cases: readonly (readonly [string, Parameters<typeof accountNameOf>[0], string | null])[] = [
    ['its address when it has no name', account, 'john.doe'],
    ['its name', { ...account, name: 'Jane Doe' }, 'Jane Doe'],
    ['what the person chose to be shown as', { ...account, name: 'Jane Doe', displayName: 'JD' }, 'JD'],
    ['nothing for a guest', { ...account, name: 'Anonymous', isGuest: true }, null],
    ['nothing of an address that is only a placeholder', { ...account, email: '0190@people.invalid' }, null],
  ];
  it.each(cases)('is %s', (_, given, expected) => {
    expect(accountNameOf(given)).toBe(expected);
  });
});
