import { type ConcernsInput, readConcernWording } from '@rapport/core/assistants/concerns-definition.ts';
import { concernSignals } from './concern-signals.ts';

/** What people come to a hair brand's guide about. */
export const hairConcerns: ConcernsInput = {
  kinds: [
    {
      id: 'routine',
      name: 'Routine',
      meaning: 'What to do when and how often: beginning, wash days, seasons, travel, sleep, short of time.',
    },
    {
      id: 'typing_porosity',
      name: 'Type and porosity',
      meaning: 'Which type, porosity or density hair has, and what that changes.',
    },
    { id: 'dryness', name: 'Dryness', meaning: 'Hair that is or stays dry, moisture, sealing, humectants.' },
    {
      id: 'protein_balance',
      name: 'Protein and moisture',
      meaning: 'Protein, bond builders and what too much or too little of them does.',
    },
    {
      id: 'hygral_fatigue',
      name: 'Too much water',
      meaning: 'Limp, mushy or over-stretching hair that is wet or conditioned too long or too often.',
    },
    { id: 'breakage', name: 'Breakage', meaning: 'Hair that snaps or splits.' },
    { id: 'detangling', name: 'Detangling', meaning: 'Tangles, knots, matting and how to get through them.' },
    {
      id: 'definition_frizz',
      name: 'Definition and frizz',
      meaning: 'How curls come out and last: styling, hold, clumps, volume, frizz, shrinkage.',
    },
    {
      id: 'growth_length',
      name: 'Growth and length',
      meaning: 'Getting or keeping length, trims, how fast hair grows.',
    },
    { id: 'heat_damage', name: 'Heat', meaning: 'Straightening, blow-drying and other heat, and what it did.' },
    {
      id: 'color_chemical',
      name: 'Colour and chemicals',
      meaning: 'Colour, bleach, henna, relaxers and texturizers: using them or leaving them.',
    },
    {
      id: 'protective_style',
      name: 'Protective styles',
      meaning: 'Braids, twists, weaves and wigs: choosing, wearing, how long.',
    },
    { id: 'locs', name: 'Locs', meaning: 'Starting, keeping or taking out locs.' },
    { id: 'edges_traction', name: 'Edges', meaning: 'Thinning hairlines and temples, mostly from pulling.' },
    { id: 'shedding_loss', name: 'Shedding and loss', meaning: 'More hair coming out, or hair that gets thinner.' },
    { id: 'bald_patch', name: 'Bald patch', meaning: 'A bare patch on the scalp.' },
    { id: 'scalp_itch_flakes', name: 'Scalp', meaning: 'Itching, flakes, scales or grease of the scalp.' },
    {
      id: 'allergy_sensitivity',
      name: 'Allergy and reactions',
      meaning: 'What someone may not have on them, or reacted to.',
    },
    {
      id: 'product_info',
      name: 'Products',
      meaning: 'The brand, its products, ingredients, formulas, storage, orders.',
    },
    { id: 'other', name: 'Other', meaning: 'Accidents, and whatever else of hair falls under none of these.' },
  ],
  signals: concernSignals,
  wording: readConcernWording(new URL('../journey/concern-wording.json', import.meta.url)),
};
