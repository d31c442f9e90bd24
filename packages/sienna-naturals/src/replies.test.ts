import { fileURLToPath } from 'node:url';
import { composeReply } from '@rapport/core/builtin-model/compose.ts';
import { loadCatalogue } from '@rapport/core/catalogue/load.ts';
import { adviseProducts } from '@rapport/core/catalogue/recommend.ts';
import { loadPassages } from '@rapport/core/knowledge/load.ts';
import { createKnowledgeIndex } from '@rapport/core/knowledge/retrieve.ts';
import { NO_MEMORY, USUAL_FIT } from '@rapport/core/models/reply-material.ts';
import { loadPassages as passagesFor } from '@rapport/core/turn/load.ts';
import { understand } from '@rapport/core/understanding/understand.ts';
import { expect, test } from 'vitest';
import { siennaNaturals } from './assistant.ts';

const { knowledge, catalogue: shelf, brand, name, kind, disclosure } = siennaNaturals;
if (knowledge === null || shelf === null) throw new Error('Sienna declares both');
const index = createKnowledgeIndex(loadPassages(fileURLToPath(knowledge.directory)), knowledge.synonyms);
const catalogue = loadCatalogue(fileURLToPath(shelf.file));

/** What the built-in model says to the last of these, which one person writes one after another. */
function lastReplyTo(...messages: readonly string[]) {
  const history: { role: 'user' | 'assistant'; text: string }[] = [];
  let reply = { text: '', citations: [] as readonly { id: string }[] };
  for (const message of messages) {
    const summary = understand(message, { nameAsked: false });
    const passages = passagesFor({ history, input: { text: message } } as never, summary, index);
    const conversation = history.filter(({ role }) => role === 'user').map(({ text }) => text);
    const recent = history.map(({ text }) => text);
    const products = adviseProducts(catalogue, { message, summary, before: [], conversation, recent, passages });
    reply = composeReply({
      assistant: { name, kind, brand: brand.name, focus: brand.focus, disclosure },
      preferredName: null,
      message,
      summary,
      history: [...history],
      passages,
      products,
      memory: NO_MEMORY,
      fit: USUAL_FIT,
      seed: message,
    });
    history.push({ role: 'user', text: message }, { role: 'assistant', text: reply.text });
  }
  return { text: reply.text, cites: reply.citations.map(({ id }) => id) };
}

test.each([
  ["she's 4", /At 4: .*short sittings/],
  ['my son is six now', /At 6: .*Satin at night/],
  ["he's 11", /At 11: .*wash every week/],
])('%s, told of a child, is answered by what fits that age', (age, says) => {
  const { text, cites } = lastReplyTo("How do I care for a child's hair?", age);
  expect(text).toMatch(says);
  expect(cites).toEqual(['childrens-hair-by-age']);
});

/** How she meets someone who is fed up. */
const FED_UP = /^(?:That's frustrating|Ugh, I can see|That would try|I get it)/;

test.each([
  ["my hair is tangled and dry and I'm sick of it", /small sections, from the tips upward/],
  ['ugh I hate this, my ends are dry and breaking and nothing helps', /breakage/],
])('%s: care first, then steps', (message, steps) => {
  const { text } = lastReplyTo(message);
  expect(text).toMatch(FED_UP);
  expect(text).toMatch(steps);
});

test.each([
  [['give me a routine for the week'], /Sunday.*Wednesday.*Friday/],
  [['what is porosity', 'I think I have low porosity hair', 'give me a routine for the week'], /Sunday.*Wednesday/],
  [['lint in my locs'], /pick it from the surface/],
])('%s finds its passage', (messages, says) => expect(lastReplyTo(...messages).text).toMatch(says));
