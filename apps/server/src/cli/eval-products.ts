import { fileURLToPath } from 'node:url';
import { composeReply } from '@rapport/core/builtin-model/compose.ts';
import { ClaimFilter } from '@rapport/core/catalogue/claim-filter.ts';
import { evaluateProducts, type ProductRow } from '@rapport/core/catalogue/evaluate.ts';
import {
  type ClaimRow,
  type ClaimTrial,
  evaluateInventions,
  evaluateReplies,
  type Invention,
  trialsOf,
} from '@rapport/core/catalogue/evaluate-claims.ts';
import { loadCatalogue } from '@rapport/core/catalogue/load.ts';
import { loadPassages } from '@rapport/core/knowledge/load.ts';
import { createKnowledgeIndex } from '@rapport/core/knowledge/retrieve.ts';
import { NO_MEMORY, USUAL_FIT } from '@rapport/core/models/reply-material.ts';
import type { Evaluation } from '@rapport/core/understanding/evaluate.ts';
import { understand } from '@rapport/core/understanding/understand.ts';
import { siennaNaturals } from '@rapport/sienna-naturals';

/** How well Sienna recommends, and what of invented claims comes through; `read` gives a labelled set of hers. */
export function evaluateShelf(
  read: <Row>(name: string) => Row[],
): readonly { readonly title: string; readonly evaluation: Evaluation<string> }[] {
  const { knowledge, catalogue: source, brand } = siennaNaturals;
  if (knowledge === null || source === null) throw new Error('Sienna has no knowledge or no products to evaluate');
  const index = createKnowledgeIndex(loadPassages(fileURLToPath(knowledge.directory)), knowledge.synonyms);
  const catalogue = loadCatalogue(fileURLToPath(source.file));
  const search = (text: string) => index.search(text, 5);
  const trials = trialsOf(read<ClaimRow>('claims.jsonl'), catalogue, brand.name, search);
  const fresh = trialsOf(read<ClaimRow>('claims.fresh.jsonl'), catalogue, brand.name, search);
  const products = (name: string) => evaluateProducts(read<ProductRow>(name), catalogue, search);
  return [
    { title: 'Products', evaluation: products('products.jsonl') },
    { title: 'Products, further cases', evaluation: products('products.extra.jsonl') },
    { title: 'Claims of the built-in model', evaluation: evaluateReplies(trials, builtinReply) },
    {
      title: 'Claims a vendor invents',
      evaluation: evaluateInventions(trials, read<Invention>('claims.inventions.jsonl')),
    },
    { title: 'Claims of the built-in model, fresh questions', evaluation: evaluateReplies(fresh, builtinReply) },
    {
      title: 'Claims a vendor invents, fresh questions',
      evaluation: evaluateInventions(fresh, read<Invention>('claims.inventions.jsonl')),
    },
  ];
}

function builtinReply({ row, advice, passages, ground }: ClaimTrial): string {
  const { name, kind, brand, disclosure } = siennaNaturals;
  const { text } = composeReply({
    assistant: { name, kind, brand: brand.name, focus: brand.focus, disclosure },
    preferredName: null,
    message: row.text,
    summary: understand(row.text, { nameAsked: false }),
    history: [],
    passages,
    products: advice,
    memory: NO_MEMORY,
    fit: USUAL_FIT,
    seed: row.id,
  });
  const filter = new ClaimFilter({ ...ground, isOwn: true });
  return filter.push(text) + filter.end();
}
