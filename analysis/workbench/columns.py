"""Which columns of wide tables the notebooks show; the tables themselves keep all of them."""

SHOWN = {
    "actors": (
        *("name", "kind", "country", "roles", "affiliation_ids", "mentions", "documents"),
        *("first_seen", "last_seen", "acts_for"),
    ),
    "dyads": (
        *("source", "target", "incidents", "cooperation", "conflict"),
        *("cooperation_weighted", "conflict_weighted"),
    ),
    "rows_behind": ("doc_id", "what", "modality", "words", "sentence", "rule_id"),
    "tone": ("speaker_id", "actor_id", "tone", "words", "text", "rule_id"),
    "combined": (
        *("source", "target", "cooperation_combined", "conflict_combined", "activity", "incidents", "neutral"),
    ),
    "stakeholders": ("actor_id", "position", "salience", "capability", "basis", "capability_basis", "grid"),
    "sensitivity": (
        *("source", "target", "value", "rank", "rank_best_weights", "rank_worst_weights"),
        *("rank_best_documents", "rank_worst_documents", "document_worst"),
    ),
    "long_list": (
        *("title", "option", "agent_ids", "target_ids", "proponents", "opponents"),
        *("support", "origins", "frequency", "status"),
    ),
}
