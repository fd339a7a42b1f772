/* Every entity with its fields, in the order people see them. A number is for
 * ever: a new field takes the next one of its entity, wherever it stands. One table,
 * however long, so that what the data are is read in one place. */
#include "base/i18n.h"
#include "model/entity.h"

static const struct field organisation_fields[] = {
	{ .name = "kind", .label = N_("Kind"), .type = &type_term,
	    .list = "organisation-kind",
	    .help = N_("Says what the organisation is to the movement: an affiliate, a "
	    "partner, a network (Iberocoop, a hub) or another body (the Foundation, a "
	    "committee)."),
	    .group = N_("Who it is"), .number = 101, .width = 10,
	    .flags = F_REQUIRED | F_KIND },
	{ .name = "type", .label = N_("Type"), .type = &type_term,
	    .list = "affiliate-type|partner-type|network-type|body-type",
	    .aliases = "org_type",
	    .help = N_("What sort of organisation it is, for example chapter, user group, "
	    "university or regional hub."),
	    .group = N_("Who it is"), .number = 102, .width = 18, .flags = F_DEFAULT },
	{ .name = "subtype", .label = N_("Subtype"), .type = &type_term,
	    .list = "partner-subtype",
	    .help = N_("Says more closely what sort of partner it is, for example "
	    "museum, library, ministry or radio."),
	    .only = "partner", .group = N_("Who it is"), .number = 103, .width = 16 },
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .aliases = "group_name|partner|organisation_name|organization_name",
	    .help = N_("The name as the organisation itself writes it, for example "
	    "Wikimedia Österreich."),
	    .group = N_("Who it is"), .number = 104, .width = 34,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "alt_name", .label = N_("Other name"), .type = &type_text,
	    .aliases = "alternative_name|english_name",
	    .help = N_("Another name people use for it, for example Wikimedia Armenia "
	    "for Վիքիմեդիա Հայաստան; it is found under both."),
	    .group = N_("Who it is"), .number = 105, .width = 24, .flags = F_OTHER_NAME },
	{ .name = "code", .label = N_("Code"), .type = &type_text,
	    .aliases = "affiliate_code|acronym",
	    .help = N_("The short code you may type instead of the name, for example "
	    "WMCL for Wikimedia Chile."),
	    .group = N_("Who it is"), .number = 106, .width = 8,
	    .flags = F_DEFAULT | F_CODE },
	{ .name = "other_codes", .label = N_("Other codes"), .type = &type_texts,
	    .help = N_("Further codes it is known by, for example AM beside WMAM."),
	    .group = N_("Who it is"), .number = 107, .width = 12,
	    .flags = F_MULTI | F_OTHER_NAME },
	{ .name = "country", .label = N_("Country"), .type = &type_country,
	    .aliases = "group_country|country_code",
	    .help = N_("The country where it has its seat, by name or code, for example "
	    "Chile or CL."),
	    .group = N_("Where"), .number = 108, .width = 8, .flags = F_DEFAULT },
	{ .name = "countries", .label = N_("Countries"), .type = &type_countries,
	    .help = N_("All countries it works in, when there is more than one, for "
	    "example Spain and Portugal."),
	    .group = N_("Where"), .number = 109, .width = 14, .flags = F_MULTI },
	{ .name = "region", .label = N_("Region"), .type = &type_term, .list = "region",
	    .help = N_("The Wikimedia region it belongs to, for example Latin America & "
	    "Caribbean; left empty, it is the one of its country."),
	    .group = N_("Where"), .number = 110, .width = 20, .flags = F_INFERRED },
	{ .name = "area", .label = N_("Area"), .type = &type_text,
	    .help = N_("The part of a country or of the world it works for, in words, "
	    "for example Catalan-speaking areas."),
	    .group = N_("Where"), .number = 111, .width = 18 },
	{ .name = "languages", .label = N_("Languages"), .type = &type_languages,
	    .aliases = "language",
	    .help = N_("The languages one can write to it in, for example Spanish and "
	    "Portuguese."),
	    .group = N_("Where"), .number = 112, .width = 14, .flags = F_MULTI },
	{ .name = "focus", .label = N_("Focus"), .type = &type_text,
	    .help = N_("What it works on, in a few words, for example medicine or open "
	    "culture."),
	    .group = N_("About"), .number = 113, .width = 24 },
	{ .name = "founded", .label = N_("Founded"), .type = &type_date,
	    .aliases = "founding_date",
	    .help = N_("The date it was founded, as far as you know it: 2007, 2007-09 "
	    "and 2007-09-01 are all fine."),
	    .group = N_("About"), .number = 114, .width = 10 },
	{ .name = "recognised", .label = N_("Recognised"), .type = &type_date,
	    .aliases = "agreement_date|recognized|recognition_date",
	    .help = N_("The date the movement recognised it as an affiliate, for example "
	    "2007-12-11."),
	    .only = "affiliate|network|body", .group = N_("About"), .number = 115, .width = 10 },
	{ .name = "status", .label = N_("Status"), .type = &type_term,
	    .list = "organisation-status", .aliases = "recognition_status",
	    .help = N_("Says whether it is planned, recognized, suspended or a former "
	    "one."),
	    .only = "affiliate|network|body", .group = N_("About"), .number = 116,
	    .width = 12, .flags = F_DEFAULT },
	{ .name = "status_words", .label = N_("Status in words"), .type = &type_text,
	    .help = N_("The status as the source puts it, when the list does not say it "
	    "well, for example derecognised in 2019."),
	    .only = "affiliate|network|body", .group = N_("About"), .number = 117, .width = 20 },
	{ .name = "maturity", .label = N_("Maturity"), .type = &type_term,
	    .list = "maturity",
	    .help = N_("How far along the group is, from starting to mature; it helps to "
	    "choose fitting training."),
	    .only = "affiliate|network", .group = N_("About"), .number = 118, .width = 12 },
	{ .name = "members", .label = N_("Members"), .type = &type_int,
	    .aliases = "member_count",
	    .help = N_("How many members it has, as a plain number, for example 120."),
	    .only = "affiliate|network", .group = N_("About"), .number = 119, .width = 8 },
	{ .name = "fiscal_year_end", .label = N_("Fiscal year ends"),
	    .type = &type_month_day,
	    .help = N_("The day its year of account ends, as month and day, for example "
	    "12-31."),
	    .only = "affiliate|network|body", .group = N_("Reporting"), .number = 120, .width = 7 },
	{ .name = "report_due", .label = N_("Report due"), .type = &type_date,
	    .aliases = "reporting_due_date",
	    .help = N_("The date its next report to the Foundation or the Affiliations "
	    "Committee is due, for example 2026-03-31."),
	    .only = "affiliate|network", .group = N_("Reporting"), .number = 121, .width = 10 },
	{ .name = "stay_in_touch", .label = N_("Stay in touch every"), .type = &type_int,
	    .help = N_("After how many days without contact you would like to be "
	    "reminded, for example 30; empty means never."),
	    .group = N_("Staying in touch"), .number = 122, .width = 6 },
	{ .name = "stay_in_touch_late", .label = N_("Late after"), .type = &type_int,
	    .help = N_("After how many days without contact it is really late and shows "
	    "in red, for example 90."),
	    .group = N_("Staying in touch"), .number = 123, .width = 6 },
	{ .name = "website", .label = N_("Website"), .type = &type_link, .aliases = "url",
	    .help = N_("Its own website, for example https://wikimedia.cl."),
	    .group = N_("Links"), .number = 124, .width = 30, .flags = F_FIRST },
	{ .name = "wiki_page", .label = N_("Wiki page"), .type = &type_text,
	    .aliases = "group_page",
	    .help = N_("The title of its page on Meta, for example Wikimedia Chile."),
	    .group = N_("Links"), .number = 125, .width = 26 },
	{ .name = "commons_category", .label = N_("Commons category"), .type = &type_text,
	    .help = N_("The category on Wikimedia Commons with its pictures, without the "
	    "word Category in front."),
	    .group = N_("Links"), .number = 126, .width = 24 },
	{ .name = "wikidata", .label = N_("Wikidata item"), .type = &type_text,
	    .aliases = "qid|wikidata_id",
	    .help = N_("Its item on Wikidata, for example Q180."),
	    .group = N_("Links"), .number = 127, .width = 10 },
	{ .name = "email", .label = N_("E-mail"), .type = &type_email,
	    .aliases = "e_mail|mail",
	    .help = N_("An address to write to; it is on this screen only and never part "
	    "of an export or a report."),
	    .group = N_("Links"), .number = 128, .width = 26, .flags = F_CONTACT },
	{ .name = "summary", .label = N_("Summary"), .type = &type_lines,
	    .aliases = "description",
	    .help = N_("What one should know about it, in a few sentences; links and "
	    "bold may be written as on a wiki."),
	    .group = N_("Text"), .number = 129, .width = 40, .flags = F_WIKITEXT },
	{ .name = "last_contact", .label = N_("Last contact"), .type = &type_date,
	    .via = "partnership.partner.last_contact", .aliases = "last_note_on",
	    .help = N_("The day of the newest real contact with it, worked out from "
	    "notes and from who was present where."),
	    .group = N_("Now"), .number = 130, .width = 10, .flags = F_COMPUTED },
	{ .name = "days_silent", .label = N_("Days silent"), .type = &type_int,
	    .via = "partnership.partner.days_silent",
	    .help = N_("How many days have passed since the last contact, worked out for "
	    "you."),
	    .group = N_("Now"), .number = 131, .width = 6, .flags = F_COMPUTED },
	{ .name = "open_items", .label = N_("Open items"), .type = &type_int,
	    .help = N_("How many actions, questions and other items about it are still "
	    "open, worked out for you."),
	    .group = N_("Now"), .number = 132, .width = 6, .flags = F_COMPUTED },
	{ .name = "affiliates", .label = N_("Affiliates"), .type = &type_int,
	    .help = N_("How many affiliates have a partnership with it, worked out for you; "
	    "shown where there are several."),
	    .group = N_("Now"), .number = 136, .width = 6, .flags = F_COMPUTED },
	{ .name = "stage", .label = N_("Stage"), .type = &type_term,
	    .list = "partnership-stage", .via = "partnership.partner.stage",
	    .help = N_("How far the partnership with it has come, for example active; what "
	    "is set here is set in the partnership."),
	    .group = N_("Now"), .number = 133, .width = 11, .flags = F_COMPUTED },
	{ .name = "next_step", .label = N_("Next step"), .type = &type_text,
	    .via = "partnership.partner.next_step", .aliases = "next_action",
	    .help = N_("What will be done next with it, for example send the draft; what is "
	    "set here is set in the partnership."),
	    .group = N_("Now"), .number = 134, .width = 30, .flags = F_COMPUTED },
	{ .name = "next_step_on", .label = N_("Next step on"), .type = &type_date,
	    .via = "partnership.partner.next_step_on",
	    .aliases = "next_on|next_step_date",
	    .help = N_("The day the next step is planned for, for example next Friday; what "
	    "is set here is set in the partnership."),
	    .group = N_("Now"), .number = 135, .width = 10, .flags = F_COMPUTED },
	{ .name = NULL }
};

static const struct entity entity_organisation = {
	.name = "organisation", .label = N_("Organisation"),
	.plural = N_("Organisations"), .number = 1,
	.help = N_("An affiliate, a partner, a network or another body, for example "
	    "Wikimedia Chile or a national library."),
	.fields = organisation_fields,
	.field_count = sizeof organisation_fields / sizeof *organisation_fields - 1,
	.title = "{name}",
	.key = "code+kind|~name+kind",
};

