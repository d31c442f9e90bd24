import { affirmed } from './claims-denial.ts';

const WHO_TREATS = '(?:doctors?|dermatologists?|clinics?|pediatricians?|physicians?|gps?|pharmacists?|nurses?)';
const TREATS = new RegExp(
  `\\b${WHO_TREATS}(?: (?:or|and) (?:an? )?${WHO_TREATS})?(?: who)?(?: (?:can|may|might|will|could|would|should|has to|have to)(?: (?!(?:it|this|they|that|say|tell|see|confirm|show|prove|love|recommend|use|agree|trust|because|with)\\b)[\\w'-]+){0,8})? $`,
);
const PEOPLE = new RegExp(`\\b${WHO_TREATS}\\b`);

/** Whether what stands at a place is what doctors do, and no product is named beside it. */
export const isDoctorsWork = (text: string, index: number): boolean =>
  TREATS.test(text.slice(Math.max(0, index - 120), index)) && !/—|\b(?:our|with (?:it|this|these|them))\b/.test(text);

/** Words for what a doctor is for: said of no product they state nothing of one. */
export const SAFETY_WORDS =
  'doctor doctors dermatologist clinic bald spot spots diagnose pediatrician physician pharmacist nurse prescription antifungal antifungals medicine ringworm infection burn burns burning sting stings stinging hurt hurts pain painful swelling swollen swells pus blister blisters bleed bleeding bleeds sore sores fever rash hives urgent urgently emergency soon immediately appointment visit seek medical professional persists worse worsen spreads';
/** Words of fellow feeling. */
export const COURTESY_WORDS =
  'sounds sound exhausting exhausted frustrating frustrated tiring tired stressful overwhelming tough hard hear understandable understand sense valid';

/** "No more hair loss": a cure by another word. */
const NO_MORE =
  /\b(?:no more|(?:good)?bye to|farewell to|the end of|rid of) (?:\w+ )?(?:alopecia|ringworm|psoriasis|eczema|dermatitis|hair loss|bald\w*|shedding|thinning|dandruff)\b/;
export const promisesAnEnd = (text: string): boolean => NO_MORE.test(text);

const DRUG =
  '(?:minoxidil|finasteride|dutasteride|spironolactone|ketoconazole|clobetasol|hydrocortisone|terbinafine|griseofulvin|prednisone|methotrexate|tretinoin|baricitinib)';
const DOSE = new RegExp(
  `\\b(?:use|using|apply|applying|take|taking|try|start|put|rub|massage)\\b[^,.;]{0,40}\\b${DRUG}\\b|\\b${DRUG}\\b[^,.;]{0,40}\\b(?:once|twice|daily|nightly|every|times|\\d+ ?mg)\\b`,
);
/** Whether a clause tells someone to use a medicine, or how much: a doctor's or a label's word. */
export const tellsDose = (text: string): boolean => !PEOPLE.test(text) && affirmed(text, DOSE).length > 0;

/** Promises of health in the languages a model slips into; the brand's own is English. */
const ABROAD =
  /(?<![\p{L}])(?<!\bno (?:(?:la|lo|se|te) )?|\bne |\bn')(?:cura[nr]?|sana[nr]?|trata[nr]?|regenera[nr]?|detiene[n]?|frena[nr]?|elimina[nr]?|previene[n]?|combate[nr]?|hace[nr]? crecer|guérit|guérissent|soigne[nt]*|traite[nt]*|stoppe[nt]*|fait repousser)(?![\p{L}])[^.;]{0,60}(?:alopecia|alopécie|calvicie|calvitie|ca[ií]da|chute|caspa|pellicules|psoriasis|eczema|eczéma|cabello|pelo|cheveux|tiña|teigne|dermatitis)/u;
export const promisesAbroad = (text: string): boolean => ABROAD.test(text);
