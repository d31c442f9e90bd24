import { describe, expect, it } from 'vitest';
import { soundJourney } from '../journey/journey.fixtures.ts';
import { soundAssistant } from './assistant.fixtures.ts';
import { defineAssistant } from './define-assistant.ts';
import type { JourneyInput } from './journey-definition.ts';

const [first, second, third] = soundJourney.stages;
const [signal] = soundJourney.signals;
if (first === undefined || second === undefined || third === undefined || signal === undefined)
  throw new Error('the fixture has three stages and a signal');

describe('declaring a journey', () => {
  it('is left to the assistant', () => {
    expect(defineAssistant(soundAssistant)).toMatchObject({ journey: null, personas: null });
    expect(defineAssistant({ ...soundAssistant, journey: soundJourney }).journey?.stages).toHaveLength(3);
  });

  const refused: readonly (readonly [string, Partial<JourneyInput>, RegExp])[] = [
    ['a stage twice', { stages: [first, second, third, first] }, /the id "discovery" is used twice/],
    ['a stage of its own making', { stages: [first, { ...second, id: 'bliss' as 'learning' }] }, /stages\.1\.id/],
    [
      'an arrow to itself',
      { stages: [{ ...first, onTo: ['discovery', 'learning'] }, second, third] },
      /arrow to itself/,
    ],
    [
      'an arrow to nowhere',
      { stages: [first, { ...second, onTo: ['mastery', 'transition'] }, third] },
      /no stage of it/,
    ],
    [
      'a stage that nothing leads to',
      { stages: [first, { ...second, onTo: [] }, third] },
      /no arrows lead to "mastery"/,
    ],
    ['a stage that nothing speaks for', { signals: [signal] }, /none speaks for "learning"/],
    ['a pattern that remembers', { signals: [{ ...signal, pattern: /wonder/g }] }, /flags g or y/],
    ['a pattern that looks for capitals', { signals: [{ ...signal, pattern: /Wonder/ }] }, /lower case only/],
    ['a pattern with an apostrophe', { signals: [{ ...signal, pattern: /don't/ }] }, /apostrophes/],
    ['a weight beyond belief', { signals: [{ ...signal, weights: { discovery: 9 } }] }, /signals\.0\.weights/],
    ['an event that is no signal', { events: ['big-bang'] }, /"big-bang" is no signal/],
    ['one message that moves', { moving: { ...soundJourney.moving, alongArrow: 1 } }, /moving\.alongArrow/],
    ['a leap that is easier than a step', { moving: { ...soundJourney.moving, leap: 1.1 } }, /no less than a step/],
    [
      'a next step that asks',
      { stages: [{ ...first, nextSteps: ['What would you like to do?'] }, second, third] },
      /must not ask anything/,
    ],
    [
      'wording learnt without a stage',
      { wording: { ...soundJourney.wording, labels: ['discovery', 'mastery', 'transition'] } },
      /was learnt without "learning"/,
    ],
    [
      'a row of weights that is too short',
      { wording: { ...soundJourney.wording, features: { soil: [1] } } },
      /a weight a label in each row/,
    ],
  ];
  it.each(refused)('refuses %s', (_, change, message) => {
    const define = () => defineAssistant({ ...soundAssistant, journey: { ...soundJourney, ...change } });
    expect(define).toThrow(TypeError);
    expect(define).toThrow(message);
  });
});