static const struct field membership_fields[] = {
	{ .name = "network", .label = N_("Network"), .type = &type_ref,
	    .refs = "organisation", .kind = "network",
	    .help = N_("The network, hub or cooperative, for example Iberocoop."),
	    .group = N_("Membership"), .number = 201, .width = 24,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "member", .label = N_("Member"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "affiliate|organisation|organization",
	    .help = N_("The organisation that belongs to the network, for example "
	    "Wikimedia Chile."),
	    .group = N_("Membership"), .number = 202, .width = 30,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "state", .label = N_("State"), .type = &type_term,
	    .list = "membership-state", .aliases = "status",
	    .help = N_("Says whether it is a full member, still in formation, a guest or "
	    "a former member."),
	    .group = N_("Membership"), .number = 203, .width = 12,
	    .flags = F_DEFAULT | F_STAGE },
	{ .name = "since", .label = N_("Since"), .type = &type_date,
	    .aliases = "start_date",
	    .help = N_("The date the membership began, as far as you know it, for "
	    "example 2011."),
	    .group = N_("Membership"), .number = 204, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "until", .label = N_("Until"), .type = &type_date,
	    .aliases = "end_date",
	    .help = N_("The date the membership ended, if it did."),
	    .group = N_("Membership"), .number = 205, .width = 10 },
	{ .name = NULL }
};

static const struct entity entity_membership = {
	.name = "membership", .label = N_("Membership"), .plural = N_("Memberships"),
	.number = 2,
	.help = N_("The membership of an organisation in a network, for example of "
	    "Wikimedia Chile in Iberocoop."),
	.fields = membership_fields,
	.field_count = sizeof membership_fields / sizeof *membership_fields - 1,
	.title = "{member} - {network}",
	.key = "network+member",
};

static const struct field person_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .aliases = "real_name|full_name",
	    .help = N_("The name as the person writes it, for example María Cruz; leave "
	    "it empty when only a user name is known."),
	    .group = N_("Who"), .number = 301, .width = 28,
	    .flags = F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "username", .label = N_("User name"), .type = &type_text,
	    .aliases = "user|user_name|wiki_username",
	    .help = N_("The user name on the wikis, without User: in front, for example "
	    "Ijon."),
	    .group = N_("Who"), .number = 302, .width = 20,
	    .flags = F_DEFAULT | F_FOLD | F_OTHER_NAME },
	{ .name = "pronouns", .label = N_("Pronouns"), .type = &type_text,
	    .help = N_("How the person wishes to be spoken of, for example she/her."),
	    .group = N_("Who"), .number = 303, .width = 10 },
	{ .name = "languages", .label = N_("Languages"), .type = &type_languages,
	    .aliases = "language",
	    .help = N_("The languages one can speak or write with this person, for "
	    "example Spanish and English."),
	    .group = N_("Who"), .number = 304, .width = 14,
	    .flags = F_MULTI | F_DEFAULT },
	{ .name = "country", .label = N_("Country"), .type = &type_country,
	    .aliases = "country_code",
	    .help = N_("The country the person lives in; in some countries names are "
	    "left out of public reports."),
	    .group = N_("Who"), .number = 305, .width = 8, .flags = F_DEFAULT },
	{ .name = "email", .label = N_("E-mail"), .type = &type_email,
	    .aliases = "e_mail|mail",
	    .help = N_("The person's address; it is on this screen only and never part "
	    "of an export or a report."),
	    .group = N_("Contact"), .number = 306, .width = 26, .flags = F_CONTACT },
	{ .name = "phone", .label = N_("Telephone"), .type = &type_text,
	    .aliases = "telephone",
	    .help = N_("A telephone number; it is on this screen only and never part of "
	    "an export or a report."),
	    .group = N_("Contact"), .number = 307, .width = 18, .flags = F_CONTACT },
	{ .name = "bio", .label = N_("About the person"), .type = &type_lines,
	    .aliases = "description",
	    .help = N_("A few sentences for a speakers' page or an author line, for "
	    "example Communication Coordinator of Wikimedia Argentina."),
	    .group = N_("About"), .number = 308, .width = 40 },
	{ .name = "keep_until", .label = N_("Keep until"), .type = &type_date,
	    .help = N_("The date until which you may keep this person's data, for "
	    "example a year after the event."),
	    .group = N_("Privacy"), .number = 309, .width = 10, .flags = F_CONTACT },
	{ .name = "consent", .label = N_("Consent"), .type = &type_text,
	    .help = N_("What the person agreed to, and when, for example name in public "
	    "reports, 14 March 2026."),
	    .group = N_("Privacy"), .number = 310, .width = 24, .flags = F_CONTACT },
	{ .name = NULL }
};

static const struct entity entity_person = {
	.name = "person", .label = N_("Person"), .plural = N_("People"), .number = 3,
	.help = N_("Someone you work with: a volunteer, a member of staff, a contact at "
	    "a partner."),
	.fields = person_fields,
	.field_count = sizeof person_fields / sizeof *person_fields - 1,
	.title = "{name}|{username}",
	.key = "username|name",
};

static const struct field affiliation_fields[] = {
	{ .name = "person", .label = N_("Person"), .type = &type_ref, .refs = "person",
	    .aliases = "name",
	    .help = N_("The person, for example Valentín Muro."),
	    .group = N_("Affiliation"), .number = 401, .width = 28,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|institution",
	    .help = N_("The organisation the person belongs to, for example Wikimedia "
	    "Argentina."),
	    .group = N_("Affiliation"), .number = 402, .width = 30,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "role", .label = N_("Role"), .type = &type_text,
	    .aliases = "position|title",
	    .help = N_("The person's office or task there, for example Communication "
	    "Coordinator."),
	    .group = N_("Affiliation"), .number = 403, .width = 26, .flags = F_DEFAULT },
	{ .name = "basis", .label = N_("Basis"), .type = &type_term, .list = "basis",
	    .help = N_("Says on what footing the person is there, for example volunteer, "
	    "staff, board or Wikimedian in residence."),
	    .group = N_("Affiliation"), .number = 404, .width = 12, .flags = F_DEFAULT },
	{ .name = "since", .label = N_("Since"), .type = &type_date,
	    .aliases = "start_date",
	    .help = N_("When this began, as far as you know it, for example 2014."),
	    .group = N_("Affiliation"), .number = 405, .width = 10, .flags = F_DATE },
	{ .name = "until", .label = N_("Until"), .type = &type_date,
	    .aliases = "end_date",
	    .help = N_("When this ended; empty means that it still lasts."),
	    .group = N_("Affiliation"), .number = 406, .width = 10 },
	{ .name = NULL }
};

static const struct entity entity_affiliation = {
	.name = "affiliation", .label = N_("Affiliation"), .plural = N_("Affiliations"),
	.number = 4,
	.help = N_("What a person is at an organisation, for example board member of "
	    "Wikimedia Chile."),
	.fields = affiliation_fields,
	.field_count = sizeof affiliation_fields / sizeof *affiliation_fields - 1,
	.title = "{person} - {organisation}",
	.key = "person+organisation+role",
};

