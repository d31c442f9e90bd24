import { z } from 'zod';

/** What a campaign begins from: an event of the person's own. Each is found by a query of its own in `engagement/triggers.ts`. */
const CAMPAIGN_TRIGGERS = [
  'first-conversation-ended',
  'stage-reached',
  'product-recommended',
  'advice-due',
  'not-seen-for',
] as const;
export type CampaignTrigger = (typeof CAMPAIGN_TRIGGERS)[number];

/** What a campaign's text may leave open, and the one trigger that fills it; null: any. */
const CAMPAIGN_SLOTS: Readonly<Record<string, CampaignTrigger | null>> = {
  name: null,
  assistant: null,
  brand: null,
  stage: null,
  product: 'product-recommended',
  advice: 'advice-due',
};

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as "21:00"');
const slotted = (minimum: number, maximum: number) =>
  z
    .string()
    .min(minimum)
    .max(maximum)
    .superRefine((value, context) => {
      for (const [slot, name = ''] of value.matchAll(/\{([^}]*)\}/g)) {
        if (Object.hasOwn(CAMPAIGN_SLOTS, name)) continue;
        const known = Object.keys(CAMPAIGN_SLOTS)
          .map((each) => `{${each}}`)
          .join(', ');
        context.addIssue({ code: 'custom', message: `has the unknown slot ${slot}; it may use ${known}` });
      }
    });
const text = slotted(10, 600);

/** The text for whoever comes across as a persona, is at a stage, or both; the one that says most of the person is taken. */
const wording = z
  .strictObject({ persona: z.string().nullable().default(null), stage: z.string().nullable().default(null), text })
  .refine(({ persona, stage }) => persona !== null || stage !== null, {
    message: 'must name a persona or a stage; what everybody reads is the campaign’s own text',
  });

/** One message that is to be sent of the assistant's own accord. Data: whoever sends checks consent, hours and caps again. */
const campaign = z
  .strictObject({
    /** At most 60 characters; it is stored with each send, so it stays. */
    id: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    trigger: z.enum(CAMPAIGN_TRIGGERS),
    /** The stage of `stage-reached`; left out for every other trigger. */
    stage: z.string().nullable().default(null),
    /** From the trigger to the message, in hours; a year at most. */
    delayHours: z.int().min(0).max(8_760),
    channel: z.enum(['inbox', 'email']),
    /** What the person must have agreed to. `none` is for the inbox, which nobody is woken by. */
    consent: z.enum(['none', 'email']),
    /** Local time of the person in which nothing is sent, unless their profile says another; over midnight where `until` is earlier. */
    quietHours: z.strictObject({ from: time, until: time }).default({ from: '21:00', until: '08:00' }),
    /** Share of people, 0 to 0.5, who get nothing so that what it does can be measured against them. */
    holdout: z.number().min(0).max(0.5).default(0),
    /** Of an e-mail. */
    subject: slotted(3, 120).default('A word from {assistant} of {brand}'),
    text,
    wordings: z.array(wording).default([]),
  })
  .superRefine(({ trigger, stage, channel, consent, subject, text, wordings }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (channel !== 'inbox' && consent !== channel)
      refuse(['consent'], `must be "${channel}": nothing is sent by ${channel} without`);
    if ((trigger === 'stage-reached') !== (stage !== null))
      refuse(['stage'], 'must name the stage of "stage-reached", and be left out for every other trigger');
    const texts: (readonly [(string | number)[], string])[] = [
      [['subject'], subject],
      [['text'], text],
      ...wordings.map((each, place) => [['wordings', place, 'text'], each.text] as [(string | number)[], string]),
    ];
    for (const [path, value] of texts) {
      for (const [slot, name = ''] of value.matchAll(/\{([^}]*)\}/g)) {
        const needed = CAMPAIGN_SLOTS[name] ?? null;
        if (needed !== null && needed !== trigger)
          refuse(path, `leaves ${slot} open, which only the trigger "${needed}" fills`);
      }
    }
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
