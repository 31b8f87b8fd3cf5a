
(function () {
  'use strict';
  const table = document.getElementById('items');
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const controls = document.getElementById('controls');
  const find = document.getElementById('find');
  const shown = document.getElementById('shown');
  const byText = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const words = new Map();

  const choices = [
    { select: document.getElementById('state'), of: row => row.cells[0].querySelector('.chip').lastChild.data },
    { select: document.getElementById('owner'), of: row => row.cells[2].textContent },
    { select: document.getElementById('region'), of: row => row.dataset.region },
  ];

  function fill(choice) {
    const values = new Set(rows.map(choice.of));
    const inOrder = choice === choices[0] ? Array.from(values) : Array.from(values).sort(byText.compare);
    inOrder.forEach(value => choice.select.add(new Option(value, value)));
  }

  function text(row) {
    if (!words.has(row)) {
      words.set(row, row.textContent.toLowerCase());
    }
    return words.get(row);
  }

  function filter() {
    const wanted = find.value.trim().toLowerCase();
    const picked = choices.filter(choice => choice.select.value !== '');
    let number = 0;
    let dollars = 0;
    for (const row of rows) {
      const fits = picked.every(choice => choice.of(row) === choice.select.value)
          && (wanted === '' || text(row).includes(wanted));
      row.hidden = !fits;
      if (fits) {
        number += 1;
        dollars += Math.max(0, Number(row.cells[5].dataset.n));
      }
    }
    const money = dollars.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    shown.textContent = number + ' of ' + rows.length + ' shown, ' + money + ' a month as far as prices are known';
  }

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.n === undefined ? cell.textContent : Number(cell.dataset.n);
  }

  function sort(head, column) {
    const up = head.getAttribute('aria-sort') !== 'ascending' && (head.hasAttribute('aria-sort') || !head.dataset.down);
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute('aria-sort');
    }
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const keyed = rows.map(row => ({ row, key: key(row, column) }));
    const compare = (a, b) => typeof a.key === 'number' ? a.key - b.key : byText.compare(a.key, b.key);
    keyed.sort((a, b) => (up ? 1 : -1) * compare(a, b));
    const sorted = document.createDocumentFragment();
    keyed.forEach(entry => sorted.append(entry.row));
    body.append(sorted);
  }

  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    if (column === 7) {
      return;
    }
    if (column >= 3 && column <= 5) {
      head.dataset.down = 'first';
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sort(head, column));
    head.replaceChildren(button);
  });

  choices.forEach(fill);
  find.addEventListener('input', filter);
  choices.forEach(choice => choice.select.addEventListener('change', filter));
  controls.addEventListener('submit', event => event.preventDefault());
  controls.addEventListener('reset', () => setTimeout(filter, 0));
  controls.hidden = false;
  filter();
})();
