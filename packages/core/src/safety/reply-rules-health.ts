import { CONDITIONAL, NEGATED, QUOTED, REPORTED, type ReplyRule } from './reply-rule.ts';

/** What only a doctor or a pharmacist can say, and what nobody can promise. */

const CONDITION =
  '(?:(?:(?:traction|androgenetic|androgenic|scarring|cicatricial|central centrifugal cicatricial|frontal fibrosing) )?alopecia(?: areata| totalis| universalis)?|(?:scalp |plaque )?psoriasis|(?:scalp |atopic )?eczema|(?:seborrheic |seborrhoeic |contact |atopic |allergic )?dermatitis|ringworm|tinea(?: capitis)?|folliculitis|lupus|(?:scalp|fungal|bacterial|yeast|staph) infection|head lice|telogen effluvium|ccca|lichen planopilaris|trichotillomania|pcos|(?:hypo|hyper)thyroidism|thyroid (?:disease|disorder|condition|problem)|iron[- ]deficiency(?: anemia)?|an(?:a)?emia|(?:clinical |major |severe |postpartum )?depression|depressive disorder|bipolar(?: disorder)?|adhd|autism|ptsd|(?:generalized |social )?anxiety disorder|ocd|bpd|borderline personality disorder|schizophrenia|eating disorder|anorexia|bulimia|diabetes|(?:skin )?cancer|melanoma|allergic reaction|(?:male|female)[- ]pattern (?:baldness|hair loss)|pattern (?:baldness|hair loss)|vitiligo|impetigo|scabies|rosacea|shingles)(?![-\\w])';
const SURE =
  '(?: (?:definitely|clearly|certainly|actually|really|probably|likely|most likely|almost certainly|obviously|absolutely|without a doubt|just|simply|indeed|undoubtedly)){0,2}';
const AN =
  '(?: an?| some| early| mild| moderate| severe| clear| classic| textbook| case of| form of| type of| chronic){0,4}';

const KNOWN: RegExp =
  /\b(?:since|because|as|knowing|know|hear|heard|remember|understand|mention\w{0,3}|diagnos\w{1,3}|confirm\w{0,3}|sure|tell|that means|case)(?: me| us| you)?(?: that)? $/;
/** "When …", "if …" or "could" anywhere before. */
const SUPPOSED: RegExp =
  /\b(?:if|when|whether|unless|could|may|might|where|once|only an?|sometimes|often|typically)\b[^.;:]{0,80}$/;
const OPEN: readonly RegExp[] = [NEGATED, REPORTED, CONDITIONAL, KNOWN, SUPPOSED, QUOTED];
const NO_QUESTION = '(?! ?\\?)';

const HAVING =
  "(?<!\\b(?:do|if|whether|think|could|might|maybe|wonder|wondering|am|should|like) )(?:\\bi(?:'ve| have|'m| am| got| had| was| suffer| deal)\\b|\\bmy\\b)(?! wondering| worried| afraid| scared| guess)(?: (?:got|had|been|diagnosed|with|from|an?|the|bad|mild|severe|scalp|clinically|doctor|dermatologist|derm|says?|said|its?|it's|is|i|have)){0,6} ";
const HAVING_EXPRESSIONS = new Map<string, RegExp>();
/** The condition's last word in what they say they have. */
function saysTheyHave(said: string, messageLines: string): boolean {
  const word = said.slice(said.lastIndexOf(' ') + 1).replace(/[^\p{L}]/gu, '');
  if (!messageLines.includes(word)) return false;
  const known = HAVING_EXPRESSIONS.get(word) ?? new RegExp(`${HAVING}(?:[a-z]{1,15} )?${word}`, 'm');
  HAVING_EXPRESSIONS.set(word, known);
  return known.test(messageLines);
}

