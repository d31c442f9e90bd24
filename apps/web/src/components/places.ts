import type { LucideIcon } from 'lucide-react';
import { type ComponentType, lazy } from 'react';

/** One page among several under one heading, such as the memories under "About me". */
export interface Place<Key extends string = string> {
  /** Its part of the address. */
  readonly id: string;
  /** What it is called: a key of the words of the room. */
  readonly name: Key;
  readonly icon: LucideIcon;
  /** Its page; the code comes when it is opened. `item` is the part of the address after the place, where there is one. */
  readonly Page: ComponentType<{ readonly item: string | null }>;
}

/** A page whose code comes when it is first drawn. */
export const lazyPage = (load: () => Promise<ComponentType<{ readonly item: string | null }>>): Place['Page'] =>
  lazy(async () => ({ default: await load() }));
