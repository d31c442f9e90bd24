import type { Conversation, Message } from '@rapport/wire';
import { expect, test } from 'vitest';
import { ConversationStarter } from './conversation-starter.ts';
import { ConnectionLost } from './problems.ts';
import type { SessionState } from './session-store.ts';

const at = '2026-11-22T08:00:00.000Z';
const user = { id: 'u', email: null, name: null, role: 'user', isGuest: true } as const;
const active: SessionState = {
  status: 'active',
  session: { user, accessToken: 'a', refreshToken: 'r', expiresAt: 0 },
};
const conversation = (id: string, title: string | null): Conversation => ({
  id,
  assistant: 'jumbo',
  title,
  createdAt: at,
  updatedAt: at,
});
const greeting: Message = {
  id: 'g',
  conversationId: 'new',
  role: 'assistant',
  text: 'Hey!',
  createdAt: at,
  status: 'complete',
};

function setUp(session: SessionState, conversations: Conversation[]) {
  const log: string[] = [];
  const failures: Error[] = [];
  const starter = new ConversationStarter(
    {
      conversations: async () => {
        log.push('list');
        return { items: conversations, nextCursor: null };
      },
      createConversation: async ({ assistant }) => {
        log.push('create');
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        return { id: 'new', assistant, createdAt: at, greeting };
      },
    },
    { current: () => session },
  );
  return { starter, log, failures };
}

const cases: {
  behaviour: string;
  session: SessionState;
  conversations: Conversation[];
  opened: string;
  log: string[];
}[] = [
  {
    behaviour: 'a stranger begins one without a look at what there is',
    session: { status: 'none' },
    conversations: [],
    opened: 'new',
    log: ['create'],
  },
  {
    behaviour: 'after words were said a new one begins',
    session: active,
    conversations: [conversation('a', 'Hello')],
    opened: 'new',
    log: ['list', 'create'],
  },
  {
    behaviour: 'one that nothing was said in is taken up again',
    session: active,
    conversations: [conversation('b', null), conversation('a', 'Hello')],
    opened: 'b',
    log: ['list'],
  },
  {
    behaviour: 'an older empty one is left alone',
    session: active,
    conversations: [conversation('a', 'Hello'), conversation('b', null)],
    opened: 'new',
    log: ['list', 'create'],
  },
];

test.each(cases)('$behaviour', async ({ session, conversations, opened, log }) => {
  const world = setUp(session, conversations);
  expect((await world.starter.open('jumbo')).id).toBe(opened);
  expect(world.log).toEqual(log);
});

test('asking twice at once opens one, and its greeting is at hand', async () => {
  const { starter, log } = setUp({ status: 'none' }, []);
  const [first, second] = await Promise.all([starter.open('jumbo'), starter.open('jumbo')]);
  expect(first).toBe(second);
  expect(log).toEqual(['create']);
  expect(starter.greetingOf('new')).toEqual(greeting);
  expect(starter.greetingOf('other')).toBeNull();
});

test('after a failure one can ask again', async () => {
  const { starter, failures } = setUp({ status: 'none' }, []);
  failures.push(new ConnectionLost('offline'));
  await expect(starter.open('jumbo')).rejects.toBeInstanceOf(ConnectionLost);
  expect((await starter.open('jumbo')).id).toBe('new');
});
