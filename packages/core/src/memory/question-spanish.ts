/**
 * Questions of memory in Spanish, put into the English that is read: asking words and the words people's lives are asked by.
 * Tables: a new case is a word. What is no Spanish question comes back as it was.
 */
const ASKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:en |a |de |desde )?d[oó]nde\b/i, 'where'],
  [/^ad[oó]nde\b/i, 'where'],
  [/^(?:desde )?cu[aá]ndo\b/i, 'when'],
  [/^qu[eé] d[ií]a\b/i, 'when'],
  [/^(?:con|a|de|para|por) qui[eé]n(?:es)?\b/i, 'who'],
  [/^qui[eé]n(?:es)?\b/i, 'who'],
  [/^por qu[eé]\b/i, 'why'],
  [/^(?:c[oó]mo|cu[aá]l) (?:se llama|es el nombre de)\b/i, 'what is the name of'],
  [/^c[oó]mo se llaman\b/i, 'what are the names of'],
  [/^cu[aá]nt[oa]s a[nñ]os (?:tengo|cumplo)\b/i, 'how old am i'],
  [/^cu[aá]nt[oa]s a[nñ]os (?:tiene|cumple)\b/i, 'how old is'],
  [/^cu[aá]nt[oa]s\b/i, 'how many'],
  [/^cu[aá]nto\b/i, 'how much'],
  [/^en qu[eé] trabajo\b/i, 'what is my job'],
  [/^a qu[eé] me dedico\b/i, 'what is my job'],
  [/^a qu[eé] soy al[eé]rgic[oa]\b/i, 'what am i allergic to'],
  [/^(?:cu[aá]l|cu[aá]les) (?:es|son|era)\b/i, 'what is'],
  [/^(?:a|de|en|con|para) qu[eé]\b/i, 'what'],
  [/^qu[eé]\b/i, 'what'],
  [/^c[oó]mo\b/i, 'how'],
];

/** Verbs by their first or third person, and nouns; relations are read in Spanish anyway and stay. */
const WORDS: Readonly<Record<string, string>> = {
  vivo: 'do i live',
  vive: 'does live',
  vivía: 'did i live before',
  trabajo: 'do i work',
  trabaja: 'does work',
  estudio: 'do i study',
  estudia: 'does study',
  nací: 'was i born',
  soy: 'am i',
  es: 'is',
  tengo: 'do i have',
  tiene: 'does have',
  viajo: 'am i travelling',
  voy: 'am i going',
  va: 'is going',
  fui: 'did i go',
  caso: 'get married',
  casa: 'get married',
  murió: 'died murió',
  perdí: 'did i lose',
  compré: 'did i buy',
  extraño: 'do i miss',
  echo: 'do i miss',
  cumpleaños: 'birthday',
  profesión: 'job',
  profesion: 'job',
  oficio: 'job',
  perro: 'dog',
  perra: 'dog',
  gato: 'cat',
  gata: 'cat',
  color: 'colour',
  favorito: 'favourite',
  favorita: 'favourite',
  comida: 'food',
  nombre: 'name',
  boda: 'wedding',
  coche: 'car',
  mi: 'my',
  mis: 'my',
  ahora: 'now',
  el: 'the',
  la: 'the',
  los: 'the',
  las: 'the',
  se: '',
  me: '',
  a: '',
  de: '',
};

/** The same question in English as far as its words are known; any other text as it was. */
export function fromSpanish(question: string): string {
  const bare = question
    .trim()
    .replace(/^[¿¡\s]+/, '')
    .replace(/^(?:te acuerdas de |recuerdas )/i, '');
  const ask = ASKS.find(([pattern]) => pattern.test(bare));
  if (ask === undefined) return question;
  const [pattern, english] = ask;
  const rest = bare.replace(pattern, '').replace(/[\p{L}\p{M}]+/gu, (word) => {
    const lower = word.toLowerCase();
    return Object.hasOwn(WORDS, lower) ? (WORDS[lower] ?? word) : word;
  });
  return `${english} ${rest.trim()}`.replace(/\s+/g, ' ').trim();
}
