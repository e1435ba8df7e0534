#!/usr/bin/env bash
# Lays the whole image out in a folder: the JDK cut to size, the C library it is linked to, the gateway, and the JVM's ahead-of-time
# cache (JEP 483, 514, 515) of a gateway that was called.   usage: lay-out.sh JDK BOOT-JAR FOLDER
set -euo pipefail
jdk=$1 jar=$2 image=$3 here=$(dirname "$0")
rm -rf "$image"
mkdir -p "$image"/{etc,tmp,data,qapi}
image=$(realpath "$image")

"$jdk/bin/jlink" --add-modules "$(cat "$here/modules")" --no-header-files --no-man-pages --output "$image/java"
find "$image/java" -type f \( -perm /u+x -o -name '*.so' \) -exec ldd {} + 2>/dev/null | awk '$(NF-1) ~ "^/lib" {print $(NF-1)}' | sort -u |
  while read -r library; do install -D "$library" "$image$library"; done
echo 'hosts: files dns' >"$image/etc/nsswitch.conf"
echo 'qapi:x:10001:10001::/data:' >"$image/etc/passwd"

"$jdk/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$image/qapi" --force --application-filename gateway.jar
cp "$here/jvm" "$image/qapi/jvm"
# as they will be in the image: the JVM takes no cache of files that are older or younger
find "$image" -exec touch --no-dereference --date=@1 {} +

"$here/train.sh" "$image"
touch --date=@1 "$image/qapi/gateway.aot"
