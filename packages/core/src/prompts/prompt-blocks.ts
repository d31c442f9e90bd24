import type { StageDefinition } from '../assistants/journey-definition.ts';
import type { PersonaDefinition } from '../assistants/personas-definition.ts';
import type { PromptBlock } from '../assistants/prompt-sections.ts';
import { productData } from '../catalogue/advice-texts.ts';
import type { Product } from '../catalogue/product.ts';
import type { Passage } from '../knowledge/passage.ts';
import type { Summary } from '../understanding/summary.ts';
import { fenced, promptText, quotedLine, UNCHOSEN_CODE } from './fencing.ts';
import { OUTCOME_WORDS, type PromptAdvice } from './prompt-advice.ts';
import type { PromptHair } from './prompt-hair.ts';
import type { PromptMemory } from './prompt-memory.ts';

/** As many characters of a name as a profile keeps. */
const NAME_LENGTH = 80;
/** The message itself stands below; this only says what to look at. */
const GIST_LENGTH = 300;
/** Characters of one memory: a sentence or two. */
const MEMORY_LENGTH = 240;

/** Today where the person is, and the language of their settings, with the region where they name one. */
export interface Moment {
  /** Such as `Sunday 22 November 2026, afternoon`. */
  readonly today: string;
  /** BCP 47. */
  readonly locale: string;
}

/** Hours from which a part of the day is called so, latest first. */
const PARTS_OF_DAY: readonly (readonly [number, string])[] = [
  [22, 'night'],
  [17, 'evening'],
  [12, 'afternoon'],
  [5, 'morning'],
  [0, 'night'],
];

/**
 * The moment of a turn. `timeZone` is an IANA name and `locale` a BCP 47 tag; one this runtime doesn't know counts as
 * UTC and English.
 */
export function momentOf(now: Date, timeZone: string, locale: string): Moment {
  const parts = new Map<string, string>(
    formatOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value] as const),
  );
  const hour = Number(parts.get('hour'));
  const partOfDay = PARTS_OF_DAY.find(([from]) => hour >= from)?.[1] ?? 'night';
  const date = ['weekday', 'day', 'month', 'year'].map((part) => parts.get(part) ?? '').join(' ');
  return { today: `${date}, ${partOfDay}`, locale: canonicalLocale(locale) };
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** There are some 600 zones; a person's settings can't make more. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const fields = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric' } as const;
  try {
    const format = new Intl.DateTimeFormat('en-GB', { ...fields, hourCycle: 'h23', timeZone });
    formats.set(timeZone, format);
    return format;
  } catch (error) {
    if (!(error instanceof RangeError) || timeZone === 'UTC') throw error;
    return formatOf('UTC');
  }
}

function canonicalLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}

/** What a turn gives the blocks to show. */
export interface BlockMaterial {
  readonly preferredName: string | null;
  readonly summary: Summary;
  readonly moment: Moment;
  /** Those that are shown, best first. */
  readonly passages: readonly Passage[];
  readonly products: readonly Product[];
  readonly memories: readonly PromptMemory[];
  readonly stage: StageDefinition | null;
  readonly persona: PersonaDefinition | null;
  readonly hair: readonly PromptHair[];
  readonly advice: readonly PromptAdvice[];
}

/** A block's data, piece by piece, each for a fence of its own; none when it has nothing to show. */
export function dataOf(block: PromptBlock, material: BlockMaterial): readonly string[] {
  switch (block) {
    case 'name':
      return nameData(material.preferredName);
    case 'summary':
      return summaryData(material.summary);
    case 'moment':
      return [momentData(material.moment)];
    case 'passages':
      return material.passages.map(passageData);
    case 'products':
      return material.products.map((product) => promptText(productData(product)));
    case 'memories':
      return memoriesData(material.memories);
    case 'stage':
      return adviceData(material.stage);
    case 'persona':
      return adviceData(material.persona);
    case 'hair':
      return hairData(material.hair);
    case 'advice':
      return outcomesData(material.advice);
  }
}

const KIND: Readonly<Record<PromptBlock, string>> = {
  name: 'name',
  summary: 'summary',
  moment: 'moment',
  passages: 'passage',
  products: 'product',
  memories: 'memories',
  stage: 'stage',
  persona: 'persona',
  hair: 'hair',
  advice: 'advice',
};

