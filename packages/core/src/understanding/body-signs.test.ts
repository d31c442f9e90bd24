import { describe, expect, test } from 'vitest';
import { bodySignsIn } from './body-signs.ts';

const notesIn = (message: string) => bodySignsIn(message).flatMap(({ notes }) => notes);

describe('a sign of the body', () => {
  test.each([
    ['swallowed product', 'my 2 year old drank some conditioner', 'urgent_poison_control'],
    ['product in the eye', 'the relaxer ran into my eye and it stings', 'urgent_care'],
    ['swollen lips', 'used the new gel and my lips are swollen', 'stop_use'],
    ['a chemical burn', 'the perm left blisters behind my ear', 'stop_use'],
    ['a rash from glue', 'the glue made the skin red and itchy', 'stop_use'],
    ['pus', "there's pus under my braids", 'see_doctor'],
    ['a bald patch', 'found a smooth bald circle on the side', 'see_dermatologist'],
    ['a burning crown', 'my crown burns when I touch it', 'see_dermatologist'],
    ['braids that hurt', 'my braids are so tight I have a headache', 'loosen_style'],
    ['edges thinned by a style', 'my edges are thinning from my wig band', 'loosen_style'],
    ['shed hair that doubled', 'my shedding doubled since june', 'see_dermatologist'],
    ['pregnancy', "I'm 12 weeks pregnant, can I use dye?", 'ask_doctor_pharmacist'],
    ['treatment', 'chemo starts on monday', 'ask_doctor_pharmacist'],
    ['a dye to come', 'can I bleach my twa at home?', 'patch_test'],
    ['an allergy asked about', "I'm allergic to shea, which of yours can I use?", 'avoid_allergen'],
    ['a sign in Spanish', 'me arde el cuero cabelludo', 'stop_use'],
  ] as const)('is heard of %s', (_, message, note) => expect(notesIn(message)).toContain(note));

  test.each([
    ['hair that drinks', 'my hair drank up the conditioner in seconds'],
    ['a price', 'that price is hard to swallow for a shampoo'],
    ['a pride', 'I swallowed my pride and bought the mask'],
    ['water', 'I drank more water and used the oil'],
    ['a burnt iron smell', 'my ends smell burnt after the flat iron'],
    ['tight coils', 'I have tight coils and a twist out'],
    ['locs taken down', 'took out my locs and there is so much trapped hair'],
    ['a tight budget', 'braids on a tight budget'],
    ['flakes of gel', 'my gel flakes white when I scrunch'],
    ['a question of trims', 'does trimming make it grow?'],
  ])('is not heard of %s', (_, message) => expect(notesIn(message)).toEqual([]));

  test('takes no longer the longer a message repeats what almost fits', () => {
    const message = 'braids tight scalp hair shampoo swallowed my pride '.repeat(160);
    expect(bodySignsIn(message.slice(0, 8_000))).toBeInstanceOf(Array);
  });
});
