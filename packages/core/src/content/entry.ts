/** What a brand's team edits: a passage of the knowledge or a product of the catalogue. */
export type ContentKind = 'passage' | 'product';

/**
 * `live`: served. `draft`: kept, while what was served before stays. `retired`: nothing is served, not even what a file
 * says. `deleted`: the edit is gone, and what the file says is served again.
 */
export type EntryState = 'draft' | 'live' | 'retired' | 'deleted';

/** Whence comes what is served. */
export type Served = 'file' | 'edit' | 'nothing';

/** An edit as the database holds it. `content` and `liveContent` are as they were written: a later release may refuse them. */
export interface Entry {
  readonly kind: ContentKind;
  readonly id: string;
  readonly state: EntryState;
  readonly revision: number;
  /** What was saved last. */
  readonly content: unknown;
  /** What is served; null: what the file says, or nothing where it is hidden. */
  readonly liveContent: unknown;
  readonly isHidden: boolean;
}

/** Who edits: an operator's account, or whoever holds OPERATOR_TOKEN. */
export type Actor =
  | { readonly kind: 'account'; readonly userId: string }
  | { readonly kind: 'operator-token'; readonly userId: null };

/** What can't be used as it stands. */
export interface ContentFault {
  /** A file's name, or the id of an edit. */
  readonly source: string;
  readonly kind: 'file' | 'edit';
  readonly field: string;
  readonly problem: string;
}

/** Someone else was faster: the edit was made from another revision than the one on file. */
export class ContentConflictError extends Error {
  override readonly name = 'ContentConflictError';
  readonly id: string;
  readonly revision: number;

  constructor(id: string, revision: number) {
    super(`"${id}" is at revision ${revision}`);
    this.id = id;
    this.revision = revision;
  }
}

/** What was given can't be served: each field, by its path in the request, with what is wrong. */
export class ContentRefusedError extends Error {
  override readonly name = 'ContentRefusedError';
  readonly faults: readonly { readonly path: string; readonly message: string }[];

  constructor(faults: readonly { readonly path: string; readonly message: string }[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('; '));
    this.faults = faults;
  }
}
