import type { ProductAdvice } from './recommend.ts';

/** What a reply's claims are held against. */
export interface ClaimGround {
  readonly advice: ProductAdvice;
  readonly brand: string;
  /** The person's message. */
  readonly message: string;
  /** True for words an editor wrote, which state only what is on file and weigh what stands against a product: only prices, names, contents and health claims are
   * checked in them again. */
  readonly isOwn: boolean;
  /** Texts the reply may draw on: what stands in them word for word has its ground there. */
  readonly passages: readonly string[];
}
