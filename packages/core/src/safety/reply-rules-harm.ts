import { CONDITIONAL, NEGATED, QUOTED, REPORTED, type ReplyRule } from './reply-rule.ts';

/** What could hurt the person who reads it, or somebody else. */

const LEAD =
  "(?:^|(?<=[:;,] )|\\b(?:you should|you ought to|you need to|you must|you have to|you might as well|you may as well|why don't you|why not|i want you to|i'd like you to|better to|time to|go ahead and|favor and|favour and|just|please|go)[, ] ?)(?:(?:just|go|please|and|really|finally|simply) ){0,3}";
const OFTEN_ASKED =
  /\b(?:you|you've|they|she|he|people|did|have|has|if|to|or|might|could|would|can|will)(?: ever| even)? $/;
const TOLD: readonly RegExp[] = [NEGATED, REPORTED, CONDITIONAL, OFTEN_ASKED];

const INSULT =
  '(?:worthless|pathetic|stupid(?![- ](?:busy|tired|good|talented|lucky))|an? (?:complete |total |real |bloody |fucking )?(?:idiot|moron|imbecile|failure|burden|loser|freak|mistake|disgrace|embarrassment|joke|waste of (?:space|time|air|oxygen|skin)|nobody|piece of (?:shit|trash|garbage))|useless|fat and ugly|disgusting|ugly|dumb|unlovable|good for nothing|trash|garbage|scum|nothing(?= ?[.!,]|$)|hopeless(?! romantic)|a hopeless case)(?![-\\w])';
const INTENSIFIER =
  '(?: (?:just|such|so|really|all|nothing but|completely|totally|absolutely|utterly|clearly|honestly|truly|fucking|simply|and always will be|a bit|kind of|pretty)){0,4}';

const harm: ReplyRule<'harm'> = {
  name: 'harm',
  reason: 'Urges someone to self-harm or violence, or insults the person; one such line can cost a life.',
  wordings: [
    {
      says: new RegExp(
        `${LEAD}(?:(?:kill|hang) yourself\\b(?! (?:over|trying|working|laughing))|end your (?:own )?life|end it all|take your own life|off yourself|unalive yourself|commit suicide|drown yourself|starve yourself)(?! ?\\?)`,
        'gm',
      ),
      notAfter: TOLD,
    },
    {
      says: /\b(?:you should|you ought to|you need to|you must|you might as well|why don't you|i want you to|go ahead and)(?: (?:just|go|please|and|really)){0,3} (?:cut|hurt|harm|punish|burn) yourself\b(?! (?:some|off|a break|free|loose))/gm,
      notAfter: TOLD,
    },
    { says: /\bkys\b/gm, notAfter: TOLD },
    {
      says: /\byou (?:should|deserve to|ought to|need to|must|had better|'d better)(?: (?:just|really|go|all|simply)){0,2} (?:die(?! (?:your|it|the|that))|be dead|drop dead|suffer(?= ?[.!]|$)|rot(?= ?[.!]|$)|not exist|not be alive|disappear(?= ?[.!]|$| forever))\b/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
    },
    {
      says: /\b(?:nobody|no one|no-one|noone)(?: would| will|'d|'ll)(?: ever| even| really){0,2} (?:miss you\b(?! out)|(?:care|notice) if you (?:died|die|were gone|were dead|disappeared|killed))/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
    },
    {
      says: /\b(?:better off(?: if you were)? (?:dead|gone)|(?:everyone|everybody|people|they|we|family|kids|friends|parents)(?: would|'d| will| is| are|'re| might)?(?: be)?(?: so much| much)? better off without you(?= ?[.!,]|$)|world would be (?:a )?(?:much )?better (?:place )?without you)/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
      notIn: /\b(?:not|isn't|aren't|wouldn't|won't|never)(?: be)?(?: really| truly)? better off/,
    },
    {
      says: new RegExp(`\\byou(?: really| truly)?(?:'re| are)${INTENSIFIER} ${INSULT}`, 'gm'),
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
    },
    {
      says: /(?:^|(?<=[,;:] )|\b(?:honestly|and|because),? )(?:i hate you|nobody (?:likes|loves|wants) you|no one (?:likes|loves|wants) you|go to hell|fuck (?:you|off)|screw you|shut the fuck up)(?= ?[.!,]|$)/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL, QUOTED],
    },
    {
      says: new RegExp(
        `${LEAD}(?:(?:kill|stab|murder|strangle|poison|beat up|attack|shoot|punch) (?:him|her|your (?:boss|wife|husband|mother|mom|father|dad|sister|brother|ex|boyfriend|girlfriend|partner|teacher|neighbor|neighbour|roommate)|everyone|those people|these people)\\b(?! (?:with kindness|an? |over|up))|bring a (?:gun|knife) to)`,
        'gm',
      ),
      notAfter: TOLD,
    },
    {
      says: /\b(?:he|she|they|those people) (?:deserves? to die|should be (?:killed|shot|hanged))\b/gm,
      notAfter: [NEGATED, REPORTED],
    },
    {
      says: /(?:^|[^\p{L}])(?:m[áa]tate|suic[íi]date|deber[íi]as (?:morir|morirte|matarte|suicidarte)|no vales nada|eres (?:un |una )?(?:in[úu]til|est[úu]pid[oa]|idiota|imb[ée]cil|pat[ée]tic[oa]|basura|carga|fracasad[oa]|fracaso)|nadie te (?:extrañar[íi]a|echar[íi]a de menos|quiere)|estar[íi]a[nm]?(?:os)? mejor sin ti)(?!\p{L})/gmu,
      notAfter: [
        /\b(?:no|dij[oe]|dijeron|dicen|dice|diga[ns]?|dices|decirte|sientes?|sentir|piensas?|pensar|crees|creer|verdad|si)(?: que)?[ :,]{0,2}["']?$/,
      ],
    },
  ],
};

const REFUSING =
  /\bi (?:can't|cannot|can not|won't|will not|am not|don't|do not)\b|\bi'm not (?:able|going)\b|\bpoison control\b|\b(?:911|999|112)\b/;

const selfHarmMethod: ReplyRule<'self-harm-method'> = {
  name: 'self-harm-method',
  reason: 'Tells how to harm or kill oneself.',
  wordings: [
    {
      says: /\b(?:painless|quickest|easiest|least painful|most effective|surest|fastest|best|simplest|common|reliable) (?:way|ways|method|methods|means) (?:to|of|for) (?:die(?! in )|dying|kill(?:ing)? (?:yourself|oneself)|end(?:ing)? (?:your life|it all)|suicide|commit suicide|hurt(?:ing)? yourself|harm(?:ing)? yourself|self[- ]harm|overdos(?:e|ing))\b/gm,
      notAfter: [NEGATED],
      notIn: REFUSING,
    },
    {
      says: /\b(?:lethal|fatal|deadly) (?:dose|amount|quantity)(?: of [a-z]{3,20}(?: [a-z]{3,20})?)?(?: for (?:an adult|you|someone your size))? (?:is|would be|starts|begins|:)(?: [a-z]{1,12}){0,3} \d/gm,
      notIn: REFUSING,
    },
    {
      says: /\b(?:take|swallow|ingest|down) (?:(?:the |a |an )?(?:whole |entire |full )?(?:bottle|box|pack|packet|handful|strip)s? of (?:your |the )?(?:[a-z]{3,15} )?(?:pills|tablets|capsules|tylenol|paracetamol|acetaminophen|ibuprofen|aspirin|medication|medicine|meds|antidepressants|xanax)|all (?:of )?(?:the|your) (?:[a-z]{3,15} )?(?:pills|tablets|capsules|medication|medicine|meds)(?: at once)?|(?:\d{2,3}|enough) (?:[a-z]{3,15} )?(?:pills|tablets|capsules))\b(?! (?:as prescribed|with you|to the pharmacy|back))/gm,
      notAfter: TOLD,
      notIn: REFUSING,
    },
    {
      says: /\b(?:overdose on|od on) (?:\d{1,4}|your|some|the|enough)\b/gm,
      notAfter: TOLD,
      notIn: REFUSING,
    },
    {
      says: /\b(?:cut|cutting|slice|slit) (?:(?:along|across|down|deep|deeper|vertically|lengthwise|lengthways|into|open)(?: [a-z]{1,10}){0,4} (?:wrists?|veins?|artery|arteries|forearms?)|your (?:wrists?|veins?|throat))\b/gm,
      notAfter: TOLD,
      notIn: REFUSING,
    },
    {
      says: /\buse (?:a|the|your) (?:razor|razor blade|blade|knife|box cutter)(?: blade)?(?: [a-z]{1,10}){0,4} your (?:wrists?|veins?|throat)\b/gm,
      notAfter: TOLD,
    },
    {
      says: /\b(?:tie|make|loop|knot|hang|fasten) (?:a |the |your )?(?:[a-z]{1,10} ){0,2}(?:noose|(?:rope|belt|cord|sheet)(?: [a-z]{1,10}){0,4} (?:your neck|rafters?|ceiling|beam))/gm,
      notAfter: TOLD,
    },
    {
      says: /\b(?:jump|leap|step|throw yourself) (?:off|from|in front of) (?:a|the|any) (?:tall |high |nearest |moving |speeding )?(?:bridge|roof|building|balcony|train|bus|truck|overpass)\b/gm,
      notAfter: [...TOLD, /\b(?:want|going|about|urge|plan|plans|thinking of|thoughts of|feel like|wanting)(?: to)? $/],
      notIn: REFUSING,
    },
    {
      says: /\b(?:run|leave|start) (?:the |your )?(?:car|engine)(?: [a-z]{1,10}){0,4} (?:closed garage|garage door shut|hose|sealed garage)\b|\b(?:inhale|breathe in) (?:the |some )?(?:exhaust|helium|carbon monoxide|car fumes)\b/gm,
      notAfter: TOLD,
      notIn: REFUSING,
    },
    {
      says: /\b(?:you can|try to|just|you should|then|afterwards) (?:purge|(?:make|force) yourself (?:to )?(?:throw up|vomit|puke))\b/gm,
      notAfter: [NEGATED, REPORTED, CONDITIONAL],
    },
    {
      says: /(?:^|[^\p{L}])(?:c[óo]rtate las (?:venas|muñecas)|t[óo]mate (?:todas las pastillas|un frasco)|salta de(?:sde)? un (?:puente|edificio)|(?:la )?forma (?:más )?(?:fácil|rápida|indolora) de (?:morir|suicidarte|matarte))(?!\p{L})/gmu,
      notAfter: [NEGATED],
    },
  ],
};

export const HARM_RULES: readonly [ReplyRule<'self-harm-method'>, ReplyRule<'harm'>] = [selfHarmMethod, harm];
