import { z } from 'zod';

/** What a campaign begins from: an event of the person's own. */
const CAMPAIGN_TRIGGERS = [
  'first-conversation-ended',
  'stage-reached',
  'product-recommended',
  'not-seen-for',
  'days-after-goal',
] as const;
/** What a campaign's text may leave open. */
const CAMPAIGN_SLOTS = ['name', 'assistant', 'brand', 'stage', 'product'] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "21:00"');
const text = z
  .string()
  .min(10)
  .max(600)
  .superRefine((value, context) => {
    for (const [slot, name = ''] of value.matchAll(/\{([^}]*)\}/g)) {
      if ((CAMPAIGN_SLOTS as readonly string[]).includes(name)) continue;
      const known = CAMPAIGN_SLOTS.map((each) => `{${each}}`).join(', ');
      context.addIssue({ code: 'custom', message: `has the unknown slot ${slot}; it may use ${known}` });
    }
  });

/** One message that is to be sent of the assistant's own accord. Data: whoever sends checks consent, hours and caps again. */
const campaign = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    trigger: z.enum(CAMPAIGN_TRIGGERS),
    /** The stage of `stage-reached`; left out for every other trigger. */
    stage: z.string().nullable().default(null),
    /** From the trigger to the message, in hours; a year at most. */
    delayHours: z.int().min(0).max(8_760),
    channel: z.enum(['inbox', 'email', 'push']),
    /** What the person must have agreed to. `none` is for the inbox, which nobody is woken by. */
    consent: z.enum(['none', 'email', 'push']),
    /** Local time of the person in which nothing is sent; over midnight where `until` is earlier. */
    quietHours: z.strictObject({ from: time, until: time }).default({ from: '21:00', until: '08:00' }),
    text,
  })
  .superRefine(({ trigger, stage, channel, consent }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (channel !== 'inbox' && consent !== channel)
      refuse('consent', `must be "${channel}": nothing is sent by ${channel} without`);
    if ((trigger === 'stage-reached') !== (stage !== null))
      refuse('stage', 'must name the stage of "stage-reached", and be left out for every other trigger');
  });

/** What the assistant says of its own accord, and when. */
export const campaignsDefinition = z.array(campaign).superRefine((campaigns, context) => {
  const ids = campaigns.map(({ id }) => id);
  for (const [place, id] of ids.entries()) {
    if (ids.indexOf(id) === place) continue;
    context.addIssue({ code: 'custom', path: [place, 'id'], message: `"${id}" is used twice` });
  }
});

export type CampaignDefinition = z.output<typeof campaign>;
