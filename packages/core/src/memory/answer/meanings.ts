import { relationOf } from '../extract/relations.ts';
import { lemmaOf } from './lemma.ts';

/**
 * What words of a question and words of an answer have to do with each other. Tables only: a new case is a word.
 */

/** Relations that facts seldom carry and questions ask for all the same. */
const FURTHER_RELATIONS: Readonly<Record<string, string>> = {
  physio: 'physio',
  physiotherapist: 'physio',
  customer: 'client',
  frend: 'friend',
  freind: 'friend',
  doc: 'doctor',
  shrink: 'therapist',
  psychologist: 'therapist',
  surgeon: 'doctor',
  consultant: 'doctor',
  bestie: 'best friend',
  yaar: 'friend',
  grandparents: 'grandparent',
  grampa: 'grandfather',
  granpa: 'grandfather',
  gramma: 'grandmother',
  dauhgter: 'daughter',
  brotha: 'brother',
  sista: 'sister',
  neighbor: 'neighbour',
  grandchildren: 'grandchild',
  grandkids: 'grandchild',
  dragon: 'lizard',
  crush: 'crush',
};

/** Words that are a relation in another language and an everyday thing in English: only what stands beside them tells. */
const SELDOM_RELATIONS: ReadonlySet<string> = new Set(
  'trainers chat chef lab mon pa ma mari mare fille frau mann ami nan mil sil fil bil mother pug'
    .split(' ')
    .filter((word) => word !== 'mother' && word !== 'nan'),
);

/** The relation that a word stands for, as facts name it; null when it stands for none. */
export function relationFor(lower: string): string | null {
  if (SELDOM_RELATIONS.has(lower)) return null;
  const further = Object.hasOwn(FURTHER_RELATIONS, lower) ? FURTHER_RELATIONS[lower] : undefined;
  return further ?? relationOf(lower)?.relation ?? null;
}

/** What a wider relation stands for: who asks for pets means the cat. */
export const WIDER: Readonly<Record<string, readonly string[]>> = {
  pet: words(
    'dog cat rabbit hamster parrot budgie bird fish horse pony tortoise turtle lizard snake rat mouse ferret gerbil hedgehog chicken goat',
  ).concat('guinea pig'),
  friend: ['best friend'],
  'best friend': [],
  coworker: words('teammate boss manager'),
  colleague: words('coworker'),
  sibling: words('brother sister twin half-sister half-brother stepsister stepbrother'),
  child: words('son daughter baby stepson stepdaughter'),
  baby: words('son daughter child'),
  parent: words('mother father'),
  grandparent: words('grandmother grandfather'),
  partner: words('boyfriend girlfriend husband wife fiancé fiancée spouse'),
  spouse: words('husband wife'),
  boss: ['manager', 'supervisor', 'team lead'],
  manager: ['boss', 'supervisor', 'team lead'],
  flatmate: words('roommate housemate'),
  roommate: words('flatmate housemate'),
  housemate: words('flatmate roommate'),
  brother: words('twin'),
  sister: words('twin'),
  teacher: words('tutor coach professor trainer'),
  fiancé: words('fiancée'),
};