static const struct field partnership_fields[] = {
	{ .name = "affiliate", .label = N_("Affiliate"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .help = N_("The affiliate that works with the partner; your own organisation "
	    "is filled in for new ones."),
	    .group = N_("Who"), .number = 501, .width = 28,
	    .flags = F_DEFAULT | F_INDEX | F_MINE },
	{ .name = "partner", .label = N_("Partner"), .type = &type_ref,
	    .refs = "organisation", .kind = "partner",
	    .help = N_("The organisation the affiliate works with, for example a museum, "
	    "a university or another affiliate."),
	    .group = N_("Who"), .number = 502, .width = 30,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "programme", .label = N_("Programme"), .type = &type_term,
	    .list = "programme", .aliases = "program",
	    .help = N_("The line of work it belongs to, for example GLAM, education or "
	    "advocacy."),
	    .group = N_("Who"), .number = 503, .width = 14, .flags = F_DEFAULT },
	{ .name = "stage", .label = N_("Stage"), .type = &type_term,
	    .list = "partnership-stage", .aliases = "status",
	    .help = N_("How far it has come, from prospect over contact, meeting, pilot "
	    "and agreement to active and completed."),
	    .group = N_("How it stands"), .number = 504, .width = 11,
	    .flags = F_REQUIRED | F_DEFAULT | F_STAGE },
	{ .name = "origin", .label = N_("Origin"), .type = &type_term,
	    .list = "partnership-origin",
	    .help = N_("How the two found each other, for example through a talk, a "
	    "contest or a referral."),
	    .group = N_("How it stands"), .number = 505, .width = 16 },
	{ .name = "kinds", .label = N_("Kinds of work"), .type = &type_terms,
	    .list = "partnership-kind", .aliases = "kind|activities",
	    .help = N_("What is done together, for example content donation, training or "
	    "an edit-a-thon."),
	    .group = N_("How it stands"), .number = 506, .width = 24, .flags = F_MULTI },
	{ .name = "scope", .label = N_("Scope"), .type = &type_terms, .list = "scope",
	    .help = N_("Says whether it is local, national, regional or global; it may "
	    "be several."),
	    .group = N_("How it stands"), .number = 507, .width = 12, .flags = F_MULTI },
	{ .name = "horizon", .label = N_("Horizon"), .type = &type_term,
	    .list = "horizon",
	    .help = N_("Says whether it is meant for a short, a middle or a long time."),
	    .group = N_("How it stands"), .number = 508, .width = 8 },
	{ .name = "started", .label = N_("Started"), .type = &type_date,
	    .aliases = "start_date|start",
	    .help = N_("When the work began, as far as you know it, for example "
	    "2017-11."),
	    .group = N_("How it stands"), .number = 509, .width = 10 },
	{ .name = "ended", .label = N_("Ended"), .type = &type_date,
	    .aliases = "end_date|end",
	    .help = N_("When the work ended; empty means that it goes on."),
	    .group = N_("How it stands"), .number = 510, .width = 10 },
	{ .name = "agreement", .label = N_("Agreement"), .type = &type_link,
	    .aliases = "agreement_url",
	    .help = N_("The address where the signed agreement or its wiki page is "
	    "kept."),
	    .group = N_("How it stands"), .number = 511, .width = 30 },
	{ .name = "partner_needs", .label = N_("What the partner needs"),
	    .type = &type_lines, .aliases = "partner_need",
	    .help = N_("What the partner hopes to get, for example figures that show the "
	    "use of its pictures."),
	    .group = N_("What each side brings"), .number = 512, .width = 40 },
	{ .name = "partner_commits", .label = N_("What the partner commits"),
	    .type = &type_lines,
	    .help = N_("What the partner has promised, for example a room, prizes or two "
	    "days of a curator's time."),
	    .group = N_("What each side brings"), .number = 513, .width = 40 },
	{ .name = "next_step", .label = N_("Next step"), .type = &type_text,
	    .aliases = "next_action",
	    .help = N_("What will be done next, for example send the draft agreement to "
	    "the director."),
	    .group = N_("Next"), .number = 514, .width = 30, .flags = F_DEFAULT },
	{ .name = "next_step_on", .label = N_("Next step on"), .type = &type_date,
	    .aliases = "next_on|next_step_date",
	    .help = N_("The day the next step is planned for, for example next Friday."),
	    .group = N_("Next"), .number = 515, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "lead", .label = N_("Lead"), .type = &type_ref, .refs = "person",
	    .help = N_("The person on our side who looks after it."),
	    .group = N_("Next"), .number = 516, .width = 20 },
	{ .name = "contact", .label = N_("Contact"), .type = &type_ref, .refs = "person",
	    .aliases = "contact_person",
	    .help = N_("The person at the partner to talk to."),
	    .group = N_("Next"), .number = 517, .width = 20 },
	{ .name = "source_year", .label = N_("Year of the source"), .type = &type_text,
	    .help = N_("The year of the page or report this was learnt from, for example "
	    "2021."),
	    .group = N_("Text"), .number = 518, .width = 6 },
	{ .name = "summary", .label = N_("Summary"), .type = &type_lines,
	    .aliases = "description",
	    .help = N_("What has been done and what came out of it, in a few sentences."),
	    .group = N_("Text"), .number = 519, .width = 40, .flags = F_WIKITEXT },
	{ .name = "last_contact", .label = N_("Last contact"), .type = &type_date,
	    .aliases = "last_note_on",
	    .help = N_("The day of the newest real contact, worked out from notes and "
	    "from who was present where."),
	    .group = N_("Now"), .number = 520, .width = 10, .flags = F_COMPUTED },
	{ .name = "days_silent", .label = N_("Days silent"), .type = &type_int,
	    .help = N_("How many days have passed since the last contact, worked out for "
	    "you."),
	    .group = N_("Now"), .number = 521, .width = 6,
	    .flags = F_COMPUTED | F_DEFAULT },
	{ .name = "stage_since", .label = N_("Stage since"), .type = &type_date,
	    .help = N_("The day it reached the stage it is at now, worked out from the "
	    "history."),
	    .group = N_("Now"), .number = 522, .width = 10, .flags = F_COMPUTED },
	{ .name = "open_items", .label = N_("Open items"), .type = &type_int,
	    .help = N_("How many actions, questions and promises about it are still "
	    "open, worked out for you."),
	    .group = N_("Now"), .number = 523, .width = 6, .flags = F_COMPUTED },
	{ .name = NULL }
};

static const struct entity entity_partnership = {
	.name = "partnership", .label = N_("Partnership"), .plural = N_("Partnerships"),
	.number = 5,
	.help = N_("What one affiliate and one partner do together, from the first idea "
	    "to the end."),
	.fields = partnership_fields,
	.field_count = sizeof partnership_fields / sizeof *partnership_fields - 1,
	.title = "{partner} - {affiliate} ({programme})|{partner} - {affiliate}|"
	    "{partner} ({programme})|{partner}",
	.key = "partner+affiliate+programme",
};

static const struct field event_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .aliases = "event|event_name|title",
	    .help = N_("The full name of the event, for example Fourth Ibero-American "
	    "Wikimedia Summit."),
	    .group = N_("What"), .number = 601, .width = 34,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "series", .label = N_("Series"), .type = &type_text,
	    .help = N_("The name shared by all its editions, for example Iberoconf."),
	    .group = N_("What"), .number = 602, .width = 16 },
	{ .name = "edition", .label = N_("Edition"), .type = &type_int,
	    .help = N_("Its number within the series, for example 4."),
	    .group = N_("What"), .number = 603, .width = 4 },
	{ .name = "previous", .label = N_("Previous edition"), .type = &type_ref,
	    .refs = "event",
	    .help = N_("The edition before this one, so that you can compare the two and "
	    "carry over what was agreed."),
	    .group = N_("What"), .number = 604, .width = 26, .flags = F_INDEX },
	{ .name = "type", .label = N_("Type"), .type = &type_term, .list = "event-type",
	    .aliases = "event_type",
	    .help = N_("Says what sort of event it is, for example conference, workshop "
	    "or editing event."),
	    .group = N_("What"), .number = 605, .width = 16, .flags = F_DEFAULT },
	{ .name = "mode", .label = N_("Mode"), .type = &type_term, .list = "event-mode",
	    .help = N_("Says whether people meet in person, online or both."),
	    .group = N_("What"), .number = 606, .width = 10 },
	{ .name = "status", .label = N_("Status"), .type = &type_term,
	    .list = "event-status",
	    .help = N_("How far the planning is, from idea to held; a cancelled or "
	    "postponed event is kept with that status."),
	    .group = N_("What"), .number = 607, .width = 10,
	    .flags = F_DEFAULT | F_STAGE },
	{ .name = "start", .label = N_("Starts"), .type = &type_date,
	    .aliases = "start_date|start_on|date",
	    .help = N_("The first day, as far as you know it: 2014, 2014-11 and "
	    "2014-11-21 are all fine."),
	    .group = N_("When"), .number = 608, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "end", .label = N_("Ends"), .type = &type_date,
	    .aliases = "end_date|end_on",
	    .help = N_("The last day, for example 2014-11-23; leave it empty for an "
	    "event of one day."),
	    .group = N_("When"), .number = 609, .width = 10 },
	{ .name = "dates_words", .label = N_("Dates in words"), .type = &type_text,
	    .help = N_("The dates as the source puts them when no day is known, for "
	    "example over two days in November."),
	    .group = N_("When"), .number = 610, .width = 20 },
	{ .name = "time_zone", .label = N_("Time zone"), .type = &type_text,
	    .aliases = "tz|timezone",
	    .help = N_("The time zone of the times in its schedule, for example "
	    "America/Santiago."),
	    .group = N_("When"), .number = 611, .width = 14 },
	{ .name = "city", .label = N_("City"), .type = &type_text, .aliases = "place",
	    .help = N_("The town it takes place in, for example Buenos Aires."),
	    .group = N_("Where"), .number = 612, .width = 16, .flags = F_DEFAULT },
	{ .name = "country", .label = N_("Country"), .type = &type_country,
	    .aliases = "country_code",
	    .help = N_("The country it takes place in, by name or code, for example "
	    "Argentina or AR."),
	    .group = N_("Where"), .number = 613, .width = 8, .flags = F_DEFAULT },
	{ .name = "venue", .label = N_("Venue"), .type = &type_text,
	    .help = N_("The building or address, for example the national library, room "
	    "3."),
	    .group = N_("Where"), .number = 614, .width = 24 },
	{ .name = "purpose", .label = N_("Purpose"), .type = &type_lines,
	    .help = N_("Why people meet, in a few sentences; it stands at the head of "
	    "the documentation."),
	    .group = N_("What it is about"), .number = 615, .width = 40,
	    .flags = F_WIKITEXT },
	{ .name = "practical", .label = N_("Practical information"), .type = &type_lines,
	    .help = N_("How to get there, where to sleep, whom to call; readable on the "
	    "way without a net."),
	    .group = N_("What it is about"), .number = 616, .width = 40 },
	{ .name = "process", .label = N_("How it was done"), .type = &type_lines,
	    .help = N_("How the meeting worked, step by step, for its documentation "
	    "page."),
	    .group = N_("What it is about"), .number = 617, .width = 40,
	    .flags = F_WIKITEXT },
	{ .name = "summary", .label = N_("Summary"), .type = &type_lines,
	    .aliases = "description",
	    .help = N_("The meeting in short: what came out of it; the first paragraph "
	    "of the documentation."),
	    .group = N_("What it is about"), .number = 618, .width = 40,
	    .flags = F_WIKITEXT },
	{ .name = "funding", .label = N_("Funding"), .type = &type_text,
	    .help = N_("Who paid for it and how, for example a Conference Fund grant of "
	    "the Wikimedia Foundation."),
	    .group = N_("What it is about"), .number = 619, .width = 24 },
	{ .name = "expected", .label = N_("Expected"), .type = &type_int,
	    .help = N_("How many people are expected, as a plain number, for example "
	    "40."),
	    .group = N_("How many"), .number = 620, .width = 6 },
	{ .name = "headcount", .label = N_("Headcount"), .type = &type_int,
	    .aliases = "participants|attendance",
	    .help = N_("How many people were counted in the room, kept beside the list "
	    "of who was present."),
	    .group = N_("How many"), .number = 621, .width = 6 },
	{ .name = "headcount_words", .label = N_("Headcount in words"),
	    .type = &type_text, .aliases = "participants_words",
	    .help = N_("The number as the source puts it, for example about forty."),
	    .group = N_("How many"), .number = 622, .width = 16 },
	{ .name = "link", .label = N_("Link"), .type = &type_link, .aliases = "url",
	    .help = N_("The address of its page on the web, for example a registration "
	    "form."),
	    .group = N_("Links"), .number = 623, .width = 30, .flags = F_FIRST },
	{ .name = "wiki_page", .label = N_("Wiki page"), .type = &type_text,
	    .help = N_("The title of its page on a wiki, for example Iberocoop:Iberoconf "
	    "2014."),
	    .group = N_("Links"), .number = 624, .width = 26 },
	{ .name = "commons_category", .label = N_("Commons category"), .type = &type_text,
	    .help = N_("The category on Wikimedia Commons with its pictures and "
	    "presentations."),
	    .group = N_("Links"), .number = 625, .width = 24 },
	{ .name = "hosts", .label = N_("Hosts"), .type = &type_refs,
	    .refs = "organisation", .kind = "affiliate",
	    .via = "involvement.event.organisation role=host",
	    .aliases = "host|organisers",
	    .help = N_("The organisations that host it, for example Wikimedia Argentina; "
	    "they are kept as involvements with the role host."),
	    .group = N_("Links"), .number = 626, .width = 26, .flags = F_DEFAULT },
	{ .name = "present", .label = N_("Present"), .type = &type_int,
	    .help = N_("How many people on the attendance list are marked present, "
	    "worked out for you."),
	    .group = N_("Now"), .number = 627, .width = 6,
	    .flags = F_COMPUTED | F_DEFAULT },
	{ .name = "open_items", .label = N_("Open items"), .type = &type_int,
	    .help = N_("How many items raised at this event are still open, worked out "
	    "for you."),
	    .group = N_("Now"), .number = 628, .width = 6,
	    .flags = F_COMPUTED | F_DEFAULT },
	{ .name = NULL }
};

static const struct entity entity_event = {
	.name = "event", .label = N_("Event"), .plural = N_("Events"), .number = 6,
	.help = N_("A meeting with a name and a date: a summit, a workshop, an "
	    "edit-a-thon, a call."),
	.fields = event_fields,
	.field_count = sizeof event_fields / sizeof *event_fields - 1,
	.title = "{name}",
	.key = "name|edition+series",
};

static const struct field involvement_fields[] = {
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event, for example Iberoconf 2014."),
	    .group = N_("Involvement"), .number = 701, .width = 34,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate",
	    .help = N_("The organisation that takes part, for example Wikimedia "
	    "Venezuela."),
	    .group = N_("Involvement"), .number = 702, .width = 30,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "country", .label = N_("Country"), .type = &type_country,
	    .aliases = "country_code",
	    .help = N_("The country, when no organisation is known, for example guests "
	    "from Ecuador."),
	    .group = N_("Involvement"), .number = 703, .width = 8, .flags = F_DEFAULT },
	{ .name = "role", .label = N_("Role"), .type = &type_term,
	    .list = "involvement-role",
	    .help = N_("What it does there, for example host, organizer, funder, "
	    "delegation, observer or guest."),
	    .group = N_("Involvement"), .number = 704, .width = 14,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = NULL }
};

static const struct entity entity_involvement = {
	.name = "involvement", .label = N_("Involvement"), .plural = N_("Involvements"),
	.number = 7,
	.help = N_("The part an organisation or a country has in an event, for example "
	    "host, funder or delegation."),
	.fields = involvement_fields,
	.field_count = sizeof involvement_fields / sizeof *involvement_fields - 1,
	.title = "{organisation} - {event} ({role})|{country} - {event} ({role})|"
	    "{event} ({role})",
	.key = "organisation+event+role|country+event+role+organisation|"
	    "event+role+organisation+country",
};

