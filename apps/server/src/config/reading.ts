/** One variable's value, and the place it was read from, in words an operator can act on: `.env.local`, `the environment`. */
export interface Setting {
  readonly value: string;
  readonly source: string;
}

/** One place that settings come from. Layers stand in order of falling precedence. */
export interface SettingsLayer {
  readonly source: string;
  /** Set when the place belongs to one assistant: its folder under `packages/`. */
  readonly assistantFolder?: string;
  readonly values: ReadonlyMap<string, string>;
  /** Variables whose unquoted value ran into a `#`: the file's syntax drops the rest as a comment. */
  readonly cutAtHash?: readonly string[];
}

export const environmentNames = ['development', 'testing', 'staging', 'production'] as const;
export type EnvironmentName = (typeof environmentNames)[number];

export type ChosenEnvironment =
  | { readonly known: true; readonly name: EnvironmentName }
  | { readonly known: false; readonly setting: Setting };

/** What was read, undecided. */
export interface EnvironmentReading {
  /** Absolute; relative directories in the settings are taken from here. */
  readonly root: string;
  /** What the layers above `.env.<APP_ENV>` choose: that file can't choose itself. */
  readonly environment: ChosenEnvironment;
  readonly layers: readonly SettingsLayer[];
  /** Files that exist and couldn't be read, with the system's reason. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/** The place named for a variable that the process itself was given, by a shell, a container or a platform. */
export const processSource = 'the environment';

/** An empty or blank value counts as unset: Compose files and platforms pass `NAME=` for what nobody filled in. */
const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';

/** The setting that wins for `name`, or undefined. Layers that belong to one assistant count too. */
export const findSetting = (layers: readonly SettingsLayer[], name: string): Setting | undefined => {
  for (const layer of layers) {
    const value = layer.values.get(name);
    if (isSet(value)) return { value, source: layer.source };
  }
  return undefined;
};

/** Every variable that is set, each with the setting that wins. */
export const mergeLayers = (layers: readonly SettingsLayer[]): ReadonlyMap<string, Setting> => {
  const merged = new Map<string, Setting>();
  for (const { values, source } of layers) {
    for (const [name, value] of values) {
      if (isSet(value) && !merged.has(name)) merged.set(name, { value, source });
    }
  }
  return merged;
};

const isEnvironmentName = (name: string): name is EnvironmentName => environmentNames.some((known) => known === name);

/**
 * `APP_ENV` decides; where it is unset, `NODE_ENV` does, which knows `production` and `test`; anything else is
 * development. An `APP_ENV` that names no environment is left to `decideConfig` to refuse.
 */
export const chooseEnvironment = (layers: readonly SettingsLayer[]): ChosenEnvironment => {
  const chosen = findSetting(layers, 'APP_ENV');
  if (chosen !== undefined) {
    const name = chosen.value.trim();
    return isEnvironmentName(name) ? { known: true, name } : { known: false, setting: chosen };
  }
  switch (findSetting(layers, 'NODE_ENV')?.value.trim()) {
    case 'production':
      return { known: true, name: 'production' };
    case 'test':
      return { known: true, name: 'testing' };
    default:
      return { known: true, name: 'development' };
  }
};

/** A reading of these values alone, as if the process had been given them: for tests and for tools that need no files. */
export const readingOf = (values: Readonly<Record<string, string>>, root = '/srv/rapport'): EnvironmentReading => {
  const layers = [{ source: processSource, values: new Map(Object.entries(values)) }];
  return { root, environment: chooseEnvironment(layers), layers, unreadable: [] };
};
