import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const remembered = z.object({
  refreshToken: z.string(),
  conversations: z.record(z.string(), z.string()),
});
type Remembered = z.infer<typeof remembered>;

/** Who the terminal is signed in as at one server, and which conversation it is in with each assistant. */
export interface ChatMemory {
  read(): Remembered | null;
  write(memory: Remembered): void;
}

/** Kept in a file of the data folder that only its owner can read: it holds a refresh token. */
export function openChatMemory(dataDirectory: string, serverUrl: string): ChatMemory {
  // A server started for one conversation has another port each time; it is the same data.
  const name = serverUrl.startsWith('http://127.0.0.1') ? 'local' : new URL(serverUrl).host.replaceAll(/[^\w.-]/g, '_');
  const file = join(dataDirectory, `terminal-chat-${name}.json`);
  return {
    read() {
      try {
        const parsed = remembered.safeParse(JSON.parse(readFileSync(file, 'utf8')));
        return parsed.success ? parsed.data : null;
      } catch {
        // No file yet, or one that was cut short: a new guest it is.
        return null;
      }
    },
    write(memory) {
      mkdirSync(dataDirectory, { recursive: true });
      writeFileSync(file, JSON.stringify(memory), { mode: 0o600 });
    },
  };
}
