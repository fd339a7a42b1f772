-- The first schema of a file. A released step is never changed: a later one adds to it.
--
-- A table per entity of the dictionary (src/model/entities.c), STRICT, and at the end the
-- change log. Every own column may be NULL, which means that nothing is known; there is
-- no empty text. Text is kept as it was typed. Dates are ISO 8601 and may be partial:
-- 2017, 2017-11, 2017-11-20. Decimals are text, so that they stay exact. A value of a
-- list is its code. A reference is the id of a record, and is checked at COMMIT. Fields
-- with several values have no column but rows of item, under the number given here; of
-- every record these are its tags (3).
--
-- To read what is not in the trash: SELECT ... WHERE deleted = 0. To change anything, use
-- alianza: what the log does not know is reported as damage.

-- An affiliate, a partner, a network or another body, for example Wikimedia Chile or a
-- national library.
-- Several values, in item: other_codes (107), countries (109), languages (112).
CREATE TABLE organisation(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	kind TEXT, -- what the organisation is to the movement (list organisation-kind)
	type TEXT, -- list affiliate-type, partner-type, network-type, body-type
	subtype TEXT, -- closer sort of partner (list partner-subtype)
	name TEXT, -- the name as the organisation itself writes it
	alt_name TEXT, -- another name people use for it
	code TEXT, -- the short code you may type instead of the name
	country TEXT, -- the country where it has its seat
	region TEXT, -- the Wikimedia region it belongs to (list region)
	area TEXT, -- the part of a country or of the world it works for, in words
	focus TEXT, -- what it works on, in a few words
	founded TEXT, -- the date it was founded
	recognised TEXT, -- when the movement recognised it as an affiliate
	status TEXT, -- planned, recognized, suspended, former (list organisation-status)
	status_words TEXT, -- the status as the source puts it
	maturity TEXT,
		-- how far along the group is, from starting to mature (list maturity)
	members INTEGER, -- how many members it has
	fiscal_year_end TEXT, -- the day its year of account ends, as month and day
	report_due TEXT, -- when its next report to Foundation or AffCom is due
	stay_in_touch INTEGER, -- remind after so many days without contact; NULL: never
	stay_in_touch_late INTEGER, -- really late after so many days without contact
	website TEXT, -- its own website
	wiki_page TEXT, -- the title of its page on Meta
	commons_category TEXT, -- category on Wikimedia Commons, without "Category:"
	wikidata TEXT, -- its item on Wikidata
	email TEXT, -- an address to write to; contact data, never in an export
	summary TEXT, -- what one should know about it, in a few sentences
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX organisation_fold ON organisation(kind, fold);
CREATE INDEX organisation_code ON organisation(code);

-- The membership of an organisation in a network, for example of Wikimedia Chile in
-- Iberocoop.
CREATE TABLE membership(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	network INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the network, hub or cooperative
	member INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation that belongs to the network
	state TEXT, -- member, in formation, guest or former (list membership-state)
	since TEXT, -- the date the membership began
	until TEXT -- the date the membership ended, if it did
) STRICT;
CREATE INDEX membership_network ON membership(network);
CREATE INDEX membership_member ON membership(member);

-- Someone you work with: a volunteer, a member of staff, a contact at a partner.
-- Several values, in item: languages (304).
CREATE TABLE person(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- the name as the person writes it
	username TEXT, -- the user name on the wikis, without "User:"
	pronouns TEXT, -- how the person wishes to be spoken of
	country TEXT, -- the country the person lives in
	email TEXT, -- the person's address; contact data, never in an export
	phone TEXT, -- a telephone number; contact data, never in an export
	bio TEXT, -- a few sentences for a speakers' page or an author line
	keep_until TEXT, -- the date until which you may keep this person's data
	consent TEXT, -- what the person agreed to, and when
	fold TEXT -- name or username, folded, for sorting and finding
) STRICT;
CREATE INDEX person_fold ON person(fold);

-- What a person is at an organisation, for example board member of Wikimedia Chile.
CREATE TABLE affiliation(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED, -- the person
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation the person belongs to
	role TEXT, -- the person's office or task there
	basis TEXT, -- on what footing the person is there (list basis)
	since TEXT, -- when this began
	until TEXT -- when this ended
) STRICT;
CREATE INDEX affiliation_person ON affiliation(person);
CREATE INDEX affiliation_organisation ON affiliation(organisation);

-- What one affiliate and one partner do together, from the first idea to the end.
-- Several values, in item: kinds (506), scope (507).
CREATE TABLE partnership(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	affiliate INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the affiliate that works with the partner
	partner INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation the affiliate works with
	programme TEXT, -- the line of work it belongs to (list programme)
	stage TEXT, -- how far it has come (list partnership-stage)
	origin TEXT, -- how the two found each other (list partnership-origin)
	horizon TEXT, -- short, middle or long time (list horizon)
	started TEXT, -- when the work began
	ended TEXT, -- when the work ended
	agreement TEXT, -- the address where the signed agreement or its wiki page is kept
	partner_needs TEXT, -- what the partner hopes to get
	partner_commits TEXT, -- what the partner has promised
	next_step TEXT, -- what will be done next
	next_step_on TEXT, -- the day the next step is planned for
	lead INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
		-- the person on our side who looks after it
	contact INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
		-- the person at the partner to talk to
	source_year TEXT, -- the year of the page or report this was learnt from
	summary TEXT -- what has been done and what came out of it, in a few sentences
) STRICT;
CREATE INDEX partnership_affiliate ON partnership(affiliate);
CREATE INDEX partnership_partner ON partnership(partner);

-- A meeting with a name and a date: a summit, a workshop, an edit-a-thon, a call.
CREATE TABLE event(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- the full name of the event
	series TEXT, -- the name shared by all its editions
	edition INTEGER, -- its number within the series
	previous INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the edition before this one
	type TEXT, -- what sort of event it is (list event-type)
	mode TEXT, -- whether people meet in person, online or both (list event-mode)
	status TEXT, -- how far the planning is, from idea to held (list event-status)
	start TEXT, -- the first day
	"end" TEXT, -- the last day
	dates_words TEXT, -- the dates as the source puts them when no day is known
	time_zone TEXT, -- the time zone of the times in its schedule
	city TEXT, -- the town it takes place in
	country TEXT, -- the country it takes place in
	venue TEXT, -- the building or address
	purpose TEXT, -- why people meet, in a few sentences
	practical TEXT, -- how to get there, where to sleep, whom to call
	process TEXT, -- how the meeting worked, step by step, for its documentation page
	summary TEXT, -- the meeting in short
	funding TEXT, -- who paid for it and how
	expected INTEGER, -- how many people are expected
	headcount INTEGER, -- how many people were counted in the room
	headcount_words TEXT, -- the number as the source puts it
	link TEXT, -- the address of its page on the web
	wiki_page TEXT, -- the title of its page on a wiki
	commons_category TEXT, -- category on Wikimedia Commons, without "Category:"
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX event_fold ON event(fold);
CREATE INDEX event_previous ON event(previous);

-- The part an organisation or a country has in an event, for example host, funder or
-- delegation.
CREATE TABLE involvement(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED, -- the event
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation that takes part
	country TEXT, -- the country, when no organisation is known
	role TEXT -- what it does there (list involvement-role)
) STRICT;
CREATE INDEX involvement_event ON involvement(event);
CREATE INDEX involvement_organisation ON involvement(organisation);

-- One item of an event's schedule or one proposal for it: a workshop, a talk, a plenary.
CREATE TABLE session(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event it belongs to
	type TEXT, -- what sort of session it is (list session-type)
	title TEXT, -- the title as it stands in the schedule
	track TEXT, -- the track or theme it belongs to
	language TEXT, -- the language spoken in it
	room TEXT, -- the room or the link to the call
	starts TEXT, -- the day and time it begins
	ends TEXT, -- the day and time it ends
	position TEXT, -- its place in the schedule
	status TEXT, -- how far it is, from idea to held (list session-status)
	abstract TEXT, -- what it is about, for the schedule and the proposal
	description TEXT, -- what will happen in it, at length
	outcomes TEXT, -- what is meant to come out of it, or what did come out of it
	link TEXT, -- the address of its page
	fold TEXT -- title, folded, for sorting and finding
) STRICT;
CREATE INDEX session_fold ON session(fold);
CREATE INDEX session_event ON session(event);

-- Someone who leads, moderates or speaks in a session: a person or an organisation.
CREATE TABLE speaker(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
		-- the session
	person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
		-- the person who speaks, when known by name
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation that presents, or that the person speaks for
	as_written TEXT, -- the name as it stands in the schedule
	country TEXT, -- the country the speaker stands for, when only that is known
	role TEXT, -- what the speaker does (list speaker-role)
	position TEXT -- the order in which speakers are named
) STRICT;
CREATE INDEX speaker_session ON speaker(session);
CREATE INDEX speaker_person ON speaker(person);
CREATE INDEX speaker_organisation ON speaker(organisation);

-- One person at one event or in one session: invited, registered, present or absent.
CREATE TABLE attendance(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED, -- the event
	session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
		-- the session, when it is not about the whole event
	person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
		-- the person, when known by name
	signed_name TEXT, -- the name as it was signed
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation the person came for
	stands_for TEXT, -- whom or what the person stands for in words
	country TEXT, -- the country the person came from, when no organisation says it
	category TEXT, -- as what the person came (list attendance-category)
	state TEXT, -- invited, registered, present and so on (list attendance-state)
	signed_at TEXT, -- the day and time the person signed up
	expectation TEXT, -- what the person hopes to take home
	named_in_public INTEGER -- whether the person agreed to be named in public reports
) STRICT;
CREATE INDEX attendance_event ON attendance(event);
CREATE INDEX attendance_session ON attendance(session);
CREATE INDEX attendance_person ON attendance(person);
CREATE INDEX attendance_organisation ON attendance(organisation);

-- One thing to be reached, from a vision down to a SMART goal with numbers.
-- Several values, in item: scope (1109).
CREATE TABLE goal(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	parent INTEGER REFERENCES goal(id) DEFERRABLE INITIALLY DEFERRED,
		-- the larger goal this one serves
	parent_words TEXT, -- the larger goal as the source names it, when it is not kept
	owner INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation that wants to reach it
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event whose objective it is
	level TEXT, -- its place in the tree (list goal-level)
	code TEXT, -- its number or code in the plan
	statement TEXT, -- the goal in one sentence
	programme TEXT, -- the line of work it belongs to (list programme)
	horizon TEXT, -- short, middle or long time (list horizon)
	rationale TEXT, -- why this matters now, and for whom
	basis TEXT, -- what it rests on
	basis_note INTEGER REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED,
		-- the note where the reason for it is written down
	deadline TEXT, -- the date by which it should be reached
	period INTEGER REFERENCES period(id) DEFERRABLE INITIALLY DEFERRED,
		-- the period it belongs to
	period_words TEXT, -- the period as the source puts it
	status TEXT, -- draft, agreed, on track and so on (list goal-status)
	status_words TEXT, -- the status as the source puts it
	agreed_at INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event at which it was agreed
	consultation_link TEXT,
		-- the address of the talk page where people may comment on it
	position TEXT, -- its place among its neighbours
	fold TEXT -- statement, folded, for sorting and finding
) STRICT;
CREATE INDEX goal_fold ON goal(fold);
CREATE INDEX goal_parent ON goal(parent);
CREATE INDEX goal_owner ON goal(owner);
CREATE INDEX goal_event ON goal(event);
CREATE INDEX goal_period ON goal(period);
CREATE INDEX goal_agreed_at ON goal(agreed_at);

-- What is counted to know whether a goal is reached, with its unit and target.
-- Several values, in item: measured_by (1209).
CREATE TABLE metric(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	goal INTEGER REFERENCES goal(id) DEFERRABLE INITIALLY DEFERRED,
		-- the goal it belongs to
	name TEXT, -- what is counted
	unit TEXT, -- what one of it is
	kind TEXT, -- what it tells about (list metric-kind)
	baseline TEXT, -- the value at the beginning
	target_operator TEXT, -- how the target is meant (list target-operator)
	target TEXT, -- the number to be reached
	target_words TEXT, -- the target as the source puts it, when it is not a number
	how_often TEXT, -- how often it is measured (list rhythm)
	count_from TEXT, -- typed in or counted from own records (list count-from)
	data_source TEXT, -- where the figures come from
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX metric_fold ON metric(fold);
CREATE INDEX metric_goal ON metric(goal);

-- One value of a metric for one time, with how exact it is and where it stands.
CREATE TABLE measurement(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	metric INTEGER REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
		-- the metric this is a value of
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation whose contribution this is
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event where this was counted
	"from" TEXT, -- the first day the value counts for
	"to" TEXT, -- the last day the value counts for
	qualifier TEXT, -- how exact the value is (list qualifier)
	value TEXT, -- the number
	value_words TEXT, -- the value as the source puts it
	counted TEXT, -- typed in or counted from records (list counted)
	measured_on TEXT, -- the day someone looked
	evidence TEXT, -- the address where the figure can be checked
	comment TEXT -- anything one should know to read the value rightly
) STRICT;
CREATE INDEX measurement_metric ON measurement(metric);
CREATE INDEX measurement_organisation ON measurement(organisation);
CREATE INDEX measurement_event ON measurement(event);

-- What was said, asked or learnt on one occasion; its lines are kept as entries.
-- Several values, in item: about (1404).
CREATE TABLE note(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	kind TEXT, -- what sort of note it is (list note-kind)
	title TEXT, -- a heading to find it by
	date TEXT, -- the day it is about
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event at which it was taken
	session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
		-- the session in which it was taken
	form INTEGER REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
		-- the list of questions that was gone through
	round INTEGER REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
		-- the round of asking it belongs to
	language TEXT, -- the language it is written in
	template INTEGER REFERENCES template(id) DEFERRABLE INITIALLY DEFERRED,
		-- the template it was begun with, if any
	fold TEXT -- title, folded, for sorting and finding
) STRICT;
CREATE INDEX note_fold ON note(fold);
CREATE INDEX note_event ON note(event);
CREATE INDEX note_session ON note(session);
CREATE INDEX note_form ON note(form);
CREATE INDEX note_round ON note(round);

-- Someone who took part in a conversation that a note records.
CREATE TABLE participant(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	note INTEGER REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED, -- the note
	person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
		-- the person who took part, when known by name
	as_written TEXT,
		-- the name as it was written down, when it is not clear who that is
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation the person spoke for
	role TEXT -- what the person did (list participant-role)
) STRICT;
CREATE INDEX participant_note ON participant(note);
CREATE INDEX participant_person ON participant(person);
CREATE INDEX participant_organisation ON participant(organisation);

-- One line or paragraph of a note, or an action, decision or question out of it.
-- Several values, in item: owners (1607).
CREATE TABLE entry(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	note INTEGER REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED,
		-- the note it is a line of
	position TEXT, -- its place in the note
	at TEXT, -- the day and time the line was typed
	kind TEXT, -- what the line is (list entry-kind)
	text TEXT, -- the words themselves
	form_question INTEGER REFERENCES form_question(id) DEFERRABLE INITIALLY DEFERRED,
		-- the question of a form that this answers
	due TEXT, -- the date by which it should be done
	due_words TEXT, -- the date as it was said
	priority INTEGER, -- how pressing it is, 1 being the most pressing
	status TEXT, -- open, in progress, done, parked and so on (list entry-status)
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event where it was raised
	for_event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event it is meant for
	partnership INTEGER REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
		-- the partnership it is about
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation it is about
	goal INTEGER REFERENCES goal(id) DEFERRABLE INITIALLY DEFERRED,
		-- the goal it serves
	carried_from INTEGER REFERENCES entry(id) DEFERRABLE INITIALLY DEFERRED,
		-- the earlier item it continues
	done_on TEXT -- the day it was done
) STRICT;
CREATE INDEX entry_note ON entry(note);
CREATE INDEX entry_form_question ON entry(form_question);
CREATE INDEX entry_event ON entry(event);
CREATE INDEX entry_for_event ON entry(for_event);
CREATE INDEX entry_partnership ON entry(partnership);
CREATE INDEX entry_organisation ON entry(organisation);
CREATE INDEX entry_goal ON entry(goal);
CREATE INDEX entry_carried_from ON entry(carried_from);

-- Something a person or organisation can give to others, or needs from them.
CREATE TABLE capacity(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	direction TEXT, -- whether this is offered or needed (list capacity-direction)
	kind TEXT, -- what sort of thing it is (list capacity-kind)
	topic TEXT, -- what it is about, in a few words
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation that offers or needs it
	person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
		-- the person who offers or needs it
	partnership INTEGER REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
		-- the partnership it belongs to
	priority INTEGER, -- how pressing it is, 1 being the most pressing
	status TEXT, -- open, available, matched or closed (list capacity-status)
	matched_with INTEGER REFERENCES capacity(id) DEFERRABLE INITIALLY DEFERRED,
		-- the offer that answers this need, or the need this offer answers
	detail TEXT, -- what exactly is meant, in a few sentences
	fold TEXT -- topic, folded, for sorting and finding
) STRICT;
CREATE INDEX capacity_fold ON capacity(fold);
CREATE INDEX capacity_organisation ON capacity(organisation);
CREATE INDEX capacity_person ON capacity(person);
CREATE INDEX capacity_partnership ON capacity(partnership);
CREATE INDEX capacity_matched_with ON capacity(matched_with);

-- Something to show or reuse: an example with its result, slides, a guide, a tool.
CREATE TABLE resource(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	kind TEXT, -- what it is (list resource-kind)
	title TEXT, -- its title
	link TEXT, -- the address where it can be found
	file_name TEXT, -- the name of the file on your disk or on Commons
	language TEXT, -- the language it is in
	licence TEXT, -- how it may be reused
	authors TEXT, -- who made it, as they wish to be named
	year TEXT, -- the year it is from
	country TEXT, -- the country it comes from or is about
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation that made it or whose experience it is
	partnership INTEGER REFERENCES partnership(id) DEFERRABLE INITIALLY DEFERRED,
		-- the partnership it shows
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event it was made for or shown at
	session INTEGER REFERENCES session(id) DEFERRABLE INITIALLY DEFERRED,
		-- the session it was shown in
	note INTEGER REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED,
		-- the note it was mentioned in
	topic TEXT, -- what it is about, in a few words
	summary TEXT, -- what was done, in a few sentences
	result TEXT, -- what came out of it, with figures where there are some
	fold TEXT -- title, folded, for sorting and finding
) STRICT;
CREATE INDEX resource_fold ON resource(fold);
CREATE INDEX resource_organisation ON resource(organisation);
CREATE INDEX resource_partnership ON resource(partnership);
CREATE INDEX resource_event ON resource(event);
CREATE INDEX resource_session ON resource(session);
CREATE INDEX resource_note ON resource(note);

-- A text you write or publish: a statement, minutes, a blog draft, a report.
-- Several values, in item: other_titles (1903), categories (1915).
CREATE TABLE document(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	kind TEXT, -- what it is (list document-kind)
	title TEXT, -- its title
	authors TEXT, -- who wrote it, as it should stand below the title
	language TEXT, -- the language it is written in
	translation_of INTEGER REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
		-- the document it is a translation of
	status TEXT, -- how far it is (list document-status)
	body TEXT, -- the text itself, written as on a wiki
	finalise_by TEXT, -- the date by which it should be final
	finalise_by_words TEXT, -- that date as it was said
	publish_by TEXT, -- the date by which it should be published
	publish_by_words TEXT, -- that date as it was said
	published_on TEXT, -- the day it was published
	published_at TEXT, -- the address where it was published
	event INTEGER REFERENCES event(id) DEFERRABLE INITIALLY DEFERRED,
		-- the event it documents or comes from
	organisation INTEGER REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
		-- the organisation whose document it is
	character_limit INTEGER, -- how many characters it may have
	fold TEXT -- title, folded, for sorting and finding
) STRICT;
CREATE INDEX document_fold ON document(fold);
CREATE INDEX document_translation_of ON document(translation_of);
CREATE INDEX document_event ON document(event);
CREATE INDEX document_organisation ON document(organisation);

-- A list of questions that is asked several times, for example a needs assessment.
CREATE TABLE form(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- its name
	description TEXT, -- what it is for and how to use it, for the person who asks
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX form_fold ON form(fold);

-- One question of a form in one language, worded as it is asked.
CREATE TABLE form_question(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	form INTEGER REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
		-- the form it belongs to
	position TEXT, -- its place in the form
	language TEXT, -- the language of this wording
	text TEXT, -- the question in the very words in which it is asked
	hint TEXT, -- a hint for the person who asks
	fold TEXT -- text, folded, for sorting and finding
) STRICT;
CREATE INDEX form_question_fold ON form_question(fold);
CREATE INDEX form_question_form ON form_question(form);

-- One time of asking a form around, for example the interviews of autumn 2021.
CREATE TABLE round(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- its name
	form INTEGER REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
		-- the form that is gone through in it
	asked TEXT, -- which affiliates are asked, as a filter
	"from" TEXT, -- the day it begins
	"to" TEXT, -- the day it should be finished
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX round_fold ON round(fold);
CREATE INDEX round_form ON round(form);

-- A stretch of time that goals and reports are kept by, for example the second quarter.
CREATE TABLE period(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- what it is called in reports
	"from" TEXT, -- its first day
	"to" TEXT, -- its last day
	kind TEXT, -- how long it is (list period-kind)
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX period_fold ON period(fold);

-- A text that a new note begins with, for example the headings of a partner meeting.
CREATE TABLE template(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- its name
	kind TEXT, -- the kind of note it is offered for (list note-kind)
	body TEXT, -- the lines a new note begins with
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX template_fold ON template(fold);

-- A word of your own that brings records together, for example iberoconf-2026.
CREATE TABLE tag(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- the word itself
	stay_in_touch INTEGER, -- remind of organisations with this tag after so many days
	stay_in_touch_late INTEGER, -- really late after so many days
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX tag_fold ON tag(fold);

-- A list as you like to see it, with its filter, columns and order, kept under a name.
CREATE TABLE view(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- the name you call it by
	pane TEXT, -- the list it shows
	filter TEXT, -- which rows it shows, as typed after /
	columns TEXT, -- which columns it shows, joined by commas
	sort TEXT, -- how it is sorted
	"table" TEXT, -- the frequency or cross-table it opens as
	fold TEXT -- name, folded, for sorting and finding
) STRICT;
CREATE INDEX view_fold ON view(fold);

-- A value of a list as this file changed it: renamed, moved, hidden or added.
CREATE TABLE term(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	list TEXT, -- the list it belongs to
	code TEXT, -- the value as it is stored, in plain lower-case letters
	label TEXT, -- what people see instead of the code
	position TEXT, -- its place in the list
	hidden INTEGER -- 1: not offered any more
) STRICT;
CREATE INDEX term_list ON term(list);

-- A setting that travels with the file, for example which organisation is yours.
CREATE TABLE setting(
	id INTEGER PRIMARY KEY, -- what record.id says
	deleted INTEGER NOT NULL DEFAULT 0, -- 1: in the trash, or the id it went into
	visibility TEXT, -- shared (also NULL) or private
	source TEXT, -- where this is known from
	name TEXT, -- what is set
	value TEXT -- what it is set to
) STRICT;

-- The change log. Every change is an action; what it changed are cells: a column of a
-- record, or one of several values. entity and field are permanent numbers, those of
-- `alianza fields`. A sum is a 64-bit hash that says whether a row is as it was written.

-- What an id is, and how the record came to be.
CREATE TABLE record(
	id INTEGER PRIMARY KEY, -- 41 bits of milliseconds since 2020, then chance
	entity INTEGER NOT NULL, -- whose table it is in
	action INTEGER NOT NULL, -- action that made it
	sum INTEGER NOT NULL -- of it as it was born
) STRICT;
CREATE INDEX record_action ON record(action);

-- Fields with several values: a row each, merged as sets.
CREATE TABLE item(
	record INTEGER NOT NULL, -- whose value it is
	field INTEGER NOT NULL, -- which field
	value ANY NOT NULL, -- text, or the id of a record
	PRIMARY KEY(record, field, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_value ON item(field, value);

-- One command of a person.
CREATE TABLE action(
	id INTEGER PRIMARY KEY, -- like record.id: says which, never when
	step INTEGER NOT NULL, -- order in this file, what undo follows; not merged
	clock INTEGER NOT NULL, -- greater than every clock before it
	time INTEGER NOT NULL, -- milliseconds since 1970
	who TEXT, -- name given at first start or by --as
	place TEXT, -- chance number of the computer
	command TEXT NOT NULL, -- name of the command, without arguments
	sentence TEXT, -- what was done, where the log alone cannot say it
	undoes INTEGER, -- an action of the step that this takes back or does again
	sum INTEGER NOT NULL -- of this row and of the sums of all it wrote
) STRICT;
CREATE INDEX action_step ON action(step);
CREATE INDEX action_clock ON action(clock);

-- One cell changed by one action: a row for each earlier change that it overwrites.
CREATE TABLE change(
	action INTEGER NOT NULL, -- by which action
	seq INTEGER NOT NULL, -- number within the action
	entity INTEGER NOT NULL, -- whose table the record is in
	record INTEGER NOT NULL, -- which record
	field INTEGER NOT NULL, -- which field
	item ANY NOT NULL DEFAULT '', -- one of several values; '' for a column
	parent INTEGER NOT NULL DEFAULT 0, -- action it overwrites; 0: the birth value
	old ANY, -- value overwritten
	new ANY, -- value written; of an item: 1 is there, NULL is not
	seen INTEGER, -- of deleted: hash of the content when deleted
	sum INTEGER NOT NULL, -- of this row
	PRIMARY KEY(action, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_cell ON change(record, field, item, parent);

-- What was erased for good: a record's content, or all that a cell ever held.
CREATE TABLE erased(
	record INTEGER NOT NULL, -- which record; its row stays, empty and in the trash
	field INTEGER NOT NULL DEFAULT 0, -- which field; 0: the whole record
	item ANY NOT NULL DEFAULT '', -- one of several values; '' for a column
	action INTEGER NOT NULL DEFAULT 0, -- action that erased the cell
	over INTEGER NOT NULL DEFAULT 0, -- earlier erasure it overwrites
	entity INTEGER NOT NULL, -- whose table the record is in
	PRIMARY KEY(record, field, item, action, over)
) STRICT, WITHOUT ROWID;

-- Merges that brought something; not merged itself.
CREATE TABLE merged(
	step INTEGER PRIMARY KEY, -- step of all actions that came in
	time INTEGER, -- milliseconds since 1970
	name TEXT -- name of the other file
) STRICT;
