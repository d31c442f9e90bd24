import { describe, expect, it } from 'vitest';
import { readRisk, readRuledRisk } from './risk.ts';

describe('crisis, with its kind', () => {
  it.each([
    ["I don't want to be alive anymore", 'suicide'],
    ["don't tell anyone but I made a plan", 'suicide'],
    ['I paid off my debts and wrote out my passwords for my wife', 'suicide'],
    ['I k!ll myself tonight', 'suicide'],
    ['i wanna k\u200bill myself', 'suicide'],
    ['ya no quiero vivir', 'suicide'],
    ['mujhe ab jeena nahi hai', 'suicide'],
    ['Ich will nicht mehr leben', 'suicide'],
    ['я не хочу жить', 'suicide'],
    ['I cut again last night', 'self-harm'],
    ['I swallowed a whole bottle of ibuprofen', 'overdose'],
    ['my dad beats me when he drinks', 'abuse'],
    ["I'm throwing up after every meal and today there was blood", 'eating-disorder'],
    ['The voices say I have to hurt my sister', 'violence'],
    ['my brother says he is going to kill himself', 'third-party'],
    [`${'I had a fine day at work and nothing special happened. '.repeat(120)}I want to kill myself.`, 'suicide'],
  ])('%s → %s', (text, kind) => {
    expect(readRisk(text)).toMatchObject({ level: 'crisis', kind });
  });
});

describe('what is said sideways, hastily or in few words', () => {
  it.each([
    ['i wnat to dei', 'suicide'],
    ['planing to kil myslef tomorow', 'suicide'],
    ['gonna sewerslide tonight no cap', 'suicide'],
    ['rage quitting life today, no respawn', 'suicide'],
    ['everyone would sigh with relief at my funeral', 'suicide'],
    ['Would the insurance still pay my wife if it was on purpose?', 'suicide'],
    ["car's running, garage's closed, won't be long", 'suicide'],
    ['sin mí todos estarían mejor', 'suicide'],
    ['phansi laga lunga', 'suicide'],
    ['my thighs are covered in new lines and i cant stop', 'self-harm'],
    ['ive had 3 boxes of nurofen', 'overdose'],
    ['mum hits me with the cable', 'abuse'],
    ["he's drunk again and he's breaking the door down", 'abuse'],
    ["my roommate isn't waking up", 'third-party'],
    ['i keep hearing them telling me to kill my roommate', 'violence'],
  ])('%s → %s', (text, kind) => {
    expect(readRisk(text)).toMatchObject({ level: 'crisis', kind });
  });

  it.each([
    'I want my wash and go to last till Thursday',
    'my twist out never lasts, I want to give up on it',
    "made my twists puffy and dull, I won't be doing that again",
    'how long does my hair need to be to start locs',
    'I want to stop relaxers but do I have to cut it all off?',
    "wetting it is the only way I know to fix bedhead and now it's gummy",
    'the relaxer is burning my neck right now',
    'my little boy swallowed a mouthful of conditioner in the bath',
    "I'm done with these braids, taking them out tonight",
    'I just want it to be over with, six hours of taking down my box braids',
    "can't do this anymore, my curls won't hold and I've tried everything",
    'I need to end the relaxers, how do I go out gently',
  ])('is talk of hair and no crisis: %s', (text) => {
    expect(readRisk(text).level).not.toBe('crisis');
  });

  it.each([
    ['took my braids out, wrote to nan, I want to die tonight', 'suicide'],
    ['he dragged me by my box braids down the stairs', 'abuse'],
    ['ruined my braids and drank the bleach', 'overdose'],
    ["wash day is too much, I don't want to be alive", 'suicide'],
    ['my hair has fallen out and I have no will to live', 'suicide'],
    ['locs or no locs nobody would miss me if I was dead', 'suicide'],
  ])('is a crisis in talk of hair: %s → %s', (text, kind) => {
    expect(readRisk(text)).toMatchObject({ level: 'crisis', kind });
  });

  it.each([
    'tonight I propose, I have the ring in my drawer',
    "i think i'm going to be ok",
    'razor bumps on my neck',
    'he broke up with me by text, I laughed',
    'my boss locked me out of the office by accident',
    'I took two aspirin an hour ago and the headache is gone',
    'mi jefe me va a matar si llego tarde jaja',
    "we're jumping off the pier this afternoon",
    'my printer has no will to live today',
    'these curls have no reason to live without gel',
    'she proposed on the roof',
    'she has a knife block on her wedding list and she is so excited',
    'I had a fine day at work and nothing special happened. '.repeat(140),
  ])('is no crisis: %s', (text) => {
    expect(readRisk(text).level).not.toBe('crisis');
  });

  it('is never lowered by the weighed reading', () => {
    const texts = ['I want to kill myself lol my cat is so cute and I love pizza and sunshine and my birthday party'];
    for (const text of texts) {
      const [ruled, read] = [readRuledRisk(text), readRisk(text)];
      expect(['none', 'concern', 'crisis'].indexOf(read.level)).toBeGreaterThanOrEqual(
        ['none', 'concern', 'crisis'].indexOf(ruled.level),
      );
    }
  });
});

