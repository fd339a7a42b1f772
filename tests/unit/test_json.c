#include <check.h>
#include <string.h>

#include "base/str.h"
#include "io/json.h"
#include "tests/unit/run.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))
#define TEXT(literal) (literal), sizeof(literal) - 1

static const struct {
	const char *in;
	size_t n;
	const char *out;
} texts[] = {
	{ TEXT(""), "\"\"" },
	{ TEXT("plain text"), "\"plain text\"" },
	{ TEXT("say \"x\""), "\"say \\\"x\\\"\"" },
	{ TEXT("a\\b"), "\"a\\\\b\"" },
	{ TEXT("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"" },
	{ TEXT("\x01\x1b\x1f"), "\"\\u0001\\u001b\\u001f\"" },
	{ TEXT("a\0b"), "\"a\\u0000b\"" },
	{ TEXT("\x7f/"), "\"\x7f/\"" },
	{ TEXT("\xc3\xb1 \xf0\x9f\x98\x80"), "\"\xc3\xb1 \xf0\x9f\x98\x80\"" },
	{ TEXT("a\xff" "b"), "\"a\xef\xbf\xbd" "b\"" },
	{ TEXT("\xed\xa0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
	{ TEXT("\xc3"), "\"\xef\xbf\xbd\"" },
};

START_TEST(texts_become_strings)
{
	struct str out = { 0 };

	str_add(&out, "x:");
	json_string(&out, texts[_i].in, texts[_i].n);
	ck_assert_str_eq(str_text(&out) + 2, texts[_i].out);
	str_free(&out);
}
END_TEST

/* RFC 8259, section 7: no control character below U+0020 stands as it is. */
START_TEST(no_byte_stands_that_may_not)
{
	struct str out = { 0 };
	char c = (char)_i;

	json_string(&out, &c, 1);
	ck_assert_uint_ge(out.len, 3);
	for (size_t i = 0; i < out.len; i++)
		ck_assert((unsigned char)out.s[i] >= 0x20);
	ck_assert_int_eq(out.s[0], '"');
	ck_assert_int_eq(out.s[out.len - 1], '"');
	if (c == '"' || c == '\\')
		ck_assert_int_eq(out.s[1], '\\');
	str_free(&out);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("json");
	TCase *all = tcase_create("strings");

	tcase_add_loop_test(all, texts_become_strings, 0, COUNT(texts));
	tcase_add_loop_test(all, no_byte_stands_that_may_not, 0, 256);
	suite_add_tcase(s, all);
	return run_suite(s);
}
