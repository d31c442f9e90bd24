import type { ServerResponse } from 'node:http';
import { type Behaviour, readBehaviour } from './behaviour.ts';
import { isObject, type JsonObject, textIn, VENDOR_NAMES, type VendorName } from './vendor.ts';

export const CONTROL_PATH = '/_control/';

/** What the control door may do. */
export interface Controlled {
  script(target: string, behaviours: readonly Behaviour[]): void;
  clearScripts(): void;
  playCase(id: string, vendor: VendorName): void;
  releaseCase(vendor: VendorName): void;
  refuseConnections(forMs: number): Promise<void>;
}

const REFUSAL_MAX_MS = 3_600_000;

/** The door's requests, as the help prints them. */
export const CONTROL_HELP: readonly (readonly [path: string, body: string, help: string])[] = [
  [
    'script',
    '{"target": "groq", "behaviour": {"fault": "status:503"}}',
    'target: a vendor, a model or vendor/model; "behaviours": [...] plays one after the other',
  ],
  ['case', '{"vendor": "google", "id": "..."}', 'a recorded response for every request; without id: no more'],
  ['refuse', '{"forMs": 10000}', 'refuses connections for so long'],
  ['reset', '{}', 'drops all scripts and chosen responses'],
];

type Action = (controlled: Controlled, body: JsonObject, response: ServerResponse) => void;

const ACTIONS: Readonly<Record<string, Action>> = {
  script: (controlled, body) => {
    const target = textIn(body, 'target');
    if (target === '') throw new RangeError(`"target" is missing: a vendor (${VENDOR_NAMES.join(', ')}) or a model.`);
    const { behaviour = {}, behaviours = [behaviour] } = body;
    if (!Array.isArray(behaviours) || behaviours.length === 0)
      throw new RangeError('"behaviours" takes a list with at least one behaviour.');
    controlled.script(target, behaviours.map(readBehaviour));
  },
  case: (controlled, body) => {
    const vendor = VENDOR_NAMES.find((name) => name === body.vendor);
    if (vendor === undefined) throw new RangeError(`"vendor" is not one of ${VENDOR_NAMES.join(', ')}.`);
    if (body.id === undefined || body.id === null) controlled.releaseCase(vendor);
    else controlled.playCase(textIn(body, 'id'), vendor);
  },
  refuse: (controlled, { forMs }, response) => {
    if (typeof forMs !== 'number' || !(forMs > 0 && forMs <= REFUSAL_MAX_MS))
      throw new RangeError(`"forMs" takes milliseconds from 1 to ${REFUSAL_MAX_MS}.`);
    // Not before this request has its answer.
    response.on('finish', () => void controlled.refuseConnections(forMs));
  },
  reset: (controlled) => {
    controlled.clearScripts();
    for (const vendor of VENDOR_NAMES) controlled.releaseCase(vendor);
  },
};

interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Answers a request to the control door: 200 when it is done, 4xx with a sentence when it is not. */
export function answerControl(controlled: Controlled, request: ControlRequest, response: ServerResponse): void {
  const { status, sentence } = act(controlled, request, response);
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(`${sentence}\n`);
}

function act(
  controlled: Controlled,
  { method, path, body }: ControlRequest,
  response: ServerResponse,
): { readonly status: number; readonly sentence: string } {
  const name = path.slice(CONTROL_PATH.length);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined)
    return { status: 404, sentence: `There is no "${name}" here. There are: ${Object.keys(ACTIONS).join(', ')}.` };
  if (method !== 'POST') return { status: 405, sentence: 'Ask with POST.' };
  try {
    action(controlled, readObject(body), response);
    return { status: 200, sentence: 'Done.' };
  } catch (error) {
    if (error instanceof RangeError) return { status: 400, sentence: error.message };
    throw error;
  }
}

function readObject(body: string): JsonObject {
  try {
    const json: unknown = JSON.parse(body === '' ? '{}' : body);
    if (isObject(json)) return json;
  } catch {
    // The same sentence as for JSON that is no object.
  }
  throw new RangeError('The body is no JSON object.');
}
