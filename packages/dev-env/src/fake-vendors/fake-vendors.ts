import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerOf, wholeAnswer } from './answer.ts';
import type { Behaviour, Fault } from './behaviour.ts';
import { compatible, groq, openAi, xai } from './chat-vendors.ts';
import { answerControl, CONTROL_PATH } from './control.ts';
import { gemini } from './gemini.ts';
import { listen, readBody } from './listening.ts';
import { CaseShelf, readCases } from './recorded-cases.ts';
import { Scripts } from './scripts.ts';
import { transmit } from './transmission.ts';
import { type Call, isObject, type JsonObject, type Vendor, type VendorError, type VendorName } from './vendor.ts';

export type { Behaviour, Fault } from './behaviour.ts';
export type { VendorName } from './vendor.ts';

export interface FakeVendorsOptions {
  /** Port on 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** Everything made up or left to chance follows from it. */
  readonly seed?: number;
  /** How everyone behaves where no script says otherwise. */
  readonly behaviour?: Behaviour;
  /** File of recorded responses, a JSON object a line. */
  readonly casesFile?: string;
  /** Recorded responses that answer every request to their vendor. */
  readonly caseIds?: readonly string[];
  /** Whether every vendor plays all its recorded responses, one after the other. */
  readonly cycles?: boolean;
  /** How many of the latest requests are remembered. */
  readonly requestsKept?: number;
  /** Called when an exchange has ended. */
  readonly onEnd?: (request: ReceivedRequest) => void;
}

/** A request for a reply, and what became of it. */
export interface ReceivedRequest {
  readonly vendor: VendorName;
  readonly model: string;
  readonly streams: boolean;
  /** The parsed body. */
  readonly body: JsonObject;
  /** The recorded response that answers; null for a made-up one. */
  readonly caseId: string | null;
  readonly faults: readonly Fault[];
  /** Status that was sent; null until the exchange has ended, and when it ended before its headers. */
  readonly status: number | null;
  /** `hung-up`: the client left first, or the server closed; `cut`: a fault ended it. */
  readonly outcome: 'open' | 'complete' | 'hung-up' | 'cut';
  /** Resolves when the exchange has ended, whichever way. */
  readonly ended: Promise<void>;
}

export interface FakeVendors extends AsyncDisposable {
  readonly url: string;
  /** What a vendor's client takes as its base URL. */
  readonly baseUrls: Readonly<Record<VendorName, string>>;
  /** The requests for replies, oldest first; those with a refused key or an unknown model too. */
  readonly requests: readonly ReceivedRequest[];
  /**
   * @param target a vendor, a model, or `vendor/model`; the narrower one wins field by field.
   * @param behaviour a list is for the first request from now on, the second, and so on; its last one stays.
   */
  script(target: string, behaviour: Behaviour | readonly Behaviour[]): void;
  /** Drops all scripts; what the server began with holds again. */
  clearScripts(): void;
  /** How many requests a vendor, a model, or `vendor/model` has had. */
  calls(target: string): number;
  /** Resolves when a target has had this many requests. */
  called(target: string, count?: number): Promise<void>;
  /** A recorded response for every request to its vendor from now on. @throws RangeError when there is none such. */
  playCase(id: string, vendor?: VendorName): void;
  /** The vendor makes up its replies again, or goes on with its cycle. */
  releaseCase(vendor: VendorName): void;
  /** Closes the listener and every connection: new ones are refused, for so many milliseconds when given. */
  refuseConnections(forMs?: number): Promise<void>;
  /** Listens on the same port again. */
  acceptConnections(): Promise<void>;
}

type Exchange = { -readonly [Field in keyof ReceivedRequest]: ReceivedRequest[Field] };

const VENDORS: readonly Vendor[] = [gemini, xai, groq, openAi, compatible];
const REQUESTS_KEPT = 10_000;

const NOBODY: VendorError = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: `No vendor is played here. There are: ${VENDORS.map(({ path }) => path).join(', ')}.\n`,
};

/**
 * Starts a server that speaks the wire formats of Gemini, xAI, Groq, OpenAI and services like it, and behaves as badly
 * as its script says. A key that begins with `wrong-` is refused, a model whose name begins with `unknown-` is not
 * found; both in the vendor's way.
 *
 * @throws RangeError when recorded responses can't be read or chosen; the system's error when the port is taken.
 */
export async function startFakeVendors(options: FakeVendorsOptions = {}): Promise<FakeVendors> {
  const vendors = new FakeVendorServer(options);
  await vendors.acceptConnections();
  return vendors;
}

class FakeVendorServer implements FakeVendors {
  readonly #options: FakeVendorsOptions;
  readonly #server: Server;
  readonly #scripts: Scripts;
  readonly #cases: CaseShelf;
  readonly #open = new Set<AbortController>();
  readonly #waiting = new Set<() => void>();
  readonly #requests: Exchange[] = [];
  readonly #seed: number;
  #port: number;
  #refusing: NodeJS.Timeout | undefined;

