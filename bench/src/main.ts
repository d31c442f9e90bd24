import { measureAnalytics } from './analytics.ts';
import { measureChain } from './chain.ts';
import { measureExperiments } from './experiments.ts';
import { measureFailures } from './failures.ts';
import { measureGuide } from './guide.ts';
import { describeMachine } from './machine.ts';
import { measurePredictions } from './predictions.ts';
import { measureMemory } from './memory.ts';
import { measureTurns } from './turns.ts';
import { measureUnderstanding } from './understanding.ts';

/**
 * `npm run bench`: what a turn costs; `npm run bench -- chain`: what the chain of models adds to a vendor's answer;
 * `npm run bench -- failures`: what people notice of vendors that fail; `npm run bench:memory`: what 10,000 memories a person
 * cost a turn; `npm run bench -- understanding`: what reading a message takes;
 * `npm run bench -- guide`: what a guide costs by how much she knows; `npm run bench -- analytics`: what a million events do;
 * `npm run bench -- predictions`: what foretelling 100,000 people takes; `npm run bench -- experiments`: how fast and how evenly
 * people are drawn variants. Everything runs on this machine in one run, so
 * that ratios hold however busy it is.
 */
const BENCHMARKS = {
  turns: measureTurns,
  analytics: measureAnalytics,
  chain: measureChain,
  failures: measureFailures,
  guide: measureGuide,
  memory: measureMemory,
  predictions: measurePredictions,
  understanding: measureUnderstanding,
  experiments: measureExperiments,
};

const name = process.argv[2] ?? 'turns';
if (!isBenchmark(name)) {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exit(1);
}
console.log(describeMachine());
await BENCHMARKS[name]();

function isBenchmark(word: string): word is keyof typeof BENCHMARKS {
  return Object.hasOwn(BENCHMARKS, word);
}
