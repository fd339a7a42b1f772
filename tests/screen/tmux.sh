# Sourced by tests that need a real terminal, which is one of tmux's here. Nothing in them
# is timed: they wait until what they want is there, on however slow a machine.
#
#	. "$top_srcdir/tests/tap.sh"
#	. "$top_srcdir/tests/screen/tmux.sh"
#	have_tmux || skip_all "tmux is not installed"
#	terminal 80x24 'exec "$ALIANZA" f.db'
#	come seen Affiliates
#	mux send-keys q

have_tmux() {
	command -v tmux >/dev/null 2>&1
}

# Each terminal has a socket of its own, in this folder: one that is about to end would
# take the next one's command and end with it. Its path is short, as sockets want it.
terminals=0
mux() {
	tmux -u -S "./tmux$terminals" -f /dev/null "$@"
}
trap 'mux kill-server 2>/dev/null' EXIT

# terminal COLSxROWS COMMAND: a new one, where a shell runs this, with all variables
terminal() {
	terminals=$((terminals + 1))
	mux new-session -d -x "${1%x*}" -y "${1#*x}" "$2"
}

# come COMMAND...: until it comes true; half a minute is for what never does
come() {
	for _ in $(seq 600); do
		"$@" >/dev/null 2>&1 && return 0
		sleep 0.05
	done
	diag "in vain: $*"
	diag "$(mux capture-pane -p 2>&1)"
	return 1
}

# seen TEXT, unseen TEXT: is it on the screen, as a regular expression?
seen() {
	mux capture-pane -p | grep -q -e "$1"
}

unseen() {
	! seen "$1"
}

# drafted TEXT: is it on disk as what is being typed?
drafted() {
	grep -rqs -e "$1" "$XDG_STATE_HOME/alianza/drafts"
}

# gone PID: it ended, whether or not somebody took note of it
gone() {
	! kill -0 "$1" 2>/dev/null || grep -q '^State:.*Z' "/proc/$1/status" 2>/dev/null
}

# kill_program: what `exec` runs in the terminal is killed; its locks go with it
kill_program() {
	pid=$(mux list-panes -F '#{pane_pid}')
	kill -KILL "$pid"
	mux kill-server 2>/dev/null
	come gone "$pid"
}
