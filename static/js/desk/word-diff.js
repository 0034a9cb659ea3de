/** Words that two texts have in common, and those that only one has: [{text, in: "both" | "first" | "second"}]. */

export function wordDiff(first, second) {
  const a = first.split(/(\s+)/);
  const b = second.split(/(\s+)/);
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const found = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ text: a[i], in: "both" });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      found.push({ text: a[i], in: "first" });
      i += 1;
    } else {
      found.push({ text: b[j], in: "second" });
      j += 1;
    }
  }
  return found;
}