describe('said outright, with the means, the place or the day', () => {
  it.each([
    ["grandad's shotgun is out of the cabinet, I've got the shotgun out of the cabinet and nobody's home", 'suicide'],
    ['the key to the gun safe is in my pocket', 'suicide'],
    ['we have the rope and the beam. I have the rope and the chair', 'suicide'],
    ["sitting on the hospital roof. it's so quiet", 'suicide'],
    ["I'm letting trains go by, maybe the next one", 'suicide'],
    ['my mum died in March and I am going to join her tonight', 'suicide'],
    ["I don't want to see my next birthday", 'suicide'],
    ['wrote a letter to each of my brothers and put them on the bed', 'suicide'],
    ['I mean to do away with myself', 'suicide'],
    ['once my cat dies I can go too', 'suicide'],
    ['my girlfriend threw boiling water at me', 'abuse'],
    ['he poured hot oil over my arm', 'abuse'],
    ['she put her hands round my neck', 'abuse'],
    ["she won't let me have my inhaler until I say sorry", 'abuse'],
    ['there is a woman on the wrong side of the railing', 'third-party'],
    ['my brother sent me a picture of the pills', 'third-party'],
    ["my sister left a letter and her phone's off", 'third-party'],
    ['a girl in my year has a knife in her bag', 'violence'],
    ['the voices want me to push her down the stairs', 'violence'],
    ['I put bleach in his tea', 'violence'],
    ['I lost count of how many I took', 'overdose'],
  ])('%s → %s', (text, kind) => {
    expect(readRuledRisk(text)).toMatchObject({ level: 'crisis', kind });
  });
});

describe('what only sounds like it is no crisis by any rule', () => {
  it.each([
    // Who is spoken of, and of what.
    'my wallet wants to end it all',
    'our striker would be better off without me on the pitch',
    'my goblin keeps dying in the swamp',
    'my daughter asked what happens when you die, how do I explain it to a five year old',
    'my cousin wants a proper answer, not an answer from the internet, about the floor plan',
    'my friend is on the bridge crew of a ferry',
    // An ordinary ending or absence.
    "tonight's the night we meet her parents",
    'tonight is my last shift as a waiter',
    "it's my last day and my colleagues bought flowers",
    "I won't be here next week, I've set my out-of-office",
    "you won't have to put up with me at practice",
    'I lost the will to live reading the terms and conditions',
    // A threat that is a figure, and a trifle that calls for one.
    'my dad is going to kill me, I dented his car',
    'mum will murder me when she sees this carpet',
    'my gran will kill me if I miss the christening',
    'my sister is going to murder me, I spilled paint on her jeans',
    'if they play that jingle again I will jump out of the window',
    "I'm going to walk into the sea if they cancel this show",
    'my flatmate stabbed me in the back and took the bigger room',
    'she hit me with another invoice',
    'put a gun to my head and I still could not name the capital',
    // Play, pets and small children.
    'he beat me at chess again',
    'I got beaten by my nan at scrabble',
    'she pinned me in the judo finals',
    'my little brother bit me over a biscuit',
    'held captive by a jigsaw all weekend',
    'my flatmate locked me out of our netflix account',
    // The same words, in another grammar.
    'there is somebody at the door, one moment',
    'why do I get dizzy when I eat too fast and faint',
    'is there a painless way to pluck eyebrows',
    'standing at the edge of the playground',
    'saving up my tablets, the old ipads, to sell',
    'I paid off the car today, nothing left on it but rust',
    'is there any way to do this today',
    'someone left a note on my car about the bins',
    'brought a knife to work to cut the birthday cake',
    'they took my passport at the consulate for the visa stamp',
    // New rules have their own look-alikes.
    'got the shotgun out of the safe to clean it',
    "the rope's in the garage next to the paddling pool",
    'sat on the roof with a beer watching the stars',
    "I'm ending it with Sam tonight, two years together",
    "I'll join her this weekend in Cardiff",
    'I wrote letters to each of my pen pals',
    'they are taking the sofa to be cut down to size',
    'not sure how many I took, three hundred photos at least',
    "I'm bringing it to school tomorrow to see what they think",
  ])('%s', (text) => {
    expect(readRuledRisk(text).level).not.toBe('crisis');
  });

  it.each([
    ['my dad will kill me if he finds out I am gay', 'crisis'],
    ['he stabbed me in the back with a knife', 'crisis'],
    ['he hits me when he loses at poker', 'crisis'],
    ['failed my exams, goodbye everyone', 'crisis'],
    ['they would be better off without me at all', 'crisis'],
    ["I won't be here tomorrow, I'm in bed", 'crisis'],
    ["I'm taking a kitchen knife to school at lunch", 'crisis'],
    ["he took my passport and I can't get to the embassy", 'crisis'],
    ['tonight is my last night, I put flowers on the table for mum', 'crisis'],
    ['he failed his exam, my brother texted goodbye and turned his phone off', 'crisis'],
    ['my husband hit me with a golf club', 'crisis'],
    ["he's going to kill me, I dropped his dinner and last time he used the belt", 'crisis'],
    ['they would be better off without me', 'crisis'],
    ['tonight is my last night', 'crisis'],
    ["I won't be here next week", 'crisis'],
    ['I lost the will to live when she died', 'crisis'],
    ['standing at the edge of the roof', 'crisis'],
    ['I tried to end my life at 20 and tonight I want to again', 'crisis'],
    ['I tried to end my life at 20 and I am so glad I failed', 'concern'],
    ['I took an overdose six years ago', 'concern'],
    ["she doesn't hit me", 'concern'],
    ["I haven't hurt myself in a year", 'concern'],
  ])('and hides nobody who means it: %s → %s', (text, level) => {
    expect(readRuledRisk(text).level).toBe(level);
  });
});

