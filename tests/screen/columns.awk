# Where on a terminal text ends, counted without the program or the C library: for each
# line of a screen the columns in front of MARK, or of the whole line, and the line.
#
#	LC_ALL=C awk -v mark='user group' -f columns.awk screen
#
# The ranges are those of Unicode 15 (EastAsianWidth.txt, categories Mn and Me) for the
# scripts in the tests here: Latin, Cyrillic, Armenian, Georgian, Hebrew, Arabic,
# Devanagari, Bengali, Thai, CJK, Hangul and pictures.

BEGIN {
	for (i = 1; i < 256; i++)
		code[sprintf("%c", i)] = i
	none = "0300-036F 0591-05BD 05BF-05BF 05C1-05C2 0610-061A 064B-065F 0900-0902 093A-093A " \
		"093C-093C 0941-0948 094D-094D 0981-0981 09BC-09BC 09C1-09C4 09CD-09CD 0E31-0E31 " \
		"0E34-0E3A 0E47-0E4E 1160-11FF 200B-200F 20D0-20F0 FE00-FE0F FE20-FE2F"
	two = "1100-115F 2E80-303E 3041-A4CF A960-A97F AC00-D7A3 F900-FAFF FE30-FE6F FF01-FF60 " \
		"FFE0-FFE6 1F300-1F64F 1F680-1F6FF 1F900-1F9FF 20000-3FFFD"
	nones = ranges(none, none_from, none_to)
	twos = ranges(two, two_from, two_to)
}

function hex(s,  i, n) {
	for (i = 1; i <= length(s); i++)
		n = n * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
	return n
}

function ranges(text, from, to,  part, ends, count, i) {
	count = split(text, part, " ")
	for (i = 1; i <= count; i++) {
		split(part[i], ends, "-")
		from[i] = hex(ends[1])
		to[i] = hex(ends[2])
	}
	return count
}

function within(cp, from, to, count,  i) {
	for (i = 1; i <= count; i++)
		if (cp >= from[i] && cp <= to[i])
			return 1
	return 0
}

function width(cp) {
	if (cp < 768)
		return 1
	if (within(cp, none_from, none_to, nones))
		return 0
	return within(cp, two_from, two_to, twos) ? 2 : 1
}

# Bytes to code points (RFC 3629)
function columns(s,  i, n, byte, cp, more, sum) {
	n = length(s)
	for (i = 1; i <= n; i++) {
		byte = code[substr(s, i, 1)]
		more = byte < 128 ? 0 : byte >= 240 ? 3 : byte >= 224 ? 2 : 1
		cp = more == 0 ? byte : more == 1 ? byte - 192 : more == 2 ? byte - 224 : byte - 240
		while (more-- > 0)
			cp = cp * 64 + code[substr(s, ++i, 1)] - 128
		sum += width(cp)
	}
	return sum + 0
}

mark == "" {
	print columns($0) "\t" $0
	next
}

index($0, mark) {
	print columns(substr($0, 1, index($0, mark) - 1)) "\t" $0
}
