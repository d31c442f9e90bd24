import { describe, expect, it } from 'vitest';
import { copies, countTokens } from './answer/phrasing.ts';
import { answerFromMemory } from './answer.ts';
import type { Evidence, Fact, MemoryAnswer, Subject } from './fact.ts';
import { SELF } from './fact.ts';
import { readQuestion } from './question.ts';
import { sayStatement } from './slots.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-10T12:00:00Z');

function told(...messages: string[]): Evidence[] {
  return messages.map((text, index) => ({
    messageId: `message-${index}`,
    text,
    saidAt: new Date(NOW.getTime() - (messages.length - index) * DAY_MS),
    before: null,
    after: null,
    score: 1,
  }));
}

let count = 0;
function fact(subject: Subject, slot: string, value: string | null, further: Partial<Fact> = {}): Fact {
  count += 1;
  const saidAt = new Date(NOW.getTime() - 5 * DAY_MS);
  return {
    id: `fact-${count}`,
    kind: 'fact',
    subject,
    slot,
    value,
    text: sayStatement({ subject, slot, value }, 'present'),
    quote: value ?? '',
    modality: 'asserted',
    confidence: 0.9,
    importance: 0.5,
    tender: false,
    time: null,
    status: 'active',
    saidAt,
    validFrom: saidAt,
    validUntil: null,
    sourceMessageIds: ['message-0'],
    ...further,
  };
}

const someone = (relation: string, name: string | null): Subject => ({
  key: `${relation}:${name?.toLowerCase() ?? ''}`,
  name,
  relation,
});

interface Asked {
  readonly facts?: readonly Fact[];
  readonly evidence?: readonly Evidence[];
  readonly history?: readonly { role: 'user' | 'assistant'; text: string }[];
  readonly name?: string | null;
}

function ask(question: string, { facts = [], evidence = [], history = [], name = null }: Asked): MemoryAnswer {
  const query = readQuestion(
    question,
    history.map(({ text }) => text),
  );
  if (query === null) throw new Error(`not read as a question of memory: ${question}`);
  return answerFromMemory({ question, query, name, facts, evidence, history, now: NOW, timeZone: 'UTC', seed: 'seed' });
}

describe('answers from typed facts', () => {
  const friends = [fact(someone('friend', 'Charvik'), 'is', null), fact(someone('friend', 'Devansh'), 'is', null)];
  const leeds = fact(SELF, 'lives-in', 'Leeds', { status: 'superseded', validUntil: NOW });
  const porto = fact(SELF, 'lives-in', 'Porto');
  const yuki = fact(someone('girlfriend', 'Yuki'), 'intolerance', 'lactose');

  it.each<[string, Asked, string]>([
    ['Do you remember my friends?', { facts: friends }, 'Yes, Charvik and Devansh!'],
    ['Where do I live now?', { facts: [leeds, porto] }, 'You live in Porto.'],
    ['Where did I live before?', { facts: [leeds, porto] }, 'You lived in Leeds.'],
    ['Who is lactose intolerant?', { facts: [yuki] }, 'Your girlfriend Yuki.'],
    ["What's my name?", { name: 'Natalia' }, "You're Natalia."],
    ['Who is Professor?', { facts: [fact(someone('hamster', 'Professor'), 'is', null)] }, 'Professor is your hamster.'],
  ])('%s', (question, asked, expected) => {
    const answer = ask(question, asked);
    expect(answer.text).toBe(expected);
    expect(answer.abstains).toBe(false);
  });

  const biscuit = someone('hamster', 'Biscuit');
  it.each<[string, readonly Fact[], string]>([
    [
      'Who is Dan?',
      [fact(someone('boyfriend', 'Dan'), 'is', null, { status: 'superseded' })],
      'Dan was your boyfriend.',
    ],
    [
      'Do I have a hamster?',
      [fact(biscuit, 'is', null), fact(biscuit, 'died', null)],
      'No, your hamster Biscuit died.',
    ],
    [
      'Do I have a boyfriend?',
      [fact(someone('boyfriend', 'Dan'), 'is', null, { status: 'superseded' })],
      'Not any more, that I know of: Dan was your boyfriend.',
    ],
    ['Do I eat meat?', [fact(SELF, 'diet', 'vegetarian')], 'No, you are vegetarian.'],
    ['Do I drink milk?', [fact(SELF, 'diet', 'vegan')], 'No, you are vegan.'],
  ])('of what is over or left out: %s', (question, facts, expected) => {
    expect(ask(question, { facts }).text).toBe(expected);
  });

  it('says which facts it drew on', () => {
    expect(ask('Where do I live?', { facts: [leeds, porto] }).usedFactIds).toEqual([porto.id]);
  });

  it("never takes another's fact for the person's", () => {
    expect(ask('Am I lactose intolerant?', { facts: [yuki] }).abstains).toBe(true);
  });

  it('tells who and what they are in at most 60 words, nothing tender unasked', () => {
    const facts = [
      fact(SELF, 'age', '26'),
      fact(SELF, 'from', 'Pune'),
      porto,
      fact(SELF, 'job', 'radiographer'),
      ...friends,
      fact(someone('friend', 'Sol'), 'secret', 'Sol is thinking of quitting', { tender: true }),
    ];
    const { text } = ask('What do you know about me?', { facts, name: 'Harsha' });
    for (const word of ['Harsha', '26', 'Pune', 'Porto', 'radiographer', 'Charvik', 'Devansh'])
      expect(text).toContain(word);
    expect(text).not.toContain('quitting');
    expect(countTokens(text)).toBeLessThanOrEqual(60);
  });
});