describe('concern is for people, not for things that share its words', () => {
  it.each([
    'hopeless at bowling',
    "I'm useless at crosswords",
    'no future tense in this language',
    "what's the point of a semicolon",
    'I ran 12 kms today',
    'purged my wardrobe at last',
    'the withdrawal from my savings is still pending',
    'burnt out on superhero movies',
    'what are the five stages of grief',
    'our dog was abused before we adopted him',
  ])('%s', (text) => {
    expect(readRuledRisk(text).level).toBe('none');
  });
});

describe('negation, past, jokes and fiction lower a crisis', () => {
  it.each([
    ["I'm not suicidal, just so tired of everything", 'concern'],
    ["I'm not going to kill myself", 'concern'],
    ['I tried to kill myself three years ago', 'concern'],
    ['two years ago I wanted to die', 'concern'],
    ['this song makes me want to kill myself', 'concern'],
    ['My character wants to kill himself in act two', 'none'],
    ['lol I want to die, hungover at work', 'concern'],
    ['lol I want to die tonight, I have the pills', 'crisis'],
    ['I tried to kill myself three years ago and I want to again', 'crisis'],
    // Another's no takes nothing back.
    ["if she says no I'll kill myself", 'crisis'],
    ["if it's a no I'm going to end my life", 'crisis'],
    ["If the answer is no I'm killing myself tonight", 'crisis'],
    ["I said no, I don't want to die", 'concern'],
  ])('%s → %s', (text, level) => {
    expect(readRisk(text).level).toBe(level);
  });
});

describe('look-alikes stay ordinary talk', () => {
  it.each([
    'this deadline is killing me',
    'I could murder a pizza',
    "I'd rather die than wear crocs",
    'my boss hit me with another deadline',
    'Cut my finger chopping onions',
    "I won't be here Monday, I'm on leave",
    'Giving away my old clothes because I am moving',
    'When did Sylvia Plath die?',
    'we killed the boss in the raid',
    'Any chance of live chat with one of the crew?',
    'I want a refund for order 55120, the bottle came broken',
    "My order came and the bottle was broken, I'm so done",
    'I put in the wrong zip code when I checked out',
    "honestly I think we'll be fine",
    "I'm feeling much better now",
    'things will be ok in the end',
    'me and pete went to a gig last night, it was unreal',
    "i'm scared of flying",
    "I can't abide rap music",
    "Told my parents I'm gay. Dad hugged me.",
    'I used to live in Pune but Manchester feels like home now',
    'my phone died on the bridge',
    '',
    '🔪🍕',
  ])('%s', (text) => {
    expect(readRisk(text)).toEqual({ level: 'none', kind: null, rule: null });
  });

  it('keeps the idiom from hiding the person who means it', () => {
    expect(readRisk("I'd rather die than go home to him").level).not.toBe('none');
  });
});

