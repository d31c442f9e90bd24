import { type Finding, finding } from './findings.ts';
import { type EnvironmentReading, mergeLayers, type Setting } from './reading.ts';
import { howPublished } from './secret-strength.ts';
import { Secret } from './secrets.ts';
import { findVariable, type VariableName, type VariableNameOf, type WithDefault } from './variables.ts';

/** Kubernetes gives every container `<SERVICE>_PORT=tcp://…` for each service of its namespace. */
const kubernetesLink = /^tcp:\/\//;

/** Reads settings one variable at a time, each by its declared kind, and gathers all that is wrong instead of stopping. */
export interface Settings {
  /** Production or staging, or an environment nobody knows: nothing published or missing is let pass. */
  readonly strict: boolean;
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
  find(name: VariableName): Setting | undefined;
  refuse(name: string, problem: string, remedy: string, setting?: Setting): void;
  warn(name: string, problem: string, remedy: string, setting?: Setting): void;
  /** Trimmed text, or the declared default. */
  text(name: WithDefault<VariableNameOf<'text'>>): string;
  optionalText(name: VariableNameOf<'text'>): string | undefined;
  /** The number, or the declared default; when it is refused, the default too, so that deciding can go on. */
  wholeNumber(name: VariableNameOf<'whole-number'>): number;
  /** One of the declared choices in lower case; undefined when unset or refused. */
  choice(name: VariableNameOf<'choice'>): string | undefined;
  /** Parsed, of a declared protocol; undefined when unset or refused. */
  url(name: VariableNameOf<'url'>): URL | undefined;
  /** Parts between commas or white space, none empty. */
  list(name: VariableNameOf<'list'>): readonly string[];
  /** The secret as given; undefined when unset or refused. A placeholder counts as unset, except in a strict environment. */
  secret(name: VariableNameOf<'text'>, remedy?: string): Secret | undefined;
  /**
   * A password of a database or cache; undefined when unset or refused. One that is published is refused in a strict
   * environment and used elsewhere: a laptop's database may well have it.
   */
  password(name: VariableNameOf<'text'>): string | undefined;
}

const sentence = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** Settings of one reading, under the rules of a strict environment or without them. */
export const createSettings = (reading: EnvironmentReading, strict: boolean): Settings => {
  const merged = mergeLayers(reading.layers);
  const problems: Finding[] = [];
  const warnings: Finding[] = [];
  const find = (name: VariableName) => merged.get(name);
  const refuse: Settings['refuse'] = (name, problem, remedy, setting = merged.get(name)) => {
    problems.push(finding(name, setting, problem, remedy));
  };
  const warn: Settings['warn'] = (name, problem, remedy, setting = merged.get(name)) => {
    warnings.push(finding(name, setting, problem, remedy));
  };
  const optionalText = (name: VariableName): string | undefined => find(name)?.value.trim();

  const wholeNumber: Settings['wholeNumber'] = (name) => {
    const variable = findVariable(name);
    if (variable.kind.type !== 'whole-number') throw new Error(`${name} is not declared as a whole number`);
    const { minimum, maximum, unit } = variable.kind;
    const fallback = Number(variable.default);
    const written = optionalText(name);
    if (written === undefined) return fallback;
    const value = /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    refuse(
      name,
      Number.isNaN(value) ? 'it is not a whole number' : 'it is out of range',
      `a whole number from ${minimum} to ${maximum}${unit === undefined ? '' : ` ${unit}`}, such as ${fallback}` +
        (kubernetesLink.test(written)
          ? "; Kubernetes sets this one for a service of that name: set `enableServiceLinks: false` in the pod's spec"
          : ''),
    );
    return fallback;
  };

  const choice: Settings['choice'] = (name) => {
    const { kind, default: fallback } = findVariable(name);
    if (kind.type !== 'choice') throw new Error(`${name} is not declared as a choice`);
    const written = (optionalText(name) ?? fallback)?.toLowerCase();
    if (written === undefined || kind.choices.includes(written)) return written;
    refuse(name, 'it is none of the values known', sentence(kind.choices));
    return undefined;
  };

  const url: Settings['url'] = (name) => {
    const { kind, default: fallback, example, secret: secrecy } = findVariable(name);
    if (kind.type !== 'url') throw new Error(`${name} is not declared as a URL`);
    const written = optionalText(name) ?? fallback;
    if (written === undefined) return undefined;
    // Cloud SQL's documentation leaves out the host where a socket is named in the query.
    const parsed = URL.parse(secrecy === 'password' ? written.replace(/@(?=[/?]|$)/, '@localhost') : written);
    if (parsed !== null && kind.protocols.includes(parsed.protocol)) return parsed;
    const protocols = sentence(kind.protocols.map((protocol) => `${protocol}//`));
    refuse(
      name,
      parsed === null ? 'it is not a URL' : `it begins with ${parsed.protocol}`,
      `a URL that begins with ${protocols}, such as ${example ?? fallback}` +
        (parsed === null && /:\/\/[^/]*[#/?%@].*@/.test(written)
          ? '; in a user name or password, write @ as %40, / as %2F, # as %23, ? as %3F and % as %25'
          : ''),
    );
    return undefined;
  };

  /** Trimming a secret in silence would make it differ from the same one elsewhere. */
  const exactText = (name: VariableName): string | undefined => {
    const value = find(name)?.value;
    if (value === undefined || value === value.trim()) return value;
    refuse(name, 'it begins or ends with white space', 'the value alone, without a space or line break around it');
    return undefined;
  };

  const secret: Settings['secret'] = (name, remedy = 'your own, or unset') => {
    const value = exactText(name);
    if (value === undefined) return undefined;
    const published = howPublished(value);
    if (published === null) return new Secret(value);
    if (strict) refuse(name, published, remedy);
    else warn(name, `${published}; it is treated as unset`, remedy);
    return undefined;
  };

  const password: Settings['password'] = (name) => {
    const value = exactText(name);
    const published = value === undefined ? null : howPublished(value);
    if (published === null || !strict) return value;
    refuse(name, published, 'a password that nobody else knows, set in that server too');
    return undefined;
  };

  return {
    strict,
    problems,
    warnings,
    find,
    refuse,
    warn,
    text: (name) => optionalText(name) ?? findVariable(name).default ?? '',
    optionalText,
    wholeNumber,
    choice,
    url,
    list: (name) =>
      optionalText(name)
        ?.split(/[\s,]+/)
        .filter((part) => part !== '') ?? [],
    secret,
    password,
  };
};
