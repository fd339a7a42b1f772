#include "model/term.h"

#include <string.h>

#include "base/i18n.h"
#include "model/match.h"

/* Most go on, and say nothing about it. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

const struct term terms[] = {
	{ "organisation-kind", "affiliate", N_("affiliate") },
	{ "organisation-kind", "partner", N_("partner") },
	{ "organisation-kind", "network", N_("network") },
	{ "organisation-kind", "body", N_("body") },

	{ "affiliate-type", "chapter", N_("chapter") },
	{ "affiliate-type", "thematic-organization", N_("thematic organization") },
	{ "affiliate-type", "user-group", N_("user group") },
	{ "affiliate-type", "working-group", N_("working group") },
	{ "affiliate-type", "chapter-in-formation", N_("chapter in formation") },
	{ "affiliate-type", "gathering-group", N_("gathering group") },

	{ "network-type", "regional-network", N_("regional network") },
	{ "network-type", "regional-hub", N_("regional hub") },
	{ "network-type", "thematic-hub", N_("thematic hub") },
	{ "network-type", "working-group", N_("working group") },

	{ "body-type", "foundation", N_("foundation") },
	{ "body-type", "committee", N_("committee") },
	{ "body-type", "team", N_("team") },
	{ "body-type", "other", N_("other") },

	{ "partner-type", "glam", N_("GLAM") },
	{ "partner-type", "university", N_("university") },
	{ "partner-type", "school", N_("school") },
	{ "partner-type", "public-sector", N_("public sector") },
	{ "partner-type", "igo", N_("IGO") },
	{ "partner-type", "ingo", N_("INGO") },
	{ "partner-type", "ngo", N_("NGO") },
	{ "partner-type", "media", N_("media") },
	{ "partner-type", "company", N_("company") },
	{ "partner-type", "embassy-or-cultural-institute",
	    N_("embassy or cultural institute") },
	{ "partner-type", "community", N_("community") },
	{ "partner-type", "affiliate", N_("affiliate") },
	{ "partner-type", "other", N_("other") },

	{ "partner-subtype", "gallery", N_("gallery") },
	{ "partner-subtype", "library", N_("library") },
	{ "partner-subtype", "archive", N_("archive") },
	{ "partner-subtype", "museum", N_("museum") },
	{ "partner-subtype", "museum-body", N_("museum body") },
	{ "partner-subtype", "agency", N_("agency") },
	{ "partner-subtype", "ministry", N_("ministry") },
	{ "partner-subtype", "municipality", N_("municipality") },
	{ "partner-subtype", "region", N_("region") },
	{ "partner-subtype", "legislature", N_("legislature") },
	{ "partner-subtype", "foundation", N_("foundation") },
	{ "partner-subtype", "cultural-institute", N_("cultural institute") },
	{ "partner-subtype", "arts-centre", N_("arts centre") },
	{ "partner-subtype", "memorial", N_("memorial") },
	{ "partner-subtype", "learned-society", N_("learned society") },
	{ "partner-subtype", "professional-body", N_("professional body") },
	{ "partner-subtype", "research-institute", N_("research institute") },
	{ "partner-subtype", "research-centre", N_("research centre") },
	{ "partner-subtype", "laboratory", N_("laboratory") },
	{ "partner-subtype", "broadcaster", N_("broadcaster") },
	{ "partner-subtype", "radio", N_("radio") },
	{ "partner-subtype", "platform", N_("platform") },
	{ "partner-subtype", "software", N_("software") },
	{ "partner-subtype", "folk-high-school", N_("folk high school") },
	{ "partner-subtype", "national-committee", N_("national committee") },
	{ "partner-subtype", "sports-federation", N_("sports federation") },
	{ "partner-subtype", "military", N_("military") },
	{ "partner-subtype", "community", N_("community") },

	{ "region", "central-eastern-europe-central-asia",
	    N_("Central & Eastern Europe & Central Asia") },
	{ "region", "east-southeast-asia-pacific",
	    N_("East, Southeast Asia, & Pacific") },
	{ "region", "latin-america-caribbean", N_("Latin America & Caribbean") },
	{ "region", "middle-east-north-africa", N_("Middle East & North Africa") },
	{ "region", "north-america", N_("North America") },
	{ "region", "northern-western-europe", N_("Northern & Western Europe") },
	{ "region", "south-asia", N_("South Asia") },
	{ "region", "sub-saharan-africa", N_("Sub-Saharan Africa") },

	{ "organisation-status", "planned", N_("planned") },
	{ "organisation-status", "recognized", N_("recognized") },
	{ "organisation-status", "suspended", N_("suspended") },
	{ "organisation-status", "former", N_("former") },

	{ "maturity", "starting", N_("starting") },
	{ "maturity", "growing", N_("growing") },
	{ "maturity", "established", N_("established") },
	{ "maturity", "mature", N_("mature") },

	{ "membership-state", "member", N_("member") },
	{ "membership-state", "in-formation", N_("in formation") },
	{ "membership-state", "guest", N_("guest") },
	{ "membership-state", "former", N_("former") },

	{ "basis", "volunteer", N_("volunteer") },
	{ "basis", "staff", N_("staff") },
	{ "basis", "board", N_("board") },
	{ "basis", "consultant", N_("consultant") },
	{ "basis", "resident", N_("resident") },
	{ "basis", "other", N_("other") },

	{ "programme", "glam", N_("GLAM") },
	{ "programme", "education", N_("education") },
	{ "programme", "community", N_("community") },
	{ "programme", "advocacy", N_("advocacy") },
	{ "programme", "content-partnerships", N_("content partnerships") },
	{ "programme", "alliances", N_("alliances") },

	{ "partnership-stage", "prospect", N_("prospect") },
	{ "partnership-stage", "contact", N_("contact") },
	{ "partnership-stage", "meeting", N_("meeting") },
	{ "partnership-stage", "pilot", N_("pilot") },
	{ "partnership-stage", "agreement", N_("agreement") },
	{ "partnership-stage", "active", N_("active") },
	{ "partnership-stage", "completed", N_("completed"), true },
	{ "partnership-stage", "paused", N_("paused"), true },
	{ "partnership-stage", "declined", N_("declined"), true },

	{ "partnership-origin", "earlier-contact", N_("earlier contact") },
	{ "partnership-origin", "talk", N_("talk") },
	{ "partnership-origin", "contest", N_("contest") },
	{ "partnership-origin", "podcast", N_("podcast") },
	{ "partnership-origin", "met-at-event", N_("met at event") },
	{ "partnership-origin", "referral", N_("referral") },
	{ "partnership-origin", "they-asked-us", N_("they asked us") },
	{ "partnership-origin", "own-outreach", N_("own outreach") },

	{ "partnership-kind", "content-creation", N_("content creation") },
	{ "partnership-kind", "content-donation", N_("content donation") },
	{ "partnership-kind", "training", N_("training") },
	{ "partnership-kind", "edit-a-thon", N_("edit-a-thon") },
	{ "partnership-kind", "photo-contest", N_("photo contest") },
	{ "partnership-kind", "wikimedian-in-residence", N_("Wikimedian in residence") },
	{ "partnership-kind", "data", N_("data") },
	{ "partnership-kind", "digitisation", N_("digitisation") },
	{ "partnership-kind", "venue-or-prizes", N_("venue or prizes") },
	{ "partnership-kind", "advocacy", N_("advocacy") },
	{ "partnership-kind", "education", N_("education") },
	{ "partnership-kind", "funding", N_("funding") },

	{ "scope", "local", N_("local") },
	{ "scope", "national", N_("national") },
	{ "scope", "regional", N_("regional") },
	{ "scope", "global", N_("global") },

	{ "horizon", "short", N_("short") },
	{ "horizon", "mid", N_("mid") },
	{ "horizon", "long", N_("long") },

	{ "event-type", "conference", N_("conference") },
	{ "event-type", "workshop", N_("workshop") },
	{ "event-type", "training-seminar", N_("training seminar") },
	{ "event-type", "meetup", N_("meetup") },
	{ "event-type", "hackathon", N_("hackathon") },
	{ "event-type", "editing-event", N_("editing event") },
	{ "event-type", "media-upload-event", N_("media upload event") },
	{ "event-type", "backlog-drive", N_("backlog drive") },
	{ "event-type", "contest", N_("contest") },
	{ "event-type", "partner-meeting", N_("partner meeting") },
	{ "event-type", "call", N_("call") },
	{ "event-type", "other", N_("other") },

	{ "event-mode", "in-person", N_("in person") },
	{ "event-mode", "online", N_("online") },
	{ "event-mode", "hybrid", N_("hybrid") },

	{ "event-status", "idea", N_("idea") },
	{ "event-status", "planned", N_("planned") },
	{ "event-status", "confirmed", N_("confirmed") },
	{ "event-status", "held", N_("held") },
	{ "event-status", "postponed", N_("postponed") },
	{ "event-status", "cancelled", N_("cancelled") },

	{ "involvement-role", "initiator", N_("initiator") },
	{ "involvement-role", "host", N_("host") },
	{ "involvement-role", "organizer", N_("organizer") },
	{ "involvement-role", "funder", N_("funder") },
	{ "involvement-role", "supporter", N_("supporter") },
	{ "involvement-role", "delegation", N_("delegation") },
	{ "involvement-role", "observer", N_("observer") },
	{ "involvement-role", "guest", N_("guest") },
	{ "involvement-role", "facilitator", N_("facilitator") },

	{ "session-type", "training-workshop", N_("training workshop") },
	{ "session-type", "presentation-of-good-practice",
	    N_("presentation of good practice") },
	{ "session-type", "cooperative-space", N_("cooperative space") },
	{ "session-type", "plenary", N_("plenary") },
	{ "session-type", "work-day", N_("work day") },
	{ "session-type", "lecture", N_("lecture") },
	{ "session-type", "panel", N_("panel") },
	{ "session-type", "social", N_("social") },

	{ "session-status", "idea", N_("idea") },
	{ "session-status", "submitted", N_("submitted") },
	{ "session-status", "accepted", N_("accepted") },
	{ "session-status", "confirmed", N_("confirmed") },
	{ "session-status", "declined", N_("declined") },
	{ "session-status", "held", N_("held") },

	{ "speaker-role", "leader", N_("leader") },
	{ "speaker-role", "facilitator", N_("facilitator") },
	{ "speaker-role", "speaker", N_("speaker") },
	{ "speaker-role", "presenter", N_("presenter") },

	{ "attendance-category", "affiliate-representative",
	    N_("affiliate representative") },
	{ "attendance-category", "volunteer", N_("volunteer") },
	{ "attendance-category", "staff", N_("staff") },
	{ "attendance-category", "wmf", N_("WMF") },
	{ "attendance-category", "committee", N_("committee") },
	{ "attendance-category", "partner", N_("partner") },
	{ "attendance-category", "consultant", N_("consultant") },
	{ "attendance-category", "facilitator", N_("facilitator") },
	{ "attendance-category", "guest", N_("guest") },

	{ "attendance-state", "invited", N_("invited") },
	{ "attendance-state", "planned", N_("planned") },
	{ "attendance-state", "registered", N_("registered") },
	{ "attendance-state", "present", N_("present") },
	{ "attendance-state", "absent", N_("absent") },
	{ "attendance-state", "cancelled", N_("cancelled") },

	{ "goal-level", "vision", N_("vision") },
	{ "goal-level", "mission", N_("mission") },
	{ "goal-level", "strategic-direction", N_("strategic direction") },
	{ "goal-level", "recommendation", N_("recommendation") },
	{ "goal-level", "theme", N_("theme") },
	{ "goal-level", "programme", N_("programme") },
	{ "goal-level", "goal", N_("goal") },
	{ "goal-level", "general-objective", N_("general objective") },
	{ "goal-level", "specific-objective", N_("specific objective") },
	{ "goal-level", "smart-goal", N_("SMART goal") },

	{ "goal-status", "draft", N_("draft") },
	{ "goal-status", "in-consultation", N_("in consultation") },
	{ "goal-status", "agreed", N_("agreed") },
	{ "goal-status", "on-track", N_("on track") },
	{ "goal-status", "at-risk", N_("at risk") },
	{ "goal-status", "off-track", N_("off track") },
	{ "goal-status", "reached", N_("reached"), true },
	{ "goal-status", "not-reached", N_("not reached"), true },
	{ "goal-status", "reported", N_("reported"), true },
	{ "goal-status", "changed", N_("changed"), true },
	{ "goal-status", "dropped", N_("dropped"), true },

	{ "metric-kind", "output", N_("output") },
	{ "metric-kind", "outcome", N_("outcome") },
	{ "metric-kind", "participants", N_("participants") },
	{ "metric-kind", "organizers", N_("organizers") },
	{ "metric-kind", "editors", N_("editors") },
	{ "metric-kind", "content", N_("content") },
	{ "metric-kind", "qualitative", N_("qualitative") },

	{ "target-operator", "at-least", N_("at least") },
	{ "target-operator", "exactly", N_("exactly") },
	{ "target-operator", "at-most", N_("at most") },
	{ "target-operator", "keep-or-increase", N_("keep or increase") },
	{ "target-operator", "change-by-percent", N_("change by percent") },

	{ "rhythm", "once", N_("once") },
	{ "rhythm", "monthly", N_("monthly") },
	{ "rhythm", "quarterly", N_("quarterly") },
	{ "rhythm", "half-yearly", N_("half-yearly") },
	{ "rhythm", "yearly", N_("yearly") },

	{ "count-from", "typed", N_("typed") },
	{ "count-from", "attendance", N_("attendance") },
	{ "count-from", "events", N_("events") },
	{ "count-from", "sessions", N_("sessions") },
	{ "count-from", "partnerships", N_("partnerships") },

	{ "qualifier", "exact", N_("exact") },
	{ "qualifier", "about", N_("about") },
	{ "qualifier", "almost", N_("almost") },
	{ "qualifier", "over", N_("over") },
	{ "qualifier", "at-least", N_("at least") },
	{ "qualifier", "unknown", N_("unknown") },

	{ "counted", "typed", N_("typed") },
	{ "counted", "from-records", N_("from records") },

	{ "note-kind", "meeting", N_("meeting") },
	{ "note-kind", "interview", N_("interview") },
	{ "note-kind", "survey", N_("survey") },
	{ "note-kind", "session-note", N_("session note") },
	{ "note-kind", "review", N_("review") },
	{ "note-kind", "lesson", N_("lesson") },
	{ "note-kind", "caveat", N_("caveat") },
	{ "note-kind", "definition", N_("definition") },
	{ "note-kind", "evaluation", N_("evaluation") },
	{ "note-kind", "contact", N_("contact") },
	{ "note-kind", "call", N_("call") },
	{ "note-kind", "free", N_("free") },

	{ "participant-role", "interviewed", N_("interviewed") },
	{ "participant-role", "interviewer", N_("interviewer") },
	{ "participant-role", "note-taker", N_("note-taker") },
	{ "participant-role", "present", N_("present") },

	{ "entry-kind", "text", N_("text") },
	{ "entry-kind", "heading", N_("heading") },
	{ "entry-kind", "answer", N_("answer") },
	{ "entry-kind", "quote", N_("quote") },
	{ "entry-kind", "action", N_("action") },
	{ "entry-kind", "agreement", N_("agreement") },
	{ "entry-kind", "decision", N_("decision") },
	{ "entry-kind", "question", N_("question") },
	{ "entry-kind", "topic", N_("topic") },
	{ "entry-kind", "issue", N_("issue") },
	{ "entry-kind", "opportunity", N_("opportunity") },
	{ "entry-kind", "idea", N_("idea") },

	{ "entry-status", "open", N_("open") },
	{ "entry-status", "in-progress", N_("in progress") },
	{ "entry-status", "done", N_("done") },
	{ "entry-status", "parked", N_("parked") },
	{ "entry-status", "carried-forward", N_("carried forward") },
	{ "entry-status", "dropped", N_("dropped") },

	{ "capacity-direction", "offer", N_("offer") },
	{ "capacity-direction", "need", N_("need") },

	{ "capacity-kind", "skills", N_("skills") },
	{ "capacity-kind", "technical-knowledge", N_("technical knowledge") },
	{ "capacity-kind", "connections", N_("connections") },
	{ "capacity-kind", "cultural-knowledge", N_("cultural knowledge") },
	{ "capacity-kind", "local-context", N_("local context") },
	{ "capacity-kind", "tools", N_("tools") },
	{ "capacity-kind", "documentation", N_("documentation") },
	{ "capacity-kind", "training", N_("training") },
	{ "capacity-kind", "funding", N_("funding") },
	{ "capacity-kind", "staff", N_("staff") },
	{ "capacity-kind", "infrastructure", N_("infrastructure") },
	{ "capacity-kind", "internet", N_("internet") },
	{ "capacity-kind", "venue", N_("venue") },
	{ "capacity-kind", "content-gap", N_("content gap") },

	{ "capacity-status", "open", N_("open") },
	{ "capacity-status", "available", N_("available") },
	{ "capacity-status", "matched", N_("matched") },
	{ "capacity-status", "closed", N_("closed") },

	{ "resource-kind", "example", N_("example") },
	{ "resource-kind", "presentation", N_("presentation") },
	{ "resource-kind", "template", N_("template") },
	{ "resource-kind", "guide", N_("guide") },
	{ "resource-kind", "tool", N_("tool") },
	{ "resource-kind", "talking-point", N_("talking point") },
	{ "resource-kind", "report", N_("report") },
	{ "resource-kind", "video", N_("video") },
	{ "resource-kind", "picture", N_("picture") },
	{ "resource-kind", "link", N_("link") },

	{ "document-kind", "statement", N_("statement") },
	{ "document-kind", "documentation", N_("documentation") },
	{ "document-kind", "blog-draft", N_("blog draft") },
	{ "document-kind", "minutes", N_("minutes") },
	{ "document-kind", "report", N_("report") },
	{ "document-kind", "social-post", N_("social post") },
	{ "document-kind", "goals-page", N_("goals page") },

	{ "document-status", "draft", N_("draft") },
	{ "document-status", "in-consultation", N_("in consultation") },
	{ "document-status", "final", N_("final") },
	{ "document-status", "published", N_("published") },

	{ "period-kind", "year", N_("year") },
	{ "period-kind", "half-year", N_("half-year") },
	{ "period-kind", "quarter", N_("quarter") },
	{ "period-kind", "month", N_("month") },
	{ "period-kind", "other", N_("other") },

	{ "visibility", "shared", N_("shared") },
	{ "visibility", "private", N_("private") },
	{ NULL, NULL, NULL, false }
};

/* The first term of a list, or the end. The terms of a list mostly share the very text
 * of its name, so that each is compared once: cheap enough for every cell of an import. */
