import type { CareWords } from './care-wording.ts';

/** Hindi in Latin letters, as people type it; polite `aap`, and no word that takes the person's gender. */
export const HINDI_LATIN_CARE: CareWords = {
  acknowledgements: {
    suicide:
      'Achha kiya ki aapne mujhe bataya. Lagta hai aap itna dard akele utha rahe hain jitna kisi ko nahi uthana chahiye.',
    'self-harm':
      'Batane ke liye shukriya. Khud ko chot pahunchana batata hai ki dard kitna gehra hai, aur main aapko judge nahi kar raha.',
    overdose: 'Achha kiya ki bataya, aur ismein ek minute bhi der nahi karni chahiye.',
    abuse:
      'Bahut afsos hai ki aapke saath yeh ho raha hai. Isme aapki koi galti nahi, aur aap surakshit rehne ke haqdaar hain.',
    violence: 'Yeh darane wali baat hai, aur achha hua ki aapne keh diya.',
    'eating-disorder':
      'Achha kiya ki bataya. Yeh sharir aur mann dono par bhaari hai, aur aaj hi dekhbhaal zaroori hai.',
    'third-party': 'Main samajh sakta hoon aapko kitni chinta hai. Aap ise gambhirta se le kar sahi kar rahe hain.',
    substance: 'Achha kiya ki bataya. Yeh khatarnak lagta hai, aur aapko abhi madad milni chahiye.',
    grief: 'Bahut afsos hai. Is dard ke liye koi shabd kaafi nahi.',
    'low-mood': 'Achha kiya ki bataya. Lagta hai sab kuch bahut bhaari ho gaya hai.',
    anxiety: 'Achha kiya ki bataya. Yeh sach mein darawna lagta hai.',
    bullying: 'Afsos hai ki log aapke saath aisa kar rahe hain. Aap yeh deserve nahi karte.',
  },
  steps: {
    suicide: ({ reach, callEmergency }) =>
      `Please abhi ${reach}; agar lagta hai ki aap kuch kar baithenge, to ${callEmergency} ya kisi ke paas jaiye jo aapke saath ruk sake, aur jis cheez se nuksan ho sakta hai use door rakhiye.`,
    'self-harm': ({ reach, callEmergency }) =>
      `Agar ghaav gehra hai ya khoon nahi ruk raha, to abhi ${callEmergency}. Warna please ${reach}, aur jo cheez use kar sakte hain use door rakhiye.`,
    overdose: ({ reach, callEmergency }) =>
      `Please abhi ${callEmergency}, chahe aapko theek lag raha ho, aur bataiye kya liya aur kab. Darwaza khol dijiye aur kisi ke paas rahiye. Uske baad ${reach}.`,
    abuse: ({ reach, callEmergency }) =>
      `Agar abhi khatra hai to ${callEmergency}; bol nahi sakte to line khuli rakhiye. Aap ${reach} bhi, aur kisi bharose wale insaan ko bataiye.`,
    violence: ({ reach, callEmergency }) =>
      `Please jise chot lag sakti hai unse door ho jaiye aur ${callEmergency}; ${reach} bhi.`,
    'eating-disorder': ({ reach, callEmergency }) =>
      `Khoon, behoshi ya seene mein dard ho to aaj hi doctor chahiye: ${callEmergency}. Phir ${reach}.`,
    'third-party': ({ reach, callEmergency }) =>
      `Please unke liye abhi ${callEmergency} aur ho sake to unke paas jaiye ya kisi ko bhejiye. Raasta poochne ke liye ${reach}.`,
    substance: ({ reach, callEmergency }) =>
      `Agar saans dheemi hai ya koi jaag nahi raha, to abhi ${callEmergency}. Phir ${reach}.`,
    grief: ({ reach }) => `Agar kabhi surakshit rehna mushkil lage, to please ${reach}.`,
    'low-mood': ({ reach, callEmergency }) => `Please ${reach}; khatra ho to ${callEmergency}.`,
    anxiety: ({ reach, callEmergency }) => `Agar khatra ho sakta hai to ${callEmergency}; ${reach} bhi.`,
    bullying: ({ reach, callEmergency }) => `Agar khatra hai to ${callEmergency}; ${reach} bhi.`,
  },
  presence: 'Main ek AI hoon, aapke paas aa nahi sakta aur aapke liye call nahi kar sakta, par main yahin hoon.',
  unsure: 'Agar maine galat samjha ho to bata dijiye, hum wahin se aage badhenge.',
  questions: {
    suicide: 'Kya aap abhi apni jaan lene ke baare mein soch rahe hain, aur kya aap is waqt surakshit hain?',
    'self-harm': 'Kya aap abhi surakshit hain, aur kya jaan dene ka khayal aa raha hai?',
    overdose: 'Kya koi aapke saath hai, aur kya aapne call kiya?',
    abuse: 'Kya aap abhi surakshit hain, aur kya woh yeh screen dekh sakte hain?',
    violence: 'Kya abhi koi khatre mein hai, aap ya koi aur?',
    'third-party': 'Kya aapko pata hai woh abhi kahan hain?',
  },
  question: 'Kya aap abhi surakshit hain?',
  trustedAdult:
    'Please aaj hi kisi bade ko bhi bataiye jis par bharosa ho: mummy ya papa, chacha ya mausi, teacher, school nurse. Aapne kuch galat nahi kiya, aur sahi shabd zaroori nahi; unhe yeh dikha dijiye.',
  notKept: 'Ek baat aur: abhi main hamari baatcheet save nahi kar pa raha, isliye number saamne rakhiye.',
  reach: (line, isMinor, directory) => {
    if (line === null) {
      return {
        reach: `apne desh ki helpline par call kijiye (${directory} par list hai)`,
        callEmergency: 'apne desh ke emergency number par call kijiye',
      };
    }
    const beside = line.namesDirectory ? `; aur lines ${directory} par hain` : '';
    const child =
      isMinor && line.child !== null ? `${line.child.number} (${line.child.name}, bachchon ke liye) ya ` : '';
    return {
      reach: `${child}${line.number} (${line.name}${beside}) par call${line.takesTexts ? ' ya text' : ''} kijiye`,
      callEmergency: `${line.emergency} par call kijiye`,
    };
  },
  addressed: (name, acknowledgement) =>
    `${name}, ${acknowledgement.charAt(0).toLowerCase()}${acknowledgement.slice(1)}`,
  aftercare: {
    farewell: ({ reach, callEmergency }) =>
      `Mujhse baat karne ke liye shukriya. Please isme akele mat rahiye: kisi bhi waqt ${reach}, aur khatre mein ${callEmergency}. Apna khayal rakhiye. Jab chahein wapas aaiye, main yahin hoon.`,
    safe: ({ reach }) =>
      `Batane ke liye shukriya. Rahat hai ki aap abhi surakshit hain. Phir se bhaari lage, raat ko ya kabhi bhi, to please ${reach}. Main ek AI hoon aur main bhi yahin hoon. Agla ek ghanta kaise thoda aasan ho sakta hai?`,
    better: ({ reach }) =>
      `Achha laga ki thoda halka hai. Yeh laut bhi sakta hai, isliye yeh paas rakhiye: ${reach}. Main ek AI hoon, aur aapko kisi insaan ka saath bhi milna chahiye. Kya koi thodi der aapke saath reh sakta hai?`,
    asked: ({ reach, callEmergency }) =>
      `Hum us baare mein baat kar sakte hain. Pehle ek baat, jo zyada zaroori hai: kya aap abhi surakshit hain? Agar nahi, to ${reach}, ya khatre mein ${callEmergency}. Main ek AI hoon, aur ek insaan woh kar sakta hai jo main nahi kar sakta.`,
    staying: [
      'Main ab bhi aapke saath hoon, aur aapne jo bataya wahi abhi sabse zaroori hai.',
      'Main sun raha hoon, aur aapne jo bataya woh bhoola nahi hoon.',
      'Sabse pehle main jaanna chahta hoon ki aap theek hain.',
    ],
    stays: (opening, { reach, callEmergency }) =>
      `${opening} Please ${reach}; khatre mein ${callEmergency}. Main ek AI hoon, aur ek insaan woh kar sakta hai jo main nahi kar sakta. Kya aap is waqt surakshit hain?`,
    misread: ({ reach }) =>
      `Sahi karne ke liye shukriya, achha laga sunkar. Main ek baar zyada poochhna behtar samajhta hoon. Kabhi itna bhaari lage to ${reach}. Chaliye aage: aap kya bata rahe the?`,
    isMisread:
      /\b(?:mazaa?k|majaa?k) (?:tha|thi|kar raha|kar rahi)\b|\bgalat (?:samajh|samjh)\w*|\b(?:aisa|waisa|woh) (?:kuch )?nah?in?\b|\bmera (?:yeh |ye |woh )?matlab nah?in?\b|\bkhatre mein nah?in?\b/i,
    isSafe:
      /\b(?:main |mai )?(?:surakshit|safe) (?:hoon|hun|hu)\b|\bakel[ai] nahi\b|\b(?:mummy|papa|bhai|behen|didi|dost|koi) (?:mere saath|yahan|yahin|aa rah\w+)\b/i,
    isBetter: /\b(?:theek|thik|behtar|better|halka|acch?a lag)\b/i,
    isNot:
      /\b(?:theek|thik|behtar|better|safe|surakshit|acch?a)(?: \w+)? nah?in?\b|\bnah?in? (?:\w+ )?(?:theek|thik|behtar|safe)\b/i,
  },
};
