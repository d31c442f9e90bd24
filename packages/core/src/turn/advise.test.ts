import { expect, test } from 'vitest';
import { SHELF } from '../catalogue/catalogue.fixtures.ts';
import type { KnownHair } from '../hair-profile/hair-profile.ts';
import type { Fact } from '../memory/fact.ts';
import { NOTHING_RECALLED } from '../memory/recall.ts';
import { understand } from '../understanding/understand.ts';
import { adviceFor } from './advise.ts';

const knownHairOf = (field: string, value: string): KnownHair => ({
  id: '01900000-0000-7000-8000-000000000009',
  field,
  value,
  quote: null,
  confidence: 1,
  messageId: null,
  saidAt: '2026-11-01T12:00:00Z',
  source: 'said',
});

const allergy = (value: string, given: Partial<Fact> = {}): Fact =>
  ({
    id: value,
    slot: 'allergy',
    value,
    text: `You are allergic to ${value}.`,
    subject: { key: 'self', name: null, relation: null },
    modality: 'asserted',
    status: 'active',
    saidAt: new Date('2026-11-01T12:00:00Z'),
    tender: false,
    importance: 0.95,
    ...given,
  }) as Fact;

const sonOf = { subject: { key: 'son:', name: null, relation: 'son' } };

/** What stands against the leave-in with almond. */
function objectionWith(message: string, hair: readonly KnownHair[], allergies: readonly Fact[]): string | undefined {
  const advice = adviceFor({
    catalogue: SHELF,
    turn: { input: { text: message }, history: [] },
    summary: understand(message, { nameAsked: false }),
    passages: [],
    recalled: { ...NOTHING_RECALLED, allergies },
    person: { hair },
  });
  return advice?.objections.get('dune-leave-in');
}

const DRY = 'My hair is so dry, what should I use?';

test.each<[string, string, readonly KnownHair[], readonly Fact[], string | undefined]>([
  ['nothing known', DRY, [], [], undefined],
  ['a sensitivity of the hair profile', DRY, [knownHairOf('sensitivities', 'nuts')], [], 'it contains nuts'],
  ['another one', DRY, [knownHairOf('sensitivities', 'tea_tree')], [], undefined],
  ['another field', DRY, [knownHairOf('goals', 'nuts')], [], undefined],
  ['an allergy told in an earlier conversation', DRY, [], [allergy('almonds')], 'it contains almond'],
  ['one that was taken back', DRY, [], [allergy('almonds', { status: 'superseded' })], undefined],
  ['one they said they do not have', DRY, [], [allergy('almonds', { modality: 'negated' })], undefined],
  ['one of a son who is not spoken of', DRY, [], [allergy('almonds', sonOf)], undefined],
  ['one of a son who is', `For my son: ${DRY}`, [], [allergy('almonds', sonOf)], 'it contains almond'],
])('against a product with almond: %s', (_, message, hair, known, objection) => {
  expect(objectionWith(message, hair, known)).toBe(objection);
});
