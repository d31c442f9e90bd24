import { describe, expect, it } from 'vitest';
import { decideSend, type SendCase, type SendPerson } from './decide-send.ts';
import { isHeldOut } from './holdout.ts';

const NOW = new Date('2026-06-10T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const PERSON: SendPerson = {
  address: 'ada@example.com',
  channels: { email: true, inApp: true },
  timeZone: 'UTC',
  quietHours: null,
  birthYear: null,
  toldAge: null,
  isInCare: false,
  lastCrisisAt: null,
  lowestValence: null,
  hasOpenCase: false,
  lastSeenAt: ago(200),
  stageNow: 'transition',
  advice: { isOpen: true },
  sentAt: [],
};
const CASE: SendCase = {
  now: NOW,
  trigger: 'not-seen-for',
  stage: null,
  channel: 'email',
  isPaused: false,
  quietHours: { from: '21:00', until: '08:00' },
  isHeldOut: false,
  canMail: true,
  happenedAt: ago(200),
  dueAt: ago(2),
  attempts: 0,
  firstAttemptAt: null,
  person: PERSON,
};
const decide = ({ person = {}, ...change }: Partial<Omit<SendCase, 'person'>> & { person?: Partial<SendPerson> }) => {
  const verdict = decideSend({ ...CASE, ...change, person: { ...PERSON, ...person } });
  return verdict.kind === 'skip' ? verdict.reason : verdict.kind;
};

describe('whether a message is sent', () => {
  it.each([
    ['to whom nothing speaks against', {}, 'send'],
    ['of a campaign that is paused', { isPaused: true }, 'paused'],
    ['three days late', { dueAt: ago(72) }, 'send'],
    ['later than that', { dueAt: ago(73) }, 'too-late'],
    ['to a guest by mail', { person: { address: null } }, 'no-address'],
    ['to a guest in the inbox', { channel: 'inbox', person: { address: null } }, 'send'],
    ['by mail to who did not agree', { person: { channels: { email: false, inApp: true } } }, 'not-agreed'],
    [
      'in the inbox of who wants none',
      { channel: 'inbox', person: { channels: { email: true, inApp: false } } },
      'not-agreed',
    ],
    ['by mail without a server', { canMail: false }, 'no-mail-server'],
    ['to somebody born eighteen years ago, maybe', { person: { birthYear: 2008 } }, 'minor'],
    ['to a grown-up', { person: { birthYear: 2007 } }, 'send'],
    ['to somebody who said that they are 15', { person: { toldAge: 15 } }, 'minor'],
    ['to somebody in care', { person: { isInCare: true } }, 'in-care'],
    ['to somebody whose crisis was 29 days ago', { person: { lastCrisisAt: ago(29 * 24) } }, 'in-care'],
    ['to somebody whose crisis was 31 days ago', { person: { lastCrisisAt: ago(31 * 24) } }, 'send'],
    ['after a very low day', { person: { lowestValence: -0.7 } }, 'low-day'],
    ['after a grey day', { person: { lowestValence: -0.4 } }, 'send'],
    ['to somebody our people look after', { person: { hasOpenCase: true } }, 'handed-over'],
    ['to somebody who came back since', { person: { lastSeenAt: ago(3) } }, 'no-longer-true'],
    ['of a stage that they have left', { trigger: 'stage-reached', stage: 'mastery' }, 'no-longer-true'],
    ['of the stage where they are', { trigger: 'stage-reached', stage: 'transition' }, 'send'],
    [
      'about advice that was answered',
      { trigger: 'advice-due', person: { advice: { isOpen: false } } },
      'no-longer-true',
    ],
    ['about advice that is gone', { trigger: 'product-recommended', person: { advice: null } }, 'no-longer-true'],
    ['at night', { quietHours: { from: '11:00', until: '13:00' } }, 'postpone'],
    ['in hours that the person keeps quiet', { person: { quietHours: { from: '11:00', until: '13:00' } } }, 'postpone'],
    [
      'in the campaign’s quiet hours, when the person keeps others',
      { quietHours: { from: '11:00', until: '13:00' }, person: { quietHours: { from: '23:00', until: '06:00' } } },
      'send',
    ],
    ['a day after another', { person: { sentAt: [ago(25)] } }, 'send'],
    ['on the day of another', { person: { sentAt: [ago(23)] } }, 'capped'],
    ['third in a week', { person: { sentAt: [ago(50), ago(100)] } }, 'capped'],
    ['third in more than a week', { person: { sentAt: [ago(50), ago(169)] } }, 'send'],
    ['to who is held out', { isHeldOut: true }, 'hold-out'],
    // Who would not have been sent to is none to measure against.
    ['to who is held out and in care', { isHeldOut: true, person: { isInCare: true } }, 'in-care'],
    ['again within six hours', { attempts: 3, firstAttemptAt: ago(5) }, 'send'],
    ['again after six hours', { attempts: 3, firstAttemptAt: ago(7) }, 'not-delivered'],
    ['for the ninth time', { attempts: 8, firstAttemptAt: ago(1) }, 'not-delivered'],
  ] as const)('%s', (_what, change, expected) => {
    expect(decide(change)).toBe(expected);
  });
});

describe('who is held out', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => `person-${index}`);

  it('is a share of people, and others for another campaign', () => {
    const held = (campaign: string) => ids.filter((id) => isHeldOut(0.1, 'sienna', campaign, id));
    const [one, other] = [held('one'), new Set(held('other'))];
    // Within five standard errors of a tenth.
    expect(Math.abs(one.length / ids.length - 0.1)).toBeLessThan(0.0106);
    expect(Math.abs(one.filter((id) => other.has(id)).length / one.length - 0.1)).toBeLessThan(0.035);
  });

  it('is the same at every look, and nobody where nobody is to be', () => {
    for (const id of ids.slice(0, 200)) {
      expect(isHeldOut(0.3, 'sienna', 'one', id)).toBe(isHeldOut(0.3, 'sienna', 'one', id));
      expect(isHeldOut(0, 'sienna', 'one', id)).toBe(false);
    }
  });
});
