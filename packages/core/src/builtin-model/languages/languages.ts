import type { ReplyMaterial } from '../../models/reply-material.ts';
import type { Choice } from '../choice.ts';
import type { Conversation } from '../conversation.ts';
import { fill } from '../writing.ts';
import type { LanguageReplies } from './replies.ts';
import { SPANISH } from './spanish.ts';

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
  'hi-Latn': apology(
    'Thodi Hindi samajh leta hoon, par English mein behtar baat kar paata hoon. Kya aap ise simple English mein likh sakte hain?',
  ),
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
  const { language, intent, mood, asks } = material.summary;
  const [primary = 'und'] = language.split('-');
  if (primary === 'en' || primary === 'und') return null;
  const replies = LANGUAGES[language] ?? LANGUAGES[primary];
  const pick = (table: readonly string[]) => choice.one('language', conversation.freshest(table));
  if (replies === undefined) return pick(BEST_IN_ENGLISH);
  const { short } = replies;
  if (short === null) return pick(replies.bestInEnglish);
  const told = { assistant: material.assistant.name };
  if (intent === 'greeting' || intent === 'farewell' || intent === 'thanks' || intent === 'identity') {
    return fill(pick(short[intent]), told);
  }
  if (material.assistant.kind === 'guide') return pick(short.guide);
  return pick(
    asks !== null && intent === 'question'
      ? short.question
      : short.companion[feltIn(short.feelings, material.message) ?? mood?.polarity ?? 'neutral'],
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
