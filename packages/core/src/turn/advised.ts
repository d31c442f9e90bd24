import { type Advice, type AdviceChange, NO_ADVICE_CHANGE, type StoredReport } from '../advice/advice.ts';
import type { AnswerReader } from '../advice/read-answer.ts';
import { type Ask, chooseAsk, monthOf } from '../advice/ask-advice.ts';
import { adviceGivenIn, type NamedAdvice, namedAdvice } from '../advice/given-advice.ts';
import { NOTHING_TOLD, type OutcomeReading, readOutcomes } from '../advice/read-outcome.ts';
import { type KnownOutcome, shapePassages } from '../advice/shape.ts';
import { namedAdviceIn } from '../advice/which-advice.ts';
import { UNSURE, UNSURE_OF_HARM, WHICH_ONE } from '../builtin-model/guide/outcome-wordings.ts';
import { namedIn } from '../catalogue/names.ts';
import type { FoundPassage } from '../knowledge/passage.ts';
import { NO_ADVICE, type ReplyAdvice } from '../models/reply-advice.ts';
import type { PromptAdvice } from '../prompts/prompt-advice.ts';
import type { NewId } from '../runtime.ts';
import type { Summary } from '../understanding/summary.ts';
import type { AcceptedTurn } from './accepted-turn.ts';
import type { ServedAssistant } from './dependencies.ts';
import type { TurnPlan } from './turn-plan.ts';

/** What a turn has of advice given before. */
export interface AdviceReading {
  /** All there is, as it stands after the message; none where memory is off. */
  readonly advice: readonly Advice[];
  readonly reports: readonly StoredReport[];
  readonly reply: ReplyAdvice;
  /** What is to be asked after in this turn; null for nothing. */
  readonly ask: Ask | null;
  /** What to ask where an answer came that no rule reads; null where none did. */
  readonly unsure: string | null;
}

export const NO_ADVICE_READING: AdviceReading = { advice: [], reports: [], reply: NO_ADVICE, ask: null, unsure: null };

type Advising = Pick<ServedAssistant, 'definition' | 'catalogue'>;
type Reading = Advising & { readonly readers: Pick<ServedAssistant['readers'], 'answer'> };

/**
 * Part of step 4, and pure: what the message says came of advice, and what may be asked after. Nothing where the person switched
 * memory off, in a crisis or in its care.
 */
export function readAdvice(
  { definition, catalogue, readers }: Reading,
  turn: AcceptedTurn,
  summary: Summary,
  newId: NewId,
): AdviceReading {
  const { advice: declared } = definition;
  if (declared === null || !turn.person.keepsMemories) return NO_ADVICE_READING;
  if (summary.risk.level === 'crisis' || turn.standing.careLevel === 'crisis') return NO_ADVICE_READING;
  const before = turn.standing.advice;
  const named = namedAdvice(before, declared, catalogue?.products ?? []);
  const told = toldIn(turn, named);
  const reports = told.reports.map((report): StoredReport => ({ ...report, id: newId() }));
  const advice = before.map((each) => withReport(each, reports, turn));
  const byId = new Map(before.map((each) => [each.id, each]));
  const heard = reports.flatMap(({ adviceId, outcome, quote }) => {
    const found = byId.get(adviceId);
    const item = declared.items.find(({ passage }) => found?.itemKind === 'passage' && passage === found.item);
    if (found === undefined) return [];
    const { kind, phrase } = found;
    const { next = null, smaller = null } = item ?? {};
    return [{ kind, phrase, item: found.item, outcome, quote, next, smaller }];
  });
  return {
    advice,
    reports,
    reply: {
      heard: [...heard].sort((one, other) => Number(other.outcome === 'harmed') - Number(one.outcome === 'harmed')),
      whichOf: told.whichOf.flatMap((id) => byId.get(id)?.phrase ?? []),
      known: knownOutcomes(advice, turn.person.timeZone),
    },
    ask: askOf(turn, summary, before),
    unsure: told === NOTHING_TOLD || isSilent(told) ? unsureOf(readers.answer, turn, summary, before) : null,
  };
}

