import { readFileSync } from 'node:fs';
import { isObject, type JsonObject, textIn, VENDOR_NAMES, type VendorName } from './vendor.ts';

/** A response as it was recorded from a vendor, ready to be sent. */
export interface RecordedCase {
  readonly id: string;
  readonly vendor: VendorName;
  readonly stream: boolean;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Recordings name services; some of them speak the format of another. */
const VENDOR_OF_PROVIDER: Readonly<Record<string, VendorName>> = {
  ...Object.fromEntries(VENDOR_NAMES.map((name) => [name, name])),
  gemini: 'google',
  vertex: 'google',
  openrouter: 'compatible',
};

/** They describe the recorded transport, which is not the one the body now takes. */
const TRANSPORT_HEADERS = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection']);

/**
 * Reads recorded responses, one JSON object a line, with `id`, `provider`, `stream`, `status`, `headers`, `body` and
 * `framing`; `sse-stripped` bodies get their `data:` back.
 *
 * @throws RangeError that names the file and the line.
 */
export function readCases(file: string): readonly RecordedCase[] {
  const cases = contentOf(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readCase(line, `${file}, line ${index + 1}`)]));
  if (cases.length === 0) throw new RangeError(`${file} holds no recorded response.`);
  return cases;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new RangeError(`The recorded responses in ${file} can't be read: name a file that exists.`, { cause });
  }
}

function readCase(line: string, place: string): RecordedCase {
  const json = parsed(line, place);
  const { status, headers } = json;
  const id = textIn(json, 'id');
  const vendor = vendorOf(json);
  if (id === '') throw new RangeError(`${place}: "id" is missing.`);
  if (vendor === undefined)
    throw new RangeError(
      `${place}: "provider" is missing; it may be ${Object.keys(VENDOR_OF_PROVIDER).join(', ')} or any other.`,
    );
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    throw new RangeError(`${place}: "status" is no HTTP status from 200 to 599.`);
  const stream = json.stream === true;
  const isStripped = stream && json.framing === 'sse-stripped';
  return {
    id,
    vendor,
    stream,
    status,
    headers: sendableHeaders(isObject(headers) ? headers : {}),
    body: isStripped ? withFraming(textIn(json, 'body'), vendor) : textIn(json, 'body'),
  };
}

/** Google also has a door that speaks OpenAI's format, which its own adapter does not read; services we don't know speak it too. */
function vendorOf(json: JsonObject): VendorName | undefined {
  const provider = textIn(json, 'provider');
  const vendor = VENDOR_OF_PROVIDER[provider] ?? (provider === '' ? undefined : 'compatible');
  return vendor === 'google' && textIn(json, 'api').includes('/chat/completions') ? 'compatible' : vendor;
}

function parsed(line: string, place: string): JsonObject {
  try {
    // Trimmed, a byte order mark at the file's beginning is gone as well.
    const json: unknown = JSON.parse(line.trim());
    if (isObject(json)) return json;
  } catch {
    // The same sentence as for JSON that is no object.
  }
  throw new RangeError(`${place}: this is no JSON object.`);
}

function sendableHeaders(headers: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      TRANSPORT_HEADERS.has(name.toLowerCase()) ? [] : [[name.toLowerCase(), String(value)]],
    ),
  );
}

function withFraming(body: string, vendor: VendorName): string {
  const lineEnd = vendor === 'google' ? '\r\n' : '\n';
  const events = [...body.split(/\r?\n/).filter((line) => line !== ''), ...(vendor === 'google' ? [] : ['[DONE]'])];
  return events.map((data) => `data: ${data}${lineEnd}${lineEnd}`).join('');
}

/** Chooses which recorded response answers next. */
export class CaseShelf {
  readonly #cases: readonly RecordedCase[];
  readonly #chosen = new Map<VendorName, RecordedCase>();
  readonly #played = new Map<VendorName, number>();
  readonly #cycles: boolean;

  /** @param cycles whether a vendor without a chosen response plays all of its own, one after the other. */
  constructor(cases: readonly RecordedCase[], cycles: boolean) {
    this.#cases = cases;
    this.#cycles = cycles;
  }

  /**
   * From now on every request to the response's vendor gets it.
   *
   * @param vendor must be the response's own when given.
   * @throws RangeError when there is no such response, or it is another vendor's.
   */
  choose(id: string, vendor?: VendorName): void {
    const found = this.#cases.find((recorded) => recorded.id === id);
    if (found === undefined)
      throw new RangeError(`There is no recorded response "${id}" among the ${this.#cases.length} that were read.`);
    if (vendor !== undefined && vendor !== found.vendor)
      throw new RangeError(`The recorded response "${id}" is one of ${found.vendor}, not of ${vendor}.`);
    this.#chosen.set(found.vendor, found);
  }

  /** The vendor answers of its own again, or goes on with its cycle. */
  release(vendor: VendorName): void {
    this.#chosen.delete(vendor);
  }

  next(vendor: VendorName): RecordedCase | null {
    const chosen = this.#chosen.get(vendor);
    if (chosen !== undefined || !this.#cycles) return chosen ?? null;
    const own = this.#cases.filter((recorded) => recorded.vendor === vendor);
    const played = this.#played.get(vendor) ?? 0;
    this.#played.set(vendor, played + 1);
    return own[played % Math.max(1, own.length)] ?? null;
  }
}
