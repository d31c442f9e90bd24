import { wordSet } from '../../understanding/name-words.ts';

/**
 * Places that people name most, lower case, so that "the Berlin marathon" is nobody. No gate: a place needs no entry where a
 * preposition says it is one. Places that are given names as well (Paris, Florence, Sydney, Chelsea) are left out.
 */
export const PLACE_NAMES = wordSet(`
london york manchester birmingham leeds liverpool bristol sheffield newcastle nottingham brighton oxford cambridge cardiff edinburgh glasgow belfast dublin cork
galway limerick derry berlin hamburg munich cologne leipzig frankfurt vienna zurich geneva basel amsterdam rotterdam utrecht antwerp ghent brussels lyon
nantes marseille toulouse bordeaux nice lille madrid barcelona sevilla seville valencia bilbao granada malaga lisbon porto rome milan naples turin venice
bologna athens istanbul ankara warsaw krakow prague budapest bucharest sofia belgrade zagreb ljubljana oslo bergen stockholm uppsala gothenburg malmö copenhagen
helsinki reykjavik tallinn riga vilnius kyiv moscow cairo lagos abuja accra nairobi kampala johannesburg durban casablanca marrakech tunis dubai doha riyadh
beirut jerusalem tehran mumbai delhi bangalore bengaluru pune chennai hyderabad kolkata jaipur karachi lahore islamabad dhaka kathmandu colombo bangkok hanoi
saigon singapore jakarta bali manila tokyo osaka kyoto seoul busan beijing shanghai taipei melbourne brisbane perth auckland wellington toronto montreal vancouver
ottawa calgary boston chicago seattle portland denver dallas houston philadelphia atlanta miami orlando phoenix vegas manhattan brooklyn queens cusco lima bogotá
bogota medellín quito santiago rio havana cancún cancun mexico brazil argentina chile peru colombia ecuador cuba canada america usa england scotland wales ireland
britain uk france germany spain portugal italy greece turkey poland czechia hungary romania bulgaria serbia croatia slovenia austria switzerland netherlands holland
belgium denmark norway sweden finland iceland estonia latvia lithuania ukraine russia egypt morocco tunisia nigeria ghana kenya uganda tanzania ethiopia senegal
israel palestine lebanon syria iraq iran pakistan india nepal bangladesh thailand vietnam cambodia malaysia indonesia philippines japan korea china taiwan australia
europe asia africa azores tenerife ibiza mallorca crete corfu sicily sardinia hawaii california texas florida cornwall devon yorkshire kent essex glastonbury
`);
