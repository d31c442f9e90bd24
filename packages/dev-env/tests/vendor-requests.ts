import type { FakeVendors, VendorName } from '../src/fake-vendors/fake-vendors.ts';
import { type RawResponse, sendRaw } from './raw-http.ts';

/** Asks a vendor for a streamed reply and reads the body as it came, also when it breaks off. */
export function askVendor(
  vendors: FakeVendors,
  name: VendorName,
  fields: Readonly<Record<string, unknown>> = {},
  model = 'some-model',
  key = 'some-key',
): Promise<RawResponse> {
  const { path, headers, body } = vendorRequest(vendors, name, { fields, model, key });
  return sendRaw(vendors.url, { method: 'POST', path, headers, body });
}

/** The same request as bytes for a socket, without keep-alive. */
export function vendorRequestBytes(vendors: FakeVendors, name: VendorName): string {
  const { path, headers, body } = vendorRequest(vendors, name, { fields: {}, model: 'some-model', key: 'some-key' });
  const lines = Object.entries({ host: 'vendors', connection: 'close', ...headers }).map((pair) => pair.join(': '));
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

interface VendorRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function vendorRequest(
  vendors: FakeVendors,
  name: VendorName,
  asked: { readonly fields: Readonly<Record<string, unknown>>; readonly model: string; readonly key: string },
): VendorRequest {
  const { fields, model, key } = asked;
  const base = new URL(vendors.baseUrls[name]).pathname;
  const isGoogle = name === 'google';
  const body = JSON.stringify(
    isGoogle
      ? { contents: [{ role: 'user', parts: [{ text: 'How do I rinse?' }] }], ...fields }
      : { model, stream: true, messages: [{ role: 'user', content: 'How do I rinse?' }], ...fields },
  );
  return {
    path: `${base}${isGoogle ? `/models/${model}:streamGenerateContent?alt=sse` : '/chat/completions'}`,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...(isGoogle ? { 'x-goog-api-key': key } : { authorization: `Bearer ${key}` }),
    },
    body,
  };
}
