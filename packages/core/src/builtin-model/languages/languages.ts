import type { ReplyMaterial } from '../../models/reply-material.ts';
import type { Choice } from '../choice.ts';
import type { Conversation } from '../conversation.ts';
import { languageOf } from '../../understanding/language.ts';
import { countWords, fill, plain, sentences } from '../writing.ts';
import { HINGLISH } from './hinglish.ts';
import type { Cued, LanguageReplies } from './replies.ts';
import { SPANISH } from './spanish.ts';
import { spanishHairReply } from './spanish-hair.ts';

const apology = (...bestInEnglish: string[]): LanguageReplies => ({ bestInEnglish, short: null });

/** By primary subtag, or by subtag and script where the script matters. */
const LANGUAGES: Readonly<Record<string, LanguageReplies>> = {
  es: SPANISH,
  fr: apology(
    "Je comprends un peu le français, mais je m'exprime mieux en anglais. Pouvez-vous me l'écrire en anglais, même simplement ?",
  ),
  de: apology(
    'Ein wenig Deutsch verstehe ich, aber auf Englisch bin ich besser. Magst du es mir auf Englisch schreiben, ganz einfach?',
  ),
  pt: apology(
    'Entendo um pouco de português, mas me expresso melhor em inglês. Pode me escrever em inglês, com palavras simples?',
  ),
  it: apology(
    "Capisco un po' di italiano, ma in inglese me la cavo meglio. Puoi scrivermelo in inglese, anche con parole semplici?",
  ),
  nl: apology(
    'Ik begrijp een beetje Nederlands, maar Engels gaat me beter af. Kun je het in het Engels schrijven, heel eenvoudig?',
  ),
  hi: apology('मैं थोड़ी हिन्दी समझता हूँ, पर अंग्रेज़ी में बेहतर बात कर पाता हूँ। क्या आप इसे आसान अंग्रेज़ी में लिख सकते हैं?'),
  'hi-Latn': HINGLISH,
};

const BEST_IN_ENGLISH: readonly string[] = [
  "I'm sorry, I do best in English and would hate to misread you. Could you put it in English, however simply?",
  "I'd like to understand you properly, and English is where I do best. Could you try it in a few English words?",
];

/** Says that pictures can't be seen here, by language as {@link LANGUAGES}. */
const UNSEEN: Readonly<Record<string, string>> = {
  es: 'Aquí no puedo ver imágenes, solo leo lo que escribes.',
  fr: 'Ici, je ne peux pas voir les images, je lis seulement ce que vous écrivez.',
  de: 'Bilder kann ich hier nicht sehen, ich lese nur, was du schreibst.',
  pt: 'Aqui não consigo ver imagens, só leio o que você escreve.',
  it: 'Qui non posso vedere le immagini, leggo solo quello che scrivi.',
  nl: 'Afbeeldingen kan ik hier niet zien, ik lees alleen wat je schrijft.',
  hi: 'मैं यहाँ तस्वीरें नहीं देख सकता, केवल आपके शब्द पढ़ता हूँ।',
  'hi-Latn': 'Main yahan tasveerein nahin dekh sakta, sirf aapke shabd padhta hoon.',
};

/** The sentence that pictures can't be seen here, in a language that has one; null for English and all others. */
export function unseenIn(language: string): string | null {
  return UNSEEN[language] ?? UNSEEN[language.split('-')[0] ?? ''] ?? null;
}

/** For a guide: what to do at once, to a message that tells of an emergency in another language; null for any other. */
export function urgentReply(message: string): string | null {
  const urgent = Object.values(LANGUAGES).flatMap(({ short }) => short?.urgent ?? []);
  return urgent.find(({ cue }) => cue.test(message))?.reply ?? null;
}

