import { type BrandTopic, brandQuestionOf } from '../brand/brand-questions.ts';
import { urgentReply } from '../builtin-model/languages/languages.ts';
import { namedIn } from '../catalogue/names.ts';
import { beginHandOff, continueHandOff, type DialogueStep, hasLapsed, takesOffer } from '../hand-off/dialogue.ts';
import { answerBy } from '../hand-off/opening-hours.ts';
import type { RecognisedReason } from '../hand-off/recognise.ts';
import { type HandOffChange, type OpenCase, referenceOf } from '../hand-off/standing.ts';
import { MOST_UNANSWERED, unansweredInRow } from '../hand-off/unanswered.ts';
import {
  askInWords,
  CANCELLED,
  chipsBeside,
  humanAnswers,
  OFFER_DECLINED,
  offerInWords,
  openedInWords,
  waitingInWords,
} from '../hand-off/wording.ts';
import type { PlanInput } from './plan-input.ts';
import type { ScriptedPlan, TurnPlan } from './turn-plan.ts';

/** How a plan is made, given what is to be said: words by themselves, or after the reply to what was asked. */
interface Writers {
  readonly scripted: (text: string) => ScriptedPlan;
  readonly reply: (after: string) => TurnPlan;
}

type HandOffInput = Pick<PlanInput, 'turn' | 'assistant' | 'passages' | 'catalogue' | 'now' | 'wanted' | 'caseId'>;

/**
 * What to do where people have the conversation, are asked for or are needed; null where the assistant just answers. Help
 * that can't wait is given first and by the assistant, whoever has the conversation.
 */
export function planHandOff(input: HandOffInput, writers: Writers): TurnPlan | null {
  const { turn, assistant, now } = input;
  const { humanName, toldHuman, dialogue: kept } = turn.handOff;
  const definition = assistant.handOff;
  if (humanName !== null) {
    return isEmergency(input) ? null : silentPlan(writers, { humanName, toldHuman }, assistant);
  }
  if (definition === null) return null;
  const { text } = turn.input;
  const products = productsIn(input);
  const recognised = input.wanted;
  if (isEmergency(input)) return besideEmergency(input, writers, recognised, products);
  const dialogue = kept === null || hasLapsed(kept, now) ? null : kept;
  if (dialogue?.step === 'collecting' && !isGraver(recognised, dialogue.reason)) {
    return planStep(input, writers, continueHandOff(dialogue, text, products), false);
  }
  if (dialogue?.step === 'offered' && answersOffer(text)) return planOffered(input, writers, products);
  if (recognised !== null && !isAnsweredByBrand(input, recognised))
    return planRecognised(input, writers, recognised, products);
  return dialogue === null ? null : { ...writers.reply(''), handOff: { dialogue: null } };
}

/** "Where do I return this?" is answered by the brand's own page: nobody has to be asked. */
function isAnsweredByBrand({ turn, assistant, catalogue }: HandOffInput, { reason }: RecognisedReason): boolean {
  const topic = BRAND_TOPIC_OF[reason];
  if (assistant.links === null || topic === undefined || !ASKS_WHERE.test(turn.input.text)) return false;
  const question = brandQuestionOf(
    turn.input.text,
    (clause) => catalogue !== null && namedIn(clause, catalogue.products).length > 0,
  );
  return question?.isAll === true && question.topics.every((asked) => asked === topic);
}

/** It asks for the way, and tells of no order of its own. */
const ASKS_WHERE = /^(?!.*\d{3})[\s\S]*\b(?:where|how|what)\b/i;

/** Which question of the brand may sound like a reason, and is answered by a page or an address of its own. */
const BRAND_TOPIC_OF: Readonly<Record<string, BrandTopic>> = { refund: 'returns', asked: 'contact' };

/** A reaction is heard in the middle of anything else. */
const isGraver = (recognised: RecognisedReason | null, collecting: string): boolean =>
  recognised?.reason === 'reaction' && collecting !== 'reaction';

/** A person of the team answers: that is said once, and then nothing. */
export function silentPlan(
  writers: Pick<Writers, 'scripted'>,
  { humanName, toldHuman }: { readonly humanName: string; readonly toldHuman: string | null },
  assistant: PlanInput['assistant'],
): ScriptedPlan {
  if (humanName === toldHuman) return { ...writers.scripted(''), text: '', change: NOTHING_SAID, isSilent: true };
  const team = assistant.handOff?.team ?? 'the team';
  const text = humanAnswers(humanName, { assistant: assistant.name, team });
  return { ...writers.scripted(text), text, change: NOTHING_SAID, handOff: { toldHuman: humanName } };
}

const NOTHING_SAID: TurnPlan['change'] = {
  preferredName: null,
  awaitingName: null,
  nameAsks: null,
  disclosedAt: null,
  careLevel: null,
  careTurnsLeft: null,
};

/** Notes of passages under which nothing comes before the help itself. */
const EMERGENCIES: ReadonlySet<string> = new Set(['urgent_care', 'urgent_poison_control']);

/** Whether a guide is asked for help that can't wait for people of the team. */
export function isEmergency({
  assistant,
  turn,
  passages,
}: Pick<HandOffInput, 'assistant' | 'turn' | 'passages'>): boolean {
  if (assistant.kind !== 'guide') return false;
  return (
    urgentReply(turn.input.text) !== null ||
    passages.some(({ answers, passage: { safety } }) => answers && safety !== null && EMERGENCIES.has(safety))
  );
}

