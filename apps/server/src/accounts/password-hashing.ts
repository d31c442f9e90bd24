import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** Hashes passwords and compares them with hashes; a call waits while others are at it. */
export interface PasswordHashing {
  hash(password: string): Promise<string>;
  verify(input: { hash: string; password: string }): Promise<boolean>;
}

/**
 * Each takes 32 MiB and, for some fifty milliseconds, one of the four threads that Node has for files and name look-ups
 * as well: two leave half of them to everyone else, and keep the two cores of a small machine busy.
 */
const AT_ONCE = 2;

/** better-auth's scrypt, {@link AT_ONCE} at a time, in the order of the calls. */
export function createPasswordHashing(): PasswordHashing {
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < AT_ONCE) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waits takes the place over, so that nobody who comes meanwhile can.
      if (next === undefined) running -= 1;
      else next();
    }
  };
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    verify: (input) => inTurn(() => verifyPassword(input)),
  };
}
