import { stemmer } from 'stemmer';
import { words } from '../knowledge/vocabulary.ts';
import type { Choice } from './choice.ts';
import type { Conversation } from './conversation.ts';
import type { ReplyMaterial } from '../models/reply-material.ts';
import { countWords, sentences } from './writing.ts';

const ABOUT_NAME = /\bmy name\b|\bwho am i\b|\bwhat (do|should|did|will) you call me\b/i;
const ABOUT_LAST =
  /\b(what (did|have) i (just )?(say|said|tell|told|mention)|what was i (just )?(saying|talking about)|what were we (just )?talking about)\b/i;
/** "my sister", "my dog's name": the word after "my", where a name may stand beside it in what was said. */
const MY_RELATION = /\bmy (?:best |little |big |older |younger |new |old )?(\p{L}+)/iu;
/** Only a name answers these, and a name is given or it isn't. */
const ASKS_NAME = /\b(name|names|called)\b/i;
/** Words of recall questions that say nothing about what is to be recalled. */
const ASKING = new Set(
  ['remember', 'recall', 'name', 'call', 'mention', 'forget', 'conversation', 'last', 'time', 'earlier', 'before'].map(
    stemmer,
  ),
);

const UNKNOWN: readonly string[] = [
  "I don't know that yet, you haven't told me here. I'd like to hear it, if you feel like telling me.",
  "That hasn't come up between us in this conversation, so I don't know. Tell me?",
  "I don't have that from you yet, and I won't guess. Would you tell me?",
  "I don't think you've told me, and I'd rather not invent it. What should I know?",
];

/**
 * Answers "do you remember …?" from the person's own words in this conversation, quoted; says that it does not know
 * where nothing of the kind was said. Never infers.
 */
export function recallReply(material: ReplyMaterial, conversation: Conversation, choice: Choice): string {
  const question = material.summary.asks ?? material.message;
  const said = conversation.personSaid;
  if (ABOUT_NAME.test(question)) {
    if (material.preferredName !== null) return `You're ${material.preferredName}, as far as I know.`;
    return "I don't know your name yet, you haven't told me. What should I call you?";
  }
  if (ABOUT_LAST.test(question)) {
    const last = said.at(-1);
    return last === undefined ? choice.one('recall-unknown', UNKNOWN) : `You said: "${shortened(last)}"`;
  }
  const relation = MY_RELATION.exec(question)?.[1];
  const name = relation === undefined ? null : nameBeside(relation, said);
  if (relation !== undefined && name !== null) {
    return choice.one('recall-name', [
      `You told me about your ${relation.toLowerCase()} ${name}.`,
      `${name}, that's your ${relation.toLowerCase()}.`,
      `Yes, your ${relation.toLowerCase()} is ${name}.`,
    ]);
  }
  const quoted = ASKS_NAME.test(question) ? null : closestSentence(question, said);
  if (quoted !== null) {
    return choice.one('recall-quote', [
      `You told me: "${quoted}"`,
      `You mentioned it earlier: "${quoted}"`,
      `Yes. In your words: "${quoted}"`,
    ]);
  }
  return choice.one('recall-unknown', conversation.freshest(UNKNOWN));
}

/** "my sister Ana", "Ana is my sister", "my sister is called Ana", "my sister's name is Ana". The latest stands. */
function nameBeside(relation: string, said: readonly string[]): string | null {
  const kin = relation.replace(/[^\p{L}]/gu, '');
  const name = String.raw`(\p{Lu}[\p{L}'-]+)`;
  const patterns = [
    new RegExp(String.raw`\b[Mm]y (?:\p{Ll}+ )?${kin}(?:'s name is|,? (?:is )?(?:called|named))?,? ${name}`, 'u'),
    new RegExp(String.raw`${name},? (?:is )?my (?:\p{Ll}+ )?${kin}\b`, 'u'),
  ];
  const mentioned = new RegExp(String.raw`\bmy (?:\p{L}+ )?${kin}\b`, 'iu');
  const afterwards = new RegExp(String.raw`\b(?:called|named|name is|name's|name was) ${name}`, 'u');
  for (const [place, text] of [...said.entries()].reverse()) {
    // "My husband cooked." "He's called Marco.": the name may follow in the next message.
    const follows = mentioned.test(text) ? afterwards.exec(`${text} ${said[place + 1] ?? ''}`)?.[1] : undefined;
    if (follows !== undefined) return follows;
    for (const pattern of patterns) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined && !/^(I|I'm|I've|He|She|They|We|It|The|And|But)$/.test(found)) return found;
    }
  }
  return null;
}

function closestSentence(question: string, said: readonly string[]): string | null {
  const sought = new Set(informativeStems(question).filter((stem) => !ASKING.has(stem)));
  if (sought.size === 0) return null;
  let best: { sentence: string; share: number } | null = null;
  for (const text of said) {
    for (const sentence of sentences(text)) {
      if (sentence.endsWith('?')) continue;
      const stems = new Set(informativeStems(sentence));
      const share = [...sought].filter((stem) => stems.has(stem)).length / sought.size;
      if (share >= 0.5 && (best === null || share >= best.share)) best = { sentence, share };
    }
  }
  return best === null ? null : shortened(best.sentence);
}

/** Grammar only: to a memory, "work" and "sister" are the very thing that is asked for. */
const GRAMMAR = new Set(
  `a an the this that these those i im ive id me my mine we us our you your he she it they them his her their its
  is am are was were be been do does did have has had can could will would should and or but if so as of at by for with
  about to from in on what who whom whose which where when why how there here not no yes please tell told say said know`.split(
    /\s+/,
  ),
);

function informativeStems(text: string): string[] {
  return words(text)
    .filter((word) => !GRAMMAR.has(word))
    .map(stemmer);
}

const MOST_WORDS_QUOTED = 25;

function shortened(text: string): string {
  const quotable = text.replace(/["“”]/g, "'").replace(/\?/g, '').trim();
  if (countWords(quotable) <= MOST_WORDS_QUOTED) return quotable;
  return `${quotable
    .split(/\s+/)
    .slice(0, MOST_WORDS_QUOTED)
    .join(' ')
    .replace(/[,;:.]$/, '')}…`;
}
