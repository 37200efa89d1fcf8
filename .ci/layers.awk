# Names types that Swift files use although they are declared in a folder that stands above theirs.
#
#   awk -v layers='Low Middle High' -f .ci/layers.awk FILES FILES
#
# `layers` are folders of one module, from the bottom up; FILES are given twice, since what is declared is
# read before what is used. Types count that are declared at the left margin and not private; a name that
# two folders declare counts for neither. Comments and texts are left out, but not what is interpolated.

# The code of a line: without what is a comment or stands in a string. `quote` is the string that the last
# line left open, `depth` the parentheses of an interpolation in it.
function code(line,    i, c, out) {
  out = ""
  for (i = 1; i <= length(line); i++) {
    c = substr(line, i, 1)
    if (quote != "" && depth == 0) {
      if (c == "\\") {
        i++
        if (substr(line, i, 1) == "(") { depth = 1; out = out " " }
      } else if (substr(line, i, length(quote)) == quote) {
        i += length(quote) - 1
        quote = ""
      }
    } else if (c == "/" && substr(line, i + 1, 1) == "/") {
      break
    } else if (c == "\"" && quote == "") {
      quote = substr(line, i, 3) == "\"\"\"" ? "\"\"\"" : "\""
      i += length(quote) - 1
    } else {
      if (quote != "" && c == "(") depth++
      if (quote != "" && c == ")") depth--
      out = out c
    }
  }
  # Only three quotes reach over the end of a line.
  if (quote == "\"") { quote = ""; depth = 0 }
  return out
}

# The layer of a file, from 1 for the lowest; 0 for what is in no layer.
function layer(file,    path, parts) {
  path = file
  sub(/^.*Sources\/[^\/]*\//, "", path)
  split(path, parts, "/")
  return parts[1] in height ? height[parts[1]] : 0
}

BEGIN {
  count = split(layers, names, " ")
  for (i = 1; i <= count; i++) height[names[i]] = i
}

FNR == 1 {
  turn[FILENAME]++
  here = layer(FILENAME)
  quote = ""
  depth = 0
}

{ line = code($0) }

turn[FILENAME] == 1 {
  if (match(line, /^((package|public|indirect|final) )*(struct|class|enum|protocol|actor|typealias) +[A-Za-z_0-9]+/)) {
    name = substr(line, RSTART, RLENGTH)
    sub(/.* /, "", name)
    if (!(name in home)) home[name] = here
    else if (home[name] != here) home[name] = 0
  }
  next
}

here > 0 {
  while (match(line, /[A-Za-z_][A-Za-z_0-9]*/)) {
    name = substr(line, RSTART, RLENGTH)
    line = substr(line, RSTART + RLENGTH)
    if (name in home && home[name] > here) {
      printf "%s:%d: names %s of %s, which stands above %s\n", FILENAME, FNR, name, names[home[name]], names[here]
      faults++
    }
  }
}

END { exit faults > 0 }
