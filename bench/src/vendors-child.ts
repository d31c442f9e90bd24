import { startFakeVendors } from '@rapport/dev-env/fake-vendors/fake-vendors.ts';
import type { VendorsReady, VendorsRequest } from './vendors-process.ts';

/** More than any run asks for: its last request must find its first one remembered. */
const REQUESTS_KEPT = 1_000_000;

const request: VendorsRequest = JSON.parse(process.argv[2] ?? '');
const vendors = await startFakeVendors({ ...request, requestsKept: REQUESTS_KEPT });
const ready: VendorsReady = { baseUrls: vendors.baseUrls };
process.send?.(ready);
process.on('message', async (message) => {
  if (message === 'requests') {
    process.send?.(vendors.requests.map(({ vendor, model, faults, outcome }) => ({ vendor, model, faults, outcome })));
  } else {
    await vendors[Symbol.asyncDispose]();
    process.exit(0);
  }
});
