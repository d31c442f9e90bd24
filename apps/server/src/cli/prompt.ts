import { parseArgs } from 'node:util';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { LivingContent } from '@rapport/core/content/living-content.ts';
import type { Database } from '@rapport/core/database/database.ts';
import { hasSqlState, isDatabaseUnavailable } from '@rapport/core/database/errors.ts';
import { type PromptSource, type Reproduction, reproducePrompt } from '@rapport/core/turn/reproduce-prompt.ts';
import { brandedAssistants } from '../branding.ts';
import { shippedContent } from '../serve-assistants.ts';
import { loadConfig } from '../config/load.ts';
import { openDatabase } from '../open-database.ts';
import { findAssistants } from '../find-assistants.ts';

const USAGE = `Show the prompt of a turn, made again from what is stored and checked against its hash.

  npm run prompt -- --message ID             ID of the person's message or of the reply
  npm run prompt -- --message ID --user ID   whose message, where several people have one of this id
  npm run prompt -- --message ID --json      for another program

Prints what the person wrote. Status 0: the same to the byte; 1: not, or there is none; 2: not understood.
The database is the configured one. The embedded database has one owner: stop the server first.`;

const EXIT = { ok: 0, failure: 1, usage: 2 } as const;
type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

interface Question {
  readonly messageId: string;
  readonly userId: string | null;
  readonly asJson: boolean;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNDEFINED_TABLE = '42P01';
const UNDEFINED_COLUMN = '42703';

const heading = (title: string) => `── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`;
const listed = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join(', '));

process.exitCode = await main(process.argv.slice(2));

async function main(given: readonly string[]): Promise<ExitStatus> {
  if (given.includes('--help') || given.includes('-h')) {
    say(USAGE);
    return EXIT.ok;
  }
  const question = readQuestion(given);
  if (typeof question === 'string') {
    complain(`${question}\n\n${USAGE}`);
    return EXIT.usage;
  }
  try {
    return await answer(question);
  } catch (error) {
    complain(explain(error));
    return EXIT.failure;
  }
}

/** What is asked, or what is wrong with it. */
function readQuestion(given: readonly string[]): Question | string {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { message: { type: 'string' }, user: { type: 'string' }, json: { type: 'boolean' } },
    });
    const { message, user, json } = values;
    if (message === undefined) return 'Say which message: --message ID.';
    if (!UUID.test(message)) return `--message takes a message's id, a UUID, not ${JSON.stringify(message)}.`;
    if (user !== undefined && !UUID.test(user))
      return `--user takes a person's id, a UUID, not ${JSON.stringify(user)}.`;
    return { messageId: message, userId: user ?? null, asJson: json === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function answer({ messageId, userId, asJson }: Question): Promise<ExitStatus> {
  const loaded = loadConfig();
  if (!loaded.success) {
    complain(loaded.explanation);
    return EXIT.failure;
  }
  const { config } = loaded;
  const definitions = brandedAssistants(await findAssistants(config.assistants), config.brand);
  const database: Database = await openDatabase(config.database, {
    poolSize: 1,
    onProgress: (message) => complain(`${message} …`),
    onIdleError: (error) => complain(`A database connection was lost: ${error.message}`),
  });
  try {
    const sources = await promptSources(definitions, database);
    const reproduction = await reproducePrompt(database, sources, messageId, userId);
    if (asJson) say(JSON.stringify(reproduction, null, 2));
    else show(reproduction);
    const isExact = reproduction.kind === 'reproduced' && reproduction.differences.length === 0;
    return isExact ? EXIT.ok : EXIT.failure;
  } finally {
    await database.close();
  }
}

/** The assistants as the server would serve them now, with the edits of their teams. */
async function promptSources(
  definitions: readonly AssistantDefinition[],
  database: Database,
): Promise<ReadonlyMap<string, PromptSource>> {
  const living = new LivingContent({
    shipped: definitions.map(shippedContent),
    database,
    announcements: null,
    clock: { now: () => new Date(), monotonicMs: () => performance.now() },
    log: {
      debug: silent,
      info: silent,
      warn: (_, message) => complain(message),
      error: (_, message) => complain(message),
    },
    onServed: silent,
  });
  await living.refresh({ files: false });
  return new Map(
    definitions.map((definition): [string, PromptSource] => {
      const served = living.servedOf(definition.id);
      return [
        definition.id,
        { definition, passages: served?.passages ?? [], products: served?.catalogue?.products ?? [] },
      ];
    }),
  );
}

/** Hoisted: what is served is opened at the module's top. */
function silent(): void {}

function show(reproduction: Reproduction): void {
  switch (reproduction.kind) {
    case 'no-prompt':
      complain(reproduction.reason);
      return;
    case 'ambiguous':
      complain('Several people have a message of this id. Say whose is meant:');
      for (const userId of reproduction.userIds) complain(`  --user ${userId}`);
      return;
    case 'reproduced':
      showPrompt(reproduction);
  }
}

function showPrompt({ prompt, differences, ...reproduction }: Extract<Reproduction, { kind: 'reproduced' }>): void {
  const { record } = reproduction;
  say(`${heading('Instructions')}\n${prompt.instructions}\n`);
  for (const { role, text } of prompt.messages) say(`${heading(role === 'user' ? 'Person' : 'Assistant')}\n${text}\n`);
  say(heading('Made from'));
  say(`assistant   ${reproduction.assistant}, prompt version ${record.promptVersion}`);
  say(`message     ${reproduction.messageId}, reply ${reproduction.replyId} by ${reproduction.model ?? 'nobody'}`);
  say(
    `size        ${record.estimatedInputTokens} tokens, estimated, of ${record.budget.tokens}; ${record.bytes} bytes of ${record.budget.bytes}`,
  );
  say(`sections    ${record.sections.used.map(({ id, tokens }) => `${id} (${tokens})`).join(', ')}`);
  say(`passages    ${listed(record.passages.used)}`);
  say(`products    ${listed(record.products.used)}`);
  say(`history     ${record.history.used.length + record.history.brought} messages`);
  say(heading('Cut'));
  say(`sections    ${listed(record.sections.cut.map(({ id, tokens }) => `${id} (${tokens})`))}`);
  say(`passages    ${listed(record.passages.cut)}`);
  say(`history     ${record.history.cut.length} older messages`);
  for (const note of reproduction.notes) say(`\n${note}`);
  if (differences.length === 0) say(`\nThe same to the byte: SHA-256 ${record.sha256}.`);
  else complain(`\nNot the same to the byte.\n${differences.map((difference) => `- ${difference}`).join('\n')}`);
}

function explain(error: unknown): string {
  if (isDatabaseUnavailable(error)) {
    return 'DATABASE_CONNECTION_ERROR: the database cannot be reached. Check DATABASE_URL or DB_HOST, DB_PORT, DB_USER, DB_PASSWORD and DB_NAME, and that PostgreSQL runs.';
  }
  if (hasSqlState(error, UNDEFINED_TABLE) || hasSqlState(error, UNDEFINED_COLUMN)) {
    return "The database's schema is not up to date. Bring it there first: npm run migrate -- up";
  }
  return error instanceof Error ? error.message : String(error);
}
