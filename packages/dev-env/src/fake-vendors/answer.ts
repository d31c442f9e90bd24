import type { Behaviour, Fault } from './behaviour.ts';
import type { RecordedCase } from './recorded-cases.ts';
import { seededDigits, seededTokens, tokensOf } from './seeded.ts';
import type { Call, Ending, JsonObject, Piece, Reply, Vendor, VendorError } from './vendor.ts';

/** What goes over the wire, before it is known how it travels. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly pieces: readonly Piece[];
  /** Whether the pieces leave one by one; else they are one body of known length. */
  readonly streams: boolean;
  /** Visible tokens a model would have taken time for. */
  readonly tokenCount: number;
  /** `silent`: the connection stays open and nothing more comes. */
  readonly end: 'closed' | 'silent';
  /** The recorded response this is; null for another. */
  readonly caseId: string | null;
}

export interface Question {
  readonly vendor: Vendor;
  readonly call: Call;
  readonly request: JsonObject;
  readonly behaviour: Behaviour;
  readonly faults: readonly Fault[];
  readonly recorded: RecordedCase | null;
  readonly seed: number;
  /** Which request for this model this is, from 1. */
  readonly callNumber: number;
}

const DEFAULT_TOKENS = 24;
/** 1 October 2025; each call is a second later. */
const FIRST_CREATED = 1_759_276_800;
/** Near enough for English: https://platform.openai.com/tokenizer */
const CHARACTERS_PER_TOKEN = 4;

/** What the vendor says to this request, as scripted, recorded or made up. */
export function answerOf(question: Question): Answer {
  const { vendor, call, faults, recorded } = question;
  const status = faultOf(faults, 'status');
  if (status !== undefined) {
    const { headers, body } = vendor.fail(status.status, call.model);
    return wholeAnswer({
      status: status.status,
      headers: { ...headers, ...status.headers },
      body: status.body ?? body,
    });
  }
  const html = faultOf(faults, 'html');
  if (html !== undefined) return wholeAnswer(networkPage(html.status));
  const answer = recorded === null ? modelAnswer(question) : recordedAnswer(recorded);
  if (faultOf(faults, 'empty') !== undefined) return { ...answer, status: 200, pieces: [] };
  if (faultOf(faults, 'truncated-json') !== undefined) return { ...answer, pieces: truncated(answer.pieces) };
  const hang = faultOf(faults, 'hang');
  if (hang !== undefined) return { ...answer, pieces: upToToken(answer.pieces, hang.afterTokens), end: 'silent' };
  return answer;
}

/** A body of known length. */
export function wholeAnswer({ status, headers, body }: VendorError): Answer {
  return {
    status,
    headers,
    pieces: [{ text: body, isToken: false }],
    streams: false,
    tokenCount: 0,
    end: 'closed',
    caseId: null,
  };
}

export function faultOf<Kind extends Fault['kind']>(
  faults: readonly Fault[],
  kind: Kind,
): Extract<Fault, { kind: Kind }> | undefined {
  return faults.find((fault): fault is Extract<Fault, { kind: Kind }> => fault.kind === kind);
}

function modelAnswer(question: Question): Answer {
  const { dialect, streams } = question.call;
  const reply = replyTo(question);
  const pieces = streams ? dialect.pieces(reply) : [{ text: dialect.whole(reply), isToken: false }];
  const headers = streams
    ? { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' }
    : { 'content-type': 'application/json' };
  return { status: 200, headers, pieces, streams, tokenCount: reply.tokens.length, end: 'closed', caseId: null };
}

function replyTo({ vendor, call, request, behaviour, faults, seed, callNumber }: Question): Reply {
  const names = [seed, vendor.name, call.model, callNumber];
  const said = behaviour.text ?? (behaviour.echo === true ? call.question : undefined);
  const all = said === undefined ? seededTokens(behaviour.tokens ?? DEFAULT_TOKENS, ...names) : tokensOf(said);
  const isCut = call.tokensMax !== null && all.length > call.tokensMax;
  const allowed = isCut ? all.slice(0, call.tokensMax ?? undefined) : all;
  const { ending, tokens } = endOf(faults, vendor, allowed, isCut ? 'length' : (behaviour.finish ?? 'stop'));
  const promptTokens = Math.max(1, Math.ceil((JSON.stringify(call.prompt) ?? '').length / CHARACTERS_PER_TOKEN));
  return {
    id: seededDigits(...names, 'id').slice(0, 32),
    model: behaviour.answeredBy ?? call.model,
    created: FIRST_CREATED + callNumber,
    tokens,
    thoughtTokens: behaviour.thoughtTokens ?? 0,
    promptTokens,
    cachedTokens: Math.min(promptTokens, behaviour.cachedTokens ?? 0),
    ending,
    request,
  };
}

function endOf(
  faults: readonly Fault[],
  vendor: Vendor,
  tokens: readonly string[],
  ending: Ending,
): { readonly ending: Ending; readonly tokens: readonly string[] } {
  const error = faultOf(faults, 'error-in-stream');
  if (error !== undefined)
    return { ending: 'error', tokens: tokens.slice(0, error.afterTokens ?? vendor.tokensBeforeError) };
  const noFinish = faultOf(faults, 'no-finish');
  if (noFinish !== undefined) return { ending: 'none', tokens: tokens.slice(0, noFinish.afterTokens) };
  return { ending, tokens };
}

/** An event of a recording counts as a token, so that it leaves at the scripted pace. */
function recordedAnswer({ id, status, headers, body, stream }: RecordedCase): Answer {
  const texts = stream ? body.split(/(?<=\r?\n\r?\n)/) : [body];
  const pieces = texts.map((text) => ({ text, isToken: stream }));
  return { status, headers, pieces, streams: stream, tokenCount: 0, end: 'closed', caseId: id };
}

/** The body up to the middle of its last event that holds an object. */
function truncated(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.findLastIndex(({ text }) => text.includes('{'));
  return pieces.slice(0, last + 1).map((piece, index) => {
    if (index !== last) return piece;
    const start = piece.text.indexOf('{');
    return { ...piece, text: piece.text.slice(0, start + Math.ceil((piece.text.lastIndexOf('}') - start) / 2)) };
  });
}

function upToToken(pieces: readonly Piece[], count: number): readonly Piece[] {
  let tokens = 0;
  const end = pieces.findIndex(({ isToken }) => isToken && ++tokens > count);
  return end === -1 ? pieces : pieces.slice(0, end);
}

function networkPage(status: 200 | 502): VendorError {
  const title = status === 502 ? '502: Bad gateway' : 'Just a moment';
  const body = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1><p>The network in front of the service answers in its place.</p></body>
</html>
`;
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cdn' }, body };
}