/** Relations one may be asked for in the place of, widest first: a sister counts where siblings are asked for. */
export function isRelationFor(asked: string, known: string): boolean {
  return asked === known || (WIDER[asked]?.includes(known) ?? false);
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** Words that say the same, a group a line. A word may stand in several. */
const SAME = `
live reside base settle stay move home vive vivo viven mudarse rehti rehta rehte rehti rent locate keys studio bedsit
work job employ hire employer start company trabaja trabajo kaam profession career
study degree course uni university college major enrol read
die pass dead lose alive death funeral grief
marry wed wedding marriage engaged married
illness condition diagnose disease disorder syndrome sick have
surgery operation op procedure surgeon replacement operate
drive car vehicle
phone mobile cell
concert gig see show play perform ticket festival tour
fight speak argue fall conflict mad talk angry apologise row
quit leave resign
race run marathon 10k 5k finish
flat apartment place house home
film movie watch
book read novel
trip travel holiday vacation visit fly go
pregnant due expect baby birth along
morning day start breakfast wake
festival event party concert show gig match game holiday trip go see attend book ticket
sick ill fever unwell flu temperature bug
wedding shaadi boda hochzeit mariage casamento
marry wedding shaadi
quit resign notice leave
full time
place position rank second third fourth fifth
study estudia estudio étudie studiert padh padhti padhta
work trabaja trabalha travaille arbeitet lavora
live vive habite wohnt lebt mora habito abita
go va vai geht ja jaa ir
rent lease landlord
leave away out drop quit
therapist therapy cbt counselling session psychologist
coach train
live own place
win lose beat
pass fail
steal nick lose rob
dream wish could anything
launch start open
good brilliant great talented
travel visit been go
quit stop without sober clean give
nickname called
trip travel book holiday come join
student study year degree
can't avoid allergic intolerant
tell mention say secret confide
drink tea coffee chai
save saved savings
goal target aim save want try hope plan
result come test biopsy scan
get receive land accept offer adopt
cook make bake prepare
make create build knit paint
gift give buy present get
teach teacher instructor tutor lesson teaching coach
instrument play learn
meet see catch introduce
begin start since
together relationship date dating anniversary
single broken split divorce
scared afraid fear terrify phobia
hate dislike stand detest loathe avoid worst
save fund deposit pot
like love enjoy adore favourite into
prefer like favourite
allergic intolerant throat reaction react epipen
eat food diet meal
medicine take pill medication tablet mg dose
called name
old age turn birthday year
cost pay price spend
owe borrow lend debt loan credit overdraft
salary earn make paid pay
lose misplace leave miss drop
find recover back hand return
steal theft rob nick
fail flunk
pass ace
win beat
injure hurt break sprain tear twist
sleep awake insomnia wake
keep wake
church pray faith religion religious mosque temple fast believe convert
vegetarian vegan meat
smoke cigarette vape smoking
alcohol drink sober wine beer
score goal
opponent against play beat lose
team club
member join
join sign enrol start
deadline due submit
project client
presentation present pitch talk speech
interview apply application job role
role position job
promote promotion raise
fire sack redundant layoff lay lose
cancel bail flake
rest
relate like me
partner husband wife girlfriend boyfriend
married husband wife spouse
around commute cycle bike bus train walk drive
rehearse practise practice jam
professor advisor supervisor
launch release publish
cook make bake recipe dish meal
forget remember
smell taste
kiss date
promise swear
born birth
team squad
grandchild grandson granddaughter
kid child son daughter
guy man
live upstairs downstairs next
arrive fly come land get
come visit stay fly
stay visit
wrong fail break problem issue matter
break pack conk
angry mad furious livid lose
repair fix mechanic garage
hotel hostel airbnb
trip travel holiday interrail cruise backpack honeymoon tour
skin sunburnt sunburn rash eczema
hour shift nights rota till
move lease relocate emigrate
hurt injure fine okay unhurt bruise
school class teacher
grade mark score
exam test final
tooth dentist
speak language
hobby class
happen die break lose drop steal crash
best record pb
call ring phone
wear dress
graduate finish
thesis dissertation
plant grow sow
adopt get
trick prank
worry anxious nervous scared stress
nickname call
song track
band music group artist
author writer
colour color
eye eyes
size shoe
sport play
practise practice train rehearse
instrument guitar piano
coffee latte espresso americano cappuccino mocha macchiato cortado flat
tea chai brew earl matcha
season best favourite
below under above beneath upstairs downstairs
hobby take start sew class
australia oz aussie
america usa states us
britain uk england
hurt ache pain sore kill agony
clinic hospital doctor surgery
finish done complete end ready
smash crash dent scrape
fail fault
play bass guitar drum vocals keys sing
perform gig concert show
role maid groom bestman usher
far third half quarter halfway
long word page minute hour
owe late unpaid invoice bill
religion convert christian
commute take journey travel drive
chance odds fifty percent
shop grocery groceries list buy
funeral bury service wake
pet cat dog rabbit hamster
money cash quid dollar pound euro
sibling brother sister twin
name call
dislike hate stand
injury torn break sprain crack fracture
recipe cook bake
date see boyfriend girlfriend
study course module degree class
result show benign clear positive negative
hometown from come grow
allergic allergy react
exercise run swim gym cycle yoga jog walk
boss manager
eye colour
decide choose pick
complain moan
apologise sorry apology
forgive sorry
scare petrify terrify frighten
teach teacher tutor
nickname call known
afford money price
advise suggest recommend say
refuse say decline
gift give get buy present
visit see stay
snack eat
argue row fight fall
cry tear sob weep
laugh giggle joke
trip holiday tour tent camp
`;

/** What a kind of thing covers: asked for an instrument, "cello" answers. Left of the colon what is asked. */
const KINDS: Readonly<Record<string, string>> = {
  instrument:
    'cello violin viola guitar ukulele piano keyboard drums drum bass flute clarinet oboe sax saxophone trumpet trombone harp harmonica banjo mandolin sitar tabla accordion recorder bagpipes organ',
  language:
    'english spanish french german italian portuguese dutch swedish norwegian danish finnish polish russian ukrainian czech greek turkish arabic hebrew hindi urdu bengali tamil telugu punjabi gujarati marathi mandarin cantonese chinese japanese korean vietnamese thai tagalog swahili yoruba igbo zulu welsh irish gaelic catalan basque farsi persian romanian hungarian',
  herb: 'coriander cilantro basil mint parsley dill thyme rosemary sage oregano tarragon chives fennel',
  spice: 'cumin cinnamon turmeric paprika ginger cardamom saffron nutmeg clove',
  fruit:
    'apple banana mango orange grape grapefruit strawberry raspberry blueberry cherry peach pear plum kiwi pineapple papaya durian melon watermelon fig lychee avocado lemon lime',
  vegetable:
    'carrot broccoli cauliflower kale spinach aubergine eggplant courgette zucchini pepper onion mushroom tomato potato sprout beetroot okra pea bean celery',
  food: 'pizza pasta sushi curry ramen noodle rice bread cheese chocolate cake soup salad burger taco biryani dumpling pho paella lasagne lasagna pancake fish meat chicken beef pork seafood shellfish nuts peanut egg milk gluten dairy icecream steak sandwich',
  drink:
    'tea coffee chai water juice wine beer gin whisky whiskey vodka rum cola coke kombucha matcha latte espresso smoothie lemonade cider cocoa mate',
  race: 'marathon half-marathon 10k 5k triathlon ironman ultramarathon ultra parkrun sprint relay regatta',
  sport:
    'football soccer rugby cricket tennis badminton squash hockey basketball volleyball netball swimming running cycling rowing climbing bouldering boxing judo karate fencing gymnastics golf surfing skiing snowboarding athletics baseball handball padel lacrosse archery wrestling',
  class:
    'chem chemistry bio biology physics maths math english history geography art drama pottery yoga pilates spin salsa dance ballet zumba ceramics painting drawing cooking spanish french improv life-drawing swimming singing guitar ceramic',
  hobby:
    'bell-ringing bell sudoku crossword foraging astronomy archery beekeeping bees allotment choir drama scouts woodturning metalwork welding brewing winemaking juggling unicycling skating surfing sailing rowing karate judo watercolour watercolor origami embroidery calligraphy quilting pottery knitting painting drawing climbing hiking chess gardening baking running birdwatching photography sewing crochet woodwork fishing gaming origami kayaking bouldering cycling singing dancing writing reading cooking',
  operation:
    'replacement transplant bypass appendix tonsils cataract cesarean c-section biopsy hysterectomy knee hip hernia gallbladder acl surgery',
  surgery:
    'replacement transplant bypass appendix tonsils cataract c-section hysterectomy knee hip hernia gallbladder acl operation',
  condition:
    'diabetes diabetic asthma pcos endometriosis arthritis epilepsy coeliac celiac crohn adhd autism autistic dyslexia dyslexic anxiety depression bipolar ocd migraine hypothyroidism lupus ms fibromyalgia eczema psoriasis ibs anaemia anemia tinnitus cancer ptsd hypertension scoliosis narcolepsy vitiligo glaucoma sprain fracture concussion tonsillitis infection flu pneumonia chickenpox measles covid ulcer gout sciatica hernia shingles tendonitis bronchitis appendicitis anaemic pressure cholesterol thyroid',
  medication:
    'sertraline prozac fluoxetine metformin insulin ibuprofen levothyroxine lithium ritalin adderall inhaler antidepressants antibiotics statins propranolol citalopram ventolin steroids iron',
  medicine:
    'sertraline prozac fluoxetine metformin insulin ibuprofen levothyroxine lithium ritalin adderall inhaler antidepressants antibiotics statins propranolol citalopram ventolin steroids iron',
  phone: 'pixel iphone samsung galaxy fairphone nokia oneplus xiaomi motorola android huawei',
  car: 'yaris corolla golf polo fiesta focus civic clio micra punto prius tesla volvo skoda octavia fabia audi bmw mini mercedes toyota honda ford kia hyundai mazda nissan leaf renault peugeot citroen dacia duster fiat panda 500 seat ibiza vw passat beetle subaru jeep lexus suzuki swift jimny vauxhall corsa astra hatchback van campervan suv estate saab opel jaguar corvette mustang',
  bike: 'brompton trek giant cannondale specialized',
  vehicle: 'car van bike motorbike scooter',
  religion:
    'muslim christian catholic hindu sikh jewish buddhist quaker atheist ramadan lent islam judaism church mosque baptist mormon methodist',
  diet: 'vegan vegetarian pescatarian keto paleo halal kosher gluten-free',
  colour:
    'red blue green yellow orange purple pink black white grey gray brown teal turquoise navy maroon lilac lavender beige gold silver mustard burgundy',
  meal: 'breakfast brunch lunch dinner supper',
  side: 'left right',
  'part of day': 'morning afternoon evening night',
  season: 'spring summer autumn fall winter',
  month: 'january february march april may june july august september october november december',
  day: 'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays today tomorrow yesterday tonight',
  subject:
    'chem bio physic pe drama latin re ict computing coding sociology politics maths math chemistry physics biology history geography english french spanish art music economics law medicine psychology philosophy engineering nursing',
  job: 'nurse doctor teacher engineer lawyer barista chef cook waiter waitress designer developer programmer analyst accountant architect plumber electrician carpenter driver pilot manager consultant paramedic radiographer physiotherapist dentist pharmacist vet journalist editor writer librarian cleaner cashier farmer baker barber hairdresser mechanic receptionist scientist researcher translator photographer musician actor therapist electrician welder midwife firefighter postman courier intern apprentice tutor salesperson producer bartender florist tailor solicitor barrister surveyor social-worker bookkeeper',
  game: 'chess scrabble monopoly catan go poker bridge minecraft zelda fifa tetris dnd dungeons',
  flower: 'rose roses tulip tulips daisy lily lilies peony peonies sunflower orchid daffodil dahlia',
  room: 'kitchen bathroom bedroom attic garage basement lounge study',
  jewellery: 'ring necklace bracelet earring watch brooch',
  breed:
    'beagle labrador lab poodle retriever pug collie spaniel husky dachshund corgi terrier greyhound whippet labradoodle cockapoo chihuahua rottweiler siamese ragdoll bengal persian tabby shepherd mastiff bulldog boxer dalmatian samoyed shiba mongrel mutt moggy',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday',
  relative: 'mother father sister brother cousin aunt uncle grandmother grandfather niece nephew',
  dessert: 'cake tiramisu brownie pudding icecream pie cheesecake pavlova crumble tart',
  dish: 'lasagne lasagna curry biryani paella ramen pho stew tagine risotto dal pasta soup jollof',
  garment: 'jumper scarf hat cardigan blanket sock mitten sweater glove beanie shawl dress skirt quilt',
  plant:
    'monstera cactus fern orchid succulent ficus pothos bonsai aloe basil houseplant rose tomato chilli lavender bamboo yucca geranium fuchsia hydrangea',
  tree: 'oak apple pear cherry plum fig olive lemon willow birch maple pine',
  pet: '',
};

const GROUPS_OF = new Map<string, Set<number>>();
for (const [group, line] of SAME.trim().split('\n').entries()) {
  for (const word of line.split(' ')) {
    const lemma = lemmaOf(word);
    GROUPS_OF.set(lemma, (GROUPS_OF.get(lemma) ?? new Set()).add(group));
  }
}

const KIND_MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(KINDS).map(([kind, members]) => [
    lemmaOf(kind),
    new Set(
      members
        .split(' ')
        .filter((member) => member !== '')
        .map(lemmaOf),
    ),
  ]),
);

