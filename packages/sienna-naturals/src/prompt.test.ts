import { assemblePrompt } from '@rapport/core/prompts/assemble-prompt.ts';
import type { PromptInput } from '@rapport/core/prompts/prompt-parts.ts';
import { understand } from '@rapport/core/understanding/understand.ts';
import { describe, expect, it } from 'vitest';
import { siennaNaturals } from './assistant.ts';

const { journey, personas } = siennaNaturals;
if (journey === null || personas === null) throw new Error('Sienna has a journey and personas');

const message = 'What do I do with an inch of hair?';
const stranger: PromptInput = {
  assistant: siennaNaturals,
  preferredName: null,
  summary: understand(message, { nameAsked: false }),
  passages: [],
  products: [],
  memories: [],
  stage: null,
  persona: null,
  hair: [],
  advice: [],
  history: [],
  message,
  pictures: 0,
  moment: { today: 'Monday 30 November 2026, afternoon', locale: 'en' },
  isMinor: false,
};

describe('what a vendor is told of the person', () => {
  it('is nothing of stage, persona or hair while nothing is known', () => {
    const { record } = assemblePrompt(stranger);
    const used = record.sections.used.map(({ id }) => id);
    for (const id of ['stage', 'persona', 'hair']) expect(used).not.toContain(id);
  });

  it.each(journey.stages)('is the advice of the stage $name', (stage) => {
    const { instructions, record } = assemblePrompt({ ...stranger, stage });
    expect(instructions).toContain(stage.meaning);
    expect(instructions).toContain(stage.advice);
    expect(record.stage).toBe(stage.id);
  });

  it.each(personas.kinds)('is the advice for a $name', (persona) => {
    const { instructions, record } = assemblePrompt({ ...stranger, persona });
    expect(instructions).toContain(persona.advice);
    expect(record.persona).toBe(persona.id);
  });

  it('is their hair in their words, as data, and the record has its id alone', () => {
    const quote = 'I have 4C hair';
    const hair = [{ id: 'entry-1', field: 'Curl type', name: '4C', quote, saidOn: '2026-11-30' }];
    const { instructions, record } = assemblePrompt({ ...stranger, hair });
    expect(instructions).toContain(`- Curl type: 4C. They wrote: "${quote}" (2026-11-30)`);
    expect(record.hair).toEqual(['entry-1']);
    expect(JSON.stringify(record)).not.toContain(quote);
  });
});
