import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type ServerRequest =
  | { readonly kind: 'bare' }
  | {
      readonly kind: 'rapport';
      readonly database: 'embedded' | 'postgresql';
      readonly postgresqlUrl: string | null;
      readonly model: 'instant' | 'built-in';
    };

/** What the child tells when it is ready. */
export interface Ready {
  readonly url: string;
  readonly people: readonly {
    readonly token: string;
    readonly conversations: { readonly jumbo: string; readonly sienna: string };
  }[];
}

/** A server in a process of its own, and its processor time. */
export interface ServerProcess extends Ready {
  readonly usesPostgresql: boolean;
  cpuMs(): Promise<number>;
  /** Stops it and waits until it has gone. */
  end(): Promise<void>;
}

export async function startServer(request: ServerRequest): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL('./server-child.ts', import.meta.url)), [JSON.stringify(request)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [ready] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(refuse)])) as [Ready];
  return {
    ...ready,
    usesPostgresql: request.kind === 'rapport' && request.database === 'postgresql',
    async cpuMs() {
      child.send('cpu');
      const [milliseconds] = (await once(child, 'message')) as [number];
      return milliseconds;
    },
    async end() {
      if (child.exitCode !== null) return;
      child.send('end');
      await once(child, 'exit');
    },
  };
}

function refuse(): never {
  throw new Error('The server of the benchmark did not start: see its messages above');
}
