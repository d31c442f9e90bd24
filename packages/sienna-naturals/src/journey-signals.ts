import type { JourneyInput } from '@rapport/core/assistants/journey-definition.ts';

/**
 * What people say at each stage of a hair journey. Patterns read lower case without apostrophes. Weights: 1 is a hint that
 * any stage may drop, 2 speaks for a stage by itself, 3 and more is said at hardly any other. Long because it is one table: a
 * new wording is an entry, and stages are weighed against each other here.
 */
export const journeySignals: JourneyInput['signals'] = [
  // Discovery: before anything was begun.
  {
    id: 'considers-natural',
    pattern:
      /\b(thinking (of|about)|considering|debating|contemplating|torn (between|about)|back and forth|trying to decide|deciding|wondering (if|whether)|is it worth|curious about|on the fence)\b[^.!?]{0,60}\b(natural|relax\w*|perm\w*|straighten\w*|chop\w*|curls|salon|switch\w*|texture)\b/,
    weights: { discovery: 4, transition: 0.5 },
  },
  {
    id: 'asks-of-natural',
    pattern:
      /\b(is (going )?natural( hair)?|go(ing)? natural|went natural|natural hair)\b[^.!?]{0,40}\b(hard|expensive|worth|difficult|for me|more work|too|easier)\b/,
    weights: { discovery: 2.5 },
  },
  {
    id: 'begins',
    pattern:
      /\b(where (do|should|would|can) (i|we)( even)? (start|begin)|(total |complete |absolute )?beginner|brand new to|new to (this|all|natural|curl\w*|hair)|(dont|do not) know (the first thing|where to|anything|what my)|clueless|what do i need to know first|never (used|had|cared|worn|paid attention|taken care)|no idea where)\b/,
    weights: { discovery: 3 },
  },
  {
    id: 'lifelong-straight',
    pattern:
      /\b(relax|perm|straighten|press|texturiz)\w*\b[^.!?]{0,40}\b(since i was|all my life|my whole life|since (childhood|i can remember))\b|\b(stop|stopped|stopping|quit|quitting|give up|giving up|leave|leaving) (the )?(relax|perm|straighten|salon)\w*|\balways been (straight|relaxed|permed)/,
    weights: { discovery: 2.5, transition: 0.5 },
  },
  {
    id: 'others-think',
    pattern:
      /\b(unprofessional|professional|what (would|will) (people|my \w+) (think|say)|at (my|the) office|job interview)\b/,
    weights: { discovery: 1.5 },
  },
  {
    id: 'wants-off-chemicals',
    pattern:
      /\b(creamy crack|touch ?-?ups?|want (off|out)|(want|like|ready|going) to (stop|quit|ditch|give up)|(quit|stop|ditch|leav|giv)\w*( \w+){0,2} (relaxer|perm|straighten|chemical|weave|wig)\w*|gave up the relaxer|the chemicals scare)\b/,
    weights: { discovery: 2, transition: 0.5 },
  },
  {
    id: 'fears-or-hopes',
    pattern:
      /\b(scared|terrified|afraid|nervous|too late|convince me|talk to me|tell me honestly|what (am|would) i (be )?(in for|signing up)|what (should|do) we expect|doable|suit me|possible on me|someday|ashamed of|embrace|love hers|making up my mind|phase|what does it (actually )?take|hard would it be)\b/,
    weights: { discovery: 2 },
  },
  {
    id: 'was-never-shown',
    pattern:
      /\b(nobody|no one|never) (\w+ )?(showed|taught|learned|learnt|told)\b|\bno clue (what my|how to do my)\b|\bi know nothing\b|\b(worn|wearing) (weaves|wigs|extensions) (since|because|all)\b|\b(thirty|twenty|ten|\d+) years of (straighten|relax|perm)\w*/,
    weights: { discovery: 2 },
  },
  {
    id: 'meets-the-brand',
    pattern:
      /\b(sienna naturals|your (products?|brand|line|company|stuff)|you guys|what makes (you|your)|saw your|heard (of|about) (you|your)|do you (guys )?ship|starter (set|kit)|switch(ed)? to your|who (founded|owns|makes)|cruelty|vegan|clean ingredients)\b/,
    weights: { discovery: 1.5 },
  },
  {
    id: 'asks-of-the-brand',
    pattern:
      /\b(how are you different|(rest of|in) (the|your) (line|range)|your (shampoo|mask|things?|conditioner|plant power|hapi)|got a sample|this brand|black owned|where can i buy|first purchase|an influencer|mentioned you|do stores)\b/,
    weights: { discovery: 1.5, maintenance: 0.3 },
  },
  {
    id: 'new-to-loss',
    pattern:
      /\b(coin sized|bald|bare|smooth) (spot|patch|circle)s?\b|\b(losing hair|more scalp)\b[^.!?]{0,60}\b(before|lately|own|never)\b/,
    weights: { discovery: 1.5, stabilization: 0.5 },
  },
  {
    id: 'what-to-buy',
    pattern:
      /\b(which|what) (\w+ )?(should|would|do|can) (i|you recommend i|you suggest i) (get|buy|order)\b|\brecommend i buy\b/,
    weights: { discovery: 1.5 },
  },
  // Transition: from treated to natural hair.
  {
    id: 'chopped',
    pattern: /\b(big chop\w*|chopped|bc|twa|teeny weeny|shaved (it|my head)|buzz(ed)? cut|cut (it|my hair) all off)\b/,
    weights: { transition: 3 },
  },
  {
    id: 'cut-short',
    pattern:
      /\b(scissors|barber|fresh cut|shaved|cut (everything|it all|all of it|my relaxed)|tiny (fro|afro)|short for a|(half an?|one|an) inch (long|of)|since my chop|start over|in[- ]between stage|awkward (stage|length|phase))\b/,
    weights: { transition: 2.5 },
  },
  {
    id: 'transitions',
    pattern:
      /\b((im|ive been|been|while|am|keep) transition\w*|transition(ing)? (without|hair|for|from|to natural)|want to transition|long[- ]term transition\w*)\b/,
    weights: { transition: 3.5 },
  },
  {
    id: 'grows-out',
    pattern: /\b(grow(ing|n)? out|new growth|regrowth|outgrow\w*|line of demarcation|demarcation)\b/,
    weights: { transition: 3 },
  },
  {
    id: 'two-textures',
    pattern:
      /\b(two|2|different|both) (different )?(textures?|tones?|types)\b|\bhalf (of it |of my hair )?(is )?(straight|curly|relaxed|permed|natural)|\b(straight|wavy|permed|relaxed|limp|stringy) ends\b|\bends\b[^.!?]{0,30}\b(straight|permed|relaxed|wont curl)\b/,
    weights: { transition: 3 },
  },
  {
    id: 'roots-and-ends',
    pattern:
      /\broots?\b[^.!?]{0,60}\b(ends|tips?|rest|lengths)\b|\b(ends|tips?)\b[^.!?]{0,60}\b(roots?|new (hair|growth))\b|\b(new|old) hair\b[^.!?]{0,40}\b(new|old) hair\b|\b(natural|curly|coily) (part|half|roots)\b|\b(relaxed|permed|straight|chemically processed|heat trained|bleached) (part|half|bits|hair|section)\b/,
    weights: { transition: 2 },
  },
  {
    id: 'counts-since',
    pattern:
      /\b(day|week|month) \d+\b|\b(\d+|two|three|four|six|eight|ten) (days|weeks|months) (in|post|without|since|now)\b|\ba year without\b|\bhalfway\b|\bgo back to (the )?relax\w*|\brelax it again/,
    weights: { transition: 1.5 },
  },
  {
    id: 'hair-returns',
    pattern:
      /\b(after|since) (chemo|my (keratin|relaxer|treatment))|coming back (as|in)|perm out|let (my|it) (\w+ )?(natural )?(hair )?(come|grow) (in|back)/,
    weights: { transition: 2, discovery: 0.5 },
  },
  {
    id: 'months-since',
    pattern:
      /\b(months?|weeks?|years?) (post|in\b|since (my|the) (last )?(relax|perm|chop|texturiz)\w*|without a (relax|perm)\w*)|\b(post|last|since my) (relaxer|perm|texturizer)\b/,
    weights: { transition: 2 },
  },
  {
    id: 'takes-out-locs',
    pattern:
      /\b(took|taking|take|combed|combing|cut|cutting|brush\w*) (out|down|off) (my )?(\w+ )?(locs|dreads|dreadlocks|sisterlocks)|\bloc take ?down\b/,
    weights: { transition: 3 },
  },
  {
    id: 'locs-are-gone',
    pattern:
      /\b(unravel\w*|remov\w*|undid|without|brushed out) (my |them|the )?(\w+ )?(locs|dreads|dreadlocks|sisterlocks)\b|\b(locs|dreads|dreadlocks)\b[^.!?]{0,20}\b(removed|gone|out)\b/,
    weights: { transition: 2.5 },
  },
  // Learning: what things are and how they are done.
  {
    id: 'what-is',
    pattern:
      /\b(what (is|are|does|do|exactly)|whats)\b[^.!?]{0,40}\b(mean|stand for|do|exactly|difference|for|actually|called|is|are)?\b|\bthe difference between\b|\bdoes (a|an|my) \w+ count\b/,
    weights: { learning: 1.5 },
  },
  {
    id: 'asks-to-explain',
    pattern:
      /\b(explain|can (somebody|someone|you) (tell|explain|break)|help me understand|like im (five|5)|what counts|i (dont|do not) (get|understand)|confused)\b/,
    weights: { learning: 2.5 },
  },
  {
    id: 'asks-what-is-better',
    pattern:
      /\b(do|does|is|are|should|can) (\w+ ){1,4}(need|needed|worth taking|moisturi[sz]e|matter|dangerous|bad|safe|better|wet|contagious|meant|allowed|a thing|a sign|enough)\b|\bor not\b|\btrue\?|\bwhat order\b|\bseal with what\b|\bsome say\b|\bi see both\b|\bread that\b|\beveryone says\b/,
    weights: { learning: 1.5 },
  },
  {
    id: 'asks-in-general',
    pattern: /^(so )?(what|why|how|is|are|do|does|should|can|will|would)\b(?![^?]*\b(my|mine|i|ive|im|me)\b)/,
    weights: { learning: 1 },
  },
  {
    id: 'asks-a-rule',
    pattern:
      /\b(how (often|long|much|many)( times)? (should|do|are|am|is|can) (i|you|we|people|one|my)|supposed to|is it (ok|okay|bad|true|good|normal)|at what age|am i meant to|do i (really )?(need|have) (to|all))\b/,
    weights: { learning: 2 },
  },
  {
    id: 'asks-of-myths',
    pattern:
      /\b(myth|is it true|does \w+ (really |actually )?(make|cause|help|grow)|why do (people|they|some)|half the internet|tiktok says|my (aunt|mom|mum|grandma|mother|sister) says|(i )?(heard|read) (that|you))\b/,
    weights: { learning: 2 },
  },
  {
    id: 'finds-own-type',
    pattern:
      /\b(how (do|can) i (find out|know|tell|figure out)|what (is )?my (hair type|curl pattern|type|porosity)|am i (a )?(low|high|3|4|2)|is (my hair|mine) (low|high|fine|coarse)|so (low|high) poro\w*|float(ed|s)? (for|in)|strand in a glass)\b/,
    weights: { learning: 2.5 },
  },
  {
    id: 'same-thing',
    pattern:
      /\b(is|are) [\w\s-]{1,30} (the same|different (from|to|than)|just|or just) |\bthe same as\b|\bor just (dry|normal|a)\b/,
    weights: { learning: 1.5 },
  },
  {
    id: 'overdoes-care',
    pattern: /\b(mushy|gummy|chewing gum|overnight every|every other day)\b/,
    weights: { learning: 1.5 },
  },
  // Experimentation: trying things out.
  {
    id: 'tried',
    pattern:
      /\b(tried|attempted|did (a|my) first|my first|first (time|attempt)|experiment\w*|tested|testing|been through like|gave it a (go|try|shot)|(ive|i have) been using)\b/,
    weights: { experimentation: 2.5 },
  },
  {
    id: 'tells-of-a-try',
    pattern:
      /\b(used|mixed|made|boil|followed|skipped|sat under|put on|gave up|swapped|switched|did an?|number \d+)\b[^.!?]{0,60}\b(now|and|left me|came out|for a (week|month)|because|yesterday|youtube|tutorial|blog)\b|\b(flop\w*|(was|were) a fail|balled up|left (me|white)|fishhooked|lopsided|too slimy|was slimy|half unraveled|wet poodle|little white balls|sticky|squeaks|picking bits)\b/,
    weights: { experimentation: 2 },
  },
  {
    id: 'collects-products',
    pattern:
      /\b(product junkie|cabinet|graveyard|half[- ]used|under my sink|every (curl )?cream|next idea|whats next|which of them|next on the list|nothing works|deep and|the one time)\b/,
    weights: { experimentation: 2 },
  },
  {
    id: 'plans-a-try',
    pattern:
      /\b(going|about|want|wanting) to (try|test|bleach|dye|mix|do|see)\b|\b(tonight|this weekend|on saturday)\b|\bgive a chance\b|\byes or no\b|\btest on\b|\bany (kitchen|recipe|ideas)\b/,
    weights: { experimentation: 1.5 },
  },
  {
    id: 'wants-to-try',
    pattern:
      /\b(try(ing)?|give (it|this|them) a (go|try|shot)|thinking about (doing|using|making)|should i (use|test)|what (can|should) i (try|test))\b/,
    weights: { experimentation: 2 },
  },
  {
    id: 'bought-new',
    pattern:
      /\b(bought|picked up|ordered|switched to|swapped|started using|since i (used|started|switched)|put (the|on|a|some) (new )?\w+ (on )?(last night|yesterday|this morning)|(the|a|this|my|some|three|two) new (oil|cream|gel|shampoo|conditioner|product|mask|mousse|custard|leave)\w*)\b/,
    weights: { experimentation: 2 },
  },
  {
    id: 'home-remedy',
    pattern:
      /\b(rice water|flax ?seed|baking soda|vinegar|acv|onion juice|aloe vera|henna|mayo(nnaise)?|egg (mask|yolk)?|avocado|yogh?urt|bentonite|clay mask|clove water|peppermint oil|rosemary (water|oil)|diy|honey mask)\b/,
    weights: { experimentation: 2 },
  },
  {
    id: 'went-wrong',
    pattern:
      /\b(what did i do wrong|did i ruin|disaster|birds nest|is there a trick|made it worse|makes my hair|does nothing|came out)\b/,
    weights: { experimentation: 1.5 },
  },
  {
    id: 'allergic',
    pattern: /\b(allerg\w+|hives|reaction|sensitive to|patch test)\b/,
    weights: { experimentation: 2.5 },
  },
  {
    id: 'skin-reacts',
    pattern:
      /\b(rash|bumps|broke out|swell\w*|swollen|tingl\w*|sting\w*|burn\w*|welts)\b[^.!?]{0,60}\b(new|used|using|since|after|from|day after|yesterday|last night|oil|shampoo)\b|\b(new|oil|shampoo|day after)\b[^.!?]{0,60}\b(rash|bumps|swell\w*|sting\w*|tingl\w*)\b/,
    weights: { experimentation: 2.5 },
  },
  {
    id: 'follows-hype',
    pattern:
      /\b(everyone (raves|swears|says|uses)|raves? about|viral|hype|tiktok made|max hydration|curly girl|co-?wash\w*)\b/,
    weights: { experimentation: 1.5 },
  },
  // Stabilization: a routine is there, and something in it won't hold.
  {
    id: 'recurs',
    pattern:
      /\b(every(\.|\s)+(single)?(\.|\s)*(week|wash|time|sunday|month)|each time|by (day|the) ?(\d|two|three|end)\w*|by (mon|tues|wednes|thurs|fri|satur|sun)day|keeps|always|still|no matter what|again and again|same thing)\b/,
    weights: { stabilization: 1.5 },
  },
  {
    id: 'fades-in-days',
    pattern:
      /\b(day (one|1|two|2|three|3|four|4)|next morning|mid ?week|by (then|noon)|(mon|tues|wednes|thurs|fri)day|(two|three|four|\d) days (after|later)|a (week|month) after)\b/,
    weights: { stabilization: 1.5 },
  },
  {
    id: 'goes-on-for-long',
    pattern:
      /\b((been|for) (weeks|months)( now)?|months now|over these months|again and again|getting worse|keep (coming|getting)|keeps? (break|knott|com)\w*|going again|each year|whenever i|wont get past|some (days|weeks)|back again|used to)\b/,
    weights: { stabilization: 1.5 },
  },
  {
    id: 'life-interferes',
    pattern:
      /\b(life happens|get busy|no (time|slot)|pushed to|newborn|gym|sweat\w*|mornings are out|rhythm|plan (wash|my)|weekly plan|a plan|i (do|am|im) (fine|good) (for|until)|other moms|you moms)\b/,
    weights: { stabilization: 2 },
  },
  {
    id: 'has-a-routine',
    pattern:
      /\b(my routine|(ive|i have|ive finally|finally) (found|settled|figured|got) (my|on|out|a)|wash day (goes|is)|i wash (every|once|weekly)|same products|i already|i know what works|routine is set)\b/,
    weights: { stabilization: 1.5, optimization: 0.5, maintenance: 0.5 },
  },
  {
    id: 'wants-consistency',
    pattern:
      /\b(schedule|stick to|keep (it|this|that) up|consisten\w*|build a|routine around|fit (it|this) in|night shift)\b/,
    weights: { stabilization: 2.5 },
  },
  {
    id: 'one-place-suffers',
    pattern:
      /\b(edges|temples?|nape|crown|hairline|part|front|perimeter)\b[^.!?]{0,50}\b(thin\w*|break\w*|spars\w*|wider|bald\w*|snap\w*|gone|burns?|short\w*|reced\w*)|\b(thin\w*|break\w*|spars\w*|wider|snap\w*)\b[^.!?]{0,40}\b(edges|temples?|nape|crown|hairline)\b/,
    weights: { stabilization: 2.5 },
  },
  {
    id: 'style-pulls',
    pattern:
      /\b(ponytail|wigs?|glue|lace|braider|braids|glasses|hat|helmet|weave|parting)\b[^.!?]{0,60}\b(thin\w*|gaps?|break\w*|bumps|sore|hurts?|fill in|took|tight|rub)\b|\b(thin\w*|gaps?|sore|breaking)\b[^.!?]{0,50}\b(ponytail|wig|braids|glasses|lace)\b|\b(the|one|a) (spot|section|patch)\b|\bback of my neck\b/,
    weights: { stabilization: 2 },
  },
  {
    id: 'takes-long',
    pattern:
      /\b(takes (me )?(\d|two|three|four|all|hours|forever|so long)\b[^.!?]{0,20}|detangl\w+|knots?|tangle\w*|golf ball)\b/,
    weights: { stabilization: 1.5 },
  },
  {
    id: 'moisture-does-not-hold',
    pattern:
      /\b(dry again|(holds?|hold on to|keep) moisture|back to (dry|brittle|frizz\w*)|suddenly dry|last(s)? (only )?(two|three|a|\d) days?)\b/,
    weights: { stabilization: 2 },
  },
  // Optimization: it works, and could be better.
  {
    id: 'aims-at-length',
    pattern:
      /\b(reach|get (me )?to|grow to|hit|make it to|go from)\b[^.!?]{0,30}\b(length|waist|bsl|apl|mbl|mid[- ]?back|hip|bra strap|shoulder|tailbone)\b|\b(length check|retain\w*|retention|retaining|stuck at|plateau\w*|growing but)\b/,
    weights: { optimization: 3 },
  },
  {
    id: 'measures',
    pattern:
      /\b(i (track|measure|log|record|count)\w*|measured|on average|\d+(\.\d+)? ?(inches|inch|strands|cm)|percent|spreadsheet|comparing)\b/,
    weights: { optimization: 2 },
  },
  {
    id: 'years-natural',
    pattern:
      /\b(\d+|two|three|four|five|six|seven|eight|ten) years? natural|natural (for|since) (\w+ )?(\d+|two|three|four|five|six|seven|eight|nine|ten|years|20)\b/,
    weights: { optimization: 2, maintenance: 0.5, mastery: 0.5 },
  },
  {
    id: 'wants-better',
    pattern:
      /\b(tweak\w*|optimi[sz]e|maximi[sz]e|improve|fine[- ]tune|next level|without losing|under an hour|to \d+ (minutes|min)|even out|more definition|volume|diminishing|worth adding|any tricks|batch or skip|works fine|faster|(base|core) routine is solid|good results|set back)\b/,
    weights: { optimization: 2 },
  },
  {
    id: 'compares',
    pattern:
      /\b(vs|versus|difference between|smarter|thicker|shinier|longer|rather than|instead of|gains|weak link|what would (you change|move)|regimen|could be better|good,? (but|not)|where i want it|worth (it|trimming|adding)|alternate|giving up|how (can|do|could) i (get|keep|make|stretch)\b[^.!?]{0,30}\b(more|less|lift|last|longer|faster|thicker|shinier|tight\w*))\b/,
    weights: { optimization: 2 },
  },
  {
    id: 'saves-time',
    pattern:
      /\b(down to (two|an|\d+) (hours?|min\w*)|shav(e|ing) off|squeeze out|cut (from )?(my )?wash day|save time|(another|an) hour|ninety minutes|have a system|weve a system)\b/,
    weights: { optimization: 2 },
  },
  {
    id: 'names-lengths',
    pattern: /\b(waist|hip|tailbone|armpit|collarbone|bra strap|bsl|apl|mid back)\b/,
    weights: { optimization: 1.5 },
  },
  {
    id: 'wants-a-property',
    pattern:
      /\b(id (like|love)|i want|my goal|want it to)\b[^.!?]{0,30}\b(more|less|same|from|survive|is|shrinkage|definition)\b/,
    weights: { optimization: 1.5 },
  },
  {
    id: 'uneven-curls',
    pattern: /\b(one|left|right) side\b|\b(on|not) the (left|right)\b|\bclump\w*\b/,
    weights: { optimization: 2 },
  },
  {
    id: 'rare-heat',
    pattern:
      /\b(silk press|flat iron\w*|blow ?out)\b[^.!?]{0,40}\b(twice|once|times|length|temp\w*|a year)\b|\bwhat temp\w*\b/,
    weights: { optimization: 2 },
  },
  // Maintenance: it works, and is kept up.
  {
    id: 'restocks',
    pattern:
      /\b(running low|run(ning)? out|ran out|restock\w*|refill\w*|reorder\w*|subscri\w*|bundle|out of stock|discontinued|i go through|bulk|(my|the) (usual|regular|go-?to|holy grail)|new (satin )?bonnet)\b/,
    weights: { maintenance: 3 },
  },
  {
    id: 'buys-again',
    pattern:
      /\b(another|two more|three more|more of the|nearly empty|almost (out|empty)|discount|refill|big size|bigger size|my staple|arrived|formula|ive bought|always (use|buy)|usual order|stop making|stopped making)\b/,
    weights: { maintenance: 2.5 },
  },
  {
    id: 'keeps-as-it-is',
    pattern:
      /\b(same (old|kit|order|four|thing)|as (usual|always)|for years|keep going|nothing (new|to report)|thriving|all quiet|happy and healthy|(is|are) (happy|fine|good) over here|has worked|still (right|fine|doing its job|good)|already (do|have my routine)|sound right|any reason to change|keep my routine|just saying hi)\b/,
    weights: { maintenance: 2.5 },
  },
  {
    id: 'travels',
    pattern:
      /\b(trip|travel\w*|vacation|holiday|packing|pack|carry[- ]on|flight|flying|cruise|moving (to|from)|relocat\w*)\b/,
    weights: { maintenance: 3 },
  },
  {
    id: 'short-occasion',
    pattern:
      /\b(camping|hotel|wedding|beach|swim season|pool all|gym bag|fly(ing)? to|moved to|this weekend|next week|only this)\b/,
    weights: { maintenance: 1.5 },
  },
  {
    id: 'all-is-well',
    pattern:
      /\b(going (well|great|good|fine|smooth\w*)|been great|doing (great|well|fine)|(im|am) happy|love (them|it|my)|no (complaints|splits)|just (checking|a (quick )?reminder|need a reminder)|same for \d|carry on|all good)\b/,
    weights: { maintenance: 2.5 },
  },
  {
    id: 'upkeep-is-due',
    pattern:
      /\b(due for|when (should|do|is it time) (i|to)|is it time|last (one|trim) was|trim again|(how often|reminder)\b[^.!?]{0,15}\b(trim|clarify|replace|dust)|every (three|four|\d) months)\b/,
    weights: { maintenance: 2 },
  },
  {
    id: 'keeps-products',
    pattern:
      /\b(expire\w*|expiry|shelf life|go(es)? (bad|off|rancid)|hot car|store (my|it|them)|bottle from|still good|keep in the (fridge|shower))\b/,
    weights: { maintenance: 3 },
  },
  {
    id: 'things-wear-out',
    pattern:
      /\b(wear out|replace (my )?\w+|no date|toss|throw (it )?out|separated|frozen|opened (jar|bottle)|how long is an|ends dusted|(christmas|last (year|summer)))\b/,
    weights: { maintenance: 2 },
  },
  {
    id: 'mishap-at-home',
    pattern: /\b(drank|swallowed|ate|licked|in (his|her|their|my) eyes?|got into)\b/,
    weights: { maintenance: 2.5 },
  },
  {
    id: 'little-ones-get-at-it',
    pattern:
      /\b(baby|toddler|son|daughter|kid|dog|cat)\b[^.!?]{0,30}\b(drank|swallowed|ate|licked|chewed|squirted|got|sprayed)\b/,
    weights: { maintenance: 2.5 },
  },
  // Mastery: teaches, makes or studies it.
  {
    id: 'teaches',
    pattern:
      /\b(i teach|teach(ing)? (a|my|the|others|people|kids|girls|moms)|instructor|workshop|handout|lesson|my (clients|students|followers|subscribers|readers)|clients|mentor\w*|(i run|my) (a )?(\w+ )?(blog|channel|salon|podcast|shop)|come to me|ask me for)\b/,
    weights: { mastery: 4 },
  },
  {
    id: 'others-ask',
    pattern:
      /\b((other|all the|the) (women|girls|people|friends|ladies)|folks|newbies|neighbou?rs|my niece|moms|youth group|beginners|apprentices?|juniors?|junior stylists|clients?)\b[^.!?]{0,60}\b(ask|advice|help|hand|teach|explain|talk|learn\w*|want|demos|line up|under me|tackle)\b|\b(teach|train|help|explain|mentor|tell|hand)\b[^.!?]{0,40}\b(people|beginners|class|girls|stylists|newbies|neighbou?rs|them|moms|niece)\b/,
    weights: { mastery: 2.5 },
  },
  {
    id: 'writes-or-speaks',
    pattern:
      /\b(writing|drafting|giving a talk|article|handout|essay|a piece|a talk|review products|hold a|i train|for a living|i do hair|i braid for|trichology|braider for)\b/,
    weights: { mastery: 3 },
  },
  {
    id: 'is-a-professional',
    pattern:
      /\b(im|i am|as|being) an? (\w+ )?(stylist|loctician|braider|cosmetologist|trichologist|hairdresser|chemist|esthetician|barber|salon owner)\b|\bcosmetology\b/,
    weights: { mastery: 4 },
  },
  {
    id: 'makes-products',
    pattern:
      /\b(formulat\w*|i (make|mix|blend|sell) (my|our) own|to sell|preservative|broad[- ]spectrum|emulsifi\w*)\b/,
    weights: { mastery: 3.5 },
  },
  {
    id: 'makes-and-sells',
    pattern:
      /\b(i (sell|make a|am designing)|im designing|homemade|whipped|antioxidant|viscosity|ratio|o\/w|lotion for|conditioner base|water activity|edta|phytic|chelators?)\b/,
    weights: { mastery: 2.5 },
  },
  {
    id: 'speaks-chemistry',
    pattern:
      /\b(ph|surfactants?|polyquat\w*|cationic|anionic|amphoteric|molecular weight|film[- ]form\w*|humectants?|dew points?|cortex|cuticles?|sles|betaine|hydroly[sz]ed|isoelectric|disulfide|keratin (structure|bonds)|lipid|18-mea|bonds?)\b/,
    weights: { mastery: 2.5 },
  },
  {
    id: 'names-compounds',
    pattern:
      /\b\w+(onium|chloride|glucoside|methosulfate|ceth|eth-\d+)\b|\b(cetyl|cetearyl|fatty) alcohols?\b|\b(in vivo|in vitro|follicle level|fib(er|re)s?|lamellar|refractive|sebum|occlusive|elasticity|inci)\b/,
    weights: { mastery: 2.5 },
  },
  {
    id: 'weighs-evidence',
    pattern:
      /\b(evidence|peer[- ]reviewed|trial|hypothesis|proven|stud(y|ies)|counterargument|misconception|critically|facts do people)\b/,
    weights: { mastery: 2.5 },
  },
  {
    id: 'long-mastered',
    pattern:
      /\b((two )?decades?|(10|12|15|17|18|20|twelve|fifteen|seventeen|twenty) years|mastered|done it all|runs itself|mine is easy)\b/,
    weights: { mastery: 2 },
  },
  {
    id: 'knows-it-all',
    pattern:
      /\b(to a science|inside out|nerd\w*|(\d+|ten|twelve|fifteen|twenty) years (in|at|of) (this|it)|at this (for )?\d+ years|the science (of|behind)|debunk\w*|basically bunk|research|stud(y|ies)|sources)\b/,
    weights: { mastery: 3 },
  },
  // What leaves it open: enough for a first guess, never for a move.
  {
    id: 'asks-anything',
    pattern: /\?|^(how|what|which|why|when|where|can|does|do|is|are|should)\b/,
    weights: { learning: 0.4 },
  },
  {
    id: 'tells-of-trouble',
    pattern: /\b(dry\w*|brittle|break\w*|frizz\w*|itch\w*|shed\w*|thin\w*|flak\w*|fall(ing)? out)\b/,
    weights: { stabilization: 0.3 },
  },
];
