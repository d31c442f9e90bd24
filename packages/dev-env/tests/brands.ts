import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AssistantDefinition, defineAssistant } from '@rapport/core/assistants/define-assistant.ts';
import { writePassage } from '@rapport/core/knowledge/load.ts';
import type { Passage } from '@rapport/core/knowledge/passage.ts';

/** A passage about something no other passage of a test is about, with what matters to the test given. */
export function passageAbout(subject: string, given: Partial<Passage> = {}): Passage {
  return {
    id: subject.toLowerCase().replaceAll(' ', '-'),
    title: `${subject}: what to know`,
    tags: ['routine'],
    questions: [`what is ${subject}`, `how do I use ${subject}`, `is ${subject} good for my hair`],
    answer: `Use ${subject} once a week on damp hair and rinse it well. It softens the strand and takes nothing away from it.`,
    next: 'How does your hair feel today?',
    sources: [{ title: 'A source of the brand', url: 'https://example.org/source' }],
    lastReviewed: '2026-11-01',
    reviewer: 'editorial',
    safety: null,
    body: `Some more about ${subject}, for who wants to read on.`,
    ...given,
  };
}

/** A product of a brand as a catalogue has it. */
export function productNamed(name: string, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    alsoCalled: [],
    category: 'shampoo',
    about: 'a mild wash for scalp and lengths',
    forWhom: {
      concerns: ['routine'],
      hairTypes: null,
      porosities: null,
      lengths: null,
      notOnScalp: [],
      fromYears: 3,
    },
    howToUse: 'Work a palmful into the wet scalp and rinse until the water is clear.',
    ingredients: ['Aqua', 'Glycerin'],
    claims: [],
    price: { amount: 1250, currency: 'USD' },
    sourceUrl: 'https://shop.example/product',
    verifiedOn: '2026-11-01',
    sample: false,
    ...given,
  };
}

export interface Brand extends Disposable {
  readonly definition: AssistantDefinition;
  /** Folder of its knowledge files. */
  readonly knowledge: string;
  readonly catalogue: string;
  write(passage: Passage): void;
}

/** A guide of a brand with a knowledge folder and a catalogue of its own, on disk. */
export function brandNamed(id: string, passages: readonly Passage[], products: readonly unknown[]): Brand {
  const folder = mkdtempSync(join(tmpdir(), `rapport-brand-${id}-`));
  const knowledge = join(folder, 'knowledge');
  const catalogue = join(folder, 'products.json');
  mkdirSync(knowledge);
  const write = (passage: Passage) => writeFileSync(join(knowledge, `${passage.id}.md`), writePassage(passage));
  for (const passage of passages) write(passage);
  writeFileSync(catalogue, JSON.stringify({ products }));
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  const greeting = `Hi, I'm ${name}, an AI guide. What is your hair up to today?`;
  const face = { accent: '#8a3f1d', onAccent: '#ffffff', surface: '#fbf1e7' };
  const definition = defineAssistant({
    id,
    name,
    kind: 'guide',
    tagline: 'A guide of a brand',
    brand: { id: `${id}-brand`, name: `${name} Hair`, focus: 'hair care' },
    disclosure: `I'm ${name}, an AI guide, not a person or a doctor.`,
    accepts: { images: false },
    starters: ['How often should I wash?', 'What is low porosity?', 'How do I detangle?'],
    theme: { light: face, dark: face },
    asksForName: false,
    greetings: {
      stranger: greeting,
      returningStranger: greeting,
      introduction: greeting,
      welcomeBack: greeting,
      askNameOfAccount: greeting,
      askName: greeting,
    },
    models: [],
    promptSections: [
      { id: 'role', priority: 1, text: 'You are {assistant} of {brand}.' },
      { id: 'passages', priority: 3, text: 'Data:\n{passages}' },
      { id: 'products', priority: 3, text: 'Products:\n{products}' },
    ],
    knowledge: { directory: pathToFileURL(`${knowledge}/`), synonyms: [{ term: 'hair', forms: ['hairs'] }] },
    catalogue: { file: pathToFileURL(catalogue) },
  });
  return { definition, knowledge, catalogue, write, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
