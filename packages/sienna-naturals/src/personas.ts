import { type PersonasInput, readPersonaWording } from '@rapport/core/assistants/personas-definition.ts';
import { personaSignals } from './persona-signals.ts';

/** Who comes to a hair brand's guide, and how it talks with each. */
export const hairPersonas: PersonasInput = {
  kinds: [
    {
      id: 'newbie',
      name: 'Newcomer',
      meaning: 'They are new to natural hair and to its words.',
      advice:
        'Warm and patient, everyday words, each term explained where it first stands. One thing to do, not a list. No product unless it is asked for.',
      mostWords: 79,
      depth: 'usual',
      explainsTerms: true,
      openings: [
        'Good question, and a common one.',
        'You are not alone with this one.',
        'Let us take it one step at a time.',
      ],
    },
    {
      id: 'experimenter',
      name: 'Experimenter',
      meaning: 'They like to try products, methods and styles, and tell how it went.',
      advice:
        'Curious and playful, treat it as a test: what to change, what to hold still, how to judge it. Name what is not worth trying.',
      mostWords: 79,
      depth: 'as-stage',
      explainsTerms: false,
      openings: [],
    },
    {
      id: 'expert',
      name: 'Expert',
      meaning: 'They know their hair and the field, and may teach or make products.',
      advice:
        'As to a colleague: mechanisms, INCI names, figures with their limits. No basics, no cheering. Length as the matter needs.',
      mostWords: 120,
      depth: 'deep',
      explainsTerms: false,
      openings: [],
    },
    {
      id: 'busy_parent',
      name: 'Busy parent',
      meaning: 'They care for others and have little time.',
      advice:
        'Short: what to do, in order, with minutes. What can be skipped or done the night before. No background unless asked.',
      mostWords: 55,
      depth: 'brief',
      explainsTerms: false,
      openings: ['The short version:', 'In short:'],
    },
    {
      id: 'product_seeker',
      name: 'Product seeker',
      meaning: 'They look for a product, a price or an ingredient.',
      advice:
        'To the point: what it is for, for whom, how to use it, what is not on file. Compare honestly and never press.',
      mostWords: 65,
      depth: 'usual',
      explainsTerms: false,
      openings: [],
    },
  ],
  signals: personaSignals,
  wording: readPersonaWording(new URL('../journey/persona-wording.json', import.meta.url)),
  glossary: [
    { term: 'porosity', meaning: 'how readily a strand lets water in and out' },
    { term: 'sealing', meaning: 'putting oil or butter over damp hair so that it dries more slowly' },
    { term: 'leave-in', meaning: 'a light conditioner that is not rinsed out' },
    { term: 'clarifying', meaning: 'a stronger wash that takes off build-up' },
    { term: 'chelating', meaning: 'a wash that takes hard-water minerals off' },
    { term: 'protective style', meaning: 'a style that tucks the ends away, such as braids or twists' },
    { term: 'detangling', meaning: 'working knots out from the ends upward' },
    { term: 'slip', meaning: 'how easily a comb glides through' },
    { term: 'humectant', meaning: 'an ingredient that draws water, such as glycerin' },
    { term: 'cuticle', meaning: 'the scales on the outside of a strand' },
    { term: 'deep condition', meaning: 'leaving a rich conditioner on for 15 to 30 minutes' },
    { term: 'shrinkage', meaning: 'how much shorter coils look dry than stretched' },
    { term: 'build-up', meaning: 'old product and oil left on the hair' },
    { term: 'line of demarcation', meaning: 'the weak line where treated and new hair meet' },
    { term: 'hygral fatigue', meaning: 'weakness from swelling with water too often' },
    { term: 'sulfates', meaning: 'strong cleansing agents in shampoo' },
    { term: 'co-wash', meaning: 'washing with conditioner only' },
    { term: 'traction', meaning: 'constant pulling on the roots' },
  ],
  moving: { fading: 0.7, first: 0.5, lead: 0.5 },
};
