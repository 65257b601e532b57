"""The words of the chart of stakeholders, in Italian and English."""

TEXTS = {
    "opposed_one": {
        "it": "A una sola opzione su {total}, {option}, si oppone chi potrebbe fermarla: {actors}",
        "en": "One option of {total}, {option}, is opposed by who could stop it: {actors}",
    },
    "opposed": {
        "it": "A {count} opzioni su {total} si oppone chi potrebbe fermarle; la più bloccata è {option}: {actors}",
        "en": "{count} of {total} options are opposed by who could stop them; the most blocked is {option}: {actors}",
    },
    "silent": {
        "it": "Nessuno di cui serve il consenso risulta contrario, ma di molti non si sa: consensi ignoti: {count} su "
        "{total}",
        "en": "Nobody whose consent is needed is known to be against, but much is unknown: {count} of {total} consents",
    },
    "clear": {
        "it": "Nessuno di cui serve il consenso risulta contrario",
        "en": "Nobody whose consent is needed is known to be against",
    },
    "no_consent": {
        "it": "Per nessuna opzione risulta di chi serva il consenso",
        "en": "For no option is it known whose consent is needed",
    },
    "empty": {
        "it": "Nessuna posizione nota e nessun consenso da chiedere: non c'è nulla da mostrare",
        "en": "No position known and no consent to ask for: there is nothing to show",
    },
    "subtitle": {
        "it": "Posizione di ogni attore su ogni opzione, da 0 (contraria) a 100 (favorevole)",
        "en": "Position of each actor on each option, from 0 (against) to 100 (for)",
    },
    "capability": {"it": "capacità", "en": "capability"},
    "note": {
        "it": "+ favorevole (da {above}), − contrario (fino a {below}), ± in mezzo, ? ignoto; cella vuota: nessuno "
        "dice che c'entri. Riquadro nero: il suo consenso è necessario nel foro dell'opzione. Barretta: quanto gli "
        "preme (salienza); senza barretta: ignoto.",
        "en": "+ for (from {above}), − against (up to {below}), ± between, ? unknown; empty cell: nobody says that it "
        "is involved. Black frame: its consent is needed in the option's forum. Small bar: how much it cares "
        "(salience); no bar: unknown.",
    },
    "draft": {
        "it": " Fra parentesi: bozza dai testi, non dell'analista.",
        "en": " In brackets: a draft from the texts, not the analyst's.",
    },
    "absent": {
        "it": " Non mostrate, senza posizioni né consensi noti: {titles}.",
        "en": " Not shown, with neither positions nor consents known: {titles}.",
    },
    "unchecked": {
        "it": " Mostrate senza verifica del foro: {titles}.",
        "en": " Shown without a check of the forum: {titles}.",
    },
    "hidden": {
        "it": " Mostrati {shown} attori su {total}; fra gli altri, con un consenso da dare: {consents}; con una "
        "posizione nota: {known}.",
        "en": " Shown: {shown} of {total} actors; of the others, with a consent to give: {consents}; with a "
        "known position: {known}.",
    },
    "source": {
        "it": "Fonte: posizioni dell'analista (options.yaml) e dai testi; regole dei fori.",
        "en": "Source: positions by the analyst (options.yaml) and from the texts; the forums' rules.",
    },
    "for": {"it": "a favore", "en": "for"},
    "against": {"it": "contro", "en": "against"},
    "between": {"it": "in mezzo", "en": "between"},
    "unknown": {"it": "ignoti", "en": "unknown"},
    "needed": {"it": "consenso necessario", "en": "consent needed"},
    "nobody": {"it": "nessuno", "en": "nobody"},
}
