import { clean } from '../understanding/text.ts';

/** What a person's words say to a question for their consent. Only `given` is consent. */
export type Consent = 'given' | 'refused' | 'unclear';

/** Everything a message says to the question whether a reading may go into the profile. */
export interface ConsentReading {
  readonly consent: Consent;
  /** What they say of keeping the photo itself, whether or not it was asked. */
  readonly photo: Consent;
  /** What they name as all they want added, or as what they don't, in their words; null: neither. */
  readonly only: string | null;
  readonly except: string | null;
  /** Wants to know what becomes of it before they decide. */
  readonly asksWhy: boolean;
  /** Has a word that leaves it undecided. */
  readonly isHedged: boolean;
}

/** Refusals by other words than "no", and a "not" that refuses nothing, told apart before anything else is read. */
const NO_REFUSAL =
  /\b(?:no (?:problem|worries|objections?|prob|biggie)|why not|not a problem|(?:i )?dont (?:mind|see why not)|i have no (?:problem|objections?)|cant hurt|no harm)\b/g;
const NO =
  /\b(?:no+|nope|nah|naw|never|dont|do not|not|cant|cannot|wont|without|rather not|leave it(?: out)?|skip|forget it|delete|remove|erase|discard|drop it|stop|pass|decline|refuse|hold off)\b/;
const YES =
  /\b(?:ye+s+|yeah+|yea|yep|yup|ya|sure|ok|okay|okey|k|alright|all right|of course|absolutely|definitely|certainly|please do|go ahead|go for it|do it|(?:add|save|keep) (?:it|that|this|them|those|everything|all)|put (?:it|that) in|fine|sounds good|works for me|agreed?|id (?:like|love) that|by all means|with pleasure|i consent|you (?:can|may) (?:add|save|keep))\b/;
/** Neither yes nor no, whatever stands beside it. */
const UNSURE =
  /\b(?:maybe|perhaps|not (?:really |so |very )?sure|unsure|dont know|dunno|idk|hmm+|i guess|later|tomorrow|let me think|thinking about|depends|possibly|might|whatever|up to you|if you|you decide|first|unless|only if|as long as|what if|when i)\b/;
/** Somebody else's yes, or one that was. */
const REPORTED =
  /\b(?:(?:she|he|they|mom|mum|my \w+|people|everyone|someone|the (?:app|page|button)) (?:said|says|say|told|wants?|asked)|i (?:said|used to|would have|wouldve)|yesterday|last time)\b/;
const PHOTO = /\b(?:photos?|pics?|pictures?|images?|selfies?|snaps?)\b/;
const KEEP = /\b(?:keep|save|store|hold on to|hang on to)\b/;
const DELETE = /\b(?:delete|remove|erase|discard|get rid of|throw (?:it )?away|bin|trash)\b/;
const WHY =
  /\b(?:what (?:do|will|would|happens) (?:you|it|that|this|we|to|with)\b|what (?:exactly )?(?:gets|is|would be|will be) (?:added|saved|stored|kept)|who (?:can|will|could|else) (?:see|read|access)|where (?:is|does|will|do you) (?:it|that|this|store|keep|put)|is (?:it|that|this) (?:safe|private|secure|shared|encrypted|public)|what for|why (?:do|would|should)|how long (?:do|is|will) (?:you|it|that))/;
const ONLY = /\b(?:only|just)(?: add| save| keep)?(?: the| my)? ([a-z][a-z ]{2,60})/;
const EXCEPT =
  /\b(?:except|everything but|all but|not|leave out|without|dont add|dont save|skip)(?: for)? (?:the|my) ([a-z][a-z ]{2,60})/;

/** Reads consent from a person's own words. What is ambiguous, hedged, asked or somebody else's gives none. Pure. */
export function readConsent(text: string): ConsentReading {
  const read = clean(text.slice(0, 1_000))
    .toLowerCase()
    .replaceAll("'", '')
    .replace(/\s+/g, ' ')
    .replace(NO_REFUSAL, 'fine')
    .trim();
  // "Yes please. How do I wash it?" agrees and asks; what only asks agrees to nothing.
  const clauses = read
    .replace(/[^.!?;\n]*\?/g, ' ')
    .split(/[.!;,\n]+| (?:but|though|although|however) | and (?=(?:dont|do not|keep|delete|save|store))/)
    .map((clause) => clause.replace(/^(?:but|and|then|so) | though$/g, '').trim())
    .filter((clause) => clause !== '');
  const isOpen = WHY.test(read) || REPORTED.test(read);
  const ofPhoto = clauses.filter((clause) => PHOTO.test(clause) && (KEEP.test(clause) || DELETE.test(clause)));
  const others = clauses.filter((clause) => !ofPhoto.includes(clause));
  const only = others.map((clause) => ONLY.exec(clause)?.[1]).find((found) => found !== undefined) ?? null;
  const except = others.map((clause) => EXCEPT.exec(clause)?.[1]).find((found) => found !== undefined) ?? null;
  return {
    consent: isOpen ? 'unclear' : consentIn(others),
    photo: isOpen ? 'unclear' : photoConsentIn(ofPhoto),
    only,
    except: only === null ? except : null,
    asksWhy: WHY.test(read),
    isHedged: UNSURE.test(read),
  };
}

/** Every clause counts: one that refuses outweighs a yes before or after it, and one that wavers leaves nothing decided. */
function consentIn(clauses: readonly string[]): Consent {
  if (clauses.some((clause) => UNSURE.test(clause))) return 'unclear';
  // To name a part is to agree to it, unless the whole is refused beside it.
  const named = clauses.filter((clause) => ONLY.test(clause) || EXCEPT.test(clause));
  const whole = clauses.filter((clause) => !named.includes(clause));
  const refuses = whole.some((clause) => NO.test(clause));
  const agrees = whole.some((clause) => YES.test(clause) && !NO.test(clause));
  if (named.length > 0) {
    if (refuses) return 'unclear';
    return agrees || named.some((clause) => ONLY.test(clause) || YES.test(clause)) ? 'given' : 'unclear';
  }
  return refuses ? 'refused' : agrees ? 'given' : 'unclear';
}

function photoConsentIn(clauses: readonly string[]): Consent {
  if (clauses.length === 0 || clauses.some((clause) => UNSURE.test(clause))) return 'unclear';
  const isRefused = (clause: string): boolean =>
    DELETE.test(clause) ? !NO.test(clause.replace(DELETE, ' ')) : KEEP.test(clause) && NO.test(clause);
  if (clauses.some(isRefused)) return 'refused';
  return clauses.some((clause) => KEEP.test(clause) && !DELETE.test(clause)) ? 'given' : 'unclear';
}

/** Says it outright, so that it counts though the question is some messages ago. */
export const asksToAdd = (text: string): boolean =>
  /\b(?:add|save|put) (?:it|that|this|them|those|everything|all)(?: of (?:it|that))?(?: in)? ?to my (?:hair )?profile\b/i.test(
    text,
  ) && readConsent(text).consent === 'given';
