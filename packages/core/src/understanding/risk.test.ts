import { describe, expect, it } from 'vitest';
import { readRisk } from './risk.ts';

describe('crisis, with its kind', () => {
  it.each([
    ["I don't want to be alive anymore", 'suicide'],
    ["don't tell anyone but I made a plan", 'suicide'],
    ['I paid off my debts and wrote out my passwords for my wife', 'suicide'],
    ['I k!ll myself tonight', 'suicide'],
    ['i wanna k\u200bill myself', 'suicide'],
    ['ya no quiero vivir', 'suicide'],
    ['mujhe ab jeena nahi hai', 'suicide'],
    ['Ich will nicht mehr leben', 'suicide'],
    ['я не хочу жить', 'suicide'],
    ['I cut again last night', 'self-harm'],
    ['I swallowed a whole bottle of ibuprofen', 'overdose'],
    ['my dad beats me when he drinks', 'abuse'],
    ["I'm throwing up after every meal and today there was blood", 'eating-disorder'],
    ['The voices say I have to hurt my sister', 'violence'],
    ['my brother says he is going to kill himself', 'third-party'],
    [`${'I had a fine day at work and nothing special happened. '.repeat(120)}I want to kill myself.`, 'suicide'],
  ])('%s → %s', (text, kind) => {
    expect(readRisk(text)).toMatchObject({ level: 'crisis', kind });
  });
});

describe('negation, past, jokes and fiction lower a crisis', () => {
  it.each([
    ["I'm not suicidal, just so tired of everything", 'concern'],
    ["I'm not going to kill myself", 'concern'],
    ['I tried to kill myself three years ago', 'concern'],
    ['two years ago I wanted to die', 'concern'],
    ['this song makes me want to kill myself', 'concern'],
    ['My character wants to kill himself in act two', 'none'],
    ['lol I want to die, hungover at work', 'concern'],
    ['lol I want to die tonight, I have the pills', 'crisis'],
    ['I tried to kill myself three years ago and I want to again', 'crisis'],
  ])('%s → %s', (text, level) => {
    expect(readRisk(text).level).toBe(level);
  });
});

describe('look-alikes stay ordinary talk', () => {
  it.each([
    'this deadline is killing me',
    'I could murder a pizza',
    "I'd rather die than wear crocs",
    'my boss hit me with another deadline',
    'Cut my finger chopping onions',
    "I won't be here Monday, I'm on leave",
    'Giving away my old clothes because I am moving',
    'When did Sylvia Plath die?',
    'we killed the boss in the raid',
    'my phone died on the bridge',
    '',
    '🔪🍕',
  ])('%s', (text) => {
    expect(readRisk(text)).toEqual({ level: 'none', kind: null, rule: null });
  });

  it('keeps the idiom from hiding the person who means it', () => {
    expect(readRisk("I'd rather die than go home to him").level).not.toBe('none');
  });
});
