import { isIP } from 'node:net';

/** Whether traffic to this host can't leave the machine: `localhost`, a loopback address, or a socket's folder. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return (
    bare === '' ||
    bare.startsWith('/') ||
    bare === 'localhost' ||
    bare.endsWith('.localhost') ||
    bare === '::1' ||
    (isIP(bare) === 4 && bare.startsWith('127.'))
  );
};

/**
 * Whether this host is reached over a network of one's own: loopback, an address of RFC 1918 or RFC 4193, a bare name
 * as Compose and Kubernetes give, or a name under a suffix that the public DNS doesn't serve (RFC 6762, ICANN's
 * `.internal`, Kubernetes' `.svc`).
 */
export const isPrivateNetwork = (host: string): boolean => {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isLoopback(bare)) return true;
  if (isIP(bare) === 4) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(bare);
  if (isIP(bare) === 6) return /^f[cd]/.test(bare);
  return !bare.includes('.') || /\.(internal|local|svc|svc\.cluster\.local|lan)$/.test(bare);
};

/** Whether this is a name or an address that can be connected to or listened on. */
export const isHost = (host: string): boolean =>
  isIP(host) !== 0 ||
  (host.length <= 253 && /^(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?$/i.test(host) && !/^[\d.]+$/.test(host));