static const struct field session_fields[] = {
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event it belongs to; leave it empty for a session that is "
	    "only an idea."),
	    .group = N_("What"), .number = 801, .width = 30, .flags = F_INDEX },
	{ .name = "type", .label = N_("Type"), .type = &type_term, .list = "session-type",
	    .help = N_("Says what sort of session it is, for example training workshop, "
	    "cooperative space or lecture."),
	    .group = N_("What"), .number = 802, .width = 20, .flags = F_DEFAULT },
	{ .name = "title", .label = N_("Title"), .type = &type_text, .aliases = "session",
	    .help = N_("The title as it stands in the schedule, for example Partnerships "
	    "for content, on a global level."),
	    .group = N_("What"), .number = 803, .width = 40,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "track", .label = N_("Track"), .type = &type_text,
	    .help = N_("The track or theme it belongs to, for example partnerships."),
	    .group = N_("What"), .number = 804, .width = 16 },
	{ .name = "language", .label = N_("Language"), .type = &type_language,
	    .help = N_("The language spoken in it, for example Spanish."),
	    .group = N_("What"), .number = 805, .width = 6 },
	{ .name = "room", .label = N_("Room"), .type = &type_text,
	    .help = N_("The room or the link to the call, for example Room B."),
	    .group = N_("When and where"), .number = 806, .width = 12,
	    .flags = F_DEFAULT },
	{ .name = "starts", .label = N_("Starts"), .type = &type_datetime,
	    .aliases = "starts_at|start|start_time",
	    .help = N_("The day and time it begins, for example 2014-11-21 09:00."),
	    .group = N_("When and where"), .number = 807, .width = 16,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "ends", .label = N_("Ends"), .type = &type_datetime,
	    .aliases = "ends_at|end|end_time",
	    .help = N_("The day and time it ends, for example 2014-11-21 10:30."),
	    .group = N_("When and where"), .number = 808, .width = 16 },
	{ .name = "position", .label = N_("Position"), .type = &type_order,
	    .help = N_("Its place in the schedule; moving it up or down changes this for "
	    "you."),
	    .group = N_("When and where"), .number = 809, .width = 6,
	    .flags = F_ORDER | F_HIDDEN },
	{ .name = "status", .label = N_("Status"), .type = &type_term,
	    .list = "session-status",
	    .help = N_("How far it is, from idea and submitted to accepted, confirmed "
	    "and held."),
	    .group = N_("When and where"), .number = 810, .width = 10,
	    .flags = F_DEFAULT | F_STAGE },
	{ .name = "abstract", .label = N_("Abstract"), .type = &type_lines,
	    .help = N_("What it is about, in a few sentences, for the schedule and for "
	    "the proposal."),
	    .group = N_("Text"), .number = 811, .width = 40, .flags = F_WIKITEXT },
	{ .name = "description", .label = N_("Description"), .type = &type_lines,
	    .help = N_("What will happen in it, at length."),
	    .group = N_("Text"), .number = 812, .width = 40, .flags = F_WIKITEXT },
	{ .name = "outcomes", .label = N_("Outcomes"), .type = &type_lines,
	    .help = N_("What is meant to come out of it, or what did come out of it."),
	    .group = N_("Text"), .number = 813, .width = 40, .flags = F_WIKITEXT },
	{ .name = "link", .label = N_("Link"), .type = &type_link, .aliases = "url",
	    .help = N_("The address of its page, for example of the submission on the "
	    "Wikimania wiki."),
	    .group = N_("Text"), .number = 814, .width = 30, .flags = F_FIRST },
	{ .name = NULL }
};

static const struct entity entity_session = {
	.name = "session", .label = N_("Session"), .plural = N_("Sessions"), .number = 8,
	.help = N_("One item of an event's schedule or one proposal for it: a workshop, "
	    "a talk, a plenary."),
	.fields = session_fields,
	.field_count = sizeof session_fields / sizeof *session_fields - 1,
	.title = "{title}",
	.key = "title+event",
};

static const struct field speaker_fields[] = {
	{ .name = "session", .label = N_("Session"), .type = &type_ref, .refs = "session",
	    .help = N_("The session, for example Metrics for small groups."),
	    .group = N_("Speaker"), .number = 901, .width = 36,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "person", .label = N_("Person"), .type = &type_ref, .refs = "person",
	    .aliases = "name|speaker",
	    .help = N_("The person who speaks, when known by name here."),
	    .group = N_("Speaker"), .number = 902, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate",
	    .help = N_("The organisation that presents, or that the person speaks for, "
	    "for example Wikimedia México."),
	    .group = N_("Speaker"), .number = 903, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "as_written", .label = N_("As written"), .type = &type_text,
	    .help = N_("The name as it stands in the schedule, when it is not clear who "
	    "that is."),
	    .group = N_("Speaker"), .number = 904, .width = 26, .flags = F_DEFAULT },
	{ .name = "country", .label = N_("Country"), .type = &type_country,
	    .help = N_("The country the speaker stands for, when only that is known."),
	    .group = N_("Speaker"), .number = 905, .width = 8 },
	{ .name = "role", .label = N_("Role"), .type = &type_term, .list = "speaker-role",
	    .help = N_("What the speaker does, for example leader, facilitator, speaker "
	    "or presenter."),
	    .group = N_("Speaker"), .number = 906, .width = 12, .flags = F_DEFAULT },
	{ .name = "position", .label = N_("Position"), .type = &type_order,
	    .help = N_("The order in which speakers are named; moving one up or down "
	    "changes this for you."),
	    .group = N_("Speaker"), .number = 907, .width = 6,
	    .flags = F_ORDER | F_HIDDEN },
	{ .name = NULL }
};

static const struct entity entity_speaker = {
	.name = "speaker", .label = N_("Speaker"), .plural = N_("Speakers"), .number = 9,
	.help = N_("Someone who leads, moderates or speaks in a session: a person or an "
	    "organisation."),
	.fields = speaker_fields,
	.field_count = sizeof speaker_fields / sizeof *speaker_fields - 1,
	.title = "{person} - {session}|{as_written} - {session}|"
	    "{organisation} - {session}|{session}",
	.key = "person+session+role|as_written+session+role|"
	    "organisation+session+role+person+as_written",
};

static const struct field attendance_fields[] = {
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event, for example Iberoconf 2014."),
	    .group = N_("Who and where"), .number = 1001, .width = 30,
	    .flags = F_REQUIRED | F_INDEX },
	{ .name = "session", .label = N_("Session"), .type = &type_ref, .refs = "session",
	    .help = N_("The session, when this is about one session and not about the "
	    "whole event."),
	    .group = N_("Who and where"), .number = 1002, .width = 26, .flags = F_INDEX },
	{ .name = "person", .label = N_("Person"), .type = &type_ref, .refs = "person",
	    .aliases = "name|participant",
	    .help = N_("The person, when known by name here."),
	    .group = N_("Who and where"), .number = 1003, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "signed_name", .label = N_("Signed name"), .type = &type_text,
	    .aliases = "username|signature",
	    .help = N_("The name as it was signed, for example on a sign-up page, when "
	    "it is not clear who that is."),
	    .group = N_("Who and where"), .number = 1004, .width = 22,
	    .flags = F_DEFAULT },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliation|institution|code",
	    .help = N_("The organisation the person came for, for example Wikimedia "
	    "Norge."),
	    .group = N_("Who and where"), .number = 1005, .width = 28,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "stands_for", .label = N_("Stands for"), .type = &type_text,
	    .help = N_("Whom or what the person stands for in words, for example "
	    "Movement Strategy volunteer."),
	    .group = N_("Who and where"), .number = 1006, .width = 22 },
	{ .name = "country", .label = N_("Country"), .type = &type_country,
	    .aliases = "country_code",
	    .help = N_("The country the person came from, when no organisation says it."),
	    .group = N_("Who and where"), .number = 1007, .width = 8,
	    .flags = F_DEFAULT },
	{ .name = "category", .label = N_("Category"), .type = &type_term,
	    .list = "attendance-category",
	    .help = N_("Says as what the person came, for example affiliate "
	    "representative, volunteer, partner or guest."),
	    .group = N_("Who and where"), .number = 1008, .width = 20,
	    .flags = F_DEFAULT },
	{ .name = "state", .label = N_("State"), .type = &type_term,
	    .list = "attendance-state", .aliases = "status",
	    .help = N_("Says whether the person is invited, plans to come, has "
	    "registered, is present, was absent or cancelled."),
	    .group = N_("How it stands"), .number = 1009, .width = 10,
	    .flags = F_REQUIRED | F_DEFAULT | F_STAGE },
	{ .name = "signed_at", .label = N_("Signed at"), .type = &type_datetime,
	    .aliases = "enrollment_timestamp|registered_at",
	    .help = N_("The day and time the person signed up, for example 2021-08-14 "
	    "09:03."),
	    .group = N_("How it stands"), .number = 1010, .width = 16 },
	{ .name = "expectation", .label = N_("Expectation"), .type = &type_text,
	    .aliases = "expectations",
	    .help = N_("What the person hopes to take home, as written on the sign-up "
	    "sheet."),
	    .group = N_("How it stands"), .number = 1011, .width = 30 },
	{ .name = "named_in_public", .label = N_("Named in public"), .type = &type_bool,
	    .help = N_("Says whether the person agreed to be named in public reports."),
	    .group = N_("How it stands"), .number = 1012, .width = 6 },
	{ .name = NULL }
};

static const struct entity entity_attendance = {
	.name = "attendance", .label = N_("Attendance"), .plural = N_("Attendances"),
	.number = 10,
	.help = N_("One person at one event or in one session: invited, registered, "
	    "present or absent."),
	.flags = E_PRESENCE,
	.fields = attendance_fields,
	.field_count = sizeof attendance_fields / sizeof *attendance_fields - 1,
	.title = "{person} - {event}|{signed_name} - {event}|{organisation} - {event}|"
	    "{stands_for} - {event}|{country} - {event}|{event}",
	.key = "person+event+session|signed_name+event+session|"
	    "event+session+person+signed_name+organisation+stands_for+country+category",
};

static const struct field goal_fields[] = {
	{ .name = "parent", .label = N_("Parent goal"), .type = &type_ref, .refs = "goal",
	    .aliases = "parent_code",
	    .help = N_("The larger goal this one serves, for example a strategic "
	    "direction."),
	    .group = N_("Where it belongs"), .number = 1101, .width = 30,
	    .flags = F_INDEX | F_TREE },
	{ .name = "parent_words", .label = N_("Parent in words"), .type = &type_text,
	    .help = N_("The larger goal as the source names it, when it is not kept "
	    "here, for example Access."),
	    .group = N_("Where it belongs"), .number = 1102, .width = 24 },
	{ .name = "owner", .label = N_("Owner"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organisation|organization|affiliate",
	    .help = N_("The organisation that wants to reach it, for example Iberocoop "
	    "or Wikimedia Sverige."),
	    .group = N_("Where it belongs"), .number = 1103, .width = 26,
	    .flags = F_DEFAULT | F_INDEX | F_BRANCH },
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event whose objective it is, for example a specific "
	    "objective of Iberoconf 2014."),
	    .group = N_("Where it belongs"), .number = 1104, .width = 26,
	    .flags = F_INDEX },
	{ .name = "level", .label = N_("Level"), .type = &type_term, .list = "goal-level",
	    .help = N_("Its place in the tree, for example vision, strategic direction, "
	    "programme, goal or SMART goal."),
	    .group = N_("Where it belongs"), .number = 1105, .width = 18,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "code", .label = N_("Code"), .type = &type_text, .aliases = "goal_code",
	    .help = N_("Its number or code in the plan, for example A.1.1."),
	    .group = N_("What"), .number = 1106, .width = 8,
	    .flags = F_DEFAULT | F_CODE },
	{ .name = "statement", .label = N_("Statement"), .type = &type_text,
	    .aliases = "goal|objective",
	    .help = N_("The goal in one sentence, for example Train twelve librarians in "
	    "Valparaíso by June 2026."),
	    .group = N_("What"), .number = 1107, .width = 44,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "programme", .label = N_("Programme"), .type = &type_term,
	    .list = "programme", .aliases = "program",
	    .help = N_("The line of work it belongs to, for example GLAM or education."),
	    .group = N_("What"), .number = 1108, .width = 14 },
	{ .name = "scope", .label = N_("Scope"), .type = &type_terms, .list = "scope",
	    .help = N_("Says whether it is local, national, regional or global; it may "
	    "be several."),
	    .group = N_("What"), .number = 1109, .width = 12, .flags = F_MULTI },
	{ .name = "horizon", .label = N_("Horizon"), .type = &type_term,
	    .list = "horizon",
	    .help = N_("Says whether it is meant for a short, a middle or a long time."),
	    .group = N_("What"), .number = 1110, .width = 8 },
	{ .name = "rationale", .label = N_("Rationale"), .type = &type_lines,
	    .help = N_("Why this matters now, and for whom; it is the A and the R in "
	    "SMART."),
	    .group = N_("Why"), .number = 1111, .width = 40 },
	{ .name = "basis", .label = N_("Rests on"), .type = &type_lines,
	    .help = N_("What it rests on, for example the survey before the summit."),
	    .group = N_("Why"), .number = 1112, .width = 40 },
	{ .name = "basis_note", .label = N_("Note it rests on"), .type = &type_ref,
	    .refs = "note",
	    .help = N_("The note where the reason for it is written down, for example a "
	    "survey or an interview."),
	    .group = N_("Why"), .number = 1113, .width = 26 },
	{ .name = "deadline", .label = N_("Deadline"), .type = &type_date,
	    .aliases = "due|due_date",
	    .help = N_("The date by which it should be reached, for example 2026-06-30."),
	    .group = N_("When"), .number = 1114, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "period", .label = N_("Period"), .type = &type_ref, .refs = "period",
	    .help = N_("The period it belongs to, for example 2026 or the first quarter "
	    "of 2026."),
	    .group = N_("When"), .number = 1115, .width = 12, .flags = F_INDEX },
	{ .name = "period_words", .label = N_("Period in words"), .type = &type_text,
	    .aliases = "years",
	    .help = N_("The period as the source puts it, for example 2016-."),
	    .group = N_("When"), .number = 1116, .width = 12 },
	{ .name = "status", .label = N_("Status"), .type = &type_term,
	    .list = "goal-status",
	    .help = N_("How it stands, from draft over agreed and on track to reached or "
	    "not reached."),
	    .group = N_("How it stands"), .number = 1117, .width = 14,
	    .flags = F_DEFAULT | F_STAGE },
	{ .name = "status_words", .label = N_("Status in words"), .type = &type_text,
	    .help = N_("The status as the source puts it, for example 25% complete."),
	    .group = N_("How it stands"), .number = 1118, .width = 20 },
	{ .name = "agreed_at", .label = N_("Agreed at"), .type = &type_ref,
	    .refs = "event",
	    .help = N_("The event at which it was agreed, for example the summit of "
	    "2014."),
	    .group = N_("How it stands"), .number = 1119, .width = 26, .flags = F_INDEX },
	{ .name = "consultation_link", .label = N_("Consultation"), .type = &type_link,
	    .aliases = "consult_url|consultation_url",
	    .help = N_("The address of the talk page where people may comment on it."),
	    .group = N_("How it stands"), .number = 1120, .width = 30 },
	{ .name = "position", .label = N_("Position"), .type = &type_order,
	    .help = N_("Its place among its neighbours; moving it up or down changes "
	    "this for you."),
	    .group = N_("How it stands"), .number = 1121, .width = 6,
	    .flags = F_ORDER | F_HIDDEN },
	{ .name = "smart", .label = N_("SMART"), .type = &type_text,
	    .help = N_("Shows which of the five letters it fulfils and which are "
	    "missing, worked out for you."),
	    .group = N_("Now"), .number = 1122, .width = 6,
	    .flags = F_COMPUTED | F_DEFAULT },
	{ .name = "progress", .label = N_("Progress"), .type = &type_decimal,
	    .help = N_("How much of the way to its targets has been made, in per cent, "
	    "worked out from the measurements."),
	    .group = N_("Now"), .number = 1123, .width = 10,
	    .flags = F_COMPUTED | F_DEFAULT | F_PERCENT },
	{ .name = "open_items", .label = N_("Open items"), .type = &type_int,
	    .help = N_("How many actions and questions about it are still open, worked "
	    "out for you."),
	    .group = N_("Now"), .number = 1124, .width = 6, .flags = F_COMPUTED },
	{ .name = NULL }
};

