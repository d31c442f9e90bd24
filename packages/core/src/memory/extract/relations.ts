import { GIVEN_NAMES, isOrdinary } from '../../understanding/name-words.ts';
import { isOneEditApart } from '../one-edit.ts';

/**
 * How people and animals stand to the person. One row a relation as it is kept, with every word for it; a trailing `*` marks words that
 * name someone even without "my" ("mum called"). Other languages are rows of words: what they mean is the same relation.
 */
const RELATION_ROWS: readonly (readonly [relation: string, words: string])[] = [
  [
    'mother',
    'mum* mom* mam mummy* mommy* momma mama* mamma* mother ma amma* ammi* madre mamá* mutter mère mere maman* mãe mae madre',
  ],
  ['father', 'dad* daddy* papa* father pa papá* padre vater père pere pai abba* appa* baba*'],
  ['parent', 'parent parents folks padres eltern'],
  ['stepmother', 'stepmum stepmom stepmother step-mum step-mom step-mother'],
  ['stepfather', 'stepdad stepfather step-dad step-father'],
  ['sister', 'sister sis sister sissy hermana schwester sœur soeur irmã irma sorella behen behan didi'],
  ['brother', 'brother bro brother hermano bruder frère frere irmão irmao fratello bhai bhaiya'],
  ['half-sister', 'half-sister'],
  ['half-brother', 'half-brother'],
  ['stepsister', 'stepsister step-sister'],
  ['stepbrother', 'stepbrother step-brother'],
  ['sibling', 'sibling hermanos'],
  ['twin', 'twin'],
  ['son', 'son hijo sohn fils filho figlio beta'],
  ['daughter', 'daughter hija tochter fille filha figlia beti'],
  ['stepson', 'stepson step-son'],
  ['stepdaughter', 'stepdaughter step-daughter'],
  ['child', 'child kid kiddo hijos kinder enfants'],
  ['baby', 'baby newborn toddler'],
  ['husband', 'husband hubby hubs marido esposo mann mari'],
  ['wife', 'wife wifey esposa mujer frau femme biwi'],
  ['partner', 'partner spouse pareja missus'],
  ['fiancé', 'fiance fiancé'],
  ['fiancée', 'fiancee fiancée'],
  ['boyfriend', 'boyfriend bf novio copain freund'],
  ['girlfriend', 'girlfriend gf novia copine freundin namorada'],
  ['ex', 'ex exgirlfriend exboyfriend ex-girlfriend ex-boyfriend ex-husband ex-wife'],
  ['friend', 'friend mate pal buddy homie amigo amiga ami amie amico amica dost friend'],
  ['best friend', 'bestfriend bestie bff'],
  ['roommate', 'roommate roomie'],
  ['flatmate', 'flatmate compañera compañero'],
  ['housemate', 'housemate'],
  ['neighbour', 'neighbour neighbor vecino vecina nachbar'],
  ['boss', 'boss jefe jefa chef chefin'],
  ['manager', 'manager'],
  ['supervisor', 'supervisor'],
  ['team lead', 'teamlead team-lead'],
  ['coworker', 'coworker co-worker colleague workmate collègue kollege kollegin'],
  ['teammate', 'teammate'],
  ['bandmate', 'bandmate'],
  ['teacher', 'teacher maestra profesora profesor'],
  ['professor', 'professor prof'],
  ['tutor', 'tutor'],
  ['coach', 'coach'],
  ['trainer', 'trainer'],
  ['mentor', 'mentor'],
  ['student', 'student'],
  ['classmate', 'classmate'],
  ['doctor', 'doctor gp'],
  ['therapist', 'therapist counsellor counselor'],
  ['psychiatrist', 'psychiatrist'],
  ['nurse', 'nurse'],
  ['dentist', 'dentist'],
  ['midwife', 'midwife'],
  ['landlord', 'landlord landlady'],
  ['hairdresser', 'hairdresser stylist barber'],
  [
    'grandmother',
    'grandma* granma* grandmother granny* gran* nan* nana* nanna* nani* dadi* abuela* oma* nonna* grandmom* lola*',
  ],
  ['grandfather', 'grandpa* granpa* grandfather grandad* granddad* gramps* abuelo* opa* nonno* nanaji dada* lolo*'],
  ['grandparent', 'grandparent'],
  ['grandson', 'grandson nieto'],
  ['granddaughter', 'granddaughter nieta'],
  ['grandchild', 'grandchild grandkid'],
  ['aunt', 'aunt auntie aunty zia tía tia tante tita masi bua'],
  ['uncle', 'uncle zio tío tio onkel oncle mama-ji chacha'],
  ['cousin', 'cousin cuz primo prima'],
  ['niece', 'niece sobrina nichte nièce'],
  ['nephew', 'nephew sobrino neffe neveu'],
  ['mother-in-law', 'mother-in-law mil suegra'],
  ['father-in-law', 'father-in-law fil suegro'],
  ['sister-in-law', 'sister-in-law sil cuñada bhabhi'],
  ['brother-in-law', 'brother-in-law bil cuñado'],
  ['son-in-law', 'son-in-law'],
  ['daughter-in-law', 'daughter-in-law'],
  ['godmother', 'godmother'],
  ['godfather', 'godfather'],
  ['godson', 'godson'],
  ['goddaughter', 'goddaughter'],
  ['client', 'client'],
  ['crush', 'crush'],
  ['babysitter', 'babysitter nanny'],
  ['assistant', 'assistant'],
];

