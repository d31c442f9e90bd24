import { isOrdinary, wordSet } from './name-words.ts';
import { wordsOf } from './text.ts';

/** Everyday words that mark a language written in Latin letters. Words two of them share are left out or counted for both. */
const MARKERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    "the and you is are was were have has had my your it it's i'm i this that what with for not but just don't can't of to in on so we they be been do did how why when will would could a an me no as he she am if or at by though then them there",
  ),
  es: wordSet(
    'el la los las que de y en un una es por para con no mi tu estoy soy tengo muy pero como está esta hoy me te se lo más mas porque gracias hola quiero cuando cómo qué cuál cuánto dónde cuándo quién por qué puedo también tambien siento hay nada todo bien llamo voy buenas buenos noches días tardes fue ayer mañana ha he son eres tienes tú sí vale nos le su mis sus del al estás este esto eso mucho mucha pues ahora ya hace años vive vivo cuéntame dime hasta gusta gustan conozco nadie extraño tarde tardes nunca siempre aquí allí ella ellos nosotros puede hacer iba era amigo amigos amiga familia trabajo casa muy',
  ),
  fr: wordSet(
    "le la les des je tu il elle nous vous est suis j'ai pas que de et un une dans pour avec mon ma mes très tres mais c'est ça ca merci bonjour quand aussi sur qui ne au aujourd'hui veux fait m'appelle",
  ),
  de: wordSet(
    'der die das ich du er wir ihr ist bin nicht und ein eine mit für fur auf zu es mein meine sehr aber wie heute mir mich dich hab habe kann danke hallo wenn auch noch schon heiße heisse',
  ),
  pt: wordSet(
    'o a os as que de e em um uma é não nao eu você voce meu minha estou sou tenho muito mas como hoje com para por me obrigado obrigada oi olá também tambem quero quando tudo bem chamo',
  ),
  it: wordSet(
    'il lo la gli che di e un una è non io tu mio mia sono ho molto ma come oggi con per mi ti grazie ciao quando anche voglio tutto bene chiamo sto',
  ),
  nl: wordSet(
    'de het een ik jij je is ben niet en van met voor op mijn heel maar hoe vandaag heb kan dank hallo ook nog wel heet gaat',
  ),
  sv: wordSet('och jag du är inte det en ett med för på min mitt mycket men hur idag har kan tack hej också heter mig'),
  no: wordSet(
    'og jeg du er ikke det en et med for på min mitt veldig men hvordan i dag har kan takk hei også heter meg',
  ),
  pl: wordSet(
    'i nie jest to się sie w na z do jestem mam mój moj moja bardzo ale jak dzisiaj dziękuję dziekuje cześć czesc co że ze imię imie',
  ),
  tr: wordSet(
    've bir bu ben sen çok cok ama nasıl nasil bugün bugun değil degil için icin benim teşekkürler tesekkurler merhaba adım adim var yok iyi istiyorum',
  ),
  id: wordSet(
    'saya aku kamu dan yang di ke tidak ini itu dengan untuk sangat tapi bagaimana hari terima kasih halo nama sudah belum ada mau bisa',
  ),
  tl: wordSet('ako ikaw ang ng sa na hindi ko mo ay siya kami pero salamat kumusta ngayon gusto mga po naman'),
  vi: wordSet('tôi mình bạn là không và của có cho với rất nhưng hôm nay cảm ơn xin chào tên em anh'),
  sw: wordSet('mimi wewe na ni ya wa kwa sana lakini leo asante habari jina langu nina naitwa'),
  ro: wordSet(
    'și si este sunt nu un o cu pentru foarte dar cum astăzi astazi mulțumesc multumesc bună buna mă ma eu am',
  ),
  'hi-Latn': wordSet(
    'hai hain hoon hun mera meri mere mujhe muje main mai tum aap kya nahi nahin nhi ka ki ke ko se aur bahut bohot acha accha kaise kyun yaar bhai raha rahi rahe tha thi kar karna gaya gayi naam kuch bhi abhi haan jeena lag mein ne sabke karu karun koi sunao tumhe tumko pasand kal aaj milte chal chalo thoda thodi paise paisa behen shaadi ghar kaam matlab theek thik hoga hogi gaye kab kahan kaun apna apne apni wo woh yeh mast sahi arre toh hu ho hota hoti bas phir khush udaas akela neend yaad kaisa kaisi kitna bola boli diya liya jaise wala wali lekin kyunki',
  ),
};

