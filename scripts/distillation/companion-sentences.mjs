// What people ask a companion about themselves and tell it, made from lists: comments on the web hold little of either.
import { seeded } from './linear-algebra.mjs';

const words = (text) => text.trim().split(/\s*[,\n]\s*/);

const LISTS = {
  relative:
    words(`mother, mum, mom, father, dad, sister, brother, grandmother, grandma, grandpa, aunt, uncle, cousin, niece,
    nephew, wife, husband, girlfriend, boyfriend, partner, fiancé, ex, son, daughter, twins, stepmother, best friend,
    roommate, flatmate, neighbour, boss, manager, colleague, coworker, teacher, coach, therapist, doctor, landlord`),
  name: words(`Anna, Tom, Priya, Olu, Mei, Carlos, Fatima, Jonas, Aisha, Liam, Sofia, Kenji, Ravi, Chloe, Dmitri, Zara,
    Hannah, Mateo, Ngozi, Elif, Ben, Yuki, Sam, Lena, Marcus, Ines, Omar, Ruth, Theo, Nadia`),
  job: words(`nurse, teacher, plumber, lawyer, software engineer, waiter, barista, accountant, carpenter, electrician,
    paramedic, chef, designer, journalist, mechanic, pilot, police officer, firefighter, dentist, architect, librarian,
    translator, cleaner, truck driver, farmer, musician, photographer, social worker, student, pharmacist`),
  place:
    words(`Berlin, Lagos, Mumbai, Toronto, Manchester, Lisbon, Osaka, Nairobi, Chicago, Dublin, Oslo, Madrid, Texas,
    Scotland, Poland, Brazil, Ghana, Korea, a small village, the countryside, the city centre, the coast, the mountains`),
  pet: words('dog, cat, puppy, kitten, rabbit, hamster, parrot, horse, goldfish, tortoise, guinea pig, snake'),
  food: words(`pizza, sushi, curry, pasta, pancakes, ramen, tacos, salad, chocolate, ice cream, cheese, dumplings, soup,
    rice and beans, fried chicken, mangoes, coffee, black tea, oat milk, wine, beer, whisky`),
  allergy: words('peanuts, shellfish, gluten, lactose, pollen, cats, penicillin, eggs, bee stings, strawberries'),
  hobby:
    words(`painting, climbing, running, knitting, chess, gardening, photography, baking, fishing, dancing, swimming,
    cycling, pottery, video games, hiking, yoga, singing in a choir, woodwork, surfing, boxing, reading, writing poems`),
  instrument: words('the piano, the guitar, the violin, the drums, the flute, the saxophone, the ukulele, the trumpet'),
  sport: words('football, soccer, tennis, basketball, rugby, cricket, hockey, volleyball, badminton, judo'),
  language: words('Spanish, French, German, Japanese, Arabic, Italian, Mandarin, Portuguese, Korean, Swedish'),
  event:
    words(`wedding, birthday, graduation, job interview, exam, driving test, surgery, moving day, anniversary, holiday,
    flight, concert, marathon, baby shower, funeral, court date, dentist appointment, school reunion`),
  time: words(`yesterday, last week, last night, tomorrow, next month, on Friday, in June, this morning, two years ago,
    on the 12th, next Tuesday, at the weekend, in the autumn, since January, every morning`),
  illness:
    words(`diabetes, asthma, migraines, depression, anxiety, arthritis, cancer, a broken leg, back pain, insomnia,
    high blood pressure, the flu, a torn ligament, dementia, epilepsy, ADHD`),
  feeling: words('happy, proud, sad, scared, lonely, nervous, stressed, angry, relieved, excited, exhausted, jealous'),
  thing:
    words(`car, bike, phone, laptop, camera, house, flat, sofa, guitar, ring, wallet, passport, watch, garden, kitchen,
    tattoo, motorbike, camper van, telescope`),
  colour: words('red, blue, green, yellow, purple, black, white, orange, pink, grey'),
  subject: words('biology, law, history, medicine, physics, economics, art, psychology, nursing, philosophy, maths'),
  media: words('book, novel, film, series, album, band, song, podcast, show, game'),
};