static const struct term *
first_of(const char *list)
{
	const struct term *t = terms;
	const char *passed = NULL;

	for (; t->list != NULL; t++) {
		if (t->list != passed && strcmp(t->list, list) == 0)
			return t;
		passed = t->list;
	}
	return t;
}

static bool
is_of(const struct term *t, const char *list)
{
	return t->list == list || (t->list != NULL && strcmp(t->list, list) == 0);
}

const struct term *
term_find(const char *list, const char *code)
{
	const struct term *first = first_of(list);

	for (const struct term *t = first; first->list != NULL && is_of(t, first->list); t++)
		if (t->code[0] == code[0] && strcmp(t->code, code) == 0)
			return t;
	return NULL;
}

bool
term_is_over(const char *list, const char *code)
{
	const struct term *t = term_find(list, code);

	return t && t->over;
}

void
term_codes_add(const char *list, bool over, const char *between, struct str *out)
{
	const char *gap = "";

	for (const struct term *t = first_of(list); is_of(t, list); t++)
		if (t->over == over) {
			str_addf(out, "%s%s", gap, t->code);
			gap = between;
		}
}

/* The three texts of a term that a person may mean, the surest first. */
static const char *
text_of(const struct term *t, int which)
{
	if (which == 0)
		return t->code;
	return which == 1 ? t->label : _(t->label);
}

const struct term *
term_match(const char *list, const char *typed)
{
	const struct term *found = term_find(list, typed);
	const struct term *first = first_of(list);
	struct match m;

	if (found != NULL)
		return found;
	match_start(&m, typed, strlen(typed));
	for (int which = 0; which < 3 && found == NULL; which++)
		for (const struct term *t = first; is_of(t, list) && found == NULL; t++)
			if (match_label(&m, text_of(t, which)))
				found = t;
	match_end(&m);
	return found;
}

const struct term *
term_at(const char *list, int i)
{
	const struct term *t = first_of(list);

	while (i-- > 0 && is_of(t, list))
		t++;
	return is_of(t, list) ? t : NULL;
}

const char *
term_list_at(int i)
{
	const struct term *t = terms;

	for (; t->list != NULL; t++)
		if ((t == terms || strcmp(t[-1].list, t->list) != 0) && i-- == 0)
			return t->list;
	return NULL;
}
