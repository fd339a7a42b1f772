/* The program: locale, command line, then one command or the screen. */
#include "config.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/manual.h"
#include "app/shell.h"
#include "base/i18n.h"
#include "store/store.h"
#include "ui/screen.h"

/* Names in every script need UTF-8, whatever the locale says otherwise. */
static void
locale_setup(void)
{
	if (!setlocale(LC_ALL, ""))
		setlocale(LC_ALL, "C");
	if (strcmp(nl_langinfo(CODESET), "UTF-8"))
		setlocale(LC_CTYPE, "C.UTF-8");
	const char *dir = getenv("ALIANZA_LOCALE");	/* a translation not installed */
	bindtextdomain(PACKAGE, dir ? dir : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
}

static int
help_print(void)
{
	struct str out = { 0 };

	manual_usage(&out);
	bool ok = fputs(str_text(&out), stdout) >= 0 && !fflush(stdout);
	str_free(&out);
	return ok ? 0 : STATUS_IO;
}

int
main(int argc, char **argv)
{
	struct shell sh;
	int status;

	store_process_setup();
	locale_setup();
	if (!shell_read(&sh, argc, argv, &status)) {
		shell_free(&sh);
		return status;
	}
	if (sh.version)
		status = printf("%s\n", PACKAGE_STRING) < 0 || fflush(stdout) ? STATUS_IO : 0;
	else if (sh.help)
		status = help_print();
	else if (sh.count)
		status = shell_run(&sh);
	else if (!sh.script && !(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
		status = shell_overview(&sh);
	else
		status = screen_run(&sh);
	shell_free(&sh);
	return status;
}
