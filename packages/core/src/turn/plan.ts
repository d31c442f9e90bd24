import type { SafetyLevel } from '@rapport/wire';
import { linksOf } from '../assistants/links-definition.ts';
import { blockOf } from '../assistants/prompt-sections.ts';
import { UNSURE_ANSWERS } from '../builtin-model/guide/outcome-wordings.ts';
import { needsUrgentHelp } from '../builtin-model/urgent.ts';
import { brandAnswer } from '../brand/brand-answers.ts';
import { brandQuestionOf } from '../brand/brand-questions.ts';
import { type CachingDecision, decideCaching } from '../cache/cache-decision.ts';
import { shownProducts } from '../catalogue/advice-texts.ts';
import { namedIn } from '../catalogue/names.ts';
import type { ProductAdvice } from '../catalogue/recommend.ts';
import type { ModelRequest } from '../models/language-model.ts';
import type { ReplyMaterial } from '../models/reply-material.ts';
import type { SpentBudget } from '../models/spending.ts';
import { MAX_NAME_ASKS } from '../people/greeting.ts';
import { nameAskedAgain, nameLearnt, nameRefused } from '../people/name-replies.ts';
import { assistantAnswersAgain } from '../hand-off/wording.ts';
import { accountNameOf } from '../people/names.ts';
import { assemblePrompt, shrinkPrompt } from '../prompts/assemble-prompt.ts';
import { momentOf } from '../prompts/prompt-blocks.ts';
import type { PromptInput } from '../prompts/prompt-parts.ts';
import { aftercareReply, CARE_TURNS, crisisReply, isOutOfDanger } from '../safety/crisis-reply.ts';
import { disclosureMinutes, disclosureText } from '../safety/disclosure-policy.ts';
import { saysOnlyName } from '../understanding/name-only.ts';
import type { Summary } from '../understanding/summary.ts';
import { spelledOut } from '../understanding/texting.ts';
import { adviceFor, allergiesIn } from './advise.ts';
import { promptAdvice } from './advised.ts';
import { fitOf, hairLines } from './fit.ts';
import { photosOf } from './photo-turn.ts';
import { isEmergency, offerDue, planHandOff } from './plan-hand-off.ts';
import { memoryOf, promptMemoriesOf } from './remembering.ts';
import type { PlanInput } from './plan-input.ts';
import type { PromptedRequest, ScriptedPlan, StandingChange, TurnPlan } from './turn-plan.ts';
import { isCacheOff } from './turn-variants.ts';

export type { StandingChange, TurnPlan } from './turn-plan.ts';

/** Most tokens a reply may have: about 300 words, several times what a reply should. */
const MAX_OUTPUT_TOKENS = 600;

/** A hello or an "ok" is this short; what is longer says something that deserves an answer. */
const FEW_WORDS = 2;

const NO_CHANGE: StandingChange = {
  preferredName: null,
  awaitingName: null,
  nameAsks: null,
  disclosedAt: null,
  careLevel: null,
  careTurnsLeft: null,
};

/**
 * Step 6 of a turn, and pure: safety first, then people where they are wanted or have the conversation, then what to call
 * the person, then the reply. The order is the rule: nothing that comes later can overrule a crisis.
 */
export function plan(input: PlanInput): TurnPlan {
  const safety = planSafety(input);
  if (safety !== null) return safety;
  const writers = {
    scripted: (text: string) => scripted(input, NO_CHANGE, text),
    reply: (after: string) => planReply(input, NO_CHANGE, '', after),
  };
  const planned =
    planHandOff(input, writers) ??
    planName(input) ??
    planAsk(input) ??
    planUnsure(input) ??
    planReply(input, NO_CHANGE, '');
  const urgent = isEmergency(input) ? { ...planned, isUrgent: true } : planned;
  return withReturn(input, urgent);
}

