dnl Small checks of our own, so that autoconf-archive is not needed.

dnl ALIANZA_ENABLE(NAME, WHAT): --enable-NAME, off by default, in $enable_NAME
AC_DEFUN([ALIANZA_ENABLE],
[AC_ARG_ENABLE([$1], [AS_HELP_STRING([--enable-$1], [$2])],
	[AS_CASE([$enableval], [yes|no], [],
		[AC_MSG_ERROR([--enable-$1 takes no value])])],
	[enable_$1=no])])

dnl ALIANZA_LIBRARY(VAR, HEADER, LIBRARY, FUNCTION, COMPLAINT): sets VAR_LIBS
AC_DEFUN([ALIANZA_LIBRARY],
[AC_CHECK_HEADER([$2], [], [AC_MSG_ERROR([$5])])
AC_CHECK_LIB([$3], [$4], [AC_SUBST([$1_LIBS], [-l$3])], [AC_MSG_ERROR([$5])])])

dnl A program whose headers notice what _FORTIFY_SOURCE cannot do.
AC_DEFUN([_ALIANZA_PROGRAM],
[AC_LANG_PROGRAM([[#include <stdio.h>
#include <string.h>]], [[puts("")]])])

dnl ALIANZA_FLAGS(VAR, FLAGS): appends each flag that the compiler takes in silence
AC_DEFUN([ALIANZA_FLAGS],
[alianza_CFLAGS=$CFLAGS
for alianza_flag in $2; do
	AC_MSG_CHECKING([whether $CC takes $alianza_flag])
	CFLAGS="$alianza_CFLAGS -Werror $alianza_flag"
	AC_LINK_IFELSE([_ALIANZA_PROGRAM],
		[AC_MSG_RESULT([yes])
		 $1="${$1:+$$1 }$alianza_flag"],
		[AC_MSG_RESULT([no])])
done
CFLAGS=$alianza_CFLAGS])

dnl ALIANZA_MUST_LINK(VAR, FLAGS): appends all of them, or ends
AC_DEFUN([ALIANZA_MUST_LINK],
[AC_MSG_CHECKING([whether $CC can use $2])
alianza_CFLAGS=$CFLAGS
CFLAGS="$CFLAGS $2"
AC_LINK_IFELSE([_ALIANZA_PROGRAM], [AC_MSG_RESULT([yes])],
	[AC_MSG_RESULT([no])
	 AC_MSG_ERROR([$CC cannot compile and link with $2: try another compiler (CC=clang)])])
CFLAGS=$alianza_CFLAGS
$1="${$1:+$$1 }$2"])