/** What is done with a kind of thing: who drives a Yaris drives a car, whether "drive" was said or not. */
const DOING_KINDS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['drive', ['car']],
      ['play', ['instrument', 'sport', 'game']],
      ['speak', ['language']],
      ['eat', ['food', 'diet', 'fruit', 'vegetable']],
      ['drink', ['drink']],
      ['cook', ['dish', 'dessert']],
      ['bake', ['dessert']],
      ['knit', ['garment']],
      ['sew', ['garment']],
      ['crochet', ['garment']],
      ['work', ['job']],
    ] as const
  ).map(([verb, kinds]) => [lemmaOf(verb), kinds.map(lemmaOf)]),
);

/** Words for one kind that are asked for by another name. */
const KIND_ALIASES: Readonly<Record<string, string>> = {
  color: 'colour',
  illness: 'condition',
  disease: 'condition',
  profession: 'job',
  occupation: 'job',
  meds: 'medication',
  pill: 'medication',
  faith: 'religion',
  activity: 'hobby',
  mobile: 'phone',
  veg: 'vegetable',
};

/** The members of a kind of thing (lemmas), null when the word names no kind in the table. */
export function membersOf(kindLemma: string): ReadonlySet<string> | null {
  const alias = Object.entries(KIND_ALIASES).find(([word]) => lemmaOf(word) === kindLemma)?.[1];
  const members = KIND_MEMBERS.get(alias === undefined ? kindLemma : lemmaOf(alias));
  return members === undefined || members.size === 0 ? null : members;
}

