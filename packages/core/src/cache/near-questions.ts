import type { SynonymGroup } from '../knowledge/vocabulary.ts';
import { cosine, type Embedder } from '../embeddings/embedder.ts';
import { type CacheKey, keyText, scopeText } from './cache-key.ts';
import { type QuestionReading, SameQuestion } from './same-question.ts';

/**
 * Questions less alike than this are not compared word by word. On `evals/near-questions.jsonl` no cosine alone tells a
 * hard negative from a rewording (at 0.95 it lets a third of them through); {@link SameQuestion} does, and 0.5 is where
 * it loses hardly any misspelling: 87% of the tuning part's rewordings are found and 88% of the held-out part's, with
 * no false one in either.
 */
export const LEAST_COSINE = 0.5;
/** Questions of a brand that are compared: what its cache in this process can hold. */
const MOST_QUESTIONS = 1_000;
/** Of those alike enough, the best few are compared word by word. */
const MOST_COMPARED = 8;

interface KnownQuestion {
  readonly key: CacheKey;
  readonly scope: string;
  readonly vector: Float32Array;
  readonly reading: QuestionReading;
  /** How it asks: "how often" is never "why", so their vectors need no comparing. */
  readonly head: string;
}

/** Which cached question asks the same as a new one. Holds questions only: replies, their age and their end are the store's. */
export interface NearQuestions {
  /** Takes note of a question whose reply this process holds. Never rejects. */
  add(key: CacheKey): Promise<void>;
  forget(key: CacheKey): void;
  /** The key of the question most like it that asks the same; null when there is none. Never rejects. */
  find(key: CacheKey): Promise<CacheKey | null>;
}

export interface NearQuestionsOptions {
  readonly embedder: Embedder;
  /** A brand's synonyms, for its abbreviations and its words; empty for a brand without. Asked once a brand. */
  readonly synonymsOf: (brand: string) => readonly SynonymGroup[];
  /** Told when the embedder fails; the question then has no near ones. */
  readonly onError: (error: unknown) => void;
}

/** Keeps the last thousand questions of each brand. A search compares with all of them, in a fraction of a millisecond. */
export function createNearQuestions({ embedder, synonymsOf, onError }: NearQuestionsOptions): NearQuestions {
  const brands = new Map<string, { readonly same: SameQuestion; readonly questions: Map<string, KnownQuestion> }>();
  const brandOf = (name: string) => {
    const known = brands.get(name);
    if (known !== undefined) return known;
    const made = { same: new SameQuestion(synonymsOf(name)), questions: new Map<string, KnownQuestion>() };
    brands.set(name, made);
    return made;
  };
  const asKnown = async (key: CacheKey): Promise<KnownQuestion | null> => {
    const { same } = brandOf(key.brand);
    const reading = same.read(key.question);
    try {
      const [vector] = await embedder.embed([same.textOf(reading)]);
      return vector === undefined ? null : { key, scope: scopeText(key), vector, reading, head: headOf(reading) };
    } catch (error) {
      onError(error);
      return null;
    }
  };
  return {
    async add(key) {
      if (!key.allowsNear) return;
      const { questions } = brandOf(key.brand);
      const text = keyText(key);
      if (questions.has(text)) return;
      const known = await asKnown(key);
      if (known === null) return;
      questions.set(text, known);
      const [oldest] = questions.keys();
      if (questions.size > MOST_QUESTIONS && oldest !== undefined) questions.delete(oldest);
    },
    forget(key) {
      brands.get(key.brand)?.questions.delete(keyText(key));
    },
    async find(key) {
      const brand = brands.get(key.brand);
      if (!key.allowsNear || brand === undefined || brand.questions.size === 0) return null;
      const asked = await asKnown(key);
      if (asked === null) return null;
      const alike = mostAlike(asked, brand.questions.values());
      return alike.find(({ reading }) => brand.same.isSame(asked.reading, reading))?.key ?? null;
    },
  };
}

const headOf = ([first = '']: QuestionReading): string => (first.startsWith('=') ? first : '');

function mostAlike(asked: KnownQuestion, questions: Iterable<KnownQuestion>): KnownQuestion[] {
  const found: { readonly question: KnownQuestion; readonly likeness: number }[] = [];
  for (const question of questions) {
    if (question.scope !== asked.scope || question.head !== asked.head) continue;
    const likeness = cosine(asked.vector, question.vector);
    if (likeness >= LEAST_COSINE) found.push({ question, likeness });
  }
  found.sort((one, other) => other.likeness - one.likeness);
  return found.slice(0, MOST_COMPARED).map(({ question }) => question);
}