const diagnosis: ReplyRule<'diagnosis'> = {
  name: 'diagnosis',
  reason: 'Names a disease the person has; no text can tell, and a wrong name delays care.',
  wordings: [
    {
      says: new RegExp(
        `\\byou(?:'ve got| have got|'ve developed| have developed| have| do have|'re suffering from| are suffering from|'re experiencing| are experiencing|'re dealing with| are dealing with)${SURE}${AN} ${CONDITION}${NO_QUESTION}`,
        'gm',
      ),
      notAfter: OPEN,
      unlessTheirs: saysTheyHave,
    },
    {
      // "you definitely have"
      says: new RegExp(
        `\\byou (?:definitely|clearly|certainly|probably|likely|most likely|almost certainly|obviously|absolutely|undoubtedly) have${AN} ${CONDITION}${NO_QUESTION}`,
        'gm',
      ),
      notAfter: OPEN,
      unlessTheirs: saysTheyHave,
    },
    {
      says: new RegExp(
        `\\b(?:this|that|it|these|those|what you have)(?:'s| is| are)${SURE}${AN} ${CONDITION}${NO_QUESTION}(?! (?:season|day|week|month|awareness|in the|lying|talking|speaking|for|research)\\b)`,
        'gm',
      ),
      notAfter: OPEN,
      unlessTheirs: saysTheyHave,
    },
    {
      says: new RegExp(
        `\\byour (?:symptoms?|signs|scalp|hair loss|patch|patches|rash|flakes|bumps|photo|picture|thinning|shedding|spots?|hairline|edges|bald spot|mood|test)(?: [a-z]{1,12}){0,3} (?:is|are|means?|confirms?|shows?|indicates?|proves?)${SURE}(?: that)?(?: you have)?${AN} ${CONDITION}${NO_QUESTION}`,
        'gm',
      ),
      notAfter: OPEN,
      notIn: /\b(?:can|could|may|might|sometimes|possibly|if|whether|not)\b/,
    },
    {
      says: new RegExp(
        `\\bi(?:'d| would| can|'m| am)?(?: going to)? (?:diagnose|diagnosing) you with\\b|\\b(?:my|your|the) diagnosis is${SURE}${AN} ${CONDITION}`,
        'gm',
      ),
      notAfter: [NEGATED, CONDITIONAL, SUPPOSED, QUOTED],
    },
    {
      says: /\byou(?:'re| are)(?: (?:definitely|clearly|certainly|probably|obviously|clinically|most likely|almost certainly)){0,2} (?:clinically depressed|depressed|bipolar|autistic|anorexic|bulimic|schizophrenic|diabetic|an(?:a)?emic|an alcoholic|iron[- ]deficient|psychotic|a narcissist)\b(?! ?\?)/gm,
      notAfter: [...OPEN, /\b(?:sounds?|seems?|looks?) (?:like|as if|as though) $/],
      notIn: /\?["')]{0,3}$/,
      unlessTheirs: saysTheyHave,
    },
    {
      says: /(?:^|[^\p{L}])(?:(?:claramente |definitivamente |seguramente )?tienes(?: claramente| definitivamente| seguramente)?|(?:esto |eso )es(?: claramente| definitivamente| sin duda)?|sufres de|padeces(?: de)?)(?: una?)? (?:alopecia|psoriasis|eccema|eczema|dermatitis|tiña|lupus|depresión|trastorno bipolar|tdah|diabetes|cáncer|anemia|foliculitis|hipotiroidismo)(?!\p{L})(?! ?\?)/gmu,
      notAfter: [
        /(?:¿|\b(?:si|no|cuando|porque|como|quizá|quizás|tal vez|dices|dijiste|saber|decir|decirte|crees))(?: que)? ?$/,
        /¿[^?]{0,80}$/,
      ],
    },
  ],
};

const HAIR_TROUBLE =
  '(?:hair loss|alopecia|baldness|balding|bald (?:spots?|patch(?:es)?)|dandruff|psoriasis|eczema|thinning(?: hair)?|breakage|depression|anxiety|acne|cancer|dermatitis|ringworm)';
const cure: ReplyRule<'cure'> = {
  name: 'cure',
  reason: 'Promises a cure, regrowth or safety; nobody can keep such a promise.',
  wordings: [
    {
      says: /\b(?:will|'ll|is going to|are going to|is sure to|is certain to)(?: (?:definitely|certainly|surely|completely|permanently|totally|absolutely|quickly|also)){0,2} cure\b(?! (?:a lot|everything|boredom|my boredom|in the))/gm,
      notAfter: [NEGATED, QUOTED],
    },
    {
      says: new RegExp(
        `\\b(?:can|cures?|cured|reverses?|permanently (?:fix|fixes|stop|stops|end|ends|eliminates?))(?: (?:cure|reverse|completely|permanently|your|the|all|any|most)){1,3} ${HAIR_TROUBLE}|\\b(?:cures|permanently reverses) ${HAIR_TROUBLE}`,
        'gm',
      ),
      notAfter: [NEGATED, CONDITIONAL, REPORTED, QUOTED],
      notIn: /\b(?:nothing|claims?|myth|not|no|can't|cannot|doesn't|don't)\b/,
    },
    {
      says: new RegExp(
        `\\b(?:is|it's|that's|this is)(?: really| truly| basically)?(?: the| a)(?: miracle| proven| real| natural| permanent)? cure (?:for|to) (?:your )?${HAIR_TROUBLE}`,
        'gm',
      ),
      notAfter: [NEGATED, CONDITIONAL],
      notIn: /\b(?:nothing|claims?|myth|not|no)\b/,
    },
    {
      says: /\bguaranteed? (?:to )?(?:fully |completely |help you )?(?:re)?(?:regrow|grow|cure|work|stop|fix|restore|thicken|reverse|heal|growth|regrowth|results)\b/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
      notIn: /\b(?:claims?|anyone who|anything that|any product that|beware|wary|be careful)\b/,
    },
    {
      says: /\b(?:i|we|it|this|that|oil|serum|product|treatment|routine)(?: can|'ll| will)? guarantees? (?:you )?(?:[a-z]{1,12} ){0,3}(?:growth|regrowth|results|grow back|hair|cure|it will work|it'll work)\b/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
    },
    {
      says: /\b(?:100 ?%|100 percent|one hundred percent|a hundred percent) (?:safe|effective|guaranteed|harmless|risk[- ]free)\b|\b(?:totally|completely|perfectly|absolutely|entirely) safe(?:,? (?:and )?guaranteed| for (?:everyone|everybody|anyone|all)\b)|\b(?:results|growth|regrowth|success|safety) (?:is |are )guaranteed\b|\bzero risk\b/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
      notIn: /\b(?:claims?|nothing|no product|no one|nobody)\b/,
    },
    {
      says: /\b(?:your |the |lost )(?:[a-z]{1,10} )?(?:hair|edges|hairline|bald (?:spot|patch)|patch|crown|temples)(?:'ll| will)(?: (?:definitely|certainly|surely|all|fully|completely|absolutely|soon|always)){0,2} (?:grow back|regrow|come back(?! (?:to life|stronger))|fill (?:back )?in)\b/gm,
      notAfter: [NEGATED, SUPPOSED, QUOTED],
      notIn: /\b(?:cut|haircut|trim|trimmed|chop|shaved?|once|may|might|if|when)\b/,
    },
    {
      says: /\b(?:will|'ll|is sure to|are sure to)(?: (?:definitely|certainly|surely|fully|completely|quickly|help|help to)){0,2} (?:(?:regrow|grow back|bring back|reverse)(?: [a-z]{1,12}){0,3} (?:hair|edges|hairline|hair loss|balding|baldness|follicles|growth|bald spots?|bald patch|thinning|alopecia)|restore (?:your |the )?(?:hair growth|hairline|lost hair|edges)|make (?:your |the )?(?:hair|edges|hairline|it) (?:grow|regrow|come back))\b/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
      notIn: /\b(?:nothing|no oil|no product|claims?|myth|anyone who|anything that)\b/,
    },
  ],
};

const MEDICINE =
  '(?:minoxidil|rogaine|finasteride|propecia|dutasteride|spironolactone|ibuprofen|advil|paracetamol|acetaminophen|tylenol|aspirin|naproxen|antihistamines?|benadryl|diphenhydramine|cetirizine|prednisone|steroids?|hydrocortisone|clobetasol|ketoconazole|griseofulvin|terbinafine|antibiotics?|amoxicillin|doxycycline|metformin|levothyroxine|thyroxine|melatonin|sertraline|zoloft|prozac|fluoxetine|lexapro|escitalopram|citalopram|xanax|alprazolam|lorazepam|ativan|valium|diazepam|lithium|quetiapine|seroquel|wellbutrin|bupropion|adderall|ritalin|anti-?depressants?|ssris?|birth control|insulin|blood thinners?|warfarin|methotrexate|sleeping pills?|painkillers?|beta blockers?|accutane|isotretinoin)';
const ANY_MEDICINE = `(?:${MEDICINE}|medications?|medicines?|meds|prescriptions?|pills|tablets)`;
const UNIT = '(?:mg|mcg|µg|iu|milligrams?|micrograms?|tablets?|pills?|capsules?)';
const ADVISED =
  "(?:^|(?<=[,;:] )|\\b(?:you should|you could|you can|you need to|you must|you have to|you may|you'd better|i'd|i would|i suggest you|i suggest|i recommend you|just|please|simply|then|instead|safe to|fine to|okay to|ok to|best to|better to|time to|and|try to) )(?:just |simply |immediately |gradually |slowly |then ){0,2}";
const ASKED_FIRST =
  /\b(?:ask|talk|speak|check with|discuss|consult|pharmacist|prescriber|prescribed it|your (?:own )?doctor (?:can|may|might|will|decides|says|said|first|before|about))\b/;
/** "You take 50 mg": theirs, not advice. */
const THEIRS = /\b(?:you|they|people|he|she|who|did|since)(?: already| currently| usually| often)? $/;

const dose: ReplyRule<'dose'> = {
  name: 'dose',
  reason: 'Sets a medicine’s dose, or starts or stops one; that is a doctor’s to decide.',
  wordings: [
    {
      says: new RegExp(
        `\\b(?:take|taking|try|start(?: with| on| at)?|use|apply|increase(?: it| your dose)? to|go up to|swallow|have|dose (?:of|is)|recommended?|give (?:him|her|them|your child))(?: [a-z]{1,12}){0,4} \\d[\\d.,]{0,6} ?(?:(?:-|–|to) ?\\d{1,5} ?)?${UNIT}\\b`,
        'gm',
      ),
      notAfter: [NEGATED, THEIRS, QUOTED],
      notIn: ASKED_FIRST,
    },
    {
      says: new RegExp(
        `\\b\\d[\\d.,]{0,6} ?(?:mg|mcg|iu|milligrams|micrograms|%|percent)(?: of)?(?: oral| topical)? ${MEDICINE}(?: [a-z]{1,10}){0,3} (?:daily|a day|every|per day|twice|once|each)\\b`,
        'gm',
      ),
      notAfter: [NEGATED, THEIRS, /\byou(?:'re| are)? (?:take|taking|on|using|use) $/],
      notIn: ASKED_FIRST,
    },
    {
      says: new RegExp(
        `${ADVISED}(?:stop|quit|skip|discontinue|come off|go off|get off|wean off|halve|double|increase|reduce|lower|cut|cut back on|restart)(?: taking| using| on)? (?:your |the |all |any |those |that )?(?:[a-z]{3,15} )?(?:dose of )?(?:${ANY_MEDICINE})\\b`,
        'gm',
      ),
      notAfter: [NEGATED, REPORTED, CONDITIONAL, /\b(?:before|after|to) (?:you )?$/],
      notIn: ASKED_FIRST,
    },
    {
      says: new RegExp(
        `${ADVISED}(?:start|begin|try|take|use|apply)(?: taking| using| on)? (?:an? |some |two |one |\\d{1,2} |a couple of |daily |over-the-counter ){0,2}(?:oral |topical |\\d{1,2} ?% ){0,2}${MEDICINE}\\b(?! (?:free|shampoo|as prescribed|exactly))`,
        'gm',
      ),
      notAfter: [NEGATED, REPORTED, CONDITIONAL, THEIRS, /\b(?:before|after) (?:you )?$/],
      notIn: ASKED_FIRST,
    },
    {
      says: new RegExp(
        `\\bi(?:'d| would)? (?:recommend|suggest|advise|prescribe)(?: that you)?(?: (?:take|taking|start|starting|using|trying|try|stop|stopping|an?|some|daily|oral|topical|your|the|of|\\d[\\d.]{0,4} ?(?:mg|%)|\\d[\\d.]{0,4})){0,5} (?:${MEDICINE}|(?<=stop(?:ping)?(?: taking)? your )(?:medication|medicine|meds))\\b`,
        'gm',
      ),
      notAfter: [NEGATED],
      notIn: ASKED_FIRST,
    },
    {
      says: /\byou (?:don't|do not|no longer) need (?:to (?:take|keep taking) )?(?:your |the |that |those |any )?(?:medication|medicine|meds|antidepressants?|insulin|pills|antibiotics)\b/gm,
      notAfter: [REPORTED, CONDITIONAL],
    },
    {
      says: /(?:^|[^\p{L}])(?:(?:toma|tome|tómate|tómese) (?:unos? |hasta |una? )?\d{1,4} ?(?:mg|miligramos|pastillas|comprimidos|tabletas)|(?:deja|deje|suspende|suspenda)(?: de tomar)? (?:tu|tus|su|sus|la|el|los|las) (?:medicación|medicamentos?|medicinas?|pastillas|antidepresivos?))(?!\p{L})/gmu,
      notAfter: [/\b(?:no|si|nunca|ya|cuando|usted|se) ?$/],
      notIn: /\b(?:consulta|consulte|habla con|hable con|pregunta|pregunte)\b/,
    },
  ],
};

export const HEALTH_RULES: readonly [ReplyRule<'diagnosis'>, ReplyRule<'dose'>, ReplyRule<'cure'>] = [
  diagnosis,
  dose,
  cure,
];
