import { sentences } from '../writing.ts';

/** What a person says of themselves, turned to them: longer sentences sound like a parrot, not like listening. */
const MOST_WORDS_ECHOED = 9;

const TURNED: Readonly<Record<string, string>> = {
  i: 'you',
  "i'm": "you're",
  im: "you're",
  "i've": "you've",
  ive: "you've",
  "i'd": "you'd",
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  we: 'you',
  our: 'your',
  us: 'you',
  am: 'are',
};

/** Only plain statements of what the person did or had happen; feelings and guesses are reflected by mood instead. */
const ECHOED =
  /^(i|we) (just |finally |actually |really )?(got|won|passed|finished|made|ran|bought|sold|met|found|started|landed|booked|built|learned|learnt|baked|cooked|planted|painted|wrote|launched|adopted|graduated|beat|completed|saw|visited|fixed|signed|moved|managed|did it)\b/i;
const NOT_ECHOED =
  /\b(you|your|was|were|when|because|but|although|if|that|which|who|didn'?t|not|never|feel|felt|think|hope|wish|sorry|died|fight|rid|sick|fired|wrong|mad|angry|upset|cry|lost)\b|["“”?:;()/@#]|\d{5,}/i;

/**
 * The first plain statement of a message, said back: "I got the promotion!!" → "You got the promotion". Null when
 * nothing in it can be said back without sounding odd.
 */
export function echoOf(message: string): string | null {
  for (const sentence of sentences(message.replace(/[’‘]/g, "'")).slice(0, 2)) {
    const statement = (sentence.split(/[,.!]|\s[-–—]\s|\band (?:then|i|now)\b/i)[0] ?? '').trim();
    const spoken = statement.split(/\s+/);
    if (!ECHOED.test(statement) || NOT_ECHOED.test(statement)) continue;
    if (spoken.length < 3 || spoken.length > MOST_WORDS_ECHOED || /\p{Extended_Pictographic}/u.test(statement))
      continue;
    const shouted = statement === statement.toUpperCase();
    const turned = spoken.map((word) => TURNED[word.toLowerCase()] ?? (shouted ? word.toLowerCase() : word));
    return turned.join(' ');
  }
  return null;
}
