/**
 * Spellings of text messages that stand for one word whatever stands around them: digits and letters for sounds, and what
 * thumbs leave out. Nothing in it is a word or a name of its own, so that a message may be read with them written out.
 */
const TEXTING: Readonly<Record<string, string>> = {
  '2day': 'today',
  '2nite': 'tonight',
  '2night': 'tonight',
  '2moro': 'tomorrow',
  '2morro': 'tomorrow',
  '2morrow': 'tomorrow',
  '2mrw': 'tomorrow',
  tmrw: 'tomorrow',
  tmoz: 'tomorrow',
  tomoz: 'tomorrow',
  tomoro: 'tomorrow',
  yday: 'yesterday',
  ystrday: 'yesterday',
  b4: 'before',
  gr8: 'great',
  h8: 'hate',
  l8: 'late',
  l8r: 'later',
  m8: 'mate',
  m8s: 'mates',
  str8: 'straight',
  w8: 'wait',
  w8ing: 'waiting',
  '2gether': 'together',
  '4ever': 'forever',
  '4got': 'forgot',
  any1: 'anyone',
  every1: 'everyone',
  some1: 'someone',
  sum1: 'someone',
  thx: 'thanks',
  ppl: 'people',
  bday: 'birthday',
  bdays: 'birthdays',
  wknd: 'weekend',
  becuz: 'because',
  bcuz: 'because',
  bcoz: 'because',
  bcz: 'because',
  bc: 'because',
  cuz: 'because',
  coz: 'because',
  wiv: 'with',
  wid: 'with',
  wth: 'with',
  abt: 'about',
  rlly: 'really',
  rly: 'really',
  gettin: 'getting',
  goin: 'going',
  doin: 'doing',
  havin: 'having',
  havent: "haven't",
  feelin: 'feeling',
  workin: 'working',
  livin: 'living',
  lookin: 'looking',
  nothin: 'nothing',
  sumthin: 'something',
  smth: 'something',
  sth: 'something',
};
const WORD = /(?<![\p{L}\p{N}'])[\p{L}\p{N}]{2,8}(?![\p{L}\p{N}'])/gu;

/** The text with what is spelt for speed written out: "lost my job 2day" → "lost my job today". Linear in its length. */
export function spelledOut(text: string): string {
  return text.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    return Object.hasOwn(TEXTING, lower) ? (TEXTING[lower] ?? word) : word;
  });
}
