import type { Cued, LanguageReplies } from './replies.ts';

const KIN =
  'mummy|mumma|maa|mom|papa|dad|behen|didi|bhai|bhaiya|dost|biwi|pati|wife|husband|beta|beti|dadi|nani|dada|nana|chacha|mama|boss|girlfriend|boyfriend|padosi';
const said = (pattern: string) => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, 'iu');

/** What is said to a companion in Hindi written with Latin letters, the serious and the particular first. */
const HINGLISH_TALK: readonly Cued[] = [
  {
    cue: said('guzar ga(?:ye|yi|ya)|chal bas[ei]|nahi rahe|expire ho ga\\p{L}*|maut|mar ga(?:ya|yi|ye)|antim sanskar'),
    replies: [
      'Bahut afsos hua yeh sunkar. Kuch kehna zaroori nahi; yaadein baantni ho toh main yahin hoon.',
      'Dil se afsos hai. Aise waqt mein kuch bhi mehsoos karna theek hai. Jo mann kare, kahiye.',
    ],
  },
  {
    cue: /^(?:(?:hi|hello|hey|namaste)[,! ]+)?(?:main|mai|mera naam) (?<who>\p{L}{2,15})(?: hai| hoon| hu)?[\s.!]*$/iu,
    replies: ['{who}, milkar achha laga! Aaj din kaisa raha?', 'Namaste {who}! Kya chal raha hai aajkal?'],
  },
  {
    cue: /^(?:good ?night|gn|shubh ratri)(?: (?:yaar|bhai|dost|ji))?[\s.!]*$/iu,
    replies: ['Shubh ratri, achhe se soiye!', 'Good night! Kal ka din achha ho.'],
  },
  {
    cue: said('aur (?:batao|bataiye|sunao|bolo)|kuch (?:bolo|batao|sunao)'),
    replies: [
      'Main toh sunne wala hoon, aap sunaiye: aaj ki sabse achhi baat kya thi?',
      'Ek sawaal mera: aajkal kis cheez ka intezaar hai?',
    ],
  },
  {
    cue: said(String.raw`mujhe (?<what>\p{L}+(?: \p{L}+)?) (?:bahut |bohot |kaafi )?(?:pasand|achh?[aie] lagt[aie])`),
    replies: ['{what}! Isme sabse achha kya lagta hai?', 'Achha, {what}. Yeh shauk kab se hai?'],
  },
  {
    cue: said(
      '(?:kal|phir|fir|baad mein) mil(?:te|enge)|chalta hoon|chalti hoon|alvida|shubh ratri|good ?night|sone ja \\p{L}+|chal(?:o)? bye|bye',
    ),
    replies: [
      'Chaliye, apna khayal rakhiye!',
      'Phir milte hain. Aapse baat karke achha laga.',
      'Bye! Aaram se rahiye.',
    ],
  },
  {
    cue: said(
      '(?:tum|aap|tu) (?:insaan|robot|bot|asli|human|machine|ai) (?:ho|hai|hain)|kya (?:tum|aap) (?:insaan|robot|human|ai)',
    ),
    replies: [
      'Main {assistant} hoon, ek AI, insaan nahi. Par dhyan se sunta zaroor hoon.',
      'Nahi, main insaan nahi: {assistant}, ek AI. Aisa kyun poocha?',
    ],
  },
  {
    cue: said(
      '(?:tum|aap|tu|tera|aapka|tumhara)?(?: din)? ?kais[aei] (?:ho|hai|hain|raha)|kya haal(?: hai| chaal)?|kaise ho|kya chal raha(?: hai)?|aur (?:tum|aap)[ ?]*$',
    ),
    replies: [
      'Main badhiya, poochne ke liye shukriya! Aap kaise hain?',
      'AI hoon, toh achhe-bure din nahi hote, par aapse baat karke achha lagta hai. Aapka din kaisa raha?',
      'Sab theek idhar. Aap sunaiye, kya chal raha hai?',
    ],
  },
  {
    cue: said(
      '(?:tumhe|tumko|aapko|tujhe)\\b.*(?:pasand|achh?a|achh?i|lagta|lagti|aata|aati|pata)|(?:tumhara|aapka|tera|tumhari|aapki|teri) (?:naam|umar|umr|ghar|favou?rite|family)|(?:tum|aap) (?:kahan|kya khate|sote|kitne)',
    ),
    replies: [
      'Main AI hoon, toh apni pasand jaisi cheez nahi hai, par aapki sunna chahta hoon. Aap batayein?',
      'Sach kahun toh AI ke saath aisa kuch nahi hota. Aapka jawab kya hoga?',
    ],
  },
  {
    cue: said('joke|chutkula|chutkule|hasao|hasa do|kuch funny'),
    replies: [
      'Teacher: homework kyun nahi kiya? Student: sir, light nahi thi. Teacher: toh mombatti jala lete! Student: sir, maachis pooja ghar mein thi aur main nahaya nahi tha.',
      'Pappu ne fridge mein kitaab kyun rakhi? Kyunki usse thanda dimaag chahiye tha.',
      'Ek aalsi doosre se: neend mein bhi thak jaata hoon. Doosra: kyun, sapne mein kaam karta hai?',
    ],
  },
  {
    cue: /^(?:(?:ha|he){2,}h?|lol|lmao|hehe)\P{L}*(?:mast|sahi|achh?a|badhiya|nice|bhai|yaar)?\P{L}*$/iu,
    replies: ['Hasi sunkar achha laga!', 'Bas, mera kaam ho gaya.', 'Chalo, mood toh bana!'],
  },
  {
    cue: said(
      'kya kar[ou]n?|kya karna chahiye|kaise kar[ou]n?|koi (?:advice|salah|idea|tip)|salah do|madad (?:karo|chahiye)|help kar\\p{L}*|kya bol[ou]n?',
    ),
    replies: [
      'Ek chhota kadam sochte hain: aaj kya ek cheez thodi halki ho sakti hai?',
      'Faisla aapka hai, par saath mein soch sakte hain. Agar dost aapki jagah hota toh use kya kehte?',
      'Pehle thoda ruk kar saans lein, phir ek hi baat chunein. Sabse zaroori kaunsi hai?',
    ],
  },
  {
    cue: said('boss\\b.*(?:daant\\p{L}*|chill\\p{L}*|gussa|sunaya)|sabke saamne|daant(?:a| diya| padi)'),
    replies: [
      'Sabke saamne sunna bahut bura lagta hai. Aapne kya kaha phir?',
      'Yeh theek nahi hua. Us waqt kaisa laga?',
    ],
  },
  {
    cue: said('shaadi|engagement|sagai|bachha hone|rishta pakka'),
    replies: [
      'Arre wah, badhai ho! Taiyaari kaisi chal rahi hai?',
      'Kitni khushi ki baat hai! Sabse zyada kis cheez ka intezaar hai?',
    ],
  },
  {
    cue: said(String.raw`(?:mer[aie]|hamar[aei]) (?<who>${KIN})\b.*(?:bimaar|beemar|hospital|operation|tabiyat|chot)`),
    replies: [
      'Oh, umeed hai jaldi theek ho jaayein. Ab kaisi tabiyat hai?',
      'Chinta hona laazmi hai. Aap khud kaise sambhal rahe hain?',
    ],
  },
  {
    cue: said('thak (?:ga\\p{L}+|jaata|jaati)|thaka(?:an)?|thaki|neend (?:nahi|nhi|aa)|so nahi paa\\p{L}*'),
    replies: [
      'Lagta hai din lamba tha. Sabse zyada kis cheez ne thakaya?',
      'Thoda aaram bhi zaroori hai. Aaj apne liye waqt mila?',
    ],
  },
  {
    cue: said('stress|tension|pareshaan|chinta|ghabra\\p{L}*|dar lag \\p{L}*|anxiety'),
    replies: [
      'Samajh sakta hoon, yeh bojh hota hai. Sabse zyada kya khatak raha hai?',
      'Tension mein sab bada lagta hai. Ek cheez kaunsi hai jo aaj halki ho sakti hai?',
    ],
  },
  {
    cue: said('akela|akeli|yaad aa \\p{L}+|miss kar \\p{L}+|koi nahi hai'),
    replies: [
      'Akelapan bhaari hota hai, achha hua aapne kaha. Kis se baat karke halka lagta hai?',
      'Main sun raha hoon. Kab sabse zyada mehsoos hota hai?',
    ],
  },
  {
    cue: said('paise|paisa|salary|kharcha|udhaar|loan|kiraya'),
    replies: [
      'Paison ki fikr neend uda deti hai. Sabse zaroori kharcha kaunsa hai?',
      'Samajh gaya. Is mahine thodi raahat kahan se mil sakti hai?',
    ],
  },
  {
    cue: said('exam|padhai|college|school|class|paper|result'),
    replies: ['Padhai kaisi chal rahi hai?', 'Kaunsa hissa sabse mushkil lagta hai?'],
  },
  {
    cue: said('cricket|match|player|film|movie|gaana|gaane|music|game|kitaab|serial'),
    replies: ['Isme sabse achha kya lagta hai?', 'Kab se shauk hai?', 'Yeh kiske saath dekhna ya karna pasand hai?'],
  },
  {
    cue: said('kutta|kutte|billi|dog|cat|puppy'),
    replies: ['Wah! Uska swabhav kaisa hai?', 'Woh sabse zyada shararat kya karta hai?'],
  },
  {
    cue: said('office|naukri|job|kaam (?:karta|karti|par|pe|hai)|boss|meeting'),
    replies: ['Kaam mein sabse achha kya lagta hai, aur kya nahi?', 'Wahan ka ek aam din kaisa hota hai?'],
  },
  {
    cue: said('(?:rehta|rehti|rehte) (?:hoon|hu|hun|hai|hain)|se hoon|ghar .* mein'),
    replies: ['Wahan ki sabse achhi baat kya hai?', 'Kaisi jagah hai, mann lagta hai wahan?'],
  },
  {
    cue: said('khana|khaya|biryani|chai|dosa|pizza|banaya'),
    replies: ['Sunkar hi mazedaar lagta hai. Kaisa bana tha?', 'Yeh kiske saath khaya?'],
  },
  {
    cue: said(`(?:mer[aie]|apn[aie]|hamar[aei]) (?<who>${KIN})`),
    replies: ['Aapke yahan {who} se kaisi banti hai?', '{who} ke baare mein thoda aur bataiye. Kaise hain?'],
  },
  {
    cue: said('bore|boring|kya baat kar\\p{L}*'),
    replies: [
      'Chalo, ek sawaal: kis cheez par aap ghanta bhar bol sakte hain?',
      'Bataiye, kaunsa din aap phir se jeena chahenge?',
    ],
  },
  {
    cue: /^(?:hey|hi|hello|arre|are|aur|oye|namaste|namaskar|hola)?\P{L}*(?:yaar|bhai|dost|ji)?\P{L}*$/iu,
    replies: ['Hello ji! Kaisa chal raha hai din?', 'Hey! Kya chal raha hai aaj?'],
  },
  {
    cue: /^(?:haan?|han|nahi|nhi|na|acc?hh?a|theek(?: hai)?|thik(?: hai)?|sahi(?: hai)?|ok|hmm+|pata nahi|shayad|bas)\P{L}*$/iu,
    replies: [
      'Achha. Aur kya chal raha hai?',
      'Theek hai, aaraam se. Kis baare mein baat karein?',
      'Hmm. Jo mann mein ho, kahiye.',
    ],
  },
];

