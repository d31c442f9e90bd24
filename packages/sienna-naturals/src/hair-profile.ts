import type { HairProfileInput } from '@rapport/core/assistants/hair-profile-definition.ts';

/** What helps advice on textured hair, how people say it, and beside which topics it is asked for when unknown. */
export const hairProfile: HairProfileInput = {
  fields: [
    {
      id: 'type',
      name: 'Curl type',
      several: true,
      values: (['2a', '2b', '2c', '3a', '3b', '3c', '4a', '4b', '4c'] as const).map((type) => ({
        id: type.toUpperCase(),
        name: type.toUpperCase(),
        pattern: new RegExp(`\\b(?:type )?${type}(?:s|ish)?\\b`),
      })),
      asking: null,
    },
    {
      id: 'porosity',
      name: 'Porosity',
      several: false,
      values: [
        {
          id: 'low',
          name: 'low porosity',
          pattern: /\b(?:low|lo)[- ]?po(?:ro(?:us|sity)?)?\b|\bporosity (?:is|s) low\b/,
        },
        { id: 'medium', name: 'medium porosity', pattern: /\b(?:medium|normal)[- ]poro(?:us|sity)\b/ },
        {
          id: 'high',
          name: 'high porosity',
          pattern: /\b(?:high|hi)[- ]?po(?:ro(?:us|sity)?)?\b|\bporosity (?:is|s) high\b/,
        },
      ],
      asking: {
        question: 'Does water bead up on your hair when you wet it, or does it soak in at once?',
        topics: ['moisture', 'dryness', 'conditioning'],
      },
    },
    {
      id: 'density',
      name: 'Density',
      several: false,
      values: [
        {
          id: 'low',
          name: 'low density',
          pattern:
            /\b(?:low density|(?:my )?hair is (?:very |really |so )?thin\b(?! at| near| on| around)|not much hair)\b/,
        },
        {
          id: 'medium',
          name: 'medium density',
          pattern: /\b(?:medium|average|normal) density\b/,
        },
        {
          id: 'high',
          name: 'high density',
          pattern: /\b(?:high density|(?:so|very|really|super) (?:thick|dense)|thick hair|a lot of hair)\b/,
        },
      ],
      asking: null,
    },
    {
      id: 'strand_width',
      name: 'Strand width',
      several: false,
      values: [
        {
          id: 'fine',
          name: 'fine strands',
          pattern: /\bfine (?:hair|strands?|textured)\b|\bstrands? (?:is|are) fine\b/,
        },
        { id: 'medium', name: 'medium strands', pattern: /\bmedium (?:width )?strands?\b/ },
        { id: 'coarse', name: 'coarse strands', pattern: /\b(?:coarse|wiry) (?:hair|strands?|textured)\b/ },
      ],
      asking: null,
    },
    {
      id: 'shrinkage',
      name: 'Shrinkage',
      several: false,
      values: [
        { id: 'low', name: 'little shrinkage', pattern: /\b(?:little|low|barely any|hardly any) shrinkage\b/ },
        { id: 'medium', name: 'medium shrinkage', pattern: /\b(?:some|medium|moderate) shrinkage\b/ },
        {
          id: 'high',
          name: 'strong shrinkage',
          pattern: /\b(?:a lot of|so much|major|serious|crazy|lots of|high|strong) shrinkage\b/,
        },
      ],
      asking: null,
    },
    {
      id: 'length',
      name: 'Length',
      several: false,
      values: [
        {
          id: 'short',
          name: 'short',
          pattern:
            /\b(?:twa|teeny weeny|(?:an?|one|two|half an|1|2) inch(?:es)?(?: of| long)?|ear length|chin length|short (?:hair|fro|afro))\b/,
        },
        {
          id: 'medium',
          name: 'shoulder to collarbone',
          pattern: /\b(?:shoulder|collarbone|neck)[- ]?length\b|\blength (?:is )?stuck at collarbone\b/,
        },
        {
          id: 'long',
          name: 'past the shoulders',
          pattern:
            /(?<!\b(?:reach|to|hit|want|for) )\b(?:bra strap|armpit|mid[- ]?back|waist|hip|tailbone)[- ]length\b|\b(?:im|i am|at) (?:bsl|apl|mbl)\b/,
        },
      ],
      asking: null,
    },
    {
      id: 'scalp',
      name: 'Scalp',
      several: true,
      values: [
        { id: 'dry', name: 'dry scalp', pattern: /\bdry scalp\b|\bscalp (?:is|gets|feels|s) (?:\w+ )?dry\b/ },
        {
          id: 'oily',
          name: 'oily scalp',
          pattern: /\b(?:oily|greasy) scalp\b|\bscalp (?:is|gets|s) (?:\w+ )?(?:oily|greasy)\b/,
        },
        {
          id: 'itchy',
          name: 'itchy scalp',
          pattern: /\bitchy scalp\b|\bscalp (?:\w+ )?itches\b|\bscalp (?:is|gets|s) (?:\w+ )?itchy\b/,
        },
        {
          id: 'flaky',
          name: 'flaky scalp',
          pattern: /\bflaky scalp\b|\bscalp (?:is|gets|s) (?:\w+ )?flaky\b|\b(?:i have|ive got|my) dandruff\b/,
        },
        {
          id: 'sensitive',
          name: 'sensitive scalp',
          pattern: /\b(?:sensitive scalp|tender[- ]headed|scalp is (?:\w+ )?sensitive)\b/,
        },
      ],
      asking: {
        question: 'Is your scalp rather oily, dry, itchy or comfortable two days after a wash?',
        topics: ['cleansing', 'build-up'],
      },
    },
    {
      id: 'chemical',
      name: 'Chemical history',
      several: true,
      values: [
        {
          id: 'relaxed',
          name: 'relaxed',
          pattern:
            /\b(?:relaxed|permed|(?:my )?(?:last )?(?:relaxer|perm)|post relaxer|transitioning|texlaxed|half of it is straight)\b/,
        },
        {
          id: 'colored',
          name: 'coloured or bleached',
          pattern: /\b(?:bleached|dyed|colou?r[- ]treated|highlights|colou?red my hair|box (?:dye|colou?r))\b/,
        },
        { id: 'heat_trained', name: 'heat damaged', pattern: /\bheat[- ](?:damaged?|trained)\b/ },
        { id: 'keratin', name: 'smoothing treatment', pattern: /\b(?:keratin treatment|brazilian blowout)\b/ },
      ],
      asking: {
        question: 'Is any of your hair relaxed, coloured or bleached?',
        topics: ['protein-balance', 'heat', 'breakage'],
      },
    },
    {
      id: 'goals',
      name: 'Goals',
      several: true,
      values: [
        {
          id: 'length',
          name: 'more length',
          pattern:
            /\b(?:reach|get to|grow (?:it )?to|grow my hair|longer hair|retain(?:ing)? length|more length|my goal is (?:\w+ )?(?:length|waist|bsl))\b/,
        },
        {
          id: 'moisture',
          name: 'lasting moisture',
          pattern: /\b(?:keep (?:it|my hair) moisturi[sz]ed|more moisture|moisture that lasts|softer hair)\b/,
        },
        {
          id: 'definition',
          name: 'more definition',
          pattern: /\b(?:more|better|want) (?:curl )?definition\b|\bdefined curls\b/,
        },
        {
          id: 'time',
          name: 'less time',
          pattern: /\b(?:cut|shorten|shave) (?:\w+ )*wash day\b|\bless time\b|\bno time\b/,
        },
      ],
      asking: null,
    },
    {
      id: 'sensitivities',
      name: 'Allergies and sensitivities',
      several: true,
      values: (
        [
          ['coconut', 'coconut'],
          ['fragrance', 'fragrance'],
          ['tea_tree', 'tea tree'],
          ['lavender', 'lavender'],
          ['nuts', '(?:tree )?nuts?'],
          ['shea', 'shea(?: butter)?'],
          ['aloe', 'aloe(?: vera)?'],
          ['latex', 'latex'],
          ['protein', 'protein'],
        ] as const
      ).map(([id, words]) => ({
        id,
        name: id.replace('_', ' '),
        pattern: new RegExp(
          `\\b(?:allergic|sensitive|react|reacted) to (?:\\w+ (?:and |or )?){0,2}${words}\\b|\\b${words} (?:allergy|sensitiv\\w+)\\b|\\brash from (?:\\w+ )?${words}\\b`,
        ),
      })),
      asking: null,
    },
    {
      id: 'climate',
      name: 'Climate',
      several: false,
      values: [
        {
          id: 'humid',
          name: 'humid',
          pattern:
            /\b(?:humid (?:climate|city|here|where i live)|its (?:so |very )?humid|humidity here|live in (?:miami|houston|florida|new orleans|lagos|singapore))\b/,
        },
        {
          id: 'dry',
          name: 'dry',
          pattern: /\b(?:dry (?:climate|heat|air)|desert|live in (?:phoenix|arizona|denver|las vegas))\b/,
        },
        {
          id: 'cold',
          name: 'cold',
          pattern: /\b(?:cold climate|winters? here|live in (?:minnesota|chicago|canada|norway|sweden))\b/,
        },
      ],
      asking: { question: 'Is the air where you live rather humid or dry?', topics: ['climate'] },
    },
    {
      id: 'wash_rhythm',
      name: 'Wash rhythm',
      several: false,
      values: [
        { id: 'daily', name: 'every day', pattern: /\bwash (?:\w+ ){0,3}(?:daily|every day)\b/ },
        {
          id: 'twice_weekly',
          name: 'twice a week',
          pattern: /\bwash (?:\w+ ){0,3}(?:twice a week|every (?:3|three|4|four) days)\b/,
        },
        {
          id: 'weekly',
          name: 'every week',
          pattern: /\bwash (?:\w+ ){0,3}(?:weekly|once a week|every (?:week|sunday|saturday|7 days|seven days))\b/,
        },
        {
          id: 'biweekly',
          name: 'every two weeks',
          pattern: /\bwash (?:\w+ ){0,3}(?:biweekly|every (?:two|2|other) weeks?|every (?:10|ten) days)\b/,
        },
        { id: 'monthly', name: 'once a month', pattern: /\bwash (?:\w+ ){0,3}(?:monthly|once a month|every month)\b/ },
      ],
      asking: { question: 'How often do you wash your hair now?', topics: ['routine'] },
    },
    {
      id: 'styles',
      name: 'Styles worn',
      several: true,
      values: [
        {
          id: 'braids',
          name: 'braids',
          pattern: /\b(?:wear|wearing|in|have|my|got) (?:\w+ )?(?:braids|cornrows|knotless)\b/,
        },
        {
          id: 'twists',
          name: 'twists',
          pattern: /\b(?:wear|wearing|in|have|my|do) (?:\w+ )?(?:twists|twist ?outs?)\b|\btwists nightly\b/,
        },
        { id: 'locs', name: 'locs', pattern: /\bmy (?:\w+ )?(?:locs|sisterlocks|dreads)\b/ },
        { id: 'wigs', name: 'wigs', pattern: /\b(?:my|wear|wearing|a) wigs?\b/ },
        { id: 'wash_and_go', name: 'wash and go', pattern: /\bmy wash (?:and|n) gos?\b/ },
      ],
      asking: null,
    },
  ],
};
