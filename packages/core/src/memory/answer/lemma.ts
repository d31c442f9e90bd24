import { stemmer } from 'stemmer';

/** Forms of one word that no rule of stemming brings together, and common misspellings. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `be am is are was were being im|have has had having|do does did done doing|go goes went gone going gonna|get got gotten getting
  make made making|take took taken|give gave given|come came coming|see saw seen|eat ate eaten|drink drank drunk|drive drove driven
  write wrote written|speak spoke spoken|break broke broken|choose chose chosen|steal stole stolen|wake woke woken|fall fell fallen
  know knew known|grow grew grown|throw threw thrown|fly flew flown flight flights|draw drew drawn|wear wore worn|tear tore torn|bear bore born
  begin began begun|sing sang sung|swim swam swum|run ran running|try tried tries trying|cry cried cries crying|dry dried dries drying|fry fried fries frying|ring rang rung|win won winning|lose lost losing|leave left leaving
  buy bought|bring brought|think thought|teach taught|catch caught|fight fought|seek sought|sell sold|tell told|say said|pay paid
  hear heard|feel felt|keep kept|sleep slept|meet met|send sent|spend spent|lend lent|build built|bend bent|find found|hold held
  stand stood|understand understood|sit sat|lie lying|lay laid laying|lead led|read reading|hit hitting|cut cutting|put putting|quit quitting quits
  bite bit bitten|hide hid hidden|ride rode ridden|rise rose risen|shake shook shaken|forget forgot forgotten|forgive forgave forgiven
  freeze froze frozen|swear swore sworn|stick stuck|strike struck|shoot shot|win won|dig dug|feed fed|bleed bled|marry married marries
  die died dying dies dead|move moved moving moves|wed wedding weddings|child children|man men|woman women|person people|wife wives
  foot feet|tooth teeth|mouse mice|study studying studied studies studys|story stories|baby babies|owe owing owed owes|tie tying
  play playing|pregnant pregnancy|marriage marry|allergic allergy allergies alergic allergys|propose proposing proposal|engage engaged engagement
  divorce divorcing divorced|diagnose diagnosed diagnosis|operate operation operating|graduate graduation graduating|favourite favorite favourites favorites fav fave favs faves
  promote promotion promoted|retire retirement retired|apologise apologize apologised apologized apology|visit vist visiting|train training
  sick sickness|scare scared|adopt adoption|apply application applied|invite invitation|injure injury injured|believe belief|jitter jitters jittery
  live vivo vive viven vivía|work trabajo trabaja|dog perro perra|cat gato gata|wedding boda|car coche|birthday cumpleaños|miss extraño echo|buy compré|job profesión|
  decide decision|argue argument arguing|celebrate celebration|perform performance|compete competition competing|bake baking|name named naming`
    .split(/[|\n]/)
    .flatMap((line) => {
      const [base = '', ...forms] = line.trim().split(' ');
      return [base, ...forms].map((form): [string, string] => [form, stemmer(base)]);
    }),
);

/** The form that a word shares with its other forms; never throws. */
export function lemmaOf(lower: string): string {
  const bare = lower.replace(/'/g, '');
  return IRREGULAR.get(bare) ?? stemmer(bare);
}