describe('disguised wording is read as what it says', () => {
  it.each([
    ['fullwidth', 'ｉ ｗａｎｔ ｔｏ ｄｉｅ'],
    ['mathematical letters', '𝓘 𝔀𝓪𝓷𝓽 𝓽𝓸 𝓭𝓲𝓮'],
    ['circled letters', 'ⓘ ⓦⓐⓝⓣ ⓣⓞ ⓓⓘⓔ'],
    ['letters in squares', 'i want to 🅳🅸🅴'],
    ['small capitals', 'ɪ ᴡᴀɴᴛ ᴛᴏ ᴅɪᴇ'],
    ['soft hyphens', 'I want to d\u00adi\u00ade'],
    ['zero-width joiners', 'I want to d\u200di\u200d\u200de'],
    ['mixed invisible characters', 'I wa\u200b\u200dnt to d\ufe0fi\u{e0061}e'],
    ['inline markup', '<b>I want</b> to <i>die</i>'],
    ['markup inside a word', 'I want to d<b>i</b>e'],
    ['block markup', '<p>I want</p><p>to die</p>'],
    ['character references', 'I want to d&#105;&#x65;'],
    ['Cyrillic look-alikes', 'I wаnt tо dіе'],
    ['Greek look-alikes', 'I wαnt tο diε'],
    ['digits for letters', 'I w4nt t0 d1e'],
    ['digits for letters and for I', '1 w4nt t0 k1ll my5e1f'],
    ['a one for an l', 'I am going to ki11 myself'],
    ['full stops inside a word', 'I want to d.i.e'],
    ['spaced letters', 'k i l l  m y s e l f'],
    ['spaced letters, evenly', 'i w a n t t o d i e'],
    ['hyphens between letters', 'I want to k-i-l-l myself'],
    ['a hyphen inside a word', 'un-alive myself'],
    ['words run together', 'i wanttodie'],
    ['words joined by signs', 'i-want-to-kill_myself'],
    ['a word broken by a space', 'I am sui cidal'],
    ['words broken by spaces', 'i want to ki ll my self'],
    ['asterisks for letters', 'I want to k*ll myself'],
    ['a number for a word', 'i want 2 die'],
    ['combining marks', 'I want to d\u0336i\u0336e\u0336'],
    ['stacked marks', 'I w\u0301\u0302\u0303ant to kï\u0323ll m\u0300yself'],
  ])('%s: %s', (_, text) => {
    expect(readRisk(text)).toMatchObject({ level: 'crisis', kind: 'suicide' });
  });

  it.each(['kms', 'k m s', 'K.M.S.', 'k-m-s', 'ｋｍｓ', '🇰 🇲 🇸'])('an abbreviation is a concern: %s', (text) => {
    expect(readRisk(text).level).toBe('concern');
  });

  it.each([
    ['I am n0t g0ing to k1ll myself', 'concern'],
    ['My character wants to k1ll himself in act two', 'none'],
  ])('lowered as the plain wording is: %s → %s', (text, level) => {
    expect(readRisk(text).level).toBe(level);
  });

  it.each([
    'my type is 4C',
    'D.I.Y. mask',
    'I.D. card',
    'a-b-c',
    'J. R. R. Tolkien',
    'I w8ed for 10 minutes',
    'the C.I.A. and the F.B.I.',
    'call me at 5 p.m. on 07700 900123',
    'a D.I.E.T. plan',
    'k ill be there at 2',
    'Killian and Muhammad kept skipping class!!',
    "it's J.P., hi!!",
    'I want 2 diet plans',
    'f**k this d**n frizz',
    'I use a <b>sulfate-free</b> shampoo & it is <3',
    'Я люблю свои кудри',
    'Μου αρέσουν τα μαλλιά μου',
    'Où est la crème brûlée ?',
    'www.example.com/hair-care/4c-curls',
    'pH 5.5, 1-2x a week, 30 ml',
    'Vitamin B12 and b5',
    'S.O.S. my ends are dry',
    '🇺🇸 🇬🇧',
    'die Haare sind schön',
  ])('stays ordinary talk: %s', (text) => {
    expect(readRisk(text).level).toBe('none');
  });

  it.each([
    ['spaced letters', 'k i l l '.repeat(1000)],
    ['words run together', 'wanttodie'.repeat(880)],
    ['tags never closed', '<b '.repeat(2600)],
    ['signs', '1!|$@'.repeat(1600)],
    ['letters between marks and selectors', 'a\u0301\ufe0f'.repeat(2600)],
    ['separators', 'a.-_'.repeat(2000)],
    ['ligatures of eighteen letters', '\ufdfa'.repeat(8000)],
    ['openings of many rules', 'everyone better without me how many took all the '.repeat(160)],
  ])('in time proportional to its length: %s', (_, text) => {
    const started = performance.now();
    readRisk(text);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
