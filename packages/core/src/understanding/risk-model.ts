import { shippedStaticTable } from '../embeddings/static-table.ts';
import { riskFeaturesOf } from './risk-features.ts';
import packedNetwork from './risk-network.json' with { type: 'json' };
import { createNetworkReader, type PackedNetwork, unpackNetwork } from './risk-network.ts';
import packed from './risk-weights.json' with { type: 'json' };
import type { Risk } from './summary.ts';

/** What is weighed: whether it is a crisis, whether it is at least a concern, and of which kind a crisis is. */
export const RISK_HEADS = [
  'crisis',
  'concern',
  'suicide',
  'self-harm',
  'overdose',
  'abuse',
  'third-party',
  'violence',
  'eating-disorder',
  'substance',
] as const;
export type RiskHead = (typeof RISK_HEADS)[number];
type Kind = Exclude<RiskHead, 'crisis' | 'concern'>;
const KINDS = RISK_HEADS.slice(2) as readonly Kind[];

/** The weights as `scripts/train-risk.mjs` writes them: a row a feature, a whole number of steps a head. */
export interface RiskWeights {
  readonly source: string;
  readonly step: number;
  readonly biases: readonly number[];
  /** Logits of weights and network together from which a message counts, chosen so that ordinary talk stays below. */
  readonly thresholds: { readonly crisis: number; readonly concern: number };
  readonly features: Readonly<Record<string, readonly number[]>>;
}

const WEIGHTS: RiskWeights = packed;
/** What a logit of the network is worth beside one of the weights: it is the surer of what it has never met. */
const NETWORK_SHARE = 0.5;

/**
 * Weighs text as `plain` makes it: words and concepts by a linear model, their meanings by a small network, and both added; the
 * one knows what was written before, the other what is like it. Pure, linear in the text.
 */
export function createRiskWeigher(
  weights: RiskWeights,
  network: PackedNetwork,
): (text: string) => Readonly<Record<RiskHead, number>> {
  const rows = new Map(Object.entries(weights.features));
  const readNetwork = createNetworkReader(unpackNetwork(network), shippedStaticTable());
  return (text) => {
    const sums = [...weights.biases];
    for (const [name, value] of riskFeaturesOf(text)) {
      const row = rows.get(name);
      if (row === undefined) continue;
      for (let head = 0; head < sums.length; head += 1)
        sums[head] = (sums[head] ?? 0) + value * (row[head] ?? 0) * weights.step;
    }
    // The network's outputs are the first two heads.
    for (const [head, logit] of readNetwork(text).entries()) sums[head] = (sums[head] ?? 0) + NETWORK_SHARE * logit;
    return Object.fromEntries(RISK_HEADS.map((head, index) => [head, sums[index] ?? 0])) as Record<RiskHead, number>;
  };
}

/** Made when the first text is weighed: the table of embeddings is read then. */
let weigh: ReturnType<typeof createRiskWeigher> | null = null;

/**
 * The second reading, where no rule has found a crisis. It may raise what the rules found, never lower it. `margin`: how far
 * beyond the threshold, in logits.
 */
export function readWeighedRisk(text: string, margin = 0): Risk | null {
  weigh ??= createRiskWeigher(WEIGHTS, packedNetwork);
  const logits = weigh(text);
  const { crisis, concern } = WEIGHTS.thresholds;
  if (logits.crisis > crisis + margin) {
    const kind = KINDS.reduce((best, each) => (logits[each] > logits[best] ? each : best));
    return { level: 'crisis', kind, rule: `weighed:${kind}` };
  }
  return logits.concern > concern + margin ? { level: 'concern', kind: 'low-mood', rule: 'weighed:concern' } : null;
}
