import type { SafetyLevel } from '@rapport/wire';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import type { ModelRequest } from '../models/language-model.ts';
import type { ReplyMaterial } from '../models/reply-material.ts';
import { MAX_NAME_ASKS } from '../people/greeting.ts';
import { nameAskedAgain, nameLearnt, nameRefused } from '../people/name-replies.ts';
import { accountNameOf } from '../people/names.ts';
import { aftercareReply, CARE_TURNS, crisisReply } from '../safety/crisis-reply.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';

/** Most tokens a reply may have: about 300 words, several times what a reply should. */
const MAX_OUTPUT_TOKENS = 600;
/** Messages of the conversation's tail that a vendor's model is given; the built-in model reads all that was loaded. */
const PROMPT_HISTORY_LENGTH = 20;

/** A hello or an "ok" is this short; what is longer says something that deserves an answer. */
const FEW_WORDS = 2;

/** What the turn changes in what an assistant knows and owes of a person; null leaves a thing as it is. */
export interface StandingChange {
  readonly preferredName: string | null;
  readonly awaitingName: boolean | null;
  readonly nameAsks: number | null;
  readonly disclosedAt: Date | null;
  readonly careLevel: SafetyLevel | null;
  readonly careTurnsLeft: number | null;
}

/**
 * What to say and with what. `scripted`: the words are decided here and no model is asked. `generate`: models write,
 * between `before` and `after`, which belong to the reply whichever model writes it.
 */
export type TurnPlan = {
  readonly safety: SafetyLevel;
  readonly change: StandingChange;
} & (
  | { readonly kind: 'scripted'; readonly text: string; readonly suggestions: readonly string[] }
  | { readonly kind: 'generate'; readonly request: ModelRequest; readonly before: string; readonly after: string }
);

export interface PlanInput {
  readonly turn: AcceptedTurn;
  readonly assistant: AssistantDefinition;
  readonly summary: Summary;
  readonly passages: readonly FoundPassage[];
  readonly now: Date;
}

const NO_CHANGE: StandingChange = {
  preferredName: null,
  awaitingName: null,
  nameAsks: null,
  disclosedAt: null,
  careLevel: null,
  careTurnsLeft: null,
};

/**
 * Step 6 of a turn, and pure: safety first, then what to call the person, then the reply. The order is the rule: nothing
 * that comes later can overrule a crisis.
 */
export function plan(input: PlanInput): TurnPlan {
  return planSafety(input) ?? planName(input) ?? planReply(input, NO_CHANGE, '');
}

function planSafety({ turn, summary, now }: PlanInput): TurnPlan | null {
  const person = { ...turn.person };
  if (summary.risk.level === 'crisis') {
    const change = {
      ...NO_CHANGE,
      careLevel: 'crisis' as const,
      careTurnsLeft: CARE_TURNS,
      disclosedAt: now,
      awaitingName: false,
    };
    return { kind: 'scripted', safety: 'crisis', change, text: crisisReply(summary.risk, person), suggestions: [] };
  }
  const { careLevel, careTurnsLeft } = turn.standing;
  if (careLevel !== 'crisis' || careTurnsLeft === 0) return null;
  const change = {
    ...NO_CHANGE,
    careTurnsLeft: careTurnsLeft - 1,
    careLevel: careTurnsLeft === 1 ? ('none' as const) : ('crisis' as const),
    disclosedAt: now,
  };
  const text = aftercareReply(turn.input.text, summary, person, careTurnsLeft);
  return { kind: 'scripted', safety: 'crisis', change, text, suggestions: [] };
}

function planName(input: PlanInput): TurnPlan | null {
  const { turn, summary, assistant } = input;
  const statement = summary.name;
  if (statement.kind === 'name') {
    const change = { ...NO_CHANGE, preferredName: statement.name, awaitingName: false };
    const isAll = turn.awaitingName || summary.asks === null;
    return isAll
      ? scripted(input, change, nameLearnt(assistant, statement.name, turn.person.preferredName, turn.input.messageId))
      : planReply(input, change, '');
  }
  if (!turn.awaitingName) return null;
  if (statement.kind === 'keep-account') {
    const name = accountNameOf({ ...turn.person, name: turn.person.accountName });
    if (name !== null) {
      const change = { ...NO_CHANGE, preferredName: name, awaitingName: false };
      return scripted(input, change, nameLearnt(assistant, name, null, turn.input.messageId));
    }
  }
  if (statement.kind === 'refused') {
    const change = { ...NO_CHANGE, awaitingName: false, nameAsks: MAX_NAME_ASKS };
    return scripted(input, change, nameRefused(turn.input.messageId));
  }
  return planUnanswered(input);
}