/** Scripts that belong to one language here, or mostly to one. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Han}/u, 'zh'],
  [/[іїєґІЇЄҐ]/u, 'uk'],
  [/\p{sc=Cyrillic}/u, 'ru'],
  [/\p{sc=Greek}/u, 'el'],
  [/[پچژگک]/u, 'fa'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Devanagari}/u, 'hi'],
  [/\p{sc=Bengali}/u, 'bn'],
  [/\p{sc=Tamil}/u, 'ta'],
  [/\p{sc=Telugu}/u, 'te'],
  [/\p{sc=Gujarati}/u, 'gu'],
  [/\p{sc=Gurmukhi}/u, 'pa'],
  [/\p{sc=Kannada}/u, 'kn'],
  [/\p{sc=Malayalam}/u, 'ml'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Georgian}/u, 'ka'],
  [/\p{sc=Armenian}/u, 'hy'],
  [/\p{sc=Ethiopic}/u, 'am'],
];

/** Marks that open a sentence in Spanish alone; they weigh as much as two everyday words. */
const OPENING_MARK = /[¿¡]/;
const OPENING_MARK_HITS = 2;

/** Words that English has as well, and so prove no other language alone ("drew me a picture"). */
const ENGLISH_TOO = wordSet(
  'a an me no as he she am if or at by so has son do in on is was the men we i o to die war hat den also bin par hi are main so bas ho ye kal',
);
/** Words by which a message of very few is of its language, unless English grammar stands beside them. */
const DECISIVE: Readonly<Record<string, ReadonlySet<string>>> = {
  es: wordSet('hola gracias buenas buenos adiós vale sí hasta'),
  'hi-Latn': wordSet('yaar haan nahi namaste accha acha acchha theek shukriya'),
};
const MOST_WORDS_DECIDED = 3;

const MAX_WORDS = 200;

/**
 * The likeliest language of cleaned text as a BCP 47 tag: `und` when nothing tells, `hi-Latn` for Hindi in Latin letters.
 * By script first, by everyday words in Latin script.
 */
export function languageOf(cleaned: string): string {
  const letters = cleaned.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  const latin = cleaned.match(/\p{sc=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) return SCRIPTS.find(([script]) => script.test(cleaned))?.[1] ?? 'und';
  const words = wordsOf(cleaned)
    .slice(0, MAX_WORDS)
    .map((word) => word.toLowerCase());
  const decided = words.length <= MOST_WORDS_DECIDED ? decisive(words) : null;
  if (decided !== null) return decided;
  let best = { tag: 'und', hits: 0 };
  const opened = OPENING_MARK.test(cleaned) ? OPENING_MARK_HITS : 0;
  for (const [tag, markers] of Object.entries(MARKERS)) {
    const hits = words.filter((word) => markers.has(word)).length + (tag === 'es' ? opened : 0);
    const isProved = tag === 'en' || opened > 0 || words.some((word) => markers.has(word) && !ENGLISH_TOO.has(word));
    if (isProved && hits > best.hits) best = { tag, hits };
  }
  const ordinary = words.filter((word) => isOrdinary(word)).length;
  // English is the default: another language must be marked more clearly than the words are English.
  if (best.tag !== 'en' && best.hits >= 2 && best.hits >= words.length * 0.2 && ordinary < words.length * 0.8)
    return best.tag;
  if (best.tag === 'en' || ordinary >= Math.max(1, words.length / 2)) return 'en';
  return best.hits >= 1 && best.hits >= words.length * 0.3 ? best.tag : 'und';
}

function decisive(words: readonly string[]): string | null {
  if (words.some((word) => MARKERS.en?.has(word) && !ENGLISH_TOO.has(word))) return null;
  const found = Object.entries(DECISIVE).find(([, marks]) => words.some((word) => marks.has(word)));
  return found?.[0] ?? null;
}
