import { lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Where a webhook may go. `public`: addresses of the internet only. `loopback`: this machine too. `private`: also the networks
 * of one's own house. Link-local addresses, where clouds keep their metadata and keys, are open to none.
 */
export type AddressPolicy = 'public' | 'loopback' | 'private';

const RANGES: Readonly<Record<AddressPolicy, ReadonlySet<string>>> = {
  public: new Set(['unicast']),
  loopback: new Set(['unicast', 'loopback']),
  private: new Set(['unicast', 'loopback', 'private', 'uniqueLocal', 'carrierGradeNat']),
};

/** Thrown for an address that the policy does not allow. */
export class RefusedAddressError extends Error {
  constructor() {
    super('The address is not one that webhooks may go to');
    this.name = 'RefusedAddressError';
  }
}

/** Whether the policy allows an address, looked at as what it stands for: `::ffff:10.0.0.1` is `10.0.0.1`. */
export function allowsAddress(policy: AddressPolicy, address: string): boolean {
  if (isIP(address) === 0) return false;
  return RANGES[policy].has(ipaddr.process(address).range());
}

/** Resolves names as Node does and refuses those that lead anywhere forbidden: what is connected to is what was looked at. */
export const guardedLookup =
  (policy: AddressPolicy): LookupFunction =>
  (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => allowsAddress(policy, address))) {
        return callback(new RefusedAddressError(), '', 0);
      }
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
