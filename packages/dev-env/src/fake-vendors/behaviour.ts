import { isObject, type JsonObject } from './vendor.ts';

/** What goes wrong. The last four change how a body travels and combine with any other. */
export type Fault =
  /** This status with the vendor's own body for it, or the given one. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang-before-headers' }
  /** Says nothing more after so many tokens, and keeps the connection open. */
  | { readonly kind: 'hang'; readonly afterTokens: number }
  /** Closes the connection without an answer. */
  | { readonly kind: 'reset' }
  /** A page of the network in front of the vendor. */
  | { readonly kind: 'html'; readonly status: 200 | 502 }
  /** The body ends inside its JSON, the response ends properly. */
  | { readonly kind: 'truncated-json' }
  /** Status 200 and no body. */
  | { readonly kind: 'empty' }
  /** The stream ends properly, but without a finish reason; after so many tokens when given. */
  | { readonly kind: 'no-finish'; readonly afterTokens?: number }
  /** Status 200, then an error in the vendor's way, after as many tokens as that vendor was seen to send. */
  | { readonly kind: 'error-in-stream'; readonly afterTokens?: number }
  /** The connection is closed after so many bytes of body. */
  | { readonly kind: 'cut'; readonly atByte: number }
  /** One byte at a time with this pause between them. */
  | { readonly kind: 'drip'; readonly delayMs: number }
  /** Every byte in a write of its own, without a pause. */
  | { readonly kind: 'bytewise' }
  /** Every line ends with CRLF. */
  | { readonly kind: 'crlf' };

/** How a vendor or a model behaves. Fields left out are those of the vendor, then those the server began with. */
export interface Behaviour {
  /** Milliseconds before the headers. */
  readonly latencyMs?: number;
  /** Milliseconds between the headers and the first token. */
  readonly firstTokenMs?: number;
  /** Pace of the tokens after the first; 0 sends all at once. */
  readonly tokensPerSecond?: number;
  /** Length of a reply in visible tokens; fewer when the request asks for fewer. */
  readonly tokens?: number;
  /** Tokens of thought that are counted beside the visible ones. */
  readonly thoughtTokens?: number;
  /** How many of the prompt's tokens the vendor says it had in its cache; at most the prompt. */
  readonly cachedTokens?: number;
  /** The reply's words; else they follow from the seed, the model and the number of the call. */
  readonly text?: string;
  /** The reply is what the person said last. */
  readonly echo?: boolean;
  /** Why a reply ends. */
  readonly finish?: 'stop' | 'length' | 'filter';
  /** The model that says it answered: vendors reroute retired names. */
  readonly answeredBy?: string;
  /** What goes wrong every time; several at once when it is a list. */
  readonly fault?: Fault | readonly Fault[];
  /** From 0 to 1: the share of requests that meet one of `among`. The seed decides which. */
  readonly failShare?: number;
  /** What may go wrong by chance; by default a mixture of what vendors are known for. */
  readonly among?: readonly (Fault | readonly Fault[])[];
}

interface NumberField {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly help: string;
}

const TEN_MINUTES_MS = 600_000;
const LONGEST_REPLY = 100_000;

/** The numbers of a behaviour, with what the command line and the control door accept. */
export const BEHAVIOUR_NUMBERS = {
  latencyMs: { least: 0, most: TEN_MINUTES_MS, isWhole: true, help: 'milliseconds before the headers' },
  firstTokenMs: { least: 0, most: TEN_MINUTES_MS, isWhole: true, help: 'milliseconds from headers to first token' },
  tokensPerSecond: { least: 0, most: LONGEST_REPLY, isWhole: false, help: 'pace of the tokens; 0 = all at once' },
  tokens: { least: 0, most: LONGEST_REPLY, isWhole: true, help: 'visible tokens of a reply' },
  thoughtTokens: { least: 0, most: LONGEST_REPLY, isWhole: true, help: 'tokens of thought that are counted' },
  cachedTokens: { least: 0, most: LONGEST_REPLY, isWhole: true, help: 'tokens of the prompt that were cached' },
  failShare: { least: 0, most: 1, isWhole: false, help: 'share of requests that fail by chance' },
} as const satisfies Record<string, NumberField>;

export type BehaviourNumber = keyof typeof BEHAVIOUR_NUMBERS;

/** @throws RangeError that names the field, the value and what is allowed. */
export function checkNumber(name: BehaviourNumber, value: unknown, calledBy: string = name): number {
  const { least, most, isWhole } = BEHAVIOUR_NUMBERS[name];
  if (typeof value === 'number' && value >= least && value <= most && (!isWhole || Number.isInteger(value)))
    return value;
  throw new RangeError(
    `${calledBy} is ${JSON.stringify(value)}, but takes ${isWhole ? 'a whole number' : 'a number'} from ${least} to ${most}.`,
  );
}

interface FaultNotation {
  readonly example: string;
  readonly help: string;
  /** @returns null when the value is none of its kind. */
  read(value: number | null): Fault | null;
}

const isCount = (value: number | null): value is number => value !== null && Number.isInteger(value) && value >= 0;
const plain = (fault: Fault) => (value: number | null) => (value === null ? fault : null);

