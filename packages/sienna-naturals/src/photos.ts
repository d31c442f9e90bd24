import type { PhotosInput } from '@rapport/core/assistants/photos-definition.ts';

const CURL_TYPES = ['2A', '2B', '2C', '3A', '3B', '3C', '4A', '4B', '4C'] as const;

/**
 * What a photo of hair shows, what wants a doctor's eyes, and small tests for whoever's photo nobody can look at. The float
 * test is left out on purpose: what a strand does in a glass says more of its oils and its air than of its porosity.
 */
export const hairPhotos: PhotosInput = {
  properties: [
    {
      id: 'curl_pattern',
      field: 'type',
      look: 'curl pattern by the usual letters; two neighbouring types where it lies between them or differs over the head',
      values: CURL_TYPES.map((type) => ({ id: type, says: `a curl pattern around ${type}` })),
      range: 'a curl pattern around {value}',
      hiddenBy: {
        wet: 'wet hair hides the pattern',
        product: 'product can change how the pattern sits',
        blurred: 'the photo is not sharp enough to be sure',
        dim: 'the light makes it hard to be sure',
      },
    },
    {
      id: 'length',
      field: 'length',
      look: 'length as it hangs or sits, never measured by the face',
      values: [
        { id: 'short', says: 'a rather short length' },
        { id: 'medium', says: 'a length around shoulder to collarbone' },
        { id: 'long', says: 'a length past the shoulders' },
      ],
      range: null,
      hiddenBy: {},
    },
    {
      id: 'density',
      field: 'density',
      look: 'impression of density: how much scalp shows between strands where hair is parted',
      values: [
        { id: 'low', says: 'a lower density' },
        { id: 'medium', says: 'a medium density' },
        { id: 'high', says: 'a high density' },
      ],
      range: null,
      hiddenBy: { wet: 'wet hair always looks less dense', blurred: 'the photo is not sharp enough to be sure' },
    },
    {
      id: 'style',
      field: 'styles',
      look: 'style worn',
      values: [
        { id: 'braids', says: 'braids' },
        { id: 'twists', says: 'twists' },
        { id: 'locs', says: 'locs' },
        { id: 'wash_and_go', says: 'hair worn loose, as in a wash and go' },
      ],
      range: null,
      hiddenBy: {},
    },
    {
      id: 'shrinkage',
      field: 'shrinkage',
      look: 'shrinkage, only where a stretched and a shrunken part are both in the picture',
      values: [
        { id: 'low', says: 'little shrinkage' },
        { id: 'medium', says: 'some shrinkage' },
        { id: 'high', says: 'strong shrinkage' },
      ],
      range: null,
      hiddenBy: { wet: 'shrinkage shows only once it is dry' },
    },
    {
      id: 'flaking',
      field: 'scalp',
      look: 'flakes on the scalp or between the roots',
      values: [{ id: 'flaky', says: 'some flakes near the scalp' }],
      range: null,
      hiddenBy: {
        product: 'leftover product can look just like it',
        blurred: 'the photo is not sharp enough to be sure',
      },
    },
    {
      id: 'redness',
      field: null,
      look: 'redness of the scalp',
      values: [{ id: 'visible', says: 'visible redness at the scalp' }],
      range: null,
      hiddenBy: { dim: 'the light can do that, too' },
    },
    {
      id: 'breakage',
      field: null,
      look: 'shorter, broken or split strands',
      values: [
        { id: 'some', says: 'a few shorter or split strands' },
        { id: 'many', says: 'many shorter or split strands' },
      ],
      range: null,
      hiddenBy: { blurred: 'the photo is not sharp enough to be sure' },
    },
    {
      id: 'sheen',
      field: null,
      look: 'sheen of the surface',
      values: [
        { id: 'matte', says: 'a matte surface' },
        { id: 'soft', says: 'a soft sheen' },
        { id: 'high', says: 'a strong shine' },
      ],
      range: null,
      hiddenBy: { wet: 'water shines by itself', product: 'product shines by itself' },
    },
  ],
  signs: [
    {
      id: 'less_hair_area',
      look: 'a patch or area with clearly less or no hair',
      says: 'an area with less hair',
      note: 'see_dermatologist',
      advice:
        'Please have a dermatologist look at it soon: when something can be done, early is easier. Until then keep tension, heat and chemicals away from it.',
    },
    {
      id: 'sores',
      look: 'open, weeping, crusted or bleeding skin',
      says: 'skin that looks open or crusted',
      note: 'see_doctor',
      advice:
        'Please show it to a doctor in the next days, and today if it is hot, spreading, very painful or you feel feverish. Nothing on it until then but clean water.',
    },
    {
      id: 'swelling',
      look: 'swollen or raised skin, lumps, pus',
      says: 'an area that looks swollen or raised',
      note: 'see_doctor',
      advice:
        'Please show it to a doctor in the next days, and today if it is hot, spreading, very painful or you feel feverish. If your face, lips or breathing are affected, that is an emergency.',
    },
  ],
  signQuestion: 'How long has it been there, and does it hurt or itch?',
  untold: 'porosity, why hair sheds or breaks, or what is behind anything on the scalp',
  questions: [
    {
      id: 'water_beads',
      field: 'porosity',
      question:
        'Let a few drops of water fall on clean, dry hair and watch for a minute: do they bead up and sit there, or does the hair drink them at once?',
      answers: [
        {
          value: 'low',
          pattern:
            /\b(?:beads?|beading|beaded|sits?|sat|stays?|rolls?|slides?|repels?|runs? off)\b|\b(?:not|never|doesnt|dont|didnt|wont|hardly|barely) (?:\w+ )?(?:soak|absorb|drink|sink)/,
        },
        {
          value: 'medium',
          pattern:
            /\b(?:after a (?:while|bit|minute|moment)|slowly|in ?between|bit of both|both|gradually|eventually|takes? (?:a|some))\b/,
        },
        {
          value: 'high',
          pattern:
            /\b(?:drinks?|drank|soaks?|soaked|absorbs?|absorbed|sinks?|sank|at once|right away|immediately|instantly|straight away|fast|quick\w*|disappears?|gone)\b/,
        },
      ],
    },
    {
      id: 'one_wet_strand',
      field: 'type',
      question:
        'Look at one clean, wet strand with nothing in it: is it straight, wavy, curled like a marker, curled like a pencil, or coily, from a pen spring to a zigzag?',
      answers: [
        {
          value: '4C',
          pattern: /\b(?:no (?:real |clear )?(?:curl |visible )?pattern|fuzzy|tightest|super tight|very tight)\b/,
        },
        { value: '4B', pattern: /\bzig ?-?zag\w*|\bz shape/ },
        { value: '4A', pattern: /\b(?:springs?|springy|crochet|coils?|coily|coiled|pen)\b/ },
        { value: '3C', pattern: /\b(?:pencils?|corkscrews?|straws?)\b/ },
        { value: '3B', pattern: /\b(?:markers?|ringlets?)\b/ },
        { value: '3A', pattern: /\b(?:loose curls?|big curls?|chalk)\b/ },
        { value: '2B', pattern: /\b(?:wavy|waves?|s shape)\b/ },
        { value: null, pattern: /\bstraight\b/ },
      ],
    },
    {
      id: 'ponytail',
      field: 'density',
      question:
        'Gather all of it in one ponytail, if it is long enough, and measure around: under 2 inches (5 cm), 2 to 4 inches, or more than 4 (10 cm)?',
      answers: [
        { value: null, pattern: /\b(?:too short|cant (?:gather|make|do)|no ponytail|not long enough|bald|shaved)\b/ },
        {
          value: 'high',
          pattern:
            /\b(?:(?:more than|over|above) (?:4|four|10)|(?:4\.5|[5-9]|five|six|seven)\b(?! ?cm| ?centi)|1[0-9] ?(?:cm|centi\w*)|the (?:last|thickest|biggest))\b/,
        },
        {
          value: 'low',
          pattern:
            /\b(?:(?:under|less than|below|not even) (?:2|two|5)|(?:1(?:\.\d)?|one)(?: and a half)? ?(?:in|inch|inches|")|[2-4] ?(?:cm|centi\w*)|the (?:first|thinnest|smallest))\b/,
        },
        {
          value: 'medium',
          pattern:
            /\b(?:(?:2|3|4|two|three|four|2\.5|3\.5)|[5-9] ?(?:cm|centi\w*)|the (?:middle|second)|in ?between)\b/,
        },
      ],
    },
    {
      id: 'beside_thread',
      field: 'strand_width',
      question:
        'Lay a single shed hair beside a piece of sewing thread: is it thinner than the thread, about the same, or thicker?',
      answers: [
        { value: 'medium', pattern: /\b(?:same|equal|similar|alike|medium|as thick as|close)\b/ },
        { value: 'fine', pattern: /\b(?:thin|thinner|finer|fine|barely (?:see|feel)|smaller)\b/ },
        { value: 'coarse', pattern: /\b(?:thick|thicker|coarser|coarse|wiry|bigger|wider)\b/ },
      ],
    },
    {
      id: 'let_go_of_a_curl',
      field: 'shrinkage',
      question:
        'Pull one dry curl straight and let it go: does it spring back to less than half of that length, about half, or most of it?',
      answers: [
        {
          value: 'high',
          pattern:
            /\b(?:less than half|under half|a (?:third|quarter)|a lot|way up|all the way|tiny|super short|less)\b/,
        },
        {
          value: 'low',
          pattern:
            /\b(?:most|more than half|over half|nearly all|almost all|hardly|barely|doesnt|not much|stays?|three quarters)\b/,
        },
        { value: 'medium', pattern: /\b(?:half|halfway|middle|50|in ?between)\b/ },
      ],
    },
    {
      id: 'scalp_feel',
      field: 'scalp',
      question:
        'Two days after a wash, how does your scalp feel under your fingertips: oily, dry, itchy, flaky or comfortable?',
      answers: [
        {
          value: null,
          pattern:
            /\b(?:not|isnt|never) (?:really )?(?:oily|dry|itchy|flaky)\b|\b(?:comfortable|fine|good|normal|nothing|ok|okay|great)\b/,
        },
        { value: 'flaky', pattern: /\b(?:flak(?:y|es|ing)|dandruff)\b/ },
        { value: 'itchy', pattern: /\bitch(?:y|es|ing)?\b/ },
        { value: 'oily', pattern: /\b(?:oily|greasy)\b/ },
        { value: 'dry', pattern: /\b(?:dry|tight)\b/ },
      ],
    },
  ],
};
