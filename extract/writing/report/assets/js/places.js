// Where on the pages a stretch of a field is printed. A mark is [field, start, page, box or null].

/** The printed lines that the characters from `start` to `end` of a field stand on, in their order. */
function linesOf(marks, field, start, end) {
  const own = marks.filter((mark) => mark[0] === field).sort((one, other) => one[1] - other[1]);
  return own
    .filter((mark, at) => {
      const next = at + 1 < own.length ? own[at + 1][1] : Infinity;
      return mark[1] < next && mark[1] < end && next > start;
    })
    .map(([, , page, box]) => ({ page, box }));
}
