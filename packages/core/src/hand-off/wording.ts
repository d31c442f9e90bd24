import type { CaseField, HandOffReason } from '@rapport/wire';
import type { HandOffDefinition } from '../assistants/hand-off-definition.ts';
import { answerBy } from './opening-hours.ts';
import { hoursInWords, momentInWords, type Reader } from './times-in-words.ts';
import { QUESTIONS } from './case-fields.ts';
import type { DialogueStep } from './dialogue.ts';

/** What an assistant says first, by reason; `{team}` is who answers. */
const OPENINGS: Readonly<Record<HandOffReason, string>> = {
  asked: "Of course. I'll get this to a person at {team}.",
  complaint: "I'm sorry, that's not how it should be. I'll get this to a person at {team} who can put it right.",
  reaction:
    "I'm sorry, that sounds unpleasant. Please stop using it and rinse it out with plenty of lukewarm water. If your face, lips or throat swell, you find it hard to breathe, or the skin blisters or weeps, get medical help right away; if it hasn't calmed down in a day or two, see a doctor. {Team} wants to know about this, so I'll pass it on.",
  order: "I can't see orders from here, but {team} can, so I'll pass it to them.",
  refund: "Refunds are decided by people, not by me, so I'll pass this to {team}.",
  press:
    "Thank you for getting in touch. I can't speak for the brand, so I'll pass this to the people at {team} who can.",
  unanswered: "Good, then I'll pass this to a person at {team}.",
};

/** Said where a message told all there was to ask for. */
const LINKS: Readonly<Record<Extract<DialogueStep, { kind: 'ask' }>['because'], string>> = {
  begins: '',
  given: 'Thank you.',
  'not-given': "That's fine, they can manage without.",
  unclear: '',
  aside: '',
};

/** The words before a question, which are the reply when nothing was said besides. */
export function askInWords(
  step: Extract<DialogueStep, { kind: 'ask' }>,
  definition: Pick<HandOffDefinition, 'team'>,
): string {
  const { dialogue, because } = step;
  const question = QUESTIONS[dialogue.asking];
  switch (because) {
    case 'begins':
      return `${openingOf(dialogue.reason, definition)} ${question.first}`;
    case 'given':
    case 'not-given':
      return `${LINKS[because]} ${question.first}`;
    case 'unclear':
      return question.again;
    case 'aside':
      return `And to get your message to ${definition.team}: ${lowerFirst(question.first)}`;
  }
}

export const openingOf = (reason: HandOffReason, { team }: Pick<HandOffDefinition, 'team'>): string =>
  OPENINGS[reason].replace('{team}', team).replace('{Team}', upperFirst(team));

/** Things a person might tap instead of typing. */
export const chipsBeside = (field: CaseField): readonly string[] => {
  switch (field) {
    case 'orderNumber':
      return ["I don't have it", 'Never mind'];
    case 'email':
      return ["I'd rather not", 'Never mind'];
    case 'deadline':
      return ['No deadline', 'Never mind'];
    case 'matter':
    case 'whatWentWrong':
    case 'product':
    case 'whatHappened':
    case 'when':
    case 'outlet':
      return ['Never mind'];
  }
};

export interface OpenedCase {
  readonly reference: string;
  readonly reason: HandOffReason;
  /** Where they will be written to; null: in this conversation only. */
  readonly email: string | null;
}

/** What happens next and when. `opening`: nothing had to be asked for, so this is the first word on it. */
export function openedInWords(
  opened: OpenedCase,
  step: Pick<Extract<DialogueStep, { kind: 'open' }>, 'because'> & { readonly opening: boolean },
  definition: HandOffDefinition,
  reader: Reader,
  now: Date,
): string {
  const { team } = definition;
  const by = momentInWords(definition, reader, answerBy(definition, now), now);
  const where = opened.email === null ? 'here in this chat' : `at ${opened.email} and here in this chat`;
  const first = step.opening ? `${openingOf(opened.reason, definition)} ` : FIRST_WORDS[step.because];
  return [
    `${first}Your case is ${opened.reference}, and it's with ${team} now.`,
    `${hoursInWords(definition, reader, now)}, and you'll hear from a person by ${by}, ${where}.`,
    "If you think of anything else, just write it here and they'll see it. Meanwhile I'm still here for your questions.",
  ].join(' ');
}

const FIRST_WORDS: Readonly<Record<Extract<DialogueStep, { kind: 'open' }>['because'], string>> = {
  complete: "Thank you, that's all they need. ",
  refused: "That's all right, I'll pass it on with what I have. ",
  unclear: "No matter, I'll pass it on with what I have. ",
  aside: "I've passed your message on with what I have. ",
};

/** A case is open and the person comes back to it. `isReopened`: the team is told of it again. */
export function waitingInWords(
  waiting: {
    readonly reference: string;
    readonly answerBy: Date;
    readonly isOverdue: boolean;
    readonly isReopened: boolean;
  },
  definition: HandOffDefinition,
  reader: Reader,
  now: Date,
): string {
  const by = momentInWords(definition, reader, waiting.answerBy, now);
  const hours = hoursInWords(definition, reader, now);
  const seen = `Your case ${waiting.reference} is with ${definition.team}, and they'll see what you just wrote.`;
  if (waiting.isOverdue) {
    return `I'm sorry, you should have heard by now. I've reminded ${definition.team} about your case ${waiting.reference}. ${hours}, and you'll hear from a person by ${by}.`;
  }
  return waiting.isReopened
    ? `I've opened your case ${waiting.reference} again, so it's back with ${definition.team}. ${hours}, and you'll hear from a person by ${by}.`
    : `${seen} ${hours}, and you'll hear from a person by ${by}.`;
}

/** Said beside the third answer in a row that was none. */
export const offerInWords = ({ team }: Pick<HandOffDefinition, 'team'>): string =>
  `I haven't been able to help you with this, and I'm sorry. Shall I pass it to a person at ${team}?`;
/** By which an offer is known again in what was said. */
export const OFFER_MARK = "I haven't been able to help you with this, and I'm sorry.";
export const OFFER_CHIPS: readonly string[] = ['Yes, please', 'No, thanks'];

export const CANCELLED = "All right, I've dropped it, and nothing was passed on. What can I do for you?";
export const OFFER_DECLINED = "All right. I'm here if you'd like to try it in other words.";

/** Said once, when a person of the team has taken the conversation. */
export const humanAnswers = (humanName: string, { assistant, team }: { assistant: string; team: string }): string =>
  `${humanName} from ${team} is answering you here now. I'll stay quiet until ${humanName} hands the conversation back. (${assistant}, the AI)`;
/** Said once, before the first reply after that. */
export const assistantAnswersAgain = (humanName: string, assistant: string): string =>
  `${humanName} has left the conversation for now, so it's ${assistant}, the AI, answering again.`;

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