/** Kinds of which a sentence that has one member says nothing of another: told of lunch, dinner is unknown. */
const EXCLUSIVE: readonly string[] = ['meal', 'weekday', 'season', 'month', 'room', 'side', 'part of day'];

/** The kind a word is one of, as a lemma, where one excludes the others; null for any other word. */
export function kindOfMember(lemma: string): string | null {
  return EXCLUSIVE.map(lemmaOf).find((kind) => KIND_MEMBERS.get(kind)?.has(lemma) === true) ?? null;
}

/** A word by what it means. */
export interface Meant {
  readonly lemma: string;
  readonly relation: string | null;
}

/** How near the meaning of a word of what was told is to a word of the question: 1 the same, 0 nothing to do with it. */
export function nearness(asked: Meant, told: Meant): number {
  if (asked.lemma === told.lemma) return 1;
  if (asked.relation !== null && told.relation !== null)
    return asked.relation === told.relation ? 1 : isRelationFor(asked.relation, told.relation) ? 0.9 : 0;
  if (membersOf(asked.lemma)?.has(told.lemma) === true) return 0.85;
  if (DOING_KINDS.get(asked.lemma)?.some((kind) => membersOf(kind)?.has(told.lemma) === true) === true) return 0.7;
  // "plants" are asked for, "houseplants" were told.
  if (asked.lemma.length >= 4 && told.lemma.length > asked.lemma.length && told.lemma.endsWith(asked.lemma))
    return 0.85;
  // "Who cuts my hair?", of a haircut.
  if (asked.lemma.length >= 4 && told.lemma.length >= asked.lemma.length + 3 && told.lemma.startsWith(asked.lemma))
    return 0.7;
  if (isDoerOf(asked.lemma, told.lemma) || isDoerOf(told.lemma, asked.lemma)) return 0.85;
  const groups = GROUPS_OF.get(asked.lemma);
  const others = GROUPS_OF.get(told.lemma);
  if (groups !== undefined && others !== undefined) for (const group of groups) if (others.has(group)) return 0.7;
  return 0;
}

/** Words that only look like somebody who does something: a corner corns nothing. */
const NO_DOERS: ReadonlySet<string> = new Set(
  'mother father brother sister corner summer winter number dinner letter butter tower offer flower shower power counter matter mister paper water pepper finger danger silver poster order other rubber slipper ladder barber'.split(
    ' ',
  ),
);

/** "Who's the drummer?", of "Marcus is drumming": whoever does it is named after it. */
function isDoerOf(doer: string, done: string): boolean {
  if (done.length < 3 || NO_DOERS.has(doer)) return false;
  const stem = /^(?<stem>\p{L}{3,})(?:er|or|ist)$/u.exec(doer)?.groups?.stem;
  if (stem === undefined) return false;
  return stem === done || stem === `${done}${done.at(-1) ?? ''}`;
}
