import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import type { Message } from '@rapport/wire';
import type { ChatClient } from './chat-client.ts';

/** Talks in the terminal until the person leaves or the input ends. */
export async function converse(
  client: ChatClient,
  { assistant, startNew }: { readonly assistant: string; readonly startNew: boolean },
): Promise<void> {
  const name = assistant.charAt(0).toUpperCase() + assistant.slice(1);
  const out = (text: string) => process.stdout.write(text);
  const speaker = () => out(`\n${styleText('cyan', name)}  `);
  let { conversationId, messages, isNew } = await client.open(assistant, startNew);
  showMessages(messages, name, isNew);

  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  terminal.setPrompt(process.stdin.isTTY ? `\n${styleText('yellow', 'You')}  ` : '');
  // Input that was piped in ends long before the replies to it: what is left is still answered.
  let ended = false;
  terminal.on('close', () => {
    ended = true;
  });
  const prompt = () => {
    if (!ended) terminal.prompt();
  };
  terminal.on('SIGINT', () => {
    if (!client.stop()) terminal.close();
  });
  prompt();
  for await (const line of terminal) {
    const text = line.trim();
    if (text === '/quit' || text === '/exit') break;
    if (text === '/new') {
      ({ conversationId, messages, isNew } = await client.open(assistant, true));
      showMessages(messages, name, isNew);
    } else if (text.startsWith('/')) {
      out(styleText('dim', '\n/new starts over, /quit ends.\n'));
    } else if (text !== '') {
      speaker();
      await reply(client, assistant, conversationId, text, out, speaker);
    }
    prompt();
  }
  out('\n');
}

async function reply(
  client: ChatClient,
  assistant: string,
  conversationId: string,
  text: string,
  out: (text: string) => void,
  speaker: () => void,
): Promise<void> {
  try {
    const details = await client.say(assistant, conversationId, text, {
      onText: out,
      onReplace() {
        out(styleText('dim', ' … let me start again.'));
        speaker();
      },
    });
    out('\n');
    if (details?.message.status === 'cancelled') out(styleText('dim', '(stopped)\n'));
    for (const { title, url } of details?.citations ?? []) {
      out(styleText('dim', `  ${title}${url === undefined ? '' : `: ${url}`}\n`));
    }
  } catch (error) {
    out(styleText('red', `\n${error instanceof Error ? error.message : String(error)}\n`));
  }
}

function showMessages(messages: readonly Message[], name: string, isNew: boolean): void {
  if (!isNew) process.stdout.write(styleText('dim', '(going on where you left off; /new starts over)\n'));
  for (const { role, text } of messages) {
    const who = role === 'user' ? styleText('yellow', 'You') : styleText('cyan', name);
    process.stdout.write(`\n${who}  ${text}\n`);
  }
}
