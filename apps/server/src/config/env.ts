import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { chooseEnvironment, type EnvironmentReading, processSource, type SettingsLayer } from './reading.ts';

/** The nearest folder at or above `directory` that declares npm workspaces, or `directory` itself outside a repository. */
const findRoot = (directory: string): string => {
  for (let folder = directory; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"workspaces"')) return folder;
    if (folder === dirname(folder)) return directory;
  }
};

/** Packages with an `.env` of their own, in alphabetical order: the guides tell operators to fill in an assistant's. */
const foldersWithSettings = (root: string): string[] => {
  const packages = join(root, 'packages');
  if (!existsSync(packages)) return [];
  return readdirSync(packages)
    .filter((folder) => existsSync(join(packages, folder, '.env')))
    .sort();
};

/** `NAME=abc#def`, unquoted: `parseEnv` keeps `abc`. `NAME=abc # def` is a comment that somebody meant. */
const hashInsideValue = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*[^\s'"`#][^\r\n#]*(?<=\S)#/gm;

const readLayer = (
  root: string,
  file: string,
  unreadable: { file: string; reason: string }[],
  assistantFolder?: string,
): SettingsLayer[] => {
  let content: string;
  try {
    content = readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason !== 'ENOENT' && reason !== 'ENOTDIR') unreadable.push({ file, reason });
    return [];
  }
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(parseEnv(content))) {
    if (value !== undefined) values.set(name, value);
  }
  const cutAtHash = [...content.matchAll(hashInsideValue)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return [{ source: file, values, cutAtHash, ...(assistantFolder === undefined ? {} : { assistantFolder }) }];
};

/**
 * Reads, and decides nothing but which files to read. In order of falling precedence: the process's own environment,
 * `.env.local`, `.env`, `packages/<assistant>/.env`, `.env.<APP_ENV>`; the files in the repository's root, found
 * from `directory` upwards. A file that isn't there is no error; one that can't be read is reported in the result.
 */
export const readEnvironment = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  directory: string = process.cwd(),
): EnvironmentReading => {
  const root = findRoot(resolve(directory));
  const unreadable: { file: string; reason: string }[] = [];
  const given = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const layers: SettingsLayer[] = [
    { source: processSource, values: new Map(given) },
    ...readLayer(root, '.env.local', unreadable),
    ...readLayer(root, '.env', unreadable),
    ...foldersWithSettings(root).flatMap((folder) => readLayer(root, `packages/${folder}/.env`, unreadable, folder)),
  ];
  const chosen = chooseEnvironment(layers);
  if (chosen.known) layers.push(...readLayer(root, `.env.${chosen.name}`, unreadable));
  return { root, environment: chosen, layers, unreadable };
};
