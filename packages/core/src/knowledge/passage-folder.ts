import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KnowledgeFileError, parsePassage } from './load.ts';
import type { Passage } from './passage.ts';

/** A file that can't be used as it stands; what it said before is served on. */
export interface FileFault {
  readonly file: string;
  readonly field: string;
  readonly problem: string;
}

interface KnownFile {
  /** Changes when the file does. */
  readonly stamp: string;
  /** What it said when it was last right; null: it never was. */
  readonly passage: Passage | null;
  readonly fault: FileFault | null;
}

/** Files looked at side by side. */
const AT_ONCE = 64;

/**
 * A knowledge folder, looked at again and again. It is asked for every file's time and size rather than told by
 * `fs.watch`: notices don't come through network file systems, bind mounts of containers and the links by which
 * Kubernetes swaps a folder, and a file that is written in pieces gives several. A look at 160 files takes some
 * milliseconds of the thread pool and none of the event loop worth naming.
 */
export class PassageFolder {
  readonly #directory: string;
  #files: ReadonlyMap<string, KnownFile>;
  #folderFault: FileFault | null = null;
  #passages: ReadonlyMap<string, Passage>;
  #doubles: readonly FileFault[] = [];

  /**
   * Reads the folder as {@link loadPassages} does, at once. At a start there is no earlier content to go on with, so a
   * file that is wrong is refused.
   *
   * @throws KnowledgeFileError for the first file that is invalid or repeats another's id; the file system's error when
   * the folder can't be read.
   */
  constructor(directory: string) {
    this.#directory = directory;
    const files = new Map<string, KnownFile>();
    for (const file of readdirSync(directory).filter(isMarkdown).sort()) {
      const path = join(directory, file);
      const stamp = stampOf(statSync(path));
      files.set(file, { stamp, passage: parsePassage(file, readFileSync(path, 'utf8')), fault: null });
    }
    this.#files = files;
    this.#passages = this.#gather();
    const [double] = this.#doubles;
    if (double !== undefined) throw new KnowledgeFileError(double.file, double.field, double.problem);
  }

  /** What the folder's files say, by id, in the order of their names. The same objects as long as a file stays. */
  get passages(): ReadonlyMap<string, Passage> {
    return this.#passages;
  }

  get faults(): readonly FileFault[] {
    const ofFiles = [...this.#files.values()].flatMap(({ fault }) => fault ?? []);
    return [...(this.#folderFault === null ? [] : [this.#folderFault]), ...ofFiles, ...this.#doubles];
  }

  /** Looks at the folder and reads the files that changed. True when there is something new, be it a fault. Never rejects. */
  async look(): Promise<boolean> {
    const names = await this.#names();
    if (names === null) return this.#fail('can not be read');
    // A folder that was unmounted, or is being copied anew: an assistant that knows nothing is the worse mistake.
    if (names.length === 0 && this.#files.size > 0) return this.#fail('has no Markdown file any more');
    const hadFault = this.#folderFault !== null;
    this.#folderFault = null;
    const files = new Map<string, KnownFile>();
    for (let start = 0; start < names.length; start += AT_ONCE) {
      const some = names.slice(start, start + AT_ONCE);
      const known = await Promise.all(some.map((file) => this.#lookAt(file)));
      for (const [place, file] of some.entries()) {
        const found = known[place];
        if (found !== undefined && found !== null) files.set(file, found);
      }
    }
    const isSame =
      files.size === this.#files.size && [...files].every(([file, found]) => this.#files.get(file) === found);
    if (isSame) return hadFault;
    this.#files = files;
    this.#passages = this.#gather();
    return true;
  }

  async #names(): Promise<readonly string[] | null> {
    try {
      return (await readdir(this.#directory)).filter(isMarkdown).sort();
    } catch {
      return null;
    }
  }

  #fail(problem: string): boolean {
    const isNew = this.#folderFault?.problem !== problem;
    this.#folderFault = { file: this.#directory, field: 'folder', problem };
    return isNew;
  }

  /** Null: the file is gone. */
  async #lookAt(file: string): Promise<KnownFile | null> {
    const known = this.#files.get(file);
    const path = join(this.#directory, file);
    const keep = (stamp: string, fault: FileFault): KnownFile => ({ stamp, passage: known?.passage ?? null, fault });
    try {
      // Before it is read: what is written meanwhile is seen at the next look.
      const stamp = stampOf(await stat(path));
      if (known?.stamp === stamp) return known;
      const content = await readFile(path, 'utf8');
      try {
        return { stamp, passage: parsePassage(file, content), fault: null };
      } catch (error) {
        if (!(error instanceof KnowledgeFileError)) throw error;
        return keep(stamp, { file, field: error.field, problem: error.problem });
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
      if (code === 'ENOENT') return null;
      const stamp = `unreadable: ${code}`;
      return known?.stamp === stamp ? known : keep(stamp, { file, field: 'file', problem: `can't be read: ${code}` });
    }
  }

  #gather(): ReadonlyMap<string, Passage> {
    const passages = new Map<string, Passage>();
    const fileOfId = new Map<string, string>();
    const doubles: FileFault[] = [];
    for (const [file, { passage }] of this.#files) {
      if (passage === null) continue;
      const earlier = fileOfId.get(passage.id);
      if (earlier === undefined) {
        fileOfId.set(passage.id, file);
        passages.set(passage.id, passage);
      } else {
        doubles.push({ file, field: 'id', problem: `"${passage.id}" is already the id of ${earlier}` });
      }
    }
    this.#doubles = doubles;
    return passages;
  }
}

const isMarkdown = (name: string): boolean => name.endsWith('.md') && !name.startsWith('.');
const stampOf = ({ mtimeMs, size, ino }: Stats): string => `${mtimeMs} ${size} ${ino}`;
