import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createScriptedModel,
  createTestApp,
  onEachDatabase,
  type ScriptedModel,
  type StreamedEvent,
  type TestApp,
  type TestPerson,
} from '../src/index.ts';

onEachDatabase('what is said of products', (databases) => {
  let app: TestApp;
  let model: ScriptedModel;
  let person: TestPerson;
  /** What the vendor's model says, in pieces of a few characters. */
  let words = '';
  beforeAll(async () => {
    model = createScriptedModel('test/salesman', () => [
      ...(words.match(/[\s\S]{1,9}/g) ?? []).map((text) => ({ do: 'text', text }) as const),
      { do: 'finish' },
    ]);
    app = await createTestApp({ database: await databases.migrated(), overrides: { models: [model] } });
  });
  beforeEach(async () => {
    person = await app.guest();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const everShown = (events: readonly StreamedEvent[]): string =>
    events.map(({ part }) => (part.type === 'text-delta' ? part.delta : ` [${part.type}] `)).join('');

  it('by a vendor without a ground never reaches a reader, also in a stream', async () => {
    words =
      'Good question, thank you. The Plant Power Repair Mask is $28 and contains keratin. It regrows edges in two weeks. Smooth it through damp hair in sections. Our Growth Gold Drops go well with it. How does your hair feel?';
    const seen = everShown(await person.stream('sienna', 'Tell me about the Plant Power Repair Mask'));
    for (const invention of ['28', 'keratin', 'regrow', 'Growth Gold']) expect(seen).not.toContain(invention);
    expect(seen).toContain('Good question, thank you. ');
    expect(seen).toContain('Smooth it through damp hair in sections. ');
    expect(seen).toMatch(/not? .{0,20}on file/);
    const reply = await person.say('sienna', 'And what does the Plant Power Repair Mask cost?');
    expect(reply.model).toBe('test/salesman');
    expect(reply.message.text).not.toMatch(/28|keratin|regrow|Growth Gold/);
  });

  it('by a vendor who says nothing else is answered by the next model, unseen', async () => {
    words = 'The Dew Magic Leave-In Conditioner costs 19.99. It has argan oil in it.';
    const events = await person.stream('sienna', 'How much is Dew Magic?');
    const seen = everShown(events);
    expect(seen).not.toMatch(/19\.99|argan/);
    expect(seen).toContain('no price on file for the Dew Magic Leave-In Conditioner');
    expect(app.logLines).toContainEqual(
      expect.objectContaining({ event: 'attempt_failed', outcome: 'filtered', code: 'our-rule ungrounded-claims' }),
    );
  });

  it('by a vendor from the catalogue is shown as it is', async () => {
    words = 'The Sample Sealing Oil is $10, and it is sample data. Warm a few drops between the palms.';
    const reply = await person.say('sienna', 'How much is the Sample Sealing Oil?');
    expect(reply).toMatchObject({ model: 'test/salesman', message: { text: expect.stringContaining(words) } });
  });

  it('is in a prompt as data, with what is not on file', async () => {
    words = 'Water first, then a leave-in.';
    await person.say('sienna', 'My ends are so dry, which leave-in should I use?');
    const { instructions } = model.requests.at(-1) ?? { instructions: '' };
    expect(instructions).toMatch(/kind="product">\nName: Dew Magic Leave-In Conditioner\n/);
    expect(instructions).toContain('Ingredients: not on file');
    expect(instructions).toContain('sample data: a stand-in, not for sale');
  });

  describe('beside a reply', () => {
    it('is what fits, each with a reason', async () => {
      words = 'Water first, then a leave-in.';
      const { products } = await person.say('sienna', 'My ends are so dry, what should I use?');
      expect(products.map(({ category }) => category)).toEqual(['leave_in', 'oil_sealant', 'mask_treatment']);
      expect(products[0]?.reason).toMatch(/^for dryness: /);
    });

    it.each([
      ['a sign for a doctor', 'I found a smooth bald patch, which oil should I use?'],
      ['a baby', 'Which leave-in for my 4 month old?'],
      ['an order', "My order hasn't arrived"],
      ['a farewell', 'Bye, good night!'],
    ])('is nothing after %s, and no prompt shows a product', async (_, message) => {
      words = 'I hear you. Take care.';
      const asked = model.requests.length;
      expect((await person.say('sienna', message)).products).toEqual([]);
      for (const { instructions } of model.requests.slice(asked)) expect(instructions).not.toContain('kind="product"');
    });
  });

  it('is no matter of a companion, whose words come as they are written', async () => {
    words = 'It was about $40, you said, and half of';
    expect((await person.say('jumbo', 'I bought a scarf for $40')).products).toEqual([]);
  });
});
