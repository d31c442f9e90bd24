import { randomUUID } from 'node:crypto';
import { FakeClock } from '@rapport/dev-env/fake-clock.ts';
import { onEachDatabase } from '@rapport/dev-env/on-each-database.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssistantInput } from '../assistants/define-assistant.ts';
import { DeliveryError, type PersonMail } from '../channels/channels.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../runtime.ts';
import { pauseCampaign, previewCampaign, readCampaign, resumeCampaign } from './campaign-desk.ts';
import type { EngagementDependencies } from './campaigns.ts';
import { servedWith } from './engagement.fixtures.ts';
import { MailLinks } from './links.ts';
import { planSends } from './plan-sends.ts';
import { sendDue } from './send-due.ts';

const silent = () => undefined;
const log: Log = { debug: silent, info: silent, warn: silent, error: silent };
const { signal } = new AbortController();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NO_NIGHT = { from: '00:00', until: '00:00' };

type Campaign = NonNullable<AssistantInput['campaigns']>[number];
const base = {
  trigger: 'not-seen-for',
  delayHours: 168,
  quietHours: NO_NIGHT,
  text: 'Hi {name}, how is the garden?',
} as const;
const BY_MAIL: Campaign = { ...base, id: 'by-mail', channel: 'email', consent: 'email' };
const IN_INBOX: Campaign = { ...base, id: 'in-inbox', channel: 'inbox', consent: 'none' };
const KEY = { assistant: 'robin', campaign: 'by-mail' };

