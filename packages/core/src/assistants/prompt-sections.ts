import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';

/** Words of the assistant's own definition that a section may leave open, as `{brand}`. */
export const PROMPT_WORDS = ['assistant', 'brand', 'focus', 'disclosure'] as const;
/**
 * What changes from turn to turn, put in as fenced data where a section has it in braces on a line of its own: what to
 * call the person, what their message says in short, the passages found, the products that fit, what is remembered of them,
 * today's date where they are, what they told of their hair, what they were advised before and what came of it, where they stand on the assistant's journey and who they come
 * across as, each with its advice. A section whose block has nothing to show is left out.
 */
export const PROMPT_BLOCKS = [
  'name',
  'summary',
  'passages',
  'products',
  'memories',
  'moment',
  'hair',
  'advice',
  'stage',
  'persona',
] as const;
/**
 * When a section without a block is in the prompt; always when it doesn't say. `answered-below`: part of the message is
 * answered from the assistant's data, under the model's words.
 */
export const PROMPT_CONDITIONS = ['no-passages', 'pictures', 'answered-below'] as const;

export type PromptBlock = (typeof PROMPT_BLOCKS)[number];

/** Never cut, whatever the budget. */
export const KEPT_ALWAYS = 1;
const CUT_FIRST = 9;

const isBlock = (slot: string): slot is PromptBlock => (PROMPT_BLOCKS as readonly string[]).includes(slot);
const KNOWN_SLOTS: ReadonlySet<string> = new Set([...PROMPT_WORDS, ...PROMPT_BLOCKS]);
const SLOT = /\{([^{}\n]*)\}/g;

const header = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  /** 1 is never cut; of the others, the highest goes first when a prompt is over its budget. */
  priority: z.int(`must be a whole number from ${KEPT_ALWAYS} to ${CUT_FIRST}`).min(KEPT_ALWAYS).max(CUT_FIRST),
  when: z.enum(PROMPT_CONDITIONS).exactOptional(),
};
const sectionHeader = z.strictObject(header);

/** One section of an assistant's prompt, in Markdown. */
export const promptSection = z
  .strictObject({ ...header, text: z.string().trim().min(1, 'is empty: write the section below its front matter') })
  .superRefine(({ text, when }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['text'], message });
    const slots = slotsOf(text);
    for (const slot of slots) {
      if (KNOWN_SLOTS.has(slot)) continue;
      refuse(`has the unknown slot {${slot}}; it may use ${[...KNOWN_SLOTS].map((name) => `{${name}}`).join(', ')}`);
    }
    const blocks = slots.filter(isBlock);
    if (blocks.length > 1) refuse('has more than one block; give each a section of its own');
    if (blocks.length > 0 && when !== undefined)
      refuse('has a block, which says by itself when it is there: no "when"');
    for (const block of blocks) {
      if (!text.split('\n').includes(`{${block}}`)) refuse(`has {${block}} within a line; it needs one of its own`);
    }
  });
export type PromptSection = z.output<typeof promptSection>;

/** What is wrong with an assistant's sections taken together; empty when they are sound. */
export function problemsOfSections(
  sections: readonly PromptSection[],
  has: { readonly knowledge: boolean; readonly catalogue: boolean },
): string[] {
  const problems: string[] = [];
  const ids = sections.map(({ id }) => id);
  const blocks = sections.map(blockOf).filter((block) => block !== null);
  for (const id of duplicatesOf(ids)) problems.push(`the id "${id}" is used twice`);
  for (const block of duplicatesOf(blocks)) problems.push(`{${block}} stands in two sections`);
  if (!sections.some(({ priority, when }) => priority === KEPT_ALWAYS && when === undefined)) {
    problems.push(`one section at least must have the priority ${KEPT_ALWAYS}, which is never cut`);
  }
  if (has.knowledge && !blocks.includes('passages')) {
    problems.push('there is a knowledge folder, and no section shows what is found in it: one needs {passages}');
  }
  if (has.catalogue && !blocks.includes('products')) {
    problems.push('there is a catalogue, and no section shows what of it fits: one needs {products}');
  }
  return problems;
}

/** Sections are the same objects every turn. */
const blocks = new WeakMap<object, PromptBlock | null>();

/** The block a section shows; null for one that is the same every turn. */
export function blockOf(section: Pick<PromptSection, 'text'>): PromptBlock | null {
  const known = blocks.get(section);
  if (known !== undefined) return known;
  const block = slotsOf(section.text).find(isBlock) ?? null;
  blocks.set(section, block);
  return block;
}

/** The section's text with its slots filled, in one pass: braces in what is filled in stay what they are. */
export function fillSection(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(SLOT, (slot, name: string) => values[name] ?? slot);
}

/** A short hash of everything the sections say: 16 hexadecimal digits of a SHA-256. An edit is another version. */
export function promptVersionOf(sections: readonly PromptSection[]): string {
  const said = sections.map(({ id, priority, when, text }) => [id, priority, when ?? null, text]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

/** A prompt file that cannot be used: which one, which field of it and what is wrong. */
export class PromptFileError extends Error {
  override readonly name = 'PromptFileError';
  readonly file: string;
  /** The field of the front matter; `front matter` when it is the whole of it, `text` for what stands below. */
  readonly field: string;

  constructor(file: string, field: string, problem: string, cause?: unknown) {
    super(`prompt file ${file}: ${field}: ${problem}`, cause === undefined ? undefined : { cause });
    this.file = file;
    this.field = field;
  }
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/**
 * Reads every `*.md` file of a folder as a section, in the order of their names, which is their order in the prompt.
 * What never changes should come first: vendors bill a repeated beginning at a fraction.
 *
 * @throws PromptFileError for the first file that is invalid; the file system's error when the folder can't be read.
 */
export function readPromptSections(folder: URL): PromptSection[] {
  const directory = fileURLToPath(folder);
  return readdirSync(directory)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((file) => parsePromptSection(file, readFileSync(join(directory, file), 'utf8')));
}

/** Parses one prompt file's text; `file` names it in errors. Throws {@link PromptFileError}. */
export function parsePromptSection(file: string, content: string): PromptSection {
  const [, front, below] = FRONT_MATTER.exec(content) ?? [];
  if (front === undefined || below === undefined) {
    throw new PromptFileError(file, 'front matter', 'must open the file, between two lines of ---');
  }
  const fields = sectionHeader.safeParse(parseYaml(file, front));
  if (!fields.success) throw refusal(file, fields.error);
  const section = promptSection.safeParse({ ...fields.data, text: below.replaceAll('\r\n', '\n') });
  if (!section.success) throw refusal(file, section.error);
  return section.data;
}

function refusal(file: string, error: z.ZodError): PromptFileError {
  const [issue] = error.issues;
  return new PromptFileError(file, issue?.path.join('.') || 'front matter', issue?.message ?? 'is not valid', error);
}

function parseYaml(file: string, front: string): unknown {
  try {
    return parse(front);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new PromptFileError(file, 'front matter', error.message.split('\n')[0] ?? error.message, error);
  }
}

function slotsOf(text: string): string[] {
  return Array.from(text.matchAll(SLOT), ([, name = '']) => name);
}

function duplicatesOf<Item>(items: readonly Item[]): Set<Item> {
  return new Set(items.filter((item, place) => items.indexOf(item) !== place));
}
