import type { ChatReply, JourneyAnswer, Profile } from '@rapport/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, onEachDatabase, type TestApp, type TestPerson } from '../src/index.ts';

interface Move {
  from_stage: string | null;
  to_stage: string;
  reason: string;
  likelihood: number;
  evidence: { signal: string; quote: string }[];
  message_id: string;
}

onEachDatabase('the journey', (databases) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ database: await databases.migrated() });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const movesOf = async (person: TestPerson): Promise<Move[]> =>
    (
      await test.app.database.pool.query<Move>('select * from journey_moves where user_id = $1 order by moved_at, id', [
        person.session.user.id,
      ])
    ).rows;
  const standingOf = async (person: TestPerson): Promise<Profile['assistants'][string] | undefined> => {
    const response = await person.request('GET', '/api/v1/profile');
    return response.json<Profile>().assistants.sienna;
  };
  const stagesOf = async (
    person: TestPerson,
    messages: readonly string[],
  ): Promise<readonly ChatReply['journeyStage'][]> => {
    const stages: ChatReply['journeyStage'][] = [];
    let conversationId: string | undefined;
    for (const message of messages) {
      const reply = await person.say('sienna', message, conversationId === undefined ? {} : { conversationId });
      conversationId = reply.conversationId;
      stages.push(reply.journeyStage);
    }
    return stages;
  };

  it('begins with the first words, moves at once after a step taken, and else only when words keep saying so', async () => {
    const person = await test.guest();
    const stages = await stagesOf(person, [
      'Hello!',
      'Thinking about stopping relaxers but scared of my natural hair. Is going natural hard?',
      'Thank you',
      'I did it, did the big chop last night! What do I put on my hair now?',
      'Tried rice water and a new gel on my hair this week, it came out like straw',
      'I tried a flaxseed gel today and my hair feels sticky. What did I do wrong?',
    ]);
    expect(stages).toEqual([null, 'discovery', 'discovery', 'transition', 'transition', 'experimentation']);
    expect(await standingOf(person)).toMatchObject({ journeyStage: 'experimentation' });
    const moves = await movesOf(person);
    expect(moves.map(({ from_stage, to_stage, reason }) => [from_stage, to_stage, reason])).toEqual([
      [null, 'discovery', 'first-words'],
      ['discovery', 'transition', 'event'],
      ['transition', 'experimentation', 'repeated'],
    ]);
    expect(moves[1]?.evidence).toContainEqual({ signal: 'chopped', quote: 'big chop' });
  });

  it('says what a message is about, and nothing of what is about something else', async () => {
    const person = await test.guest();
    const concernsOf = async (message: string) => (await person.say('sienna', message)).concern;
    expect(await concernsOf('My hairline has been thinning since I wear a sleek bun every day')).toBe('edges_traction');
    expect(await concernsOf('Is there a bundle of your shampoo and leave-in?')).toBe('product_info');
    expect(await concernsOf('who won the world cup')).toBeNull();
    expect(await concernsOf('thanks!')).toBeNull();
  });

  it('has nothing to say of assistants that declare none', async () => {
    const person = await test.guest();
    const reply = await person.say('jumbo', 'I did the big chop last night');
    expect(reply).toMatchObject({ journeyStage: null, persona: null, concern: null });
    expect(await movesOf(person)).toEqual([]);
  });

  it('keeps nothing where memory is off, and reads the message by itself', async () => {
    const person = await test.guest();
    await person.request('PATCH', '/api/v1/profile', { body: { consent: { memory: false } } });
    expect(await stagesOf(person, ['I did the big chop last night, what now?'])).toEqual(['transition']);
    expect(await movesOf(person)).toEqual([]);
    expect((await standingOf(person))?.journeyStage ?? null).toBeNull();
  });

  const journeyOf = async (person: TestPerson, assistant = 'sienna'): Promise<JourneyAnswer> =>
    (await person.request('GET', `/api/v1/journey?assistant=${assistant}`)).json<JourneyAnswer>();
  const choosePersona = (person: TestPerson, persona: unknown) =>
    person.request('PATCH', '/api/v1/profile', { body: { assistants: { sienna: { persona } } } });

  it('is shown to the person with their own words for every step', async () => {
    const person = await test.guest();
    await stagesOf(person, ['Thinking about going natural', 'I did it, did the big chop last night! What now?']);
    const { stages, stage, moves } = await journeyOf(person);
    expect(stages).toHaveLength(8);
    expect(stage).toBe('transition');
    expect(moves[0]).toMatchObject({ to: 'transition', reason: 'event', quotes: expect.arrayContaining(['big chop']) });
    expect(moves[0]?.conversationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await journeyOf(await test.guest())).toMatchObject({ stage: null, moves: [], persona: null });
    expect(await journeyOf(person, 'jumbo')).toMatchObject({ stages: [], personas: [] });
  });

  it('lets the person say as whom they want to be spoken to, whatever they write and whichever message goes', async () => {
    const person = await test.guest();
    const reply = await person.say(
      'sienna',
      'What do these ingredients do? I am completely new to hair care, a total beginner',
    );
    expect((await choosePersona(person, 'busy_parent')).status).toBe(200);
    expect(await journeyOf(person)).toMatchObject({ persona: 'busy_parent', isPersonaChosen: true });
    const later = await person.say('sienna', 'I am a beginner with hair, where do I start? I know nothing');
    expect(later.persona).toBe('busy_parent');
    await person.request('DELETE', `/api/v1/conversations/${reply.conversationId}`);
    expect(await journeyOf(person)).toMatchObject({ persona: 'busy_parent', isPersonaChosen: true });
    await choosePersona(person, null);
    expect(await journeyOf(person)).toMatchObject({ isPersonaChosen: false });
  });

  it('takes no persona that the assistant does not know', async () => {
    const person = await test.guest();
    expect((await choosePersona(person, 'wizard')).status).toBe(400);
    const body = { assistants: { jumbo: { persona: 'expert' } } };
    expect((await person.request('PATCH', '/api/v1/profile', { body })).status).toBe(400);
  });

  it('reads nothing in a crisis', async () => {
    const person = await test.guest();
    const reply = await person.say('sienna', 'I did the big chop and I want to kill myself');
    expect(reply).toMatchObject({ safety: 'crisis', journeyStage: null, persona: null });
    expect(await movesOf(person)).toEqual([]);
  });

  it('goes back to what is still proven when a conversation is deleted', async () => {
    const person = await test.guest();
    const first = await person.say('sienna', 'Is going natural hard? I am thinking about stopping relaxers');
    const second = await person.say('sienna', 'Did the big chop last night, what do I do with my hair?');
    expect([first.journeyStage, second.journeyStage]).toEqual(['discovery', 'transition']);
    await person.request('DELETE', `/api/v1/conversations/${second.conversationId}`);
    expect(await standingOf(person)).toMatchObject({ journeyStage: 'discovery' });
    await person.request('DELETE', `/api/v1/conversations/${first.conversationId}`);
    expect((await standingOf(person))?.journeyStage).toBeNull();
    expect(await movesOf(person)).toEqual([]);
  });

  it('leans nowhere any more after a conversation that proved no move is deleted, or its message forgotten', async () => {
    const leaningOf = async (person: TestPerson) =>
      (
        await test.app.database.pool.query(
          'select journey_leaning, persona_scores from assistant_profiles where user_id = $1',
          [person.session.user.id],
        )
      ).rows[0];
    const person = await test.guest();
    const nothing = { journey_leaning: null, persona_scores: null };
    const reply = await person.say('sienna', 'Did the big chop last night, what do I do with my hair?');
    const second = await person.say(
      'sienna',
      'My wash day routine is a steamer, then a rice water rinse I compare each week',
    );
    expect(await leaningOf(person)).not.toMatchObject({ persona_scores: null });
    await person.request('DELETE', `/api/v1/conversations/${second.conversationId}`);
    expect(await leaningOf(person)).toEqual(nothing);
    expect(await standingOf(person)).toMatchObject({ journeyStage: 'transition' });
    await person.say('sienna', 'My wash day routine is a steamer, then a rice water rinse I compare each week', {
      conversationId: reply.conversationId,
    });
    expect(await leaningOf(person)).not.toEqual(nothing);
    await test.app.database.pool.query(
      "update messages set forgotten_at = now() where user_id = $1 and role = 'user'",
      [person.session.user.id],
    );
    expect(await leaningOf(person)).toEqual(nothing);
  });

  it('is proven no more by a message that is forgotten', async () => {
    const person = await test.guest();
    const reply = await person.say('sienna', 'Did the big chop last night, what do I do with my hair?');
    expect(reply.journeyStage).toBe('transition');
    await test.app.database.pool.query(
      "update messages set forgotten_at = now() where user_id = $1 and role = 'user'",
      [person.session.user.id],
    );
    expect((await standingOf(person))?.journeyStage).toBeNull();
    expect(await movesOf(person)).toEqual([]);
  });

  it('goes along in an export and away with an erasure', async () => {
    const person = await test.guest();
    await person.say('sienna', 'Did the big chop last night, what do I do with my hair?');
    const exported = (await person.request('GET', '/api/v1/profile/export')).json<Record<string, unknown[]>>();
    expect(exported.journeyMoves).toMatchObject([{ to_stage: 'transition' }]);
    expect(exported.personaMoves).toHaveLength(1);
    await person.request('DELETE', '/api/v1/profile');
    expect(await movesOf(person)).toEqual([]);
  });

  it('answers a repeated message once, and moves once', async () => {
    const person = await test.guest();
    const messageId = crypto.randomUUID();
    const said = () => person.say('sienna', 'Did the big chop last night, what do I do with my hair?', { messageId });
    const first = await said();
    expect(await said()).toEqual(first);
    expect(await movesOf(person)).toHaveLength(1);
  });
});
