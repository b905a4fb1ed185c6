# shellcheck shell=bash
# Finds a JDK 25 and a Maven for the scripts that source this, or says in one line what is missing.

readonly java_wanted=25

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

# The release of the JDK in this folder; nothing if there is none.
java_release() {
  if [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  fi
}

is_jdk() {
  local release
  release=$(java_release "$1")
  [[ -n $release && $release -ge $java_wanted ]]
}

# A fitting JAVA_HOME first, then the usual places; of several the lowest that will do.
find_jdk() {
  local folder best='' best_release=1000 release on_path
  if [[ -n ${JAVA_HOME:-} ]] && is_jdk "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  on_path=$(command -v javac || true)
  if [[ -n $on_path ]]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for folder in "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
    if is_jdk "$folder"; then
      release=$(java_release "$folder")
      if ((release < best_release)); then
        best=$folder
        best_release=$release
      fi
    fi
  done
  printf '%s\n' "$best"
}

use_java() {
  JAVA_HOME=$(find_jdk)
  if [[ -z $JAVA_HOME ]]; then
    stop "City Newsletter needs a JDK $java_wanted or later, and none was found: install one (for example from https://adoptium.net) or point JAVA_HOME at it."
  fi
  export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
}

use_maven() {
  # Maven's own libraries make a current JDK warn.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
  local version advice='install it (apt install maven, brew install maven, or from https://maven.apache.org).'
  if ! command -v mvn >/dev/null; then
    stop "City Newsletter needs Maven 3.8.7 or later, and there is no mvn: $advice"
  fi
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  if [[ $(printf '3.8.7\n%s\n' "${version:-0}" | sort -V | head -n 1) != 3.8.7 ]]; then
    stop "City Newsletter needs Maven 3.8.7 or later, and this is ${version:-unknown}: $advice"
  fi
}
