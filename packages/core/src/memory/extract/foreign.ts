import type { Draft } from './draft.ts';

/** One way to say a thing in a language other than English: of oneself, or of someone just named. */
export interface ForeignRule {
  readonly language: string;
  readonly pattern: RegExp;
  readonly slot: Draft['slot'];
  readonly as: 'place' | 'thing' | 'words';
  /** Who it is said of: the speaker, by the verb's form, or the one the clause names. */
  readonly of: 'self' | 'other';
}

const PLACE =
  "(?<value>(?:la |el |las |los )?\\p{L}[\\p{L}\\p{M}'-]*(?: (?:de|del|la|do|da|am) \\p{Lu}\\p{L}*| \\p{Lu}\\p{L}*)*)";
const THING = '(?<value>[^,;.!?()\\n]{2,50})';

function self(language: string, source: string, slot: string, as: ForeignRule['as']): ForeignRule {
  return { language, pattern: new RegExp(`(?<![\\p{L}])${source}`, 'iu'), slot, as, of: 'self' };
}
function other(language: string, source: string, slot: string, as: ForeignRule['as']): ForeignRule {
  return { language, pattern: new RegExp(`(?<![\\p{L}])${source}`, 'iu'), slot, as, of: 'other' };
}

/** The commonest facts in six languages. A new language is rows. */
export const FOREIGN_RULES: readonly ForeignRule[] = [
  self('es', `vivo (?:ahora )?en ${PLACE}`, 'lives-in', 'place'),
  self('es', `(?:me mud[eé]|me acabo de mudar|nos mudamos) a ${PLACE}`, 'lives-in', 'place'),
  self('es', `soy de ${PLACE}`, 'from', 'place'),
  self('es', 'tengo (?<value>\\d{1,3}) años', 'age', 'words'),
  self('es', `soy al[eé]rgic[oa] (?:a(?:l)? )(?:los |las |la |el )?${THING}`, 'allergy', 'thing'),
  self('es', `me (?:encantan?|gustan?(?: mucho)?) (?:el |la |los |las )?${THING}`, 'likes', 'thing'),
  self('es', `(?:odio|no soporto) (?:el |la |los |las )?${THING}`, 'dislikes', 'thing'),
  self('es', `trabajo (?:de|como) ${THING}`, 'job', 'thing'),
  self('es', `trabajo (?:en|para) (?:el |la )?${THING}`, 'employer', 'thing'),
  self('es', `estudio (?!para |mucho |en )${THING}`, 'studies', 'thing'),
  other('es', `(?:vive|está viviendo) (?:ahora |ya |todavía |aún )?en ${PLACE}`, 'lives-in', 'place'),
  other('es', `(?:acaba de mudarse|se mud[oó]|se ha mudado|se va a vivir) a ${PLACE}`, 'lives-in', 'place'),
  other('es', 'tiene (?<value>\\d{1,3}) años', 'age', 'words'),
  other('es', `es al[eé]rgic[oa] (?:a(?:l)? )(?:los |las |la |el )?${THING}`, 'allergy', 'thing'),
  other('es', `trabaja (?:de|como) ${THING}`, 'job', 'thing'),

  self('fr', `(?:j'habite|je vis) (?:maintenant )?(?:à|a|en|au) ${PLACE}`, 'lives-in', 'place'),
  self('fr', `je (?:viens|suis) (?:de|d') ?${PLACE}`, 'from', 'place'),
  self('fr', "j'ai (?<value>\\d{1,3}) ans", 'age', 'words'),
  self('fr', `je suis allergique (?:aux?|à la|à l'|à) ?${THING}`, 'allergy', 'thing'),
  self('fr', `(?:j'adore|j'aime) (?:le |la |les |l')?${THING}`, 'likes', 'thing'),
  self('fr', `je d[eé]teste (?:le |la |les |l')?${THING}`, 'dislikes', 'thing'),
  self('fr', `je travaille (?:chez|pour) ${THING}`, 'employer', 'thing'),
  other(
    'fr',
    `(?:habite|vit) (?:maintenant |désormais |toujours |encore )?(?:à|a|en|au) ${PLACE}`,
    'lives-in',
    'place',
  ),
  other('fr', 'a (?<value>\\d{1,3}) ans', 'age', 'words'),

  self('de', `(?:ich |und )(?:wohne|lebe) (?:jetzt |nun |gerade |noch |schon )?in ${PLACE}`, 'lives-in', 'place'),
  self('de', `ich (?:komme|bin) aus ${PLACE}`, 'from', 'place'),
  self('de', 'ich bin (?<value>\\d{1,3})(?: jahre alt)?(?![\\p{L}\\d])', 'age', 'words'),
  self('de', `(?:ich |und )?bin allergisch (?:gegen|auf) ${THING}`, 'allergy', 'thing'),
  self('de', `ich liebe ${THING}`, 'likes', 'thing'),
  self('de', `ich hasse ${THING}`, 'dislikes', 'thing'),
  self('de', `ich arbeite bei ${THING}`, 'employer', 'thing'),
  other(
    'de',
    `(?:wohnt|lebt) (?:jetzt |nun |gerade |immer noch |noch |schon |seit \\p{L}+ )?in ${PLACE}`,
    'lives-in',
    'place',
  ),
  other('de', 'ist (?<value>\\d{1,3}) jahre alt', 'age', 'words'),

  self('pt', `(?:eu )?(?:moro|vivo) em ${PLACE}`, 'lives-in', 'place'),
  self('pt', `(?:eu )?sou de ${PLACE}`, 'from', 'place'),
  self('pt', '(?:eu )?tenho (?<value>\\d{1,3}) anos', 'age', 'words'),
  self('pt', `sou al[eé]rgic[oa] a(?:o|os|s)? ?${THING}`, 'allergy', 'thing'),
  self('pt', `(?:eu )?(?:adoro|amo) (?:o |a |os |as )?${THING}`, 'likes', 'thing'),
  other('pt', `(?:mora|vive) (?:agora )?em ${PLACE}`, 'lives-in', 'place'),
  other('pt', 'tem (?<value>\\d{1,3}) anos', 'age', 'words'),

  self('it', `(?:abito|vivo) a ${PLACE}`, 'lives-in', 'place'),
  self('it', `(?:sono|vengo) (?:di|da) ${PLACE}`, 'from', 'place'),
  self('it', 'ho (?<value>\\d{1,3}) anni', 'age', 'words'),
  self('it', `sono allergic[oa] (?:al|alla|ai|alle|a) ?${THING}`, 'allergy', 'thing'),
  other('it', `(?:abita|vive) (?:ora |adesso |ancora |sempre )?a ${PLACE}`, 'lives-in', 'place'),

  self(
    'hi-Latn',
    `(?:main|mai|mein|hum) (?<value>[\\p{L}-]+) (?:mein|me|main) (?:rehta|rehti|rahta|rahti|rehte)`,
    'lives-in',
    'place',
  ),
  self('hi-Latn', `(?:main|mai|mein|hum) (?<value>[\\p{L}-]+) se (?:hoon|hun|hu|hain)`, 'from', 'place'),
  self(
    'hi-Latn',
    `(?:mujhe|muje|mujhko) (?<value>[\\p{L}]+(?: (?!bahut|bohot|bht|kaafi|bilkul)[\\p{L}]+)?) (?:bahut |bohot |bht |kaafi )?(?:pasand|accha lagta|acchi lagti|acha lagta|achi lagti) (?:hai|hain|h)`,
    'likes',
    'thing',
  ),
  self(
    'hi-Latn',
    `(?:mujhe|muje) (?<value>[\\p{L}]+(?: [\\p{L}]+)?) (?:bilkul )?(?:pasand (?:nahi|nahin|nhi)|se nafrat)`,
    'dislikes',
    'thing',
  ),
  self('hi-Latn', `(?:mujhe|muje) (?<value>[\\p{L}]+(?: [\\p{L}]+)?) se allergy`, 'allergy', 'thing'),
  other(
    'hi-Latn',
    `(?<value>[\\p{L}-]+) (?:mein|me|main) (?:rehta|rehti|rahta|rahti|rehte|shift ho gay[ia]|shift hui|shift hua)`,
    'lives-in',
    'place',
  ),
  other('hi-Latn', `ko (?<value>[\\p{L}]+(?: [\\p{L}]+)?) se allergy`, 'allergy', 'thing'),
];
