import type { QuestionReading } from './question-reading.ts';

/** Which slots answer a question, by its words. One row a way of asking; the first row that fits comes first. */
interface SlotRule {
  readonly pattern: RegExp;
  readonly slots: readonly string[];
  /** Kinds of question it holds for; any where left out. */
  readonly wanted?: readonly QuestionReading['wanted'][];
}

export const SLOT_RULES: readonly SlotRule[] = [
  {
    pattern: /\b(?:live|lives|living|lived|based|move|moved|home town|address|city|country|town|vive|rehta|rehti)\b/i,
    slots: ['lives-in', 'moved-to'],
    wanted: ['where', 'polar', 'when', 'who', 'duration'],
  },
  {
    pattern: /\b(?:from|grow up|grew up|born|originally|home ?town|raised|nationality)\b/i,
    slots: ['from', 'nationality'],
    wanted: ['where', 'polar', 'what'],
  },
  { pattern: /\blive with|living with|share (?:a|my|the) (?:flat|house|room)\b/i, slots: ['lives-with'] },
  {
    pattern: /\b(?:work|works|worked|working|employer|company|office|trabaja|kaam)\b/i,
    slots: ['employer', 'workplace', 'job'],
    wanted: ['where', 'who', 'what', 'polar', 'about'],
  },
  {
    pattern: /\b(?:job|jobs|do for (?:a living|work)|profession|occupation|job title|role|career|teach|what am i)\b/i,
    slots: ['job', 'employer', 'employment'],
  },
  { pattern: /\b(?:shift|shifts|hours|nights|schedule)\b/i, slots: ['shift'] },
  { pattern: /\bstart(?:ing)?\b/i, slots: ['job-start'], wanted: ['when'] },
  { pattern: /\b(?:age|old|turn|turning)\b/i, slots: ['age', 'birthday'] },
  { pattern: /\b(?:birthday|bday|born)\b/i, slots: ['birthday'] },
  { pattern: /\b(?:pronouns?)\b/i, slots: ['pronouns'] },
  { pattern: /\b(?:allerg\w*|intoleran\w*|epipen|react(?:ion)? to)\b/i, slots: ['allergy', 'intolerance'] },
  {
    pattern: /\b(?:eat|food|cook|diet|vegan|vegetarian|meat)\b/i,
    slots: ['allergy', 'intolerance', 'diet', 'avoids', 'likes', 'dislikes'],
  },
  {
    pattern: /\b(?:drink|coffee|tea|chai|alcohol|wine|beer)\b/i,
    slots: ['likes', 'avoids', 'dislikes', 'habit', 'sober'],
  },
  { pattern: /\b(?:diagnos\w*|condition|illness|disease|disorder|health|sick)\b/i, slots: ['diagnosis', 'injury'] },
  { pattern: /\b(?:medicine|medication|meds|pills?|tablets?|dose|taking)\b/i, slots: ['medicine'] },
  { pattern: /\b(?:results?|biopsy|scan|test|tests)\b/i, slots: ['result:', 'result', 'outcome'] },
  { pattern: /\b(?:injur\w*|broke|break|sprain\w*|hurt)\b/i, slots: ['injury'] },
  { pattern: /\bsober\b/i, slots: ['sober'] },
  { pattern: /\b(?:favou?rite|fav)\b/i, slots: ['favourite:'] },
  { pattern: /\b(?:car|drive|drives)\b/i, slots: ['owns:car', 'named:car'] },
  { pattern: /\b(?:own|have|got|phone|bike|laptop|guitar|boat|van|house)\b/i, slots: ['owns:'] },
  { pattern: /\b(?:called|name|named|names)\b/i, slots: ['name', 'named:', 'is'] },
  { pattern: /\b(?:saved?|savings)\b/i, slots: ['saved', 'goal'] },
  { pattern: /\b(?:goal|aim|target|saving (?:up )?for|resolution|dream)\b/i, slots: ['goal', 'saved'] },
  {
    pattern: /\b(?:study|studying|degree|major|course|uni|university|college|school|class)\b/i,
    slots: ['studies', 'school'],
  },
  { pattern: /\b(?:like|love|enjoy|into|prefer|hobb\w*|fun)\b/i, slots: ['likes', 'hobby', 'favourite:', 'dislikes'] },
  { pattern: /\b(?:hate|dislike|stand|can'?t stand)\b/i, slots: ['dislikes', 'avoids'] },
  { pattern: /\b(?:afraid|scared|fear|phobia)\b/i, slots: ['fears'] },
  { pattern: /\b(?:speak|language|languages)\b/i, slots: ['speaks'] },
  { pattern: /\b(?:religion|faith|religious|believe)\b/i, slots: ['faith'] },
  {
    pattern: /\b(?:married|single|dating|relationship|together|girlfriend|boyfriend|partner|husband|wife)\b/i,
    slots: ['relationship', 'is', 'name'],
  },
  { pattern: /\b(?:pregnant|expecting|baby|due)\b/i, slots: ['expecting', 'due', 'is', 'name'] },
  { pattern: /\b(?:die|died|dead|alive|passed away|lost)\b/i, slots: ['died'] },
  { pattern: /\b(?:fight|fighting|fallen? out|argu\w*|mad at|speaking to|talking to|angry)\b/i, slots: ['conflict'] },
  { pattern: /\b(?:secret|tell me|told me|confide)\b/i, slots: ['secret'] },
  {
    pattern: /\b(?:club|team|band|group|choir|in my|join\w*|left|member\w*|members)\b/i,
    slots: ['member', 'member-of'],
  },
  { pattern: /\b(?:feel|felt|mood|feeling)\b/i, slots: ['feeling'] },
  { pattern: /\b(?:usually|every|routine|habit|always|normally)\b/i, slots: ['habit'] },
  { pattern: /\bhow many\b/i, slots: ['count', 'is'] },
];

/** What open-ended questions are answered from, besides their own slots. */
const OPEN_SLOTS = ['event', 'plan', 'outcome', 'fact'];

/** The slots that may answer a question, narrowest first. */
export function slotsAskedFor(reading: QuestionReading): readonly string[] {
  const fitting = SLOT_RULES.filter(
    ({ pattern, wanted }) => pattern.test(reading.text) && (wanted === undefined || wanted.includes(reading.wanted)),
  ).flatMap(({ slots }) => slots);
  const people =
    reading.relations.length > 0 || reading.wanted === 'who' || reading.wanted === 'about' ? ['is', 'name'] : [];
  return [...new Set([...fitting, ...people, ...OPEN_SLOTS])];
}
