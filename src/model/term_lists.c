/* What people call the lists that values are chosen from. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/term.h"

static const struct {
	const char *list, *label;
} labels[] = {
	{ "organisation-kind", N_("Kinds of organisations") },
	{ "affiliate-type", N_("Types of affiliates") },
	{ "network-type", N_("Types of networks") },
	{ "body-type", N_("Types of bodies") },
	{ "partner-type", N_("Types of partners") },
	{ "partner-subtype", N_("Subtypes of partners") },
	{ "region", N_("Regions") },
	{ "organisation-status", N_("Status of organisations") },
	{ "maturity", N_("Maturity of organisations") },
	{ "membership-state", N_("States of a membership") },
	{ "basis", N_("On what footing people work") },
	{ "programme", N_("Programmes") },
	{ "partnership-stage", N_("Stages of a partnership") },
	{ "partnership-origin", N_("Origins of a partnership") },
	{ "partnership-kind", N_("Kinds of work in a partnership") },
	{ "scope", N_("Scopes") },
	{ "horizon", N_("Horizons") },
	{ "event-type", N_("Types of events") },
	{ "event-mode", N_("Modes of events") },
	{ "event-status", N_("Status of events") },
	{ "involvement-role", N_("Roles of organisations in events") },
	{ "session-type", N_("Types of sessions") },
	{ "session-status", N_("Status of sessions") },
	{ "speaker-role", N_("Roles of speakers") },
	{ "attendance-category", N_("Categories of people at events") },
	{ "attendance-state", N_("States of attendance") },
	{ "goal-level", N_("Levels of goals") },
	{ "goal-status", N_("Status of goals") },
	{ "metric-kind", N_("Kinds of metrics") },
	{ "target-operator", N_("How a target is meant") },
	{ "rhythm", N_("How often something is measured") },
	{ "count-from", N_("What metrics are counted from") },
	{ "qualifier", N_("How exact a figure is") },
	{ "counted", N_("Whether a figure was typed or counted") },
	{ "note-kind", N_("Kinds of notes") },
	{ "participant-role", N_("Roles in a conversation") },
	{ "entry-kind", N_("Kinds of lines in notes") },
	{ "entry-status", N_("Status of items") },
	{ "capacity-direction", N_("Offer or need") },
	{ "capacity-kind", N_("Kinds of offers and needs") },
	{ "capacity-status", N_("Status of offers and needs") },
	{ "resource-kind", N_("Kinds of resources") },
	{ "document-kind", N_("Kinds of documents") },
	{ "document-status", N_("Status of documents") },
	{ "period-kind", N_("Kinds of periods") },
	{ "visibility", N_("Visibility of records") },
};

const char *
term_list_label(const char *list)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (!strcmp(labels[i].list, list))
			return _(labels[i].label);
	return list;
}