static const struct entity entity_goal = {
	.name = "goal", .label = N_("Goal"), .plural = N_("Goals"), .number = 11,
	.help = N_("One thing to be reached, from a vision down to a SMART goal with "
	    "numbers."),
	.fields = goal_fields,
	.field_count = sizeof goal_fields / sizeof *goal_fields - 1,
	.title = "{statement}",
	.key = "statement+owner+period+period_words+parent+parent_words",
};

static const struct field metric_fields[] = {
	{ .name = "goal", .label = N_("Goal"), .type = &type_ref, .refs = "goal",
	    .help = N_("The goal it belongs to."),
	    .group = N_("What is measured"), .number = 1201, .width = 34,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "name", .label = N_("Name"), .type = &type_text, .aliases = "metric",
	    .help = N_("What is counted, for example new editors or pictures added to "
	    "Commons."),
	    .group = N_("What is measured"), .number = 1202, .width = 30,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "unit", .label = N_("Unit"), .type = &type_text,
	    .help = N_("What one of it is, for example editors, pictures or events."),
	    .group = N_("What is measured"), .number = 1203, .width = 14,
	    .flags = F_DEFAULT },
	{ .name = "kind", .label = N_("Kind"), .type = &type_term, .list = "metric-kind",
	    .help = N_("Says what it tells about, for example output, outcome, "
	    "participants or content."),
	    .group = N_("What is measured"), .number = 1204, .width = 12 },
	{ .name = "baseline", .label = N_("Baseline"), .type = &type_decimal,
	    .help = N_("The value at the beginning, for example 120; progress is counted "
	    "from here."),
	    .group = N_("Target"), .number = 1205, .width = 10, .flags = F_DEFAULT },
	{ .name = "target_operator", .label = N_("Target is"), .type = &type_term,
	    .list = "target-operator", .aliases = "target_op",
	    .help = N_("Says how the target is meant: at least, exactly, at most, keep "
	    "or increase, or a change by per cent."),
	    .group = N_("Target"), .number = 1206, .width = 16 },
	{ .name = "target", .label = N_("Target"), .type = &type_decimal,
	    .help = N_("The number to be reached, without separators, for example 2500."),
	    .group = N_("Target"), .number = 1207, .width = 10, .flags = F_DEFAULT },
	{ .name = "target_words", .label = N_("Target in words"), .type = &type_text,
	    .aliases = "target_text",
	    .help = N_("The target as the source puts it, when it is not a number, for "
	    "example a signed agreement."),
	    .group = N_("Target"), .number = 1208, .width = 20 },
	{ .name = "measured_by", .label = N_("Measured by"), .type = &type_refs,
	    .refs = "person|organisation", .kind = "affiliate", .aliases = "who_measures",
	    .help = N_("The people or organisations who measure it."),
	    .group = N_("How it is measured"), .number = 1209, .width = 22,
	    .flags = F_MULTI },
	{ .name = "how_often", .label = N_("How often"), .type = &type_term,
	    .list = "rhythm", .aliases = "frequency",
	    .help = N_("How often it is measured, for example monthly or yearly; the "
	    "overview says when it is due."),
	    .group = N_("How it is measured"), .number = 1210, .width = 12 },
	{ .name = "count_from", .label = N_("Count from"), .type = &type_term,
	    .list = "count-from",
	    .help = N_("Says whether figures are typed in or counted from your own "
	    "records, for example from the attendance."),
	    .group = N_("How it is measured"), .number = 1211, .width = 14 },
	{ .name = "data_source", .label = N_("Data source"), .type = &type_text,
	    .help = N_("Where the figures come from, for example the Programs & Events "
	    "Dashboard."),
	    .group = N_("How it is measured"), .number = 1212, .width = 24 },
	{ .name = NULL }
};

static const struct entity entity_metric = {
	.name = "metric", .label = N_("Metric"), .plural = N_("Metrics"), .number = 12,
	.help = N_("What is counted to know whether a goal is reached, with its unit and "
	    "target."),
	.fields = metric_fields,
	.field_count = sizeof metric_fields / sizeof *metric_fields - 1,
	.title = "{name}",
	.key = "goal+name",
};

static const struct field measurement_fields[] = {
	{ .name = "metric", .label = N_("Metric"), .type = &type_ref, .refs = "metric",
	    .help = N_("The metric this is a value of, for example new editors."),
	    .group = N_("What was measured"), .number = 1301, .width = 30,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate",
	    .help = N_("The organisation whose contribution this is, for example "
	    "Wikimedia Chile within a goal of Iberocoop."),
	    .group = N_("What was measured"), .number = 1302, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event where this was counted, for example one edit-a-thon."),
	    .group = N_("What was measured"), .number = 1303, .width = 26,
	    .flags = F_INDEX },
	{ .name = "from", .label = N_("From"), .type = &type_date,
	    .aliases = "period_from|start_date|start",
	    .help = N_("The first day the value counts for, for example 2026-01-01; empty "
	    "where it says how things stand, for example how many members there are."),
	    .group = N_("When"), .number = 1304, .width = 10, .flags = F_DEFAULT },
	{ .name = "to", .label = N_("To"), .type = &type_date,
	    .aliases = "period_to|end_date|end",
	    .help = N_("The last day the value counts for, for example 2026-03-31."),
	    .group = N_("When"), .number = 1305, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "qualifier", .label = N_("Qualifier"), .type = &type_term,
	    .list = "qualifier",
	    .help = N_("How exact the value is: exact, about, almost, over, at least or "
	    "unknown."),
	    .group = N_("Value"), .number = 1306, .width = 10, .flags = F_DEFAULT },
	{ .name = "value", .label = N_("Value"), .type = &type_decimal,
	    .aliases = "actual|achieved",
	    .help = N_("The number, without separators, for example 300000; almost "
	    "300,000 is 300000 with the qualifier almost."),
	    .group = N_("Value"), .number = 1307, .width = 12, .flags = F_DEFAULT },
	{ .name = "value_words", .label = N_("Value in words"), .type = &type_text,
	    .aliases = "actual_text|value_text",
	    .help = N_("The value as the source puts it, for example almost 300,000 "
	    "media files."),
	    .group = N_("Value"), .number = 1308, .width = 20 },
	{ .name = "counted", .label = N_("Counted"), .type = &type_term,
	    .list = "counted",
	    .help = N_("Says whether the value was typed in or counted from the records "
	    "of this file."),
	    .group = N_("Value"), .number = 1309, .width = 12 },
	{ .name = "measured_on", .label = N_("Measured on"), .type = &type_date,
	    .help = N_("The day someone looked, for example 2026-04-02."),
	    .group = N_("Evidence"), .number = 1310, .width = 10 },
	{ .name = "evidence", .label = N_("Evidence"), .type = &type_link,
	    .aliases = "source_url|url",
	    .help = N_("The address where the figure can be checked, for example a "
	    "Dashboard page."),
	    .group = N_("Evidence"), .number = 1311, .width = 30 },
	{ .name = "comment", .label = N_("Comment"), .type = &type_text,
	    .aliases = "explanation|remarks",
	    .help = N_("Anything one should know to read the value rightly, for example "
	    "without the online participants."),
	    .group = N_("Evidence"), .number = 1312, .width = 30 },
	{ .name = NULL }
};

static const struct entity entity_measurement = {
	.name = "measurement", .label = N_("Measurement"), .plural = N_("Measurements"),
	.number = 13,
	.help = N_("One value of a metric for one time, with how exact it is and where "
	    "it stands."),
	.fields = measurement_fields,
	.field_count = sizeof measurement_fields / sizeof *measurement_fields - 1,
	.title = "{metric}, {from} - {to}|{metric}, {from}|{metric}, {to}|{metric}",
	.key = "metric+organisation+event+from+to",
};

static const struct field note_fields[] = {
	{ .name = "kind", .label = N_("Kind"), .type = &type_term, .list = "note-kind",
	    .given = "free",
	    .help = N_("Says what sort of note it is, for example meeting, interview, "
	    "call, survey or lesson; the first ones count as contact."),
	    .group = N_("What"), .number = 1401, .width = 12,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "title", .label = N_("Title"), .type = &type_text,
	    .help = N_("A heading to find it by, for example Notes from the meeting with "
	    "Wikimedia Chile."),
	    .group = N_("What"), .number = 1402, .width = 36,
	    .flags = F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "date", .label = N_("Date"), .type = &type_date, .aliases = "noted_on",
	    .help = N_("The day it is about, for example 2021-10-01."),
	    .group = N_("What"), .number = 1403, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "about", .label = N_("About"), .type = &type_refs, .refs = "any",
	    .aliases = "organisation|organization|affiliate",
	    .help = N_("The records it is about, for example a partner, a partnership or "
	    "a goal; there may be several."),
	    .group = N_("What it is about"), .number = 1404, .width = 30,
	    .flags = F_MULTI | F_DEFAULT | F_ABOUT },
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event at which it was taken."),
	    .group = N_("What it is about"), .number = 1405, .width = 26,
	    .flags = F_INDEX },
	{ .name = "session", .label = N_("Session"), .type = &type_ref, .refs = "session",
	    .help = N_("The session in which it was taken."),
	    .group = N_("What it is about"), .number = 1406, .width = 26,
	    .flags = F_INDEX },
	{ .name = "form", .label = N_("Form"), .type = &type_ref, .refs = "form",
	    .help = N_("The list of questions that was gone through, for example the "
	    "needs assessment."),
	    .group = N_("Questions"), .number = 1407, .width = 20, .flags = F_INDEX },
	{ .name = "round", .label = N_("Round"), .type = &type_ref, .refs = "round",
	    .help = N_("The round of asking it belongs to, for example the interviews of "
	    "autumn 2021."),
	    .group = N_("Questions"), .number = 1408, .width = 20, .flags = F_INDEX },
	{ .name = "language", .label = N_("Language"), .type = &type_language,
	    .help = N_("The language it is written in, for example Spanish."),
	    .group = N_("How"), .number = 1409, .width = 6 },
	{ .name = "template", .label = N_("Template"), .type = &type_ref,
	    .refs = "template",
	    .help = N_("The template it was begun with, if any."),
	    .group = N_("How"), .number = 1410, .width = 20 },
	{ .name = NULL }
};

