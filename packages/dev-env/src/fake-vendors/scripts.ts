import type { Behaviour, Fault } from './behaviour.ts';
import { seededShare } from './seeded.ts';
import type { VendorName } from './vendor.ts';

/** What goes wrong by chance where nobody says: what vendors are known for and what ends within a moment. */
const USUAL_FAULTS: readonly Fault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429 },
  { kind: 'html', status: 502 },
  { kind: 'empty' },
  { kind: 'truncated-json' },
  { kind: 'no-finish' },
  { kind: 'error-in-stream' },
  { kind: 'cut', atByte: 300 },
  { kind: 'reset' },
];

interface Script {
  readonly behaviours: readonly Behaviour[];
  played: number;
}

/** What one request meets. */
export interface Scene {
  readonly behaviour: Behaviour;
  readonly faults: readonly Fault[];
  /** Which request for this model of this vendor it is, from 1. */
  readonly callNumber: number;
}

/** Who was asked how often, and how each behaves. A target is a vendor, a model, or `vendor/model`. */
export class Scripts {
  readonly #defaults: Behaviour;
  readonly #seed: number;
  readonly #scripts = new Map<string, Script>();
  readonly #calls = new Map<string, number>();

  constructor(defaults: Behaviour, seed: number) {
    this.#defaults = defaults;
    this.#seed = seed;
  }

  /** @param behaviours for the first request from now on, the second, and so on; the last one stays. */
  set(target: string, behaviours: readonly Behaviour[]): void {
    this.#scripts.set(target, { behaviours, played: 0 });
  }

  clear(): void {
    this.#scripts.clear();
  }

  calls(target: string): number {
    return this.#calls.get(target) ?? 0;
  }

  /** Counts a request and says what it meets: the vendor's script over the defaults, the model's over both. */
  next(vendor: VendorName, model: string): Scene {
    const both = `${vendor}/${model}`;
    const targets = [...new Set([vendor, model, both])];
    for (const target of targets) this.#calls.set(target, this.calls(target) + 1);
    const behaviour: Behaviour = Object.assign({}, this.#defaults, ...targets.map((target) => this.#played(target)));
    const callNumber = this.calls(both);
    return { behaviour, faults: this.#faults(behaviour, both, callNumber), callNumber };
  }

  #played(target: string): Behaviour {
    const script = this.#scripts.get(target);
    if (script === undefined) return {};
    const behaviour = script.behaviours[Math.min(script.played, script.behaviours.length - 1)] ?? {};
    script.played += 1;
    return behaviour;
  }

  /** By chance means by the seed, the model and the number of the call: requests to other models change nothing. */
  #faults(
    { fault = [], failShare = 0, among = USUAL_FAULTS }: Behaviour,
    model: string,
    call: number,
  ): readonly Fault[] {
    const scripted = 'kind' in fault ? [fault] : fault;
    if (seededShare(this.#seed, model, call, 'fails') >= failShare) return scripted;
    const chosen = among[Math.floor(seededShare(this.#seed, model, call, 'how') * among.length)];
    return chosen === undefined ? scripted : [scripted, chosen].flat();
  }
}
