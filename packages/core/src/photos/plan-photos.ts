import type { SAFETY_NOTE_KINDS } from '@rapport/wire';
import type { HairProfileDefinition } from '../assistants/hair-profile-definition.ts';
import type { PhotosDefinition } from '../assistants/photos-definition.ts';
import type { KnownHair } from '../hair-profile/hair-profile.ts';
import { isOfOthers } from '../hair-profile/read-hair.ts';
import { asksToAdd, readConsent } from './consent.ts';
import { nextQuestion, questionPut, readGuidedAnswer } from './guided-questions.ts';
import type { PhotoLook } from './look-at-photos.ts';
import type { PhotoAsk, PhotoChange } from './photo-asks.ts';
import { findingsNamed, findingsOf, nameOf, sayFindings, toldOtherwise } from './photo-findings.ts';
import { listOf, tellPhoto } from './photo-words.ts';
import type { PhotoReading } from './reading.ts';
import * as say from './wordings.ts';

type SafetyNoteKind = (typeof SAFETY_NOTE_KINDS)[number];

/** What photos have to do with a turn. */
export interface PhotoSituation {
  readonly definition: PhotosDefinition;
  readonly hairProfile: HairProfileDefinition;
  readonly messageId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  /** How many pictures came with the message, and what looking at them came to; null when none came. */
  readonly pictures: number;
  readonly look: PhotoLook | null;
  /** Of the pictures, those that were sent ahead and are not kept. */
  readonly uploads: readonly string[];
  readonly ask: PhotoAsk | null;
  /** What is known of their hair, the message included. */
  readonly known: readonly KnownHair[];
  readonly keepsMemories: boolean;
  readonly isMinor: boolean;
  /** Whether the words want an answer of their own that we have. */
  readonly wordsAreAnswered: boolean;
}

/** What is said of photos in a turn, and what it changes. */
export interface PhotoPlan {
  /** Said first; empty where the answer to the words says it. */
  readonly text: string;
  /** The one question, said last; empty for none. */
  readonly question: string;
  readonly suggestions: readonly string[];
  readonly notes: readonly SafetyNoteKind[];
  /** Null leaves everything as it is. */
  readonly change: PhotoChange | null;
  /** Who answers the words between the two: nobody, the model of this process, or the chain. */
  readonly words: 'nobody' | 'local' | 'chain';
}

const NOTHING = { suggestions: [], notes: [], change: null, words: 'nobody' } as const;
const SETTLED: PhotoChange = { ask: null, add: null, keep: [], drop: [] };
/** An answer to a question for consent is short; what is longer says more, and that is answered too. */
const MOST_WORDS_OF_CONSENT = 12;
const MOST_WORDS_OF_DOUBT = 8;

/** What a turn has to say of photos; null when it has nothing to do with any. Pure. */
export function planPhotos(situation: PhotoSituation): PhotoPlan | null {
  const { look, ask } = situation;
  if (look !== null) return look.reading === null ? planUnseen(situation, look) : planSeen(situation, look.reading);
  return (ask === null ? null : planAnswer(situation, ask)) ?? planGuided(situation);
}

function planSeen(situation: PhotoSituation, reading: PhotoReading): PhotoPlan {
  const { definition, hairProfile, known, pictures, wordsAreAnswered } = situation;
  const told = tellPhoto(reading, definition, pictures);
  if (told.isForDoctor) {
    const notes = definition.signs
      .filter(({ id }) => reading.signs.some((each) => each.id === id))
      .map(({ note }) => note);
    return { ...NOTHING, text: told.text, question: definition.signQuestion, notes, change: SETTLED };
  }
  const otherwise = toldOtherwise(reading, definition, known, hairProfile);
  const text =
    otherwise.length === 0
      ? told.text
      : `${told.text} You told me ${listOf(otherwise)}, and your word counts for more.`;
  const words = wordsAreAnswered ? 'local' : 'nobody';
  const isOwn = !isOfOthers(situation.text);
  const findings = situation.keepsMemories && isOwn && told.hasHair ? findingsOf(reading, definition, known) : [];
  if (findings.length > 0) {
    const ask: PhotoAsk = { ...askedOf(situation), stage: 'profile', findings };
    return {
      ...NOTHING,
      text,
      question: `${say.ADD_QUESTION} (${sayFindings(findings, definition, hairProfile).join(', ')})?`,
      suggestions: say.ADD_SUGGESTIONS,
      change: { ...SETTLED, ask },
      words,
    };
  }
  if (told.hasHair && isOwn && mayAskToKeep(situation, situation.uploads)) {
    return { ...NOTHING, ...askToKeep(askedOf(situation)), text, words };
  }
  const question = wordsAreAnswered || !told.hasHair ? '' : say.WHAT_ABOUT_IT;
  return { ...NOTHING, text, question, change: SETTLED, words };
}

