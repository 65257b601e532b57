"""The words that figures of the options share, in Italian and English."""

WORDS = {
    "no_data": {"it": "nessun dato", "en": "no data"},
    "source": {
        "it": "Fonte: valutazioni e pesi dell'analista (options.yaml).",
        "en": "Source: the analyst's assessments and weights (options.yaml).",
    },
    "hindsight": {"it": " * Col senno di poi.", "en": " * With hindsight."},
    "and": {"it": " e ", "en": " and "},
    "quoted": {"it": "«{text}»", "en": "“{text}”"},
    "performance_title": {
        "it": "{information} valutazioni su {total} sono informazioni con prove; le altre sono giudizi",
        "en": "{information} of {total} assessments are information with evidence; the others are judgements",
    },
    "performance_subtitle": {
        "it": "Valutazione per criterio: 100 è l'estremo migliore della scala dichiarata, 0 il peggiore",
        "en": "Assessment by criterion: 100 is the best end of the declared scale, 0 the worst",
    },
    "performance_note": {
        "it": "Punto: valore più probabile, pieno dove è un'informazione con prove, vuoto dove è un giudizio; linea: "
        "dal valore più basso al più alto. Opzioni in ordine di punteggio con i pesi {weights}.",
        "en": "Dot: most likely value, filled where it is information with evidence, open where it is a judgement; "
        "line: from the lowest to the highest value. Options in the order of their score under the weights {weights}.",
    },
    "scores_title": {
        "it": "{first} ha il punteggio più alto, {score} su 100",
        "en": "{first} has the highest score, {score} of 100",
    },
    "scores_overlap": {
        "it": "{first} ha il punteggio più alto, ma i punteggi si sovrappongono",
        "en": "{first} has the highest score, but the scores overlap",
    },
    "scores_tie": {
        "it": "{count} opzioni hanno lo stesso punteggio, il più alto: {score} su 100",
        "en": "{count} options share the highest score, {score} of 100",
    },
    "scores_subtitle": {
        "it": "Punteggio ponderato da 0 a 100, pesi {weights}",
        "en": "Weighted score from 0 to 100, weights {weights}",
    },
    "scores_note": {
        "it": "Punto e numero: punteggio medio. Banda: il 90 % centrale di {draws} estrazioni; linea sottile: "
        "dal punteggio più basso al più alto possibile.",
        "en": "Dot and number: mean score. Band: the middle 90% of {draws} draws; thin line: from the "
        "lowest to the highest possible score.",
    },
    "scores_others": {
        "it": " Rombi: con gli altri insiemi di pesi ({others}).",
        "en": " Diamonds: under the other sets of weights ({others}).",
    },
    "acceptability_separated": {
        "it": "{first} supera {second} in {share} estrazioni su 100",
        "en": "{first} beats {second} in {share} of every 100 draws",
    },
    "nearly_all": {"it": "oltre 99", "en": "more than 99"},
    "acceptability_open": {
        "it": "I punteggi non separano {first} da {second}",
        "en": "The scores do not separate {first} from {second}",
    },
    "acceptability_subtitle": {
        "it": "Quota delle estrazioni in cui l'opzione ottiene ciascun posto, in %, pesi {weights}",
        "en": "Share of the draws in which the option takes each rank, in %, weights {weights}",
    },
    "acceptability_note": {
        "it": "{draws} estrazioni di punteggi entro gli intervalli; errore tipo al più {error} punti. Quote sotto il "
        "{least} senza numero. La quota non è una probabilità che l'opzione riesca.",
        "en": "{draws} draws of scores within their intervals; standard error at most {error} points. Shares below "
        "{least} carry no number. The share is not the likelihood that the option succeeds.",
    },
    "acceptability_error": {
        "it": " Linea nera: la quota di primi posti, due errori tipo in meno e in più.",
        "en": " Black line: the share of first places, two standard errors less and more.",
    },
    "left_out": {
        "it": " Senza tutte le valutazioni, escluse: {titles}.",
        "en": " Not fully assessed, left out: {titles}.",
    },
    "rank": {"it": "{rank}º", "en": "{rank}{ending}"},
}


def say(texts: dict[str, dict[str, str]], key: str, language: str, **values: object) -> str:
    """The wording `key` of `texts`; `language` other than `en` gives Italian, the language of the articles."""
    return texts[key]["en" if language == "en" else "it"].format(**values)


def word(key: str, language: str, **values: object) -> str:
    """The wording `key` of those that several figures share."""
    return say(WORDS, key, language, **values)