/** The first reply after a person of the team had the conversation says so, once. */
function withReturn({ turn, assistant }: PlanInput, planned: TurnPlan): TurnPlan {
  const { humanName, toldHuman } = turn.handOff;
  if (humanName !== null || toldHuman === null) return planned;
  const again = `${assistantAnswersAgain(toldHuman, assistant.name)}\n\n`;
  const handOff = { ...planned.handOff, toldHuman: null };
  return planned.kind === 'scripted'
    ? { ...planned, handOff, text: `${again}${planned.text}` }
    : { ...planned, handOff, before: `${again}${planned.before}` };
}

const PLAINLY_SCRIPTED = {
  kind: 'scripted',
  handOff: {},
  isUrgent: false,
  suggestions: [],
  safetyNotes: [],
  isSilent: false,
} as const;

function planSafety({ turn, summary, now, isMinor }: PlanInput): TurnPlan | null {
  const person = { ...turn.person, language: summary.language, isMinor };
  if (summary.risk.level === 'crisis') {
    const change = {
      ...NO_CHANGE,
      careLevel: 'crisis' as const,
      careTurnsLeft: CARE_TURNS,
      disclosedAt: now,
      awaitingName: false,
    };
    return { ...PLAINLY_SCRIPTED, safety: 'crisis', change, text: crisisReply(summary.risk, person), isUrgent: true };
  }
  const { careLevel, careTurnsLeft } = turn.standing;
  if (careLevel !== 'crisis' || careTurnsLeft === 0) return null;
  const turnsLeft = isOutOfDanger(turn.input.text, summary, person) ? 0 : careTurnsLeft - 1;
  const change = {
    ...NO_CHANGE,
    careTurnsLeft: turnsLeft,
    careLevel: turnsLeft === 0 ? ('none' as const) : ('crisis' as const),
    disclosedAt: now,
  };
  const text = aftercareReply(turn.input.text, summary, person, careTurnsLeft);
  return { ...PLAINLY_SCRIPTED, safety: 'crisis', change, text, isUrgent: true };
}