/** What of the message is told: of what our last reply asked after or spoke of; an answer to "which?" of the message before. */
function toldIn(turn: AcceptedTurn, advised: readonly NamedAdvice[]): OutcomeReading {
  const { text } = turn.input;
  const now = turn.startedAt;
  const lastReply = turn.history.findLast(({ role }) => role === 'assistant')?.text ?? '';
  const spokenOf = advised.filter(({ advice }) => lastReply.includes(advice.phrase));
  if (lastReply.includes(WHICH_ONE)) {
    const [meant, ...others] = namedAdviceIn(text, spokenOf);
    const before = turn.history.findLast(({ role }) => role === 'user')?.text;
    if (meant === undefined || others.length > 0 || before === undefined) return NOTHING_TOLD;
    const { reports } = readOutcomes({
      text: before,
      advised: advised.filter(({ advice }) => advice.id === meant),
      asked: meant,
      now,
    });
    // The message that settles it is the proof that is kept: the one before told of nobody knew what.
    return { reports: reports.map((report) => ({ ...report, quote: text.slice(0, 300) })), whichOf: [] };
  }
  const asked = spokenOf.length === 1 ? (spokenOf[0]?.advice.id ?? null) : null;
  return readOutcomes({ text, advised, asked, now });
}

const isSilent = ({ reports, whichOf }: OutcomeReading): boolean => reports.length === 0 && whichOf.length === 0;

/** Somebody who was just asked answers in words that no rule knows: asked once more, in words that are easy to answer. */
function unsureOf(
  read: AnswerReader | null,
  turn: AcceptedTurn,
  summary: Summary,
  advice: readonly Advice[],
): string | null {
  const lastReply = turn.history.findLast(({ role }) => role === 'assistant')?.text ?? '';
  const [asked, ...others] = advice.filter(({ phrase }) => lastReply.includes(phrase));
  if (read === null || asked === undefined || others.length > 0 || asked.kind === 'care') return null;
  // Only after the question itself: not after this one, nor after a word of thanks for an answer.
  if (!/How has that been\?|how did it go\?/.test(lastReply)) return null;
  const { intent, asks, risk } = summary;
  if (asks !== null || risk.level !== 'none' || turn.input.text.includes('?') || !/^(en|und)\b/.test(summary.language))
    return null;
  if (intent !== 'share' && intent !== 'small-talk' && intent !== 'agree' && intent !== 'decline') return null;
  const reading = read(turn.input.text);
  if (reading === 'none') return null;
  return (reading === 'harmed' ? UNSURE_OF_HARM : UNSURE).replace('{phrase}', () => asked.phrase);
}

const withReport = (advice: Advice, reports: readonly StoredReport[], turn: AcceptedTurn): Advice => {
  const report = reports.find(({ adviceId }) => adviceId === advice.id);
  if (report === undefined) return advice;
  const { id, outcome, quote } = report;
  return { ...advice, report: { id, outcome, quote, reportedAt: turn.startedAt.toISOString() } };
};

const knownOutcomes = (advice: readonly Advice[], timeZone: string): readonly KnownOutcome[] =>
  advice.flatMap(({ itemKind, item, report, kind }) =>
    report === null || kind === 'care'
      ? []
      : [{ itemKind, item, outcome: report.outcome, month: monthOf(report.reportedAt, timeZone) }],
  );

/** Somebody who says no more than hello is asked; who comes with a question, in pain or in a low mood is not. */
function askOf(turn: AcceptedTurn, summary: Summary, advice: readonly Advice[]): Ask | null {
  if (summary.intent !== 'greeting' || summary.asks !== null || summary.risk.level !== 'none') return null;
  if (summary.mood?.polarity === 'negative' || turn.input.images.length > 0) return null;
  // Still asked before in this conversation and unanswered: it isn't asked in other words.
  const { timeZone } = turn.person;
  const { careLevel } = turn.standing;
  return chooseAsk({ advice, now: turn.startedAt, timeZone, careLevel, recentMoods: [] });
}

/** The passages of a turn in the order that what came of advice gives them. */
export const shapedPassages = (
  passages: readonly FoundPassage[],
  { advice, reply }: AdviceReading,
  { definition, catalogue }: Advising,
  text: string,
): readonly FoundPassage[] => {
  if (definition.advice === null || reply.known.length === 0) return passages;
  const ids = namedAdviceIn(text, namedAdvice(advice, definition.advice, catalogue?.products ?? []));
  const named = advice.filter(({ id, itemKind }) => itemKind === 'passage' && ids.includes(id)).map(({ item }) => item);
  return shapePassages(passages, reply.known, new Set(named));
};