/** A block as the prompt has it, in fences of `code`. */
export function blockText(block: PromptBlock, data: readonly string[], code: string = UNCHOSEN_CODE): string {
  return data.map((piece) => fenced(code, KIND[block], piece)).join('\n');
}

/** A name of invisible characters is none. */
function nameData(name: string | null): readonly string[] {
  return name === null || promptText(name).trim() === '' ? [] : [quotedLine(name, NAME_LENGTH)];
}

/** One fence for all: a line each, what was said before its reading. */
function memoriesData(memories: readonly PromptMemory[]): readonly string[] {
  if (memories.length === 0) return [];
  return [
    memories
      .map(
        ({ said, saidOn, isQuote }) =>
          `- ${isQuote ? `They wrote: ${quotedLine(said, MEMORY_LENGTH)}` : quotedLine(said, MEMORY_LENGTH)} (${saidOn})`,
      )
      .join('\n'),
  ];
}

/** One fence for all: a line each, with their own words where they said it. */
function hairData(hair: readonly PromptHair[]): readonly string[] {
  if (hair.length === 0) return [];
  const proofOf = (quote: string | null) => (quote === null ? '' : ` They wrote: ${quotedLine(quote, MEMORY_LENGTH)}`);
  return [hair.map(({ field, name, quote, saidOn }) => `- ${field}: ${name}.${proofOf(quote)} (${saidOn})`).join('\n')];
}

/** One fence for all: a line each, with what came of it in their own words. */
function outcomesData(advice: readonly PromptAdvice[]): readonly string[] {
  if (advice.length === 0) return [];
  const cameOf = ({ outcome, quote, saidOn }: PromptAdvice) =>
    outcome === null
      ? 'nothing told of it yet'
      : `${OUTCOME_WORDS[outcome]}.${quote === null ? '' : ` They wrote: ${quotedLine(quote, MEMORY_LENGTH)}`} (${saidOn})`;
  return [advice.map((each) => `- ${quotedLine(each.phrase, MEMORY_LENGTH)}: ${cameOf(each)}`).join('\n')];
}

/** Words of the assistant's own definition, and none of the person's. */
function adviceData(known: { readonly name: string; readonly meaning: string; readonly advice: string } | null) {
  return known === null ? [] : [`${known.name}. ${known.meaning}\nHow to talk with them: ${known.advice}`];
}

/** "You" is the assistant in a prompt, so all is told of "them"; nothing where the rules found nothing. */
function summaryData({ gist, mood, topics, asks, risk, language }: Summary): readonly string[] {
  const lines: string[] = [];
  if (saysMore(gist, asks, language)) lines.push(`Said back to them: ${quotedLine(gist, GIST_LENGTH)}`);
  if (asks !== null) lines.push(`They ask: ${quotedLine(asks, GIST_LENGTH)}`);
  if (mood !== null) lines.push(`Mood: ${mood.label}`);
  if (topics.length > 0) lines.push(`Topics: ${topics.join(', ')}`);
  if (risk.level === 'concern' && risk.kind !== null) lines.push(`Concern: ${risk.kind}`);
  if (language !== 'und') lines.push(`Language: ${language}`);
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Words by which a gist turns a question into a statement; they say nothing of their own. */
const WORDS_OF_TURNING = new Set('are asking have like was were whether wondering you your yours yourself'.split(' '));

/**
 * Whether a gist tells what the question, which stands beside it, doesn't. It speaks to the person in English; in another
 * language its pronouns are not turned, or turned wrongly ("me siento" → "you siento").
 */
function saysMore(gist: string, asks: string | null, language: string): boolean {
  if (language !== 'en' && language !== 'und') return false;
  const asked = new Set(wordsIn(asks ?? ''));
  return wordsIn(gist).some((word) => word.length > 2 && !WORDS_OF_TURNING.has(word) && !asked.has(word));
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function momentData({ today, locale }: Moment): string {
  const setting = new Intl.Locale(locale).region === undefined ? 'Language' : 'Language and region';
  return `Today: ${today}\n${setting} of their settings: ${locale}`;
}

/** Passages are the same objects every turn. */
const passageTexts = new WeakMap<Passage, string>();

/** What a model is shown of a passage. */
export function passageData(passage: Passage): string {
  const known = passageTexts.get(passage);
  if (known !== undefined) return known;
  const text = promptText(`Title: ${passage.title}\n\n${passage.answer}\n\n${passage.body}`);
  passageTexts.set(passage, text);
  return text;
}