function planName(input: PlanInput): TurnPlan | null {
  const { turn, summary, assistant } = input;
  const statement = summary.name;
  if (statement.kind === 'name') {
    const change = { ...NO_CHANGE, preferredName: statement.name, awaitingName: false };
    const isAll = saysNothingElse(input, statement.name);
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

/** Hello alone is answered with one question on how advice went, where one is due. */
function planAsk(input: PlanInput): TurnPlan | null {
  const { ask } = input.advice;
  if (ask === null || !/^(en|und)\b/.test(input.summary.language)) return null;
  const name = input.turn.person.preferredName;
  const hello = `${input.turn.history.length > 0 ? 'Hello again' : 'Welcome back'}${name === null ? '' : `, ${name}`}!`;
  return { ...scripted(input, NO_CHANGE, `${hello} ${ask.text}`), asksAfter: ask.adviceId };
}

/** An answer on advice that could be read either way is asked about, with what may be tapped. */
function planUnsure(input: PlanInput): TurnPlan | null {
  const { unsure } = input.advice;
  return unsure === null ? null : { ...scripted(input, NO_CHANGE, unsure), suggestions: UNSURE_ANSWERS };
}

/** Only a name is answered with a greeting; whatever else is said, shown, felt or feared comes first. */
function saysNothingElse({ turn, summary }: PlanInput, name: string): boolean {
  const { text, images } = turn.input;
  if (images.length > 0 || summary.risk.level !== 'none' || summary.mood !== null) return false;
  // The greeting is in English; who gives a name in another language is answered in that.
  if (!/^(en|und)\b/.test(summary.language)) return false;
  return saysOnlyName(text, name, turn.person.preferredName);
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

function scripted(input: PlanInput, change: StandingChange, text: string): ScriptedPlan {
  const disclosure = disclosureDue(input);
  return {
    ...PLAINLY_SCRIPTED,
    safety: levelOf(input.summary),
    change: disclosure === null ? change : { ...change, disclosedAt: input.now },
    text: disclosure === null ? text : `${text}\n\n${disclosure}`,
  };
}

function planReply(input: PlanInput, change: StandingChange, before: string, after = ''): TurnPlan {
  const { turn, assistant, summary, passages } = input;
  const photos = photosOf(input);
  if (photos?.words === 'nobody') {
    const text = [photos.text, photos.question].filter((part) => part !== '').join(' ');
    return { ...scripted(input, change, text), photos };
  }
  const disclosure = summary.intent === 'identity' ? null : disclosureDue(input);
  const preferredName = change.preferredName ?? turn.person.preferredName;
  const material: ReplyMaterial = {
    assistant: {
      name: assistant.name,
      kind: assistant.kind,
      brand: assistant.brand.name,
      focus: assistant.brand.focus,
      disclosure: assistant.disclosure,
      links: linksOf(assistant.links),
    },
    preferredName,
    // A guide answers what is meant, and never says the person's words again: a burn told in haste is a burn.
    message: assistant.kind === 'guide' ? spelledOut(turn.input.text) : turn.input.text,
    summary,
    history: turn.history,
    passages,
    products: adviceFor(input),
    memory: memoryOf(turn, preferredName, input),
    fit: fitOf(input.person, assistant),
    advice: input.advice.reply,
    seed: turn.input.messageId,
  };
  const isUrgent = needsUrgentHelp(material) || tellsOfHarm(input);
  const ofBrand = isUrgent ? null : answerOfBrand(input);
  if (ofBrand?.isAll === true && photos === null)
    return scripted(input, change, [ofBrand.text, after].filter((part) => part !== '').join('\n\n'));
  const promptInput = { ...promptInputOf(input, preferredName, material.products), answeredBelow: ofBrand !== null };
  const withoutVendors = isUrgent ? 'urgent' : photos?.words === 'local' ? 'photo' : input.spentBudget;
  const prompt = input.asksVendors && withoutVendors === null ? assemblePrompt(promptInput) : NO_PROMPT;
  const said = disclosure !== null || summary.intent === 'identity';
  return {
    kind: 'generate',
    safety: levelOf(summary),
    change: said ? { ...change, disclosedAt: input.now } : change,
    handOff: {},
    isUrgent: false,
    before: photos === null || photos.text === '' ? before : `${before}${photos.text}\n\n`,
    offer: after === '' ? offerDue(input) : null,
    after: [after, ofBrand?.text ?? null, photos?.question || null, budgetRemarkDue(input, withoutVendors), disclosure]
      .map((remark) => (remark === null || remark === '' ? '' : `\n\n${remark}`))
      .join(''),
    request: {
      instructions: prompt.instructions,
      messages: prompt.messages,
      // What was read of them is told already.
      images: input.look?.reading ? [] : turn.input.images,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      estimatedInputTokens: prompt.estimatedInputTokens,
      streaming: turn.input.streaming,
      // What is answered below is not left to be answered again.
      material: ofBrand === null || ofBrand.rest === '' ? material : { ...material, message: ofBrand.rest },
    },
    promptRecord: prompt.record,
    shrink: (request) => shrinkRequest(promptInput, request),
    cache: cachingOf(input, preferredName),
    withoutVendors,
    ...(photos === null ? {} : { photos }),
  };
}

/** What harmed them is met with an editor's words on what to do, the same each time. */
const tellsOfHarm = ({ advice }: PlanInput): boolean => advice.reply.heard.some(({ outcome }) => outcome === 'harmed');

/**
 * What the message asks of the brand itself, answered from data: links, hours, how to reach it. No model is asked for it,
 * so none can make it up. Null when it asks nothing of the kind, and for a companion that has nothing of the kind.
 */
function answerOfBrand({ turn, assistant, summary, catalogue, now }: PlanInput) {
  const { kind, brand, links, hours } = assistant;
  if (kind !== 'guide' && links === null && hours === null) return null;
  if (turn.input.images.length > 0 || summary.risk.level !== 'none' || summary.intent === 'memory-command') return null;
  const question = brandQuestionOf(
    turn.input.text,
    (clause) => catalogue !== null && namedIn(clause, catalogue.products).length > 0,
  );
  if (question === null) return null;
  const text = brandAnswer(question.topics, { brand: brand.name, links, hours, now, locale: turn.person.locale });
  return { text, isAll: question.isAll, rest: question.rest };
}

/** The model of this process writes from what was gathered. */
const NO_PROMPT = { instructions: '', messages: [], estimatedInputTokens: 0, record: null } as const;

/** Said once in the tail of a conversation, so that a plainer reply is no riddle. */
const BUDGET_REMARK =
  "I'm keeping it simple for the rest of today: I'm answering from what I have here, so I may be briefer than usual.";

function budgetRemarkDue({ turn }: PlanInput, withoutVendors: SpentBudget | 'urgent' | 'photo' | null): string | null {
  if (withoutVendors === null || withoutVendors === 'urgent' || withoutVendors === 'photo') return null;
  return turn.history.some(({ role, text }) => role === 'assistant' && text.includes(BUDGET_REMARK))
    ? null
    : BUDGET_REMARK;
}

/** Whether others may be given this reply. */
function cachingOf(input: PlanInput, preferredName: string | null): CachingDecision {
  const { turn, assistant, summary } = input;
  return decideCaching({
    assistant,
    text: turn.input.text,
    summary,
    history: turn.history,
    locale: turn.person.locale,
    isWrittenByModel: true,
    isKnown: input.passages.some(({ answers }) => answers),
    nameTookPart: preferredName !== null || turn.awaitingName,
    memoryTookPart:
      input.recalled.query !== null ||
      input.recalled.fitting.length > 0 ||
      allergiesIn(turn.input.text, input.recalled).length > 0,
    // The moment is told in the person's own time zone.
    profileTookPart:
      assistant.promptSections.some((section) => blockOf(section) === 'moment') ||
      (assistant.hairProfile !== null && turn.standing.hair.length > 0) ||
      input.advice.reply.known.length > 0 ||
      input.advice.reply.whichOf.length > 0,
    careLevel: turn.standing.careLevel,
    imageCount: turn.input.images.length,
    persona: input.person.persona?.id ?? null,
    journeyStage: input.person.stage?.id ?? null,
    variant: input.variants?.key ?? null,
    isCacheOff: input.variants !== undefined && isCacheOff(input.variants),
    knowledgeVersion: input.knowledgeVersion,
    promptVersion: assistant.promptVersion,
    chainVersion: input.chainVersion,
  });
}

/** Due at the start and every so many minutes of continuing use, by the server's clock. */
function disclosureDue({ turn, assistant, now, isMinor }: PlanInput): string | null {
  const last = turn.standing.lastDisclosedAt;
  const intervalMs = disclosureMinutes(assistant) * 60_000;
  if (last !== null && now.getTime() - last.getTime() < intervalMs) return null;
  return disclosureText(assistant, { isMinor, isFirst: last === null });
}

const levelOf = (summary: Summary): SafetyLevel => summary.risk.level;

/** What the turn gives a vendor's prompt. */
function promptInputOf(input: PlanInput, preferredName: string | null, advice: ProductAdvice | null): PromptInput {
  const { turn, assistant, summary, passages, now } = input;
  return {
    assistant,
    preferredName,
    summary,
    passages: passages.map(({ passage }) => passage),
    products: advice === null ? [] : shownProducts(advice),
    memories: promptMemoriesOf(turn, input.recalled),
    stage: input.person.stage,
    persona: input.person.persona,
    hair: hairLines(input.person.hair, assistant.hairProfile),
    advice: promptAdvice(input.advice),
    history: turn.history,
    message: turn.input.text,
    pictures: turn.input.images.length,
    moment: momentOf(now, turn.person.timeZone, turn.person.locale),
    isMinor: input.isMinor,
  };
}

/** Asks again with half the prompt, for a vendor that finds it too large. */
function shrinkRequest(prompt: PromptInput, request: ModelRequest): PromptedRequest | null {
  const smaller = shrinkPrompt(prompt, request);
  if (smaller === null) return null;
  const { instructions, messages, estimatedInputTokens, record } = smaller;
  return { request: { ...request, instructions, messages, estimatedInputTokens }, record };
}
