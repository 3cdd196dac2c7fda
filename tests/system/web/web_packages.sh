#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Puts what the page tests need from npm into a folder of its own, once: NPM FOLDER
set -euo pipefail
npm=$1 folder=$2
here=$(dirname "$(readlink -f "$0")")
cmp -s "$here/package-lock.json" "$folder/node_modules/.besteld-lock.json" && exit 0
mkdir -p "$folder"
cp "$here/package.json" "$here/package-lock.json" "$folder/"
cd "$folder"
for attempt in 1 2 3; do
    "$npm" ci --ignore-scripts --no-audit --no-fund && break
    [ "$attempt" = 3 ] && exit 1
    sleep $((attempt * 5))
done
cp package-lock.json node_modules/.besteld-lock.json
