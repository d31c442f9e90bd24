import { fileURLToPath } from 'node:url';
import { composeReply } from '@rapport/core/builtin-model/compose.ts';
import { productsBeside } from '@rapport/core/catalogue/advice-texts.ts';
import { loadCatalogue } from '@rapport/core/catalogue/load.ts';
import { adviseProducts } from '@rapport/core/catalogue/recommend.ts';
import { createStageReader } from '@rapport/core/journey/read-stage.ts';
import { evaluateStages } from '@rapport/core/journey/evaluate-journey.ts';
import { evaluatePersonas } from '@rapport/core/personas/evaluate-personas.ts';
import { createPersonaReader } from '@rapport/core/personas/read-persona.ts';
import { loadPassages } from '@rapport/core/knowledge/load.ts';
import { createKnowledgeIndex } from '@rapport/core/knowledge/retrieve.ts';
import { NO_MEMORY, USUAL_FIT } from '@rapport/core/models/reply-material.ts';
import type { Evaluation } from '@rapport/core/understanding/evaluate.ts';
import { understand } from '@rapport/core/understanding/understand.ts';
import { notesBeside } from '@rapport/core/turn/notes-beside.ts';
import { siennaNaturals } from '@rapport/sienna-naturals';
import type { JourneyStage, Persona } from '@rapport/wire';

/** A first message of a customer, with what a good guide would read in it, sell for it, note beside it and say. */
export interface HairRow {
  readonly id: string;
  readonly text: string;
  readonly stage: JourneyStage;
  readonly persona?: Persona;
  readonly product: readonly string[];
  /** The kind of the note that must stand beside the reply, or `none`. */
  readonly safety: string;
  /** Of each group one wording at least must be said. */
  readonly must_include: readonly (readonly string[])[];
  readonly must_not: readonly string[];
}

/** The sets of labelled messages, each with its title: the given one, one written before any rule had seen it, and one by another author. */
const SETS = [
  ['hair messages', 'hair.jsonl'],
  ['fresh messages', 'hair.fresh.jsonl'],
  ['messages by another author, never tuned on', 'hair.unseen.jsonl'],
] as const;

/** Whole replies of the built-in model to labelled first messages, and what stands beside them. */
export function evaluateHair(
  read: <Row>(name: string) => Row[],
  meaningOf: (text: string) => Float32Array,
): readonly { readonly title: string; readonly evaluation: Evaluation<string> }[] {
  const { journey, personas } = siennaNaturals;
  if (journey === null || personas === null) throw new Error('Sienna has no journey or no personas to evaluate');
  const readStage = createStageReader(journey, meaningOf);
  const readPersona = createPersonaReader(personas, meaningOf);
  const answer = replier();
  return SETS.flatMap(([title, file]) => {
    const rows = read<HairRow>(file);
    return [
      { title: `Stages, ${title}`, evaluation: evaluateStages(rows, readStage) },
      { title: `Personas, ${title}`, evaluation: evaluatePersonas(rows, readPersona) },
      { title: `Replies, ${title}`, evaluation: evaluateReplies(rows, answer) },
    ];
  });
}

interface Answered {
  readonly text: string;
  readonly notes: readonly string[];
  readonly products: readonly string[];
}

function replier(): (row: HairRow) => Answered {
  const { knowledge, catalogue: source, brand, name, kind, disclosure } = siennaNaturals;
  if (knowledge === null || source === null) throw new Error('Sienna has no knowledge or no products to evaluate');
  const index = createKnowledgeIndex(loadPassages(fileURLToPath(knowledge.directory)), knowledge.synonyms);
  const catalogue = loadCatalogue(fileURLToPath(source.file));
  return ({ id, text: message }) => {
    const summary = understand(message, { nameAsked: false });
    const passages = index.search(message, 5);
    const products = adviseProducts(catalogue, { message, summary, before: [], recent: [], passages });
    const material = {
      assistant: { name, kind, brand: brand.name, focus: brand.focus, disclosure },
      preferredName: null,
      message,
      summary,
      history: [],
      passages,
      products,
      memory: NO_MEMORY,
      fit: USUAL_FIT,
      seed: id,
    };
    const { text, citations } = composeReply(material);
    const notes = notesBeside(material, citations);
    return {
      text,
      notes,
      products: productsBeside(products, text).map(({ category }) => category),
    };
  };
}

/**
 * `safetyRecall`, `safetyPrecision`: whether a note stands beside the reply where one must, and only there. `noteKind`: of
 * those, how often the right kind is among them. `said`: every wording that must be said is, and none that must not.
 */
function evaluateReplies(
  rows: readonly HairRow[],
  answer: (row: HairRow) => Answered,
): Evaluation<'safetyRecall' | 'safetyPrecision' | 'noteKind' | 'productHit' | 'soldNothing' | 'said'> {
  const judged = rows.map((row) => {
    const got = answer(row);
    const isSafe = row.safety !== 'none';
    const categories = row.product as readonly string[];
    return {
      row,
      got,
      isSafe,
      isNoted: got.notes.length > 0,
      isKind: got.notes.includes(row.safety),
      isHit: categories.length === 0 ? got.products.length === 0 : categories.some((one) => got.products.includes(one)),
      isSaid:
        row.must_include.every((group) => group.some((words) => holds(got.text, words))) &&
        !row.must_not.some((words) => holds(got.text, words)),
    };
  });
  const share = (some: readonly (typeof judged)[number][], is: (one: (typeof judged)[number]) => boolean) =>
    some.filter(is).length / Math.max(1, some.length);
  const faults = judged.map((one) => ({
    one,
    faults: [
      one.isSafe === one.isNoted ? '' : `note ${one.row.safety}, got ${one.got.notes.join(', ') || 'none'}`,
      one.isHit
        ? ''
        : `product ${one.row.product.join(', ') || 'nothing'}, got ${one.got.products.join(', ') || 'nothing'}`,
      one.isSaid ? '' : `words ${JSON.stringify(one.row.must_include)}, got ${JSON.stringify(one.got.text)}`,
    ].filter((fault) => fault !== ''),
  }));
  return {
    count: rows.length,
    metrics: {
      safetyRecall: share(
        judged.filter(({ isSafe }) => isSafe),
        ({ isNoted }) => isNoted,
      ),
      safetyPrecision: share(
        judged.filter(({ isNoted }) => isNoted),
        ({ isSafe }) => isSafe,
      ),
      noteKind: share(
        judged.filter(({ isSafe }) => isSafe),
        ({ isKind }) => isKind,
      ),
      productHit: share(judged, ({ isHit }) => isHit),
      soldNothing: share(
        judged.filter(({ row }) => row.product.length === 0),
        ({ isHit }) => isHit,
      ),
      said: share(judged, ({ isSaid }) => isSaid),
    },
    misses: faults.flatMap(({ one, faults: found }) =>
      found.map((fault) => ({
        id: one.row.id,
        text: one.row.text,
        expected: fault.split(', got ')[0] ?? '',
        got: fault.split(', got ').slice(1).join(', got '),
      })),
    ),
  };
}

/** Whether a text has a wording, at a word's start; one of three letters or fewer as a whole word. */
function holds(text: string, words: string): boolean {
  const sought = words.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${sought}${words.length <= 3 ? '(?![\\p{L}\\p{N}])' : ''}`, 'u').test(
    text.toLowerCase().replace(/[’‘]/g, "'"),
  );
}
