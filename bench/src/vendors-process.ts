import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type {
  Behaviour,
  FakeVendors,
  ReceivedRequest,
  VendorName,
} from '@rapport/dev-env/fake-vendors/fake-vendors.ts';

export interface VendorsRequest {
  readonly seed: number;
  readonly behaviour: Behaviour;
}

/** What the child tells when it is ready. */
export interface VendorsReady {
  readonly baseUrls: FakeVendors['baseUrls'];
}

export type VendorCall = Pick<ReceivedRequest, 'vendor' | 'model' | 'faults' | 'outcome'>;

/** Fake vendors in a process of their own, so that what they cost is not counted. */
export interface VendorsProcess extends VendorsReady {
  /** Every request for a reply so far, oldest first. */
  calls(): Promise<readonly VendorCall[]>;
}

export const fakeKey = (vendor: VendorName): string => `no-ones-key-but-long-as-one-is-${vendor}`;

/** Starts fake vendors, and stops them when what used them is done. */
export async function withVendors<Result>(
  request: VendorsRequest,
  use: (vendors: VendorsProcess) => Promise<Result>,
): Promise<Result> {
  const child = fork(fileURLToPath(new URL('./vendors-child.ts', import.meta.url)), [JSON.stringify(request)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const refuse = (): never => {
    throw new Error('The fake vendors did not start: see their messages above');
  };
  const [ready] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(refuse)])) as [VendorsReady];
  const calls = async () => {
    child.send('requests');
    const [seen] = (await once(child, 'message')) as [readonly VendorCall[]];
    return seen;
  };
  try {
    return await use({ ...ready, calls });
  } finally {
    if (child.exitCode === null) {
      child.send('end');
      await once(child, 'exit');
    }
  }
}