const askedOf = ({ messageId, conversationId, uploads }: PhotoSituation) => ({ messageId, conversationId, uploads });

/** Once a conversation, never of a child's photo, and only where there is something to keep. */
const mayAskToKeep = ({ history, isMinor }: PhotoSituation, uploads: readonly string[]): boolean =>
  uploads.length > 0 &&
  !isMinor &&
  !history.some(({ role, text }) => role === 'assistant' && text.includes(say.KEEP_QUESTION));

function askToKeep(ask: Pick<PhotoAsk, 'messageId' | 'conversationId' | 'uploads'>, change = SETTLED) {
  return {
    question: say.KEEP_QUESTION,
    suggestions: say.KEEP_SUGGESTIONS,
    change: { ...change, ask: { ...ask, stage: 'keep' as const, findings: [] } },
  };
}

function planUnseen(situation: PhotoSituation, { attempts }: PhotoLook): PhotoPlan {
  const { wordsAreAnswered } = situation;
  const next = nextOf(situation);
  if (wordsAreAnswered) return { ...NOTHING, text: '', question: next ?? '', words: 'local' };
  const unseen = attempts.length > 0 ? say.COULDNT_LOOK : say.CANT_SEE;
  return next === null
    ? { ...NOTHING, text: `${unseen} ${say.KNOWN_ALREADY}`, question: '' }
    : { ...NOTHING, text: `${unseen} ${say.BY_TOUCH}`, question: next };
}

const nextOf = ({ history, known, definition }: PhotoSituation, answered: string | null = null): string | null =>
  nextQuestion(
    history,
    new Set([...known.map(({ field }) => field), ...(answered === null ? [] : [answered])]),
    definition,
  )?.question ?? null;

/** Their answer to what was asked of a photo; null when the message is none. */
function planAnswer(situation: PhotoSituation, ask: PhotoAsk): PhotoPlan | null {
  const { text, history } = situation;
  const last = history.at(-1);
  const lastReply = last?.role === 'assistant' ? last.text : '';
  const isPut = lastReply.includes(ask.stage === 'profile' ? say.ADD_QUESTION : say.KEEP_QUESTION);
  const read = readConsent(text);
  const isLong = text.trim().split(/\s+/).length > MOST_WORDS_OF_CONSENT || /\?/.test(text);
  const words = isLong ? 'chain' : 'nobody';
  if (ask.stage === 'keep') {
    const photo = read.photo !== 'unclear' ? read.photo : isPut ? read.consent : 'unclear';
    if (photo !== 'unclear') return planKept(situation, ask, photo === 'given', words);
    if (isPut && read.asksWhy)
      return {
        ...NOTHING,
        text: say.WHAT_BECOMES_OF_PHOTO,
        question: say.KEEP_QUESTION,
        suggestions: say.KEEP_SUGGESTIONS,
      };
    return null;
  }
  const consent = isPut || asksToAdd(text) ? read.consent : 'unclear';
  if (consent === 'refused') {
    const keeps = read.photo === 'given' && ask.uploads.length > 0;
    const change = { ...SETTLED, keep: keeps ? ask.uploads : [], drop: keeps ? [] : ask.uploads };
    const ofPhoto = ask.uploads.length === 0 ? '' : ` ${keeps ? say.PHOTO_KEPT : say.PHOTO_GONE}`;
    return {
      ...NOTHING,
      text: `${say.LEFT_OUT}${ofPhoto}`,
      question: isLong ? '' : openQuestion(situation),
      change,
      words,
    };
  }
  const findings = consent === 'given' ? wanted(situation, ask, read.only, read.except) : null;
  if (findings !== null) return planAdded(situation, ask, findings, read.photo, words);
  if (read.photo !== 'unclear' && ask.uploads.length > 0) {
    return planKept(situation, ask, read.photo === 'given', words);
  }
  if (!isPut) return null;
  if (read.asksWhy) {
    const named = sayFindings(ask.findings, situation.definition, situation.hairProfile).join(', ');
    return {
      ...NOTHING,
      text: say.WHAT_BECOMES,
      question: `${say.ADD_QUESTION} (${named})?`,
      suggestions: say.ADD_SUGGESTIONS,
    };
  }
  const isDoubt = read.isHedged && text.trim().split(/\s+/).length <= MOST_WORDS_OF_DOUBT && !text.includes('?');
  return isDoubt || (consent === 'given' && !isLong)
    ? { ...NOTHING, text: say.NOT_CLEAR, question: openQuestion(situation) }
    : null;
}