static const struct entity entity_note = {
	.name = "note", .label = N_("Note"), .plural = N_("Notes"), .number = 14,
	.help = N_("What was said, asked or learnt on one occasion; its lines are kept "
	    "as entries."),
	.fields = note_fields,
	.field_count = sizeof note_fields / sizeof *note_fields - 1,
	.title = "{title}|{kind}, {date}|{kind}",
};

static const struct field participant_fields[] = {
	{ .name = "note", .label = N_("Note"), .type = &type_ref, .refs = "note",
	    .help = N_("The note, for example the interview with Wikimedia Chile."),
	    .group = N_("Participant"), .number = 1501, .width = 34,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "person", .label = N_("Person"), .type = &type_ref, .refs = "person",
	    .aliases = "name",
	    .help = N_("The person who took part, when known by name here."),
	    .group = N_("Participant"), .number = 1502, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "as_written", .label = N_("As written"), .type = &type_text,
	    .help = N_("The name as it was written down, when it is not clear who that "
	    "is."),
	    .group = N_("Participant"), .number = 1503, .width = 26, .flags = F_DEFAULT },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate",
	    .help = N_("The organisation the person spoke for, for example Wikimedia "
	    "Sverige."),
	    .group = N_("Participant"), .number = 1504, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "role", .label = N_("Role"), .type = &type_term,
	    .list = "participant-role",
	    .help = N_("What the person did, for example interviewed, interviewer, "
	    "note-taker or present."),
	    .group = N_("Participant"), .number = 1505, .width = 12, .flags = F_DEFAULT },
	{ .name = NULL }
};

static const struct entity entity_participant = {
	.name = "participant", .label = N_("Participant"), .plural = N_("Participants"),
	.number = 15,
	.help = N_("Someone who took part in a conversation that a note records."),
	.fields = participant_fields,
	.field_count = sizeof participant_fields / sizeof *participant_fields - 1,
	.title = "{person} - {note}|{as_written} - {note}|{organisation} - {note}|"
	    "{note}",
	.key = "person+note|as_written+note|organisation+note+person+as_written",
};

static const struct field entry_fields[] = {
	{ .name = "note", .label = N_("Note"), .type = &type_ref, .refs = "note",
	    .help = N_("The note it is a line of; items may also stand for themselves."),
	    .group = N_("Where it stands"), .number = 1601, .width = 26,
	    .flags = F_INDEX },
	{ .name = "position", .label = N_("Position"), .type = &type_order,
	    .help = N_("Its place in the note; moving it up or down changes this for "
	    "you."),
	    .group = N_("Where it stands"), .number = 1602, .width = 6,
	    .flags = F_ORDER | F_HIDDEN },
	{ .name = "at", .label = N_("Time"), .type = &type_datetime,
	    .aliases = "raised_on|time",
	    .help = N_("The day and time the line was typed, filled in for you."),
	    .group = N_("Where it stands"), .number = 1603, .width = 16 },
	{ .name = "kind", .label = N_("Kind"), .type = &type_term, .list = "entry-kind",
	    .given = "text",
	    .help = N_("Says what the line is, for example text, answer, action, "
	    "agreement, decision, question or idea."),
	    .group = N_("What"), .number = 1604, .width = 12,
	    .flags = F_REQUIRED | F_DEFAULT | F_KIND },
	{ .name = "text", .label = N_("Text"), .type = &type_lines,
	    .aliases = "item|description",
	    .help = N_("The words themselves, for example Send the photographs of the "
	    "workshop to the museum."),
	    .group = N_("What"), .number = 1605, .width = 50,
	    .flags = F_REQUIRED | F_TITLE | F_WIKITEXT | F_DEFAULT },
	{ .name = "what", .label = N_("What"), .type = &type_lines,
	    .help = N_("The text as it is read in lists: without the signs of minutes, and "
	    "without the owners and the date at its end, which have columns of their own."),
	    .group = N_("What"), .number = 1619, .width = 50,
	    .flags = F_TITLE | F_COMPUTED | F_WIKITEXT | F_SAID },
	{ .name = "form_question", .label = N_("Question"), .type = &type_ref,
	    .refs = "form_question",
	    .help = N_("The question of a form that this answers."),
	    .group = N_("What"), .number = 1606, .width = 30, .flags = F_INDEX },
	{ .name = "owners", .label = N_("Owners"), .type = &type_refs,
	    .refs = "person|organisation", .aliases = "owner|responsible",
	    .help = N_("The people or organisations who take care of it; there may be "
	    "several."),
	    .group = N_("Who and when"), .number = 1607, .width = 24,
	    .flags = F_MULTI | F_DEFAULT },
	{ .name = "due", .label = N_("Due"), .type = &type_date,
	    .aliases = "due_date|deadline",
	    .help = N_("The date by which it should be done, for example next Friday or "
	    "2026-11."),
	    .group = N_("Who and when"), .number = 1608, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "due_words", .label = N_("Due in words"), .type = &type_text,
	    .help = N_("The date as it was said, for example after Christmas."),
	    .group = N_("Who and when"), .number = 1609, .width = 16 },
	{ .name = "priority", .label = N_("Priority"), .type = &type_int,
	    .help = N_("How pressing it is, 1 being the most pressing."),
	    .group = N_("Who and when"), .number = 1610, .width = 4, .flags = F_DEFAULT },
	{ .name = "status", .label = N_("Status"), .type = &type_term,
	    .list = "entry-status",
	    .help = N_("Says whether it is open, in progress, done, parked, carried "
	    "forward or dropped."),
	    .group = N_("Who and when"), .number = 1611, .width = 14,
	    .flags = F_DEFAULT | F_STAGE },
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event where it was raised, for example the workshop of "
	    "2017; left empty it is that of its note."),
	    .group = N_("What it is about"), .number = 1612, .width = 26,
	    .flags = F_INDEX | F_INFERRED },
	{ .name = "for_event", .label = N_("For event"), .type = &type_ref,
	    .refs = "event",
	    .help = N_("The event it is meant for, for example a topic for next year's "
	    "conference."),
	    .group = N_("What it is about"), .number = 1613, .width = 26,
	    .flags = F_INDEX },
	{ .name = "partnership", .label = N_("Partnership"), .type = &type_ref,
	    .refs = "partnership",
	    .help = N_("The partnership it is about, for example a promise made to a "
	    "partner."),
	    .group = N_("What it is about"), .number = 1614, .width = 28,
	    .flags = F_INDEX },
	{ .name = "organisation", .label = N_("About organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate|partner",
	    .help = N_("The organisation it is about, for example Wikimedia Chile."),
	    .group = N_("What it is about"), .number = 1615, .width = 26,
	    .flags = F_INDEX },
	{ .name = "goal", .label = N_("Goal"), .type = &type_ref, .refs = "goal",
	    .help = N_("The goal it serves."),
	    .group = N_("What it is about"), .number = 1616, .width = 28,
	    .flags = F_INDEX },
	{ .name = "carried_from", .label = N_("Carried from"), .type = &type_ref,
	    .refs = "entry",
	    .help = N_("The earlier item it continues, for example an agreement of the "
	    "last edition."),
	    .group = N_("History"), .number = 1617, .width = 26, .flags = F_INDEX },
	{ .name = "done_on", .label = N_("Done on"), .type = &type_date,
	    .help = N_("The day it was done, filled in when you set the status to done."),
	    .group = N_("History"), .number = 1618, .width = 10 },
	{ .name = NULL }
};

static const struct entity entity_entry = {
	.name = "entry", .label = N_("Entry"), .plural = N_("Entries"), .number = 16,
	.help = N_("One line or paragraph of a note, or an action, decision or question "
	    "that came out of it."),
	.fields = entry_fields,
	.field_count = sizeof entry_fields / sizeof *entry_fields - 1,
	.flags = E_LINES,
	.title = "{what}|{text}",
};

static const struct field capacity_fields[] = {
	{ .name = "direction", .label = N_("Offer or need"), .type = &type_term,
	    .list = "capacity-direction",
	    .help = N_("Says whether this is offered or needed."),
	    .group = N_("What"), .number = 1701, .width = 8,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "kind", .label = N_("Kind"), .type = &type_term,
	    .list = "capacity-kind",
	    .help = N_("Says what sort of thing it is, for example skills, tools, "
	    "training, connections or a content gap."),
	    .group = N_("What"), .number = 1702, .width = 18,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "topic", .label = N_("Topic"), .type = &type_text,
	    .help = N_("What it is about, in a few words, for example talking to museums "
	    "about copyright."),
	    .group = N_("What"), .number = 1703, .width = 34,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate",
	    .help = N_("The organisation that offers or needs it, for example Wikimedia "
	    "Venezuela."),
	    .group = N_("Whose"), .number = 1704, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "person", .label = N_("Person"), .type = &type_ref, .refs = "person",
	    .aliases = "name",
	    .help = N_("The person who offers or needs it."),
	    .group = N_("Whose"), .number = 1705, .width = 24,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "partnership", .label = N_("Partnership"), .type = &type_ref,
	    .refs = "partnership",
	    .help = N_("The partnership it belongs to, for example something a partner "
	    "can give."),
	    .group = N_("Whose"), .number = 1706, .width = 26, .flags = F_INDEX },
	{ .name = "priority", .label = N_("Priority"), .type = &type_int,
	    .help = N_("How pressing it is, 1 being the most pressing."),
	    .group = N_("How it stands"), .number = 1707, .width = 4,
	    .flags = F_DEFAULT },
	{ .name = "status", .label = N_("Status"), .type = &type_term,
	    .list = "capacity-status",
	    .help = N_("Says whether it is open, available, matched with another one or "
	    "closed."),
	    .group = N_("How it stands"), .number = 1708, .width = 10,
	    .flags = F_DEFAULT | F_STAGE },
	{ .name = "matched_with", .label = N_("Matched with"), .type = &type_ref,
	    .refs = "capacity",
	    .help = N_("The offer that answers this need, or the need this offer "
	    "answers."),
	    .group = N_("How it stands"), .number = 1709, .width = 30, .flags = F_INDEX },
	{ .name = "detail", .label = N_("Detail"), .type = &type_lines,
	    .aliases = "details|description",
	    .help = N_("What exactly is meant, in a few sentences."),
	    .group = N_("Text"), .number = 1710, .width = 40 },
	{ .name = NULL }
};

static const struct entity entity_capacity = {
	.name = "capacity", .label = N_("Offer or need"),
	.plural = N_("Offers and needs"), .number = 17,
	.help = N_("Something a person or organisation can give to others, or needs from "
	    "them."),
	.fields = capacity_fields,
	.field_count = sizeof capacity_fields / sizeof *capacity_fields - 1,
	.title = "{direction}, {kind}, {topic}",
	.key = "topic+direction+kind+organisation+person",
};

