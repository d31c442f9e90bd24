import { MIND_AS_THING } from './mood-figures.ts';
import { TOPICS, type Topic } from './summary.ts';

/** Words of each topic; a trailing `*` stands for any ending, `_` joins two words that only count side by side. */
const WORDS: Readonly<Record<Topic, string>> = {
  work: 'work worked working works job jobs boss bosses manager* colleague* coworker* office meeting* shift shifts overtime deadline* promotion promoted fired hired hiring resign* quit interview* salary raise career client* project* presentation* startup company corporate layoff* employee* employer* freelanc* business inbox payroll team_lead standup retire* retirement intern internship contract nurse waitress barista',
  family:
    'family families mum mom mother dad father parent* sister* brother* son sons daughter* kid kids child children baby babies toddler* newborn* grandma grandpa grandmother* grandfather* granny nan nana aunt* uncle* cousin* niece* nephew* in-law* sibling* twins stepdad stepmom husband wife papa mama nani dadi grandson* granddaughter* pregnan*',
  relationships:
    'boyfriend* girlfriend* partner husband wife fiance* date dates dating dated ex breakup relationship* marriage married wedding* engaged engagement divorce* love crush friend friends friendship* roommate* flatmate* best_friend broke_up ghosted cheated anniversary tinder bumble hinge situationship lonely bestie* mate mates',
  health:
    'health sick ill doctor* hospital* therap* medicine medication* meds pill pills pain ache* headache* migraine* fever flu covid cold surgery operation diagnos* cancer diabetes anxiety depress* panic sleep insomnia tumor* tumour* chemo* stage_3 stage_4 stage_three stage_four diet weight gym workout* exercise injur* sprain* allerg* blood symptom* nurse dentist* clinic scan pregnan* period cramps relapse* sober drinking calories mental_health physio*',
  study:
    'study studying studied studies school* class classes exam exams test tests college university uni homework assignment* essay* teacher* professor* lecture* thesis dissertation degree graduat* grade grades gpa student* semester campus course* tuition finals revision revise phd masters scholarship math maths physics chemistry biology tutor* failed exam midterm*',
  money:
    'money rent bill bills debt* loan* mortgage pay paid paycheck salary budget* savings save saving broke afford* expensive bank credit tax taxes invest* cost costs price* owe owed overdraft insurance fee fees refund* financ* cash bankrupt* landlord evict*',
  home: 'home house flat apartment room kitchen garden moving moved move landlord* neighbour* neighbor* roommate* flatmate* clean cleaning laundry dishes furniture renovat* boiler roof leak* mortgage rent cook cooking cooked bake* baking plant plants dog dogs cat cats puppy kitten pet pets washing_machine* chores couch sofa decorat*',
  leisure:
    'game games gaming play playing played music song songs concert* movie* film films netflix series book books read reading novel travel* trip* holiday* vacation* beach hike hiking run running ran 5k 10k marathon football soccer cricket basketball tennis swim* yoga guitar piano paint* draw* drawing dance* dancing party parties festival* hobby hobbies weekend* photography knit* fishing camping cycling bike museum theatre theater podcast* garden* chess dinner restaurant* cinema d&d',
  hair: 'hair curl curls curly coil* coily kinky wavy 3a 3b 3c 4a 4b 4c braid* braids locs twist* twists twist-out wash-n-go afro scalp dandruff shampoo* conditioner* leave-in leave-ins porosity co-wash* detangl* breakage frizz* edges split_ends relaxer* relaxed transition* big_chop protein treatment* deep_condition* moistur* sealant* shea_butter castor_oil jojoba bonnet* wig wigs weave* silk_press hairline shedding hairstyle* protective_style* bleach* balayage highlights edge_control wash_day',
};

const EXACT = new Map<string, Topic[]>();
const PREFIXES: { readonly prefix: string; readonly topic: Topic }[] = [];

for (const topic of TOPICS) {
  for (const word of WORDS[topic].split(' ')) {
    if (word.endsWith('*')) PREFIXES.push({ prefix: word.slice(0, -1), topic });
    else EXACT.set(word, [...(EXACT.get(word) ?? []), topic]);
  }
}
const PREFIX_LENGTHS = [...new Set(PREFIXES.map(({ prefix }) => prefix.length))];
const BY_PREFIX = new Map<string, Topic[]>();
for (const { prefix, topic } of PREFIXES) BY_PREFIX.set(prefix, [...(BY_PREFIX.get(prefix) ?? []), topic]);

/** At most this many topics are named, strongest first. */
const MAX_TOPICS = 3;

/** What plain text (lower case, no apostrophes) is about, strongest first; none when no word tells. */
export function topicsOf(plainText: string): Topic[] {
  const scores = new Map<Topic, number>();
  const words = plainText.replace(MIND_AS_THING, ' ').split(/[^\p{L}\p{N}&-]+/u);
  for (const word of [...words, ...words.slice(1).map((word, index) => `${words[index]}_${word}`)]) {
    const topics = new Set<Topic>(EXACT.get(word) ?? []);
    for (const length of PREFIX_LENGTHS) {
      if (word.length >= length) for (const topic of BY_PREFIX.get(word.slice(0, length)) ?? []) topics.add(topic);
    }
    for (const topic of topics) scores.set(topic, (scores.get(topic) ?? 0) + 1);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || TOPICS.indexOf(a[0]) - TOPICS.indexOf(b[0]))
    .slice(0, MAX_TOPICS)
    .map(([topic]) => topic);
}
