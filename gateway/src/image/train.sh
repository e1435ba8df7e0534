#!/usr/bin/env bash
# Runs the laid-out gateway as the sandbox, calls what people call, and has the JVM write down what it then knows.   usage: train.sh FOLDER
set -euo pipefail
image=$1 work=$(mktemp -d)
trap 'kill "$gateway" 2>/dev/null || true; rm -rf "$work"' EXIT

QAPI_SANDBOX=true QAPI_DATA=$work/data SERVER_PORT=0 MANAGEMENT_SERVER_PORT=0 QAPI_MOCK_PORT=0 QAPI_MOCK_PEOPLE=200 \
  "$image/java/bin/java" "@$image/qapi/jvm" "-XX:AOTCacheOutput=$image/qapi/gateway.aot" -jar "$image/qapi/gateway.jar" >"$work/log" 2>&1 &
gateway=$!
until grep -q '/api/v1/applications/track' "$work/log"; do
  kill -0 "$gateway" || { cat "$work/log"; exit 1; }
  sleep 0.2
done
at=$(grep -o 'http://[^ ]*/api/v1/applications/track' "$work/log" | head -1 | sed 's|/api/.*||')

person='{"document":{"type":"PASSPORT","number":"C01234567"},"birthDate":"1990-04-12","citizenship":"TUR"}'
pages=$(curl -s "$at/" | grep -o 'href="/[a-z-]*"' | sed 's/href="//; s/"//' | sort -u)
for language in az ru en; do
  for page in $pages; do
    curl -s -o /dev/null -H "Accept-Language: $language" "$at$page?n=[1-5]"
  done
  for question in applications/track stay-registrations/check payments/search restrictions/check; do
    curl -s -o /dev/null -H "Accept-Language: $language" -H 'Content-Type: application/json' -d "$person" "$at/api/v1/$question?n=[1-10]"
  done
done
kill "$gateway"
wait "$gateway" || true
test -s "$image/qapi/gateway.aot"
