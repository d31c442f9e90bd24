import type { ExperimentDefinition, VariantChanges } from '@rapport/wire';
import type { AssistantDefinition } from '../assistants/define-assistant.ts';
import { promptSection, promptVersionOf } from '../assistants/prompt-sections.ts';

/** A place in an assistant that a variant changes, such as `prompt section voice`. */
export function placesOf({ promptSections = [], models, personas = [], retrieval, cache }: VariantChanges): string[] {
  return [
    ...promptSections.map(({ id }) => `prompt section ${id}`),
    ...(models === undefined ? [] : ['models']),
    ...personas.map(({ id }) => `persona ${id}`),
    ...(retrieval === undefined ? [] : ['retrieval']),
    ...(cache === undefined ? [] : ['cache']),
  ];
}

/** The assistant as a variant has it. `definition` itself where the variant changes nothing of it. */
export function changedDefinition(
  definition: AssistantDefinition,
  { promptSections, personas }: VariantChanges,
): AssistantDefinition {
  let changed = definition;
  if (promptSections !== undefined) {
    const texts = new Map(promptSections.map(({ id, text }) => [id, text.trim()]));
    const sections = definition.promptSections.map((section) => {
      const text = texts.get(section.id);
      return text === undefined ? section : { ...section, text };
    });
    changed = { ...changed, promptSections: sections, promptVersion: promptVersionOf(sections) };
  }
  if (personas !== undefined && definition.personas !== null) {
    const words = new Map<string, (typeof personas)[number]>(personas.map((persona) => [persona.id, persona]));
    const kinds = definition.personas.kinds.map((kind) => {
      const { meaning = kind.meaning, advice = kind.advice, openings = kind.openings } = words.get(kind.id) ?? {};
      return { ...kind, meaning, advice, openings };
    });
    changed = { ...changed, personas: { ...definition.personas, kinds } };
  }
  return changed;
}

/** Those of the models that a variant asks, in its order, then those of this process; all of them where none of its is there. */
export function changedModels<Model extends { readonly id: string; readonly isLocal: boolean }>(
  models: readonly Model[],
  { models: wanted }: VariantChanges,
): readonly Model[] {
  if (wanted === undefined) return models;
  const asked = wanted.flatMap((id) => models.find((model) => model.id === id && !model.isLocal) ?? []);
  return asked.length === 0 ? models : [...asked, ...models.filter(({ isLocal }) => isLocal)];
}

export interface ChangeProblem {
  /** In the definition, such as `variants.1.changes.models.0`. */
  readonly path: string;
  readonly message: string;
}

/** What of an experiment its assistant has no place for; empty when every variant can be served. */
export function problemsOfChanges(
  { variants, targeting }: ExperimentDefinition,
  assistant: AssistantDefinition,
  models: readonly { readonly id: string; readonly isLocal: boolean }[],
): ChangeProblem[] {
  const vendors = models.filter(({ isLocal }) => !isLocal).map(({ id }) => id);
  const personas = (assistant.personas?.kinds ?? []).map(({ id }) => id);
  const stages = (assistant.journey?.stages ?? []).map(({ id }) => id);
  const problems = variants.flatMap(({ changes }, place) =>
    [
      ...sectionProblems(changes, assistant),
      ...unknown('models', changes.models ?? [], vendors),
      ...unknown('personas', changes.personas?.map(({ id }) => id) ?? [], personas),
      ...(changes.retrieval !== undefined && assistant.knowledge === null
        ? [{ path: 'retrieval', message: `${assistant.name} answers from no knowledge` }]
        : []),
    ].map(({ path, message }) => ({ path: `variants.${place}.changes.${path}`, message })),
  );
  return [
    ...problems,
    ...unknown('targeting.personas', targeting.personas, personas),
    ...unknown('targeting.journeyStages', targeting.journeyStages, stages),
  ];
}

function sectionProblems({ promptSections = [] }: VariantChanges, assistant: AssistantDefinition): ChangeProblem[] {
  const ids = assistant.promptSections.map(({ id }) => id);
  return promptSections.flatMap(({ id, text }, place): ChangeProblem[] => {
    const section = assistant.promptSections.find((each) => each.id === id);
    if (section === undefined) return unknown('promptSections', [id], ids, place);
    const checked = promptSection.safeParse({ ...section, text });
    return checked.success
      ? []
      : checked.error.issues.map(({ message }) => ({ path: `promptSections.${place}.text`, message }));
  });
}

function unknown(path: string, given: readonly string[], known: readonly string[], from = 0): ChangeProblem[] {
  return given.flatMap((id, place) =>
    known.includes(id)
      ? []
      : [
          {
            path: `${path}.${from + place}`,
            message: `"${id}" is not there; there ${known.length === 0 ? 'are none' : `is ${known.join(', ')}`}`,
          },
        ],
  );
}
