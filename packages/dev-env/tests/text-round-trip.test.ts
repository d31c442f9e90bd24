import type { Message } from '@rapport/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp } from '../src/index.ts';

onEachDatabase('text', (databases) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({
      database: await databases.migrated(),
      environment: { BUILTIN_MODEL_WORDS_PER_SECOND: '0' },
    });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test.each([
    ['emoji of several code points', '👩🏾‍🦱 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇬🇧 ❤️‍🔥'],
    ['composed and decomposed accents', 'caf\u00e9 cafe\u0301 \u1e9b\u0323 \u212b \ufb01'],
    ['right-to-left and both ways', 'שלום مرحبا \u202bmixed\u202c \u2067x\u2069'],
    ['line ends of every kind', 'a\nb\r\nc\rd\u2028e\u2029f\u0085g\u000bh\u000ci'],
    ['white space at both ends', ' \t\u00a0\u3000 inside \ufeff\u200b '],
    ['what JSON escapes', '"\\/\b\f\t </script> \u007f \u0001'],
    ['what SQL escapes', "'' \\' $1 $$ %s ; -- /* */ \\x00 E'\\\\'"],
    ['the edges of planes', '\ud7ff\ue000\ufffd\ufffe\uffff\u{10000}\u{10ffff}'],
    ['many scripts', 'ไทย 中文 日本語 한국어 தமிழ் አማርኛ ꧋ 𒀀'],
    ['the longest message', '🙂'.repeat(4_000)],
  ])('of %s comes back byte for byte', async (_, text) => {
    const person = await app.guest();
    const { conversationId } = await person.say('jumbo', text);
    const page = await person.request('GET', `/api/v1/conversations/${conversationId}/messages`);
    const [message, reply] = page.json<{ items: Message[] }>().items.slice(-2);
    expect(Buffer.from(message?.text ?? '')).toEqual(Buffer.from(text));
    const comment = text.slice(0, 2_000);
    const feedback = await person.request('POST', `/api/v1/messages/${reply?.id}/feedback`, {
      body: { rating: 4, comment },
    });
    expect(feedback.json<{ comment: string }>().comment).toBe(comment);
    const exported = await person.request('GET', '/api/v1/profile/export');
    expect(exported.text).toContain(JSON.stringify(text));
  });
});
