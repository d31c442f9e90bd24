import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { loadConfig } from '../config/load.ts';
import { explainStartFailure } from '../start-failure.ts';
import { ChatClient } from './chat-client.ts';
import { openChatMemory } from './chat-memory.ts';
import { converse } from './chat-terminal.ts';

const USAGE = `Talk to an assistant in the terminal.

  npm run chat -- --assistant jumbo

  --assistant <id>   whom to talk to: jumbo (default) or sienna
  --new              start a new conversation instead of going on with the last one
  --url <address>    a server to talk to; without it, the one that runs here, else one started for this conversation
  --help             this

In the conversation: /new starts over, /quit ends. Ctrl+C stops a reply, and ends when there is none.`;

const options = readOptions();
if (options.help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
const loaded = loadConfig();
if (!loaded.success) {
  process.stderr.write(`${loaded.explanation}\n`);
  process.exit(1);
}
const { config, secrets } = loaded;

try {
  const server = await findOrStartServer();
  const client = new ChatClient(server.url, openChatMemory(config.dataDirectory, server.url));
  const known = await client.assistants();
  if (!known.includes(options.assistant)) {
    process.stderr.write(
      `There is no assistant ${JSON.stringify(options.assistant)} here. Choose one of: ${known.join(', ')}\n`,
    );
    await server.close();
    process.exit(2);
  }
  await converse(client, { assistant: options.assistant, startNew: options.new });
  await server.close();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainStartFailure(error, config)}\n`);
  process.exit(1);
}

interface ChatServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The server that already runs, for the embedded database has one owner; else one of our own for this conversation. */
async function findOrStartServer(): Promise<ChatServer> {
  const running = options.url ?? `http://127.0.0.1:${config.server.port}`;
  if (await answers(running)) return { url: running, close: async () => undefined };
  if (options.url !== undefined) throw new Error(`Nothing answers at ${options.url}`);
  const app = await createApp({
    config,
    secrets,
    log: pino({ level: 'silent' }),
    onProgress: (message) => process.stderr.write(`  ${message} …\n`),
  });
  const url = await app.server.listen({ host: '127.0.0.1', port: 0 });
  return { url, close: app.close };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) });
    return response.ok;
  } catch {
    return false;
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        assistant: { type: 'string', default: 'jumbo' },
        new: { type: 'boolean', default: false },
        url: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
    return process.exit(2);
  }
}
