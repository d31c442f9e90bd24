import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Catalogue, CatalogueFileError, parseCatalogue } from './load.ts';

/** A catalogue's file, looked at again and again: what it says when it is right, and what is wrong with it when it isn't. */
export class CatalogueFile {
  readonly #path: string;
  #stamp: string;
  #catalogue: Catalogue;
  #fault: { readonly file: string; readonly field: string; readonly problem: string } | null = null;

  /** Reads it at once. @throws CatalogueFileError for one that is invalid; the file system's error for none. */
  constructor(path: string) {
    this.#path = path;
    this.#stamp = stampOf(statSync(path));
    this.#catalogue = parseCatalogue(basename(path), readFileSync(path, 'utf8'));
  }

  /** What it said when it was last right. */
  get catalogue(): Catalogue {
    return this.#catalogue;
  }
  get fault(): { readonly file: string; readonly field: string; readonly problem: string } | null {
    return this.#fault;
  }

  /** Reads it when it changed. True when there is something new, be it a fault. Never rejects. */
  async look(): Promise<boolean> {
    const file = basename(this.#path);
    try {
      const stamp = stampOf(await stat(this.#path));
      if (stamp === this.#stamp) {
        const hadFault = this.#fault !== null;
        this.#fault = null;
        return hadFault;
      }
      const catalogue = parseCatalogue(file, await readFile(this.#path, 'utf8'));
      this.#stamp = stamp;
      this.#catalogue = catalogue;
      this.#fault = null;
      return true;
    } catch (error) {
      const problem = error instanceof CatalogueFileError ? error.problem : "can't be read";
      const field = error instanceof CatalogueFileError ? error.place : 'file';
      const isNew = this.#fault?.problem !== problem || this.#fault.field !== field;
      this.#fault = { file, field, problem };
      return isNew;
    }
  }
}

const stampOf = ({ mtimeMs, size, ino }: Stats): string => `${mtimeMs} ${size} ${ino}`;