const PET_ROWS: readonly (readonly [relation: string, words: string])[] = [
  [
    'dog',
    'dog doggo doggy puppy pup pupper labrador lab poodle beagle retriever pug collie spaniel husky dachshund corgi terrier greyhound whippet labradoodle cockapoo chihuahua rottweiler perro perra hund chien cane kutta',
  ],
  ['cat', 'cat kitten kitty moggy tabby siamese ragdoll gato gata katze chat gatto billi'],
  ['rabbit', 'rabbit bunny conejo'],
  ['hamster', 'hamster'],
  ['guinea pig', 'guinea-pig'],
  ['gerbil', 'gerbil'],
  ['rat', 'rat'],
  ['mouse', 'mouse'],
  ['ferret', 'ferret'],
  ['parrot', 'parrot cockatiel loro'],
  ['budgie', 'budgie parakeet'],
  ['bird', 'bird canary'],
  ['fish', 'fish goldfish betta'],
  ['horse', 'horse mare gelding caballo'],
  ['pony', 'pony'],
  ['lizard', 'lizard gecko iguana chameleon bearded-dragon'],
  ['tortoise', 'tortoise'],
  ['turtle', 'turtle'],
  ['snake', 'snake python'],
  ['chicken', 'chicken hen'],
  ['goat', 'goat'],
  ['hedgehog', 'hedgehog'],
  ['pet', 'pet'],
];

/** A word for a relation, read. */
export interface Relation {
  readonly relation: string;
  readonly kind: 'person' | 'pet';
  readonly isPlural: boolean;
  /** "Mum called" names someone without "my". */
  readonly standsAlone: boolean;
}

const PLURALS: Readonly<Record<string, string>> = {
  children: 'child',
  kids: 'child',
  wives: 'wife',
  puppies: 'dog',
  kitties: 'cat',
  bunnies: 'rabbit',
  ponies: 'pony',
  buddies: 'friend',
  babies: 'baby',
  mice: 'mouse',
  besties: 'best friend',
  grannies: 'grandmother',
  parents: 'parent',
  folks: 'parent',
  padres: 'parent',
  hijos: 'child',
  hermanos: 'sibling',
  hermanas: 'sister',
  amigos: 'friend',
  amigas: 'friend',
};

const RELATIONS = new Map<string, Relation>();
for (const [rows, kind] of [
  [RELATION_ROWS, 'person'],
  [PET_ROWS, 'pet'],
] as const) {
  for (const [relation, words] of rows) {
    for (const entry of words.split(' ')) {
      const word = entry.replace('*', '');
      if (!RELATIONS.has(word))
        RELATIONS.set(word, { relation, kind, isPlural: false, standsAlone: entry.endsWith('*') });
    }
  }
}
const KINDS = new Map([...RELATIONS.values()].map(({ relation, kind }) => [relation, kind]));

