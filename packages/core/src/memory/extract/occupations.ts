import { OCCUPATIONS, wordSet } from '../../understanding/name-words.ts';

/** Walks of life that are kept elsewhere (family, study, employment) or say nothing of work. */
const NO_JOB = wordSet(
  'dad mom mum mother parent widow widower retiree unemployed grad graduate freshman sophomore junior senior student admin principal veteran cook gamer coder truck',
);
const FURTHER = wordSet(`
radiographer radiologist nurse midwife carer caregiver baker butcher barber beautician bricklayer joiner carpenter roofer plasterer decorator handyman locksmith
tailor seamstress jeweller jeweler potter sculptor illustrator animator composer conductor cellist violinist pianist drummer dj producer curator archivist
courier postman postie bouncer bodyguard lifeguard paramedic firefighter fireman policewoman detective sheriff bailiff barrister judge magistrate notary
banker broker trader actuary auditor cashier teller underwriter surveyor planner quantity-surveyor estate-agent realtor housekeeper butler maid concierge
sommelier bartender barman barmaid barista waiter chef sous-chef caterer brewer winemaker farmer shepherd beekeeper gardener florist landscaper forester
fisherman sailor captain pilot steward stewardess flight-attendant cabin-crew mechanic welder machinist fitter miner driver trucker cabbie conductor
receptionist secretary pa ea bookkeeper clerk typist translator interpreter proofreader editor copywriter blogger influencer youtuber streamer podcaster
programmer developer dev engineer architect sysadmin devops tester qa analyst scientist researcher academic postdoc lecturer professor tutor ta teacher
headteacher headmaster headmistress nanny childminder au-pair babysitter counsellor therapist psychologist psychiatrist physio physiotherapist osteopath
chiropractor dentist hygienist orthodontist optometrist optician audiologist phlebotomist pharmacist dietitian nutritionist doctor gp surgeon anaesthetist
anesthesiologist cardiologist dermatologist neurologist oncologist paediatrician pediatrician vet zookeeper trainer coach referee jockey athlete footballer
dancer choreographer actor actress comedian magician model photographer videographer director screenwriter novelist poet journalist reporter broadcaster
politician councillor diplomat civil-servant social-worker charity-worker priest vicar pastor imam rabbi nun monk soldier marine officer lieutenant sergeant
manager supervisor foreman consultant contractor recruiter buyer merchandiser salesman saleswoman salesperson rep telemarketer marketer strategist entrepreneur
founder ceo cto cfo landlord intern apprentice trainee temp cleaner janitor caretaker binman refuse-collector undertaker mortician embalmer hairdresser
hairstylist stylist nail-tech tattooist piercer makeup-artist esthetician masseuse instructor yoga-teacher lawyer solicitor attorney paralegal librarian
`);
const BY_ENDING =
  /(?:ologist|ographer|ician|smith|keeper|therapist|worker|assistant|engineer|developer|designer|consultant|technician|operator|attendant|apprentice|coordinator|co-ordinator|specialist|lecturer|instructor|advisor|adviser|administrator|inspector|maker|paralegal|officer|executive|clerk|nurse|teacher|agent|owner|controller|lead)$/;
/** What stands before the thing itself: "a nurse at the Royal", "a teacher in York", "a baker by trade". */
const BEHIND =
  /^(.*?)(?: (?:at|for|in|with|from|on|by|of|who|that|now|and|who's|there|here|too|these days|working|living|based)\b.*)?$/iu;
const FIGURES =
  /\b(?:my own|worst|own boss|big|huge|bit|mess|pro at|good|bad|terrible|great|lousy|nervous|control|so|team player|slow|fast|heavy|light|late|early|the best|morning|night|picky|difference|decision|trouble|money|room|home|problem)\b/i;

/** Whether words name what someone does for a living: "a junior doctor", "radiographer", "head of sales". */
export function isOccupation(words: string): boolean {
  const core = (words.match(BEHIND)?.[1] ?? words)
    .replace(/^(?:an?|the)\s+/i, '')
    .trim()
    .toLowerCase();
  if (core === '' || core.split(' ').length > 5 || FIGURES.test(core)) return false;
  if (
    /^(?:head|director|vp|chief|deputy head|assistant head) of [a-z ]{2,30}$/.test(
      words.toLowerCase().replace(/^(?:an?|the)\s+/, ''),
    )
  )
    return true;
  const last = core.split(' ').at(-1) ?? '';
  if (NO_JOB.has(last)) return last === 'cook';
  return (
    OCCUPATIONS.has(last) ||
    FURTHER.has(last) ||
    FURTHER.has(core.replaceAll(' ', '-')) ||
    (BY_ENDING.test(last) && last !== 'lead')
  );
}

/** The occupation alone: without article, place or employer. */
export function occupationIn(words: string): string {
  if (/^(?:an? |the )?(?:head|director|vp|chief) of /i.test(words)) return words.replace(/^(?:an?|the)\s+/i, '').trim();
  return (words.match(BEHIND)?.[1] ?? words).replace(/^(?:an?|the|my)\s+/i, '').trim();
}
