#!/usr/bin/env bash
# How long a laid-out gateway takes to start, without the JVM's cache and with it; neither stores nor registers are there.   usage: measure.sh FOLDER
set -euo pipefail
image=$1 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QAPI_DATA=$work/data SERVER_PORT=0 MANAGEMENT_SERVER_PORT=0 QAPI_SECRET=$(head -c 32 /dev/urandom | base64)
export REDIS_URL=redis://127.0.0.1:1 MONGODB_URI=mongodb://127.0.0.1:1/qapi QAPI_EHIS_URL=http://127.0.0.1:1 QAPI_GPP_URL=http://127.0.0.1:1

for cache in off on; do
  "$image/java/bin/java" "@$image/qapi/jvm" -XX:AOTMode=$cache -XX:AOTCache="$image/qapi/gateway.aot" -Xlog:aot*=off,cds*=off \
    -jar "$image/qapi/gateway.jar" >"$work/$cache" 2>&1 &
  gateway=$!
  until grep -q 'Started Gateway' "$work/$cache"; do
    kill -0 $gateway || { cat "$work/$cache"; exit 1; }
    sleep 0.05
  done
  echo "cache $cache: $(grep -o 'Started Gateway in [0-9.]* seconds' "$work/$cache"), $(awk -v hertz="$(getconf CLK_TCK)" '{print ($14 + $15) / hertz}' /proc/$gateway/stat) s of processor time, $(awk '/VmRSS/ {print int($2 / 1024)}' /proc/$gateway/status) MiB"
  kill $gateway
  wait $gateway || true
done
