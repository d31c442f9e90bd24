import type { Profile } from '@rapport/wire';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScriptedModel, createTestApp, openTestDatabase, type TestApp } from '../src/index.ts';

const model = createScriptedModel('test/model', () => [{ do: 'text', text: 'Words of a model.' }, { do: 'finish' }]);

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({
    database: await openTestDatabase('embedded', inject('templates')),
    overrides: { models: [model] },
  });
});
afterAll(() => test[Symbol.asyncDispose]());

const livingIn = async (timeZone: string, locale = 'en') => {
  const person = await test.guest();
  await person.request('PATCH', '/api/v1/profile', { body: { timeZone, locale } });
  return person;
};

describe('a crisis', () => {
  const places: readonly (readonly [string, string, RegExp])[] = [
    ['America/New_York', 'en-US', /988/],
    ['America/Toronto', 'en', /988/],
    ['Europe/London', 'en-GB', /116 123/],
    ['Europe/Dublin', 'en-US', /116 123/],
    ['Australia/Sydney', 'en', /13 11 14/],
    ['UTC', 'en-AU', /13 11 14/],
    ['Europe/Madrid', 'es-ES', /findahelpline\.com/],
    ['UTC', 'en', /findahelpline\.com/],
  ];
  it.each(places)('in %s (%s) is answered with the right number, by no model', async (timeZone, locale, number) => {
    for (const assistant of ['jumbo', 'sienna']) {
      const person = await livingIn(timeZone, locale);
      const asked = model.requests.length;
      const reply = await person.say(assistant, "I don't want to be alive anymore");
      expect(reply.safety).toBe('crisis');
      expect(reply.message.text).toMatch(number);
      expect(reply.message.text).toMatch(/\bAI\b/);
      expect(reply.message.text).toMatch(/killing yourself|safe/);
      expect(model.requests.length).toBe(asked);
    }
  });

  it('comes before the name: the message is not read as one, nor asked about', async () => {
    const person = await test.guest();
    const { id: conversationId } = await person.startConversation('jumbo');
    const reply = await person.say('jumbo', 'I want to kill myself', { conversationId });
    expect(reply.safety).toBe('crisis');
    expect((await person.request('GET', '/api/v1/profile')).json<Profile>().preferredName).toBeNull();
  });

  it('keeps the next turns in care, whatever is said, and then lets go', async () => {
    const person = await test.guest();
    const { conversationId } = await person.say('jumbo', 'I want to kill myself');
    for (const next of ['ok', 'what is the weather', "I'm safe now, my sister is here"]) {
      const reply = await person.say('jumbo', next, { conversationId });
      expect(reply.safety).toBe('crisis');
      expect(reply.message.text).not.toContain('Words of a model');
    }
    const after = await person.say('jumbo', 'thank you. we are making tea', { conversationId });
    expect(after.safety).toBe('none');
  });

  it('is not seen in look-alikes', async () => {
    const person = await test.guest();
    for (const message of ['this deadline is killing me', "I'd kill for a nap", 'my phone died lol']) {
      expect((await person.say('jumbo', message)).safety).toBe('none');
    }
  });
});

describe('the disclosure', () => {
  it('is made at the start, not again within three hours, and again after them', async () => {
    const person = await test.guest();
    const said = async () => /\bAI\b/.test((await person.say('jumbo', 'I went for a walk today')).message.text);
    const letPass = (minutes: number) =>
      test.app.database.pool.query(
        "update assistant_profiles set last_disclosed_at = last_disclosed_at - $2 * interval '1 minute' where user_id = $1",
        [person.session.user.id, minutes],
      );
    expect(await said()).toBe(true);
    expect(await said()).toBe(false);
    await letPass(179);
    expect(await said()).toBe(false);
    await letPass(2);
    expect(await said()).toBe(true);
    expect(await said()).toBe(false);
  });

  it('in a greeting counts', async () => {
    const person = await test.guest();
    const { id: conversationId, greeting } = await person.startConversation('sienna');
    expect(greeting.text).toMatch(/\bAI\b/);
    const reply = await person.say('sienna', 'How often should I wash?', { conversationId });
    expect(reply.message.text).toBe('Words of a model.');
  });

  it('is part of the stored reply, so that what was said can be shown', async () => {
    const person = await test.guest();
    const reply = await person.say('jumbo', 'I went for a walk today');
    const stored = await person.request('GET', `/api/v1/conversations/${reply.conversationId}/messages?order=newest`);
    expect(stored.text).toContain("I'm Jumbo, an AI companion");
  });
});
