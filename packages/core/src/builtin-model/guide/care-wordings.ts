/** What a hand might do next to a head that needs looking at, and what to say of it. `{spot}` names what was told. */

/** First help where no passage has it: what to do, then who looks. */
export const FIRST_HELP: Readonly<Record<'poison' | 'eye' | 'reaction' | 'skin' | 'loss' | 'tension', string>> = {
  poison:
    "Call poison control now: in the US 1-800-222-1222, free, day and night; elsewhere your local poison line or emergency number. Don't make anyone vomit, wipe the mouth, and keep the bottle in hand. If breathing is hard or they won't wake, call emergency services first.",
  eye: 'Rinse the open eye with cool running water for 15 to 20 minutes, contact lenses out, and do not rub. If it still hurts, is red or blurred after that, or it was relaxer, dye or bleach, get urgent care today; poison control (1-800-222-1222 in the US) can guide you meanwhile.',
  reaction:
    'Stop using it and rinse it out with cool water, and put nothing new on that skin. Have a doctor look if it does not settle within a day or two. If your face, lips or tongue swell or breathing is hard, call your local emergency number now. This should not have happened, and I am sorry.',
  skin: 'That needs a person to look at it: please see a doctor, best a dermatologist, within days, and today if there is pus, fever or spreading pain. Until then nothing on the spot, oil included, and no heat, chemicals or pulling; lukewarm water is enough.',
  loss: 'Hair loss like that is worth showing to a dermatologist soon, because some causes are best treated early. Until then keep it loose and gentle: no tight styles, relaxer or high heat. Note when it began and what changed around then; they will ask.',
  tension:
    'A style that hurts is too tight: have it loosened or taken down today, the edges first. Rest them from pulling for some weeks. If soreness, bumps or thinning stay, a dermatologist should look, since early traction loss can recover and late loss may not.',
};

type Guarded = 'tension' | 'oil' | 'chemical' | 'heat';

