import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type AssistantDefinition,
  type AssistantInput,
  defineAssistant,
} from '@rapport/core/assistants/define-assistant.ts';
import type { AppConfig } from './config/config.ts';
import { SHIPPED_ASSISTANTS } from './shipped-assistants.ts';

/** An assistant's folder, or the list of those to serve, that can't be used: which one, and what to do about it. */
export class AssistantFolderError extends Error {
  override readonly name = 'AssistantFolderError';
}

/** What an assistant's folder may be called by, the first that is there. */
const ENTRY_FILES = ['assistant.ts', 'assistant.js', 'assistant.mjs'] as const;

/**
 * The assistants that are served, in the order in which they are shown: those that ship and those of `ASSISTANTS_DIR`, or
 * of them all the ones that `ASSISTANTS` names, in its order. What stands in the folder runs with the server's rights.
 *
 * @throws AssistantFolderError naming the folder or the id, and what to do.
 */
export async function findAssistants({ directory, served }: AppConfig['assistants']): Promise<AssistantDefinition[]> {
  const found = [...SHIPPED_ASSISTANTS, ...(directory === null ? [] : await readAssistants(directory))];
  refuseDoubles(found);
  if (served === null) return found;
  return served.map((id) => {
    const definition = found.find((each) => each.id === id);
    if (definition !== undefined) return definition;
    const known = found.map((each) => each.id).join(', ');
    throw new AssistantFolderError(`ASSISTANTS names "${id}", and there is no such assistant. There are: ${known}.`);
  });
}

/** Reads every assistant of a folder of folders. */
async function readAssistants(directory: string): Promise<AssistantDefinition[]> {
  const setting = `ASSISTANTS_DIR is ${directory}`;
  if (!existsSync(directory)) throw new AssistantFolderError(`${setting}, and there is no such folder.`);
  if (!statSync(directory).isDirectory()) throw new AssistantFolderError(`${setting}, which is a file, not a folder.`);
  if (entryOf(directory) !== null) {
    throw new AssistantFolderError(
      `${setting}, which is an assistant's own folder. Give the folder above it, which holds a folder for each assistant.`,
    );
  }
  const folders = readdirSync(directory)
    .filter((name) => !/^[._]|^node_modules$/.test(name) && statSync(join(directory, name)).isDirectory())
    .sort();
  if (folders.length === 0) {
    throw new AssistantFolderError(
      `${setting}, and it holds no folder. An assistant is a folder with an assistant.ts.`,
    );
  }
  return Promise.all(folders.map((name) => readAssistant(join(directory, name))));
}

async function readAssistant(folder: string): Promise<AssistantDefinition> {
  const entry = entryOf(folder);
  if (entry === null) {
    throw new AssistantFolderError(
      `The assistant's folder ${folder} has no assistant.ts. Write one, or begin the folder's name with _ to leave it out.`,
    );
  }
  let written: unknown;
  try {
    ({ default: written } = (await import(pathToFileURL(entry).href)) as { readonly default?: unknown });
  } catch (error) {
    throw refusal(entry, 'does not run', error);
  }
  if (typeof written !== 'object' || written === null) {
    throw new AssistantFolderError(
      `${entry} exports no definition. It must end with: export default { id: …, name: …, … }`,
    );
  }
  try {
    // What the file says is held against the schema, whatever its type.
    return defineAssistant(written as AssistantInput);
  } catch (error) {
    throw refusal(entry, "can't be used", error);
  }
}

function entryOf(folder: string): string | null {
  const file = ENTRY_FILES.find((name) => existsSync(join(folder, name)));
  return file === undefined ? null : join(folder, file);
}

function refusal(entry: string, problem: string, error: unknown): AssistantFolderError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AssistantFolderError(`${entry} ${problem}: ${reason}`, { cause: error });
}

/** Two assistants of one id could not be told apart, and two of one brand would share its cache and its figures. */
function refuseDoubles(definitions: readonly AssistantDefinition[]): void {
  for (const [field, nameOf] of [
    ['id', ({ id }: AssistantDefinition) => id],
    ['brand.id', ({ brand }: AssistantDefinition) => brand.id],
  ] as const) {
    const seen = new Map<string, AssistantDefinition>();
    for (const definition of definitions) {
      const value = nameOf(definition);
      const other = seen.get(value);
      if (other !== undefined) {
        throw new AssistantFolderError(
          `The assistants ${other.name} and ${definition.name} both have the ${field} "${value}". Give one of them another.`,
        );
      }
      seen.set(value, definition);
    }
  }
}
