#!/usr/bin/env bash
# Draws hudna's screens in real terminal emulators, as PNG pictures to be looked at. Run by hand; nothing is compared.
#
#   cargo build && tests/terminals/render.sh [FOLDER] [TERMINAL…]
#
# TERMINAL: xterm, vte (xfce4-terminal), mlterm, konsole, kitty, tmux (in xterm); all that are installed if none is
# named. On Debian:
#   apt-get install xvfb xterm xfce4-terminal mlterm konsole kitty tmux imagemagick x11-utils xdotool dbus-x11 \
#       fonts-dejavu-core
# FOLDER (default target/terminals) gets a picture for each terminal and screen: the list, a document, help, the Arabic interface, and what
# `hudna doctor`, `claims` and `show` print. Each letter must join its neighbours, Arabic must read right to left,
# Latin and digits left to right, and no frame may be broken. SCREENS="list claims" draws only these; HUDNA_BIDI and
# the other settings of the environment count.
set -euo pipefail
cd "$(dirname "$0")/../.."
hudna=$PWD/target/debug/hudna
out=${1:-target/terminals}
shift || true
[ -x "$hudna" ] || { echo "build hudna first: cargo build" >&2; exit 1; }
for need in Xvfb import xdotool; do
    command -v "$need" >/dev/null || { echo "$need is missing; see the head of this script" >&2; exit 1; }
done

terminals=("$@")
if [ ${#terminals[@]} = 0 ]; then
    for pair in xterm:xterm xfce4-terminal:vte mlterm:mlterm konsole:konsole kitty:kitty tmux:tmux; do
        ! command -v "${pair%%:*}" >/dev/null || terminals+=("${pair##*:}")
    done
fi
mkdir -p "$out"
out=$(cd "$out" && pwd)
home=$(mktemp -d)
display=:$((90 + RANDOM % 400))
Xvfb "$display" -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$home"' EXIT
export DISPLAY=$display HUDNA_HOME=$home LANG=C.UTF-8
unset TMUX STY VTE_VERSION KONSOLE_VERSION KITTY_WINDOW_ID TERM_PROGRAM MLTERM

until xdpyinfo >/dev/null 2>&1; do kill -0 $server; done
"$hudna" import samples/*.txt >/dev/null
arabic=$("$hudna" claims lang:ar --json | head -1 | sed 's/.*"id":"\(c[0-9a-f]*\)".*/\1/')

# The terminal's own way to run a command in a window of 100 by 30.
window() {
    local terminal=$1
    shift
    case $terminal in
        xterm) xterm -fa 'DejaVu Sans Mono' -fs 11 -geometry 100x30 -e "$@" ;;
        vte) dbus-run-session xfce4-terminal --disable-server --hide-menubar --hide-scrollbar --geometry 100x30 \
            --font 'DejaVu Sans Mono 11' --execute "$@" ;;
        mlterm) mlterm --fontsize 16 --geometry 100x30 -e "$@" ;;
        konsole) dbus-run-session konsole --nofork --hide-menubar --hide-tabbar -p 'Font=DejaVu Sans Mono,11' \
            -p TerminalColumns=100 -p TerminalRows=30 -e "$@" ;;
        kitty) LIBGL_ALWAYS_SOFTWARE=1 kitty --config NONE -o font_family='DejaVu Sans Mono' -o font_size=11 \
            -o remember_window_size=no -o initial_window_width=100c -o initial_window_height=30c "$@" ;;
        tmux) xterm -fa 'DejaVu Sans Mono' -fs 11 -geometry 100x30 -e tmux -L "hudna-$$" -f /dev/null new "$@" ;;
        *) echo "unknown terminal $terminal" >&2; exit 1 ;;
    esac
}

# Takes the picture when it no longer changes.
picture() {
    local file=$1 last="" now
    for _ in $(seq 100); do
        now=$(import -silent -window root rgb:- | sha256sum)
        [ "$now" != "$last" ] || break
        last=$now
        read -rt 0.4 <> <(:) || true
    done
    import -silent -window root "$file"
    echo "$file"
}

shoot() {
    local terminal=$1 screen=$2 keys=$3
    shift 3
    window "$terminal" "$@" >/dev/null 2>&1 &
    local job=$!
    until xdotool search --onlyvisible --name . >/dev/null 2>&1; do kill -0 $job; done
    picture "$out/$terminal-$screen.png" >/dev/null
    for key in $keys; do xdotool key "$key"; done
    picture "$out/$terminal-$screen.png"
    pkill -P $job 2>/dev/null || true
    kill $job 2>/dev/null || true
    wait $job 2>/dev/null || true
    while xdotool search --onlyvisible --name . >/dev/null 2>&1; do xdotool search --onlyvisible --name . windowkill || true; done
}

wanted() { [ -z "${SCREENS:-}" ] || [[ " $SCREENS " == *" $1 "* ]]; }

for terminal in "${terminals[@]}"; do
    ! wanted list || shoot "$terminal" list "j j" "$hudna"
    ! wanted document || shoot "$terminal" document "slash l a n g colon a r Return Return" "$hudna"
    ! wanted help || shoot "$terminal" help "question" "$hudna"
    ! wanted mirrored || shoot "$terminal" mirrored "slash l a n g colon a r Return Tab" env HUDNA_LANG=ar "$hudna"
    ! wanted mirrored-help || shoot "$terminal" mirrored-help "question" env HUDNA_LANG=ar "$hudna"
    ! wanted doctor || shoot "$terminal" doctor "" sh -c "'$hudna' doctor --no-ask; read -r _"
    ! wanted claims || shoot "$terminal" claims "" sh -c "'$hudna' claims | head -3; '$hudna' claims lang:ar; read -r _"
    ! wanted show || shoot "$terminal" show "" sh -c "'$hudna' show '$arabic'; read -r _"
done
