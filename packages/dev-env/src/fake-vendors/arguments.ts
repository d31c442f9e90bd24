import { parseArgs } from 'node:util';
import {
  BEHAVIOUR_NUMBERS,
  type Behaviour,
  type BehaviourNumber,
  checkNumber,
  FAULT_NOTATIONS,
  readFaults,
} from './behaviour.ts';
import { CONTROL_HELP, CONTROL_PATH } from './control.ts';
import type { FakeVendorsOptions } from './fake-vendors.ts';

const USUAL_PORT = 9090;

const flagOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const NUMBERS = Object.entries(BEHAVIOUR_NUMBERS).map(([name, field]) => ({
  name: name as BehaviourNumber,
  flag: flagOf(name),
  help: `${field.help} (${field.least}–${field.most})`,
}));

const OTHER_FLAGS: readonly (readonly [flag: string, help: string])[] = [
  ['--port N', `port on 127.0.0.1 (${USUAL_PORT}); 0 takes a free one`],
  ['--seed N', 'everything made up or left to chance follows from it (1)'],
  ['--text WORDS', 'the words of every reply; else they are made up'],
  ['--echo', 'replies repeat what the person said'],
  ['--fault FAULT', 'what goes wrong; again for another, of which chance takes one; a+b is both at once'],
  ['--cases FILE', 'recorded responses, a JSON object a line: id, provider, stream, status, headers, body, framing'],
  ['--case ID', "one of them for every request to its vendor; again for another vendor's"],
  ['--cycle', 'each vendor plays all of its own, one after the other'],
  ['--help', 'this'],
];

/** What `--help` prints. */
export function helpText(): string {
  const flags = [...OTHER_FLAGS, ...NUMBERS.map(({ flag, help }) => [`--${flag} N`, help] as const)];
  const rows = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([name, help]) => `  ${name.padEnd(26)}${help}`).join('\n');
  return `Plays Gemini, xAI, Groq, OpenAI and compatible services on one port of this machine.

npm run dev:vendors -- [options]

${rows(flags)}

Faults:
${rows(Object.values(FAULT_NOTATIONS).map(({ example, help }) => [example, help] as const))}

A key that begins with "wrong-" is refused, a model whose name begins with "unknown-" is not found.

While it runs, with curl -X POST <address>${CONTROL_PATH}<name> -d '<body>':
${CONTROL_HELP.map(([name, body, help]) => `  ${name.padEnd(8)}${body}\n          ${help}`).join('\n')}
A behaviour has the fields ${NUMBERS.map(({ name }) => name).join(', ')},
text, echo, finish (stop, length, filter), answeredBy, fault, body (of a status), among (faults for failShare).
`;
}

/**
 * Reads the command line.
 *
 * @returns null when help was asked for.
 * @throws RangeError with a sentence about the argument that is wrong.
 */
export function readArguments(argv: readonly string[]): FakeVendorsOptions | null {
  const values = parsed(argv);
  if (values.help === true) return null;
  const casesFile = textOf(values.cases);
  const caseIds = textsOf(values.case);
  const cycles = values.cycle === true;
  if (casesFile === undefined && (caseIds.length > 0 || cycles))
    throw new RangeError(`--${cycles ? 'cycle' : 'case'} needs recorded responses: name their file with --cases.`);
  return {
    port: wholeNumber('--port', textOf(values.port) ?? String(USUAL_PORT), 65_535),
    seed: wholeNumber('--seed', textOf(values.seed) ?? '1', 2 ** 31),
    behaviour: behaviourOf(values),
    ...(casesFile !== undefined && { casesFile }),
    caseIds,
    cycles,
  };
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

function parsed(argv: readonly string[]): Values {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const yes = { type: 'boolean' } as const;
  const numbers = Object.fromEntries(NUMBERS.map(({ flag }) => [flag, text]));
  const options = { port: text, seed: text, text, echo: yes, fault: texts, cases: text, case: texts, cycle: yes };
  try {
    return parseArgs({ args: [...argv], options: { ...options, ...numbers, help: { ...yes, short: 'h' } } }).values;
  } catch (error) {
    // Node's own sentence names the argument; what follows it is about positional arguments, of which there are none.
    const [sentence = ''] = (error instanceof Error ? error.message : '').split(/\. |\n/);
    throw new RangeError(`${sentence.replace(/\.$/, '')}. See --help.`, { cause: error });
  }
}

function behaviourOf(values: Values): Behaviour {
  const numbers = NUMBERS.flatMap(({ name, flag }) => {
    const text = textOf(values[flag]);
    if (text === undefined) return [];
    return [[name, checkNumber(name, text.trim() === '' ? text : numberOrText(text), `--${flag}`)] as const];
  });
  const faults = textsOf(values.fault).map(readFaults);
  const behaviour: Behaviour = { ...Object.fromEntries(numbers), echo: values.echo === true };
  const text = textOf(values.text);
  const worded = text === undefined ? behaviour : { ...behaviour, text };
  const [only] = faults;
  if (only === undefined) return worded;
  if (faults.length === 1 && behaviour.failShare === undefined) return { ...worded, fault: only };
  return { ...worded, among: faults, failShare: behaviour.failShare ?? 1 };
}

const numberOrText = (text: string): number | string => (Number.isNaN(Number(text)) ? text : Number(text));

function wholeNumber(flag: string, text: string, most: number): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= most) return Number(text);
  throw new RangeError(`${flag} is "${text}", but takes a whole number from 0 to ${most}.`);
}

const textOf = (value: Values[string]): string | undefined => (typeof value === 'string' ? value : undefined);

const textsOf = (value: Values[string]): readonly string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