const QUESTIONS = words(`What is my {relative}'s name?
  what's my {pet} called, Who is {name}?, Who is {name} to me?, What does my {relative} do?, What do I do for a living?
  Where do I work?, where do i live, Where does my {relative} live?, Where did I grow up?, Where am I from?
  How old am I?, How old is my {relative}?, When is my birthday?, When is my {event}?, How did my {event} go?
  What am I allergic to?, what's my favourite {media}?, What's my favourite food?, What do I like to eat?
  What did I say about {name}?, What did I tell you about my {relative}?, What did I do {time}?
  What do I do for fun?, Which sport do I play?, What are my hobbies?, What instrument do I play?
  Which language am I learning?, What did I study?, What am I studying?, Do I have any pets?, Do I have children?
  Do I have siblings?, How many brothers do I have?, Am I married?, Who am I dating?, Did I quit my job?
  Why was I {feeling}?, What makes me {feeling}?, What am I {feeling} about?, What was I {feeling} about {time}?
  What medication do I take?, What's wrong with my {relative}?, What illness does my {relative} have?
  What did I buy?, What car do I drive?, What am I saving for?, What are my plans {time}?, Where am I going {time}?
  Who did I meet {time}?, Who did I go with?, What did I cook?, What am I reading?, What am I watching?
  What do I drink?, Do I drink alcohol?, Do I smoke?, Am I vegetarian?, What time do I get up?, How do I sleep?
  How much do I weigh?, How much do I earn?, What is my religion?, What do I believe in?, What am I scared of?
  What's my dream?, What do I want to change?, What did I lose?, What did I promise?, Who helps me?
  Who do I live with?, Who are my friends?, Who is my best friend?, How did I meet my {relative}?
  Why did I fall out with my {relative}?, Is my {relative} still alive?, When did my {relative} die?
  What colour is my {thing}?, What happened to my {thing}?, What did my doctor say?, How long have I known {name}?`);

const STATEMENTS = words(`My {relative} {name} is a {job}
  I work as a {job} in {place}, i'm a {job}, my {relative} lives in {place}, I grew up in {place}, we moved to {place} {time}
  I was born in {place}, my {relative} turned forty {time}, My {event} is {time}, the {event} went really well
  I'm so {feeling} about the {event}, i'm allergic to {allergy}, My {relative} can't eat {allergy}
  I love {food}, I could eat {food} every day, I can't stand {food}, my favourite {media} is about {place}
  I got into {hobby} {time}, {hobby} helps me relax, I play {instrument}, I'm learning {instrument}
  I play {sport} {time}, my {relative} is mad about {sport}, I'm learning {language}, I studied {subject} at university
  My {relative} is studying {subject}, my {pet} is called {name}, {name} is the sweetest {pet}, we adopted a {pet} {time}
  We have two kids, I have three brothers, I'm an only child, we got married {time}, I've been seeing {name} for a year
  {name} and I broke up {time}, I quit my job {time}, I got promoted {time}, I feel {feeling} when I think of my {relative}
  Nothing makes me as {feeling} as {hobby}, I was diagnosed with {illness} {time}, My {relative} has {illness}
  The doctor put me on tablets for {illness}, my {relative} passed away {time}, we buried my {relative} {time}
  I bought a new {thing} {time}, Somebody stole my {thing}, My {thing} broke {time}, I drive a {colour} car
  I'm saving up for a {thing}, I'm flying to {place} {time}, We went to {place} {time}, I met {name} {time}
  I went to the cinema with {name}, I cooked {food} for my {relative}, I'm reading a {media} about {subject}
  I stopped drinking {time}, I haven't smoked {time}, I don't eat meat any more, I get up at six {time}, I can't sleep at all
  I lost ten kilos {time}, I go to church with my {relative}, I want to open a shop in {place}, I lost my {thing} {time}
  I promised {name} to help with the {event}, My {relative} looks after the kids, I share a flat with {name}
  {name} is my closest friend, {name} and I met at {hobby}, My {relative} and I don't speak any more, I fought with {name}
  {name} helped me with my {event}, I'm scared of {pet}s, I paint my {thing} {colour}, My {relative} gave me a {thing}`);

/**
 * So many of them, each once, questions and statements by turns; the same for the same seed.
 *
 * @param count fewer than the lists can make.
 */
export function companionSentences(count, seed) {
  const random = seeded(seed);
  const oneOf = (list) => list[Math.floor(random() * list.length)];
  const made = new Set();
  for (let draw = 0; made.size < count && draw < count * 20; draw += 1) {
    const form = oneOf(draw % 2 === 0 ? QUESTIONS : STATEMENTS);
    made.add(form.replaceAll(/\{(\w+)\}/g, (_, list) => oneOf(LISTS[list])));
  }
  return [...made];
}
