"use strict";
// Makes every heading of a sortable table a button. Equal rows keep their order; what has no
// value stands last, whichever way it is sorted.
{
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const NUMBER = /^([+-]?\d+(?:\.\d+)?)(?:\s*\/\s*(\d+(?:\.\d+)?))?(?:\s*%|\s*\(\d+\))?$/;

  const numberIn = (text) => {
    const found = NUMBER.exec(text);
    if (!found) return null;
    const value = Number(found[1]) / Number(found[2] ?? 1);
    return Number.isFinite(value) ? value : null;
  };
  const textIn = (text) => (text === "-" || text === "" ? null : text);

  const sort = (table, column, isNumber, way) => {
    const body = table.tBodies[0];
    const valueIn = isNumber ? numberIn : textIn;
    const rows = Array.from(body.rows, (row) => ({
      row,
      value: valueIn(row.cells[column].textContent.trim()),
    }));
    rows.sort((one, other) => {
      if (one.value === null || other.value === null) {
        return (one.value === null) - (other.value === null);
      }
      return way * (isNumber ? one.value - other.value : collator.compare(one.value, other.value));
    });
    body.append(...rows.map(({ row }) => row));
  };

  for (const heading of document.querySelectorAll("table.sortable th[data-column]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const table = heading.closest("table");
      const rises = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of table.querySelectorAll("[aria-sort]")) {
        other.removeAttribute("aria-sort");
      }
      heading.setAttribute("aria-sort", rises ? "ascending" : "descending");
      const isNumber = heading.classList.contains("number");
      sort(table, Number(heading.dataset.column), isNumber, rises ? 1 : -1);
    });
  }
}