/** Faults as the command line and the control door write them: `name` or `name:number`. */
export const FAULT_NOTATIONS: Readonly<Record<string, FaultNotation>> = {
  status: {
    example: 'status:503',
    help: "this HTTP status with the vendor's own body for it",
    read: (value) => (isCount(value) && value >= 200 && value <= 599 ? { kind: 'status', status: value } : null),
  },
  'hang-before-headers': {
    example: 'hang-before-headers',
    help: 'never answers',
    read: plain({ kind: 'hang-before-headers' }),
  },
  hang: {
    example: 'hang:5',
    help: 'silent after 5 tokens, connection open',
    read: (value) => (isCount(value) ? { kind: 'hang', afterTokens: value } : null),
  },
  reset: { example: 'reset', help: 'closes the connection without an answer', read: plain({ kind: 'reset' }) },
  html: {
    example: 'html:502',
    help: 'a page of the network in front, with status 502 or 200',
    read: (value) => (value === 200 || value === 502 ? { kind: 'html', status: value } : null),
  },
  'truncated-json': {
    example: 'truncated-json',
    help: 'the body ends inside its JSON',
    read: plain({ kind: 'truncated-json' }),
  },
  empty: { example: 'empty', help: 'status 200, no body', read: plain({ kind: 'empty' }) },
  'no-finish': {
    example: 'no-finish:3',
    help: 'ends without a finish reason, here after 3 tokens',
    read: (value) =>
      value === null ? { kind: 'no-finish' } : isCount(value) ? { kind: 'no-finish', afterTokens: value } : null,
  },
  'error-in-stream': {
    example: 'error-in-stream:2',
    help: "an error inside a 200, in the vendor's way, here after 2 tokens",
    read: (value) =>
      value === null
        ? { kind: 'error-in-stream' }
        : isCount(value)
          ? { kind: 'error-in-stream', afterTokens: value }
          : null,
  },
  cut: {
    example: 'cut:120',
    help: 'the connection closes after 120 bytes of body',
    read: (value) => (isCount(value) ? { kind: 'cut', atByte: value } : null),
  },
  drip: {
    example: 'drip:20',
    help: 'a byte every 20 ms',
    read: (value) => (isCount(value) && value <= TEN_MINUTES_MS ? { kind: 'drip', delayMs: value } : null),
  },
  bytewise: { example: 'bytewise', help: 'every byte a write of its own', read: plain({ kind: 'bytewise' }) },
  crlf: { example: 'crlf', help: 'lines end with CRLF', read: plain({ kind: 'crlf' }) },
};

/**
 * Reads `status:503`, or several at once as in `crlf+bytewise+cut:120`.
 *
 * @throws RangeError that names the fault and gives an example.
 */
export function readFaults(notation: string): readonly Fault[] {
  return notation.split('+').map((part) => {
    const [name = '', value, ...rest] = part.split(':');
    const known = Object.hasOwn(FAULT_NOTATIONS, name) ? FAULT_NOTATIONS[name] : undefined;
    if (known === undefined)
      throw new RangeError(`There is no fault "${name}". There are: ${Object.keys(FAULT_NOTATIONS).join(', ')}.`);
    const number = value === undefined ? null : /^\d+$/.test(value) ? Number(value) : Number.NaN;
    const fault = rest.length === 0 ? known.read(number) : null;
    if (fault === null)
      throw new RangeError(`The fault "${part}" is not understood. Write it like "${known.example}".`);
    return fault;
  });
}

const FINISHES: readonly string[] = ['stop', 'length', 'filter'] satisfies Behaviour['finish'][];
const isFinish = (value: unknown): value is NonNullable<Behaviour['finish']> =>
  typeof value === 'string' && FINISHES.includes(value);

type FieldReader = (value: unknown, body: JsonObject) => Behaviour;

const FIELD_READERS: Readonly<Record<string, FieldReader>> = {
  ...Object.fromEntries(
    (Object.keys(BEHAVIOUR_NUMBERS) as BehaviourNumber[]).map((name): [string, FieldReader] => [
      name,
      (value) => ({ [name]: checkNumber(name, value) }),
    ]),
  ),
  text: (value) => ({ text: readText('text', value) }),
  answeredBy: (value) => ({ answeredBy: readText('answeredBy', value) }),
  body: () => ({}),
  echo: (value) => {
    if (typeof value !== 'boolean') throw new RangeError('echo takes true or false.');
    return { echo: value };
  },
  finish: (value) => {
    if (!isFinish(value)) throw new RangeError(`finish takes one of ${FINISHES.join(', ')}.`);
    return { finish: value };
  },
  fault: (value, { body }) => {
    const faults = readFaults(readText('fault', value));
    if (body === undefined) return { fault: faults };
    const text = readText('body', body);
    return { fault: faults.map((fault) => (fault.kind === 'status' ? { ...fault, body: text } : fault)) };
  },
  among: (value) => {
    if (!Array.isArray(value)) throw new RangeError('among takes a list of faults, such as ["status:503", "empty"].');
    return { among: value.map((fault) => readFaults(readText('among', fault))) };
  },
};

/**
 * A behaviour that came as JSON: the fields of `Behaviour` with faults in the notation of `readFaults`, and `body` as
 * the body of a `status` fault.
 *
 * @throws RangeError that names the field and what it takes.
 */
export function readBehaviour(json: unknown): Behaviour {
  if (!isObject(json)) throw new RangeError('A behaviour is an object, such as {"tokens": 40, "fault": "status:503"}.');
  const fields = Object.entries(json).map(([name, value]) => {
    const read = Object.hasOwn(FIELD_READERS, name) ? FIELD_READERS[name] : undefined;
    if (read !== undefined) return read(value, json);
    throw new RangeError(
      `A behaviour has no field "${name}". It has: ${Object.keys(FIELD_READERS).sort().join(', ')}.`,
    );
  });
  return Object.assign({}, ...fields);
}

function readText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new RangeError(`${name} takes text, but is ${JSON.stringify(value)}.`);
}
