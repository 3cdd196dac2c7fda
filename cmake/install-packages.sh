#!/usr/bin/env bash
# Installs what Besteld is built, tested and shown with, on a bare Debian 12, as root or with sudo.
# Only what is missing is asked for, so that a second run costs a second and no network.
set -euo pipefail

packages=(
    # compiler and tools
    clang-19 clang-tidy-19 clang-format-19 libclang-rt-19-dev lld-19 llvm-19 cmake ninja-build ccache pkg-config git make
    # libraries; libboost1.81-dev excludes every -dev package that pulls the default libboost-dev
    libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libcurl4-openssl-dev libmimetic-dev libpugixml-dev
    libgtest-dev libgmock-dev libsqlite3-dev libpq-dev libsodium-dev libseccomp-dev libzstd-dev libarchive-dev zlib1g-dev libicu-dev
    libctemplate-dev libqrencode-dev liboath-dev libtomlplusplus-dev libcli11-dev libpoppler-cpp-dev poppler-data
    libpango1.0-dev libcairo2-dev libfontconfig-dev fonts-liberation fonts-wqy-microhei
    # real servers and a real browser for tests and demo
    dovecot-imapd dovecot-lmtpd postfix postgresql chromium chromium-driver fonts-noto-cjk
    python3 openssl systemd poppler-utils
)

# What the page tests take from npm; Node.js from elsewhere brings its own.
command -v npm >/dev/null || packages+=(npm)

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "not root and no sudo: cannot install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
echo "installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
# Installing a server must not start it: tests and demo start their own, on loopback.
policy=/usr/sbin/policy-rc.d
made_policy=no
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod 755 "$policy"
    made_policy=yes
fi
trap '[ "$made_policy" = yes ] && "${as_root[@]}" rm -f "$policy"' EXIT
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >build/install.log 2>&1 \
    || { tail -n 20 build/install.log >&2; exit 1; }