static const struct field resource_fields[] = {
	{ .name = "kind", .label = N_("Kind"), .type = &type_term,
	    .list = "resource-kind",
	    .help = N_("Says what it is, for example example, presentation, guide, tool "
	    "or talking point."),
	    .group = N_("What"), .number = 1801, .width = 12,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "title", .label = N_("Title"), .type = &type_text,
	    .help = N_("Its title, for example How we won over the national library."),
	    .group = N_("What"), .number = 1802, .width = 40,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "link", .label = N_("Link"), .type = &type_link, .aliases = "url",
	    .help = N_("The address where it can be found, for example "
	    "https://sched.co/lhOw."),
	    .group = N_("What"), .number = 1803, .width = 30, .flags = F_DEFAULT | F_FIRST },
	{ .name = "file_name", .label = N_("File name"), .type = &type_text,
	    .aliases = "filename|file",
	    .help = N_("The name of the file on your disk or on Commons, for example "
	    "Partnerships 2021.pdf."),
	    .group = N_("What"), .number = 1804, .width = 24 },
	{ .name = "language", .label = N_("Language"), .type = &type_language,
	    .help = N_("The language it is in, for example Portuguese."),
	    .group = N_("What"), .number = 1805, .width = 6, .flags = F_DEFAULT },
	{ .name = "licence", .label = N_("Licence"), .type = &type_text,
	    .aliases = "license",
	    .help = N_("How it may be reused, for example CC BY-SA 4.0."),
	    .group = N_("What"), .number = 1806, .width = 14 },
	{ .name = "authors", .label = N_("Authors"), .type = &type_text,
	    .help = N_("Who made it, as they wish to be named when it is reused."),
	    .group = N_("What"), .number = 1817, .width = 24 },
	{ .name = "year", .label = N_("Year"), .type = &type_text,
	    .help = N_("The year it is from, for example 2019."),
	    .group = N_("What"), .number = 1807, .width = 6, .flags = F_DEFAULT },
	{ .name = "country", .label = N_("Country"), .type = &type_country,
	    .aliases = "country_code",
	    .help = N_("The country it comes from or is about."),
	    .group = N_("Where it comes from"), .number = 1808, .width = 8,
	    .flags = F_DEFAULT },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate",
	    .help = N_("The organisation that made it or whose experience it is."),
	    .group = N_("Where it comes from"), .number = 1809, .width = 26,
	    .flags = F_DEFAULT | F_INDEX },
	{ .name = "partnership", .label = N_("Partnership"), .type = &type_ref,
	    .refs = "partnership",
	    .help = N_("The partnership it shows, for example as an example of a content "
	    "donation."),
	    .group = N_("Where it comes from"), .number = 1810, .width = 26,
	    .flags = F_INDEX },
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event it was made for or shown at."),
	    .group = N_("Where it comes from"), .number = 1811, .width = 26,
	    .flags = F_INDEX },
	{ .name = "session", .label = N_("Session"), .type = &type_ref, .refs = "session",
	    .help = N_("The session it was shown in, for example as its slides."),
	    .group = N_("Where it comes from"), .number = 1812, .width = 26,
	    .flags = F_INDEX },
	{ .name = "note", .label = N_("Note"), .type = &type_ref, .refs = "note",
	    .help = N_("The note it was mentioned in."),
	    .group = N_("Where it comes from"), .number = 1813, .width = 26,
	    .flags = F_INDEX },
	{ .name = "topic", .label = N_("Topic"), .type = &type_text, .aliases = "subject",
	    .help = N_("What it is about, in a few words, for example museums and "
	    "copyright."),
	    .group = N_("Text"), .number = 1814, .width = 24 },
	{ .name = "summary", .label = N_("Summary"), .type = &type_lines,
	    .aliases = "description",
	    .help = N_("What was done, in a few sentences."),
	    .group = N_("Text"), .number = 1815, .width = 40, .flags = F_WIKITEXT },
	{ .name = "result", .label = N_("Result"), .type = &type_lines,
	    .aliases = "results",
	    .help = N_("What came out of it, with figures where there are some, for "
	    "example 400 pictures used in 12 languages."),
	    .group = N_("Text"), .number = 1816, .width = 40, .flags = F_WIKITEXT },
	{ .name = NULL }
};

static const struct entity entity_resource = {
	.name = "resource", .label = N_("Resource"), .plural = N_("Resources"),
	.number = 18,
	.help = N_("Something to show or reuse: an example with its result, a "
	    "presentation, a guide, a tool."),
	.fields = resource_fields,
	.field_count = sizeof resource_fields / sizeof *resource_fields - 1,
	.title = "{title}",
	.key = "title+link",
};

static const struct field document_fields[] = {
	{ .name = "kind", .label = N_("Kind"), .type = &type_term,
	    .list = "document-kind",
	    .help = N_("Says what it is, for example statement, minutes, blog draft, "
	    "report or social post."),
	    .group = N_("What"), .number = 1901, .width = 14,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "title", .label = N_("Title"), .type = &type_text,
	    .help = N_("Its title, for example Re-thinking Iberoconf 2014."),
	    .group = N_("What"), .number = 1902, .width = 40,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "other_titles", .label = N_("Other titles"), .type = &type_texts,
	    .aliases = "alt_titles",
	    .help = N_("Other titles it has or might get; you may choose one when it is "
	    "published."),
	    .group = N_("What"), .number = 1903, .width = 30,
	    .flags = F_MULTI | F_OTHER_NAME },
	{ .name = "authors", .label = N_("Authors"), .type = &type_text,
	    .aliases = "author|by",
	    .help = N_("Who wrote it, as it should stand below the title, for example "
	    "Valentín Muro and María Cruz."),
	    .group = N_("What"), .number = 1904, .width = 26, .flags = F_DEFAULT },
	{ .name = "language", .label = N_("Language"), .type = &type_language,
	    .help = N_("The language it is written in, for example Spanish."),
	    .group = N_("What"), .number = 1905, .width = 6, .flags = F_DEFAULT },
	{ .name = "translation_of", .label = N_("Translation of"), .type = &type_ref,
	    .refs = "document",
	    .help = N_("The document it is a translation of."),
	    .group = N_("What"), .number = 1906, .width = 30, .flags = F_INDEX },
	{ .name = "status", .label = N_("Status"), .type = &type_term,
	    .list = "document-status",
	    .help = N_("How far it is: draft, in consultation, final or published."),
	    .group = N_("How it stands"), .number = 1907, .width = 14,
	    .flags = F_REQUIRED | F_DEFAULT | F_STAGE },
	{ .name = "body", .label = N_("Text"), .type = &type_lines, .aliases = "text",
	    .help = N_("The text itself, written as on a wiki."),
	    .group = N_("Text"), .number = 1908, .width = 40, .flags = F_WIKITEXT,
	    .limit = "character_limit" },
	{ .name = "finalise_by", .label = N_("Finalise by"), .type = &type_date,
	    .aliases = "finalize_by",
	    .help = N_("The date by which it should be final, for example 2017-12."),
	    .group = N_("When"), .number = 1909, .width = 10 },
	{ .name = "finalise_by_words", .label = N_("Finalise by, in words"),
	    .type = &type_text,
	    .help = N_("That date as it was said, for example before Christmas."),
	    .group = N_("When"), .number = 1910, .width = 16 },
	{ .name = "publish_by", .label = N_("Publish by"), .type = &type_date,
	    .help = N_("The date by which it should be published, for example 2018-01."),
	    .group = N_("When"), .number = 1911, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "publish_by_words", .label = N_("Publish by, in words"),
	    .type = &type_text,
	    .help = N_("That date as it was said, for example after Christmas."),
	    .group = N_("When"), .number = 1912, .width = 16 },
	{ .name = "published_on", .label = N_("Published on"), .type = &type_date,
	    .aliases = "published",
	    .help = N_("The day it was published."),
	    .group = N_("When"), .number = 1913, .width = 10 },
	{ .name = "published_at", .label = N_("Published at"), .type = &type_link,
	    .aliases = "published_url|url",
	    .help = N_("The address where it was published."),
	    .group = N_("When"), .number = 1914, .width = 30 },
	{ .name = "categories", .label = N_("Categories"), .type = &type_texts,
	    .aliases = "category",
	    .help = N_("The wiki categories it gets when published, for example "
	    "Iberocoop."),
	    .group = N_("Where it belongs"), .number = 1915, .width = 24,
	    .flags = F_MULTI },
	{ .name = "event", .label = N_("Event"), .type = &type_ref, .refs = "event",
	    .help = N_("The event it documents or comes from."),
	    .group = N_("Where it belongs"), .number = 1916, .width = 26,
	    .flags = F_INDEX },
	{ .name = "organisation", .label = N_("Organisation"), .type = &type_ref,
	    .refs = "organisation", .kind = "affiliate",
	    .aliases = "organization|affiliate",
	    .help = N_("The organisation whose document it is."),
	    .group = N_("Where it belongs"), .number = 1917, .width = 26,
	    .flags = F_INDEX },
	{ .name = "character_limit", .label = N_("Character limit"), .type = &type_int,
	    .aliases = "limit",
	    .help = N_("How many characters it may have, for example 280 for a social "
	    "post; a counter shows what is left."),
	    .group = N_("Where it belongs"), .number = 1918, .width = 6 },
	{ .name = NULL }
};

static const struct entity entity_document = {
	.name = "document", .label = N_("Document"), .plural = N_("Documents"),
	.number = 19,
	.help = N_("A text you write or publish: a statement, minutes, a blog draft, a "
	    "report."),
	.fields = document_fields,
	.field_count = sizeof document_fields / sizeof *document_fields - 1,
	.title = "{title}",
	.key = "title+kind+language",
};

static const struct field form_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .help = N_("Its name, for example Needs assessment 2021."),
	    .group = N_("Form"), .number = 2001, .width = 34,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "description", .label = N_("Description"), .type = &type_lines,
	    .help = N_("What it is for and how to use it, for the person who asks."),
	    .group = N_("Form"), .number = 2002, .width = 40, .flags = F_DEFAULT },
	{ .name = NULL }
};

static const struct entity entity_form = {
	.name = "form", .label = N_("Form"), .plural = N_("Forms"), .number = 20,
	.help = N_("A list of questions that is asked several times, for example a needs "
	    "assessment."),
	.fields = form_fields,
	.field_count = sizeof form_fields / sizeof *form_fields - 1,
	.title = "{name}",
	.key = "name",
};

static const struct field form_question_fields[] = {
	{ .name = "form", .label = N_("Form"), .type = &type_ref, .refs = "form",
	    .help = N_("The form it belongs to."),
	    .group = N_("Question"), .number = 2101, .width = 26,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "position", .label = N_("Position"), .type = &type_order,
	    .help = N_("Its place in the form; moving it up or down changes this for "
	    "you."),
	    .group = N_("Question"), .number = 2102, .width = 6,
	    .flags = F_REQUIRED | F_ORDER | F_HIDDEN | F_DEFAULT },
	{ .name = "language", .label = N_("Language"), .type = &type_language,
	    .help = N_("The language of this wording; the same place may have a question "
	    "in several languages."),
	    .group = N_("Question"), .number = 2103, .width = 6, .flags = F_DEFAULT },
	{ .name = "text", .label = N_("Question"), .type = &type_text,
	    .aliases = "question",
	    .help = N_("The question in the very words in which it is asked, for example "
	    "in an interview."),
	    .group = N_("Question"), .number = 2104, .width = 50,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "hint", .label = N_("Hint"), .type = &type_text, .aliases = "help",
	    .help = N_("A hint for the person who asks, for example ask for figures."),
	    .group = N_("Question"), .number = 2105, .width = 40 },
	{ .name = NULL }
};

static const struct entity entity_form_question = {
	.name = "form_question", .label = N_("Form question"),
	.plural = N_("Form questions"), .number = 21,
	.help = N_("One question of a form in one language, worded as it is asked."),
	.fields = form_question_fields,
	.field_count = sizeof form_question_fields / sizeof *form_question_fields - 1,
	.title = "{text}",
	.key = "form+position+language",
};

static const struct field round_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .help = N_("Its name, for example Interviews 2021."),
	    .group = N_("Round"), .number = 2201, .width = 34,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "form", .label = N_("Form"), .type = &type_ref, .refs = "form",
	    .help = N_("The form that is gone through in it."),
	    .group = N_("Round"), .number = 2202, .width = 26,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "asked", .label = N_("Who is asked"), .type = &type_text,
	    .help = N_("Which affiliates are asked, as a filter, for example "
	    "region=latin-america-caribbean."),
	    .group = N_("Round"), .number = 2203, .width = 26, .flags = F_DEFAULT },
	{ .name = "from", .label = N_("From"), .type = &type_date,
	    .aliases = "start_date|start",
	    .help = N_("The day it begins, for example 2021-09."),
	    .group = N_("Round"), .number = 2204, .width = 10,
	    .flags = F_DEFAULT | F_DATE },
	{ .name = "to", .label = N_("To"), .type = &type_date, .aliases = "end_date|end",
	    .help = N_("The day it should be finished, for example 2021-12."),
	    .group = N_("Round"), .number = 2205, .width = 10, .flags = F_DEFAULT },
	{ .name = NULL }
};