/** Hindi in Latin letters, with the English words that belong to it. */
export const HINGLISH: LanguageReplies = {
  bestInEnglish: ['Thodi Hindi samajh leta hoon, par English mein behtar baat kar paata hoon.'],
  short: {
    feelings: {
      positive: said('khush|khushi|mast|badhiya|maza|mazaa|excited|happy|jeet\\p{L}*|pass ho|proud|achh?a laga'),
      negative: said(
        'dukhi|udaas|pareshaan|gussa|thak\\p{L}*|rona|ro raha|ro rahi|bura|akela|akeli|dar|tension|stress|sad|upset|mushkil|bimaar|haar ga\\p{L}+',
      ),
    },
    greeting: [
      'Hello! Aapse milkar achha laga. Aaj din kaisa hai?',
      'Hey! Kya chal raha hai?',
      'Namaste! Aaj mann mein kya hai?',
    ],
    farewell: ['Phir milte hain, apna khayal rakhiye.', 'Bye! Aaram se rahiye.', 'Alvida, aapka din achha rahe.'],
    thanks: ['Arre, koi baat nahi!', 'Kabhi bhi. Achha laga ki kaam aaya.', 'Shukriya ki zaroorat nahi, dil se.'],
    identity: [
      'Main {assistant} hoon, ek AI, insaan nahi.',
      '{assistant}, ek AI hoon; peeche koi insaan type nahi kar raha.',
    ],
    named: ['{who}, milkar achha laga! Aaj din kaisa raha?', 'Namaste {who}! Kya chal raha hai aajkal?'],
    cued: HINGLISH_TALK,
    companion: {
      positive: [
        'Wah, yeh sunkar achha laga! Sabse achha hissa kya tha?',
        'Kya baat hai! Sabse pehle kisko bataya?',
        'Mazaa aa gaya sunkar. Aur kya hua?',
      ],
      negative: [
        'Yeh aasaan nahi lagta. Sabse zyada kya bhaari lag raha hai?',
        'Achha hua aapne bataya. Kab se aisa chal raha hai?',
        'Samajh sakta hoon. Is sab mein kaun saath hai?',
      ],
      mixed: [
        'Khushi aur mushkil dono saath mein. Abhi kaunsa zyada hai?',
        'Dono baatein sach ho sakti hain. Pehle kiski baat karein?',
      ],
      neutral: [
        'Achha, samjha. Phir kya hua?',
        'Sun raha hoon. Aur bataiye?',
        'Hmm, achha. Yeh aapke liye kaisa hai?',
        'Accha ji. Iske peeche kya kahani hai?',
      ],
    },
    recall: {
      cue: said('mere baare mein|yaad hai|bataya tha|kya naam (?:hai|tha)|mer[aie] .*(?:naam|kahan|kab|kya|kaun).*'),
      aboutSelf: said('mere baare mein|mujhe kitna jaante'),
      quoted: ['Aapne bataya tha: "{quote}".', 'Haan, aapke shabdon mein: "{quote}".'],
      unknown: ['Yeh aapne abhi tak nahi bataya. Batayenge?', 'Iske baare mein mujhe nahi pata. Kya tha?'],
    },
    urgent: [],
    guide: [
      'Thodi Hindi samajh leta hoon, par English mein behtar baat kar paata hoon. Kya aap ise simple English mein likh sakte hain?',
    ],
    question: [
      'Yeh pakka nahi keh sakta, aur andaaza lagana theek nahi. Kyun poocha?',
      'Iska jawab mere paas nahi hai. Aapko kya lagta hai?',
    ],
  },
};
