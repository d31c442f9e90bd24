import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify, YAMLParseError } from 'yaml';
import type { Passage } from './passage.ts';
import { passageFrontMatter, passage as passageSchema } from './passage.ts';

/** A knowledge file that cannot be used: which one, which field of it and what is wrong, in words its author understands. */
export class KnowledgeFileError extends Error {
  override readonly name = 'KnowledgeFileError';
  readonly file: string;
  /** Path of the field in the front matter, such as `sources.0.url`; `front matter` or `body` when it is the whole of it. */
  readonly field: string;
  readonly problem: string;

  constructor(file: string, field: string, problem: string, cause?: unknown) {
    super(`knowledge file ${file}: ${field}: ${problem}`, cause === undefined ? undefined : { cause });
    this.file = file;
    this.field = field;
    this.problem = problem;
  }
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/**
 * Reads every `*.md` file of a directory, in the order of their names. Throws {@link KnowledgeFileError} for the first
 * file that is invalid or repeats another's id, and the file system's error when the directory cannot be read.
 */
export function loadPassages(directory: string): Passage[] {
  const fileNames = readdirSync(directory)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const fileOfId = new Map<string, string>();
  return fileNames.map((file) => {
    const passage = parsePassage(file, readFileSync(join(directory, file), 'utf8'));
    const earlier = fileOfId.get(passage.id);
    if (earlier !== undefined)
      throw new KnowledgeFileError(file, 'id', `"${passage.id}" is already the id of ${earlier}`);
    fileOfId.set(passage.id, file);
    return passage;
  });
}

/** Parses one knowledge file's text; `file` names it in errors. Throws {@link KnowledgeFileError}. */
export function parsePassage(file: string, text: string): Passage {
  const [, header, body] = FRONT_MATTER.exec(text) ?? [];
  if (header === undefined || body === undefined) {
    throw new KnowledgeFileError(file, 'front matter', 'must open the file, between two lines of ---');
  }
  const parsed = passageFrontMatter.safeParse(parseYaml(file, header));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    throw new KnowledgeFileError(
      file,
      path === '' ? 'front matter' : path,
      issue?.message ?? 'is not valid',
      parsed.error,
    );
  }
  if (body.trim() === '') throw new KnowledgeFileError(file, 'body', 'is empty');
  const whole = passageSchema.safeParse({ ...parsed.data, body });
  if (!whole.success) {
    throw new KnowledgeFileError(file, 'body', whole.error.issues[0]?.message ?? 'is not valid', whole.error);
  }
  return whole.data;
}

/**
 * A short hash of everything the passages say, whatever order they were read in: 16 hexadecimal digits of a SHA-256.
 * Cached replies carry it, so that an edit of the knowledge retires them.
 */
export function knowledgeVersion(passages: readonly Passage[]): string {
  const inOrder = [...passages].sort((one, other) => (one.id < other.id ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex').slice(0, 16);
}

function parseYaml(file: string, header: string): unknown {
  try {
    return parse(header);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new KnowledgeFileError(file, 'front matter', error.message.split('\n')[0] ?? error.message, error);
  }
}

/** A passage as a knowledge file has it, front matter and body; {@link parsePassage} reads it back the same. */
export function writePassage({ body, ...frontMatter }: Passage): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${body}\n`;
}
