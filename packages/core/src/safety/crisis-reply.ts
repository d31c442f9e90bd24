import type { Risk, Summary } from '../understanding/summary.ts';
import { type Helpline, helplineFor } from './helplines.ts';

/** How many turns after a crisis the conversation stays in care, whatever is said in between. */
export const CARE_TURNS = 3;

interface Person {
  readonly locale: string;
  readonly timeZone: string;
  readonly preferredName: string | null;
}

type CrisisKind = NonNullable<Risk['kind']>;

/** One line that names the pain, by what was said; then what to do at once, where minutes count. */
const ACKNOWLEDGEMENTS: Readonly<Record<CrisisKind, string>> = {
  suicide: "I'm really glad you told me. It sounds like you're carrying more pain than anyone should hold alone.",
  'self-harm': "Thank you for telling me. Hurting yourself says how much pain you're in, and I'm not judging you.",
  overdose: "I'm glad you told me, and this can't wait.",
  abuse: "I'm so sorry this is happening to you. It is not your fault, and you deserve to be safe.",
  violence: "That sounds frightening, and I'm glad you said it instead of carrying it alone.",
  'eating-disorder':
    "I'm glad you told me. What you describe is hard on a body and on a heart, and it deserves care today.",
  'third-party': "I can hear how worried you are. You're right to take this seriously.",
  substance: "I'm glad you told me. This sounds dangerous, and you deserve help with it right now.",
  grief: "I'm so sorry. That is a pain no words are big enough for.",
  'low-mood': "I'm really glad you told me. It sounds like everything has become too heavy.",
  anxiety: "I'm glad you told me. That sounds terrifying.",
  bullying: "I'm so sorry people are treating you this way. You don't deserve it.",
};

const emergencyOf = (line: Helpline): string => `call ${line.emergency}`;

const DIRECT_STEPS: Readonly<Record<CrisisKind, (line: Helpline) => string>> = {
  suicide: (line) =>
    `Please ${line.reach} right now; if you might act on this, ${emergencyOf(line)} or go to someone who can stay with you, and put distance between you and anything you could use.`,
  'self-harm': (line) =>
    `If the wound is deep or won't stop bleeding, ${emergencyOf(line)} now. Otherwise please ${line.reach}, and put what you could use out of reach.`,
  overdose: (line) =>
    `Please ${emergencyOf(line)} right now, even if you feel fine, and tell them what you took and when. Unlock the door and stay near someone. You can also ${line.reach}.`,
  abuse: (line) =>
    `If you are in danger now, ${emergencyOf(line)}; if you can't speak, leave the line open. You can also ${line.reach} and tell an adult or friend you trust.`,
  violence: (line) => `Please move away from anyone who could get hurt and ${emergencyOf(line)}, or ${line.reach}.`,
  'eating-disorder': (line) =>
    `Blood, fainting or chest pain need a doctor today: ${emergencyOf(line)}. You can also ${line.reach}.`,
  'third-party': (line) =>
    `Please ${emergencyOf(line)} for them now and, if you safely can, go to them or send someone. You can also ${line.reach} to be guided through it.`,
  substance: (line) =>
    `If breathing is slow or someone can't be woken, ${emergencyOf(line)} now. You can also ${line.reach}.`,
  grief: (line) => `If it ever becomes too much to stay safe, please ${line.reach}.`,
  'low-mood': (line) => `Please ${line.reach}; if you are in danger, ${emergencyOf(line)}.`,
  anxiety: (line) => `If you might be in danger, ${emergencyOf(line)}; you can also ${line.reach}.`,
  bullying: (line) => `If you are in danger, ${emergencyOf(line)}; you can also ${line.reach}.`,
};

const DIRECT_QUESTIONS: Readonly<Partial<Record<CrisisKind, string>>> = {
  suicide: 'Are you thinking of killing yourself right now, and are you safe this minute?',
  'self-harm': 'Are you safe right now, and are you thinking of ending your life?',
  overdose: 'Is someone with you, and have you called?',
  abuse: 'Are you safe right now, and can they see this screen?',
  violence: 'Is anyone in danger right now, you or someone else?',
  'third-party': 'Do you know where they are right now?',
};
const DIRECT_QUESTION = 'Are you safe right now?';

