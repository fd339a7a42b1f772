#include "config.h"

#include "app/filter_text.h"

#include <string.h>

#include "base/id.h"

/* Bytes of what stands before the value: "!", a field and its operator. */
static size_t
value_at(const char *word)
{
	static const char operators[] = "=:<>!";
	size_t not = strspn(word, "!"), n = not + strcspn(word + not, operators);

	if (!word[n] || memchr(word, ' ', n))
		return not;	/* a phrase */
	return n + strspn(word + n, operators);
}

/* What begins with a parenthesis or has quotes is text already (filter_words). */
static void
word_add(const char *word, struct str *out)
{
	size_t n = value_at(word);

	if (!strchr(word, ' ') || *word == '(' || strchr(word, '"'))
		str_add(out, word);
	else
		str_addf(out, "%.*s\"%s\"", (int)n, word, word + n);
}

void
filter_text_add(int count, const char *const *words, struct str *out)
{
	for (int i = 0; i < count; i++) {
		str_add(out, i ? " " : "");
		word_add(words[i], out);
	}
}

void
filter_text_show(struct store *s, const char *filter, struct str *out)
{
	while (*filter) {
		size_t n = strspn(filter, "0123456789abcdefghijklmnopqrstuvwxyz");
		const struct entity *ent = NULL;
		int64_t id;

		if (n == ID_LENGTH && id_parse(filter, n, &id))
			ent = record_entity(s, id);
		if (ent)
			record_title(s, ent, id, out);
		else
			str_addn(out, filter, n ? n : 1);
		filter += n ? n : 1;
	}
}
