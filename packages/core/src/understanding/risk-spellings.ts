/**
 * Words that decide and are typed in haste: slips, short forms and phone spellings, by the word they stand for. Only forms
 * that are no everyday word of their own, so that reading them so can't turn one talk into another.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  want: 'wnat waant watn wnt',
  'want to': 'wana wannna wanto wantto',
  die: 'dei diee',
  kill: 'kil kll kiil klil',
  killing: 'kiling killin kilin',
  myself: 'myslef mysef meself msyelf mysel myseld',
  suicide: 'suicde suiside suicid suacide sucide suiscide soocide',
  suicidal: 'suicidle suicdal suisidal sucidal suicial',
  tomorrow: 'tomorow tommorow tommorrow tmrw tmr tmw 2moro',
  tonight: 'tonite tonigt 2nite tnght',
  anymore: 'anymor anymroe nymore anymre',
  living: 'livin livng',
  live: 'liv lvie',
  cant: 'cnt cantt carnt',
  dont: 'dnt donot dontt',
  this: 'ths tihs dis',
  pills: 'pils pilz',
  overdose: 'overdoes overdoze ovrdose',
  'going to': 'gona gunna',
  because: 'bc bcs bcuz cuz',
  friend: 'freind frend',
  goodbye: 'gudbye goodby',
  planning: 'planing plannin',
};

const WORD_FOR = new Map(
  Object.entries(SPELLINGS).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
);
const TOKEN = /[\p{L}\p{N}]+/gu;

/** The text, as `plain` makes it, with hasty spellings written out. Returns its argument when there is none. */
export function respelled(text: string): string {
  return text.replace(TOKEN, (word) => WORD_FOR.get(word) ?? word);
}
