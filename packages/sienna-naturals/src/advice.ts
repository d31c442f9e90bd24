import { type AdviceInput, readAnswerWording } from '@rapport/core/assistants/advice-definition.ts';
import { adviceItems, informingPassages } from './advice-items.ts';

const PARTS = 'hair|ends|tips|curls|coils|lengths|strands|twists|afro|fro';

/** What of Sienna's knowledge is advice, and when she asks how it went. */
export const hairAdvice: AdviceInput = {
  kinds: {
    technique: {
      askAfterDays: 14,
      reason:
        'Coily and dry hair is washed about weekly, at the least every two to three weeks: after two weeks a way of doing something on wash day has been tried once or twice.',
      sources: ['https://www.aad.org/public/everyday-care/hair-scalp-care/hair/care-african-american'],
    },
    product: {
      askAfterDays: 25,
      reason:
        'A product shows what it does after several washes. A delayed contact allergy may need more than one use to show, so that sooner an answer tells little of how the skin takes it either.',
      sources: ['https://dermnetnz.org/topics/allergic-contact-dermatitis'],
    },
    routine: {
      askAfterDays: 28,
      reason: 'A routine is judged by four wash days or so: the first is learning, the second is habit.',
      sources: ['https://www.aad.org/public/everyday-care/hair-scalp-care/hair/care-african-american'],
    },
    style: {
      askAfterDays: 21,
      reason: 'A style is put in, worn and looked after for some weeks before anyone knows how the hair took to it.',
      sources: ['https://www.aad.org/public/diseases/hair-loss/causes/hairstyles'],
    },
    care: {
      askAfterDays: 7,
      reason:
        'Whether someone could be seen is asked about soon: an appointment is made or missed within days, and a scalp that scars does not wait.',
      sources: ['https://www.aad.org/public/diseases/hair-loss/treatment/diagnosis-treat'],
    },
  },
  items: [...adviceItems],
  informs: [...informingPassages],
  wording: readAnswerWording(new URL('../advice/outcome-wording.json', import.meta.url)),
  concerns: [
    concern('routine', 'hair', null),
    concern('dryness', 'dry hair', part('dry|parched|thirsty|brittle|crunchy|rough|straw[- ]like')),
    concern('build_up', 'build-up', null),
    concern('hard_water', 'hard water at home', null),
    concern('protein_balance', 'limp or stiff hair', part('limp|mushy|stiff|gummy|stretchy')),
    concern('breakage', 'breakage', part('breaking|snapping|splitting|weak|fragile')),
    concern('heat_damage', 'heat-damaged curls', part('heat[- ]damaged|fried|burnt')),
    concern('color_damage', 'colored hair', part('bleached|colou?red|dyed')),
    concern('detangling', 'tangles', part('tangled|knotty|matted')),
    concern('definition_frizz', 'frizz', part('frizzy|undefined|puffy|poofy')),
    concern('growth_length', "hair's length", null),
    concern('protective_style', 'protective style', null),
    concern('locs', 'locs', part('dry|thin|frizzy', 'locs')),
    concern('edges', 'edges', part('thin|thinning|broken|sparse', 'edges|hairline|temples')),
    concern('scalp_dry', 'dry scalp', part('dry|tight', 'scalp')),
    concern('scalp_itch_flakes', 'scalp', part('itchy|flaky|greasy|oily', 'scalp|roots')),
    concern('night', 'hair at night', null),
    concern('swimming', 'hair when you swim', null),
    concern('low_porosity', 'low-porosity hair', null),
    concern('shedding', 'shedding', null),
    concern('skin_reaction', 'skin', null),
    concern('bald_patch', 'scalp', null),
  ],
};

function concern(id: string, words: string, said: RegExp | null): AdviceInput['concerns'][number] {
  return { id, words, said };
}

/** "dry ends": a state and the part of the hair it is said of. */
function part(states: string, parts = PARTS): RegExp {
  return new RegExp(`\\b(?:${states}) (?:\\w+ )?(?:${parts})\\b`);
}
