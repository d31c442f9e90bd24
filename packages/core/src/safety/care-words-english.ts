import type { CareWords } from './care-wording.ts';

export const ENGLISH_CARE: CareWords = {
  acknowledgements: {
    suicide: "I'm really glad you told me. It sounds like you're carrying more pain than anyone should hold alone.",
    'self-harm': "Thank you for telling me. Hurting yourself says how much pain you're in, and I'm not judging you.",
    overdose: "I'm glad you told me, and this can't wait.",
    abuse: "I'm so sorry this is happening to you. It is not your fault, and you deserve to be safe.",
    violence: "That sounds frightening, and I'm glad you said it instead of carrying it alone.",
    'eating-disorder':
      "I'm glad you told me. What you describe is hard on a body and on a heart, and it deserves care today.",
    'third-party': "I can hear how worried you are. You're right to take this seriously.",
    substance: "I'm glad you told me. This sounds dangerous, and you deserve help with it right now.",
    grief: "I'm so sorry. That is a pain no words are big enough for.",
    'low-mood': "I'm really glad you told me. It sounds like everything has become too heavy.",
    anxiety: "I'm glad you told me. That sounds terrifying.",
    bullying: "I'm so sorry people are treating you this way. You don't deserve it.",
  },
  steps: {
    suicide: ({ reach, callEmergency }) =>
      `Please ${reach} right now; if you might act on this, ${callEmergency} or go to someone who can stay with you, and put distance between you and anything you could use.`,
    'self-harm': ({ reach, callEmergency }) =>
      `If the wound is deep or won't stop bleeding, ${callEmergency} now. Otherwise please ${reach}, and put what you could use out of reach.`,
    overdose: ({ reach, callEmergency }) =>
      `Please ${callEmergency} right now, even if you feel fine, and tell them what you took and when. Unlock the door and stay near someone. You can also ${reach}.`,
    abuse: ({ reach, callEmergency }) =>
      `If you are in danger now, ${callEmergency}; if you can't speak, leave the line open. You can also ${reach} and tell an adult or friend you trust.`,
    violence: ({ reach, callEmergency }) =>
      `Please move away from anyone who could get hurt and ${callEmergency}, or ${reach}.`,
    'eating-disorder': ({ reach, callEmergency }) =>
      `Blood, fainting or chest pain need a doctor today: ${callEmergency}. You can also ${reach}.`,
    'third-party': ({ reach, callEmergency }) =>
      `Please ${callEmergency} for them now and, if you safely can, go to them or send someone. You can also ${reach} to be guided through it.`,
    substance: ({ reach, callEmergency }) =>
      `If breathing is slow or someone can't be woken, ${callEmergency} now. You can also ${reach}.`,
    grief: ({ reach }) => `If it ever becomes too much to stay safe, please ${reach}.`,
    'low-mood': ({ reach, callEmergency }) => `Please ${reach}; if you are in danger, ${callEmergency}.`,
    anxiety: ({ reach, callEmergency }) => `If you might be in danger, ${callEmergency}; you can also ${reach}.`,
    bullying: ({ reach, callEmergency }) => `If you are in danger, ${callEmergency}; you can also ${reach}.`,
  },
  presence: "I'm an AI, so I can't come to you or call for you, but I'm staying right here.",
  unsure: "If I've read you wrong, just tell me and we'll go on with what you were saying.",
  questions: {
    suicide: 'Are you thinking of killing yourself right now, and are you safe this minute?',
    'self-harm': 'Are you safe right now, and are you thinking of ending your life?',
    overdose: 'Is someone with you, and have you called?',
    abuse: 'Are you safe right now, and can they see this screen?',
    violence: 'Is anyone in danger right now, you or someone else?',
    'third-party': 'Do you know where they are right now?',
  },
  question: 'Are you safe right now?',
  trustedAdult:
    "Please also tell a grown-up you trust today: a parent, an aunt or uncle, a teacher, a school nurse. You are not in trouble, and you don't have to find the right words; you can show them this.",
  notKept:
    "One more thing: I can't save our conversation at the moment, so please keep the number where you can see it.",
  reach: (line, isMinor, directory) => {
    if (line === null) {
      return {
        reach: `call a helpline near you (${directory} lists them by country)`,
        callEmergency: 'call your local emergency number',
      };
    }
    const beside = line.namesDirectory ? `; others are at ${directory}` : '';
    const call = line.takesTexts ? 'call or text' : 'call';
    const child =
      isMinor && line.child !== null ? `call ${line.child.number} (${line.child.name}, for young people) or ` : '';
    return {
      reach: `${child}${call} ${line.number} (${line.name}${beside})`,
      callEmergency: `call ${line.emergency}`,
    };
  },
  addressed: (name, acknowledgement) =>
    /^I\b|^I'/.test(acknowledgement)
      ? `${name}, ${acknowledgement}`
      : `${name}, ${acknowledgement.charAt(0).toLowerCase()}${acknowledgement.slice(1)}`,
  aftercare: {
    farewell: ({ reach, callEmergency }) =>
      `Thank you for talking with me. Please don't be alone with this: you can ${reach} at any hour, and in danger, ${callEmergency}. Take care of yourself. I'm here whenever you want to come back.`,
    safe: ({ reach }) =>
      `Thank you for telling me. I'm relieved you're safe right now. If it gets heavy again, tonight or any time, please ${reach}. I'm an AI and I'm here too. What would make the next hour a little easier?`,
    better: ({ reach }) =>
      `I'm glad it's a little lighter. It can come back in waves, so please keep this close: ${reach}. I'm an AI, and you deserve a person for this too. Is there someone who could be with you for a while?`,
    asked: ({ reach, callEmergency }) =>
      `We can talk about that, and I'd like to. First tell me one thing, because it matters more: are you safe right now? If you aren't, ${reach}, or in danger, ${callEmergency}. I'm an AI, and a person can do what I can't.`,
    staying: [
      "I'm still here with you, and what you told me matters more than anything else right now.",
      "I'm listening, and I haven't forgotten what you told me.",
      "Before anything else I'd like to know that you're alright.",
    ],
    stays: (opening, { reach, callEmergency }) =>
      `${opening} You can ${reach}; in danger, ${callEmergency}. I'm an AI, and a person can do what I can't. Are you safe at this moment?`,
    misread: ({ reach }) =>
      `Thank you for putting me right, and I'm glad. I'd rather ask once too often. If it ever does get that dark, ${reach}. Let's go on: what were you about to tell me?`,
    isMisread:
      /\b(?:not|never|isn'?t|wasn'?t) (?:\w+ ){0,2}(?:suicidal|in (?:any )?danger|being (?:hurt|abused)|what i meant|like that|that deep|serious)\b|\bmis(?:read|understood|understanding)\b|\b(?:got|get|took) (?:me|it|that) (?:all )?wrong\b|\b(?:only|just|was|i'?m) (?:a joke|joking|kidding|venting)\b|\b(?:nobody|no one) (?:is )?(?:hurt|hurts|hurting) me\b|\bdidn'?t mean (?:it|that)\b/i,
    isSafe:
      /\b(i'?m|i am|im|we'?re|she'?s|he'?s|they'?re) (safe|not alone|with (my|a|someone|friends?|family))\b|\bi (called|rang|texted|told|phoned) (them|him|her|988|911|999|112|116|000|someone|my)\b|\b(someone|somebody|my \w+) is (here|with me|coming|on (the|her|his) way)\b|\byes,? (i'?m |im |i am )?safe\b/i,
    isBetter: /\b(better|calmer|ok(ay)?|alright|all right|fine|relieved)\b/i,
    isNot: /\b(not|n'?t|never|no) (\w+ ){0,2}(better|calmer|ok(ay)?|alright|all right|fine|safe)\b/i,
  },
};
