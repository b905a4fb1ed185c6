# shellcheck shell=bash
# Runs a small program that lies in the jar of a service, so that it needs no class path of its own.

: "${root:?}"

program_jar() {
  find "$root/subscription-service/target" -maxdepth 1 -name 'subscription-service-*.jar' ! -name '*-sources.jar' \
    2>/dev/null | head -n 1
}

run() {
  local jar
  use_java
  jar=$(program_jar)
  if [[ -z $jar ]]; then
    use_maven
    echo 'Building first.' >&2
    (cd "$root" && mvn -B -q --no-transfer-progress -Dmaven.test.skip=true -pl subscription-service -am package >&2)
    jar=$(program_jar)
  fi
  "$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow -Dloader.main="$1" -cp "$jar" \
    org.springframework.boot.loader.launch.PropertiesLauncher "${@:2}"
}