/** The findings they want added; null when they named a part that none of them is. What they said themselves meanwhile stands. */
function wanted(
  { definition, hairProfile, known }: PhotoSituation,
  { findings }: PhotoAsk,
  only: string | null,
  except: string | null,
) {
  const own = new Set(known.filter(({ source }) => source !== 'photo').map(({ field }) => field));
  const open = findings.filter(({ field }) => !own.has(field));
  const isAll = (words: string) => /^(?:it|that|this|them|everything|all|do|go|add|yes)\b/.test(words);
  if (only !== null && !isAll(only)) return findingsNamed(only, open, definition, hairProfile);
  if (except === null || /\bphoto|picture|pic\b/.test(except)) return open;
  const left = findingsNamed(except, findings, definition, hairProfile);
  return left === null ? null : open.filter((finding) => !left.includes(finding));
}

function planAdded(
  situation: PhotoSituation,
  ask: PhotoAsk,
  findings: PhotoAsk['findings'],
  photo: ReturnType<typeof readConsent>['photo'],
  words: PhotoPlan['words'],
): PhotoPlan {
  const { definition, hairProfile } = situation;
  const named = listOf(sayFindings(findings, definition, hairProfile));
  const done =
    findings.length === 0
      ? 'What you told me yourself stands, and there is nothing to add from the photo.'
      : `Done: ${named}, in your hair profile as seen in a photo. Anything you tell me yourself counts for more, and you can change it at any time.`;
  const keeps = photo === 'given' && ask.uploads.length > 0;
  const drops = photo === 'refused' && ask.uploads.length > 0;
  const change: PhotoChange = {
    ask: null,
    add: findings.length === 0 ? null : { messageId: ask.messageId, findings },
    keep: keeps ? ask.uploads : [],
    drop: drops ? ask.uploads : [],
  };
  if (photo === 'unclear' && words === 'nobody' && mayAskToKeep(situation, ask.uploads)) {
    return { ...NOTHING, ...askToKeep(ask, change), text: done };
  }
  const ofPhoto = keeps ? ` ${say.PHOTO_KEPT}` : drops ? ` ${say.PHOTO_GONE}` : '';
  const question =
    words === 'nobody'
      ? openQuestion(
          situation,
          findings.map(({ field }) => field),
        )
      : '';
  return { ...NOTHING, text: `${done}${ofPhoto}`, question, change, words };
}

function planKept(situation: PhotoSituation, ask: PhotoAsk, keeps: boolean, words: PhotoPlan['words']): PhotoPlan {
  const change = { ...SETTLED, keep: keeps ? ask.uploads : [], drop: keeps ? [] : ask.uploads };
  // The hour was over, or they deleted it themselves.
  const text = ask.uploads.length === 0 || !keeps ? say.PHOTO_GONE : say.PHOTO_KEPT;
  return { ...NOTHING, text, question: words === 'nobody' ? openQuestion(situation) : '', change, words };
}

/** What no photo shows, where it isn't known; else what they would like of their hair. */
function openQuestion(situation: PhotoSituation, added: readonly string[] = []): string {
  const { history, known, definition } = situation;
  const fields = new Set([
    ...known.map(({ field }) => field),
    ...added,
    ...definition.properties.flatMap(({ field }) => field ?? []),
  ]);
  const next = nextQuestion(history, fields, definition);
  return next === null ? say.WHAT_NEXT : `${say.ONE_THING_NO_PHOTO_SHOWS} ${next.question}`;
}

/** The answer to a guided question, and the next one. */
function planGuided(situation: PhotoSituation): PhotoPlan | null {
  const { text, history, definition, hairProfile, known } = situation;
  const put = questionPut(history, definition);
  if (put === null) return null;
  const answer = readGuidedAnswer(text, put);
  if (answer.kind === 'elsewhere') return null;
  if (answer.kind === 'stopped') return { ...NOTHING, text: say.STOPPED, question: say.WHAT_NEXT };
  // One asked after a photo stands alone; the tests go on where they were begun.
  const isBegun = history.some(({ role, text: said }) => role === 'assistant' && said.includes(say.BY_TOUCH));
  const next = isBegun ? nextOf(situation, put.field) : null;
  const noted =
    answer.kind === 'passed'
      ? say.PASSED
      : answer.saying === null
        ? say.THANKS
        : `${say.NOTED}: ${nameOf(answer.saying.field, answer.saying.value, hairProfile)}.`;
  if (next !== null) return { ...NOTHING, text: noted, question: next };
  if (!isBegun) return { ...NOTHING, text: noted, question: say.WHAT_NEXT };
  const asked = new Set(definition.questions.map(({ field }) => field));
  const have = known
    .filter(({ field }) => asked.has(field))
    .map(({ field, value }) => nameOf(field, value, hairProfile));
  const summary = have.length === 0 ? '' : ` I have from you: ${listOf(have)}.`;
  return { ...NOTHING, text: `${noted} ${say.QUESTIONS_DONE}${summary}`, question: say.WHAT_NEXT };
}