/**
 * The reply to a crisis: made without any model, so that it works with every vendor down. Names the pain in a line,
 * gives the person's local number, says it is an AI, stays, and asks directly about safety.
 */
export function crisisReply(risk: Risk, person: Person): string {
  const kind = risk.kind ?? 'suicide';
  const line = helplineFor(person);
  const address = person.preferredName === null ? '' : `${person.preferredName}, `;
  const acknowledgement = ACKNOWLEDGEMENTS[kind];
  return [
    address === '' ? acknowledgement : `${address}${lowerFirst(acknowledgement)}`,
    DIRECT_STEPS[kind](line),
    `I'm an AI, so I can't come to you or call for you, but I'm staying right here. ${DIRECT_QUESTIONS[kind] ?? DIRECT_QUESTION}`,
  ].join('\n\n');
}

const SAFE_NOW =
  /\b(i'?m|i am|im|we'?re|she'?s|he'?s|they'?re) (safe|not alone|with (my|a|someone|friends?|family))\b|\bi (called|rang|texted|told|phoned) (them|him|her|988|911|999|112|116|000|someone|my)\b|\b(someone|somebody|my \w+) is (here|with me|coming|on (the|her|his) way)\b|\byes,? (i'?m |im |i am )?safe\b/i;
const BETTER = /\b(better|calmer|ok(ay)?|alright|all right|fine|relieved)\b/i;
const NOT_BETTER = /\b(not|n'?t|never|no) (\w+ ){0,2}(better|calmer|ok(ay)?|alright|all right|fine|safe)\b/i;

/** What stays when nothing that was said tells how the person is; another wording each turn, the latest first. */
const STAYING: readonly string[] = [
  "I'm still here with you, and what you told me matters more than anything else right now.",
  "I'm listening, and I haven't forgotten what you told me.",
  "Before anything else I'd like to know that you're alright.",
];

/**
 * The reply while a conversation stays in care after a crisis: no memories, no hooks, the number always at hand. It
 * hears that the person is safe or better, lets them go, and otherwise asks once more, in other words each turn.
 */
export function aftercareReply(message: string, summary: Summary, person: Person, turnsLeft: number): string {
  const line = helplineFor(person);
  const inDanger = `in danger, ${emergencyOf(line)}`;
  if (summary.intent === 'farewell') {
    return `Thank you for talking with me. Please don't be alone with this: you can ${line.reach} at any hour, and ${inDanger}. Take care of yourself. I'm here whenever you want to come back.`;
  }
  if (SAFE_NOW.test(message) && !NOT_BETTER.test(message)) {
    return `Thank you for telling me. I'm relieved you're safe right now. If it gets heavy again, tonight or any time, please ${line.reach}. I'm an AI and I'm here too. What would make the next hour a little easier?`;
  }
  if (BETTER.test(message) && !NOT_BETTER.test(message)) {
    return `I'm glad it's a little lighter. It can come back in waves, so please keep this close: ${line.reach}. I'm an AI, and you deserve a person for this too. Is there someone who could be with you for a while?`;
  }
  if (summary.asks !== null) {
    return `We can talk about that, and I'd like to. First tell me one thing, because it matters more: are you safe right now? If you aren't, ${line.reach}, or ${inDanger}. I'm an AI, and a person can do what I can't.`;
  }
  const staying = STAYING[Math.max(0, CARE_TURNS - turnsLeft)] ?? STAYING[0] ?? '';
  return `${staying} You can ${line.reach}; ${inDanger}. I'm an AI, and a person can do what I can't. Are you safe at this moment?`;
}

const lowerFirst = (sentence: string): string =>
  /^I\b|^I'/.test(sentence) ? sentence : `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