/** Said in full to the first plan that would touch the spot. */
export const HOLD_OFF: Readonly<Record<Guarded, readonly string[]>> = {
  tension: [
    "I'd hold off on that while your scalp is like this. Anything that pulls on the roots can make it worse, and hides it from whoever needs to see it. Wear it loose and low, and let a dermatologist look first. Once it has been seen and is calm, I'll gladly plan the style with you.",
    "Please wait with that one: pulling on roots that are sore or bare can turn a passing problem into a lasting one. Loose and low for now, and a dermatologist first. When they've seen it and it has settled, we can plan the style together.",
  ],
  oil: [
    'Not on that spot, please. On skin that is sore or bare even a gentle oil can irritate, and no oil treats the cause. Leave it clean and bare until a dermatologist has looked. On your lengths, well away from it, your usual products are fine.',
    'I would put nothing on that spot, oils included: they can irritate it and cover what a dermatologist needs to see. Lukewarm water is enough there for now. Your lengths may have what they usually get.',
  ],
  chemical: [
    'Please leave that out for now. Color, relaxer and other chemicals do not belong on a scalp that is sore, bare or shedding. Have a dermatologist look first, and ask them when it is safe again.',
    'Not on that scalp, please: chemicals can burn it and make loss worse. A dermatologist first; they can tell you when it may be done again.',
  ],
  heat: [
    'Skip the heat for now, at least near that spot: it can irritate skin that is already sore. Air-dry or use cool air, and let a dermatologist look before you go back to it.',
    'I would leave heat out until that spot has been seen. Air-drying with a loose style is kinder to it, and a dermatologist comes first.',
  ],
};
/** Said briefly once it was said in full. */
export const STILL_HOLD_OFF: readonly string[] = [
  'The same goes here: not until a dermatologist has seen that spot. Loose, gentle and bare is right for it meanwhile.',
  'Not yet, for the same reason. The dermatologist first, then we plan it.',
  'That still has to wait for the dermatologist, I am sorry. Have you been able to get an appointment?',
  'Same answer for now: nothing that pulls on it, nothing put on it, until it has been looked at.',
];
/** Before other advice, while something that must be seen has not been. */
export const MINDFUL: readonly string[] = [
  'Leave that spot alone in all of this: no pulling, nothing put on it, and the dermatologist still first.',
  'Around that spot: lukewarm water only, until it has been seen.',
  'Keep that spot out of it until the dermatologist has looked.',
  '(That spot still needs the dermatologist.)',
];
/** The same while hair is being lost: nothing is sore, so that only pulling and harshness are ruled out. */
export const MINDFUL_OF_LOSS: readonly string[] = [
  'While your hair is shedding or thinning, keep all of this loose and gentle, and do have it looked at.',
  'With the loss you told me of: gentle hands, no pulling, and a doctor for the cause.',
  '(The loss itself is still one for a doctor.)',
];
export const MINDFUL_OF_TENSION: readonly string[] = [
  'After that soreness, keep everything loose at the roots.',
  'Nothing that pulls while it is sore.',
  '(Still loose at the roots, please.)',
];
export const MINDFUL_OF_CARRYING: readonly string[] = [
  'While you carry or nurse a child, your doctor, midwife or pharmacist comes before this.',
  'Your midwife or pharmacist should hear of that one first.',
  '(Doctor, midwife or pharmacist first, as before.)',
];
export const MINDFUL_OF_TREATMENT: readonly string[] = [
  'While you are in treatment, your care team has the first word on anything you put on or do to your hair and scalp.',
  'Please ask your care team first; they know your treatment.',
  '(Your care team first, as before.)',
];
/** To word that it is healed or was seen. */
export const SEEN: readonly string[] = [
  "I'm glad that has been looked after. Go by what they told you; start gently, and stop if it hurts or burns again.",
  'Good to hear. What they told you goes before anything I say; ease back in, and stop at the first soreness.',
];
/** To a relaxer, texturizer or dye for a child. */
export const CHILD_NO_CHEMICALS: readonly string[] = [
  "No, I'd leave that for when they are grown: a child's scalp is thinner and burns more easily, and what is done to the hair can't be undone. Easier without it: plenty of conditioner on wet hair, detangle from the ends in four sections, and loose braids or twists for the night. Which part takes you longest?",
  "I'd say no to that for a child. Relaxers and dyes are harsh on young skin, and no shortcut is worth a burn. What helps instead: detangle only when it is wet and full of conditioner, ends first, and keep it in loose twists between washes. What is hardest at the moment?",
];
/** To hot tools for a child. */
export const CHILD_LITTLE_HEAT: readonly string[] = [
  'For a child, leave hot irons out, and use a dryer only cool and at a distance. Stretch it with loose braids or bands on damp hair instead; that is kinder, and it lasts for days.',
  'Heat is better left for later: young hair is fine and scorches early. Loose braids on damp hair stretch it overnight without any.',
];
/** What is asked during treatment, the more particular first. */
export const IN_TREATMENT: readonly { readonly asks: RegExp; readonly lines: readonly string[] }[] = [
  {
    asks: /\b(?:shav\w+|cut|chop|buzz|shorter)\b/i,
    lines: [
      'That is yours to choose, and there is no wrong answer: many cut it shorter before it falls because it feels gentler, others wait. If you do, use clippers with a guard rather than a blade, since small cuts matter now, and tell your care team first if your scalp is sore.',
      'Shorter before it falls feels easier to many, and waiting is as good. Clippers with a guard are safer than a razor while your skin heals slowly. Your care team knows whether anything speaks against it.',
    ],
  },
  {
    asks: /\b(?:come|grow)s? (?:back|in)\b|\bregrow\w*\b|\bcurly\b/i,
    lines: [
      'For most people hair comes back after treatment, and it may differ in curl or color for a while; nobody can promise how or when. Your care team can say what to expect with your medicines.',
      'I can not promise how it returns. New hair often differs in curl or color at first, and your care team knows best what your medicines usually do.',
    ],
  },
  {
    asks: /\b(?:put|use|apply|oil|scalp|wash|shampoo|products?|cream|moisturi[sz]\w*|vitamins?|minoxidil)\b/i,
    lines: [
      'Keep it to very little: lukewarm water and a mild, unscented shampoo once or twice a week, an unperfumed moisturizer if the skin is dry, a soft cap, and sun cover. Show your care team anything new first, oils and supplements too, and call them for sores, fever or a burning scalp.',
      'Mild, unscented and seldom: a gentle wash once or twice a week, plain moisturizer, soft cotton. Oils, dyes and supplements only if your care team agrees, and they should hear of sores or burning at once.',
    ],
  },
];
