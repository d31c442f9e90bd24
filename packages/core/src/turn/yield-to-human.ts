import type { Committed } from './commit.ts';
import type { Answered } from './answered.ts';
import { silentPlan } from './plan-hand-off.ts';
import type { ScriptedPlan } from './turn-plan.ts';

type HumanAnswers = Extract<Committed, { readonly kind: 'human-answers' }>;

/**
 * What is left of a turn whose reply may not be shown, because a person of the team took the conversation while it was
 * written: what the message taught, the notice that a person answers where no turn has said that yet, else silence. Where
 * they have given it back meanwhile, the reply stands. Readers are told to drop what they have seen of it.
 */
export function yieldTo({ humanName, fencingToken, toldHuman }: HumanAnswers, answered: Answered): Answered {
  const turn = { ...answered.turn, handOff: { ...answered.turn.handOff, humanName, fencingToken, toldHuman } };
  if (humanName === null) return { ...answered, turn };
  const { live, result, plan, assistant } = answered;
  const scripted = (text: string): ScriptedPlan => ({
    kind: 'scripted',
    safety: plan.safety,
    change: plan.change,
    handOff: {},
    isUrgent: false,
    text,
    suggestions: [],
    safetyNotes: [],
    isSilent: false,
  });
  const silent = silentPlan({ scripted }, { humanName, toldHuman }, assistant);
  live.beginAgain(`${turn.replyId}-human`);
  if (silent.text !== '') live.text(silent.text);
  live.endText();
  const { cache, promptRecord } = result;
  return { ...answered, turn, plan: silent, result: { outcome: 'scripted', text: silent.text, cache, promptRecord } };
}