describe('answers from what was said', () => {
  it.each<[string, string[], RegExp, RegExp | null]>([
    ['Who is coming to stay?', ['my frend Karim is comming to stay nxt week'], /Karim/, null],
    ['How many years have I been in Canada?', ['Moved to Canada when I was 12, I’m 27 now.'], /15/, null],
    ['What am I allergic to?', ['PSA I’m allergic to peanuts, like epipen allergic.'], /peanuts/, null],
    ['Can I eat a peanut butter cookie?', ['I’m allergic to peanuts'], /not/, /^yes/i],
    [
      'Who yelled at me?',
      ['My boss is called Maria. So is my flatmate.', 'Maria yelled at me in the standup today'],
      /boss/,
      /flatmate/,
    ],
    [
      'Did I get the kitten?',
      ['I’m getting a kitten!!', 'false alarm, the shelter gave her to someone else'],
      /^no/i,
      null,
    ],
    [
      'When is my mum’s birthday?',
      ['my mum’s birthday is 4 march', 'mum’s birthday is the 14th not the 4th'],
      /14/,
      /\b4\b/,
    ],
    ['Do I have arthritis?', ['My dad has arthritis in both hands'], /dad/, /^yes/i],
    ['Do I have a rabbit?', ['My cat Biscuit and my dog Otto are asleep'], /^no/i, null],
    ['How many siblings do I have?', ['I’ve got three sisters and a brother'], /four|4/, null],
    [
      'Who is Dean?',
      ['My ex is called Dean and my brother is called Sean.', 'Delete everything about Dean please.'],
      /haven't told/,
      /ex/,
    ],
    ['What did Sol tell me?', ['My friend Sol told me he’s thinking of quitting, it’s a secret'], /quitting/, null],
    [
      'Who are my friends?',
      ['My friends are Tariq, Mona and Ellis.', 'Had a falling out with Ellis, we’re not friends anymore'],
      /Tariq and Mona/,
      /Ellis/,
    ],
    [
      'Who’s on my quiz team now?',
      ['Quiz team: Ana, Piotr, Mel and me', 'Mel dropped out, we got Suresh'],
      /Ana, Piotr and Suresh/,
      /Mel\b/,
    ],
    [
      'Who left?',
      ['Book club is me, Ottilie, Grant and Sunny.', 'Grant left book club, Mireille joined instead.'],
      /Grant/,
      /Mireille/,
    ],
    [
      'When is my interview?',
      ['My interview is on Tuesday with Orbital', 'ugh they moved it to Wednesday'],
      /Wednesday/,
      /Tuesday/,
    ],
    ['Where was I raised?', ['born in Lagos, raised in Croydon, now freezing in Oslo'], /Croydon/, /Lagos/],
    ['Do I have a dog?', ['If I ever get a dog I’d call it Pancake.'], /not|haven't/i, /^yes/i],
  ])('%s', (question, messages, wanted, unwanted) => {
    const { text } = ask(question, { evidence: told(...messages) });
    expect(text).toMatch(wanted);
    if (unwanted !== null) expect(text).not.toMatch(unwanted);
  });

  const kay = [
    'i live w my dad and stepmum in leeds',
    "we're moving to york next month",
    'my hamster died :(',
    'he was called Biscuit',
    'gtg',
  ];
  it.each<[string, string[], string | RegExp]>([
    ['where do i live?', kay, 'In Leeds.'],
    ['where am i moving?', kay, 'To York.'],
    ['do i live in leeds or york?', kay, /^(?!.*hamster)/],
    ['what pet did i have', kay, /^(?!Gtg)/],
    ['which cat is orange?', ['I have two cats, Mish and Mash', 'Mish is the orange one', 'I got engaged!!'], /Mish/],
    [
      'am i moving to berlin?',
      ['what if i moved to berlin', 'i was so scared of the dentist but it went fine'],
      /^(?!yes)/i,
    ],
    ['when is my exam?', ['i have an exam on friday'], 'On Friday.'],
    ['where do i work?', ['i work at a small firm in bristol'], 'At a small firm in Bristol.'],
    ['does maria like cricket?', ['my gf maria hates cricket'], 'No, your gf maria hates cricket.'],
    ['what is wrong with my mum', ['my mum has parkinsons', "i'm allergic to penicillin"], 'Your mum has parkinsons.'],
    ['which maria is a nurse?', ['maria my cousin is a nurse', 'my gf maria hates cricket'], /cousin/],
    ['do i hate olives?', ['i hate olives'], 'Yes, you hate olives.'],
    ['do i play guitar?', ['i wanna learn guitar'], /^Not that you've told me/],
    ['am i going to japan?', ['i might go to Japan next year'], /^Not that you've told me/],
    [
      'is my dad moving to spain?',
      ['my dad said "i\'m moving to Spain"'],
      'Yes, your dad said "i\'m moving to Spain".',
    ],
    [
      'what happened to max?',
      ['Max broke his arm at school yesterday'],
      'Max broke his arm, you said, at school yesterday.',
    ],
    [
      'what did my neighbour buy?',
      ['my neighbour bought a huge ugly orange garden gnome'],
      // An article stays with its noun.
      /^(?!.*\b(?:a|the|an), you said).*gnome/,
    ],
  ])('in a hurry, after other things: %s', (question, messages, expected) => {
    expect(ask(question, { evidence: told(...messages) }).text).toMatch(
      typeof expected === 'string' ? new RegExp(`^${expected.replace(/[.?"]/g, '\\$&')}$`) : expected,
    );
  });

  const bo = ['my girlfriend is called Bo', 'me and Bo broke up', 'i got a new girlfriend, Cleo'];
  it.each<[string, string[], string]>([
    ["who's bo?", bo, 'Bo was your girlfriend.'],
    ['how much do i weigh?', ['i weigh 82 kilos'], '82 kilos.'],
    ['how much is my rent?', ['my rent is 900 a month'], '900 a month.'],
    ['when does my passport expire?', ['my passport expires in May 2027'], 'In May 2027.'],
    ["what's my dog called?", ['my dog is called biscuit'], 'Biscuit!'],
    ["what's my dog called?", ["hi i'm maya, my dog bruno has a vet visit tomorrow"], 'Bruno!'],
    ["what's my dog called?", ['My name is Maya, my dog Bruno is ill'], 'Bruno!'],
    ['whats my dog called', ['hii im maya, my dog bruno has a vet visit'], 'Bruno!'],
  ])('to the point: %s', (question, messages, expected) => {
    expect(ask(question, { evidence: told(...messages) }).text).toBe(expected);
  });

  it.each([
    ["what's my sister's name?", 'my sister called today'],
    ['where is my flatmate from?', "my flatmate's name is Pete, he plays the drums at 2am"],
  ])('finds no answer beside the question: %s', (question, message) => {
    expect(ask(question, { evidence: told(message) }).abstains).toBe(true);
  });

  it.each([
    ['where is my flatmate from?', "You haven't told me where your flatmate is from yet."],
    ["when's my exam?", "You haven't told me when your exam is yet."],
    ['who is my crush?', "You haven't told me who your crush is yet."],
    ['where are my keys?', "You haven't told me where your keys are yet."],
    ['what is my daughters name', "You haven't told me your daughter's name yet."],
  ])('says in a whole sentence what it was not told: %s', (question, said) => {
    expect(ask(question, {}).text).toBe(`${said} Would you like to?`);
  });

  it.each<[string, string[], RegExp, RegExp]>([
    ['who is Rob?', ['our daughter Helen lives in Cardiff with her husband Rob'], /Rob/, /your husband/],
    ['where do i work?', ['my new job is at Shopify', "i'm leaving my job at Careem"], /Shopify/, /Careem/],
    [
      'are my parents together?',
      ['my parents are divorced, dad lives in Malta', "it's our first date tomorrow, im so nervous"],
      /./,
      /date/,
    ],
  ])('of whom it is said: %s', (question, messages, wanted, unwanted) => {
    const { text } = ask(question, { evidence: told(...messages) });
    expect(text).toMatch(wanted);
    expect(text).not.toMatch(unwanted);
  });

  it('takes no order to the assistant for a name', () => {
    const evidence = told('remember: from now on you must call me Master');
    expect(ask("what's my name?", { evidence }).abstains).toBe(true);
    expect(ask("what's my name?", { evidence: told('call me Mina') }).text).toBe("You're Mina.");
  });

  it('goes on with what was asked before', () => {
    const evidence = told('Seeing Burna Boy in Lagos on New Year’s Eve with my cousin Tobi');
    const history = [{ role: 'user', text: 'Who am I going to the concert with?' }] as const;
    expect(ask('When is it?', { evidence, history }).text).toMatch(/New Year/);
  });

  it.each([
    ["What's my favourite colour?", ['fav film ever: Spirited Away']],
    ["What's my mother's name?", ['Nice walk by the river today, saw a heron']],
    ['Where do I work?', ['Nice walk by the river today, saw a heron']],
    ["What's the parrot's name?", ['my neighbour Gus has a parrot that swears']],
    ['When is my birthday?', []],
  ])('says that it was never told: %s', (question, messages) => {
    const answer = ask(question, { evidence: told(...messages) });
    expect(answer.abstains).toBe(true);
    expect(answer.usedMessageIds).toEqual([]);
  });

  it('never repeats seven words in a row', () => {
    const long =
      'we spent the whole rainy afternoon building an enormous cardboard castle for my nephew Ludo behind the old garden shed';
    const { text } = ask('What did we build?', { evidence: told(long) });
    expect(text).toContain('castle');
    expect(copies(text, [long])).toBe(false);
    expect(countTokens(text)).toBeLessThanOrEqual(25);
  });

  it('gives the same answer for the same seed', () => {
    const asked = { evidence: told('Nice walk by the river today') };
    expect(ask('Where do I work?', asked)).toEqual(ask('Where do I work?', asked));
  });
});

describe('any text', () => {
  const hostile = [
    '\u0000\ud800 my \udfff sister \u202e',
    'a'.repeat(8000),
    `my sister ${'is '.repeat(2600)}`,
    'not a, b '.repeat(900),
    `${'"('.repeat(4000)}`,
    '1,'.repeat(4000),
    'In '.repeat(2600),
    'forget '.repeat(1100),
    '😀'.repeat(4000),
  ];
  const questions = [
    "What's my sister's name?",
    'Where do I live?',
    'How many cats do I have?',
    'Did I pass?',
    'Why?! who',
  ];

  it.each(hostile.map((text) => [text.slice(0, 20), text]))('%j is taken', (_, text) => {
    for (const question of [...questions, `${text} who is my sister?`]) {
      const query = readQuestion(question) ?? readQuestion('Do you remember me?');
      if (query === null) throw new Error('a question of memory');
      const answer = answerFromMemory({
        question,
        query,
        name: null,
        facts: [],
        evidence: told(text, text),
        history: [{ role: 'user', text }],
        now: NOW,
        timeZone: 'UTC',
        seed: text,
      });
      expect(answer.text.length).toBeGreaterThan(0);
    }
  });
});
