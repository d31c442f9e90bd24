import { STOP_WORDS } from '../../knowledge/stop-words.ts';
import { words } from '../../knowledge/vocabulary.ts';
import type { Help } from './help.ts';
import {
  ADVICE_ASKED,
  HELP,
  HELP_ASKED,
  IS_IT_NORMAL,
  isOwnToAnswer,
  REFLECTIVE_QUESTIONS,
  SELF_DOUBT,
  SUGGESTIONS_ASKED,
} from './help.ts';
import { openerFor } from './sharing.ts';
import { situationOf } from './situations.ts';
import * as talk from './small-talk.ts';
import type { CompanionTurn } from './turn.ts';
import { pick, pickFresh } from './turn.ts';

/** Asks for a fact of the world, which nobody gave it and which it can't look up. */
const FACT =
  /^(and |so |hey |ok |but )?\b(capital|population|how (tall|far|many|big|deep|high|heavy|old is|much (is|does|do|are))|who(?:'?s| is) the (\w+ )?(president|prime minister|king|queen|mayor|ceo|boss of|capital|author|singer)|what means|who (won|is|was|invented|wrote|discovered|directed|plays|sang)|when (did|was|is|does)|what (year|time|day is|is the (\w+ )?(capital|weather|time|date|distance|formula|score|price|temperature|news))|what'?s the (\w+ )?(capital|weather|time|date|distance|formula|score|price|temperature|news)|weather|latest news|score|define|definition|what does \w+ mean|where is)\b/i;
const ADVICE =
  /\b(should (i|we)|what (can|do|would|could) (i|you) do|what do you think|how (do|can|should|would) i|is it (ok|okay|wrong|normal|weird|bad)|would you (do|say|tell|go|stay|call|ask|choose|feel|want|have)|any (advice|ideas|tips))\b/i;
const DOUBT =
  /\b(why (am|do|can'?t|does|did|must) (i|everything|everyone|nobody|no one|it always)|why me|what'?s wrong with me|what is wrong with me|did i (do|say) (something|anything) wrong|(was|is) (it|this|that) (all )?my fault|am i (a |an |too |so |just |being |not |the |even )*(bad|terrible|awful|horrible|stupid|crazy|selfish|failure|monster|burden|weird|broken|enough|worth\w*|lov\w+|ugly|boring|overreacting|sensitive|wrong|dramatic|problem|idiot|loser|good \w+)|do i (even )?(deserve|matter)|will i ever|is it (just )?me)\b/i;
const NORMAL =
  /^(and |so |but |hey )?(is|isn'?t) (it|this|that) (weird|normal|strange|odd|silly|stupid|bad|wrong|ok|okay|crazy|dumb)\b/i;
/** Asks for an idea, where taste decides and nothing can go wrong. */
const SUGGESTION =
  /\bwhat(?:'?s| is| are| would be)? (?:the |a |an |some |your )?(?:best|good|nice|fun|easy|great|cute)\b.{1,30}\b(?:to|for|with)\b|\bwhat should (?:i|we) (?:make|cook|eat|feed|give|get|buy|wear|watch|read|listen|play|bring|order|name|call|plant|pack|try|see|visit)\b|\bany (?:good )?(?:ideas?|suggestions?|recommendations?)\b/i;
const OTHER_TASK =
  /\b(write|draft|generate|compose|create|make|give|code) (me )?(a |an |some |my |the )?(python|javascript|code|script|program|function|essay|poem|song|cover letter|resume|cv|email|e-mail|story|sql|html|report|article|recipe|summary|tweet|caption)\b|\b(translate|summari[sz]e|proofread|calculate|debug)\b|\b\d+\s*[-+*/x×÷]\s*\d+/i;
const REGULATED: readonly (readonly [keyof typeof talk.REGULATED, RegExp])[] = [
  [
    'medical',
    /\b(dos(e|age)|milligrams?|\d+ ?mg|medication|medicine|antidepressants?|pills?|what are the symptoms|diagnose (me|this)|do i have (adhd|add|ocd|bipolar|autism|depression|ptsd|diabetes|covid|cancer)|prescription|side effects?|ibuprofen|paracetamol|tylenol|antibiotics?|is (it|this) (cancer|serious|infected|broken)|lump|chest pain)\b/i,
  ],
  [
    'legal',
    /\b(sue|lawsuit|legal(ly)?|illegal|lawyer|attorney|custody|evict\w*|visa|immigration|contract law|my rights|press charges|restraining order)\b/i,
  ],
  [
    'financial',
    /\b(invest(ing|ment)?s?|stocks?|crypto|bitcoin|shares|etfs?|pension|401k|mortgage rate|refinance|tax(es)?|bankruptcy|loan)\b/i,
  ],
];

/** How a question starts that has no question mark. */
const ASKING =
  /^(and |so |hey |ok |but )?(who|whose|what|which|where|when|why|how|do|does|did|is|are|was|were|can|could|will|would|should|have|has|am)\b/i;

/** How far back a bare "what should I do?" looks for what it is about. */
const MESSAGES_LOOKED_BACK = 6;

/** A wish for help: one small practical step, or a question that finds where to start. */
export function helpReply(turn: CompanionTurn): string | null {
  const { intent } = turn.material.summary;
  const { message } = turn.material;
  if (intent !== 'ask-for-help' || regulatedKind(message) !== null || OTHER_TASK.test(message)) return null;
  const wanted = SUGGESTION.test(message) ? SUGGESTIONS_ASKED : HELP_ASKED;
  const reply = stepReply(turn) ?? pick(turn, 'help', wanted);
  const troubled = turn.polarity === 'negative' || turn.polarity === 'mixed';
  // Someone in distress is met before they are helped.
  return troubled ? `${openerFor(turn, situationOf(message, turn.felt))} ${reply}` : reply;
}

/**
 * A fresh practical step for what the message is about; for one that names nothing ("what should I do?"), for what was
 * said shortly before it.
 */
function stepReply(turn: CompanionTurn): string | null {
  const { message } = turn.material;
  const isTroubled = turn.polarity === 'negative' || turn.polarity === 'mixed';
  const before =
    (isTroubled || isOwnToAnswer(message)) && namesNothing(message)
      ? turn.conversation.personSaid.slice(-MESSAGES_LOOKED_BACK).reverse()
      : [];
  const helps = [message, ...before].map((text) => HELP.find(({ cue }) => cue.test(text)));
  const help = helps.find((found): found is Help => found !== undefined);
  const step = help === undefined ? '' : pickFresh(turn, 'help', help.steps);
  return step === '' ? null : step;
}

/** Words of asking that name no matter: "what would I even say back". */
const SAYS_NOTHING = new Set(['even', 'say', 'tell', 'reply', 'answer', 'back', 'possibly', 'ever', 'would']);

function namesNothing(message: string): boolean {
  return words(message).every((word) => STOP_WORDS.has(word) || SAYS_NOTHING.has(word));
}

/** A question to the companion: what it may not advise on, what it can't know, and what is a feeling in disguise. */
export function questionReply(turn: CompanionTurn): string | null {
  const { material } = turn;
  const { asks, intent, mood } = material.summary;
  if (OTHER_TASK.test(material.message)) return pick(turn, 'other-task', talk.OTHER_TASKS);
  const isQuestion = asks !== null || (intent === 'question' && ASKING.test(material.message));
  if (!isQuestion && intent !== 'ask-for-help') return null;
  const kind = regulatedKind(material.message);
  if (kind !== null) return pick(turn, 'regulated', talk.REGULATED[kind]);
  const question = asks ?? material.message;
  if (DOUBT.test(question)) return pick(turn, 'doubt', SELF_DOUBT);
  if (NORMAL.test(question)) return pick(turn, 'normal', IS_IT_NORMAL);
  if (SUGGESTION.test(question)) return stepReply(turn) ?? pick(turn, 'suggestion', SUGGESTIONS_ASKED);
  if (ADVICE.test(question) || isOwnToAnswer(question)) return stepReply(turn) ?? pick(turn, 'advice', ADVICE_ASKED);
  if (FACT.test(question)) return pick(turn, 'facts', talk.UNKNOWN_FACTS);
  // A feeling with a question mark ("can you believe he said that?") is met as what it tells.
  if ((mood !== null && mood.polarity !== 'neutral') || intent === 'share') return null;
  return pick(turn, 'reflective', REFLECTIVE_QUESTIONS);
}

function regulatedKind(message: string): keyof typeof talk.REGULATED | null {
  return REGULATED.find(([, pattern]) => pattern.test(message))?.[0] ?? null;
}
