/** Sentences of made-up lives: the same place in the same life is the same sentence, and no two lives are alike. */

const NAMES =
  'Charvik Devansh Amara Kofi Lucia Priya Ines Yuki Sol Dina Grant Mireille Ottilie Sunny Tobi Poppy Sean Maria Yewande Bilal Noor Hana Petra Luca Femi Anouk Ravi Saoirse Milo Zadie'.split(
    ' ',
  );
const RELATIONS = 'friend sister brother cousin boss flatmate coworker neighbour aunt uncle teacher dentist'.split(' ');
const PLACES =
  'Leeds Porto Accra Pune Manchester Sevilla Cardiff Ghent Lagos Oslo Lima Turin Galway Kyoto Bergen Tunis Quito Split Cork Nantes'.split(
    ' ',
  );
const THINGS =
  'masala chai|pottery|long walks|jazz records|crosswords|sourdough|tennis|old maps|night trains|houseplants|chess|marathons|birdwatching|thrillers|kayaking|embroidery|street food|stand-up comedy|cold swims|board games'.split(
    '|',
  );
const DOINGS =
  'repainted the kitchen|missed the last bus|burnt the rice|found a twenty on the pavement|cancelled the gym|finished the report|planted tomatoes|lost a glove|won the quiz|fixed the bike|slept through the alarm|cooked for six|called the landlord|returned the library books|saw a heron by the canal'.split(
    '|',
  );
const FRAMES: readonly ((pick: (list: readonly string[]) => string, number: number) => string)[] = [
  (pick, number) => `My ${pick(RELATIONS)} ${pick(NAMES)} visited ${pick(PLACES)} for ${2 + (number % 9)} days.`,
  (pick) => `I really love ${pick(THINGS)} these days.`,
  (pick, number) => `Today I ${pick(DOINGS)} and then read ${10 + (number % 90)} pages before bed.`,
  (pick) => `${pick(NAMES)} came over to play cards and talked about ${pick(THINGS)}.`,
  (pick, number) => `I saved ${50 + (number % 950)} euros for the trip to ${pick(PLACES)}.`,
  (pick) => `My ${pick(RELATIONS)} ${pick(NAMES)} can't stand ${pick(THINGS)}.`,
  (pick, number) => `Work was long: ${1 + (number % 12)} meetings, and ${pick(NAMES)} ${pick(DOINGS)}.`,
  (pick) => `We went to ${pick(PLACES)} because ${pick(NAMES)} wanted to try ${pick(THINGS)}.`,
];

/** Sentence `number` of a life. */
function sentenceOf(life: number, number: number): string {
  let state = Math.imul(life * 1_000_003 + number + 1, 2_654_435_761) >>> 0;
  const pick = (list: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[(state >>> 8) % list.length] ?? '';
  };
  const frame = FRAMES[number % FRAMES.length] ?? FRAMES[0];
  return frame?.(pick, state >>> 4) ?? '';
}

export const memoriesOf = (life: number, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => sentenceOf(life, from + index));

/** What someone says in an ordinary turn. */
export const statementOf = (number: number): string => sentenceOf(1_000, number);

export const QUESTIONS: readonly string[] = [
  'Do you remember my friends?',
  "What's my sister's name?",
  'Who came over to play cards?',
  'Where did my cousin go for a few days?',
  'How much have I saved for the trip to Porto?',
  "What can't my boss stand?",
  'When did I burn the rice?',
  'What did Kofi want to try?',
  'Who is Mireille?',
  'Have I ever been to Bergen?',
  'What do I love doing these days?',
  'What do you know about me?',
];