/** A reply to a message in another language than English, or null for English and for what could be English. */
export function otherLanguageReply(material: ReplyMaterial, conversation: Conversation, choice: Choice): string | null {
  const language = languageSpoken(material, conversation);
  const [primary = 'und'] = language.split('-');
  if (primary === 'en' || primary === 'und') return null;
  const replies = LANGUAGES[language] ?? LANGUAGES[primary];
  const pick = (table: readonly string[]) => choice.one('language', conversation.freshest(table));
  if (replies === undefined) return pick(BEST_IN_ENGLISH);
  const { short } = replies;
  if (short === null) return pick(replies.bestInEnglish);
  const { intent, mood, asks, name } = material.summary;
  const told = { assistant: material.assistant.name };
  const isCompanion = material.assistant.kind === 'companion';
  if (name.kind === 'name' && isCompanion) return fill(pick(short.named), { who: name.name });
  const manners = intent === 'greeting' || intent === 'farewell' || intent === 'thanks' || intent === 'identity';
  if (manners) return fill(pick(short[intent]), told);
  if (!isCompanion) return (primary === 'es' ? spanishHairReply(material, conversation) : null) ?? pick(short.guide);
  // A thing that was told is answered by the thing ("Sevilla"), which is the same in any language.
  const remembered = material.memory.answer;
  if (remembered !== null && !remembered.abstains && countWords(remembered.text) <= MOST_WORDS_OF_A_THING)
    return remembered.text;
  const asked = asks !== null || intent === 'question' || intent === 'recall';
  if (asked && short.recall.cue.test(material.message)) {
    const quote = short.recall.aboutSelf.test(material.message)
      ? lastTold(conversation)
      : toldBefore(material.message.replace(short.recall.cue, ' '), conversation.personSaid);
    return quote === null ? pick(short.recall.unknown) : fill(pick(short.recall.quoted), { quote });
  }
  const cued = cuedReplies(short.cued, material.message, told, conversation);
  if (cued.length > 0) return choice.one('language', cued);
  if (asks !== null && intent === 'question') return pick(short.question);
  return pick(short.companion[feltIn(short.feelings, material.message) ?? mood?.polarity ?? 'neutral']);
}

/** An answer with more words than this is a sentence, and in English. */
const MOST_WORDS_OF_A_THING = 5;

/** A message this short may be any language's ("haha", "ok", "Leo"): it is taken for the one spoken before it. */
const FEW_WORDS = 2;

/** As far back a language is looked for. */
const MESSAGES_LOOKED_BACK = 4;

/** The language of the message; where it tells none, that of what was said shortly before. */
function languageSpoken({ message, summary, assistant }: ReplyMaterial, { personSaid }: Conversation): string {
  const isOpen = summary.language === 'und' || (countWords(message) <= FEW_WORDS && summary.intent !== 'greeting');
  if (!isOpen || assistant.kind === 'guide') return summary.language;
  const telling = personSaid.slice(-MESSAGES_LOOKED_BACK).filter((text) => countWords(text) > FEW_WORDS);
  const before =
    telling.map(languageOf).findLast((language) => language !== 'und') ?? languageOf(personSaid.at(-1) ?? '');
  const isKnown = LANGUAGES[before]?.short !== undefined && LANGUAGES[before].short !== null;
  return isKnown ? before : summary.language;
}

/** The unused replies of the first cue that has any for this message. */
function cuedReplies(
  cued: readonly Cued[],
  message: string,
  told: Readonly<Record<string, string>>,
  conversation: Conversation,
): readonly string[] {
  for (const { cue, replies } of cued) {
    const match = cue.exec(message);
    if (match === null) continue;
    const words = { ...told, ...match.groups };
    const fresh = conversation.fresh(replies.map((reply) => fill(reply, words)));
    if (fresh.length > 0) return fresh;
  }
  return [];
}

/** What the person told last of themselves, in their words; null when they told nothing yet. */
function lastTold({ personSaid }: Conversation): string | null {
  const told = personSaid.flatMap(sentences).filter((text) => !/[?¿]/.test(text) && countWords(text) > FEW_WORDS);
  return told.length === 0
    ? null
    : told
        .slice(-3)
        .join(' · ')
        .replace(/["“”«».!]/g, '');
}

/** Shorter words are grammar in most languages. */
const LEAST_LETTERS = 4;

/** The person's own sentence that shares most words with what they ask about; the latest of equals, null when none does. */
function toldBefore(question: string, personSaid: readonly string[]): string | null {
  const sought = contentOf(question);
  let best = { sentence: '', shared: 0 };
  for (const sentence of personSaid.flatMap(sentences)) {
    if (/[?¿]/.test(sentence)) continue;
    const shared = [...contentOf(sentence)].filter((word) => sought.has(word)).length;
    if (shared > 0 && shared >= best.shared) best = { sentence, shared };
  }
  return best.shared === 0 ? null : best.sentence.replace(/["“”«».!]/g, '').trim();
}

function contentOf(text: string): ReadonlySet<string> {
  return new Set(
    plain(text)
      .split(' ')
      .filter((word) => word.length >= LEAST_LETTERS),
  );
}

function feltIn(
  feelings: Readonly<Record<'positive' | 'negative', RegExp>>,
  message: string,
): 'positive' | 'negative' | 'mixed' | null {
  const pleasant = feelings.positive.test(message);
  const unpleasant = feelings.negative.test(message);
  if (pleasant && unpleasant) return 'mixed';
  return pleasant ? 'positive' : unpleasant ? 'negative' : null;
}