static const struct entity entity_round = {
	.name = "round", .label = N_("Round"), .plural = N_("Rounds"), .number = 22,
	.help = N_("One time of asking a form around, for example the interviews of "
	    "autumn 2021."),
	.fields = round_fields,
	.field_count = sizeof round_fields / sizeof *round_fields - 1,
	.title = "{name}",
	.key = "name",
};

static const struct field period_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .help = N_("What it is called in reports, for example 2026 Q1."),
	    .group = N_("Period"), .number = 2301, .width = 20,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "from", .label = N_("From"), .type = &type_date,
	    .aliases = "start_date|start",
	    .help = N_("Its first day, for example 2026-01-01; quarters need not be "
	    "those of the calendar."),
	    .group = N_("Period"), .number = 2302, .width = 10,
	    .flags = F_REQUIRED | F_DEFAULT | F_DATE },
	{ .name = "to", .label = N_("To"), .type = &type_date, .aliases = "end_date|end",
	    .help = N_("Its last day, for example 2026-03-31."),
	    .group = N_("Period"), .number = 2303, .width = 10,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "kind", .label = N_("Kind"), .type = &type_term, .list = "period-kind",
	    .help = N_("Says how long it is, for example year, quarter or month."),
	    .group = N_("Period"), .number = 2304, .width = 10, .flags = F_DEFAULT },
	{ .name = NULL }
};

static const struct entity entity_period = {
	.name = "period", .label = N_("Period"), .plural = N_("Periods"), .number = 23,
	.help = N_("A stretch of time that goals and reports are kept by, for example "
	    "the second quarter."),
	.fields = period_fields,
	.field_count = sizeof period_fields / sizeof *period_fields - 1,
	.title = "{name}",
	.key = "name",
};

static const struct field template_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .help = N_("Its name, for example Partner meeting."),
	    .group = N_("Template"), .number = 2401, .width = 30,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "kind", .label = N_("Kind of note"), .type = &type_term,
	    .list = "note-kind",
	    .help = N_("The kind of note it is offered for; empty means for all."),
	    .group = N_("Template"), .number = 2402, .width = 12, .flags = F_DEFAULT },
	{ .name = "body", .label = N_("Text"), .type = &type_lines, .aliases = "text",
	    .help = N_("The lines a new note begins with, for example headings and "
	    "questions."),
	    .group = N_("Template"), .number = 2403, .width = 40, .flags = F_REQUIRED },
	{ .name = NULL }
};

static const struct entity entity_template = {
	.name = "template", .label = N_("Template"), .plural = N_("Templates"),
	.number = 24,
	.help = N_("A text that a new note begins with, for example the headings of a "
	    "partner meeting."),
	.fields = template_fields,
	.field_count = sizeof template_fields / sizeof *template_fields - 1,
	.title = "{name}",
	.key = "name",
};

static const struct field tag_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .help = N_("The word itself, for example strategic partner."),
	    .group = N_("Tag"), .number = 2501, .width = 24,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "stay_in_touch", .label = N_("Stay in touch every"), .type = &type_int,
	    .help = N_("After how many days without contact you would like to be "
	    "reminded of organisations with this tag."),
	    .group = N_("Staying in touch"), .number = 2502, .width = 6,
	    .flags = F_DEFAULT },
	{ .name = "stay_in_touch_late", .label = N_("Late after"), .type = &type_int,
	    .help = N_("After how many days without contact an organisation with this "
	    "tag shows in red."),
	    .group = N_("Staying in touch"), .number = 2503, .width = 6,
	    .flags = F_DEFAULT },
	{ .name = "records", .label = N_("Tagged records"), .type = &type_refs,
	    .refs = "any",
	    .help = N_("The records that have this tag, worked out for you; to add one, "
	    "set the tag on the record."),
	    .group = N_("Now"), .number = 2504, .width = 30, .flags = F_COMPUTED },
	{ .name = NULL }
};

static const struct entity entity_tag = {
	.name = "tag", .label = N_("Tag"), .plural = N_("Tags"), .number = 25,
	.help = N_("A word of your own that brings records together, for example "
	    "iberoconf-2026."),
	.fields = tag_fields,
	.field_count = sizeof tag_fields / sizeof *tag_fields - 1,
	.title = "{name}",
	.key = "name",
};

static const struct field view_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .help = N_("The name you call it by, for example Silent museums."),
	    .group = N_("View"), .number = 2601, .width = 26,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT | F_FOLD },
	{ .name = "pane", .label = N_("List"), .type = &type_text,
	    .help = N_("The list it shows, for example partners."),
	    .group = N_("View"), .number = 2602, .width = 14,
	    .flags = F_REQUIRED | F_DEFAULT },
	{ .name = "filter", .label = N_("Filter"), .type = &type_text,
	    .help = N_("Which rows it shows, as typed after /, for example stage=active "
	    "country=CL."),
	    .group = N_("View"), .number = 2603, .width = 34, .flags = F_DEFAULT },
	{ .name = "columns", .label = N_("Columns"), .type = &type_text,
	    .help = N_("Which columns it shows, joined by commas, for example "
	    "name,stage,next_step."),
	    .group = N_("View"), .number = 2604, .width = 34 },
	{ .name = "sort", .label = N_("Order"), .type = &type_text,
	    .help = N_("How it is sorted, for example name, or -start for the newest "
	    "first."),
	    .group = N_("View"), .number = 2605, .width = 16 },
	{ .name = "table", .label = N_("Table"), .type = &type_text,
	    .help = N_("The frequency or cross-table it opens as, for example "
	    "type,country; empty means a plain list."),
	    .group = N_("View"), .number = 2606, .width = 24 },
	{ .name = NULL }
};

static const struct entity entity_view = {
	.name = "view", .label = N_("Saved view"), .plural = N_("Saved views"),
	.number = 26,
	.help = N_("A list as you like to see it, with its filter, columns and order, "
	    "kept under a name."),
	.fields = view_fields,
	.field_count = sizeof view_fields / sizeof *view_fields - 1,
	.title = "{name}",
	.key = "name",
};

static const struct field term_fields[] = {
	{ .name = "list", .label = N_("List"), .type = &type_text,
	    .help = N_("The list it belongs to, for example partner-type."),
	    .group = N_("Term"), .number = 2701, .width = 20,
	    .flags = F_REQUIRED | F_DEFAULT | F_INDEX },
	{ .name = "code", .label = N_("Code"), .type = &type_text,
	    .help = N_("The value as it is stored, in plain lower-case letters, for "
	    "example edit-a-thon."),
	    .group = N_("Term"), .number = 2702, .width = 20,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT },
	{ .name = "label", .label = N_("Label"), .type = &type_text,
	    .help = N_("What people see instead of the code; empty means as shipped."),
	    .group = N_("Term"), .number = 2703, .width = 26, .flags = F_DEFAULT },
	{ .name = "position", .label = N_("Position"), .type = &type_order,
	    .help = N_("Its place in the list; moving it up or down changes this for "
	    "you."),
	    .group = N_("Term"), .number = 2704, .width = 6,
	    .flags = F_ORDER | F_HIDDEN },
	{ .name = "hidden", .label = N_("Hidden"), .type = &type_bool,
	    .help = N_("Says that it is not offered any more; records that have it keep "
	    "it."),
	    .group = N_("Term"), .number = 2705, .width = 6, .flags = F_DEFAULT },
	{ .name = NULL }
};

static const struct entity entity_term = {
	.name = "term", .label = N_("Term"), .plural = N_("Terms"), .number = 27,
	.flags = E_INTERNAL,
	.help = N_("A value of a list as this file changed it: renamed, moved, hidden or "
	    "added."),
	.fields = term_fields,
	.field_count = sizeof term_fields / sizeof *term_fields - 1,
	.title = "{label}|{code}",
	.key = "list+code",
};

static const struct value_name setting_names[] = {
	{ "my_organisation", N_("Your organisation") },
	{ "sample", N_("A sample") },
	{ "sample_today", N_("Today of the sample") },
	{ NULL, NULL }
};

static const struct field setting_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text,
	    .help = N_("What is set, for example my_organisation."),
	    .names = setting_names,
	    .group = N_("Setting"), .number = 2801, .width = 26,
	    .flags = F_REQUIRED | F_TITLE | F_DEFAULT },
	{ .name = "value", .label = N_("Value"), .type = &type_text,
	    .help = N_("What it is set to."),
	    .group = N_("Setting"), .number = 2802, .width = 40, .flags = F_ID_TEXT | F_DEFAULT},
	{ .name = NULL }
};

static const struct entity entity_setting = {
	.name = "setting", .label = N_("Setting"), .plural = N_("Settings"), .number = 28,
	.flags = E_INTERNAL,
	.help = N_("A setting that travels with the file, for example which organisation "
	    "is yours."),
	.fields = setting_fields,
	.field_count = sizeof setting_fields / sizeof *setting_fields - 1,
	.title = "{name}",
	.key = "name",
};

/* What every record has, after its own fields. */
const struct field common_fields[] = {
	{ .name = "id", .label = N_("Id"), .type = &type_id, .aliases = "record_id",
	    .help = N_("The record's own number in thirteen letters and digits; it never "
	    "changes."),
	    .group = N_("Record"), .number = 1, .width = 13,
	    .flags = F_COMPUTED | F_RECORD_ID },
	{ .name = "visibility", .label = N_("Visibility"), .type = &type_term,
	    .list = "visibility",
	    .help = N_("Says whether the record may be part of exports and reports, or "
	    "is private: on this screen only."),
	    .group = N_("Record"), .number = 2, .width = 8, .flags = F_VISIBILITY },
	{ .name = "tags", .label = N_("Tags"), .type = &type_refs, .refs = "tag",
	    .aliases = "tag",
	    .help = N_("Words of your own that bring records together, for example "
	    "strategic partner."),
	    .group = N_("Record"), .number = 3, .width = 20, .flags = F_MULTI | F_COINED },
	{ .name = "source", .label = N_("Source"), .type = &type_text,
	    .aliases = "sources|reference",
	    .help = N_("Where you know this from, for example the address of a wiki "
	    "page."),
	    .group = N_("Record"), .number = 4, .width = 30 },
	{ .name = "created", .label = N_("Added"), .type = &type_datetime,
	    .aliases = "created_at",
	    .help = N_("The day and time the record was added, known from the history."),
	    .group = N_("Record"), .number = 5, .width = 16,
	    .flags = F_COMPUTED | F_CREATED },
	{ .name = "changed", .label = N_("Changed"), .type = &type_datetime,
	    .aliases = "updated_at|changed_at",
	    .help = N_("The day and time of the newest change to the record, known from "
	    "the history."),
	    .group = N_("Record"), .number = 6, .width = 16,
	    .flags = F_COMPUTED | F_CHANGED },
	{ .name = "deleted", .label = N_("In the trash"), .type = &type_bool,
	    .help = N_("Says whether the record is in the trash, from where it can be "
	    "brought back."),
	    .group = N_("Record"), .number = 7, .width = 6, .flags = F_TRASH | F_HIDDEN },
	{ .name = NULL }
};

const struct entity *const entities[] = {
	&entity_organisation,
	&entity_membership,
	&entity_person,
	&entity_affiliation,
	&entity_partnership,
	&entity_event,
	&entity_involvement,
	&entity_session,
	&entity_speaker,
	&entity_attendance,
	&entity_goal,
	&entity_metric,
	&entity_measurement,
	&entity_note,
	&entity_participant,
	&entity_entry,
	&entity_capacity,
	&entity_resource,
	&entity_document,
	&entity_form,
	&entity_form_question,
	&entity_round,
	&entity_period,
	&entity_template,
	&entity_tag,
	&entity_view,
	&entity_term,
	&entity_setting,
	NULL
};
