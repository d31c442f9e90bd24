import { measureChainInProcess } from './chain-in-process.ts';
import { measureChainOverHttp } from './chain-over-http.ts';
import { measureTokens } from './chain-tokens.ts';
import { describeMachine } from './machine.ts';

/** What the chain adds to a vendor that takes 0 ms, beside the same model asked without it, in the same run. */
export async function measureChain(): Promise<void> {
  console.log('Medians of alternating batches; CPU is this process’s. Vendors have a process of their own.\n');
  console.log(`${await measureChainInProcess()}\n`);
  console.log(`${await measureChainOverHttp()}\n`);
  console.log(await measureTokens());
  console.log(`\n${describeMachine()}`);
}
