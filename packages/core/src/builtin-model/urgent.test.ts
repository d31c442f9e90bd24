import { expect, it } from 'vitest';
import { foundOf, passageOf } from '../knowledge/passage.fixtures.ts';
import { COMPANION, GUIDE } from './material.fixtures.ts';
import { needsUrgentHelp } from './urgent.ts';

const swallowed = passageOf({ id: 'swallowed', safety: 'urgent_poison_control' });
const patchTest = passageOf({ id: 'patch', safety: 'patch_test' });

it.each([
  ['a passage that answers and can’t wait', GUIDE, 'I swallowed some relaxer', [foundOf(swallowed)], true],
  ['one that is only near', GUIDE, 'how much shampoo should I use', [foundOf(swallowed, false)], false],
  ['one that can wait', GUIDE, 'how do I test a dye', [foundOf(patchTest)], false],
  ['nothing found', GUIDE, 'hello', [], false],
  ['a companion has no such passages', COMPANION, 'I swallowed some relaxer', [foundOf(swallowed)], false],
] as const)('%s', (_, assistant, message, passages, urgent) => {
  expect(needsUrgentHelp({ assistant, message, passages })).toBe(urgent);
});
