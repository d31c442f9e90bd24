import type { ChatReply } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp } from '../src/index.ts';

/** What Sienna answers over several turns, on the whole server and without any vendor. */
onEachDatabase('a talk with the guide', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated() });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  async function talk(...messages: readonly string[]): Promise<readonly ChatReply[]> {
    const person = await test.guest();
    const replies: ChatReply[] = [];
    for (const message of messages) {
      const conversationId = replies[0]?.conversationId;
      replies.push(await person.say('sienna', message, conversationId === undefined ? {} : { conversationId }));
    }
    return replies;
  }
  const notesOf = (reply: ChatReply | undefined) => reply?.safetyNotes.map(({ kind }) => kind) ?? [];
  const textOf = (reply: ChatReply | undefined) => reply?.message.text ?? '';

  it('keeps a burning bald patch in mind until a dermatologist has seen it', async () => {
    const [, braids, oil, wash, seen] = await talk(
      "there's a burning bald patch on my crown since last week",
      'can I get box braids this weekend',
      'maybe I put some castor oil on it?',
      'how do I make my wash day faster',
      "the dermatologist saw it, it's healed now. can I get braids?",
    );
    for (const reply of [braids, oil, wash]) {
      expect(notesOf(reply)).toContain('see_dermatologist');
      expect(reply?.products).toEqual([]);
    }
    expect(textOf(braids)).toMatch(/hold off|wait with/i);
    expect(textOf(oil)).toMatch(/not on that spot|nothing on that spot/i);
    expect(textOf(oil).length).toBeLessThan(textOf(braids).length);
    expect(textOf(wash)).toMatch(/dermatologist|seen/i);
    expect(notesOf(seen)).not.toContain('see_dermatologist');
  });

  it("answers in a child's favour once a child was spoken of", async () => {
    const [first, , relaxer, shelf] = await talk(
      'Help, my youngest screams when I comb her hair and I have 15 minutes total before school',
      "she's 4",
      'can I relax it a bit to make it easier?',
      'which of your products are ok for her',
    );
    expect(textOf(first)).toMatch(/conditioner|wet/i);
    expect(first?.citations.length).toBeGreaterThan(0);
    expect(textOf(relaxer)).toMatch(/^(No|I'd say no)\b/);
    expect(shelf?.products.map(({ category }) => category)).toContain('conditioner');
    expect(shelf?.products.map(({ category }) => category)).not.toContain('styler');
  });

  it('says what a product is, where it stands open and what a routine costs', async () => {
    const [about, shea, where, routine, smaller] = await talk(
      'what is Dew Magic?',
      'does it have shea?',
      'where can I buy it?',
      'a routine under $50',
      'and under 25?',
    );
    expect(textOf(about)).toMatch(/Dew Magic Leave-In Conditioner is/);
    expect(textOf(shea)).toContain('not on file');
    expect(textOf(where)).not.toMatch(/target|ulta|sephora/i);
    expect(textOf(routine)).toMatch(/Within \$50: .*together \$\d+/);
    expect(textOf(smaller)).toMatch(/Within \$25: /);
  });

  it('is kind to who thinks little of themselves, before it answers', async () => {
    const [, reply] = await talk('just did the big chop', 'it shrinks and I feel ugly');
    expect(textOf(reply)).toMatch(/sorry[^?]*[.!] .*(?:shrink|coil)/i);
  });

  it('goes by a sign that came after something was swallowed, and leaves hair alone', async () => {
    const [, sleepy] = await talk('my 2 year old swallowed some of your shampoo', 'he seems fine, a bit sleepy');
    expect(textOf(sleepy)).toMatch(/poison control/i);
    expect(notesOf(sleepy)).toContain('urgent_poison_control');
  });

  it.each(['my hair drank that conditioner right up', 'I swallowed my pride and bought a wig'])(
    'sends nobody to poison control for: %s',
    async (message) => {
      const [reply] = await talk(message);
      expect(notesOf(reply)).not.toContain('urgent_poison_control');
      expect(textOf(reply)).not.toMatch(/poison control/i);
    },
  );

  it.each(['my scalp is burnin frm the relaxr', 'the perm is burnin my scalp'])(
    'sends nobody away with a burn because of how it is spelt: %s',
    async (message) => {
      const [reply] = await talk(message);
      expect(notesOf(reply)).toContain('stop_use');
      expect(textOf(reply)).toMatch(/rinse/i);
      expect(reply?.products).toEqual([]);
    },
  );

  it('answers Spanish in Spanish, and takes nobody for an expert for it', async () => {
    const [dry, shampoo, unknown] = await talk(
      'Hola, tengo el pelo 4C muy seco, ¿qué hago?',
      '¿qué champú me recomiendas?',
      '¿cuál es la capital de Francia y por qué?',
    );
    expect(textOf(dry)).toMatch(/acondicionador/);
    expect(textOf(shampoo)).toMatch(/Shampoo.*(?:no consta|\$\d)/);
    expect(textOf(unknown)).toMatch(/español|inglés/);
    expect(dry?.persona).toBeNull();
  });

  it('asks a care team first in treatment, and sells nothing', async () => {
    const [, scalp] = await talk('chemo starts next week, what about my hair', 'what do I put on my scalp');
    expect(textOf(scalp)).toMatch(/care team/i);
    expect(scalp?.products).toEqual([]);
  });
});