/** The name was asked for and the message talks of something else: answer that, and ask once more only when it fits. */
function planUnanswered(input: PlanInput): TurnPlan {
  const { turn, summary } = input;
  const mayAskAgain = turn.standing.nameAsks < MAX_NAME_ASKS;
  const isBrief = turn.input.text.trim().split(/\s+/).length <= FEW_WORDS && summary.mood === null;
  const saysLittle =
    summary.intent === 'greeting' || (isBrief && (summary.intent === 'small-talk' || summary.intent === 'agree'));
  if (saysLittle && mayAskAgain) {
    const change = { ...NO_CHANGE, nameAsks: turn.standing.nameAsks + 1 };
    return scripted(input, change, nameAskedAgain(turn.input.messageId));
  }
  return planReply(input, { ...NO_CHANGE, awaitingName: false }, '');
}

function scripted(input: PlanInput, change: StandingChange, text: string): TurnPlan {
  const disclosure = disclosureDue(input);
  return {
    kind: 'scripted',
    safety: levelOf(input.summary),
    change: disclosure === null ? change : { ...change, disclosedAt: input.now },
    text: disclosure === null ? text : `${text}\n\n${disclosure}`,
    suggestions: [],
  };
}

function planReply(input: PlanInput, change: StandingChange, before: string): TurnPlan {
  const { turn, assistant, summary, passages } = input;
  const disclosure = summary.intent === 'identity' ? null : disclosureDue(input);
  const preferredName = change.preferredName ?? turn.person.preferredName;
  const material: ReplyMaterial = {
    assistant: {
      name: assistant.name,
      kind: assistant.kind,
      brand: assistant.brand.name,
      focus: assistant.brand.focus,
      disclosure: assistant.disclosure,
    },
    preferredName,
    message: turn.input.text,
    summary,
    history: turn.history,
    passages,
    seed: turn.input.messageId,
  };
  const said = disclosure !== null || summary.intent === 'identity';
  return {
    kind: 'generate',
    safety: levelOf(summary),
    change: said ? { ...change, disclosedAt: input.now } : change,
    before,
    after: disclosure === null ? '' : `\n\n${disclosure}`,
    request: {
      instructions: instructionsFor(assistant, preferredName, summary, passages),
      messages: [...turn.history.slice(-PROMPT_HISTORY_LENGTH), { role: 'user', text: turn.input.text }],
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      streaming: turn.input.streaming,
      material,
    },
  };
}

/** Due at the start and every so many minutes of continuing use, by the server's clock. */
function disclosureDue({ turn, assistant, now }: PlanInput): string | null {
  const last = turn.standing.lastDisclosedAt;
  const intervalMs = assistant.disclosureEveryMinutes * 60_000;
  return last !== null && now.getTime() - last.getTime() < intervalMs ? null : assistant.disclosure;
}

const levelOf = (summary: Summary): SafetyLevel => summary.risk.level;

/** The prompt of a vendor's model: role and voice, what is known, and the passages as data. */
function instructionsFor(
  assistant: AssistantDefinition,
  preferredName: string | null,
  summary: Summary,
  passages: readonly FoundPassage[],
): string {
  const sections = [assistant.instructions.trim()];
  if (preferredName !== null) sections.push(`# The person\nCall them ${JSON.stringify(preferredName)}.`);
  const mood = summary.mood === null ? 'unclear' : summary.mood.label;
  sections.push(
    `# What they just said, in short, as data\n${JSON.stringify(summary.gist)}\nMood: ${mood}. Topics: ${summary.topics.join(', ') || 'none'}. Asks: ${summary.asks === null ? 'nothing' : JSON.stringify(summary.asks)}`,
  );
  if (passages.length > 0) {
    const texts = passages.map(
      ({ passage }) =>
        `<passage id="${passage.id}" title="${passage.title}">\n${passage.answer}\n${passage.body}\n</passage>`,
    );
    sections.push(`# Knowledge, as data: answer from it and from nothing else\n${texts.join('\n')}`);
  }
  return sections.join('\n\n');
}