/** So many lines of what was advised are shown to a vendor: what something came of, then the latest. */
const MOST_SHOWN = 8;

export const promptAdvice = ({ advice }: Pick<AdviceReading, 'advice'>): readonly PromptAdvice[] =>
  [...advice]
    .sort((one, other) => Number(one.report === null) - Number(other.report === null))
    .slice(0, MOST_SHOWN)
    .map(({ id, phrase, report }) => ({
      id,
      phrase,
      reportId: report?.id ?? null,
      outcome: report?.outcome ?? null,
      quote: report?.quote ?? null,
      saidOn: report?.reportedAt.slice(0, 10) ?? null,
    }));

/** Pain that is never brought up again, whatever was advised beside it. */
const PAIN =
  /\b(?:died|dying|passed away|funeral|grie[fv]\w*|mourning|miscarr\w*|stillb\w*|chemo\w*|cancer|radiation|tumou?rs?|suicid\w*|self[- ]harm\w*|abus\w*|assault\w*|divorc\w*|eating disorder|trichotillomania|pull(?:ing)? (?:out )?my (?:own )?hair)\b/i;
/** Below it a message was written in too much distress to be reminded of. */
const LOW_MOOD = -0.7;
/** Somebody else's hair: what helps it says nothing of theirs. */
const OF_OTHERS =
  /\b(?:my|our|her|his|their) (?:[\w-]+ )?(?:daughter|son|kid|child|children|baby|toddler|sister|brother|mom|mum|mother|dad|father|husband|wife|boyfriend|girlfriend|partner|friend|niece|nephew|client|cousin|grandma)(?:'?s)?\b/i;
const OF_ONESELF =
  /\b(?:my (?:own )?(?:\w+ )?(?:hair|scalp|curls?|coils?|ends|edges|roots|locs)|(?:should|can|could|may) i (?:try|use|do)|for me|on mine)\b/i;

/** What a turn leaves of advice: what its reply gave, what was told and what it asked after. */
export function adviceChange(
  { definition }: Advising | { readonly definition: ServedAssistant['definition'] },
  turn: AcceptedTurn,
  summary: Summary,
  reading: AdviceReading,
  plan: TurnPlan,
  reply: {
    readonly text: string;
    readonly citations: readonly { readonly id: string }[];
    readonly isOwn: boolean;
  } | null,
  now: Date,
  newId: NewId,
): AdviceChange {
  const { advice: declared } = definition;
  if (declared === null || !turn.person.keepsMemories || plan.safety === 'crisis') return NO_ADVICE_CHANGE;
  if (plan.kind === 'scripted') {
    return { given: [], reports: reading.reports, asked: plan.asksAfter ?? null };
  }
  const told = { given: [], reports: reading.reports, asked: null };
  if (reply === null || isOfOthers(turn.input.text)) return told;
  const { passages, products } = plan.request.material;
  const cited = reply.citations.flatMap(({ id }) => passages.find(({ passage }) => passage.id === id)?.passage ?? []);
  const recommended = products === null || products.need.silence !== null ? [] : products.recommended;
  const mentioned = products === null ? [] : namedIn(reply.text, products.catalogue.products);
  const given = adviceGivenIn(
    {
      text: reply.text,
      message: turn.input.text,
      cited,
      comparesAlready: !reply.isOwn,
      products: recommended.map(({ product }) => product).filter((product) => mentioned.includes(product)),
      concerns: products?.need.concerns ?? [],
      mayBeAskedAfter:
        summary.risk.level === 'none' && !PAIN.test(turn.input.text) && (summary.mood?.valence ?? 0) > LOW_MOOD,
      now,
    },
    declared,
    newId,
  );
  // What the message only reports on is not advised anew by the reply to it.
  const reported = new Set(reading.reports.map(({ adviceId }) => adviceId));
  const isOfReport = (item: string) => reading.advice.some((each) => each.item === item && reported.has(each.id));
  return { ...told, given: given.filter(({ item }) => !isOfReport(item)) };
}

const isOfOthers = (text: string): boolean => OF_OTHERS.test(text) && !OF_ONESELF.test(text.replace(OF_OTHERS, ''));
