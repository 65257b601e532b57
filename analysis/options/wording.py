"""The sentences of this room, in Italian and English."""

SENTENCES = {
    "no_file": {
        "it": "manca options.yaml: le opzioni, i criteri, i pesi e le valutazioni dell'analista.",
        "en": "options.yaml is missing: the analyst's options, criteria, weights and assessments.",
    },
    "few_options": {
        "it": "servono almeno due opzioni; ce ne sono {count}.",
        "en": "at least two options are needed; there are {count}.",
    },
    "no_criteria": {"it": "mancano i criteri.", "en": "there are no criteria."},
    "no_weights": {"it": "manca un insieme di pesi.", "en": "there is no set of weights."},
    "no_assessments": {"it": "mancano le valutazioni.", "en": "there are no assessments."},
    "missing_cells": {
        "it": "l'opzione «{title}» non è valutata per: {criteria}.",
        "en": "the option “{title}” is not assessed for: {criteria}.",
    },
    "unranked": {
        "it": "L'opzione «{title}» resta fuori dalla graduatoria: manca la valutazione per {criteria}.",
        "en": "The option “{title}” is left out of the ranking: no assessment for {criteria}.",
    },
    "hindsight": {
        "it": "L'opzione «{title}» è presente col senno di poi: alla data del fascicolo nessuno poteva sceglierla.",
        "en": "The option “{title}” is there with hindsight: at the dossier's date nobody could have chosen it.",
    },
    "evidence": {
        "it": "Celle che sono informazioni con prove: {count} su {total}; le altre sono giudizi.",
        "en": "Cells that are information with evidence: {count} of {total}; the others are judgements.",
    },
    "share": {
        "it": "La quota delle estrazioni dice quanto l'ordine resiste ai dubbi sui punteggi; non è una probabilità.",
        "en": "The share of draws says how far the order resists doubt about the scores; it is not a likelihood.",
    },
}


def sentence(key: str, language: str, **values: object) -> str:
    """The sentence `key` with its values; `language` other than `en` gives Italian, the language of the articles."""
    return SENTENCES[key]["en" if language == "en" else "it"].format(**values)
