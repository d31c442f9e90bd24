/** An ingredient or family as people name it, and how INCI lists do. Names: Personal Care Products Council / EU CosIng. */
interface IngredientWord {
  readonly name: string;
  readonly says: RegExp;
  readonly inci: RegExp;
}

const word = (name: string, says: string, inci: string): IngredientWord => ({
  name,
  says: new RegExp(`\\b(?:${says})\\b`, 'i'),
  inci: new RegExp(inci, 'i'),
});

/** What people ask after, react to or are sold. A family ("sulfates") stands for all its members. */
export const INGREDIENT_WORDS: readonly IngredientWord[] = [
  word(
    'coconut',
    'coconuts?(?: oil| milk| water)?|cocos|coco(?!-| (?:betaine|glucoside|sulfate|caprylate))',
    'cocos nucifera|coco-|cocoyl|cocami|cocoate|caprylic',
  ),
  word('shea', 'shea(?: butter)?|karite', 'butyrospermum|shea'),
  word('tea tree', 'tea[- ]tree(?: oil)?|arbol de te', 'melaleuca'),
  word('argan', 'argan(?: oil)?', 'argania'),
  word('jojoba', 'jojoba(?: oil)?', 'simmondsia'),
  word('castor oil', 'castor(?: oil)?|jbco', 'ricinus|castor'),
  word('olive', 'olives?(?: oil)?|oliva', 'olea europaea'),
  word('avocado', 'avocados?(?: oil)?|aguacates?', 'persea gratissima'),
  word('almond', 'almonds?(?: oil)?|almendras?', 'prunus (?:amygdalus|dulcis|communis)|amygdalus|almond'),
  word('peanut', 'peanuts?(?: oil)?|arachis|cacahu[ae]tes?', 'arachis|peanut'),
  word(
    'nuts',
    '(?:tree[- ])?nuts?(?! ?meg)|nuez|nueces|frutos secos',
    'prunus (?:amygdalus|dulcis|communis)|amygdalus|almond|arachis|peanut|hazelnut|walnut|cashew|pistac|carya|corylus|macadamia|juglans|anacardium|bertholletia|argania|cocos|butyrospermum',
  ),
  word('hazelnut', 'hazelnuts?|avellanas?', 'corylus|hazelnut'),
  word('walnut', 'walnuts?', 'juglans|walnut'),
  word('macadamia', 'macadamias?', 'macadamia'),
  word('sesame', 'sesame(?: oil)?', 'sesamum'),
  word('soy', 'soya?|soybean(?: oil)?', 'glycine (?:soja|max)|soy'),
  word('wheat', 'wheat(?: protein)?|gluten', 'triticum|wheat'),
  word('oat', 'oats?|oatmeal|oat milk', 'avena'),
  word('rice', 'rice(?: water| protein| milk)?', 'oryza'),
  word('honey', 'honey|manuka|miel', 'mel\\b|honey'),
  word('milk', '(?:goat )?milk|dairy|whey', 'lac\\b|milk|casein|whey'),
  word('egg', 'eggs?|yolk', 'ovum|egg'),
  word('beeswax', 'bees?wax', 'cera alba|beeswax'),
  word('lanolin', 'lanolin|wool wax', 'lanolin'),
  word('silk', 'silk (?:amino acids?|protein)s?|hydrolyzed silk', 'silk|sericin'),
  word('keratin', 'keratin', 'keratin'),
  word('collagen', 'collagen', 'collagen'),
  word('protein', 'proteins?|amino acids?', 'hydrolyzed|protein|keratin|collagen|amino acids|silk'),
  word('aloe', 'aloe(?: vera)?', 'aloe'),
  word('glycerin', 'glycerine?', 'glycerin\\b'),
  word('panthenol', 'panthenol|pro-?vitamin b5', 'panthenol'),
  word('biotin', 'biotin', 'biotin'),
  word('caffeine', 'caffeine', 'caffeine'),
  word('niacinamide', 'niacinamide', 'niacinamide'),
  word('peptides', 'peptides?|redensyl|capixyl|procapil', 'peptide|larix|pisum'),
  word('ceramides', 'ceramides?', 'ceramide'),
  word('hyaluronic acid', 'hyaluronic(?: acid)?', 'hyaluron'),
  word('salicylic acid', 'salicylic(?: acid)?', 'salicylic'),
  word('ketoconazole', 'ketoconazole', 'ketoconazole'),
  word('minoxidil', 'minoxidil', 'minoxidil'),
  word('zinc pyrithione', 'zinc pyrithione|pyrithione zinc', 'pyrithione'),
  word('rosemary', 'rosemary(?: oil)?', 'rosmarinus'),
  word('peppermint', 'peppermint(?: oil)?|menthol|mint', 'mentha|menthol'),
  word('lavender', 'lavender(?: oil)?|lavanda', 'lavandula'),
  word('eucalyptus', 'eucalyptus', 'eucalyptus'),
  word('neem', 'neem', 'azadirachta'),
  word('black seed', 'black seed(?: oil)?|nigella', 'nigella'),
  word('hibiscus', 'hibiscus', 'hibiscus'),
  word('moringa', 'moringa', 'moringa'),
  word('baobab', 'baobab', 'adansonia'),
  word('marula', 'marula', 'sclerocarya'),
  word('mango butter', 'mango(?: butter)?', 'mangifera'),
  word('cocoa butter', 'cocoa(?: butter)?', 'theobroma'),
  word('grapeseed', 'grape ?seed(?: oil)?', 'vitis vinifera'),
  word('sunflower', 'sunflower(?: oil)?', 'helianthus'),
  word('hemp', 'hemp(?: seed)?(?: oil)?|cbd|cannabi\\w+', 'cannabis|cannabidiol'),
  word('turmeric', 'turmeric', 'curcuma'),
  word('ginger', 'ginger', 'zingiber'),
  word('amla', 'amla', 'emblica|phyllanthus'),
  word('fenugreek', 'fenugreek', 'trigonella'),
  word('chamomile', 'chamomile|ragweed', 'chamomilla|anthemis'),
  word('flaxseed', 'flax ?seeds?|linseed', 'linum'),
  word('marshmallow root', 'marshmallow(?: root)?', 'althaea'),
  word('slippery elm', 'slippery elm', 'ulmus'),
  word('bentonite clay', '(?:bentonite |kaolin |rhassoul )?clay', 'bentonite|kaolin|lava clay'),
  word('charcoal', 'charcoal', 'charcoal'),
  word('apple cider vinegar', '(?:apple cider )?vinegar|acv', 'vinegar|acetic acid'),
  word('vitamin e', 'vitamin e|tocopherol', 'tocopher'),
  word('vitamin c', 'vitamin c|ascorbic', 'ascorb'),
  word('sulfates', 'sul(?:f|ph)ates?|sls|sles', 'laureth sulfate|lauryl sulfate|coco sulfate|myreth sulfate'),
  word('silicones', 'silicones?|dimethicone|(?:cyclo|ami?no)\\w*methicone', 'methicone|siloxane|silsesquioxane'),
  word('parabens', '(?:methyl|propyl|butyl|ethyl)?parabens?', 'paraben'),
  word('phthalates', 'phthalates?', 'phthalate'),
  word(
    'formaldehyde',
    'formaldehyde|formalin|dmdm|quaternium-15|methylene glycol',
    'formaldehyde|dmdm|imidazolidinyl|diazolidinyl|quaternium-15|methylene glycol',
  ),
  word('phenoxyethanol', 'phenoxyethanol', 'phenoxyethanol'),
  word('mineral oil', 'mineral oil|petrolatum|petroleum|vaseline|paraffin', 'mineral oil|paraffinum|petrolatum'),
  word('fragrance', 'fragrances?|fragancias?|perfumes?|parfum|scents?|scented', 'parfum|fragrance|limonene|linalool'),
  word(
    'essential oils',
    'essential oils?',
    'limonene|linalool|melaleuca|lavandula|mentha|rosmarinus|citrus|eucalyptus',
  ),
  word(
    'alcohol',
    '(?<!(?:cetyl|cetearyl|stearyl|benzyl|behenyl|fatty|sugar) )(?:drying )?alcohols?',
    '\\balcohol denat|isopropyl alcohol|^alcohol$',
  ),
  word('dyes', '(?:artificial )?(?:dyes?|colorants?)', '\\bci ?\\d{5}|(?:red|blue|yellow|green) \\d'),
  word('latex', 'latex', 'latex'),
  word('lye', 'lye|sodium hydroxide', 'sodium hydroxide|potassium hydroxide|calcium hydroxide'),
  word('triclosan', 'triclosan', 'triclosan'),
  word('benzyl alcohol', 'benzyl alcohol', 'benzyl alcohol'),
  word('methylisothiazolinone', 'methylisothiazolinone|mi\\/mci|isothiazolinone\\w*', 'isothiazolinone'),
  word('propylene glycol', 'propylene glycol', 'propylene glycol'),
  word('cocamidopropyl betaine', 'cocamidopropyl betaine|betaine', 'cocamidopropyl betaine|coco-betaine'),
];

/** Ingredients a text names. */
export function ingredientsIn(text: string): IngredientWord[] {
  return INGREDIENT_WORDS.filter(({ says }) => says.test(text));
}

/** Whether a list of INCI names has an ingredient of that name or family. */
export function contains(ingredients: readonly string[], { inci }: IngredientWord): boolean {
  return ingredients.some((name) => inci.test(name));
}

export type { IngredientWord };
