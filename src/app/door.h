/* Who comes in at the door: a line like "Ana Cruz, WMCL" understood against the file,
 * and entered on the list of an event or of one of its sessions. */
#ifndef ALIANZA_APP_DOOR_H
#define ALIANZA_APP_DOOR_H

#include "app/participant.h"
#include "base/arena.h"
#include "io/signup.h"
#include "store/store.h"

/* Which list. */
struct door {
	int64_t event;
	int64_t session;	/* 0: the whole event */
};

/* Someone who comes in, as far as understood. Texts are never NULL. */
struct arrival {
	const char *name;
	int64_t person;		/* known here under that name or user name; 0: not, or several */
	int64_t organisation;
	const char *country;	/* code */
	const char *stands;	/* in words, when it is no organisation and no country */
	const char *category;	/* code */
	const char *expectation, *at;
	int64_t listed;		/* the attendance that is there already; 0: none */
	bool several;		/* what it stands for is the name of several organisations */
	struct organisations could;	/* when nobody said which: those of the day, the one
					 * that was taken first; one or none: no choice */
};

/* The list that a record belongs to: an event's own, a session's with its event, that of an
 * attendance. False for other records. */
bool door_of_record(struct store *s, const struct entity *ent, int64_t id, struct door *out);
bool door_of_entity(const struct entity *ent);	/* can it be said for its records? */
/* Appends the filter that finds the attendances of the list. */
void door_filter(const struct door *door, struct str *out);

/* Understands "Name, X" or "Name (X)", and "Name, X, category". X is the exact code of an
 * organisation, else a country by code or name, else another code, else a name; what is
 * none of these stays in words. A line without X stands for what the list says already,
 * else for the affiliation that the person has on the day of the event, of several for the
 * usual one. Name and X may be the ids of a person and an organisation. Texts go into mem.
 * False with STATUS_DATA when there is no name. */
bool door_read(struct store *s, const struct door *door, const char *line, struct arena *mem,
    struct arrival *out, struct error *e);
/* The same for one of a sign-up list. */
bool door_meet(struct store *s, const struct door *door, const struct signup *one,
    struct arena *mem, struct arrival *out, struct error *e);

/* A person of the file who is not on the list and comes in without a word. */
bool door_know(struct store *s, const struct door *door, int64_t person, struct arena *mem,
    struct arrival *out, struct error *e);
/* Of several affiliations of the day this one is meant. */
void door_choose(struct arrival *a, size_t choice);

/* Appends what it comes for: an organisation, a country, or words in quotes; "" for none. */
void door_stands(struct store *s, const struct arrival *a, struct str *out);
/* Appends what was taken, in short sentences. */
void door_tell(struct store *s, const struct arrival *a, struct str *out);

/* Within an action: makes the attendance with this state, or fills in what the one that
 * is there lacks; its state is changed only if `state` is one to be `put`. */
bool door_enter(struct store *s, const struct door *door, const struct arrival *a,
    const char *state, bool put, int64_t *id, struct error *e);

/* Within an action: gives one of the list, by its attendance, this state. One of the event's
 * list is entered on the session's when that is meant. */
bool door_put(struct store *s, const struct door *door, int64_t attendance,
    const char *state, struct error *e);

#endif