/** The help first; of a reaction to a product the team hears all the same, once the person can answer. */
function besideEmergency(
  input: HandOffInput,
  { reply }: Writers,
  recognised: RecognisedReason | null,
  products: readonly string[],
): TurnPlan | null {
  const definition = input.assistant.handOff;
  if (definition === null || recognised?.reason !== 'reaction' || input.turn.handOff.openCase?.reason === 'reaction') {
    return null;
  }
  const step = begin(input, 'reaction', products);
  if (step.kind !== 'ask') return null;
  const question = askInWords({ ...step, because: 'given' }, definition).replace(/^Thank you\. /, '');
  const after = `When that has been looked after, ${definition.team} wants to know about it too, and I'll pass it on. ${question}`;
  return { ...reply(after), handOff: { dialogue: step.dialogue } };
}

function planRecognised(
  input: HandOffInput,
  writers: Writers,
  { reason }: RecognisedReason,
  products: readonly string[],
): TurnPlan {
  const { openCase } = input.turn.handOff;
  const isSame = openCase !== null && (reason === 'asked' || reason === openCase.reason);
  return isSame
    ? planWaiting(input, writers, openCase)
    : planStep(input, writers, begin(input, reason, products), true);
}

/** The assistant had asked whether to pass the conversation on, and was told. */
function planOffered(input: HandOffInput, writers: Writers, products: readonly string[]): TurnPlan {
  return takesOffer(input.turn.input.text)
    ? planStep(input, writers, begin(input, 'unanswered', products), true)
    : { ...writers.scripted(OFFER_DECLINED), handOff: { dialogue: null } };
}

const answersOffer = (text: string): boolean => takesOffer(text) || DECLINES.test(text.trim());

const DECLINES =
  /^(?:no|nope|nah|not now|no thanks?|no thank you|i'?m (?:good|fine)|it'?s (?:ok(?:ay)?|fine))[\s.,!]*(?:thanks?|thank you)?[\s.!]*$/i;

function planWaiting(input: HandOffInput, { scripted }: Writers, open: OpenCase): TurnPlan {
  const { assistant, turn, now } = input;
  const definition = assistant.handOff;
  if (definition === null) return scripted('');
  const isOverdue = open.answerBy < now && open.status !== 'handed_back';
  const isReopened = isOverdue || open.status === 'handed_back';
  const by = isReopened ? answerBy(definition, now) : open.answerBy;
  const waiting = { reference: open.reference, answerBy: by, isOverdue, isReopened };
  const planned = scripted(waitingInWords(waiting, definition, turn.person, now));
  const handOff: HandOffChange = isReopened
    ? { dialogue: null, reopens: { case: open, answerBy: by } }
    : { dialogue: null };
  return { ...planned, handOff };
}

function begin(
  { turn, now }: HandOffInput,
  reason: RecognisedReason['reason'] | 'unanswered',
  products: readonly string[],
) {
  const { email, isGuest } = turn.person;
  return beginHandOff({
    reason,
    messageId: turn.input.messageId,
    text: turn.input.text,
    known: {
      // Accounts that have none are given one that leads nowhere (RFC 2606).
      ...(isGuest || email.endsWith('.invalid') ? {} : { email }),
      ...(products.length === 0 ? {} : { product: products.join(', ') }),
    },
    now,
  });
}

function planStep(input: HandOffInput, { scripted, reply }: Writers, step: DialogueStep, opening: boolean): TurnPlan {
  const { assistant, turn, now, caseId } = input;
  const definition = assistant.handOff;
  if (definition === null) return scripted('');
  switch (step.kind) {
    case 'cancelled':
      return { ...scripted(CANCELLED), handOff: { dialogue: null } };
    case 'ask': {
      const handOff: HandOffChange = { dialogue: step.dialogue };
      const words = askInWords(step, definition);
      if (step.because === 'aside') return { ...reply(words), handOff };
      const notes = opening && step.dialogue.reason === 'reaction' ? REACTION_NOTES : [];
      return { ...scripted(words), handOff, suggestions: chipsBeside(step.dialogue.asking), safetyNotes: notes };
    }
    case 'open': {
      const { reason, collected } = step.case;
      const reference = referenceOf(caseId);
      const handOff: HandOffChange = {
        dialogue: null,
        opens: { ...step.case, id: caseId, reference, answerBy: answerBy(definition, now) },
      };
      const opened = { reference, reason, email: collected.email ?? null };
      const words = openedInWords(opened, { because: step.because, opening }, definition, turn.person, now);
      if (step.because === 'aside') return { ...reply(words), handOff };
      return { ...scripted(words), handOff, safetyNotes: opening && reason === 'reaction' ? REACTION_NOTES : [] };
    }
  }
}

/** What the first words on a reaction say of safety. */
const REACTION_NOTES = ['stop_use', 'see_doctor_if_persists'] as const;

/** The offer of people, where one more answer that is none would be the last a person should have to take; else null. */
export function offerDue({ turn, assistant }: HandOffInput): string | null {
  const { handOff } = assistant;
  if (handOff === null || !handOff.reasons.includes('unanswered')) return null;
  if (turn.handOff.openCase !== null || turn.handOff.humanName !== null) return null;
  return unansweredInRow(turn.history) >= MOST_UNANSWERED - 1 ? offerInWords(handOff) : null;
}

const productsIn = ({ catalogue, turn }: HandOffInput): readonly string[] =>
  catalogue === null ? [] : namedIn(turn.input.text, catalogue.products).map(({ name }) => name);