  constructor(options: FakeVendorsOptions) {
    this.#options = options;
    this.#seed = options.seed ?? 1;
    this.#port = options.port ?? 0;
    this.#scripts = new Scripts(options.behaviour ?? {}, this.#seed);
    const cases = options.casesFile === undefined ? [] : readCases(options.casesFile);
    this.#cases = new CaseShelf(cases, options.cycles ?? false);
    for (const id of options.caseIds ?? []) this.#cases.choose(id);
    this.#server = createServer((request, response) => {
      void this.#serve(request, response);
    });
    // Hanging is part of the play.
    this.#server.requestTimeout = 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get baseUrls(): Readonly<Record<VendorName, string>> {
    return {
      google: `${this.url}${gemini.path}`,
      xai: `${this.url}${xai.path}`,
      groq: `${this.url}${groq.path}`,
      openai: `${this.url}${openAi.path}`,
      compatible: `${this.url}${compatible.path}`,
    };
  }

  get requests(): readonly ReceivedRequest[] {
    return this.#requests;
  }

  script(target: string, behaviour: Behaviour | readonly Behaviour[]): void {
    this.#scripts.set(target, isList(behaviour) ? behaviour : [behaviour]);
  }

  clearScripts(): void {
    this.#scripts.clear();
  }

  calls(target: string): number {
    return this.#scripts.calls(target);
  }

  async called(target: string, count = 1): Promise<void> {
    while (this.calls(target) < count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      await promise;
    }
  }

  playCase(id: string, vendor?: VendorName): void {
    this.#cases.choose(id, vendor);
  }

  releaseCase(vendor: VendorName): void {
    this.#cases.release(vendor);
  }

  async acceptConnections(): Promise<void> {
    clearTimeout(this.#refusing);
    if (!this.#server.listening) this.#port = await listen(this.#server, this.#port);
  }

  async refuseConnections(forMs?: number): Promise<void> {
    clearTimeout(this.#refusing);
    if (forMs !== undefined) this.#refusing = setTimeout(() => void this.acceptConnections(), forMs);
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const exchange of this.#open) exchange.abort();
    this.#server.closeAllConnections();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.refuseConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const abort = new AbortController();
    this.#open.add(abort);
    response.on('close', () => abort.abort());
    try {
      await this.#answer(request, response, abort.signal);
    } catch (error) {
      // When the client left or the server closes, nobody is there to be told.
      if (!abort.signal.aborted) response.destroy(error instanceof Error ? error : undefined);
    } finally {
      this.#open.delete(abort);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const { method = '' } = request;
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const text = await readBody(request);
    if (pathname.startsWith(CONTROL_PATH)) {
      answerControl(this, { method, path: pathname, body: text }, response);
      return;
    }
    const sendNow = (refusal: VendorError) => transmit(response, wholeAnswer(refusal), {}, [], signal);
    const vendor = VENDORS.find(({ path }) => pathname.startsWith(`${path}/`));
    if (vendor === undefined) {
      await sendNow(NOBODY);
      return;
    }
    const path = decodeURI(pathname.slice(vendor.path.length));
    const key = vendor.keyOf(request.headers, searchParams);
    // A server of one's own, as `compatible` may be, often wants no key.
    const isRefused = key === '' ? vendor.name !== 'compatible' : key.startsWith('wrong-');
    const keyRefusal = isRefused ? vendor.refuseKey(key) : null;
    if (method === 'GET' && path === '/models') {
      const list = { status: 200, headers: { 'content-type': 'application/json' }, body: vendor.listModels() };
      await sendNow(keyRefusal ?? list);
      return;
    }
    const body = method === 'POST' ? objectOf(text) : {};
    const call = method === 'POST' && body !== null ? vendor.readCall(path, body) : null;
    if (body === null || call === null) {
      await sendNow(vendor.fail(body === null ? 400 : 404, ''));
      return;
    }
    const refusal = keyRefusal ?? (call.model.startsWith('unknown-') ? vendor.refuseModel(call.model) : null);
    await this.#reply(vendor, call, body, refusal, response, signal);
  }

  async #reply(
    vendor: Vendor,
    call: Call,
    body: JsonObject,
    refusal: VendorError | null,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> {
    const { model, streams } = call;
    const scene = this.#scripts.next(vendor.name, model);
    const recorded = refusal === null ? this.#cases.next(vendor.name) : null;
    const answer =
      refusal === null
        ? answerOf({ vendor, call, request: body, recorded, seed: this.#seed, ...scene })
        : wholeAnswer(refusal);
    const faults = refusal === null ? scene.faults : [];
    const { exchange, end } = this.#note({ vendor: vendor.name, model, streams, body, faults, caseId: answer.caseId });
    try {
      const isWhole = await transmit(response, answer, scene.behaviour, faults, signal);
      exchange.outcome = isWhole ? 'complete' : 'cut';
    } catch (error) {
      exchange.outcome = 'hung-up';
      throw error;
    } finally {
      exchange.status = response.headersSent ? response.statusCode : null;
      end();
      this.#options.onEnd?.(exchange);
    }
  }

  /** Remembers a request from its arrival on. */
  #note(request: Pick<ReceivedRequest, 'vendor' | 'model' | 'streams' | 'body' | 'faults' | 'caseId'>): {
    readonly exchange: Exchange;
    readonly end: () => void;
  } {
    const { promise, resolve } = Promise.withResolvers<void>();
    const exchange: Exchange = { ...request, status: null, outcome: 'open', ended: promise };
    this.#requests.push(exchange);
    if (this.#requests.length > (this.#options.requestsKept ?? REQUESTS_KEPT)) this.#requests.shift();
    for (const arrived of this.#waiting) arrived();
    this.#waiting.clear();
    return { exchange, end: resolve };
  }
}

function isList(behaviour: Behaviour | readonly Behaviour[]): behaviour is readonly Behaviour[] {
  return Array.isArray(behaviour);
}

function objectOf(text: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}