onEachDatabase('campaigns', (databases) => {
  let database: Database;
  let clock: FakeClock;
  let mails: PersonMail[];
  let deliver: (mail: PersonMail) => Promise<void>;

  beforeEach(async () => {
    database = await databases.migrated();
    // Long ago, so that time can go on without passing the database's.
    clock = new FakeClock(new Date(Date.now() - 100 * DAY_MS));
    mails = [];
    deliver = async (mail) => void mails.push(mail);
  });
  afterEach(() => database.close());

  const engagement = (...campaigns: Campaign[]): EngagementDependencies => ({
    database,
    clock,
    newId: () => randomUUID(),
    assistants: new Map([['robin', servedWith(campaigns)]]),
    mail: {
      send: (mail) => deliver(mail),
      links: new MailLinks('a key of tests'),
      publicUrl: 'https://robin.example',
    },
  });
  const run = async (dependencies: EngagementDependencies) => {
    const planned = await planSends(dependencies, signal);
    return { planned, ...(await sendDue(dependencies, { signal, log })) };
  };
  /** People who last said something so many hours ago. */
  const arrive = async (count: number, hoursAgo = 0): Promise<string[]> => {
    const { rows } = await database.pool.query<{ id: string }>(
      `with made as (
         insert into users (id, name, email) select gen_random_uuid(), '', gen_random_uuid() || '@example.com' from generate_series(1, $1) returning id
       ), spoke as (
         insert into conversations (id, user_id, assistant, brand, last_sequence, created_at, updated_at)
         select gen_random_uuid(), id, 'robin', 'robin', 3, $2, $2 from made
       ) select id from made`,
      [count, new Date(clock.now().getTime() - hoursAgo * HOUR_MS)],
    );
    await database.pool.query(`update profiles set channels = '{"email": true, "push": false, "inApp": true}'`);
    return rows.map(({ id }) => id);
  };
  const rowsOf = async () =>
    (await database.pool.query<{ state: string; reason: string | null }>('select state, reason from campaign_sends'))
      .rows;
  const outcomes = async () =>
    Object.fromEntries(
      (
        await database.pool.query<{ outcome: string; count: number }>(
          'select coalesce(reason, state) as outcome, count(*)::integer as count from campaign_sends group by 1',
        )
      ).rows.map(({ outcome, count }) => [outcome, count]),
    );
  /** Serves the campaigns from now on, lets people come, and a week and an hour pass. */
  const aWeekLater = async (dependencies: EngagementDependencies, people: number) => {
    await planSends(dependencies, signal);
    const ids = await arrive(people);
    clock.advance(169 * HOUR_MS);
    return ids;
  };

  describe('raced for by eight workers', () => {
    it('send nothing twice and lose none', async () => {
      const both = engagement(BY_MAIL, { ...IN_INBOX, delayHours: 160 });
      await aWeekLater(both, 60);
      await Promise.all(Array.from({ length: 8 }, () => run(both)));
      await run(both);
      expect(await rowsOf()).toHaveLength(120);
      // Each of the two was due to everybody, and nobody gets two a day, whoever sends them.
      expect(await outcomes()).toEqual({ sent: 60, capped: 60 });
      const { rows } = await database.pool.query<{ channel: string; count: number }>(
        "select channel, count(*)::integer as count from campaign_sends where state = 'sent' group by channel",
      );
      expect(mails).toHaveLength(rows.find(({ channel }) => channel === 'email')?.count ?? 0);
      expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length);
      expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
    });

    it('that die between the claim and the send lose nothing: it leaves later, under the same id', async () => {
      const dependencies = engagement(BY_MAIL);
      await aWeekLater(dependencies, 24);
      const begun: string[] = [];
      deliver = async (mail) => {
        begun.push(mail.id);
        throw new Error('The worker died');
      };
      await Promise.allSettled(Array.from({ length: 8 }, () => run(dependencies)));
      expect(begun.length).toBeGreaterThan(0);
      deliver = async (mail) => void mails.push(mail);
      await Promise.all(Array.from({ length: 8 }, () => run(dependencies)));
      // Whoever died holds its claim for a while.
      expect(mails).toHaveLength(24 - begun.length);
      clock.advance(6 * 60_000);
      await Promise.all(Array.from({ length: 8 }, () => run(dependencies)));
      expect(mails).toHaveLength(24);
      expect(new Set(mails.map(({ to }) => to)).size).toBe(24);
      expect(
        mails
          .filter(({ id }) => begun.includes(id))
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(begun.toSorted());
      expect(await outcomes()).toEqual({ sent: 24 });
    });
  });

  it('try a mail again that no server took, under the same id, and give it up after six hours', async () => {
    const dependencies = engagement(BY_MAIL);
    await aWeekLater(dependencies, 1);
    const tried: string[] = [];
    deliver = async (mail) => {
      tried.push(mail.id);
      throw new DeliveryError('the mail server did not take it');
    };
    for (let minutes = 0; minutes < 8 * 60; minutes += 30) {
      await run(dependencies);
      clock.advance(30 * 60_000);
    }
    expect(new Set(tried).size).toBe(1);
    expect(tried.length).toBeGreaterThan(3);
    expect(tried.length).toBeLessThanOrEqual(8);
    expect(await outcomes()).toEqual({ 'not-delivered': 1 });
    deliver = async (mail) => void mails.push(mail);
    await run(dependencies);
    expect(mails).toEqual([]);
  });

  it('do not begin with what happened before they were served', async () => {
    await arrive(5, 400);
    const dependencies = engagement(IN_INBOX);
    expect(await run(dependencies)).toMatchObject({ planned: 0, sent: 0 });
    await arrive(3);
    clock.advance(169 * HOUR_MS);
    expect(await run(dependencies)).toMatchObject({ planned: 3, sent: 3 });
  });

  it('make no burst when nobody worked for a week, or the clock jumps a year', async () => {
    const dependencies = engagement(IN_INBOX);
    await aWeekLater(dependencies, 4);
    clock.advance(7 * DAY_MS);
    expect(await run(dependencies)).toMatchObject({ planned: 4, sent: 0, skipped: { 'too-late': 4 } });
    await database.pool.query('delete from campaign_sends');
    await database.pool.query("update conversations set updated_at = now() - interval '6 days'");
    clock.advance(400 * DAY_MS);
    expect(await run(dependencies)).toMatchObject({ planned: 0, sent: 0 });
  });

  it('are held in one call, and what was planned says so', async () => {
    const dependencies = engagement(BY_MAIL);
    await aWeekLater(dependencies, 3);
    await planSends(dependencies, signal);
    expect(await pauseCampaign(dependencies, KEY, 'Naomi')).toMatchObject({
      pausedBy: 'Naomi',
      counts: { planned: 3 },
    });
    await arrive(2, 169);
    expect(await run(dependencies)).toMatchObject({ planned: 0, sent: 0, skipped: { paused: 3 } });
    expect(await resumeCampaign(dependencies, KEY)).toMatchObject({ pausedAt: null, pausedBy: null });
    expect(await run(dependencies)).toMatchObject({ planned: 2, sent: 2 });
    expect(await pauseCampaign(dependencies, { ...KEY, campaign: 'none' }, 'Naomi')).toBeNull();
  });

  it('preview who would get them and what they say, as it then is, and write nothing', async () => {
    const dependencies = engagement(BY_MAIL);
    const [ada, teenager, guest, unasked] = await aWeekLater(dependencies, 4);
    const set = (user: string | undefined, change: string) =>
      database.pool.query(`update profiles set ${change} where user_id = $1`, [user]);
    await set(ada, "preferred_name = 'Ada'");
    await set(teenager, `birth_year = ${clock.now().getUTCFullYear() - 15}`);
    await set(unasked, `channels = '{"email": false, "inApp": true}'`);
    await database.pool.query('update users set is_anonymous = true where id = $1', [guest]);
    const preview = await previewCampaign(dependencies, KEY, 10);
    const byUser = Object.fromEntries((preview?.items ?? []).map((item) => [item.userId, item]));
    expect(byUser[ada ?? '']).toMatchObject({ verdict: 'send', text: 'Hi Ada, how is the garden?', isPlanned: false });
    expect([teenager, guest, unasked].map((user) => byUser[user ?? '']?.reason)).toEqual([
      'minor',
      'no-address',
      'not-agreed',
    ]);
    expect(await rowsOf()).toEqual([]);
    expect(await previewCampaign(dependencies, KEY, 3)).toMatchObject({ hasMore: true });
    await run(dependencies);
    expect(mails.map(({ text }) => text.split('\n')[0])).toEqual(['Hi Ada, how is the garden?']);
    expect(await outcomes()).toEqual({ sent: 1, minor: 1, 'no-address': 1, 'not-agreed': 1 });
  });

  it('measure who returned against who was held out', async () => {
    const dependencies = engagement({ ...IN_INBOX, id: 'by-mail', holdout: 0.5 });
    const people = await aWeekLater(dependencies, 40);
    const { sent, heldOut } = await run(dependencies);
    expect(sent + heldOut).toBe(40);
    expect(heldOut).toBeGreaterThan(5);
    clock.advance(DAY_MS);
    // All who were sent to answer, and nobody else.
    await database.pool.query(
      `insert into messages (user_id, id, conversation_id, sequence, role, text, created_at)
       select c.user_id, gen_random_uuid(), c.id, 4, 'user', 'It grows', $1 from conversations c
       join campaign_sends s on s.user_id = c.user_id and s.state = 'sent'`,
      [clock.now()],
    );
    await database.pool.query('update conversations set updated_at = $1 where user_id = any($2)', [
      clock.now(),
      people,
    ]);
    expect(await readCampaign(dependencies, KEY)).toMatchObject({
      counts: { sent, heldOut, replied: sent },
      returned: { sent: { people: 0, rate: null }, heldOut: { people: 0, rate: null } },
    });
    clock.advance(14 * DAY_MS);
    expect((await readCampaign(dependencies, KEY))?.returned).toEqual({
      sent: { people: sent, returned: sent, rate: 1 },
      heldOut: { people: heldOut, returned: 0, rate: 0 },
    });
  });

  describe('find their occasions', () => {
    const found = async (campaign: Campaign) => {
      const dependencies = engagement(campaign);
      await run(dependencies);
      return dependencies;
    };
    const giveMessage = async (user: string | undefined): Promise<string> => {
      const id = randomUUID();
      await database.pool.query(
        `insert into messages (user_id, id, conversation_id, sequence, role, text, created_at)
         select $1, $2, id, 1, 'user', 'Hello', $3 from conversations where user_id = $1`,
        [user, id, clock.now()],
      );
      return id;
    };

    it('after the first conversation, once in a life', async () => {
      const welcome: Campaign = { ...IN_INBOX, id: 'welcome', trigger: 'first-conversation-ended', delayHours: 24 };
      const dependencies = await found(welcome);
      const [ada] = await arrive(1);
      clock.advance(25 * HOUR_MS);
      expect(await run(dependencies)).toMatchObject({ planned: 1, sent: 1 });
      await database.pool.query(
        `insert into conversations (id, user_id, assistant, brand, last_sequence, created_at, updated_at)
         values (gen_random_uuid(), $1, 'robin', 'robin', 3, $2, $2)`,
        [ada, clock.now()],
      );
      clock.advance(25 * HOUR_MS);
      expect(await run(dependencies)).toMatchObject({ planned: 0 });
    });

    it('in advice that is due, and note that it was asked after', async () => {
      const dependencies = await found({
        ...IN_INBOX,
        id: 'advice',
        trigger: 'advice-due',
        delayHours: 0,
        text: 'We talked about {advice}. How was it?',
      });
      const people = await arrive(3);
      const advise = (user: string | undefined, kind: string) =>
        database.pool.query(
          `insert into advice (user_id, id, assistant, kind, item_kind, item, phrase, given_at, ask_after)
           values ($1, gen_random_uuid(), 'robin', $3, 'passage', 'rinse', 'a rinse', $2, $2::timestamptz + interval '7 days')`,
          [user, clock.now(), kind],
        );
      await advise(people[0], 'routine');
      await advise(people[1], 'care');
      await advise(people[2], 'routine');
      clock.advance(7 * DAY_MS + HOUR_MS);
      await planSends(dependencies, signal);
      // Answered between the plan and the send.
      await database.pool.query(
        `insert into advice_reports (user_id, id, advice_id, outcome, confidence, reported_at)
         select user_id, gen_random_uuid(), id, 'worked', 1, $2 from advice where user_id = $1`,
        [people[2], clock.now()],
      );
      await run(dependencies);
      expect(await outcomes()).toEqual({ sent: 1, 'no-longer-true': 1 });
      const { rows } = await database.pool.query('select user_id, asks from advice where asks > 0');
      expect(rows).toEqual([{ user_id: people[0], asks: 1 }]);
    });

    it('in absences, each anew, and not of who came back', async () => {
      const dependencies = engagement(IN_INBOX);
      const [ada, bo] = await aWeekLater(dependencies, 2);
      await planSends(dependencies, signal);
      const comeBack = (user: string | undefined) =>
        database.pool.query('update conversations set updated_at = $2 where user_id = $1', [user, clock.now()]);
      await comeBack(bo);
      await run(dependencies);
      expect(await outcomes()).toEqual({ sent: 1, 'no-longer-true': 1 });
      await comeBack(ada);
      await giveMessage(ada);
      clock.advance(169 * HOUR_MS);
      expect(await run(dependencies)).toMatchObject({ planned: 2, sent: 2 });
    });
  });
});
