/** Names as they are typed in a hurry. */

const WITHOUT_MARK = { ß: "ss", ı: "i", ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe" };

/** Small letters without accents, so that "u" finds "ü" and "aydin" Aydın. */
export function plain(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßıłøđæœ]/g, (letter) => WITHOUT_MARK[letter]);
}