/** Longest word for a relation in characters: a longer one is none. */
const LONGEST = 20;

/** The relation a word stands for, singular or plural; null when it stands for none. */
export function relationOf(word: string): Relation | null {
  const lower = word.toLowerCase();
  if (lower.length > LONGEST) return null;
  const plural = Object.hasOwn(PLURALS, lower) ? PLURALS[lower] : undefined;
  if (plural !== undefined)
    return { relation: plural, kind: KINDS.get(plural) ?? 'person', isPlural: true, standsAlone: false };
  const own = RELATIONS.get(lower);
  if (own !== undefined) return own;
  if (!lower.endsWith('s')) return null;
  const single = RELATIONS.get(lower.slice(0, -1)) ?? RELATIONS.get(lower.replace(/es$/, ''));
  return single === undefined ? null : { ...single, isPlural: true, standsAlone: false };
}

/** Words for people long enough that a slip of the finger still shows which was meant. */
const LONG_WORDS = [...RELATIONS].filter(([word, { kind }]) => kind === 'person' && /^[a-z]{5,}$/.test(word));

/** "Dauther": a long word with all but one of the letters, its first two and its last in place. */
function isJumbled(word: string, typed: string): boolean {
  if (Math.min(word.length, typed.length) < 7 || Math.abs(word.length - typed.length) > 1) return false;
  if (word.slice(0, 2) !== typed.slice(0, 2) || word.at(-1) !== typed.at(-1)) return false;
  const left = [...typed].reduce((rest, letter) => rest.replace(letter, ''), word);
  return left.length <= 1;
}

/** The relation that a misspelt word stands for ("unkle", "roomate"), where it is no other word and no name; else null. */
export function misspeltRelation(lower: string): string | null {
  if (lower.length < 5 || lower.length > LONGEST || !/^[a-z]+$/.test(lower)) return null;
  if (isOrdinary(lower) || GIVEN_NAMES.has(lower) || relationOf(lower) !== null) return null;
  const near = LONG_WORDS.filter(([word]) => word[0] === lower[0]);
  const meant =
    near.find(([word]) => isOneEditApart(word, lower, true)) ?? near.find(([word]) => isJumbled(word, lower));
  return meant?.[1].relation ?? null;
}

/** Whether a relation as kept (`cat`) is an animal's. */
export function isPet(relation: string | null): boolean {
  return relation !== null && KINDS.get(relation) === 'pet';
}

/** Pronouns a relation can stand behind; null when either. */
export function genderOf(relation: string | null): 'he' | 'she' | null {
  if (relation === null) return null;
  if (/mother|sister|daughter|wife|girlfriend|fiancée|aunt|niece|midwife/.test(relation)) return 'she';
  if (/father|brother|son$|husband|boyfriend|fiancé$|uncle|nephew/.test(relation)) return 'he';
  return null;
}

/** Words that say whose: in English, Spanish, Portuguese, Italian, French, German, Hindi in Latin letters. */
export const POSSESSIVES: ReadonlySet<string> = new Set(
  'my our me mi mis nuestra nuestro minha meu mia mio mon ma mes mein meine meiner meinem mera meri mere hamara hamari'.split(
    ' ',
  ),
);

/** Words that may stand between the possessive and the relation, and go with it or not. */
export const DESCRIBING_RELATION: ReadonlySet<string> = new Set(
  'golden german french border cocker springer great yorkshire staffordshire irish maine british bengal persian persian black white ginger year month yr best good close old older oldest younger youngest little big baby elder eldest middle twin new only dear dearest lovely lovely late poor crazy current former first second closest oldest beloved beautiful sweet great future long-time longtime childhood uni college school work online other favourite favorite line head team direct actual own dumb stupid darling adopted foster half rescue hermana mejor meilleure meilleur beste petite petit grande kleine 2 3 4 two three four'.split(
    ' ',
  ),
);

/** Descriptions that are part of the relation: a best friend is one. */
export const KEPT_WITH_RELATION: Readonly<Record<string, string>> = {
  best: 'best friend',
  mejor: 'best friend',
  meilleure: 'best friend',
  meilleur: 'best friend',
  beste: 'best friend',
};
