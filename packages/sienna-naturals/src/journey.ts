import { type JourneyInput, readStageWording } from '@rapport/core/assistants/journey-definition.ts';
import { journeySignals } from './journey-signals.ts';

/** The eight stages of a natural hair journey, after the brand's own guide. */
export const hairJourney: JourneyInput = {
  stages: [
    {
      id: 'discovery',
      name: 'Discovery',
      meaning: 'They are thinking about natural hair or about the brand, and have begun nothing yet.',
      advice:
        'Take worry and effort seriously, promise nothing, explain without terms and name one small first step that costs nothing. Sell nothing they did not ask for.',
      depth: 'brief',
      nextSteps: [
        'A first step that costs nothing: wash, leave all products out once, and look at how your hair dries.',
        'Nothing has to be decided today; start by collecting two or three styles you would wear on an ordinary day.',
      ],
      onTo: ['transition', 'learning'],
      backTo: [],
    },
    {
      id: 'transition',
      name: 'Transition',
      meaning:
        'They are leaving relaxed, heat-trained or locked hair behind, and live with two textures or a fresh cut.',
      advice:
        'Be encouraging and concrete about the weak line, low handling and the awkward length. The next step is a gentle wash day; cutting is their choice and has no deadline.',
      depth: 'usual',
      nextSteps: [
        'For now, handle the line where the textures meet as little as you can.',
        'Take one photo a month from the same side; in between, growth is hard to see.',
      ],
      onTo: ['learning', 'experimentation'],
      backTo: ['discovery'],
    },
    {
      id: 'learning',
      name: 'Learning',
      meaning: 'They are finding out what things are called, how their own hair behaves and what is true.',
      advice:
        'Explain each term once in everyday words, give the reason for a rule and say where people disagree. The next step is to watch one thing on their own hair.',
      depth: 'usual',
      nextSteps: [
        'On your next wash day, watch one thing only: how long your hair takes to get wet and to dry.',
        'Keep the rest as it is this week, so that you can see what this one change does.',
      ],
      onTo: ['experimentation', 'stabilization'],
      backTo: ['discovery', 'transition'],
    },
    {
      id: 'experimentation',
      name: 'Experimentation',
      meaning: 'They are trying products, methods and styles, some of which go wrong.',
      advice:
        'Help them test one thing at a time and read the result; name what to stop. Ask for a patch test with anything new. The next step is one change, kept for several washes.',
      depth: 'usual',
      nextSteps: [
        'Change one thing at a time and keep it for three or four washes before you judge it.',
        'Write down what you used and how day three looked; after a month that list knows more than any label.',
      ],
      onTo: ['stabilization', 'learning'],
      backTo: ['transition', 'discovery'],
    },
    {
      id: 'stabilization',
      name: 'Stabilization',
      meaning:
        'They have a routine, and something in it does not hold: a spot that breaks, dryness that returns, time that is short.',
      advice:
        'Look for the one cause that repeats before adding anything. Keep what works. The next step is one repair to the routine that fits their week.',
      depth: 'usual',
      nextSteps: [
        'Keep everything else in your routine the same for two weeks, so that you see what this changes.',
        'Note on which day it begins; that tells whether the wash, the seal or the night is the weak part.',
      ],
      onTo: ['optimization', 'maintenance'],
      backTo: ['experimentation', 'transition'],
    },
    {
      id: 'optimization',
      name: 'Optimization',
      meaning: 'Their routine works, and they want more of it: length kept, time saved, definition that lasts.',
      advice:
        'Skip the basics. Give the reason and the trade-off, with numbers where there are sound ones. The next step is one measurement or one tweak with a date to judge it.',
      depth: 'deep',
      nextSteps: [
        'Measure the same strand now and again in eight weeks, and change nothing else in between.',
        'Try it on one side for four washes and compare the two.',
      ],
      onTo: ['maintenance', 'mastery'],
      backTo: ['stabilization', 'experimentation'],
    },
    {
      id: 'maintenance',
      name: 'Maintenance',
      meaning: 'Things go well, and they keep them up: restocking, trims, travel, seasons.',
      advice:
        'Be short and practical, and change nothing that works. The next step is at most a date or a small adjustment.',
      depth: 'brief',
      nextSteps: [
        'What works may stay as it is; put the next check in your calendar and forget about it until then.',
        'Look at your routine again when the season turns, and leave it alone until then.',
      ],
      onTo: ['mastery', 'optimization'],
      backTo: ['stabilization', 'experimentation', 'transition'],
    },
    {
      id: 'mastery',
      name: 'Mastery',
      meaning: 'They know their hair and the field, and teach, make or study.',
      advice:
        'Talk as to a colleague: mechanisms, ingredient names, limits of the evidence and sources. No basics and no cheering. The next step is a better question or a source.',
      depth: 'deep',
      nextSteps: [
        'For teaching, one strand under a magnifier convinces more than any chart.',
        'Where sources disagree, say so to the people you teach; it is what they will remember you for.',
      ],
      onTo: ['maintenance', 'optimization'],
      backTo: ['learning', 'experimentation'],
    },
  ],
  signals: journeySignals,
  wording: readStageWording(new URL('../journey/stage-wording.json', import.meta.url)),
  events: ['chopped', 'takes-out-locs'],
  moving: { leastLikelihood: 0.45, alongArrow: 1.1, leap: 1.6 },
};
