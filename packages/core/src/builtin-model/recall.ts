import { stemmer } from 'stemmer';
import { words } from '../knowledge/vocabulary.ts';
import type { ReplyMaterial } from '../models/reply-material.ts';
import type { Choice } from './choice.ts';
import type { Conversation } from './conversation.ts';
import { remarkOf } from './remark.ts';
import { countWords, sentences } from './writing.ts';

const ABOUT_NAME = /\bmy name\b|\bwho am i\b|\bwhat (do|should|did|will) you call me\b/i;
const ABOUT_LAST =
  /\b(what (did|have) i (just )?(say|said|tell|told|mention)|what was i (just )?(saying|talking about)|what were we (just )?talking about)\b/i;
const ABOUT_ME =
  /\bwhat (all )?(do|did|have) (you|u) (know|remember|learn(ed|t)?|remembered|got|have)( so far)?( about| of| on)? me\b/i;
/** "my sister", "my dog's name": the word after "my", where a name may stand beside it in what was said. */
const MY_RELATION = /\bmy (?:best |little |big |older |younger |new |old )?(\p{L}+)/iu;
/** Only a name answers these, and a name is given or it isn't. */
const ASKS_NAME = /\b(name|names|called)\b/i;
/** Words of recall questions that say nothing about what is to be recalled. */
const ASKING = new Set(
  `remember recall name call mention forget conversation last time earlier before just been talk talking ever again
  anything something so far`
    .split(/\s+/)
    .map(stemmer),
);

const UNKNOWN: readonly string[] = [
  "I don't know that, I can't find it in what I have of our conversation. I'd like to hear it, if you feel like telling me.",
  "I don't have that in front of me, so I don't know. Tell me?",
  "I don't have that from you, as far as I can look back, and I won't guess. Would you tell me?",
  "I don't think I have that, and I'd rather not invent it. What should I know?",
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
  if (ABOUT_ME.test(question)) return whatIsKnown(material, conversation);
  const sought = soughtStems(question);
  if (ABOUT_LAST.test(question) && sought.size === 0) {
    const last = said.at(-1);
    return last === undefined ? choice.one('recall-unknown', UNKNOWN) : `You said: "${shortened(last)}"`;
  }
  const relation = MY_RELATION.exec(question)?.[1];
  const name = relation === undefined ? null : nameBeside(relation, said);
  if (relation !== undefined && name !== null && !ABOUT_LAST.test(question)) {
    return choice.one('recall-name', [
      `You told me about your ${relation.toLowerCase()} ${name}.`,
      `${name}, that's your ${relation.toLowerCase()}.`,
      `Yes, your ${relation.toLowerCase()} is ${name}.`,
    ]);
  }
  const quoted = ASKS_NAME.test(question) ? [] : closestSentences(sought, said);
  if (quoted.length > 0) {
    return choice.one('recall-quote', [
      `You told me: ${inQuotes(quoted)}.`,
      `You mentioned it earlier: ${inQuotes(quoted)}.`,
      `In your words: ${inQuotes(quoted)}.`,
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

/** What a question asks after, without the words of asking. */
function soughtStems(question: string): ReadonlySet<string> {
  return new Set(informativeStems(question).filter((stem) => !ASKING.has(stem)));
}

/** As many as are read at a glance. */
const MOST_QUOTED = 3;
const GOES_ON = /^(and |but |so )?(she|he|they|it|her|his|their)\b/i;

/**
 * The sentences that hold most of what is sought, the latest of them first choice, in the order they were said: with
 * each the one that went on about it ("My sister is visiting." "She's bringing her dog.").
 */
function closestSentences(sought: ReadonlySet<string>, said: readonly string[]): readonly string[] {
  if (sought.size === 0) return [];
  const spoken = said.flatMap(sentences).filter((sentence) => !sentence.endsWith('?'));
  const shares = spoken.map((sentence) => {
    const stems = new Set(informativeStems(sentence));
    return [...sought].filter((stem) => stems.has(stem)).length / sought.size;
  });
  const best = Math.max(0, ...shares);
  if (best < LEAST_SHARE_HELD) return [];
  const places = shares.flatMap((share, place) => (share === best ? [place] : []));
  const withSequel = places.flatMap((place) => (GOES_ON.test(spoken[place + 1] ?? '') ? [place, place + 1] : [place]));
  return [...new Set(withSequel)].slice(-MOST_QUOTED).map((place) => shortened(spoken[place] ?? ''));
}

const LEAST_SHARE_HELD = 0.5;

/** `"one", "two" and "three"`. */
function inQuotes(quotes: readonly string[]): string {
  const marked = quotes.map((quote) => `"${quote.replace(/[.!]+$/, '')}"`);
  return marked.length < 2 ? marked.join('') : `${marked.slice(0, -1).join(', ')} and ${marked.at(-1)}`;
}

const LEAST_WORDS_OF_A_STATEMENT = 4;

/** "What do you know about me?": the name, and the last things said in this conversation, quoted. */
function whatIsKnown({ preferredName }: ReplyMaterial, conversation: Conversation): string {
  const statements = conversation.personSaid
    .flatMap(sentences)
    .filter((sentence) => !sentence.endsWith('?') && countWords(sentence) >= LEAST_WORDS_OF_A_STATEMENT)
    .filter((sentence) => remarkOf(sentence) === null)
    .slice(-MOST_QUOTED)
    .map(shortened);
  const name = preferredName === null ? '' : `You're ${preferredName}. `;
  if (statements.length === 0)
    return `${name}You haven't told me much yet in this conversation, so that is all I know.`;
  return `${name}From this conversation I know what you told me, such as ${inQuotes(statements)}. Nothing beyond that.`;
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
