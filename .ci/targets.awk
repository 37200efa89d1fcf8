# Names targets of a Package.swift that depend on one that does not stand below them, or on one of the tests.
# Targets whose name ends with Tests, or whose path is in Tests, may use everything.

match($0, /\.(target|executableTarget|testTarget|systemLibrary)\(/) {
  # A package's own are declared one after another; `.target(name:` within a list does not occur.
  number++
  isNext = 1
}

{
  rest = $0
  sub(/^ *\/\/.*/, "", rest)
  if (rest ~ /path: "Tests/) isOfTests[number] = 1
  while (match(rest, /"[A-Za-z]+"/)) {
    word = substr(rest, RSTART + 1, RLENGTH - 2)
    rest = substr(rest, RSTART + RLENGTH)
    if (number == 0) continue
    if (isNext) {
      name[number] = word
      position[word] = number
      isNext = 0
      if (word ~ /Tests$/) isOfTests[number] = 1
    } else {
      uses[number] = uses[number] " " word
    }
  }
}

END {
  for (i = 1; i <= number; i++) {
    if (isOfTests[i]) continue
    count = split(uses[i], used, " ")
    for (j = 1; j <= count; j++) {
      if (!(used[j] in position)) continue
      k = position[used[j]]
      if (k <= i) { printf "%s depends on %s, which stands above it\n", name[i], used[j]; faults++ }
      if (isOfTests[k]) { printf "%s depends on %s, which is of the tests\n", name[i], used[j]; faults++ }
    }
  }
  exit faults > 0
}
